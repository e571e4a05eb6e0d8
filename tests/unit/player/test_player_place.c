#include <string.h>

#include "player/player.h"
#include "support.h"

static const char *scene_now(const struct bench *b, struct arena *a)
{
    return arena_str(a, viewing_scene(player_viewing(b->player))->id).s;
}

static void test_pages(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "a");
    static const size_t wide[] = {0, 100, 200};
    static const size_t narrow[] = {0, 50, 100, 150, 200, 250};
    (void)player_set_pages(b.player, wide, 3);
    assert_true(bench_act(&b, ACTION_FORWARD, 0));
    assert_int_equal(player_page(b.player), 1);
    int total;
    assert_int_equal(player_caption(b.player, &total), 0);
    assert_int_equal(total, 2);
    assert_true(player_set_pages(b.player, narrow, 6)); /* the same byte, another page */
    assert_int_equal(player_page(b.player), 2);
    assert_true(player_set_pages(b.player, wide, 3));
    assert_int_equal(player_page(b.player), 1);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_int_equal(player_caption(b.player, &total), 1);
    (void)player_set_pages(b.player, (const size_t[]){0}, 1);
    assert_true(bench_act(&b, ACTION_BACK, 0)); /* to the last page … */
    assert_int_equal(player_caption(b.player, &total), 0);
    (void)player_set_pages(b.player, wide, 3);
    assert_int_equal(player_page(b.player), 2);
    (void)player_set_pages(b.player, narrow, 6); /* … which is kept by its byte too */
    assert_int_equal(player_page(b.player), 4);
    (void)bench_act(&b, ACTION_BACK, 0);
    assert_int_equal(player_page(b.player), 3);
    assert_false(bench_act(&b, ACTION_LEVEL, LEVEL_FULL)); /* what is in force already changes nothing */
    assert_false(bench_act(&b, ACTION_LANGUAGE, 0));
    assert_int_equal(player_page(b.player), 3);
    assert_true(bench_act(&b, ACTION_LANGUAGE, 1)); /* other words, other bytes */
    assert_int_equal(player_page(b.player), 0);
    bench_finish(&b);
}

static void test_skip(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "a");
    assert_false(bench_act(&b, ACTION_SKIP, 0));
    assert_null(bench_item(&b, "skip"));
    bench_stand(&b, "c");
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_non_null(bench_item(&b, "skip"));
    assert_true(bench_act(&b, ACTION_SKIP, 0));
    assert_true(bench_says(&b, "Somebody wades, and comes across."));
    assert_null(player_picture(b.player));
    assert_null(bench_item(&b, "skip"));
    assert_false(bench_act(&b, ACTION_SKIP, 0));
    int total;
    (void)player_caption(b.player, &total);
    assert_int_equal(total, 1);
    (void)bench_act(&b, ACTION_LEVEL, LEVEL_FULL); /* in force already: it stays skipped */
    assert_true(bench_says(&b, "Somebody wades, and comes across."));
    assert_true(bench_act(&b, ACTION_FORWARD, 0));
    assert_int_equal(player_screen(b.player), SCREEN_NOTICE);
    bench_press(&b, "skip"); /* on the notice itself */
    assert_true(bench_says(&b, "There is a road, and little to eat."));
    bench_finish(&b);
}

static void test_level_and_language(void **state)
{
    (void)state;
    struct arena a = {0};
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "c");
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_true(bench_says(&b, "It is deep."));
    assert_true(bench_act(&b, ACTION_LEVEL, LEVEL_GENTLE));
    assert_true(bench_says(&b, "It is wide."));
    assert_int_equal(player_level(b.player), LEVEL_GENTLE);
    assert_false(bench_act(&b, ACTION_LEVEL, 7));
    assert_true(bench_act(&b, ACTION_LEVEL, LEVEL_FULL));
    assert_true(bench_act(&b, ACTION_LANGUAGE, 2));
    assert_true(str_is(player_language(b.player), "es"));
    assert_true(str_eq(bench_item(&b, "bar.back")->name, strings_get(b.strings[2], "bar.back")));
    assert_false(bench_act(&b, ACTION_LANGUAGE, BENCH_LANGUAGES));
    assert_false(bench_act(&b, ACTION_LANGUAGE, -1));
    bench_stand(&b, "e");
    (void)bench_act(&b, ACTION_LEVEL, LEVEL_GENTLE); /* passed gently … */
    assert_string_equal(scene_now(&b, &a), "d");
    (void)bench_act(&b, ACTION_LEVEL, LEVEL_FULL); /* … and back */
    assert_string_equal(scene_now(&b, &a), "e");
    bench_finish(&b);
    arena_finish(&a);
}

static void test_history(void **state)
{
    (void)state;
    struct arena a = {0};
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "a");
    for (int i = 0; i < 3; i++) {
        (void)bench_act(&b, ACTION_FORWARD, 0);
    }
    (void)bench_act(&b, ACTION_CHOOSE, 0);
    (void)bench_act(&b, ACTION_PANEL, PANEL_HISTORY);
    assert_true(bench_says(&b, "Follow the one who wades"));
    bench_press(&b, "visit.2");
    assert_int_equal(player_panel(b.player), PANEL_NONE);
    assert_int_equal(player_screen(b.player), SCREEN_SCENE);
    assert_string_equal(scene_now(&b, &a), "b");
    assert_ptr_equal(player_picture(b.player), viewing_scene(player_viewing(b.player))->picture);
    assert_false(bench_act(&b, ACTION_JUMP, 9));
    assert_false(bench_act(&b, ACTION_JUMP, -1));
    assert_true(bench_act(&b, ACTION_JUMP, 0));
    assert_string_equal(scene_now(&b, &a), "a");
    bench_finish(&b);
    arena_finish(&a);
}

static void test_resume(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum screen screen;
        const char *scene;
        int caption;
        const char *message; /* its key */
    } rows[] = {
        {"lantern 1\nstory small\nstart a\nlevel full\ncaption 1\n", SCREEN_SCENE, "a", 1, NULL},
        {"lantern 1\nstory small\nstart a\nlevel full\ncaption 1\na full >\nb full wade\n", SCREEN_SCENE, "c", 1, NULL},
        {"lantern 1\nstory small\nstart a\nlevel full\ncaption 99\na full >\n", SCREEN_SCENE, "b", 0, NULL},
        {"lantern 1\nstory small\nstart a\nlevel full\ncaption 1\na full >\nb full swim\n", SCREEN_SCENE, "b", 0, "place.partly"},
        {"lantern 1\nstory other\nstart a\nlevel full\ncaption 1\n", SCREEN_NOTICE, "a", 0, "place.unusable"},
        {"\xff\x01garbage", SCREEN_NOTICE, "a", 0, "place.unusable"},
    };
    struct arena a = {0};
    struct bench b;
    bench_start(&b, true);
    for (size_t i = 0; i < COUNT(rows); i++) {
        bench_play(&b, str_from(rows[i].text), LEVEL_FULL, -1);
        assert_non_null(bench_item(&b, "opening.continue"));
        assert_true(str_is(player_bookmark(b.player, &a), rows[i].text)); /* untouched until then */
        assert_true(bench_act(&b, ACTION_FORWARD, 0));
        int total;
        assert_int_equal(player_screen(b.player), rows[i].screen);
        assert_string_equal(scene_now(&b, &a), rows[i].scene);
        assert_int_equal(player_caption(b.player, &total), rows[i].caption);
        const struct item *message = bench_item(&b, "message");
        assert_int_equal(message != NULL, rows[i].message != NULL);
        if (message) {
            assert_true(str_eq(message->name, strings_get(b.strings[0], rows[i].message)));
            (void)bench_act(&b, ACTION_FOCUS_NEXT, 0);
            assert_null(bench_item(&b, "message"));
        }
        bench_check_items(&b);
    }
    bench_play(&b, (struct str){0}, LEVEL_FULL, story_find_scene(b.story, STR("c")));
    (void)bench_act(&b, ACTION_FORWARD, 0);
    struct str kept = player_bookmark(b.player, &a);
    bench_play(&b, kept, LEVEL_GENTLE, -1);
    (void)bench_act(&b, ACTION_CONTINUE, 0);
    assert_true(bench_says(&b, "It is wide.")); /* the level in force, not the one of another day */
    bench_finish(&b);
    arena_finish(&a);
}

static void test_effects(void **state)
{
    (void)state;
    static const struct {
        enum action action;
        int value;
        unsigned effects;
    } rows[] = {
        {ACTION_FOCUS_NEXT, 0, 0},
        {ACTION_PANEL, PANEL_SETTINGS, 0},
        {ACTION_TEXT_SIZE, 0, EFFECT_SETTINGS},
        {ACTION_TEXT_SIZE, 300, EFFECT_SETTINGS},
        {ACTION_TEXT_SIZE, 0, 0}, /* no larger */
        {ACTION_STILL, 0, EFFECT_SETTINGS},
        {ACTION_FULL_SCREEN, 0, EFFECT_SETTINGS | EFFECT_FULL_SCREEN},
        {ACTION_LANGUAGE, 1, EFFECT_SETTINGS},
        {ACTION_SCREENSHOT, 0, EFFECT_SCREENSHOT},
        {ACTION_QUIT, 0, EFFECT_QUIT},
        {ACTION_CLOSE, 0, 0},
        {ACTION_BEGIN, 0, 0},
        {ACTION_FORWARD, 0, 0}, /* the chapter's card: nothing has been read */
        {ACTION_FORWARD, 0, EFFECT_KEEP},
        {ACTION_FORWARD, 0, EFFECT_KEEP},
        {ACTION_DELETE_PLACE, 0, EFFECT_FORGET},
        {ACTION_FORWARD, 0, EFFECT_KEEP},
    };
    struct bench b;
    bench_start(&b, true);
    for (size_t i = 0; i < COUNT(rows); i++) {
        (void)bench_act(&b, rows[i].action, rows[i].value);
        unsigned effects = player_take_effects(b.player);
        if (effects != rows[i].effects) {
            fail_msg("row %zu: effects %u", i, effects);
        }
        assert_int_equal(player_take_effects(b.player), 0);
    }
    assert_int_equal(player_settings(b.player)->text_size, 300);
    assert_true(player_settings(b.player)->still && player_settings(b.player)->full_screen);
    (void)bench_act(&b, ACTION_TEXT_SIZE, 137);
    assert_int_equal(player_settings(b.player)->text_size, 125);
    player_say(b.player, STR("A word."));
    assert_non_null(bench_item(&b, "message"));
    bench_finish(&b);
}

/* What the settings say of the place. */
static void test_place_is_lost(void **state)
{
    (void)state;
    static const struct {
        bool is_lost;
        const char *words;
    } rows[] = {
        {false, "The place is kept on this computer"},
        {true, "The place cannot be kept just now."},
        {true, "The place cannot be kept just now."},
        {false, "The place is kept on this computer"},
    };
    struct bench b;
    bench_start(&b, false);
    (void)bench_act(&b, ACTION_PANEL, PANEL_SETTINGS);
    for (size_t i = 0; i < COUNT(rows); i++) {
        player_set_place_lost(b.player, rows[i].is_lost);
        const struct item *line = bench_item(&b, "settings.keeps");
        assert_non_null(line);
        if (!str_starts(line->name, str_from(rows[i].words))) {
            fail_msg("row %zu: \"%.*s\"", i, STR_ARG(line->name));
        }
        assert_non_null(bench_item(&b, "settings.delete")); /* the one from before can go */
    }
    bench_finish(&b);
}

/* xorshift: the same actions each time. */
static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void random_pages(struct bench *b, uint32_t *seed)
{
    size_t starts[6] = {0};
    int count = 1 + (int)(next_random(seed) % 6);
    for (int i = 1; i < count; i++) {
        starts[i] = starts[i - 1] + 1 + next_random(seed) % 90;
    }
    (void)player_set_pages(b->player, starts, count);
    assert_in_range(player_page(b->player), 0, count - 1);
}

static void test_random_actions(void **state)
{
    (void)state;
    struct bench b;
    uint32_t seed = 20141101;
    unsigned screens = 0;
    bench_start(&b, true);
    for (int i = 0; i < 20000; i++) {
        enum action action = (enum action)(next_random(&seed) % (ACTION_QUIT + 1));
        int value = (int)(next_random(&seed) % 14) - 2;
        if (i % 8 != 0) { /* mostly onward, so that it comes to the endings */
            action = player_screen(b.player) == SCREEN_CHOICES ? ACTION_CHOOSE : ACTION_FORWARD;
        }
        (void)bench_act(&b, action, value);
        screens |= 1u << player_screen(b.player);
        bench_check_items(&b);
        if (player_screen(b.player) == SCREEN_SCENE && next_random(&seed) % 2) {
            random_pages(&b, &seed);
        }
        const struct picture *next[PLAYER_PICTURES_MOST];
        assert_in_range(player_next_pictures(b.player, next), 0, PLAYER_PICTURES_MOST);
        if (i % 500 == 499) { /* quit, and another day */
            struct arena a = {0};
            bench_play(&b, player_bookmark(b.player, &a), (enum level)(i / 500 % 2), -1);
            arena_finish(&a);
        }
    }
    assert_int_equal(screens, (1u << SCREEN_COUNT) - 1);
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),   cmocka_unit_test(test_skip),    cmocka_unit_test(test_level_and_language),
        cmocka_unit_test(test_history), cmocka_unit_test(test_resume),  cmocka_unit_test(test_effects),
        cmocka_unit_test(test_place_is_lost), cmocka_unit_test(test_random_actions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
