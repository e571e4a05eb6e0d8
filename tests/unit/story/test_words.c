#include "story/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct story *story;
    struct diag_list diags;
};

static int load(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    struct error err = {0};
    const char *tests = getenv("LANTERN_TESTS");
    assert_non_null(tests);
    assert_non_null(f);
    struct str path = arena_printf(&f->arena, "%s/fixtures/words", tests);
    f->story = story_load(path.s, &f->diags, &err);
    assert_non_null(f->story);
    assert_int_equal(f->diags.count, 0);
    *state = f;
    return 0;
}

static int unload(void **state)
{
    struct fixture *f = *state;
    story_destroy(f->story);
    diag_list_finish(&f->diags);
    arena_finish(&f->arena);
    free(f);
    return 0;
}

static struct text text_of(const struct fixture *f, const char *key)
{
    for (uint32_t id = 1; id < f->story->text_count; id++) {
        if (str_is(f->story->texts[id].key, key)) {
            return (struct text){id};
        }
    }
    fail_msg("no text \"%s\"", key);
    return (struct text){0};
}

/* One line a fault, from "lang/" on. */
static void assert_diags(struct fixture *f, const char *const *lines, size_t count)
{
    diag_list_sort(&f->diags);
    for (size_t i = 0; i < f->diags.count || i < count; i++) {
        struct strbuf line = {0};
        if (i < f->diags.count) {
            diag_print(&f->diags.items[i], &line);
            assert_false(f->diags.items[i].refused);
        }
        const char *from = line.n > 0 ? strstr(line.s, "words/lang/") : NULL;
        assert_string_equal(from ? from + strlen("words/") : "(nothing more)",
                            i < count ? lines[i] : "(nothing more)");
        strbuf_finish(&line);
    }
}

static void the_original_speaks_for_itself(void **state)
{
    struct fixture *f = *state;
    struct words *both[] = {
        words_original(f->story),
        words_load(f->story, STR("en"), &f->diags),
    };
    for (size_t i = 0; i < COUNT(both); i++) {
        assert_true(str_is(words_language(both[i]), "en"));
        assert_true(str_is(words_of(both[i], text_of(f, "title")), "The river"));
        assert_true(
            str_is(words_of(both[i], text_of(f, "bank/caption.1.voice")), "sounds/bank.opus"));
        assert_true(words_is_translated(both[i], text_of(f, "title")));
        assert_false(words_is_translated(both[i], (struct text){0}));
        assert_true(str_is(words_of(both[i], (struct text){0}), ""));
        words_destroy(both[i]);
    }
    assert_false(words_has((struct text){0}));
    assert_int_equal(f->diags.count, 0);
    words_destroy(NULL);
}

static void a_translation_stands_where_it_is_sound(void **state)
{
    struct fixture *f = *state;
    struct words *w = words_load(f->story, STR("ko"), &f->diags);
    static const struct {
        const char *key, *words;
        bool translated;
    } rows[] = {
        {"title", "The river", false}, /* stale */
        {"bank/title", "강둑", true},
        {"bank/caption.1", "{debt}원의 빚. [성분](term:songbun).", true},
        {"bank/caption.1.voice", "", false}, /* never the original's recording */
        {"bank/caption.2", "He says [안녕](lang:ko).", false},
        {"bank/caption.2.gentle", "He greets her.", false},
        {"bank/caption.3", "Ice.", false},
        {"bank/choice.1", "Cross", false},
        {"shore/title", "The shore", false},
        {"glossary.songbun.text", "A person's class", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct text text = text_of(f, rows[i].key);
        assert_string_equal(words_of(w, text).s, rows[i].words);
        assert_int_equal(words_is_translated(w, text), rows[i].translated);
    }
    assert_true(str_is(words_language(w), "ko"));
    words_destroy(w);
    w = words_load(f->story, STR("es"), &f->diags);
    assert_true(str_is(words_of(w, text_of(f, "title")), "El río"));
    assert_true(words_is_translated(w, text_of(f, "bank/caption.1"))); /* it may add a language */
    words_destroy(w);
}

static void a_faulty_file_leaves_the_original(void **state)
{
    struct fixture *f = *state;
    static const char *const rows[][2] = {
        {"de", "malformed-json"},
        {"fr", "wrong-type"},
        {"ja", "missing-file"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct words *w = words_load(f->story, str_from(rows[i][0]), &f->diags);
        assert_int_equal(f->diags.count, i + 1);
        assert_true(str_is(f->diags.items[i].tag, rows[i][1]));
        assert_false(f->diags.items[i].refused);
        assert_true(str_is(words_language(w), rows[i][0]));
        assert_true(str_is(words_of(w, text_of(f, "title")), "The river"));
        assert_false(words_is_translated(w, text_of(f, "title")));
        words_destroy(w);
    }
    assert_int_equal(f->diags.refusals, 0);
}

static void lists_the_languages(void **state)
{
    struct fixture *f = *state;
    static const char *const expected[] = {"en", "de", "es", "fr", "ko"};
    const struct str *tags;
    assert_int_equal(words_languages(f->story, &f->arena, &tags), COUNT(expected));
    for (size_t i = 0; i < COUNT(expected); i++) {
        assert_true(str_is(tags[i], expected[i]));
    }
}

static void check_reports_every_fault(void **state)
{
    struct fixture *f = *state;
    static const char *const lines[] = {
        "lang/de.json:1:23: error: a name in quotation marks is expected here, not \"}\" "
        "[malformed-json]",
        "lang/en.json: warning: \"en\" is the story's own language [extra-translation]",
        "lang/es.json:1:1: warning: \"chapter.one\" is not translated [missing-translation]",
        "lang/es.json:1:1: warning: \"glossary.songbun.term\" is not translated "
        "[missing-translation]",
        "lang/es.json:1:1: warning: \"glossary.songbun.text\" is not translated "
        "[missing-translation]",
        "lang/es.json:1:1: warning: \"bank/title\" is not translated [missing-translation]",
        "lang/es.json:1:1: warning: \"bank/caption.2\" is not translated [missing-translation]",
        "lang/es.json:1:1: warning: \"bank/caption.2.gentle\" is not translated "
        "[missing-translation]",
        "lang/es.json:1:1: warning: \"bank/caption.3\" is not translated [missing-translation]",
        "lang/es.json:1:1: warning: \"bank/choice.1\" is not translated [missing-translation]",
        "lang/es.json:1:1: warning: \"bank/choice.2\" is not translated [missing-translation]",
        "lang/es.json:1:1: warning: \"shore/title\" is not translated [missing-translation]",
        "lang/es.json:1:1: warning: \"shore/caption.1\" is not translated [missing-translation]",
        "lang/es.json:1:1: warning: \"shore/ending.title\" is not translated [missing-translation]",
        "lang/fr.json:1:1: error: a translation is an object of keys and texts, not an array "
        "[wrong-type]",
        "lang/ko.json:1:1: warning: \"chapter.one\" is not translated [missing-translation]",
        "lang/ko.json:1:1: warning: \"glossary.songbun.text\" is not translated "
        "[missing-translation]",
        "lang/ko.json:1:1: warning: \"shore/ending.title\" is not translated [missing-translation]",
        "lang/ko.json:2:12: warning: the original of \"title\" has changed since it was translated "
        "[stale-translation] (/title)",
        "lang/ko.json:6:27: error: the recording \"../bank.ko.opus\" is not a path inside the "
        "story's folder [forbidden-path] (/bank~1caption.1.voice)",
        "lang/ko.json:7:21: warning: the translation of \"bank/caption.2\" leaves out (lang:ko) "
        "[broken-translation] (/bank~1caption.2)",
        "lang/ko.json:8:28: warning: the translation of \"bank/caption.2.gentle\" adds what the "
        "original does not have, {name} [broken-translation] (/bank~1caption.2.gentle)",
        "lang/ko.json:9:21: warning: the translation of \"bank/caption.3\" has a fault in its "
        "marks: unmatched \"*\" at \"*얼음\" [broken-translation] (/bank~1caption.3)",
        "lang/ko.json:10:3: warning: the story has no text \"bank/choise.1\"; did you mean "
        "\"bank/choice.1\"? [extra-translation] (/bank~1choise.1)",
        "lang/ko.json:11:20: warning: the translation of \"bank/choice.1\" is not text but a "
        "number [broken-translation] (/bank~1choice.1)",
        "lang/ko.json:12:20: warning: the translation of \"bank/choice.2\" is 97 characters long, "
        "over 90 [long-choice] (/bank~1choice.2)",
        "lang/ko.json:13:18: warning: \"shore/title\" is not translated [missing-translation] "
        "(/shore~1title)",
        "lang/ko.json:14:22: warning: the translation of \"shore/caption.1\" is 281 characters "
        "long, over 280 [long-caption] (/shore~1caption.1)",
        "lang/ko.json:15:28: warning: the original of \"glossary.songbun.term\" has changed since "
        "it was translated [stale-translation] (/glossary.songbun.term)",
        "lang/ko.json:16:3: warning: the story has no text \"nothing-like-it\" [extra-translation] "
        "(/nothing-like-it)",
        "lang/not_a_tag.json: error: \"not_a_tag\" is not a language tag [bad-value]",
    };
    words_check(f->story, &f->diags);
    assert_diags(f, lines, COUNT(lines));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_original_speaks_for_itself, load, unload),
        cmocka_unit_test_setup_teardown(a_translation_stands_where_it_is_sound, load, unload),
        cmocka_unit_test_setup_teardown(a_faulty_file_leaves_the_original, load, unload),
        cmocka_unit_test_setup_teardown(lists_the_languages, load, unload),
        cmocka_unit_test_setup_teardown(check_reports_every_fault, load, unload),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
