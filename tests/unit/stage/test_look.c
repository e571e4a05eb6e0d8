#include "stage/look.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"

static void test_sizes(void **state)
{
    (void)state;
    static const struct {
        struct size page;
        int percent;
        double u;
        int margin, target, telling, around, title; /* px of 1 u, 0.6 u and 2.8 u */
    } rows[] = {
        {{1920, 1080}, 100, 54, 65, 62, 54, 32, 151},   {{1080, 1920}, 100, 54, 65, 62, 54, 32, 151},
        {{1920, 1080}, 300, 54, 65, 124, 162, 65, 162}, {{3840, 2160}, 100, 108, 130, 124, 108, 65, 302},
        {{1024, 768}, 100, 38.4, 46, 44, 38, 23, 108},  {{640, 360}, 100, 18, 22, 32, 18, 15, 50},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct look l = look_make(rows[i].page, rows[i].percent, THEME_DARK);
        assert_true(fabs(l.u - rows[i].u) < 1e-9);
        assert_int_equal(l.margin, rows[i].margin);
        assert_int_equal(l.target, rows[i].target);
        assert_int_equal(look_telling_px(&l, 1), rows[i].telling);
        assert_int_equal(look_around_px(&l, 0.6), rows[i].around);
        assert_int_equal(look_title_px(&l, 2.8), rows[i].title);
    }
}

static void test_nothing_is_too_small(void **state)
{
    (void)state;
    static const struct size pages[] = {{320, 240}, {640, 360}, {1024, 768}, {1920, 1080}, {1080, 1920}, {7680, 4320}};
    for (size_t i = 0; i < COUNT(pages); i++) {
        int shorter = pages[i].w < pages[i].h ? pages[i].w : pages[i].h;
        for (int percent = 100; percent <= 300; percent += 25) {
            struct look l = look_make(pages[i], percent, THEME_DARK);
            assert_true(look_telling_px(&l, 0.1) >= 15 && look_around_px(&l, 0.1) >= 15);
            assert_true(look_telling_px(&l, 0.1) >= 22.0 * shorter / 1080 - 1);
            assert_true(l.target >= 32 && l.target >= 44.0 * shorter / 1080 - 1);
            int px = look_telling_px(&l, 1);
            assert_true(look_measure(&l, px) <= l.page.w - 2 * l.margin);
            assert_true(look_measure(&l, px) <= 66 * 0.5 * px);
        }
    }
}

static void test_leading(void **state)
{
    (void)state;
    assert_true(fabs(look_leading(1.05, "Latn") - 1.05) < 1e-9);
    assert_true(look_leading(1.05, "Thai") >= 1.25); /* below, a tone over a vowel meets the line above */
    assert_true(look_leading(1.05, "Arab") >= 1.25);
    assert_true(fabs(look_leading(1.45, "Thai") - 1.45) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_nothing_is_too_small),
        cmocka_unit_test(test_leading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
