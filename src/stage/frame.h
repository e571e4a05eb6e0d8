/* One frame: the draw list, and where each item of the player's list came to lie. */
#pragma once

#include "base/str.h"
#include "player/player.h"
#include "stage/drawlist.h"
#include "stage/look.h"

struct placed {
    int item;         /* index into the player's list */
    struct rect rect; /* what is drawn */
    struct rect seen; /* the part of it that is not cut off where it scrolls */
    struct rect hit;  /* what takes a press; empty where it cannot be pressed or lies out of sight */
    struct rect words; /* all lines of its text */
    struct rect set;   /* those that are set: a line that would be cut is not */
    int px;           /* size of its text, 0 without */
    int cap_px, line_px, letter_px, word_px; /* height of its capitals, and how widely it is set */
    enum face face;
    struct colour ink;
    double contrast; /* at least this, of its text against every pixel beneath; 0 without text */
};

enum { PLACED_MOST = 2048 };

struct frame {
    struct drawlist list;
    bool rtl; /* the page begins at its right edge */
    struct placed placed[PLACED_MOST];
    int placed_count;
    struct rect scroll_area;     /* where the wheel and a drag scroll; empty: nothing does */
    int scroll_at, scroll_most;  /* how far it is scrolled and can be, in px */
    int scroll_up, scroll_down;  /* where a step by a screenful up and down leads: to whole lines */
    int64_t now_ms; /* that it was made for */
    int next_ms; /* a transition or a pan goes on: draw again after this; 0: nothing moves */
};

/* The item whose hit rectangle holds the point, or -1; the last placed wins. */
int frame_hit(const struct frame *f, struct point p);

/* Everything on screen as one line of JSON, for tests: size, screen, panel, focus, and for each item
 * role, name, rectangles, text size, colour, contrast. `painter`: the name of what paints it. */
void frame_dump(const struct frame *f, const struct player *p, const struct look *look, const char *painter,
                struct strbuf *out);
