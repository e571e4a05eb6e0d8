#include "stage/map_ink.h"

#include <math.h>

/* Draws the strokes of one style with lines `width` px wide. */
typedef void (*stroke_fn)(struct mask *m, struct way way, double width, double grown);

static struct rect box_of(struct way way, double reach)
{
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (int i = 0; i < way.count; i++) {
        left = fmin(left, way.points[i].x);
        right = fmax(right, way.points[i].x);
        top = fmin(top, way.points[i].y);
        bottom = fmax(bottom, way.points[i].y);
    }
    if (!(left <= right && top <= bottom)) {
        return (struct rect){0};
    }
    int x = (int)floor(left - reach);
    int y = (int)floor(top - reach);
    return (struct rect){x, y, (int)ceil(right + reach) - x, (int)ceil(bottom + reach) - y};
}

struct rect map_ink_leg_box(struct way way, double width)
{
    return box_of(way, 4 * width);
}

/* --- along a way --- */

static double step_length(struct way way, int i)
{
    return hypot(way.points[i].x - way.points[i - 1].x, way.points[i].y - way.points[i - 1].y);
}

static double length_of(struct way way)
{
    double length = 0;
    for (int i = 1; i < way.count; i++) {
        length += step_length(way, i);
    }
    return length;
}

/* The point `far` px along; `*toward_out` is the direction there, of length 1. */
static struct spot along(struct way way, double far, struct spot *toward_out)
{
    struct spot at = way.points[0];
    *toward_out = (struct spot){1, 0};
    for (int i = 1; i < way.count; i++) {
        double step = step_length(way, i);
        if (step <= 0) {
            continue;
        }
        struct spot from = way.points[i - 1];
        struct spot to = way.points[i];
        double t = far < step ? far / step : 1;
        *toward_out = (struct spot){(to.x - from.x) / step, (to.y - from.y) / step};
        at = (struct spot){from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
        if (far <= step) {
            break;
        }
        far -= step;
    }
    return at;
}

/* The part between two distances, as a line. */
static void piece(struct mask *m, struct way way, double from, double to, double width)
{
    double most = 3; /* px: short enough to follow any bend */
    struct spot toward;
    struct spot a = along(way, from, &toward);
    int steps = (int)ceil((to - from) / most);
    for (int i = 1; i <= steps; i++) {
        struct spot b = along(way, from + (to - from) * i / steps, &toward);
        mask_line(m, a, b, width);
        a = b;
    }
}

/* --- styles --- */

static void plain(struct mask *m, struct way way, double width, double grown)
{
    for (int i = 1; i < way.count; i++) {
        mask_line(m, way.points[i - 1], way.points[i], width + grown);
    }
}

static void dashes(struct mask *m, struct way way, double width, double grown)
{
    double length = length_of(way);
    int count = (int)fmax(lround(length / (width * 4.4)), 1);
    for (int i = 0; i < count; i++) {
        double from = length * (i + 0.22) / count;
        piece(m, way, from, length * (i + 0.78) / count, width + grown);
    }
}

static void dots(struct mask *m, struct way way, double width, double grown)
{
    double length = length_of(way);
    int count = (int)fmax(lround(length / (width * 2.6)), 1);
    struct spot toward;
    for (int i = 0; i <= count; i++) {
        mask_disc(m, along(way, length * i / count, &toward), (width * 1.15 + grown) / 2);
    }
}

static void sleepers(struct mask *m, struct way way, double width, double grown)
{
    double length = length_of(way);
    int count = (int)fmax(lround(length / (width * 3.2)), 1);
    plain(m, way, width * 0.7, grown);
    for (int i = 0; i < count; i++) {
        struct spot toward;
        struct spot at = along(way, length * (i + 0.5) / count, &toward);
        struct spot aside = {-toward.y * width * 1.3, toward.x * width * 1.3};
        mask_line(m, (struct spot){at.x - aside.x, at.y - aside.y}, (struct spot){at.x + aside.x, at.y + aside.y},
                  width * 0.7 + grown);
    }
}

static void twofold(struct mask *m, struct way way, double width, double grown)
{
    for (int i = 1; i < way.count; i++) {
        double step = step_length(way, i);
        if (step <= 0) {
            continue;
        }
        struct spot from = way.points[i - 1];
        struct spot to = way.points[i];
        struct spot aside = {-(to.y - from.y) / step * width * 0.8, (to.x - from.x) / step * width * 0.8};
        for (int sign = -1; sign <= 1; sign += 2) {
            mask_line(m, (struct spot){from.x + sign * aside.x, from.y + sign * aside.y},
                      (struct spot){to.x + sign * aside.x, to.y + sign * aside.y}, width * 0.6 + grown);
        }
    }
}

static stroke_fn style_of(enum travel by)
{
    switch (by) {
    case BY_FOOT:
        return dashes;
    case BY_RAIL:
        return sleepers;
    case BY_RIVER:
        return twofold;
    case BY_AIR:
        return dots;
    case BY_ROAD:
    case BY_NONE:
        break;
    }
    return plain;
}

static void ink_strokes(struct bitmap *b, struct way way, stroke_fn stroke, double width, double grown,
                        struct colour ink, struct arena *a)
{
    struct rect box = rect_intersect(map_ink_leg_box(way, width), rect_of_size(bitmap_size(b)));
    if (rect_is_empty(box)) {
        return;
    }
    struct spot *moved = arena_new(a, struct spot, (size_t)way.count);
    for (int i = 0; i < way.count; i++) {
        moved[i] = (struct spot){way.points[i].x - box.x, way.points[i].y - box.y};
    }
    struct mask m = mask_make((struct size){box.w, box.h}, a);
    stroke(&m, (struct way){moved, way.count}, width, grown);
    bitmap_ink(b, &m, (struct point){box.x, box.y}, ink);
}

void map_ink_leg(struct bitmap *b, struct way way, enum travel by, double width, const struct map_inks *inks,
                 struct arena *a)
{
    if (way.count < 2 || length_of(way) < 1) {
        return;
    }
    stroke_fn stroke = style_of(by);
    ink_strokes(b, way, stroke, width, width * 1.1, inks->casing, a);
    ink_strokes(b, way, stroke, width, 0, inks->road, a);
}

void map_ink_direct(struct bitmap *b, struct way way, double width, const struct map_inks *inks, struct arena *a)
{
    if (way.count >= 2) {
        ink_strokes(b, way, plain, width, 0, inks->direct, a);
    }
}

/* --- marks --- */

static void ink_disc(struct bitmap *b, struct spot at, double radius, bool is_glow, struct colour ink, struct arena *a)
{
    int side = 2 * (int)ceil(radius) + 4;
    struct point corner = {(int)floor(at.x) - side / 2, (int)floor(at.y) - side / 2};
    struct spot middle = {at.x - corner.x, at.y - corner.y};
    struct mask m = mask_make((struct size){side, side}, a);
    if (is_glow) {
        mask_glow(&m, middle, radius);
    } else {
        mask_disc(&m, middle, radius);
    }
    bitmap_ink(b, &m, corner, ink);
}

void map_ink_mark(struct bitmap *b, struct map_mark mark, const struct map_inks *inks, struct arena *a)
{
    struct colour light = inks->road;
    light.a = 70;
    double ring = fmax(mark.radius * 0.16, 1.5);
    ink_disc(b, mark.at, mark.light, true, light, a);
    ink_disc(b, mark.at, mark.radius + ring, false, inks->casing, a);
    ink_disc(b, mark.at, mark.radius, false, inks->road, a);
    if (!mark.is_here) {
        ink_disc(b, mark.at, mark.radius - ring, false, inks->mark, a);
    }
}
