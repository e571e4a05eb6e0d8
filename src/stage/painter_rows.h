/* Rows of pixels onto rows of pixels. What is below counts as opaque and stays so.
 *
 * Two formulas, each channel by itself in 16 bits, so that a compiler makes vectors of them:
 *   mixed:   (a * (256 - amount) + b * amount + 128) / 256
 *   covered: t = below * (255 - alpha) + above * alpha + 128;  (t + t / 256) / 256
 * The second is the quotient by 255, rounded, for all values that occur. */
#pragma once

#include <stdint.h>

#include "stage/bitmap.h"

/* Only the colour's red, green and blue count. */
void row_fill(uint32_t *out, int count, struct colour colour);
/* `amount`/256 of `b` over `a`; any of the three may be the same row. */
void row_lerp(uint32_t *out, const uint32_t *a, const uint32_t *b, int count, int amount);
/* Of `from`, the pixels numbered `at`, each mixed with the one after it; of that one `shares`/256, given for each of
 * the four channels. `out` is none of the others. */
void row_spread(uint32_t *out, const uint32_t *from, const int *at, const uint8_t *shares, int count);
/* A flat colour, its alpha over what is below. */
void row_tint(uint32_t *out, int count, struct colour colour);
void row_blend(uint32_t *out, const uint32_t *from, int count);
/* The same at `amount`/256 of its strength. */
void row_blend_faint(uint32_t *out, const uint32_t *from, int count, int amount);
void row_blend_premultiplied(uint32_t *out, const uint32_t *from, int count);
/* Both premultiplied; what is below may be clear, and `out` keeps its own alpha. */
void row_over_premultiplied(uint32_t *out, const uint32_t *from, int count);
/* A colour through a coverage. */
void row_cover(uint32_t *out, const uint8_t *coverage, int count, struct colour colour);
