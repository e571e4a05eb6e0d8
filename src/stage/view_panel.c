#include "stage/views.h"

/* A row's first words have its point: its date where it has one of its own. */
static bool timeline_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    const struct palette *p = c->look.colours;
    bool has_moment = item > c->items && item[-1].part == PART_MOMENT;
    switch ((int)item->part) {
    case PART_YEAR:
        style_out->setting = (struct setting){FACE_UI_BOLD, look_telling_px(&c->look, 0.75), 1.3, p->accent};
        style_out->before_px = look_px(&c->look, 0.8);
        style_out->rail = RAIL_YEAR;
        return true;
    case PART_MOMENT:
        style_out->setting = (struct setting){FACE_UI_BOLD, look_telling_px(&c->look, 0.6), 1.4, p->ink};
        style_out->before_px = look_px(&c->look, 0.4);
        style_out->rail = RAIL_POINT;
        return true;
    case PART_EVENT:
        style_out->setting = (struct setting){FACE_BODY, look_telling_px(&c->look, 0.7), LOOK_LEADING, p->ink};
        style_out->before_px = look_px(&c->look, has_moment ? 0 : 0.4);
        style_out->rail = has_moment ? RAIL_LINE : RAIL_POINT;
        return true;
    case PART_HERE:
        style_out->setting = (struct setting){FACE_UI_BOLD, look_telling_px(&c->look, 0.65), 1.4, p->accent};
        style_out->before_px = look_px(&c->look, 0.4);
        style_out->rail = RAIL_HERE;
        style_out->is_anchor = true;
        return true;
    default:
        return false;
    }
}

/* What runs out is seen from across the room. */
static bool counts_down(const struct composer *c)
{
    return player_panel(c->player) == PANEL_WARNING || player_panel(c->player) == PANEL_CLEAN;
}

static bool panel_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    const struct palette *p = c->look.colours;
    *style_out = (struct column_style){.before_px = look_px(&c->look, 0.3)};
    switch ((int)item->part) {
    case PART_SECTION:
        style_out->setting = (struct setting){FACE_DISPLAY, look_telling_px(&c->look, 0.9), 1.3, p->ink};
        style_out->before_px = look_px(&c->look, 1);
        if (counts_down(c)) {
            style_out->setting.px = look_title_px(&c->look, 3);
        }
        return true;
    case PART_LABEL:
        style_out->setting = (struct setting){FACE_UI_BOLD, look_telling_px(&c->look, 0.6), 1.35, p->accent};
        style_out->before_px = look_px(&c->look, 0.7);
        return true;
    case PART_BODY:
    case PART_STATION:
        style_out->setting = (struct setting){FACE_BODY, look_telling_px(&c->look, 0.7), LOOK_LEADING, p->ink};
        return true;
    case PART_NOTE:
        style_out->setting = (struct setting){FACE_UI, look_telling_px(&c->look, 0.6), LOOK_LEADING, p->second};
        style_out->before_px = look_px(&c->look, 0.15);
        style_out->rail = player_panel(c->player) == PANEL_TIMELINE ? RAIL_LINE : RAIL_NONE;
        return true;
    case PART_OPTION:
        style_out->setting = (struct setting){FACE_UI, look_telling_px(&c->look, 0.6), 1.25, p->ink};
        style_out->box = item->role == ROLE_BUTTON ? BOX_BUTTON : BOX_OPTION;
        style_out->before_px = look_px(&c->look, item->role == ROLE_BUTTON ? 0.6 : 0.3);
        return true;
    case PART_KEY:
        style_out->setting = (struct setting){FACE_UI, look_telling_px(&c->look, 0.6), 1.25, p->ink};
        style_out->box = BOX_KEY;
        style_out->before_px = look_px(&c->look, 0.5);
        return true;
    case PART_FIELD:
        style_out->setting = (struct setting){FACE_BODY, look_telling_px(&c->look, 0.8), 1.3, p->ink};
        style_out->box = BOX_FIELD;
        return true;
    case PART_ROW:
        style_out->setting = (struct setting){FACE_BODY, look_telling_px(&c->look, 0.7), LOOK_LEADING, p->ink};
        style_out->box = BOX_ROW;
        return true;
    default:
        return timeline_style(c, item, style_out);
    }
}

static bool close_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    *style_out = (struct column_style){
        .setting = {FACE_UI_BOLD, look_around_px(&c->look, 0.6), 1.2, c->look.colours->ink},
        .box = BOX_BUTTON,
    };
    return item->part == PART_CLOSE;
}

static bool parts_a_word(const struct layout *l)
{
    for (int i = 0; i < l->line_count; i++) {
        for (int k = 0; k < l->lines[i].run_count; k++) {
            if (l->lines[i].runs[k].hyphen) {
                return true;
            }
        }
    }
    return false;
}

/* The title and the button that closes stay in place while the rest scrolls. */
struct panel_head {
    struct column close;
    struct block title;
    int close_y; /* from the title's top */
    int height;
};

static struct panel_head head_lay(struct composer *c, struct rect inner)
{
    struct panel_head h = {.close = column_make(c, inner.w, close_style)};
    int title = compose_find(c, PART_TITLE);
    struct setting setting = {FACE_DISPLAY, look_around_px(&c->look, 1.4), 1.12, c->look.colours->ink};
    int gap = look_px(&c->look, 0.5);
    bool beside = h.close.size.w + gap < inner.w / 2;
    int width = beside && h.close.count ? inner.w - h.close.size.w - gap : inner.w;
    h.title = block_lay(c, title, setting, width);
    if (h.title.size.h > inner.h / 3 || parts_a_word(&h.title.layout)) {
        /* as with a scene's, it gives way to what is to be read */
        struct setting small = {FACE_UI_BOLD, look_around_px(&c->look, 0.6), 1.2, c->look.colours->ink};
        h.title = block_lay(c, title, small, width);
    }
    h.close_y = beside ? 0 : h.title.size.h + gap / 2;
    int bottom = h.close_y + h.close.size.h;
    h.height = h.title.size.h > bottom ? h.title.size.h : bottom;
    return h;
}

static void head_draw(struct composer *c, const struct panel_head *h, struct rect inner)
{
    struct rect at = {inner.x, inner.y, inner.w, h->title.size.h};
    block_draw(c, &h->title, 0, h->title.layout.line_count, at, LOOK_CONTRAST);
    column_draw(c, &h->close, rect_of_size(c->look.page), inner.x + inner.w - h->close.size.w, inner.y + h->close_y,
                LOOK_CONTRAST);
}

/* A kiosk's panels have a row at their foot that is always there. */
static bool foot_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    *style_out = (struct column_style){
        .setting = {FACE_UI, look_around_px(&c->look, 0.6), 1.2, c->look.colours->second},
        .box = BOX_BAR,
    };
    return item->part == PART_BAR;
}

/* Of the panel's own margin below, which the foot can do without; and above its line. */
static int foot_gap(const struct composer *c)
{
    return look_px(&c->look, 0.4);
}

static int foot_height(const struct composer *c, const struct column *foot)
{
    return foot->count ? foot->size.h - foot_gap(c) + look_px(&c->look, 0.55) : 0;
}

/* Its words begin where those above it do. */
static void foot_draw(struct composer *c, const struct column *foot, struct rect inner)
{
    int y = inner.y + inner.h + foot_gap(c) - foot->size.h;
    struct rect line = {inner.x, y - look_px(&c->look, 0.15), inner.w, compose_line_px(c)};
    if (foot->count) {
        drawlist_rect(&c->frame->list, line, c->look.colours->line);
        column_draw(c, foot, rect_of_size(c->look.page), inner.x - column_pad(c, BOX_BAR), y, LOOK_CONTRAST);
    }
}

/* The keys of a number pad: of one size, three in a row. */
static void lay_pad(const struct composer *c, struct column *col, int width)
{
    enum { ROW = 3 };
    int gap = look_px(&c->look, 0.35) > c->look.gap ? look_px(&c->look, 0.35) : c->look.gap;
    struct size key = {look_px(&c->look, 2.4), 0};
    int first = col->count;
    for (int i = col->count - 1; i >= 0 && col->cells[i].style.box == BOX_BUTTON; i--) {
        struct rect r = col->cells[i].rect;
        key.w = r.w > key.w ? r.w : key.w;
        key.h = r.h > key.h ? r.h : key.h;
        first = i;
    }
    if (first == col->count || ROW * (key.w + gap) - gap > width) {
        return;
    }
    int top = col->cells[first].rect.y;
    for (int i = first; i < col->count; i++) {
        struct cell *cell = &col->cells[i];
        int n = i - first;
        cell->rect = (struct rect){n % ROW * (key.w + gap), top + n / ROW * (key.h + gap), key.w, key.h};
        cell->text = (struct point){(key.w - cell->block.size.w) / 2, (key.h - cell->block.size.h) / 2};
        col->size.h = cell->rect.y + key.h;
    }
}

/* All of a panel, as it is set in `inner`. */
struct panel_page {
    struct panel_head head;
    struct column body, foot;
};

static struct panel_page panel_lay(struct composer *c, struct rect inner)
{
    struct panel_page p = {
        .head = head_lay(c, inner),
        .body = column_make(c, inner.w, panel_style),
        .foot = column_make(c, inner.w + 2 * column_pad(c, BOX_BAR), foot_style),
    };
    if (player_panel(c->player) == PANEL_PIN) {
        lay_pad(c, &p.body, inner.w);
    }
    return p;
}

static struct rect inner_of(const struct composer *c, struct rect place)
{
    return rect_inset(place, look_px(&c->look, 0.9), look_px(&c->look, 0.7));
}

static int below_head(const struct composer *c)
{
    return look_px(&c->look, 0.4);
}

static void panel_draw(struct composer *c, const struct panel_page *p, struct rect place)
{
    struct rect inner = inner_of(c, place);
    int head = p->head.height + below_head(c);
    struct rect view = {inner.x, inner.y + head, inner.w, inner.h - head - foot_height(c, &p->foot)};
    head_draw(c, &p->head, inner);
    foot_draw(c, &p->foot, inner);
    column_scroll(c, &p->body, view, 0, LOOK_CONTRAST);
}

/* A kiosk asks and tells little: a card, no higher than that, at the foot of a tall screen, where it is reached, and in
 * the middle of a wide one. */
static struct rect card_place(const struct composer *c, const struct panel_page *p, struct rect panel)
{
    struct size page = c->look.page;
    int margins = panel.h - inner_of(c, panel).h;
    int h = margins + p->head.height + below_head(c) + p->body.size.h + foot_height(c, &p->foot);
    bool stands = page.w <= page.h || c->look.top > 0;
    if (h >= page.h) {
        return panel;
    }
    return (struct rect){(page.w - panel.w) / 2, stands ? page.h - h : (page.h - h) / 2, panel.w, h};
}

static bool is_card(enum panel p)
{
    return p == PANEL_WARNING || p == PANEL_AGAIN || p == PANEL_PIN || p == PANEL_SERVICE || p == PANEL_CLEAN;
}

/* Of the ground, where it does not end at the screen's edge. */
static void draw_edges(struct composer *c, struct rect r)
{
    int thick = compose_line_px(c);
    struct rect screen = compose_screen(c);
    struct colour line = c->look.colours->line;
    if (r.x > 0) {
        drawlist_rect(&c->frame->list, (struct rect){r.x - thick, r.y, thick, r.h}, line);
    }
    if (r.x + r.w < screen.w) {
        drawlist_rect(&c->frame->list, (struct rect){r.x + r.w, r.y, thick, r.h}, line);
    }
    if (r.y > screen.y) {
        drawlist_rect(&c->frame->list, (struct rect){r.x, r.y, r.w, thick}, line);
    }
    if (r.y + r.h < c->look.page.h) {
        drawlist_rect(&c->frame->list, (struct rect){r.x, r.y + r.h - thick, r.w, thick}, line);
    }
}

void view_panel(struct composer *c)
{
    struct size page = c->look.page;
    drawlist_rect(&c->frame->list, compose_screen(c), c->look.colours->veil);
    int pad = look_px(&c->look, 0.9);
    int text = look_measure(&c->look, look_telling_px(&c->look, 0.7));
    int width = text + 2 * pad < page.w ? text + 2 * pad : page.w;
    if (page.w - width < look_px(&c->look, 2)) {
        width = page.w; /* a sliver of picture beside it would only disturb */
    }
    struct rect panel = {page.w - width, 0, width, page.h};
    struct panel_page p = panel_lay(c, inner_of(c, panel));
    if (is_card(player_panel(c->player))) {
        panel = card_place(c, &p, panel);
    }
    drawlist_rect(&c->frame->list, panel, c->look.colours->panel);
    draw_edges(c, panel);
    panel_draw(c, &p, panel);
}

void view_panel_in(struct composer *c, struct rect place)
{
    struct panel_page p = panel_lay(c, inner_of(c, place));
    panel_draw(c, &p, place);
}
