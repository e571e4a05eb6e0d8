#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "stage/painter_rows.h"
#include "stage/picture.h"
#include "stage/picture_decode.h"
#include "stage/picture_finish.h"
#include "stage/picture_ready.h"
#include "stage/picture_scale.h"


/* ---- what a picture can show ---- */

/* What is shown of `whole` at any time of the pan. */
static struct rect shown_ever(const struct ready_picture *r)
{
    struct rect all = {0};
    for (int i = 0; i <= PAN_STEPS; i++) {
        all = rect_union(all, picture_around(picture_shown_at(r, i / (double)PAN_STEPS)));
    }
    return rect_intersect(rect_inset(all, -PAN_MARGIN_PX, -PAN_MARGIN_PX), rect_of_size(r->whole));
}

/* Without a pan the view is of exactly the destination's size; it starts at a whole pixel. */
static struct rect shown_always(const struct ready_picture *r)
{
    struct picture_view v = picture_shown_at(r, 0);
    struct size dest = r->want.dest;
    int x = (int)lround(v.x);
    int y = (int)lround(v.y);
    x = x > r->whole.w - dest.w ? r->whole.w - dest.w : x;
    y = y > r->whole.h - dest.h ? r->whole.h - dest.h : y;
    return (struct rect){x < 0 ? 0 : x, y < 0 ? 0 : y, dest.w, dest.h};
}

/* A pan comes nearer by a tenth or so: the pixels for that would cost every picture a quarter more memory,
 * and nobody sees them missing. */
static double scale_of(struct size file, struct picture_want want)
{
    return fmax((double)want.dest.w / file.w, (double)want.dest.h / file.h);
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

/* Pixels being put together: a part of the whole picture. */
struct plane {
    struct bitmap *bitmap; /* clear ones hold premultiplied pixels until they are finished */
    struct rect at;
};

/* Blends all of `from`, set to fill `place` of the whole picture, into what the plane holds of it. */
static void put(const struct plane *plane, const struct pixels *from, struct rect place)
{
    struct rect area = rect_intersect(place, plane->at);
    if (rect_is_empty(area)) {
        return;
    }
    double step_x = (double)from->size.w / place.w;
    double step_y = (double)from->size.h / place.h;
    struct picture_view view = {(area.x - place.x) * step_x, (area.y - place.y) * step_y,
                                area.w * step_x, area.h * step_y};
    struct scaler *scaler = scaler_create(*from, view, (struct size){area.w, area.h});
    uint32_t *row = memory_zeroed(memory_product((size_t)area.w, sizeof *row));
    for (int y = 0; y < area.h; y++) {
        scaler_row(scaler, y, row);
        uint32_t *to = bitmap_row(plane->bitmap, area.y - plane->at.y + y) + (area.x - plane->at.x);
        if (bitmap_is_opaque(plane->bitmap)) {
            row_blend_premultiplied(to, row, area.w);
        } else {
            row_over_premultiplied(to, row, area.w);
        }
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

static struct size whole_for(struct size file, const void *self)
{
    return whole_of(file, *(const struct picture_want *)self);
}

static struct size size_of_place(struct size file, const void *self)
{
    (void)file;
    const struct rect *place = self;
    return (struct size){place->w, place->h};
}

static void put_layers(const struct picture_source *source, struct ready_picture *out, const struct plane *plane,
                       int from, int to, struct error *err)
{
    const struct picture *p = out->want.picture;
    for (int i = from; i < to; i++) {
        struct rect place = place_of(&p->layers[i], out->whole);
        if (rect_is_empty(rect_intersect(place, plane->at))) {
            continue;
        }
        struct decoded layer;
        if (picture_decode(source->folder, p->layers[i].file, (struct decode_size){size_of_place, &place},
                           source->decoder, &layer, err)) {
            put(plane, &layer.pixels, place);
            layer.release(&layer);
        }
    }
}

/* ---- the near plane ---- */

/* The first of the layers that move by themselves; all from there on are drawn before what is behind. */
static int first_near(const struct picture *p)
{
    int i = 0;
    while (p->has_pan && i < p->layer_count && p->layers[i].depth < PICTURE_NEAR_DEPTH) {
        i++;
    }
    return p->has_pan ? i : p->layer_count;
}

static uint32_t unmultiplied(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24;
    if (alpha == 0 || alpha == 255) {
        return pixel;
    }
    uint32_t out = alpha << 24;
    for (int shift = 0; shift <= 16; shift += 8) {
        uint32_t value = ((pixel >> shift & 255) * 255 + alpha / 2) / alpha;
        out |= (value < 255 ? value : 255) << shift;
    }
    return out;
}

/* A clear pixel takes the colour of one beside it: they are mixed where the plane is shown larger, and black
 * would leave a rim. */
static void bleed(struct bitmap *b)
{
    struct size size = bitmap_size(b);
    for (int y = 0; y < size.h; y++) {
        uint32_t *row = bitmap_row(b, y);
        const uint32_t *above = y > 0 ? bitmap_row_const(b, y - 1) : row;
        const uint32_t *below = y + 1 < size.h ? bitmap_row_const(b, y + 1) : row;
        for (int x = 0; x < size.w; x++) {
            if (row[x] >> 24) {
                continue;
            }
            uint32_t beside[] = {x + 1 < size.w ? row[x + 1] : 0, x > 0 ? row[x - 1] : 0, above[x], below[x]};
            uint32_t colour = 0;
            for (int i = 0; i < 4 && colour == 0; i++) {
                colour = beside[i] >> 24 ? beside[i] & 0xFFFFFF : 0;
            }
            if (colour) {
                row[x] = colour;
            }
        }
    }
}

static void straighten(struct bitmap *b)
{
    struct size size = bitmap_size(b);
    for (int y = 0; y < size.h; y++) {
        uint32_t *row = bitmap_row(b, y);
        for (int x = 0; x < size.w; x++) {
            if (row[x]) { /* what was never written to takes no memory */
                row[x] = unmultiplied(row[x]);
            }
        }
    }
    bleed(b);
}

/* Without memory for it the layers are simply not there: the picture behind them stands. */
static void put_near(const struct picture_source *source, struct ready_picture *out, struct rect cut, int first,
                     struct error *err)
{
    const struct picture *p = out->want.picture;
    struct plane plane = {0};
    for (int i = first; i < p->layer_count; i++) {
        plane.at = rect_union(plane.at, place_of(&p->layers[i], out->whole));
        out->near.depth = fmax(out->near.depth, p->layers[i].depth);
    }
    plane.at = rect_intersect(plane.at, cut);
    plane.bitmap = rect_is_empty(plane.at) ? NULL : bitmap_create((struct size){plane.at.w, plane.at.h}, false);
    if (!plane.bitmap) {
        return;
    }
    put_layers(source, out, &plane, first, p->layer_count, err);
    straighten(plane.bitmap);
    out->near.bitmap = plane.bitmap;
    out->near.at = (struct point){plane.at.x, plane.at.y};
}

/* ---- the whole of it ---- */

/* What was decoded just as it is shown need not be copied. NULL where there is no memory for it. */
static struct bitmap *ground(struct decoded *base, struct size whole, struct rect cut)
{
    if (base->bitmap && !base->pixels.has_alpha && size_same(base->pixels.size, whole) &&
        rect_same(cut, rect_of_size(whole))) {
        return bitmap_keep(base->bitmap);
    }
    struct plane plane = {bitmap_create((struct size){cut.w, cut.h}, true), cut};
    if (plane.bitmap) {
        put(&plane, &base->pixels, rect_of_size(whole));
    }
    return plane.bitmap;
}

static void finish(struct ready_picture *out, struct rect cut)
{
    if (out->want.picture->kind != KIND_ILLUSTRATION) {
        return; /* a photograph or a map is shown as it is */
    }
    picture_finish(out->bitmap, out->at, cut);
    if (out->near.bitmap) {
        picture_finish(out->near.bitmap, out->near.at, cut);
    }
}

bool picture_flatten(const struct picture_source *source, struct picture_want want,
                     struct ready_picture *out, struct error *err)
{
    *out = (struct ready_picture){.want = want};
    if (want.dest.w < 1 || want.dest.h < 1 || want.dest.w > MEDIA_MAX_SIDE ||
        want.dest.h > MEDIA_MAX_SIDE) {
        return error_set(err, "no picture can be %d by %d pixels", want.dest.w, want.dest.h);
    }
    struct decoded base;
    if (!picture_decode(source->folder, want.picture->file, (struct decode_size){whole_for, &want}, source->decoder,
                        &base, err)) {
        return false;
    }
    out->whole = whole_of(base.pixels.size, want);
    struct rect cut = want.picture->has_pan ? shown_ever(out) : shown_always(out);
    out->at = (struct point){cut.x, cut.y};
    out->bitmap = ground(&base, out->whole, cut);
    /* Before the layers come, so that two decoded pictures never stand side by side. */
    base.release(&base);
    if (!out->bitmap) {
        return error_set(err, "no memory for picture \"%.*s\" at %d by %d pixels",
                         STR_ARG(want.picture->file), cut.w, cut.h);
    }
    struct plane plane = {out->bitmap, cut};
    int near = first_near(want.picture);
    put_layers(source, out, &plane, 0, near, err);
    put_near(source, out, cut, near, err);
    finish(out, cut);
    return true;
}
