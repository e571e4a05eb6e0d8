/* What happened when, and where the present scene stands in it. */
#include "player/items_panel.h"
#include "viewing/when.h"

static struct str date(struct player *p, struct str written)
{
    return strings_date(p->strings, &p->items_arena, written);
}

/* Years group the rows: "2014", "1994–1998". */
static void add_years(struct player *p, const struct moment *m)
{
    struct str id = arena_printf(&p->items_arena, "years.%d.%d", m->years.from, m->years.to);
    struct str written = m->years.from == m->years.to
                             ? arena_printf(&p->items_arena, "%04d", m->years.from)
                             : arena_printf(&p->items_arena, "%04d/%04d", m->years.from, m->years.to);
    (void)item_add(p, ROLE_HEADING, PART_YEAR, id.s, date(p, written));
}

static void add_row(struct player *p, const struct moment *m)
{
    const struct timeline_row *row = &p->story->timeline[m->row];
    struct str id = panel_id(p, "when", m->row + 1);
    if (m->names_its_date) {
        (void)item_add(p, ROLE_TEXT, PART_MOMENT, id.s, date(p, row->date));
    }
    struct str what = panel_id(p, "what", m->row + 1);
    (void)item_add_shown(p, ROLE_TEXT, PART_EVENT, what.s, player_show(p, row->text));
    panel_add_cites(p, arena_printf(&p->items_arena, "%s.source", id.s).s, row->cites, 0);
}

static void add_here(struct player *p, const struct moment *m)
{
    struct str id = arena_printf(&p->items_arena, "here.%d.%d", m->years.from, m->years.to);
    const struct string_value values[] = {
        {"scene", player_show(p, scene_title(viewing_scene(p->viewing), p->level)).text},
        {"date", date(p, m->date)},
    };
    struct str line = strings_fill(p->strings, &p->items_arena, "timeline.here", values, COUNT(values));
    (void)item_add(p, ROLE_TEXT, PART_HERE, id.s, line);
}

void items_make_timeline(struct player *p)
{
    const struct moment *moments;
    const struct viewing *present = p->screen == SCREEN_OPENING ? NULL : p->viewing;
    int count = when_timeline(p->story, present, p->level, &p->items_arena, &moments);
    panel_add_title(p, "timeline.title");
    for (int i = 0; i < count; i++) {
        if (moments[i].opens && moments[i].years.from) {
            add_years(p, &moments[i]);
        }
        if (moments[i].row < 0) {
            add_here(p, &moments[i]);
        } else {
            add_row(p, &moments[i]);
        }
    }
    if (count == 0) {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "timeline.none", player_word(p, "timeline.none"));
    }
    panel_add_close(p);
}
