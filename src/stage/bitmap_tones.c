#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/memory.h"
#include "stage/bitmap.h"

LOOPS_TO_VECTORS

/* ---- luminance ---- */

static const double weights[3] = {0.2126, 0.7152, 0.0722};

static double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static double encoded(double luminance)
{
    return luminance <= 0.04045 / 12.92 ? luminance * 12.92
                                        : 1.055 * pow(luminance, 1 / 2.4) - 0.055;
}

double colour_luminance(struct colour c)
{
    return weights[0] * linear(c.r / 255.0) + weights[1] * linear(c.g / 255.0) +
           weights[2] * linear(c.b / 255.0);
}

double contrast_ratio(double luminance_a, double luminance_b)
{
    return (fmax(luminance_a, luminance_b) + 0.05) / (fmin(luminance_a, luminance_b) + 0.05);
}

/* ---- tones ---- */

/* A blend of sRGB values is never lighter than the same blend of luminances, as the curve is convex:
 * the brighter of the two bounds every fade. */
struct tones tones_join(struct tones a, struct tones b)
{
    struct tones joined = {.brightest = fmax(a.brightest, b.brightest)};
    for (int i = 0; i < 3; i++) {
        joined.floor[i] = a.floor[i] < b.floor[i] ? a.floor[i] : b.floor[i];
    }
    return joined;
}

struct tones tones_of(struct colour c)
{
    return (struct tones){colour_luminance(c), {c.r, c.g, c.b}};
}

struct span {
    int from, to;
};

/* The pixels of one axis that take part where [from, to) of a destination is filled. */
static struct span source_span(double view_from, double view_length, int dest_from, int dest_length,
                               struct span region, int limit)
{
    double step = view_length / dest_length;
    double from = view_from + (region.from - dest_from) * step;
    double to = view_from + (region.to - dest_from) * step;
    /* Between pixels two are mixed, so the neighbours count too. */
    bool is_exact = fabs(step - 1) < 1e-9 && fabs(from - round(from)) < 1e-6;
    double margin = is_exact ? 0 : 1;
    struct span s = {(int)fmax(floor(from + 1e-6) - margin, 0),
                     (int)fmin(ceil(to - 1e-6) + margin, limit)};
    return s;
}

/* ---- tones: many pixels ---- */

/* Luminance of each value of red, green and blue in units of 2^-22, rounded up, so that the sum of three fits and is
 * sure. */
static uint32_t curve[3][256];

static void curve_fill(void)
{
    for (int value = 0; value < 256; value++) {
        for (int i = 0; i < 3; i++) {
            curve[i][value] = (uint32_t)ceil(weights[i] * linear(value / 255.0) * (1 << 22));
        }
    }
}

/* Pixels looked at together, SQUARE of them each way. */
enum { SQUARE = 16, LANES = 4 * SQUARE };

/* Of a part of a bitmap. Channel by channel, as their bytes lie. */
struct extent {
    const struct bitmap *bitmap;
    struct rect part;
    uint32_t brightest;
    uint8_t low[LANES];
};

static uint32_t luminance_of(uint32_t pixel)
{
    return curve[0][pixel >> 16 & 255] + curve[1][pixel >> 8 & 255] + curve[2][pixel & 255];
}

static void find_brightest(struct extent *e, struct rect in)
{
    for (int y = in.y; y < in.y + in.h; y++) {
        const uint32_t *row = bitmap_row_const(e->bitmap, y);
        for (int x = in.x; x < in.x + in.w; x++) {
            uint32_t luminance = luminance_of(row[x]);
            e->brightest = luminance > e->brightest ? luminance : e->brightest;
        }
    }
}

static void lows_and_highs(const uint32_t *pixels, uint8_t low[LANES], uint8_t high[LANES])
{
    const uint8_t *bytes = (const uint8_t *)pixels;
    for (int i = 0; i < LANES; i++) {
        low[i] = bytes[i] < low[i] ? bytes[i] : low[i];
        high[i] = bytes[i] > high[i] ? bytes[i] : high[i];
    }
}

/* No pixel of the square is brighter than this: one of its highest red, highest green and highest blue. */
static uint32_t square_bound(struct extent *e, struct rect square)
{
    uint8_t high[LANES] = {0};
    for (int y = square.y; y < square.y + square.h; y++) {
        lows_and_highs(bitmap_row_const(e->bitmap, y) + square.x, e->low, high);
    }
    uint32_t pixel = 0;
    uint8_t most[4] = {0};
    for (int i = 0; i < LANES; i++) {
        most[i % 4] = high[i] > most[i % 4] ? high[i] : most[i % 4];
    }
    memcpy(&pixel, most, sizeof pixel);
    return luminance_of(pixel);
}

/* The last ones of a row or column lie over those before them. */
static struct rect square_at(struct rect part, int across, int n)
{
    int x = part.x + n % across * SQUARE;
    int y = part.y + n / across * SQUARE;
    int right = part.x + part.w - SQUARE;
    int end = part.y + part.h;
    return (struct rect){x < right ? x : right, y, SQUARE, y + SQUARE < end ? SQUARE : end - y};
}

/* The pixels themselves are looked at in the square that may hold the brightest, and in those that may hold one
 * brighter still: mostly none. */
static void look_in_squares(struct extent *e)
{
    int across = (e->part.w + SQUARE - 1) / SQUARE;
    int count = across * ((e->part.h + SQUARE - 1) / SQUARE);
    uint32_t *bounds = memory_zeroed(memory_product((size_t)count, sizeof *bounds));
    int first = 0;
    for (int i = 0; i < count; i++) {
        bounds[i] = square_bound(e, square_at(e->part, across, i));
        first = bounds[i] > bounds[first] ? i : first;
    }
    find_brightest(e, square_at(e->part, across, first));
    for (int i = 0; i < count; i++) {
        if (bounds[i] > e->brightest) {
            find_brightest(e, square_at(e->part, across, i));
        }
    }
    free(bounds);
}

static void look_at_each(struct extent *e)
{
    find_brightest(e, e->part);
    for (int y = e->part.y; y < e->part.y + e->part.h; y++) {
        const uint8_t *bytes = (const uint8_t *)(bitmap_row_const(e->bitmap, y) + e->part.x);
        for (int i = 0; i < 4 * e->part.w; i++) {
            e->low[i % 4] = bytes[i] < e->low[i % 4] ? bytes[i] : e->low[i % 4];
        }
    }
}

static struct tones tones_within(const struct bitmap *b, struct rect part)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    (void)pthread_once(&once, curve_fill);
    struct extent e = {.bitmap = b, .part = part};
    memset(e.low, 255, sizeof e.low);
    if (part.w < SQUARE) {
        look_at_each(&e);
    } else {
        look_in_squares(&e);
    }
    uint8_t low[4] = {255, 255, 255, 255};
    for (int i = 0; i < LANES; i++) {
        low[i % 4] = e.low[i] < low[i % 4] ? e.low[i] : low[i % 4];
    }
    uint32_t pixel;
    memcpy(&pixel, low, sizeof pixel);
    return (struct tones){fmin(e.brightest / (double)(1 << 22), 1),
                          {(uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel}};
}

struct tones bitmap_tones(const struct bitmap *b, struct picture_view view, struct rect dest,
                          struct rect region)
{
    struct tones black = {0};
    region = rect_intersect(region, dest);
    if (rect_is_empty(region)) {
        return black;
    }
    struct size size = bitmap_size(b);
    struct span across = {region.x, region.x + region.w};
    struct span down = {region.y, region.y + region.h};
    across = source_span(view.x, view.w, dest.x, dest.w, across, size.w);
    down = source_span(view.y, view.h, dest.y, dest.h, down, size.h);
    struct rect part = {across.from, down.from, across.to - across.from, down.to - down.from};
    return rect_is_empty(part) ? black : tones_within(b, part);
}

/* ---- scrim ---- */

/* No pixel under the scrim comes out lighter. Of all pixels of one luminance the grey one does, when
 * the scrim is grey too: linear(k * encoded(u) + c) is concave in u. A coloured scrim counts as the
 * grey of its highest channel, which covers it. Half a step is for rounding. */
static double lightest_under(struct tones under, struct colour scrim, int alpha)
{
    double a = alpha / 255.0;
    int highest = scrim.r > scrim.g ? scrim.r : scrim.g;
    highest = scrim.b > highest ? scrim.b : highest;
    double mixed = encoded(under.brightest) * (1 - a) + highest / 255.0 * a;
    return linear(fmin(mixed + (alpha > 0 ? 0.5 / 255 : 0), 1));
}

static double darkest_under(struct tones under, struct colour scrim, int alpha)
{
    const uint8_t over[3] = {scrim.r, scrim.g, scrim.b};
    double a = alpha / 255.0;
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double mixed = (under.floor[i] * (1 - a) + over[i] * a - (alpha > 0 ? 0.5 : 0)) / 255;
        sum += weights[i] * linear(fmax(mixed, 0));
    }
    return sum;
}

uint8_t scrim_alpha(struct tones under, struct colour scrim, struct colour text, double ratio)
{
    double words = colour_luminance(text);
    bool is_light_on_dark = words >= colour_luminance(scrim);
    for (int alpha = 0; alpha < 255; alpha++) {
        double worst = is_light_on_dark ? lightest_under(under, scrim, alpha)
                                        : darkest_under(under, scrim, alpha);
        bool is_on_its_side = is_light_on_dark ? worst <= words : worst >= words;
        if (is_on_its_side && contrast_ratio(words, worst) >= ratio) {
            return (uint8_t)alpha;
        }
    }
    return 255;
}
