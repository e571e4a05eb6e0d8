#include "support.h"

#include "viewing/viewing.h"

static double coins(const struct viewing *v)
{
    return viewing_env(v).variables[0].number;
}

static void test_steps_and_state(void **state)
{
    (void)state;
    struct story *s = story_of(SHORE_STORY);
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    assert_int_equal(viewing_scene_index(v), SHORE);
    assert_int_equal(viewing_env(v).steps, 1);
    assert_int_equal(viewing_visited(v, SHORE), 1);
    assert_int_equal(viewing_offers(v).count, 3);
    assert_false(viewing_next(v));
    assert_false(viewing_choose(v, 3));
    assert_false(viewing_choose(v, -1));
    assert_int_equal(viewing_peek_choice(v, 0), BOAT);
    assert_true(viewing_choose(v, 0));
    /* Both rules read the values before: 3 coins, more than 2. */
    assert_true(coins(v) == 2);
    assert_true(viewing_env(v).variables[2].truth);
    assert_ptr_equal(viewing_cause(v), &s->scenes[SHORE].choices[0]);
    assert_true(viewing_next(v));
    assert_null(viewing_cause(v));
    assert_int_equal(viewing_env(v).steps, 3);
    assert_string_equal(viewing_step(v, 0).exit.s, "boat");
    assert_string_equal(viewing_step(v, 1).exit.s, ">");
    assert_true(viewing_back_to(v, 0));
    assert_true(coins(v) == 3);
    assert_int_equal(viewing_visited(v, BOAT), 0);
    assert_false(viewing_back(v));
    viewing_destroy(v);
    story_destroy(s);
}

static void test_what_cannot_be_kept(void **state)
{
    (void)state;
    struct story *s = story_of(SHORE_STORY);
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    assert_null(viewing_last_complaint(v));
    assert_true(viewing_choose(v, 2));
    assert_true(coins(v) == 3);
    assert_string_equal(viewing_last_complaint(v),
                        "scene \"shore\", choice \"swim\": \"coins\" cannot become Infinity; it "
                        "stays as it was");
    viewing_destroy(v);
    story_destroy(s);
}

static void test_gentle(void **state)
{
    (void)state;
    struct story *s = story_of(SHORE_STORY);
    struct viewing *v = viewing_create(s, -1, LEVEL_GENTLE);
    assert_int_equal(viewing_offers(v).count, 2); /* swimming is told in full alone */
    assert_int_equal(viewing_peek_choice(v, 1), NIGHT);
    assert_true(viewing_choose(v, 1));
    assert_int_equal(viewing_scene_index(v), NIGHT);
    assert_int_equal(viewing_visited(v, BRIDGE), 0);
    assert_ptr_equal(viewing_cause(v), &s->scenes[SHORE].choices[1]);
    /* Full again, the bridge is back, and counted in place of the night. */
    viewing_set_level(v, LEVEL_FULL);
    assert_int_equal(viewing_scene_index(v), BRIDGE);
    assert_int_equal(viewing_visited(v, BRIDGE), 1);
    assert_int_equal(viewing_visited(v, NIGHT), 0);
    assert_int_equal(viewing_step_count(v), 1);
    assert_int_equal(viewing_step(v, 0).level, LEVEL_GENTLE);
    viewing_destroy(v);
    story_destroy(s);
}

static void test_circle_of_passed_scenes(void **state)
{
    (void)state;
    struct story *s = story_of(
        "{'format':1,'id':'t','title':'T','language':'en','start':'a','chapters':[{'id':'c',"
        "'title':'C'}],'scenes':[{'id':'a','chapter':'c','title':'A','captions':[{'text':'x'}],"
        "'next':'b','gentle':{'next':'b'}},{'id':'b','chapter':'c','title':'B','captions':["
        "{'text':'x'}],'next':'a','gentle':{'next':'a'}}]}");
    struct viewing *v = viewing_create(s, -1, LEVEL_GENTLE);
    assert_int_equal(viewing_scene_index(v), 0);
    assert_true(viewing_next(v));
    assert_int_equal(viewing_scene_index(v), 1);
    viewing_destroy(v);
    story_destroy(s);
}

/* Back undoes a step without replaying all before it: a hundred thousand are quick. */
static void test_many_steps(void **state)
{
    (void)state;
    struct story *s = story_of(
        "{'format':1,'id':'t','title':'T','language':'en','start':'a','state':{'n':0,'t':''},"
        "'chapters':[{'id':'c','title':'C'}],'scenes':[{'id':'a','chapter':'c','title':'A',"
        "'captions':[{'text':'x'}],'choices':[{'text':'x','to':'a','set':{'n':{'+':[{'var':'n'},"
        "1]},'t':{'cat':['n',{'var':'n'}]}}}]}]}");
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    for (int i = 0; i < 100000; i++) {
        assert_true(viewing_choose(v, 0));
    }
    assert_true(viewing_env(v).variables[0].number == 100000);
    assert_string_equal(viewing_env(v).variables[1].string.s, "n99999");
    for (int i = 0; i < 99999; i++) {
        assert_true(viewing_back(v));
    }
    assert_string_equal(viewing_env(v).variables[1].string.s, "n0");
    assert_int_equal(viewing_visited(v, 0), 2);
    viewing_destroy(v);
    story_destroy(s);
}

static void test_history(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct story *s = story_of(SHORE_STORY);
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    const struct visit *visits = NULL;
    assert_true(viewing_choose(v, 1) && viewing_next(v));
    assert_int_equal(viewing_history(v, &arena, &visits), 3);
    assert_int_equal(visits[0].scene, SHORE);
    assert_ptr_equal(visits[0].choice, &s->scenes[SHORE].choices[1]);
    assert_int_equal(visits[1].scene, BRIDGE);
    assert_null(visits[1].choice);
    assert_int_equal(visits[2].scene, NIGHT);
    assert_int_equal(visits[2].steps, 2);
    viewing_destroy(v);
    story_destroy(s);
    arena_finish(&arena);
}

static void test_shown(void **state)
{
    (void)state;
    struct arena a = {0};
    struct story *s = story_of(SHORE_STORY);
    struct words *w = words_original(s);
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    const struct scene *shore = &s->scenes[SHORE];
    assert_string_equal(viewing_show(v, w, shore->captions[0].text, &a).text.s, "Ann has 3.");
    assert_string_equal(viewing_show(v, w, shore->captions[1].text, &a).text.s, "Wet: no");
    viewing_set_yes_no(v, STR("ja"), STR("nein"));
    assert_string_equal(viewing_show(v, w, shore->captions[1].text, &a).text.s, "Wet: nein");
    struct shown boat = viewing_show(v, w, shore->choices[0].text, &a);
    assert_string_equal(boat.text.s, "Take the boat");
    assert_int_equal(boat.span_count, 1);
    assert_int_equal(viewing_because(v, w, &a).text.n, 0);
    assert_true(viewing_choose(v, 0));
    assert_string_equal(viewing_because(v, w, &a).text.s, "It cost 2.");
    viewing_destroy(v);
    words_destroy(w);
    story_destroy(s);
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps_and_state),
        cmocka_unit_test(test_what_cannot_be_kept),
        cmocka_unit_test(test_gentle),
        cmocka_unit_test(test_circle_of_passed_scenes),
        cmocka_unit_test(test_many_steps),
        cmocka_unit_test(test_history),
        cmocka_unit_test(test_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
