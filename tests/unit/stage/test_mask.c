#include "stage/mask.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/compiler.h"

static uint8_t at(const struct mask *m, int x, int y)
{
    return m->pixels[y * m->size.w + x];
}

/* What is covered, in pixels. */
static double area(const struct mask *m)
{
    double sum = 0;
    for (int i = 0; i < m->size.w * m->size.h; i++) {
        sum += m->pixels[i] / 255.0;
    }
    return sum;
}

static void shapes_cover_their_area(void **state)
{
    (void)state;
    static const struct {
        struct spot a, b;
        double width, area, off;
    } lines[] = {
        {{10, 20}, {90, 20}, 4, 80 * 4 + 12.57, 1},
        {{20, 10}, {20, 90}, 4, 80 * 4 + 12.57, 1},
        {{10, 10}, {70, 90}, 6, 100 * 6 + 28.27, 3},
        {{10.3, 20.7}, {60.1, 33.2}, 1, 51.35 + 0.785, 4},
        {{50, 50}, {50, 50}, 30, 706.86, 3}, /* a disc */
        {{10, 50}, {90, 50}, 0.4, 80 * 0.4, 4}, /* finer than a pixel: paler, not broken */
        {{-500, 50}, {500, 50}, 10, 100 * 10, 1}, /* cut at the edge */
        {{-50, -50}, {-20, -20}, 10, 0, 0},
        {{NAN, 0}, {10, 10}, 4, 0, 0},
    };
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct arena a = {0};
        struct mask m = mask_make((struct size){100, 100}, &a);
        mask_line(&m, lines[i].a, lines[i].b, lines[i].width);
        if (fabs(area(&m) - lines[i].area) > lines[i].off) {
            fail_msg("line %zu covers %f pixels, not %f", i, area(&m), lines[i].area);
        }
        arena_finish(&a);
    }
}

static void edges_are_soft_and_overlaps_are_not_darker(void **state)
{
    (void)state;
    struct arena a = {0};
    struct mask m = mask_make((struct size){40, 40}, &a);
    mask_line(&m, (struct spot){5, 20.5}, (struct spot){35, 20.5}, 3);
    assert_int_equal(at(&m, 20, 20), 255);
    assert_int_equal(at(&m, 20, 19), 255);
    assert_int_equal(at(&m, 20, 18), 0);
    mask_line(&m, (struct spot){5, 10}, (struct spot){35, 10}, 3); /* between two rows */
    assert_int_equal(at(&m, 20, 10), 255);
    assert_int_equal(at(&m, 20, 11), 128);
    mask_line(&m, (struct spot){5, 10}, (struct spot){35, 10}, 3);
    assert_int_equal(at(&m, 20, 11), 128);
    arena_finish(&a);
}

static void a_glow_falls_to_nothing(void **state)
{
    (void)state;
    struct arena a = {0};
    struct mask m = mask_make((struct size){61, 61}, &a);
    mask_glow(&m, (struct spot){30.5, 30.5}, 25);
    assert_int_equal(at(&m, 30, 30), 255);
    for (int x = 31; x < 61; x++) {
        assert_true(at(&m, x, 30) <= at(&m, x - 1, 30));
    }
    assert_int_equal(at(&m, 55, 30), 0);
    assert_in_range(at(&m, 43, 30), 100, 155);
    arena_finish(&a);
}

static void plates_turn(void **state)
{
    (void)state;
    static const struct {
        double angle_deg;
        int x, y; /* a point of it, and ... */
        int off_x, off_y; /* one that it leaves free */
    } rows[] = {{0, 45, 30, 30, 45}, {90, 30, 45, 45, 30}, {45, 41, 41, 41, 19}, {-45, 41, 19, 41, 41}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct mask m = mask_make((struct size){61, 61}, &a);
        mask_plate(&m, (struct spot){30.5, 30.5}, (struct spot){20, 4}, rows[i].angle_deg, 3);
        if (at(&m, rows[i].x, rows[i].y) != 255 || at(&m, rows[i].off_x, rows[i].off_y) != 0) {
            fail_msg("plate %zu: %d and %d", i, at(&m, rows[i].x, rows[i].y), at(&m, rows[i].off_x, rows[i].off_y));
        }
        arena_finish(&a);
    }
}

static const uint8_t letter[] = {255, 255, 255, 10, 0, 0}; /* 3 wide, 2 high */

static void stamps_land_where_they_are_turned_to(void **state)
{
    (void)state;
    const struct stamp stamp = {{3, 2}, letter};
    const struct spot pivot = {10.5, 10.5};
    struct arena a = {0};
    struct mask m = mask_make((struct size){21, 21}, &a);
    mask_stamp(&m, stamp, (struct spot){12, 10}, pivot, 0);
    for (int i = 0; i < 6; i++) {
        assert_int_equal(at(&m, 12 + i % 3, 10 + i / 3), letter[i]); /* to the bit */
    }
    assert_float_equal(area(&m), 3 + 10 / 255.0, 1e-9);
    struct mask turned = mask_make((struct size){21, 21}, &a);
    mask_stamp(&turned, stamp, (struct spot){12, 10}, pivot, 90); /* right of the pivot becomes below it */
    for (int i = 0; i < 6; i++) {
        assert_int_equal(at(&turned, 10 - i / 3, 12 + i % 3), letter[i]);
    }
    arena_finish(&a);
}

static void rims_grow(void **state)
{
    (void)state;
    struct arena a = {0};
    struct mask m = mask_make((struct size){11, 9}, &a);
    m.pixels[4 * 11 + 5] = 200;
    m.pixels[0] = 90;
    mask_grow(&m, 2, &a);
    assert_float_equal(area(&m), (25 * 200 + 9 * 90) / 255.0, 1e-9);
    assert_int_equal(at(&m, 3, 2), 200);
    assert_int_equal(at(&m, 2, 2), 90);
    assert_int_equal(at(&m, 8, 4), 0);
    arena_finish(&a);
}

static void ink_is_laid_over(void **state)
{
    (void)state;
    static const struct {
        bool is_opaque;
        uint32_t below;
        uint8_t covered;
        struct colour ink;
        uint32_t above;
    } rows[] = {
        {true, 0x102030, 255, {1, 2, 3, 255}, 0x010203},
        {true, 0x102030, 0, {1, 2, 3, 255}, 0x102030},
        {true, 0x000000, 128, {255, 255, 255, 255}, 0x808080},
        {true, 0x000000, 255, {255, 255, 255, 128}, 0x808080},
        {false, 0x00000000, 255, {10, 20, 30, 255}, 0xFF0A141E},
        {false, 0x00FFFFFF, 128, {10, 20, 30, 255}, 0x800A141E}, /* a clear pixel has no colour to give */
        {false, 0xFFFFFFFF, 128, {0, 0, 0, 255}, 0xFF7F7F7F},
        {false, 0x80FF0000, 128, {0, 0, 255, 255}, 0xC05500AA},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct bitmap *b = bitmap_create((struct size){4, 3}, rows[i].is_opaque);
        struct mask m = mask_make((struct size){2, 2}, &a);
        assert_non_null(b);
        bitmap_row(b, 0)[3] = rows[i].below;
        m.pixels[2] = rows[i].covered; /* its second row, first column */
        bitmap_ink(b, &m, (struct point){3, -1}, rows[i].ink);
        uint32_t got = bitmap_row(b, 0)[3];
        if (got != rows[i].above) {
            fail_msg("row %zu: %08x, not %08x", i, (unsigned)got, (unsigned)rows[i].above);
        }
        bitmap_release(b);
        arena_finish(&a);
    }
}

static void nothing_has_no_pixels(void **state)
{
    (void)state;
    struct arena a = {0};
    struct mask m = mask_make((struct size){0, 5}, &a);
    struct bitmap *b = bitmap_create((struct size){2, 2}, true);
    assert_non_null(b);
    mask_disc(&m, (struct spot){1, 1}, 5);
    mask_grow(&m, 3, &a);
    bitmap_ink(b, &m, (struct point){0, 0}, (struct colour){255, 255, 255, 255});
    assert_int_equal(bitmap_row(b, 0)[0], 0);
    bitmap_release(b);
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_cover_their_area),
        cmocka_unit_test(edges_are_soft_and_overlaps_are_not_darker),
        cmocka_unit_test(a_glow_falls_to_nothing),
        cmocka_unit_test(plates_turn),
        cmocka_unit_test(stamps_land_where_they_are_turned_to),
        cmocka_unit_test(rims_grow),
        cmocka_unit_test(ink_is_laid_over),
        cmocka_unit_test(nothing_has_no_pixels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
