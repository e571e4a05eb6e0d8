#include "stage/canvas.h"

#include <string.h>

#include "../player/support.h"
#include "text/layout.h"

static const struct size pages[] = {{1024, 768}, {1920, 1080}, {1080, 1920}};
static const int percents[] = {100, 300};

/* What is being looked at, for messages. */
static struct {
    struct size page;
    int percent;
    const struct player *player;
} now;

static void complain(const struct item *item, struct rect r, const char *why)
{
    fail_msg("%dx%d at %d %%, %s, %s: \"%.*s\" at %d, %d, %d x %d %s", now.page.w, now.page.h, now.percent,
             screen_name(player_screen(now.player)), panel_name(player_panel(now.player)), STR_ARG(item->id), r.x,
             r.y, r.w, r.h, why);
}

static bool is_within(struct rect inner, struct rect outer)
{
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
           inner.y + inner.h <= outer.y + outer.h;
}

/* What scrolls is cut where it goes on, so that a part of a thing to press may be smaller. */
static bool is_cut(const struct frame *f, struct rect hit)
{
    return f->scroll_most > 0 && (hit.y <= f->scroll_area.y || hit.y + hit.h >= f->scroll_area.y + f->scroll_area.h);
}

static void check_pressable(const struct frame *f, const struct item *item, struct rect hit)
{
    int shorter = now.page.w < now.page.h ? now.page.w : now.page.h;
    double least = 44.0 * shorter / 1080 - 1;
    if (!is_within(hit, rect_of_size(now.page))) {
        complain(item, hit, "is off the page");
    }
    if (!is_cut(f, hit) && hit.h < (least > 32 ? least : 32)) {
        complain(item, hit, "is too low to be pressed");
    }
}

static bool in_main_column(enum part part)
{
    return part != PART_PICTURE && part != PART_DOTS && part != PART_MESSAGE && part != PART_CLOSE;
}

static bool is_head(enum part part)
{
    return part == PART_TITLE || part == PART_OVERLINE;
}

/* What can be seen of it: the rows that scroll are cut by their area; bar and heads stand still. */
static struct rect seen(const struct frame *f, const struct item *item, struct rect r)
{
    bool heads_stay = player_panel(now.player) != PANEL_NONE || player_screen(now.player) == SCREEN_CHOICES;
    bool stays = item->part == PART_BAR || item->part == PART_CLOSE || (heads_stay && is_head(item->part));
    return stays || f->scroll_most == 0 ? r : rect_intersect(r, f->scroll_area);
}

static void check_overlaps(const struct frame *f, const struct item *items, int at)
{
    const struct placed *p = &f->placed[at];
    for (int i = 0; i < at; i++) {
        const struct placed *q = &f->placed[i];
        bool both = p->item != q->item && p->px && q->px && in_main_column(items[p->item].part) &&
                    in_main_column(items[q->item].part);
        struct rect common = rect_intersect(seen(f, &items[p->item], p->rect), seen(f, &items[q->item], q->rect));
        if (both && !rect_is_empty(common)) {
            complain(&items[p->item], common, "lies over another");
        }
    }
}

enum { ITEMS_LOOKED_AT = 256 };

/* `is_placed`: whose hit rectangle has been seen so far. */
static void check_frame(const struct frame *f, bool is_placed[ITEMS_LOOKED_AT])
{
    int count;
    const struct item *items = player_items(now.player, &count);
    assert_in_range(f->placed_count, 1, PLACED_MOST);
    assert_in_range(count, 1, ITEMS_LOOKED_AT);
    for (int i = 0; i < f->placed_count; i++) {
        const struct placed *p = &f->placed[i];
        assert_in_range(p->item, 0, count - 1);
        const struct item *item = &items[p->item];
        if (!rect_is_empty(p->hit)) {
            is_placed[p->item] = true;
            assert_true(item_can_focus(item));
            check_pressable(f, item, p->hit);
        }
        if (p->px && p->contrast < LOOK_CONTRAST) {
            complain(item, p->rect, "has too little contrast");
        }
        check_overlaps(f, items, i);
    }
}

/* Goes through by focus: what has it is in sight. */
static void check_focus_in_sight(struct bench *b, struct canvas *canvas)
{
    int count;
    (void)player_items(b->player, &count);
    (void)canvas_frame(canvas, now.page, 0); /* a screen that is new begins at its top */
    for (int i = 0; i < count && bench_act(b, ACTION_FOCUS_NEXT, 0); i++) {
        canvas_follow_focus(canvas);
        const struct frame *f = canvas_frame(canvas, now.page, 0);
        const struct item *items = player_items(b->player, &count);
        int focus = player_focus(b->player);
        bool in_sight = false;
        for (int j = 0; j < f->placed_count; j++) {
            in_sight = in_sight || (f->placed[j].item == focus && !rect_is_empty(f->placed[j].hit));
        }
        if (!in_sight) {
            complain(&items[focus], (struct rect){0}, "has focus out of sight");
        }
    }
    (void)bench_act(b, ACTION_CLOSE, 0);
}

/* By hand from top to foot: everything that can be pressed comes past. */
static void check_scrolled(struct canvas *canvas, const struct frame *f)
{
    bool is_placed[ITEMS_LOOKED_AT] = {false};
    check_frame(f, is_placed);
    while (f->scroll_most > 0 && canvas_scroll(canvas, f->scroll_down - f->scroll_at)) {
        f = canvas_frame(canvas, now.page, 0);
        check_frame(f, is_placed);
        assert_in_range(f->scroll_at, 0, f->scroll_most);
    }
    assert_int_equal(f->scroll_at, f->scroll_most);
    int count;
    const struct item *items = player_items(now.player, &count);
    for (int i = 0; i < count; i++) {
        if (item_can_focus(&items[i]) && !is_placed[i]) {
            complain(&items[i], (struct rect){0}, "is nowhere");
        }
    }
    (void)canvas_scroll(canvas, -f->scroll_most);
}

static void check_screen(struct bench *b, struct canvas *canvas)
{
    now.player = b->player;
    check_scrolled(canvas, canvas_frame(canvas, now.page, 0));
    for (int panel = PANEL_SOURCES; panel < PANEL_OPEN_COUNT; panel++) {
        (void)bench_act(b, ACTION_PANEL, panel);
        check_scrolled(canvas, canvas_frame(canvas, now.page, 0));
        (void)bench_act(b, ACTION_CLOSE, 0);
    }
    enum screen screen = player_screen(b->player);
    if (screen == SCREEN_OPENING || screen == SCREEN_CHOICES || screen == SCREEN_ENDING) {
        check_focus_in_sight(b, canvas);
    }
}

static struct canvas *open_canvas(struct bench *b)
{
    struct error err = {0};
    struct canvas *canvas = canvas_create(
        &(struct canvas_options){.player = b->player, .folder = &b->story->folder, .threads = 0}, &err);
    if (!canvas) {
        fail_msg("%s", err.text);
    }
    return canvas;
}

/* From the opening through all cards to an ending. */
static unsigned walk(struct bench *b, struct canvas *canvas)
{
    unsigned screens = 0;
    for (int step = 0; step < 80; step++) {
        enum screen screen = player_screen(b->player);
        int ignored;
        if (player_page(b->player) == 0 && player_caption(b->player, &ignored) == 0) {
            check_screen(b, canvas);
        } else {
            (void)canvas_frame(canvas, now.page, 0); /* tells the pages */
        }
        screens |= 1u << screen;
        if (screen == SCREEN_ENDING) {
            break;
        }
        bool is_last = screen == SCREEN_CHOICES && str_is(viewing_scene(player_viewing(b->player))->id, "f");
        (void)bench_act(b, screen == SCREEN_CHOICES ? ACTION_CHOOSE : ACTION_FORWARD, is_last);
    }
    return screens;
}

static void test_screens(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(pages); i++) {
        for (size_t j = 0; j < COUNT(percents); j++) {
            struct bench b;
            bench_start(&b, false);
            struct canvas *canvas = open_canvas(&b);
            now.page = pages[i];
            now.percent = percents[j];
            (void)bench_act(&b, ACTION_TEXT_SIZE, percents[j]);
            assert_int_equal(walk(&b, canvas), (1u << SCREEN_COUNT) - 1);
            canvas_destroy(canvas);
            bench_finish(&b);
        }
    }
}

/* Adds the words drawn in the place of this item, without their spaces. */
static void add_drawn(struct strbuf *out, const struct frame *f, const struct player *p)
{
    int count;
    const struct item *items = player_items(p, &count);
    for (int i = 0; i < f->placed_count; i++) {
        if (items[f->placed[i].item].part != PART_CAPTION) {
            continue;
        }
        struct rect r = f->placed[i].rect;
        for (int j = 0; j < f->list.count; j++) {
            const struct draw *d = &f->list.items[j];
            if (d->op == DRAW_GLYPHS && rect_contains(r, (struct point){d->run.x, d->run.baseline - 1})) {
                strbuf_add(out, d->run.text);
            }
        }
    }
}

static void take_spaces(struct strbuf *out, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] != ' ' && s.s[i] != '\n') {
            strbuf_add_byte(out, s.s[i]);
        }
    }
}

/* All pages of a caption, one behind another, are the caption. */
static void check_pages(struct bench *b, struct canvas *canvas)
{
    struct strbuf drawn = {0};
    struct strbuf shown = {0};
    struct strbuf wanted = {0};
    take_spaces(&wanted, bench_item(b, "caption")->name);
    int page = -1;
    int ignored;
    do {
        const struct frame *f = canvas_frame(canvas, now.page, 0);
        assert_int_equal(player_page(b->player), page + 1);
        page++;
        add_drawn(&drawn, f, b->player);
        (void)bench_act(b, ACTION_FORWARD, 0);
    } while (page < 40 && player_screen(b->player) == SCREEN_SCENE && player_caption(b->player, &ignored) == 0 &&
             player_page(b->player) > page);
    take_spaces(&shown, strbuf_str(&drawn));
    if (!str_eq(strbuf_str(&shown), strbuf_str(&wanted))) {
        fail_msg("%dx%d at %d %%, %d pages: \"%.*s\"", now.page.w, now.page.h, now.percent, page + 1,
                 STR_ARG(strbuf_str(&drawn)));
    }
    assert_true(now.percent == 100 || page > 0);
    strbuf_finish(&drawn);
    strbuf_finish(&shown);
    strbuf_finish(&wanted);
}

static void test_pages_hold_all(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, false);
    struct canvas *canvas = open_canvas(&b);
    for (size_t i = 0; i < COUNT(pages); i++) {
        for (size_t j = 0; j < COUNT(percents); j++) {
            now.page = pages[i];
            now.percent = percents[j];
            bench_stand(&b, "a");
            canvas_show(canvas, b.player);
            (void)bench_act(&b, ACTION_TEXT_SIZE, percents[j]);
            check_pages(&b, canvas);
        }
    }
    canvas_destroy(canvas);
    bench_finish(&b);
}

static bool fades(const struct frame *f)
{
    return f->list.count > 0 && f->list.items[0].op == DRAW_FADE;
}

/* Whoever presses a key waits for words over the picture that stands, not for two pages. */
static void test_a_fade_begins_with_what_stands(void **state)
{
    (void)state;
    struct bench b;
    bench_start_folder(&b, "golden/story");
    struct canvas *canvas = open_canvas(&b);
    struct size page = {640, 360};
    int64_t at_ms = 1000;
    int faded = 0;
    const struct frame *f = canvas_frame(canvas, page, at_ms);
    for (int i = 0; i < 24 && faded < 2; i++) {
        struct draw stood = f->list.items[0];
        at_ms += 1000;
        (void)(bench_act(&b, ACTION_FORWARD, 0) || bench_act(&b, ACTION_CHOOSE, 0));
        f = canvas_frame(canvas, page, at_ms);
        assert_false(fades(f));
        struct draw began = f->list.items[0];
        f = canvas_frame(canvas, page, at_ms + 250);
        if (fades(f)) {
            faded++;
            assert_int_equal(began.op, stood.op);
            assert_ptr_equal(began.shot.bitmap, stood.shot.bitmap);
            assert_int_equal(f->list.items[0].amount, 128);
        }
        at_ms += 600;
        f = canvas_frame(canvas, page, at_ms);
        assert_false(fades(f));
    }
    assert_int_equal(faded, 2);
    canvas_destroy(canvas);
    bench_finish(&b);
}

/* The same player makes the same frame. */
static void test_frames_are_the_same(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, false);
    struct canvas *canvas = open_canvas(&b);
    struct size page = {1024, 768};
    (void)canvas_frame(canvas, page, 0);
    const struct frame *f = canvas_frame(canvas, page, 0);
    assert_ptr_not_equal(f, canvas_frame_before(canvas));
    assert_true(drawlist_same(&f->list, &canvas_frame_before(canvas)->list));
    assert_false(canvas_scroll(canvas, -10));
    canvas_rest(canvas);
    (void)bench_act(&b, ACTION_FOCUS_NEXT, 0);
    f = canvas_frame(canvas, page, 0);
    assert_false(drawlist_same(&f->list, &canvas_frame_before(canvas)->list));
    canvas_destroy(canvas);
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_screens),
        cmocka_unit_test(test_pages_hold_all),
        cmocka_unit_test(test_a_fade_begins_with_what_stands),
        cmocka_unit_test(test_frames_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
