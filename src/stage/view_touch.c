/* The staff's touch test: the whole screen is there to be touched, and shows where it felt each finger. */
#include "player/kiosk.h"
#include "stage/views.h"

/* Ink that is thinner than this is not seen from where one stands; and how far a mark's arms reach. */
static int thin(const struct composer *c)
{
    return look_px(&c->look, 0.04) > 2 ? look_px(&c->look, 0.04) : 2;
}

/* Squares, so that a screen that is felt askew or off its place is seen to be. */
static void draw_grid(struct composer *c)
{
    struct size page = c->look.page;
    struct colour line = c->look.colours->dot;
    int side = look_px(&c->look, 2);
    line.a = 90;
    for (int x = page.w / 2 % side; x < page.w; x += side) {
        drawlist_rect(&c->frame->list, (struct rect){x, 0, 1, page.h}, line);
    }
    for (int y = page.h / 2 % side; y < page.h; y += side) {
        drawlist_rect(&c->frame->list, (struct rect){0, y, page.w, 1}, line);
    }
}

static void draw_cross(struct composer *c, struct point at, int arm, int thick, struct colour colour)
{
    drawlist_rect(&c->frame->list, (struct rect){at.x - arm, at.y - thick / 2, 2 * arm + 1, thick}, colour);
    drawlist_rect(&c->frame->list, (struct rect){at.x - thick / 2, at.y - arm, thick, 2 * arm + 1}, colour);
}

/* A finger that is down hides its own mark: lines across the whole screen meet beneath it. */
static void draw_mark(struct composer *c, const struct kiosk_mark *m)
{
    struct size page = c->look.page;
    const struct palette *p = c->look.colours;
    struct point at = {(int)((int64_t)m->x * page.w / KIOSK_WHOLE), (int)((int64_t)m->y * page.h / KIOSK_WHOLE)};
    int dot = look_px(&c->look, 0.12);
    if (m->is_down) {
        drawlist_rect(&c->frame->list, (struct rect){0, at.y, page.w, 1}, p->accent);
        drawlist_rect(&c->frame->list, (struct rect){at.x, 0, 1, page.h}, p->accent);
    }
    if (m->is_touch) {
        draw_cross(c, at, look_px(&c->look, 0.6), thin(c), m->is_down ? p->accent : p->ink);
    }
    drawlist_rect(&c->frame->list, (struct rect){at.x - dot / 2, at.y - dot / 2, dot, dot}, p->accent);
}

static bool touch_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    const struct palette *p = c->look.colours;
    *style_out = (struct column_style){.before_px = look_px(&c->look, 0.3)};
    switch ((int)item->part) {
    case PART_TITLE:
        style_out->setting = (struct setting){FACE_DISPLAY, look_around_px(&c->look, 1), 1.12, p->ink};
        return true;
    case PART_BODY:
    case PART_SECTION:
        style_out->setting = (struct setting){FACE_UI, look_around_px(&c->look, 0.6), LOOK_LEADING, p->second};
        return true;
    case PART_CLOSE:
        style_out->setting = (struct setting){FACE_UI_BOLD, look_around_px(&c->look, 0.6), 1.2, p->ink};
        style_out->box = BOX_BUTTON;
        style_out->before_px = look_px(&c->look, 0.8);
        return true;
    default:
        return false;
    }
}

void view_touch(struct composer *c)
{
    struct size page = c->look.page;
    int measure = look_measure(&c->look, look_around_px(&c->look, 0.6));
    struct column col = column_make(c, measure, touch_style);
    struct rect view = {(page.w - col.ink_w) / 2, c->look.margin, col.size.w, page.h - 2 * c->look.margin};
    int count;
    drawlist_rect(&c->frame->list, compose_screen(c), c->look.colours->panel);
    draw_grid(c);
    struct drawlist_way way = drawlist_as_seen(&c->frame->list); /* where a finger is, no language changes */
    const struct kiosk_mark *marks = kiosk_marks(player_kiosk(c->player), &count);
    for (int i = 0; i < count; i++) {
        draw_mark(c, &marks[i]);
    }
    drawlist_resume(&c->frame->list, way);
    column_scroll(c, &col, view, 0.5, LOOK_CONTRAST);
}
