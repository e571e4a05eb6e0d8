#include <math.h>

#include "stage/bitmap.h"

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

/* Luminance in units of 2^-22, rounded up, so that the sum of three fits and is sure. */
struct curve {
    uint32_t part[3][256];
};

static void curve_fill(struct curve *c)
{
    for (int value = 0; value < 256; value++) {
        for (int i = 0; i < 3; i++) {
            c->part[i][value] = (uint32_t)ceil(weights[i] * linear(value / 255.0) * (1 << 22));
        }
    }
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
    if (across.from >= across.to || down.from >= down.to) {
        return black;
    }
    struct curve curve;
    curve_fill(&curve);
    uint32_t brightest = 0;
    uint8_t low[3] = {255, 255, 255};
    for (int y = down.from; y < down.to; y++) {
        const uint32_t *row = bitmap_row_const(b, y);
        for (int x = across.from; x < across.to; x++) {
            uint8_t red = (uint8_t)(row[x] >> 16);
            uint8_t green = (uint8_t)(row[x] >> 8);
            uint8_t blue = (uint8_t)row[x];
            uint32_t sum = curve.part[0][red] + curve.part[1][green] + curve.part[2][blue];
            brightest = sum > brightest ? sum : brightest;
            low[0] = red < low[0] ? red : low[0];
            low[1] = green < low[1] ? green : low[1];
            low[2] = blue < low[2] ? blue : low[2];
        }
    }
    return (struct tones){fmin(brightest / (double)(1 << 22), 1), {low[0], low[1], low[2]}};
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
