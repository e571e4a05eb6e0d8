/* What hands do twice without meaning it: a tremor, a switch that bounces, an impatient second tap. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "stage/input.h"

/* The same thing, or the same spot, pressed again within the first is not meant; nor is the same key within the
 * second, which is too short for anyone to notice. (EN 301 549, 5.8; a kiosk may want the longer one for keys too.) */
enum { GUARD_PRESS_MS = 500, GUARD_KEY_MS = 150 };
/* Between two steps of what goes on while it is held: EN 301 549, 5.7 asks for calm. */
enum { GUARD_REPEAT_MS = 250 };

/* Zeroed lets everything pass. */
struct guard {
    int press_ms, key_ms, repeat_ms;
    uint64_t thing;
    struct point at;
    int64_t pressed_ms; /* when the last one was let pass, and 1 at least; 0: never */
    int key;
    int64_t key_at_ms, repeated_ms;
};

void guard_set(struct guard *g, int press_ms, int key_ms);

/* May this be done? `down` is what was held down and `at` where; `near_px` is how far off is the same spot. What is
 * pressed many times in a row by its nature passes always. */
bool guard_press(struct guard *g, const struct input *down, bool is_stepwise, int near_px, int64_t now_ms);
/* A key or a pad's button; different numbers for both. */
bool guard_key(struct guard *g, int key, int64_t now_ms);
/* The next step of one that is held. */
bool guard_repeat(struct guard *g, int64_t now_ms);
