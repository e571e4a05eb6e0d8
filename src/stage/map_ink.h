/* The road on a map, as lines and marks on a bitmap. How one went is told by the style of the line, not by
 * its colour: dashes on foot, a plain line by road, sleepers by rail, a double line by river, dots by air. */
#pragma once

#include "stage/mask.h"
#include "stage/palette.h"
#include "story/story.h"

/* A leg's way across the bitmap, in px, in order. */
struct way {
    const struct spot *points;
    int count;
};

/* Everything that map_ink_leg would touch. */
struct rect map_ink_leg_box(struct way way, double width);
/* A line of `width` px with a dark rim. */
void map_ink_leg(struct bitmap *b, struct way way, enum travel by, double width, const struct map_inks *inks,
                 struct arena *a);
/* The straight line beside the road: thin and pale. */
void map_ink_direct(struct bitmap *b, struct way way, double width, const struct map_inks *inks, struct arena *a);

struct map_mark {
    struct spot at;
    double radius;
    double light; /* radius of the soft light round it */
    bool is_here; /* the end of the road: filled; else a ring */
};
/* A soft light round the mark, since no place on a road is told exactly; then the mark. */
void map_ink_mark(struct bitmap *b, struct map_mark mark, const struct map_inks *inks, struct arena *a);
