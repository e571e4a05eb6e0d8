/* Marks in text: *emphasis*, [words](term:ID), [words](lang:TAG), {variable}. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

enum span_kind {
    SPAN_EMPHASIS,
    SPAN_TERM, /* `target` is the glossary id */
    SPAN_LANG, /* `target` is the language tag */
};

/* A stretch of the shown text, in bytes. Spans of one kind never overlap; those of two may nest. */
struct span {
    enum span_kind kind;
    size_t from, to;
    struct str target;
};

/* Text as shown: marks removed, variables filled in. */
struct shown {
    struct str text;
    const struct span *spans; /* by `from`, outer before inner */
    int span_count;
    struct str language; /* BCP 47, where whoever shows it says so */
};

/* Fills in one variable; false where the name is unknown. Its words are not read for marks. */
typedef bool (*marks_fill_fn)(void *self, struct str name, struct str *words_out);

struct marks_fault {
    size_t at; /* byte in the source text */
    char message[160];
};

/* Are the marks sound? `*fault_out` says where and why not. */
bool marks_check(struct str raw, struct marks_fault *fault_out);

/* What a text refers to, in order; a text with faulty marks refers to nothing. */
enum mark_ref_kind { MARK_REF_VARIABLE, MARK_REF_TERM, MARK_REF_LANG };
struct mark_ref {
    enum mark_ref_kind kind;
    struct str name;
    size_t at;
};
int marks_refs(struct str raw, struct arena *a, const struct mark_ref **refs_out);

/* Total: a text with faulty marks is shown as it is written; an unknown variable likewise. `fill` may
 * be NULL. Everything comes from `a`. */
struct shown marks_show(struct str raw, marks_fill_fn fill, void *self, struct arena *a);
