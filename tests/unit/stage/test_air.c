#include "stage/air.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

#include "stage/painter.h"

static const struct size page = {640, 360};
static const enum air kinds[] = {AIR_SNOW, AIR_RAIN, AIR_DUST, AIR_PETALS};

static void settles_after_a_minute(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct air_shapes shapes = {0};
        struct drawlist before = {0};
        struct drawlist after = {0};
        drawlist_start(&before, page);
        drawlist_start(&after, page);
        assert_true(air_draw(&shapes, &before, kinds[i], AIR_SETTLED_MS - 1000));
        assert_false(air_draw(&shapes, &after, kinds[i], AIR_SETTLED_MS));
        assert_true(after.count > 20);
        drawlist_start(&before, page);
        assert_false(air_draw(&shapes, &before, kinds[i], AIR_SETTLED_MS * 100));
        assert_true(drawlist_same(&before, &after));
        drawlist_finish(&before);
        drawlist_finish(&after);
        air_finish(&shapes);
    }
}

static void moves_and_comes_slowly(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct air_shapes shapes = {0};
        struct drawlist one = {0};
        struct drawlist other = {0};
        drawlist_start(&one, page);
        assert_true(air_draw(&shapes, &one, kinds[i], 0));
        assert_int_equal(one.count, 0);
        (void)air_draw(&shapes, &one, kinds[i], 3000);
        drawlist_start(&other, page);
        (void)air_draw(&shapes, &other, kinds[i], 4000);
        assert_false(drawlist_same(&one, &other));
        drawlist_finish(&one);
        drawlist_finish(&other);
        air_finish(&shapes);
    }
}

static void nothing_is_in_clear_air(void **state)
{
    (void)state;
    struct air_shapes shapes = {0};
    struct drawlist list = {0};
    drawlist_start(&list, page);
    assert_false(air_draw(&shapes, &list, AIR_NONE, 5000));
    assert_int_equal(list.count, 0);
    drawlist_finish(&list);
    air_finish(&shapes);
}

/* Captions rely on it: no pixel may come out lighter than air_tones() says. */
static void no_pixel_is_lighter_than_said(void **state)
{
    (void)state;
    static const struct colour grounds[] = {{8, 12, 30, 255}, {90, 90, 90, 255}, {250, 248, 240, 255}};
    struct error err = {""};
    for (size_t i = 0; i < COUNT(kinds) * COUNT(grounds); i++) {
        enum air kind = kinds[i / COUNT(grounds)];
        struct colour ground = grounds[i % COUNT(grounds)];
        struct air_shapes shapes = {0};
        struct drawlist list = {0};
        drawlist_start(&list, page);
        drawlist_rect(&list, rect_of_size(page), ground);
        (void)air_draw(&shapes, &list, kind, AIR_SETTLED_MS);
        SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, page.w, page.h, 32, SDL_PIXELFORMAT_RGB888);
        struct painter *painter = painter_cpu_for_surface(s, NULL);
        assert_true(painter_paint(painter, &list, rect_of_size(page), &err));
        double most = air_tones(kind, tones_of(ground)).brightest + 0.01;
        for (int y = 0; y < page.h; y++) {
            const unsigned char *row = (const unsigned char *)s->pixels + (size_t)y * (size_t)s->pitch;
            for (int x = 0; x < page.w; x++) {
                struct colour c = {row[4 * x + 2], row[4 * x + 1], row[4 * x], 255};
                assert_true(colour_luminance(c) <= most);
            }
        }
        painter_destroy(painter);
        SDL_FreeSurface(s);
        drawlist_finish(&list);
        air_finish(&shapes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settles_after_a_minute),
        cmocka_unit_test(moves_and_comes_slowly),
        cmocka_unit_test(nothing_is_in_clear_air),
        cmocka_unit_test(no_pixel_is_lighter_than_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
