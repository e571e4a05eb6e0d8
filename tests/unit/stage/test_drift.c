#include "stage/drift.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { SLOWEST_MS = 40, LEAST_RATE_MS = 1000 / 24 };

/* So many frames that each take `spent_us` and come `late_ms` after their time. */
static void run(struct drift *p, int64_t *now_ms, int frames, int spent_us, int late_ms)
{
    for (int i = 0; i < frames; i++) {
        *now_ms += (drift_ms(p) ? drift_ms(p) : SLOWEST_MS) + late_ms;
        drift_take(p, spent_us, *now_ms);
    }
}

static void it_follows_the_machine(void **state)
{
    (void)state;
    static const struct {
        const char *machine;
        int spent_us, late_ms, ms;
    } rows[] = {
        {"a graphics card", 500, 0, 20},
        {"a quick one", 4000, 0, 20},
        {"a fair one", 6000, 0, 33},
        {"a slow one", 12000, 0, 40},
        {"one that just holds it", 19000, 0, 40},
        {"one that does not", 21000, 0, 0},
        {"one whose display does not", 2000, 25, 0},
        {"one that is a little late each time", 12000, 5, 40},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct drift p = {0};
        int64_t now_ms = 1000;
        assert_int_equal(drift_ms(&p), SLOWEST_MS);
        run(&p, &now_ms, 200, rows[i].spent_us, rows[i].late_ms);
        if (drift_ms(&p) != rows[i].ms) {
            fail_msg("%s: %d ms, not %d", rows[i].machine, drift_ms(&p), rows[i].ms);
        }
        assert_true(drift_ms(&p) <= LEAST_RATE_MS);
    }
}

static void what_was_too_fast_is_not_tried_again(void **state)
{
    (void)state;
    struct drift p = {0};
    int64_t now_ms = 1000;
    run(&p, &now_ms, 100, 3000, 0);
    assert_int_equal(drift_ms(&p), 20);
    run(&p, &now_ms, 20, 12000, 0);
    assert_int_equal(drift_ms(&p), 33);
    run(&p, &now_ms, 500, 3000, 0);
    assert_int_equal(drift_ms(&p), 33);
    drift_begin(&p);
    run(&p, &now_ms, 500, 3000, 0);
    assert_int_equal(drift_ms(&p), 33);
}

static void a_few_late_frames_are_forgiven(void **state)
{
    (void)state;
    struct drift p = {0};
    int64_t now_ms = 1000;
    for (int i = 0; i < 50; i++) {
        run(&p, &now_ms, 1, 30000, 0);
        run(&p, &now_ms, 3, 10000, 0);
    }
    assert_int_equal(drift_ms(&p), SLOWEST_MS);
    run(&p, &now_ms, 1, 10000, 5000); /* something else was on the screen */
    assert_int_equal(drift_ms(&p), SLOWEST_MS);
}

/* Where it stops, everything stays where it is; the next picture tries again, but not for ever. */
static void time_stands_still(void **state)
{
    (void)state;
    struct drift p = {0};
    int64_t now_ms = 1000;
    for (int picture = 0; picture < 3; picture++) {
        drift_begin(&p);
        assert_int_equal(drift_ms(&p), SLOWEST_MS);
        assert_int_equal(drift_time(&p, now_ms), now_ms);
        run(&p, &now_ms, 5, 30000, 0);
        assert_int_equal(drift_ms(&p), SLOWEST_MS);
        run(&p, &now_ms, 1, 30000, 0);
        assert_int_equal(drift_ms(&p), 0);
        assert_int_equal(drift_time(&p, now_ms + 700), now_ms);
    }
    drift_begin(&p);
    assert_int_equal(drift_ms(&p), 0);
    assert_int_equal(drift_time(&p, now_ms + 700), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_follows_the_machine),
        cmocka_unit_test(what_was_too_fast_is_not_tried_again),
        cmocka_unit_test(a_few_late_frames_are_forgiven),
        cmocka_unit_test(time_stands_still),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
