/* Rectangles of pixels. */
#pragma once

#include <stdbool.h>

struct size {
    int w, h;
};

struct point {
    int x, y;
};

/* Holds the pixels x … x+w-1, y … y+h-1; without width or height it is empty. */
struct rect {
    int x, y, w, h;
};

static inline bool size_same(struct size a, struct size b)
{
    return a.w == b.w && a.h == b.h;
}

static inline struct rect rect_of_size(struct size s)
{
    return (struct rect){0, 0, s.w, s.h};
}

static inline bool rect_is_empty(struct rect r)
{
    return r.w <= 0 || r.h <= 0;
}

static inline bool rect_same(struct rect a, struct rect b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static inline bool rect_contains(struct rect r, struct point p)
{
    return p.x >= r.x && p.y >= r.y && p.x < r.x + r.w && p.y < r.y + r.h;
}

/* What both hold; {0} where that is nothing. */
static inline struct rect rect_intersect(struct rect a, struct rect b)
{
    int left = a.x > b.x ? a.x : b.x;
    int top = a.y > b.y ? a.y : b.y;
    int right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    if (right <= left || bottom <= top) {
        return (struct rect){0};
    }
    return (struct rect){left, top, right - left, bottom - top};
}

/* The smallest that holds both; an empty one adds nothing. */
static inline struct rect rect_union(struct rect a, struct rect b)
{
    if (rect_is_empty(a)) {
        return b;
    }
    if (rect_is_empty(b)) {
        return a;
    }
    int left = a.x < b.x ? a.x : b.x;
    int top = a.y < b.y ? a.y : b.y;
    int right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (struct rect){left, top, right - left, bottom - top};
}

/* Smaller by `dx` and `dy` on each side (larger where negative); never below no width and height. */
static inline struct rect rect_inset(struct rect r, int dx, int dy)
{
    struct rect in = {r.x + dx, r.y + dy, r.w - 2 * dx, r.h - 2 * dy};
    if (in.w < 0) {
        in.x = r.x + r.w / 2;
        in.w = 0;
    }
    if (in.h < 0) {
        in.y = r.y + r.h / 2;
        in.h = 0;
    }
    return in;
}

/* As far from the right edge of something `width` px wide as it was from its left edge. */
static inline struct rect rect_mirrored(struct rect r, int width)
{
    return (struct rect){width - r.x - r.w, r.y, r.w, r.h};
}

static inline struct rect rect_moved(struct rect r, int dx, int dy)
{
    return (struct rect){r.x + dx, r.y + dy, r.w, r.h};
}
