/* What the files of the SQLite store share. */
#pragma once

#include <sqlite3.h>

#include "store/disk.h"

struct disk {
    sqlite3 *db;
};

/* Always false, with `err`: what was tried, on which file, and why not, as a person would say it. */
bool sqlite_refused(sqlite3 *db, const char *what, struct error *err);
/* Does this status mean that the file is not a sound database of ours, rather than that it cannot be got
 * at just now? */
bool sqlite_is_damage(int status);
/* Statements without values or rows; SQLite's status. */
int sqlite_do(sqlite3 *db, const char *sql);
/* The first column of the first row as a number; `otherwise` where there is none. */
int sqlite_number(sqlite3 *db, const char *sql, int otherwise, int *status_out);
/* Does the statement's first row say "ok", as the checks of SQLite do? */
bool sqlite_says_ok(sqlite3 *db, const char *sql, int *status_out);
/* Deletes the damaged files that were set aside beside the database at `path`. */
bool sqlite_remove_damaged(const char *path, struct error *err);

/* The schema's version is in PRAGMA user_version; 0 is an empty file. */
enum { SCHEMA_VERSION = 3 };
/* From the file's version to SCHEMA_VERSION. SQLite's status. */
int schema_migrate(sqlite3 *db);
/* Is there all of the schema, and nothing else? */
bool schema_is_ours(sqlite3 *db);
