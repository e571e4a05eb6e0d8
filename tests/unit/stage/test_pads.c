/* With a joystick that SDL makes up: events come the way they do from a true one. */
#include "stage/pads.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct pads pads;
static SDL_Joystick *stick; /* the other end of the pad */
static int device;

/* All that has come since; the first deed of it. */
static struct pad_deed take(int64_t now_ms)
{
    struct pad_deed first = {DEED_NONE, false};
    SDL_Event e;
    pads_update(&pads);
    while (SDL_PollEvent(&e)) {
        struct pad_deed deed = pads_take(&pads, &e, now_ms);
        first = first.deed == DEED_NONE ? deed : first;
    }
    return first;
}

static struct pad_deed push(int button, int64_t now_ms)
{
    assert_int_equal(SDL_JoystickSetVirtualButton(stick, button, 1), 0);
    struct pad_deed deed = take(now_ms);
    assert_int_equal(SDL_JoystickSetVirtualButton(stick, button, 0), 0);
    assert_int_equal(take(now_ms).deed, DEED_NONE);
    return deed;
}

static struct pad_deed lean(int axis, int to, int64_t now_ms)
{
    assert_int_equal(SDL_JoystickSetVirtualAxis(stick, axis, (Sint16)to), 0);
    return take(now_ms);
}

static void plug_in(void)
{
    device = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                       SDL_CONTROLLER_BUTTON_MAX, 0);
    assert_true(device >= 0);
    (void)take(0);
    stick = SDL_JoystickOpen(device);
    assert_non_null(stick);
}

static int start(void **state)
{
    (void)state;
    (void)SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
    pads_prepare();
    return SDL_Init(SDL_INIT_EVENTS) == 0 && pads_begin(&pads) ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    pads_finish(&pads);
    SDL_Quit();
    return 0;
}

static void test_coming_and_going(void **state)
{
    (void)state;
    (void)take(0);
    assert_int_equal(pads_due(&pads, 5000), 5000 + PADS_LOOK_MS);
    plug_in();
    assert_int_equal(push(SDL_CONTROLLER_BUTTON_A, 10000).deed, DEED_FORWARD);
    SDL_JoystickClose(stick);
    assert_int_equal(SDL_JoystickDetachVirtual(device), 0);
    (void)take(10100);
    assert_int_equal(pads_due(&pads, 20000), 20000 + PADS_LOOK_MS);
    plug_in(); /* and again */
    assert_int_equal(push(SDL_CONTROLLER_BUTTON_B, 20000).deed, DEED_BACK);
}

static void test_buttons(void **state)
{
    (void)state;
    static const struct {
        int button;
        enum deed deed;
    } rows[] = {
        {SDL_CONTROLLER_BUTTON_A, DEED_FORWARD},        {SDL_CONTROLLER_BUTTON_B, DEED_BACK},
        {SDL_CONTROLLER_BUTTON_X, DEED_SOURCES},        {SDL_CONTROLLER_BUTTON_Y, DEED_HELP},
        {SDL_CONTROLLER_BUTTON_START, DEED_SETTINGS},   {SDL_CONTROLLER_BUTTON_BACK, DEED_HISTORY},
        {SDL_CONTROLLER_BUTTON_DPAD_DOWN, DEED_DOWN},   {SDL_CONTROLLER_BUTTON_DPAD_LEFT, DEED_PREVIOUS},
        {SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, DEED_PAGE_DOWN}, {SDL_CONTROLLER_BUTTON_GUIDE, DEED_NONE},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(push(rows[i].button, 30000).deed, rows[i].deed);
    }
}

/* Past a dead zone, once until it comes back. */
static void test_sticks(void **state)
{
    (void)state;
    assert_int_equal(lean(SDL_CONTROLLER_AXIS_LEFTY, 9000, 40000).deed, DEED_NONE);
    assert_int_equal(lean(SDL_CONTROLLER_AXIS_LEFTY, 25000, 40000).deed, DEED_DOWN);
    assert_int_equal(lean(SDL_CONTROLLER_AXIS_LEFTY, 32000, 40000).deed, DEED_NONE);
    assert_int_equal(lean(SDL_CONTROLLER_AXIS_LEFTY, 15000, 40000).deed, DEED_NONE);
    assert_int_equal(lean(SDL_CONTROLLER_AXIS_LEFTY, 25000, 40000).deed, DEED_NONE); /* it fluttered */
    assert_int_equal(lean(SDL_CONTROLLER_AXIS_LEFTY, 0, 40000).deed, DEED_NONE);
    assert_int_equal(lean(SDL_CONTROLLER_AXIS_LEFTY, -25000, 40000).deed, DEED_UP);
    (void)lean(SDL_CONTROLLER_AXIS_LEFTY, 0, 40000);
    assert_int_equal(lean(SDL_CONTROLLER_AXIS_RIGHTX, 32000, 40000).deed, DEED_NEXT);
    (void)lean(SDL_CONTROLLER_AXIS_RIGHTX, 0, 40000);
    assert_int_equal(lean(SDL_CONTROLLER_AXIS_TRIGGERLEFT, 32000, 40000).deed, DEED_NONE);
}

/* What is held goes on calmly, by its own deadline. */
static void test_held(void **state)
{
    (void)state;
    (void)lean(SDL_CONTROLLER_AXIS_LEFTY, 32000, 50000);
    int repeats = 0;
    for (int64_t ms = 50000; ms < 52000; ms += 10) {
        struct pad_deed deed = pads_repeat(&pads, ms);
        repeats += deed.deed == DEED_DOWN && deed.repeats;
    }
    assert_int_equal(repeats, 1 + (1999 - PADS_REPEAT_FIRST_MS) / PADS_REPEAT_MS);
    (void)lean(SDL_CONTROLLER_AXIS_LEFTY, 0, 52000);
    assert_int_equal(pads_repeat(&pads, 60000).deed, DEED_NONE);
}

/* At rest at most ten times a second. */
static void test_rest(void **state)
{
    (void)state;
    (void)push(SDL_CONTROLLER_BUTTON_A, 70000);
    assert_int_equal(pads_due(&pads, 70000), 70000 + PADS_USE_MS);
    int64_t now = 70000 + PADS_USE_ENDS_MS;
    int asked = 0;
    for (int64_t end = now + 10000; now < end; asked++) {
        now = pads_due(&pads, now);
    }
    assert_int_equal(asked, 100);
}

static void test_signs(void **state)
{
    (void)state;
    static const struct {
        SDL_GameControllerType type;
        const char *on, *back, *sources, *help, *settings;
    } rows[] = {
        {SDL_CONTROLLER_TYPE_UNKNOWN, "A", "B", "X", "Y", "Start"},
        {SDL_CONTROLLER_TYPE_XBOXONE, "A", "B", "X", "Y", "Menu"},
        {SDL_CONTROLLER_TYPE_PS4, "✕", "○", "□", "△", "Options"},
        {SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_PRO, "A", "B", "X", "Y", "+"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct hints h;
        pad_hints(rows[i].type, &h);
        assert_int_equal(h.device, DEVICE_PAD);
        assert_true(str_is(h.sign[DEED_FORWARD], rows[i].on) && str_is(h.sign[DEED_BACK], rows[i].back));
        assert_true(str_is(h.sign[DEED_SOURCES], rows[i].sources) && str_is(h.sign[DEED_HELP], rows[i].help));
        assert_true(str_is(h.sign[DEED_SETTINGS], rows[i].settings) && str_is(h.sign[DEED_CLOSE], rows[i].back));
        assert_int_equal(h.sign[DEED_MAP].n, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_coming_and_going), cmocka_unit_test(test_buttons), cmocka_unit_test(test_sticks),
        cmocka_unit_test(test_held),             cmocka_unit_test(test_rest),    cmocka_unit_test(test_signs),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
