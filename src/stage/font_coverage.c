#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "stage/font_internal.h"

/* What was not asked for of late, by some frames of a page full of text, goes beyond the first; nothing beyond the
 * second stays. */
enum { CALM_BYTES = 3 << 20, LIMIT_BYTES = 24 << 20, LATE_USES = 4096 };

static const SDL_Color white = {255, 255, 255, 255};
static const SDL_Color black = {0, 0, 0, 255};

/* ---- drawing ---- */

/* A stretch drawn, and where: from the run's pen on the baseline. */
struct drawn {
    SDL_Surface *surface; /* 8 bits a pixel: the coverage */
    int left, top;
};

struct drawing {
    struct drawn *items;
    int count, capacity;
    int pen;
};

/* SDL_ttf makes its surface larger than the font's box where a glyph leaves it upwards, by what the
 * tallest does. */
static int find_top(const struct stretch *s)
{
    struct str text = str_from(s->text);
    int ascent = TTF_FontAscent(s->font);
    int top = ascent;
    for (size_t at = 0; at < text.n;) {
        int min_x;
        int max_x;
        int min_y;
        int max_y;
        int advance;
        uint32_t code = utf8_next(text, &at);
        if (TTF_GlyphMetrics32(s->font, code, &min_x, &max_x, &min_y, &max_y, &advance) != 0) {
            continue;
        }
        top = max_y > top ? max_y : top;
    }
    return -top;
}

static void draw_stretch(void *self, const struct stretch *s)
{
    struct drawing *d = self;
    struct drawn drawn = {.surface = TTF_RenderUTF8_Shaded(s->font, s->text, white, black)};
    if (drawn.surface) {
        drawn.left = d->pen - s->overhang;
        drawn.top = find_top(s);
        if (d->count == d->capacity) {
            d->capacity = d->capacity ? d->capacity * 2 : 4;
            d->items =
                memory_resize(d->items, memory_product((size_t)d->capacity, sizeof d->items[0]));
        }
        d->items[d->count++] = drawn;
    }
    d->pen += s->width;
}

static const uint8_t *drawn_row(const struct drawn *d, int y)
{
    return (const uint8_t *)d->surface->pixels + (size_t)y * (size_t)d->surface->pitch;
}

/* The box of what is not empty, from the pen. */
static struct rect ink_of(const struct drawn *d)
{
    struct rect ink = {0};
    for (int y = 0; y < d->surface->h; y++) {
        const uint8_t *row = drawn_row(d, y);
        int first = 0;
        int last = d->surface->w - 1;
        while (first <= last && row[first] == 0) {
            first++;
        }
        while (last > first && row[last] == 0) {
            last--;
        }
        if (first <= last) {
            ink = rect_union(ink, (struct rect){d->left + first, d->top + y, last - first + 1, 1});
        }
    }
    return ink;
}

static void put(const struct drawn *d, struct rect ink, uint8_t *pixels)
{
    struct rect box = {d->left, d->top, d->surface->w, d->surface->h};
    struct rect area = rect_intersect(box, ink);
    for (int y = area.y; y < area.y + area.h; y++) {
        const uint8_t *from = drawn_row(d, y - d->top) + (area.x - d->left);
        uint8_t *to = pixels + (size_t)(y - ink.y) * (size_t)ink.w + (area.x - ink.x);
        for (int x = 0; x < area.w; x++) {
            to[x] = from[x] > to[x] ? from[x] : to[x];
        }
    }
}

static struct coverage draw_run(struct fonts *f, const struct glyph_run *run)
{
    struct drawing d = {0};
    (void)fonts_visit(f, run, draw_stretch, &d);
    struct rect ink = {0};
    for (int i = 0; i < d.count; i++) {
        ink = rect_union(ink, ink_of(&d.items[i]));
    }
    struct coverage c = {.serial = ++f->last_serial};
    if (!rect_is_empty(ink)) {
        uint8_t *pixels = memory_zeroed(memory_product((size_t)ink.w, (size_t)ink.h));
        for (int i = 0; i < d.count; i++) {
            put(&d.items[i], ink, pixels);
        }
        c = (struct coverage){c.serial, ink.w, ink.h, ink.x, ink.y, pixels};
    }
    for (int i = 0; i < d.count; i++) {
        SDL_FreeSurface(d.items[i].surface);
    }
    free(d.items);
    return c;
}

/* ---- keeping ---- */

static void drop(struct fonts *f, int at)
{
    f->coverage_bytes -= f->coverages[at].bytes;
    free((void *)f->coverages[at].coverage.pixels);
    f->coverages[at] = f->coverages[--f->coverage_count];
}

static int oldest_of(const struct fonts *f)
{
    int oldest = 0;
    for (int i = 1; i < f->coverage_count; i++) {
        oldest = f->coverages[i].used_at < f->coverages[oldest].used_at ? i : oldest;
    }
    return oldest;
}

static void make_room(struct fonts *f, size_t bytes)
{
    while (f->coverage_count > 0) {
        int oldest = oldest_of(f);
        size_t all = f->coverage_bytes + bytes;
        bool is_late = f->coverages[oldest].used_at + LATE_USES < f->now;
        if (f->coverage_count < FONT_COVERAGES && all <= LIMIT_BYTES && !(all > CALM_BYTES && is_late)) {
            return;
        }
        drop(f, oldest);
    }
}

static const struct coverage *coverage_of(struct fonts *f, const struct glyph_run *run)
{
    uint64_t hash = glyph_run_hash(run);
    for (int i = 0; i < f->coverage_count; i++) {
        if (f->coverages[i].hash == hash) {
            f->coverages[i].used_at = ++f->now;
            return &f->coverages[i].coverage;
        }
    }
    struct coverage drawn = draw_run(f, run);
    size_t bytes = (size_t)drawn.w * (size_t)drawn.h;
    make_room(f, bytes);
    struct kept_coverage *kept = &f->coverages[f->coverage_count++];
    *kept = (struct kept_coverage){hash, ++f->now, drawn, bytes};
    f->coverage_bytes += bytes;
    return &kept->coverage;
}

const struct coverage *fonts_coverage(struct fonts *f, const struct glyph_run *run)
{
    const struct coverage *c = coverage_of(f, run);
    return c->pixels ? c : NULL;
}

struct rect fonts_box(struct fonts *f, const struct glyph_run *run)
{
    const struct coverage *c = coverage_of(f, run);
    return (struct rect){run->x + c->left, run->baseline + c->top, c->w, c->h};
}
