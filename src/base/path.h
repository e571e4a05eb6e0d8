/* Paths confined to a folder, and where the program keeps things. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"

/* A folder held open; what is opened through it stays beneath it (openat2 RESOLVE_BENEATH where the
 * kernel has it, else component by component without following a link). */
struct folder {
    int fd; /* 0 or -1: not open */
};

bool folder_open(struct folder *f, const char *path, struct error *err) NODISCARD;
void folder_close(struct folder *f); /* accepts one that is not open */

enum path_fault {
    PATH_OK,
    PATH_FORBIDDEN, /* absolute, "..", backslash, empty, a NUL, or a link that leaves the folder */
    PATH_MISSING,
    PATH_UNREADABLE, /* no permission, not a regular file, an I/O error */
};

/* Is `path` of the form a story may name: relative, "/" between, no "..", no backslash, no empty
 * component, at most 4,096 bytes? */
bool path_is_tame(struct str path);

/* Opens a regular file beneath `f` read-only without blocking (never hangs on a FIFO). On PATH_OK
 * `*fd_out` is the caller's to close and `*size_out` its size in bytes; else `err` has the sentence. */
enum path_fault folder_open_file(const struct folder *f, struct str path, int *fd_out,
                                 uint64_t *size_out, struct error *err);

/* Names of files in the sub-folder `path` of `f` ("": itself), sorted bytewise, from `a`. A missing
 * folder gives 0 names. */
struct arena;
size_t folder_list(const struct folder *f, struct str path, struct arena *a, struct str **names_out);

/* "$XDG_STATE_HOME/lantern" (absolute values only, else "$HOME/.local/state/lantern"), and the like
 * for config and cache; from `a`; empty where neither is set. Does not create it. */
enum xdg_kind { XDG_STATE, XDG_CONFIG, XDG_CACHE };
struct str path_xdg(enum xdg_kind kind, struct arena *a);
/* Creates the folder and its parents with mode 0700. */
bool path_make_folders(const char *path, struct error *err) NODISCARD;
