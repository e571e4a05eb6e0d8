/* A kiosk from its start to its end: which content it shows, what becomes of content that fails,
 * and what the service manager hears. */
#pragma once

#include "app/notify.h"
#include "app/update.h"

/* How often it is looked whether other content waits. */
enum { KIOSK_LIFE_LOOK_MS = 10 * 1000 };

struct kiosk_life {
    const char *store;         /* of the content; NULL: what is shown was named, and stays */
    struct update_start start; /* zeroed where there is no store */
    struct notify notify;
    int64_t shown_ms;  /* -1: not yet */
    int64_t looked_ms; /* for what waits */
    bool is_steady;
    bool ends; /* itself, to be started anew: with other content, or after the card */
};

/* Counts the start. `store` must outlive it, and texts live in `a`. */
void kiosk_life_begin(struct kiosk_life *l, const char *store, struct arena *a);
/* Is it the card "back soon" that is to be shown? */
bool kiosk_life_shows_card(const struct kiosk_life *l);
/* The first frame is on the screen, and the voice is ready. */
void kiosk_life_shown(struct kiosk_life *l, int64_t now_ms);
/* The main loop is alive. `is_idle`: nobody watches. False: it is to end. */
bool kiosk_life_turn(struct kiosk_life *l, int64_t now_ms, bool is_idle);
/* It ends because it was told to. */
void kiosk_life_end(struct kiosk_life *l);
