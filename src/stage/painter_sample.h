/* The pixels of a shot as they fill a rectangle, row by row. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "stage/drawlist.h"

/* Zeroed is ready to be set. Does not keep the bitmap. */
struct sampler {
    struct picture_shot shot;
    struct rect dest;
    int64_t first_x, first_y, step_x, step_y; /* in the bitmap, 1/65536 pixel */
    uint32_t *out, *mixed;
    int out_capacity, mixed_capacity;
    struct {
        int64_t first, step; /* what they stand for */
        int count, capacity;
        int *at;         /* for each pixel across `dest`, the first of the two it lies between, from the leftmost on */
        uint8_t *shares; /* of the second one, /256, for each channel */
    } columns;
};

void sampler_set(struct sampler *s, const struct picture_shot *shot, struct rect dest);
/* Does every pixel shown stand for one pixel of the bitmap? */
bool sampler_is_exact(const struct sampler *s);
/* `count` pixels from (x, y), in the coordinates of `dest`, which must lie inside it; valid until the
 * next call. Bilinear where the bitmap's pixels are not the page's. */
const uint32_t *sampler_row(struct sampler *s, int x, int y, int count);
/* The next stretch of that row, from column `x` on, outside of which all is clear; false where none is left. */
bool sampler_run(const struct sampler *s, int x, int y, int *x_out, int *count_out);
void sampler_finish(struct sampler *s);
