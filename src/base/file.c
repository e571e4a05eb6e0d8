#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path_internal.h"

enum reading { READING_OK, READING_TOO_LARGE, READING_FAILED };

/* Fills `text` from `fd` as long as it stays within `limit`. The size is where to begin only: a
 * file grows, and those of /proc say 0. */
static enum reading fill(int fd, uint64_t size, size_t limit, struct arena *a, struct str *text_out)
{
    size_t room = (size_t)size + 1;
    char *text = arena_new(a, char, room + 1);
    size_t length = 0;
    for (;;) {
        ssize_t got = read(fd, text + length, room - length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            text[length] = '\0';
            *text_out = (struct str){text, length};
            return got == 0 ? READING_OK : READING_FAILED;
        }
        length += (size_t)got;
        if (length > limit) {
            return READING_TOO_LARGE;
        }
        if (length == room) {
            room = length < limit / 2 ? length * 2 : limit + 1;
            char *grown = arena_new(a, char, room + 1);
            memcpy(grown, text, length);
            text = grown;
        }
    }
}

/* Closes `fd`. */
static enum reading read_whole(int fd, uint64_t size, uint64_t limit_bytes, struct str path,
                               struct arena *a, struct str *text_out, struct error *err)
{
    size_t limit = limit_bytes < SIZE_MAX / 8 ? (size_t)limit_bytes : SIZE_MAX / 8;
    enum reading reading = size > limit ? READING_TOO_LARGE : fill(fd, size, limit, a, text_out);
    int code = errno;
    (void)close(fd);
    if (reading == READING_TOO_LARGE) {
        (void)error_set(err, "\"%.*s\" is larger than the %llu bytes allowed", STR_ARG(path),
                        (unsigned long long)limit_bytes);
    } else if (reading == READING_FAILED) {
        (void)error_set_errno(err, code, "cannot read \"%.*s\"", STR_ARG(path));
    }
    return reading;
}

enum path_fault file_read_beneath(const struct folder *f, struct str path, uint64_t limit_bytes,
                                  struct arena *a, struct str *text_out, bool *too_large_out,
                                  struct error *err)
{
    int fd = -1;
    uint64_t size = 0;
    *too_large_out = false;
    enum path_fault fault = folder_open_file(f, path, &fd, &size, err);
    if (fault != PATH_OK) {
        return fault;
    }
    enum reading reading = read_whole(fd, size, limit_bytes, path, a, text_out, err);
    *too_large_out = reading == READING_TOO_LARGE;
    return reading == READING_OK ? PATH_OK : PATH_UNREADABLE;
}

bool file_read(const char *path, uint64_t limit_bytes, struct arena *a, struct str *text_out,
               struct error *err)
{
    struct stat st;
    /* Looked at first: to open a device can act, and the user may have named one by mistake. */
    if (stat(path, &st) != 0) {
        return error_set_errno(err, errno, "cannot open \"%s\"", path);
    }
    if (!regular_file_check(&st, path, err)) {
        return false;
    }
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (opened_file_check(fd, path, &st, err) != PATH_OK) {
        if (fd >= 0) {
            (void)close(fd);
        }
        return false;
    }
    return read_whole(fd, (uint64_t)st.st_size, limit_bytes, str_from(path), a, text_out, err) ==
           READING_OK;
}

bool file_write(int fd, struct str bytes)
{
    while (bytes.n > 0) {
        ssize_t written = write(fd, bytes.s, bytes.n);
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes = str_after(bytes, written > 0 ? (size_t)written : 0);
    }
    return true;
}

/* Closes `fd`; false with errno where the bytes may not be on the disk. */
static bool write_and_close(int fd, struct str bytes, mode_t mode)
{
    bool ok = file_write(fd, bytes);
    int code = errno;
    /* A file system without modes refuses; the bytes matter more. */
    (void)!fchmod(fd, mode);
    if (ok && fsync(fd) != 0) {
        ok = false;
        code = errno;
    }
    if (close(fd) != 0 && ok) {
        return false;
    }
    errno = code;
    return ok;
}

/* Puts the renaming itself on the disk. Not every folder can be opened, nor every one synced. */
static bool folder_sync(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return errno == EACCES;
    }
    bool ok = fsync(fd) == 0 || errno == EINVAL;
    int code = errno;
    (void)close(fd);
    errno = code;
    return ok;
}

static struct str folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash) {
        return STR(".");
    }
    return slash == path ? STR("/") : str_sub(str_from(path), 0, (size_t)(slash - path));
}

/* False with errno; then no temporary file is left. */
static bool replace(const char *path, struct str bytes, mode_t mode)
{
    struct strbuf folder = {0};
    struct strbuf temporary = {0};
    strbuf_add(&folder, folder_of(path));
    strbuf_printf(&temporary, "%s/.lantern-XXXXXX", folder.s);
    int fd = mkostemp(temporary.s, O_CLOEXEC);
    bool ok = fd >= 0;
    if (ok) {
        ok = write_and_close(fd, bytes, mode) && rename(temporary.s, path) == 0;
        int code = errno;
        if (!ok) {
            (void)unlink(temporary.s);
        }
        errno = code;
    }
    ok = ok && folder_sync(folder.s);
    int code = errno;
    strbuf_finish(&folder);
    strbuf_finish(&temporary);
    errno = code;
    return ok;
}

/* The file itself where `path` is a link to it, so that the link stays; NULL with errno. For
 * free(). */
static char *real_target(const char *path)
{
    struct stat st;
    if (path[0] == '\0') {
        errno = ENOENT;
        return NULL;
    }
    bool is_link = lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
    return is_link ? realpath(path, NULL) : strdup(path);
}

bool file_save_atomic(const char *path, struct str bytes, struct error *err)
{
    bool ok = false;
    mode_t mode = 0600;
    struct stat st;
    char *target = real_target(path);
    if (!target) {
        (void)error_set_errno(err, errno, "cannot save \"%s\"", path);
        goto out;
    }
    if (stat(target, &st) == 0) {
        if (!regular_file_check(&st, path, err)) {
            goto out;
        }
        mode = st.st_mode & 0777;
    }
    ok = replace(target, bytes, mode) || error_set_errno(err, errno, "cannot save \"%s\"", path);
out:
    free(target);
    return ok;
}
