/* Hands for rigs that drive the whole program from within. Such a rig is the program with another play_script: what
 * stands behind --script is not a file's name but the rig's own order, and the rig has the window's place on the fake
 * clock. Events go in where SDL's do. */
#pragma once

#include <SDL.h>

#include "app/play_script.h"
#include "player/kiosk.h"
#include "stage/stage_internal.h"

struct hands {
    struct play *play;
    struct stage *stage;
    int64_t *now_ms;
    uint64_t chance;
    bool tells;                /* each event, on standard error */
    void (*after)(void *self); /* each turn of the main loop */
    void *self;
};

/* "SEED:COUNT" as whole numbers. Tells every event where the environment has RIG_TELLS. */
bool hands_begin(struct hands *h, struct play *play, struct stage *stage, struct str order, int64_t *now_ms,
                 int64_t *count_out);

struct player *hands_player(const struct hands *h);
struct kiosk *hands_kiosk(const struct hands *h); /* NULL: somebody's own computer */

/* From 0 to n - 1, by the seed alone. */
int chance_of(struct hands *h, int n);
bool chance_in(struct hands *h, int in);

/* One event; a computer's program is never told to end by it. */
void hands_event(struct hands *h, const SDL_Event *e);
/* As the main loop does until it would wait. False: the program has ended, or is deaf. */
bool hands_turn(struct hands *h);

/* `keycode` -1: the one on an American keyboard. */
void hands_key(struct hands *h, int scancode, int keycode, unsigned modifiers, bool is_down, bool is_repeat);
/* Down and up, and what follows. */
bool hands_press(struct hands *h, int scancode);
/* At a part of the page, from 0 to 1. */
void hands_finger(struct hands *h, Uint32 type, int64_t finger, double x, double y);
bool hands_tap(struct hands *h, int64_t finger, double x, double y);
void hands_window(struct hands *h, int what);

/* Time passes, with every frame that falls due; and from one deadline to the next, for long. */
bool hands_wait(struct hands *h, int64_t ms, int64_t frame_ms);
bool hands_idle(struct hands *h, int64_t ms);
