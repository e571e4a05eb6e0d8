#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Unicode 15, table 3-7, at its edges. */
static void test_next(void **state)
{
    (void)state;
    static const struct {
        struct str text;
        uint32_t code;
    } rows[] = {
        {STR_INIT("\0"), 0},
        {STR_INIT("\x7F"), 0x7F},
        {STR_INIT("\xC2\x80"), 0x80},
        {STR_INIT("\xDF\xBF"), 0x7FF},
        {STR_INIT("\xE0\xA0\x80"), 0x800},
        {STR_INIT("\xED\x9F\xBF"), 0xD7FF},
        {STR_INIT("\xEE\x80\x80"), 0xE000},
        {STR_INIT("\xEF\xBF\xBF"), 0xFFFF},
        {STR_INIT("\xF0\x90\x80\x80"), 0x10000},
        {STR_INIT("\xF4\x8F\xBF\xBF"), 0x10FFFF},
        {STR_INIT("\x80"), UTF8_BAD},
        {STR_INIT("\xC0\x80"), UTF8_BAD},
        {STR_INIT("\xC1\xBF"), UTF8_BAD},
        {STR_INIT("\xC2"), UTF8_BAD},
        {STR_INIT("\xC2\x41"), UTF8_BAD},
        {STR_INIT("\xE0\x9F\xBF"), UTF8_BAD},
        {STR_INIT("\xED\xA0\x80"), UTF8_BAD},
        {STR_INIT("\xE2\x82"), UTF8_BAD},
        {STR_INIT("\xF0\x8F\xBF\xBF"), UTF8_BAD},
        {STR_INIT("\xF4\x90\x80\x80"), UTF8_BAD},
        {STR_INIT("\xF5\x80\x80\x80"), UTF8_BAD},
        {STR_INIT("\xFF"), UTF8_BAD},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str text = rows[i].text;
        size_t at = 0;
        uint32_t code = utf8_next(text, &at);
        bool good = code != UTF8_BAD;
        if (code != rows[i].code) {
            print_error("row %zu: U+%04X\n", i, (unsigned)code);
        }
        assert_int_equal(code, rows[i].code);
        assert_int_equal(at, good ? text.n : 1);
        assert_int_equal(utf8_check(text), good ? text.n : 0);
        assert_int_equal(utf8_back(text, text.n), good ? 0 : text.n - 1);
    }
}

static void test_put(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        if (code >= 0xD800 && code <= 0xDFFF) {
            continue;
        }
        char bytes[4];
        struct str text = {bytes, (size_t)utf8_put(bytes, code)};
        size_t at = 0;
        if (utf8_next(text, &at) != code || at != text.n) {
            fail_msg("U+%04X", (unsigned)code);
        }
    }
}

static void test_whole(void **state)
{
    (void)state;
    struct str text = STR("a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x8C\x8A");
    assert_int_equal(utf8_count(text), 4);
    assert_int_equal(utf8_check(text), 10);
    assert_int_equal(utf8_back(text, 10), 6);
    assert_int_equal(utf8_back(text, 6), 3);
    assert_int_equal(utf8_back(text, 3), 1);
    assert_int_equal(utf8_back(text, 1), 0);
    assert_int_equal(utf8_check(STR("ab\xFF")), 2);
    assert_int_equal(utf8_count(STR("a\xE2\x82z")), 4);
    assert_int_equal(utf8_count((struct str){0}), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next),
        cmocka_unit_test(test_put),
        cmocka_unit_test(test_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
