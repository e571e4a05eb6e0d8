/* A disk that fails, for a program that is started with this in LD_PRELOAD:
 *   FAULT_FOLDER   files beneath it fail (an absolute path without links)
 *   FAULT_AT       at the n-th thing done to them, from 1; 0: never
 *   FAULT_LASTS    how many things fail; 0: all from then on
 *   FAULT_ERROR    ENOSPC, EIO or EROFS
 *   FAULT_COUNT    a file in which the number of things done stands at the end
 *   FAULT_LOG      a file for all that was written, cut and synced, and said on standard output, in order:
 *                  a line "KIND WHERE BYTES NAME", then so many bytes; KIND is w, c, s or o
 *   FAULT_WAITS    a file: while it is there, syncing waits, as a disk does that is about to die
 *   FAULT_REMOTE   1: its file system is NFS by what it says of itself
 * Things done are: opening to write, creating, writing, cutting, syncing. A write that fails leaves its
 * first half, as disks do. */
/* With it, `open` would be another name for `open64`, and both are wanted here. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statfs.h>
#include <sys/types.h>
#include <unistd.h>

static long done;

static long setting(const char *name)
{
    const char *value = getenv(name);
    return value ? strtol(value, NULL, 10) : 0;
}

static int error_wanted(void)
{
    const char *name = getenv("FAULT_ERROR");
    return !name ? EIO : strcmp(name, "ENOSPC") == 0 ? ENOSPC : strcmp(name, "EROFS") == 0 ? EROFS : EIO;
}

static int is_beneath(const char *path)
{
    const char *folder = getenv("FAULT_FOLDER");
    size_t n = folder ? strlen(folder) : 0;
    return n > 0 && strncmp(path, folder, n) == 0;
}

/* "" where it has none. */
static void path_of(int fd, char path[4096])
{
    char link[64];
    (void)snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, 4095);
    path[n > 0 ? n : 0] = 0;
}

static int is_ours(int fd)
{
    char path[4096];
    path_of(fd, path);
    return is_beneath(path);
}

static void note(char kind, int fd, const void *bytes, size_t n, off64_t at)
{
    static FILE *log;
    char path[4096];
    const char *name = getenv("FAULT_LOG");
    path_of(fd, path);
    if (!name || (kind != 'o' && !is_beneath(path))) {
        return;
    }
    if (!log && !(log = fopen(name, "wb"))) {
        abort();
    }
    fprintf(log, "%c %lld %zu %s\n", kind, (long long)at, n, path);
    (void)fwrite(bytes ? bytes : "", 1, n, log);
    (void)fflush(log);
}

static int fails(void)
{
    long at = setting("FAULT_AT");
    long lasts = setting("FAULT_LASTS");
    done++;
    return at > 0 && done >= at && (lasts == 0 || done < at + lasts);
}

__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("FAULT_COUNT");
    FILE *f = path ? fopen(path, "w") : NULL;
    if (f) {
        fprintf(f, "%ld\n", done);
        (void)fclose(f);
    }
}

/* ISO C has no way from a data pointer to a function's. */
#define REAL(name, type)                                                                                               \
    static type real;                                                                                                  \
    if (!real) {                                                                                                       \
        void *symbol = dlsym(RTLD_NEXT, name);                                                                         \
        memcpy(&real, &symbol, sizeof real);                                                                           \
    }

typedef ssize_t (*write_fn)(int, const void *, size_t);
typedef ssize_t (*pwrite_fn)(int, const void *, size_t, off64_t);
typedef int (*fd_fn)(int);
typedef int (*cut_fn)(int, off64_t);
typedef int (*open_fn)(const char *, int, ...);
typedef int (*statfs_fn)(const char *, struct statfs64 *);
typedef int (*allocate_fn)(int, int, off64_t, off64_t);

ssize_t write(int fd, const void *bytes, size_t n)
{
    REAL("write", write_fn)
    if (is_ours(fd) && fails()) {
        (void)real(fd, bytes, n / 2);
        errno = error_wanted();
        return -1;
    }
    if (fd == STDOUT_FILENO) {
        note('o', fd, bytes, n, 0);
    }
    return real(fd, bytes, n);
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at)
{
    REAL("pwrite64", pwrite_fn)
    if (is_ours(fd) && fails()) {
        (void)real(fd, bytes, n / 2, at);
        errno = error_wanted();
        return -1;
    }
    note('w', fd, bytes, n, at);
    return real(fd, bytes, n, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at)
{
    return pwrite64(fd, bytes, n, at);
}

static void wait_for_disk(int fd)
{
    const char *path = getenv("FAULT_WAITS");
    while (path && is_ours(fd) && access(path, F_OK) == 0) {
        (void)usleep(20 * 1000);
    }
}

static int refuses(int fd)
{
    if (is_ours(fd) && fails()) {
        errno = error_wanted();
        return 1;
    }
    return 0;
}

int fsync(int fd)
{
    REAL("fsync", fd_fn)
    wait_for_disk(fd);
    if (refuses(fd)) {
        return -1;
    }
    note('s', fd, NULL, 0, 0);
    return real(fd);
}

int fdatasync(int fd)
{
    REAL("fdatasync", fd_fn)
    wait_for_disk(fd);
    if (refuses(fd)) {
        return -1;
    }
    note('s', fd, NULL, 0, 0);
    return real(fd);
}

int ftruncate64(int fd, off64_t n)
{
    REAL("ftruncate64", cut_fn)
    if (refuses(fd)) {
        return -1;
    }
    note('c', fd, NULL, 0, n);
    return real(fd, n);
}

int ftruncate(int fd, off_t n)
{
    return ftruncate64(fd, n);
}

int fallocate64(int fd, int mode, off64_t from, off64_t n)
{
    REAL("fallocate64", allocate_fn)
    return refuses(fd) ? -1 : real(fd, mode, from, n);
}

int open64(const char *path, int flags, ...)
{
    REAL("open64", open_fn)
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
    va_end(args);
    if ((flags & (O_CREAT | O_WRONLY | O_RDWR)) && is_beneath(path) && fails()) {
        errno = error_wanted();
        return -1;
    }
    return real(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
    va_end(args);
    return open64(path, flags, mode);
}

int statfs64(const char *path, struct statfs64 *fs)
{
    REAL("statfs64", statfs_fn)
    int status = real(path, fs);
    if (status == 0 && setting("FAULT_REMOTE") && is_beneath(path)) {
        fs->f_type = 0x6969;
    }
    return status;
}
