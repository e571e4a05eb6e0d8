#include "stage/picture_finish.h"

#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"

/* art direction, 4: vignette .30 to .50, grain weighted to the mid-tones, one still tile, at most 10 of
 * 255. Its sigma there, .022, is that of a file looked at smaller; on the screen's own pixels .015 is enough. */
#define VIGNETTE 0.34
#define GRAIN_SIGMA 3.8
enum { GRAIN_MOST = 10, TILE = 256, ONE = 256 };

static int8_t tile[TILE][TILE];
static uint8_t weights[256]; /* of the grain by how light a pixel is, in parts of 256 */

/* SplitMix64 (Steele, Lea, Flood 2014): the tile is the same on every machine. */
static uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

/* Near enough to a normal distribution: the sum of eight bytes, whose deviation is 209. */
static int grain(uint64_t *state)
{
    uint64_t bits = draw(state);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
        sum += (int)(bits >> 8 * i & 255);
    }
    int value = (int)lround((sum - 1020) * GRAIN_SIGMA / 209);
    return value > GRAIN_MOST ? GRAIN_MOST : value < -GRAIN_MOST ? -GRAIN_MOST : value;
}

static void tables_fill(void)
{
    uint64_t state = 1;
    for (int y = 0; y < TILE; y++) {
        for (int x = 0; x < TILE; x++) {
            tile[y][x] = (int8_t)grain(&state);
        }
    }
    for (int i = 0; i < 256; i++) {
        double light = i / 255.0;
        weights[i] = (uint8_t)lround(255 * fmin(0.3 + 2.8 * light * (1 - light), 1));
    }
}

/* 1 in the middle, falling towards the corners; along one axis, from -1 to 1. The product of both axes is
 * the vignette. */
static int falloff(int at, int from, int length)
{
    double d = length > 1 ? 2.0 * (at - from) / (length - 1) - 1 : 0;
    double t = fmin(d * d, 1);
    return (int)lround(ONE * (1 - VIGNETTE / 2 * t * t));
}

static int held(int v)
{
    return v < 0 ? 0 : v > 255 ? 255 : v;
}

/* `light` in parts of ONE. */
static uint32_t finished(uint32_t pixel, int light, int noise)
{
    int r = (int)(pixel >> 16 & 255) * light / ONE;
    int g = (int)(pixel >> 8 & 255) * light / ONE;
    int b = (int)(pixel & 255) * light / ONE;
    int more = (noise * weights[(2 * r + 5 * g + b) / 8] + 128) >> 8;
    return (pixel & 0xFF000000) | (uint32_t)held(r + more) << 16 | (uint32_t)held(g + more) << 8 |
           (uint32_t)held(b + more);
}

void picture_finish(struct bitmap *b, struct point at, struct rect frame)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    (void)pthread_once(&once, tables_fill);
    struct size size = bitmap_size(b);
    bool is_opaque = bitmap_is_opaque(b);
    int *across = memory_zeroed(memory_product((size_t)size.w, sizeof *across));
    for (int x = 0; x < size.w; x++) {
        across[x] = falloff(at.x + x, frame.x, frame.w);
    }
    for (int y = 0; y < size.h; y++) {
        uint32_t *row = bitmap_row(b, y);
        const int8_t *noise = tile[(at.y + y) & (TILE - 1)];
        int down = falloff(at.y + y, frame.y, frame.h);
        for (int x = 0; x < size.w; x++) {
            if (is_opaque || row[x]) { /* what was never written to takes no memory */
                row[x] = finished(row[x], across[x] * down / ONE, noise[(at.x + x) & (TILE - 1)]);
            }
        }
    }
    free(across);
}
