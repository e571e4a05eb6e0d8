#include <math.h>
#include <stdlib.h>

#include <SDL.h>

#include "base/memory.h"
#include "stage/painter_rows.h"
#include "stage/picture.h"
#include "stage/picture_decode.h"
#include "stage/picture_scale.h"

enum { PAN_STEPS = 64, PAN_MARGIN_PX = 2 };
#define PAN_MAX_ZOOM 1.5

/* ---- what a picture can show ---- */

static struct picture_view shown_at(const struct ready_picture *r, double t)
{
    const struct picture *p = r->want.picture;
    if (!p->has_pan) {
        return cover_view(r->whole, r->want.dest, p->focus);
    }
    return cover_view_pan(r->whole, r->want.dest, p->focus, p->pan.from, p->pan.to, t);
}

static struct rect around(struct picture_view v)
{
    int left = (int)floor(v.x);
    int top = (int)floor(v.y);
    return (struct rect){left, top, (int)ceil(v.x + v.w) - left, (int)ceil(v.y + v.h) - top};
}

/* What is shown of `whole` at any time of the pan. */
static struct rect shown_ever(const struct ready_picture *r)
{
    struct rect all = {0};
    for (int i = 0; i <= PAN_STEPS; i++) {
        all = rect_union(all, around(shown_at(r, i / (double)PAN_STEPS)));
    }
    return rect_intersect(rect_inset(all, -PAN_MARGIN_PX, -PAN_MARGIN_PX), rect_of_size(r->whole));
}

/* Without a pan the view is of exactly the destination's size; it starts at a whole pixel. */
static struct rect shown_always(const struct ready_picture *r)
{
    struct picture_view v = shown_at(r, 0);
    struct size dest = r->want.dest;
    int x = (int)lround(v.x);
    int y = (int)lround(v.y);
    x = x > r->whole.w - dest.w ? r->whole.w - dest.w : x;
    y = y > r->whole.h - dest.h ? r->whole.h - dest.h : y;
    return (struct rect){x < 0 ? 0 : x, y < 0 ? 0 : y, dest.w, dest.h};
}

/* As large as the pan comes near, but not past the file's own pixels. */
static double scale_of(struct size file, struct picture_want want)
{
    double cover = fmax((double)want.dest.w / file.w, (double)want.dest.h / file.h);
    if (!want.picture->has_pan) {
        return cover;
    }
    const struct pan *pan = &want.picture->pan;
    double zoom = fmin(fmax(fmax(pan->from[2], pan->to[2]), 1), PAN_MAX_ZOOM);
    return fmax(cover, fmin(cover * zoom, 1));
}

static struct size whole_of(struct size file, struct picture_want want)
{
    double scale = scale_of(file, want);
    struct size whole = {(int)lround(file.w * scale), (int)lround(file.h * scale)};
    whole.w = whole.w < want.dest.w ? want.dest.w : whole.w;
    whole.h = whole.h < want.dest.h ? want.dest.h : whole.h;
    return whole;
}

/* ---- putting pixels in ---- */

/* Blends all of `from`, set to fill `place` of the whole picture, into what the bitmap holds of it. */
static void put(struct ready_picture *out, SDL_Surface *from, bool has_alpha, struct rect place)
{
    struct size size = bitmap_size(out->bitmap);
    struct rect cut = {out->at.x, out->at.y, size.w, size.h};
    struct rect area = rect_intersect(place, cut);
    if (rect_is_empty(area)) {
        return;
    }
    double step_x = (double)from->w / place.w;
    double step_y = (double)from->h / place.h;
    struct picture_view view = {(area.x - place.x) * step_x, (area.y - place.y) * step_y,
                                area.w * step_x, area.h * step_y};
    struct pixels pixels = {from->pixels, {from->w, from->h}, from->pitch / 4, has_alpha};
    struct scaler *scaler = scaler_create(pixels, view, (struct size){area.w, area.h});
    uint32_t *row = memory_zeroed(memory_product((size_t)area.w, sizeof *row));
    for (int y = 0; y < area.h; y++) {
        scaler_row(scaler, y, row);
        uint32_t *to = bitmap_row(out->bitmap, area.y - cut.y + y) + (area.x - cut.x);
        row_blend_premultiplied(to, row, area.w);
    }
    free(row);
    scaler_destroy(scaler);
}

/* The layer's place in the whole picture, held to numbers that can be counted with. */
static struct rect place_of(const struct layer *layer, struct size whole)
{
    double limit = 16.0 * (whole.w > whole.h ? whole.w : whole.h);
    double sides[4] = {layer->x * whole.w, layer->y * whole.h, (layer->x + layer->w) * whole.w,
                       (layer->y + layer->h) * whole.h};
    int at[4];
    for (int i = 0; i < 4; i++) {
        at[i] = (int)lround(fmin(fmax(sides[i], -limit), limit));
    }
    return (struct rect){at[0], at[1], at[2] - at[0], at[3] - at[1]};
}

static void put_layers(const struct folder *folder, struct ready_picture *out, struct error *err)
{
    const struct picture *p = out->want.picture;
    for (int i = 0; i < p->layer_count; i++) {
        struct rect place = place_of(&p->layers[i], out->whole);
        if (rect_is_empty(place)) {
            continue;
        }
        bool has_alpha = false;
        SDL_Surface *pixels = picture_decode(folder, p->layers[i].file, &has_alpha, err);
        if (pixels) {
            put(out, pixels, has_alpha, place);
            SDL_FreeSurface(pixels);
        }
    }
}

bool picture_flatten(const struct folder *folder, struct picture_want want,
                     struct ready_picture *out, struct error *err)
{
    *out = (struct ready_picture){.want = want};
    if (want.dest.w < 1 || want.dest.h < 1 || want.dest.w > MEDIA_MAX_SIDE ||
        want.dest.h > MEDIA_MAX_SIDE) {
        return error_set(err, "no picture can be %d by %d pixels", want.dest.w, want.dest.h);
    }
    bool has_alpha = false;
    SDL_Surface *pixels = picture_decode(folder, want.picture->file, &has_alpha, err);
    if (!pixels) {
        return false;
    }
    out->whole = whole_of((struct size){pixels->w, pixels->h}, want);
    struct rect cut = want.picture->has_pan ? shown_ever(out) : shown_always(out);
    out->at = (struct point){cut.x, cut.y};
    out->bitmap = bitmap_create((struct size){cut.w, cut.h}, true);
    if (out->bitmap) {
        put(out, pixels, has_alpha, rect_of_size(out->whole));
    }
    /* Before the layers come, so that two decoded pictures never stand side by side. */
    SDL_FreeSurface(pixels);
    if (!out->bitmap) {
        return error_set(err, "no memory for picture \"%.*s\" at %d by %d pixels",
                         STR_ARG(want.picture->file), cut.w, cut.h);
    }
    put_layers(folder, out, err);
    return true;
}

/* ---- what is ready ---- */

struct picture_shot ready_picture_shot(const struct ready_picture *r, double t)
{
    struct picture_shot shot = {.bitmap = r->bitmap, .flat = {0, 0, 0, 255}};
    if (!r->bitmap) {
        return shot;
    }
    shot.view = view_whole(bitmap_size(r->bitmap));
    if (r->want.picture->has_pan) {
        shot.view = shown_at(r, t);
        shot.view.x -= r->at.x;
        shot.view.y -= r->at.y;
    }
    return shot;
}

struct tones ready_picture_tones(const struct ready_picture *r, struct rect region)
{
    struct rect dest = rect_of_size(r->want.dest);
    region = rect_intersect(region, dest);
    if (!r->bitmap || rect_is_empty(region)) {
        return (struct tones){0};
    }
    if (!r->want.picture->has_pan) {
        return bitmap_tones(r->bitmap, ready_picture_shot(r, 0).view, dest, region);
    }
    struct rect under = {0};
    for (int i = 0; i <= PAN_STEPS; i++) {
        struct picture_view v = ready_picture_shot(r, i / (double)PAN_STEPS).view;
        double step_x = v.w / dest.w;
        double step_y = v.h / dest.h;
        struct picture_view part = {v.x + region.x * step_x, v.y + region.y * step_y,
                                    region.w * step_x, region.h * step_y};
        under = rect_union(under, around(part));
    }
    under = rect_inset(under, -PAN_MARGIN_PX, -PAN_MARGIN_PX);
    struct rect all = rect_of_size(bitmap_size(r->bitmap));
    return bitmap_tones(r->bitmap, view_whole(bitmap_size(r->bitmap)), all, under);
}
