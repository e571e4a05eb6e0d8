/* The map on the screen: what moves, what stands, and what gives way. */
#include "stage/map_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "../player/support.h"
#include "stage/canvas.h"
#include "stage/map_labels.h"

static const struct size page = {1024, 768};

static struct canvas *open_on_map(struct bench *b, int steps, bool is_still)
{
    struct error err = {0};
    bench_start_folder(b, "golden/journey");
    bench_stand(b, "home");
    if (is_still) {
        assert_true(bench_act(b, ACTION_STILL, 0));
    }
    const struct canvas_options options = {.player = b->player, .folder = &b->story->folder};
    struct canvas *canvas = canvas_create(&options, &err);
    assert_non_null(canvas);
    for (int i = 0; i < steps; i++) {
        assert_true(bench_act(b, ACTION_FORWARD, 0));
    }
    assert_true(bench_act(b, ACTION_PANEL, PANEL_MAP));
    return canvas;
}

static void finish(struct bench *b, struct canvas *canvas)
{
    canvas_destroy(canvas);
    bench_finish(b);
}

/* The leg is the only blend on the page: how wide it is uncovered. */
static int uncovered_px(const struct frame *f)
{
    int w = 0;
    for (int i = 0; i < f->list.count; i++) {
        const struct draw *d = &f->list.items[i];
        if (d->op == DRAW_BLEND) {
            w += rect_intersect(d->dest, d->clip).w;
        }
    }
    return w;
}

static const struct bitmap *map_of(const struct frame *f)
{
    for (int i = 0; i < f->list.count; i++) {
        if (f->list.items[i].op == DRAW_PICTURE) {
            return f->list.items[i].shot.bitmap;
        }
    }
    return NULL;
}

static void the_newest_leg_is_drawn_once(void **state)
{
    (void)state;
    struct bench b;
    struct canvas *canvas = open_on_map(&b, 2, false);
    int64_t at = 1000;
    const struct frame *f = canvas_frame(canvas, page, at);
    assert_int_equal(uncovered_px(f), 0);
    assert_int_equal(f->next_ms, LEG_WAIT_MS);
    int before = 0;
    int frames = 0;
    for (at += f->next_ms; f->next_ms; at += f->next_ms) {
        f = canvas_frame(canvas, page, at);
        assert_true(uncovered_px(f) >= before);
        before = uncovered_px(f);
        frames++;
        assert_in_range(frames, 1, 100);
    }
    assert_in_range(frames, 30, 60);
    assert_in_range(at, 1000 + LEG_WAIT_MS + LEG_MS, 1000 + LEG_WAIT_MS + LEG_MS + 50);
    assert_true(before > 100);
    /* From now on nothing moves: no more frames are asked for, and one that is made is the same. */
    f = canvas_frame(canvas, page, at + 60000);
    assert_int_equal(f->next_ms, 0);
    assert_true(drawlist_same(&f->list, &canvas_frame_before(canvas)->list));
    /* Closed and opened again, it stands; at another size too. */
    assert_true(bench_act(&b, ACTION_CLOSE, 0));
    (void)canvas_frame(canvas, page, at + 60000);
    assert_true(bench_act(&b, ACTION_PANEL, PANEL_MAP));
    f = canvas_frame(canvas, page, at + 60001);
    assert_int_equal(f->next_ms, 0);
    assert_int_equal(uncovered_px(f), before);
    f = canvas_frame(canvas, (struct size){768, 1024}, at + 60002);
    assert_int_equal(f->next_ms, 0);
    finish(&b, canvas);
}

static void a_new_leg_is_drawn_anew(void **state)
{
    (void)state;
    struct bench b;
    struct canvas *canvas = open_on_map(&b, 2, false);
    (void)canvas_frame(canvas, page, 0);
    assert_int_equal(canvas_frame(canvas, page, 60000)->next_ms, 0);
    assert_true(bench_act(&b, ACTION_CLOSE, 0));
    assert_true(bench_act(&b, ACTION_FORWARD, 0));
    assert_true(bench_act(&b, ACTION_FORWARD, 0));
    assert_true(bench_act(&b, ACTION_PANEL, PANEL_MAP));
    assert_int_equal(canvas_frame(canvas, page, 61000)->next_ms, LEG_WAIT_MS);
    finish(&b, canvas);
}

static void nothing_moves_where_nothing_may(void **state)
{
    (void)state;
    struct bench b;
    struct canvas *canvas = open_on_map(&b, 2, true);
    const struct frame *f = canvas_frame(canvas, page, 0);
    assert_int_equal(f->next_ms, 0);
    assert_true(uncovered_px(f) > 100);
    const struct bitmap *first = map_of(f);
    f = canvas_frame(canvas, page, 5000);
    assert_true(drawlist_same(&f->list, &canvas_frame_before(canvas)->list));
    assert_ptr_equal(map_of(f), first); /* and nothing is made twice */
    finish(&b, canvas);
}

static void motion_stopped_on_the_way_ends_the_leg(void **state)
{
    (void)state;
    struct bench b;
    struct canvas *canvas = open_on_map(&b, 2, false);
    (void)canvas_frame(canvas, page, 0);
    const struct frame *f = canvas_frame(canvas, page, LEG_WAIT_MS + LEG_MS / 2);
    int half = uncovered_px(f);
    assert_true(f->next_ms > 0);
    assert_true(bench_act(&b, ACTION_STILL, 0));
    f = canvas_frame(canvas, page, LEG_WAIT_MS + LEG_MS / 2);
    assert_int_equal(f->next_ms, 0);
    assert_true(uncovered_px(f) > half);
    finish(&b, canvas);
}

/* --- names --- */

static const struct placed *place_of(const struct bench *b, const struct frame *f, const char *id)
{
    int count;
    const struct item *items = player_items(b->player, &count);
    for (int i = 0; i < f->placed_count; i++) {
        if (str_is(items[f->placed[i].item].id, id)) {
            return &f->placed[i];
        }
    }
    return NULL;
}

static void names_keep_apart_and_on_the_map(void **state)
{
    (void)state;
    static const struct size sizes[] = {{1024, 768}, {768, 1024}, {1920, 1080}, {320, 240}};
    static const int percents[] = {100, 200, 300};
    for (size_t s = 0; s < COUNT(sizes) * COUNT(percents); s++) {
        struct bench b;
        struct canvas *canvas = open_on_map(&b, 6, true);
        (void)bench_act(&b, ACTION_TEXT_SIZE, percents[s % COUNT(percents)]);
        const struct frame *f = canvas_frame(canvas, sizes[s / COUNT(percents)], 0);
        const struct placed *map = place_of(&b, f, "map");
        assert_non_null(map);
        for (int i = 1; map && i <= 7; i++) {
            struct arena a = {0};
            const struct placed *p = place_of(&b, f, arena_printf(&a, "map.label.%d", i).s);
            assert_true(!p || rect_same(rect_intersect(p->rect, map->rect), p->rect));
            assert_true(!p || p->contrast >= LOOK_CONTRAST);
            for (int k = 1; p && k < i; k++) {
                const struct placed *q = place_of(&b, f, arena_printf(&a, "map.label.%d", k).s);
                /* what is turned stands in a box of its own that is larger than it is */
                assert_true(!q || i == 4 || k == 4 || rect_is_empty(rect_intersect(p->rect, q->rect)));
            }
            arena_finish(&a);
        }
        finish(&b, canvas);
    }
}

static void names_give_way(void **state)
{
    (void)state;
    struct bench b;
    struct canvas *canvas = open_on_map(&b, 6, true);
    const struct frame *f = canvas_frame(canvas, page, 0);
    assert_non_null(place_of(&b, f, "map.label.1"));
    assert_null(place_of(&b, f, "map.label.2")); /* too long for its place */
    assert_null(place_of(&b, f, "map.label.5")); /* on no part of this map */
    assert_null(place_of(&b, f, "map.label.6")); /* a city where a station's mark is */
    assert_non_null(place_of(&b, f, "map.label.7"));
    finish(&b, canvas);
}

static void room_is_taken_in_order(void **state)
{
    (void)state;
    struct arena a = {0};
    struct map_room room = map_room_make((struct size){100, 50}, &a);
    static const struct rect first = {20, 20, 30, 10};
    assert_true(map_room_is_free(&room, first));
    map_room_take(&room, first);
    static const struct {
        struct rect rect;
        bool is_free;
    } rows[] = {
        {{20, 20, 30, 10}, false}, {{45, 25, 20, 10}, false}, {{52, 20, 20, 10}, true},
        {{20, 32, 30, 10}, true},  {{2, 20, 10, 10}, false}, /* over the edge */
        {{80, 20, 18, 10}, false}, {{80, 4, 16, 10}, true},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (map_room_is_free(&room, rows[i].rect) != rows[i].is_free) {
            fail_msg("row %zu", i);
        }
    }
    map_room_take(&room, (struct rect){-50, -50, 500, 500});
    assert_false(map_room_is_free(&room, rows[6].rect));
    arena_finish(&a);
}

/* --- what goes wrong --- */

static void a_missing_picture_says_what_it_holds(void **state)
{
    (void)state;
    struct bench b;
    struct canvas *canvas = open_on_map(&b, 2, true);
    b.story->maps[0].picture.file = STR("maps/not-there.png");
    const struct frame *f = canvas_frame(canvas, page, 0);
    assert_null(map_of(f));
    assert_int_equal(f->next_ms, 0);
    const struct placed *map = place_of(&b, f, "map");
    assert_true(map && map->px > 0); /* its alt text stands there */
    assert_non_null(place_of(&b, f, "map.length"));
    finish(&b, canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_leg_is_drawn_once),
        cmocka_unit_test(a_new_leg_is_drawn_anew),
        cmocka_unit_test(nothing_moves_where_nothing_may),
        cmocka_unit_test(motion_stopped_on_the_way_ends_the_leg),
        cmocka_unit_test(names_keep_apart_and_on_the_map),
        cmocka_unit_test(names_give_way),
        cmocka_unit_test(room_is_taken_in_order),
        cmocka_unit_test(a_missing_picture_says_what_it_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
