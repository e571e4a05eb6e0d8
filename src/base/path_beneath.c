#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/path_internal.h"

/* The kernel gives EAGAIN when a folder is renamed while it looks; that passes. */
enum { TRIES = 16 };

int beneath_open_kernel(int folder_fd, const char *path, int flags)
{
    struct open_how how = {
        .flags = (unsigned)(flags | O_CLOEXEC),
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
    };
    long fd = -1;
    for (int i = 0; i < TRIES; i++) {
        fd = syscall(SYS_openat2, folder_fd, path, &how, sizeof how);
        if (fd >= 0 || (errno != EAGAIN && errno != EINTR)) {
            break;
        }
    }
    return (int)fd;
}

static bool is_link(int folder_fd, const char *name)
{
    struct stat st;
    return fstatat(folder_fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(st.st_mode);
}

static int open_component(int folder_fd, const char *name, int flags)
{
    int fd = openat(folder_fd, name, flags | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) {
        int code = errno;
        bool is_refused = (code == ELOOP || code == ENOTDIR) && is_link(folder_fd, name);
        errno = is_refused ? EXDEV : code;
        return -1;
    }
    /* With O_PATH the link itself is opened. */
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISLNK(st.st_mode)) {
        (void)close(fd);
        errno = EXDEV;
        return -1;
    }
    return fd;
}

static void close_keeping_errno(int fd)
{
    int code = errno;
    (void)close(fd);
    errno = code;
}

int beneath_open_by_walking(int folder_fd, const char *path, int flags)
{
    char name[4097];
    int fd = folder_fd;
    for (const char *slash; (slash = strchr(path, '/')); path = slash + 1) {
        size_t length = (size_t)(slash - path);
        assert(length < sizeof name); /* a tame path is no longer */
        memcpy(name, path, length);
        name[length] = '\0';
        int next = open_component(fd, name, O_PATH | O_DIRECTORY);
        if (fd != folder_fd) {
            close_keeping_errno(fd);
        }
        if (next < 0) {
            return -1;
        }
        fd = next;
    }
    int opened = open_component(fd, path, flags);
    if (fd != folder_fd) {
        close_keeping_errno(fd);
    }
    return opened;
}

int beneath_open(int folder_fd, const char *path, int flags)
{
    int fd = beneath_open_kernel(folder_fd, path, flags);
    /* A seccomp filter that does not know openat2 answers EPERM. */
    if (fd < 0 && (errno == ENOSYS || errno == EPERM)) {
        fd = beneath_open_by_walking(folder_fd, path, flags);
    }
    return fd;
}
