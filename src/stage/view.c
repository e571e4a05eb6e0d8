#include "stage/views.h"

/* One line about the program, over everything, at the top. */
static void draw_message(struct composer *c)
{
    const struct palette *p = c->look.colours;
    int message = compose_find(c, PART_MESSAGE);
    if (message < 0) {
        return;
    }
    struct setting setting = {FACE_UI, look_around_px(&c->look, 0.6), 1.35, p->strip_ink};
    int pad = look_px(&c->look, 0.4);
    struct block text = block_lay(c, message, setting, c->look.page.w - 2 * c->look.margin);
    drawlist_rect(&c->frame->list, (struct rect){0, 0, c->look.page.w, text.size.h + 2 * pad}, p->strip);
    struct rect at = {c->look.margin, pad, text.size.w, text.size.h};
    block_draw(c, &text, 0, text.layout.line_count, at, LOOK_CONTRAST);
}

static void draw_screen(struct composer *c)
{
    switch (player_screen(c->player)) {
    case SCREEN_OPENING:
        view_opening(c);
        break;
    case SCREEN_SCENE:
        view_scene(c);
        break;
    case SCREEN_CHOICES:
        view_choices(c);
        break;
    case SCREEN_NOTICE:
    case SCREEN_CHAPTER:
    case SCREEN_BECAUSE:
    case SCREEN_ENDING:
        view_card(c);
        break;
    case SCREEN_COUNT:
        break;
    }
}

/* No picture is mirrored, and each fills the screen, wherever the page lies on it. */
static void draw_backdrop(struct composer *c)
{
    struct drawlist_way way = drawlist_as_seen(&c->frame->list);
    c->frame->next_ms = backdrop_draw(c->backdrop, &c->frame->list, c->now_ms);
    drawlist_resume(&c->frame->list, way);
}

void view_draw(struct composer *c)
{
    if (player_panel(c->player) == PANEL_CLOSED) {
        drawlist_rect(&c->frame->list, compose_screen(c), (struct colour){0, 0, 0, 255});
        return;
    }
    /* A map hides all that is behind it: what moves there need not be drawn. */
    bool has_map = player_map(c->player).map != NULL;
    if (!has_map || c->look.top > 0) {
        draw_backdrop(c);
    }
    if (!has_map || !view_map(c)) {
        if (player_panel(c->player) == PANEL_TOUCH) {
            view_touch(c);
        } else if (player_panel(c->player) != PANEL_NONE) {
            view_panel(c);
        } else {
            draw_screen(c);
        }
    }
    view_pace(c);
    draw_message(c);
}
