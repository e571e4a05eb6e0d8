#include "stage/bitmap.h"

#include <assert.h>
#include <stdlib.h>

#include <SDL.h>

#include "base/memory.h"

/* Parts of fewer columns are not told apart. */
enum { PARTS = 64, LEAST_PART_PX = 8 };

struct bitmap {
    SDL_Surface *surface;
    void *pixels; /* the surface's */
    uint64_t *parts; /* of its rows; 0: not counted yet. NULL: none is */
    int references;
    bool is_opaque;
};

/* What the system gives is zeroed already, and takes no memory before it is written: so a plane with little on it is
 * cheap, if it is given in small pieces. What is opaque is written from end to end. SDL would write all of both. */
static void *pixels_for(struct size size, bool is_opaque)
{
    if (size.w >= INT32_MAX / 4) {
        return NULL;
    }
    size_t row = (size_t)size.w * 4;
    size_t rows = (size_t)size.h;
    return is_opaque && rows <= SIZE_MAX / row ? memory_try_zeroed(row * rows) : calloc(rows, row);
}

struct bitmap *bitmap_create(struct size size, bool is_opaque)
{
    assert(size.w > 0 && size.h > 0);
    Uint32 format = is_opaque ? SDL_PIXELFORMAT_RGB888 : SDL_PIXELFORMAT_ARGB8888;
    void *pixels = pixels_for(size, is_opaque);
    SDL_Surface *surface =
        pixels ? SDL_CreateRGBSurfaceWithFormatFrom(pixels, size.w, size.h, 32, size.w * 4, format) : NULL;
    if (!surface) {
        free(pixels);
        return NULL;
    }
    struct bitmap *b = memory_zeroed(sizeof *b);
    *b = (struct bitmap){.surface = surface, .pixels = pixels, .references = 1, .is_opaque = is_opaque};
    return b;
}

struct bitmap *bitmap_keep(struct bitmap *b)
{
    if (b) {
        b->references++;
    }
    return b;
}

void bitmap_release(struct bitmap *b)
{
    if (!b) {
        return;
    }
    assert(b->references > 0);
    if (--b->references == 0) {
        SDL_FreeSurface(b->surface);
        free(b->pixels);
        free(b->parts);
        free(b);
    }
}

struct size bitmap_size(const struct bitmap *b)
{
    return (struct size){b->surface->w, b->surface->h};
}

bool bitmap_is_opaque(const struct bitmap *b)
{
    return b->is_opaque;
}

size_t bitmap_bytes(const struct bitmap *b)
{
    return (size_t)b->surface->pitch * (size_t)b->surface->h;
}

uint32_t *bitmap_row(struct bitmap *b, int y)
{
    assert(y >= 0 && y < b->surface->h);
    return (void *)((unsigned char *)b->surface->pixels + (size_t)y * (size_t)b->surface->pitch);
}

const uint32_t *bitmap_row_const(const struct bitmap *b, int y)
{
    assert(y >= 0 && y < b->surface->h);
    const unsigned char *pixels = b->surface->pixels;
    return (const void *)(pixels + (size_t)y * (size_t)b->surface->pitch);
}

int bitmap_part(const struct bitmap *b, int i)
{
    return (int)((int64_t)b->surface->w * i / PARTS);
}

static uint64_t parts_of(const struct bitmap *b, const uint32_t *row)
{
    uint64_t parts = 0;
    for (int i = 0; i < PARTS; i++) {
        uint32_t any = 0;
        int end = bitmap_part(b, i + 1);
        for (int x = bitmap_part(b, i); x < end; x++) {
            any |= row[x];
        }
        parts |= (uint64_t)(any >> 24 != 0) << i;
    }
    return parts;
}

/* A row without anything is counted each time: it is the exception. */
uint64_t bitmap_row_parts(struct bitmap *b, int y)
{
    if (b->is_opaque || b->surface->w < PARTS * LEAST_PART_PX) {
        return UINT64_MAX;
    }
    if (!b->parts) {
        b->parts = memory_zeroed(memory_product((size_t)b->surface->h, sizeof b->parts[0]));
    }
    if (b->parts[y] == 0) {
        b->parts[y] = parts_of(b, bitmap_row_const(b, y));
    }
    return b->parts[y];
}

struct SDL_Surface *bitmap_surface(struct bitmap *b)
{
    return b->surface;
}
