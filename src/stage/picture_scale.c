#include "stage/picture_scale.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { WEIGHT_BITS = 14, WHOLE = 1 << WEIGHT_BITS };

/* The pixels [first, first + count) that make one, with weights from `at` on, of sum WHOLE. */
struct taps {
    int first, count;
    size_t at;
};

struct axis {
    struct taps *taps;
    uint16_t *weights;
    bool is_straight; /* pixel for pixel */
};

struct scaler {
    struct pixels from;
    struct size out;
    struct axis x, y;
    uint32_t *kept[2]; /* rows already brought to the width of `out` */
    int kept_row[2];
    uint32_t *sums; /* four a pixel */
    uint32_t *row;  /* of the input in our order; NULL where it is in it */
};

/* ---- weights ---- */

/* Averaging, an output pixel is the stretch [from, to) of the input; enlarging, a tent around its
 * middle. How much of input pixel `i` goes into it: */
static double share_of(int i, double from, double to, bool is_enlarging)
{
    if (is_enlarging) {
        return fmax(1 - fabs(i + 0.5 - (from + to) / 2), 0);
    }
    return fmax(fmin(to, i + 1.0) - fmax(from, i), 0);
}

/* Shares become whole numbers of the exact sum; the remainder goes to the greatest. */
static void settle(const double *shares, int count, uint16_t *weights)
{
    double sum = 0;
    int greatest = 0;
    for (int i = 0; i < count; i++) {
        sum += shares[i];
        greatest = shares[i] > shares[greatest] ? i : greatest;
    }
    int left = WHOLE;
    for (int i = 0; i < count; i++) {
        weights[i] = sum > 0 ? (uint16_t)lround(shares[i] / sum * WHOLE) : 0;
        left -= weights[i];
    }
    weights[greatest] = (uint16_t)(weights[greatest] + left);
}

static int within(double v, int limit)
{
    return v < 0 ? 0 : v > limit ? limit : (int)v;
}

static struct axis axis_create(double from, double length, int in, int out)
{
    double step = length / out;
    bool is_enlarging = step < 1;
    size_t most = (size_t)ceil(fmax(step, 1)) + 3;
    struct axis a = {.is_straight = true};
    a.taps = memory_zeroed(memory_product((size_t)out, sizeof a.taps[0]));
    a.weights = memory_zeroed(memory_product(memory_product((size_t)out, most), sizeof a.weights[0]));
    double *shares = memory_zeroed(memory_product(most, sizeof *shares));
    size_t used = 0;
    for (int i = 0; i < out; i++) {
        double begin = from + i * step;
        double end = begin + step;
        double reach = is_enlarging ? 1 - step / 2 : 0;
        int first = within(floor(begin - reach + 1e-9), in - 1);
        int last = within(ceil(end + reach - 1e-9) - 1, in - 1);
        int count = last < first ? 1 : last - first + 1;
        assert((size_t)count <= most);
        for (int k = 0; k < count; k++) {
            shares[k] = share_of(first + k, begin, end, is_enlarging);
        }
        settle(shares, count, a.weights + used);
        a.taps[i] = (struct taps){first, count, used};
        a.is_straight = a.is_straight && count == 1 && first == a.taps[0].first + i;
        used += (size_t)count;
    }
    free(shares);
    return a;
}

struct scaler *scaler_create(struct pixels from, struct picture_view view, struct size out)
{
    assert(out.w > 0 && out.h > 0 && from.size.w > 0 && from.size.h > 0);
    struct scaler *s = memory_zeroed(sizeof *s);
    s->from = from;
    s->out = out;
    s->x = axis_create(view.x, view.w, from.size.w, out.w);
    s->y = axis_create(view.y, view.h, from.size.h, out.h);
    for (int i = 0; i < 2; i++) {
        s->kept[i] = memory_zeroed(memory_product((size_t)out.w, sizeof(uint32_t)));
        s->kept_row[i] = -1;
    }
    s->sums = memory_zeroed(memory_product((size_t)out.w, 4 * sizeof(uint32_t)));
    if (from.order != PIXELS_NATIVE) {
        s->row = memory_zeroed(memory_product((size_t)from.size.w, sizeof(uint32_t)));
    }
    return s;
}

void scaler_destroy(struct scaler *s)
{
    if (!s) {
        return;
    }
    free(s->x.taps);
    free(s->x.weights);
    free(s->y.taps);
    free(s->y.weights);
    free(s->kept[0]);
    free(s->kept[1]);
    free(s->sums);
    free(s->row);
    free(s);
}

/* ---- rows ---- */

static uint32_t premultiplied(uint32_t pixel)
{
    uint32_t a = pixel >> 24;
    if (a == 255) {
        return pixel;
    }
    uint32_t low = (pixel & 0xFF00FF) * a + 0x800080;
    uint32_t green = (pixel >> 8 & 0xFF) * a + 0x80;
    low = (low + (low >> 8 & 0xFF00FF)) >> 8 & 0xFF00FF;
    green = (green + (green >> 8)) >> 8;
    return a << 24 | green << 8 | low;
}

static uint32_t read_pixel(uint32_t pixel, bool has_alpha)
{
    return has_alpha ? premultiplied(pixel) : pixel | UINT32_C(0xFF000000);
}

static void copy_row(const struct scaler *s, const uint32_t *from, uint32_t *out)
{
    from += s->x.taps[0].first;
    for (int x = 0; x < s->out.w; x++) {
        out[x] = read_pixel(from[x], s->from.has_alpha);
    }
}

static void narrow_row(const struct scaler *s, const uint32_t *from, uint32_t *out)
{
    bool has_alpha = s->from.has_alpha;
    if (s->x.is_straight) {
        copy_row(s, from, out);
        return;
    }
    for (int x = 0; x < s->out.w; x++) {
        struct taps t = s->x.taps[x];
        if (t.count == 1) {
            out[x] = read_pixel(from[t.first], has_alpha);
            continue;
        }
        const uint16_t *weights = s->x.weights + t.at;
        uint32_t a = WHOLE / 2;
        uint32_t r = WHOLE / 2;
        uint32_t g = WHOLE / 2;
        uint32_t b = WHOLE / 2;
        for (int i = 0; i < t.count; i++) {
            uint32_t pixel = read_pixel(from[t.first + i], has_alpha);
            a += (pixel >> 24) * weights[i];
            r += (pixel >> 16 & 255) * weights[i];
            g += (pixel >> 8 & 255) * weights[i];
            b += (pixel & 255) * weights[i];
        }
        out[x] = a >> WEIGHT_BITS << 24 | r >> WEIGHT_BITS << 16 | g >> WEIGHT_BITS << 8 |
                 b >> WEIGHT_BITS;
    }
}

static const uint32_t *input_row(const struct scaler *s, int y)
{
    const unsigned char *bytes = (const unsigned char *)s->from.first + (size_t)y * (size_t)s->from.stride;
    if (s->from.order == PIXELS_NATIVE) {
        return (const void *)bytes;
    }
    int step = s->from.order == PIXELS_RGB ? 3 : 4;
    for (int x = 0; x < s->from.size.w; x++, bytes += step) {
        uint32_t alpha = step == 4 ? bytes[3] : 255;
        s->row[x] = alpha << 24 | (uint32_t)bytes[0] << 16 | (uint32_t)bytes[1] << 8 | bytes[2];
    }
    return s->row;
}

/* Row `y` of the input at the output's width. Rows that follow one another share one. */
static const uint32_t *narrowed(struct scaler *s, int y)
{
    int slot = y & 1;
    if (s->kept_row[slot] != y) {
        narrow_row(s, input_row(s, y), s->kept[slot]);
        s->kept_row[slot] = y;
    }
    return s->kept[slot];
}

void scaler_row(struct scaler *s, int y, uint32_t *out)
{
    struct taps t = s->y.taps[y];
    size_t count = (size_t)s->out.w;
    if (t.count == 1) {
        memcpy(out, narrowed(s, t.first), count * sizeof *out);
        return;
    }
    for (size_t i = 0; i < 4 * count; i++) {
        s->sums[i] = WHOLE / 2;
    }
    for (int k = 0; k < t.count; k++) {
        const uint32_t *row = narrowed(s, t.first + k);
        uint32_t weight = s->y.weights[t.at + (size_t)k];
        for (size_t x = 0; weight > 0 && x < count; x++) {
            s->sums[4 * x] += (row[x] >> 24) * weight;
            s->sums[4 * x + 1] += (row[x] >> 16 & 255) * weight;
            s->sums[4 * x + 2] += (row[x] >> 8 & 255) * weight;
            s->sums[4 * x + 3] += (row[x] & 255) * weight;
        }
    }
    for (size_t x = 0; x < count; x++) {
        const uint32_t *sum = s->sums + 4 * x;
        out[x] = sum[0] >> WEIGHT_BITS << 24 | sum[1] >> WEIGHT_BITS << 16 |
                 sum[2] >> WEIGHT_BITS << 8 | sum[3] >> WEIGHT_BITS;
    }
}
