#include "stage/map_paint.h"

#include "stage/map_ink.h"
#include "stage/map_labels.h"
#include "text/number.h"

/* Points along a leg: a great circle bends in most projections. */
enum { WAY_POINTS = 48 };

/* A place on the road is told no closer than this. */
#define LIGHT_KM 20

struct sheet_work {
    struct composer *c;
    struct map_sheet *s;
    const struct story_map *map;
    const struct road *road;
    struct map_fit fit;
    struct map_room room;
    struct spot *spots;      /* of the stations */
    bool *is_numbered;       /* a station whose mark has room for its number */
    bool *is_taken;          /* a station whose mark has its place */
    bool *is_hidden;         /* a station that lies under the mark of another */
    struct map_lettering *names; /* that found room */
    struct spot *cities;
    int name_count, city_count;
    double line_px, mark_px; /* width of a leg, radius of a mark */
    double light_px;         /* of the light round a mark */
};

bool map_spot(const struct story_map *map, struct map_fit fit, struct geo at, struct spot *out)
{
    struct map_point p;
    if (!map_project(map, at, &p)) {
        return false;
    }
    *out = (struct spot){p.x * fit.whole.w - fit.seen.x, p.y * fit.whole.h - fit.seen.y};
    return true;
}

static struct geo place_of(const struct sheet_work *w, int station)
{
    const struct story *s = viewing_story(player_viewing(w->c->player));
    return geo_of_place(&s->places[w->road->stations[station].place]);
}

static struct way way_between(const struct sheet_work *w, int from, int to)
{
    struct spot *points = arena_new(w->c->arena, struct spot, WAY_POINTS);
    int count = 0;
    for (int i = 0; i < WAY_POINTS; i++) {
        struct geo at = geo_between(place_of(w, from), place_of(w, to), i / (WAY_POINTS - 1.0));
        count += map_spot(w->map, w->fit, at, &points[count]);
    }
    return (struct way){points, count};
}

static const struct map_inks *inks_of(const struct sheet_work *w)
{
    return &w->c->look.colours->map;
}

/* --- items --- */

static int item_of(const struct sheet_work *w, enum part part, int value)
{
    for (int i = 0; i < w->c->item_count; i++) {
        if (w->c->items[i].part == part && w->c->items[i].action_value == value) {
            return i;
        }
    }
    return -1;
}

static void note_placed(struct sheet_work *w, enum part part, int value, struct rect rect, struct setting setting)
{
    if (w->s->placed_count < MAP_PLACED_MOST) {
        w->s->placed[w->s->placed_count++] = (struct map_placed){part, value, rect, setting};
    }
}

/* --- marks --- */

static struct setting number_setting(const struct sheet_work *w, bool is_here)
{
    const struct map_inks *inks = inks_of(w);
    struct colour ink = is_here ? inks->here_ink : inks->name;
    return (struct setting){FACE_UI_BOLD, look_around_px(&w->c->look, 0.4), 1.1, ink};
}

static bool is_here(const struct sheet_work *w, int station)
{
    return w->road->stations[station].place == w->road->stations[w->road->count - 1].place;
}

static struct rect square_round(struct spot at, double half)
{
    int side = (int)(2 * half + 1);
    return (struct rect){(int)(at.x - half), (int)(at.y - half), side, side};
}

/* The last stay at each place stands for all. */
static bool is_last_stay(const struct road *road, int station)
{
    for (int i = station + 1; i < road->count; i++) {
        if (road->stations[i].place == road->stations[station].place) {
            return false;
        }
    }
    return true;
}

static void take_mark(struct sheet_work *w, int station)
{
    if (!is_last_stay(w->road, station) || w->is_taken[station]) {
        return;
    }
    w->is_taken[station] = true;
    struct rect square = square_round(w->spots[station], w->mark_px * 0.95);
    bool here = is_here(w, station);
    struct rect dot = square_round(w->spots[station], 1);
    w->is_numbered[station] = here || map_room_is_free(&w->room, square);
    w->is_hidden[station] = !w->is_numbered[station] && !map_room_is_free(&w->room, dot);
    map_room_take(&w->room, w->is_numbered[station] ? square : dot);
}

/* The end of the road first, then its beginning, then the others, the later before the earlier. */
static void take_marks(struct sheet_work *w)
{
    int count = w->road->count;
    for (int i = 0; i < count; i++) {
        (void)map_spot(w->map, w->fit, place_of(w, i), &w->spots[i]);
    }
    if (count == 0) {
        return;
    }
    take_mark(w, count - 1);
    for (int i = 0; i < count; i++) {
        if (w->road->stations[i].number == 1) {
            take_mark(w, i);
        }
    }
    for (int i = count - 1; i >= 0; i--) {
        take_mark(w, i);
    }
}

/* On `b`, whose top left is at `corner` of the map. A place without room for its number is a small light. */
static void ink_mark(struct sheet_work *w, struct bitmap *b, struct point corner, int station)
{
    if (!is_last_stay(w->road, station) || w->is_hidden[station]) {
        return;
    }
    struct spot at = {w->spots[station].x - corner.x, w->spots[station].y - corner.y};
    bool here = is_here(w, station);
    bool numbered = w->is_numbered[station];
    struct map_mark mark = {at, numbered ? w->mark_px : w->mark_px / 3, w->light_px, here || !numbered};
    map_ink_mark(b, mark, inks_of(w), w->c->arena);
    int item = item_of(w, PART_STATION, station);
    if (numbered && item >= 0) {
        struct str language = strings_language(player_strings(w->c->player));
        struct str number = number_show_own(w->road->stations[station].number, language, w->c->arena);
        map_number_ink(w->c, b, item, number, number_setting(w, here), at);
    }
}

/* --- legs --- */

static void take_way(struct sheet_work *w, struct way way)
{
    for (int i = 1; i < way.count; i++) {
        struct spot a = way.points[i - 1];
        struct spot b = way.points[i];
        for (int k = 0; k < 8; k++) {
            struct spot at = {a.x + (b.x - a.x) * k / 8, a.y + (b.y - a.y) * k / 8};
            map_room_take(&w->room, square_round(at, w->line_px));
        }
    }
}

static bool is_newest_leg(const struct road *road, int station)
{
    return station == road->count - 1 && road->stations[station].from >= 0;
}

/* The straight line belongs to the words that tell of it. */
static bool has_direct(const struct sheet_work *w)
{
    for (int i = 0; i < w->c->item_count; i++) {
        if (str_eq(w->c->items[i].id, STR("map.direct"))) {
            return w->road->count > 1;
        }
    }
    return false;
}

static void take_lines(struct sheet_work *w)
{
    for (int i = 0; i < w->road->count; i++) {
        if (w->road->stations[i].from >= 0) {
            take_way(w, way_between(w, w->road->stations[i].from, i));
        }
    }
    if (has_direct(w)) {
        take_way(w, way_between(w, 0, w->road->count - 1));
    }
}

/* All but the newest leg. */
static void ink_lines(struct sheet_work *w)
{
    if (has_direct(w)) {
        map_ink_direct(w->s->base, way_between(w, 0, w->road->count - 1), w->line_px / 3, inks_of(w),
                       w->c->arena);
    }
    for (int i = 0; i < w->road->count; i++) {
        const struct station *to = &w->road->stations[i];
        if (to->from >= 0 && !is_newest_leg(w->road, i)) {
            map_ink_leg(w->s->base, way_between(w, to->from, i), to->by, w->line_px, inks_of(w), w->c->arena);
        }
    }
}

/* The newest leg with the marks at its ends, on a bitmap just large enough. */
static void make_leg(struct sheet_work *w)
{
    int last = w->road->count - 1;
    if (last < 0 || !is_newest_leg(w->road, last)) {
        return;
    }
    int from = w->road->stations[last].from;
    struct way way = way_between(w, from, last);
    double reach = w->light_px + 3;
    struct rect box = rect_union(map_ink_leg_box(way, w->line_px), square_round(w->spots[from], reach));
    box = rect_intersect(rect_union(box, square_round(w->spots[last], reach)), rect_of_size(bitmap_size(w->s->base)));
    w->s->leg = rect_is_empty(box) ? NULL : bitmap_create((struct size){box.w, box.h}, false);
    if (!w->s->leg) {
        return;
    }
    struct spot *moved = arena_new(w->c->arena, struct spot, (size_t)way.count);
    for (int i = 0; i < way.count; i++) {
        moved[i] = (struct spot){way.points[i].x - box.x, way.points[i].y - box.y};
    }
    struct point corner = {box.x, box.y};
    map_ink_leg(w->s->leg, (struct way){moved, way.count}, w->road->stations[last].by, w->line_px, inks_of(w),
                w->c->arena);
    ink_mark(w, w->s->leg, corner, from);
    ink_mark(w, w->s->leg, corner, last);
    w->s->leg_at = box;
    w->s->leg_from = w->spots[from];
    w->s->leg_to = w->spots[last];
}

/* --- names --- */

static struct setting label_setting(const struct sheet_work *w, enum label_kind kind)
{
    const struct look *look = &w->c->look;
    switch (kind) {
    case LABEL_COUNTRY:
        return (struct setting){FACE_DISPLAY, look_around_px(look, 0.56), 1.15, inks_of(w)->name};
    case LABEL_WATER:
        return (struct setting){FACE_BODY_ITALIC, look_around_px(look, 0.46), 1.15, inks_of(w)->water};
    case LABEL_RIVER:
        return (struct setting){FACE_BODY_ITALIC, look_around_px(look, 0.42), 1.15, inks_of(w)->water};
    case LABEL_CITY:
        break;
    }
    return (struct setting){FACE_UI, look_around_px(look, 0.42), 1.15, inks_of(w)->name};
}

static bool set_name(struct sheet_work *w, const struct map_name *name, enum part part, int value)
{
    struct map_lettering l;
    bool fits = w->name_count < MAP_PLACED_MOST && map_name_place(w->c, &w->room, name, &l);
    if (fits) {
        w->names[w->name_count++] = l;
        note_placed(w, part, value, map_lettering_box(&l), name->setting);
    }
    return fits;
}

/* Beside its mark; without room for it, the number leads to the list. */
static void set_station_name(struct sheet_work *w, int station)
{
    int item = item_of(w, PART_STATION, station);
    if (item < 0 || !is_last_stay(w->road, station) || w->is_hidden[station]) {
        return;
    }
    const struct story *story = viewing_story(player_viewing(w->c->player));
    double radius = w->is_numbered[station] ? w->mark_px : w->mark_px / 3;
    struct map_name name = {
        .item = item,
        .words = words_of(player_words(w->c->player), story->places[w->road->stations[station].place].name),
        .setting = {FACE_UI_BOLD, look_around_px(&w->c->look, 0.46), 1.15, inks_of(w)->name},
        .at = w->spots[station],
        .clear_px = radius * 1.35,
    };
    note_placed(w, PART_STATION, station, square_round(w->spots[station], radius), name.setting);
    (void)set_name(w, &name, PART_STATION, station);
}

static void set_station_names(struct sheet_work *w)
{
    for (int i = w->road->count - 1; i >= 0; i--) {
        set_station_name(w, i);
    }
}

static void ink_city(struct sheet_work *w, struct spot at)
{
    double radius = look_px(&w->c->look, 0.07) + 1;
    int side = (int)(4 * radius) + 4;
    struct mask m = mask_make((struct size){side, side}, w->c->arena);
    struct point corner = {(int)at.x - side / 2, (int)at.y - side / 2};
    struct spot middle = {at.x - corner.x, at.y - corner.y};
    mask_disc(&m, middle, radius + 2);
    bitmap_ink(w->s->base, &m, corner, inks_of(w)->shade);
    struct mask inner = mask_make((struct size){side, side}, w->c->arena);
    mask_disc(&inner, middle, radius);
    bitmap_ink(w->s->base, &inner, corner, inks_of(w)->name);
}

/* A sea is still itself higher or lower, a country a little; a river's name keeps to its river. */
static void set_label(struct sheet_work *w, int item)
{
    const struct map_label *label = &w->map->labels[w->c->items[item].action_value];
    struct map_name name = {
        .item = item,
        .words = w->c->items[item].name,
        .setting = label_setting(w, label->kind),
        .angle_deg = label->kind == LABEL_CITY ? 0 : label->angle_deg,
        .wander = label->kind == LABEL_WATER ? 2.2 : (label->kind == LABEL_COUNTRY ? 0.7 : 0),
    };
    if (!map_spot(w->map, w->fit, (struct geo){label->longitude_deg, label->latitude_deg}, &name.at)) {
        return;
    }
    if (label->kind == LABEL_CITY) {
        struct rect dot = square_round(name.at, look_px(&w->c->look, 0.12));
        if (!map_room_is_free(&w->room, dot)) {
            return;
        }
        name.clear_px = look_px(&w->c->look, 0.2);
    }
    bool fits = set_name(w, &name, PART_MAP_LABEL, w->c->items[item].action_value);
    if (fits && label->kind == LABEL_CITY) {
        w->cities[w->city_count++] = name.at;
    }
}

/* By rank: what one must know to read the map at all comes first. */
static void set_labels(struct sheet_work *w)
{
    static const enum label_kind ranks[] = {LABEL_COUNTRY, LABEL_RIVER, LABEL_WATER, LABEL_CITY};
    for (size_t r = 0; r < COUNT(ranks); r++) {
        for (int i = 0; i < w->c->item_count; i++) {
            bool is_label = w->c->items[i].part == PART_MAP_LABEL;
            if (is_label && w->map->labels[w->c->items[i].action_value].kind == ranks[r]) {
                set_label(w, i);
            }
        }
    }
}

/* Shades lie under the lines, names over them. */
static void ink_all(struct sheet_work *w)
{
    for (int i = 0; i < w->name_count; i++) {
        map_lettering_shade(w->c, w->s->base, &w->names[i]);
    }
    ink_lines(w);
    for (int i = 0; i < w->city_count; i++) {
        ink_city(w, w->cities[i]);
    }
    for (int i = 0; i < w->name_count; i++) {
        map_lettering_ink(w->c, w->s->base, &w->names[i]);
    }
    int last = w->road->count - 1;
    for (int i = 0; i <= last; i++) {
        if (i < last || !is_newest_leg(w->road, i)) {
            ink_mark(w, w->s->base, (struct point){0, 0}, i);
        }
    }
}

void map_paint(struct composer *c, struct map_sheet *s, const struct story_map *map, const struct road *road,
               struct map_fit fit)
{
    struct sheet_work w = {
        .c = c,
        .s = s,
        .map = map,
        .road = road,
        .fit = fit,
        .room = map_room_make((struct size){fit.seen.w, fit.seen.h}, c->arena),
        .spots = arena_new(c->arena, struct spot, (size_t)road->count),
        .is_taken = arena_new(c->arena, bool, (size_t)road->count),
        .is_numbered = arena_new(c->arena, bool, (size_t)road->count),
        .is_hidden = arena_new(c->arena, bool, (size_t)road->count),
        .names = arena_new(c->arena, struct map_lettering, MAP_PLACED_MOST),
        .cities = arena_new(c->arena, struct spot, MAP_PLACED_MOST),
        .line_px = look_px(&c->look, 0.075) > 2 ? look_px(&c->look, 0.075) : 2,
        .mark_px = look_around_px(&c->look, 0.4) * 0.82,
    };
    double light_px = LIGHT_KM / map_width_km(map) * fit.whole.w;
    w.light_px = light_px > 2.2 * w.mark_px ? light_px : 2.2 * w.mark_px;
    s->placed_count = 0;
    take_marks(&w);
    take_lines(&w);
    set_station_names(&w);
    set_labels(&w);
    ink_all(&w);
    make_leg(&w);
}
