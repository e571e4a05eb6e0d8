/* The staff's way in, and their screens. It keeps visitors out, not the staff: a number pad behind a grip that
 * nobody makes by chance. */
#include <stdlib.h>
#include <string.h>

#include "player/kiosk_internal.h"

/* How far a corner reaches, and how far a finger moves from one mark to the next. */
enum { CORNER = KIOSK_WHOLE * 12 / 100, MARK_STEP = KIOSK_WHOLE / 200 };
/* An empty pad is not left standing. */
enum { PIN_IDLE_MS = 30 * 1000 };

/* --- the way in --- */

enum corner { CORNER_NONE, CORNER_FIRST, CORNER_SECOND, CORNER_THIRD, CORNER_FOURTH };

static enum corner corner_of(const struct kiosk_finger *f)
{
    bool left = f->x <= CORNER;
    bool right = f->x >= KIOSK_WHOLE - CORNER;
    bool top = f->y <= CORNER;
    bool bottom = f->y >= KIOSK_WHOLE - CORNER;
    if (!f->is_down || (!left && !right) || (!top && !bottom)) {
        return CORNER_NONE;
    }
    return top ? (left ? CORNER_FIRST : CORNER_SECOND) : (right ? CORNER_THIRD : CORNER_FOURTH);
}

static bool holds_corners(const struct kiosk *k)
{
    bool at[CORNER_FOURTH + 1] = {false};
    for (int i = 0; i < FINGERS_MOST; i++) {
        at[corner_of(&k->fingers[i])] = true;
    }
    return (at[CORNER_FIRST] && at[CORNER_THIRD]) || (at[CORNER_SECOND] && at[CORNER_FOURTH]);
}

static bool holds_chord(const struct kiosk *k)
{
    for (int i = 0; i < k->options.rules.chord_count; i++) {
        if (!k->chord_down[i]) {
            return false;
        }
    }
    return k->options.rules.chord_count > 0;
}

static void watch_grip(struct kiosk *k, int64_t now_ms)
{
    bool corners = holds_corners(k);
    bool holds = k->options.rules.has_pin && (corners || holds_chord(k)) && !kiosk_is_staff_panel(k->player->panel);
    if (!holds) {
        k->held_ms = -1;
    } else if (k->held_ms < 0) {
        k->held_ms = now_ms;
        k->hold_needs_ms = corners ? KIOSK_CORNERS_MS : KIOSK_CHORD_MS;
    }
}

static struct kiosk_finger *finger_of(struct kiosk *k, int64_t id)
{
    struct kiosk_finger *spare = &k->fingers[0];
    for (int i = 0; i < FINGERS_MOST; i++) {
        if (k->fingers[i].is_down && k->fingers[i].id == id) {
            return &k->fingers[i];
        }
        spare = k->fingers[i].is_down ? spare : &k->fingers[i];
    }
    return spare;
}

/* The oldest ones go, a quarter at a time. */
static int add_mark(struct kiosk *k, struct kiosk_mark mark)
{
    if (k->mark_count == KIOSK_MARKS_MOST) {
        int gone = KIOSK_MARKS_MOST / 4;
        k->mark_count -= gone;
        memmove(k->marks, k->marks + gone, (size_t)k->mark_count * sizeof *k->marks);
        for (int i = 0; i < FINGERS_MOST; i++) {
            k->fingers[i].mark = k->fingers[i].mark >= gone ? k->fingers[i].mark - gone : -1;
        }
    }
    k->marks[k->mark_count] = mark;
    return k->mark_count++;
}

static bool is_near(const struct kiosk_mark *m, const struct kiosk_finger *f)
{
    return abs(m->x - f->x) < MARK_STEP && abs(m->y - f->y) < MARK_STEP;
}

static void take_mark(struct kiosk *k, struct kiosk_finger *f, bool is_new)
{
    struct kiosk_mark *last = f->mark >= 0 ? &k->marks[f->mark] : NULL;
    if (last) {
        last->is_down = false;
    }
    if (is_new || (last && f->is_down && !is_near(last, f))) {
        f->mark = add_mark(k, (struct kiosk_mark){f->x, f->y, is_new, true});
    } else if (last) {
        last->is_down = f->is_down;
    }
    if (is_new) {
        k->touches++;
        k->touch_x = f->x;
        k->touch_y = f->y;
        player_remake(k->player);
    }
}

const struct kiosk_mark *kiosk_marks(const struct kiosk *k, int *count_out)
{
    *count_out = k->mark_count;
    return k->marks;
}

void kiosk_finger(struct kiosk *k, int64_t finger, int x, int y, bool is_down, int64_t now_ms)
{
    struct kiosk_finger *f = finger_of(k, finger);
    bool is_new = is_down && !(f->is_down && f->id == finger);
    int mark = is_new ? -1 : f->mark;
    *f = (struct kiosk_finger){finger, x, y, is_down, mark};
    k->input_ms = now_ms;
    if (k->player->panel == PANEL_TOUCH) {
        take_mark(k, f, is_new);
        k->staff_ms = now_ms;
    }
    watch_grip(k, now_ms);
}

void kiosk_key(struct kiosk *k, int scancode, bool is_down, int64_t now_ms)
{
    k->input_ms = now_ms;
    for (int i = 0; i < k->options.rules.chord_count; i++) {
        if (k->options.rules.chord[i] == scancode) {
            k->chord_down[i] = is_down;
        }
    }
    watch_grip(k, now_ms);
}

void staff_let_go(struct kiosk *k)
{
    memset(k->fingers, 0, sizeof k->fingers);
    memset(k->chord_down, 0, sizeof k->chord_down);
    k->held_ms = -1;
}

static void open_pad(struct kiosk *k)
{
    if (k->state == KIOSK_WARNS) {
        k->state = KIOSK_IN_SESSION;
    }
    kiosk_cover(k, PANEL_PIN);
    memset(k->pin, 0, sizeof k->pin);
    k->is_wrong = false;
    k->held_ms = -1;
    k->staff_ms = k->now_ms;
}

static void leave(struct kiosk *k)
{
    memset(k->pin, 0, sizeof k->pin);
    k->stirred_ms = k->now_ms;
    kiosk_uncover(k);
}

/* --- the pad --- */

bool staff_may_try(const struct kiosk *k)
{
    int recent = 0;
    for (int i = 0; i < k->try_count && i < KIOSK_TRIES_MOST; i++) {
        recent += k->now_ms - k->tries_ms[i] < KIOSK_TRIES_MS;
    }
    return recent < KIOSK_TRIES_MOST;
}

static bool take_digit(struct kiosk *k, int digit)
{
    size_t length = strlen(k->pin);
    if (length == KIOSK_PIN_MOST) {
        return false;
    }
    k->pin[length] = (char)('0' + digit);
    k->is_wrong = false;
    return true;
}

static bool try_pin(struct kiosk *k)
{
    if (!k->pin[0] || !staff_may_try(k)) {
        return true;
    }
    bool is_right = k->options.check_pin && k->options.check_pin(k->options.self, k->pin);
    memset(k->pin, 0, sizeof k->pin);
    if (is_right) {
        k->try_count = 0;
        k->player->panel = PANEL_SERVICE;
        return true;
    }
    k->tries_ms[k->try_count % KIOSK_TRIES_MOST] = k->now_ms;
    k->try_count++;
    k->is_wrong = true;
    return true;
}

static bool take_pad(struct kiosk *k, int deed)
{
    if (deed >= KIOSK_DIGIT && deed < KIOSK_DIGIT + 10) {
        return take_digit(k, deed - KIOSK_DIGIT);
    }
    if (deed == KIOSK_ERASE && k->pin[0]) {
        k->pin[strlen(k->pin) - 1] = '\0';
    }
    return deed == KIOSK_ENTER ? try_pin(k) : deed == KIOSK_ERASE;
}

/* --- the service screen --- */

static bool set_volume(struct kiosk *k, int volume)
{
    k->volume = volume < 0 ? 0 : volume > 100 ? 100 : volume;
    return true;
}

static bool take_service(struct kiosk *k, int deed)
{
    struct player *p = k->player;
    switch (deed) {
    case KIOSK_LOUDER:
        return set_volume(k, k->volume + KIOSK_VOLUME_STEP);
    case KIOSK_QUIETER:
        return set_volume(k, k->volume - KIOSK_VOLUME_STEP);
    case KIOSK_CLEAN:
        p->panel = PANEL_CLEAN;
        k->clean_until_ms = k->now_ms + KIOSK_CLEAN_MS;
        return true;
    case KIOSK_TOUCH:
        p->panel = PANEL_TOUCH;
        k->touches = k->mark_count = 0;
        for (int i = 0; i < FINGERS_MOST; i++) {
            k->fingers[i].mark = -1;
        }
        return true;
    case KIOSK_EXIT:
        leave(k);
        kiosk_forget(k, KIOSK_END_STAFF);
        k->wants_out = true;
        p->effects |= EFFECT_QUIT;
        return true;
    default:
        return false;
    }
}

bool staff_takes(struct kiosk *k, int deed)
{
    enum panel panel = k->player->panel;
    if (!kiosk_is_staff_panel(panel)) {
        return false;
    }
    if (deed == KIOSK_LEAVE && panel == PANEL_TOUCH) {
        k->player->panel = PANEL_SERVICE;
        return true;
    }
    if (deed == KIOSK_LEAVE) {
        leave(k);
        return true;
    }
    return panel == PANEL_PIN ? take_pad(k, deed) : panel == PANEL_SERVICE && take_service(k, deed);
}

/* --- time --- */

static int64_t left_alone_ms(const struct kiosk *k)
{
    return k->staff_ms + (k->player->panel == PANEL_PIN ? PIN_IDLE_MS : KIOSK_STAFF_IDLE_MS);
}

/* When the oldest of the wrong tries no longer counts. */
static int64_t may_try_ms(const struct kiosk *k)
{
    int64_t oldest = INT64_MAX;
    for (int i = 0; i < KIOSK_TRIES_MOST && !staff_may_try(k); i++) {
        oldest = k->tries_ms[i] < oldest ? k->tries_ms[i] : oldest;
    }
    return oldest == INT64_MAX ? INT64_MAX : oldest + KIOSK_TRIES_MS;
}

int64_t staff_deadline(const struct kiosk *k)
{
    int64_t due = k->held_ms >= 0 ? k->held_ms + k->hold_needs_ms : INT64_MAX;
    enum panel panel = k->player->panel;
    if (panel == PANEL_CLEAN) {
        int64_t left = k->clean_until_ms - k->now_ms;
        return k->now_ms + (left <= 0 ? 0 : (left - 1) % 1000 + 1);
    }
    if (kiosk_is_staff_panel(panel)) {
        int64_t alone = left_alone_ms(k);
        int64_t again = panel == PANEL_PIN ? may_try_ms(k) : INT64_MAX;
        due = alone < due ? alone : due;
        due = again < due ? again : due;
    }
    return due;
}

bool staff_tick(struct kiosk *k)
{
    enum panel panel = k->player->panel;
    if (panel == PANEL_CLEAN) {
        if (k->now_ms >= k->clean_until_ms) {
            k->player->panel = PANEL_SERVICE;
            k->staff_ms = k->now_ms;
        }
        return true;
    }
    if (kiosk_is_staff_panel(panel)) {
        if (k->now_ms >= left_alone_ms(k)) {
            leave(k);
        }
        return true;
    }
    if (k->held_ms >= 0 && k->now_ms >= k->held_ms + k->hold_needs_ms) {
        open_pad(k);
        return true;
    }
    return false;
}
