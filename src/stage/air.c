#include "stage/air.h"

#include <assert.h>
#include <math.h>

enum { COMES_MS = 2000 }; /* none is there at once */

/* Lengths are in parts of the page's shorter side, speeds in those a second. The sizes, art direction, 4:
 * 0.8 to 1.6, 1.6 to 2.8 and, blurred, 4 to 8 px of radius at 1,080 lines. */
struct manner {
    int count;
    struct colour colour;
    double width[AIR_SIZES], height[AIR_SIZES];
    uint8_t alpha[AIR_SIZES];
    double fall, drift; /* of the small ones; the large ones are nearer and faster */
    double sway;        /* to either side */
    double soft;        /* of the radius, how much is its edge: 0 … 1 */
};

static const struct manner manners[] = {
    [AIR_SNOW] = {240, {0xE6, 0xEA, 0xF4, 255}, {.0036, .0062, .015}, {.0036, .0062, .015}, {200, 180, 100},
                  .035, .006, .008, 0.7},
    [AIR_RAIN] = {150, {0xC4, 0xCE, 0xDC, 255}, {.002, .0024, .003}, {.035, .055, .085}, {110, 120, 90},
                  .55, .05, 0, 0.6},
    [AIR_DUST] = {80, {0xF0, 0xD9, 0xB0, 255}, {.003, .005, .011}, {.003, .005, .011}, {120, 90, 45},
                  -.004, .006, .01, 1},
    [AIR_PETALS] = {46, {0xE9, 0xBD, 0xB9, 255}, {.009, .013, .022}, {.006, .008, .014}, {220, 200, 130},
                    .028, .02, .03, 0.4},
};

void air_finish(struct air_shapes *s)
{
    for (int i = 0; i < AIR_SIZES; i++) {
        bitmap_release(s->bitmaps[i]);
    }
    *s = (struct air_shapes){0};
}

/* ---- shapes ---- */

/* An ellipse whose edge is soft over the outer part of its radius. */
static void shape_fill(struct bitmap *b, const struct manner *m, uint8_t alpha)
{
    struct size size = bitmap_size(b);
    for (int y = 0; y < size.h; y++) {
        uint32_t *row = bitmap_row(b, y);
        for (int x = 0; x < size.w; x++) {
            double dx = (2 * x + 1.0) / size.w - 1;
            double dy = (2 * y + 1.0) / size.h - 1;
            double in = fmin(fmax((1 - sqrt(dx * dx + dy * dy)) / m->soft, 0), 1);
            uint32_t a = (uint32_t)lround(alpha * in * in * (3 - 2 * in));
            row[x] = a << 24 | (uint32_t)m->colour.r << 16 | (uint32_t)m->colour.g << 8 | m->colour.b;
        }
    }
}

static int shorter(struct size page)
{
    return page.w < page.h ? page.w : page.h;
}

/* At least two pixels: the middle of one alone would be all edge. */
static int pixels(double part, struct size page)
{
    int px = (int)lround(part * shorter(page));
    return px > 2 ? px : 2;
}

static void shapes_make(struct air_shapes *s, struct size page, enum air kind)
{
    if (size_same(s->page, page) && s->kind == kind) {
        return;
    }
    air_finish(s);
    s->page = page;
    s->kind = kind;
    const struct manner *m = &manners[kind];
    for (int i = 0; i < AIR_SIZES; i++) {
        struct size size = {pixels(m->width[i], page), pixels(m->height[i], page)};
        s->bitmaps[i] = bitmap_create(size, false);
        if (s->bitmaps[i]) {
            shape_fill(s->bitmaps[i], m, m->alpha[i]);
        }
    }
}

/* ---- motes ---- */

/* 0 … 1, the same for the same numbers on every machine (the finaliser of SplitMix64). */
static double chance(int mote, int what)
{
    uint64_t z = (uint64_t)mote * UINT64_C(0x9E3779B97F4A7C15) + (uint64_t)what * UINT64_C(0xD1342543DE82EF95) + 1;
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    z ^= z >> 31;
    return (double)(z >> 11) / (double)(UINT64_C(1) << 53);
}

/* Six in ten are small, three middling, one large. */
static int size_class(int mote)
{
    return mote % 10 < 6 ? 0 : mote % 10 < 9 ? 1 : 2;
}

/* Seconds of full speed that make the same way: the speed falls evenly to nothing. */
static double way_seconds(int64_t elapsed_ms)
{
    double t = fmin(fmax((double)elapsed_ms / AIR_SETTLED_MS, 0), 1);
    return AIR_SETTLED_MS / 1000.0 * (t - t * t / 2);
}

static double wrapped(double v)
{
    return v - floor(v);
}

static struct rect mote_at(const struct air_shapes *s, const struct manner *m, int mote, double way_s)
{
    static const double pace[AIR_SIZES] = {1, 1.7, 2.8};
    int class = size_class(mote);
    struct size size = bitmap_size(s->bitmaps[class]);
    double unit = shorter(s->page);
    double width = s->page.w + 2.0 * size.w;
    double height = s->page.h + 2.0 * size.h;
    double speed = pace[class] * (0.8 + 0.4 * chance(mote, 2));
    double sway = m->sway * unit * sin(6.2832 * chance(mote, 3) + way_s * (0.5 + chance(mote, 4)));
    double x = wrapped(chance(mote, 0) + m->drift * speed * way_s * unit / width) * width + sway;
    double y = wrapped(chance(mote, 1) + m->fall * speed * way_s * unit / height) * height;
    return (struct rect){(int)lround(x) - size.w, (int)lround(y) - size.h, size.w, size.h};
}

bool air_draw(struct air_shapes *s, struct drawlist *list, enum air kind, int64_t elapsed_ms)
{
    if (kind == AIR_NONE) {
        return false;
    }
    shapes_make(s, list->size, kind);
    const struct manner *m = &manners[kind];
    double way_s = way_seconds(elapsed_ms);
    double strength = (double)elapsed_ms / COMES_MS;
    for (int i = 0; i < m->count; i++) {
        struct bitmap *shape = s->bitmaps[size_class(i)];
        if (shape) {
            struct picture_shot shot = {.bitmap = shape, .view = view_whole(bitmap_size(shape))};
            drawlist_blend_faint(list, mote_at(s, m, i, way_s), shot, strength);
        }
    }
    return elapsed_ms < AIR_SETTLED_MS;
}

/* Where two of the strongest lie on one pixel; blending encoded values gives no more light than blending
 * luminances would, the curve between them being convex. */
struct tones air_tones(enum air kind, struct tones under)
{
    if (kind == AIR_NONE) {
        return under;
    }
    const struct manner *m = &manners[kind];
    uint8_t most = 0;
    for (int i = 0; i < AIR_SIZES; i++) {
        most = m->alpha[i] > most ? m->alpha[i] : most;
    }
    double clear = (1 - most / 255.0) * (1 - most / 255.0);
    struct tones own = tones_of(m->colour);
    double mixed = under.brightest * clear + own.brightest * (1 - clear);
    struct tones over = under;
    over.brightest = fmax(under.brightest, mixed);
    return over;
}
