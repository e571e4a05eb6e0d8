/* The story's words: one, where it was pressed in a text, or all. */
#include "player/items_panel.h"

static void add_entry(struct player *p, int i, bool names_it)
{
    const struct glossary_entry *e = &p->story->glossary[i];
    if (names_it) {
        (void)item_add_shown(p, ROLE_HEADING, PART_LABEL, panel_id(p, "term", i + 1).s, player_show(p, e->term));
    }
    (void)item_add_shown(p, ROLE_TEXT, PART_BODY, panel_id(p, "term.text", i + 1).s, player_show(p, e->text));
    item_add_terms(p);
    panel_add_cites(p, arena_printf(&p->items_arena, "term.%d.source", i + 1).s, e->cites, 1);
}

/* At another level the entry may not be told: then it is the list. */
static bool shows_one(const struct player *p)
{
    return p->term >= 0 && panel_tells(p, p->story->glossary[p->term].full_only);
}

static void make_all(struct player *p)
{
    bool any = false;
    panel_add_title(p, "glossary.title");
    for (int i = 0; i < p->story->glossary_count; i++) {
        if (panel_tells(p, p->story->glossary[i].full_only)) {
            any = true;
            add_entry(p, i, true);
        }
    }
    if (!any) {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "glossary.none", player_word(p, "glossary.none"));
    }
}

void items_make_glossary(struct player *p)
{
    if (shows_one(p)) {
        struct shown term = player_show(p, p->story->glossary[p->term].term);
        (void)item_add_shown(p, ROLE_HEADING, PART_TITLE, "panel.title", term);
        add_entry(p, p->term, false);
        (void)item_add_button(p, PART_OPTION, "glossary.all", "glossary.all", ACTION_TERM, -1);
    } else {
        make_all(p);
    }
    panel_add_close(p);
}
