#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/memory.h"
#include "base/path.h"
#include "store/store.h"

/* The schema's version, in PRAGMA user_version. A later program migrates; an earlier one must not write
 * what it does not know. */
enum { SCHEMA_VERSION = 1, BUSY_WAIT_MS = 2000, DAMAGED_MOST = 1000 };

static const char schema[] = "CREATE TABLE IF NOT EXISTS kept (kind BLOB NOT NULL, name BLOB NOT NULL, "
                             "value BLOB NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID;";

struct sqlite_store {
    struct store store;
    sqlite3 *db;
};

static bool refused(const struct sqlite_store *q, const char *what, struct error *err)
{
    return error_set(err, "%s \"%s\": %s", what, sqlite3_db_filename(q->db, "main"), sqlite3_errmsg(q->db));
}

static bool bind_text(sqlite3_stmt *st, int at, struct str s)
{
    return sqlite3_bind_blob(st, at, s.n ? s.s : "", (int)s.n, SQLITE_STATIC) == SQLITE_OK;
}

/* Runs one statement that gives no rows, with the texts bound in order. */
static bool run(struct sqlite_store *q, const char *sql, const struct str *values, int count, struct error *err)
{
    sqlite3_stmt *st = NULL;
    bool ok = sqlite3_prepare_v2(q->db, sql, -1, &st, NULL) == SQLITE_OK;
    for (int i = 0; ok && i < count; i++) {
        ok = bind_text(st, i + 1, values[i]);
    }
    ok = ok && sqlite3_step(st) == SQLITE_DONE;
    if (!ok) {
        (void)refused(q, "cannot write", err);
    }
    (void)sqlite3_finalize(st);
    return ok;
}

static bool sqlite_put(struct store *s, struct str kind, struct str name, struct str value, struct error *err)
{
    if (name.n > STORE_NAME_MOST || value.n > STORE_VALUE_MOST) {
        return error_set(err, "\"%.*s\" is too large to be kept", STR_ARG(str_sub(name, 0, STORE_NAME_MOST)));
    }
    const struct str values[] = {kind, name, value};
    return run((struct sqlite_store *)s, "INSERT OR REPLACE INTO kept VALUES (?1, ?2, ?3)", values, 3, err);
}

static bool sqlite_get(struct store *s, struct str kind, struct str name, struct arena *a,
                       struct str *value_out, struct error *err)
{
    struct sqlite_store *q = (struct sqlite_store *)s;
    sqlite3_stmt *st = NULL;
    *value_out = (struct str){0};
    int step = SQLITE_ERROR;
    if (sqlite3_prepare_v2(q->db, "SELECT value FROM kept WHERE kind = ?1 AND name = ?2", -1, &st, NULL) == SQLITE_OK &&
        bind_text(st, 1, kind) && bind_text(st, 2, name)) {
        step = sqlite3_step(st);
    }
    if (step == SQLITE_ROW) {
        const char *bytes = sqlite3_column_blob(st, 0);
        *value_out = arena_str(a, (struct str){bytes ? bytes : "", (size_t)sqlite3_column_bytes(st, 0)});
    }
    bool ok = step == SQLITE_ROW || step == SQLITE_DONE;
    if (!ok) {
        (void)refused(q, "cannot read", err);
    }
    (void)sqlite3_finalize(st);
    return ok;
}

static bool sqlite_forget(struct store *s, struct str kind, struct str name, struct error *err)
{
    const struct str values[] = {kind, name};
    return run((struct sqlite_store *)s, "DELETE FROM kept WHERE kind = ?1 AND name = ?2", values, 2, err);
}

static void sqlite_close(struct store *s)
{
    struct sqlite_store *q = (struct sqlite_store *)s;
    (void)sqlite3_close(q->db);
    free(q);
}

/* The one number or text that a statement gives; `*status_out` is SQLite's word on it. */
static bool ask(sqlite3 *db, const char *sql, int *number_out, bool *says_ok_out, int *status_out)
{
    sqlite3_stmt *st = NULL;
    *status_out = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
    if (*status_out == SQLITE_OK) {
        *status_out = sqlite3_step(st);
    }
    bool got = *status_out == SQLITE_ROW;
    if (got) {
        const char *text = (const char *)sqlite3_column_text(st, 0);
        *number_out = sqlite3_column_int(st, 0);
        *says_ok_out = text && strcmp(text, "ok") == 0;
    }
    (void)sqlite3_finalize(st);
    return got;
}

static bool is_damage(int status)
{
    return status == SQLITE_NOTADB || status == SQLITE_CORRUPT;
}

/* Is the file damaged? One that is merely busy or unreadable is not. The file is small: this takes well
 * under a millisecond. */
static bool is_damaged(sqlite3 *db)
{
    int number;
    int status;
    bool says_ok = false;
    bool got = ask(db, "PRAGMA integrity_check(1)", &number, &says_ok, &status);
    return got ? !says_ok : is_damage(status);
}

enum opening { OPENED, DAMAGED, FAILED };

static bool do_sql(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* A sound file that is not ours, or that can never be written, is set aside like a damaged one. */
static enum opening check_table(sqlite3 *db)
{
    sqlite3_stmt *st = NULL;
    int status = sqlite3_prepare_v2(db, "SELECT kind, name, value FROM kept LIMIT 1", -1, &st, NULL);
    (void)sqlite3_finalize(st);
    return status == SQLITE_OK ? OPENED : DAMAGED;
}

/* The rollback journal rather than WAL: one writer, few writes, and a plain copy of the one file is a
 * whole backup. With FULL sync a place that was kept survives the plug being pulled. */
static enum opening prepare(sqlite3 *db, const char *path, struct error *err)
{
    (void)sqlite3_busy_timeout(db, BUSY_WAIT_MS);
    (void)do_sql(db, "PRAGMA trusted_schema = OFF; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
    int version = -1;
    int status;
    bool ignored;
    bool got = ask(db, "PRAGMA user_version", &version, &ignored, &status);
    if (is_damage(status) || (got && is_damaged(db))) {
        return DAMAGED;
    }
    if (!got) {
        (void)error_set(err, "cannot read \"%s\": %s", path, sqlite3_errmsg(db));
        return FAILED;
    }
    if (version > SCHEMA_VERSION) {
        (void)error_set(err, "\"%s\" was made by a later version of the program (%d; this one knows %d): nothing is kept",
                        path, version, SCHEMA_VERSION);
        return FAILED;
    }
    if (version == SCHEMA_VERSION) {
        return check_table(db);
    }
    if (!do_sql(db, "BEGIN IMMEDIATE") || !do_sql(db, schema) || !do_sql(db, "PRAGMA user_version = 1; COMMIT")) {
        (void)error_set(err, "cannot write \"%s\": %s", path, sqlite3_errmsg(db));
        return FAILED;
    }
    return OPENED;
}

static enum opening open_db(const char *path, sqlite3 **db_out, struct error *err)
{
    sqlite3 *db = NULL;
    enum opening opening = FAILED;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW;
    if (sqlite3_open_v2(path, &db, flags, NULL) == SQLITE_OK) {
        opening = prepare(db, path, err);
    } else {
        (void)error_set(err, "cannot open \"%s\": %s", path, db ? sqlite3_errmsg(db) : "out of memory");
    }
    if (opening != OPENED) {
        (void)sqlite3_close(db);
        db = NULL;
    }
    *db_out = db;
    return opening;
}

/* Moves a damaged file, and what SQLite keeps beside it, out of the way; it is never deleted. */
static bool set_aside(const char *path, struct arena *a, struct error *err)
{
    for (int n = 1; n <= DAMAGED_MOST; n++) {
        struct str to = arena_printf(a, "%s.damaged-%d", path, n);
        if (access(to.s, F_OK) == 0) {
            continue;
        }
        if (rename(path, to.s) != 0) {
            return error_set_errno(err, errno, "cannot move the damaged \"%s\" aside", path);
        }
        (void)rename(arena_printf(a, "%s-journal", path).s, arena_printf(a, "%s-journal", to.s).s);
        return true;
    }
    return error_set(err, "too many damaged copies beside \"%s\": move them away", path);
}

struct store *store_open(const char *folder, struct error *notice, struct error *err)
{
    static const struct store_ops ops = {sqlite_put, sqlite_get, sqlite_forget, sqlite_close};
    struct arena scratch = {0};
    struct sqlite_store *q = NULL;
    sqlite3 *db = NULL;
    mode_t mask = umask(0077); /* what a person watched is theirs alone */
    if (!path_make_folders(folder, err)) {
        goto out;
    }
    struct str path = arena_printf(&scratch, "%s/lantern.db", folder);
    enum opening opening = open_db(path.s, &db, err);
    if (opening == DAMAGED && set_aside(path.s, &scratch, err)) {
        opening = open_db(path.s, &db, err);
        (void)error_set(notice, "\"%s\" was damaged and has been set aside; a new one is begun", path.s);
    }
    if (opening == OPENED) {
        q = memory_zeroed(sizeof *q);
        q->store.ops = &ops;
        q->db = db;
    }
out:
    (void)umask(mask);
    arena_finish(&scratch);
    return q ? &q->store : NULL;
}
