/* Soft shades behind text: dark where the text stands, gone where the picture should be seen. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "stage/bitmap.h"
#include "stage/geometry.h"

enum { SHADES_MOST = 2 }; /* a page has one, and may come back to the one before */

/* The shades made last; zeroed is empty. */
struct shades {
    struct shade {
        struct size size, core;
        int fade;
        struct colour colour;
        bool mirrored;
        struct bitmap *bitmap;
        uint64_t used;
    } kept[SHADES_MOST];
    uint64_t clock;
};

void shades_finish(struct shades *s);

/* A bitmap of `size` of one colour: with its alpha over the first `core` px from its top left, then
 * fading out smoothly over `fade` px to the right and below; `mirrored`: from its top right, to the left.
 * Belongs to `s`; NULL when memory is out. */
struct bitmap *shades_corner(struct shades *s, struct size size, struct size core, int fade, struct colour colour,
                             bool mirrored);
