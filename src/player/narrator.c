#include "player/narrator.h"

#include <assert.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/num.h"
#include "player/narrator_internal.h"

const char *why_name(enum why w)
{
    static const char *const names[] = {"switch", "message", "setting", "screen",
                                        "caption", "focus",   "step",    "hint",   "repeat"};
    static_assert(COUNT(names) == WHY_COUNT, "names");
    return names[w];
}

struct narrator *narrator_create(const struct player *p)
{
    struct narrator *n = memory_zeroed(sizeof *n);
    n->player = p;
    n->settings = *player_settings(p);
    n->level = player_level(p);
    n->scene = -1;
    n->rest = ASIDE_NONE;
    return n;
}

void narrator_destroy(struct narrator *n)
{
    if (n) {
        telling_finish(&n->now);
        telling_finish(&n->last);
        telling_finish(&n->aside);
        strbuf_finish(&n->typed);
        free(n->on_screen.hashes);
        free(n->on_panel.hashes);
        free(n->once.hashes);
        free(n);
    }
}

/* --- what was told already --- */

static bool is_elsewhere(const struct narrator *n)
{
    const struct player *p = n->player;
    return player_screen(p) != n->screen || player_panel(p) != n->panel || scene_index(p) != n->scene ||
           steps_made(p) != n->steps;
}

static enum why why_list(const struct narrator *n)
{
    int total;
    if (is_elsewhere(n)) {
        return WHY_SCREEN;
    }
    bool moved = player_caption(n->player, &total) != n->caption || player_page(n->player) != n->page;
    return moved ? WHY_CAPTION : WHY_SETTING;
}

/* --- the order --- */

enum rank { RANK_CHAPTER, RANK_TITLE, RANK_PICTURE, RANK_BODY, RANK_POSITION, RANK_TERMS, RANK_CONTROLS, RANK_COUNT };

static enum rank rank_of(const struct item *item)
{
    if (is_told_once(item)) {
        return RANK_CONTROLS;
    }
    switch ((int)item->part) {
    case PART_OVERLINE:
        return RANK_CHAPTER;
    case PART_TITLE:
    case PART_SUBTITLE:
        return RANK_TITLE;
    case PART_PICTURE:
    case PART_MAP:
        return RANK_PICTURE;
    case PART_DOTS:
        return RANK_POSITION;
    default:
        return RANK_BODY;
    }
}

static void tell_chapter_number(struct narrator *n)
{
    const struct story *story = player_story(n->player);
    char digits[2][32];
    int chapter = viewing_scene(player_viewing(n->player))->chapter;
    const struct string_value values[] = {
        {"n", {digits[0], num_write(chapter + 1, digits[0])}},
        {"of", {digits[1], num_write(story->chapter_count, digits[1])}},
    };
    tell_filled(n, "chapter.number", values, 2);
}

static bool is_new(const struct narrator *n, const struct seen *told, const struct item *item)
{
    bool on_screen = player_panel(n->player) == PANEL_NONE;
    if (item->part == PART_SECOND) {
        return false; /* the voice has one language */
    }
    if (is_told_once(item)) {
        return !has_seen(&n->once, name_hash(item));
    }
    if (on_screen && (is_chapter(item) || is_picture(item))) {
        return identity(n, item) != (is_chapter(item) ? n->chapter : n->picture);
    }
    return !has_seen(told, identity(n, item));
}

static void tell_ranked(struct narrator *n, const struct item *items, int count, int i, enum rank rank)
{
    const struct item *item = &items[i];
    if (rank == RANK_TERMS) {
        if (item->part == PART_CAPTION) {
            tell_stretch(n);
            tell_terms(n, items, count, i);
        }
        return;
    }
    if (rank_of(item) != rank || item->part == PART_MESSAGE || item->part == PART_TERM) {
        return;
    }
    tell_stretch(n);
    if (item->part == PART_OVERLINE && is_chapter(item)) {
        tell_chapter_number(n);
    }
    tell_item(n, items, count, i);
    if (is_told_once(item)) {
        see(&n->once, name_hash(item));
    }
}

/* A setting is told as it changes; where the list holds the same words, once is enough. */
static bool was_just_told(const struct narrator *n, const struct item *item)
{
    for (int i = 0; i < n->now.count; i++) {
        if (str_eq(n->now.parts[i].text, item->name)) {
            return true;
        }
    }
    return false;
}

/* All that is new on the list, in order. Returns whether anything but controls was. */
static bool tell_new(struct narrator *n, const struct seen *told)
{
    int count;
    const struct item *items = player_items(n->player, &count);
    bool *news = memory_zeroed((size_t)count);
    bool any = false;
    bool elsewhere = is_elsewhere(n);
    for (int i = 0; i < count; i++) {
        news[i] = is_new(n, told, &items[i]) && (elsewhere || !was_just_told(n, &items[i]));
        bool adds = items[i].part != PART_MESSAGE && items[i].part != PART_TERM;
        any = any || (news[i] && adds && !is_told_once(&items[i]));
    }
    for (enum rank rank = 0; rank < RANK_COUNT; rank++) {
        for (int i = 0; i < count; i++) {
            if (news[i]) {
                tell_ranked(n, items, count, i, rank);
            }
        }
    }
    free(news);
    return any;
}

/* What can be set is known, and what is heard goes on. */
static bool is_worth_repeating(const struct item *item)
{
    enum part part = item->part;
    return part != PART_MESSAGE && part != PART_TERM && part != PART_SECOND && part != PART_LABEL &&
           part != PART_OPTION && part != PART_SOUND;
}

/* Back from a panel: where one stands, without the picture and the chapter. */
static void tell_again(struct narrator *n)
{
    static const enum rank ranks[] = {RANK_TITLE, RANK_BODY, RANK_POSITION};
    int count;
    const struct item *items = player_items(n->player, &count);
    for (size_t r = 0; r < COUNT(ranks); r++) {
        for (int i = 0; i < count; i++) {
            if (rank_of(&items[i]) == ranks[r] && is_worth_repeating(&items[i])) {
                tell_stretch(n);
                tell_item(n, items, count, i);
            }
        }
    }
}

/* What an open panel that is told in steps holds now and did not before. */
static void tell_changed_rows(struct narrator *n)
{
    int count;
    const struct item *items = player_items(n->player, &count);
    for (int i = 0; i < count; i++) {
        bool tells = items[i].part != PART_MESSAGE && items[i].part != PART_TERM && !is_told_once(&items[i]);
        if (tells && is_new(n, &n->on_panel, &items[i]) && !was_just_told(n, &items[i])) {
            tell_item(n, items, count, i);
        }
    }
}

/* --- what changed --- */

static void tell_message(struct narrator *n, const struct seen *told)
{
    int count;
    const struct item *items = player_items(n->player, &count);
    for (int i = 0; i < count; i++) {
        if (items[i].part == PART_MESSAGE && is_new(n, told, &items[i])) {
            tell_stretch(n);
            tell_item(n, items, count, i);
        }
    }
}

static bool has_turned_page(const struct narrator *n)
{
    int total;
    return !is_elsewhere(n) && player_screen(n->player) == SCREEN_SCENE && player_panel(n->player) == PANEL_NONE &&
           player_caption(n->player, &total) == n->caption && player_page(n->player) != n->page;
}

static void tell_turned_page(struct narrator *n)
{
    int count;
    const struct item *items = player_items(n->player, &count);
    for (int i = 0; i < count; i++) {
        if (items[i].part == PART_CAPTION) {
            tell_page(n, &items[i]);
        }
    }
}

/* The screen or panel, as far as it is new. A panel stays what it is in another language: it is not read anew. */
static void tell_list(struct narrator *n)
{
    bool in_panel = player_panel(n->player) != PANEL_NONE;
    if (in_panel && player_panel(n->player) == n->panel && !str_eq(n->language, player_language(n->player))) {
        return;
    }
    bool is_back = !in_panel && n->panel != PANEL_NONE;
    if (in_panel && player_panel(n->player) != n->panel) {
        n->on_panel.count = 0;
    }
    if (steps_begin(n)) {
        return;
    }
    if (steps_hold(n)) {
        tell_changed_rows(n);
        return;
    }
    bool turned = has_turned_page(n);
    bool any = tell_new(n, in_panel ? &n->on_panel : &n->on_screen);
    if (!any && is_back) {
        tell_again(n);
        any = true;
    } else if (!any && turned) {
        tell_turned_page(n);
        any = true;
    }
    if (any && why_list(n) != WHY_SETTING) {
        tell_new_prompt(n);
    }
}

static uint64_t focus_of(const struct narrator *n)
{
    int count;
    int focus = player_focus(n->player);
    const struct item *items = player_items(n->player, &count);
    return focus < 0 ? 0 : hash_text((struct hash_key){1, 1}, items[focus].id);
}

static void tell_moved_focus(struct narrator *n)
{
    int count;
    const struct item *items = player_items(n->player, &count);
    if (focus_of(n) == n->focus || !focus_of(n)) {
        return;
    }
    tell_stretch(n);
    if (steps_hold(n)) {
        steps_focus(n, player_focus(n->player));
    } else {
        tell_focus(n, items, count, player_focus(n->player));
    }
}

void remember(struct narrator *n)
{
    const struct player *p = n->player;
    struct seen *told = player_panel(p) != PANEL_NONE ? &n->on_panel : &n->on_screen;
    int count;
    const struct item *items = player_items(p, &count);
    told->count = 0;
    for (int i = 0; i < count; i++) {
        see(told, identity(n, &items[i]));
        if (player_panel(p) == PANEL_NONE && is_chapter(&items[i])) {
            n->chapter = identity(n, &items[i]);
        } else if (player_panel(p) == PANEL_NONE && is_picture(&items[i])) {
            n->picture = identity(n, &items[i]);
        }
    }
    remember_typed(n);
    n->settings = *player_settings(p);
    n->level = player_level(p);
    n->language = player_language(p);
    n->screen = player_screen(p);
    n->panel = player_panel(p);
    n->scene = scene_index(p);
    n->steps = steps_made(p);
    n->caption = player_caption(p, &count);
    n->page = player_page(p);
    n->focus = focus_of(n);
}

/* --- telling --- */

static void forget_all(struct narrator *n)
{
    n->on_screen.count = n->on_panel.count = n->once.count = 0;
    n->chapter = n->picture = n->focus = 0;
    n->panel = PANEL_NONE;
    n->prompt = NULL;
}

/* Notes why, where it is the first reason that led to words. */
static void note(const struct narrator *n, int before, enum why because, enum why *why)
{
    if (before == 0 && n->now.count > 0) {
        *why = because;
    }
}

static enum why tell_all(struct narrator *n)
{
    enum why why = WHY_SWITCH;
    int before = n->now.count;
    tell_message(n, player_panel(n->player) != PANEL_NONE ? &n->on_panel : &n->on_screen);
    note(n, before, WHY_MESSAGE, &why);
    before = n->now.count;
    tell_settings(n);
    note(n, before, WHY_SETTING, &why);
    before = n->now.count;
    tell_typed(n);
    note(n, before, WHY_FOCUS, &why);
    before = n->now.count;
    tell_list(n);
    note(n, before, why_list(n), &why);
    before = n->now.count;
    tell_moved_focus(n);
    note(n, before, WHY_FOCUS, &why);
    return why;
}

/* After these a person who hears nothing would not know whether anything happened. */
static bool wants_hint(enum action a)
{
    return a == ACTION_FORWARD || a == ACTION_ACTIVATE || a == ACTION_CHOOSE || a == ACTION_FOCUS_NEXT ||
           a == ACTION_FOCUS_PREVIOUS || a == ACTION_BACK || a == ACTION_CLOSE || a == ACTION_SKIP;
}

/* In a long panel going on is the next step, unless something there has the focus. */
static bool reads_on(const struct narrator *n, enum action action)
{
    bool goes_on = action == ACTION_FORWARD || action == ACTION_ACTIVATE;
    return goes_on && steps_hold(n) && player_focus(n->player) < 0;
}

static struct narration tell_off(struct narrator *n)
{
    if (n->is_on) {
        tell_key(n, "speech.off");
    }
    n->is_on = false;
    return told(n, WHY_SWITCH);
}

static void tell_on(struct narrator *n)
{
    if (!n->is_on) {
        forget_all(n);
        n->settings = *player_settings(n->player);
        n->level = player_level(n->player);
        n->language = player_language(n->player);
        tell_key(n, "speech.on");
    }
    n->is_on = true;
}

struct narration narrator_tell(struct narrator *n, enum action action)
{
    if (!player_settings(n->player)->speech) {
        return tell_off(n);
    }
    if (n->is_on && action == ACTION_REPEAT) {
        n->from = n->heard = 0;
        n->rest = ASIDE_NONE;
        return (struct narration){n->last.parts, n->last.count, WHY_REPEAT};
    }
    tell_on(n);
    int rate = n->settings.speech_rate;
    enum why why = tell_all(n);
    if (n->now.count == 0 && reads_on(n, action)) {
        steps_go(n, 1);
        why = WHY_STEP;
    } else if (n->now.count == 0 && (action == ACTION_ACTIVATE || action == ACTION_PRESS) && tell_field(n)) {
        why = WHY_FOCUS;
    } else if (n->now.count == 0 && wants_hint(action)) {
        tell_prompt(n);
        why = WHY_HINT;
    }
    remember(n);
    bool is_rate = why == WHY_SETTING && rate != player_settings(n->player)->speech_rate && n->now.count == 1;
    if (is_rate || why == WHY_HINT) {
        return told_aside(n, why);
    }
    return told(n, why);
}
