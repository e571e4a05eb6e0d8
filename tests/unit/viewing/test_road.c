#include "viewing/road.h"

#include <math.h>

#include "base/compiler.h"
#include "support.h"

/* The long way of the documentary, with the places and travels that it has, a way round by the bridge, and
 * a way home; the lengths were computed elsewhere by haversines. `stay` has no place, `market` is where one is already, `again` is reached without `by`. */
#define PLACE(id, longitude, latitude) "'" id "':{'name':'" id "','at':[" #longitude "," #latitude "]}"
#define SCENE(id, rest) "{'id':'" id "','chapter':'c','title':'T','captions':[{'text':'x'}]," rest "},"
#define ROAD_STORY                                                                                   \
    "{'format':1,'id':'road','title':'Road','language':'en','start':'home',"                         \
    "'chapters':[{'id':'c','title':'C'}],'places':{"                                                 \
    PLACE("hoeryong", 129.75, 42.44) "," PLACE("tumen", 129.84, 42.97) ","                           \
    PLACE("kunming", 102.72, 25.04) "," PLACE("boten", 101.67, 21.18) ","                            \
    PLACE("luang", 101.40, 20.95) "," PLACE("chiang", 100.40, 20.26) ","                             \
    PLACE("bangkok", 100.50, 13.75) "," PLACE("incheon", 126.44, 37.46) ","                          \
    PLACE("seoul", 126.98, 37.57) "},'scenes':["                                                     \
    SCENE("home", "'place':'hoeryong','by':'foot','next':'stay'")                                    \
    SCENE("stay", "'next':'river'")                                                                  \
    SCENE("river", "'place':'tumen','by':'foot','choices':[{'text':'South','to':'market'},"          \
                   "{'text':'Back','to':'again'},{'text':'Drive back','to':'driven'}]")              \
    SCENE("market", "'place':'tumen','by':'road','next':'kunming'")                                  \
    SCENE("kunming", "'place':'kunming','by':'road','gentle':{'next':'boten'},'next':'boten'")       \
    SCENE("boten", "'place':'boten','by':'road','next':'luang'")                                     \
    SCENE("luang", "'place':'luang','by':'foot','next':'chiang'")                                    \
    SCENE("chiang", "'place':'chiang','by':'river','next':'bangkok'")                                \
    SCENE("bangkok", "'place':'bangkok','by':'rail','next':'incheon'")                               \
    SCENE("incheon", "'place':'incheon','by':'air','next':'seoul'")                                  \
    SCENE("seoul", "'place':'seoul','by':'road','ending':{'id':'e','title':'E'}")                    \
    SCENE("again", "'place':'hoeryong','next':'after'")                                              \
    SCENE("driven", "'place':'hoeryong','by':'road','next':'after'")                                 \
    "{'id':'after','chapter':'c','title':'T','captions':[{'text':'x'}],'place':'tumen','by':'foot'," \
    "'ending':{'id':'f','title':'F'}}]}"

static const struct {
    const char *choices; /* 0: next */
    enum level level;
    int stations, legs;
    double walked_km, direct_km;
    const char *numbers, *travels; /* of enum travel */
} rows[] = {
    {"", LEVEL_FULL, 1, 0, 0, 0, "1", "0"},
    {"00", LEVEL_FULL, 2, 1, 59.39, 59.39, "12", "01"},
    {"001", LEVEL_FULL, 2, 1, 59.39, 59.39, "12", "01"},
    {"001000", LEVEL_FULL, 5, 4, 3712.44, 3560.96, "12345", "01221"},
    {"00100000", LEVEL_FULL, 7, 6, 4565.70, 4247.92, "1234567", "0122143"},
    {"0010000000", LEVEL_FULL, 9, 8, 8293.15, 590.59, "123456789", "012214352"},
    {"001000000", LEVEL_GENTLE, 8, 7, 8240.05, 590.59, "12345678", "01214352"},
    {"002", LEVEL_FULL, 3, 1, 59.39, 0, "121", "010"}, /* without `by`: marked, no line */
    {"0020", LEVEL_FULL, 4, 2, 118.78, 59.39, "1212", "0101"},
    {"003", LEVEL_FULL, 3, 2, 118.78, 0, "121", "012"},
};

static void go(struct viewing *v, const char *choices)
{
    for (const char *c = choices; *c; c++) {
        assert_true(*c == '0' ? viewing_next(v) : viewing_choose(v, *c - '1'));
    }
}

static void check_stations(size_t row, const struct road *r)
{
    for (int i = 0; i < r->count; i++) {
        const struct station *s = &r->stations[i];
        bool has_leg = rows[row].travels[i] != '0';
        if (s->number != rows[row].numbers[i] - '0' || (int)s->by != rows[row].travels[i] - '0' ||
            s->from != (has_leg ? i - 1 : -1) || (s->km > 0) != has_leg) {
            fail_msg("row %zu, station %d: number %d, by %d, from %d, %f km", row, i, s->number, (int)s->by,
                     s->from, s->km);
        }
    }
}

static void follows_from_the_steps(void **state)
{
    (void)state;
    struct story *s = story_of(ROAD_STORY);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct viewing *v = viewing_create(s, -1, rows[i].level);
        go(v, rows[i].choices);
        struct road r = viewing_road(v, &a);
        const double off = 0.01;
        if (r.count != rows[i].stations || r.leg_count != rows[i].legs ||
            fabs(r.walked_km - rows[i].walked_km) > off || fabs(r.direct_km - rows[i].direct_km) > off) {
            fail_msg("row %zu: %d stations, %d legs, %f and %f km", i, r.count, r.leg_count, r.walked_km,
                     r.direct_km);
        }
        check_stations(i, &r);
        viewing_destroy(v);
        arena_finish(&a);
    }
    story_destroy(s);
}

static void back_takes_the_leg_away(void **state)
{
    (void)state;
    struct story *s = story_of(ROAD_STORY);
    struct arena a = {0};
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    go(v, "0010");
    assert_int_equal(viewing_road(v, &a).count, 3);
    assert_true(viewing_back(v));
    assert_int_equal(viewing_road(v, &a).count, 2);
    assert_true(viewing_back_to(v, 0));
    assert_int_equal(viewing_road(v, &a).count, 1);
    viewing_destroy(v);
    arena_finish(&a);
    story_destroy(s);
}

static void a_story_without_places_has_none(void **state)
{
    (void)state;
    struct story *s = story_of(SHORE_STORY);
    struct arena a = {0};
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    struct road r = viewing_road(v, &a);
    assert_int_equal(r.count, 0);
    assert_float_equal(r.walked_km + r.direct_km, 0, 0);
    viewing_destroy(v);
    arena_finish(&a);
    story_destroy(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_from_the_steps),
        cmocka_unit_test(back_takes_the_leg_away),
        cmocka_unit_test(a_story_without_places_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
