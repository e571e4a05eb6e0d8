/* Where a step by a screenful leads: no line is cut, and none is passed over. */
#include "stage/column.h"

enum { LONG_VIEW = 5 /* lines */ };

/* What is seen whole or not at all: a line, or a box. */
struct stepping {
    int scroll, view_h;
    int up, down;      /* -1: not found yet */
    int whole, last_y; /* how many lie wholly in view, and the top of the last */
    int first_foot;    /* of the first of them */
    int above_foot;    /* of the last that begins above the view */
};

static void meet(struct stepping *s, int top, int bottom, bool looks_up)
{
    if (looks_up) {
        /* Above a long view the line that was the first is seen once more, as the last. */
        int foot = s->whole > LONG_VIEW ? s->first_foot : s->above_foot;
        s->up = s->up < 0 && top >= foot - s->view_h ? top : s->up;
        return;
    }
    s->above_foot = top < s->scroll && bottom > s->above_foot ? bottom : s->above_foot;
    if (top >= s->scroll && bottom <= s->scroll + s->view_h) {
        s->first_foot = s->whole++ ? s->first_foot : bottom;
        s->last_y = top;
    } else if (bottom > s->scroll + s->view_h && s->down < 0) {
        s->down = s->whole > LONG_VIEW ? s->last_y : top;
    }
}

static int line_foot(const struct cell *cell, int line)
{
    return cell->rect.y + cell->text.y + block_height(&cell->block, 0, line + 1);
}

/* A heading goes with the first of what it heads. */
static int with_next(const struct composer *c, const struct column *col, int i, int bottom)
{
    const struct cell *next = &col->cells[i + 1];
    if (c->items[col->cells[i].block.item].part != PART_LABEL || i + 1 == col->count) {
        return bottom;
    }
    return next->style.box == BOX_NONE ? line_foot(next, 0) : next->rect.y + next->rect.h;
}

static void meet_all(struct stepping *s, const struct composer *c, const struct column *col, bool looks_up)
{
    for (int i = 0; i < col->count; i++) {
        const struct cell *cell = &col->cells[i];
        if (cell->style.box != BOX_NONE && cell->rect.h <= s->view_h) {
            meet(s, cell->rect.y, cell->rect.y + cell->rect.h, looks_up);
            continue;
        }
        for (int k = 0; k < cell->block.layout.line_count; k++) {
            int bottom = line_foot(cell, k);
            bool is_last = k + 1 == cell->block.layout.line_count;
            meet(s, bottom - cell->block.line_px, is_last ? with_next(c, col, i, bottom) : bottom, looks_up);
        }
    }
}

struct column_step column_step(const struct composer *c, const struct column *col, int view_h, int scroll)
{
    struct stepping s = {.scroll = scroll, .view_h = view_h, .up = -1, .down = -1};
    meet_all(&s, c, col, false);
    meet_all(&s, c, col, true);
    int most = col->size.h > view_h ? col->size.h - view_h : 0;
    /* Something taller than the view gives no place to stop at. */
    s.down = s.down <= scroll ? scroll + view_h * 9 / 10 : s.down;
    s.up = s.up < 0 || s.up >= scroll ? scroll - view_h * 9 / 10 : s.up;
    return (struct column_step){s.up < 0 ? 0 : s.up, s.down > most ? most : s.down};
}
