/* Items set one under another: paragraphs, and rows of buttons that wrap. Cards, panels and the opening
 * are columns. */
#pragma once

#include "stage/compose.h"

enum box_kind {
    BOX_NONE,
    BOX_BUTTON,    /* a ground of its own; several stand side by side */
    BOX_BAR,       /* no ground of its own; several stand side by side */
    BOX_BAR_TIGHT, /* the same, closer, where space is short */
    BOX_OPTION,    /* a mark for the one in force; several stand side by side */
    BOX_CARD,      /* a choice: as wide as the column */
    BOX_KEY,       /* of a keyboard on screen: close together, side by side */
    BOX_FIELD,     /* where text is typed: as wide as the column, with a mark where the next letter goes */
    BOX_ROW,       /* a row of a list: as wide as the column */
};

/* The line that stands before the rows of a timeline, and what marks it there. */
enum rail { RAIL_NONE, RAIL_LINE, RAIL_POINT, RAIL_YEAR, RAIL_HERE };

struct column_style {
    struct setting setting;
    enum box_kind box;
    enum rail rail;
    int before_px;  /* space above, but at the column's top */
    bool is_anchor; /* what scrolls begins here, when it has just come */
};

/* The style of an item in this view; false leaves it out. */
typedef bool (*column_style_fn)(const struct composer *c, const struct item *item,
                                struct column_style *style_out);

struct cell {
    struct block block;
    struct block value, key; /* of a row: what it says of itself, and the key that does it */
    struct block second; /* its words in the second language, below; without lines: none */
    int second_gap;
    struct column_style style;
    struct rect rect; /* in the column: from 0, 0 */
    struct point text;
};

struct column {
    struct cell *cells;
    int count;
    struct size size;
    int ink_w; /* as far as words and boxes reach */
};

/* Cells come from the composer's arena. */
struct column column_make(struct composer *c, int width_px, column_style_fn style);

/* How far inside a box its words, or the sign before them, begin. */
int column_pad(const struct composer *c, enum box_kind box);

/* Draws the column with its top left at (x, y), clipped to `view`. */
void column_draw(struct composer *c, const struct column *col, struct rect view, int x, int y, double contrast);

/* Draws a column that may be taller than its view: scrolled, with a bar that says how far. One that fits
 * is put at `align`: 0 the view's top, 1 its foot. */
void column_scroll(struct composer *c, const struct column *col, struct rect view, double align, double contrast);

/* Where a step by a screenful up and down from `scroll` leads. */
struct column_step {
    int up, down;
};
struct column_step column_step(const struct composer *c, const struct column *col, int view_h, int scroll);
