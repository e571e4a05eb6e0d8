/* Opening the database, and setting a damaged one aside. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/memory.h"
#include "base/path.h"
#include "store/sqlite_internal.h"

/* The log is written back every so many pages, about 40 places kept, and never stays longer than this. */
enum { DAMAGED_MOST = 1000, LOG_PAGES = 100 };
enum { SLEEP_MOST_US = 2000, BUSY_STEP_MS = 10 };
/* Of a log in which nothing is. */
enum { LOG_HEADER_BYTES = 32 };

static const char name[] = "lantern.db";
static const char *const companions[] = {"-wal", "-shm", "-journal"};

/* --- memory --- */

/* SQLite's own, as it is before ours stands before it. Set once, before its first use. */
static sqlite3_mem_methods usual;

static void *take(int bytes)
{
    void *p = usual.xMalloc(bytes);
    if (!p) {
        memory_exhausted((size_t)bytes);
    }
    return p;
}

static void *resize(void *p, int bytes)
{
    void *resized = usual.xRealloc(p, bytes);
    if (!resized) {
        memory_exhausted((size_t)bytes);
    }
    return resized;
}

/* As everywhere, running out ends the program: a check cut short for want of memory says "damaged" as one of a damaged
 * file does, and what is kept would be set aside. Does nothing once SQLite is at work. */
static void watch_memory(void)
{
    if (!usual.xMalloc && sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual) == SQLITE_OK) {
        sqlite3_mem_methods ours = usual;
        ours.xMalloc = take;
        ours.xRealloc = resize;
        (void)sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
    }
}

/* --- waiting --- */

static void sleep_us(long us)
{
    const struct timespec t = {.tv_nsec = us * 1000};
    (void)nanosleep(&t, NULL);
}

/* Where a log can neither be read nor made anew, SQLite tries a hundred times and sleeps for ten seconds between:
 * the screen would stand still. Here each of its sleeps is short; for other programs it waits by a count of ours. */
static int sleep_briefly(sqlite3_vfs *vfs, int us)
{
    (void)vfs;
    us = us < SLEEP_MOST_US ? us : SLEEP_MOST_US;
    sleep_us(us);
    return us;
}

static int wait_for_others(void *unused, int times)
{
    (void)unused;
    sleep_us(BUSY_STEP_MS * 1000L);
    return times < BUSY_WAIT_MS / BUSY_STEP_MS;
}

/* SQLite's usual way to files, but for its sleeps; NULL: the usual one. */
static const char *brief_files(void)
{
    static sqlite3_vfs brief;
    const sqlite3_vfs *usual_files = sqlite3_vfs_find(NULL);
    if (!brief.zName && usual_files) {
        brief = *usual_files;
        brief.pNext = NULL;
        brief.zName = "lantern";
        brief.xSleep = sleep_briefly;
        if (sqlite3_vfs_register(&brief, 0) != SQLITE_OK) {
            brief.zName = NULL;
        }
    }
    return brief.zName;
}

/* --- asking --- */

/* SQLite says "disk I/O error" of much; what the system said helps more. */
static const char *reason(sqlite3 *db)
{
    switch (sqlite3_system_errno(db)) {
    case ENOSPC:
    case EDQUOT:
        return sqlite3_errstr(SQLITE_FULL);
    case EROFS:
        return sqlite3_errstr(SQLITE_READONLY);
    default:
        return sqlite3_errmsg(db);
    }
}

bool sqlite_refused(sqlite3 *db, const char *what, struct error *err)
{
    const char *path = sqlite3_db_filename(db, "main");
    return error_set(err, "%s \"%s\": %s", what, path ? path : name, reason(db));
}

bool sqlite_is_damage(int status)
{
    switch (status & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_ERROR: /* a table or a column is not there */
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_SCHEMA:
        return true;
    default:
        return false;
    }
}

int sqlite_do(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

int sqlite_number(sqlite3 *db, const char *sql, int otherwise, int *status_out)
{
    sqlite3_stmt *st = NULL;
    int status = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
    status = status == SQLITE_OK ? sqlite3_step(st) : status;
    int number = status == SQLITE_ROW ? sqlite3_column_int(st, 0) : otherwise;
    *status_out = status == SQLITE_ROW || status == SQLITE_DONE ? SQLITE_OK : status;
    (void)sqlite3_finalize(st);
    return number;
}

bool sqlite_says_ok(sqlite3 *db, const char *sql, int *status_out)
{
    sqlite3_stmt *st = NULL;
    int status = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
    status = status == SQLITE_OK ? sqlite3_step(st) : status;
    const char *text = status == SQLITE_ROW ? (const char *)sqlite3_column_text(st, 0) : NULL;
    bool ok = text && strcmp(text, "ok") == 0;
    *status_out = status == SQLITE_ROW || status == SQLITE_DONE ? SQLITE_OK : status;
    (void)sqlite3_finalize(st);
    return ok;
}

static bool check(sqlite3 *db, const char *sql)
{
    int status;
    bool ok = sqlite_says_ok(db, sql, &status);
    return ok || (status != SQLITE_OK && !sqlite_is_damage(status));
}

bool disk_is_sound(struct disk *d)
{
    return check(d->db, "PRAGMA quick_check(1)");
}

/* --- opening --- */

/* The log's index is memory that its readers share, which a file system over the network cannot give
 * (sqlite.org/wal.html, 1). The numbers are of linux/magic.h and the file systems' own headers. */
static bool is_over_network(const char *folder)
{
    static const unsigned long remote[] = {
        0x6969,     /* NFS */
        0x517B,     /* SMB */
        0xFF534D42, /* CIFS */
        0xFE534D42, /* SMB2 */
        0x65735546, /* FUSE: sshfs among others */
        0x5346414F, /* AFS */
        0x00C36400, /* Ceph */
        0x01021997, /* 9P */
    };
    struct statfs fs;
    bool is_remote = false;
    if (statfs(folder, &fs) == 0) {
        for (size_t i = 0; i < COUNT(remote); i++) {
            is_remote |= (unsigned long)fs.f_type % 0x100000000UL == remote[i];
        }
    }
    return is_remote;
}

/* A file from a stranger may hold triggers, views and sizes of its own. */
static void distrust(sqlite3 *db)
{
    (void)sqlite3_extended_result_codes(db, 1);
    (void)sqlite3_busy_handler(db, wait_for_others, NULL);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    (void)sqlite3_limit(db, SQLITE_LIMIT_LENGTH, STORE_VALUE_MOST + 4 * STORE_NAME_MOST);
    (void)sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM's own */
}

static bool later_version(const char *path, int version, struct error *err)
{
    if (version > SCHEMA_VERSION) {
        (void)error_set(err, "\"%s\" was made by a later version of the program (%d; this one knows %d): nothing is kept",
                        path, version, SCHEMA_VERSION);
    }
    return version > SCHEMA_VERSION;
}

/* The log, and with FULL a sync of it before each call is done: a place that was kept survives the plug
 * being pulled. */
static int set_up(sqlite3 *db, const char *folder)
{
    char pragmas[128];
    (void)snprintf(pragmas, sizeof pragmas, "PRAGMA wal_autocheckpoint = %d; PRAGMA journal_size_limit = %d", LOG_PAGES,
                   LOG_PAGES * 4096);
    int status = sqlite_do(db, is_over_network(folder) ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL");
    if (status == SQLITE_OK) {
        status = sqlite_do(db, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
    }
    return status == SQLITE_OK ? sqlite_do(db, pragmas) : status;
}

enum look { SOUND, DAMAGED, FAILED, LATER };

static enum look look_of(sqlite3 *db, int status, struct error *err)
{
    if (sqlite_is_damage(status)) {
        return DAMAGED;
    }
    (void)sqlite_refused(db, "cannot open", err);
    return FAILED;
}

/* A later version's file is left as it is: even its log is not written back. */
static enum look prepare(sqlite3 *db, const char *folder, const char *path, bool thorough, struct error *err)
{
    int status;
    distrust(db);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    int version = sqlite_number(db, "PRAGMA user_version", -1, &status);
    if (later_version(path, version, err)) {
        return LATER;
    }
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    if (status != SQLITE_OK) {
        return look_of(db, status, err);
    }
    if (version < 0 || ((thorough || version < SCHEMA_VERSION) && !check(db, "PRAGMA quick_check(1)"))) {
        return DAMAGED;
    }
    status = set_up(db, folder);
    status = status == SQLITE_OK ? schema_migrate(db) : status;
    if (status != SQLITE_OK) {
        return look_of(db, status, err);
    }
    return schema_is_ours(db) && check(db, "PRAGMA quick_check(item)") ? SOUND : DAMAGED;
}

static enum look open_file(const char *folder, const char *path, bool thorough, sqlite3 **db_out, struct error *err)
{
    sqlite3 *db = NULL;
    enum look look = FAILED;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW;
    if (sqlite3_open_v2(path, &db, flags, brief_files()) != SQLITE_OK) {
        (void)error_set(err, "cannot open \"%s\": %s", path, db ? reason(db) : "out of memory");
    } else if (sqlite3_db_readonly(db, "main") == 1) {
        (void)error_set(err, "cannot write \"%s\": %s", path, sqlite3_errstr(SQLITE_READONLY));
    } else {
        look = prepare(db, folder, path, thorough, err);
    }
    if (look != SOUND) {
        (void)sqlite3_close(db);
        db = NULL;
    }
    *db_out = db;
    return look;
}

/* --- reading alone --- */

static void add_escaped(struct strbuf *uri, const char *path)
{
    for (; *path; path++) {
        if (strchr("%?#", *path)) {
            strbuf_printf(uri, "%%%02x", (unsigned)*path);
        } else {
            strbuf_add_byte(uri, *path);
        }
    }
}

static bool is_empty_or_gone(const char *path, const char *suffix, off_t most, struct arena *a)
{
    struct stat st;
    return stat(arena_printf(a, "%s%s", path, suffix).s, &st) != 0 ? errno == ENOENT : st.st_size <= most;
}

static sqlite3 *open_uri(const char *path, const char *query)
{
    struct strbuf uri = {0};
    strbuf_add_c(&uri, "file:");
    add_escaped(&uri, path);
    strbuf_add_c(&uri, query);
    sqlite3 *db = NULL;
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_URI;
    if (sqlite3_open_v2(uri.s, &db, flags, brief_files()) == SQLITE_OK) {
        distrust(db);
    }
    strbuf_finish(&uri);
    return db;
}

/* Where the log's files can be neither found nor made (a full or read-only disk), and nothing is left in
 * them, the database is read as a file that nobody changes. NULL where it is not to be read. */
static sqlite3 *open_to_read(const char *path, struct error *err)
{
    struct arena scratch = {0};
    int status = SQLITE_NOMEM;
    sqlite3 *db = open_uri(path, "?mode=ro");
    int version = db ? sqlite_number(db, "PRAGMA user_version", -1, &status) : -1;
    if (status != SQLITE_OK && is_empty_or_gone(path, "-wal", LOG_HEADER_BYTES, &scratch) &&
        is_empty_or_gone(path, "-journal", 0, &scratch)) {
        (void)sqlite3_close(db);
        db = open_uri(path, "?mode=ro&immutable=1");
        version = db ? sqlite_number(db, "PRAGMA user_version", -1, &status) : -1;
    }
    bool is_fit = status == SQLITE_OK && !later_version(path, version, err) && version == SCHEMA_VERSION &&
                  schema_is_ours(db);
    if (status != SQLITE_OK) {
        (void)error_set(err, "cannot read \"%s\": %s", path, db ? reason(db) : "out of memory");
    } else if (!is_fit && version <= SCHEMA_VERSION) {
        (void)error_set(err, "cannot read \"%s\": it is not a store of this version of the program", path);
    }
    if (!is_fit) {
        (void)sqlite3_close(db);
        db = NULL;
    }
    arena_finish(&scratch);
    return db;
}

/* --- setting aside --- */

/* Moves a damaged file, and what SQLite keeps beside it, out of the way. The log goes first: beside a new
 * database it would be taken for that one's. */
static bool set_aside(const char *path, struct arena *a, struct error *err)
{
    for (int n = 1; n <= DAMAGED_MOST; n++) {
        struct str to = arena_printf(a, "%s.damaged-%d", path, n);
        if (access(to.s, F_OK) == 0) {
            continue;
        }
        for (size_t i = 0; i < COUNT(companions); i++) {
            struct str aside = arena_printf(a, "%s%s", to.s, companions[i]);
            (void)rename(arena_printf(a, "%s%s", path, companions[i]).s, aside.s);
        }
        return rename(path, to.s) == 0 || error_set_errno(err, errno, "cannot move the damaged \"%s\" aside", path);
    }
    return error_set(err, "too many damaged copies beside \"%s\": move them away", path);
}

bool sqlite_remove_damaged(const char *path, struct error *err)
{
    struct arena scratch = {0};
    bool ok = true;
    struct str slash = str_from(strrchr(path, '/'));
    struct str folder = arena_str(&scratch, str_sub(str_from(path), 0, strlen(path) - slash.n));
    struct str prefix = arena_printf(&scratch, "%s.damaged-", str_after(slash, 1).s);
    DIR *d = opendir(folder.s);
    for (struct dirent *e; d && ok && (e = readdir(d));) {
        if (str_starts(str_from(e->d_name), prefix)) {
            struct str at = arena_printf(&scratch, "%s/%s", folder.s, e->d_name);
            ok = unlink(at.s) == 0 || error_set_errno(err, errno, "cannot delete \"%s\"", at.s);
        }
    }
    if (d) {
        (void)closedir(d);
    }
    arena_finish(&scratch);
    return ok;
}

/* --- the folder --- */

static struct disk *disk_of(sqlite3 *db)
{
    struct disk *d = NULL;
    if (db) {
        d = memory_zeroed(sizeof *d);
        d->db = db;
    }
    return d;
}

static enum opening open_in(const char *folder, bool thorough, struct disk **disk_out, struct error *notice,
                            struct error *err)
{
    struct arena scratch = {0};
    sqlite3 *db = NULL;
    watch_memory();
    struct str path = arena_printf(&scratch, "%s/%s", folder, name);
    enum look look = open_file(folder, path.s, thorough, &db, err);
    if (look == DAMAGED && set_aside(path.s, &scratch, err)) {
        look = open_file(folder, path.s, thorough, &db, err);
        (void)error_set(notice, "\"%s\" was damaged and has been set aside; a new one is begun", path.s);
    }
    enum opening opening = look == SOUND ? DISK_OPENED : look == LATER ? DISK_NEVER : DISK_FAILED;
    if (look == FAILED) {
        db = open_to_read(path.s, NULL);
        opening = db ? DISK_ONLY_READ : DISK_FAILED;
    }
    *disk_out = disk_of(db);
    arena_finish(&scratch);
    return opening;
}

/* SQLite follows no link, so that nobody makes it write elsewhere; the way to the folder may hold some. */
static char *real_folder(const char *folder, struct error *err)
{
    char *real = realpath(folder, NULL);
    if (!real) {
        (void)error_set_errno(err, errno, "cannot open the folder \"%s\"", folder);
    }
    return real;
}

enum opening disk_open(const char *folder, bool thorough, struct disk **disk_out, struct error *notice,
                       struct error *err)
{
    enum opening opening = DISK_FAILED;
    mode_t mask = umask(0077); /* what a person watched is theirs alone */
    char *real = path_make_folders(folder, err) ? real_folder(folder, err) : NULL;
    *disk_out = NULL;
    if (real) {
        opening = open_in(real, thorough, disk_out, notice, err);
    }
    (void)umask(mask);
    free(real);
    return opening;
}

struct disk *disk_open_to_read(const char *folder, struct error *err)
{
    struct arena scratch = {0};
    char *real = real_folder(folder, err);
    sqlite3 *db = real ? open_to_read(arena_printf(&scratch, "%s/%s", real, name).s, err) : NULL;
    free(real);
    arena_finish(&scratch);
    return disk_of(db);
}

void disk_close(struct disk *d)
{
    if (d) {
        (void)sqlite3_close(d->db);
        free(d);
    }
}
