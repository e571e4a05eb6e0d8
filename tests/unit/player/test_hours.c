#include "player/hours.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/compiler.h"

/* Monday, 2026-11-23, 00:00, in seconds since 1970. */
#define MONDAY (INT64_C(20780) * 86400)
#define AT(day, hour, minute) (MONDAY + (day) * INT64_C(86400) + (hour) * 3600 + (minute) * 60)

static void test_open(void **state)
{
    (void)state;
    static const struct {
        const char *hours, *closed;
        int64_t at;
        bool is_open;
    } rows[] = {
        {"always", "", AT(0, 3, 0), true},
        {"always", "11-23", AT(0, 3, 0), false},
        {"always", "11-23", AT(1, 0, 0), true},
        {"always", "2026-11-23", AT(0, 3, 0), false},
        {"always", "2027-11-23", AT(0, 3, 0), true},
        {"Tue-Sun 10:00-18:00", "", AT(0, 12, 0), false}, /* a Monday */
        {"Tue-Sun 10:00-18:00", "", AT(1, 9, 59), false},
        {"Tue-Sun 10:00-18:00", "", AT(1, 10, 0), true},
        {"Tue-Sun 10:00-18:00", "", AT(1, 17, 59), true},
        {"Tue-Sun 10:00-18:00", "", AT(1, 18, 0), false},
        {"Sun-Mon 10:00-18:00", "", AT(0, 12, 0), true},
        {"Sun-Mon 10:00-18:00", "", AT(1, 12, 0), false},
        {"Mon 09:00-24:00", "", AT(0, 23, 59), true},
        {"Mon 09:00-24:00", "", AT(1, 0, 0), false},
        {"Mon 18:00-02:00", "", AT(1, 1, 59), true}, /* into the night */
        {"Mon 18:00-02:00", "", AT(1, 2, 0), false},
        {"Mon 18:00-02:00", "", AT(0, 1, 0), false},
        {"Mon 18:00-02:00", "11-23", AT(1, 1, 0), false}, /* the night belongs to its evening */
        {"Mon 09:00-10:00, Mon 11:00-12:00", "", AT(0, 10, 30), false},
        {"Mon 09:00-10:00, Mon 11:00-12:00", "", AT(0, 11, 30), true},
        {"always", "02-29", INT64_C(1709164800), false}, /* 2024-02-29 */
        {"always", "02-29", INT64_C(1740787200), true},  /* 2025-03-01 */
        {"always", "", INT64_MIN, true},
        {"always", "12-31", INT64_MAX, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct hours h = {0};
        struct strbuf fault = {0};
        assert_true(hours_parse(&h, str_from(rows[i].hours), &fault));
        assert_true(hours_parse_closed(&h, str_from(rows[i].closed), &fault));
        if (hours_are_open(&h, rows[i].at) != rows[i].is_open) {
            fail_msg("row %zu: \"%s\", closed \"%s\"", i, rows[i].hours, rows[i].closed);
        }
        strbuf_finish(&fault);
    }
}

static void test_wrong(void **state)
{
    (void)state;
    static const struct {
        bool is_closed;
        const char *text, *fault;
    } rows[] = {
        {false, "Tue-Sun", "\"\" are no hours: write them as in 10:00-18:00"},
        {false, "Tue 10-18", "\"10-18\" are no hours: write them as in 10:00-18:00"},
        {false, "Tue 10:00-25:00", "\"10:00-25:00\" are no hours: write them as in 10:00-18:00"},
        {false, "Tue 24:00-25:00", "\"24:00-25:00\" are no hours: write them as in 10:00-18:00"},
        {false, "Tue 24:00-06:00", "\"24:00-06:00\" are no hours: write them as in 10:00-18:00"},
        {false, "Tue 10:60-18:00", "\"10:60-18:00\" are no hours: write them as in 10:00-18:00"},
        {false, "Tu 10:00-18:00",
         "\"Tu\" is no day: write Mon, Tue, Wed, Thu, Fri, Sat or Sun, or two of them as in Tue-Sun"},
        {false, "", "\"\" is no day: write Mon, Tue, Wed, Thu, Fri, Sat or Sun, or two of them as in Tue-Sun"},
        {false, "Mon 10:00-18:00,",
         "\"\" is no day: write Mon, Tue, Wed, Thu, Fri, Sat or Sun, or two of them as in Tue-Sun"},
        {true, "13-01", "\"13-01\" is no day: write 2027-01-01, or 12-25 for every year"},
        {true, "2027-02-29", "\"2027-02-29\" is no day: write 2027-01-01, or 12-25 for every year"},
        {true, "12-25, x", "\"x\" is no day: write 2027-01-01, or 12-25 for every year"},
        {true, "2027/01/01", "\"2027/01/01\" is no day: write 2027-01-01, or 12-25 for every year"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct hours h = {.span_count = 1, .closed_count = 1};
        struct strbuf fault = {0};
        struct str text = str_from(rows[i].text);
        assert_false(rows[i].is_closed ? hours_parse_closed(&h, text, &fault) : hours_parse(&h, text, &fault));
        assert_string_equal(fault.s, rows[i].fault);
        assert_int_equal(h.span_count, 1); /* nothing was taken */
        assert_int_equal(h.closed_count, 1);
        strbuf_finish(&fault);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_open),
        cmocka_unit_test(test_wrong),
    };
    return cmocka_run_group_tests_name("hours", tests, NULL, NULL);
}
