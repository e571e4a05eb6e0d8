/* Hours, the staff's way in, and what they find there. */
#include "player/kiosk.h"

#include "hall.h"

/* --- hours --- */

static void test_hours(void **state)
{
    (void)state;
    struct kiosk_rules rules = hall_usual;
    struct strbuf fault = {0};
    assert_true(hours_parse(&rules.hours, STR("Mon-Fri 10:00-18:00"), &fault));
    struct hall h;
    hall_open(&h, &rules); /* Monday noon */
    hall_pass(&h, 6 * HOUR - MINUTE);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    hall_pass(&h, 2 * MINUTE);
    hall_expect(&h, KIOSK_CLOSED, PANEL_CLOSED);
    int count;
    (void)player_items(h.b.player, &count);
    assert_int_equal(count, 0);
    assert_false(hall_act(&h, ACTION_FORWARD, 0));
    hall_expect(&h, KIOSK_CLOSED, PANEL_CLOSED);
    int ticks = h.ticks;
    hall_pass(&h, 15 * HOUR);
    hall_expect(&h, KIOSK_CLOSED, PANEL_CLOSED);
    assert_true(h.ticks - ticks <= 15 * 60 + 1); /* it sleeps */
    hall_pass(&h, HOUR);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    hall_pass(&h, 8 * HOUR - 2 * MINUTE);
    hall_come(&h); /* just before it closes: nobody is sent away */
    for (int i = 0; i < 10; i++) {
        hall_pass(&h, MINUTE);
        (void)hall_act(&h, ACTION_HUSH, 0);
        hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE);
    }
    hall_pass(&h, 10 * MINUTE);
    hall_expect(&h, KIOSK_CLOSED, PANEL_CLOSED);
    assert_int_equal(h.began, 1);
    assert_int_equal(h.ended, 1);
    strbuf_finish(&fault);
    hall_close(&h);
}

/* --- staff --- */

static void grip(struct hall *h, int64_t ms)
{
    kiosk_finger(h->kiosk, 1, 1200, 1800, true, h->now_ms);
    kiosk_finger(h->kiosk, 2, 58800, 59400, true, h->now_ms);
    hall_pass(h, ms);
    kiosk_finger(h->kiosk, 1, 1200, 1800, false, h->now_ms);
    kiosk_finger(h->kiosk, 2, 58800, 59400, false, h->now_ms);
}

static void type(struct hall *h, const char *digits)
{
    for (; *digits; digits++) {
        char id[] = {'p', 'i', 'n', '.', *digits, '\0'};
        hall_press(h, id);
    }
    hall_press(h, "pin.enter");
}

static void test_staff(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    grip(&h, 4900);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE); /* not long enough */
    grip(&h, 5100);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_PIN);
    type(&h, "1111");
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_PIN);
    assert_non_null(bench_item(&h.b, "pin.wrong"));
    type(&h, "2468");
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_SERVICE);
    assert_true(bench_says(&h.b, "All is well."));
    hall_press(&h, "service.louder");
    hall_press(&h, "service.louder");
    hall_press(&h, "service.louder");
    hall_press(&h, "service.louder");
    assert_int_equal(kiosk_volume(h.kiosk), 100);
    hall_press(&h, "service.quieter");
    assert_int_equal(kiosk_volume(h.kiosk), 90);
    hall_press(&h, "service.clean");
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_CLEAN);
    for (int i = 0; i < 59; i++) {
        assert_false(hall_act(&h, ACTION_CLOSE, 0));
        assert_false(hall_act(&h, ACTION_FORWARD, 0));
        assert_false(hall_act(&h, ACTION_HOME, 0));
        hall_pass(&h, SECOND);
        hall_expect(&h, KIOSK_ATTRACTS, PANEL_CLEAN);
    }
    hall_pass(&h, SECOND);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_SERVICE);
    hall_press(&h, "service.touch");
    kiosk_finger(h.kiosk, 7, 7200, 48000, true, h.now_ms);
    assert_true(bench_says(&h.b, "12 percent from the left, 80 percent from the top"));
    assert_true(bench_says(&h.b, "1 touch"));
    hall_press(&h, "touch.leave");
    hall_press(&h, "service.leave");
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    assert_int_equal(h.began, 0); /* the staff are nobody's visitor */
    grip(&h, 5100);
    type(&h, "2468");
    hall_pass(&h, 3 * MINUTE); /* left open by mistake */
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    grip(&h, 5100);
    type(&h, "2468");
    hall_press(&h, "service.exit");
    assert_true(kiosk_wants_out(h.kiosk));
    assert_true(player_take_effects(h.b.player) & EFFECT_QUIT);
    hall_close(&h);
}

static void test_marks(void **state)
{
    (void)state;
    enum { PART = KIOSK_WHOLE / 100 };
    struct hall h;
    hall_open(&h, &hall_usual);
    grip(&h, 5100);
    type(&h, "2468");
    hall_press(&h, "service.touch");
    int count;
    const struct kiosk_mark *m = kiosk_marks(h.kiosk, &count);
    assert_int_equal(count, 0);
    kiosk_finger(h.kiosk, 1, 10 * PART, 20 * PART, true, h.now_ms);
    kiosk_finger(h.kiosk, 1, 10 * PART + 3, 20 * PART, true, h.now_ms); /* it trembles */
    kiosk_finger(h.kiosk, 2, 90 * PART, 80 * PART, true, h.now_ms);
    kiosk_finger(h.kiosk, 1, 12 * PART, 20 * PART, true, h.now_ms);
    m = kiosk_marks(h.kiosk, &count);
    assert_int_equal(count, 3);
    assert_true(m[0].is_touch && !m[0].is_down && m[0].x == 10 * PART && m[0].y == 20 * PART);
    assert_true(m[1].is_touch && m[1].is_down && m[1].x == 90 * PART && m[1].y == 80 * PART);
    assert_true(!m[2].is_touch && m[2].is_down && m[2].x == 12 * PART);
    kiosk_finger(h.kiosk, 1, 12 * PART, 20 * PART, false, h.now_ms);
    m = kiosk_marks(h.kiosk, &count);
    assert_int_equal(count, 3);
    assert_true(!m[2].is_down && m[1].is_down);
    for (int i = 0; i < 3 * KIOSK_MARKS_MOST; i++) { /* the newest ones stay, and the finger that is down keeps its own */
        kiosk_finger(h.kiosk, 3, i % 100 * PART, 50 * PART, true, h.now_ms);
    }
    m = kiosk_marks(h.kiosk, &count);
    assert_true(count <= KIOSK_MARKS_MOST && count > KIOSK_MARKS_MOST / 2);
    assert_true(m[count - 1].is_down && m[count - 1].x == 99 * PART);
    int down = 0;
    for (int i = 0; i < count; i++) {
        down += m[i].is_down;
    }
    assert_int_equal(down, 1); /* the other's has scrolled away */
    hall_press(&h, "touch.leave");
    hall_press(&h, "service.touch");
    (void)kiosk_marks(h.kiosk, &count);
    assert_int_equal(count, 0);
    hall_close(&h);
}

static void test_pin_by_keys(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    grip(&h, 5100);
    for (const char *digit = "2468"; *digit; digit++) {
        assert_true(hall_act(&h, ACTION_CHOOSE, *digit - '1'));
    }
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_PIN);
    assert_true(hall_act(&h, ACTION_ACTIVATE, 0));
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_SERVICE);
    hall_close(&h);
}

static void test_wrong_pins(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    grip(&h, 5100);
    type(&h, "1");
    type(&h, "2");
    type(&h, "3");
    assert_non_null(bench_item(&h.b, "pin.wait"));
    type(&h, "2468"); /* right, and too soon */
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_PIN);
    hall_pass(&h, 29 * SECOND);
    hall_press(&h, "pin.erase");
    hall_pass(&h, 29 * SECOND);
    assert_non_null(bench_item(&h.b, "pin.wait"));
    hall_press(&h, "pin.leave");
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    grip(&h, 5100); /* opened anew, it has not forgotten */
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_PIN);
    type(&h, "2468");
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_SERVICE);
    hall_close(&h);
}

static void test_no_way_in(void **state)
{
    (void)state;
    struct kiosk_rules rules = hall_usual;
    rules.has_pin = false;
    struct hall h;
    hall_open(&h, &rules);
    grip(&h, MINUTE);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    hall_close(&h);
    hall_open(&h, &hall_usual);
    kiosk_finger(h.kiosk, 1, 1200, 1800, true, 0); /* two corners of one side */
    kiosk_finger(h.kiosk, 2, 58800, 1800, true, 0);
    hall_pass(&h, MINUTE);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    hall_close(&h);
}

/* Fingers and keys whose end was never told go with the visitor: they do not open the pad again and again. */
static void test_lost_fingers(void **state)
{
    (void)state;
    struct kiosk_rules rules = hall_usual;
    rules.chord[0] = 30;
    rules.chord_count = 1;
    struct hall h;
    hall_open(&h, &rules);
    hall_come(&h);
    kiosk_finger(h.kiosk, 1, 20, 30, true, h.now_ms);
    kiosk_finger(h.kiosk, 2, 980, 990, true, h.now_ms);
    kiosk_key(h.kiosk, 30, true, h.now_ms);
    hall_pass(&h, 10 * MINUTE);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    kiosk_finger(h.kiosk, 3, 500, 500, true, h.now_ms);
    kiosk_finger(h.kiosk, 3, 500, 500, false, h.now_ms);
    hall_pass(&h, 20 * SECOND);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    hall_close(&h);
}

static void test_chord(void **state)
{
    (void)state;
    struct kiosk_rules rules = hall_usual;
    rules.chord[0] = 30;
    rules.chord[1] = 32;
    rules.chord_count = 2;
    struct hall h;
    hall_open(&h, &rules);
    kiosk_key(h.kiosk, 30, true, h.now_ms);
    hall_pass(&h, 10 * SECOND);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    kiosk_key(h.kiosk, 32, true, h.now_ms);
    hall_pass(&h, 2900);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    hall_pass(&h, 100);
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_PIN);
    hall_pass(&h, 31 * SECOND); /* an empty pad is not left standing */
    hall_expect(&h, KIOSK_ATTRACTS, PANEL_NONE);
    hall_close(&h);
}

/* A visitor's place under the staff's hands is theirs again afterwards. */
static void test_staff_in_session(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, &hall_usual);
    hall_come(&h);
    grip(&h, 5100);
    hall_expect(&h, KIOSK_IN_SESSION, PANEL_PIN);
    type(&h, "2468");
    hall_press(&h, "service.leave");
    hall_expect(&h, KIOSK_IN_SESSION, PANEL_NONE);
    assert_int_equal(player_screen(h.b.player), SCREEN_CHOICES);
    hall_close(&h);
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
        cmocka_unit_test(test_hours),
        cmocka_unit_test(test_staff),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_pin_by_keys),
        cmocka_unit_test(test_wrong_pins),
        cmocka_unit_test(test_no_way_in),
        cmocka_unit_test(test_chord), cmocka_unit_test(test_lost_fingers),
        cmocka_unit_test(test_staff_in_session),
        cmocka_unit_test(test_orbit),
    };
    return cmocka_run_group_tests_name("kiosk staff", tests, NULL, NULL);
}
