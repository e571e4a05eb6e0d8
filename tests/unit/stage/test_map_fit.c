#include "stage/map_fit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/compiler.h"

enum { MARGIN = 40 };

static const struct {
    struct size area;
    double shape;
    struct map_box held;
    struct map_fit fit;
} rows[] = {
    /* the same shape: all of it */
    {{1600, 900}, 0.5625, {0.4, 0.4, 0.6, 0.6}, {{1600, 900}, {0, 0, 1600, 900}}},
    /* narrower: the sides are cut, round what is held */
    {{900, 900}, 0.5625, {0.4, 0.4, 0.6, 0.6}, {{1600, 900}, {350, 0, 900, 900}}},
    {{900, 900}, 0.5625, {0.8, 0.4, 0.9, 0.6}, {{1600, 900}, {700, 0, 900, 900}}},
    {{900, 900}, 0.5625, {0, 0, 0.1, 1}, {{1600, 900}, {0, 0, 900, 900}}}, /* held at the edges */
    /* what is held is too wide for that: the map shrinks until it fits with its margin */
    {{900, 900}, 0.5625, {0.1, 0.1, 0.9, 0.9}, {{1025, 577}, {63, 0, 900, 577}}},
    {{900, 900}, 0.5625, {0, 0, 1, 1}, {{900, 506}, {0, 0, 900, 506}}}, /* and is whole at the last */
    /* wider: top and bottom are cut */
    {{1600, 600}, 0.5625, {0.4, 0.1, 0.6, 0.3}, {{1600, 900}, {0, 0, 1600, 600}}},
    {{1600, 600}, 0.5625, {0.4, 0.5, 0.6, 0.5}, {{1600, 900}, {0, 150, 1600, 600}}},
    {{1600, 600}, 0.5625, {0.4, 0.1, 0.6, 0.9}, {{1156, 650}, {0, 25, 1156, 600}}},
    /* a picture like a ribbon is shown whole, whatever that leaves free */
    {{1600, 900}, 20, {0.5, 0.5, 0.5, 0.5}, {{45, 900}, {0, 0, 45, 900}}},
    {{1600, 900}, 0.0001, {0.5, 0.5, 0.5, 0.5}, {{1600, 1}, {0, 0, 1600, 1}}},
    {{10, 10}, 1, {0, 0, 1, 1}, {{10, 10}, {0, 0, 10, 10}}}, /* a margin larger than the area */
};

static void fits(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct map_fit f = map_fit(rows[i].area, rows[i].shape, rows[i].held, MARGIN);
        if (!size_same(f.whole, rows[i].fit.whole) || !rect_same(f.seen, rows[i].fit.seen)) {
            fail_msg("row %zu: whole %d x %d, seen %d, %d, %d x %d", i, f.whole.w, f.whole.h, f.seen.x, f.seen.y,
                     f.seen.w, f.seen.h);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(fits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
