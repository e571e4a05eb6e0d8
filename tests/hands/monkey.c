/* A monkey at the keyboard, the screen, the mouse and the pad, while the window and the display come and go:
 *   monkey play|kiosk [STORY] --script SEED:EVENTS [options]
 * is the program with a monkey for its script. What must hold, holds after every turn of the main loop; where it does
 * not, the rig says which event it was and aborts. The same seed does the same: the last line tells what it came to. */
#include <stdio.h>
#include <stdlib.h>

#include "base/compiler.h"
#include "hands.h"
#include "stage/painter.h"

enum { HELD_MOST = 6, FINGERS = 5, MINUTE_MS = 60 * 1000, HOUR_MS = 60 * MINUTE_MS, CHECK_EVERY = 1000, GO_ON_MOST = 25 };

struct monkey {
    struct hands hands;
    int64_t event; /* how many were */
    int held[HELD_MOST];
    int held_count;
    bool is_down[FINGERS];
    double x[FINGERS], y[FINGERS];
    enum kiosk_state state;
    uint64_t boot, sum;
    int64_t sessions, resets;
    unsigned screens, panels; /* seen; bits */
};

static _Noreturn void fail(const struct monkey *m, const char *what)
{
    (void)fprintf(stderr, "monkey: after event %lld, at %lld ms: %s\n", (long long)m->event,
                  (long long)*m->hands.now_ms, what);
    abort();
}

/* --- what must hold --- */

static void watch_kiosk(struct monkey *m)
{
    const struct player *p = hands_player(&m->hands);
    const struct kiosk *k = hands_kiosk(&m->hands);
    enum panel panel = player_panel(p);
    enum kiosk_state state = kiosk_state(k);
    if (kiosk_wants_out(k)) {
        fail(m, "the kiosk would end");
    }
    if (panel == PANEL_SERVICE || panel == PANEL_CLEAN || panel == PANEL_TOUCH) {
        fail(m, "a visitor has reached the staff's screens");
    }
    if (!player_settings(p)->full_screen) {
        fail(m, "the kiosk no longer fills the screen");
    }
    bool is_reset = state == KIOSK_ATTRACTS && m->state != KIOSK_ATTRACTS;
    if (is_reset && player_hash(p) != m->boot) {
        fail(m, "something of the visitor is left");
    }
    m->resets += is_reset;
    m->sessions += state == KIOSK_IN_SESSION && (m->state == KIOSK_ATTRACTS || m->state == KIOSK_CLOSED);
    m->state = state;
}

static void watch(void *self)
{
    struct monkey *m = self;
    const struct player *p = hands_player(&m->hands);
    int count;
    (void)player_items(p, &count);
    if (count == 0 && player_panel(p) != PANEL_CLOSED) {
        fail(m, "nothing is on the screen");
    }
    if (player_focus(p) >= count) {
        fail(m, "the focus is on nothing");
    }
    if (hands_kiosk(&m->hands)) {
        watch_kiosk(m);
    }
    m->screens |= 1U << player_screen(p);
    m->panels |= 1U << player_panel(p);
}

static void turn(struct monkey *m)
{
    if (!hands_turn(&m->hands)) {
        fail(m, "the program has ended, or is deaf");
    }
}

static void idle(struct monkey *m, int64_t ms)
{
    if (!hands_idle(&m->hands, ms)) {
        fail(m, "the program has ended, or is deaf");
    }
}

/* --- where to touch --- */

/* Half of the touches mean something; the others lie anywhere, some outside. */
static void choose_point(struct monkey *m, double *x_out, double *y_out)
{
    struct hands *h = &m->hands;
    const struct frame *f = h->stage->frame;
    const struct placed *p = f && f->placed_count ? &f->placed[chance_of(h, f->placed_count)] : NULL;
    struct size page = h->stage->screen.size;
    if (chance_in(h, 12)) {
        *x_out = chance_of(h, 2) ? 0.99 : 0.01; /* the corners, for the staff's grip */
        *y_out = chance_of(h, 2) ? 0.99 : 0.01;
    } else if (p && p->hit.w > 0 && chance_of(h, 2)) {
        *x_out = (p->hit.x + chance_of(h, p->hit.w) + 0.5) / page.w;
        *y_out = (p->hit.y + chance_of(h, p->hit.h) + 0.5) / page.h;
    } else {
        *x_out = (chance_of(h, 1200) - 100) / 1000.0;
        *y_out = (chance_of(h, 1200) - 100) / 1000.0;
    }
}

/* --- what a monkey does --- */

static unsigned some_modifiers(struct hands *h)
{
    static const unsigned modifiers[] = {KMOD_LSHIFT, KMOD_RSHIFT, KMOD_LCTRL, KMOD_RCTRL, KMOD_LALT,
                                         KMOD_RALT,   KMOD_LGUI,   KMOD_CAPS,  KMOD_NUM};
    unsigned held = KMOD_NONE;
    for (int i = chance_of(h, 4) - 1; i > 0; i--) {
        held |= modifiers[chance_of(h, (int)COUNT(modifiers))];
    }
    return held;
}

static void press(struct monkey *m, int scancode, int keycode)
{
    struct hands *h = &m->hands;
    unsigned modifiers = some_modifiers(h);
    hands_key(h, scancode, keycode, modifiers, true, false);
    if (m->held_count < HELD_MOST && chance_in(h, 4)) {
        m->held[m->held_count++] = scancode;
    } else {
        turn(m);
        hands_key(h, scancode, keycode, modifiers, false, false);
    }
}

/* Those that mean something in most places. */
static void press_known(struct monkey *m)
{
    static const int known[] = {
        SDL_SCANCODE_SPACE, SDL_SCANCODE_RETURN, SDL_SCANCODE_RIGHT, SDL_SCANCODE_LEFT, SDL_SCANCODE_UP,
        SDL_SCANCODE_DOWN, SDL_SCANCODE_TAB, SDL_SCANCODE_BACKSPACE, SDL_SCANCODE_ESCAPE, SDL_SCANCODE_HOME,
        SDL_SCANCODE_PAGEUP, SDL_SCANCODE_PAGEDOWN, SDL_SCANCODE_1, SDL_SCANCODE_2, SDL_SCANCODE_3, SDL_SCANCODE_9,
        SDL_SCANCODE_PERIOD, SDL_SCANCODE_COMMA, SDL_SCANCODE_MINUS, SDL_SCANCODE_EQUALS, SDL_SCANCODE_F1,
        SDL_SCANCODE_F2, SDL_SCANCODE_F10, SDL_SCANCODE_F11, SDL_SCANCODE_F15, SDL_SCANCODE_F16, SDL_SCANCODE_PAUSE,
        SDL_SCANCODE_Q, SDL_SCANCODE_AC_HOME, SDL_SCANCODE_HELP,
    };
    int letter = SDL_SCANCODE_A + chance_of(&m->hands, 26);
    int n = chance_of(&m->hands, (int)COUNT(known) + 12);
    press(m, n < (int)COUNT(known) ? known[n] : letter, -1);
}

/* On through the story, or a monkey would never see the end of a scene. */
static void go_on(struct monkey *m)
{
    for (int i = chance_of(&m->hands, GO_ON_MOST); i > 0; i--) {
        bool chooses = player_screen(hands_player(&m->hands)) == SCREEN_CHOICES;
        (void)hands_press(&m->hands, chooses ? SDL_SCANCODE_1 + chance_of(&m->hands, 4) : SDL_SCANCODE_SPACE);
        *m->hands.now_ms += chance_of(&m->hands, 800);
    }
}

static void press_any(struct monkey *m)
{
    int scancode = chance_of(&m->hands, SDL_NUM_SCANCODES);
    press(m, scancode, chance_in(&m->hands, 4) ? chance_of(&m->hands, 0x10FFFF) : -1);
}

static void hold(struct monkey *m)
{
    struct hands *h = &m->hands;
    for (int i = m->held_count ? chance_of(h, 8) : 0; i > 0; i--) {
        hands_key(h, m->held[0], -1, KMOD_NONE, true, true);
        turn(m);
        *h->now_ms += 30;
    }
}

static void release(struct monkey *m)
{
    struct hands *h = &m->hands;
    if (m->held_count) {
        int n = chance_of(h, m->held_count);
        hands_key(h, m->held[n], -1, KMOD_NONE, false, false);
        m->held[n] = m->held[--m->held_count];
    }
}

/* A finger that is down moves or comes up, where it is or far away; a few are never told to come up. */
static void touch(struct monkey *m)
{
    struct hands *h = &m->hands;
    int n = chance_of(h, FINGERS);
    if (!m->is_down[n]) {
        choose_point(m, &m->x[n], &m->y[n]);
        hands_finger(h, SDL_FINGERDOWN, n, m->x[n], m->y[n]);
        m->is_down[n] = true;
    } else if (chance_in(h, 3)) {
        choose_point(m, &m->x[n], &m->y[n]);
        hands_finger(h, SDL_FINGERMOTION, n, m->x[n], m->y[n]);
    } else {
        if (!chance_in(h, 50)) {
            hands_finger(h, SDL_FINGERUP, n, m->x[n], m->y[n]);
        }
        m->is_down[n] = false;
    }
}

static void tap(struct monkey *m)
{
    double x, y;
    choose_point(m, &x, &y);
    if (!hands_tap(&m->hands, FINGERS + chance_of(&m->hands, 2), x, y)) {
        fail(m, "the program has ended, or is deaf");
    }
}

static void mouse(struct monkey *m)
{
    struct hands *h = &m->hands;
    struct size page = h->stage->screen.size;
    double x, y;
    choose_point(m, &x, &y);
    SDL_Event e = {0};
    switch (chance_of(h, 4)) {
    case 0:
        e.motion = (SDL_MouseMotionEvent){.type = SDL_MOUSEMOTION, .x = (int)(x * page.w), .y = (int)(y * page.h)};
        break;
    case 1:
        e.wheel = (SDL_MouseWheelEvent){.type = SDL_MOUSEWHEEL, .preciseY = (float)(chance_of(h, 41) - 20) / 4};
        e.wheel.preciseY *= chance_in(h, 20) ? 1e6F : 1;
        break;
    default:
        e.button = (SDL_MouseButtonEvent){.type = chance_of(h, 2) ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP};
        e.button.button = (Uint8)(chance_of(h, 2) ? SDL_BUTTON_LEFT : chance_of(h, 8));
        e.button.x = (int)(x * page.w);
        e.button.y = (int)(y * page.h);
        break;
    }
    if (h->tells) {
        (void)fprintf(stderr, "mouse %x, button %d, at %.3f %.3f\n", e.type, e.button.button, x, y);
    }
    hands_event(h, &e);
}

static void pad(struct monkey *m)
{
    struct hands *h = &m->hands;
    int button = chance_of(h, SDL_CONTROLLER_BUTTON_MAX);
    int type = chance_of(h, SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_PAIR + 1);
    struct pad_deed deed = {pad_deed_of(button), chance_in(h, 3)};
    if (h->tells) {
        (void)fprintf(stderr, "button %d of a pad of type %d\n", button, type);
    }
    stage_take_pad(h->stage, deed, (SDL_GameControllerType)type);
}

static void resize(struct monkey *m)
{
    static const struct size sizes[] = {{320, 256}, {320, 256}, {480, 640}, {640, 360}, {256, 480}, {800, 600}};
    struct size size = sizes[chance_of(&m->hands, (int)COUNT(sizes))];
    if (m->hands.tells) {
        (void)fprintf(stderr, "size %d x %d\n", size.w, size.h);
    }
    stage_feed_size(m->hands.stage, size);
    hands_window(&m->hands, SDL_WINDOWEVENT_SIZE_CHANGED);
}

static void shake_window(struct monkey *m)
{
    struct hands *h = &m->hands;
    hands_window(h, chance_of(h, SDL_WINDOWEVENT_DISPLAY_CHANGED + 1));
}

/* What the system tells: the display is lost and found, devices come and go, files are dropped, the program is to end. */
static void shake_system(struct monkey *m)
{
    static const Uint32 types[] = {
        SDL_QUIT, SDL_APP_TERMINATING, SDL_APP_LOWMEMORY, SDL_APP_WILLENTERBACKGROUND, SDL_APP_DIDENTERFOREGROUND,
        SDL_LOCALECHANGED, SDL_SYSWMEVENT, SDL_KEYMAPCHANGED, SDL_CLIPBOARDUPDATE, SDL_DROPBEGIN, SDL_DROPCOMPLETE,
        SDL_AUDIODEVICEADDED, SDL_AUDIODEVICEREMOVED, SDL_RENDER_TARGETS_RESET, SDL_RENDER_DEVICE_RESET,
        SDL_RENDER_TARGETS_RESET, SDL_RENDER_DEVICE_RESET, SDL_JOYDEVICEREMOVED, SDL_CONTROLLERDEVICEADDED,
        SDL_CONTROLLERDEVICEREMOVED, SDL_CONTROLLERBUTTONDOWN, SDL_CONTROLLERAXISMOTION, SDL_USEREVENT,
    };
    SDL_Event e = {.type = types[chance_of(&m->hands, (int)COUNT(types))]};
    if (m->hands.tells) {
        (void)fprintf(stderr, "event %x\n", e.type);
    }
    hands_event(&m->hands, &e);
}

static void let_time_pass(struct monkey *m)
{
    struct hands *h = &m->hands;
    int kind = chance_of(h, 100);
    if (kind < 60) {
        (void)hands_wait(h, 1 + chance_of(h, 100), 16);
    } else if (kind < 90) {
        (void)hands_wait(h, 100 + chance_of(h, 2000), 200);
    } else if (kind < 96) {
        idle(m, chance_of(h, MINUTE_MS));
    } else if (kind < 99) {
        idle(m, MINUTE_MS + chance_of(h, 5 * MINUTE_MS)); /* they have left */
    } else if (chance_in(h, 4)) {
        idle(m, HOUR_MS + chance_of(h, 12 * HOUR_MS));
    }
}

static const struct {
    int of_1000;
    void (*run)(struct monkey *m);
} deeds[] = {{220, press_known}, {100, press_any},   {20, hold},         {60, release}, {180, touch}, {120, tap},
             {30, go_on},        {80, mouse},        {50, pad},          {3, resize},        {7, shake_window}, {10, shake_system},
             {120, let_time_pass}};

static void do_one(struct monkey *m)
{
    int n = chance_of(&m->hands, 1000);
    for (size_t i = 0; i < COUNT(deeds); i++) {
        n -= deeds[i].of_1000;
        if (n < 0) {
            deeds[i].run(m);
            return;
        }
    }
}

/* --- is it alive? --- */

/* Touches the first thing in sight that does this; whatever else is still held down, a new finger is felt. */
static void touch_what_does(struct monkey *m, enum action action)
{
    struct hands *h = &m->hands;
    const struct frame *f = h->stage->frame;
    struct size page = h->stage->screen.size;
    int count;
    const struct item *items = player_items(hands_player(h), &count);
    enum panel before = player_panel(hands_player(h));
    for (int i = 0; i < f->placed_count; i++) {
        struct rect hit = f->placed[i].hit;
        if (items[f->placed[i].item].action == action && hit.w > 0 && hit.h > 0) {
            (void)hands_tap(h, 2000 + m->event, (hit.x + hit.w / 2.0) / page.w, (hit.y + hit.h / 2.0) / page.h);
            if (player_panel(hands_player(h)) == before) {
                fail(m, "a touch of a panel's button does nothing");
            }
            return;
        }
    }
    fail(m, "no button of a panel is in sight");
}

/* Whatever was done to it: it comes back to itself, and the next touch lets the next visitor in. */
static void expect_next_visitor(struct monkey *m)
{
    const struct kiosk *k = hands_kiosk(&m->hands);
    hands_window(&m->hands, SDL_WINDOWEVENT_EXPOSED);
    for (int i = 0; i < 30 * 60 && (kiosk_state(k) != KIOSK_ATTRACTS || player_panel(hands_player(&m->hands))); i++) {
        idle(m, MINUTE_MS);
    }
    if (kiosk_state(k) != KIOSK_ATTRACTS) {
        fail(m, "the kiosk does not return to its loop");
    }
    (void)hands_tap(&m->hands, 1000 + m->event, 0.5, 0.5);
    if (kiosk_state(k) != KIOSK_IN_SESSION) {
        fail(m, "a touch does not let the next visitor in");
    }
    (void)hands_turn(&m->hands);
    touch_what_does(m, ACTION_PANEL);
}

static void expect_help(struct monkey *m)
{
    hands_window(&m->hands, SDL_WINDOWEVENT_EXPOSED);
    idle(m, INPUT_HELD_MOST_MS);
    for (int i = 0; i < 8; i++) {
        (void)hands_press(&m->hands, SDL_SCANCODE_ESCAPE);
    }
    (void)hands_press(&m->hands, SDL_SCANCODE_F1);
    if (player_panel(hands_player(&m->hands)) != PANEL_HELP) {
        fail(m, "the program does not answer its key for help");
    }
    touch_what_does(m, ACTION_CLOSE);
}

static void expect_life(struct monkey *m)
{
    if (hands_kiosk(&m->hands)) {
        expect_next_visitor(m);
    } else {
        expect_help(m);
    }
}

/* --- */

static void add(uint64_t *sum, uint64_t value)
{
    *sum = (*sum ^ value) * UINT64_C(0x100000001B3);
}

static uint64_t page_sum(const struct monkey *m)
{
    struct error err = {0};
    uint64_t sum = 1;
    SDL_Surface *page = painter_shot(m->hands.stage->screen.painter, &err);
    if (!page) {
        fail(m, "the page cannot be saved");
    }
    for (int y = 0; y < page->h; y++) {
        const Uint32 *row = (const Uint32 *)((const Uint8 *)page->pixels + (size_t)y * (size_t)page->pitch);
        for (int x = 0; x < page->w; x++) {
            add(&sum, row[x]);
        }
    }
    SDL_FreeSurface(page);
    return sum;
}

static void report(const struct monkey *m)
{
    (void)fprintf(stderr,
                  "monkey: %lld events, %.1f h, %lld visitors, %lld resets, screens %x, panels %x, state %016llx, "
                  "page %016llx\n",
                  (long long)m->event, (double)*m->hands.now_ms / HOUR_MS, (long long)m->sessions,
                  (long long)m->resets, m->screens, m->panels, (unsigned long long)m->sum,
                  (unsigned long long)page_sum(m));
}

static void run(struct monkey *m, int64_t count)
{
    while (m->event < count) {
        m->event++;
        do_one(m);
        if (m->hands.stage->act_count || chance_in(&m->hands, 3)) {
            turn(m);
        }
        if (m->event % 8 == 0) {
            add(&m->sum, player_hash(hands_player(&m->hands)));
        }
        if (m->event % CHECK_EVERY == 0 || m->event == count) {
            expect_life(m);
        }
    }
}

bool play_script(struct play *p, struct stage *stage, struct str order, int64_t *now_ms)
{
    struct monkey m = {0};
    int64_t count;
    if (!hands_begin(&m.hands, p, stage, order, now_ms, &count)) {
        return false;
    }
    turn(&m);
    m.boot = player_hash(hands_player(&m.hands));
    m.hands.after = watch;
    m.hands.self = &m;
    run(&m, count);
    (void)stage_draw_now(stage);
    report(&m);
    return true;
}
