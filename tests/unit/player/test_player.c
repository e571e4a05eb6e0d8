#include "player/player.h"

#include <string.h>

#include "support.h"

struct stop {
    enum action action;
    int value;
    enum screen screen;
    const char *scene;
    int caption;
};

static const char *scene_id(const struct bench *b, struct arena *a)
{
    const struct viewing *v = player_viewing(b->player);
    return v ? arena_str(a, viewing_scene(v)->id).s : "";
}

static void walk(struct bench *b, const struct stop *stops, size_t count)
{
    struct arena a = {0};
    for (size_t i = 0; i < count; i++) {
        (void)bench_act(b, stops[i].action, stops[i].value);
        int total;
        enum screen screen = player_screen(b->player);
        const char *scene = scene_id(b, &a);
        int caption = player_caption(b->player, &total);
        if (screen != stops[i].screen || (stops[i].scene && strcmp(scene, stops[i].scene) != 0) ||
            (screen == SCREEN_SCENE && caption != stops[i].caption)) {
            fail_msg("stop %zu: %s, scene \"%s\", caption %d", i, screen_name(screen), scene, caption);
        }
        bench_check_items(b);
        assert_int_equal(player_focus(b->player), -1);
    }
    arena_finish(&a);
}

static void test_walk(void **state)
{
    (void)state;
    static const struct stop there_and_back[] = {
        {ACTION_NONE, 0, SCREEN_OPENING, "", 0},
        {ACTION_BACK, 0, SCREEN_OPENING, "", 0},
        {ACTION_FORWARD, 0, SCREEN_NOTICE, "a", 0}, /* the story's own */
        {ACTION_FORWARD, 0, SCREEN_CHAPTER, "a", 0},
        {ACTION_FORWARD, 0, SCREEN_SCENE, "a", 0},
        {ACTION_FORWARD, 0, SCREEN_SCENE, "a", 1},
        {ACTION_FORWARD, 0, SCREEN_SCENE, "b", 0},
        {ACTION_CHOOSE, 0, SCREEN_SCENE, "b", 0}, /* not on offer yet */
        {ACTION_FORWARD, 0, SCREEN_CHOICES, "b", 0},
        {ACTION_FORWARD, 0, SCREEN_CHOICES, "b", 0}, /* going on never chooses */
        {ACTION_ACTIVATE, 0, SCREEN_CHOICES, "b", 0},
        {ACTION_CHOOSE, 3, SCREEN_CHOICES, "b", 0},
        {ACTION_CHOOSE, -1, SCREEN_CHOICES, "b", 0},
        {ACTION_CHOOSE, 0, SCREEN_BECAUSE, "c", 0},
        {ACTION_FORWARD, 0, SCREEN_CHAPTER, "c", 0},
        {ACTION_FORWARD, 0, SCREEN_SCENE, "c", 0},
        {ACTION_FORWARD, 0, SCREEN_SCENE, "c", 1},
        {ACTION_FORWARD, 0, SCREEN_NOTICE, "d", 0}, /* the scene's */
        {ACTION_FORWARD, 0, SCREEN_SCENE, "d", 0},
        {ACTION_FORWARD, 0, SCREEN_SCENE, "f", 0},
        {ACTION_FORWARD, 0, SCREEN_CHOICES, "f", 0},
        {ACTION_CHOOSE, 1, SCREEN_SCENE, "g", 0},
        {ACTION_FORWARD, 0, SCREEN_ENDING, "g", 0},
        {ACTION_FORWARD, 0, SCREEN_ENDING, "g", 0},
        {ACTION_BACK, 0, SCREEN_SCENE, "g", 0},
        {ACTION_BACK, 0, SCREEN_CHOICES, "f", 0},
        {ACTION_BACK, 0, SCREEN_SCENE, "f", 0},
        {ACTION_BACK, 0, SCREEN_SCENE, "d", 0},
        {ACTION_BACK, 0, SCREEN_SCENE, "c", 1},
        {ACTION_BACK, 0, SCREEN_SCENE, "c", 0},
        {ACTION_BACK, 0, SCREEN_CHOICES, "b", 0},
        {ACTION_BACK, 0, SCREEN_SCENE, "b", 0},
        {ACTION_BACK, 0, SCREEN_SCENE, "a", 1},
        {ACTION_BACK, 0, SCREEN_SCENE, "a", 0},
        {ACTION_BACK, 0, SCREEN_OPENING, "a", 0},
        {ACTION_CONTINUE, 0, SCREEN_SCENE, "a", 0},
        {ACTION_HOME, 0, SCREEN_OPENING, "a", 0},
        {ACTION_BEGIN, 0, SCREEN_CHAPTER, "a", 0}, /* the notice is passed once */
        {ACTION_BACK, 0, SCREEN_OPENING, "a", 0},
    };
    struct bench b;
    bench_start(&b, true);
    walk(&b, there_and_back, COUNT(there_and_back));
    bench_finish(&b);
}

/* Back on each card leads to where the step was made. */
static void test_back_from_cards(void **state)
{
    (void)state;
    static const struct stop stops[] = {
        {ACTION_FORWARD, 0, SCREEN_NOTICE, "a", 0},  {ACTION_BACK, 0, SCREEN_OPENING, NULL, 0},
        {ACTION_BEGIN, 0, SCREEN_NOTICE, "a", 0},    {ACTION_FORWARD, 0, SCREEN_CHAPTER, "a", 0},
        {ACTION_FORWARD, 0, SCREEN_SCENE, "a", 0},   {ACTION_FORWARD, 0, SCREEN_SCENE, "a", 1},
        {ACTION_FORWARD, 0, SCREEN_SCENE, "b", 0},   {ACTION_FORWARD, 0, SCREEN_CHOICES, "b", 0},
        {ACTION_CHOOSE, 0, SCREEN_BECAUSE, "c", 0},  {ACTION_BACK, 0, SCREEN_CHOICES, "b", 0},
        {ACTION_CHOOSE, 1, SCREEN_CHAPTER, "d", 0},  {ACTION_BACK, 0, SCREEN_CHOICES, "b", 0},
        {ACTION_CHOOSE, 2, SCREEN_CHAPTER, "e", 0},  {ACTION_FORWARD, 0, SCREEN_SCENE, "e", 0},
        {ACTION_BACK, 0, SCREEN_CHOICES, "b", 0},    {ACTION_CHOOSE, 0, SCREEN_BECAUSE, "c", 0},
        {ACTION_FORWARD, 0, SCREEN_CHAPTER, "c", 0}, {ACTION_FORWARD, 0, SCREEN_SCENE, "c", 0},
        {ACTION_FORWARD, 0, SCREEN_SCENE, "c", 1},   {ACTION_FORWARD, 0, SCREEN_NOTICE, "d", 0},
        {ACTION_BACK, 0, SCREEN_SCENE, "c", 1},
    };
    struct bench b;
    bench_start(&b, true);
    walk(&b, stops, COUNT(stops));
    bench_finish(&b);
}

static void test_because_is_filled_in(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "b");
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_true(bench_act(&b, ACTION_CHOOSE, 0));
    assert_true(bench_says(&b, "the debt is 7"));
    assert_true(bench_says(&b, "Follow the one who wades"));
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_true(bench_says(&b, "Chapter 2 of 2") && bench_says(&b, "violence and death"));
    bench_finish(&b);
}

static void test_focus(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "b");
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_int_equal(player_focus(b.player), -1);
    int count;
    const struct item *items = player_items(b.player, &count);
    int can = 0;
    int first = -1;
    for (int i = count - 1; i >= 0; i--) {
        can += item_can_focus(&items[i]);
        first = item_can_focus(&items[i]) ? i : first;
    }
    assert_true(str_is(items[first].id, "choice.1"));
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < can; i++) {
            assert_true(bench_act(&b, ACTION_FOCUS_NEXT, 0));
            assert_true(i > 0 || player_focus(b.player) == first);
        }
    }
    (void)bench_act(&b, ACTION_FOCUS_NEXT, 0);
    int last = player_focus(b.player);
    assert_int_equal(last, first);
    (void)bench_act(&b, ACTION_FOCUS_PREVIOUS, 0);
    assert_true(player_focus(b.player) > first);
    assert_true(bench_act(&b, ACTION_CLOSE, 0)); /* Escape takes the focus away, then does nothing */
    assert_int_equal(player_focus(b.player), -1);
    assert_false(bench_act(&b, ACTION_CLOSE, 0));
    (void)bench_act(&b, ACTION_FOCUS_NEXT, 0);
    (void)bench_act(&b, ACTION_FOCUS_NEXT, 0);
    assert_true(bench_act(&b, ACTION_ACTIVATE, 0));
    assert_true(str_is(viewing_scene(player_viewing(b.player))->id, "d"));
    assert_int_equal(player_focus(b.player), -1);
    bench_finish(&b);
}

static void test_panels(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "b");
    for (int panel = PANEL_SOURCES; panel < PANEL_OPEN_COUNT; panel++) {
        assert_true(bench_act(&b, ACTION_PANEL, panel));
        assert_int_equal(player_panel(b.player), panel);
        assert_false(bench_act(&b, ACTION_FORWARD, 0)); /* the story waits beneath */
        assert_non_null(bench_item(&b, "panel.close"));
        bench_check_items(&b);
        static const enum action ways_out[] = {ACTION_CLOSE, ACTION_BACK, ACTION_PANEL};
        assert_true(bench_act(&b, ways_out[panel % 3], panel));
        assert_int_equal(player_panel(b.player), PANEL_NONE);
        assert_int_equal(player_screen(b.player), SCREEN_SCENE);
    }
    assert_false(bench_act(&b, ACTION_PANEL, PANEL_NONE));
    assert_false(bench_act(&b, ACTION_PANEL, PANEL_OPEN_COUNT));
    (void)bench_act(&b, ACTION_PANEL, PANEL_PAUSE);
    assert_true(bench_says(&b, "somebody to talk to"));
    bench_press(&b, "home");
    assert_int_equal(player_screen(b.player), SCREEN_OPENING);
    assert_int_equal(player_panel(b.player), PANEL_NONE);
    bench_finish(&b);
}

/* Every screen and panel, level and language: names, ids, nothing of the program untranslated. */
static void test_all_items(void **state)
{
    (void)state;
    static const char *const scenes[] = {"a", "b", "c", "d", "e", "f", "g"};
    struct bench b;
    bench_start(&b, true);
    for (int language = 0; language < BENCH_LANGUAGES; language++) {
        for (int i = -1; i < (int)COUNT(scenes); i++) {
            bench_play(&b, (struct str){0}, LEVEL_FULL, i < 0 ? -1 : story_find_scene(b.story, str_from(scenes[i])));
            for (int step = 0; step < 8; step++) {
                (void)bench_act(&b, ACTION_LANGUAGE, language);
                for (int panel = PANEL_SOURCES; panel < PANEL_OPEN_COUNT; panel++) {
                    (void)bench_act(&b, ACTION_PANEL, panel);
                    bench_check_items(&b);
                    (void)bench_act(&b, ACTION_LEVEL, panel % 2 ? LEVEL_GENTLE : LEVEL_FULL);
                    bench_check_items(&b);
                    (void)bench_act(&b, ACTION_CLOSE, 0);
                    bench_check_items(&b);
                }
                (void)bench_act(&b, player_screen(b.player) == SCREEN_CHOICES ? ACTION_CHOOSE : ACTION_FORWARD, 0);
                bench_check_items(&b);
            }
        }
    }
    bench_finish(&b);
}

static void test_gentle(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "a");
    static const struct {
        enum panel panel;
        const char *words;
    } hidden[] = {
        {PANEL_SOURCES, "A hard report"}, {PANEL_SOURCES, "Some drown"},
        {PANEL_GLOSSARY, "toll"},         {PANEL_ABOUT, "A hard report"},
    };
    for (int level = LEVEL_FULL; level <= LEVEL_GENTLE; level++) {
        (void)bench_act(&b, ACTION_LEVEL, level);
        for (size_t i = 0; i < COUNT(hidden); i++) {
            (void)bench_act(&b, ACTION_PANEL, (int)hidden[i].panel);
            assert_int_equal(bench_says(&b, hidden[i].words), level == LEVEL_FULL);
            assert_true(hidden[i].panel == PANEL_GLOSSARY || bench_says(&b, "A soft report"));
            (void)bench_act(&b, ACTION_CLOSE, 0);
        }
    }
    (void)bench_act(&b, ACTION_FORWARD, 0);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_int_equal(player_screen(b.player), SCREEN_CHOICES);
    assert_non_null(bench_item(&b, "choice.2"));
    assert_null(bench_item(&b, "choice.3"));
    (void)bench_act(&b, ACTION_CHOOSE, 1);
    (void)bench_act(&b, ACTION_FORWARD, 0); /* the chapter's card, then no notice */
    assert_int_equal(player_screen(b.player), SCREEN_SCENE);
    assert_false(bench_act(&b, ACTION_SKIP, 0));
    bench_finish(&b);
}

static void test_next_pictures(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "b");
    const struct picture *next[PLAYER_PICTURES_MOST];
    int count = player_next_pictures(b.player, next);
    static const char *const wanted[] = {"c", "d", "e"};
    for (size_t i = 0; i < COUNT(wanted); i++) {
        const struct scene *scene = &b.story->scenes[story_find_scene(b.story, str_from(wanted[i]))];
        int found = 0;
        for (int j = 0; j < count; j++) {
            found += next[j] == scene->picture;
        }
        assert_int_equal(found, 1);
    }
    for (int i = 0; i < count; i++) {
        assert_ptr_not_equal(next[i], player_picture(b.player));
    }
    bench_play(&b, (struct str){0}, LEVEL_FULL, -1);
    assert_true(player_picture(b.player) != NULL || player_next_pictures(b.player, next) > 0);
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_walk),   cmocka_unit_test(test_back_from_cards), cmocka_unit_test(test_because_is_filled_in),
        cmocka_unit_test(test_focus),  cmocka_unit_test(test_panels),          cmocka_unit_test(test_all_items),
        cmocka_unit_test(test_gentle), cmocka_unit_test(test_next_pictures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
