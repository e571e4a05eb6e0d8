/* Whole files in, whole files out. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/path.h"
#include "base/str.h"

/* Reads a whole regular file beneath `f` into `a`, NUL-terminated. More than `limit_bytes` is refused:
 * PATH_UNREADABLE with `*too_large_out` true; so is a file that grows past it while it is read. */
enum path_fault file_read_beneath(const struct folder *f, struct str path, uint64_t limit_bytes,
                                  struct arena *a, struct str *text_out, bool *too_large_out,
                                  struct error *err);

/* The same for a plain path given by the user; false with `err`. */
bool file_read(const char *path, uint64_t limit_bytes, struct arena *a, struct str *text_out,
               struct error *err) NODISCARD;

/* Writes to a temporary file beside it, fsync, rename, fsync of the folder: at every moment the file
 * is the old or the new one. */
bool file_save_atomic(const char *path, struct str bytes, struct error *err) NODISCARD;

/* All of the bytes, however many at a time are taken. False with errno; some may be written then. */
bool file_write(int fd, struct str bytes) NODISCARD;
