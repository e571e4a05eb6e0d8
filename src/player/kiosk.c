#include "player/kiosk.h"

#include <assert.h>
#include <stdlib.h>

#include "base/compiler.h"
#include "base/memory.h"
#include "player/kiosk_internal.h"
#include "text/reading.h"

/* The clock on the wall may be set, and the hours begin and end: looked at once a minute. */
enum { LOOK_AT_WALL_MS = 60 * 1000 };
/* WCAG 2.2.1 as this program has it: whoever reads slowly or listens has twice the time. */
enum { LARGE_TEXT = 200, READING_WORDS_A_MINUTE = 130 };

const char *kiosk_state_name(enum kiosk_state s)
{
    static const char *const names[] = {"attracts", "in session", "warns", "closed"};
    static_assert(COUNT(names) == KIOSK_STATE_COUNT, "names");
    return names[s];
}

enum kiosk_state kiosk_state(const struct kiosk *k)
{
    return k->state;
}

int64_t kiosk_input_ms(const struct kiosk *k)
{
    return k->input_ms;
}

int kiosk_volume(const struct kiosk *k)
{
    return k->volume;
}

bool kiosk_wants_out(const struct kiosk *k)
{
    return k->wants_out;
}

bool kiosk_locks_level(const struct kiosk *k)
{
    return k->options.rules.locks_level;
}

bool kiosk_has_reach(const struct kiosk *k)
{
    return k->options.rules.has_reach;
}

bool kiosk_only_shows(const struct kiosk *k)
{
    return k->options.rules.only_shows;
}

bool kiosk_is_staff_panel(enum panel p)
{
    return p == PANEL_PIN || p == PANEL_SERVICE || p == PANEL_CLEAN || p == PANEL_TOUCH;
}

/* --- how long one waits --- */

static int patience(const struct kiosk *k)
{
    const struct settings *s = &k->player->settings;
    return s->speech || s->text_size >= LARGE_TEXT ? 2 : 1;
}

static bool is_read(const struct item *i)
{
    return i->part != PART_BAR && i->part != PART_CLOSE && i->part != PART_PICTURE && i->part != PART_SECOND;
}

/* A page full of words takes longer to read than one with few. */
static int64_t reading_ms(const struct player *p)
{
    int words = 0;
    for (int i = 0; i < p->item_count; i++) {
        words += is_read(&p->items[i]) ? reading_words(p->items[i].name, p->items[i].lang) : 0;
    }
    return (int64_t)words * 60000 / READING_WORDS_A_MINUTE;
}

static int64_t idle_ms(const struct kiosk *k)
{
    return ((int64_t)k->options.rules.idle_s * 1000 + reading_ms(k->player)) * patience(k);
}

static int64_t warn_ms(const struct kiosk *k)
{
    return (int64_t)k->options.rules.warn_s * 1000 * patience(k);
}

static int64_t end_of(const struct kiosk *k)
{
    return k->player->panel == PANEL_CLEAN ? k->clean_until_ms : k->warned_ms + warn_ms(k);
}

int kiosk_seconds_left(const struct kiosk *k)
{
    int64_t left = end_of(k) - k->now_ms;
    return left > 0 ? (int)((left + 999) / 1000) : 0;
}

int kiosk_warning_seconds(const struct kiosk *k)
{
    return k->state == KIOSK_WARNS ? kiosk_seconds_left(k) : -1;
}

/* --- over and back --- */

void kiosk_cover(struct kiosk *k, enum panel panel)
{
    struct player *p = k->player;
    if (p->panel == PANEL_WARNING || p->panel == PANEL_AGAIN || kiosk_is_staff_panel(p->panel)) {
        p->panel = k->covered; /* these do not lie over each other */
    }
    if (p->panel == PANEL_NONE) {
        strbuf_clear(&p->focus_below);
        strbuf_add(&p->focus_below, p->focus >= 0 ? p->items[p->focus].id : STR(""));
    }
    k->covered = p->panel;
    p->panel = panel;
}

void kiosk_uncover(struct kiosk *k)
{
    k->player->panel = k->covered;
    k->covered = PANEL_NONE;
}

/* --- coming and going --- */

static void show_attract(struct kiosk *k)
{
    player_reset(k->player);
    staff_let_go(k);
    k->covered = PANEL_NONE;
    k->state = KIOSK_ATTRACTS;
    if (!k->options.rules.only_shows) { /* a card is the opening, with nothing to press: nobody is invited */
        attract_begin(k->player);
    }
    player_remake(k->player);
    player_stir(k->player, k->now_ms);
}

void kiosk_forget(struct kiosk *k, enum kiosk_end end)
{
    bool had = k->state == KIOSK_IN_SESSION || k->state == KIOSK_WARNS;
    if (had && k->options.ended) {
        k->options.ended(k->options.self, end, k->now_ms);
    }
    show_attract(k);
}

static void begin_session(struct kiosk *k)
{
    k->state = KIOSK_IN_SESSION;
    k->stirred_ms = k->now_ms;
    attract_enter(k->player);
    if (k->options.began) {
        k->options.began(k->options.self, k->now_ms);
    }
}

/* The screen goes dark between two visitors, never under one's eyes; and comes back by itself. */
static bool keep_hours(struct kiosk *k)
{
    bool is_open = hours_are_open(&k->options.rules.hours, k->local_s);
    if (k->state == KIOSK_ATTRACTS && !is_open && k->player->panel == PANEL_NONE) {
        k->state = KIOSK_CLOSED;
        k->player->panel = PANEL_CLOSED;
        return true;
    }
    if (k->state == KIOSK_CLOSED && is_open && k->player->panel == PANEL_CLOSED) {
        show_attract(k);
        return true;
    }
    return false;
}

struct kiosk *kiosk_create(const struct kiosk_options *o, int64_t now_ms, int64_t local_s)
{
    struct kiosk *k = memory_zeroed(sizeof *k);
    k->options = *o;
    k->player = o->player;
    k->now_ms = now_ms;
    k->local_s = local_s;
    k->held_ms = -1;
    k->input_ms = -1;
    k->volume = o->rules.volume;
    k->player->kiosk = k;
    show_attract(k);
    if (keep_hours(k)) {
        player_remake(k->player);
    }
    return k;
}

void kiosk_destroy(struct kiosk *k)
{
    if (k) {
        k->player->kiosk = NULL;
        free(k);
    }
}

/* --- what a visitor does --- */

static bool has_chosen(const struct player *p)
{
    for (int i = 0; p->viewing && i < viewing_step_count(p->viewing); i++) {
        if (!str_is(viewing_step(p->viewing, i).exit, ">")) {
            return true;
        }
    }
    return false;
}

static void go_home(struct player *p)
{
    (void)flow_home(p);
    p->panel = PANEL_NONE;
    strbuf_clear(&p->bookmark);
    p->has_place = false;
    viewing_destroy(p->viewing);
    p->viewing = NULL;
    p->came_from = -1;
    trail_forget(p->trail);
}

/* Nothing is lost without being asked, once there is something to lose. */
static bool ask_for_home(struct kiosk *k)
{
    struct player *p = k->player;
    if (p->screen == SCREEN_OPENING) {
        bool had = p->panel != PANEL_NONE;
        p->panel = PANEL_NONE;
        return had;
    }
    if (has_chosen(p)) {
        if (p->panel != PANEL_AGAIN) {
            kiosk_cover(k, PANEL_AGAIN);
        }
        return true;
    }
    go_home(p);
    return true;
}

static bool do_deed(struct kiosk *k, int deed)
{
    struct player *p = k->player;
    switch (deed) {
    case KIOSK_STAY:
    case KIOSK_REMAIN:
        if (p->panel == PANEL_AGAIN) {
            kiosk_uncover(k);
        }
        return true;
    case KIOSK_NEXT:
        kiosk_forget(k, k->state == KIOSK_WARNS ? KIOSK_END_IDLE : KIOSK_END_HOME);
        return true;
    case KIOSK_AGAIN:
        k->covered = PANEL_NONE;
        go_home(p);
        return true;
    default:
        return staff_takes(k, deed);
    }
}

/* What a kiosk's visitor cannot do: end or leave the program, or write to its disk. */
static bool is_refused(const struct kiosk *k, enum action a)
{
    return a == ACTION_QUIT || a == ACTION_FULL_SCREEN || a == ACTION_SCREENSHOT || a == ACTION_DELETE_PLACE ||
           (a == ACTION_LEVEL && k->options.rules.locks_level);
}

static const struct item *item_of(const struct player *p, enum action a, int value)
{
    int n = a == ACTION_PRESS ? value : a == ACTION_ACTIVATE ? p->focus : -1;
    return n >= 0 && n < p->item_count ? &p->items[n] : NULL;
}

static void change_setting(struct player *p, enum action a, int value)
{
    if (a == ACTION_LANGUAGE || a == ACTION_SPEECH || a == ACTION_TEXT_SIZE || a == ACTION_PREFER || a == ACTION_REACH) {
        (void)settings_change(p, a, value);
    }
}

/* Whatever they did, they are there; what they did to the language or the voice holds. */
static bool enter(struct kiosk *k, enum action a, int value)
{
    struct player *p = k->player;
    const struct item *item = item_of(p, a, value);
    if (item) {
        a = item->action;
        value = item->action_value;
    }
    begin_session(k);
    change_setting(p, a, value);
    if (a == ACTION_HOME) {
        go_home(p);
    } else if (a == ACTION_PANEL && value == PANEL_HELP) {
        (void)panel_open(p, value);
    }
    return true;
}

/* Any sign of life ends the warning, and does nothing else to the story; but whoever says that they are done, is. */
static bool answer_warning(struct kiosk *k, enum action a, int value)
{
    const struct item *item = item_of(k->player, a, value);
    if (item) {
        a = item->action;
        value = item->action_value;
    }
    bool is_done = a == ACTION_KIOSK && value == KIOSK_NEXT;
    bool only_looks = a == ACTION_FOCUS || a == ACTION_FOCUS_NEXT || a == ACTION_FOCUS_PREVIOUS;
    if (only_looks) { /* to hear what can be pressed is a sign of life too: the time begins anew */
        k->warned_ms = k->now_ms;
        return false;
    }
    if (is_done) {
        return do_deed(k, KIOSK_NEXT);
    }
    k->state = KIOSK_IN_SESSION;
    kiosk_uncover(k);
    change_setting(k->player, a, value);
    return true;
}

bool kiosk_takes(struct kiosk *k, enum action action, int value, bool *changed_out)
{
    struct player *p = k->player;
    k->now_ms = p->since_ms > k->now_ms ? p->since_ms : k->now_ms;
    k->stirred_ms = k->now_ms;
    k->input_ms = k->now_ms;
    *changed_out = false;
    if (kiosk_is_staff_panel(p->panel)) {
        k->staff_ms = k->now_ms;
        if (p->panel == PANEL_CLEAN || action == ACTION_HOME || action == ACTION_PANEL) {
            return true;
        }
        if (action == ACTION_CLOSE || action == ACTION_BACK) {
            *changed_out = staff_takes(k, KIOSK_LEAVE);
            return true;
        }
        if (p->panel == PANEL_PIN && action == ACTION_CHOOSE) { /* the keys 1 to 9 */
            *changed_out = staff_takes(k, KIOSK_DIGIT + value + 1);
            return true;
        }
        if (p->panel == PANEL_PIN && action == ACTION_ACTIVATE && p->focus < 0) { /* Return, where nothing has the focus */
            *changed_out = staff_takes(k, KIOSK_ENTER);
            return true;
        }
    } else if (k->state == KIOSK_CLOSED || k->options.rules.only_shows) {
        return true;
    } else if (k->state == KIOSK_ATTRACTS && p->is_attract) {
        *changed_out = enter(k, action, value);
        return true;
    } else if (k->state == KIOSK_ATTRACTS) {
        begin_session(k); /* the opening stands in the loop's place: it is all theirs already */
    } else if (k->state == KIOSK_WARNS) {
        *changed_out = answer_warning(k, action, value);
        return *changed_out;
    }
    if (is_refused(k, action)) {
        return true;
    }
    if (action == ACTION_HOME) {
        *changed_out = ask_for_home(k);
        return true;
    }
    if (action == ACTION_KIOSK) {
        *changed_out = do_deed(k, value);
        return true;
    }
    if (p->panel == PANEL_AGAIN && (action == ACTION_CLOSE || action == ACTION_BACK)) {
        kiosk_uncover(k);
        *changed_out = true;
        return true;
    }
    return false;
}

/* --- what time brings --- */

static int64_t next_second(const struct kiosk *k)
{
    int64_t left = end_of(k) - k->now_ms;
    return k->now_ms + (left <= 0 ? 0 : (left - 1) % 1000 + 1);
}

int64_t kiosk_deadline(const struct kiosk *k)
{
    int64_t staff = staff_deadline(k);
    int look_ms = k->options.rules.look_ms;
    int64_t due = k->now_ms + (look_ms > 0 && look_ms < LOOK_AT_WALL_MS ? look_ms : LOOK_AT_WALL_MS);
    if (k->state == KIOSK_IN_SESSION) {
        int64_t idle = k->stirred_ms + idle_ms(k);
        due = idle < due ? idle : due;
    } else if (k->state == KIOSK_WARNS) {
        due = next_second(k);
    }
    return staff < due ? staff : due;
}

/* Nobody is warned while somebody reads to them, or while it goes on by itself. */
static bool watch_session(struct kiosk *k, bool speaks)
{
    struct player *p = k->player;
    k->stirred_ms = p->since_ms > k->stirred_ms ? p->since_ms : k->stirred_ms;
    k->stirred_ms = speaks ? k->now_ms : k->stirred_ms;
    if (k->now_ms < k->stirred_ms + idle_ms(k)) {
        return false;
    }
    if (p->panel == PANEL_AGAIN) {
        kiosk_uncover(k);
    }
    kiosk_cover(k, PANEL_WARNING);
    k->state = KIOSK_WARNS;
    k->warned_ms = k->now_ms;
    return true;
}

bool kiosk_tick(struct kiosk *k, int64_t now_ms, int64_t local_s, bool speaks)
{
    int second = kiosk_seconds_left(k);
    bool changed = false;
    bool was_reset = false;
    k->now_ms = now_ms;
    k->local_s = local_s;
    if (kiosk_is_staff_panel(k->player->panel) || k->held_ms >= 0) {
        changed = staff_tick(k);
    }
    if (kiosk_is_staff_panel(k->player->panel)) {
        /* the staff are visitors to nobody */
    } else if (k->state == KIOSK_IN_SESSION) {
        changed |= watch_session(k, speaks);
    } else if (k->state == KIOSK_WARNS && now_ms >= end_of(k) && k->player->since_ms <= k->warned_ms) {
        bool is_home = k->player->screen == SCREEN_OPENING;
        kiosk_forget(k, is_home ? KIOSK_END_HOME : KIOSK_END_IDLE);
        was_reset = true;
    } else if (k->state == KIOSK_WARNS && k->player->since_ms > k->warned_ms) {
        k->stirred_ms = now_ms;
        k->state = KIOSK_IN_SESSION; /* a touch that meant nothing is a sign of life */
        kiosk_uncover(k);
        changed = true;
    } else if (k->state == KIOSK_WARNS) {
        changed |= kiosk_seconds_left(k) != second;
    }
    changed |= keep_hours(k);
    if (changed) {
        player_remake(k->player);
    }
    return changed || was_reset;
}

/* A square's corners, one after another: what is drawn for hours lights other points. */
void kiosk_orbit(int64_t now_ms, int *x_px_out, int *y_px_out)
{
    static const int ways[][2] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}};
    const int *way = ways[now_ms / KIOSK_ORBIT_MS % (int64_t)COUNT(ways)];
    *x_px_out = way[0] * KIOSK_ORBIT_PX;
    *y_px_out = way[1] * KIOSK_ORBIT_PX;
}
