#include "text/number.h"

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/compiler.h"

static void shows_numbers_as_the_story_format_says(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *language, *shown;
    } rows[] = {
        {0, "en", "0"},
        {-0.0, "en", "0"},
        {-7, "en", "-7"},
        {2014, "en", "2014"},
        {-9999, "en", "-9999"},
        {10000, "en", "10,000"},
        {1234567.5, "en", "1,234,567.5"},
        {0.1 + 0.2, "en", "0.3"},
        {-0.0004, "en", "0"},
        {2.5, "en", "2.5"},
        {0.0625, "en", "0.062"}, /* half to even */
        {1e21, "en", "1,000,000,000,000,000,000,000"},
        {12345.5, "ko", "12,345.5"},
        {1234, "es", "1234"},
        {12345.5, "es", "12.345,5"},
        {12345.5, "es-MX", "12,345.5"},
        {12345.5, "de", "12.345,5"},
        {12345.5, "de-CH", "12’345.5"},
        {12345.5, "KO-kr", "12,345.5"},
        {12345.5, "th-u-nu-thai", "12,345.5"},
        {1234567.5, "hi", "12,34,567.5"},
        {12345.5, "xx", "12,345.5"},
        {12345.5, "not a tag", "12,345.5"},
        {12345.5, "und", "12,345.5"},
        {12345.5, "", "12,345.5"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct str got = number_show(rows[i].value, str_from(rows[i].language), &a);
        if (!str_is(got, rows[i].shown)) {
            fail_msg("%.17g in \"%s\" is \"%.*s\", not \"%s\"", rows[i].value, rows[i].language,
                     STR_ARG(got), rows[i].shown);
        }
        arena_finish(&a);
    }
}

static void the_largest_and_the_impossible_have_a_form(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_true(number_show(-DBL_MAX, STR("fa"), &a).n > 309);
    assert_true(number_show((double)INFINITY, STR("en"), &a).n > 0);
    assert_true(number_show((double)NAN, STR("en"), &a).n > 0);
    arena_finish(&a);
}

static void gives_separators(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"en", ".", ","}, {"de", ",", "."}, {"ko", ".", ","}, {"es", ",", "."}, {"xx", ".", ","},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct str decimal;
        struct str group;
        number_separators(str_from(rows[i][0]), &a, &decimal, &group);
        assert_true(str_is(decimal, rows[i][1]) && str_is(group, rows[i][2]));
        arena_finish(&a);
    }
}

static void shows_the_languages_own_digits(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"en", "12,345"}, {"ko", "12,345"}, {"ar", "١٢٬٣٤٥"}, {"ar-MA", "12.345"}, {"fa", "۱۲٬۳۴۵"}, {"th", "12,345"},
        {"zh-Hans", "12,345"}, {"hi", "12,345"}, {"not a tag", "12,345"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct str got = number_show_own(12345, str_from(rows[i][0]), &a);
        if (!str_is(got, rows[i][1])) {
            fail_msg("in \"%s\" it is \"%.*s\"", rows[i][0], STR_ARG(got));
        }
        arena_finish(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_numbers_as_the_story_format_says),
        cmocka_unit_test(the_largest_and_the_impossible_have_a_form),
        cmocka_unit_test(gives_separators),
        cmocka_unit_test(shows_the_languages_own_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
