/* A kiosk at work: its rules over a player, with this machine's clock on the wall, its store and its lock. */
#pragma once

#include "app/kiosk_config.h"
#include "app/kiosk_life.h"
#include "app/session.h"

struct kiosk_run;

struct kiosk_run_options {
    const struct kiosk_config *config;
    struct kiosk_life *life;
    struct session *session;
    struct player *player;
    int64_t wall_s; /* of a script's beginning, local, since 1970; negative: the clock on the wall */
};

/* All that is handed in must outlive it. Never NULL. */
struct kiosk_run *kiosk_run_create(const struct kiosk_run_options *o, int64_t now_ms);
/* Before the player; accepts NULL. A session that goes on is counted. */
void kiosk_run_destroy(struct kiosk_run *r, int64_t now_ms);

/* The first frame is on the screen; `frames` were painted so far. */
void kiosk_run_shown(struct kiosk_run *r, int64_t now_ms, int64_t frames);
/* To be called after each turn of the main loop. Returns whether another panel or screen is shown,
 * or what is shown is to be told again. */
bool kiosk_run_turn(struct kiosk_run *r, int64_t now_ms, bool speaks, int64_t frames);
/* The staff end the program, or it ends itself to be started anew. */
bool kiosk_run_is_over(const struct kiosk_run *r);
/* Is the chime due, since it was asked last: for the warning, or to be heard at a new volume? */
bool kiosk_run_chimes(struct kiosk_run *r);
/* How loud all is to be, from 0 to 1. */
double kiosk_run_gain(const struct kiosk_run *r);
