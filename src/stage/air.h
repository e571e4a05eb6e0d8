/* What drifts before a picture: snow, rain, dust, petals. It slows down and settles after a minute; then
 * nothing moves, and nothing is drawn anew. */
#pragma once

#include <stdint.h>

#include "stage/drawlist.h"
#include "story/story.h"

enum { AIR_SETTLED_MS = 60000, AIR_SIZES = 3 };

/* Zeroed holds nothing yet. */
struct air_shapes {
    struct size page;
    enum air kind;
    struct bitmap *bitmaps[AIR_SIZES];
};

void air_finish(struct air_shapes *s);

/* Adds it to the list, faint at first, as it is `elapsed_ms` after its picture came; AIR_SETTLED_MS is how it
 * rests. False once it does. */
bool air_draw(struct air_shapes *s, struct drawlist *list, enum air kind, int64_t elapsed_ms);

/* The most that it can lighten or darken what it is drawn over. */
struct tones air_tones(enum air kind, struct tones under);
