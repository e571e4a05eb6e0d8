#include "stage/painter_rows.h"

#include <string.h>

#include "base/compiler.h"

LOOPS_TO_VECTORS

#define OPAQUE UINT32_C(0xFF000000)

/* Pixels that are looked at together: four vectors of 16 bytes. */
enum { BLOCK = 16, BLOCK_BYTES = 4 * BLOCK };

static uint32_t packed(struct colour c)
{
    return OPAQUE | (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
}

void row_fill(uint32_t *out, int count, struct colour colour)
{
    uint32_t pixel = packed(colour);
    for (int i = 0; i < count; i++) {
        out[i] = pixel;
    }
}

/* ---- mixed ---- */

/* Sums that stay below 1 << 16 lose nothing by the casts, and without them they would be of 32 bits. */
static uint8_t mixed(uint8_t a, uint8_t b, uint16_t amount)
{
    uint16_t rest = (uint16_t)(256 - amount);
    return (uint8_t)((uint16_t)((uint16_t)(a * rest) + (uint16_t)(b * amount) + 128) >> 8);
}

void row_lerp(uint32_t *out, const uint32_t *a, const uint32_t *b, int count, int amount)
{
    uint8_t *to = (uint8_t *)out;
    const uint8_t *from = (const uint8_t *)a;
    const uint8_t *over = (const uint8_t *)b;
    uint16_t share = (uint16_t)amount;
    STEPS_APART
    for (int i = 0; i < 4 * count; i++) {
        to[i] = mixed(from[i], over[i], share);
    }
}

static void mix_block(uint32_t *out, const uint32_t *a, const uint32_t *b, const uint8_t *shares, int count)
{
    uint8_t *to = (uint8_t *)out;
    const uint8_t *from = (const uint8_t *)a;
    const uint8_t *over = (const uint8_t *)b;
    STEPS_APART
    for (int i = 0; i < 4 * count; i++) {
        to[i] = mixed(from[i], over[i], shares[i]);
    }
}

static void part_pairs(uint32_t *first, uint32_t *second, const uint32_t *pairs, int count)
{
    STEPS_APART
    for (int i = 0; i < count; i++) {
        first[i] = pairs[2 * i];
        second[i] = pairs[2 * i + 1];
    }
}

void row_spread(uint32_t *out, const uint32_t *from, const int *at, const uint8_t *shares, int count)
{
    enum { PART = 128 }; /* all of it stays in the nearest cache */
    uint32_t pairs[2 * PART];
    uint32_t first[PART];
    uint32_t second[PART];
    for (int i = 0; i < count; i += PART) {
        int n = count - i < PART ? count - i : PART;
        for (int k = 0; k < n; k++) {
            memcpy(pairs + 2 * k, from + at[i + k], 2 * sizeof *from);
        }
        part_pairs(first, second, pairs, n);
        mix_block(out + i, first, second, shares + 4 * i, n);
    }
}

/* ---- covered ---- */

static uint8_t by_255(uint16_t t)
{
    return (uint8_t)((uint16_t)(t + (t >> 8)) >> 8);
}

static uint8_t covered(uint8_t below, uint8_t above, uint8_t alpha)
{
    uint16_t rest = (uint16_t)(255 - alpha);
    return by_255((uint16_t)((uint16_t)(below * rest) + (uint16_t)(above * alpha) + 128));
}

/* Both channel by channel; a block of each. */
static void cover_bytes(uint8_t *out, const uint8_t *over, const uint8_t *alpha)
{
    STEPS_APART
    for (int i = 0; i < BLOCK_BYTES; i++) {
        out[i] = covered(out[i], over[i], alpha[i]);
    }
}

/* Lays a block over another by the alpha of each pixel. What is laid is opaque otherwise, and its fourth channel
 * covers wholly: so the page stays opaque. */
static void cover_block(uint32_t *out, const uint32_t *over, const uint32_t *alpha)
{
    uint32_t above[BLOCK];
    uint32_t alphas[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
        above[i] = over[i] | OPAQUE;
        alphas[i] = alpha[i] | alpha[i] << 8 | alpha[i] << 16 | OPAQUE;
    }
    cover_bytes((uint8_t *)out, (const uint8_t *)above, (const uint8_t *)alphas);
}

void row_tint(uint32_t *out, int count, struct colour colour)
{
    uint8_t rest[BLOCK_BYTES];
    uint16_t part[BLOCK_BYTES]; /* of the sum, what is the same for every pixel */
    uint32_t pixel = packed(colour);
    uint32_t alphas = OPAQUE | colour.a * UINT32_C(0x10101);
    uint8_t over[4];
    uint8_t alpha[4];
    memcpy(over, &pixel, sizeof over);
    memcpy(alpha, &alphas, sizeof alpha);
    for (int i = 0; i < BLOCK_BYTES; i++) {
        rest[i] = (uint8_t)(255 - alpha[i % 4]);
        part[i] = (uint16_t)(over[i % 4] * alpha[i % 4] + 128);
    }
    int i = 0;
    for (; i + BLOCK <= count; i += BLOCK) {
        uint8_t *to = (uint8_t *)(out + i);
        STEPS_APART
        for (int k = 0; k < BLOCK_BYTES; k++) {
            to[k] = by_255((uint16_t)((uint16_t)(to[k] * rest[k]) + part[k]));
        }
    }
    uint8_t *to = (uint8_t *)(out + i);
    for (int k = 0; k < 4 * (count - i); k++) {
        to[k] = by_255((uint16_t)((uint16_t)(to[k] * rest[k]) + part[k]));
    }
}

/* Most blocks are wholly clear or wholly opaque. */
static void blend_block(uint32_t *out, const uint32_t *from, uint32_t amount)
{
    uint32_t any = 0;
    uint32_t all = OPAQUE;
    for (int i = 0; i < BLOCK; i++) {
        any |= from[i];
        all &= from[i];
    }
    if (any < 1u << 24) {
        return;
    }
    if (all == OPAQUE && amount == 256) {
        memcpy(out, from, BLOCK_BYTES);
        return;
    }
    uint32_t alpha[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
        alpha[i] = ((from[i] >> 24) * amount + 128) >> 8;
    }
    cover_block(out, from, alpha);
}

void row_blend_faint(uint32_t *out, const uint32_t *from, int count, int amount)
{
    int i = 0;
    for (; i + BLOCK <= count; i += BLOCK) {
        blend_block(out + i, from + i, (uint32_t)amount);
    }
    if (i < count) {
        uint32_t page[BLOCK] = {0};
        uint32_t over[BLOCK] = {0};
        size_t bytes = (size_t)(count - i) * sizeof *out;
        memcpy(page, out + i, bytes);
        memcpy(over, from + i, bytes);
        blend_block(page, over, (uint32_t)amount);
        memcpy(out + i, page, bytes);
    }
}

void row_blend(uint32_t *out, const uint32_t *from, int count)
{
    row_blend_faint(out, from, count, 256);
}

static void tint_block(uint32_t *out, const uint8_t *coverage, struct colour colour)
{
    static const uint8_t nothing[BLOCK];
    if (memcmp(coverage, nothing, BLOCK) == 0) {
        return;
    }
    uint32_t over[BLOCK];
    uint32_t alpha[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
        over[i] = packed(colour);
        alpha[i] = by_255((uint16_t)(coverage[i] * colour.a + 128));
    }
    cover_block(out, over, alpha);
}

void row_cover(uint32_t *out, const uint8_t *coverage, int count, struct colour colour)
{
    int i = 0;
    for (; i + BLOCK <= count; i += BLOCK) {
        tint_block(out + i, coverage + i, colour);
    }
    if (i < count) {
        uint32_t page[BLOCK] = {0};
        uint8_t part[BLOCK] = {0};
        memcpy(page, out + i, (size_t)(count - i) * sizeof *out);
        memcpy(part, coverage + i, (size_t)(count - i));
        tint_block(page, part, colour);
        memcpy(out + i, page, (size_t)(count - i) * sizeof *out);
    }
}

/* ---- premultiplied ---- */

/* The four bytes of one pixel, each in a lane of its own. */
static uint64_t spread(uint32_t pixel)
{
    return (pixel & 0xFF00FFu) | (uint64_t)(pixel & 0xFF00FF00u) << 24;
}

static uint32_t gathered(uint64_t lanes)
{
    return (uint32_t)lanes | (uint32_t)(lanes >> 24);
}

/* `rest`/255 of a pixel, rounded. */
static uint32_t faded(uint32_t pixel, uint32_t rest)
{
    uint64_t lanes = spread(pixel) * rest + UINT64_C(0x0080008000800080);
    lanes = (lanes + (lanes >> 8 & UINT64_C(0x00FF00FF00FF00FF))) >> 8 & UINT64_C(0x00FF00FF00FF00FF);
    return gathered(lanes);
}

void row_blend_premultiplied(uint32_t *out, const uint32_t *from, int count)
{
    for (int i = 0; i < count; i++) {
        uint32_t alpha = from[i] >> 24;
        if (alpha == 255) {
            out[i] = from[i];
        } else if (from[i] != 0) {
            /* A channel is no higher than its alpha, so that no sum passes 255. */
            out[i] = OPAQUE | (faded(out[i], 255 - alpha) + (from[i] & ~OPAQUE));
        }
    }
}

void row_over_premultiplied(uint32_t *out, const uint32_t *from, int count)
{
    for (int i = 0; i < count; i++) {
        if (from[i] != 0) {
            out[i] = faded(out[i], 255 - (from[i] >> 24)) + from[i];
        }
    }
}
