#include "stage/map_sheet.h"

#include <string.h>

#include "stage/map_paint.h"

enum { LEG_FRAME_MS = 33 };

void map_sheet_finish(struct map_sheet *s)
{
    bitmap_release(s->base);
    bitmap_release(s->leg);
    s->base = s->leg = NULL;
    s->key = 0;
    s->placed_count = 0;
}

/* --- what it is made from, as a number: FNV-1a --- */

static uint64_t mixed(uint64_t key, uint64_t value)
{
    for (int i = 0; i < 8; i++) {
        key = (key ^ ((value >> (8 * i)) & 255)) * UINT64_C(1099511628211);
    }
    return key;
}

static uint64_t mixed_text(uint64_t key, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        key = (key ^ (uint8_t)s.s[i]) * UINT64_C(1099511628211);
    }
    return mixed(key, s.n);
}

static uint64_t key_of_road(const struct road *road)
{
    uint64_t key = UINT64_C(14695981039346656037);
    for (int i = 0; i < road->count; i++) {
        key = mixed(key, (uint64_t)road->stations[i].place);
        key = mixed(key, (uint64_t)road->stations[i].by);
    }
    return mixed(key, (uint64_t)road->count);
}

/* The items hold the language and what is told of the road; the look holds the sizes and colours. */
static uint64_t key_of_sheet(const struct composer *c, const struct player_map *shown, struct size area)
{
    uint64_t key = mixed(key_of_road(shown->road), (uint64_t)(uintptr_t)shown->map);
    key = mixed(key, (uint64_t)shown->first);
    key = mixed(mixed(key, (uint64_t)area.w), (uint64_t)area.h);
    key = mixed(mixed(key, (uint64_t)look_around_px(&c->look, 1)), (uint64_t)c->look.typeface);
    key = mixed(key, (uint64_t)(uintptr_t)c->look.colours);
    for (int i = 0; i < c->item_count; i++) {
        enum part part = c->items[i].part;
        if (part == PART_MAP_LABEL || part == PART_STATION || str_eq(c->items[i].id, STR("map.direct"))) {
            key = mixed_text(key, c->items[i].name);
        }
    }
    return key ? key : 1;
}

/* --- making --- */

/* What the road takes of the map; without a road, all of it. */
static struct map_box box_of_road(const struct composer *c, const struct player_map *shown)
{
    const struct story *story = viewing_story(player_viewing(c->player));
    struct map_box box = {1, 1, 0, 0};
    for (int i = shown->first; i < shown->road->count; i++) {
        struct map_point p;
        if (map_project(shown->map, geo_of_place(&story->places[shown->road->stations[i].place]), &p)) {
            box.left = p.x < box.left ? p.x : box.left;
            box.right = p.x > box.right ? p.x : box.right;
            box.top = p.y < box.top ? p.y : box.top;
            box.bottom = p.y > box.bottom ? p.y : box.bottom;
        }
    }
    return box.left <= box.right ? box : (struct map_box){0.5, 0.5, 0.5, 0.5};
}

static struct map_fit fit_of(const struct composer *c, const struct player_map *shown, struct size area)
{
    return map_fit(area, map_shape(shown->map), box_of_road(c, shown), look_px(&c->look, 1.6));
}

static bool copy_seen(struct map_sheet *s, const struct ready_picture *ready, struct map_fit fit)
{
    struct size size = bitmap_size(ready->bitmap);
    s->base = bitmap_create((struct size){fit.seen.w, fit.seen.h}, true);
    if (!s->base) {
        return false;
    }
    for (int y = 0; y < fit.seen.h; y++) {
        int from_y = fit.seen.y + y < size.h ? fit.seen.y + y : size.h - 1;
        const uint32_t *from = bitmap_row_const(ready->bitmap, from_y);
        int w = fit.seen.x + fit.seen.w <= size.w ? fit.seen.w : size.w - fit.seen.x;
        memcpy(bitmap_row(s->base, y), from + fit.seen.x, (size_t)w * sizeof *from);
    }
    return true;
}

static enum picture_state load(struct composer *c, struct map_sheet *s, struct ready_picture *ready)
{
    struct picture_cache *cache = c->backdrop->cache;
    if (!cache) {
        return PICTURE_PENDING; /* layout alone */
    }
    s->is_wanted = true;
    return c->backdrop->loads_now ? picture_cache_load_now(cache, s->want, ready)
                                  : picture_cache_get(cache, s->want, ready);
}

static enum picture_state make(struct composer *c, struct map_sheet *s, const struct player_map *shown,
                               struct map_fit fit)
{
    struct ready_picture ready;
    s->want = (struct picture_want){&shown->map->picture, fit.whole};
    enum picture_state state = load(c, s, &ready);
    if (state == PICTURE_READY) {
        if (!copy_seen(s, &ready, fit)) {
            return PICTURE_FAILED;
        }
        map_paint(c, s, shown->map, shown->road, fit);
    }
    return state;
}

/* --- showing --- */

static double eased(double t)
{
    return t * t * (3 - 2 * t);
}

/* How much of the newest leg is on show: all of it at once where nothing may move. A road that was shown
 * before is not drawn again. */
static double leg_part(struct composer *c, struct map_sheet *s, uint64_t road)
{
    if (s->leg_key != road) {
        s->leg_key = road;
        s->leg_since_ms = c->backdrop->still ? c->now_ms - LEG_WAIT_MS - LEG_MS : c->now_ms;
    }
    int64_t past = c->now_ms - s->leg_since_ms - LEG_WAIT_MS;
    if (c->backdrop->still || past >= LEG_MS) {
        return 1;
    }
    int next = past < 0 ? (int)-past : LEG_FRAME_MS;
    c->frame->next_ms = c->frame->next_ms && c->frame->next_ms < next ? c->frame->next_ms : next;
    return past < 0 ? 0 : eased((double)past / LEG_MS);
}

/* The part of the leg's rectangle that is uncovered, from its beginning along its longer side. */
static struct rect uncovered(const struct map_sheet *s, double part)
{
    struct rect r = s->leg_at;
    double dx = s->leg_to.x - s->leg_from.x;
    double dy = s->leg_to.y - s->leg_from.y;
    bool is_wide = dx * dx >= dy * dy;
    int *at = is_wide ? &r.x : &r.y;
    int *length = is_wide ? &r.w : &r.h;
    int shown = (int)(*length * part);
    if ((is_wide ? dx : dy) < 0) {
        *at += *length - shown;
    }
    *length = shown;
    return r;
}

static void draw_leg(struct composer *c, struct map_sheet *s, struct rect dest, uint64_t road)
{
    double part = leg_part(c, s, road);
    if (!s->leg) {
        return;
    }
    struct drawlist *list = &c->frame->list;
    struct rect before = list->clip;
    struct rect shown = rect_moved(uncovered(s, part), dest.x, dest.y);
    drawlist_clip(list, rect_intersect(before, shown));
    struct picture_shot shot = {.bitmap = s->leg, .view = view_whole(bitmap_size(s->leg))};
    drawlist_blend(list, rect_moved(s->leg_at, dest.x, dest.y), shot);
    drawlist_clip(list, before);
}

static void tell_places(struct composer *c, const struct map_sheet *s, struct rect dest)
{
    int map = compose_find(c, PART_MAP);
    if (map >= 0) {
        (void)compose_place(c, map, dest, (struct rect){0});
    }
    bool has_rows = player_panel(c->player) == PANEL_MAP; /* the stations lie there */
    for (int i = 0; i < c->item_count; i++) {
        if (has_rows && c->items[i].part == PART_STATION) {
            continue;
        }
        for (int k = 0; k < s->placed_count; k++) {
            const struct map_placed *m = &s->placed[k];
            if (c->items[i].part != m->part || c->items[i].action_value != m->value) {
                continue;
            }
            struct placed *p = compose_place(c, i, rect_moved(m->rect, dest.x, dest.y), (struct rect){0});
            p->px = m->setting.px;
            p->face = m->setting.face;
            p->ink = m->setting.ink;
            p->contrast = LOOK_CONTRAST;
        }
    }
}

enum picture_state map_sheet_draw(struct composer *c, struct rect area)
{
    struct map_sheet *s = c->map;
    struct player_map shown = player_map(c->player);
    struct size size = {area.w, area.h};
    if (!shown.map || rect_is_empty(area)) {
        return PICTURE_FAILED;
    }
    struct map_fit fit = fit_of(c, &shown, size);
    uint64_t key = key_of_sheet(c, &shown, size);
    if (s->key != key) {
        map_sheet_finish(s);
        enum picture_state state = make(c, s, &shown, fit);
        if (state != PICTURE_READY) {
            return state;
        }
        s->key = key;
    }
    struct rect dest = {area.x + (area.w - fit.seen.w) / 2, area.y + (area.h - fit.seen.h) / 2, fit.seen.w,
                        fit.seen.h};
    struct picture_shot shot = {.bitmap = s->base, .view = view_whole(bitmap_size(s->base))};
    drawlist_picture(&c->frame->list, dest, shot);
    draw_leg(c, s, dest, key_of_road(shown.road));
    tell_places(c, s, dest);
    return PICTURE_READY;
}
