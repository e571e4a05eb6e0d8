/* The picture behind everything: cover fit, pan, near layers, what is in its air, and the cross-fade from the
 * one before. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "stage/air.h"
#include "stage/drawlist.h"
#include "stage/picture.h"

/* Regions of a page whose tones are asked for again with each frame: heads and foot, of what is shown and of
 * what is faded from, and some more. */
enum { BACKDROP_TONES = 8 };

struct backdrop {
    struct picture_cache *cache;
    struct size page;
    struct colour ground;        /* where there is no picture */
    bool still;                  /* no motion at all */
    bool loads_now;              /* no workers: what is to be shown is loaded when it is needed */
    const struct picture *shown; /* NULL: the flat ground */
    const struct picture *before; /* faded from */
    bool has_before, has_shown;  /* something stands in `before`, `shown` */
    int64_t shown_since_ms;
    struct air_shapes air;
    struct {
        const struct picture *picture; /* at one size the same region always has the same */
        struct size page;
        struct rect region;
        struct tones tones;
    } known[BACKDROP_TONES];
    int known_next;
    bool waiting; /* what is wanted is still being decoded; `shown` stays */
};

enum { FADE_MS = 500, FADE_FRAME_MS = 16, PAN_FRAME_MS = 40 };

void backdrop_finish(struct backdrop *b);

/* Takes the picture to show now. Loads it at once only where nothing else can be shown. */
void backdrop_set(struct backdrop *b, const struct picture *picture, int64_t now_ms);

/* Draws the whole page. Returns in how many ms the next frame is due because something moves; 0:
 * nothing does. */
int backdrop_draw(struct backdrop *b, struct drawlist *list, int64_t now_ms);

/* Tones beneath a region of the page, over all of a pan and a fade under way. */
struct tones backdrop_tones(struct backdrop *b, struct rect region, int64_t now_ms);

/* Did the picture that should be shown fail? Then its alt text stands in its place. */
bool backdrop_failed(const struct backdrop *b);
