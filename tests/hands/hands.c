#include "hands.h"

#include <stdio.h>
#include <stdlib.h>

bool hands_begin(struct hands *h, struct play *play, struct stage *stage, struct str order, int64_t *now_ms,
                 int64_t *count_out)
{
    size_t colon = str_find(order, ':', 0);
    int64_t seed = 0;
    if (colon == order.n || !str_to_int(str_sub(order, 0, colon), 0, INT64_MAX, &seed) ||
        !str_to_int(str_after(order, colon + 1), 1, INT64_MAX, count_out)) {
        (void)fprintf(stderr, "--script takes SEED:COUNT here\n");
        return false;
    }
    *h = (struct hands){.play = play, .stage = stage, .now_ms = now_ms, .chance = (uint64_t)seed};
    h->tells = getenv("RIG_TELLS") != NULL;
    (void)chance_of(h, 2);
    return true;
}

struct player *hands_player(const struct hands *h)
{
    return h->stage->options.player;
}

struct kiosk *hands_kiosk(const struct hands *h)
{
    return player_kiosk(hands_player(h));
}

/* SplitMix64 (Steele, Lea, Flood 2014). */
int chance_of(struct hands *h, int n)
{
    uint64_t z = h->chance += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (int)((z ^ (z >> 31)) % (uint64_t)n);
}

bool chance_in(struct hands *h, int in)
{
    return chance_of(h, in) == 0;
}

/* --- events --- */

static bool would_end(const struct hands *h, struct act act)
{
    int count;
    const struct player *p = hands_player(h);
    const struct item *items = player_items(p, &count);
    int n = act.action == ACTION_PRESS ? act.value : act.action == ACTION_ACTIVATE ? player_focus(p) : -1;
    return act.action == ACTION_QUIT || (n >= 0 && n < count && items[n].action == ACTION_QUIT);
}

/* A kiosk must refuse by itself. */
static void keep_running(struct hands *h)
{
    struct stage *s = h->stage;
    for (int i = 0; i < s->act_count && !hands_kiosk(h); i++) {
        struct act *act = &s->acts[(s->first_act + i) % ACTS_MOST];
        if (would_end(h, *act)) {
            *act = (struct act){ACTION_HUSH, 0};
        }
    }
}

void hands_event(struct hands *h, const SDL_Event *e)
{
    bool ends = e->type == SDL_QUIT || (e->type == SDL_WINDOWEVENT && e->window.event == SDL_WINDOWEVENT_CLOSE);
    if (!ends || hands_kiosk(h)) {
        stage_take_event(h->stage, e);
        keep_running(h);
    }
}

bool hands_turn(struct hands *h)
{
    while (play_turn(h->play)) {
        keep_running(h);
        if (h->after) {
            h->after(h->self);
        }
    }
    if (h->after) {
        h->after(h->self);
    }
    return h->stage->act_count == 0 && !h->stage->is_closed;
}

void hands_key(struct hands *h, int scancode, int keycode, unsigned modifiers, bool is_down, bool is_repeat)
{
    SDL_Event e = {.key = {.type = is_down ? SDL_KEYDOWN : SDL_KEYUP, .repeat = is_repeat}};
    e.key.state = is_down ? SDL_PRESSED : SDL_RELEASED;
    e.key.keysym.scancode = (SDL_Scancode)scancode;
    e.key.keysym.sym = keycode >= 0 ? keycode : SDL_GetKeyFromName(SDL_GetScancodeName((SDL_Scancode)scancode));
    e.key.keysym.mod = (Uint16)modifiers;
    if (h->tells) {
        (void)fprintf(stderr, "key %d (%s) code %d with %x %s%s\n", scancode,
                      SDL_GetScancodeName((SDL_Scancode)scancode), e.key.keysym.sym, modifiers,
                      is_down ? "down" : "up", is_repeat ? " again" : "");
    }
    hands_event(h, &e);
}

bool hands_press(struct hands *h, int scancode)
{
    hands_key(h, scancode, -1, KMOD_NONE, true, false);
    bool ok = hands_turn(h);
    hands_key(h, scancode, -1, KMOD_NONE, false, false);
    return ok;
}

void hands_finger(struct hands *h, Uint32 type, int64_t finger, double x, double y)
{
    SDL_Event e = {.tfinger = {.type = type, .fingerId = finger, .x = (float)x, .y = (float)y}};
    if (h->tells) {
        (void)fprintf(stderr, "finger %lld %s at %.3f %.3f\n", (long long)finger,
                      type == SDL_FINGERDOWN ? "down"
                      : type == SDL_FINGERUP ? "up"
                                             : "moves",
                      x, y);
    }
    hands_event(h, &e);
}

bool hands_tap(struct hands *h, int64_t finger, double x, double y)
{
    hands_finger(h, SDL_FINGERDOWN, finger, x, y);
    bool ok = hands_turn(h);
    hands_finger(h, SDL_FINGERUP, finger, x, y);
    return hands_turn(h) && ok;
}

void hands_window(struct hands *h, int what)
{
    SDL_Event e = {.window = {.type = SDL_WINDOWEVENT, .event = (Uint8)what}};
    if (h->tells) {
        (void)fprintf(stderr, "window event %d\n", what);
    }
    hands_event(h, &e);
}

/* --- time --- */

static void tell_time(const struct hands *h, const char *what, int64_t ms)
{
    if (h->tells) {
        (void)fprintf(stderr, "%s %lld ms, from %lld\n", what, (long long)ms, (long long)*h->now_ms);
    }
}

bool hands_wait(struct hands *h, int64_t ms, int64_t frame_ms)
{
    bool ok = true;
    tell_time(h, "wait", ms);
    for (int64_t end = *h->now_ms + ms; *h->now_ms < end && ok;) {
        *h->now_ms += end - *h->now_ms < frame_ms ? end - *h->now_ms : frame_ms;
        ok = hands_turn(h);
    }
    return ok;
}

bool hands_idle(struct hands *h, int64_t ms)
{
    bool ok = true;
    tell_time(h, "idle", ms);
    for (int64_t end = *h->now_ms + ms; *h->now_ms < end && ok;) {
        int64_t due = stage_deadline(h->stage);
        *h->now_ms = due <= *h->now_ms ? *h->now_ms + 1 : due < end ? due : end;
        ok = hands_turn(h);
    }
    return ok;
}
