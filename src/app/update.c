#include "app/update.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/pack.h"
#include "base/file.h"

enum { STATE_MOST_BYTES = 4096, DEPTH_MOST = PACK_DEPTH_MOST + 2 };

struct str update_default_store(struct arena *a)
{
    const char *state = getenv("XDG_STATE_HOME");
    return state && state[0] == '/' ? arena_printf(a, "%s/lantern/content", state)
                                    : STR("/var/lib/lantern/content");
}

static bool is_id(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!((s.s[i] >= '0' && s.s[i] <= '9') || (s.s[i] >= 'a' && s.s[i] <= 'f'))) {
            return false;
        }
    }
    return s.n == PACK_ID_DIGITS;
}

static bool store_sync(const char *store, struct error *err)
{
    int fd = open(store, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    int code = errno;
    if (fd >= 0) {
        (void)close(fd);
    }
    return ok || error_set_errno(err, code, "cannot save \"%s\"", store);
}

/* --- links --- */

static struct str link_read(const char *store, const char *name, struct arena *a)
{
    struct arena scratch = {0};
    char to[PACK_ID_DIGITS + 1];
    ssize_t n = readlink(arena_printf(&scratch, "%s/%s", store, name).s, to, sizeof to);
    struct str id = {to, n > 0 ? (size_t)n : 0};
    arena_finish(&scratch);
    return is_id(id) ? arena_str(a, id) : STR("");
}

struct str update_waiting(const char *store, struct arena *a)
{
    return link_read(store, "next", a);
}

struct str update_current(const char *store, struct arena *a)
{
    return link_read(store, "current", a);
}

/* `name` leads to `id`; to nothing where that is "". */
static bool link_turn(const char *store, const char *name, struct str id, struct error *err)
{
    struct arena scratch = {0};
    const char *path = arena_printf(&scratch, "%s/%s", store, name).s;
    const char *made = arena_printf(&scratch, "%s/.%s-%d", store, name, (int)getpid()).s;
    bool ok = false;
    if (id.n == 0) {
        ok = unlink(path) == 0 || errno == ENOENT;
    } else {
        (void)unlink(made);
        ok = symlink(arena_str(&scratch, id).s, made) == 0 && rename(made, path) == 0;
    }
    if (!ok) {
        (void)error_set_errno(err, errno, "cannot change \"%s\"", path);
        (void)unlink(made);
    }
    ok = ok && store_sync(store, err);
    arena_finish(&scratch);
    return ok;
}

bool update_swap(const char *store, struct error *err)
{
    struct arena scratch = {0};
    bool swapped = false;
    if (update_waiting(store, &scratch).n) {
        const char *next = arena_printf(&scratch, "%s/next", store).s;
        swapped = rename(next, arena_printf(&scratch, "%s/current", store).s) == 0;
        if (!swapped) {
            (void)error_set_errno(err, errno, "cannot change \"%s/current\"", store);
        } else {
            (void)store_sync(store, err);
        }
    }
    arena_finish(&scratch);
    return swapped;
}

/* --- removing --- */

/* What is called `name` in the folder `above`, and all in it; follows no link. */
static void remove_tree(int above, const char *name, int depth)
{
    if (unlinkat(above, name, 0) == 0 || (errno != EISDIR && errno != EPERM) ||
        depth > DEPTH_MOST) {
        return;
    }
    int fd = openat(above, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *listing = fd >= 0 ? fdopendir(fd) : NULL;
    if (!listing) {
        return;
    }
    for (const struct dirent *entry; (entry = readdir(listing));) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            remove_tree(dirfd(listing), entry->d_name, depth + 1);
        }
    }
    (void)closedir(listing);
    (void)unlinkat(above, name, AT_REMOVEDIR);
}

static const char part_name[] = ".part";

static struct recovery record_read(const char *store)
{
    struct arena scratch = {0};
    struct error none = {0};
    struct str text = {0};
    struct recovery record = {0};
    if (file_read(arena_printf(&scratch, "%s/state", store).s, STATE_MOST_BYTES, &scratch, &text,
                  &none)) {
        recovery_parse(&record, text);
    }
    arena_finish(&scratch);
    return record;
}

/* Copies that no link leads to and that the kiosk does not need: neither shown, nor waiting, nor
 * the last that worked. */
static void remove_old(const char *store)
{
    struct arena a = {0};
    struct recovery record = record_read(store);
    struct str kept[] = {update_waiting(store, &a), update_current(store, &a),
                         str_from(record.current), str_from(record.worked)};
    DIR *listing = opendir(store);
    for (const struct dirent *entry; listing && (entry = readdir(listing));) {
        struct str name = str_from(entry->d_name);
        bool is_old = is_id(name);
        for (size_t i = 0; i < COUNT(kept); i++) {
            is_old = is_old && !str_eq(name, kept[i]);
        }
        if (is_old || str_is(name, part_name)) {
            remove_tree(dirfd(listing), entry->d_name, 0);
        }
    }
    if (listing) {
        (void)closedir(listing);
    }
    arena_finish(&a);
}

/* --- staging --- */

static bool sync_all(const char *folder, struct error *err)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && syncfs(fd) == 0;
    int code = errno;
    if (fd >= 0) {
        (void)close(fd);
    }
    return ok || error_set_errno(err, code, "cannot save \"%s\"", folder);
}

/* The copy becomes one of the store's once it is whole, fit, and on the disk. */
static bool take_in(const char *store, const struct pack *p, const struct update_check *check,
                    struct error *err)
{
    struct arena scratch = {0};
    const char *part = arena_printf(&scratch, "%s/%s", store, part_name).s;
    const char *whole = arena_printf(&scratch, "%s/%s", store, p->id).s;
    bool ok =
        pack_copy(p, part, err) && check->is_fit(check->self, part, err) && sync_all(part, err);
    if (ok && rename(part, whole) != 0) {
        ok = error_set_errno(err, errno, "cannot save \"%s\"", whole);
    }
    ok = ok && store_sync(store, err);
    arena_finish(&scratch);
    return ok;
}

/* One at a time. -1 with `err`. */
static int store_lock(const char *store, struct error *err)
{
    struct arena scratch = {0};
    int fd = -1;
    if (path_make_folders(store, err)) {
        fd = open(arena_printf(&scratch, "%s/.lock", store).s,
                  O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0) {
            (void)error_set_errno(err, errno, "cannot write into \"%s\"", store);
        }
    }
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0) {
        (void)error_set(err, "another update of \"%s\" is at work; wait for its end", store);
        (void)close(fd);
        fd = -1;
    }
    arena_finish(&scratch);
    return fd;
}

bool update_stage(const char *store, const char *path, const struct update_check *check,
                  struct arena *a, struct str *id_out, struct error *err)
{
    struct pack pack = {0};
    int lock = store_lock(store, err);
    if (lock < 0) {
        return false;
    }
    remove_old(store);
    bool ok = pack_open(&pack, path, a, err);
    if (ok) {
        *id_out = arena_str(a, str_from(pack.id));
        /* What is there was taken in whole: it is that which is shown, or the one before, or waits.
         */
        bool is_there = access(arena_printf(a, "%s/%s/story.json", store, pack.id).s, F_OK) == 0;
        ok = (is_there || take_in(store, &pack, check, err)) &&
             link_turn(store, "next", *id_out, err);
        remove_old(store);
    }
    pack_close(&pack);
    (void)close(lock);
    return ok;
}

/* --- the kiosk's start --- */

struct recovery_now update_now(void)
{
    struct arena scratch = {0};
    struct error none = {0};
    struct str boot = {0};
    struct timespec t = {0};
    struct recovery_now now = {.boot = "unknown"};
    if (file_read("/proc/sys/kernel/random/boot_id", STATE_MOST_BYTES, &scratch, &boot, &none)) {
        boot = str_sub(str_trim(boot), 0, sizeof now.boot - 1);
        memcpy(now.boot, boot.s, boot.n);
        now.boot[boot.n] = '\0';
    }
    if (clock_gettime(CLOCK_BOOTTIME, &t) == 0) {
        now.second = t.tv_sec;
    }
    arena_finish(&scratch);
    return now;
}

bool update_keep(const char *store, const struct recovery *record, struct error *err)
{
    struct arena scratch = {0};
    struct strbuf text = {0};
    recovery_print(record, &text);
    bool ok = path_make_folders(store, err) &&
              file_save_atomic(arena_printf(&scratch, "%s/state", store).s, strbuf_str(&text), err);
    strbuf_finish(&text);
    arena_finish(&scratch);
    return ok;
}

struct update_start update_begin(const char *store, const struct recovery_now *now, struct arena *a,
                                 struct error *err)
{
    struct update_start start = {.record = record_read(store)};
    start.shows = recovery_begin(&start.record, update_current(store, a), now, &start.rolled_back);
    struct str id = arena_str(a, str_from(start.record.current));
    /* The link first: where the record is lost between the two, what worked is taken for new. */
    if (start.rolled_back) {
        (void)link_turn(store, "current", id, err);
    }
    (void)update_keep(store, &start.record, err);
    start.story = id.n ? arena_printf(a, "%s/%.*s", store, STR_ARG(id)) : STR("");
    return start;
}
