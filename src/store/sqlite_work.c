/* Reading and writing, once the database is open. */
#include "base/utf8.h"
#include "store/sqlite_internal.h"

static bool bind_blob(sqlite3_stmt *st, int at, struct str s)
{
    return sqlite3_bind_blob(st, at, s.n ? s.s : "", (int)s.n, SQLITE_STATIC) == SQLITE_OK;
}

static bool bind_text(sqlite3_stmt *st, int at, struct str s)
{
    return sqlite3_bind_text(st, at, s.n ? s.s : "", (int)s.n, SQLITE_STATIC) == SQLITE_OK;
}

/* --- writing --- */

static const char *const orders[] = {
    [CHANGE_PUT] = "INSERT OR REPLACE INTO item VALUES (?1, ?2, ?3, ?4)",
    [CHANGE_FORGET] = "DELETE FROM item WHERE kind = ?1 AND viewer = ?2 AND name = ?3",
    [CHANGE_FORGET_VIEWER] = "DELETE FROM item WHERE kind = ?1 AND viewer = ?2",
    [CHANGE_RENAME] = "UPDATE item SET viewer = ?3 WHERE kind = ?1 AND viewer = ?2",
    [CHANGE_ADD] = ("INSERT INTO total VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                    "ON CONFLICT DO UPDATE SET n = min(n + excluded.n, ?7)"),
};

static bool bind(sqlite3_stmt *st, const struct change *c)
{
    switch (c->kind) {
    case CHANGE_PUT:
        return bind_blob(st, 1, c->key.kind) && bind_blob(st, 2, c->key.viewer) && bind_blob(st, 3, c->key.name) &&
               bind_blob(st, 4, c->value);
    case CHANGE_FORGET:
        return bind_blob(st, 1, c->key.kind) && bind_blob(st, 2, c->key.viewer) && bind_blob(st, 3, c->key.name);
    case CHANGE_FORGET_VIEWER:
        return bind_blob(st, 1, STORE_BOOKMARK) && bind_blob(st, 2, c->key.viewer);
    case CHANGE_RENAME:
        return bind_blob(st, 1, STORE_BOOKMARK) && bind_blob(st, 2, c->key.viewer) && bind_blob(st, 3, c->value);
    case CHANGE_ADD:
        return bind_text(st, 1, c->row.day) && bind_text(st, 2, c->row.story) && bind_text(st, 3, c->row.language) &&
               bind_text(st, 4, c->row.what) && bind_text(st, 5, c->row.item) &&
               sqlite3_bind_int64(st, 6, c->row.n) == SQLITE_OK && sqlite3_bind_int64(st, 7, COUNT_MOST) == SQLITE_OK;
    }
    return false;
}

static bool apply(sqlite3 *db, const struct change *c)
{
    sqlite3_stmt *st = NULL;
    bool ok = sqlite3_prepare_v2(db, orders[c->kind], -1, &st, NULL) == SQLITE_OK && bind(st, c) &&
              sqlite3_step(st) == SQLITE_DONE;
    (void)sqlite3_finalize(st);
    return ok;
}

/* Viewers are renamed to names that are free: two persons' places are not mixed. */
static bool is_taken(sqlite3 *db, const struct change *c)
{
    sqlite3_stmt *st = NULL;
    bool is = !str_eq(c->key.viewer, c->value) &&
              sqlite3_prepare_v2(db, "SELECT 1 FROM item WHERE kind = ?1 AND viewer = ?2", -1, &st, NULL) == SQLITE_OK &&
              bind_blob(st, 1, STORE_BOOKMARK) && bind_blob(st, 2, c->value) && sqlite3_step(st) == SQLITE_ROW;
    (void)sqlite3_finalize(st);
    return is;
}

static bool apply_all(struct disk *d, const struct change *changes, int count, struct error *err)
{
    for (int i = 0; i < count; i++) {
        if (changes[i].kind == CHANGE_RENAME && is_taken(d->db, &changes[i])) {
            return error_set(err, "places are kept under \"%.*s\" already", STR_ARG(changes[i].value));
        }
        if (!apply(d->db, &changes[i])) {
            return sqlite_refused(d->db, "cannot write", err);
        }
    }
    return true;
}

/* Writes the log back and cuts it to nothing: what was written before is in it page by page. */
static bool cut_log(sqlite3 *db)
{
    int status;
    bool is_busy = sqlite_number(db, "PRAGMA wal_checkpoint(TRUNCATE)", 1, &status) != 0;
    return status == SQLITE_OK && !is_busy;
}

bool disk_write(struct disk *d, const struct change *changes, int count, bool leaves_no_trace, struct error *err)
{
    if (sqlite_do(d->db, "BEGIN IMMEDIATE") != SQLITE_OK) {
        return sqlite_refused(d->db, "cannot write", err);
    }
    bool ok = apply_all(d, changes, count, err);
    if (ok && sqlite_do(d->db, "COMMIT") != SQLITE_OK) {
        ok = sqlite_refused(d->db, "cannot write", err);
    }
    if (!ok) {
        (void)sqlite_do(d->db, "ROLLBACK");
    } else if (leaves_no_trace) {
        (void)cut_log(d->db); /* where another program reads just now, the next one does it */
    }
    return ok;
}

bool disk_empty(struct disk *d, struct error *err)
{
    if (sqlite_do(d->db, "BEGIN IMMEDIATE; DELETE FROM item; DELETE FROM total; COMMIT") != SQLITE_OK) {
        (void)sqlite_refused(d->db, "cannot empty", err);
        (void)sqlite_do(d->db, "ROLLBACK");
        return false;
    }
    if (sqlite_do(d->db, "VACUUM") != SQLITE_OK || !cut_log(d->db)) {
        return sqlite_refused(d->db, "cannot take the last traces out of", err);
    }
    return sqlite_remove_damaged(sqlite3_db_filename(d->db, "main"), err);
}

/* --- reading --- */

static struct str blob_of(sqlite3_stmt *st, int column, size_t most, struct arena *a)
{
    const char *bytes = sqlite3_column_blob(st, column);
    size_t n = (size_t)sqlite3_column_bytes(st, column);
    return bytes && n <= most ? arena_str(a, (struct str){bytes, n}) : (struct str){0};
}

bool disk_get(struct disk *d, struct store_key key, struct arena *a, struct str *value_out, struct error *err)
{
    static const char sql[] = "SELECT value FROM item WHERE kind = ?1 AND viewer = ?2 AND name = ?3";
    sqlite3_stmt *st = NULL;
    *value_out = (struct str){0};
    int step = SQLITE_ERROR;
    if (sqlite3_prepare_v2(d->db, sql, -1, &st, NULL) == SQLITE_OK && bind_blob(st, 1, key.kind) &&
        bind_blob(st, 2, key.viewer) && bind_blob(st, 3, key.name)) {
        step = sqlite3_step(st);
    }
    if (step == SQLITE_ROW) {
        *value_out = blob_of(st, 0, STORE_VALUE_MOST, a);
    }
    bool ok = step == SQLITE_ROW || step == SQLITE_DONE || sqlite_refused(d->db, "cannot read", err);
    (void)sqlite3_finalize(st);
    return ok;
}

bool disk_viewers(struct disk *d, struct arena *a, const struct str **names_out, int *count_out, struct error *err)
{
    static const char sql[] = "SELECT DISTINCT viewer FROM item WHERE kind = ?1 AND viewer <> x'' ORDER BY viewer";
    sqlite3_stmt *st = NULL;
    struct str *names = arena_new(a, struct str, STORE_VIEWERS_MOST);
    int count = 0;
    int step = SQLITE_ERROR;
    if (sqlite3_prepare_v2(d->db, sql, -1, &st, NULL) == SQLITE_OK && bind_blob(st, 1, STORE_BOOKMARK)) {
        step = sqlite3_step(st);
    }
    while (step == SQLITE_ROW && count < STORE_VIEWERS_MOST) {
        struct str viewer = blob_of(st, 0, STORE_NAME_MOST, a);
        if (viewer.n > 0 && utf8_check(viewer) == viewer.n) {
            names[count++] = viewer;
        }
        step = sqlite3_step(st);
    }
    bool ok = step == SQLITE_ROW || step == SQLITE_DONE || sqlite_refused(d->db, "cannot read", err);
    (void)sqlite3_finalize(st);
    *names_out = names;
    *count_out = ok ? count : 0;
    return ok;
}

/* The rows come in order, so what repeats from one to the next is kept once. */
static struct str text_of(sqlite3_stmt *st, int column, struct str last, struct arena *a)
{
    const char *bytes = (const char *)sqlite3_column_text(st, column);
    struct str s = {bytes, (size_t)sqlite3_column_bytes(st, column)};
    if (!bytes || s.n > STORE_NAME_MOST) {
        return (struct str){0};
    }
    return last.s && str_eq(s, last) ? last : arena_str(a, s);
}

static struct count_row row_of(sqlite3_stmt *st, const struct count_row *last, struct arena *a)
{
    return (struct count_row){
        .day = text_of(st, 0, last->day, a),
        .story = text_of(st, 1, last->story, a),
        .language = text_of(st, 2, last->language, a),
        .what = text_of(st, 3, last->what, a),
        .item = text_of(st, 4, last->item, a),
        .n = sqlite3_column_type(st, 5) == SQLITE_INTEGER ? sqlite3_column_int64(st, 5) : 0,
    };
}

/* `rows` has room for all that COUNT_ROWS_MOST allows of `count`. SQLite's last word. */
static int read_rows(sqlite3_stmt *st, struct count_row *rows, int most, struct arena *a, struct count_table *table)
{
    struct count_row last = {0};
    int step = sqlite3_step(st);
    for (; step == SQLITE_ROW && table->count + table->refused < most; step = sqlite3_step(st)) {
        last = row_of(st, &last, a);
        if (count_row_is_sound(&last)) {
            rows[table->count++] = last;
        } else {
            table->refused++;
        }
    }
    table->is_cut_off = step == SQLITE_ROW;
    return step;
}

static bool bind_range(sqlite3_stmt *st, const struct count_range *range)
{
    return bind_text(st, 1, range->story) && bind_text(st, 2, range->from) && bind_text(st, 3, range->to);
}

#define WITHIN " FROM total WHERE (?1 = '' OR story = ?1) AND day >= ?2 AND (?3 = '' OR day <= ?3) "

static int count_rows(struct disk *d, const struct count_range *range)
{
    sqlite3_stmt *st = NULL;
    int64_t count = 0;
    if (sqlite3_prepare_v2(d->db, "SELECT count(*)" WITHIN, -1, &st, NULL) == SQLITE_OK && bind_range(st, range) &&
        sqlite3_step(st) == SQLITE_ROW) {
        count = sqlite3_column_int64(st, 0);
    }
    (void)sqlite3_finalize(st);
    return count < COUNT_ROWS_MOST ? (int)count : COUNT_ROWS_MOST;
}

bool disk_counts(struct disk *d, const struct count_range *range, struct arena *a, struct count_table *table_out,
                 struct error *err)
{
    static const char sql[] =
        "SELECT day, story, language, what, item, n" WITHIN "ORDER BY day, story, language, what, item";
    sqlite3_stmt *st = NULL;
    *table_out = (struct count_table){0};
    int step = SQLITE_ERROR;
    /* One transaction: a session counted meanwhile is in all of it or none. */
    bool ok = sqlite_do(d->db, "BEGIN") == SQLITE_OK;
    int most = ok ? count_rows(d, range) : 0;
    struct count_row *rows = arena_new(a, struct count_row, (size_t)most);
    if (ok && sqlite3_prepare_v2(d->db, sql, -1, &st, NULL) == SQLITE_OK && bind_range(st, range)) {
        step = read_rows(st, rows, most, a, table_out);
    }
    ok = step == SQLITE_ROW || step == SQLITE_DONE || sqlite_refused(d->db, "cannot read", err);
    (void)sqlite3_finalize(st);
    (void)sqlite_do(d->db, "COMMIT");
    table_out->rows = rows;
    return ok;
}
