/* A pack: a story's folder with a list of its files and their sums, SHA256SUMS, as sha256sum writes
 * and checks it. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/path.h"
#include "base/str.h"

/* A story of some hours needs a tenth of it; more is a mistake, or means to fill the disk. */
enum {
    PACK_FILES_MOST = 10000,
    PACK_LIST_MOST_BYTES = 1 << 20,
    PACK_DEPTH_MOST = 16,
    PACK_ID_DIGITS = 16
};
#define PACK_MOST_BYTES (UINT64_C(2) << 30)

struct pack_file {
    struct str sum, path; /* hexadecimal, small; tame */
};

struct pack {
    struct folder folder;
    const struct pack_file *files; /* by path */
    size_t count;
    char id[PACK_ID_DIGITS + 1]; /* of its list, and so of all its bytes */
};

/* Reads the list; texts come from `a`. False where it is damaged, or lacks story.json. */
bool pack_open(struct pack *p, const char *path, struct arena *a, struct error *err) NODISCARD;
void pack_close(struct pack *p);

/* The list alone, for tests and fuzzers. */
bool pack_parse(struct pack *p, struct str list, struct arena *a, struct error *err) NODISCARD;

/* Copies the files of the list, and no others, into the new folder `to`. The bytes that are written
 * are those that are summed: false where one is not as the list says; what was written is the
 * caller's to remove. */
bool pack_copy(const struct pack *p, const char *to, struct error *err) NODISCARD;

/* Writes the list for the folder as it stands: every file but those with
 * a dot before their name. */
bool pack_seal(const char *path, size_t *count_out, struct error *err) NODISCARD;
