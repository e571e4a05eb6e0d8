#include "stage/input.h"

#include <stdlib.h>

#include "base/hash.h"

static const struct intent nothing = {.action = ACTION_NONE};

static struct intent act(enum action action, int value)
{
    return (struct intent){.action = action, .value = value};
}

static struct intent focus(enum action action)
{
    return (struct intent){.action = action, .moves_focus = true};
}

static struct intent scroll(int px)
{
    return (struct intent){.scroll_px = px};
}

/* Left and right tell the story, but where there are things to choose they move among them. */
static bool chooses(const struct player *p)
{
    enum screen s = player_screen(p);
    return player_panel(p) != PANEL_NONE || s == SCREEN_CHOICES || s == SCREEN_OPENING || s == SCREEN_ENDING;
}

/* --- the focus and what scrolls --- */

static const struct placed *place_of(const struct frame *f, int item)
{
    for (int i = 0; i < f->placed_count; i++) {
        if (f->placed[i].item == item) {
            return &f->placed[i];
        }
    }
    return NULL;
}

/* Is most of it in sight? Where nothing scrolls all is, and what is not placed has no button there. */
static bool is_in_sight(const struct frame *f, int item)
{
    const struct placed *p = place_of(f, item);
    return f->scroll_most == 0 || (p && 2 * p->seen.h > p->rect.h);
}

/* The next thing to press from `at` on in the part that scrolls, or -1; the way out stands beside it, and the bar
 * below. */
static int next_inside(const struct player *p, int at, int direction)
{
    int count;
    const struct item *items = player_items(p, &count);
    for (int i = at + direction; i >= 0 && i < count; i += direction) {
        if (item_can_focus(&items[i]) && items[i].part != PART_CLOSE && items[i].part != PART_BAR) {
            return i;
        }
    }
    return -1;
}

static bool is_on_the_way_out(const struct player *p)
{
    int count;
    const struct item *items = player_items(p, &count);
    int focus = player_focus(p);
    return focus >= 0 && (items[focus].part == PART_CLOSE || items[focus].part == PART_BAR);
}

static int next_in_sight(const struct player *p, const struct frame *f, int direction)
{
    int count;
    (void)player_items(p, &count);
    int focus = player_focus(p);
    bool stands = focus >= 0 && is_in_sight(f, focus) && !is_on_the_way_out(p);
    int at = next_inside(p, stands ? focus : (direction > 0 ? -1 : count), direction);
    while (!stands && at >= 0 && !is_in_sight(f, at)) {
        at = next_inside(p, at, direction);
    }
    return at >= 0 && is_in_sight(f, at) ? at : -1;
}

/* Through a panel that scrolls: the focus goes to what is in sight; where nothing is, the page moves, so that no
 * words are passed over; after its end comes the way out. */
static struct intent step_in_panel(const struct player *p, const struct frame *f, int direction, int step_px)
{
    if (is_on_the_way_out(p) && next_inside(p, direction > 0 ? -1 : player_focus(p), direction) >= 0) {
        return focus(direction > 0 ? ACTION_FOCUS_NEXT : ACTION_FOCUS_PREVIOUS);
    }
    int next = next_in_sight(p, f, direction);
    bool is_end = direction > 0 ? f->scroll_at >= f->scroll_most : f->scroll_at <= 0;
    if (next >= 0) {
        return (struct intent){.action = ACTION_FOCUS, .value = next, .moves_focus = true};
    }
    return is_end ? focus(direction > 0 ? ACTION_FOCUS_NEXT : ACTION_FOCUS_PREVIOUS) : scroll(step_px);
}

static bool panel_scrolls(const struct player *p, const struct frame *f)
{
    return player_panel(p) != PANEL_NONE && f->scroll_most > 0;
}

/* Read aloud, a panel is gone through part by part, and the page follows. */
static bool reads_parts(const struct player *p)
{
    return player_panel(p) != PANEL_NONE && player_settings(p)->speech;
}

static struct intent part(int direction)
{
    return act(direction > 0 ? ACTION_SPEECH_NEXT : ACTION_SPEECH_PREVIOUS, 0);
}

/* Of reading: beside the way out there is little to press. */
static bool is_read(enum panel panel)
{
    return panel != PANEL_NONE && panel != PANEL_SETTINGS && panel != PANEL_HISTORY && panel != PANEL_PAUSE &&
           panel != PANEL_CHAPTERS && panel != PANEL_MORE && (panel < PANEL_VIEWERS || panel >= PANEL_WARNING);
}

static struct intent up_or_down(const struct player *p, const struct frame *f, const struct look *look, int direction)
{
    if (reads_parts(p) && is_read(player_panel(p))) {
        return part(direction);
    }
    int row = input_in_grid(p, f, direction);
    if (row >= 0) {
        return (struct intent){.action = ACTION_FOCUS, .value = row, .moves_focus = true};
    }
    if (panel_scrolls(p, f)) {
        return step_in_panel(p, f, direction, direction * look_px(look, 2));
    }
    return focus(direction > 0 ? ACTION_FOCUS_NEXT : ACTION_FOCUS_PREVIOUS);
}

/* A whole page at a time until the end is read; then, and where something has the focus, from thing to thing: a
 * presenter's clicker has no other key for that. */
static struct intent page_by(const struct player *p, const struct frame *f, int direction)
{
    int page = (direction > 0 ? f->scroll_down : f->scroll_up) - f->scroll_at;
    if (panel_scrolls(p, f)) {
        bool is_end = direction > 0 ? f->scroll_at >= f->scroll_most : f->scroll_at <= 0;
        bool reads = player_focus(p) < 0 && !is_end;
        return reads ? scroll(page) : step_in_panel(p, f, direction, page);
    }
    if (f->scroll_most > 0 && !chooses(p)) {
        return scroll(page);
    }
    if (chooses(p)) {
        return focus(direction > 0 ? ACTION_FOCUS_NEXT : ACTION_FOCUS_PREVIOUS);
    }
    return act(direction > 0 ? ACTION_FORWARD : ACTION_BACK, 0);
}

static struct intent go(const struct player *p, const struct frame *f)
{
    if (player_focus(p) >= 0 && is_in_sight(f, player_focus(p))) {
        return act(ACTION_ACTIVATE, 0);
    }
    if (player_focus(p) >= 0) {
        /* It was scrolled away from: nobody presses what they do not see. */
        return (struct intent){.action = ACTION_FOCUS, .value = player_focus(p), .moves_focus = true};
    }
    /* A card or panel that goes on below is read to its end first. */
    bool is_opening = player_panel(p) == PANEL_NONE && player_screen(p) == SCREEN_OPENING;
    if (f->scroll_at < f->scroll_most && !is_opening && !reads_parts(p)) {
        return scroll(f->scroll_down - f->scroll_at);
    }
    return act(ACTION_FORWARD, 0);
}

static struct intent left(const struct player *p)
{
    bool moves = player_panel(p) != PANEL_NONE || player_screen(p) == SCREEN_OPENING;
    return moves ? focus(ACTION_FOCUS_PREVIOUS) : act(ACTION_BACK, 0);
}

static struct intent blank(const struct player *p, const struct frame *f)
{
    return player_focus(p) >= 0 ? go(p, f) : act(ACTION_PANEL, PANEL_PAUSE);
}

static struct intent plain(enum deed c)
{
    struct intent i = {0};
    i.action = deed_action(c, &i.value);
    i.moves_focus = i.action == ACTION_FOCUS_NEXT || i.action == ACTION_FOCUS_PREVIOUS;
    return i;
}

/* The arrows follow the page: where it is read from the right, on is to the left, as in its books. */
static enum deed on_page(const struct frame *f, enum deed c)
{
    if (!f->rtl || (c != DEED_LEFT && c != DEED_RIGHT)) {
        return c;
    }
    return c == DEED_LEFT ? DEED_RIGHT : DEED_LEFT;
}

enum deed input_pad(const struct player *p, const struct frame *f, enum deed c)
{
    if (player_settings(p)->speech && (c == DEED_PAGE_DOWN || c == DEED_PAGE_UP)) {
        return c == DEED_PAGE_DOWN ? DEED_PART_NEXT : DEED_PART_PREVIOUS;
    }
    if (!f->rtl || (c != DEED_NEXT && c != DEED_PREVIOUS)) {
        return c;
    }
    return c == DEED_NEXT ? DEED_PREVIOUS : DEED_NEXT;
}

struct intent input_deed(const struct player *p, const struct frame *f, const struct look *look, enum deed c)
{
    switch ((int)on_page(f, c)) {
    case DEED_FORWARD:
        return go(p, f);
    case DEED_RIGHT:
        return chooses(p) ? focus(ACTION_FOCUS_NEXT) : go(p, f);
    case DEED_LEFT:
        return left(p);
    case DEED_DOWN:
        return up_or_down(p, f, look, 1);
    case DEED_UP:
        return up_or_down(p, f, look, -1);
    case DEED_PAGE_DOWN:
        return page_by(p, f, 1);
    case DEED_PAGE_UP:
        return player_panel(p) == PANEL_NONE ? act(ACTION_BACK, 0) : page_by(p, f, -1);
    case DEED_BLANK:
        return blank(p, f);
    default:
        return plain(c);
    }
}

bool input_may_repeat(enum deed c, const struct intent *i)
{
    bool moves = c == DEED_UP || c == DEED_DOWN || c == DEED_NEXT || c == DEED_PREVIOUS ||
                 c == DEED_LEFT || c == DEED_RIGHT || c == DEED_PAGE_DOWN || c == DEED_PAGE_UP;
    return moves && (i->moves_focus || (i->action == ACTION_NONE && i->scroll_px));
}

/* --- mouse and touch --- */

/* An item by its name and where it stands: its index may be another's by the time the finger comes up. */
static uint64_t thing_of(const struct player *p, int item)
{
    int count;
    int captions;
    const struct item *items = player_items(p, &count);
    struct hash_key place = {(uint64_t)player_screen(p) << 8 | (uint64_t)player_panel(p),
                             (uint64_t)player_caption(p, &captions) << 16 | (uint64_t)player_page(p)};
    return hash_text(place, item >= 0 && item < count ? items[item].id : STR(""));
}

int64_t input_free_ms(const struct input *in)
{
    return in->is_down ? in->down_ms + INPUT_HELD_MOST_MS : 0;
}

struct intent input_down(struct input *in, const struct player *p, const struct frame *f, int64_t finger,
                         struct point at, int64_t now_ms)
{
    if (in->is_down && in->finger != finger && now_ms < input_free_ms(in)) {
        return nothing; /* a second finger, or a palm */
    }
    bool was_pressed = in->is_down && in->item >= 0;
    int item = frame_hit(f, at);
    *in = (struct input){
        .is_down = true,
        .finger = finger,
        .at = at,
        .from = at,
        .item = item,
        .thing = thing_of(p, item),
        .down_ms = now_ms,
    };
    return (struct intent){.presses = in->item >= 0 || was_pressed};
}

struct intent input_move(struct input *in, const struct frame *f, const struct look *look, int64_t finger,
                         struct point at)
{
    if (!in->is_down || in->finger != finger) {
        return nothing;
    }
    int moved = in->at.y - at.y;
    bool far = abs(at.y - in->from.y) > look_px(look, 0.4);
    if (f->scroll_most > 0 && (in->is_drag || (far && rect_contains(f->scroll_area, in->from)))) {
        bool held = in->item >= 0;
        in->is_drag = true;
        in->item = -1;
        in->at = at;
        return (struct intent){.scroll_px = moved, .presses = held};
    }
    return nothing;
}

/* Where pressing the ground goes on: not where there is something to choose. */
static bool ground_goes_on(const struct player *p)
{
    enum screen s = player_screen(p);
    return player_panel(p) == PANEL_NONE &&
           (s == SCREEN_SCENE || s == SCREEN_CHAPTER || s == SCREEN_BECAUSE || s == SCREEN_NOTICE);
}

/* A press on the ground that was dragged away was not a tap. */
static bool is_far(const struct frame *f, struct point from, struct point to)
{
    int shorter = f->list.size.w < f->list.size.h ? f->list.size.w : f->list.size.h;
    return frame_hit(f, to) < 0 && (abs(to.x - from.x) > shorter / 16 || abs(to.y - from.y) > shorter / 16);
}

struct intent input_up(struct input *in, const struct player *p, const struct frame *f, int64_t finger,
                       struct point at)
{
    if (!in->is_down || in->finger != finger) {
        return nothing;
    }
    struct input was = *in;
    *in = (struct input){.item = -1};
    int item = frame_hit(f, at);
    bool same = item == was.item && thing_of(p, item) == was.thing;
    if (was.is_drag || !same || is_far(f, was.from, at)) {
        return (struct intent){.presses = was.item >= 0}; /* slid off: nothing is meant */
    }
    if (item >= 0) {
        return (struct intent){.action = ACTION_PRESS, .value = item, .presses = true};
    }
    return ground_goes_on(p) ? act(ACTION_FORWARD, 0) : nothing;
}

struct intent input_cancel(struct input *in)
{
    struct intent i = {.presses = in->is_down && in->item >= 0};
    *in = (struct input){.item = -1};
    return i;
}

struct intent input_wheel(const struct frame *f, const struct look *look, double notches)
{
    return f->scroll_most > 0 ? scroll((int)(-notches * look_px(look, 1.6))) : nothing;
}
