/* The picture behind everything: cover fit, pan, near layers, what is in its air, and the cross-fade from the
 * one before. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "stage/air.h"
#include "stage/drawlist.h"
#include "stage/drift.h"
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
    bool has_shown;              /* something stands in `shown` */
    int64_t shown_since_ms;
    struct {
        bool is_on;
        struct drawlist was; /* the page as it was */
        struct ready_picture of; /* the picture it shows, {0}: none; its bitmaps are kept */
        bool is_mixed;       /* it is the midst of another fade */
        struct bitmap *from; /* the page painted, and as it will be; NULL until they are needed */
        struct bitmap *to;
    } fade; /* both whole pages, since what is on them stands still meanwhile: a frame mixes two rows for each line */
    int64_t moves_from_ms; /* when what is shown begins to move: the fade is over */
    bool drifts;           /* with the frame drawn last something moved by itself, beside a fade */
    struct drift drift;    /* how often that is drawn */
    int64_t drawn_ms;      /* as it was at this time; 0: not yet */
    struct air_shapes air;
    struct {
        const void *of; /* a picture: at one size the same region always has the same; or the page faded from */
        struct size page;
        struct rect region;
        struct tones tones;
    } known[BACKDROP_TONES];
    int known_next;
    bool waiting; /* what is wanted is still being decoded; `shown` stays */
};

enum { FADE_MS = 500, FADE_FRAME_MS = 16 };

void backdrop_finish(struct backdrop *b);

/* Nothing is shown any more: what comes next is not faded to. */
void backdrop_forget(struct backdrop *b);
/* The fade under way, if any, is over. */
void backdrop_end_fade(struct backdrop *b);

/* Is a fade under way? */
bool backdrop_fades(const struct backdrop *b, int64_t now_ms);

/* After a frame is on the screen: paints what the next one of a fade will mix. */
void backdrop_prepare(struct backdrop *b, int64_t now_ms);

/* Takes the picture to show now. Loads it at once only where nothing else can be shown. */
void backdrop_set(struct backdrop *b, const struct picture *picture, int64_t now_ms);

/* Draws the whole page. Returns in how many ms the next frame is due because something moves; 0:
 * nothing does. */
int backdrop_draw(struct backdrop *b, struct drawlist *list, int64_t now_ms);

/* Tones beneath a region of the page, over all of a pan and a fade under way. */
struct tones backdrop_tones(struct backdrop *b, struct rect region, int64_t now_ms);

/* Did the picture that should be shown fail? Then its alt text stands in its place. */
bool backdrop_failed(const struct backdrop *b);
