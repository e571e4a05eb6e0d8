#include "stage/views.h"

/* --- heads --- */

static struct setting title_setting(const struct composer *c)
{
    return (struct setting){FACE_DISPLAY, look_around_px(&c->look, 1.5), 1.1, c->look.colours->ink};
}

static struct setting overline_setting(const struct composer *c)
{
    return (struct setting){FACE_UI, look_around_px(&c->look, 0.6), 1.4, c->look.colours->ink};
}

/* Beside large text the title gives way to it, but not below 1.2 u. */
static struct setting compact_setting(const struct composer *c)
{
    struct setting setting = overline_setting(c);
    int least = look_px(&c->look, 1.2);
    setting.px = setting.px > least ? setting.px : least;
    return setting;
}

/* Chapter and title as blocks; the compact form has the title alone. */
struct heads {
    struct block overline, title;
    int top, gap, height, width;
    bool is_there;
};

static struct heads heads_lay(struct composer *c, bool compact)
{
    struct heads h = {.top = look_px(&c->look, compact ? 0.4 : 0.75) + c->look.orbit, .gap = look_px(&c->look, 0.08)};
    int overline = compose_find(c, PART_OVERLINE);
    int title = compose_find(c, PART_TITLE);
    if (overline < 0 || title < 0) {
        return h;
    }
    int width = c->look.page.w - 2 * c->look.margin;
    h.is_there = true;
    h.title = block_lay(c, title, compact ? compact_setting(c) : title_setting(c), width);
    h.width = h.title.size.w;
    h.height = h.top + h.title.size.h;
    if (!compact) {
        h.overline = block_lay(c, overline, overline_setting(c), width);
        h.width = h.overline.size.w > h.width ? h.overline.size.w : h.width;
        h.height += h.overline.size.h + h.gap;
    }
    return h;
}

int view_heads_height(struct composer *c, bool compact)
{
    struct heads h = heads_lay(c, compact);
    return h.is_there ? h.height + look_px(&c->look, 0.2) : 0;
}

int view_heads(struct composer *c, bool compact)
{
    struct heads h = heads_lay(c, compact);
    if (!h.is_there) {
        return 0;
    }
    struct size core = {c->look.margin + h.width + look_px(&c->look, 0.3), h.height};
    uint8_t alpha = compose_scrim(c, rect_of_size(core), c->look.colours->ink, 0);
    compose_scrim_corner(c, core, look_px(&c->look, 7), alpha);
    struct rect at = {c->look.margin, h.top, c->look.page.w - 2 * c->look.margin, 0};
    if (!compact) {
        at.h = h.overline.size.h;
        block_draw(c, &h.overline, 0, h.overline.layout.line_count, at, LOOK_CONTRAST);
        at.y += h.overline.size.h + h.gap;
    }
    at.h = h.title.size.h;
    block_draw(c, &h.title, 0, h.title.layout.line_count, at, LOOK_CONTRAST);
    return h.height + look_px(&c->look, 0.2);
}

/* --- captions --- */

/* Where a picture could not be shown: its alt text, quietly, between the heads and the telling. */
static void draw_missing_picture(struct composer *c, struct rect area)
{
    int picture = compose_find(c, PART_PICTURE);
    struct rect frame = rect_inset(area, c->look.margin, look_px(&c->look, 0.4));
    struct rect inner = rect_inset(frame, look_px(&c->look, 0.6), look_px(&c->look, 0.4));
    struct setting setting = {FACE_BODY_ITALIC, look_around_px(&c->look, 0.7), LOOK_LEADING, c->look.colours->second};
    if (picture < 0 || !backdrop_failed(c->backdrop) || inner.h < 2 * setting.px) {
        return;
    }
    drawlist_rect(&c->frame->list, frame, c->look.colours->panel);
    const struct string_value alt = {"words", c->items[picture].name};
    struct str words = strings_fill(player_strings(c->player), c->arena, "picture.missing", &alt, 1);
    int measure = look_measure(&c->look, setting.px);
    struct block text = block_lay_words(c, picture, words, setting, inner.w < measure ? inner.w : measure);
    int lines = inner.h / text.line_px;
    block_draw(c, &text, 0, lines < text.layout.line_count ? lines : text.layout.line_count, inner, LOOK_CONTRAST);
}

/* A row of small squares, one a caption; the one shown is gold and larger. */
static void draw_dots(struct composer *c, int item, int x, int y)
{
    int side = look_px(&c->look, 0.14);
    int gap = look_px(&c->look, 0.28);
    int count = c->items[item].level;
    for (int i = 0; i < count; i++) {
        bool here = i == c->items[item].action_value;
        struct colour colour = here ? c->look.colours->accent : c->look.colours->dot;
        int grow = here ? side / 3 : 0;
        struct rect dot = {x + i * (side + gap) - grow, y - grow, side + 2 * grow, side + 2 * grow};
        drawlist_rect(&c->frame->list, dot, colour);
    }
    (void)compose_place(c, item, (struct rect){x, y, count * (side + gap), side}, (struct rect){0});
}

/* More captions than make a short row become words. */
static void draw_dots_or_words(struct composer *c, int item, int x, int y)
{
    if (item < 0 || c->items[item].level < 2) {
        return;
    }
    if (c->items[item].level <= 24) {
        draw_dots(c, item, x, y);
        return;
    }
    struct setting setting = {FACE_UI, look_around_px(&c->look, 0.6), 1.2, c->look.colours->second};
    struct block words = block_lay(c, item, setting, c->look.page.w / 2);
    struct rect at = {x, y - words.line_px / 3, words.size.w, words.line_px};
    block_draw(c, &words, 0, 1, at, LOOK_CONTRAST);
}

static struct setting sound_setting(const struct composer *c)
{
    return (struct setting){FACE_BODY_ITALIC, look_around_px(&c->look, 0.6), 1.2, c->look.colours->second};
}

/* What is heard: at the end of the row of the dots, or beneath them where that is too short. */
struct heard {
    struct block words; /* without lines: nothing is heard */
    bool is_below;
};

static struct heard heard_lay(struct composer *c)
{
    struct heard h = {0};
    int item = compose_find(c, PART_SOUND);
    if (item < 0) {
        return h;
    }
    int width = c->look.page.w - 2 * c->look.margin;
    h.words = block_lay(c, item, sound_setting(c), width - look_px(&c->look, 8));
    h.is_below = h.words.layout.line_count > 1;
    if (h.is_below) {
        h.words = block_lay(c, item, sound_setting(c), width);
    }
    return h;
}

/* Of the row between the telling and the bar; it holds the words of a sound, whatever their size. */
static int row_height(struct composer *c)
{
    struct heard h = heard_lay(c);
    int dots = look_px(&c->look, 0.85);
    int line = h.words.size.h + 1;
    if (h.is_below) {
        return dots + line;
    }
    return h.words.layout.line_count && line > dots ? line : dots;
}

/* In the row whose top is at `y`. */
static void draw_sound(struct composer *c, int y)
{
    struct heard h = heard_lay(c);
    int lines = h.words.layout.line_count;
    if (lines == 0) {
        return;
    }
    int top = h.is_below ? y + look_px(&c->look, 0.85) : y + (row_height(c) - h.words.size.h) / 2;
    struct rect at = {c->look.page.w - c->look.margin - h.words.size.w, top, h.words.size.w, h.words.size.h};
    if (h.is_below) {
        at.x = c->look.margin;
    }
    block_draw(c, &h.words, 0, lines, at, LOOK_CONTRAST);
}

/* The middle of the dots, in the row whose top is at `y`. */
static int dots_y(struct composer *c, int y)
{
    int row = heard_lay(c).is_below ? look_px(&c->look, 0.85) : row_height(c);
    return y + row - row * 2 / 5;
}

/* Tells the player how the caption fell into pages; the one on show, as it counts them. */
static int tell_pages(struct composer *c, struct layout_pages pages)
{
    size_t *starts = arena_new(c->arena, size_t, (size_t)pages.count);
    for (int i = 0; i < pages.count; i++) {
        starts[i] = pages.pages[i].from;
    }
    (void)player_set_pages(c->player, starts, pages.count);
    return player_page(c->player);
}

/* What stands between the heads and the bar, from the bar upwards: dots, text, speaker. */
struct telling {
    int caption, speaker;
    struct block text, who;
    struct layout_page page;
    struct block second; /* the caption in the second language, below; without lines: none */
    struct layout_page second_page;
    int gap; /* between the two */
    int dots_h, measure;
    bool compact;  /* the heads give way to the telling */
    bool headless; /* in the smallest of windows altogether; without dots_h the row of the dots does too */
};

static int heads_height(struct composer *c, const struct telling *t)
{
    return t->headless ? 0 : view_heads_height(c, t->compact);
}

static int telling_room(struct composer *c, const struct telling *t)
{
    return c->look.page.h - heads_height(c, t) - view_bar_height(c) - t->dots_h - t->who.size.h -
           look_px(&c->look, 0.4) + t->text.spare_px;
}

/* The fewest lines worth keeping the heads for. */
static int least_height(const struct telling *t)
{
    int first = t->text.layout.line_count < 4 ? t->text.layout.line_count : 4;
    int second = t->second.layout.line_count < 4 ? t->second.layout.line_count : 4;
    return first * t->text.line_px + (second ? t->gap + second * t->second.line_px : 0);
}

/* Four lines, or all there are, come before the heads; one line comes before everything. */
static void make_room(struct composer *c, struct telling *t)
{
    t->compact = telling_room(c, t) < least_height(t);
    t->headless = t->compact && telling_room(c, t) < t->text.line_px;
    if (t->headless && telling_room(c, t) < t->text.line_px) {
        t->dots_h = 0;
    }
}

/* Of what is on the page, from the first line's top to the last one's foot. */
static int page_height(const struct block *b, const struct layout_page *page)
{
    return page->line_count ? block_height(b, page->first_line, page->line_count) - b->spare_px : 0;
}

static int telling_height(const struct telling *t)
{
    int second = page_height(&t->second, &t->second_page);
    return page_height(&t->text, &t->page) + (second ? t->gap + second : 0);
}

/* Between its paragraphs, wherever they fall. */
static int paragraph_gaps(const struct block *b)
{
    return b->size.h - b->layout.line_count * b->line_px;
}

static void lay_second(struct composer *c, struct telling *t)
{
    int item = compose_find_second(c, t->caption);
    if (item >= 0) {
        struct setting setting = compose_second(c, t->text.setting);
        t->second = block_lay(c, item, setting, look_measure(&c->look, setting.px));
        t->gap = t->text.setting.px / 4;
    }
}

static void cut_pages(struct composer *c, struct telling *t, int room)
{
    if (!t->second.layout.line_count) {
        int most = room / t->text.line_px;
        struct layout_pages pages = layout_paginate(&t->text.layout, most > 1 ? most : 1, c->arena);
        t->page = pages.pages[tell_pages(c, pages)];
        return;
    }
    struct layout_set first = {t->text.text, &t->text.layout, t->text.line_px};
    struct layout_set second = {t->second.text, &t->second.layout, t->second.line_px};
    struct layout_pair pair = layout_paginate_pair(first, second, t->gap, room, c->arena);
    int at = tell_pages(c, pair.first);
    t->page = pair.first.pages[at];
    t->second_page = pair.second ? pair.second[at] : (struct layout_page){0};
}

static struct telling telling_lay(struct composer *c)
{
    struct setting words = {FACE_BODY, look_telling_px(&c->look, 1), LOOK_LEADING, c->look.colours->ink};
    struct setting name = {FACE_UI_BOLD, look_around_px(&c->look, 0.6), 1.5, c->look.colours->second};
    struct telling t = {
        .caption = compose_find(c, PART_CAPTION),
        .speaker = compose_find(c, PART_SPEAKER),
        .dots_h = row_height(c),
        .measure = look_measure(&c->look, words.px),
    };
    if (t.speaker >= 0) {
        t.who = block_lay(c, t.speaker, name, t.measure);
    }
    if (t.caption < 0) {
        return t;
    }
    t.text = block_lay(c, t.caption, words, t.measure);
    lay_second(c, &t);
    if (t.text.layout.line_count) {
        make_room(c, &t);
        cut_pages(c, &t, telling_room(c, &t) - paragraph_gaps(&t.text) - paragraph_gaps(&t.second));
    }
    return t;
}

/* With its last line at `bottom`. */
static void draw_second(struct composer *c, const struct telling *t, int bottom)
{
    int h = page_height(&t->second, &t->second_page);
    if (h) {
        struct rect box = {c->look.margin, bottom - h - t->second.spare_px / 2, t->second.size.w, h + t->second.spare_px};
        block_draw(c, &t->second, t->second_page.first_line, t->second_page.line_count, box, LOOK_CONTRAST);
    }
}

void view_scene(struct composer *c)
{
    int bar = view_bar_height(c);
    int page_h = c->look.page.h;
    struct telling t = telling_lay(c);
    int heads = heads_height(c, &t);
    int text_h = telling_height(&t);
    int depth = bar + t.dots_h + text_h + t.who.size.h + look_px(&c->look, 0.4);
    draw_missing_picture(c, (struct rect){0, heads, c->look.page.w, page_h - depth - heads});
    struct rect foot = {0, page_h - depth, c->look.page.w, depth};
    uint8_t alpha = compose_scrim(c, foot, c->look.colours->second, 150);
    compose_scrim_foot(c, depth, look_px(&c->look, 3.2), alpha);
    if (!t.headless) {
        (void)view_heads(c, t.compact); /* after the shade, which may reach as far up */
    }
    int y = page_h - bar - t.dots_h - text_h;
    if (t.speaker >= 0) {
        struct rect box = {c->look.margin, y - t.who.size.h, t.who.size.w, t.who.size.h};
        block_draw(c, &t.who, 0, t.who.layout.line_count, box, LOOK_CONTRAST);
    }
    if (t.caption >= 0) {
        struct rect box = {c->look.margin, y - t.text.spare_px / 2, t.measure, text_h + t.text.spare_px};
        block_draw(c, &t.text, t.page.first_line, t.page.line_count, box, LOOK_CONTRAST);
        draw_second(c, &t, page_h - bar - t.dots_h);
    }
    if (t.dots_h) {
        draw_dots_or_words(c, compose_find(c, PART_DOTS), c->look.margin, dots_y(c, page_h - bar - t.dots_h));
        draw_sound(c, page_h - bar - t.dots_h);
    }
    view_bar(c);
}

/* --- choices --- */

static bool choice_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    struct setting words = {FACE_BODY, look_around_px(&c->look, 0.85), 1.3, c->look.colours->ink};
    *style_out = (struct column_style){.setting = words, .before_px = look_px(&c->look, 0.32)};
    if (item->part == PART_CHOICE) {
        style_out->box = BOX_CARD;
        return true;
    }
    if (item->part == PART_ACTION) {
        style_out->setting.face = FACE_UI_BOLD;
        style_out->box = BOX_BUTTON;
        return true;
    }
    return item->part == PART_BODY;
}

void view_choices(struct composer *c)
{
    int bar = view_bar_height(c);
    int gap = look_px(&c->look, 0.4);
    int width = look_measure(&c->look, look_around_px(&c->look, 0.85));
    struct column cards = column_make(c, width, choice_style);
    bool compact = view_heads_height(c, false) + cards.size.h + bar + 2 * gap > c->look.page.h;
    int heads = view_heads_height(c, compact);
    struct rect view = {c->look.margin, heads + gap, cards.size.w, c->look.page.h - heads - bar - 2 * gap};
    int shown = cards.size.h < view.h ? cards.size.h : view.h;
    int depth = bar + shown + 2 * gap;
    struct rect foot = {0, c->look.page.h - depth, c->look.page.w, depth};
    uint8_t alpha = compose_scrim(c, foot, c->look.colours->second, 150);
    compose_scrim_foot(c, depth, look_px(&c->look, 3.2), alpha);
    (void)view_heads(c, compact); /* after the shade, which may reach as far up */
    column_scroll(c, &cards, view, 1, LOOK_CONTRAST);
    view_bar(c);
}
