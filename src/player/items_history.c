/* All that was read, the latest first, to go back to. */
#include "player/items_panel.h"

static void add_chapter(struct player *p, int n, int chapter)
{
    (void)item_add(p, ROLE_HEADING, PART_LABEL, panel_id(p, "visit.chapter", n).s, panel_chapter(p, chapter));
}

static void add_visit(struct player *p, int n, const struct visit *v, bool is_here)
{
    const struct scene *scene = &p->story->scenes[v->scene];
    struct shown title = player_show(p, scene_title(scene, v->level));
    struct item *row = item_add_shown(p, ROLE_BUTTON, PART_ROW, panel_id(p, "visit", n).s, title);
    row->action = ACTION_JUMP;
    row->action_value = v->steps;
    row->value = is_here ? player_word(p, "history.here") : row->value;
    if (v->choice) {
        struct str words = player_show(p, v->choice->text).text;
        const struct string_value value = {"words", words};
        struct str line = strings_fill(p->strings, &p->items_arena, "history.chosen", &value, 1);
        item_add(p, ROLE_TEXT, PART_NOTE, panel_id(p, "visit.choice", n).s, line)->level = 1;
    }
}

static void add_visits(struct player *p)
{
    const struct visit *visits;
    int count = viewing_history(p->viewing, &p->items_arena, &visits);
    int chapter = -1;
    (void)item_add(p, ROLE_TEXT, PART_BODY, "history.hint", player_word(p, "history.hint"));
    for (int i = count - 1; i >= 0; i--) {
        int of = p->story->scenes[visits[i].scene].chapter;
        if (of != chapter) {
            add_chapter(p, i + 1, of);
            chapter = of;
        }
        add_visit(p, i + 1, &visits[i], i == count - 1);
    }
}

void items_make_history(struct player *p)
{
    panel_add_title(p, "history.title");
    if (p->viewing && p->screen != SCREEN_OPENING) {
        add_visits(p);
    } else {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "history.none", player_word(p, "history.none"));
    }
    panel_add_close(p);
}
