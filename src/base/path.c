#include "base/path.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/path_internal.h"

static bool has_component(struct str path, struct str name)
{
    for (size_t from = 0; from <= path.n;) {
        size_t to = str_find(path, '/', from);
        if (str_eq(str_sub(path, from, to - from), name)) {
            return true;
        }
        from = to + 1;
    }
    return false;
}

/* What keeps `path` from being tame, to follow "the path … "; NULL where it is. */
static const char *wildness(struct str path)
{
    if (path.n == 0) {
        return "is empty";
    }
    if (path.n > PATH_BYTES) {
        return "is longer than 4096 bytes";
    }
    if (path.s[0] == '/') {
        return "begins with \"/\"";
    }
    if (str_find(path, '\\', 0) < path.n) {
        return "holds a backslash";
    }
    if (str_find(path, '\0', 0) < path.n) {
        return "holds a NUL";
    }
    if (has_component(path, STR(".."))) {
        return "holds \"..\"";
    }
    return has_component(path, STR("")) ? "has nothing before or after a \"/\"" : NULL;
}

bool path_is_tame(struct str path)
{
    return !wildness(path);
}

bool folder_open(struct folder *f, const char *path, struct error *err)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOCTTY);
    if (fd == 0) {
        /* Standard input was closed; 0 is "not open" here. */
        fd = fcntl(0, F_DUPFD_CLOEXEC, 3);
        int code = errno;
        (void)close(0);
        errno = code;
    }
    *f = (struct folder){fd};
    return fd > 0 || error_set_errno(err, errno, "cannot open the folder \"%s\"", path);
}

void folder_close(struct folder *f)
{
    if (f && f->fd > 0) {
        (void)close(f->fd);
    }
    if (f) {
        f->fd = -1;
    }
}

bool regular_file_check(const struct stat *st, const char *path, struct error *err)
{
    if (S_ISDIR(st->st_mode)) {
        return error_set(err, "\"%s\" is a folder, not a file", path);
    }
    return S_ISREG(st->st_mode) || error_set(err, "\"%s\" is not a regular file", path);
}

enum path_fault opened_file_check(int fd, const char *path, struct stat *st_out, struct error *err)
{
    if (fd >= 0 && fstat(fd, st_out) == 0) {
        return regular_file_check(st_out, path, err) ? PATH_OK : PATH_UNREADABLE;
    }
    int code = errno;
    if (code == EXDEV) {
        (void)error_set(err,
                        "\"%s\" goes through a link that could leave its folder; "
                        "put a copy of the file in its place",
                        path);
        return PATH_FORBIDDEN;
    }
    (void)error_set_errno(err, code, "cannot open \"%s\"", path);
    bool is_missing = code == ENOENT || code == ENOTDIR || code == ENAMETOOLONG;
    return is_missing ? PATH_MISSING : PATH_UNREADABLE;
}

/* As a C string; `path` is tame. */
static const char *tame_c_string(struct str path, char buffer[PATH_BYTES + 1])
{
    memcpy(buffer, path.s, path.n);
    buffer[path.n] = '\0';
    return buffer;
}

enum path_fault folder_open_file_by(beneath_open_fn open_beneath, const struct folder *f,
                                    struct str path, int *fd_out, uint64_t *size_out,
                                    struct error *err)
{
    assert(f->fd > 0);
    const char *wild = wildness(path);
    if (wild) {
        (void)error_set(err,
                        "the path \"%.*s\" %s; it must be relative to its folder and stay inside",
                        STR_ARG(path), wild);
        return PATH_FORBIDDEN;
    }
    char buffer[PATH_BYTES + 1];
    const char *name = tame_c_string(path, buffer);
    /* Opening a device or a FIFO can act or wait: look first, through a descriptor that does
     * neither, and once more after, since another file may have come in between. */
    static const int ways[] = {O_PATH, O_RDONLY | O_NONBLOCK | O_NOCTTY};
    for (size_t i = 0; i < COUNT(ways); i++) {
        struct stat st = {0};
        int fd = open_beneath(f->fd, name, ways[i]);
        enum path_fault fault = opened_file_check(fd, name, &st, err);
        if (fault == PATH_OK && i + 1 == COUNT(ways)) {
            *fd_out = fd;
            *size_out = (uint64_t)st.st_size;
            return PATH_OK;
        }
        if (fd >= 0) {
            (void)close(fd);
        }
        if (fault != PATH_OK) {
            return fault;
        }
    }
    return PATH_UNREADABLE;
}

enum path_fault folder_open_file(const struct folder *f, struct str path, int *fd_out,
                                 uint64_t *size_out, struct error *err)
{
    return folder_open_file_by(beneath_open, f, path, fd_out, size_out, err);
}

static DIR *open_listing(const struct folder *f, struct str path)
{
    if (f->fd <= 0 || (path.n > 0 && !path_is_tame(path))) {
        return NULL;
    }
    char buffer[PATH_BYTES + 1];
    const char *name = path.n > 0 ? tame_c_string(path, buffer) : ".";
    int fd = beneath_open(f->fd, name, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_NOCTTY);
    DIR *listing = fd >= 0 ? fdopendir(fd) : NULL;
    if (fd >= 0 && !listing) {
        (void)close(fd);
    }
    return listing;
}

static int compare_names(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* A link counts as one: where it leads is seen when it is opened. */
static bool is_file(DIR *listing, const char *name)
{
    struct stat st;
    return fstatat(dirfd(listing), name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
           (S_ISREG(st.st_mode) || S_ISLNK(st.st_mode));
}

size_t folder_list(const struct folder *f, struct str path, struct arena *a, struct str **names_out)
{
    *names_out = NULL;
    DIR *listing = open_listing(f, path);
    if (!listing) {
        return 0;
    }
    struct str *names = NULL;
    size_t count = 0;
    size_t capacity = 0;
    for (const struct dirent *entry; (entry = readdir(listing));) {
        if (!is_file(listing, entry->d_name)) {
            continue;
        }
        if (count == capacity) {
            capacity = capacity > 0 ? capacity * 2 : 16;
            struct str *grown = arena_new(a, struct str, capacity);
            if (count > 0) {
                memcpy(grown, names, count * sizeof *names);
            }
            names = grown;
        }
        names[count++] = arena_str(a, str_from(entry->d_name));
    }
    (void)closedir(listing);
    if (count > 0) {
        qsort(names, count, sizeof *names, compare_names);
    }
    *names_out = names;
    return count;
}

struct str path_xdg(enum xdg_kind kind, struct arena *a)
{
    static const struct {
        const char *variable, *beneath_home;
    } places[] = {
        [XDG_STATE] = {"XDG_STATE_HOME", ".local/state"},
        [XDG_CONFIG] = {"XDG_CONFIG_HOME", ".config"},
        [XDG_CACHE] = {"XDG_CACHE_HOME", ".cache"},
    };
    assert((size_t)kind < COUNT(places));
    const char *folder = getenv(places[kind].variable);
    if (folder && folder[0] == '/') {
        return arena_printf(a, "%s/lantern", folder);
    }
    const char *home = getenv("HOME");
    if (home && home[0] == '/') {
        return arena_printf(a, "%s/%s/lantern", home, places[kind].beneath_home);
    }
    return STR("");
}

static bool make_folder(const char *path)
{
    if (mkdir(path, 0700) == 0) {
        return true;
    }
    int code = errno;
    struct stat st;
    bool is_there = stat(path, &st) == 0 && S_ISDIR(st.st_mode);
    errno = code;
    return is_there;
}

bool path_make_folders(const char *path, struct error *err)
{
    struct str whole = str_from(path);
    struct strbuf parent = {0};
    bool ok = true;
    for (size_t from = 0; ok && from < whole.n;) {
        size_t to = str_find(whole, '/', from);
        strbuf_clear(&parent);
        strbuf_add(&parent, str_sub(whole, 0, to > 0 ? to : 1));
        ok = to == from || make_folder(parent.s);
        from = to + 1;
    }
    if (!ok) {
        (void)error_set_errno(err, errno, "cannot make the folder \"%s\"", parent.s);
    }
    if (whole.n == 0) {
        ok = error_set_errno(err, ENOENT, "cannot make the folder \"%s\"", "");
    }
    strbuf_finish(&parent);
    return ok;
}
