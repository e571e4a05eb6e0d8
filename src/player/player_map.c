/* The road so far, its map and the words for both. */
#include "player/player_internal.h"
#include "player/road_words.h"
#include "story/geo.h"

static struct road_words words_for(const struct player *p)
{
    return (struct road_words){p->story, p->words, p->strings};
}

/* The map that holds the road from a station on; before it has begun, the one that holds all places. */
static const struct story_map *map_from(struct player *p, int first)
{
    const struct story *s = p->story;
    bool has_road = p->road.count > 0;
    int count = has_road ? p->road.count - first : s->place_count;
    struct geo *points = arena_new(&p->items_arena, struct geo, (size_t)count);
    for (int i = 0; i < count; i++) {
        points[i] = geo_of_place(&s->places[has_road ? p->road.stations[first + i].place : i]);
    }
    return map_for_points(s, points, count);
}

/* Where the newest leg begins; without one, where the road has come to. */
static int newest_from(const struct road *road)
{
    int last = road->count - 1;
    return last >= 0 && road->stations[last].from >= 0 ? road->stations[last].from : last;
}

/* A chapter's card shows how one came there; an ending all of the road; the panel what is asked of it. */
static void choose_map(struct player *p)
{
    int from = newest_from(&p->road);
    const struct story_map *closer = from > 0 ? map_from(p, from) : NULL;
    p->map = map_from(p, 0);
    p->map_can_close = closer && closer != p->map;
    bool is_close = p->panel == PANEL_MAP ? p->map_is_close : p->screen == SCREEN_CHAPTER;
    if (p->map_can_close && is_close) {
        p->map = closer;
        p->map_first = from;
    }
}

static bool card_may_be_map(const struct player *p)
{
    if (p->screen == SCREEN_CHAPTER) {
        return !p->story->chapters[viewing_scene(p->viewing)->chapter].picture;
    }
    return p->screen == SCREEN_ENDING;
}

void map_settle(struct player *p)
{
    p->road = (struct road){0};
    p->map = NULL;
    p->map_first = 0;
    p->map_can_close = false;
    if (p->viewing && (p->panel == PANEL_MAP || card_may_be_map(p))) {
        p->road = viewing_road(p->viewing, &p->items_arena);
        choose_map(p);
    }
}

/* A card with nothing to draw on its map keeps its picture. */
bool map_is_screen(const struct player *p)
{
    if (!p->map || !card_may_be_map(p)) {
        return false;
    }
    return p->screen == SCREEN_ENDING ? p->road.leg_count > 0 : p->road.count > 0;
}

struct player_map player_map(const struct player *p)
{
    bool is_shown = p->panel == PANEL_MAP || (p->panel == PANEL_NONE && map_is_screen(p));
    return (struct player_map){is_shown ? p->map : NULL, &p->road, p->map_first};
}

/* --- items --- */

static void add_stations(struct player *p)
{
    const struct road_words words = words_for(p);
    for (int i = 0; i < p->road.count; i++) {
        struct str row = road_words_station(&words, &p->road.stations[i], &p->items_arena);
        struct str id = arena_printf(&p->items_arena, "map.station.%d", i + 1);
        item_add(p, ROLE_TEXT, PART_STATION, id.s, row)->action_value = i;
    }
}

static void add_labels(struct player *p)
{
    for (int i = 0; i < p->map->label_count; i++) {
        struct str id = arena_printf(&p->items_arena, "map.label.%d", i + 1);
        struct shown shown = player_show(p, p->map->labels[i].text);
        item_add_shown(p, ROLE_TEXT, PART_MAP_LABEL, id.s, shown)->action_value = i;
    }
}

static void add_map(struct player *p)
{
    (void)item_add_shown(p, ROLE_PICTURE, PART_MAP, "map", player_show(p, p->map->picture.alt));
    add_labels(p);
}

void items_add_map(struct player *p)
{
    add_map(p);
    add_stations(p);
}

/* Said wherever it is drawn, and drawn only where it is said. */
static void add_direct(struct player *p)
{
    const struct road *r = &p->road;
    if (p->map && p->map_first == 0 && r->leg_count > 1 && r->direct_km > 0) {
        (void)item_add(p, ROLE_TEXT, PART_NOTE, "map.direct", player_word(p, "map.direct"));
    }
}

void items_add_road_length(struct player *p, enum part part)
{
    const struct road_words words = words_for(p);
    (void)item_add(p, ROLE_TEXT, part, "map.length", road_words_length(&words, &p->road, &p->items_arena));
    add_direct(p);
}

static void add_credit(struct player *p)
{
    const struct string_value credit = {"words", p->map->picture.credit};
    if (credit.value.n) {
        struct str line = strings_fill(p->strings, &p->items_arena, "picture.credit", &credit, 1);
        (void)item_add(p, ROLE_TEXT, PART_NOTE, "map.credit", line);
    }
}

void items_make_map(struct player *p)
{
    (void)item_add(p, ROLE_HEADING, PART_TITLE, "panel.title", player_word(p, "map.title"));
    items_add_road_length(p, PART_BODY);
    if (p->map_can_close) {
        (void)item_add_button(p, PART_OPTION, "map.closer", p->map_is_close ? "map.whole" : "map.closer",
                              ACTION_MAP_CLOSER, 0);
    }
    add_stations(p);
    if (p->road.leg_count) {
        (void)item_add(p, ROLE_TEXT, PART_NOTE, "map.schematic", player_word(p, "map.schematic"));
    }
    if (p->map) {
        add_map(p);
        add_credit(p);
    }
    item_add_button(p, PART_CLOSE, "panel.close", "panel.close", ACTION_CLOSE, 0)->hint = STR("Esc");
}
