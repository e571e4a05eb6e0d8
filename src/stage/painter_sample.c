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
    free(s->columns.at);
    free(s->columns.shares);
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

/* The height between two rows, as a row of its own: `count` pixels of it, from the bitmap's column `from` on. Beyond
 * the edges the outermost pixel goes on. */
static void mix_rows(const struct sampler *s, uint32_t *mixed, int from, int count, int64_t y)
{
    const struct bitmap *b = s->shot.bitmap;
    struct size size = bitmap_size(b);
    const uint32_t *above = bitmap_row_const(b, clamp(whole_part(y), size.h));
    const uint32_t *below = bitmap_row_const(b, clamp(whole_part(y) + 1, size.h));
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
}

/* Where the pixels of a row lie is the same for all rows of a page. */
static void find_columns(struct sampler *s)
{
    int count = s->dest.w;
    if (s->columns.count == count && s->columns.first == s->first_x && s->columns.step == s->step_x) {
        return;
    }
    if (count > s->columns.capacity) {
        s->columns.at = memory_resize(s->columns.at, memory_product((size_t)count, sizeof s->columns.at[0]));
        s->columns.shares = memory_resize(s->columns.shares, memory_product((size_t)count, 4));
        s->columns.capacity = count;
    }
    s->columns.first = s->first_x;
    s->columns.step = s->step_x;
    s->columns.count = count;
    int64_t at = s->first_x;
    for (int i = 0; i < count; i++, at += s->step_x) {
        s->columns.at[i] = whole_part(at) - whole_part(s->first_x);
        memset(s->columns.shares + 4 * (size_t)i, share(at), 4);
    }
}

/* `x`: of `dest`. */
static const uint32_t *bilinear_row(struct sampler *s, int x, int64_t v, int count)
{
    int64_t u = s->first_x + s->step_x * x;
    int first = whole_part(s->first_x);
    int from = whole_part(u);
    int end = whole_part(u + s->step_x * (count - 1)) + 2;
    uint32_t *mixed = room_for(&s->mixed, &s->mixed_capacity, end - first);
    uint32_t *out = room_for(&s->out, &s->out_capacity, count);
    mix_rows(s, mixed + (from - first), from, end - from, v);
    if (s->step_x == ONE) {
        row_lerp(out, mixed + (from - first), mixed + (from - first) + 1, count, share(u));
    } else {
        find_columns(s);
        row_spread(out, mixed, s->columns.at + x, s->columns.shares + 4 * (size_t)x, count);
    }
    return out;
}

/* ---- what is clear ---- */

/* The column of `dest`, not below 0, where the bitmap's column `at` begins to be mixed in. */
static int column_of(const struct sampler *s, int at)
{
    double x = ceil(((double)(at - 1) * ONE - (double)s->first_x) / (double)s->step_x);
    return (int)fmin(fmax(x, 0), s->dest.w);
}

static int end_of_bits(uint64_t bits, int from)
{
    int i = from;
    while (i < 64 && bits >> i & 1) {
        i++;
    }
    return i;
}

bool sampler_run(const struct sampler *s, int x, int y, int *x_out, int *count_out)
{
    struct bitmap *b = s->shot.bitmap;
    struct size size = bitmap_size(b);
    int64_t v = s->first_y + s->step_y * (y - s->dest.y);
    uint64_t parts = bitmap_row_parts(b, clamp(whole_part(v), size.h));
    parts |= share(v) ? bitmap_row_parts(b, clamp(whole_part(v) + 1, size.h)) : 0;
    for (int i = 0; i < 64; i = end_of_bits(~parts, i)) {
        int end = end_of_bits(parts, i);
        if (end > i) {
            /* Beyond an edge the outermost pixel goes on. */
            int from = i > 0 ? column_of(s, bitmap_part(b, i)) : 0;
            int to = end < 64 ? column_of(s, bitmap_part(b, end) + 1) : s->dest.w;
            from = s->dest.x + from > x ? s->dest.x + from : x;
            if (s->dest.x + to > from) {
                *x_out = from;
                *count_out = s->dest.x + to - from;
                return true;
            }
        }
        i = end;
    }
    return false;
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
    return bilinear_row(s, x - s->dest.x, v, count);
}
