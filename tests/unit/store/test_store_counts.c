/* Totals of days, and that nothing tells two visits of one day apart. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "folder.h"

static const struct session_choice to_bank[] = {{STR_INIT("gate"), STR_INIT("bank")}};
static const struct session_choice to_far[] = {{STR_INIT("gate"), STR_INIT("far")}, {STR_INIT("far"), STR_INIT("on")}};

static struct session_count visit(int which)
{
    struct session_count c = {.day = STR("2026-11-23"), .story = STR("tumen"), .language = STR("en")};
    switch (which) {
    case 0: /* looks for a moment */
        c.last_scene = STR("gate");
        c.end = SESSION_IDLE;
        break;
    case 1: /* goes all the way, and listens */
        c.choices = to_far;
        c.choice_count = COUNT(to_far);
        c.last_scene = STR("end");
        c.is_completed = true;
        c.dwell_ms = 700000;
        c.access = ACCESS_SPEECH;
        break;
    case 2:
        c.language = STR("ko");
        c.choices = to_bank;
        c.choice_count = COUNT(to_bank);
        c.last_scene = STR("bank");
        c.dwell_ms = 70000;
        c.restarts = 1;
        break;
    default: /* the same once more, the next day */
        c = visit(2);
        c.day = STR("2026-11-24");
        break;
    }
    return c;
}

static void count(struct store *s, int which)
{
    struct error err = {0};
    struct session_count c = visit(which);
    if (!store_count_session(s, &c, &err)) {
        fail_msg("%s", err.text);
    }
}

static struct str table_text(struct store *s, const struct count_range *range, struct arena *a)
{
    struct error err = {0};
    struct count_table table;
    struct strbuf b = {0};
    assert_true(store_counts(s, range, a, &table, &err));
    assert_int_equal(table.refused, 0);
    for (int i = 0; i < table.count; i++) {
        const struct count_row *r = &table.rows[i];
        strbuf_printf(&b, "%.*s %.*s %.*s %.*s %.*s %lld\n", STR_ARG(r->day), STR_ARG(r->story), STR_ARG(r->language),
                      STR_ARG(r->what), STR_ARG(r->item), (long long)r->n);
    }
    struct str text = arena_str(a, strbuf_str(&b));
    strbuf_finish(&b);
    return text;
}

static void try_totals(struct store *s)
{
    struct arena a = {0};
    struct error err = {0};
    for (int round = 0; round < 2; round++) {
        count(s, 0);
        count(s, 1);
        count(s, 3);
    }
    assert_true(store_count_start(s, STR("2026-11-23"), STR("tumen"), &err));
    assert_string_equal(table_text(s, &(struct count_range){.to = STR("2026-11-23")}, &a).s,
                        "2026-11-23 tumen  starts  1\n"
                        "2026-11-23 tumen en access speech 2\n"
                        "2026-11-23 tumen en choice far on 2\n"
                        "2026-11-23 tumen en choice gate far 2\n"
                        "2026-11-23 tumen en completed  2\n"
                        "2026-11-23 tumen en dwell longer 2\n"
                        "2026-11-23 tumen en dwell under-15s 2\n"
                        "2026-11-23 tumen en ended home 2\n"
                        "2026-11-23 tumen en ended idle 2\n"
                        "2026-11-23 tumen en last-scene end 2\n"
                        "2026-11-23 tumen en last-scene gate 2\n"
                        "2026-11-23 tumen en sessions  4\n"
                        "2026-11-23 tumen en with-choice  2\n");
    assert_string_equal(table_text(s, &(struct count_range){.story = STR("tumen"), .from = STR("2026-11-24")}, &a).s,
                        "2026-11-24 tumen ko choice gate bank 2\n"
                        "2026-11-24 tumen ko dwell under-3min 2\n"
                        "2026-11-24 tumen ko ended home 2\n"
                        "2026-11-24 tumen ko last-scene bank 2\n"
                        "2026-11-24 tumen ko restarts  2\n"
                        "2026-11-24 tumen ko sessions  2\n"
                        "2026-11-24 tumen ko with-choice  2\n");
    assert_int_equal(table_text(s, &(struct count_range){.story = STR("tume")}, &a).n, 0);
    assert_int_equal(table_text(s, &(struct count_range){.from = STR("2026-11-25")}, &a).n, 0);
    arena_finish(&a);
}

static void test_totals(void **state)
{
    (void)state;
    struct store *s = folder_open_sound();
    try_totals(s);
    store_close(s);
    s = store_open_none();
    try_totals(s);
    store_close(s);
}

static size_t read_whole(const char *name, unsigned char *bytes, size_t most)
{
    FILE *f = fopen(in_folder(name), "rb");
    assert_non_null(f);
    size_t n = fread(bytes, 1, most, f);
    assert_true(n < most);
    assert_int_equal(fclose(f), 0);
    return n;
}

/* In a header these count what SQLite did: changes of the file, of the schema, and the version that did the
 * last (sqlite.org/fileformat2.html, 1.3). */
static void forget_counters(unsigned char *bytes)
{
    memset(bytes + 24, 0, 4);
    memset(bytes + 40, 0, 4);
    memset(bytes + 92, 0, 8);
}

static size_t counted_file(const int *order, int visits, unsigned char *bytes, size_t most)
{
    sqlite3 *db = NULL;
    struct store *s = folder_open_sound();
    for (int i = 0; i < visits; i++) {
        count(s, order[i]);
        assert_true(!folder_has("lantern.db-wal") || folder_size_of("lantern.db-wal") == 0);
    }
    store_close(s);
    assert_int_equal(sqlite3_open(in_folder("lantern.db"), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "VACUUM", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    size_t n = read_whole("lantern.db", bytes, most);
    forget_counters(bytes);
    assert_int_equal(remove(in_folder("lantern.db")), 0);
    return n;
}

/* In whatever order they came, the same file but for SQLite's own counters, once it is packed anew: the
 * order in which cells were put into a page is all that a page could tell, and the log is cut to nothing
 * after each visit. */
static void test_visits_cannot_be_told_apart(void **state)
{
    (void)state;
    static const int orders[][4] = {{0, 1, 2, 1}, {1, 1, 0, 2}, {2, 1, 0, 1}, {1, 2, 1, 0}};
    static unsigned char first[1 << 18];
    static unsigned char other[1 << 18];
    size_t n = counted_file(orders[0], 4, first, sizeof first);
    for (size_t i = 1; i < COUNT(orders); i++) {
        assert_int_equal(counted_file(orders[i], 4, other, sizeof other), n);
        assert_memory_equal(first, other, n);
    }
    assert_int_equal(counted_file((const int[]){0, 1, 2, 0}, 4, other, sizeof other), n);
    assert_true(memcmp(first, other, n) != 0); /* the comparison finds what there is */
}

/* There is no column in which anything about one visitor could stand. */
static void test_columns(void **state)
{
    (void)state;
    sqlite3 *db = NULL;
    sqlite3_stmt *st = NULL;
    store_close(folder_open_sound());
    assert_int_equal(sqlite3_open(in_folder("lantern.db"), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT group_concat(name, ' ') FROM pragma_table_info('total')", -1, &st, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(st), SQLITE_ROW);
    assert_string_equal((const char *)sqlite3_column_text(st, 0), "day story language what item n");
    assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* What was counted while the disk failed is added once, when it does not. */
static void test_held(void **state)
{
    (void)state;
    struct arena a = {0};
    struct error err = {0};
    folder_write_at("file", 0, "x", 1);
    struct store *s = store_open(in_folder("file"), folder_clock(), &err);
    for (int i = 0; i < 5; i++) {
        struct session_count c = visit(0);
        assert_false(store_count_session(s, &c, &err));
    }
    assert_int_equal(remove(in_folder("file")), 0);
    folder_now_ms = 1000;
    count(s, 0);
    count(s, 0);
    store_close(s);
    s = store_open(in_folder("file"), folder_clock(), &err);
    assert_non_null(strstr(table_text(s, &(struct count_range){0}, &a).s, "en sessions  7\n"));
    store_close(s);
    assert_int_equal(remove(in_folder("file/lantern.db")), 0);
    assert_int_equal(remove(in_folder("file")), 0);
    arena_finish(&a);
}

/* While one program counts, another reads: all of a session or nothing. */
static void test_read_meanwhile(void **state)
{
    (void)state;
    struct arena a = {0};
    struct error err = {0};
    struct store *s = folder_open_sound();
    count(s, 1);
    struct store *reader = store_open_to_read(folder_path(), &err);
    assert_non_null(reader);
    count(s, 1);
    assert_non_null(strstr(table_text(reader, &(struct count_range){0}, &a).s, "en sessions  2\n"));
    store_close(reader);
    count(s, 1);
    store_close(s);
    arena_finish(&a);
}

/* Years of totals are not read before the first frame, but after it; what is spoilt there does not keep the
 * places from being read until then. */
static void test_spoilt_totals(void **state)
{
    (void)state;
    struct error err = {0};
    char spoilt[4096];
    struct store *s = folder_open_sound();
    store_set(s, STORE_BOOKMARK, "tumen", "one");
    for (int i = 0; i < 300; i++) {
        char day[32];
        (void)snprintf(day, sizeof day, "2026-%02d-%02d", 1 + i / 28, 1 + i % 28);
        struct session_count c = visit(1);
        c.day = str_from(day);
        assert_true(store_count_session(s, &c, &err));
    }
    store_close(s);
    size_t pages = folder_size_of("lantern.db") / sizeof spoilt;
    assert_true(pages > 20);
    memset(spoilt, 0x5a, sizeof spoilt);
    folder_write_at("lantern.db", (long)(pages / 2 * sizeof spoilt), spoilt, sizeof spoilt);
    s = folder_open_sound();
    store_expect(s, STORE_BOOKMARK, "tumen", "one");
    store_check(s);
    assert_non_null(strstr(store_trouble(s)->notice.text, "set aside"));
    assert_false(store_trouble(s)->is_lost);
    store_expect(s, STORE_BOOKMARK, "tumen", NULL);
    count(s, 1);
    store_close(s);
    assert_true(folder_has("lantern.db.damaged-1"));
    store_close(folder_open_sound());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_totals),
        IN_FOLDER(test_visits_cannot_be_told_apart),
        IN_FOLDER(test_columns),
        IN_FOLDER(test_held),
        IN_FOLDER(test_read_meanwhile),
        IN_FOLDER(test_spoilt_totals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
