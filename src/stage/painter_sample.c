#include "stage/painter_sample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "stage/painter_rows.h"

enum { ONE = 1 << 16, HALF = 1 << 15 };

void sampler_finish(struct sampler *s)
{
    free(s->out);
    free(s->mixed);
    *s = (struct sampler){0};
}

void sampler_set(struct sampler *s, const struct picture_shot *shot, struct rect dest)
{
    s->shot = *shot;
    s->dest = dest;
    if (!shot->bitmap) {
        return;
    }
    s->step_x = llround(shot->view.w * ONE / dest.w);
    s->step_y = llround(shot->view.h * ONE / dest.h);
    /* Pixels are sampled at their middles. */
    s->first_x = llround(shot->view.x * ONE) + s->step_x / 2 - HALF;
    s->first_y = llround(shot->view.y * ONE) + s->step_y / 2 - HALF;
}

bool sampler_is_exact(const struct sampler *s)
{
    return s->step_x == ONE && s->step_y == ONE && s->first_x % ONE == 0 && s->first_y % ONE == 0;
}

static uint32_t *room_for(uint32_t **buffer, int *capacity, int count)
{
    if (count > *capacity) {
        *buffer = memory_resize(*buffer, memory_product((size_t)count, sizeof **buffer));
        *capacity = count;
    }
    return *buffer;
}

static int clamp(int64_t v, int limit)
{
    return v < 0 ? 0 : v >= limit ? limit - 1 : (int)v;
}

static int whole_part(int64_t fixed)
{
    return (int)(fixed >> 16);
}

static int share(int64_t fixed)
{
    return (int)(fixed >> 8 & 255);
}

/* `count` pixels of the bitmap from column `from`, at the height `y` between rows. Beyond the edges
 * the outermost pixel goes on. */
static uint32_t *mix_rows(struct sampler *s, int from, int count, int64_t y)
{
    const struct bitmap *b = s->shot.bitmap;
    struct size size = bitmap_size(b);
    const uint32_t *above = bitmap_row_const(b, clamp(whole_part(y), size.h));
    const uint32_t *below = bitmap_row_const(b, clamp(whole_part(y) + 1, size.h));
    uint32_t *mixed = room_for(&s->mixed, &s->mixed_capacity, count);
    int first = clamp(from, size.w);
    int last = clamp((int64_t)from + count - 1, size.w);
    int before = first > from ? first - from : 0;
    if (before >= count) {
        before = count - 1;
    }
    int inside = last - first + 1;
    if (inside > count - before) {
        inside = count - before;
    }
    if (share(y) == 0 || above == below) {
        memcpy(mixed + before, above + first, (size_t)inside * sizeof *mixed);
    } else {
        row_lerp(mixed + before, above + first, below + first, inside, share(y));
    }
    for (int i = 0; i < before; i++) {
        mixed[i] = mixed[before];
    }
    for (int i = before + inside; i < count; i++) {
        mixed[i] = mixed[before + inside - 1];
    }
    return mixed;
}

/* The four bytes of a pixel, each in a lane of 16 bits. */
static uint64_t lanes(uint32_t pixel)
{
    return (pixel & 0xFF00FFu) | (uint64_t)(pixel & 0xFF00FF00u) << 24;
}

/* One multiplication for all four: what a lane borrows in `b - a` the sum gives back. */
static uint32_t mix_pixels(uint32_t a, uint32_t b, uint64_t amount)
{
    uint64_t from = lanes(a);
    uint64_t mixed = (from << 8) + (lanes(b) - from) * amount + UINT64_C(0x0080008000800080);
    mixed = mixed >> 8 & UINT64_C(0x00FF00FF00FF00FF);
    return (uint32_t)mixed | (uint32_t)(mixed >> 24);
}

static const uint32_t *bilinear_row(struct sampler *s, int64_t u, int64_t v, int count)
{
    int from = whole_part(u);
    int spanned = whole_part(u + s->step_x * (count - 1)) - from + 2;
    const uint32_t *mixed = mix_rows(s, from, spanned, v);
    uint32_t *out = room_for(&s->out, &s->out_capacity, count);
    if (s->step_x == ONE) {
        row_lerp(out, mixed, mixed + 1, count, share(u));
        return out;
    }
    int64_t at = u - (int64_t)from * ONE;
    for (int i = 0; i < count; i++, at += s->step_x) {
        const uint32_t *pair = mixed + whole_part(at);
        out[i] = mix_pixels(pair[0], pair[1], (uint64_t)share(at));
    }
    return out;
}

const uint32_t *sampler_row(struct sampler *s, int x, int y, int count)
{
    const struct bitmap *b = s->shot.bitmap;
    if (!b) {
        uint32_t *out = room_for(&s->out, &s->out_capacity, count);
        row_fill(out, count, s->shot.flat);
        return out;
    }
    int64_t u = s->first_x + s->step_x * (x - s->dest.x);
    int64_t v = s->first_y + s->step_y * (y - s->dest.y);
    struct size size = bitmap_size(b);
    bool is_inside = u >= 0 && v >= 0 && whole_part(u) + count <= size.w && whole_part(v) < size.h;
    if (is_inside && s->step_x == ONE && share(u) == 0 && share(v) == 0) {
        return bitmap_row_const(b, whole_part(v)) + whole_part(u);
    }
    return bilinear_row(s, u, v, count);
}
