/* Stores of every earlier version, of later ones, and of strangers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "folder.h"

enum { VERSION = 3 };

static void run_sql(const char *sql)
{
    sqlite3 *db = NULL;
    char *why = NULL;
    assert_int_equal(sqlite3_open(in_folder("lantern.db"), &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK) {
        fail_msg("%s", why);
    }
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* The store as an earlier program left it. */
static void put_fixture(int version)
{
    char path[1024];
    char sql[16384];
    const char *tests = getenv("LANTERN_TESTS");
    (void)snprintf(path, sizeof path, "%s/unit/store/schema-%d.sql", tests ? tests : "tests", version);
    FILE *f = fopen(path, "rb");
    if (!f) {
        fail_msg("no \"%s\"", path);
        return;
    }
    size_t n = fread(sql, 1, sizeof sql - 1, f);
    assert_int_equal(fclose(f), 0);
    assert_in_range(n, 1, sizeof sql - 2);
    sql[n] = 0;
    run_sql(sql);
}

static int number(const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *st = NULL;
    assert_int_equal(sqlite3_open(in_folder("lantern.db"), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(st), SQLITE_ROW);
    int n = sqlite3_column_int(st, 0);
    assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return n;
}

static int64_t count_of(struct store *s, const char *what)
{
    struct arena a = {0};
    struct error err = {0};
    struct count_table table;
    int64_t n = 0;
    assert_true(store_counts(s, &(struct count_range){0}, &a, &table, &err));
    for (int i = 0; i < table.count; i++) {
        n += str_is(table.rows[i].what, what) ? table.rows[i].n : 0;
    }
    arena_finish(&a);
    return n;
}

static void test_every_version(void **state)
{
    (void)state;
    for (int version = 1; version <= VERSION; version++) {
        struct error err = {0};
        put_fixture(version);
        struct store *s = folder_open_sound();
        store_expect(s, STORE_BOOKMARK, "tumen", "lantern 1\nstory tumen\n");
        store_expect(s, STORE_SETTING, "language", "ko");
        store_expect(s, STORE_SETTING, "text-size", "150");
        assert_int_equal(count_of(s, "sessions"), version < 3 ? 0 : 7);
        const struct session_count c = {.day = STR("2026-11-23"), .story = STR("tumen"), .language = STR("en")};
        assert_true(store_count_session(s, &c, &err));
        assert_int_equal(count_of(s, "sessions"), version < 3 ? 1 : 8);
        store_close(s);
        assert_int_equal(number("PRAGMA user_version"), VERSION);
        assert_int_equal(number("SELECT count(*) FROM sqlite_schema"), 2);
        assert_int_equal(number("SELECT count(*) FROM item"), version < 2 ? 3 : 4);
        store_close(folder_open_sound()); /* nor is there anything to say the second time */
        assert_int_equal(remove(in_folder("lantern.db")), 0);
    }
}

/* An earlier program's file that is not what it says it is: set aside, as a damaged one. */
static void test_strangers(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "PRAGMA user_version = 1",
        "PRAGMA user_version = 2",
        "PRAGMA user_version = 3",
        "PRAGMA user_version = -1",
        "CREATE TABLE kept (a); PRAGMA user_version = 1",
        "CREATE TABLE kept (kind, name, value); INSERT INTO kept VALUES ('a', 'b', NULL); PRAGMA user_version = 1",
        "CREATE TABLE kept (kind, name, value); INSERT INTO kept VALUES ('a', 'b', 'c'), ('a', 'b', 'd'); "
        "PRAGMA user_version = 1",
        "CREATE VIEW kept AS SELECT 1 AS kind, 2 AS name, 3 AS value; PRAGMA user_version = 1",
        "CREATE TABLE item (kind, viewer, name, value); CREATE TABLE total (day, story, language, what, item, n); "
        "PRAGMA user_version = 3",
        "CREATE TABLE somebody (a); INSERT INTO somebody VALUES (1)",
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        run_sql(rows[i]);
        struct store *s = store_open(folder_path(), folder_clock(), &err);
        if (!s || !strstr(store_trouble(s)->notice.text, "set aside") || store_trouble(s)->is_lost) {
            fail_msg("row %zu: %s%s", i, err.text, s ? store_trouble(s)->why.text : "");
        }
        store_set(s, STORE_BOOKMARK, "tumen", "one");
        store_close(s);
        assert_int_equal(remove(in_folder("lantern.db")), 0);
        assert_int_equal(remove(in_folder("lantern.db.damaged-1")), 0);
    }
}

/* Rows that this program cannot have written are counted and left out; a trigger does nothing. */
static void test_hostile_rows(void **state)
{
    (void)state;
    struct arena a = {0};
    struct error err = {0};
    struct count_table table;
    put_fixture(3);
    run_sql("INSERT INTO total VALUES ('2026-02-30', 'tumen', 'en', 'sessions', '', 1), "
            "('2026-11-24', '=cmd()', 'en', 'sessions', '', 1), ('2026-11-24', 'tumen', 'en', 'sessions', '', -1), "
            "('2026-11-24', 'tumen', 'en', 'sessions', 'x', 1), ('2026-11-24', 'tumen', 'en', 'visitor', 'x', 1), "
            "('2026-11-24', 'tumen', 'en', 'dwell', 'longer', 'many'), ('2026-11-25', 'tumen', 'en', 'dwell', 'longer', 1.5), "
            "('2026-11-24', 'tumen', x'1b5b', 'sessions', '', 1), "
            "('2026-11-24', 'tumen', 'en', 'choice', 'a' || char(27) || ' b', 1), "
            "('2026-11-24', 'tumen', 'en', 'last-scene', zeroblob(1000000), 1), "
            "('2026-11-24', 'tumen', 'en', 'last-scene', 'bank', 9223372036854775807), "
            "('2026-11-24', 'tumen', 'en', 'last-scene', 'far', 9007199254740992)");
    struct store *s = store_open_to_read(folder_path(), &err);
    assert_non_null(s);
    assert_true(store_counts(s, &(struct count_range){0}, &a, &table, &err));
    assert_int_equal(table.count, 3);
    assert_int_equal(table.refused, 11);
    assert_false(store_put(s, store_setting(STR("a")), STR("b"), &err));
    assert_false(store_forget_all(s, &err));
    store_close(s);
    s = folder_open_sound();
    const struct session_count c = {
        .day = STR("2026-11-24"), .story = STR("tumen"), .language = STR("en"), .last_scene = STR("far")};
    assert_true(store_count_session(s, &c, &err)); /* the largest number stays itself */
    store_close(s);
    assert_int_equal(number("SELECT n = 9007199254740992 FROM total WHERE item = 'far'"), 1);
    arena_finish(&a);
}

static void test_nothing_to_read(void **state)
{
    (void)state;
    struct error err = {0};
    assert_null(store_open_to_read(folder_path(), &err));
    assert_true(err.text[0]);
    assert_false(folder_has("lantern.db"));
    assert_null(store_open_to_read(in_folder("absent"), &err));
    run_sql("CREATE TABLE somebody (a)");
    assert_null(store_open_to_read(folder_path(), &err));
    assert_non_null(strstr(err.text, "not a store of this version"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_every_version),
        IN_FOLDER(test_strangers),
        IN_FOLDER(test_hostile_rows),
        IN_FOLDER(test_nothing_to_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
