/* Between path.c, path_beneath.c, file.c and their tests. */
#pragma once

#include <sys/stat.h>

#include "base/path.h"

/* Opens the tame `path` beneath the folder `folder_fd` and gives the descriptor, else -1 with
 * errno: EXDEV where a link leads out, or might. O_CLOEXEC is added to `flags`. */
typedef int (*beneath_open_fn)(int folder_fd, const char *path, int flags);

int beneath_open_kernel(int folder_fd, const char *path, int flags);
/* For a kernel without openat2: refuses every link. */
int beneath_open_by_walking(int folder_fd, const char *path, int flags);
/* The first where it is there, else the second. */
int beneath_open(int folder_fd, const char *path, int flags);

/* folder_open_file by one way of opening alone. */
enum path_fault folder_open_file_by(beneath_open_fn open_beneath, const struct folder *f,
                                    struct str path, int *fd_out, uint64_t *size_out,
                                    struct error *err);

/* False with `err` where it is a folder, a device, a FIFO, a socket. */
bool regular_file_check(const struct stat *st, const char *path, struct error *err);
/* What became of opening `path`: `fd` is a descriptor, or -1 with errno. Closes nothing. */
enum path_fault opened_file_check(int fd, const char *path, struct stat *st_out, struct error *err);
