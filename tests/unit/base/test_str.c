#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_parts(void **state)
{
    (void)state;
    assert_true(str_is(str_sub(STR("river"), 1, 3), "ive"));
    assert_true(str_is(str_sub(STR("river"), 3, SIZE_MAX), "er"));
    assert_true(str_is(str_sub(STR("river"), 9, 3), ""));
    assert_true(str_is(str_after(STR("river"), 2), "ver"));
    assert_true(str_is(str_trim(STR(" \t\r\n\v\f a b \n")), "a b"));
    assert_true(str_is(str_trim(STR(" \n")), ""));
    assert_int_equal(str_find(STR("a/b/c"), '/', 2), 3);
    assert_int_equal(str_find(STR("a/b"), '/', 2), 3);
    assert_int_equal(str_find((struct str){0}, '/', 0), 0);
    assert_true(str_starts(STR("river"), STR("riv")) && !str_starts(STR("ri"), STR("riv")));
    assert_true(str_ends(STR("river"), STR("ver")) && !str_ends(STR("er"), STR("ver")));
    assert_true(str_eq((struct str){0}, STR("")) && str_is(STR(""), NULL));
    assert_null(str_from(NULL).s);
    assert_null(str_after((struct str){0}, 4).s);
}

static void test_order(void **state)
{
    (void)state;
    static const char *const sorted[] = {"", "Z", "a", "a.b", "a/b", "ab", "\xC3\xA4"};
    for (size_t i = 0; i < COUNT(sorted); i++) {
        for (size_t j = 0; j < COUNT(sorted); j++) {
            int order = str_cmp(str_from(sorted[i]), str_from(sorted[j]));
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    }
}

static void test_to_int(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t low, high;
        bool ok;
        int64_t value;
    } rows[] = {
        {"0", 0, 9, true, 0},
        {"-7", -9, 9, true, -7},
        {"007", 0, 9, true, 7},
        {"9223372036854775807", INT64_MIN, INT64_MAX, true, INT64_MAX},
        {"-9223372036854775808", INT64_MIN, INT64_MAX, true, INT64_MIN},
        {"9223372036854775808", INT64_MIN, INT64_MAX, false, 0},
        {"-9223372036854775809", INT64_MIN, INT64_MAX, false, 0},
        {"99999999999999999999", INT64_MIN, INT64_MAX, false, 0},
        {"10", 0, 9, false, 0},
        {"-1", 0, 9, false, 0},
        {"", 0, 9, false, 0},
        {"-", 0, 9, false, 0},
        {"+1", 0, 9, false, 0},
        {" 1", 0, 9, false, 0},
        {"1 ", 0, 9, false, 0},
        {"1.0", 0, 9, false, 0},
        {"0x1", 0, 9, false, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t value = 0;
        bool ok = str_to_int(str_from(rows[i].text), rows[i].low, rows[i].high, &value);
        if (ok != rows[i].ok || value != rows[i].value) {
            print_error("row %zu: \"%s\" gives %d, %lld\n", i, rows[i].text, ok, (long long)value);
        }
        assert_true(ok == rows[i].ok && value == rows[i].value);
    }
}

static void test_distance(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t limit, distance;
    } rows[] = {
        {"", "", 3, 0},
        {"river", "river", 0, 0},
        {"river", "rivre", 3, 1},
        {"kitten", "sitting", 9, 3},
        {"saturday", "sunday", 9, 3},
        {"kitten", "sitting", 2, 3},
        {"ca", "abc", 9, 3}, /* restricted: what was swapped is not changed again */
        {"", "abc", 9, 3},
        {"", "abc", 1, 2},
        {"ab", "ba", 1, 1},
        {"abcdef", "fedcba", 9, 5},
        {"a", "b", SIZE_MAX - 1, 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str a = str_from(rows[i].a);
        struct str b = str_from(rows[i].b);
        size_t there = str_distance(a, b, rows[i].limit);
        size_t back = str_distance(b, a, rows[i].limit);
        if (there != rows[i].distance || back != rows[i].distance) {
            print_error("row %zu: %zu, %zu\n", i, there, back);
        }
        assert_true(there == rows[i].distance && back == rows[i].distance);
    }
}

static void test_nearest(void **state)
{
    (void)state;
    static const struct str known[] = {
        STR_INIT("River"), STR_INIT("river"),   STR_INIT("shelter"),
        STR_INIT("ok"),    STR_INIT("choices"), STR_INIT("a-very-long-scene-id"),
    };
    static const struct {
        const char *word, *nearest;
    } rows[] = {
        {"river", "river"},
        {"RIVER", "River"},
        {"rovers", "river"},
        {"sheltr", "shelter"},
        {"Shelter", "shelter"},
        {"o", "ok"},
        {"x", ""},
        {"xy", ""},
        {"village", ""},
        {"", ""},
        {"a-very-lng-scen-ids", "a-very-long-scene-id"},
        {"a-vry-lng-scn-ids", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str nearest = str_nearest(str_from(rows[i].word), known, COUNT(known));
        if (!str_is(nearest, rows[i].nearest)) {
            print_error("row %zu: \"%s\" gives \"%.*s\"\n", i, rows[i].word, STR_ARG(nearest));
        }
        assert_true(str_is(nearest, rows[i].nearest));
    }
    assert_null(str_nearest(STR("river"), NULL, 0).s);
}

static void test_strbuf(void **state)
{
    (void)state;
    struct strbuf b = {0};
    assert_true(str_is(strbuf_str(&b), ""));
    for (int i = 0; i < 1000; i++) {
        strbuf_printf(&b, "%s%d,", "", i % 10);
    }
    assert_int_equal(b.n, 2000);
    assert_int_equal(strlen(b.s), 2000);
    strbuf_clear(&b);
    assert_string_equal(b.s, "");
    strbuf_printf(&b, "%0300d", 7);
    assert_int_equal(b.n, 300);
    strbuf_finish(&b);
    strbuf_finish(&b);
    strbuf_finish(NULL);
}

static void test_visible(void **state)
{
    (void)state;
    static const struct {
        struct str text;
        const char *visible;
    } rows[] = {
        {STR_INIT("plain \"quotes\" and \\"), "plain \"quotes\" and \\"},
        {STR_INIT("two\nlines\tand"), "two\\nlines\\tand"},
        {STR_INIT("\033[2J"), "\\u001b[2J"},
        {STR_INIT("a\rb\0c\177"), "a\\u000db\\u0000c\\u007f"},
        {STR_INIT("\xC2\x9B"
                  "2J"),
         "\\u009b2J"},
        {STR_INIT("\xE2\x80\xA8\xE2\x80\xAE\xE2\x81\xA6"), "\\u2028\\u202e\\u2066"},
        {STR_INIT("\xE2\x80\x8F"), "\xE2\x80\x8F"},
        {STR_INIT("Latin-1 \xE4"), "Latin-1 \xE4"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct strbuf b = {0};
        strbuf_add_visible(&b, rows[i].text);
        assert_string_equal(b.s, rows[i].visible);
        strbuf_finish(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),   cmocka_unit_test(test_order),
        cmocka_unit_test(test_to_int),  cmocka_unit_test(test_distance),
        cmocka_unit_test(test_nearest), cmocka_unit_test(test_strbuf),
        cmocka_unit_test(test_visible),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
