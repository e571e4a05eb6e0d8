#include "base/num.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_write(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        {0.0, "0"},
        {-0.0, "0"},
        {NAN, "NaN"},
        {INFINITY, "Infinity"},
        {-INFINITY, "-Infinity"},
        {1, "1"},
        {-1.5, "-1.5"},
        {2014, "2014"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1e-6, "0.000001"},
        {1e-7, "1e-7"},
        {1.25e-7, "1.25e-7"},
        {123456789012345680000.0, "123456789012345680000"},
        {1e21, "1e+21"},
        {-1.5e300, "-1.5e+300"},
        {9007199254740993.0, "9007199254740992"},
        {5e-324, "5e-324"},
        {2.2250738585072014e-308, "2.2250738585072014e-308"},
        {1.7976931348623157e308, "1.7976931348623157e+308"},
        {-1.7976931348623157e-300, "-1.7976931348623157e-300"},
        {5.684341886080802e-14, "5.684341886080802e-14"}, /* 2^-44: the nearest 16 digits miss it */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char text[32];
        size_t length = num_write(rows[i].value, text);
        assert_string_equal(text, rows[i].text);
        assert_int_equal(length, str_from(text).n);
    }
}

static void test_parse(void **state)
{
    (void)state;
    static const struct {
        struct str text;
        double value;
    } rows[] = {
        {STR_INIT(""), 0},
        {STR_INIT(" \t\n\xC2\xA0\xEF\xBB\xBF\xE3\x80\x80"), 0},
        {STR_INIT("\xE2\x80\xA8 42 \xE2\x80\xA9"), 42},
        {STR_INIT("1."), 1},
        {STR_INIT(".5"), .5},
        {STR_INIT("+1e3"), 1000},
        {STR_INIT("-0010.5E-1"), -1.05},
        {STR_INIT("1e999"), INFINITY},
        {STR_INIT("Infinity"), INFINITY},
        {STR_INIT("-Infinity"), -INFINITY},
        {STR_INIT("0xfF"), 255},
        {STR_INIT("0O17"), 15},
        {STR_INIT("0b101"), 5},
        {STR_INIT("0x20000000000001"), 9007199254740992.0}, /* ties to even */
        {STR_INIT("0x20000000000003"), 9007199254740996.0},
        {STR_INIT("0x200000000000010000000000000001"), 0x20000000000002p64}, /* past the tie */
        {STR_INIT("."), NAN},
        {STR_INIT("e5"), NAN},
        {STR_INIT("1e"), NAN},
        {STR_INIT("1e+"), NAN},
        {STR_INIT("+"), NAN},
        {STR_INIT("--1"), NAN},
        {STR_INIT("1 2"), NAN},
        {STR_INIT("1,5"), NAN},
        {STR_INIT("1\0"), NAN},
        {STR_INIT("0x"), NAN},
        {STR_INIT("-0x1"), NAN},
        {STR_INIT("0b2"), NAN},
        {STR_INIT("0o8"), NAN},
        {STR_INIT("0xg"), NAN},
        {STR_INIT("inf"), NAN},
        {STR_INIT("infinity"), NAN},
        {STR_INIT("nan"), NAN},
        {STR_INIT("0x1p3"), NAN},
        {STR_INIT("1_000"), NAN},
        {STR_INIT("\xFF"), NAN},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        double value = num_parse(rows[i].text);
        bool same = isnan(rows[i].value) ? isnan(value) : value == rows[i].value;
        if (!same) {
            print_error("row %zu: \"%.*s\" gives %.17g\n", i, STR_ARG(rows[i].text), value);
        }
        assert_true(same);
    }
    assert_true(signbit(num_parse(STR("-0"))));
}

static void test_round_trip(void **state)
{
    (void)state;
    uint64_t bits = 1;
    for (int i = 0; i < 20000; i++) {
        bits = bits * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        union {
            uint64_t bits;
            double value;
        } u = {.bits = i % 20 == 0 ? bits & UINT64_C(0xFFF0000000000000) : bits};
        char text[32];
        struct str s = {text, num_write(u.value, text)};
        assert_true(isnan(u.value) || num_parse(s) == u.value);
    }
}

static void test_json_string(void **state)
{
    (void)state;
    static const struct {
        struct str text;
        const char *json;
    } rows[] = {
        {{NULL, 0}, "\"\""},
        {STR_INIT("a\"b\\c/"), "\"a\\\"b\\\\c/\""},
        {STR_INIT("\b\t\n\f\r"), "\"\\b\\t\\n\\f\\r\""},
        {STR_INIT("\0\x1F\x7F"), "\"\\u0000\\u001f\x7F\""},
        {STR_INIT("\xE2\x80\xA8"), "\"\xE2\x80\xA8\""},
        {STR_INIT("\xFF\xC3"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct strbuf b = {0};
        json_write_string(&b, rows[i].text);
        assert_string_equal(b.s, rows[i].json);
        strbuf_finish(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_write),
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_json_string),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
