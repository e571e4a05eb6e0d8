#include "stage/shade.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/memory.h"

LOOPS_TO_VECTORS

void shades_finish(struct shades *s)
{
    for (int i = 0; i < SHADES_MOST; i++) {
        bitmap_release(s->kept[i].bitmap);
    }
    *s = (struct shades){0};
}

enum { PATTERN = 4 }; /* its rows and columns come again */

/* 1 inside, 0 at the end of the fade, by the distance from the core; smooth at both ends. */
static double falloff(double dx, double dy, int fade)
{
    double t = 1 - sqrt(dx * dx + dy * dy) / fade;
    return t <= 0 ? 0 : t * t * (3 - 2 * t);
}

/* The alphas of the row `dy` px below the core. */
static void find_alphas(double *alphas, const struct shade *s, int dy)
{
    double beside = s->colour.a * falloff(0, dy, s->fade);
    for (int x = 0; x < s->size.w; x++) {
        int out = s->mirrored ? s->size.w - 1 - x : x;
        bool fades = x > s->core.w && beside > 0;
        alphas[out] = fades ? s->colour.a * falloff(x - s->core.w, dy, s->fade) : beside;
        if (fades && alphas[out] <= 0) {
            beside = 0; /* and so is all beyond */
        }
    }
}

/* Alphas fall between whole numbers: the remainder is scattered by a fixed pattern (Bayer's 4 × 4), else
 * dark skies show bands. */
static void fill_row(uint32_t *row, const double *alphas, const struct shade *s, int y)
{
    static const double bayer[PATTERN][PATTERN] = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};
    uint32_t colour = (uint32_t)s->colour.r << 16 | (uint32_t)s->colour.g << 8 | s->colour.b;
    double more[PATTERN];
    for (int i = 0; i < PATTERN; i++) {
        more[i] = (bayer[y % PATTERN][i] + 0.5) / 16;
    }
    for (int x = 0; x < s->size.w; x += PATTERN) { /* past the end there are alphas for all of a pattern */
        uint32_t whole[PATTERN];
        for (int i = 0; i < PATTERN; i++) {
            whole[i] = (uint32_t)(int)(alphas[x + i] + more[i]) << 24 | colour;
        }
        memcpy(row + x, whole, (size_t)(s->size.w - x < PATTERN ? s->size.w - x : PATTERN) * sizeof *row);
    }
}

/* Beside the core all rows are the same, but for the pattern. */
static void fill(struct bitmap *b, const struct shade *s)
{
    double *alphas = memory_zeroed(memory_product((size_t)s->size.w + PATTERN, sizeof *alphas));
    for (int y = 0; y < s->size.h; y++) {
        if (y >= PATTERN && y <= s->core.h) {
            memcpy(bitmap_row(b, y), bitmap_row_const(b, y - PATTERN), (size_t)s->size.w * sizeof(uint32_t));
            continue;
        }
        if (y == 0 || y > s->core.h) {
            find_alphas(alphas, s, y > s->core.h ? y - s->core.h : 0);
        }
        fill_row(bitmap_row(b, y), alphas, s, y);
    }
    free(alphas);
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
