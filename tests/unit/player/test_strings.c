#include "player/strings.h"

#include <string.h>

#include "base/file.h"
#include "player/citation.h"
#include "story/json.h"
#include "support.h"

struct table {
    struct json_doc *doc;
    const char *name;
};

static struct table read_table(const struct folder *assets, const char *path, struct arena *a)
{
    struct error err = {0};
    struct diag_list diags = {0};
    struct str text = {0};
    bool too_large;
    assert_int_equal(file_read_beneath(assets, str_from(path), 1 << 20, a, &text, &too_large, &err), PATH_OK);
    struct table t = {json_parse(text, str_from(path), &diags), path};
    assert_non_null(t.doc);
    diag_list_finish(&diags);
    return t;
}

static int times_in(struct str words, struct str part)
{
    int times = 0;
    for (size_t i = 0; i + part.n <= words.n; i++) {
        times += memcmp(words.s + i, part.s, part.n) == 0;
    }
    return times;
}

/* Every {placeholder} of `own` is as often in `other`. */
static void check_placeholders(struct str key, struct str own, struct str other, const char *where)
{
    for (size_t at = str_find(own, '{', 0); at < own.n; at = str_find(own, '{', at + 1)) {
        size_t end = str_find(own, '}', at);
        assert_true(end < own.n);
        struct str part = str_sub(own, at, end + 1 - at);
        if (times_in(own, part) != times_in(other, part)) {
            fail_msg("%s: \"%.*s\" and its %.*s", where, STR_ARG(key), STR_ARG(part));
        }
    }
}

static void check_within(const struct table *a, const struct table *b)
{
    for (uint32_t i = json_first(a->doc, 0); i != JSON_NONE; i = json_next(a->doc, i)) {
        struct str key = json_name(a->doc, i);
        uint32_t other = json_member(b->doc, 0, key);
        if (other == JSON_NONE) {
            fail_msg("%s has no \"%.*s\"", b->name, STR_ARG(key));
        }
        assert_int_equal(json_kind(a->doc, i), JSON_STRING);
        assert_true(json_string(a->doc, i).n > 0);
        check_placeholders(key, json_string(a->doc, i), json_string(b->doc, other), b->name);
    }
}

static void test_files_agree(void **state)
{
    (void)state;
    static const char *const paths[] = {"strings/en.json", "strings/ko.json", "strings/es.json"};
    struct arena a = {0};
    struct folder assets;
    struct table tables[COUNT(paths)];
    bench_open_assets(&assets);
    for (size_t i = 0; i < COUNT(paths); i++) {
        tables[i] = read_table(&assets, paths[i], &a);
    }
    for (size_t i = 1; i < COUNT(paths); i++) {
        check_within(&tables[0], &tables[i]);
        check_within(&tables[i], &tables[0]);
    }
    for (size_t i = 0; i < COUNT(paths); i++) {
        json_destroy(tables[i].doc);
    }
    folder_close(&assets);
    arena_finish(&a);
}

static void test_words(void **state)
{
    (void)state;
    struct arena a = {0};
    struct error err = {0};
    struct strings *s =
        strings_from_text(STR("en"), STR("{\"own\": \"mine {x} {y}\"}"),
                          STR("{\"own\": \"yours\", \"far\": \"far\", \"n.one\": \"{n} day\", \"n.other\": \"{n} days\"}"), &err);
    assert_non_null(s);
    const struct string_value x = {"x", STR("{y}")};
    assert_true(str_is(strings_fill(s, &a, "own", &x, 1), "mine {y} {y}"));
    assert_true(str_is(strings_get(s, "far"), "far"));
    assert_true(str_is(strings_get(s, "not.there"), "not.there"));
    assert_true(str_is(strings_plural(s, &a, "n", 1), "1 day"));
    assert_true(str_is(strings_plural(s, &a, "n", 3), "3 days"));
    strings_destroy(s);
    static const char *const faulty[] = {"", "[]", "{", "7"};
    for (size_t i = 0; i < COUNT(faulty); i++) {
        err.text[0] = 0;
        assert_null(strings_from_text(STR("en"), (struct str){0}, str_from(faulty[i]), &err));
        assert_true(err.text[0] != 0);
    }
    arena_finish(&a);
}

static void test_lookup(void **state)
{
    (void)state;
    static const char *const rows[][2] = {{"ko-KR", "ko"}, {"es", "es"}, {"en-GB", "en"}, {"xx", "en"}};
    struct folder assets;
    struct error err = {0};
    bench_open_assets(&assets);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct strings *s = strings_load(&assets, str_from(rows[i][0]), &err);
        assert_non_null(s);
        assert_true(str_is(strings_language(s), rows[i][1]));
        strings_destroy(s);
    }
    folder_close(&assets);
}

static void test_citation(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    struct str line = citation_line(&b.story->sources[0], b.strings[0], &b.arena);
    assert_true(str_is(line, "B. Writer: A soft report. A press, November 2014"));
    struct source asks = {.title = STR("Why?"), .publisher = STR("P"), .url = STR("https://example.org")};
    assert_true(str_is(citation_line(&asks, b.strings[0], &b.arena), "Why? P. https://example.org"));
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_agree),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_lookup),
        cmocka_unit_test(test_citation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
