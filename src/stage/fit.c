#include "stage/fit.h"

#include <assert.h>

struct finding {
    const struct frame *frame;
    const struct item *items;
    struct fit_fault *faults;
    int count;
};

const char *fit_words(enum fit f)
{
    static const char *const words[] = {"is left out", "reaches past the page", "lies over other text",
                                        "is too small to press", "is seen through less than two lines"};
    static_assert(COUNT(words) == FIT_COUNT, "words");
    return words[f];
}

static void add(struct finding *f, enum fit fit, int item)
{
    if (f->count < FIT_FAULTS_MOST) {
        f->faults[f->count++] = (struct fit_fault){fit, item};
    }
}

static bool is_within(struct rect inner, struct rect outer)
{
    return rect_same(rect_intersect(inner, outer), inner);
}

/* All that can be brought into the part that scrolls, as a rectangle of the page. */
static struct rect scrolled(const struct frame *f)
{
    struct rect r = f->scroll_area;
    return (struct rect){r.x, r.y - f->scroll_at, r.w, r.h + f->scroll_most};
}

/* Not words on the page: pictures fill it, a map's names find their own places, dots are drawn for two captions
 * and more, and where the telling needs the room the chapter's name gives way to it. */
static bool may_be_left_out(const struct player *player, const struct item *item)
{
    switch ((int)item->part) {
    case PART_PICTURE:
    case PART_MAP:
    case PART_MAP_LABEL:
    case PART_OVERLINE:
        return true;
    case PART_STATION:
        return player_panel(player) != PANEL_MAP; /* a card shows them on the map alone */
    case PART_DOTS:
        return item->level < 2;
    case PART_TERM:
        return !item_can_focus(item); /* its word is on another page of the caption */
    default:
        return false;
    }
}

static void find_left_out(struct finding *f, const struct player *p, int item_count)
{
    bool drawn[PLACED_MOST] = {false};
    for (int i = 0; i < f->frame->placed_count; i++) {
        int item = f->frame->placed[i].item;
        if (item < PLACED_MOST) {
            drawn[item] = true;
        }
    }
    for (int i = 0; i < item_count && i < PLACED_MOST; i++) {
        if (!drawn[i] && !may_be_left_out(p, &f->items[i])) {
            add(f, FIT_NOT_DRAWN, i);
        }
    }
}

static void judge(struct finding *f, const struct placed *p, const struct look *look)
{
    const struct item *item = &f->items[p->item];
    struct rect page = {0, look->top, look->page.w, look->page.h};
    if (item->role == ROLE_PICTURE) {
        return;
    }
    if (!is_within(p->rect, page) && !is_within(p->rect, scrolled(f->frame))) {
        add(f, FIT_OUTSIDE, p->item);
    }
    int least = (int)(44 * look->u / 54);
    bool is_whole = rect_same(p->seen, p->rect); /* else what scrolls cuts it off for now */
    if (item_can_focus(item) && is_whole && !rect_is_empty(p->hit) && (p->hit.w < least || p->hit.h < least)) {
        add(f, FIT_SMALL, p->item);
    }
}

static bool is_text_in_sight(const struct placed *p)
{
    return p->px > 0 && !rect_is_empty(p->seen);
}

static void find_over(struct finding *f)
{
    const struct placed *placed = f->frame->placed;
    for (int i = 0; i < f->frame->placed_count; i++) {
        for (int k = i + 1; k < f->frame->placed_count && is_text_in_sight(&placed[i]); k++) {
            if (is_text_in_sight(&placed[k]) && !rect_is_empty(rect_intersect(placed[i].seen, placed[k].seen))) {
                add(f, FIT_OVER, placed[k].item);
            }
        }
    }
}

int fit_find(const struct frame *f, const struct player *p, const struct look *look,
             struct fit_fault faults_out[FIT_FAULTS_MOST])
{
    int item_count;
    struct finding found = {.frame = f, .items = player_items(p, &item_count), .faults = faults_out};
    find_left_out(&found, p, item_count);
    for (int i = 0; i < f->placed_count; i++) {
        judge(&found, &f->placed[i], look);
    }
    find_over(&found);
    if (f->scroll_most > 0 && f->scroll_area.h < 2 * look_telling_px(look, 1)) {
        add(&found, FIT_LITTLE_ROOM, -1);
    }
    return found.count;
}
