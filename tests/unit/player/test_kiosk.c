#include "player/kiosk.h"

#include <stdio.h>

#include "base/compiler.h"
#include "hall.h"

/* --- the loop that invites --- */

static void test_attract(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    bool seen_b = false;
    bool seen_f = false;
    for (int i = 0; i < 3600; i++) {
        hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
        assert_true(player_is_attract(h.b.player));
        assert_int_equal(player_screen(h.b.player), SCREEN_SCENE);
        assert_null(player_sound(h.b.player));
        assert_non_null(bench_item(&h.b, "language.en"));
        assert_non_null(bench_item(&h.b, "language.ko"));
        seen_b |= str_is(hall_scene(&h), "b");
        seen_f |= str_is(hall_scene(&h), "f");
        assert_false(str_is(hall_scene(&h), "c")); /* it needs a warning */
        hall_pass(&h, SECOND);
    }
    assert_true(seen_b && seen_f);
    assert_int_equal(h.began, 0);
    hall_close(&h);
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
        hall_open(&h, &hall_usual);
        while (!str_is(hall_scene(&h), "f")) {
            hall_pass(&h, SECOND);
        }
        assert_true(hall_act(&h, rows[i].action, rows[i].value));
        hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE);
        assert_int_equal(h.began, 1);
        assert_int_equal(player_screen(h.b.player), SCREEN_NOTICE); /* what the story touches comes before it */
        assert_non_null(bench_item(&h.b, "level.gentle"));
        assert_true(hall_act(&h, ACTION_FORWARD, 0));
        assert_int_equal(player_screen(h.b.player), SCREEN_SCENE);
        assert_true(str_is(hall_scene(&h), "f"));
        assert_int_equal(player_take_effects(h.b.player) & EFFECT_QUIT, 0);
        hall_close(&h);
    }
}

static void test_enter_in_a_language(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    hall_press(&h, "language.ko");
    hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE);
    assert_true(str_is(player_language(h.b.player), "ko"));
    assert_non_null(bench_item(&h.b, "language.en")); /* and back again on every screen */
    hall_press(&h, "language.en");
    assert_true(str_is(player_language(h.b.player), "en"));
    hall_close(&h);
}

static void test_headset(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    (void)hall_act(&h, ACTION_SPEECH, 1); /* plugged in */
    hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE);
    assert_true(player_settings(h.b.player)->speech);
    (void)hall_act(&h, ACTION_SPEECH, 1);
    assert_true(player_settings(h.b.player)->speech);
    (void)hall_act(&h, ACTION_SPEECH, 2); /* and out */
    assert_false(player_settings(h.b.player)->speech);
    (void)hall_act(&h, ACTION_SPEECH, 2);
    assert_false(player_settings(h.b.player)->speech);
    hall_close(&h);
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
        hall_open(&h, &hall_usual);
        hall_come(&h);
        if (rows[i].speech) {
            (void)hall_act(&h, ACTION_SPEECH, 0);
        }
        (void)hall_act(&h, ACTION_TEXT_SIZE, rows[i].text_size);
        int64_t idle = (int64_t)hall_usual.idle_s * SECOND * rows[i].factor;
        int64_t warn = (int64_t)hall_usual.warn_s * SECOND * rows[i].factor;
        int64_t from = h.now_ms;
        hall_pass(&h, idle);
        hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE); /* the page takes its time to read besides */
        while (kiosk_state(h.kiosk) == KIOSK_IN_SESSION) {
            hall_pass(&h, 100);
        }
        hall_expect(&h, KIOSK_WARNS, PANEL_WARNING);
        if (h.now_ms - from < idle || h.now_ms - from > idle + MINUTE) {
            fail_msg("%s: warned after %lld ms", rows[i].what, (long long)(h.now_ms - from));
        }
        hall_pass(&h, warn - SECOND);
        hall_expect(&h, KIOSK_WARNS, PANEL_WARNING);
        assert_int_equal(h.ended, 0);
        hall_pass(&h, SECOND);
        hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
        assert_int_equal(h.ended, 1);
        assert_int_equal(h.how, KIOSK_END_IDLE);
        assert_string_equal(h.scene_at_end, "b"); /* the player still showed it */
        hall_close(&h);
    }
}

static void test_countdown_is_said(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    hall_come(&h);
    while (kiosk_state(h.kiosk) == KIOSK_IN_SESSION) {
        hall_pass(&h, 100);
    }
    for (int left = 30; left > 0; left--) {
        char words[32];
        (void)snprintf(words, sizeof words, left == 1 ? "%d second" : "%d seconds", left);
        const struct item *item = bench_item(&h.b, "warning.seconds");
        assert_non_null(item);
        if (!str_is(item->name, words)) {
            fail_msg("\"%.*s\", not \"%s\"", STR_ARG(item->name), words);
        }
        hall_pass(&h, SECOND);
    }
    hall_close(&h);
}

/* Whoever needs more time has it, as often as they ask, and finds what they left as they left it. */
static void test_extend(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    hall_come(&h);
    (void)hall_act(&h, ACTION_FOCUS_NEXT, 0);
    (void)hall_act(&h, ACTION_PANEL, PANEL_SOURCES);
    (void)hall_act(&h, ACTION_FOCUS_NEXT, 0);
    for (int i = 0; i < 25; i++) {
        while (kiosk_state(h.kiosk) == KIOSK_IN_SESSION) {
            hall_pass(&h, SECOND);
        }
        hall_expect(&h, KIOSK_WARNS, PANEL_WARNING);
        hall_pass(&h, 29 * SECOND);
        if (i % 3 == 0) {
            hall_press(&h, "warning.stay");
        } else if (i % 3 == 1) {
            (void)hall_act(&h, ACTION_HOME, 0); /* whatever it is, it does nothing else */
        } else {
            player_stir(h.b.player, h.now_ms); /* a touch that meant nothing */
            hall_pass(&h, SECOND);
        }
        hall_expect(&h, KIOSK_IN_SESSION, PANEL_SOURCES);
    }
    assert_true(str_is(hall_scene(&h), "b"));
    assert_int_equal(h.ended, 0);
    (void)hall_act(&h, ACTION_CLOSE, 0);
    assert_int_equal(player_screen(h.b.player), SCREEN_CHOICES);
    assert_true(player_focus(h.b.player) >= 0);
    hall_close(&h);
}

/* To move through the warning by keys begins its time anew, so that it can be heard to its end. */
static void test_focus_in_warning(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    hall_come(&h);
    while (kiosk_state(h.kiosk) == KIOSK_IN_SESSION) {
        hall_pass(&h, SECOND);
    }
    hall_pass(&h, 29 * SECOND);
    assert_true(hall_act(&h, ACTION_FOCUS_NEXT, 0));
    hall_pass(&h, 29 * SECOND);
    hall_expect(&h, KIOSK_WARNS, PANEL_WARNING);
    (void)hall_act(&h, ACTION_FOCUS, (int)(bench_item(&h.b, "warning.done") - player_items(h.b.player, &(int){0})));
    (void)hall_act(&h, ACTION_ACTIVATE, 0);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    hall_close(&h);
}

static void test_voice_holds_it(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    hall_come(&h);
    h.speaks = true;
    hall_pass(&h, HOUR);
    hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE);
    h.speaks = false;
    hall_pass(&h, 90 * SECOND);
    hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE); /* from its end on, all of the time */
    hall_pass(&h, 5 * MINUTE);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    hall_close(&h);
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
        {ACTION_REACH, 0},
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
    struct kiosk_rules rules = hall_usual;
    rules.has_reach = true;
    hall_open(&h, &rules);
    uint64_t first = player_hash(h.b.player);
    for (size_t i = 0; i <= COUNT(spoils); i++) {
        hall_come(&h);
        (void)hall_act(&h, ACTION_CHOOSE, 1);
        (void)hall_act(&h, ACTION_FORWARD, 0);
        for (size_t k = 0; k < COUNT(spoils); k++) { /* each alone, then all */
            if (k == i || i == COUNT(spoils)) {
                (void)hall_act(&h, spoils[k].action, spoils[k].value);
            }
        }
        assert_true(player_hash(h.b.player) != first);
        hall_pass(&h, 20 * MINUTE);
        while (!str_is(hall_scene(&h), "b") || player_caption(h.b.player, &(int){0}) != 0) {
            hall_pass(&h, SECOND);
        }
        hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
        if (player_hash(h.b.player) != first) {
            fail_msg("something is left of row %zu", i);
        }
        assert_int_equal(h.ended, (int)i + 1);
    }
    hall_close(&h);
}

/* --- home --- */

static void test_home(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    hall_come(&h);
    assert_non_null(bench_item(&h.b, "home"));
    hall_press(&h, "home"); /* nothing chosen yet: nothing to ask */
    assert_int_equal(player_screen(h.b.player), SCREEN_OPENING);
    assert_null(bench_item(&h.b, "opening.continue"));
    hall_press(&h, "opening.begin");
    for (int i = 0; i < 20 && player_screen(h.b.player) != SCREEN_CHOICES; i++) {
        (void)hall_act(&h, ACTION_FORWARD, 0);
    }
    (void)hall_act(&h, ACTION_LANGUAGE, 2);
    (void)hall_act(&h, ACTION_CHOOSE, 1);
    hall_press(&h, "home");
    hall_expect(&h, KIOSK_IN_SESSION, PANEL_AGAIN);
    hall_press(&h, "again.stay");
    hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE);
    assert_true(player_screen(h.b.player) != SCREEN_OPENING);
    hall_press(&h, "home");
    (void)hall_act(&h, ACTION_CLOSE, 0);
    hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE);
    hall_press(&h, "home");
    hall_press(&h, "again.same");
    assert_int_equal(player_screen(h.b.player), SCREEN_OPENING);
    assert_true(str_is(player_language(h.b.player), "es")); /* the same person, in their language */
    assert_int_equal(h.ended, 0);
    hall_press(&h, "opening.begin");
    for (int i = 0; i < 20 && player_screen(h.b.player) != SCREEN_CHOICES; i++) {
        (void)hall_act(&h, ACTION_FORWARD, 0);
    }
    (void)hall_act(&h, ACTION_CHOOSE, 1);
    (void)hall_act(&h, ACTION_HOME, 0);
    hall_press(&h, "again.next");
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    assert_true(str_is(player_language(h.b.player), "en"));
    assert_int_equal(h.ended, 1);
    assert_int_equal(h.how, KIOSK_END_HOME);
    hall_close(&h);
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
    struct kiosk_rules locked = hall_usual;
    locked.locks_level = true;
    struct hall h;
    hall_open(&h, &locked);
    hall_come(&h);
    (void)player_take_effects(h.b.player);
    uint64_t before = player_hash(h.b.player);
    for (size_t i = 0; i < COUNT(rows); i++) {
        (void)hall_act(&h, rows[i].action, rows[i].value);
        if (player_hash(h.b.player) != before || player_take_effects(h.b.player) != 0) {
            fail_msg("row %zu did something", i);
        }
    }
    for (int deed = 0; deed < 64; deed++) { /* the staff's deeds without the staff's screen */
        if (deed != 1 && deed != 2) { /* done, and again */
            (void)hall_act(&h, ACTION_KIOSK, deed);
            hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE);
        }
    }
    (void)hall_act(&h, ACTION_PANEL, PANEL_SETTINGS);
    assert_null(bench_item(&h.b, "quit"));
    assert_null(bench_item(&h.b, "settings.full-screen"));
    assert_null(bench_item(&h.b, "settings.delete"));
    assert_null(bench_item(&h.b, "level.gentle"));
    hall_close(&h);
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
    };
    return cmocka_run_group_tests_name("kiosk", tests, NULL, NULL);
}
