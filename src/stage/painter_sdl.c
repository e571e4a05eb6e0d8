#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "base/memory.h"
#include "stage/painter.h"
#include "stage/painter_sample.h"

enum {
    PICTURE_LIMIT_BYTES = 128 << 20, /* of textures of bitmaps: a dozen pages of 1080p */
    GLYPHS_LIMIT = 512,              /* textures of coverages: some pages of text */
    BAND_ROWS = 64,
};

/* A texture and what it shows. */
struct kept {
    struct bitmap *bitmap; /* one reference; NULL: the coverage `serial` */
    uint64_t serial;
    SDL_Texture *texture;
    size_t bytes;
    uint64_t used_at;
};

struct shelf {
    struct kept *items;
    int count, capacity;
};

struct painter_sdl {
    struct painter painter;
    SDL_Renderer *renderer;
    struct fonts *fonts;
    struct shelf pictures, glyphs;
    struct sampler sampler;
    const struct drawlist *last; /* painted last */
    uint64_t frame;
    bool is_software;
    bool has_uploaded; /* in this frame, ahead of its time */
    bool has_failed;
};

/* ---- textures ---- */

static void shelf_drop(struct shelf *s, int at)
{
    SDL_DestroyTexture(s->items[at].texture);
    bitmap_release(s->items[at].bitmap);
    s->items[at] = s->items[--s->count];
}

static void shelf_empty(struct shelf *s)
{
    while (s->count > 0) {
        shelf_drop(s, s->count - 1);
    }
}

static void shelf_add(struct shelf *s, struct kept kept)
{
    if (s->count == s->capacity) {
        s->capacity = s->capacity ? s->capacity * 2 : 16;
        s->items =
            memory_resize(s->items, memory_product((size_t)s->capacity, sizeof s->items[0]));
    }
    s->items[s->count++] = kept;
}

/* Lets go what was used longest ago, never what this frame shows. */
static void shelf_trim(struct shelf *s, uint64_t frame, size_t limit_bytes, int limit)
{
    size_t bytes = 0;
    for (int i = 0; i < s->count; i++) {
        bytes += s->items[i].bytes;
    }
    while (bytes > limit_bytes || s->count > limit) {
        int oldest = 0;
        for (int i = 1; i < s->count; i++) {
            if (s->items[i].used_at < s->items[oldest].used_at) {
                oldest = i;
            }
        }
        if (s->items[oldest].used_at >= frame) {
            return;
        }
        bytes -= s->items[oldest].bytes;
        shelf_drop(s, oldest);
    }
}

static SDL_Texture *texture_create(struct painter_sdl *p, int w, int h, SDL_BlendMode mode)
{
    SDL_Texture *t = SDL_CreateTexture(p->renderer, SDL_PIXELFORMAT_ARGB8888,
                                       SDL_TEXTUREACCESS_STATIC, w, h);
    if (!t || SDL_SetTextureBlendMode(t, mode) != 0) {
        SDL_DestroyTexture(t);
        p->has_failed = true;
        return NULL;
    }
    (void)SDL_SetTextureScaleMode(t, SDL_ScaleModeLinear);
    return t;
}

/* Every renderer takes ARGB; the unused byte of an opaque bitmap becomes full alpha, band by band. */
static bool upload(SDL_Texture *t, struct bitmap *bitmap)
{
    SDL_Surface *s = bitmap_surface(bitmap);
    if (!bitmap_is_opaque(bitmap)) {
        return SDL_UpdateTexture(t, NULL, s->pixels, s->pitch) == 0;
    }
    uint32_t *band = memory_zeroed(memory_product(memory_product((size_t)s->w, BAND_ROWS), 4));
    bool ok = true;
    for (int y = 0; y < s->h && ok; y += BAND_ROWS) {
        int rows = s->h - y < BAND_ROWS ? s->h - y : BAND_ROWS;
        for (int i = 0; i < rows; i++) {
            const uint32_t *from = bitmap_row_const(bitmap, y + i);
            uint32_t *to = band + (size_t)i * (size_t)s->w;
            for (int x = 0; x < s->w; x++) {
                to[x] = from[x] | UINT32_C(0xFF000000);
            }
        }
        SDL_Rect area = {0, y, s->w, rows};
        ok = SDL_UpdateTexture(t, &area, band, s->w * 4) == 0;
    }
    free(band);
    return ok;
}

static SDL_Texture *picture_texture(struct painter_sdl *p, struct bitmap *bitmap)
{
    for (int i = 0; i < p->pictures.count; i++) {
        struct kept *k = &p->pictures.items[i];
        if (k->bitmap == bitmap) {
            k->used_at = p->frame;
            return k->texture;
        }
    }
    struct size size = bitmap_size(bitmap);
    SDL_Texture *t = texture_create(p, size.w, size.h, SDL_BLENDMODE_BLEND);
    if (!t) {
        return NULL;
    }
    if (!upload(t, bitmap)) {
        SDL_DestroyTexture(t);
        p->has_failed = true;
        return NULL;
    }
    shelf_add(&p->pictures, (struct kept){bitmap_keep(bitmap), 0, t, bitmap_bytes(bitmap), p->frame});
    shelf_trim(&p->pictures, p->frame, PICTURE_LIMIT_BYTES, INT32_MAX);
    return t;
}

static SDL_Texture *glyph_texture(struct painter_sdl *p, const struct coverage *c)
{
    for (int i = 0; i < p->glyphs.count; i++) {
        struct kept *k = &p->glyphs.items[i];
        if (k->serial == c->serial) {
            k->used_at = p->frame;
            return k->texture;
        }
    }
    SDL_Texture *t = texture_create(p, c->w, c->h, SDL_BLENDMODE_BLEND);
    if (!t) {
        return NULL;
    }
    size_t count = memory_product((size_t)c->w, (size_t)c->h);
    uint32_t *pixels = memory_zeroed(memory_product(count, sizeof *pixels));
    for (size_t i = 0; i < count; i++) {
        pixels[i] = (uint32_t)c->pixels[i] << 24 | 0xFFFFFF;
    }
    bool ok = SDL_UpdateTexture(t, NULL, pixels, c->w * 4) == 0;
    free(pixels);
    if (!ok) {
        SDL_DestroyTexture(t);
        p->has_failed = true;
        return NULL;
    }
    shelf_add(&p->glyphs, (struct kept){NULL, c->serial, t, count * 4, p->frame});
    shelf_trim(&p->glyphs, p->frame, SIZE_MAX, GLYPHS_LIMIT);
    return t;
}

/* ---- operations ---- */

static void check(struct painter_sdl *p, int result)
{
    if (result != 0) {
        p->has_failed = true;
    }
}

static SDL_Rect sdl_rect(struct rect r)
{
    return (SDL_Rect){r.x, r.y, r.w, r.h};
}

static void fill(struct painter_sdl *p, struct rect dest, struct colour c)
{
    SDL_Rect area = sdl_rect(dest);
    SDL_BlendMode mode = c.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND;
    check(p, SDL_SetRenderDrawBlendMode(p->renderer, mode));
    check(p, SDL_SetRenderDrawColor(p->renderer, c.r, c.g, c.b, c.a));
    check(p, SDL_RenderFillRect(p->renderer, &area));
}

/* The software renderer scales by other rules than a graphics card: there the sampler does it, so that
 * the picture is the CPU painter's. */
static void copy_sampled(struct painter_sdl *p, const struct draw *d, struct rect area, Uint8 alpha)
{
    struct bitmap *made = bitmap_create((struct size){area.w, area.h}, false);
    SDL_Texture *t = made ? texture_create(p, area.w, area.h, SDL_BLENDMODE_BLEND) : NULL;
    if (!t) {
        p->has_failed = true;
        bitmap_release(made);
        return;
    }
    uint32_t opaque = bitmap_is_opaque(p->sampler.shot.bitmap) ? UINT32_C(0xFF000000) : 0;
    for (int y = 0; y < area.h; y++) {
        const uint32_t *from = sampler_row(&p->sampler, area.x, area.y + y, area.w);
        uint32_t *to = bitmap_row(made, y);
        for (int x = 0; x < area.w; x++) {
            to[x] = from[x] | opaque;
        }
    }
    SDL_Rect into = sdl_rect(area);
    check(p, upload(t, made) ? 0 : -1);
    check(p, SDL_SetTextureBlendMode(t, d->op == DRAW_BLEND || alpha < 255 ? SDL_BLENDMODE_BLEND
                                                                           : SDL_BLENDMODE_NONE));
    check(p, SDL_SetTextureAlphaMod(t, alpha));
    check(p, SDL_RenderCopy(p->renderer, t, NULL, &into));
    /* The command still waits in the renderer's queue. */
    check(p, SDL_RenderFlush(p->renderer));
    SDL_DestroyTexture(t);
    bitmap_release(made);
}

/* SDL takes only whole source pixels: those that hold the view, in the place where they belong; the
 * clip cuts what is too much. */
static void copy_view(struct painter_sdl *p, SDL_Texture *t, const struct draw *d,
                      const struct picture_shot *shot)
{
    struct size size = bitmap_size(shot->bitmap);
    int left = (int)fmax(floor(shot->view.x) - 1, 0);
    int top = (int)fmax(floor(shot->view.y) - 1, 0);
    int right = (int)fmin(ceil(shot->view.x + shot->view.w) + 1, size.w);
    int bottom = (int)fmin(ceil(shot->view.y + shot->view.h) + 1, size.h);
    double scale_x = d->dest.w / shot->view.w;
    double scale_y = d->dest.h / shot->view.h;
    SDL_Rect from = {left, top, right - left, bottom - top};
    SDL_FRect into = {(float)(d->dest.x + (left - shot->view.x) * scale_x),
                      (float)(d->dest.y + (top - shot->view.y) * scale_y),
                      (float)(from.w * scale_x), (float)(from.h * scale_y)};
    check(p, SDL_RenderCopyF(p->renderer, t, &from, &into));
}

static void paint_shot(struct painter_sdl *p, const struct draw *d,
                       const struct picture_shot *shot, struct rect area, Uint8 alpha)
{
    if (!shot->bitmap) {
        fill(p, d->dest, (struct colour){shot->flat.r, shot->flat.g, shot->flat.b, alpha});
        return;
    }
    sampler_set(&p->sampler, shot, d->dest);
    bool is_exact = sampler_is_exact(&p->sampler);
    if (!is_exact && p->is_software) {
        copy_sampled(p, d, area, alpha);
        return;
    }
    SDL_Texture *t = picture_texture(p, shot->bitmap);
    if (!t) {
        return;
    }
    bool blends = d->op == DRAW_BLEND || alpha < 255;
    check(p, SDL_SetTextureBlendMode(t, blends ? SDL_BLENDMODE_BLEND : SDL_BLENDMODE_NONE));
    check(p, SDL_SetTextureAlphaMod(t, alpha));
    if (is_exact) {
        SDL_Rect from = {(int)lround(shot->view.x), (int)lround(shot->view.y), d->dest.w, d->dest.h};
        SDL_Rect into = sdl_rect(d->dest);
        check(p, SDL_RenderCopy(p->renderer, t, &from, &into));
    } else {
        copy_view(p, t, d, shot);
    }
}

static void paint_glyphs(struct painter_sdl *p, const struct glyph_run *run)
{
    const struct coverage *c = fonts_coverage(p->fonts, run);
    SDL_Texture *t = c ? glyph_texture(p, c) : NULL;
    if (!t) {
        return;
    }
    SDL_Rect into = {run->x + c->left, run->baseline + c->top, c->w, c->h};
    check(p, SDL_SetTextureColorMod(t, run->colour.r, run->colour.g, run->colour.b));
    check(p, SDL_SetTextureAlphaMod(t, run->colour.a));
    check(p, SDL_RenderCopy(p->renderer, t, NULL, &into));
}

static Uint8 alpha_of(int amount)
{
    return (Uint8)((amount * 255 + FADE_WHOLE / 2) / FADE_WHOLE);
}

static void paint_draw(struct painter_sdl *p, const struct draw *d, struct rect page)
{
    struct rect area = rect_intersect(rect_intersect(d->dest, d->clip), page);
    if (rect_is_empty(area)) {
        return;
    }
    SDL_Rect clip = sdl_rect(area);
    check(p, SDL_RenderSetClipRect(p->renderer, &clip));
    switch (d->op) {
    case DRAW_PICTURE:
        paint_shot(p, d, &d->shot, area, 255);
        break;
    case DRAW_BLEND:
        paint_shot(p, d, &d->shot, area, alpha_of(d->amount));
        break;
    case DRAW_RECT:
        fill(p, d->dest, d->colour);
        break;
    case DRAW_GLYPHS:
        paint_glyphs(p, &d->run);
        break;
    case DRAW_FADE:
        paint_shot(p, d, &d->shot, area, 255);
        paint_shot(p, d, &d->to, area, alpha_of(d->amount));
        break;
    }
}

static bool paint_all(struct painter_sdl *p, const struct drawlist *list, struct error *err)
{
    p->has_failed = false;
    SDL_ClearError();
    check(p, SDL_RenderSetClipRect(p->renderer, NULL));
    check(p, SDL_SetRenderDrawColor(p->renderer, 0, 0, 0, 255));
    check(p, SDL_RenderClear(p->renderer));
    for (int i = 0; i < list->count; i++) {
        paint_draw(p, &list->items[i], rect_of_size(list->size));
    }
    check(p, SDL_RenderSetClipRect(p->renderer, NULL));
    return !p->has_failed || error_set(err, "cannot paint: %s", SDL_GetError());
}

/* ---- the painter ---- */

static bool sdl_paint(struct painter *painter, const struct drawlist *list, const struct damage *damage,
                      struct error *err)
{
    struct painter_sdl *p = (struct painter_sdl *)painter;
    (void)damage; /* what was presented is gone: all is painted anew */
    p->frame++;
    bool ok = paint_all(p, list, err);
    SDL_RenderPresent(p->renderer);
    p->last = list;
    p->has_uploaded = false;
    return ok;
}

static void sdl_prepare(struct painter *painter, struct bitmap *bitmap)
{
    struct painter_sdl *p = (struct painter_sdl *)painter;
    if (!bitmap || p->has_uploaded) {
        return;
    }
    int before = p->pictures.count;
    (void)picture_texture(p, bitmap);
    p->has_uploaded = p->pictures.count != before;
}

static void sdl_reset(struct painter *painter)
{
    struct painter_sdl *p = (struct painter_sdl *)painter;
    shelf_empty(&p->pictures);
    shelf_empty(&p->glyphs);
}

static SDL_Surface *sdl_shot(struct painter *painter, struct error *err)
{
    struct painter_sdl *p = (struct painter_sdl *)painter;
    if (!p->last) {
        error_set(err, "cannot copy the page: nothing is on it");
        return NULL;
    }
    if (!paint_all(p, p->last, err)) {
        return NULL;
    }
    struct size size = p->last->size;
    SDL_Surface *copy =
        SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_RGB888);
    if (!copy || SDL_RenderReadPixels(p->renderer, &(SDL_Rect){0, 0, size.w, size.h},
                                      SDL_PIXELFORMAT_RGB888, copy->pixels, copy->pitch) != 0) {
        error_set(err, "cannot copy the page: %s", SDL_GetError());
        SDL_FreeSurface(copy);
        return NULL;
    }
    return copy;
}

static void sdl_destroy(struct painter *painter)
{
    struct painter_sdl *p = (struct painter_sdl *)painter;
    sdl_reset(painter);
    free(p->pictures.items);
    free(p->glyphs.items);
    sampler_finish(&p->sampler);
    free(p);
}

static const struct painter_ops sdl_ops = {
    .name = "sdl",
    .paint = sdl_paint,
    .prepare = sdl_prepare,
    .reset = sdl_reset,
    .shot = sdl_shot,
    .destroy = sdl_destroy,
};

struct painter *painter_sdl_create(struct SDL_Renderer *renderer, struct fonts *fonts)
{
    struct painter_sdl *p = memory_zeroed(sizeof *p);
    SDL_RendererInfo info;
    p->painter.ops = &sdl_ops;
    p->renderer = renderer;
    p->fonts = fonts;
    p->is_software =
        SDL_GetRendererInfo(renderer, &info) == 0 && (info.flags & SDL_RENDERER_SOFTWARE) != 0;
    return &p->painter;
}
