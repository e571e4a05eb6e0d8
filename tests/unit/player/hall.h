/* A hall with a kiosk in it, and a clock that runs as fast as it is told. */
#pragma once

#include "player/kiosk.h"
#include "support.h"

enum { SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE };

struct hall {
    struct bench b;
    struct kiosk *kiosk;
    int64_t now_ms; /* Monday, 2026-11-23, 12:00, and so much */
    bool speaks;
    int began, ended, ticks;
    enum kiosk_end how;
    char scene_at_end[16];
};

extern const struct kiosk_rules hall_usual; /* 90 s and 30 s; the number is 2468 */

void hall_open(struct hall *h, const struct kiosk_rules *rules);
void hall_close(struct hall *h);
/* Time passes as it does in the window: nothing is looked at but when its deadline comes. */
void hall_pass(struct hall *h, int64_t ms);
bool hall_act(struct hall *h, enum action action, int value);
/* Fails where it is not there. */
void hall_press(struct hall *h, const char *id);
struct str hall_scene(const struct hall *h); /* its id, or "none" */
void hall_expect(const struct hall *h, enum kiosk_state state, enum panel panel);
/* A visitor, as far as the next turn, where something can be chosen. */
void hall_come(struct hall *h);
