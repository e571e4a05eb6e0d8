/* The chapters, as far as they were seen, and the roads not taken. Nothing here tells what lies ahead: of
 * what was not seen it names the chapters, and the choices that were offered. */
#include "player/items_panel.h"

/* --- chapters --- */

static struct str seen_words(const struct player *p, int chapter)
{
    static const char *const keys[] = {
        [PORTION_NONE] = "chapters.unseen",
        [PORTION_SOME] = "chapters.part",
        [PORTION_ALL] = "chapters.whole",
    };
    return player_word(p, keys[trail_chapter(p->trail, chapter, p->level)]);
}

/* A viewing may begin at any chapter, but only from the opening: elsewhere it would give up the present one
 * unasked. */
static bool add_beginning(struct player *p, int chapter)
{
    int scene = roads_chapter_start(p->story, chapter, p->level);
    if (p->screen != SCREEN_OPENING || scene < 0) {
        return false;
    }
    struct item *row = item_add(p, ROLE_BUTTON, PART_ROW, panel_id(p, "begin", chapter + 1).s,
                                panel_chapter(p, chapter));
    row->action = ACTION_BEGIN_AT;
    row->action_value = scene;
    row->value = seen_words(p, chapter);
    return true;
}

static void add_unseen(struct player *p, int chapter)
{
    if (add_beginning(p, chapter)) {
        return;
    }
    const struct string_value values[] = {{"chapter", panel_chapter(p, chapter)}, {"seen", seen_words(p, chapter)}};
    struct str line = strings_fill(p->strings, &p->items_arena, "chapters.line", values, 2);
    (void)item_add(p, ROLE_TEXT, PART_NOTE, panel_id(p, "chapter", chapter + 1).s, line);
}

static void add_seen(struct player *p, int chapter)
{
    (void)item_add(p, ROLE_HEADING, PART_LABEL, panel_id(p, "chapter", chapter + 1).s, panel_chapter(p, chapter));
    (void)item_add(p, ROLE_TEXT, PART_NOTE, panel_id(p, "chapter.seen", chapter + 1).s, seen_words(p, chapter));
}

static void add_scene(struct player *p, const struct visit *v, bool is_here)
{
    struct shown title = player_show(p, scene_title(&p->story->scenes[v->scene], v->level));
    struct item *row = item_add_shown(p, ROLE_BUTTON, PART_ROW, panel_id(p, "scene", v->steps + 1).s, title);
    row->action = ACTION_JUMP;
    row->action_value = v->steps;
    row->value = is_here ? player_word(p, "history.here") : row->value;
}

/* Seen in this sitting, but the road was given up: the way there is among the other roads. */
static void add_left_scene(struct player *p, int scene)
{
    const struct string_value value = {"scene",
                                       player_show(p, scene_title(&p->story->scenes[scene], p->level)).text};
    struct str line = strings_fill(p->strings, &p->items_arena, "chapters.left", &value, 1);
    item_add(p, ROLE_TEXT, PART_NOTE, panel_id(p, "left", scene + 1).s, line)->level = 1;
}

/* The scenes of this road that are of the chapter. Each stands once, where it was seen last. */
static void add_scenes(struct player *p, const struct viewing *v, int chapter)
{
    const struct visit *visits;
    int count = viewing_history(v, &p->items_arena, &visits);
    int *last = arena_new(&p->items_arena, int, (size_t)p->story->scene_count); /* 0: not on this road */
    for (int i = 0; i < count; i++) {
        last[visits[i].scene] = i + 1;
    }
    for (int i = 0; i < count; i++) {
        bool is_last = last[visits[i].scene] == i + 1;
        if (is_last && p->story->scenes[visits[i].scene].chapter == chapter) {
            add_scene(p, &visits[i], i == count - 1 && p->screen != SCREEN_OPENING);
        }
    }
    for (int i = 0; i < p->story->scene_count; i++) {
        if (!last[i] && p->story->scenes[i].chapter == chapter && trail_has_scene(p->trail, i)) {
            add_left_scene(p, i);
        }
    }
}

/* --- roads not taken --- */

static void add_road(struct player *p, const struct turn *turn, int n, int i)
{
    struct str id = arena_printf(&p->items_arena, "road.%d.%d", n, i + 1);
    struct item *row = item_add_shown(p, ROLE_BUTTON, PART_ROW, id.s, player_show(p, turn->others[i]->text));
    bool is_seen = trail_has_choice(p->trail, turn->scene, turn->others[i]);
    row->action = ACTION_ROAD;
    row->action_value = turn->steps;
    row->value = player_word(p, is_seen ? "roads.seen" : "roads.unseen");
}

static void add_turn(struct player *p, const struct turn *turn, int n)
{
    struct shown title = player_show(p, scene_title(&p->story->scenes[turn->scene], turn->level));
    const struct string_value scene = {"scene", title.text};
    const struct string_value words = {"words", player_show(p, turn->made->text).text};
    struct str at = strings_fill(p->strings, &p->items_arena, "roads.at", &scene, 1);
    struct str taken = strings_fill(p->strings, &p->items_arena, "history.chosen", &words, 1);
    (void)item_add(p, ROLE_HEADING, PART_LABEL, panel_id(p, "turn", n).s, at);
    (void)item_add(p, ROLE_TEXT, PART_NOTE, panel_id(p, "turn.taken", n).s, taken);
    for (int i = 0; i < turn->other_count; i++) {
        add_road(p, turn, n, i);
    }
}

/* The latest turn first: it is the one that a person comes from. */
static void add_roads(struct player *p, const struct viewing *v)
{
    const struct turn *turns;
    int count = roads_turns(v, &p->items_arena, &turns);
    bool any = false;
    for (int i = count - 1; i >= 0; i--) {
        if (turns[i].other_count && !any) {
            any = true;
            (void)item_add(p, ROLE_HEADING, PART_SECTION, "roads", player_word(p, "roads.title"));
            (void)item_add(p, ROLE_TEXT, PART_BODY, "roads.hint", player_word(p, "roads.hint"));
        }
        if (turns[i].other_count) {
            add_turn(p, &turns[i], i + 1);
        }
    }
}

static void add_chapters(struct player *p, const struct viewing *v)
{
    for (int i = 0; i < p->story->chapter_count; i++) {
        if (v && trail_chapter(p->trail, i, p->level) != PORTION_NONE) {
            add_seen(p, i);
            add_scenes(p, v, i);
        } else {
            add_unseen(p, i);
        }
    }
}

/* What the opening tells of the road: the kept one, if there is one. NULL: nothing has been read. */
static const struct viewing *told_viewing(const struct player *p, struct viewing **made_out)
{
    int caption;
    if (p->screen != SCREEN_OPENING || !p->has_place || p->viewing) {
        return p->screen != SCREEN_OPENING || p->has_place ? p->viewing : NULL;
    }
    (void)viewing_from_text(p->story, strbuf_str(&p->bookmark), made_out, &caption, NULL);
    return *made_out;
}

/* After an ending the other roads are what one looks for. */
void items_make_chapters(struct player *p)
{
    struct viewing *made = NULL;
    const struct viewing *v = told_viewing(p, &made);
    if (made) {
        viewing_set_level(made, p->level);
        trail_note(p->trail, made);
    }
    panel_add_title(p, "chapters.title");
    if (v && p->screen == SCREEN_ENDING) {
        add_roads(p, v);
        (void)item_add(p, ROLE_HEADING, PART_SECTION, "chapters", player_word(p, "bar.chapters"));
    }
    (void)item_add(p, ROLE_TEXT, PART_BODY, "chapters.hint", player_word(p, v ? "history.hint" : "chapters.hint"));
    add_chapters(p, v);
    if (v && p->screen != SCREEN_ENDING) {
        add_roads(p, v);
    }
    viewing_destroy(made);
    panel_add_close(p);
}
