#include "stage/picture_finish.h"

#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/memory.h"

LOOPS_TO_VECTORS

/* art direction, 4: vignette .30 to .50, grain weighted to the mid-tones, one still tile, at most 10 of
 * 255. Its sigma there, .022, is that of a file looked at smaller; on the screen's own pixels .015 is enough. */
#define VIGNETTE 0.34
#define GRAIN_SIGMA 3.8
enum { GRAIN_MOST = 10, TILE = 256, ONE = 256 };

/* Pixels that are worked on together: their channels lie in the nearest cache, in numbers of 16 bits. */
enum { BLOCK = 64 };

static int8_t tile[TILE][TILE + BLOCK]; /* the first columns again at its end, for a block that reaches beyond it */

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

static void tile_fill(void)
{
    uint64_t state = 1;
    for (int y = 0; y < TILE; y++) {
        for (int x = 0; x < TILE; x++) {
            tile[y][x] = (int8_t)grain(&state);
        }
        memcpy(tile[y] + TILE, tile[y], BLOCK);
    }
}

/* Of the grain by how light a pixel is, from 0 to 255: 0.3 + 2.8 l (1 - l) in parts of 255, at most all of them. The
 * two numbers are 256 * 2.8 / 255 and 256 * 0.3 * 255 in whole ones, a little off so that all 256 round as they
 * should. */
static uint16_t weight(uint16_t light)
{
    uint16_t bend = (uint16_t)(4 * light * (255 - light));
    uint16_t w = (uint16_t)((uint16_t)(((uint32_t)bend * 46047 >> 16) + 19716) >> 8);
    return w < 255 ? w : 255;
}

/* 1 in the middle, falling towards the corners; along one axis, from -1 to 1. The product of both axes is
 * the vignette. */
static int falloff(int at, int from, int length)
{
    double d = length > 1 ? 2.0 * (at - from) / (length - 1) - 1 : 0;
    double t = fmin(d * d, 1);
    return (int)lround(ONE * (1 - VIGNETTE / 2 * t * t));
}

static uint16_t dimmed(uint32_t channel, uint16_t light)
{
    return (uint16_t)((uint16_t)((uint16_t)(channel & 255) * light) / ONE);
}

static uint32_t grained(uint16_t channel, int16_t more)
{
    int16_t v = (int16_t)((int16_t)channel + more);
    v = v < 0 ? 0 : v;
    return (uint32_t)(v > 255 ? 255 : v);
}

static void finish_block(uint32_t *pixels, const uint16_t *light, const int8_t *noise)
{
    uint16_t r[BLOCK];
    uint16_t g[BLOCK];
    uint16_t b[BLOCK];
    int16_t more[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
        r[i] = dimmed(pixels[i] >> 16, light[i]);
        g[i] = dimmed(pixels[i] >> 8, light[i]);
        b[i] = dimmed(pixels[i], light[i]);
    }
    for (int i = 0; i < BLOCK; i++) {
        uint16_t w = weight((uint16_t)((uint16_t)(2 * r[i] + 5 * g[i] + b[i]) / 8));
        more[i] = (int16_t)((int16_t)(noise[i] * (int16_t)w + 128) >> 8);
    }
    for (int i = 0; i < BLOCK; i++) {
        pixels[i] = (pixels[i] & 0xFF000000) | grained(r[i], more[i]) << 16 | grained(g[i], more[i]) << 8 |
                    grained(b[i], more[i]);
    }
}

/* What was never written to stays so, and takes no memory. */
static void finish_clear_block(uint32_t *pixels, const uint16_t *light, const int8_t *noise)
{
    uint32_t were[BLOCK];
    uint32_t any = 0;
    for (int i = 0; i < BLOCK; i++) {
        any |= pixels[i];
    }
    if (any == 0) {
        return;
    }
    memcpy(were, pixels, sizeof were);
    finish_block(pixels, light, noise);
    for (int i = 0; i < BLOCK; i++) {
        pixels[i] = were[i] ? pixels[i] : 0;
    }
}

static void finish_row(uint32_t *row, int count, const uint16_t *light, const int8_t *noise, int from, bool is_opaque)
{
    void (*finish)(uint32_t *, const uint16_t *, const int8_t *) = is_opaque ? finish_block : finish_clear_block;
    int x = 0;
    for (; x + BLOCK <= count; x += BLOCK) {
        finish(row + x, light + x, noise + ((from + x) & (TILE - 1)));
    }
    if (x < count) {
        uint32_t rest[BLOCK] = {0};
        size_t bytes = (size_t)(count - x) * sizeof *row;
        memcpy(rest, row + x, bytes);
        finish(rest, light + x, noise + ((from + x) & (TILE - 1)));
        memcpy(row + x, rest, bytes);
    }
}

void picture_finish(struct bitmap *b, struct point at, struct rect frame)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    (void)pthread_once(&once, tile_fill);
    struct size size = bitmap_size(b);
    size_t room = memory_product((size_t)size.w + BLOCK, sizeof(uint16_t));
    uint16_t *across = memory_zeroed(room);
    uint16_t *light = memory_zeroed(room);
    for (int x = 0; x < size.w; x++) {
        across[x] = (uint16_t)falloff(at.x + x, frame.x, frame.w);
    }
    for (int y = 0; y < size.h; y++) {
        uint32_t down = (uint32_t)falloff(at.y + y, frame.y, frame.h);
        for (int x = 0; x < size.w; x++) {
            light[x] = (uint16_t)(across[x] * down / ONE);
        }
        finish_row(bitmap_row(b, y), size.w, light, tile[(at.y + y) & (TILE - 1)], at.x, bitmap_is_opaque(b));
    }
    free(across);
    free(light);
}
