/* Anti-aliased shapes drawn off-screen: how much of each pixel they cover, and that as ink on a bitmap. */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "stage/bitmap.h"

/* A point in px; 0.5, 0.5 is the middle of the first pixel. */
struct spot {
    double x, y;
};

/* 0 none … 255 all; where shapes overlap, the greater coverage stays, so that a line drawn in pieces shows
 * no joints. Shapes are cut at the edge. */
struct mask {
    struct size size;
    uint8_t *pixels; /* rows of size.w, from the arena */
};

/* Nothing is covered yet. */
struct mask mask_make(struct size size, struct arena *a);

/* A straight line with round ends, `width` px wide. */
void mask_line(struct mask *m, struct spot a, struct spot b, double width);
void mask_disc(struct mask *m, struct spot middle, double radius);
/* Full in the middle, falling smoothly to nothing at `radius`. */
void mask_glow(struct mask *m, struct spot middle, double radius);
/* A rectangle `half` px to each side of `middle`, turned by `angle_deg` clockwise, that fades out over
 * `fade` px beyond its edges. */
void mask_plate(struct mask *m, struct spot middle, struct spot half, double angle_deg, double fade);

/* Coverage given elsewhere, as of letters: `size.w` * `size.h` bytes. */
struct stamp {
    struct size size;
    const uint8_t *pixels;
};
/* Puts a stamp with its top left at `at`, the whole turned by `angle_deg` clockwise about `pivot`. */
void mask_stamp(struct mask *m, struct stamp stamp, struct spot at, struct spot pivot, double angle_deg);

/* Everything grows by `px` in each direction: a rim round letters. */
void mask_grow(struct mask *m, int px, struct arena *a);

/* Lays `ink` on the bitmap where the mask covers it, the mask's top left at `at`; cut at the edges. */
void bitmap_ink(struct bitmap *b, const struct mask *m, struct point at, struct colour ink);
