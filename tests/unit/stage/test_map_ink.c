#include "stage/map_ink.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/compiler.h"
#include "stage/look.h"

enum { W = 200, H = 60 };

static const struct spot points[] = {{20, 30}, {100, 30}, {180, 30}};
static const struct way across = {points, COUNT(points)};

static bool is_gold(uint32_t pixel)
{
    return pixel >> 24 > 200 && ((pixel >> 16) & 255) > 200;
}

static struct bitmap *inked(enum travel by, struct way way)
{
    struct arena a = {0};
    struct bitmap *b = bitmap_create((struct size){W, H}, false);
    assert_non_null(b);
    map_ink_leg(b, way, by, 4, &palette_of(THEME_DARK)->map, &a);
    arena_finish(&a);
    return b;
}

/* How often gold begins along a row. */
static int pieces(const struct bitmap *b, int y)
{
    int count = 0;
    for (int x = 1; x < W; x++) {
        count += is_gold(bitmap_row_const(b, y)[x]) && !is_gold(bitmap_row_const(b, y)[x - 1]);
    }
    return count;
}

static int rows_of_gold(const struct bitmap *b, int x)
{
    int count = 0;
    for (int y = 1; y < H; y++) {
        count += is_gold(bitmap_row_const(b, y)[x]) && !is_gold(bitmap_row_const(b, y - 1)[x]);
    }
    return count;
}

/* Nobody has to tell colours apart to know how one went. */
static void each_travel_has_its_own_style(void **state)
{
    (void)state;
    static const struct {
        enum travel by;
        int along;  /* pieces along the middle of the line */
        int aside;  /* 5 px beside it: sleepers */
        int across; /* lines that a cut at x = 102 meets */
    } rows[] = {
        {BY_FOOT, 9, 0, -1}, {BY_ROAD, 1, 0, 1}, {BY_RAIL, 1, 13, 1}, {BY_RIVER, 0, 0, 2}, {BY_AIR, 16, 0, -1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bitmap *b = inked(rows[i].by, across);
        int along = pieces(b, 29);
        int aside = pieces(b, 34);
        int cut = rows_of_gold(b, 102);
        if (along != rows[i].along || aside != rows[i].aside || (rows[i].across >= 0 && cut != rows[i].across)) {
            fail_msg("travel %d: %d pieces along, %d aside, %d across", (int)rows[i].by, along, aside, cut);
        }
        bitmap_release(b);
    }
}

static void stays_within_its_box(void **state)
{
    (void)state;
    struct rect box = map_ink_leg_box(across, 4);
    for (int by = BY_FOOT; by <= BY_AIR; by++) {
        struct bitmap *b = inked((enum travel)by, across);
        for (int i = 0; i < W * H; i++) {
            bool is_clear = bitmap_row_const(b, i / W)[i % W] == 0;
            if (!is_clear && !rect_contains(box, (struct point){i % W, i / W})) {
                fail_msg("travel %d inks %d, %d", by, i % W, i / W);
            }
        }
        bitmap_release(b);
    }
}

static void a_way_of_no_length_has_no_line(void **state)
{
    (void)state;
    static const struct spot same[] = {{50, 30}, {50, 30}};
    static const struct way ways[] = {{same, 2}, {same, 1}, {same, 0}};
    for (size_t i = 0; i < COUNT(ways); i++) {
        for (int by = BY_FOOT; by <= BY_AIR; by++) {
            struct bitmap *b = inked((enum travel)by, ways[i]);
            for (int k = 0; k < W * H; k++) {
                assert_int_equal(bitmap_row_const(b, k / W)[k % W], 0);
            }
            bitmap_release(b);
        }
    }
}

static uint32_t middle_of_mark(bool is_here)
{
    struct arena a = {0};
    struct bitmap *b = bitmap_create((struct size){W, H}, true);
    assert_non_null(b);
    map_ink_mark(b, (struct map_mark){{100, 30}, 12, 25, is_here}, &palette_of(THEME_DARK)->map, &a);
    uint32_t middle = bitmap_row_const(b, 30)[100];
    assert_true(((bitmap_row_const(b, 30)[111] >> 16) & 255) > 200); /* its edge is gold either way */
    assert_true(bitmap_row_const(b, 30)[118] != 0);                  /* light round it */
    assert_int_equal(bitmap_row_const(b, 30)[126], 0);
    bitmap_release(b);
    arena_finish(&a);
    return middle;
}

static void marks_are_rings_and_the_last_is_filled(void **state)
{
    (void)state;
    assert_int_equal(middle_of_mark(true), 0xFFC46B);
    assert_int_equal(middle_of_mark(false), 0x10142B);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_travel_has_its_own_style),
        cmocka_unit_test(stays_within_its_box),
        cmocka_unit_test(a_way_of_no_length_has_no_line),
        cmocka_unit_test(marks_are_rings_and_the_last_is_filled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
