#include "app/kiosk_run.h"

#include <stdlib.h>
#include <time.h>

#include "app/health.h"
#include "app/output.h"
#include "app/pin.h"
#include "app/tally.h"
#include "base/log.h"
#include "base/memory.h"
#include "config.h"
#include "text/number.h"

/* Of the countdown, that it is said again: nobody listens to every second. */
enum { SAY_SECONDS = 10 };

struct kiosk_run {
    struct kiosk_run_options options;
    struct kiosk *kiosk;
    struct tally *tally; /* of the visitor who is there; or NULL */
    struct health health;
    int64_t began_ms;
    bool is_over, chimes;
    int volume; /* as heard last */
};

/* --- the clock on the wall --- */

/* Local time as if it were UTC: days and hours are all that is asked of it. */
static int64_t wall_now(void)
{
    time_t now = time(NULL);
    struct tm local;
    return localtime_r(&now, &local) ? (int64_t)timegm(&local) : 0;
}

static int64_t wall_s(const struct kiosk_run *r, int64_t now_ms)
{
    bool is_script = r->options.wall_s >= 0;
    return is_script ? r->options.wall_s + (now_ms - r->began_ms) / 1000 : wall_now();
}

/* day_of asks for UTC and gives the day here, so it is told in two ways. */
static struct str day(const struct kiosk_run *r, int64_t now_ms, struct arena *a)
{
    if (r->options.wall_s < 0) {
        return day_of((int64_t)time(NULL), a);
    }
    time_t seconds = (time_t)wall_s(r, now_ms);
    struct tm t;
    if (!gmtime_r(&seconds, &t)) {
        return STR("1970-01-01");
    }
    return arena_printf(a, "%04d-%02d-%02d", t.tm_year + 1900, t.tm_mon + 1, t.tm_mday);
}

/* --- counting --- */

static void begin_session(void *self, int64_t now_ms)
{
    struct kiosk_run *r = self;
    tally_destroy(r->tally);
    r->tally = r->options.config->counts ? tally_create(r->options.player, now_ms) : NULL;
}

static enum session_end end_of(enum kiosk_end end)
{
    switch (end) {
    case KIOSK_END_HOME:
        return SESSION_HOME;
    case KIOSK_END_IDLE:
        return SESSION_IDLE;
    case KIOSK_END_STAFF:
        break;
    }
    return SESSION_QUIT;
}

static void end_session(void *self, enum kiosk_end end, int64_t now_ms)
{
    struct kiosk_run *r = self;
    struct arena scratch = {0};
    struct error err = {0};
    if (r->tally) {
        tally_turn(r->tally);
        struct session_count count = tally_end(r->tally, day(r, now_ms, &scratch), end_of(end), now_ms);
        if (!store_count_session(session_store(r->options.session), &count, &err)) {
            complain("%s", err.text); /* it waits, and is tried again */
        }
    }
    tally_destroy(r->tally);
    r->tally = NULL;
    arena_finish(&scratch);
}

/* --- staff --- */

static bool check_pin(void *self, const char *pin)
{
    const struct kiosk_run *r = self;
    return pin_matches(pin, r->options.config->pin_hash.s);
}

static struct str status(void *self, int64_t now_ms, struct arena *a)
{
    const struct kiosk_run *r = self;
    const struct strings *words = player_strings(r->options.player);
    const struct store_trouble *trouble = store_trouble(session_store(r->options.session));
    int minutes = (int)((now_ms - r->began_ms) / 60000);
    struct str language = strings_language(words);
    const struct string_value values[] = {
        {"version", STR(LANTERN_VERSION)},
        {"hours", number_show_own(minutes / 60, language, a)},
        {"minutes", number_show_own(minutes % 60, language, a)},
        {"why", str_from(trouble->why.text)},
    };
    const char *kept = !r->options.config->counts ? "service.counts-off"
                       : trouble->is_lost         ? "service.counts-lost"
                       : session_keeps(r->options.session) ? "service.counts"
                                                           : "service.counts-none";
    return arena_printf(a, "%.*s\n%.*s", STR_ARG(strings_fill(words, a, "service.running", values, 3)),
                        STR_ARG(strings_fill(words, a, kept, values, COUNT(values))));
}

/* --- word to whoever watches over it --- */

static const char *state_name(const struct kiosk_run *r)
{
    if (kiosk_is_staff_panel(player_panel(r->options.player))) {
        return "staff";
    }
    if (kiosk_life_shows_card(r->options.life)) {
        return "back-soon";
    }
    switch (kiosk_state(r->kiosk)) {
    case KIOSK_ATTRACTS:
        return "attract";
    case KIOSK_IN_SESSION:
        return "session";
    case KIOSK_WARNS:
        return "warning";
    case KIOSK_CLOSED:
    case KIOSK_STATE_COUNT:
        break;
    }
    return "closed";
}

static struct str scene_shown(const struct kiosk_run *r)
{
    const struct viewing *v = player_viewing(r->options.player);
    bool is_shown = v && player_screen(r->options.player) != SCREEN_OPENING && kiosk_state(r->kiosk) != KIOSK_CLOSED;
    return is_shown ? viewing_scene(v)->id : (struct str){0};
}

static void tell_health(struct kiosk_run *r, int64_t now_ms, int64_t frames)
{
    if (health_is_due(&r->health, now_ms)) {
        int64_t input_ms = kiosk_input_ms(r->kiosk);
        const struct health_report report = {
            .state = state_name(r),
            .scene = scene_shown(r),
            .story = session_story(r->options.session)->id,
            .uptime_ms = now_ms - r->began_ms,
            .input_ms = input_ms < 0 ? -1 : now_ms - input_ms,
            .frames = frames,
            .errors = log_errors(),
        };
        health_write(&r->health, &report, now_ms);
    }
}

/* --- as a whole --- */

/* As often as the watchdog asks for, and as other content is looked for. */
static int look_ms(const struct kiosk_life *life)
{
    int64_t watchdog_ms = life->notify.watchdog_ms;
    return watchdog_ms > 0 && watchdog_ms < KIOSK_LIFE_LOOK_MS ? (int)watchdog_ms : KIOSK_LIFE_LOOK_MS;
}

struct kiosk_run *kiosk_run_create(const struct kiosk_run_options *o, int64_t now_ms)
{
    struct kiosk_run *r = memory_zeroed(sizeof *r);
    struct arena scratch = {0};
    struct error err = {0};
    r->options = *o;
    r->began_ms = now_ms;
    health_open(&r->health);
    struct kiosk_options options = {
        .player = o->player,
        .rules = o->config->rules,
        .began = begin_session,
        .ended = end_session,
        .check_pin = check_pin,
        .status = status,
        .self = r,
    };
    options.rules.has_reach = kiosk_config_beyond_reach_mm(o->config) > 0;
    options.rules.look_ms = look_ms(o->life);
    options.rules.only_shows = kiosk_life_shows_card(o->life);
    r->kiosk = kiosk_create(&options, now_ms, wall_s(r, now_ms));
    r->volume = kiosk_volume(r->kiosk);
    if (o->config->counts &&
        !store_count_start(session_store(o->session), day(r, now_ms, &scratch), session_story(o->session)->id, &err)) {
        complain("%s", err.text);
    }
    arena_finish(&scratch);
    return r;
}

void kiosk_run_destroy(struct kiosk_run *r, int64_t now_ms)
{
    if (r) {
        end_session(r, KIOSK_END_STAFF, now_ms);
        if (kiosk_wants_out(r->kiosk)) { /* else it is started again */
            notify_stopping(&r->options.life->notify);
        }
        kiosk_destroy(r->kiosk);
        health_finish(&r->health);
        free(r);
    }
}

void kiosk_run_shown(struct kiosk_run *r, int64_t now_ms, int64_t frames)
{
    tell_health(r, now_ms, frames);
    kiosk_life_shown(r->options.life, now_ms);
}

bool kiosk_run_is_over(const struct kiosk_run *r)
{
    return r->is_over;
}

bool kiosk_run_turn(struct kiosk_run *r, int64_t now_ms, bool speaks, int64_t frames)
{
    enum panel panel = player_panel(r->options.player);
    enum kiosk_state state = kiosk_state(r->kiosk);
    int seconds = kiosk_warning_seconds(r->kiosk);
    if (r->tally) {
        tally_turn(r->tally);
    }
    (void)kiosk_tick(r->kiosk, now_ms, wall_s(r, now_ms), speaks);
    bool is_idle = kiosk_state(r->kiosk) == KIOSK_ATTRACTS || kiosk_state(r->kiosk) == KIOSK_CLOSED;
    r->is_over = !kiosk_life_turn(r->options.life, now_ms, is_idle) || kiosk_wants_out(r->kiosk);
    bool warns = kiosk_state(r->kiosk) == KIOSK_WARNS && state != KIOSK_WARNS;
    r->chimes |= warns || kiosk_volume(r->kiosk) != r->volume;
    r->volume = kiosk_volume(r->kiosk);
    bool counts = seconds > SAY_SECONDS && kiosk_warning_seconds(r->kiosk) == SAY_SECONDS;
    tell_health(r, now_ms, frames);
    return player_panel(r->options.player) != panel || kiosk_state(r->kiosk) != state || counts;
}

bool kiosk_run_chimes(struct kiosk_run *r)
{
    bool chimes = r->chimes;
    r->chimes = false;
    return chimes;
}

double kiosk_run_gain(const struct kiosk_run *r)
{
    return kiosk_volume(r->kiosk) / 100.0;
}
