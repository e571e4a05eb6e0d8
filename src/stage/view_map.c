#include "stage/map_sheet.h"
#include "stage/views.h"

/* --- an atlas page: the map, and beside or beneath it the words --- */

struct atlas {
    struct rect map, words;
};

/* Words as wide as they read well, but never so wide that the map is a strip. */
static int words_width(const struct composer *c, int page_w)
{
    int wanted = look_measure(&c->look, look_telling_px(&c->look, 0.7)) + look_px(&c->look, 1.8);
    int least = page_w * 36 / 100;
    int most = page_w * 54 / 100;
    /* At 100 % a short line is enough; larger text takes its room from the map. */
    int w = (int)(least * (0.4 + 0.6 * c->look.text));
    w = w < wanted ? w : wanted;
    return w < least ? least : (w > most ? most : w);
}

static struct atlas atlas_of(const struct composer *c, bool words_first, int foot_px)
{
    struct size page = {c->look.page.w, c->look.page.h - foot_px};
    if (page.w <= page.h) {
        int map_h = page.h * 42 / 100;
        return (struct atlas){{0, 0, page.w, map_h}, {0, map_h, page.w, page.h - map_h}};
    }
    int w = words_width(c, page.w);
    if (words_first) {
        return (struct atlas){{w, 0, page.w - w, page.h}, {0, 0, w, page.h}};
    }
    return (struct atlas){{0, 0, page.w - w, page.h}, {page.w - w, 0, w, page.h}};
}

/* Where the map could not be shown: its alt text, as with any picture. */
static void draw_missing(struct composer *c, struct rect area)
{
    int map = compose_find(c, PART_MAP);
    struct rect inner = rect_inset(area, c->look.margin, c->look.margin);
    struct setting setting = {FACE_BODY_ITALIC, look_around_px(&c->look, 0.6), LOOK_LEADING, c->look.colours->second};
    if (map < 0) {
        return;
    }
    const struct string_value alt = {"words", c->items[map].name};
    struct str words = strings_fill(player_strings(c->player), c->arena, "picture.missing", &alt, 1);
    struct block text = block_lay_words(c, map, words, setting, inner.w);
    int lines = inner.h / text.line_px;
    block_draw(c, &text, 0, lines < text.layout.line_count ? lines : text.layout.line_count, inner, LOOK_CONTRAST);
}

static void draw_map(struct composer *c, struct rect area)
{
    drawlist_rect(&c->frame->list, rect_of_size(c->look.page), c->look.colours->panel);
    drawlist_rect(&c->frame->list, area, c->look.colours->ground);
    struct rect lies = drawlist_place(&c->frame->list, area);
    struct drawlist_way way = drawlist_as_seen(&c->frame->list); /* east stays right, and its names with it */
    enum picture_state state = map_sheet_draw(c, lies);
    drawlist_resume(&c->frame->list, way);
    if (state == PICTURE_FAILED) {
        draw_missing(c, area);
    }
}

bool view_map(struct composer *c)
{
    if (!player_map(c->player).map) {
        return false;
    }
    bool is_panel = player_panel(c->player) == PANEL_MAP;
    int foot = is_panel ? 0 : view_bar_height(c);
    struct atlas atlas = atlas_of(c, !is_panel, foot);
    draw_map(c, atlas.map);
    if (is_panel) {
        view_panel_in(c, atlas.words);
    } else {
        view_card_in(c, atlas.words);
        view_bar(c);
    }
    return true;
}
