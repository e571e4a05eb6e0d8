#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "player/kiosk_internal.h"

const char *screen_name(enum screen s)
{
    static const char *const names[] = {"opening", "notice", "chapter", "scene", "choices", "because", "ending"};
    static_assert(COUNT(names) == SCREEN_COUNT, "names");
    return names[s];
}

const char *panel_name(enum panel p)
{
    static const char *const names[] = {"none",     "sources", "history", "glossary", "timeline", "chapters",
                                        "map",  "picture", "settings", "about",    "help",     "pause",    "more",
                                        "viewers", "name", "forget-viewer", "share", "forget-all", "warning", "again", "pin", "service", "clean", "touch", "closed"};
    static_assert(COUNT(names) == PANEL_COUNT, "names");
    return names[p];
}

/* As its options say. */
static bool begin(struct player *p)
{
    const struct player_options *o = &p->options;
    p->story = o->story;
    p->trail = trail_create(o->story);
    p->level = o->level;
    p->settings = o->settings;
    settings_settle(p);
    p->focus = p->term = -1;
    p->came_from = -1;
    p->picture = o->story->cover;
    p->has_place = p->bookmark.n > 0;
    p->since_ms = -1;
    if (!language_set(p, o->language)) {
        return false;
    }
    language_settle_second(p);
    if (o->start >= 0) {
        p->settled = true;
        (void)flow_begin(p, o->start);
        flow_stand(p, 0);
    }
    items_make(p);
    pace_settle(p);
    return true;
}

/* All but what is in hand. */
static void finish(struct player *p)
{
    viewing_destroy(p->viewing);
    trail_destroy(p->trail);
    strbuf_finish(&p->bookmark);
    strbuf_finish(&p->focus_below);
    strbuf_finish(&p->focus_link);
    strbuf_finish(&p->viewer);
    strbuf_finish(&p->typed);
    strbuf_finish(&p->composing);
    arena_finish(&p->keeping_arena);
    arena_finish(&p->message_arena);
    arena_finish(&p->items_arena);
    free(p->page_starts);
    free(p->items);
}

struct player *player_create(const struct player_options *o, struct error *err)
{
    struct player *p = memory_zeroed(sizeof *p);
    p->options = *o;
    strbuf_add(&p->bookmark, o->bookmark);
    strbuf_add(&p->viewer, o->viewer);
    p->options.bookmark = p->options.viewer = (struct str){0};
    if (!begin(p)) {
        (void)error_set(err, "the program's words cannot be read: reinstall the program");
        player_destroy(p);
        return NULL;
    }
    return p;
}

void player_destroy(struct player *p)
{
    if (p) {
        finish(p);
        arena_finish(&p->hints_arena);
        free(p);
    }
}

/* The language was loaded before, so that it can be again. */
void player_reset(struct player *p)
{
    struct player fresh = {
        .options = p->options,
        .kiosk = p->kiosk,
        .hints = p->hints,
        .hints_arena = p->hints_arena,
        .effects = p->effects & EFFECT_QUIT,
    };
    finish(p);
    *p = fresh;
    bool begun = begin(p);
    assert(begun);
    (void)begun;
}

/* Each item is tried once; a list without anything to press leaves the focus where it is. */
static bool move_focus(struct player *p, int direction)
{
    int at = p->focus;
    if (at < 0) {
        at = direction > 0 ? -1 : p->item_count;
    }
    for (int i = 0; i < p->item_count; i++) {
        at = (at + direction + p->item_count) % p->item_count;
        if (item_can_focus(&p->items[at])) {
            p->focus = at;
            return true;
        }
    }
    return false;
}

static bool set_focus(struct player *p, int index)
{
    if (index < 0 || index >= p->item_count || !item_can_focus(&p->items[index])) {
        return false;
    }
    p->focus = index;
    return true;
}


static bool change_map(struct player *p)
{
    if (p->panel != PANEL_MAP || !p->map_can_close) {
        return false;
    }
    p->map_is_close = !p->map_is_close;
    return true;
}

static bool delete_place(struct player *p)
{
    strbuf_clear(&p->bookmark);
    p->has_place = false;
    trail_forget(p->trail);
    p->effects = (p->effects & ~(unsigned)EFFECT_KEEP) | EFFECT_FORGET;
    message_set(p, player_word(p, "place.deleted"));
    return true;
}

/* Actions of the story itself do nothing while a panel lies over it. */
static bool act_on_story(struct player *p, enum action action, int value)
{
    if (p->panel != PANEL_NONE) {
        return false;
    }
    switch ((int)action) {
    case ACTION_FORWARD:
        return flow_forward(p);
    case ACTION_CHOOSE:
        return flow_choose(p, value);
    case ACTION_SKIP:
        return flow_skip(p);
    case ACTION_BEGIN:
        return flow_begin(p, -1);
    case ACTION_CONTINUE:
        return p->has_place && flow_continue(p);
    default:
        return false;
    }
}

static bool do_action(struct player *p, enum action action, int value);

static bool press(struct player *p, int index)
{
    if (index < 0 || index >= p->item_count) {
        return false;
    }
    return do_action(p, p->items[index].action, p->items[index].action_value);
}

static bool do_action(struct player *p, enum action action, int value)
{
    bool changed;
    if (p->kiosk && !p->is_by_itself && kiosk_takes(p->kiosk, action, value, &changed)) {
        return changed;
    }
    switch (action) {
    case ACTION_NONE:
    case ACTION_KIOSK:
    case ACTION_FIELD:
    case ACTION_SPEECH_PAUSE:
    case ACTION_REPEAT:
    case ACTION_SPEECH_NEXT:
    case ACTION_SPEECH_PREVIOUS:
    case ACTION_HUSH:
        return false;
    case ACTION_BACK:
        return p->panel == PANEL_NONE ? flow_back(p) : panel_close(p);
    case ACTION_FORWARD:
    case ACTION_CHOOSE:
    case ACTION_SKIP:
    case ACTION_BEGIN:
    case ACTION_CONTINUE:
        return act_on_story(p, action, value);
    case ACTION_FOCUS_NEXT:
        return move_focus(p, 1);
    case ACTION_FOCUS_PREVIOUS:
        return move_focus(p, -1);
    case ACTION_FOCUS:
        return set_focus(p, value);
    case ACTION_ACTIVATE:
        return p->focus >= 0 ? press(p, p->focus) : act_on_story(p, ACTION_FORWARD, 0);
    case ACTION_PRESS:
        return press(p, value);
    case ACTION_CLOSE:
        return panel_close(p);
    case ACTION_PANEL:
        return panel_open(p, value);
    case ACTION_MAP_CLOSER:
        return change_map(p);
    case ACTION_HOME:
        p->panel = PANEL_NONE;
        return flow_home(p);
    case ACTION_JUMP:
        return flow_jump(p, value, false);
    case ACTION_ROAD:
        return flow_jump(p, value, true);
    case ACTION_BEGIN_AT:
        return flow_begin_at(p, value);
    case ACTION_TERM:
        return panel_open_term(p, value);
    case ACTION_SPACE_EACH:
        p->spaces_each = !p->spaces_each;
        return true;
    case ACTION_LEVEL:
    case ACTION_LANGUAGE:
    case ACTION_SECOND_LANGUAGE:
    case ACTION_TEXT_SIZE:
    case ACTION_PREFER:
    case ACTION_SPACING:
    case ACTION_STILL:
    case ACTION_REACH:
    case ACTION_SOUND:
    case ACTION_SPEECH:
    case ACTION_SPEECH_RATE:
    case ACTION_FULL_SCREEN:
        return settings_change(p, action, value);
    case ACTION_SCREENSHOT:
        p->effects |= EFFECT_SCREENSHOT;
        return false;
    case ACTION_DELETE_PLACE:
        return delete_place(p);
    case ACTION_VIEWER:
    case ACTION_TYPE:
    case ACTION_LETTER:
    case ACTION_ERASE:
    case ACTION_NAME:
    case ACTION_FORGET_VIEWER:
    case ACTION_FORGET_ALL:
    case ACTION_SHARE:
    case ACTION_UNSHARE:
        return home_act(p, action, value);
    case ACTION_QUIT:
        p->effects |= EFFECT_QUIT;
        return false;
    }
    return false;
}

/* The focus stays on the thing it was on, by its id, where that is still there. */
static void refocus(struct player *p, struct str id)
{
    p->focus = -1;
    for (int i = 0; i < p->item_count && id.n; i++) {
        if (str_eq(p->items[i].id, id) && item_can_focus(&p->items[i])) {
            p->focus = i;
            return;
        }
    }
}

/* `moved_on`: to something else altogether, where nothing has focus at first. */
static void remake_items(struct player *p, bool moved_on)
{
    struct arena scratch = {0};
    struct str focused = {0};
    if (p->focus >= 0 && !moved_on) {
        focused = arena_str(&scratch, p->items[p->focus].id);
    }
    p->is_held = p->is_held && !moved_on;
    p->has_waited = p->has_waited && !moved_on;
    items_make(p);
    refocus(p, focused);
    pace_settle(p);
    arena_finish(&scratch);
}

static void keep_focus(struct strbuf *kept, struct str focused)
{
    strbuf_clear(kept);
    strbuf_add(kept, focused);
}

void player_remake(struct player *p)
{
    enum panel before = p->made_panel;
    remake_items(p, p->panel != before);
    if (p->panel == PANEL_NONE && before != PANEL_NONE) {
        refocus(p, strbuf_str(&p->focus_below));
    }
}

/* On the list that is still the one before: what opens the panel that lies over it now. */
static struct str opener(const struct player *p)
{
    for (int i = 0; i < p->item_count; i++) {
        if (p->items[i].action == ACTION_PANEL && p->items[i].action_value == (int)p->panel) {
            return p->items[i].id;
        }
    }
    return (struct str){0};
}

/* What had the focus when a panel was opened over it has it again when that is closed. */
static void remake_over_panel(struct player *p, enum panel before, struct str focused)
{
    if (before == PANEL_NONE) {
        keep_focus(&p->focus_below, focused);
    } else if (p->below == before) {
        struct str id = opener(p);
        keep_focus(&p->focus_link, id.n ? id : focused);
    }
    remake_items(p, true);
    if (p->panel == PANEL_NONE) {
        refocus(p, strbuf_str(&p->focus_below));
    } else if (player_types(p)) {
        refocus(p, STR("name.field"));
    } else if (before == PANEL_GLOSSARY || (before >= PANEL_VIEWERS && before < PANEL_WARNING)) {
        refocus(p, strbuf_str(&p->focus_link));
    }
}

/* What goes on by itself waits until the same key; where nothing does, the key is the voice's alone. */
static bool hold(struct player *p)
{
    if (pace_goes(p)) {
        p->is_held = !p->is_held;
        remake_items(p, false);
    }
    return pace_goes(p);
}

/* The voice's alone: what is shown stays, a message too. */
static bool is_of_voice(enum action a)
{
    return a == ACTION_HUSH || a == ACTION_REPEAT || a == ACTION_SPEECH_NEXT || a == ACTION_SPEECH_PREVIOUS;
}

bool player_act(struct player *p, enum action action, int value, int64_t now_ms)
{
    player_stir(p, now_ms);
    if (is_of_voice(action) && !player_takes_any(p)) {
        return false;
    }
    if (action == ACTION_SPEECH_PAUSE && !player_takes_any(p)) {
        return hold(p);
    }
    enum screen screen = p->screen;
    enum panel panel = p->panel;
    int caption = p->caption;
    bool had_message = p->message.n > 0;
    p->message = (struct str){0};
    struct arena scratch = {0};
    struct str focused = p->focus >= 0 ? arena_str(&scratch, p->items[p->focus].id) : (struct str){0};
    bool changed = do_action(p, action, value);
    bool elsewhere = p->screen != screen || (p->screen == SCREEN_SCENE && p->caption != caption);
    if (changed && p->viewing && !p->is_attract) {
        trail_note(p->trail, p->viewing);
    }
    if (p->panel != panel && !elsewhere) {
        remake_over_panel(p, panel, focused);
    } else if (changed || had_message) {
        remake_items(p, elsewhere || p->panel != panel);
    }
    arena_finish(&scratch);
    return changed || had_message;
}

unsigned player_take_effects(struct player *p)
{
    unsigned effects = p->effects;
    p->effects = 0;
    return effects;
}

/* The page that holds the place, or, where it came from another language, begins nearest to it. */
static bool is_better_page(const struct player *p, size_t start, size_t best)
{
    if (!p->page_is_near || p->page_at == PAGE_LAST) {
        return start <= p->page_at;
    }
    size_t far = start > p->page_at ? start - p->page_at : p->page_at - start;
    size_t near = best > p->page_at ? best - p->page_at : p->page_at - best;
    return far < near;
}

bool player_set_pages(struct player *p, const size_t *starts, int count)
{
    int before = p->page;
    bool is_same = count == p->page_count;
    if (count > p->page_capacity) {
        p->page_capacity = count;
        p->page_starts = memory_resize(p->page_starts, (size_t)count * sizeof *p->page_starts);
    }
    p->page = 0;
    for (int i = 0; i < count; i++) {
        is_same = is_same && p->page_starts[i] == starts[i];
        p->page_starts[i] = starts[i];
        if (is_better_page(p, starts[i], starts[p->page])) {
            p->page = i;
        }
    }
    p->page_count = count;
    if (p->page_at == PAGE_LAST && count > 0) {
        p->page_at = starts[p->page];
    }
    terms_settle(p);
    if (!is_same || p->page != before) {
        pace_settle(p);
    }
    return p->page != before;
}

void message_set(struct player *p, struct str message)
{
    struct arena fresh = {0};
    p->message = arena_str(&fresh, message);
    arena_finish(&p->message_arena);
    p->message_arena = fresh;
}

void player_say(struct player *p, struct str message)
{
    message_set(p, message);
    remake_items(p, false);
}

void player_set_hints(struct player *p, const struct hints *hints)
{
    struct arena fresh = {0};
    p->hints.device = hints->device;
    for (int i = 0; i < DEED_COUNT; i++) {
        p->hints.is_set[i] = hints->is_set[i];
        p->hints.sign[i] = arena_str(&fresh, hints->sign[i]);
        p->hints.words[i] = arena_str(&fresh, hints->words[i]);
    }
    arena_finish(&p->hints_arena);
    p->hints_arena = fresh;
    remake_items(p, false);
}

const struct hints *player_hints(const struct player *p)
{
    return &p->hints;
}

void player_set_place_lost(struct player *p, bool is_lost)
{
    if (p->place_is_lost != is_lost) {
        p->place_is_lost = is_lost;
        remake_items(p, false);
    }
}

/* On a card the scene has not been read yet: the place is its first caption. */
struct str player_bookmark(const struct player *p, struct arena *a)
{
    if (!p->viewing || !p->settled) {
        return arena_str(a, strbuf_str(&p->bookmark));
    }
    return viewing_to_text(p->viewing, p->caption, a);
}
