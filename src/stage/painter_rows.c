#include "stage/painter_rows.h"

#include <string.h>

/* Every other byte of two pixels, each with room for a product of 16 bits. */
#define LANES UINT64_C(0x00FF00FF00FF00FF)
#define HALVES UINT64_C(0x0080008000800080)
#define OPAQUE UINT32_C(0xFF000000)

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

static uint64_t lerp_pair(uint64_t a, uint64_t b, uint64_t amount)
{
    uint64_t low = (a & LANES) * (256 - amount) + (b & LANES) * amount + HALVES;
    uint64_t high = (a >> 8 & LANES) * (256 - amount) + (b >> 8 & LANES) * amount + HALVES;
    return (low >> 8 & LANES) | (high & ~LANES);
}

void row_lerp(uint32_t *out, const uint32_t *a, const uint32_t *b, int count, int amount)
{
    uint64_t share = (uint64_t)amount;
    int i = 0;
    for (; i + 1 < count; i += 2) {
        uint64_t pair_a;
        uint64_t pair_b;
        memcpy(&pair_a, a + i, sizeof pair_a);
        memcpy(&pair_b, b + i, sizeof pair_b);
        uint64_t mixed = lerp_pair(pair_a, pair_b, share);
        memcpy(out + i, &mixed, sizeof mixed);
    }
    if (i < count) {
        out[i] = (uint32_t)lerp_pair(a[i], b[i], share);
    }
}

/* Each lane divided by 255 and rounded, exact up to 255 * 255. */
static uint64_t lanes_by_255(uint64_t lanes)
{
    lanes += HALVES;
    return (lanes + (lanes >> 8 & LANES)) >> 8 & LANES;
}

/* `alpha`/255 of `over` on top of `under`. */
static uint64_t over_pair(uint64_t under, uint64_t over, uint64_t alpha)
{
    uint64_t low = (under & LANES) * (255 - alpha) + (over & LANES) * alpha;
    uint64_t high = (under >> 8 & LANES) * (255 - alpha) + (over >> 8 & LANES) * alpha;
    return lanes_by_255(low) | lanes_by_255(high) << 8;
}

/* The four bytes of one pixel, each in a lane of its own. */
static uint64_t spread(uint32_t pixel)
{
    return (pixel & 0xFF00FFu) | (uint64_t)(pixel & 0xFF00FF00u) << 24;
}

static uint32_t gathered(uint64_t lanes)
{
    return (uint32_t)lanes | (uint32_t)(lanes >> 24);
}

static uint32_t over_pixel(uint32_t under, uint32_t over, uint32_t alpha)
{
    return OPAQUE | gathered(lanes_by_255(spread(under) * (255 - alpha) + spread(over) * alpha));
}

void row_tint(uint32_t *out, int count, struct colour colour)
{
    uint32_t pixel = packed(colour);
    uint64_t both = (uint64_t)pixel << 32 | pixel;
    uint64_t opaque = (uint64_t)OPAQUE << 32 | OPAQUE;
    int i = 0;
    for (; i + 1 < count; i += 2) {
        uint64_t pair;
        memcpy(&pair, out + i, sizeof pair);
        pair = over_pair(pair, both, colour.a) | opaque;
        memcpy(out + i, &pair, sizeof pair);
    }
    if (i < count) {
        out[i] = over_pixel(out[i], pixel, colour.a);
    }
}

void row_blend(uint32_t *out, const uint32_t *from, int count)
{
    for (int i = 0; i < count; i++) {
        uint32_t alpha = from[i] >> 24;
        if (alpha == 255) {
            out[i] = from[i];
        } else if (alpha > 0) {
            out[i] = over_pixel(out[i], from[i], alpha);
        }
    }
}

void row_blend_faint(uint32_t *out, const uint32_t *from, int count, int amount)
{
    for (int i = 0; i < count; i++) {
        uint32_t alpha = ((from[i] >> 24) * (uint32_t)amount + 128) >> 8;
        if (alpha > 0) {
            out[i] = over_pixel(out[i], from[i], alpha);
        }
    }
}

void row_blend_premultiplied(uint32_t *out, const uint32_t *from, int count)
{
    for (int i = 0; i < count; i++) {
        uint32_t alpha = from[i] >> 24;
        if (alpha == 255) {
            out[i] = from[i];
        } else if (from[i] != 0) {
            /* A lane holds a colour no higher than its alpha, so that no sum passes 255. */
            out[i] = OPAQUE | (gathered(lanes_by_255(spread(out[i]) * (255 - alpha))) + (from[i] & ~OPAQUE));
        }
    }
}

void row_over_premultiplied(uint32_t *out, const uint32_t *from, int count)
{
    for (int i = 0; i < count; i++) {
        if (from[i] != 0) {
            out[i] = gathered(lanes_by_255(spread(out[i]) * (255 - (from[i] >> 24)))) + from[i];
        }
    }
}

void row_cover(uint32_t *out, const uint8_t *coverage, int count, struct colour colour)
{
    uint32_t pixel = packed(colour);
    for (int i = 0; i < count; i++) {
        uint32_t alpha = colour.a == 255 ? coverage[i] : (coverage[i] * colour.a + 127u) / 255;
        if (alpha == 255) {
            out[i] = pixel;
        } else if (alpha > 0) {
            out[i] = over_pixel(out[i], pixel, alpha);
        }
    }
}
