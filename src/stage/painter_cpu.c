#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "base/memory.h"
#include "stage/painter.h"
#include "stage/painter_rows.h"
#include "stage/painter_sample.h"

#define OPAQUE UINT32_C(0xFF000000)

struct painter_cpu {
    struct painter painter;
    SDL_Window *window; /* or NULL: paints into `page` alone */
    SDL_Surface *page;  /* painted last; the window's own, the caller's, or `own` */
    SDL_Surface *own;   /* in between where the window's pixels are of another kind */
    struct fonts *fonts;
    struct sampler from, to;
    bool is_fresh; /* nothing of the page stands */
};

/* ---- operations ---- */

static uint32_t *page_at(const SDL_Surface *page, int x, int y)
{
    unsigned char *pixels = page->pixels;
    return (uint32_t *)(void *)(pixels + (size_t)y * (size_t)page->pitch) + x;
}

/* The unused byte of an opaque bitmap says nothing, an ARGB page shows it. */
static void row_harden(const SDL_Surface *page, uint32_t *row, int count)
{
    if (page->format->Amask != 0) {
        for (int i = 0; i < count; i++) {
            row[i] |= OPAQUE;
        }
    }
}

static void paint_shots(struct painter_cpu *p, const struct draw *d, struct rect area)
{
    sampler_set(&p->from, &d->shot, d->dest);
    if (d->op == DRAW_FADE) {
        sampler_set(&p->to, &d->to, d->dest);
    }
    for (int y = area.y; y < area.y + area.h; y++) {
        uint32_t *out = page_at(p->page, area.x, y);
        const uint32_t *row = sampler_row(&p->from, area.x, y, area.w);
        if (d->op == DRAW_FADE) {
            const uint32_t *over = sampler_row(&p->to, area.x, y, area.w);
            row_lerp(out, row, over, area.w, d->amount);
        } else {
            memcpy(out, row, (size_t)area.w * sizeof *out);
        }
        row_harden(p->page, out, area.w);
    }
}

static void blend_run(struct painter_cpu *p, const struct draw *d, struct rect run)
{
    uint32_t *out = page_at(p->page, run.x, run.y);
    const uint32_t *from = sampler_row(&p->from, run.x, run.y, run.w);
    if (bitmap_is_opaque(d->shot.bitmap)) {
        row_lerp(out, out, from, run.w, d->amount);
    } else {
        row_blend_faint(out, from, run.w, d->amount);
    }
}

static void paint_blend(struct painter_cpu *p, const struct draw *d, struct rect area)
{
    if (bitmap_is_opaque(d->shot.bitmap) && d->amount == FADE_WHOLE) {
        paint_shots(p, d, area);
        return;
    }
    sampler_set(&p->from, &d->shot, d->dest);
    for (int y = area.y; y < area.y + area.h; y++) {
        struct rect run = {area.x, y, 0, 1};
        while (run.x < area.x + area.w && sampler_run(&p->from, run.x, y, &run.x, &run.w)) {
            struct rect seen = rect_intersect(run, area);
            if (!rect_is_empty(seen)) {
                blend_run(p, d, seen);
            }
            run.x += run.w;
        }
    }
}

static void paint_rect(struct painter_cpu *p, struct colour colour, struct rect area)
{
    for (int y = area.y; y < area.y + area.h; y++) {
        if (colour.a == 255) {
            row_fill(page_at(p->page, area.x, y), area.w, colour);
        } else {
            row_tint(page_at(p->page, area.x, y), area.w, colour);
        }
    }
}

static void paint_glyphs(struct painter_cpu *p, const struct glyph_run *run, struct rect area)
{
    const struct coverage *c = fonts_coverage(p->fonts, run);
    if (!c) {
        return;
    }
    struct rect ink = {run->x + c->left, run->baseline + c->top, c->w, c->h};
    area = rect_intersect(area, ink);
    for (int y = area.y; y < area.y + area.h; y++) {
        const uint8_t *covered =
            c->pixels + (size_t)(y - ink.y) * (size_t)c->w + (area.x - ink.x);
        row_cover(page_at(p->page, area.x, y), covered, area.w, run->colour);
    }
}

static void paint_draw(struct painter_cpu *p, const struct draw *d, struct rect damage)
{
    struct rect area = rect_intersect(rect_intersect(d->dest, d->clip), damage);
    if (rect_is_empty(area)) {
        return;
    }
    switch (d->op) {
    case DRAW_PICTURE:
    case DRAW_FADE:
        paint_shots(p, d, area);
        break;
    case DRAW_BLEND:
        paint_blend(p, d, area);
        break;
    case DRAW_RECT:
        paint_rect(p, d->colour, area);
        break;
    case DRAW_GLYPHS:
        paint_glyphs(p, &d->run, area);
        break;
    }
}

/* ---- pages ---- */

static bool is_paintable(const SDL_Surface *s)
{
    return s->format->format == SDL_PIXELFORMAT_RGB888 ||
           s->format->format == SDL_PIXELFORMAT_ARGB8888;
}

/* SDL makes the window's surface anew when it likes, perhaps at the same address: what we painted
 * bears our mark. */
static SDL_Surface *window_surface(struct painter_cpu *p, struct error *err)
{
    SDL_Surface *s = SDL_GetWindowSurface(p->window);
    if (!s) {
        error_set(err, "cannot paint into the window: %s", SDL_GetError());
        return NULL;
    }
    if (s->userdata != p) {
        p->is_fresh = true;
        s->userdata = p;
    }
    return s;
}

static bool find_page(struct painter_cpu *p, SDL_Surface **shown_out, struct error *err)
{
    *shown_out = NULL;
    if (!p->window) {
        return true;
    }
    SDL_Surface *shown = window_surface(p, err);
    if (!shown) {
        p->page = NULL;
        return false;
    }
    *shown_out = shown;
    if (is_paintable(shown)) {
        p->page = shown;
        return true;
    }
    if (!p->own || p->own->w != shown->w || p->own->h != shown->h) {
        SDL_FreeSurface(p->own);
        p->own =
            SDL_CreateRGBSurfaceWithFormat(0, shown->w, shown->h, 32, SDL_PIXELFORMAT_RGB888);
        p->is_fresh = true;
    }
    p->page = p->own;
    return p->own || error_set(err, "no memory for a page of %d by %d pixels", shown->w, shown->h);
}

static bool present(struct painter_cpu *p, SDL_Surface *shown, const struct damage *damage, struct error *err)
{
    SDL_Rect changed[DAMAGE_MOST];
    for (int i = 0; i < damage->count; i++) {
        struct rect r = damage->rects[i];
        changed[i] = (SDL_Rect){r.x, r.y, r.w, r.h};
        SDL_Rect into = changed[i];
        if (shown != p->page && SDL_BlitSurface(p->page, &changed[i], shown, &into) != 0) {
            return error_set(err, "cannot paint into the window: %s", SDL_GetError());
        }
    }
    if (SDL_UpdateWindowSurfaceRects(p->window, changed, damage->count) != 0) {
        return error_set(err, "cannot show the page: %s", SDL_GetError());
    }
    return true;
}

/* Does the list's first operation hide all of `area`? */
static bool begins_opaque(const struct drawlist *list, struct rect area)
{
    if (list->count == 0) {
        return false;
    }
    const struct draw *d = &list->items[0];
    bool hides = d->op == DRAW_PICTURE || d->op == DRAW_FADE ||
                 (d->op == DRAW_RECT && d->colour.a == 255);
    return hides && rect_same(rect_intersect(rect_intersect(d->dest, d->clip), area), area);
}

static void paint_rect_of_page(struct painter_cpu *p, const struct drawlist *list, struct rect damage)
{
    if (!begins_opaque(list, damage)) {
        paint_rect(p, (struct colour){0, 0, 0, 255}, damage);
    }
    for (int i = 0; i < list->count; i++) {
        paint_draw(p, &list->items[i], damage);
    }
}

/* All that lies over one another is painted band by band, as long as its pixels are at hand: a page is larger than
 * any processor's cache. */
static void paint_in_bands(struct painter_cpu *p, const struct drawlist *list, struct rect damage)
{
    enum { BAND_PX = 64 << 10 };
    int rows = BAND_PX / damage.w + 1;
    for (int y = 0; y < damage.h; y += rows) {
        int h = damage.h - y < rows ? damage.h - y : rows;
        paint_rect_of_page(p, list, (struct rect){damage.x, damage.y + y, damage.w, h});
    }
}

/* What of the damage lies on the page; all of it where nothing stands there. */
static struct damage damage_on(const struct painter_cpu *p, const struct damage *damage)
{
    struct rect whole = {0, 0, p->page->w, p->page->h};
    struct damage on = {0};
    if (p->is_fresh) {
        return damage_of(whole);
    }
    for (int i = 0; i < damage->count; i++) {
        struct rect r = rect_intersect(damage->rects[i], whole);
        if (!rect_is_empty(r)) {
            on.rects[on.count++] = r;
        }
    }
    return on;
}

static bool cpu_paint(struct painter *painter, const struct drawlist *list, const struct damage *asked,
                      struct error *err)
{
    struct painter_cpu *p = (struct painter_cpu *)painter;
    SDL_Surface *shown;
    if (!find_page(p, &shown, err)) {
        return false;
    }
    struct damage damage = damage_on(p, asked);
    if (damage.count == 0) {
        return true;
    }
    if (SDL_MUSTLOCK(p->page) && SDL_LockSurface(p->page) != 0) {
        return error_set(err, "cannot paint: %s", SDL_GetError());
    }
    for (int i = 0; i < damage.count; i++) {
        paint_in_bands(p, list, damage.rects[i]);
    }
    if (SDL_MUSTLOCK(p->page)) {
        SDL_UnlockSurface(p->page);
    }
    p->is_fresh = shown && !present(p, shown, &damage, err);
    return !p->is_fresh;
}

static void cpu_prepare(struct painter *painter, struct bitmap *bitmap)
{
    (void)painter;
    (void)bitmap;
}

static void cpu_reset(struct painter *painter)
{
    struct painter_cpu *p = (struct painter_cpu *)painter;
    p->is_fresh = true;
    if (p->window) {
        p->page = NULL;
    }
}

static SDL_Surface *cpu_shot(struct painter *painter, struct error *err)
{
    struct painter_cpu *p = (struct painter_cpu *)painter;
    /* The window's surface may have gone since: ask for it, never trust the pointer kept. */
    SDL_Surface *shown;
    if (p->is_fresh || !find_page(p, &shown, err) || p->is_fresh) {
        error_set(err, "cannot copy the page: nothing is on it");
        return NULL;
    }
    SDL_Surface *copy = SDL_ConvertSurfaceFormat(p->page, SDL_PIXELFORMAT_RGB888, 0);
    if (!copy) {
        error_set(err, "cannot copy the page: %s", SDL_GetError());
    }
    return copy;
}

static void cpu_destroy(struct painter *painter)
{
    struct painter_cpu *p = (struct painter_cpu *)painter;
    sampler_finish(&p->from);
    sampler_finish(&p->to);
    SDL_FreeSurface(p->own);
    free(p);
}

static const struct painter_ops cpu_ops = {
    .name = "cpu",
    .paint = cpu_paint,
    .prepare = cpu_prepare,
    .reset = cpu_reset,
    .shot = cpu_shot,
    .destroy = cpu_destroy,
};

static struct painter_cpu *create(struct fonts *fonts)
{
    struct painter_cpu *p = memory_zeroed(sizeof *p);
    p->painter.ops = &cpu_ops;
    p->fonts = fonts;
    p->is_fresh = true;
    return p;
}

/* The system finds memory for a page only as it is written to: at 4K that takes as long as painting. Better now, while
 * the first picture is decoded, than when it is there. */
static void touch(SDL_Surface *page)
{
    enum { STEP = 4096 }; /* no page of memory is smaller */
    size_t bytes = (size_t)page->pitch * (size_t)page->h;
    for (size_t at = 0; at < bytes; at += STEP) {
        ((volatile uint8_t *)page->pixels)[at] = 0;
    }
}

struct painter *painter_cpu_for_window(struct SDL_Window *window, struct fonts *fonts,
                                       struct error *err)
{
    struct painter_cpu *p = create(fonts);
    p->window = window;
    SDL_Surface *shown;
    if (!find_page(p, &shown, err)) {
        cpu_destroy(&p->painter);
        return NULL;
    }
    touch(p->page);
    return &p->painter;
}

struct painter *painter_cpu_for_surface(struct SDL_Surface *page, struct fonts *fonts)
{
    assert(is_paintable(page));
    struct painter_cpu *p = create(fonts);
    p->page = page;
    return &p->painter;
}
