#include "player/kiosk.h"
#include "stage/views.h"

/* The options of the opening, and of the notice before a kiosk's story. */
static bool options_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    const struct palette *p = c->look.colours;
    switch ((int)item->part) {
    case PART_LABEL:
        style_out->setting = (struct setting){FACE_UI, look_around_px(&c->look, 0.6), 1.3, p->second};
        style_out->before_px = look_px(&c->look, 0.75);
        return true;
    case PART_OPTION:
        style_out->setting = (struct setting){FACE_UI, look_around_px(&c->look, 0.6), 1.2, p->ink};
        style_out->box = BOX_OPTION;
        style_out->before_px = look_px(&c->look, 0.15);
        return true;
    default:
        return false;
    }
}

/* --- notice, chapter, because, ending: a few words over a darkened picture --- */

static bool card_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    const struct palette *p = c->look.colours;
    double title = player_screen(c->player) == SCREEN_CHAPTER ? 2.6 : 1.7;
    *style_out = (struct column_style){.before_px = look_px(&c->look, 0.5)};
    switch ((int)item->part) {
    case PART_OVERLINE:
        style_out->setting = (struct setting){FACE_UI, look_around_px(&c->look, 0.62), 1.4, p->accent};
        return true;
    case PART_TITLE:
        style_out->setting = (struct setting){FACE_DISPLAY, look_title_px(&c->look, title), 1.12, p->ink};
        style_out->before_px = look_px(&c->look, 0.2);
        return true;
    case PART_BODY:
        style_out->setting = (struct setting){FACE_BODY, look_telling_px(&c->look, 1), LOOK_LEADING, p->ink};
        return true;
    case PART_NOTE:
        style_out->setting = (struct setting){FACE_BODY_ITALIC, look_telling_px(&c->look, 0.7), LOOK_LEADING, p->second};
        return true;
    case PART_ACTION:
        style_out->setting = (struct setting){FACE_UI_BOLD, look_around_px(&c->look, 0.65), 1.2, p->ink};
        style_out->box = BOX_BUTTON;
        style_out->before_px = look_px(&c->look, 0.9);
        return true;
    default:
        return options_style(c, item, style_out);
    }
}

static void dim(struct composer *c, uint8_t least)
{
    struct colour shade = c->look.colours->panel;
    shade.a = compose_scrim(c, rect_of_size(c->look.page), c->look.colours->second, least);
    drawlist_rect(&c->frame->list, compose_screen(c), shade);
}

/* Dark beneath the words, clear beside them. The bar at the foot has a shade of its own. */
static void side_shade(struct composer *c, int depth, uint8_t least)
{
    struct size page = c->look.page;
    int bar = view_bar_height(c);
    struct colour words = c->look.colours->second;
    uint8_t alpha = compose_scrim(c, (struct rect){0, 0, depth, page.h}, words, least);
    uint8_t foot = compose_scrim(c, (struct rect){depth, page.h - bar, page.w - depth, bar}, words, 0);
    compose_scrim_side(c, depth, alpha, bar, foot);
}

static void foot_shade(struct composer *c, int depth)
{
    struct size page = c->look.page;
    struct rect foot = {0, page.h - depth, page.w, depth};
    uint8_t alpha = compose_scrim(c, foot, c->look.colours->second, 140);
    compose_scrim_foot(c, depth, look_px(&c->look, 5), alpha);
}

/* In half of a wide page where all fits there and lines that short still read well: the picture keeps the
 * other half. */
static struct column card_column(struct composer *c, int room_h)
{
    struct size page = c->look.page;
    int measure = look_measure(&c->look, look_telling_px(&c->look, 1));
    if (page.w > page.h && c->look.text <= 1.5 && page.w / 2 < measure) {
        struct column half = column_make(c, page.w / 2, card_style);
        if (half.size.h <= room_h) {
            return half;
        }
    }
    return column_make(c, measure, card_style);
}

/* Beside the picture on a wide page, below it on a tall one; over it where there is no room for both.
 * Returns how the column is to lie in its view. */
static double card_ground(struct composer *c, const struct column *col)
{
    struct size page = c->look.page;
    int beside = c->look.margin + col->ink_w + look_px(&c->look, 0.6);
    int below = view_bar_height(c) + col->size.h + look_px(&c->look, 0.9);
    if (page.w > page.h && beside < page.w * 2 / 3) {
        side_shade(c, beside, 90);
        return 0.46;
    }
    /* Under a sheet nothing shows through: whatever it leaves of the picture is worth more than the middle. */
    bool is_sheet = c->look.colours->scrim == SCRIM_SHEET;
    if ((page.w <= page.h && below < page.h * 3 / 5) || (is_sheet && below < page.h * 5 / 6)) {
        foot_shade(c, below);
        return 1;
    }
    dim(c, 150);
    return 0.46;
}

void view_card(struct composer *c)
{
    int bar = view_bar_height(c);
    int top = c->look.margin;
    int room_h = c->look.page.h - top - bar - look_px(&c->look, 0.4);
    struct column col = card_column(c, room_h);
    double align = card_ground(c, &col);
    struct rect view = {c->look.margin, top, col.size.w, room_h};
    column_scroll(c, &col, view, align, LOOK_CONTRAST);
    view_bar(c);
}

/* Beside a map there is less room, and the map is what is to be seen. */
static bool narrow_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    bool is_there = card_style(c, item, style_out);
    switch ((int)item->part) {
    case PART_OVERLINE:
        style_out->setting.px = look_around_px(&c->look, 0.52);
        break;
    case PART_TITLE:
        style_out->setting.px = look_title_px(&c->look, 1.5);
        break;
    case PART_BODY:
        style_out->setting.px = look_telling_px(&c->look, 0.7);
        break;
    case PART_NOTE:
        style_out->setting.px = look_telling_px(&c->look, 0.56);
        style_out->before_px = look_px(&c->look, 0.25);
        break;
    case PART_ACTION:
        style_out->setting.px = look_around_px(&c->look, 0.6);
        style_out->before_px = look_px(&c->look, 0.6);
        break;
    default:
        break;
    }
    return is_there;
}

void view_card_in(struct composer *c, struct rect place)
{
    struct rect view = rect_inset(place, c->look.margin, look_px(&c->look, 0.7));
    view.w = place.x + place.w - look_px(&c->look, 0.6) - view.x;
    struct column col = column_make(c, view.w, narrow_style);
    column_scroll(c, &col, view, 0.46, LOOK_CONTRAST);
}

/* --- opening --- */

static bool opening_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    const struct palette *p = c->look.colours;
    *style_out = (struct column_style){.before_px = look_px(&c->look, 0.3)};
    double title = c->look.top > 0 ? 1.7 : 2.8; /* what begins is in sight, however low the page is */
    switch ((int)item->part) {
    case PART_TITLE:
        style_out->setting = (struct setting){FACE_DISPLAY, look_title_px(&c->look, title), 1.05, p->ink};
        return true;
    case PART_SUBTITLE:
        style_out->setting = (struct setting){FACE_BODY, look_around_px(&c->look, 0.75), 1.4, p->second};
        return true;
    case PART_ACTION:
        style_out->setting = (struct setting){FACE_UI_BOLD, look_around_px(&c->look, 0.72), 1.2, p->ink};
        style_out->box = BOX_BUTTON;
        style_out->before_px = look_px(&c->look, 0.8);
        return true;
    default:
        return options_style(c, item, style_out);
    }
}

void view_opening(struct composer *c)
{
    bool wide = c->look.page.w > c->look.page.h;
    int bar = view_bar_height(c);
    int full = c->look.page.w - 2 * c->look.margin;
    int narrow = look_px(&c->look, 17 * c->look.around);
    int width = wide && full > narrow ? narrow : full;
    struct column col = column_make(c, width, opening_style);
    if (c->look.top > 0 && col.size.h > c->look.page.h - c->look.margin - bar) {
        width = full;
        col = column_make(c, width, opening_style);
    }
    struct rect view = {c->look.margin, c->look.margin, width,
                        c->look.page.h - c->look.margin - bar - look_px(&c->look, 0.3)};
    int shown = col.size.h < view.h ? col.size.h : view.h;
    const struct kiosk *kiosk = player_kiosk(c->player);
    bool is_card = kiosk && kiosk_only_shows(kiosk); /* words alone, on an even ground */
    if (is_card) {
        column_scroll(c, &col, view, 0.55, LOOK_CONTRAST);
        return;
    }
    if (wide) {
        side_shade(c, c->look.margin + col.ink_w + look_px(&c->look, 0.5), 110);
    } else {
        foot_shade(c, bar + shown + look_px(&c->look, 0.6));
    }
    column_scroll(c, &col, view, wide ? 0.6 : 1, LOOK_CONTRAST);
    view_bar(c);
}
