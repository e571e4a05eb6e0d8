#include "player/player.h"

#include <string.h>

#include "support.h"

static struct str focused(const struct bench *b)
{
    int count;
    int focus = player_focus(b->player);
    const struct item *items = player_items(b->player, &count);
    return focus < 0 ? (struct str){0} : items[focus].id;
}

static bool has_focus(const struct bench *b, const char *id)
{
    return str_is(focused(b), id);
}

/* The ids of the list, with a blank behind each, that begin with `prefix`. */
static struct str ids(struct bench *b, const char *prefix)
{
    int count;
    struct strbuf out = {0};
    const struct item *items = player_items(b->player, &count);
    for (int i = 0; i < count; i++) {
        if (str_starts(items[i].id, str_from(prefix))) {
            strbuf_printf(&out, "%.*s ", STR_ARG(items[i].id));
        }
    }
    struct str text = arena_str(&b->arena, strbuf_str(&out));
    strbuf_finish(&out);
    return text;
}

static void expect_ids(struct bench *b, const char *prefix, const char *wanted)
{
    struct str got = ids(b, prefix);
    if (!str_is(got, wanted)) {
        fail_msg("\"%s…\": %s", prefix, got.s);
    }
}

static const char *scene_now(const struct bench *b)
{
    return viewing_scene(player_viewing(b->player))->id.s;
}

/* --- words in place --- */

static void a_word_is_explained_and_left_again(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "a");
    assert_string_equal(bench_item(&b, "caption.term.1")->name.s, "river");
    (void)bench_act(&b, ACTION_FOCUS_NEXT, 0); /* the first thing behind the caption */
    assert_true(has_focus(&b, "caption.term.1"));
    assert_true(bench_act(&b, ACTION_ACTIVATE, 0));
    assert_int_equal(player_panel(b.player), PANEL_GLOSSARY);
    assert_true(bench_says(&b, "A boat that crosses.") && bench_says(&b, "A soft report"));
    assert_false(bench_says(&b, "toll"));
    bench_check_items(&b);
    static const enum action ways_out[] = {ACTION_CLOSE, ACTION_BACK};
    for (size_t i = 0; i < COUNT(ways_out); i++) {
        assert_true(bench_act(&b, ways_out[i], 0));
        assert_int_equal(player_panel(b.player), PANEL_NONE);
        assert_int_equal(player_screen(b.player), SCREEN_SCENE);
        assert_true(has_focus(&b, "caption.term.1"));
        (void)bench_act(&b, ACTION_ACTIVATE, 0);
    }
    bench_press(&b, "glossary.all");
    assert_true(bench_says(&b, "toll"));
    bench_check_items(&b);
    (void)bench_act(&b, ACTION_CLOSE, 0);
    assert_true(has_focus(&b, "caption.term.1"));
    (void)bench_act(&b, ACTION_PANEL, PANEL_GLOSSARY); /* the key opens all of it */
    assert_true(bench_says(&b, "toll"));
    bench_finish(&b);
}

/* Pressed by hand it leaves no focus behind: the next press of Space goes on. */
static void a_press_leaves_no_focus(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "a");
    bench_press(&b, "caption.term.1");
    assert_int_equal(player_panel(b.player), PANEL_GLOSSARY);
    (void)bench_act(&b, ACTION_CLOSE, 0);
    assert_int_equal(player_focus(b.player), -1);
    bench_finish(&b);
}

static void only_words_on_the_page_can_be_pressed(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "a");
    (void)player_set_pages(b.player, (const size_t[]){0, 60}, 2);
    assert_true(item_can_focus(bench_item(&b, "caption.term.1")));
    (void)bench_act(&b, ACTION_FOCUS_NEXT, 0);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_false(item_can_focus(bench_item(&b, "caption.term.1")));
    assert_int_equal(player_focus(b.player), -1);
    (void)bench_act(&b, ACTION_BACK, 0);
    assert_true(item_can_focus(bench_item(&b, "caption.term.1")));
    bench_finish(&b);
}

/* --- chapters and roads --- */

static void chapters_before_the_beginning(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_press(&b, "opening.chapters");
    expect_ids(&b, "begin.", "begin.1 begin.2 ");
    expect_ids(&b, "scene.", "");
    assert_true(bench_says(&b, "Chapter 2: The road"));
    bench_check_items(&b);
    bench_press(&b, "begin.2");
    assert_int_equal(player_panel(b.player), PANEL_NONE);
    assert_string_equal(scene_now(&b), "c");
    assert_int_equal(viewing_step_count(player_viewing(b.player)), 0);
    bench_finish(&b);
}

static const char *const kept = "lantern 1\nstory small\nstart a\nlevel full\ncaption 0\na full >\nb full wade\n";

static void a_kept_place_shows_its_road(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_play(&b, str_from(kept), LEVEL_FULL, -1);
    bench_press(&b, "opening.chapters");
    expect_ids(&b, "scene.", "scene.1 scene.2 scene.3 ");
    expect_ids(&b, "road.", "road.1.1 road.1.2 ");
    expect_ids(&b, "begin.", "");
    bench_check_items(&b);
    assert_null(player_viewing(b.player));
    bench_press(&b, "scene.2");
    assert_string_equal(scene_now(&b), "b");
    assert_int_equal(player_screen(b.player), SCREEN_SCENE);
    bench_play(&b, str_from(kept), LEVEL_FULL, -1);
    (void)bench_act(&b, ACTION_DELETE_PLACE, 0);
    (void)bench_act(&b, ACTION_PANEL, PANEL_CHAPTERS);
    expect_ids(&b, "scene.", "");
    assert_false(bench_act(&b, ACTION_JUMP, 1)); /* there is nothing to go back to */
    bench_finish(&b);
}

/* What was not seen is not named; what is followed leads before its choice. */
static void a_road_not_taken_is_followed(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "b");
    (void)bench_act(&b, ACTION_FORWARD, 0);
    (void)bench_act(&b, ACTION_CHOOSE, 1);
    (void)bench_act(&b, ACTION_PANEL, PANEL_CHAPTERS);
    expect_ids(&b, "road.", "road.1.1 road.1.2 ");
    assert_true(bench_says(&b, "Chosen: Follow the one who walks round"));
    assert_false(bench_says(&b, "The water") || bench_says(&b, "The boat") || bench_says(&b, "Night falls"));
    assert_string_equal(bench_item(&b, "road.1.1")->value.s, "Not followed yet");
    bench_check_items(&b);
    bench_press(&b, "road.1.1");
    assert_int_equal(player_screen(b.player), SCREEN_CHOICES);
    assert_string_equal(scene_now(&b), "b");
    (void)bench_act(&b, ACTION_CHOOSE, 0);
    (void)bench_act(&b, ACTION_PANEL, PANEL_CHAPTERS);
    assert_string_equal(bench_item(&b, "road.1.1")->value.s, "Followed before");
    assert_true(bench_says(&b, "The road: seen on another road"));
    (void)bench_act(&b, ACTION_LEVEL, LEVEL_GENTLE);
    expect_ids(&b, "road.", "road.1.1 "); /* the boat is told in full alone */
    bench_finish(&b);
}

/* --- timeline, history, controls --- */

static void the_timeline_says_where_the_scene_stands(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    (void)bench_act(&b, ACTION_PANEL, PANEL_TIMELINE);
    expect_ids(&b, "here.", "");
    bench_stand(&b, "a");
    (void)bench_act(&b, ACTION_PANEL, PANEL_TIMELINE);
    expect_ids(&b, "years.", "years.2013.2013 years.2014.2014 years.2015.2015 years.2016.2016 ");
    expect_ids(&b, "here.", "here.2014.2014 here.2015.2015 ");
    expect_ids(&b, "when.", "when.2 when.2.source.1 ");
    bench_check_items(&b);
    (void)bench_act(&b, ACTION_LEVEL, LEVEL_GENTLE);
    expect_ids(&b, "years.", "years.2013.2013 years.2014.2014 ");
    expect_ids(&b, "here.", "here.2014.2014 ");
    bench_finish(&b);
}

static void the_history_says_where_one_is(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "b");
    (void)bench_act(&b, ACTION_FORWARD, 0);
    (void)bench_act(&b, ACTION_CHOOSE, 1);
    (void)bench_act(&b, ACTION_PANEL, PANEL_HISTORY);
    expect_ids(&b, "visit.", "visit.chapter.2 visit.2 visit.chapter.1 visit.1 visit.choice.1 ");
    assert_string_equal(bench_item(&b, "visit.2")->value.s, "You are here");
    assert_int_equal(bench_item(&b, "visit.1")->value.n, 0);
    bench_press(&b, "visit.2");
    assert_string_equal(scene_now(&b), "d");
    bench_finish(&b);
}

/* At any size of text each control is in the bar or behind "More", and in one of them alone. */
static void every_control_has_one_place(void **state)
{
    (void)state;
    static const char *const controls[] = {"bar.sources",  "bar.glossary", "bar.settings", "bar.pause", "bar.chapters",
                                           "bar.history",  "bar.timeline", "bar.picture",  "bar.about", "bar.help"};
    struct bench b;
    bench_start(&b, true);
    bench_stand(&b, "a");
    for (int size = 100; size <= 300; size += 100) {
        (void)bench_act(&b, ACTION_TEXT_SIZE, size);
        for (size_t i = 0; i < COUNT(controls); i++) {
            bool in_bar = bench_item(&b, controls[i]) != NULL;
            (void)bench_act(&b, ACTION_PANEL, PANEL_MORE);
            bench_check_items(&b);
            assert_true((bench_item(&b, controls[i]) != NULL) != in_bar);
            if (!in_bar) {
                bench_press(&b, controls[i]);
                assert_int_not_equal(player_panel(b.player), PANEL_MORE);
            }
            (void)bench_act(&b, ACTION_CLOSE, 0);
            assert_int_equal(player_panel(b.player), PANEL_NONE);
        }
    }
    bench_finish(&b);
}

static void spaces_are_set_together_or_each(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    (void)bench_act(&b, ACTION_PANEL, PANEL_SETTINGS);
    assert_null(bench_item(&b, "spacing.line.wider"));
    bench_press(&b, "settings.space-each");
    bench_press(&b, "spacing.line.wider");
    assert_int_equal(player_settings(b.player)->preferred[PREFERENCE_LINE], SPACING_WIDER);
    assert_int_equal(player_settings(b.player)->preferred[PREFERENCE_WORD], SPACING_USUAL);
    bench_check_items(&b);
    bench_press(&b, "settings.space-each");
    assert_null(bench_item(&b, "spacing.line.wider"));
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_explained_and_left_again),
        cmocka_unit_test(a_press_leaves_no_focus),
        cmocka_unit_test(only_words_on_the_page_can_be_pressed),
        cmocka_unit_test(chapters_before_the_beginning),
        cmocka_unit_test(a_kept_place_shows_its_road),
        cmocka_unit_test(a_road_not_taken_is_followed),
        cmocka_unit_test(the_timeline_says_where_the_scene_stands),
        cmocka_unit_test(the_history_says_where_one_is),
        cmocka_unit_test(every_control_has_one_place),
        cmocka_unit_test(spaces_are_set_together_or_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
