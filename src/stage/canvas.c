#include "stage/canvas.h"

#include <limits.h>
#include <stdlib.h>

#include "base/memory.h"
#include "player/kiosk.h"
#include "stage/map_sheet.h"
#include "stage/views.h"

struct canvas {
    struct canvas_options options;
    struct fonts *fonts;
    struct layouter *layouter;
    struct picture_cache *cache; /* NULL: no picture is loaded */
    struct backdrop backdrop;
    struct shades shades;
    struct map_sheet map;
    struct arena arena; /* of the frame being made */
    struct frame frames[2];
    int current;
    struct look look;
    int scroll;
    bool follow_focus;
    bool arrives; /* the screen or panel has not been drawn yet */
    bool looks_ahead; /* what may come next is decoded too: before the first frame it would only hold that up */
    int follow_from, follow_count; /* items; 0: the focus */
    int pressed;
    enum screen screen; /* of the frame made last */
    enum panel panel;
    struct str language; /* the list scrolls as far in another language, at another size or place of its words */
    int text_size, top;
};

struct canvas *canvas_create(const struct canvas_options *o, struct error *err)
{
    struct canvas *c = memory_zeroed(sizeof *c);
    c->options = *o;
    c->pressed = -1;
    c->layouter = layouter_create();
    c->fonts = fonts_create(err);
    struct picture_cache_options cache = {
        .source = {o->folder, o->decoder},
        .budget_bytes = o->picture_bytes,
        .threads = o->threads,
        .wake = o->wake,
        .self = o->self,
    };
    c->cache = c->fonts && !o->layout_only ? picture_cache_create(&cache, err) : NULL;
    if (!c->fonts || (!c->cache && !o->layout_only)) {
        canvas_destroy(c);
        return NULL;
    }
    c->backdrop.cache = c->cache;
    c->backdrop.loads_now = o->threads == 0;
    return c;
}

void canvas_stop(struct canvas *c)
{
    if (c) {
        picture_cache_stop(c->cache);
    }
}

/* All but what it may share with another. */
static void finish_frames(struct canvas *c)
{
    drawlist_finish(&c->frames[0].list);
    drawlist_finish(&c->frames[1].list);
    shades_finish(&c->shades);
    backdrop_finish(&c->backdrop);
    map_sheet_finish(&c->map);
    arena_finish(&c->arena);
}

void canvas_destroy(struct canvas *c)
{
    if (!c) {
        return;
    }
    finish_frames(c);
    picture_cache_destroy(c->cache);
    fonts_destroy(c->fonts);
    layouter_destroy(c->layouter);
    free(c);
}

void canvas_show(struct canvas *c, struct player *player)
{
    c->options.player = player;
    backdrop_forget(&c->backdrop);
    map_sheet_finish(&c->map); /* a map of another loading may lie at the same address */
    c->scroll = 0;
}

/* What is shown, and all that may come next: the cache keeps and decodes them in this order. During a fade only what
 * is shown: both take all that a small machine has, and nobody looks further ahead than half a second. */
static void want_pictures(struct canvas *c, struct size page, int64_t now_ms)
{
    const struct picture *next[PLAYER_PICTURES_MOST];
    struct picture_want wants[PLAYER_PICTURES_MOST + 4];
    int count = 0;
    if (c->map.is_wanted) {
        wants[count++] = c->map.want;
    }
    const struct picture *now[] = {
        player_picture(c->options.player),
        c->backdrop.shown,
    };
    for (size_t i = 0; i < COUNT(now); i++) {
        if (now[i]) {
            wants[count++] = (struct picture_want){now[i], page};
        }
    }
    int needed = count;
    int more = player_next_pictures(c->options.player, next);
    for (int i = 0; i < more; i++) {
        wants[count++] = (struct picture_want){next[i], page};
    }
    picture_cache_begin(c->cache, c->looks_ahead && !backdrop_fades(&c->backdrop, now_ms) ? INT_MAX : needed);
    picture_cache_want(c->cache, wants, count);
}

void canvas_expect(struct canvas *c, struct size page)
{
    want_pictures(c, page, 0);
}

/* A new screen or panel begins at its top. */
static void start_at_top(struct canvas *c)
{
    enum screen screen = player_screen(c->options.player);
    enum panel panel = player_panel(c->options.player);
    if (screen != c->screen || panel != c->panel) {
        c->screen = screen;
        c->panel = panel;
        c->scroll = 0;
        c->follow_focus = player_focus(c->options.player) >= 0; /* back from what lay over it */
        c->arrives = true;
        c->follow_count = 0;
    }
}

/* A kiosk shows the same loop all day, so its words do not stand on the same points all day. */
static void orbit(struct canvas *c, int64_t now_ms)
{
    enum { LEAST_PAGE_PX = 480 }; /* below, the foot has no room to give */
    struct size page = c->look.page;
    int x;
    if (player_is_attract(c->options.player) && page.w >= LEAST_PAGE_PX && page.h >= LEAST_PAGE_PX) {
        kiosk_orbit(now_ms, &x, &c->look.orbit);
        c->look.margin += x;
    }
}

static struct frame *start_frame(struct canvas *c, struct size page, int64_t now_ms)
{
    const struct settings *settings = player_settings(c->options.player);
    c->current = !c->current;
    struct frame *f = &c->frames[c->current];
    f->placed_count = 0;
    f->scroll_area = (struct rect){0};
    f->scroll_most = f->scroll_at = f->scroll_up = f->scroll_down = 0;
    f->next_ms = 0;
    f->now_ms = now_ms;
    drawlist_start(&f->list, page);
    c->look = look_make_for(page, c->options.screen, settings);
    (void)drawlist_lower(&f->list, c->look.top);
    orbit(c, now_ms);
    c->backdrop.page = page;
    c->backdrop.ground = c->look.colours->ground;
    c->backdrop.still = settings->still;
    c->backdrop.drifts = false;
    start_at_top(c);
    return f;
}

/* Are the same things said in other words, or larger, or elsewhere, than in the frame before? */
static bool remember_words(struct canvas *c)
{
    struct str language = player_language(c->options.player);
    int text_size = player_settings(c->options.player)->text_size;
    bool moved = text_size != c->text_size || c->look.top != c->top;
    bool differs = c->language.n && (!str_eq(language, c->language) || moved);
    c->language = language;
    c->text_size = text_size;
    c->top = c->look.top;
    return differs;
}

/* How far the frame before was scrolled, as a part of the way, where that is to be kept; else negative. */
static double kept_share(const struct canvas *c, bool is_wanted)
{
    const struct frame *before = canvas_frame_before(c);
    return is_wanted && c->scroll > 0 && before->scroll_most > 0 ? (double)c->scroll / before->scroll_most : -1;
}

const struct frame *canvas_frame_alone(struct canvas *c, struct size page, int64_t now_ms)
{
    struct player *p = c->options.player;
    struct frame *f = start_frame(c, page, now_ms);
    bool moved = remember_words(c);
    c->map.is_wanted = false;
    backdrop_set(&c->backdrop, c->cache ? player_picture(p) : NULL, now_ms);
    struct composer composer = {
        .fonts = c->fonts,
        .layouter = c->layouter,
        .backdrop = &c->backdrop,
        .player = p,
        .focus = player_focus(p),
        .pressed = c->pressed,
        .scroll = c->scroll,
        .share = kept_share(c, moved),
        .follow_focus = c->follow_focus,
        .layout_only = c->options.layout_only,
        .arrives = c->arrives,
        .follow_from = c->follow_from,
        .follow_count = c->follow_count,
        .now_ms = now_ms,
        .look = c->look,
        .writing = writing_of(player_language(p)),
        .shades = &c->shades,
        .map = &c->map,
        .arena = &c->arena,
        .frame = f,
    };
    f->rtl = composer.writing.rtl;
    (void)drawlist_mirror(&f->list, f->rtl);
    composer.items = player_items(p, &composer.item_count);
    view_draw(&composer);
    c->scroll = f->scroll_at = composer.scroll;
    c->arrives = false;
    arena_finish(&c->arena);
    return f;
}

void canvas_prepare(struct canvas *c)
{
    const struct frame *f = &c->frames[c->current];
    c->looks_ahead = true;
    if (c->cache) {
        backdrop_prepare(&c->backdrop, f->now_ms);
        want_pictures(c, f->list.size, f->now_ms);
    }
}

const struct frame *canvas_frame(struct canvas *c, struct size page, int64_t now_ms)
{
    const struct frame *f = canvas_frame_alone(c, page, now_ms);
    canvas_prepare(c);
    return f;
}

void canvas_rehearse(struct canvas *c, struct size page, int64_t now_ms)
{
    struct canvas other = {
        .options = c->options,
        .fonts = c->fonts,
        .layouter = c->layouter,
        .pressed = -1,
    };
    const struct drawlist *list = &canvas_frame_alone(&other, page, now_ms)->list;
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].op == DRAW_GLYPHS) {
            (void)fonts_coverage(c->fonts, &list->items[i].run);
        }
    }
    finish_frames(&other);
}

bool canvas_drifts(const struct canvas *c)
{
    return c->backdrop.drifts;
}

void canvas_took(struct canvas *c, int spent_us, int64_t now_ms)
{
    drift_take(&c->backdrop.drift, spent_us, now_ms);
}

const struct frame *canvas_frame_before(const struct canvas *c)
{
    return &c->frames[!c->current];
}

bool canvas_collect(struct canvas *c)
{
    return picture_cache_collect(c->cache);
}

struct fonts *canvas_fonts(struct canvas *c)
{
    return c->fonts;
}

struct look canvas_look(const struct canvas *c)
{
    return c->look;
}

bool canvas_scroll(struct canvas *c, int px)
{
    const struct frame *f = &c->frames[c->current];
    int to = c->scroll + px;
    to = to < 0 ? 0 : (to > f->scroll_most ? f->scroll_most : to);
    bool moved = to != c->scroll;
    c->scroll = to;
    c->follow_focus = false;
    return moved;
}

void canvas_follow_focus(struct canvas *c)
{
    c->follow_focus = true;
    c->follow_count = 0;
}

void canvas_follow(struct canvas *c, int from, int count)
{
    c->follow_focus = true;
    c->follow_from = from;
    c->follow_count = count;
}

void canvas_press(struct canvas *c, int item)
{
    c->pressed = item;
}

void canvas_rest(struct canvas *c)
{
    backdrop_end_fade(&c->backdrop);
    picture_cache_empty(c->cache);
    map_sheet_finish(&c->map);
}
