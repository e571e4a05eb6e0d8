/* Long panels are told in steps, as they are gone through: a row, a word with its meaning, a claim with what
 * it rests on. */
#include "base/num.h"
#include "player/narrator_internal.h"

static const struct item *list(const struct narrator *n, int *count_out)
{
    return player_items(n->player, count_out);
}

/* The title is told at once; a message when it comes; the way out with the title; what stands at the foot of all
 * panels at the first. */
static bool is_in_steps(const struct item *item)
{
    return item->part != PART_TITLE && item->part != PART_CLOSE && item->part != PART_MESSAGE &&
           item->part != PART_BAR;
}

/* A label leads what stands under it; what is set in belongs to what it is set in from. */
static bool begins(const struct item *items, int i)
{
    const struct item *item = &items[i];
    if (!is_in_steps(item) || i == 0 || !is_in_steps(&items[i - 1])) {
        return is_in_steps(item);
    }
    if (item->part == PART_OPTION || item->part == PART_KEY || item->part == PART_MAP_LABEL || item->part == PART_TERM) {
        return false;
    }
    return item->part == PART_ROW || (item->level == 0 && items[i - 1].part != PART_LABEL);
}

static int end_of(const struct item *items, int count, int i)
{
    do {
        i++;
    } while (i < count && is_in_steps(&items[i]) && !begins(items, i));
    return i;
}

static int begin_of(const struct item *items, int i)
{
    while (i > 0 && !begins(items, i)) {
        i--;
    }
    return i;
}

/* Of the steps that begin before `to`. */
static int steps_before(const struct item *items, int to)
{
    int steps = 0;
    for (int i = 0; i < to; i++) {
        steps += begins(items, i);
    }
    return steps;
}

bool steps_hold(const struct narrator *n)
{
    int count;
    const struct item *items = list(n, &count);
    enum panel panel = player_panel(n->player);
    bool is_short = panel == PANEL_PAUSE || panel == PANEL_PICTURE || panel == PANEL_MORE || panel == PANEL_WARNING ||
                    panel == PANEL_AGAIN || (panel >= PANEL_VIEWERS && panel < PANEL_WARNING && panel != PANEL_NAME);
    bool is_long = panel != PANEL_NONE && !is_short;
    return is_long && steps_before(items, count) > 1;
}

bool steps_begin(struct narrator *n)
{
    bool is_other = player_panel(n->player) != n->panel || !str_eq(player_language(n->player), n->language);
    if (!steps_hold(n) || !is_other) {
        return false;
    }
    int count;
    const struct item *items = list(n, &count);
    for (int i = 0; i < count; i++) {
        if (items[i].part == PART_TITLE) {
            tell_item(n, items, count, i);
        }
    }
    tell_words(n, strings_plural(player_strings(n->player), &n->now.arena, "speech.steps", steps_before(items, count)));
    tell_stretch(n);
    for (int i = 0; i < count; i++) {
        if (items[i].part == PART_CLOSE && !has_seen(&n->once, name_hash(&items[i]))) {
            tell_item(n, items, count, i);
            see(&n->once, name_hash(&items[i]));
        }
    }
    tell_prompt(n);
    n->step = (struct panel_step){0};
    return true;
}

/* The list may have changed since: the step is found by its first words, else by its place. */
static int find_step(const struct narrator *n, const struct item *items, int count)
{
    if (n->step.to == 0) {
        return -1;
    }
    for (int i = 0; i < count; i++) {
        if (begins(items, i) && name_hash(&items[i]) == n->step.hash) {
            return i;
        }
    }
    return n->step.from < count ? begin_of(items, n->step.from) : count - 1;
}

static int neighbour(const struct item *items, int count, int from, int direction)
{
    for (int i = from + direction; i >= 0 && i < count; i += direction) {
        if (begins(items, i)) {
            return i;
        }
    }
    return -1;
}

static void stand_at(struct narrator *n, const struct item *items, int count, int at)
{
    n->step = (struct panel_step){at, end_of(items, count, at), name_hash(&items[at])};
}

static void tell_step(struct narrator *n, const struct item *items, int count)
{
    for (int i = n->step.from; i < n->step.to; i++) {
        if (items[i].part != PART_TERM) { /* it stands in the text before it */
            tell_item(n, items, count, i);
        }
    }
    tell_position(n, steps_before(items, n->step.from) + 1, steps_before(items, count));
}

void steps_go(struct narrator *n, int direction)
{
    int count;
    const struct item *items = list(n, &count);
    int from = find_step(n, items, count);
    int to = neighbour(items, count, from, direction);
    if (to >= 0) {
        stand_at(n, items, count, to);
        tell_step(n, items, count);
    } else if (direction < 0) {
        n->panel = PANEL_NONE; /* before the first stands the title */
        (void)steps_begin(n);
    } else {
        n->step = (struct panel_step){count, count, 0};
        tell_key(n, "speech.steps.end");
        tell_way_out(n);
    }
}

/* What stands around it in its step and takes no focus itself is told with it: a label, the choice made
 * there. Within one step only what lies between. */
void steps_focus(struct narrator *n, int focus)
{
    int count;
    const struct item *items = list(n, &count);
    if (!is_in_steps(&items[focus])) {
        tell_focus(n, items, count, focus);
        return;
    }
    int began = begin_of(items, focus);
    bool is_same = n->step.to > 0 && n->step.from == began;
    stand_at(n, items, count, began);
    for (int i = began; i < focus; i++) {
        if (item_can_focus(&items[i])) {
            began = is_same ? i + 1 : began;
        }
    }
    for (int i = began; i < focus; i++) {
        if (!item_can_focus(&items[i])) {
            tell_item(n, items, count, i);
        }
    }
    tell_focus(n, items, count, focus);
    for (int i = focus + 1; i < n->step.to && !item_can_focus(&items[i]); i++) {
        tell_item(n, items, count, i);
    }
}
