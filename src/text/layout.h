/* Paragraphs into lines, lines into pages. Knows no font: widths come through a callback. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

enum run_flag {
    RUN_EMPHASIS = 1 << 0,
    RUN_LINK = 1 << 1,
};

/* A stretch of the text, in bytes, that is set otherwise. Spans may nest: flags add up, and the later
 * span's language wins. */
struct layout_span {
    size_t from, to;
    unsigned flags;      /* of enum run_flag */
    struct str language; /* BCP 47; empty: the text's own */
};

/* How a piece of text is to be set. */
struct run_style {
    char script[5]; /* ISO 15924, "Latn"; Han by language "Hans", "Hant", "Jpan", in Korean "Hang" */
    bool rtl;
    unsigned flags;
    bool joins_before, joins_after; /* cursive: its first letter with the one before it, its last with the next */
    struct str language;
};

/* The width of `piece` in pixels, set as one run. Must be a function of its arguments alone. */
typedef int (*layout_measure_fn)(void *self, struct str piece, const struct run_style *style);

/* What stays the same for many texts. */
struct layout_measurer {
    layout_measure_fn measure;
    void *self;
};

struct layout_text {
    struct str text; /* UTF-8; a malformed byte is set as U+FFFD */
    const struct layout_span *spans;
    int span_count;
    struct str language; /* BCP 47: decides breaks, base direction, Han */
    int width_px;        /* of a line; below 1 counts as 1 */
    struct layout_measurer measurer;
};

/* One script, one direction, one style: what a glyph run of the draw list takes. Draw the bytes
 * [from, to) of the text, then LAYOUT_HYPHEN where `hyphen` is set; the width counts both. */
struct layout_run {
    size_t from, to;
    struct run_style style;
    int x_px; /* from the line's left edge, whichever its direction */
    int width_px;
    bool hyphen;
    int link; /* the index of the link span it lies in, or -1 */
};

#define LAYOUT_HYPHEN "-"

/* Runs stand in visual order, left to right. White space at the end of a line is not among them. */
struct layout_line {
    const struct layout_run *runs;
    int run_count;   /* 0: an empty line */
    size_t from, to; /* bytes, with the white space that ends the line */
    int width_px;
    bool rtl; /* base direction: an aligned line starts at the right */
    bool ends_by_newline;
};

struct layout {
    const struct layout_line *lines;
    int line_count; /* 0 for an empty text */
    int width_px;   /* of the widest line; may pass the width asked for by one grapheme only */
};

/* Keeps ICU's break iterators between texts. Not to be shared between threads. */
struct layouter;

/* Never NULL. Without ICU's data, text breaks at spaces alone. */
struct layouter *layouter_create(void);
void layouter_destroy(struct layouter *l);

/* Lays a text out; everything in the result comes from `a`. A newline ("\n", "\r\n") ends a line. A word too
 * long for a line is broken between graphemes, with a hyphen where its script has one; a compound of short
 * words is not broken at its own; a last line of one word takes a word from the line above. The same arguments
 * give the same lines. */
struct layout layouter_lay(struct layouter *l, const struct layout_text *text, struct arena *a);

struct layout_page {
    int first_line, line_count;
    size_t from; /* the byte its first line starts with */
};

struct layout_pages {
    const struct layout_page *pages;
    int count; /* at least 1 where there is a line */
};

/* As few pages as hold at most `max_lines` (>= 1) each, filled evenly; a single line comes first rather than
 * last. From `a`. */
struct layout_pages layout_paginate(const struct layout *l, int max_lines, struct arena *a);

/* A text laid out, and how high its lines are. */
struct layout_set {
    struct str text;
    const struct layout *layout;
    int line_px;
};
/* Two texts cut in step, the second below the first. */
struct layout_pair {
    struct layout_pages first;
    const struct layout_page *second; /* one for each page of the first; a page may have no line of it */
};
/* As few pages as hold both within `room_px`, with `gap_px` between; the lines of the second are shared out evenly.
 * Where one line of the first takes more lines of the second than a page holds beneath it, it stands on several
 * pages, and each begins at a word further in. `second` is NULL where not even a line of each has room: then the
 * first is cut as if it were alone. From `a`. */
struct layout_pair layout_paginate_pair(struct layout_set first, struct layout_set second, int gap_px, int room_px,
                                        struct arena *a);

/* The page that shows byte `offset`: keeps the place when the text is laid out anew. Clamped. */
int layout_pages_find(const struct layout_pages *p, size_t offset);
