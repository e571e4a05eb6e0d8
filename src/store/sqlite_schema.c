/* The schema, and the way to it from every earlier one. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "store/sqlite_internal.h"

/* 1: what is kept, by kind and name. */
static const char kept[] =
    "CREATE TABLE kept (kind BLOB NOT NULL, name BLOB NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, name)) "
    "WITHOUT ROWID";

/* 2: by viewer too. */
static const char item[] =
    "CREATE TABLE item (kind BLOB NOT NULL, viewer BLOB NOT NULL, name BLOB NOT NULL, value BLOB NOT NULL, "
    "PRIMARY KEY (kind, viewer, name)) WITHOUT ROWID";

/* 3: the totals of days. No column for a visitor, an hour or an order. */
static const char total[] =
    "CREATE TABLE total (day TEXT NOT NULL, story TEXT NOT NULL, language TEXT NOT NULL, what TEXT NOT NULL, "
    "item TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (day, story, language, what, item)) WITHOUT ROWID";

static int begin_kept(sqlite3 *db)
{
    return sqlite_do(db, kept);
}

static int add_viewers(sqlite3 *db)
{
    int status = sqlite_do(db, item);
    return status != SQLITE_OK ? status
                               : sqlite_do(db, "INSERT INTO item SELECT kind, x'', name, value FROM kept; "
                                               "DROP TABLE kept");
}

static int add_totals(sqlite3 *db)
{
    return sqlite_do(db, total);
}

/* The n-th makes version n + 1 of version n. */
static int (*const steps[])(sqlite3 *db) = {begin_kept, add_viewers, add_totals};
static_assert(COUNT(steps) == SCHEMA_VERSION, "steps");

static int step_from(sqlite3 *db, int version)
{
    char pragma[64];
    (void)snprintf(pragma, sizeof pragma, "PRAGMA user_version = %d", version + 1);
    int status = steps[version](db);
    return status == SQLITE_OK ? sqlite_do(db, pragma) : status;
}

/* All steps are one transaction: one sync of the disk, and nothing half way. In it the version is read
 * again: another program may have been faster. */
int schema_migrate(sqlite3 *db)
{
    int status;
    if (sqlite_number(db, "PRAGMA user_version", -1, &status) >= SCHEMA_VERSION || status != SQLITE_OK) {
        return status;
    }
    status = sqlite_do(db, "BEGIN IMMEDIATE");
    if (status != SQLITE_OK) {
        return status;
    }
    int version = sqlite_number(db, "PRAGMA user_version", -1, &status);
    for (; status == SQLITE_OK && version >= 0 && version < SCHEMA_VERSION; version++) {
        status = step_from(db, version);
    }
    status = status == SQLITE_OK ? sqlite_do(db, "COMMIT") : status;
    if (status != SQLITE_OK) {
        (void)sqlite_do(db, "ROLLBACK");
    }
    return status;
}

static bool is_ours(sqlite3_stmt *st, const char *name, const char *sql)
{
    const char *has_name = (const char *)sqlite3_column_text(st, 0);
    const char *has_sql = (const char *)sqlite3_column_text(st, 1);
    return has_name && has_sql && strcmp(has_name, name) == 0 && strcmp(has_sql, sql) == 0;
}

bool schema_is_ours(sqlite3 *db)
{
    sqlite3_stmt *st = NULL;
    bool ok = sqlite3_prepare_v2(db, "SELECT name, sql FROM sqlite_schema ORDER BY name", -1, &st, NULL) == SQLITE_OK &&
              sqlite3_step(st) == SQLITE_ROW && is_ours(st, "item", item) && sqlite3_step(st) == SQLITE_ROW &&
              is_ours(st, "total", total) && sqlite3_step(st) == SQLITE_DONE;
    (void)sqlite3_finalize(st);
    return ok;
}
