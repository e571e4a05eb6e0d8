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

static struct look known(struct size page, struct screen_mm screen, int percent, enum spacing spacing)
{
    struct settings settings = {.text_size = percent};
    (void)settings_space(&settings, spacing);
    return look_make_for(page, screen, &settings);
}

/* Screens and distances of people. */
static const struct {
    struct size page;
    struct screen_mm screen;
} geometries[] = {
    {{1920, 1080}, {476, 268, 600, 0}},   /* kiosk, 21.5 inches */
    {{1920, 1080}, {708, 398, 600, 0}},   /* kiosk, 32 inches */
    {{3840, 2160}, {1218, 685, 900, 0}},  /* wall, 55 inches */
    {{1366, 768}, {345, 194, 500, 0}},    /* laptop, 15.6 inches */
    {{1920, 1080}, {2000, 1125, 8000, 0}}, /* projector, the last row */
    {{1080, 1920}, {268, 476, 600, 0}},   /* the kiosk, upright */
    {{1024, 600}, {155, 90, 450, 0}},     /* a panel of 7 inches */
};

static void test_millimetres(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(geometries); i++) {
        bool is_large_enough = false;
        for (int percent = 100; percent <= 300; percent += 50) {
            struct look l = known(geometries[i].page, geometries[i].screen, percent, SPACING_USUAL);
            assert_true(look_mm(&l, look_telling_px(&l, 1)) * LOOK_CAP >= LOOK_CAP_MM);
            assert_true(look_mm(&l, look_around_px(&l, 0.6)) * LOOK_CAP >= LOOK_CAP_MM);
            assert_true(look_mm(&l, l.target) >= 15 && look_mm(&l, l.choice_target) >= 20);
            assert_true(look_mm(&l, l.gap) >= 3);
            assert_true(l.u >= (l.page.w < l.page.h ? l.page.w : l.page.h) / 20.0);
            /* EN 301 549, 5.1.4: 0.7 degrees, 0.0122 of the distance. */
            double cap = look_mm(&l, look_telling_px(&l, 1)) * LOOK_CAP;
            is_large_enough = is_large_enough || cap >= 0.01222 * geometries[i].screen.distance;
        }
        assert_true(is_large_enough);
    }
    struct look unknown = known((struct size){1920, 1080}, (struct screen_mm){0}, 100, SPACING_USUAL);
    assert_true(unknown.mm_per_px == 0 && look_mm(&unknown, 10) == 0 && unknown.gap == 0);
    assert_true(unknown.choice_target == unknown.target);
}

/* WCAG 2.2, 1.4.8 and 1.4.12. */
static void test_spacing(void **state)
{
    (void)state;
    static const double leadings[] = {1.05, 1.12, 1.2, 1.3, LOOK_LEADING};
    struct look usual = known((struct size){1366, 768}, (struct screen_mm){0}, 100, SPACING_USUAL);
    struct look wider = known((struct size){1366, 768}, (struct screen_mm){0}, 100, SPACING_WIDER);
    struct look widest = known((struct size){1366, 768}, (struct screen_mm){0}, 100, SPACING_WIDEST);
    for (int px = 15; px < 200; px++) {
        assert_true(look_letter_px(&widest, px) >= 0.12 * px && look_word_px(&widest, px) >= 0.16 * px);
        assert_true(look_paragraph_px(&widest, px) >= 2 * px);
        assert_true(look_letter_px(&usual, px) == 0 && look_word_px(&usual, px) == 0);
        assert_true(look_letter_px(&wider, px) > 0 && look_letter_px(&wider, px) <= look_letter_px(&widest, px));
        assert_true(look_line_px(&usual, px, LOOK_LEADING) >= 1.5 * px);
        for (size_t i = 0; i < COUNT(leadings); i++) {
            assert_true(look_line_px(&widest, px, leadings[i]) >= 1.5 * px);
            assert_true(look_line_px(&wider, px, leadings[i]) > look_line_px(&usual, px, leadings[i]));
            assert_true(look_line_px(&widest, px, leadings[i]) > look_line_px(&wider, px, leadings[i]));
        }
        assert_true(look_measure(&widest, px) >= look_measure(&usual, px));
        assert_true(look_measure(&widest, px) <= widest.page.w - 2 * widest.margin);
    }
}

static void test_typefaces(void **state)
{
    (void)state;
    struct settings settings = {.text_size = 100};
    struct look l = look_make_for((struct size){1920, 1080}, (struct screen_mm){0}, &settings);
    for (int face = 0; face < FACE_COUNT; face++) {
        assert_int_equal(look_face(&l, (enum face)face), face);
    }
    for (int typeface = TYPEFACE_SANS; typeface < TYPEFACE_COUNT; typeface++) {
        settings.preferred[PREFERENCE_TYPEFACE] = typeface;
        l = look_make_for((struct size){1920, 1080}, (struct screen_mm){0}, &settings);
        for (int face = 0; face < FACE_COUNT; face++) {
            enum face got = look_face(&l, (enum face)face);
            assert_true(got >= FACE_UI && got < FACE_COUNT);
            assert_true(face < FACE_UI || got == (enum face)face);
            assert_true(look_face(&l, got) == got);
        }
    }
    assert_int_equal(look_face(&l, FACE_BODY), FACE_PLAIN);
}

static void test_leading(void **state)
{
    (void)state;
    assert_true(fabs(look_leading(1.05, "Latn") - 1.05) < 1e-9);
    assert_true(look_leading(1.05, "Thai") >= 1.25); /* below, a tone over a vowel meets the line above */
    assert_true(look_leading(1.05, "Arab") >= 1.25);
    assert_true(fabs(look_leading(1.45, "Thai") - 1.45) < 1e-9);
}

/* Of the lower part: type keeps its size while 14 u of it are left, and is never below what can be read and pressed. */
static void test_low_page(void **state)
{
    (void)state;
    static const struct {
        struct size screen;
        struct screen_mm mm;
        int top, u;
    } rows[] = {
        {{1080, 1920}, {398, 708, 600, 434}, 1177, 53},
        {{1080, 1920}, {398, 708, 600, 100}, 272, 54},
        {{1920, 1080}, {1218, 685, 900, 522}, 824, 18},
        {{1920, 1080}, {476, 268, 600, 160}, 645, 31},
        {{1920, 1080}, {476, 268, 600, 0}, 0, 54},
        {{1920, 1080}, {0, 0, 0, 0}, 0, 54},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct settings settings = {.text_size = 100, .reach = true};
        struct look l = look_make_for(rows[i].screen, rows[i].mm, &settings);
        assert_int_equal(l.top, rows[i].top);
        assert_int_equal(l.page.h, rows[i].screen.h - rows[i].top);
        assert_int_equal((int)l.u, rows[i].u);
        if (l.mm_per_px > 0) {
            assert_true(look_mm(&l, look_telling_px(&l, 0.6)) * LOOK_CAP >= LOOK_CAP_MM);
            assert_true(look_mm(&l, l.target) >= 15 && look_mm(&l, l.choice_target) >= 20);
        }
        settings.reach = false;
        l = look_make_for(rows[i].screen, rows[i].mm, &settings);
        assert_int_equal(l.top, 0);
        assert_int_equal(l.page.h, rows[i].screen.h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_nothing_is_too_small),
        cmocka_unit_test(test_millimetres),
        cmocka_unit_test(test_spacing),
        cmocka_unit_test(test_typefaces),
        cmocka_unit_test(test_leading),
        cmocka_unit_test(test_low_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
