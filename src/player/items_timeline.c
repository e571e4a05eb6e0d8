/* What happened when. */
#include "player/items_panel.h"

static void add_row(struct player *p, int n, const struct timeline_row *row)
{
    struct str id = panel_id(p, "when", n);
    (void)item_add(p, ROLE_HEADING, PART_LABEL, id.s, strings_date(p->strings, &p->items_arena, row->date));
    (void)item_add_shown(p, ROLE_TEXT, PART_BODY, panel_id(p, "what", n).s, player_show(p, row->text));
    panel_add_cites(p, arena_printf(&p->items_arena, "%s.source", id.s).s, row->cites, 1);
}

void items_make_timeline(struct player *p)
{
    bool any = false;
    panel_add_title(p, "timeline.title");
    for (int i = 0; i < p->story->timeline_count; i++) {
        if (panel_tells(p, p->story->timeline[i].full_only)) {
            any = true;
            add_row(p, i + 1, &p->story->timeline[i]);
        }
    }
    if (!any) {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "timeline.none", player_word(p, "timeline.none"));
    }
    panel_add_close(p);
}
