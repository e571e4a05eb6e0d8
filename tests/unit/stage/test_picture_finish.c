#include "stage/picture_finish.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { W = 300, H = 200 };

static const struct rect frame = {0, 0, W, H};

static struct bitmap *flat(struct size size, uint32_t pixel, bool is_opaque)
{
    struct bitmap *b = bitmap_create(size, is_opaque);
    assert_non_null(b);
    for (int y = 0; y < size.h; y++) {
        for (int x = 0; x < size.w; x++) {
            bitmap_row(b, y)[x] = pixel;
        }
    }
    return b;
}

static double mean(const struct bitmap *b, struct rect part)
{
    double sum = 0;
    for (int y = part.y; y < part.y + part.h; y++) {
        for (int x = part.x; x < part.x + part.w; x++) {
            sum += bitmap_row_const(b, y)[x] & 255;
        }
    }
    return sum / (part.w * part.h);
}

static void darkens_towards_the_corners(void **state)
{
    (void)state;
    struct bitmap *b = flat((struct size){W, H}, 0x808080, true);
    picture_finish(b, (struct point){0, 0}, frame);
    double middle = mean(b, (struct rect){130, 80, 40, 40});
    double side = mean(b, (struct rect){0, 80, 20, 40});
    double corner = mean(b, (struct rect){0, 0, 20, 20});
    assert_true(middle > 126 && middle < 130);
    assert_true(side < middle - 8 && corner < side - 8);
    assert_true(corner > 128 * (1 - 0.34));
    bitmap_release(b);
}

static void grain_is_slight_and_weakest_in_the_dark(void **state)
{
    (void)state;
    static const uint8_t tones[] = {4, 128, 250};
    int spread[3];
    for (int i = 0; i < 3; i++) {
        int least = 255;
        int most = 0;
        struct bitmap *b = flat((struct size){W, H}, tones[i] * 0x010101u, true);
        picture_finish(b, (struct point){0, 0}, frame);
        for (int x = 140; x < 160; x++) {
            for (int y = 90; y < 110; y++) {
                int value = (int)(bitmap_row_const(b, y)[x] & 255);
                least = value < least ? value : least;
                most = value > most ? value : most;
            }
        }
        spread[i] = most - least;
        bitmap_release(b);
    }
    assert_true(spread[1] > 8 && spread[1] <= 20);
    assert_true(spread[0] < spread[1] && spread[2] < spread[1]);
}

static void parts_fit_together(void **state)
{
    (void)state;
    struct bitmap *whole = flat((struct size){W, H}, 0x6080A0, true);
    struct bitmap *part = flat((struct size){50, 40}, 0x6080A0, true);
    picture_finish(whole, (struct point){0, 0}, frame);
    picture_finish(part, (struct point){210, 130}, frame);
    for (int y = 0; y < 40; y++) {
        for (int x = 0; x < 50; x++) {
            assert_int_equal(bitmap_row_const(part, y)[x], bitmap_row_const(whole, 130 + y)[210 + x]);
        }
    }
    bitmap_release(whole);
    bitmap_release(part);
}

static void keeps_what_is_clear(void **state)
{
    (void)state;
    struct bitmap *b = flat((struct size){8, 8}, 0x7F406080, false);
    picture_finish(b, (struct point){0, 0}, (struct rect){0, 0, 1, 1});
    assert_int_equal(bitmap_row_const(b, 3)[3] >> 24, 0x7F);
    bitmap_release(b);
}

static void leaves_alone_what_was_never_drawn(void **state)
{
    (void)state;
    struct bitmap *b = flat((struct size){W, 2}, 0, false);
    bitmap_row(b, 1)[W - 1] = 0xFF406080;
    picture_finish(b, (struct point){0, 0}, frame);
    for (int x = 0; x < W; x++) {
        assert_int_equal(bitmap_row_const(b, 0)[x], 0);
    }
    assert_int_equal(bitmap_row_const(b, 1)[W - 2], 0);
    assert_int_not_equal(bitmap_row_const(b, 1)[W - 1], 0xFF406080);
    bitmap_release(b);
}

/* Every tone, in the middle and near a corner: the sum was counted by the plainest of loops, with tables of doubles. */
static void is_the_same_everywhere(void **state)
{
    (void)state;
    struct bitmap *b = flat((struct size){W, H}, 0, true);
    uint64_t sum = 1;
    for (int y = 0; y < H; y++) {
        for (int x = 0; x < W; x++) {
            bitmap_row(b, y)[x] = 0xFF000000 | (uint32_t)(x & 255) << 16 | (uint32_t)(y * 255 / H) << 8 | (x * y & 255);
        }
    }
    picture_finish(b, (struct point){90, 170}, (struct rect){0, 0, 500, 400});
    for (int y = 0; y < H; y++) {
        for (int x = 0; x < W; x++) {
            sum = sum * UINT64_C(0x100000001B3) + bitmap_row_const(b, y)[x];
        }
    }
    assert_true(sum == UINT64_C(0xE723EB7EA87DAA34));
    bitmap_release(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(darkens_towards_the_corners),
        cmocka_unit_test(grain_is_slight_and_weakest_in_the_dark),
        cmocka_unit_test(parts_fit_together),
        cmocka_unit_test(keeps_what_is_clear),
        cmocka_unit_test(leaves_alone_what_was_never_drawn),
        cmocka_unit_test(is_the_same_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
