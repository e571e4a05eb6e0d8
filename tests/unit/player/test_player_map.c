/* The map panel, the cards that are maps, and the words of the road. */
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "player/player.h"
#include "support.h"

static void says(const struct bench *b, const char *id, const char *words)
{
    const struct item *item = bench_item(b, id);
    struct str name = item ? item->name : STR("(nothing)");
    if (!str_is(name, words)) {
        fail_msg("\"%s\" says \"%.*s\", not \"%s\"", id, STR_ARG(name), words);
    }
}

/* -1: no map is shown. */
static int map_shown(const struct bench *b)
{
    const struct story_map *map = player_map(b->player).map;
    return map ? (int)(map - b->story->maps) : -1;
}

static int road_shown(const struct bench *b)
{
    return player_map(b->player).road->count;
}

enum { WIDE, CLOSE };

static void forward(struct bench *b, int times)
{
    for (int i = 0; i < times; i++) {
        assert_true(bench_act(b, ACTION_FORWARD, 0));
    }
}

static void the_panel_opens_and_closes(void **state)
{
    (void)state;
    struct bench b;
    bench_start_folder(&b, "golden/journey");
    bench_stand(&b, "home");
    assert_int_equal(map_shown(&b), -1);
    bench_press(&b, "bar.map");
    assert_int_equal(player_panel(b.player), PANEL_MAP);
    assert_int_equal(map_shown(&b), CLOSE); /* whose height is read from the picture */
    says(&b, "panel.title", "The road on the map");
    says(&b, "map.length", "The road begins here: The valley.");
    says(&b, "map.station.1", "1. The valley");
    says(&b, "map", "A map of one valley, with a river.");
    says(&b, "map.label.1", "The river");
    says(&b, "map.credit", "Credit: Drawn for the tests");
    assert_null(bench_item(&b, "map.schematic"));
    bench_check_items(&b);
    assert_false(bench_act(&b, ACTION_FORWARD, 0)); /* the story waits */
    assert_true(bench_act(&b, ACTION_CLOSE, 0));
    assert_int_equal(player_panel(b.player), PANEL_NONE);
    assert_true(bench_act(&b, ACTION_PANEL, PANEL_MAP));
    assert_true(bench_act(&b, ACTION_PANEL, PANEL_MAP));
    assert_int_equal(player_panel(b.player), PANEL_NONE);
    bench_finish(&b);
}

static void the_map_widens_with_the_road(void **state)
{
    (void)state;
    static const struct {
        int steps, map, stations;
        bool is_card;
        const char *length;
    } rows[] = {
        {0, CLOSE, 1, false, "The road begins here: The valley."},
        {1, CLOSE, 2, false, "The road so far is 64 km long. The straight line from The valley to Tumen is 64 km."},
        {2, WIDE, 3, true, "The road so far is 3237 km long. The straight line from The valley to Kunming is 3131 km."},
        {4, WIDE, 4, false, "The road so far is 4514 km long. The straight line from The valley to Bangkok is 4242 km."},
        {5, WIDE, 5, true, "The road so far is 8237 km long. The straight line from The valley to Seoul is 585 km."},
        {7, WIDE, 5, true, "The road so far is 8237 km long. The straight line from The valley to Seoul is 585 km."},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bench b;
        bench_start_folder(&b, "golden/journey");
        bench_stand(&b, "home");
        forward(&b, rows[i].steps);
        int card = map_shown(&b);
        assert_int_equal(card, rows[i].is_card ? rows[i].map : -1);
        assert_true(bench_act(&b, ACTION_PANEL, PANEL_MAP));
        if (map_shown(&b) != rows[i].map || road_shown(&b) != rows[i].stations) {
            fail_msg("row %zu: map %d, %d stations", i, map_shown(&b), road_shown(&b));
        }
        says(&b, "map.length", rows[i].length);
        bench_finish(&b);
    }
}

static void stations_tell_how_and_how_far(void **state)
{
    (void)state;
    struct bench b;
    bench_start_folder(&b, "golden/journey");
    bench_stand(&b, "home");
    forward(&b, 6);
    assert_true(bench_act(&b, ACTION_PANEL, PANEL_MAP));
    says(&b, "map.station.2", "2. Tumen: on foot, 64 km");
    says(&b, "map.station.3", "3. Kunming: by rail, 3173 km");
    says(&b, "map.station.4", "4. Bangkok: by river, 1277 km");
    says(&b, "map.station.5", "5. Seoul: by air, 3723 km");
    says(&b, "map.direct", "The pale line is the straight one.");
    assert_non_null(bench_item(&b, "map.schematic"));
    bench_check_items(&b);
    assert_true(bench_act(&b, ACTION_LANGUAGE, 1));
    says(&b, "map.station.5", "5. Seoul: 비행기로 3723km");
    assert_true(bench_act(&b, ACTION_LANGUAGE, 2));
    says(&b, "map.station.2", "2. Tumen: a pie, 64 km");
    bench_check_items(&b);
    bench_finish(&b);
}

static void cards_are_maps(void **state)
{
    (void)state;
    struct bench b;
    bench_start_folder(&b, "golden/journey");
    bench_stand(&b, "home");
    forward(&b, 2);
    assert_int_equal(player_screen(b.player), SCREEN_CHAPTER);
    assert_int_equal(map_shown(&b), WIDE);
    assert_null(player_picture(b.player));
    assert_non_null(bench_item(&b, "map.length"));
    assert_null(bench_item(&b, "picture"));
    bench_check_items(&b);
    assert_true(bench_act(&b, ACTION_PANEL, PANEL_HELP)); /* which lies over it */
    assert_int_equal(map_shown(&b), -1);
    assert_true(bench_act(&b, ACTION_CLOSE, 0));
    forward(&b, 5);
    assert_int_equal(player_screen(b.player), SCREEN_ENDING);
    assert_int_equal(map_shown(&b), WIDE);
    says(&b, "map.station.5", "5. Seoul: by air, 3723 km");
    bench_check_items(&b);
    bench_finish(&b);
}

/* Another map holds the newest leg, from Kunming to Bangkok, closer than the whole road. */
static void a_closer_map_shows_where_the_road_has_come_to(void **state)
{
    (void)state;
    struct bench b;
    bench_start_folder(&b, "golden/journey");
    b.story->maps[CLOSE].is_laea = false;
    memcpy(b.story->maps[CLOSE].bounds, (const double[]){94, 4, 116, 30}, sizeof b.story->maps[CLOSE].bounds);
    bench_stand(&b, "home");
    assert_true(bench_act(&b, ACTION_PANEL, PANEL_MAP));
    assert_null(bench_item(&b, "map.closer")); /* one place alone is as close as can be */
    assert_false(bench_act(&b, ACTION_MAP_CLOSER, 0));
    assert_true(bench_act(&b, ACTION_CLOSE, 0));
    forward(&b, 4);
    assert_false(bench_act(&b, ACTION_MAP_CLOSER, 0)); /* no map is open */
    assert_true(bench_act(&b, ACTION_PANEL, PANEL_MAP));
    assert_int_equal(map_shown(&b), WIDE);
    assert_int_equal(player_map(b.player).first, 0);
    says(&b, "map.closer", "Closer to where the road is now");
    assert_non_null(bench_item(&b, "map.direct"));
    bench_press(&b, "map.closer");
    assert_int_equal(map_shown(&b), CLOSE);
    assert_int_equal(player_map(b.player).first, 2);
    says(&b, "map.closer", "The whole road");
    assert_null(bench_item(&b, "map.direct")); /* it would lead off the map */
    assert_non_null(bench_item(&b, "map.station.1"));
    bench_check_items(&b);
    bench_press(&b, "map.closer");
    assert_int_equal(map_shown(&b), WIDE);
    bench_press(&b, "map.closer");
    assert_true(bench_act(&b, ACTION_CLOSE, 0));
    assert_true(bench_act(&b, ACTION_PANEL, PANEL_MAP)); /* opens with the whole road */
    assert_int_equal(map_shown(&b), WIDE);
    bench_finish(&b);
}

/* Nothing to draw on it, a picture of its own, or no map at all: the card is as it was. */
static void other_cards_keep_their_picture(void **state)
{
    (void)state;
    struct bench b;
    bench_start_folder(&b, "golden/journey");
    assert_true(bench_act(&b, ACTION_BEGIN, 0));
    assert_int_equal(player_screen(b.player), SCREEN_CHAPTER);
    assert_int_equal(map_shown(&b), CLOSE); /* the first place is marked */
    struct picture own = {.alt = {0}};
    b.story->chapters[0].picture = &own;
    assert_true(bench_act(&b, ACTION_TEXT_SIZE, 150)); /* makes the list anew */
    assert_int_equal(map_shown(&b), -1);
    b.story->chapters[0].picture = NULL;
    b.story->map_count = 0;
    assert_true(bench_act(&b, ACTION_TEXT_SIZE, 100));
    assert_int_equal(map_shown(&b), -1);
    forward(&b, 1);
    assert_true(bench_act(&b, ACTION_PANEL, PANEL_MAP)); /* the words are there without a map */
    assert_int_equal(map_shown(&b), -1);
    says(&b, "map.length", "The road begins here: The valley.");
    assert_null(bench_item(&b, "map"));
    bench_check_items(&b);
    bench_finish(&b);
    bench_start(&b, true); /* a story without places has no such button */
    bench_stand(&b, "a");
    assert_null(bench_item(&b, "bar.map"));
    assert_non_null(bench_item(&b, "bar.more"));
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_panel_opens_and_closes),
        cmocka_unit_test(the_map_widens_with_the_road),
        cmocka_unit_test(stations_tell_how_and_how_far),
        cmocka_unit_test(cards_are_maps),
        cmocka_unit_test(a_closer_map_shows_where_the_road_has_come_to),
        cmocka_unit_test(other_cards_keep_their_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
