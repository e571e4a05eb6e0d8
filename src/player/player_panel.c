/* Panels over the screen, and the words of a text that lead into one. */
#include "player/player_internal.h"

bool panel_open(struct player *p, int value)
{
    if (value >= PANEL_VIEWERS && value < PANEL_WARNING) {
        return home_open(p, (enum panel)value);
    }
    if (value <= PANEL_NONE || value >= PANEL_OPEN_COUNT) {
        return false;
    }
    p->panel = p->panel == (enum panel)value ? PANEL_NONE : (enum panel)value;
    p->below = PANEL_NONE;
    p->term = -1;
    p->map_is_close = false;
    return true;
}

bool panel_close(struct player *p)
{
    if (p->panel != PANEL_NONE) {
        bool lies_over = p->panel == PANEL_GLOSSARY || (p->panel >= PANEL_VIEWERS && p->panel < PANEL_WARNING);
        p->panel = lies_over ? p->below : PANEL_NONE;
        p->below = PANEL_NONE;
        return true;
    }
    bool had_focus = p->focus >= 0;
    p->focus = -1;
    return had_focus;
}

bool panel_open_term(struct player *p, int entry)
{
    if (entry < -1 || entry >= p->story->glossary_count) {
        return false;
    }
    if (p->panel != PANEL_GLOSSARY) {
        p->below = p->panel;
    }
    p->panel = PANEL_GLOSSARY;
    p->term = entry;
    return true;
}

static int entry_of(const struct player *p, const struct span *span)
{
    int entry = span->kind == SPAN_TERM ? (int)map_find(&p->story->term_by_id, span->target, -1) : -1;
    bool is_told = entry >= 0 && (p->level == LEVEL_FULL || !p->story->glossary[entry].full_only);
    return is_told ? entry : -1;
}

void item_add_terms(struct player *p)
{
    int owner = p->item_count - 1;
    if (owner < 0 || p->item_count >= ITEMS_MOST) {
        return; /* what was added last is not listed */
    }
    int span_count = p->items[owner].span_count;
    for (int i = 0; i < span_count; i++) {
        const struct item text = p->items[owner]; /* adding may move the list */
        const struct span *span = &text.spans[i];
        int entry = entry_of(p, span);
        if (entry < 0) {
            continue;
        }
        struct str id = arena_printf(&p->items_arena, "%.*s.term.%d", STR_ARG(text.id), i + 1);
        struct str words = str_sub(text.name, span->from, span->to - span->from);
        struct item *link = item_add(p, ROLE_LINK, PART_TERM, id.s, words);
        link->lang = text.lang;
        link->action = ACTION_TERM;
        link->action_value = entry;
        link->level = i;
    }
}

static bool is_on_page(const struct player *p, const struct span *span)
{
    size_t from = player_page_start(p);
    bool is_last = p->page + 1 >= p->page_count;
    return span->to > from && (is_last || span->from < p->page_starts[p->page + 1]);
}

void terms_settle(struct player *p)
{
    const struct item *caption = NULL;
    for (int i = 0; i < p->item_count; i++) {
        struct item *item = &p->items[i];
        if (item->part != PART_TERM) {
            caption = item->part == PART_CAPTION ? item : NULL;
        } else if (caption) {
            bool can = p->page_count == 0 || is_on_page(p, &caption->spans[item->level]);
            item->action = can ? ACTION_TERM : ACTION_NONE;
            p->focus = !can && p->focus == i ? -1 : p->focus;
        }
    }
}
