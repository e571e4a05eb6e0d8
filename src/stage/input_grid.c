/* Keys on screen stand in rows: up and down go to the nearest one of the row above or below. */
#include <stdlib.h>

#include "stage/input.h"

static const struct placed *place_of(const struct frame *f, int item)
{
    for (int i = 0; i < f->placed_count; i++) {
        if (f->placed[i].item == item) {
            return &f->placed[i];
        }
    }
    return NULL;
}

/* Rows count for more than what lies across them. */
static int distance(struct rect from, struct rect to)
{
    int across = abs(from.x + from.w / 2 - to.x - to.w / 2);
    return abs(to.y - from.y) * 8 + across;
}

int input_in_grid(const struct player *p, const struct frame *f, int direction)
{
    int count;
    const struct item *items = player_items(p, &count);
    int focus = player_focus(p);
    const struct placed *at = focus >= 0 ? place_of(f, focus) : NULL;
    const struct placed *best = NULL;
    if (!at || items[focus].part != PART_KEY) {
        return -1;
    }
    for (int i = 0; i < f->placed_count; i++) {
        const struct placed *to = &f->placed[i];
        bool lies_there = direction > 0 ? to->rect.y >= at->rect.y + at->rect.h : to->rect.y + to->rect.h <= at->rect.y;
        bool can = to->item < count && item_can_focus(&items[to->item]) && items[to->item].part != PART_CLOSE;
        if (can && lies_there && (!best || distance(at->rect, to->rect) < distance(at->rect, best->rect))) {
            best = to;
        }
    }
    return best ? best->item : -1;
}
