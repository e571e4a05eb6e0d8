#include "stage/picture_ready.h"

#include <math.h>

/* How much larger the nearest layers are shown when a pan begins: art direction, 3. */
#define PARALLAX 0.06

void ready_picture_release(struct ready_picture *r)
{
    bitmap_release(r->bitmap);
    bitmap_release(r->near.bitmap);
    *r = (struct ready_picture){0};
}

struct picture_view picture_shown_at(const struct ready_picture *r, double t)
{
    const struct picture *p = r->want.picture;
    if (!p->has_pan) {
        return cover_view(r->whole, r->want.dest, p->focus);
    }
    return cover_view_pan(r->whole, r->want.dest, p->focus, p->pan.from, p->pan.to, t);
}

struct rect picture_around(struct picture_view v)
{
    int left = (int)floor(v.x);
    int top = (int)floor(v.y);
    return (struct rect){left, top, (int)ceil(v.x + v.w) - left, (int)ceil(v.y + v.h) - top};
}

struct picture_shot ready_picture_shot(const struct ready_picture *r, double t)
{
    struct picture_shot shot = {.bitmap = r->bitmap, .flat = {0, 0, 0, 255}};
    if (!r->bitmap) {
        return shot;
    }
    shot.view = view_whole(bitmap_size(r->bitmap));
    if (r->want.picture->has_pan) {
        shot.view = picture_shown_at(r, t);
        shot.view.x -= r->at.x;
        shot.view.y -= r->at.y;
    }
    return shot;
}

/* The near plane is larger about the focus and settles to its own size: towards the edges it only ever moves
 * outwards, so that no layer's end comes into sight. */
static double near_zoom(const struct ready_picture *r, double t)
{
    t = fmin(fmax(t, 0), 1);
    return 1 + PARALLAX * fmin(fmax(r->near.depth, 0), 1) * (1 - t * t * (3 - 2 * t));
}

/* Of the near bitmap, what fills the page; it may reach beyond the bitmap. */
static struct picture_view near_view(const struct ready_picture *r, double t)
{
    const double *focus = r->want.picture->focus;
    double zoom = near_zoom(r, t);
    struct picture_view v = picture_shown_at(r, t);
    double x = focus[0] * r->whole.w;
    double y = focus[1] * r->whole.h;
    return (struct picture_view){x + (v.x - x) / zoom - r->near.at.x, y + (v.y - y) / zoom - r->near.at.y,
                                 v.w / zoom, v.h / zoom};
}

bool ready_picture_near(const struct ready_picture *r, double t, struct picture_shot *shot_out,
                        struct rect *dest_out)
{
    if (!r->near.bitmap) {
        return false;
    }
    struct size page = r->want.dest;
    struct size size = bitmap_size(r->near.bitmap);
    struct picture_view v = near_view(r, t);
    double step_x = v.w / page.w;
    double step_y = v.h / page.h;
    int left = (int)fmax(ceil(-v.x / step_x - 1e-6), 0);
    int top = (int)fmax(ceil(-v.y / step_y - 1e-6), 0);
    int right = (int)fmin(floor((size.w - v.x) / step_x + 1e-6), page.w);
    int bottom = (int)fmin(floor((size.h - v.y) / step_y + 1e-6), page.h);
    *dest_out = (struct rect){left, top, right - left, bottom - top};
    *shot_out = (struct picture_shot){
        .bitmap = r->near.bitmap,
        .view = {v.x + left * step_x, v.y + top * step_y, dest_out->w * step_x, dest_out->h * step_y},
    };
    return !rect_is_empty(*dest_out);
}

/* What part of a bitmap may come to lie under `region` during the pan. */
static struct rect ever_under(const struct ready_picture *r, struct rect region, bool is_near)
{
    struct size dest = r->want.dest;
    struct rect under = {0};
    for (int i = 0; i <= PAN_STEPS; i++) {
        double t = i / (double)PAN_STEPS;
        struct picture_view v = is_near ? near_view(r, t) : ready_picture_shot(r, t).view;
        double step_x = v.w / dest.w;
        double step_y = v.h / dest.h;
        struct picture_view part = {v.x + region.x * step_x, v.y + region.y * step_y,
                                    region.w * step_x, region.h * step_y};
        under = rect_union(under, picture_around(part));
    }
    return rect_inset(under, -PAN_MARGIN_PX, -PAN_MARGIN_PX);
}

static struct tones tones_within(const struct bitmap *b, struct rect part)
{
    struct size size = bitmap_size(b);
    return bitmap_tones(b, view_whole(size), rect_of_size(size), part);
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
    struct tones tones = tones_within(r->bitmap, ever_under(r, region, false));
    if (r->near.bitmap) {
        tones = tones_join(tones, tones_within(r->near.bitmap, ever_under(r, region, true)));
    }
    return tones;
}
