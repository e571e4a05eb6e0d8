#include "stage/mask.h"

#include <math.h>

#define RADIANS_A_DEGREE 0.017453292519943295

struct mask mask_make(struct size size, struct arena *a)
{
    size_t count = size.w > 0 && size.h > 0 ? (size_t)size.w * (size_t)size.h : 0;
    return (struct mask){count ? size : (struct size){0}, arena_new(a, uint8_t, count)};
}

/* --- shapes --- */

static struct rect box_round(const struct mask *m, double left, double top, double right, double bottom)
{
    struct rect whole = rect_of_size(m->size);
    double far = 2.0 * (whole.w + whole.h) + 2;
    if (!(left > -far && top > -far && right < far && bottom < far)) {
        return whole; /* so large, or not even a number: every pixel is asked */
    }
    int x = (int)floor(left);
    int y = (int)floor(top);
    return rect_intersect(whole, (struct rect){x, y, (int)ceil(right) - x, (int)ceil(bottom) - y});
}

static void cover(struct mask *m, int x, int y, double part)
{
    if (part <= 0) {
        return;
    }
    uint8_t *pixel = &m->pixels[(size_t)y * (size_t)m->size.w + (size_t)x];
    uint8_t covered = part >= 1 ? 255 : (uint8_t)lround(part * 255);
    *pixel = covered > *pixel ? covered : *pixel;
}

static double smooth(double t)
{
    return t <= 0 ? 0 : (t >= 1 ? 1 : t * t * (3 - 2 * t));
}

static double distance_to_line(struct spot p, struct spot a, struct spot b)
{
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double length = dx * dx + dy * dy;
    double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
    t = t < 0 ? 0 : (t > 1 ? 1 : t);
    return hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

void mask_line(struct mask *m, struct spot a, struct spot b, double width)
{
    double reach = width / 2 + 1;
    struct rect box = box_round(m, fmin(a.x, b.x) - reach, fmin(a.y, b.y) - reach, fmax(a.x, b.x) + reach,
                                fmax(a.y, b.y) + reach);
    for (int y = box.y; y < box.y + box.h; y++) {
        for (int x = box.x; x < box.x + box.w; x++) {
            double away = distance_to_line((struct spot){x + 0.5, y + 0.5}, a, b);
            double edge = width / 2 + 0.5 - away;
            cover(m, x, y, width < 1 ? fmin(edge, width) : edge);
        }
    }
}

void mask_disc(struct mask *m, struct spot middle, double radius)
{
    mask_line(m, middle, middle, 2 * radius);
}

void mask_glow(struct mask *m, struct spot middle, double radius)
{
    struct rect box = box_round(m, middle.x - radius, middle.y - radius, middle.x + radius, middle.y + radius);
    for (int y = box.y; y < box.y + box.h; y++) {
        for (int x = box.x; x < box.x + box.w; x++) {
            double away = hypot(x + 0.5 - middle.x, y + 0.5 - middle.y);
            cover(m, x, y, smooth(1 - away / radius));
        }
    }
}

/* Back from the page into what was turned. */
static struct spot turned_back(struct spot p, struct spot pivot, double angle_deg)
{
    double s = sin(angle_deg * RADIANS_A_DEGREE);
    double c = cos(angle_deg * RADIANS_A_DEGREE);
    double dx = p.x - pivot.x;
    double dy = p.y - pivot.y;
    return (struct spot){pivot.x + dx * c + dy * s, pivot.y - dx * s + dy * c};
}

void mask_plate(struct mask *m, struct spot middle, struct spot half, double angle_deg, double fade)
{
    double reach = hypot(half.x, half.y) + fade;
    struct rect box = box_round(m, middle.x - reach, middle.y - reach, middle.x + reach, middle.y + reach);
    for (int y = box.y; y < box.y + box.h; y++) {
        for (int x = box.x; x < box.x + box.w; x++) {
            struct spot p = turned_back((struct spot){x + 0.5, y + 0.5}, middle, angle_deg);
            double dx = fmax(fabs(p.x - middle.x) - half.x, 0);
            double dy = fmax(fabs(p.y - middle.y) - half.y, 0);
            double away = hypot(dx, dy);
            cover(m, x, y, away <= 0 ? 1 : (fade > 0 ? smooth(1 - away / fade) : 0));
        }
    }
}

static double stamp_at(struct stamp s, int x, int y)
{
    bool inside = x >= 0 && y >= 0 && x < s.size.w && y < s.size.h;
    return inside ? s.pixels[(size_t)y * (size_t)s.size.w + (size_t)x] : 0;
}

/* Between the four pixels round it; exactly one of them where nothing is turned. */
static double stamp_between(struct stamp s, double x, double y)
{
    int left = (int)floor(x);
    int top = (int)floor(y);
    double right_part = x - left;
    double low_part = y - top;
    double upper = stamp_at(s, left, top) * (1 - right_part) + stamp_at(s, left + 1, top) * right_part;
    double lower = stamp_at(s, left, top + 1) * (1 - right_part) + stamp_at(s, left + 1, top + 1) * right_part;
    return upper * (1 - low_part) + lower * low_part;
}

void mask_stamp(struct mask *m, struct stamp stamp, struct spot at, struct spot pivot, double angle_deg)
{
    double far_x = fmax(fabs(at.x - pivot.x), fabs(at.x + stamp.size.w - pivot.x));
    double far_y = fmax(fabs(at.y - pivot.y), fabs(at.y + stamp.size.h - pivot.y));
    double reach = hypot(far_x, far_y) + 1;
    struct rect box = box_round(m, pivot.x - reach, pivot.y - reach, pivot.x + reach, pivot.y + reach);
    for (int y = box.y; y < box.y + box.h; y++) {
        for (int x = box.x; x < box.x + box.w; x++) {
            struct spot p = turned_back((struct spot){x + 0.5, y + 0.5}, pivot, angle_deg);
            double u = p.x - at.x - 0.5;
            double v = p.y - at.y - 0.5;
            if (u > -1 && v > -1 && u < stamp.size.w && v < stamp.size.h) {
                cover(m, x, y, stamp_between(stamp, u, v) / 255);
            }
        }
    }
}

/* --- rims --- */

/* The greatest of each pixel and its neighbours up to `px` away along a row or a column. */
static void grow_line(const uint8_t *from, uint8_t *to, int count, size_t step, int px)
{
    for (int i = 0; i < count; i++) {
        uint8_t most = 0;
        int first = i - px > 0 ? i - px : 0;
        int last = i + px < count - 1 ? i + px : count - 1;
        for (int j = first; j <= last; j++) {
            uint8_t here = from[(size_t)j * step];
            most = here > most ? here : most;
        }
        to[(size_t)i * step] = most;
    }
}

void mask_grow(struct mask *m, int px, struct arena *a)
{
    size_t w = (size_t)m->size.w;
    uint8_t *wider = arena_new(a, uint8_t, w * (size_t)m->size.h);
    for (int y = 0; y < m->size.h; y++) {
        grow_line(m->pixels + (size_t)y * w, wider + (size_t)y * w, m->size.w, 1, px);
    }
    for (int x = 0; x < m->size.w; x++) {
        grow_line(wider + x, m->pixels + x, m->size.h, w, px);
    }
}

/* --- ink --- */

static uint32_t over_opaque(uint32_t below, struct colour ink, unsigned alpha)
{
    unsigned rest = 255 - alpha;
    unsigned r = (ink.r * alpha + ((below >> 16) & 255) * rest + 127) / 255;
    unsigned g = (ink.g * alpha + ((below >> 8) & 255) * rest + 127) / 255;
    unsigned b = (ink.b * alpha + (below & 255) * rest + 127) / 255;
    return (below & 0xFF000000) | r << 16 | g << 8 | b;
}

/* Porter and Duff's "over" (1984), on colours that are not multiplied by their alpha. */
static uint32_t over_clear(uint32_t below, struct colour ink, unsigned alpha)
{
    unsigned kept = ((below >> 24) * (255 - alpha) + 127) / 255;
    unsigned whole = alpha + kept;
    if (whole == 0) {
        return below;
    }
    unsigned r = (ink.r * alpha + ((below >> 16) & 255) * kept + whole / 2) / whole;
    unsigned g = (ink.g * alpha + ((below >> 8) & 255) * kept + whole / 2) / whole;
    unsigned b = (ink.b * alpha + (below & 255) * kept + whole / 2) / whole;
    return (uint32_t)whole << 24 | r << 16 | g << 8 | b;
}

void bitmap_ink(struct bitmap *b, const struct mask *m, struct point at, struct colour ink)
{
    struct rect there = rect_moved(rect_of_size(m->size), at.x, at.y);
    struct rect box = rect_intersect(rect_of_size(bitmap_size(b)), there);
    bool is_opaque = bitmap_is_opaque(b);
    for (int y = box.y; y < box.y + box.h; y++) {
        uint32_t *row = bitmap_row(b, y);
        const uint8_t *covered = m->pixels + (size_t)(y - at.y) * (size_t)m->size.w;
        for (int x = box.x; x < box.x + box.w; x++) {
            unsigned alpha = (covered[x - at.x] * ink.a + 127u) / 255;
            if (alpha) {
                row[x] = is_opaque ? over_opaque(row[x], ink, alpha) : over_clear(row[x], ink, alpha);
            }
        }
    }
}
