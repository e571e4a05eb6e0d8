#include "stage/map_fit.h"

#include <math.h>

/* A picture many times as high as wide, or the other way about, would take memory without bound. */
enum { MOST_TIMES_THE_AREA = 3 };

/* The width of the whole at which `part` of one side takes `room_px`. */
static double width_for(double room_px, double part)
{
    return part > 0 ? fmax(room_px, 1) / part : INFINITY;
}

static double width_of_whole(struct size area, double shape, struct map_box held, int margin_px)
{
    double across = area.w;
    double down = area.h / shape;
    double contain = fmin(across, down);
    double cover = fmax(across, down);
    if (cover / contain > MOST_TIMES_THE_AREA) {
        return contain;
    }
    double most = cover > across ? width_for(area.w - 2.0 * margin_px, held.right - held.left)
                                 : width_for(area.h - 2.0 * margin_px, (held.bottom - held.top) * shape);
    return fmax(contain, fmin(cover, most));
}

static int clamp(int v, int low, int high)
{
    return v < low ? low : (v > high ? high : v);
}

static int side(double px)
{
    return px < 1 ? 1 : (int)lround(px);
}

struct map_fit map_fit(struct size area, double shape, struct map_box held, int margin_px)
{
    double width = width_of_whole(area, shape, held, margin_px);
    struct map_fit fit = {.whole = {side(width), side(width * shape)}};
    fit.seen.w = fit.whole.w < area.w ? fit.whole.w : area.w;
    fit.seen.h = fit.whole.h < area.h ? fit.whole.h : area.h;
    int middle_x = side((held.left + held.right) / 2 * fit.whole.w);
    int middle_y = side((held.top + held.bottom) / 2 * fit.whole.h);
    fit.seen.x = clamp(middle_x - fit.seen.w / 2, 0, fit.whole.w - fit.seen.w);
    fit.seen.y = clamp(middle_y - fit.seen.h / 2, 0, fit.whole.h - fit.seen.h);
    return fit;
}
