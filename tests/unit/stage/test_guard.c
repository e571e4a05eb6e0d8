#include "stage/guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { NEAR = 44 };

static bool press(struct guard *g, uint64_t thing, int x, int64_t down_ms, bool is_stepwise)
{
    struct input in = {.from = {x, 100}, .thing = thing, .down_ms = down_ms};
    return guard_press(g, &in, is_stepwise, NEAR, down_ms + 80);
}

static void test_presses(void **state)
{
    (void)state;
    struct guard g;
    guard_set(&g, GUARD_PRESS_MS, GUARD_KEY_MS);
    assert_true(press(&g, 1, 100, 0, false));
    assert_false(press(&g, 1, 100, 200, false));  /* two taps 200 ms apart are one */
    assert_false(press(&g, 1, 500, 300, false));  /* the same thing, elsewhere on it */
    assert_false(press(&g, 2, 140, 400, false));  /* what came to lie at that spot */
    assert_true(press(&g, 2, 200, 400, false));   /* another thing elsewhere */
    assert_false(press(&g, 2, 200, 979, false));
    assert_true(press(&g, 2, 200, 980, false));   /* 500 ms after it was let go */
    assert_true(press(&g, 2, 200, 1100, true));   /* a step of several */
    guard_set(&g, 0, 0);
    assert_true(press(&g, 1, 100, 0, false));
    assert_true(press(&g, 1, 100, 0, false));
}

static void test_keys(void **state)
{
    (void)state;
    struct guard g;
    guard_set(&g, GUARD_PRESS_MS, GUARD_KEY_MS);
    assert_true(guard_key(&g, 32, 0));
    assert_false(guard_key(&g, 32, 149));
    assert_true(guard_key(&g, 13, 149));
    assert_true(guard_key(&g, 32, 150));
    assert_true(guard_key(&g, 32, 300));
}

static void test_repeats(void **state)
{
    (void)state;
    struct guard g;
    guard_set(&g, GUARD_PRESS_MS, GUARD_KEY_MS);
    int passed = 0;
    for (int ms = 0; ms < 1000; ms += 30) {
        passed += guard_repeat(&g, ms);
    }
    assert_int_equal(passed, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_presses),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_repeats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
