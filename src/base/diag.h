/* Faults in content, collected with their places and reported all together. */
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/compiler.h"
#include "base/str.h"

enum severity {
    SEVERITY_NOTE, /* for information; no count */
    SEVERITY_WARNING,
    SEVERITY_ERROR,
};
const char *severity_name(enum severity s);

/* A place in a file: line and column count from 1, columns in code points; `pointer` is RFC 6901.
 * Line 0: the file as a whole. */
struct diag_place {
    struct str file;
    int line, column;
    struct str pointer;
};

struct diag {
    struct diag_place place;
    enum severity severity;
    bool refused;          /* in play: the story is not shown (else: passed over and logged) */
    struct str tag;        /* "unknown-scene"; empty for a note */
    struct str message;    /* complete, with any "; did you mean …?" */
    struct str suggestion; /* the nearest known name, or empty */
};

/* Zeroed is an empty list. Owns its texts. */
struct diag_list {
    struct arena arena;
    struct diag *items;
    size_t count, capacity;
    size_t errors, warnings, refusals;
};

void diag_list_finish(struct diag_list *list);
/* Copies all of `d`; where the list is full, counts it alone. */
void diag_list_add(struct diag_list *list, const struct diag *d);
/* Past DIAG_MOST faults, or DIAG_MOST_BYTES of words: what is added needs no words then. */
bool diag_list_is_full(const struct diag_list *list);
/* By file, line, column, then the order of adding; stable. */
void diag_list_sort(struct diag_list *list);
/* As compilers print it, one line without newline: FILE:LINE:COLUMN: error: MESSAGE [TAG] (POINTER) */
void diag_print(const struct diag *d, struct strbuf *out);
