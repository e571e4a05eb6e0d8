#include "stage/input.h"

#include <SDL.h>

#include "../player/support.h"
#include "stage/keymap.h"

enum { BUTTON = 2 };

static struct frame frame;
static struct look look;
static const struct point on_button = {150, 950}, on_ground = {600, 500};

/* A page of 1920 × 1080 with one button; where it scrolls, all above the button does. */
static void make_frame(bool scrolls)
{
    frame = (struct frame){.placed_count = 1};
    frame.list.size = (struct size){1920, 1080};
    frame.placed[0] = (struct placed){.item = BUTTON, .hit = {100, 900, 200, 100}};
    frame.placed[0].rect = frame.placed[0].seen = frame.placed[0].hit;
    if (scrolls) {
        frame.scroll_area = (struct rect){0, 0, 1920, 900};
        frame.scroll_most = 1000;
        frame.scroll_down = 810;
        frame.scroll_up = -810;
    }
    look = look_make(frame.list.size, 100, THEME_DARK);
}

static struct intent key(const struct bench *b, int keycode, unsigned modifiers)
{
    static const struct keymap keymap;
    bool speaks = player_settings(b->player)->speech;
    return input_deed(b->player, &frame, &look, keymap_find(&keymap, 0, keycode, modifiers, speaks));
}

enum where { OPENING, SCENE, CHOICES, ENDING, SOURCES, SETTINGS, PLACES };

static void go_to(struct bench *b, enum where where)
{
    static const char *const scenes[PLACES] = {NULL, "a", "b", "g", "a", "a"};
    if (!scenes[where]) {
        bench_play(b, (struct str){0}, LEVEL_FULL, -1);
        return;
    }
    bench_stand(b, scenes[where]);
    if (where == CHOICES || where == ENDING) {
        (void)bench_act(b, ACTION_FORWARD, 0);
    } else if (where != SCENE) {
        (void)bench_act(b, ACTION_PANEL, where == SOURCES ? PANEL_SOURCES : PANEL_SETTINGS);
    }
}

struct row {
    enum where where;
    int key;
    unsigned modifiers;
    enum action action;
    int value;
};

static void check_rows(struct bench *b, const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        go_to(b, rows[i].where);
        struct intent got = key(b, rows[i].key, rows[i].modifiers);
        if (got.action != rows[i].action || got.value != rows[i].value || got.scroll_px) {
            fail_msg("row %zu: action %d, value %d, scroll %d", i, (int)got.action, got.value, got.scroll_px);
        }
        assert_int_equal(got.moves_focus, got.action == ACTION_FOCUS_NEXT || got.action == ACTION_FOCUS_PREVIOUS);
    }
}

static void test_keys(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {SCENE, SDLK_SPACE, 0, ACTION_FORWARD, 0},
        {SCENE, SDLK_RETURN, 0, ACTION_FORWARD, 0},
        {SCENE, SDLK_RIGHT, 0, ACTION_FORWARD, 0},
        {SCENE, SDLK_PAGEDOWN, 0, ACTION_FORWARD, 0},
        {SCENE, SDLK_LEFT, 0, ACTION_BACK, 0},
        {SCENE, SDLK_PAGEUP, 0, ACTION_BACK, 0},
        {SCENE, SDLK_BACKSPACE, 0, ACTION_BACK, 0},
        {SCENE, SDLK_AC_BACK, 0, ACTION_BACK, 0},
        {SCENE, SDLK_TAB, 0, ACTION_FOCUS_NEXT, 0},
        {SCENE, SDLK_TAB, KMOD_LSHIFT, ACTION_FOCUS_PREVIOUS, 0},
        {SCENE, SDLK_DOWN, 0, ACTION_FOCUS_NEXT, 0},
        {SCENE, SDLK_UP, 0, ACTION_FOCUS_PREVIOUS, 0},
        {CHOICES, SDLK_RIGHT, 0, ACTION_FOCUS_NEXT, 0},
        {CHOICES, SDLK_LEFT, 0, ACTION_BACK, 0},
        {CHOICES, SDLK_PAGEDOWN, 0, ACTION_FOCUS_NEXT, 0},
        {CHOICES, SDLK_SPACE, 0, ACTION_FORWARD, 0},
        {CHOICES, SDLK_1, 0, ACTION_CHOOSE, 0},
        {CHOICES, SDLK_9, 0, ACTION_CHOOSE, 8},
        {CHOICES, SDLK_KP_3, 0, ACTION_CHOOSE, 2},
        {CHOICES, SDLK_0, 0, ACTION_NONE, 0},
        {OPENING, SDLK_LEFT, 0, ACTION_FOCUS_PREVIOUS, 0},
        {OPENING, SDLK_RIGHT, 0, ACTION_FOCUS_NEXT, 0},
        {OPENING, SDLK_RETURN, 0, ACTION_FORWARD, 0},
        {ENDING, SDLK_RIGHT, 0, ACTION_FOCUS_NEXT, 0},
        {SETTINGS, SDLK_LEFT, 0, ACTION_FOCUS_PREVIOUS, 0},
        {SETTINGS, SDLK_DOWN, 0, ACTION_FOCUS_NEXT, 0},
        {SETTINGS, SDLK_ESCAPE, 0, ACTION_CLOSE, 0},
        {SCENE, SDLK_s, 0, ACTION_PANEL, PANEL_SOURCES},
        {SCENE, SDLK_g, 0, ACTION_PANEL, PANEL_GLOSSARY},
        {SCENE, SDLK_m, 0, ACTION_PANEL, PANEL_MAP},
        {SCENE, SDLK_h, 0, ACTION_PANEL, PANEL_HISTORY},
        {SCENE, SDLK_d, 0, ACTION_PANEL, PANEL_PICTURE},
        {SCENE, SDLK_o, 0, ACTION_PANEL, PANEL_SETTINGS},
        {SCENE, SDLK_p, 0, ACTION_PANEL, PANEL_PAUSE},
        {SCENE, SDLK_F1, 0, ACTION_PANEL, PANEL_HELP},
        {SCENE, SDLK_SLASH, KMOD_LSHIFT, ACTION_PANEL, PANEL_HELP},
        {SCENE, SDLK_SLASH, 0, ACTION_NONE, 0},
        {SCENE, SDLK_k, 0, ACTION_SKIP, 0},
        {SCENE, SDLK_x, 0, ACTION_STILL, 0},
        {SCENE, SDLK_F11, 0, ACTION_FULL_SCREEN, 0},
        {SCENE, SDLK_F12, 0, ACTION_SCREENSHOT, 0},
        {SCENE, SDLK_q, 0, ACTION_NONE, 0},
        {SCENE, SDLK_q, KMOD_LCTRL, ACTION_QUIT, 0},
        {SCENE, SDLK_PLUS, KMOD_RCTRL, ACTION_TEXT_SIZE, 0},
        {SCENE, SDLK_MINUS, KMOD_LCTRL, ACTION_TEXT_SIZE, -1},
        {SCENE, SDLK_0, KMOD_LCTRL, ACTION_TEXT_SIZE, 100},
        {SCENE, SDLK_s, KMOD_LCTRL, ACTION_NONE, 0},
        {SCENE, SDLK_SPACE, KMOD_LALT, ACTION_NONE, 0},
        {SCENE, SDLK_z, 0, ACTION_NONE, 0},
        {SCENE, SDLK_HOME, 0, ACTION_HOME, 0},
        {SOURCES, SDLK_AC_HOME, 0, ACTION_HOME, 0},
        {SCENE, SDLK_q, KMOD_LGUI, ACTION_QUIT, 0},
        {SCENE, SDLK_s, KMOD_LCTRL | KMOD_LALT, ACTION_SPEECH, 0},
        {SCENE, SDLK_s, KMOD_LSHIFT, ACTION_PANEL, PANEL_SOURCES},
        {SCENE, SDLK_COMMA, 0, ACTION_SPEECH_RATE, -1},
    };
    struct bench b;
    bench_start(&b, true);
    make_frame(false);
    check_rows(&b, rows, COUNT(rows));
    go_to(&b, CHOICES);
    (void)bench_act(&b, ACTION_FOCUS_NEXT, 0);
    assert_int_equal(key(&b, SDLK_SPACE, 0).action, ACTION_ACTIVATE);
    bench_finish(&b);
}

/* Where the page begins at the right, on is to the left. */
static void test_arrows_from_the_right(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {SCENE, SDLK_LEFT, 0, ACTION_FORWARD, 0},
        {SCENE, SDLK_RIGHT, 0, ACTION_BACK, 0},
        {SCENE, SDLK_SPACE, 0, ACTION_FORWARD, 0},
        {SCENE, SDLK_DOWN, 0, ACTION_FOCUS_NEXT, 0},
        {CHOICES, SDLK_LEFT, 0, ACTION_FOCUS_NEXT, 0},
        {CHOICES, SDLK_RIGHT, 0, ACTION_BACK, 0},
        {OPENING, SDLK_LEFT, 0, ACTION_FOCUS_NEXT, 0},
        {SETTINGS, SDLK_RIGHT, 0, ACTION_FOCUS_PREVIOUS, 0},
    };
    struct bench b;
    bench_start(&b, true);
    make_frame(false);
    frame.rtl = true;
    check_rows(&b, rows, COUNT(rows));
    assert_int_equal(input_pad(b.player, &frame, DEED_PREVIOUS), DEED_NEXT); /* a pad's left */
    assert_int_equal(input_pad(b.player, &frame, DEED_NEXT), DEED_PREVIOUS);
    assert_int_equal(input_pad(b.player, &frame, DEED_DOWN), DEED_DOWN);
    bench_finish(&b);
}

/* What goes on below is read to its end first. */
static void test_scrolling_keys(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    make_frame(true);
    go_to(&b, SOURCES);
    assert_int_equal(key(&b, SDLK_DOWN, 0).scroll_px, 108);
    assert_int_equal(key(&b, SDLK_UP, 0).action, ACTION_FOCUS_PREVIOUS); /* at the top: to the way out */
    frame.scroll_at = 500;
    frame.scroll_down = 1000;
    frame.scroll_up = 100; /* on a whole line */
    assert_int_equal(key(&b, SDLK_UP, 0).scroll_px, -108);
    assert_int_equal(key(&b, SDLK_PAGEDOWN, 0).scroll_px, 500);
    assert_int_equal(key(&b, SDLK_PAGEUP, 0).scroll_px, -400);
    assert_int_equal(key(&b, SDLK_SPACE, 0).scroll_px, 500);
    frame.scroll_at = frame.scroll_most;
    assert_int_equal(key(&b, SDLK_SPACE, 0).scroll_px, 0);
    assert_int_equal(input_wheel(&frame, &look, 1).scroll_px, -86);
    make_frame(false);
    assert_int_equal(input_wheel(&frame, &look, 1).scroll_px, 0);
    bench_finish(&b);
}

/* In a panel the focus goes to what is in sight, in order; words between are scrolled through, not passed over. */
static void test_focus_in_panel(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    make_frame(true);
    go_to(&b, SETTINGS);
    struct intent got = key(&b, SDLK_DOWN, 0);
    assert_true(got.action == ACTION_FOCUS && got.value == BUTTON && got.moves_focus);
    (void)bench_act(&b, ACTION_FOCUS, BUTTON);
    assert_int_equal(player_focus(b.player), BUTTON);
    assert_int_equal(key(&b, SDLK_DOWN, 0).scroll_px, 108); /* the next one is further down */
    assert_int_equal(key(&b, SDLK_PAGEDOWN, 0).scroll_px, 810);
    assert_int_equal(key(&b, SDLK_RETURN, 0).action, ACTION_ACTIVATE);
    frame.placed[0].seen.h = 0; /* scrolled away: it is brought back before it is pressed */
    got = key(&b, SDLK_RETURN, 0);
    assert_true(got.action == ACTION_FOCUS && got.value == BUTTON && got.moves_focus);
    frame.scroll_at = frame.scroll_most;
    assert_int_equal(key(&b, SDLK_DOWN, 0).action, ACTION_FOCUS_NEXT);
    assert_int_equal(key(&b, SDLK_UP, 0).scroll_px, -108);
    bench_finish(&b);
}

/* A presenter's clicker: two arrows, a key that begins the show, one that blanks it. */
static void test_clicker(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    make_frame(false);
    go_to(&b, OPENING);
    assert_int_equal(key(&b, SDLK_F5, 0).action, ACTION_FORWARD);
    go_to(&b, CHOICES);
    struct intent got = key(&b, SDLK_PERIOD, 0);
    assert_true(got.action == ACTION_PANEL && got.value == PANEL_PAUSE);
    (void)bench_act(&b, ACTION_FOCUS_NEXT, 0);
    assert_int_equal(key(&b, SDLK_PERIOD, 0).action, ACTION_ACTIVATE);
    assert_int_equal(key(&b, SDLK_F5, 0).action, ACTION_ACTIVATE);
    (void)bench_act(&b, ACTION_SPEECH, 0);
    got = key(&b, SDLK_PERIOD, 0);
    assert_true(got.action == ACTION_SPEECH_RATE && got.value == 1);
    bench_finish(&b);
}

static void test_repeats(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    make_frame(false);
    go_to(&b, SCENE);
    for (int i = DEED_NONE; i < DEED_COUNT; i++) {
        struct intent got = input_deed(b.player, &frame, &look, (enum deed)i);
        bool may = input_may_repeat((enum deed)i, &got);
        bool moves = i == DEED_UP || i == DEED_DOWN || i == DEED_NEXT || i == DEED_PREVIOUS;
        if (may != moves) {
            fail_msg("\"%s\" held in a scene: %d", deed_name((enum deed)i), may);
        }
    }
    bench_finish(&b);
}

/* The list changed beneath the finger: what is there now was not meant. */
static void test_changed_beneath(void **state)
{
    (void)state;
    struct bench b;
    struct input in = {.item = -1};
    bench_start(&b, true);
    make_frame(false);
    go_to(&b, SCENE);
    (void)input_down(&in, b.player, &frame, 1, on_button, 0);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_int_equal(input_up(&in, b.player, &frame, 1, on_button).action, ACTION_NONE);
    (void)input_down(&in, b.player, &frame, 1, on_button, 0);
    assert_true(input_cancel(&in).presses);
    assert_int_equal(input_up(&in, b.player, &frame, 1, on_button).action, ACTION_NONE);
    bench_finish(&b);
}

/* Down at one point, up at another. */
static struct intent tap(const struct bench *b, struct point down, struct point up)
{
    struct input in = {.item = -1};
    (void)input_down(&in, b->player, &frame, 1, down, 0);
    (void)input_move(&in, &frame, &look, 1, up);
    struct intent got = input_up(&in, b->player, &frame, 1, up);
    assert_false(in.is_down);
    assert_int_equal(in.item, -1);
    return got;
}

static void test_taps(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    make_frame(false);
    go_to(&b, SCENE);
    struct intent got = tap(&b, on_button, (struct point){299, 999});
    assert_true(got.action == ACTION_PRESS && got.value == BUTTON);
    got = tap(&b, on_button, on_ground); /* slid off */
    assert_true(got.action == ACTION_NONE && got.presses);
    assert_int_equal(tap(&b, on_ground, on_button).action, ACTION_NONE);
    assert_int_equal(tap(&b, on_ground, (struct point){620, 520}).action, ACTION_FORWARD);
    assert_int_equal(tap(&b, on_ground, (struct point){700, 500}).action, ACTION_NONE); /* dragged */
    static const enum where chosen[] = {OPENING, CHOICES, ENDING, SOURCES};
    for (size_t i = 0; i < COUNT(chosen); i++) {
        go_to(&b, chosen[i]);
        assert_int_equal(tap(&b, on_ground, on_ground).action, ACTION_NONE);
    }
    bench_finish(&b);
}

static void test_second_finger(void **state)
{
    (void)state;
    struct bench b;
    struct input in = {.item = -1};
    bench_start(&b, true);
    make_frame(false);
    go_to(&b, SCENE);
    assert_true(input_down(&in, b.player, &frame, 1, on_button, 0).presses);
    assert_false(input_down(&in, b.player, &frame, 2, on_ground, 0).presses);
    assert_int_equal(input_up(&in, b.player, &frame, 2, on_ground).action, ACTION_NONE);
    assert_true(in.is_down && in.item == BUTTON);
    assert_int_equal(input_up(&in, b.player, &frame, 1, on_button).action, ACTION_PRESS);
    assert_int_equal(input_up(&in, b.player, &frame, 1, on_button).action, ACTION_NONE); /* nothing was down */
    bench_finish(&b);
}

/* A finger whose end was never told, or an elbow on the glass: another one is felt after a while. */
static void test_lost_finger(void **state)
{
    (void)state;
    struct bench b;
    struct input in = {.item = -1};
    bench_start(&b, true);
    make_frame(false);
    go_to(&b, SCENE);
    assert_int_equal(input_free_ms(&in), 0);
    (void)input_down(&in, b.player, &frame, 1, on_button, 500);
    assert_int_equal(input_free_ms(&in), 500 + INPUT_HELD_MOST_MS);
    assert_false(input_down(&in, b.player, &frame, 2, on_ground, 499 + INPUT_HELD_MOST_MS).presses);
    assert_true(input_down(&in, b.player, &frame, 2, on_ground, 500 + INPUT_HELD_MOST_MS).presses); /* lets go of it */
    assert_int_equal(input_up(&in, b.player, &frame, 1, on_button).action, ACTION_NONE);
    assert_int_equal(input_up(&in, b.player, &frame, 2, on_ground).action, ACTION_FORWARD);
    assert_int_equal(input_free_ms(&in), 0);
    bench_finish(&b);
}

static void test_drag_scrolls(void **state)
{
    (void)state;
    struct bench b;
    struct input in = {.item = -1};
    bench_start(&b, true);
    make_frame(true);
    go_to(&b, SCENE);
    (void)input_down(&in, b.player, &frame, 1, on_ground, 0);
    assert_int_equal(input_move(&in, &frame, &look, 1, (struct point){600, 490}).scroll_px, 0); /* a tremor */
    assert_int_equal(input_move(&in, &frame, &look, 1, (struct point){600, 400}).scroll_px, 100);
    assert_int_equal(input_move(&in, &frame, &look, 2, (struct point){600, 100}).scroll_px, 0);
    assert_int_equal(input_move(&in, &frame, &look, 1, (struct point){600, 405}).scroll_px, -5);
    assert_int_equal(input_up(&in, b.player, &frame, 1, (struct point){600, 495}).action, ACTION_NONE);
    (void)input_down(&in, b.player, &frame, 1, on_button, 0); /* outside what scrolls */
    assert_int_equal(input_move(&in, &frame, &look, 1, on_ground).scroll_px, 0);
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),           cmocka_unit_test(test_scrolling_keys),
        cmocka_unit_test(test_focus_in_panel), cmocka_unit_test(test_clicker),
        cmocka_unit_test(test_repeats),        cmocka_unit_test(test_changed_beneath),
        cmocka_unit_test(test_taps),           cmocka_unit_test(test_second_finger),
        cmocka_unit_test(test_lost_finger),
        cmocka_unit_test(test_drag_scrolls),   cmocka_unit_test(test_arrows_from_the_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
