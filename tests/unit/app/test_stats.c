#include <stdio.h>
#include <string.h>

#include "support.h"
#include "app/stats.h"
#include "term/columns.h"

#define ROW(day, lang, what, item, n) \
    {STR_INIT(day), STR_INIT("tumen"), STR_INIT(lang), STR_INIT(what), STR_INIT(item), n}

/* The mark says whether it is hidden. */
static const struct {
    struct count_row row;
    bool hidden;
    const char *why;
} rows[] = {
    {ROW("2026-11-23", "", "starts", "", 1), true, "small"},
    {ROW("2026-11-23", "en", "choice", "gate bank", 4), true, "small, and alone: nothing adds up to it"},
    {ROW("2026-11-23", "en", "choice", "gate far", 5), false, "just large enough"},
    {ROW("2026-11-23", "en", "dwell", "longer", 9), false, "large"},
    {ROW("2026-11-23", "en", "dwell", "under-15s", 4), true, "small"},
    {ROW("2026-11-23", "en", "dwell", "under-1min", 6), true, "the smallest beside the only small one"},
    {ROW("2026-11-23", "en", "dwell", "under-3min", 6), false, "one is enough"},
    {ROW("2026-11-23", "en", "ended", "home", 12), false, "large"},
    {ROW("2026-11-23", "en", "ended", "idle", 13), false, "large"},
    {ROW("2026-11-23", "en", "last-scene", "bank", 20), false, "large"},
    {ROW("2026-11-23", "en", "last-scene", "far", 3), true, "small"},
    {ROW("2026-11-23", "en", "last-scene", "gate", 2), true, "small: two of them do not follow from the rest"},
    {ROW("2026-11-23", "en", "sessions", "", 25), false, "large"},
    {ROW("2026-11-23", "ko", "ended", "idle", 4), true, "small, another language"},
    {ROW("2026-11-23", "ko", "sessions", "", 4), true, "small"},
    {ROW("2026-11-24", "en", "ended", "idle", 7), false, "another day"},
};

static struct count_table table(struct arena *a)
{
    struct count_row *all = arena_new(a, struct count_row, COUNT(rows));
    for (size_t i = 0; i < COUNT(rows); i++) {
        all[i] = rows[i].row;
    }
    return (struct count_table){.rows = all, .count = COUNT(rows)};
}

static void test_hidden(void **state)
{
    (void)state;
    struct arena a = {0};
    struct count_table t = table(&a);
    const bool *hidden = stats_hidden(&t, &a);
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (hidden[i] != rows[i].hidden) {
            fail_msg("row %zu (%s)", i, rows[i].why);
        }
        assert_true(count_row_is_sound(&rows[i].row));
    }
    arena_finish(&a);
}

static void test_csv(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf out = {0};
    struct count_table t = table(&a);
    t.count = 3;
    stats_csv(&t, stats_hidden(&t, &a), STATS_BY_DAY, &out);
    assert_string_equal(out.s, "day,story,language,what,item,count\n"
                               "2026-11-23,tumen,,starts,,<5\n"
                               "2026-11-23,tumen,en,choice,gate bank,<5\n"
                               "2026-11-23,tumen,en,choice,gate far,5\n");
    strbuf_clear(&out);
    stats_csv(&t, NULL, STATS_BY_DAY, &out);
    assert_non_null(strstr(out.s, ",gate bank,4\n"));
    strbuf_finish(&out);
    arena_finish(&a);
}

/* Summed up, what was too small on each day may be large enough. */
static void test_by(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf out = {0};
    static const struct count_row days[] = {
        ROW("2026-10-31", "en", "sessions", "", 6),
        ROW("2026-11-01", "en", "choice", "gate far", 3),
        ROW("2026-11-01", "en", "sessions", "", 4),
        ROW("2026-11-02", "en", "choice", "gate far", 2),
        ROW("2026-11-02", "ko", "sessions", "", 7),
        ROW("2026-11-03", "en", "sessions", "", 4),
    };
    static const struct {
        enum stats_by by;
        const char *csv;
    } wanted[] = {
        {STATS_BY_MONTH, "month,story,language,what,item,count\n"
                         "2026-10,tumen,en,sessions,,6\n"
                         "2026-11,tumen,en,choice,gate far,5\n"
                         "2026-11,tumen,en,sessions,,8\n"
                         "2026-11,tumen,ko,sessions,,7\n"},
        {STATS_BY_ALL, "all,story,language,what,item,count\n"
                       ",tumen,en,choice,gate far,5\n"
                       ",tumen,en,sessions,,14\n"
                       ",tumen,ko,sessions,,7\n"},
    };
    const struct count_table t = {.rows = days, .count = COUNT(days)};
    for (size_t i = 0; i < COUNT(wanted); i++) {
        struct count_table summed = stats_by(&t, wanted[i].by, &a);
        strbuf_clear(&out);
        stats_csv(&summed, stats_hidden(&summed, &a), wanted[i].by, &out);
        assert_string_equal(out.s, wanted[i].csv);
    }
    strbuf_finish(&out);
    arena_finish(&a);
}

static void test_json(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf out = {0};
    struct count_table t = table(&a);
    t.count = 1;
    const struct count_range range = {.from = STR("2026-11-01")};
    stats_json(&t, stats_hidden(&t, &a), &range, &out);
    assert_string_equal(out.s, "{\"from\":\"2026-11-01\",\"to\":\"\",\"least\":5,\"rows\":[\n"
                               "{\"day\":\"2026-11-23\",\"story\":\"tumen\",\"language\":\"\",\"what\":\"starts\","
                               "\"item\":\"\",\"count\":null}\n]}\n");
    strbuf_clear(&out);
    t.count = 0;
    stats_json(&t, NULL, &range, &out);
    assert_string_equal(out.s, "{\"from\":\"2026-11-01\",\"to\":\"\",\"least\":1,\"rows\":[]}\n");
    strbuf_finish(&out);
    arena_finish(&a);
}

static bool has_line(struct str text, const char *line)
{
    size_t n = strlen(line);
    for (size_t at = 0; at < text.n;) {
        size_t end = str_find(text, '\n', at);
        if (end - at == n && memcmp(text.s + at, line, n) == 0) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

static void expect_fits(struct str text, int columns)
{
    for (size_t at = 0; at < text.n;) {
        size_t end = str_find(text, '\n', at);
        struct str line = str_sub(text, at, end - at);
        if (columns_of(line) > columns || (line.n && line.s[line.n - 1] == ' ')) {
            fail_msg("at %d columns: \"%.*s\"", columns, STR_ARG(line));
        }
        at = end + 1;
    }
}

static void test_text(void **state)
{
    (void)state;
    static const int widths[] = {0, 39, 40, 41, 59, 60, 80, 100, 10000};
    struct arena a = {0};
    struct strbuf out = {0};
    struct count_table t = table(&a);
    for (size_t i = 0; i < COUNT(widths); i++) {
        strbuf_clear(&out);
        stats_text(&t, &(struct stats_names){0}, widths[i], &out);
        expect_fits(strbuf_str(&out), widths[i] < 40 ? 40 : widths[i] > 100 ? 100 : widths[i]);
    }
    strbuf_clear(&out);
    stats_text(&t, &(struct stats_names){0}, 40, &out);
    static const char *const lines[] = {
        "tumen",
        "2026-11-23 to 2026-11-24",
        "Sessions",
        "  all                   29",
        "  2026-11-23            29 100 %  ######",
        "  en                    25  86 %  #####",
        "  ko                     4  14 %  #",
        "  under 15 s             4  14 %  #",
        "  10 min or more         9  31 %  ##",
        "  home was pressed      12  41 %  ##",
        "  nobody was there      24  83 %  #####",
        "Choices: gate",
        "  far                    5  56 %  ###",
        "Last scene shown",
        "  bank                  20  80 %  #####",
        "  far                    3  12 %  #",
    };
    for (size_t i = 0; i < COUNT(lines); i++) {
        if (!has_line(strbuf_str(&out), lines[i])) {
            fail_msg("no line \"%s\" in:\n%s", lines[i], out.s);
        }
    }
    strbuf_finish(&out);
    arena_finish(&a);
}

/* More days than a screen has lines become months; numbers as large as can be are added up all the same. */
static void test_months(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf out = {0};
    struct count_row *all = arena_new(&a, struct count_row, 60);
    for (int i = 0; i < 60; i++) {
        struct str day = arena_printf(&a, "2026-%02d-%02d", 10 + i / 30, 1 + i % 30);
        all[i] = (struct count_row){day, STR("tumen"), STR("en"), STR("sessions"), STR(""), i == 59 ? COUNT_MOST : 2};
    }
    struct count_table t = {.rows = all, .count = 59};
    stats_text(&t, &(struct stats_names){0}, 80, &out);
    assert_true(has_line(strbuf_str(&out), "Months"));
    assert_non_null(strstr(out.s, "\n  2026-10     "));
    assert_null(strstr(out.s, "\n  2026-10-01"));
    assert_non_null(strstr(out.s, "  118\n"));
    t.count = 60;
    strbuf_clear(&out);
    stats_text(&t, &(struct stats_names){0}, 80, &out);
    assert_non_null(strstr(out.s, " 9007199254740992\n"));
    strbuf_finish(&out);
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hidden), cmocka_unit_test(test_csv),    cmocka_unit_test(test_json),
        cmocka_unit_test(test_by),    
        cmocka_unit_test(test_text),   cmocka_unit_test(test_months),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
