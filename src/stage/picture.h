/* A story's pictures, decoded, flattened and scaled ahead of time. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/path.h"
#include "stage/bitmap.h"
#include "stage/drawlist.h"
#include "stage/worker.h"
#include "story/story.h"

/* A picture at the size of the rectangle it is to cover. */
struct picture_want {
    const struct picture *picture;
    struct size dest;
};

/* Its layers in one opaque bitmap (with a pan, those near in a second one before it), cut to what its focus
 * and pan can show, at about the size it is shown: without a pan exactly `dest`. */
struct ready_picture {
    struct bitmap *bitmap; /* the cache's: keep a reference to hold on to it */
    struct picture_want want;
    struct size whole; /* the whole picture at the bitmap's scale */
    struct point at;   /* where the bitmap lies in it */
    struct {
        struct bitmap *bitmap; /* or NULL: nothing of it moves by itself */
        struct point at;
        double depth; /* of the nearest layer */
    } near; /* the layers in front, which a pan shows a little larger at first: parallax */
};

#define PICTURE_NEAR_DEPTH 0.5 /* with a pan, from here on a layer moves by itself */

void ready_picture_release(struct ready_picture *r);

/* What to draw at `t`, 0..1, of the pan; any `t` is the same without one. */
struct picture_shot ready_picture_shot(const struct ready_picture *r, double t);

/* What stands in front of that shot: where on a page of `dest` at 0, 0 it is drawn, or false where there is
 * nothing. At the end of a pan both together are the picture as it was drawn. */
bool ready_picture_near(const struct ready_picture *r, double t, struct picture_shot *shot_out,
                        struct rect *dest_out);

/* Tones under `region`, in the coordinates of a `dest` at 0, 0, over the whole of the pan. */
struct tones ready_picture_tones(const struct ready_picture *r, struct rect region);

enum picture_state {
    PICTURE_PENDING, /* wanted, or not even asked for */
    PICTURE_READY,
    PICTURE_FAILED, /* and not tried again until forgotten */
};

struct picture_cache; /* opaque; main thread alone */

struct picture_decoder; /* stage/picture_decode.h */

/* Where pictures come from; all of it must outlive whoever has it. */
struct picture_source {
    const struct folder *folder;           /* the story's */
    const struct picture_decoder *decoder; /* NULL: they are decoded in this process */
};

struct picture_cache_options {
    struct picture_source source;
    size_t budget_bytes;         /* of decoded pixels; 0: picture_budget() of the size wanted */
    int threads;                 /* 0: no threads, only picture_cache_load_now loads */
    void (*wake)(void *self);    /* from a worker: call picture_cache_collect soon */
    void *self;
};

/* 34 MB at 1920 × 1080, in proportion to the pixels, at least 16 MB. */
size_t picture_budget(struct size page);

/* Calls IMG_Init. NULL with `err`. */
struct picture_cache *picture_cache_create(const struct picture_cache_options *o, struct error *err);
void picture_cache_destroy(struct picture_cache *c);
/* Ends its workers: nobody is woken from here on. What is ready stays. */
void picture_cache_stop(struct picture_cache *c);

/* All that is wanted from now on, most urgent first: what is shown, what it fades from, every next one.
 * Starts work, drops work no longer wanted, and evicts beyond the budget: what is not on the list
 * first, then from its end. The first is always loaded. Cheap when nothing changed. */
void picture_cache_want(struct picture_cache *c, const struct picture_want *wants, int count);

/* Of the list, no more than the first so many are begun from now on; what is in work goes on. */
void picture_cache_begin(struct picture_cache *c, int most);

/* Takes in finished work; true when something wanted became ready or failed: draw again. */
bool picture_cache_collect(struct picture_cache *c);

/* Anything on the list still to come? picture_cache_wait waits for one piece of it and returns false
 * only when nothing more will come. */
bool picture_cache_is_busy(const struct picture_cache *c);
bool picture_cache_wait(struct picture_cache *c);

/* `*out` is filled when PICTURE_READY. */
enum picture_state picture_cache_get(const struct picture_cache *c, struct picture_want want,
                                     struct ready_picture *out);

/* Loads it here and now unless it is known already (waits for a worker that has begun it); never
 * PICTURE_PENDING. */
enum picture_state picture_cache_load_now(struct picture_cache *c, struct picture_want want,
                                          struct ready_picture *out);

/* Lets everything go but the failures: for a minimised window or when memory is short. */
void picture_cache_empty(struct picture_cache *c);

/* The pipeline by itself: decodes `want` from `source` and flattens it. False with `err`; a layer that
 * fails is left out and named in `err` with true. Any thread; touches only its arguments. */
bool picture_flatten(const struct picture_source *source, struct picture_want want, struct ready_picture *out,
                     struct error *err);

/* Decodes a picture's bytes wholly: what `check --decode` calls through its callback. */
bool picture_decodes(void *self, struct str bytes, struct error *err);
