/* How much of a map is shown, and how large, so that what matters on it is in sight. */
#pragma once

#include "stage/geometry.h"

/* In parts of the picture. */
struct map_box {
    double left, top, right, bottom;
};

struct map_fit {
    struct size whole; /* all of the picture, at the scale it is shown at */
    struct rect seen;  /* the part of it on show, inside `whole` and no larger than the area */
};

/* Fills the area with as much of the map as its shape takes in, round what must be seen; where that does
 * not fit with `margin_px` round it, the map is shown smaller, and whole at the last. `shape` is the
 * picture's height in parts of its width. */
struct map_fit map_fit(struct size area, double shape, struct map_box held, int margin_px);
