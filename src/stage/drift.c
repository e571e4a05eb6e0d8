#include "stage/drift.h"

#include "base/compiler.h"

/* 25, 30 and 50 times a second. */
static const int steps_ms[] = {40, 33, 20};

enum {
    STEPS = COUNT(steps_ms),
    HEAVY_MOST = 12, /* a late frame counts for two, one in time takes one away */
    EASY_LEAST = 25,
    FAILURES_MOST = 3,
    PAUSE_MS = 1000, /* what comes later than this was not late: nothing moved meanwhile */
};

int drift_ms(const struct drift *d)
{
    return d->is_stopped ? 0 : steps_ms[d->faster];
}

int64_t drift_time(const struct drift *d, int64_t now_ms)
{
    return d->is_stopped && d->last_ms < now_ms ? d->last_ms : now_ms;
}

void drift_begin(struct drift *d)
{
    d->is_stopped = d->failures >= FAILURES_MOST;
    d->heavy = d->easy = 0;
    d->last_ms = 0;
}

static void slow_down(struct drift *d)
{
    d->heavy = d->easy = 0;
    if (d->faster > 0) {
        d->faster--;
        d->given_up = STEPS - 1 - d->faster;
        return;
    }
    d->is_stopped = true;
    d->failures++;
}

static void speed_up(struct drift *d)
{
    d->easy = 0;
    d->failures = 0;
    d->faster += d->faster < STEPS - 1 - d->given_up ? 1 : 0;
}

/* Is a frame of `spent_us` a fifth of what there is at the next step? More would be heard in the fan. */
static bool is_easy(const struct drift *d, int spent_us)
{
    int next = d->faster + 1 < STEPS ? d->faster + 1 : d->faster;
    return spent_us * 5 <= steps_ms[next] * 1000;
}

void drift_take(struct drift *d, int spent_us, int64_t now_ms)
{
    int64_t apart_ms = d->last_ms ? now_ms - d->last_ms : 0;
    int step_ms = drift_ms(d);
    d->last_ms = now_ms;
    if (d->is_stopped) {
        return;
    }
    bool is_late = apart_ms < PAUSE_MS && apart_ms * 2 > step_ms * 3;
    bool is_heavy = is_late || spent_us * 2 > step_ms * 1000;
    d->heavy = is_heavy ? d->heavy + 2 : d->heavy > 0 ? d->heavy - 1 : 0;
    d->easy = !is_heavy && is_easy(d, spent_us) ? d->easy + 1 : 0;
    if (d->heavy >= HEAVY_MOST) {
        slow_down(d);
    } else if (d->easy >= EASY_LEAST) {
        speed_up(d);
    }
}
