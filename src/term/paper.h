/* Lines on endless paper: laid out in columns, never taken back. */
#pragma once

#include "term/term.h"

struct layouter;

struct paper {
    const struct term_io *io;
    struct layouter *layouter;
    bool is_blank; /* the last line is blank, or there is none */
    bool failed;   /* nobody reads any more */
};

enum { PAPER_COLUMNS_MOST = 66 };

/* `io` must outlive the paper. */
void paper_init(struct paper *p, const struct term_io *io);
void paper_finish(struct paper *p);

/* A paragraph: `lead` before its first line, as many spaces before the others. Characters that
 * would give the terminal orders are replaced. */
void paper_add(struct paper *p, struct str lead, struct str text, struct str language);
/* One blank line, unless there is one. */
void paper_gap(struct paper *p);
/* Asks for a line: trimmed, valid until the next one. False at the end of input, or when nobody
 * reads any more. */
bool paper_ask(struct paper *p, struct str prompt, struct str *answer_out);
