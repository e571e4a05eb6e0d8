#include "stage/snapshot.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <SDL.h>
#include <SDL_image.h>

#include "base/file.h"
#include "base/memory.h"
#include "stage/painter.h"
#include "stage/picture_scale.h"

/* ---- a stream into memory ---- */

static Sint64 SDLCALL stream_size(SDL_RWops *rw)
{
    const struct strbuf *b = rw->hidden.unknown.data1;
    return (Sint64)b->n;
}

static Sint64 SDLCALL stream_seek(SDL_RWops *rw, Sint64 offset, int whence)
{
    const struct strbuf *b = rw->hidden.unknown.data1;
    bool stays = (whence == RW_SEEK_CUR || whence == RW_SEEK_END) && offset == 0;
    if (stays || (whence == RW_SEEK_SET && offset == (Sint64)b->n)) {
        return (Sint64)b->n;
    }
    return SDL_SetError("the stream only grows");
}

static size_t SDLCALL stream_read(SDL_RWops *rw, void *to, size_t size, size_t count)
{
    (void)rw;
    (void)to;
    (void)size;
    (void)count;
    return 0;
}

static size_t SDLCALL stream_write(SDL_RWops *rw, const void *from, size_t size, size_t count)
{
    strbuf_add(rw->hidden.unknown.data1, (struct str){from, memory_product(size, count)});
    return count;
}

static int SDLCALL stream_close(SDL_RWops *rw)
{
    SDL_FreeRW(rw);
    return 0;
}

static bool png_write(SDL_Surface *page, struct strbuf *out)
{
    SDL_RWops *rw = SDL_AllocRW();
    if (!rw) {
        return false;
    }
    rw->type = SDL_RWOPS_UNKNOWN;
    rw->size = stream_size;
    rw->seek = stream_seek;
    rw->read = stream_read;
    rw->write = stream_write;
    rw->close = stream_close;
    rw->hidden.unknown.data1 = out;
    return IMG_SavePNG_RW(page, rw, 1) == 0;
}

/* Netpbm's "P6": nothing is packed, for tests that look at hundreds of pages. */
static void ppm_write(const SDL_Surface *page, struct strbuf *out)
{
    strbuf_printf(out, "P6\n%d %d\n255\n", page->w, page->h);
    for (int y = 0; y < page->h; y++) {
        const char *row = (const char *)page->pixels + (ptrdiff_t)y * page->pitch;
        strbuf_add(out, (struct str){row, (size_t)page->w * 3});
    }
}

static bool picture_write(SDL_Surface *page, const char *path, struct strbuf *out)
{
    if (page && str_ends(str_from(path), STR(".ppm"))) {
        ppm_write(page, out);
        return true;
    }
    return page && png_write(page, out);
}

bool snapshot_save(struct SDL_Surface *page, const char *path, struct error *err)
{
    /* Without the unused byte, whose value would get into the file. */
    SDL_Surface *plain = SDL_ConvertSurfaceFormat(page, SDL_PIXELFORMAT_RGB24, 0);
    struct strbuf picture = {0};
    bool ok = picture_write(plain, path, &picture);
    if (!ok) {
        error_set(err, "cannot write picture \"%s\": %s", path, SDL_GetError());
    } else {
        ok = file_save_atomic(path, strbuf_str(&picture), err);
    }
    if (ok) {
        /* A picture is to be looked at by others too; that it was saved is what counts. */
        (void)chmod(path, 0644);
    }
    strbuf_finish(&picture);
    SDL_FreeSurface(plain);
    return ok;
}

/* ---- contact sheets ---- */

enum { COLUMNS = 4, SMALL_W = 480, GAP = 16, CAPTION_H = 36, CAPTION_PX = 18 };

struct small {
    struct bitmap *bitmap;
    struct strbuf caption;
};

struct sheet {
    struct fonts *fonts;
    struct small *items;
    int count, capacity;
};

struct sheet *sheet_create(struct fonts *fonts)
{
    struct sheet *s = memory_zeroed(sizeof *s);
    s->fonts = fonts;
    return s;
}

void sheet_destroy(struct sheet *s)
{
    if (!s) {
        return;
    }
    for (int i = 0; i < s->count; i++) {
        bitmap_release(s->items[i].bitmap);
        strbuf_finish(&s->items[i].caption);
    }
    free(s->items);
    free(s);
}

static struct bitmap *shrunk(SDL_Surface *page)
{
    SDL_Surface *plain = SDL_ConvertSurfaceFormat(page, SDL_PIXELFORMAT_RGB888, 0);
    if (!plain) {
        return NULL;
    }
    int h = (int)((int64_t)plain->h * SMALL_W / plain->w);
    struct size size = {SMALL_W, h < 1 ? 1 : h > 4 * SMALL_W ? 4 * SMALL_W : h};
    struct bitmap *b = bitmap_create(size, true);
    if (b) {
        struct pixels from = {plain->pixels, {plain->w, plain->h}, plain->pitch, PIXELS_NATIVE, false};
        struct scaler *scaler = scaler_create(from, view_whole(from.size), size);
        for (int y = 0; y < size.h; y++) {
            scaler_row(scaler, y, bitmap_row(b, y));
        }
        scaler_destroy(scaler);
    }
    SDL_FreeSurface(plain);
    return b;
}

bool sheet_add(struct sheet *s, struct SDL_Surface *page, struct str caption, struct error *err)
{
    struct bitmap *small = shrunk(page);
    if (!small) {
        return error_set(err, "no memory for the contact sheet");
    }
    if (s->count == s->capacity) {
        s->capacity = s->capacity ? s->capacity * 2 : 16;
        s->items =
            memory_resize(s->items, memory_product((size_t)s->capacity, sizeof s->items[0]));
    }
    struct small *item = &s->items[s->count++];
    *item = (struct small){.bitmap = small};
    strbuf_add(&item->caption, caption);
    return true;
}

static int cell_height(const struct sheet *s)
{
    int tallest = 0;
    for (int i = 0; i < s->count; i++) {
        int h = bitmap_size(s->items[i].bitmap).h;
        tallest = h > tallest ? h : tallest;
    }
    return tallest + CAPTION_H + GAP;
}

static void list_cell(const struct sheet *s, int i, struct drawlist *list)
{
    const struct small *item = &s->items[i];
    struct size size = bitmap_size(item->bitmap);
    int x = GAP + i % COLUMNS * (SMALL_W + GAP);
    int y = GAP + i / COLUMNS * cell_height(s);
    struct rect dest = {x, y, size.w, size.h};
    drawlist_picture(list, dest, (struct picture_shot){item->bitmap, view_whole(size), {0, 0, 0, 255}});
    struct glyph_run run = {.face = FACE_UI,
                            .px = CAPTION_PX,
                            .script = "Latn",
                            .text = strbuf_str(&item->caption),
                            .x = x,
                            .baseline = y + size.h + CAPTION_H - CAPTION_PX * 2 / 3,
                            .colour = {224, 224, 224, 255}};
    drawlist_clip(list, (struct rect){x, y, SMALL_W, size.h + CAPTION_H});
    drawlist_glyphs(list, fonts_box(s->fonts, &run), &run);
    drawlist_clip(list, rect_of_size(list->size));
}

bool sheet_save(struct sheet *s, const char *path, struct error *err)
{
    if (s->count == 0) {
        return error_set(err, "nothing to put on contact sheet \"%s\"", path);
    }
    int columns = s->count < COLUMNS ? s->count : COLUMNS;
    int rows = (s->count + COLUMNS - 1) / COLUMNS;
    struct size size = {GAP + columns * (SMALL_W + GAP), GAP + rows * cell_height(s)};
    SDL_Surface *page =
        SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_RGB888);
    if (!page) {
        return error_set(err, "no memory for contact sheet \"%s\"", path);
    }
    struct drawlist list = {0};
    drawlist_start(&list, size);
    drawlist_rect(&list, rect_of_size(size), (struct colour){24, 24, 26, 255});
    for (int i = 0; i < s->count; i++) {
        list_cell(s, i, &list);
    }
    struct painter *painter = painter_cpu_for_surface(page, s->fonts);
    bool ok = painter_paint(painter, &list, rect_of_size(size), err) && snapshot_save(page, path, err);
    painter_destroy(painter);
    drawlist_finish(&list);
    SDL_FreeSurface(page);
    return ok;
}
