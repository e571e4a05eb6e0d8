#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support.h"

/* "day story language what item n" of each row, a line each, without those that repeat the head. */
static void expect_rows(const struct session_count *c, const char *wanted)
{
    struct arena a = {0};
    struct strbuf got = {0};
    const struct count_row *rows = NULL;
    int count = session_count_rows(c, &a, &rows);
    for (int i = 0; i < count; i++) {
        assert_true(count_row_is_sound(&rows[i]));
        assert_true(str_eq(rows[i].day, c->day) && str_eq(rows[i].story, c->story));
        strbuf_printf(&got, "%.*s(%.*s)%d ", STR_ARG(rows[i].what), STR_ARG(rows[i].item), (int)rows[i].n);
    }
    if (!str_is(strbuf_str(&got), wanted)) {
        fail_msg("got  %s\nwant %s", got.s ? got.s : "", wanted);
    }
    strbuf_finish(&got);
    arena_finish(&a);
}

static struct session_count plain(void)
{
    return (struct session_count){
        .day = STR("2026-11-23"), .story = STR("tumen"), .language = STR("en"), .last_scene = STR("gate")};
}

static void test_rows(void **state)
{
    (void)state;
    static const struct session_choice choices[] = {
        {STR_INIT("gate"), STR_INIT("bank")}, {STR_INIT("bank"), STR_INIT("round")},
        {STR_INIT("gate"), STR_INIT("=1+1")}, /* no id: left out, and the session counts all the same */
    };
    struct session_count c = plain();
    expect_rows(&c, "sessions()1 dwell(under-15s)1 ended(home)1 last-scene(gate)1 ");
    c.choices = choices;
    c.choice_count = COUNT(choices);
    c.is_completed = true;
    c.restarts = 2;
    c.dwell_ms = 185000;
    c.end = SESSION_IDLE;
    c.access = ACCESS_SPEECH | ACCESS_REACH;
    c.last_scene = STR("");
    expect_rows(&c, "sessions()1 with-choice()1 completed()1 restarts()2 dwell(under-10min)1 ended(idle)1 "
                    "access(speech)1 access(reach)1 choice(gate bank)1 choice(bank round)1 ");
    c = plain();
    c.day = STR("2026-11-31");
    expect_rows(&c, "");
    c = plain();
    c.language = STR("");
    expect_rows(&c, "");
}

static void test_dwell(void **state)
{
    (void)state;
    static const struct {
        int64_t ms;
        const char *word;
    } rows[] = {
        {-5, "under-15s"},        {0, "under-15s"},         {14999, "under-15s"},     {15000, "under-1min"},
        {59999, "under-1min"},    {60000, "under-3min"},    {180000, "under-10min"},  {599999, "under-10min"},
        {600000, "longer"},       {INT64_MAX, "longer"},    {INT64_MIN, "under-15s"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct session_count c = plain();
        const struct count_row *got = NULL;
        c.dwell_ms = rows[i].ms;
        int count = session_count_rows(&c, &a, &got);
        bool found = false;
        for (int n = 0; n < count; n++) {
            found |= str_is(got[n].what, "dwell") && str_is(got[n].item, rows[i].word);
        }
        if (!found) {
            fail_msg("%lld ms is not %s", (long long)rows[i].ms, rows[i].word);
        }
        arena_finish(&a);
    }
}

static void test_days(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        bool is_sound;
    } rows[] = {
        {"2026-11-23", true}, {"2024-02-29", true},   {"2000-02-29", true},  {"0001-01-01", true},
        {"9999-12-31", true}, {"2026-02-29", false},  {"1900-02-29", false}, {"2026-13-01", false},
        {"2026-00-10", false}, {"2026-11-31", false}, {"0000-01-01", false}, {"2026-11-2", false},
        {"2026-11-023", false}, {"-026-11-23", false}, {"2026/11/23", false}, {"", false},
        {"2026-11- 3", false}, {"2026-11--3", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (day_is_sound(str_from(rows[i].day)) != rows[i].is_sound) {
            fail_msg("\"%s\"", rows[i].day);
        }
    }
}

/* A clock that jumps gives another day, never none. */
static void test_day_of(void **state)
{
    (void)state;
    static const struct {
        int64_t seconds;
        const char *day;
    } rows[] = {
        {0, "1970-01-01"},          {1795392000, "2026-11-23"}, {1795478399, "2026-11-23"},
        {1795478400, "2026-11-24"}, {-1, "1969-12-31"},         {INT64_MAX, "1970-01-01"},
        {INT64_MIN, "1970-01-01"},  {253402300800, "1970-01-01"}, {-62135596801, "1970-01-01"},
    };
    struct arena a = {0};
    (void)setenv("TZ", "UTC", 1);
    tzset();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str day = day_of(rows[i].seconds, &a);
        if (!str_is(day, rows[i].day)) {
            fail_msg("%lld is \"%.*s\"", (long long)rows[i].seconds, STR_ARG(day));
        }
        assert_true(day_is_sound(day));
    }
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_dwell),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_day_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
