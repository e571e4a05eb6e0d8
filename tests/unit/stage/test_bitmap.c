#include "stage/bitmap.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/compiler.h"

static void covers_and_holds_the_focus(void **state)
{
    (void)state;
    static const struct {
        struct size whole, dest;
        double focus[2];
        struct picture_view view;
    } rows[] = {
        {{100, 50}, {50, 50}, {0.5, 0.5}, {25, 0, 50, 50}},
        {{100, 50}, {50, 50}, {0, 0}, {0, 0, 50, 50}},
        {{100, 50}, {50, 50}, {1, 1}, {50, 0, 50, 50}},
        {{100, 50}, {200, 100}, {0.5, 0.5}, {0, 0, 100, 50}},
        {{100, 100}, {200, 100}, {0.5, 0.1}, {0, 0, 100, 50}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct picture_view v = cover_view(rows[i].whole, rows[i].dest, rows[i].focus);
        assert_true(fabs(v.x - rows[i].view.x) < 1e-9 && fabs(v.y - rows[i].view.y) < 1e-9);
        assert_true(fabs(v.w - rows[i].view.w) < 1e-9 && fabs(v.h - rows[i].view.h) < 1e-9);
    }
}

static void a_pan_stays_inside_and_holds_the_focus(void **state)
{
    (void)state;
    const double focus[2] = {0.1, 0.9};
    const double from[3] = {0, 0, 1};
    const double to[3] = {1, 0.2, 3};
    for (int i = -2; i <= 12; i++) {
        struct picture_view v =
            cover_view_pan((struct size){300, 200}, (struct size){160, 90}, focus, from, to, i / 10.0);
        assert_true(v.x >= 0 && v.y >= 0 && v.x + v.w <= 300 + 1e-9 && v.y + v.h <= 200 + 1e-9);
        assert_true(v.x <= 30 && v.x + v.w >= 30 && v.y <= 180 && v.y + v.h >= 180);
    }
}

static struct bitmap *noise(int w, int h)
{
    struct bitmap *b = bitmap_create((struct size){w, h}, true);
    assert_non_null(b);
    uint32_t seed = 7;
    for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
            seed = seed * 1664525 + 1013904223;
            bitmap_row(b, y)[x] = seed >> 8;
        }
    }
    return b;
}

static struct colour colour_of(uint32_t p)
{
    return (struct colour){(uint8_t)(p >> 16), (uint8_t)(p >> 8), (uint8_t)p, 255};
}

static void reads_tones(void **state)
{
    (void)state;
    struct bitmap *b = bitmap_create((struct size){4, 4}, true);
    bitmap_row(b, 1)[2] = 0xFF0000;
    struct rect all = {10, 10, 4, 4};
    struct picture_view view = view_whole(bitmap_size(b));
    struct tones t = bitmap_tones(b, view, all, all);
    assert_true(fabs(t.brightest - 0.2126) < 1e-5);
    t = bitmap_tones(b, view, all, (struct rect){10, 12, 4, 2});
    assert_true(t.brightest == 0);
    t = bitmap_tones(b, view, all, (struct rect){12, 11, 1, 1});
    assert_int_equal(t.floor[0], 255);
    t = bitmap_tones(b, view, all, (struct rect){0, 0, 5, 5});
    assert_true(t.brightest == 0 && t.floor[0] == 0);
    bitmap_release(b);
}

/* Squares, what is left over beside them and below, and what is narrower than one. */
static void tones_miss_no_pixel(void **state)
{
    (void)state;
    struct bitmap *b = noise(53, 39);
    struct rect all = {0, 0, 53, 39};
    static const struct rect regions[] = {{0, 0, 53, 39}, {1, 2, 16, 16}, {5, 6, 17, 33}, {3, 0, 50, 1}, {30, 4, 15, 35},
                                          {52, 38, 1, 1}, {20, 20, 33, 19}};
    for (size_t i = 0; i < COUNT(regions); i++) {
        struct rect r = regions[i];
        struct tones is = {0, {255, 255, 255}};
        for (int y = r.y; y < r.y + r.h; y++) {
            for (int x = r.x; x < r.x + r.w; x++) {
                is = tones_join(is, tones_of(colour_of(bitmap_row(b, y)[x])));
            }
        }
        struct tones t = bitmap_tones(b, view_whole(bitmap_size(b)), all, r);
        assert_true(t.brightest >= is.brightest && t.brightest < is.brightest + 1e-6);
        assert_memory_equal(t.floor, is.floor, sizeof t.floor);
    }
    bitmap_release(b);
}

static void a_scrim_holds_for_every_pixel(void **state)
{
    (void)state;
    static const struct {
        struct colour scrim, text;
    } rows[] = {
        {{10, 12, 20, 255}, {240, 236, 228, 255}},
        {{0, 0, 0, 255}, {255, 255, 255, 255}},
        {{40, 20, 90, 255}, {255, 255, 255, 255}},
        {{250, 248, 240, 255}, {20, 20, 24, 255}},
    };
    struct bitmap *b = noise(64, 64);
    struct rect all = {0, 0, 64, 64};
    struct tones t = bitmap_tones(b, view_whole(bitmap_size(b)), all, all);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct colour s = rows[i].scrim;
        int a = scrim_alpha(t, s, rows[i].text, 4.5);
        assert_in_range(a, 1, 254);
        double words = colour_luminance(rows[i].text);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                struct colour c = colour_of(bitmap_row(b, y)[x]);
                c.r = (uint8_t)((c.r * (255 - a) + s.r * a + 127) / 255);
                c.g = (uint8_t)((c.g * (255 - a) + s.g * a + 127) / 255);
                c.b = (uint8_t)((c.b * (255 - a) + s.b * a + 127) / 255);
                assert_true(contrast_ratio(words, colour_luminance(c)) >= 4.5);
            }
        }
    }
    bitmap_release(b);
    assert_int_equal(scrim_alpha(tones_of((struct colour){0, 0, 0, 255}), rows[0].scrim,
                                 rows[0].text, 4.5), 0);
    assert_int_equal(scrim_alpha(t, (struct colour){200, 200, 200, 255},
                                 (struct colour){255, 255, 255, 255}, 4.5), 255);
    assert_true(fabs(contrast_ratio(1, 0) - 21) < 1e-9);
}

static void counts_references(void **state)
{
    (void)state;
    struct bitmap *b = noise(3, 2);
    assert_ptr_equal(bitmap_keep(b), b);
    bitmap_release(b);
    assert_int_equal(bitmap_size(b).w, 3);
    assert_int_equal(bitmap_bytes(b), 3 * 2 * 4);
    bitmap_release(b);
    bitmap_release(NULL);
    assert_null(bitmap_keep(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(covers_and_holds_the_focus),
        cmocka_unit_test(a_pan_stays_inside_and_holds_the_focus),
        cmocka_unit_test(reads_tones),
        cmocka_unit_test(tones_miss_no_pixel),
        cmocka_unit_test(a_scrim_holds_for_every_pixel),
        cmocka_unit_test(counts_references),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
