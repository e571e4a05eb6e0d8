#include "viewing/roads.h"

#include "base/compiler.h"
#include "support.h"

/* Steps of the small story: a choice by its number on offer, from 1, or 0 for next. */
static void go(struct viewing *v, const char *steps)
{
    for (const char *c = steps; *c; c++) {
        assert_true(*c == '0' ? viewing_next(v) : viewing_choose(v, *c - '1'));
    }
}

/* "shore@0:boat bridge swim|" is what was made there after so many steps, and what else was offered. */
static struct str written(const struct story *s, const struct turn *turns, int count, struct arena *a)
{
    struct strbuf out = {0};
    for (int i = 0; i < count; i++) {
        strbuf_printf(&out, "%.*s@%d:%.*s", STR_ARG(s->scenes[turns[i].scene].id), turns[i].steps,
                      STR_ARG(turns[i].made->id));
        for (int j = 0; j < turns[i].other_count; j++) {
            strbuf_printf(&out, " %.*s", STR_ARG(turns[i].others[j]->id));
        }
        strbuf_add_c(&out, "|");
    }
    struct str text = arena_str(a, strbuf_str(&out));
    strbuf_finish(&out);
    return text;
}

/* The bridge is offered at the first shore alone, swimming in the full telling alone. */
static const struct {
    const char *steps;
    enum level level; /* while going */
    enum level now;
    const char *turns;
} rows[] = {
    {"", LEVEL_FULL, LEVEL_FULL, ""},
    {"1", LEVEL_FULL, LEVEL_FULL, "shore@0:boat bridge swim|"},
    {"10", LEVEL_FULL, LEVEL_FULL, "shore@0:boat bridge swim|"},
    {"101", LEVEL_FULL, LEVEL_FULL, "shore@0:boat bridge swim|night@2:shore home|"},
    {"1011", LEVEL_FULL, LEVEL_FULL, "shore@0:boat bridge swim|night@2:shore home|shore@3:boat swim|"},
    {"1012", LEVEL_FULL, LEVEL_FULL, "shore@0:boat bridge swim|night@2:shore home|shore@3:swim boat|"},
    {"3", LEVEL_FULL, LEVEL_GENTLE, "shore@0:swim boat bridge|"},
    {"1", LEVEL_FULL, LEVEL_GENTLE, "shore@0:boat bridge|"},
    {"2", LEVEL_GENTLE, LEVEL_FULL, "shore@0:bridge boat swim|"},
    {"202", LEVEL_FULL, LEVEL_FULL, "shore@0:bridge boat swim|night@2:home shore|"},
};

static void others_are_what_was_offered_then(void **state)
{
    (void)state;
    struct story *s = story_of(SHORE_STORY);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        const struct turn *turns;
        struct viewing *v = viewing_create(s, -1, rows[i].level);
        go(v, rows[i].steps);
        viewing_set_level(v, rows[i].now);
        uint32_t visited = viewing_visited(v, SHORE);
        int count = roads_turns(v, &a, &turns);
        struct str got = written(s, turns, count, &a);
        if (!str_is(got, rows[i].turns)) {
            fail_msg("row %zu: %s", i, got.s);
        }
        assert_int_equal(viewing_visited(v, SHORE), visited); /* the viewing itself is left alone */
        viewing_destroy(v);
        arena_finish(&a);
    }
    story_destroy(s);
}

/* Each other road can be followed: going back to its turn offers it. */
static void each_other_road_is_on_offer_there(void **state)
{
    (void)state;
    struct arena a = {0};
    struct story *s = story_of(SHORE_STORY);
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    const struct turn *turns;
    go(v, "1011");
    int count = roads_turns(v, &a, &turns);
    for (int i = count - 1; i >= 0; i--) {
        assert_true(viewing_back_to(v, turns[i].steps));
        struct offers offers = viewing_offers(v);
        for (int j = 0; j < turns[i].other_count; j++) {
            bool found = false;
            for (int k = 0; k < offers.count; k++) {
                found = found || &viewing_scene(v)->choices[offers.choices[k]] == turns[i].others[j];
            }
            assert_true(found);
        }
        assert_int_equal(offers.count, turns[i].other_count + 1);
    }
    viewing_destroy(v);
    story_destroy(s);
    arena_finish(&a);
}

static void the_trail_outlives_going_back(void **state)
{
    (void)state;
    struct story *s = story_of(SHORE_STORY);
    struct trail *t = trail_create(s);
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    assert_int_equal(trail_chapter(t, 0, LEVEL_FULL), PORTION_NONE);
    trail_note(t, v);
    assert_int_equal(trail_chapter(t, 0, LEVEL_FULL), PORTION_SOME);
    go(v, "1");
    trail_note(t, v);
    assert_true(viewing_back(v));
    trail_note(t, v);
    assert_true(trail_has_scene(t, BOAT));
    assert_false(trail_has_scene(t, BRIDGE));
    assert_true(trail_has_choice(t, SHORE, &s->scenes[SHORE].choices[0]));
    assert_false(trail_has_choice(t, SHORE, &s->scenes[SHORE].choices[1]));
    go(v, "102");
    trail_note(t, v);
    assert_int_equal(trail_chapter(t, 0, LEVEL_FULL), PORTION_SOME);  /* the bridge was not seen … */
    assert_int_equal(trail_chapter(t, 0, LEVEL_GENTLE), PORTION_ALL); /* … which this telling passes */
    trail_forget(t);
    assert_int_equal(trail_chapter(t, 0, LEVEL_GENTLE), PORTION_NONE);
    assert_false(trail_has_choice(t, SHORE, &s->scenes[SHORE].choices[0]));
    viewing_destroy(v);
    trail_destroy(t);
    trail_destroy(NULL);
    story_destroy(s);
}

#define CHAPTERS_STORY                                                                                \
    "{'format':1,'id':'ch','title':'Ch','language':'en','start':'a','chapters':["                     \
    "{'id':'one','title':'1'},{'id':'two','title':'2'},{'id':'three','title':'3'}],'scenes':["        \
    "{'id':'a','chapter':'one','title':'A','captions':[{'text':'x'}],'next':'b'},"                    \
    "{'id':'b','chapter':'two','title':'B','captions':[{'text':'x'}],'next':'c','gentle':{'next':'c'}}," \
    "{'id':'c','chapter':'two','title':'C','captions':[{'text':'x'}],'next':'d'},"                    \
    "{'id':'d','chapter':'three','title':'D','captions':[{'text':'x'}],'ending':{'id':'e','title':'E'}}]}"

static void a_chapter_begins_where_it_may(void **state)
{
    (void)state;
    struct story *s = story_of(CHAPTERS_STORY);
    assert_int_equal(roads_chapter_start(s, 0, LEVEL_FULL), 0);
    assert_int_equal(roads_chapter_start(s, 1, LEVEL_FULL), 1);
    assert_int_equal(roads_chapter_start(s, 1, LEVEL_GENTLE), 2);
    assert_int_equal(roads_chapter_start(s, 2, LEVEL_FULL), -1); /* nothing in it but an ending */
    story_destroy(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(others_are_what_was_offered_then),
        cmocka_unit_test(each_other_road_is_on_offer_there),
        cmocka_unit_test(the_trail_outlives_going_back),
        cmocka_unit_test(a_chapter_begins_where_it_may),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
