#include "stage/shade.h"

#include <math.h>
#include <string.h>

void shades_finish(struct shades *s)
{
    for (int i = 0; i < SHADES_MOST; i++) {
        bitmap_release(s->kept[i].bitmap);
    }
    *s = (struct shades){0};
}

/* 1 inside, 0 at the end of the fade, by the distance from the core; smooth at both ends. */
static double falloff(int x, int y, struct size core, int fade)
{
    double dx = x > core.w ? x - core.w : 0;
    double dy = y > core.h ? y - core.h : 0;
    double t = 1 - sqrt(dx * dx + dy * dy) / fade;
    return t <= 0 ? 0 : t * t * (3 - 2 * t);
}

/* Alphas fall between whole numbers: the remainder is scattered by a fixed pattern (Bayer's 4 × 4), else
 * dark skies show bands. */
static uint32_t pixel_of(struct colour c, double alpha, int x, int y)
{
    static const double bayer[4][4] = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};
    uint32_t a = (uint32_t)floor(alpha + (bayer[y & 3][x & 3] + 0.5) / 16);
    return a << 24 | (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
}

static void fill(struct bitmap *b, const struct shade *shade)
{
    for (int y = 0; y < shade->size.h; y++) {
        uint32_t *row = bitmap_row(b, y);
        for (int x = 0; x < shade->size.w; x++) {
            int in = shade->mirrored ? shade->size.w - 1 - x : x;
            row[x] = pixel_of(shade->colour, shade->colour.a * falloff(in, y, shade->core, shade->fade), x, y);
        }
    }
}

static bool is_same(const struct shade *a, const struct shade *b)
{
    return a->bitmap && size_same(a->size, b->size) && size_same(a->core, b->core) && a->fade == b->fade &&
           a->mirrored == b->mirrored && memcmp(&a->colour, &b->colour, sizeof a->colour) == 0;
}

struct bitmap *shades_corner(struct shades *s, struct size size, struct size core, int fade, struct colour colour,
                             bool mirrored)
{
    struct shade wanted = {.size = size, .core = core, .fade = fade, .colour = colour, .mirrored = mirrored};
    struct shade *oldest = &s->kept[0];
    s->clock++;
    for (int i = 0; i < SHADES_MOST; i++) {
        struct shade *kept = &s->kept[i];
        if (is_same(kept, &wanted)) {
            kept->used = s->clock;
            return kept->bitmap;
        }
        oldest = kept->used < oldest->used ? kept : oldest;
    }
    bitmap_release(oldest->bitmap);
    wanted.bitmap = bitmap_create(size, false);
    wanted.used = s->clock;
    *oldest = wanted;
    if (wanted.bitmap) {
        fill(wanted.bitmap, &wanted);
    }
    return wanted.bitmap;
}
