/* A terminal of memory, and a story told in it. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "term/term.h"

struct fake_terminal {
    struct strbuf out;
    const char *answers; /* lines, "\n" between them; what is left of them */
    int columns;
    bool echoes;
    int writes_left; /* then nobody reads any more; negative: never */
    char line[256];
};
/* 66 columns, no answers, echoing as a pipe does. */
struct fake_terminal fake_terminal(void);
/* `t` must outlive what is returned. */
struct term_io fake_terminal_io(struct fake_terminal *t);
void fake_terminal_finish(struct fake_terminal *t);

/* tests/unit/term/story.json and the program's English. */
struct telling {
    struct story *story;
    struct words *words;
    struct strings *strings;
    struct fake_terminal terminal;
    struct term_options options;
    struct strbuf kept;       /* the bookmark kept last */
    int keeps;              /* how often it was asked to */
    unsigned refuses;       /* which of these fail: bit 0 for the first */
};
void telling_start(struct telling *t);
void telling_finish(struct telling *t);
/* Tells it from the start of the output, with these answers; returns all that was told. */
struct str telling_run(struct telling *t, const char *answers);

/* How often `part` is in the text. */
int times_in(struct str text, const char *part);
void expect_text(const char *row, struct str got, const char *wanted);
void expect_holds(const char *row, struct str got, const char *part);
