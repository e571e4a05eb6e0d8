/* What is on the screen, as plain data: five operations, painted in order by a painter. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "stage/bitmap.h"
#include "stage/font.h"
#include "stage/geometry.h"

/* A bitmap and the part of it to show; without a bitmap, the flat colour. */
struct picture_shot {
    struct bitmap *bitmap; /* or NULL */
    struct picture_view view;
    struct colour flat; /* opaque; looked at only without a bitmap */
};

enum draw_op {
    DRAW_PICTURE, /* opaque: hides what is below */
    DRAW_BLEND,   /* a bitmap with alpha over what is below */
    DRAW_RECT,    /* a flat colour, its alpha over what is below */
    DRAW_GLYPHS,
    DRAW_FADE, /* opaque: amount/256 of `to` over `from` */
};

enum { FADE_WHOLE = 256 };

struct draw {
    enum draw_op op;
    struct rect dest;
    struct rect clip;         /* nothing is painted outside both */
    struct picture_shot shot; /* PICTURE, BLEND; FADE: from */
    struct picture_shot to;   /* FADE */
    int amount;               /* FADE: of `to`; BLEND: of the bitmap; 0 … FADE_WHOLE */
    struct colour colour;     /* RECT */
    struct glyph_run run;     /* GLYPHS; its text belongs to the list */
};

/* Zeroed is empty. Keeps a reference to every bitmap it names until it is started anew. */
struct drawlist {
    struct size size; /* of the page */
    struct draw *items;
    int count, capacity;
    struct rect clip;
    bool mirrors; /* drawlist_mirror */
    int top;      /* drawlist_lower */
    struct arena texts;
};

void drawlist_finish(struct drawlist *l);

/* Empties the list for a page of this size; nothing is clipped but by the page, nothing is mirrored or moved. */
void drawlist_start(struct drawlist *l, struct size page);

/* Clips what is added from here on; what was in force before ends that. */
void drawlist_clip(struct drawlist *l, struct rect clip);

/* Whether what follows speaks of start and end: rectangles, clips too, are given as on a page that is read
 * from the left, and lie as far from its right edge. What is in a rectangle is never mirrored, and glyph
 * runs lie where they say. Returns what was in force before. */
bool drawlist_mirror(struct drawlist *l, bool mirrors);
/* What follows is given from a point `top` px further down, clips too; in force before: what it returns. */
int drawlist_lower(struct drawlist *l, int top);

/* From here on everything is given as it lies on the page, neither mirrored nor moved, until the way that it returns
 * is taken up again. */
struct drawlist_way {
    bool mirrors;
    int top;
};
struct drawlist_way drawlist_as_seen(struct drawlist *l);
void drawlist_resume(struct drawlist *l, struct drawlist_way way);

/* Where on the page a rectangle lies that is given now. */
struct rect drawlist_place(const struct drawlist *l, struct rect given);

/* Each adds one operation; what would paint nothing is left out. */
void drawlist_picture(struct drawlist *l, struct rect dest, struct picture_shot shot);
void drawlist_blend(struct drawlist *l, struct rect dest, struct picture_shot shot);
/* The same at `amount` of its strength, from 0 to 1, clamped. */
void drawlist_blend_faint(struct drawlist *l, struct rect dest, struct picture_shot shot, double amount);
void drawlist_rect(struct drawlist *l, struct rect dest, struct colour colour);
/* `amount` from 0 (only `from`) to 1 (only `to`), clamped. */
void drawlist_fade(struct drawlist *l, struct rect dest, struct picture_shot from,
                   struct picture_shot to, double amount);
/* `box` is fonts_box() of the run; ink outside it is cut. The text is copied. */
void drawlist_glyphs(struct drawlist *l, struct rect box, const struct glyph_run *run);

/* All of another list of the same size, on top, cut by the clip. */
void drawlist_append(struct drawlist *to, const struct drawlist *from);
/* The same page without its text. */
void drawlist_copy_ground(struct drawlist *to, const struct drawlist *from);

/* Do both paint the same page? */
bool drawlist_same(const struct drawlist *a, const struct drawlist *b);
/* What of a page is to be painted anew: rectangles of it, which may overlap. Zeroed: nothing. */
enum { DAMAGE_MOST = 12 };

struct damage {
    struct rect rects[DAMAGE_MOST];
    int count;
};

struct damage damage_of(struct rect r);
/* A box around all of it. */
struct rect damage_box(const struct damage *d);

/* Everything in which the two pages differ: nothing where they are the same, the whole page where their sizes
 * differ. What lies close together, and would cost more apart, is one rectangle. */
struct damage drawlist_damage(const struct drawlist *before, const struct drawlist *after);
