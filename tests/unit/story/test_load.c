#include "story/story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "load_base.h"
#include "story/diag_tags.h"
#include "story/json.h"

static void reads_a_sound_story(void **state)
{
    (void)state;
    struct diag_list diags = {0};
    struct story *s = load_base_read(str_from(load_base), &diags);
    assert_non_null(s);
    assert_int_equal(diags.count, 0);
    assert_int_equal(s->scene_count, 3);
    assert_int_equal(s->start, 0);
    assert_int_equal(story_find_scene(s, STR("three")), 2);
    assert_int_equal(story_find_scene(s, STR("four")), -1);
    assert_true(s->reading == READING_MIDDLE);
    const struct scene *one = &s->scenes[0];
    assert_int_equal(one->choice_count, 2);
    assert_true(str_is(one->choices[0].id, "two"));
    assert_int_equal(one->choices[0].to, 1);
    assert_true(one->choices[0].condition->op == RULE_LT);
    assert_int_equal(one->choices[0].set_count, 1);
    assert_true(one->by == BY_FOOT);
    assert_int_equal(one->place, 0);
    assert_int_equal(one->advisories, ADVISORY_DEATH);
    assert_true(one->captions[0].gentle_omits);
    assert_true(scene_is_passed(one, LEVEL_GENTLE));
    assert_int_equal(scene_next(one, LEVEL_GENTLE), 1);
    assert_int_equal(scene_next(one, LEVEL_FULL), -1);
    assert_true(str_is(s->scenes[1].ending->id, "end"));
    assert_int_equal(s->cuts[0].path_count, 2);
    story_forget_source(s);
    assert_null(s->doc);
    assert_true(str_is(s->texts[one->title.id].original, "One"));
    story_destroy(s);
    diag_list_finish(&diags);
}

/* What is faulty is passed over, and the rest stands. */
static void keeps_what_is_sound(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
        int scenes, chapters, cuts, place, choices;
    } rows[] = {
        {"\"id\": \"three\"", "\"id\": \"three\"", 3, 1, 1, 0, 2},
        {"[\"one\", \"two\"]", "[\"one\", \"nowhere\"]", 3, 1, 0, 0, 2},
        {"\"minutes\": 1", "\"minutes\": 0", 3, 1, 0, 0, 2},
        {"126.98", "226.98", 3, 1, 1, -1, 2},
        {"\"place\": \"seoul\"", "\"place\": \"busan\"", 3, 1, 1, -1, 2},
        {"\"to\": \"three\"", "\"to\": \"two\"", 3, 1, 1, 0, 2},
        {"{\"id\": \"ch\", \"title\": \"First\"}",
         "{\"id\": \"ch\", \"title\": \"First\"}, {\"id\": \"ch\", \"title\": \"Again\"}", 3, 1, 1,
         0, 2},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct diag_list diags = {0};
        struct story *s = load_base_read(load_base_changed(rows[i].from, rows[i].to, &a), &diags);
        assert_non_null(s);
        assert_int_equal(s->scene_count, rows[i].scenes);
        assert_int_equal(s->chapter_count, rows[i].chapters);
        assert_int_equal(s->cut_count, rows[i].cuts);
        assert_int_equal(s->scenes[0].place, rows[i].place);
        assert_int_equal(s->scenes[0].choice_count, rows[i].choices);
        story_destroy(s);
        diag_list_finish(&diags);
        arena_finish(&a);
    }
}

static void tells_a_second_choice_apart(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag_list diags = {0};
    struct story *s =
        load_base_read(load_base_changed("\"to\": \"three\"", "\"to\": \"two\"", &a), &diags);
    assert_true(str_is(s->scenes[0].choices[0].id, "two"));
    assert_true(str_is(s->scenes[0].choices[1].id, "two.2"));
    story_destroy(s);
    diag_list_finish(&diags);
    arena_finish(&a);
}

static void shows_the_title_where_alt_is_missing(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag_list diags = {0};
    struct story *s = load_base_read(load_base_changed("\"alt\": \"(wind)\", ", "", &a), &diags);
    assert_true(str_is(diags.items[0].tag, "no-alt"));
    assert_int_equal(s->scenes[0].sound->alt.id, s->scenes[0].title.id);
    story_destroy(s);
    diag_list_finish(&diags);
    arena_finish(&a);
}

static struct str sample_path(struct arena *a)
{
    const char *tests = getenv("LANTERN_TESTS");
    assert_non_null(tests);
    return arena_printf(a, "%s/fixtures/sample/story.json", tests);
}

static void names_each_text_by_its_key(void **state)
{
    (void)state;
    static const char *const keys[] = {
        "title",         "subtitle",        "advisory",     "support",
        "audience.ages", "chapter.village", "place.seoul",  "map.1.alt",
        "s02/title",     "s02/caption.1",   "s02/choice.1", "s02/picture.alt",
    };
    struct arena a = {0};
    struct diag_list diags = {0};
    struct error err = {0};
    struct story *s = story_load(sample_path(&a).s, &diags, &err);
    assert_non_null(s);
    assert_int_equal(diags.count, 0);
    for (size_t i = 0; i < COUNT(keys); i++) {
        bool is_there = false;
        for (uint32_t t = 1; t < s->text_count; t++) {
            is_there = is_there || str_is(s->texts[t].key, keys[i]);
        }
        if (!is_there) {
            fail_msg("no text is called %s", keys[i]);
        }
    }
    assert_int_equal(s->text_by_key.count, 0); /* the folder has no lang/ */
    story_destroy(s);
    diag_list_finish(&diags);
    arena_finish(&a);
}

static void says_why_nothing_can_be_read(void **state)
{
    (void)state;
    struct diag_list diags = {0};
    struct error err = {0};
    assert_null(story_load("/nowhere/at all", &diags, &err));
    assert_string_equal(err.text,
                        "cannot read the story \"/nowhere/at all\"; name a folder that holds "
                        "story.json, or that file: No such file or directory");
    assert_int_equal(diags.count, 0);
    diag_list_finish(&diags);
}

static void loads_a_refused_story_to_check(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag_list diags = {0};
    struct error err = {0};
    struct str path =
        arena_printf(&a, "%s/refused.json", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
    assert_true(file_save_atomic(
        path.s, load_base_changed("\"to\": \"two\"", "\"to\": \"nowhere\"", &a), &err));
    assert_null(story_load(path.s, &diags, &err));
    struct story *s = story_load_to_check(path.s, &diags, &err);
    assert_non_null(s);
    assert_int_equal(s->scenes[0].choice_count, 1);
    assert_int_equal(diags.refusals, 2);
    story_destroy(s);
    diag_list_finish(&diags);
    arena_finish(&a);
}

/* Whatever the bytes: either a story or a refusal, never neither. */
static void load_damaged(struct str text)
{
    struct diag_list diags = {0};
    struct story *s = load_base_read(text, &diags);
    assert_true((s != NULL) == (diags.refusals == 0));
    story_destroy(s);
    diag_list_finish(&diags);
}

static void survives_damage(void **state)
{
    (void)state;
    struct arena a = {0};
    struct error err = {0};
    struct str sample;
    assert_true(file_read(sample_path(&a).s, JSON_MAX_BYTES, &a, &sample, &err));
    char *bytes = arena_new(&a, char, sample.n + 1);
    memcpy(bytes, sample.s, sample.n);
    for (size_t n = 0; n < sample.n; n += 97) {
        load_damaged(str_sub(sample, 0, n));
        bytes[n] = (char)(bytes[n] ^ (1 << (n / 97 % 8)));
        load_damaged((struct str){bytes, sample.n});
        bytes[n] = sample.s[n];
    }
    arena_finish(&a);
}

static void tags_are_explained(void **state)
{
    (void)state;
    for (int tag = 0; tag < TAG_COUNT; tag++) {
        const struct diag_tag_row *row = diag_tag_row((enum diag_tag)tag);
        assert_int_equal(diag_tag_by_name(row->name), tag);
        assert_true(row->explanation.n > 60 && str_ends(row->explanation, STR(".")));
        assert_true(row->severity == (tag < TAG_NO_CREDIT ? SEVERITY_ERROR : SEVERITY_WARNING));
    }
    assert_null(diag_tag_row(TAG_NOTE));
    assert_int_equal(diag_tag_by_name(STR("no-such-tag")), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_sound_story),
        cmocka_unit_test(keeps_what_is_sound),
        cmocka_unit_test(tells_a_second_choice_apart),
        cmocka_unit_test(shows_the_title_where_alt_is_missing),
        cmocka_unit_test(names_each_text_by_its_key),
        cmocka_unit_test(says_why_nothing_can_be_read),
        cmocka_unit_test(loads_a_refused_story_to_check),
        cmocka_unit_test(survives_damage),
        cmocka_unit_test(tags_are_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
