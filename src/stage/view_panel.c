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

/* The title and the button that closes stay in place while the rest scrolls. Returns their height. */
static int draw_head(struct composer *c, struct rect inner)
{
    struct column close = column_make(c, inner.w, close_style);
    int title = compose_find(c, PART_TITLE);
    struct setting setting = {FACE_DISPLAY, look_around_px(&c->look, 1.4), 1.12, c->look.colours->ink};
    int gap = look_px(&c->look, 0.5);
    bool beside = close.size.w + gap < inner.w / 2;
    int width = beside ? inner.w - close.size.w - gap : inner.w;
    struct block head = block_lay(c, title, setting, width);
    if (head.size.h > inner.h / 3 || parts_a_word(&head.layout)) {
        /* as with a scene's, it gives way to what is to be read */
        struct setting small = {FACE_UI_BOLD, look_around_px(&c->look, 0.6), 1.2, c->look.colours->ink};
        head = block_lay(c, title, small, width);
    }
    struct rect at = {inner.x, inner.y, inner.w, head.size.h};
    block_draw(c, &head, 0, head.layout.line_count, at, LOOK_CONTRAST);
    int y = beside ? inner.y : inner.y + head.size.h + gap / 2;
    column_draw(c, &close, rect_of_size(c->look.page), inner.x + inner.w - close.size.w, y, LOOK_CONTRAST);
    int bottom = y + close.size.h;
    bottom = head.size.h > bottom - inner.y ? inner.y + head.size.h : bottom;
    return bottom - inner.y;
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
    drawlist_rect(&c->frame->list, panel, c->look.colours->panel);
    struct rect edge = {panel.x - compose_line_px(c), 0, compose_line_px(c), page.h};
    drawlist_rect(&c->frame->list, edge, c->look.colours->line);
    if (c->look.top > 0) { /* where its head is not the screen's */
        struct rect head = {panel.x, 0, panel.w, compose_line_px(c)};
        drawlist_rect(&c->frame->list, head, c->look.colours->line);
    }
    view_panel_in(c, panel);
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

/* Its words begin where those above it do. Returns the px it takes. */
static int draw_foot(struct composer *c, struct rect inner)
{
    int pad = column_pad(c, BOX_BAR);
    struct column foot = column_make(c, inner.w + 2 * pad, foot_style);
    if (foot.count == 0) {
        return 0;
    }
    int below = look_px(&c->look, 0.4); /* of the panel's own margin, which it can do without */
    int y = inner.y + inner.h + below - foot.size.h;
    struct rect line = {inner.x, y - look_px(&c->look, 0.15), inner.w, compose_line_px(c)};
    drawlist_rect(&c->frame->list, line, c->look.colours->line);
    column_draw(c, &foot, rect_of_size(c->look.page), inner.x - pad, y, LOOK_CONTRAST);
    return foot.size.h - below + look_px(&c->look, 0.4);
}

void view_panel_in(struct composer *c, struct rect place)
{
    struct rect inner = rect_inset(place, look_px(&c->look, 0.9), look_px(&c->look, 0.7));
    int head = draw_head(c, inner) + look_px(&c->look, 0.4);
    inner.h -= draw_foot(c, inner);
    struct rect view = {inner.x, inner.y + head, inner.w, inner.h - head};
    struct column col = column_make(c, inner.w, panel_style);
    column_scroll(c, &col, view, 0, LOOK_CONTRAST);
}
