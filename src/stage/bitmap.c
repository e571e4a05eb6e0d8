#include "stage/bitmap.h"

#include <assert.h>
#include <stdlib.h>

#include <SDL.h>

#include "base/memory.h"

struct bitmap {
    SDL_Surface *surface;
    int references;
    bool is_opaque;
};

struct bitmap *bitmap_create(struct size size, bool is_opaque)
{
    assert(size.w > 0 && size.h > 0);
    Uint32 format = is_opaque ? SDL_PIXELFORMAT_RGB888 : SDL_PIXELFORMAT_ARGB8888;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, format);
    if (!surface) {
        return NULL;
    }
    struct bitmap *b = memory_zeroed(sizeof *b);
    *b = (struct bitmap){surface, 1, is_opaque};
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

struct SDL_Surface *bitmap_surface(struct bitmap *b)
{
    return b->surface;
}
