#include "story/geo.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/compiler.h"

/* Coordinates as facts are kept: two decimals. */
#define HOERYONG {129.75, 42.44}
#define TUMEN {129.84, 42.97}
#define YANJI {129.50, 42.89}
#define SHENYANG {123.43, 41.79}
#define BEIJING {116.40, 39.91}
#define DANDONG {124.39, 40.13}
#define KUNMING {102.72, 25.04}
#define BOTEN {101.67, 21.18}
#define MONG_LA {100.01, 21.67}
#define LUANG_NAMTHA {101.40, 20.95}
#define VIENTIANE {102.60, 17.97}
#define NONG_KHAI {102.74, 17.88}
#define CHIANG_KHONG {100.40, 20.26}
#define BANGKOK {100.50, 13.75}
#define INCHEON {126.44, 37.46}
#define SEOUL {126.98, 37.57}
#define ERENHOT {111.98, 43.65}
#define ULAANBAATAR {106.88, 47.91}

/* The first set was computed for the documentary elsewhere, from more decimals; the last follow from the sphere alone. */
static void measures_along_the_great_circle(void **state)
{
    (void)state;
    static const struct {
        struct geo from, to;
        double km, off;
    } rows[] = {
        {HOERYONG, SEOUL, 591, 1.5},
        {HOERYONG, TUMEN, 59, 1.5},
        {TUMEN, YANJI, 29, 1.5},
        {YANJI, SHENYANG, 513, 1.5},
        {SHENYANG, BEIJING, 628, 1.5},
        {TUMEN, KUNMING, 3173, 1.5},
        {DANDONG, KUNMING, 2622, 1.5},
        {KUNMING, BOTEN, 443, 1.5},
        {KUNMING, MONG_LA, 465, 1.5},
        {BOTEN, LUANG_NAMTHA, 37, 1.5},
        {LUANG_NAMTHA, CHIANG_KHONG, 129, 1.5},
        {LUANG_NAMTHA, VIENTIANE, 355, 1.5},
        {VIENTIANE, NONG_KHAI, 18, 1.5},
        {CHIANG_KHONG, BANGKOK, 724, 1.5},
        {BANGKOK, INCHEON, 3678, 1.5},
        {BEIJING, ERENHOT, 554, 1.5},
        {ERENHOT, ULAANBAATAR, 617, 1.5},
        {ULAANBAATAR, INCHEON, 1967, 1.5},
        {SEOUL, SEOUL, 0, 0},
        {{0, 0}, {90, 0}, 10007.543398, 1e-6},
        {{0, 90}, {77, -90}, 20015.086796, 1e-6},
        {{179.5, 0}, {-179.5, 0}, 111.194927, 1e-6},
        {{0, 0}, {0, 1e-6}, 1.11194927e-4, 1e-9},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        double there = geo_distance_km(rows[i].from, rows[i].to);
        double back = geo_distance_km(rows[i].to, rows[i].from);
        if (fabs(there - rows[i].km) > rows[i].off || fabs(there - back) > 1e-9) {
            fail_msg("row %zu: %.9f and %.9f km, not %.9f", i, there, back, rows[i].km);
        }
    }
}

/* By Kunming, Laos and Bangkok, leg by leg: about 8,300 km, fourteen times the direct line. */
static void the_long_way_is_fourteen_times_as_far(void **state)
{
    (void)state;
    static const struct geo road[] = {HOERYONG,     TUMEN,        KUNMING, BOTEN,  LUANG_NAMTHA,
                                      CHIANG_KHONG, BANGKOK,      INCHEON, SEOUL};
    double km = 0;
    for (size_t i = 1; i < COUNT(road); i++) {
        km += geo_distance_km(road[i - 1], road[i]);
    }
    assert_float_equal(km, 8300, 25);
    assert_float_equal(km / geo_distance_km(road[0], road[COUNT(road) - 1]), 14, 0.1);
}

static void a_point_between_divides_the_way(void **state)
{
    (void)state;
    static const struct {
        struct geo from, to;
        double t;
    } rows[] = {
        {BANGKOK, INCHEON, 0}, {BANGKOK, INCHEON, 0.25}, {BANGKOK, INCHEON, 1}, {{170, 60}, {-150, 61}, 0.7},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        double whole = geo_distance_km(rows[i].from, rows[i].to);
        struct geo at = geo_between(rows[i].from, rows[i].to, rows[i].t);
        double first = geo_distance_km(rows[i].from, at);
        double rest = geo_distance_km(at, rows[i].to);
        if (fabs(first - rows[i].t * whole) > 1e-6 || fabs(first + rest - whole) > 1e-6) {
            fail_msg("row %zu: %f + %f of %f km", i, first, rest, whole);
        }
    }
    struct geo same = geo_between((struct geo)SEOUL, (struct geo)SEOUL, 0.5);
    assert_float_equal(same.longitude_deg, 126.98, 1e-12);
}

static const struct story_map world = {.bounds = {-180, -85.0511287798066, 180, 85.0511287798066}};
static const struct story_map thailand = {.bounds = {95, 5, 107, 21}};
static const struct story_map road = {
    .is_laea = true, .centre = {114.72, 30.6}, .width_km = 7500, .height_km = 4218.75};
static const struct story_map half = { /* the picture's half is a radius of 90 degrees: R times root 2 */
    .is_laea = true, .centre = {40, 0}, .width_km = 18019.90, .height_km = 18019.90};

static void projects(void **state)
{
    (void)state;
    static const struct {
        const struct story_map *map;
        struct geo at;
        struct map_point lies;
    } rows[] = {
        {&world, {0, 0}, {0.5, 0.5}},
        {&world, {-180, 85.0511287798066}, {0, 0}},
        {&world, {180, -85.0511287798066}, {1, 1}},
        /* tile 1 of zoom level 2 begins at 66.51326044311186 degrees: a quarter of the square */
        {&world, {90, 66.51326044311186}, {0.75, 0.25}},
        {&thailand, {101, 21}, {0.5, 0}},
        {&thailand, {119, 5}, {2, 1}}, /* outside is told too */
        {&road, {114.72, 30.6}, {0.5, 0.5}},
        {&half, {130, 0}, {1, 0.5}},
        {&half, {-50, 0}, {0, 0.5}},
        {&half, {77, 90}, {0.5, 0}}, /* the pole, whatever its longitude */
        {&half, {100, 0}, {0.853553, 0.5}}, /* 2 R sin 30° of R √2 */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct map_point p = {-9, -9};
        bool is_there = map_project(rows[i].map, rows[i].at, &p);
        if (!is_there || fabs(p.x - rows[i].lies.x) > 1e-5 || fabs(p.y - rows[i].lies.y) > 1e-5) {
            fail_msg("row %zu: %d %f %f, not %f %f", i, is_there, p.x, p.y, rows[i].lies.x, rows[i].lies.y);
        }
    }
}

static void leaves_out_what_no_map_can_show(void **state)
{
    (void)state;
    struct map_point p;
    assert_false(map_project(&world, (struct geo){10, 90}, &p));
    assert_false(map_project(&world, (struct geo){10, -90}, &p));
    assert_false(map_project(&half, (struct geo){-140, 0}, &p));
    struct story_map unread = road; /* its picture could not be opened */
    unread.height_km = 0;
    assert_false(map_is_usable(&unread));
    assert_true(map_is_usable(&road));
    assert_true(map_is_usable(&thailand));
}

/* Equal-area: a cell of one degree keeps its share of the sphere, at the middle and far from it. */
static void laea_keeps_areas(void **state)
{
    (void)state;
    static const struct geo corners[] = {{114, 30}, {129, 42}, {100, 13}, {88, 47}};
    for (size_t i = 0; i < COUNT(corners); i++) {
        double west = corners[i].longitude_deg, south = corners[i].latitude_deg, step = 0.01;
        struct map_point a, b, c;
        assert_true(map_project(&road, (struct geo){west, south}, &a));
        assert_true(map_project(&road, (struct geo){west + step, south}, &b));
        assert_true(map_project(&road, (struct geo){west, south + step}, &c));
        double drawn = fabs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) * 7500 * 4218.75;
        double side = GEO_EARTH_KM * step * acos(-1) / 180;
        double true_area = side * side * cos((south + step / 2) * acos(-1) / 180);
        assert_float_equal(drawn / true_area, 1, 0.001);
    }
}

static void knows_the_shape_and_scale_of_a_map(void **state)
{
    (void)state;
    assert_float_equal(map_shape(&world), 1, 1e-9);
    assert_float_equal(map_shape(&road), 0.5625, 1e-12);
    assert_float_equal(map_width_km(&road), 7500, 0);
    assert_float_equal(map_width_km(&world), 40030.17, 0.01);
    assert_float_equal(map_width_km(&thailand), 12 * 111.194927 * cos(13 * acos(-1) / 180), 0.01);
}

static void chooses_the_closest_that_holds_all(void **state)
{
    (void)state;
    struct story_map maps[] = {road, world, thailand, road};
    maps[3].height_km = 0;
    maps[3].width_km = 1;
    const struct story s = {.maps = maps, .map_count = COUNT(maps)};
    static const struct {
        struct geo points[3];
        int count, map; /* -1: none */
    } rows[] = {
        {{BANGKOK}, 1, 2},
        {{BANGKOK, {95.01, 14}}, 2, 0}, /* at the very edge of the closest */
        {{BANGKOK, SEOUL}, 2, 0},
        {{BANGKOK, SEOUL, ULAANBAATAR}, 3, 0},
        {{BANGKOK, {-120, 40}}, 2, 1},
        {{BANGKOK, {0, 90}}, 2, -1},
        {{{0, 0}}, 0, -1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct story_map *m = map_for_points(&s, rows[i].points, rows[i].count);
        int got = m ? (int)(m - maps) : -1;
        if (got != rows[i].map) {
            fail_msg("row %zu: map %d, not %d", i, got, rows[i].map);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_along_the_great_circle),
        cmocka_unit_test(the_long_way_is_fourteen_times_as_far),
        cmocka_unit_test(a_point_between_divides_the_way),
        cmocka_unit_test(projects),
        cmocka_unit_test(leaves_out_what_no_map_can_show),
        cmocka_unit_test(laea_keeps_areas),
        cmocka_unit_test(knows_the_shape_and_scale_of_a_map),
        cmocka_unit_test(chooses_the_closest_that_holds_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
