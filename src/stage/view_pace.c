#include "stage/views.h"

/* A line that is redrawn a few times a caption, not sixty times a second. */
enum { STEPS = 6 };

/* What goes on from here, where it lies. */
static const struct placed *forward_place(const struct composer *c)
{
    for (int i = 0; i < c->frame->placed_count; i++) {
        const struct placed *p = &c->frame->placed[i];
        if (c->items[p->item].action == ACTION_FORWARD && !rect_is_empty(p->hit)) {
            return p;
        }
    }
    return NULL;
}

void view_pace(struct composer *c)
{
    int next_ms;
    int step = player_pace_step(c->player, c->now_ms, STEPS, &next_ms);
    const struct placed *p = forward_place(c);
    if (step < 0 || !p || player_settings(c->player)->still) {
        return; /* the button's words say it too */
    }
    int inset = look_px(&c->look, 0.18); /* where the words begin */
    int thick = look_px(&c->look, 0.05) > 2 ? look_px(&c->look, 0.05) : 2;
    struct rect line = {p->hit.x + inset, p->hit.y + p->hit.h - 2 * thick, p->hit.w - 2 * inset, thick};
    struct colour track = c->look.colours->second;
    track.a = 90;
    struct drawlist_way way = drawlist_as_seen(&c->frame->list); /* as the button lies */
    drawlist_rect(&c->frame->list, line, track);
    int done = line.w * step / STEPS;
    line.x += way.mirrors ? line.w - done : 0;
    line.w = done;
    drawlist_rect(&c->frame->list, line, c->look.colours->accent);
    drawlist_resume(&c->frame->list, way);
    if (next_ms && (!c->frame->next_ms || next_ms < c->frame->next_ms)) {
        c->frame->next_ms = next_ms;
    }
}
