#include "player/kiosk.h"

#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "support.h"

enum { SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE };
/* Monday, 2026-11-23, 12:00. */
#define NOON (INT64_C(20780) * 86400 + 12 * 3600)

/* A hall with a kiosk in it, and a clock that runs as fast as it is told. */
struct hall {
    struct bench b;
    struct kiosk *kiosk;
    int64_t now_ms;
    bool speaks;
    int began, ended, ticks;
    enum kiosk_end how;
    char scene_at_end[16];
};

static const struct kiosk_rules usual = {.idle_s = 90, .warn_s = 30, .has_pin = true, .volume = 70};

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

static void open_hall(struct hall *h, const struct kiosk_rules *rules)
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

static void close_hall(struct hall *h)
{
    kiosk_destroy(h->kiosk);
    bench_finish(&h->b);
}

/* Time passes as it does in the window: nothing is looked at but when its deadline comes. */
static void pass(struct hall *h, int64_t ms)
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

static bool act(struct hall *h, enum action action, int value)
{
    return player_act(h->b.player, action, value, h->now_ms);
}

static void press(struct hall *h, const char *id)
{
    int count;
    const struct item *items = player_items(h->b.player, &count);
    for (int i = 0; i < count; i++) {
        if (str_is(items[i].id, id)) {
            (void)act(h, ACTION_PRESS, i);
            return;
        }
    }
    fail_msg("no \"%s\" can be pressed", id);
}

static struct str scene(const struct hall *h)
{
    const struct viewing *v = player_viewing(h->b.player);
    return v ? viewing_scene(v)->id : STR("none");
}

static void assert_state(const struct hall *h, enum kiosk_state state, enum panel panel)
{
    if (kiosk_state(h->kiosk) != state || player_panel(h->b.player) != panel) {
        fail_msg("%s, panel %s, at %lld ms", kiosk_state_name(kiosk_state(h->kiosk)),
                 panel_name(player_panel(h->b.player)), (long long)h->now_ms);
    }
}

/* A visitor, as far as the turn at the river, where something can be chosen. */
static void come(struct hall *h)
{
    (void)act(h, ACTION_FORWARD, 0);
    for (int i = 0; i < 20 && player_screen(h->b.player) != SCREEN_CHOICES; i++) {
        (void)act(h, ACTION_FORWARD, 0);
    }
    assert_int_equal(player_screen(h->b.player), SCREEN_CHOICES);
}

/* --- the loop that invites --- */

static void test_attract(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    bool seen_b = false;
    bool seen_f = false;
    for (int i = 0; i < 3600; i++) {
        assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
        assert_true(player_is_attract(h.b.player));
        assert_int_equal(player_screen(h.b.player), SCREEN_SCENE);
        assert_null(player_sound(h.b.player));
        assert_non_null(bench_item(&h.b, "language.en"));
        assert_non_null(bench_item(&h.b, "language.ko"));
        seen_b |= str_is(scene(&h), "b");
        seen_f |= str_is(scene(&h), "f");
        assert_false(str_is(scene(&h), "c")); /* it needs a warning */
        pass(&h, SECOND);
    }
    assert_true(seen_b && seen_f);
    assert_int_equal(h.began, 0);
    close_hall(&h);
}

static void test_enter(void **state)
{
    (void)state;
    static const struct {
        enum action action;
        int value;
    } rows[] = {
        {ACTION_FORWARD, 0}, {ACTION_HUSH, 0}, {ACTION_CLOSE, 0}, {ACTION_CHOOSE, 0}, {ACTION_BACK, 0}, {ACTION_QUIT, 0},
        {ACTION_SPEECH_PAUSE, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct hall h;
        open_hall(&h, &usual);
        while (!str_is(scene(&h), "f")) {
            pass(&h, SECOND);
        }
        assert_true(act(&h, rows[i].action, rows[i].value));
        assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE);
        assert_int_equal(h.began, 1);
        assert_int_equal(player_screen(h.b.player), SCREEN_NOTICE); /* what the story touches comes before it */
        assert_non_null(bench_item(&h.b, "level.gentle"));
        assert_true(act(&h, ACTION_FORWARD, 0));
        assert_int_equal(player_screen(h.b.player), SCREEN_SCENE);
        assert_true(str_is(scene(&h), "f"));
        assert_int_equal(player_take_effects(h.b.player) & EFFECT_QUIT, 0);
        close_hall(&h);
    }
}

static void test_enter_in_a_language(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    press(&h, "language.ko");
    assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE);
    assert_true(str_is(player_language(h.b.player), "ko"));
    assert_non_null(bench_item(&h.b, "language.en")); /* and back again on every screen */
    press(&h, "language.en");
    assert_true(str_is(player_language(h.b.player), "en"));
    close_hall(&h);
}

static void test_headset(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    (void)act(&h, ACTION_SPEECH, 1); /* plugged in */
    assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE);
    assert_true(player_settings(h.b.player)->speech);
    (void)act(&h, ACTION_SPEECH, 1);
    assert_true(player_settings(h.b.player)->speech);
    (void)act(&h, ACTION_SPEECH, 2); /* and out */
    assert_false(player_settings(h.b.player)->speech);
    (void)act(&h, ACTION_SPEECH, 2);
    assert_false(player_settings(h.b.player)->speech);
    close_hall(&h);
}

/* --- idle --- */

static void test_idle(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        bool speech;
        int text_size, factor;
    } rows[] = {
        {"as usual", false, 100, 1},
        {"with larger text", false, 150, 1},
        {"with large text", false, 200, 2},
        {"aloud", true, 100, 2},
        {"aloud, and large", true, 300, 2},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct hall h;
        open_hall(&h, &usual);
        come(&h);
        if (rows[i].speech) {
            (void)act(&h, ACTION_SPEECH, 0);
        }
        (void)act(&h, ACTION_TEXT_SIZE, rows[i].text_size);
        int64_t idle = (int64_t)usual.idle_s * SECOND * rows[i].factor;
        int64_t warn = (int64_t)usual.warn_s * SECOND * rows[i].factor;
        int64_t from = h.now_ms;
        pass(&h, idle);
        assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE); /* the page takes its time to read besides */
        while (kiosk_state(h.kiosk) == KIOSK_IN_SESSION) {
            pass(&h, 100);
        }
        assert_state(&h, KIOSK_WARNS, PANEL_WARNING);
        if (h.now_ms - from < idle || h.now_ms - from > idle + MINUTE) {
            fail_msg("%s: warned after %lld ms", rows[i].what, (long long)(h.now_ms - from));
        }
        pass(&h, warn - SECOND);
        assert_state(&h, KIOSK_WARNS, PANEL_WARNING);
        assert_int_equal(h.ended, 0);
        pass(&h, SECOND);
        assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
        assert_int_equal(h.ended, 1);
        assert_int_equal(h.how, KIOSK_END_IDLE);
        assert_string_equal(h.scene_at_end, "b"); /* the player still showed it */
        close_hall(&h);
    }
}

static void test_countdown_is_said(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    come(&h);
    while (kiosk_state(h.kiosk) == KIOSK_IN_SESSION) {
        pass(&h, 100);
    }
    for (int left = 30; left > 0; left--) {
        char words[32];
        (void)snprintf(words, sizeof words, left == 1 ? "%d second" : "%d seconds", left);
        const struct item *item = bench_item(&h.b, "warning.seconds");
        assert_non_null(item);
        if (!str_is(item->name, words)) {
            fail_msg("\"%.*s\", not \"%s\"", STR_ARG(item->name), words);
        }
        pass(&h, SECOND);
    }
    close_hall(&h);
}

/* Whoever needs more time has it, as often as they ask, and finds what they left as they left it. */
static void test_extend(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    come(&h);
    (void)act(&h, ACTION_FOCUS_NEXT, 0);
    (void)act(&h, ACTION_PANEL, PANEL_SOURCES);
    (void)act(&h, ACTION_FOCUS_NEXT, 0);
    for (int i = 0; i < 25; i++) {
        while (kiosk_state(h.kiosk) == KIOSK_IN_SESSION) {
            pass(&h, SECOND);
        }
        assert_state(&h, KIOSK_WARNS, PANEL_WARNING);
        pass(&h, 29 * SECOND);
        if (i % 3 == 0) {
            press(&h, "warning.stay");
        } else if (i % 3 == 1) {
            (void)act(&h, ACTION_HOME, 0); /* whatever it is, it does nothing else */
        } else {
            player_stir(h.b.player, h.now_ms); /* a touch that meant nothing */
            pass(&h, SECOND);
        }
        assert_state(&h, KIOSK_IN_SESSION, PANEL_SOURCES);
    }
    assert_true(str_is(scene(&h), "b"));
    assert_int_equal(h.ended, 0);
    (void)act(&h, ACTION_CLOSE, 0);
    assert_int_equal(player_screen(h.b.player), SCREEN_CHOICES);
    assert_true(player_focus(h.b.player) >= 0);
    close_hall(&h);
}

/* To move through the warning by keys begins its time anew, so that it can be heard to its end. */
static void test_focus_in_warning(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    come(&h);
    while (kiosk_state(h.kiosk) == KIOSK_IN_SESSION) {
        pass(&h, SECOND);
    }
    pass(&h, 29 * SECOND);
    assert_true(act(&h, ACTION_FOCUS_NEXT, 0));
    pass(&h, 29 * SECOND);
    assert_state(&h, KIOSK_WARNS, PANEL_WARNING);
    (void)act(&h, ACTION_FOCUS, (int)(bench_item(&h.b, "warning.done") - player_items(h.b.player, &(int){0})));
    (void)act(&h, ACTION_ACTIVATE, 0);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    close_hall(&h);
}

static void test_voice_holds_it(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    come(&h);
    h.speaks = true;
    pass(&h, HOUR);
    assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE);
    h.speaks = false;
    pass(&h, 90 * SECOND);
    assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE); /* from its end on, all of the time */
    pass(&h, 5 * MINUTE);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    close_hall(&h);
}

/* --- reset --- */

static void test_reset(void **state)
{
    (void)state;
    static const struct {
        enum action action;
        int value;
    } spoils[] = {
        {ACTION_LANGUAGE, 2},
        {ACTION_SECOND_LANGUAGE, 1},
        {ACTION_TEXT_SIZE, 250},
        {ACTION_LEVEL, LEVEL_GENTLE},
        {ACTION_STILL, 0},
        {ACTION_SOUND, 0},
        {ACTION_SPEECH, 1},
        {ACTION_SPEECH_RATE, 1},
        {ACTION_SPACING, SPACING_WIDEST},
        {ACTION_SPACE_EACH, 0},
        {ACTION_PREFER, PREFERENCE_THEME * 16 + THEME_CONTRAST},
        {ACTION_PREFER, PREFERENCE_TYPEFACE * 16 + TYPEFACE_PLAIN},
        {ACTION_PREFER, PREFERENCE_PACE * 16 + PACE_DOUBLE},
        {ACTION_PREFER, PREFERENCE_LETTER * 16 + SPACING_WIDER},
        {ACTION_PANEL, PANEL_GLOSSARY},
        {ACTION_TERM, 0},
        {ACTION_FOCUS_NEXT, 0},
        {ACTION_HOME, 0},
        {ACTION_BEGIN_AT, 4},
    };
    struct hall h;
    open_hall(&h, &usual);
    uint64_t first = player_hash(h.b.player);
    for (size_t i = 0; i <= COUNT(spoils); i++) {
        come(&h);
        (void)act(&h, ACTION_CHOOSE, 1);
        (void)act(&h, ACTION_FORWARD, 0);
        for (size_t k = 0; k < COUNT(spoils); k++) { /* each alone, then all */
            if (k == i || i == COUNT(spoils)) {
                (void)act(&h, spoils[k].action, spoils[k].value);
            }
        }
        assert_true(player_hash(h.b.player) != first);
        pass(&h, 20 * MINUTE);
        while (!str_is(scene(&h), "b") || player_caption(h.b.player, &(int){0}) != 0) {
            pass(&h, SECOND);
        }
        assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
        if (player_hash(h.b.player) != first) {
            fail_msg("something is left of row %zu", i);
        }
        assert_int_equal(h.ended, (int)i + 1);
    }
    close_hall(&h);
}

/* --- home --- */

static void test_home(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    come(&h);
    assert_non_null(bench_item(&h.b, "home"));
    press(&h, "home"); /* nothing chosen yet: nothing to ask */
    assert_int_equal(player_screen(h.b.player), SCREEN_OPENING);
    assert_null(bench_item(&h.b, "opening.continue"));
    press(&h, "opening.begin");
    for (int i = 0; i < 20 && player_screen(h.b.player) != SCREEN_CHOICES; i++) {
        (void)act(&h, ACTION_FORWARD, 0);
    }
    (void)act(&h, ACTION_LANGUAGE, 2);
    (void)act(&h, ACTION_CHOOSE, 1);
    press(&h, "home");
    assert_state(&h, KIOSK_IN_SESSION, PANEL_AGAIN);
    press(&h, "again.stay");
    assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE);
    assert_true(player_screen(h.b.player) != SCREEN_OPENING);
    press(&h, "home");
    (void)act(&h, ACTION_CLOSE, 0);
    assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE);
    press(&h, "home");
    press(&h, "again.same");
    assert_int_equal(player_screen(h.b.player), SCREEN_OPENING);
    assert_true(str_is(player_language(h.b.player), "es")); /* the same person, in their language */
    assert_int_equal(h.ended, 0);
    press(&h, "opening.begin");
    for (int i = 0; i < 20 && player_screen(h.b.player) != SCREEN_CHOICES; i++) {
        (void)act(&h, ACTION_FORWARD, 0);
    }
    (void)act(&h, ACTION_CHOOSE, 1);
    (void)act(&h, ACTION_HOME, 0);
    press(&h, "again.next");
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    assert_true(str_is(player_language(h.b.player), "en"));
    assert_int_equal(h.ended, 1);
    assert_int_equal(h.how, KIOSK_END_HOME);
    close_hall(&h);
}

static void test_refused(void **state)
{
    (void)state;
    static const struct {
        enum action action;
        int value;
    } rows[] = {
        {ACTION_QUIT, 0},          {ACTION_FULL_SCREEN, 0},     {ACTION_SCREENSHOT, 0},     {ACTION_DELETE_PLACE, 0},
        {ACTION_LEVEL, 1},         {ACTION_PANEL, PANEL_PIN},   {ACTION_PANEL, PANEL_SERVICE}, {ACTION_PANEL, PANEL_CLOSED},
        {ACTION_KIOSK, 100},       {ACTION_KIOSK, -1},
    };
    struct kiosk_rules locked = usual;
    locked.locks_level = true;
    struct hall h;
    open_hall(&h, &locked);
    come(&h);
    (void)player_take_effects(h.b.player);
    uint64_t before = player_hash(h.b.player);
    for (size_t i = 0; i < COUNT(rows); i++) {
        (void)act(&h, rows[i].action, rows[i].value);
        if (player_hash(h.b.player) != before || player_take_effects(h.b.player) != 0) {
            fail_msg("row %zu did something", i);
        }
    }
    for (int deed = 0; deed < 64; deed++) { /* the staff's deeds without the staff's screen */
        if (deed != 1 && deed != 2) { /* done, and again */
            (void)act(&h, ACTION_KIOSK, deed);
            assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE);
        }
    }
    (void)act(&h, ACTION_PANEL, PANEL_SETTINGS);
    assert_null(bench_item(&h.b, "quit"));
    assert_null(bench_item(&h.b, "settings.full-screen"));
    assert_null(bench_item(&h.b, "settings.delete"));
    assert_null(bench_item(&h.b, "level.gentle"));
    close_hall(&h);
}

/* --- hours --- */

static void test_hours(void **state)
{
    (void)state;
    struct kiosk_rules rules = usual;
    struct strbuf fault = {0};
    assert_true(hours_parse(&rules.hours, STR("Mon-Fri 10:00-18:00"), &fault));
    struct hall h;
    open_hall(&h, &rules); /* Monday noon */
    pass(&h, 6 * HOUR - MINUTE);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    pass(&h, 2 * MINUTE);
    assert_state(&h, KIOSK_CLOSED, PANEL_CLOSED);
    int count;
    (void)player_items(h.b.player, &count);
    assert_int_equal(count, 0);
    assert_false(act(&h, ACTION_FORWARD, 0));
    assert_state(&h, KIOSK_CLOSED, PANEL_CLOSED);
    int ticks = h.ticks;
    pass(&h, 15 * HOUR);
    assert_state(&h, KIOSK_CLOSED, PANEL_CLOSED);
    assert_true(h.ticks - ticks <= 15 * 60 + 1); /* it sleeps */
    pass(&h, HOUR);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    pass(&h, 8 * HOUR - 2 * MINUTE);
    come(&h); /* just before it closes: nobody is sent away */
    for (int i = 0; i < 10; i++) {
        pass(&h, MINUTE);
        (void)act(&h, ACTION_HUSH, 0);
        assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE);
    }
    pass(&h, 10 * MINUTE);
    assert_state(&h, KIOSK_CLOSED, PANEL_CLOSED);
    assert_int_equal(h.began, 1);
    assert_int_equal(h.ended, 1);
    strbuf_finish(&fault);
    close_hall(&h);
}

/* --- staff --- */

static void grip(struct hall *h, int64_t ms)
{
    kiosk_finger(h->kiosk, 1, 20, 30, true, h->now_ms);
    kiosk_finger(h->kiosk, 2, 980, 990, true, h->now_ms);
    pass(h, ms);
    kiosk_finger(h->kiosk, 1, 20, 30, false, h->now_ms);
    kiosk_finger(h->kiosk, 2, 980, 990, false, h->now_ms);
}

static void type(struct hall *h, const char *digits)
{
    for (; *digits; digits++) {
        char id[] = {'p', 'i', 'n', '.', *digits, '\0'};
        press(h, id);
    }
    press(h, "pin.enter");
}

static void test_staff(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    grip(&h, 4900);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE); /* not long enough */
    grip(&h, 5100);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_PIN);
    type(&h, "1111");
    assert_state(&h, KIOSK_ATTRACTS, PANEL_PIN);
    assert_non_null(bench_item(&h.b, "pin.wrong"));
    type(&h, "2468");
    assert_state(&h, KIOSK_ATTRACTS, PANEL_SERVICE);
    assert_true(bench_says(&h.b, "All is well."));
    press(&h, "service.louder");
    press(&h, "service.louder");
    press(&h, "service.louder");
    press(&h, "service.louder");
    assert_int_equal(kiosk_volume(h.kiosk), 100);
    press(&h, "service.quieter");
    assert_int_equal(kiosk_volume(h.kiosk), 90);
    press(&h, "service.clean");
    assert_state(&h, KIOSK_ATTRACTS, PANEL_CLEAN);
    for (int i = 0; i < 59; i++) {
        assert_false(act(&h, ACTION_CLOSE, 0));
        assert_false(act(&h, ACTION_FORWARD, 0));
        assert_false(act(&h, ACTION_HOME, 0));
        pass(&h, SECOND);
        assert_state(&h, KIOSK_ATTRACTS, PANEL_CLEAN);
    }
    pass(&h, SECOND);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_SERVICE);
    press(&h, "service.touch");
    kiosk_finger(h.kiosk, 7, 120, 800, true, h.now_ms);
    assert_true(bench_says(&h.b, "12 percent from the left, 80 percent from the top"));
    assert_true(bench_says(&h.b, "1 touch"));
    press(&h, "touch.leave");
    press(&h, "service.leave");
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    assert_int_equal(h.began, 0); /* the staff are nobody's visitor */
    grip(&h, 5100);
    type(&h, "2468");
    pass(&h, 3 * MINUTE); /* left open by mistake */
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    grip(&h, 5100);
    type(&h, "2468");
    press(&h, "service.exit");
    assert_true(kiosk_wants_out(h.kiosk));
    assert_true(player_take_effects(h.b.player) & EFFECT_QUIT);
    close_hall(&h);
}

static void test_wrong_pins(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    grip(&h, 5100);
    type(&h, "1");
    type(&h, "2");
    type(&h, "3");
    assert_non_null(bench_item(&h.b, "pin.wait"));
    type(&h, "2468"); /* right, and too soon */
    assert_state(&h, KIOSK_ATTRACTS, PANEL_PIN);
    pass(&h, 29 * SECOND);
    press(&h, "pin.erase");
    pass(&h, 29 * SECOND);
    assert_non_null(bench_item(&h.b, "pin.wait"));
    press(&h, "pin.leave");
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    grip(&h, 5100); /* opened anew, it has not forgotten */
    assert_state(&h, KIOSK_ATTRACTS, PANEL_PIN);
    type(&h, "2468");
    assert_state(&h, KIOSK_ATTRACTS, PANEL_SERVICE);
    close_hall(&h);
}

static void test_no_way_in(void **state)
{
    (void)state;
    struct kiosk_rules rules = usual;
    rules.has_pin = false;
    struct hall h;
    open_hall(&h, &rules);
    grip(&h, MINUTE);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    close_hall(&h);
    open_hall(&h, &usual);
    kiosk_finger(h.kiosk, 1, 20, 30, true, 0); /* two corners of one side */
    kiosk_finger(h.kiosk, 2, 980, 30, true, 0);
    pass(&h, MINUTE);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    close_hall(&h);
}

static void test_chord(void **state)
{
    (void)state;
    struct kiosk_rules rules = usual;
    rules.chord[0] = 30;
    rules.chord[1] = 32;
    rules.chord_count = 2;
    struct hall h;
    open_hall(&h, &rules);
    kiosk_key(h.kiosk, 30, true, h.now_ms);
    pass(&h, 10 * SECOND);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    kiosk_key(h.kiosk, 32, true, h.now_ms);
    pass(&h, 2900);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    pass(&h, 100);
    assert_state(&h, KIOSK_ATTRACTS, PANEL_PIN);
    pass(&h, 31 * SECOND); /* an empty pad is not left standing */
    assert_state(&h, KIOSK_ATTRACTS, PANEL_NONE);
    close_hall(&h);
}

/* A visitor's place under the staff's hands is theirs again afterwards. */
static void test_staff_in_session(void **state)
{
    (void)state;
    struct hall h;
    open_hall(&h, &usual);
    come(&h);
    grip(&h, 5100);
    assert_state(&h, KIOSK_IN_SESSION, PANEL_PIN);
    type(&h, "2468");
    press(&h, "service.leave");
    assert_state(&h, KIOSK_IN_SESSION, PANEL_NONE);
    assert_int_equal(player_screen(h.b.player), SCREEN_CHOICES);
    close_hall(&h);
}

static void test_orbit(void **state)
{
    (void)state;
    bool moved = false;
    for (int64_t t = 0; t < HOUR; t += MINUTE) {
        int x;
        int y;
        kiosk_orbit(t, &x, &y);
        assert_in_range(x + KIOSK_ORBIT_PX, 0, 2 * KIOSK_ORBIT_PX);
        assert_in_range(y + KIOSK_ORBIT_PX, 0, 2 * KIOSK_ORBIT_PX);
        moved |= x != 0 || y != 0;
    }
    assert_true(moved);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attract),
        cmocka_unit_test(test_enter),
        cmocka_unit_test(test_enter_in_a_language),
        cmocka_unit_test(test_headset),
        cmocka_unit_test(test_idle),
        cmocka_unit_test(test_countdown_is_said),
        cmocka_unit_test(test_extend),
        cmocka_unit_test(test_focus_in_warning),
        cmocka_unit_test(test_voice_holds_it),
        cmocka_unit_test(test_reset),
        cmocka_unit_test(test_home),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_hours),
        cmocka_unit_test(test_staff),
        cmocka_unit_test(test_wrong_pins),
        cmocka_unit_test(test_no_way_in),
        cmocka_unit_test(test_chord),
        cmocka_unit_test(test_staff_in_session),
        cmocka_unit_test(test_orbit),
    };
    return cmocka_run_group_tests_name("kiosk", tests, NULL, NULL);
}
