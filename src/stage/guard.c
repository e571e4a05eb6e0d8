#include "stage/guard.h"

#include <stdlib.h>

void guard_set(struct guard *g, int press_ms, int key_ms)
{
    *g = (struct guard){.press_ms = press_ms, .key_ms = key_ms, .repeat_ms = press_ms ? GUARD_REPEAT_MS : 0};
}

/* Not too soon after `last_ms`; 0 stands for never. */
static bool is_later(int64_t last_ms, int apart_ms, int64_t now_ms)
{
    return last_ms == 0 || apart_ms == 0 || now_ms - (last_ms - 1) >= apart_ms;
}

bool guard_press(struct guard *g, const struct input *down, bool is_stepwise, int near_px, int64_t now_ms)
{
    bool same_spot = abs(down->from.x - g->at.x) <= near_px && abs(down->from.y - g->at.y) <= near_px;
    bool same = down->thing == g->thing || same_spot;
    if (same && !is_stepwise && !is_later(g->pressed_ms, g->press_ms, down->down_ms)) {
        return false;
    }
    g->thing = down->thing;
    g->at = down->from;
    g->pressed_ms = now_ms + 1;
    return true;
}

bool guard_key(struct guard *g, int key, int64_t now_ms)
{
    bool bounces = key == g->key && !is_later(g->key_at_ms, g->key_ms, now_ms);
    if (!bounces) {
        g->key = key;
        g->key_at_ms = now_ms + 1;
    }
    return !bounces;
}

bool guard_repeat(struct guard *g, int64_t now_ms)
{
    bool is_due = is_later(g->repeated_ms, g->repeat_ms, now_ms);
    g->repeated_ms = is_due ? now_ms + 1 : g->repeated_ms;
    return is_due;
}
