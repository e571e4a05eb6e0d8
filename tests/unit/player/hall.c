#include "hall.h"

#include <string.h>

/* Monday, 2026-11-23, 12:00. */
#define NOON (INT64_C(20780) * 86400 + 12 * 3600)

const struct kiosk_rules hall_usual = {.idle_s = 90, .warn_s = 30, .has_pin = true, .volume = 70};

static void count_began(void *self, int64_t now_ms)
{
    struct hall *h = self;
    (void)now_ms;
    h->began++;
}

static void count_ended(void *self, enum kiosk_end end, int64_t now_ms)
{
    struct hall *h = self;
    const struct viewing *v = player_viewing(h->b.player);
    struct str id = v ? viewing_scene(v)->id : STR("none");
    (void)now_ms;
    h->ended++;
    h->how = end;
    memcpy(h->scene_at_end, id.s, id.n);
    h->scene_at_end[id.n] = '\0';
}

static bool check_pin(void *self, const char *pin)
{
    (void)self;
    return strcmp(pin, "2468") == 0;
}

static struct str status(void *self, int64_t now_ms, struct arena *a)
{
    (void)self;
    return arena_printf(a, "All is well.\nSince %lld ms.", (long long)now_ms);
}

static int64_t local(const struct hall *h)
{
    return NOON + h->now_ms / 1000;
}

void hall_open(struct hall *h, const struct kiosk_rules *rules)
{
    *h = (struct hall){0};
    bench_start(&h->b, true);
    h->kiosk = kiosk_create(&(struct kiosk_options){.player = h->b.player,
                                                    .rules = *rules,
                                                    .began = count_began,
                                                    .ended = count_ended,
                                                    .check_pin = check_pin,
                                                    .status = status,
                                                    .self = h},
                            h->now_ms, local(h));
}

void hall_close(struct hall *h)
{
    kiosk_destroy(h->kiosk);
    bench_finish(&h->b);
}

void hall_pass(struct hall *h, int64_t ms)
{
    assert_true(h->now_ms < 1000 * (int64_t)HOUR); /* what is waited for never came */
    int64_t end = h->now_ms + ms;
    while (h->now_ms < end) {
        if (player_screen(h->b.player) == SCREEN_SCENE) {
            (void)player_set_pages(h->b.player, (const size_t[]){0}, 1);
        }
        int64_t due = player_deadline(h->b.player);
        due = player_kiosk_deadline(h->b.player) < due ? player_kiosk_deadline(h->b.player) : due;
        assert_true(due >= h->now_ms);
        h->now_ms = due < end ? due : end;
        (void)kiosk_tick(h->kiosk, h->now_ms, local(h), h->speaks);
        (void)player_tick(h->b.player, h->now_ms);
        h->ticks++;
        if (player_panel(h->b.player) != PANEL_CLOSED) {
            bench_check_items(&h->b);
        }
    }
}

bool hall_act(struct hall *h, enum action action, int value)
{
    return player_act(h->b.player, action, value, h->now_ms);
}

void hall_press(struct hall *h, const char *id)
{
    int count;
    const struct item *items = player_items(h->b.player, &count);
    for (int i = 0; i < count; i++) {
        if (str_is(items[i].id, id)) {
            (void)hall_act(h, ACTION_PRESS, i);
            return;
        }
    }
    fail_msg("no \"%s\" can be pressed", id);
}

struct str hall_scene(const struct hall *h)
{
    const struct viewing *v = player_viewing(h->b.player);
    return v ? viewing_scene(v)->id : STR("none");
}

void hall_expect(const struct hall *h, enum kiosk_state state, enum panel panel)
{
    if (kiosk_state(h->kiosk) != state || player_panel(h->b.player) != panel) {
        fail_msg("%s, panel %s, at %lld ms", kiosk_state_name(kiosk_state(h->kiosk)),
                 panel_name(player_panel(h->b.player)), (long long)h->now_ms);
    }
}

void hall_come(struct hall *h)
{
    (void)hall_act(h, ACTION_FORWARD, 0);
    for (int i = 0; i < 20 && player_screen(h->b.player) != SCREEN_CHOICES; i++) {
        (void)hall_act(h, ACTION_FORWARD, 0);
    }
    assert_int_equal(player_screen(h->b.player), SCREEN_CHOICES);
}
