#include "app/kiosk_life.h"

#include "app/output.h"

static void complain_of(const struct error *err)
{
    if (err->text[0]) {
        complain("%s", err->text);
    }
}

static void keep(const struct kiosk_life *l)
{
    struct error err = {0};
    if (l->store && !update_keep(l->store, &l->start.record, &err)) {
        complain_of(&err);
    }
}

void kiosk_life_begin(struct kiosk_life *l, const char *store, struct arena *a)
{
    *l = (struct kiosk_life){.store = store, .shown_ms = -1};
    notify_open(&l->notify);
    if (store) {
        struct error err = {0};
        struct recovery_now now = update_now();
        l->start = update_begin(store, &now, a, &err);
        complain_of(&err);
        if (l->start.rolled_back) {
            complain("content %s failed, and is shown no more", l->start.record.failed);
        }
    }
}

bool kiosk_life_shows_card(const struct kiosk_life *l)
{
    return l->store && l->start.shows == RECOVERY_CARD;
}

void kiosk_life_shown(struct kiosk_life *l, int64_t now_ms)
{
    l->shown_ms = now_ms;
    l->looked_ms = now_ms;
    if (!kiosk_life_shows_card(l)) {
        recovery_shown(&l->start.record);
        keep(l);
    }
    notify_ready(&l->notify);
}

/* A card gives way to what it stands for; content that ran so long works. */
static void grow_old(struct kiosk_life *l)
{
    l->is_steady = true;
    if (kiosk_life_shows_card(l)) {
        l->ends = true;
    } else if (recovery_steady(&l->start.record)) {
        keep(l);
    }
}

static void look_for_content(struct kiosk_life *l)
{
    struct error err = {0};
    if (update_swap(l->store, &err)) {
        l->ends = true;
    }
    complain_of(&err);
}

bool kiosk_life_turn(struct kiosk_life *l, int64_t now_ms, bool is_idle)
{
    notify_watchdog(&l->notify);
    if (!l->store || l->shown_ms < 0) {
        return true;
    }
    if (!l->is_steady && now_ms - l->shown_ms >= RECOVERY_STEADY_S * 1000) {
        grow_old(l);
    }
    if (is_idle && !l->ends && now_ms - l->looked_ms >= KIOSK_LIFE_LOOK_MS) {
        l->looked_ms = now_ms;
        look_for_content(l);
    }
    return !l->ends;
}

void kiosk_life_end(struct kiosk_life *l)
{
    recovery_end(&l->start.record);
    keep(l);
    notify_close(&l->notify);
}
