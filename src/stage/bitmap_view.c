#include <math.h>

#include "stage/bitmap.h"

struct picture_view view_whole(struct size bitmap)
{
    return (struct picture_view){0, 0, bitmap.w, bitmap.h};
}

bool view_same(struct picture_view a, struct picture_view b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static double clamp(double v, double low, double high)
{
    /* In this order a NaN becomes `low`. */
    return v > low ? (v < high ? v : high) : low;
}

/* A view of the shape of `dest`, `zoom` times as near as the cover fit, about a point in pixels. */
static struct picture_view view_about(struct size whole, struct size dest, double zoom, double x,
                                      double y)
{
    double scale = fmax((double)dest.w / whole.w, (double)dest.h / whole.h) * zoom;
    struct picture_view v = {.w = fmin(dest.w / scale, whole.w), .h = fmin(dest.h / scale, whole.h)};
    v.x = clamp(x - v.w / 2, 0, whole.w - v.w);
    v.y = clamp(y - v.h / 2, 0, whole.h - v.h);
    return v;
}

struct picture_view cover_view(struct size whole, struct size dest, const double focus[2])
{
    if (whole.w <= 0 || whole.h <= 0 || dest.w <= 0 || dest.h <= 0) {
        return view_whole(whole);
    }
    return view_about(whole, dest, 1, clamp(focus[0], 0, 1) * whole.w,
                      clamp(focus[1], 0, 1) * whole.h);
}

struct picture_view cover_view_pan(struct size whole, struct size dest, const double focus[2],
                                   const double from[3], const double to[3], double t)
{
    if (whole.w <= 0 || whole.h <= 0 || dest.w <= 0 || dest.h <= 0) {
        return view_whole(whole);
    }
    t = clamp(t, 0, 1);
    t = t * t * (3 - 2 * t);
    double zoom = fmax(from[2] + (to[2] - from[2]) * t, 1);
    double x = clamp(from[0] + (to[0] - from[0]) * t, 0, 1) * whole.w;
    double y = clamp(from[1] + (to[1] - from[1]) * t, 0, 1) * whole.h;
    struct picture_view v = view_about(whole, dest, zoom, x, y);
    double focus_x = clamp(focus[0], 0, 1) * whole.w;
    double focus_y = clamp(focus[1], 0, 1) * whole.h;
    v.x = clamp(v.x, fmax(focus_x - v.w, 0), fmin(focus_x, whole.w - v.w));
    v.y = clamp(v.y, fmax(focus_y - v.h, 0), fmin(focus_y, whole.h - v.h));
    return v;
}
