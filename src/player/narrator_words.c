#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/num.h"
#include "player/narrator_internal.h"

/* Of words that were offered to be explained, beside the controls that were told. */
static const struct hash_key term_key = {2, 2};

/* --- parts --- */

void tell_stretch(struct narrator *n)
{
    n->now.stretch++;
}

static struct narration_part *add_part(struct narrator *n, struct str text, struct str lang)
{
    if (n->now.count == n->now.capacity) {
        n->now.capacity = n->now.capacity ? 2 * n->now.capacity : 32;
        n->now.parts = memory_resize(n->now.parts, memory_product((size_t)n->now.capacity, sizeof *n->now.parts));
    }
    struct narration_part *part = &n->now.parts[n->now.count++];
    *part = (struct narration_part){
        .text = arena_str(&n->now.arena, text),
        .respelling = respell(n, lang, text),
        .lang = arena_str(&n->now.arena, lang),
        .stretch = n->now.stretch,
    };
    return part;
}

void tell_part(struct narrator *n, const struct narration_part *part)
{
    struct narration_part *copy = add_part(n, part->text, part->lang);
    copy->file = arena_str(&n->now.arena, part->file);
    copy->stretch = part->stretch;
}

static struct str program_language(const struct narrator *n)
{
    return strings_language(player_strings(n->player));
}

void tell_words(struct narrator *n, struct str words)
{
    if (words.n > 0) {
        (void)add_part(n, words, program_language(n));
    }
}

void tell_key(struct narrator *n, const char *key)
{
    tell_words(n, strings_get(player_strings(n->player), key));
}

void tell_filled(struct narrator *n, const char *key, const struct string_value *values, int count)
{
    tell_words(n, strings_fill(player_strings(n->player), &n->now.arena, key, values, count));
}

/* A comma between two languages is no utterance of its own: it stays with what is before it. */
static bool is_only_signs(struct str words)
{
    for (size_t i = 0; i < words.n; i++) {
        if (is_word_byte(words.s[i])) {
            return false;
        }
    }
    return true;
}

/* The name from a byte on, cut where its language changes. */
static void tell_name_from(struct narrator *n, const struct item *item, size_t at)
{
    struct narration_part *before = NULL;
    size_t began = at;
    for (int i = 0; i <= item->span_count; i++) {
        const struct span *s = i < item->span_count ? &item->spans[i] : NULL;
        if (s && (s->kind != SPAN_LANG || s->from < at || s->to <= s->from)) {
            continue;
        }
        size_t end = s ? s->from : item->name.n;
        struct str between = str_sub(item->name, at, end - at);
        if (before && is_only_signs(between)) {
            before->text = arena_str(&n->now.arena, str_sub(item->name, began, end - began));
            before->respelling = respell(n, before->lang, before->text);
        } else if (!is_only_signs(between)) {
            (void)add_part(n, between, item->lang);
        }
        if (s) {
            before = add_part(n, str_sub(item->name, s->from, s->to - s->from), s->target);
            began = s->from;
            at = s->to;
        }
    }
}

static void tell_name(struct narrator *n, const struct item *item)
{
    tell_name_from(n, item, 0);
}

static struct str number(struct narrator *n, int value)
{
    char digits[32];
    return arena_str(&n->now.arena, (struct str){digits, num_write(value, digits)});
}

void tell_position(struct narrator *n, int at, int of)
{
    const struct string_value values[] = {{"n", number(n, at)}, {"of", number(n, of)}};
    tell_filled(n, "dots", values, 2);
}

/* --- items --- */

static void tell_picture(struct narrator *n, const struct item *item)
{
    const struct picture *picture = player_picture(n->player);
    struct str key = STR("bar.picture");
    if (picture && picture->kind != KIND_NONE) {
        key = arena_printf(&n->now.arena, "kind.%s", picture_kind_name(picture->kind));
    }
    tell_key(n, key.s);
    tell_name(n, item);
}

/* Back from a panel, or in another language, it goes on where it was. */
static bool is_same_caption(const struct narrator *n)
{
    int total;
    const struct player *p = n->player;
    return player_viewing(p) && n->scene == viewing_scene_index(player_viewing(p)) &&
           n->steps == viewing_step_count(player_viewing(p)) && n->caption == player_caption(p, &total);
}

/* Many a map's words begin by saying that it is one. */
static void tell_map(struct narrator *n, const struct item *item)
{
    struct str kind = strings_get(player_strings(n->player), "kind.map");
    if (!memmem(item->name.s, item->name.n, kind.s, kind.n)) {
        tell_words(n, kind);
    }
    tell_name(n, item);
}

static void tell_caption(struct narrator *n, const struct item *item)
{
    struct str file = player_voice(n->player);
    if (file.n > 0) {
        add_part(n, item->name, item->lang)->file = arena_str(&n->now.arena, file);
    } else if (is_same_caption(n)) {
        tell_page(n, item);
    } else {
        tell_name(n, item);
    }
}

/* Where the item stands among its like that follow each other without another kind between. */
static int run_of(const struct item *items, int count, int i, int *of_out)
{
    int first = i;
    int last = i;
    while (first > 0 && items[first - 1].role == items[i].role && items[first - 1].part == items[i].part) {
        first--;
    }
    while (last + 1 < count && items[last + 1].role == items[i].role && items[last + 1].part == items[i].part) {
        last++;
    }
    *of_out = last - first + 1;
    return i - first + 1;
}

static void tell_choice(struct narrator *n, const struct item *items, int count, int i)
{
    int of;
    int at = run_of(items, count, i, &of);
    if (at == 1) {
        tell_words(n, strings_plural(player_strings(n->player), &n->now.arena, "speech.choices", of));
    }
    tell_position(n, at, of);
    tell_name(n, &items[i]);
}

static void tell_state(struct narrator *n, const struct item *item)
{
    if (item->role == ROLE_OPTION && item->on) {
        tell_key(n, "speech.chosen");
    }
    if (item->role == ROLE_FIELD && item->value.n == 0) {
        tell_key(n, "name.empty");
    }
    tell_words(n, item->value);
}

static void tell_hint(struct narrator *n, const struct item *item)
{
    if (item->hint.n > 0) {
        const struct strings *strings = player_strings(n->player);
        const struct string_value value = {"key", hint_words(strings, item->hint)};
        bool is_pad = player_hints(n->player)->device == DEVICE_PAD;
        tell_filled(n, is_pad ? "speech.pad" : "speech.key", &value, 1);
    }
}

void tell_item(struct narrator *n, const struct item *items, int count, int i)
{
    const struct item *item = &items[i];
    switch (item->part) {
    case PART_PICTURE:
        tell_picture(n, item);
        return;
    case PART_MAP:
        tell_map(n, item);
        return;
    case PART_CAPTION:
        tell_caption(n, item);
        return;
    case PART_CHOICE:
        tell_choice(n, items, count, i);
        return;
    case PART_DOTS: {
        const struct string_value value = {"position", item->name};
        tell_filled(n, "speech.caption", &value, 1);
        return;
    }
    default:
        tell_name(n, item);
        tell_state(n, item);
        tell_hint(n, item);
        return;
    }
}

void tell_page(struct narrator *n, const struct item *item)
{
    size_t start = player_page_start(n->player);
    tell_name_from(n, item, start < item->name.n ? start : 0);
}

void tell_focus(struct narrator *n, const struct item *items, int count, int i)
{
    static const char *const roles[] = {
        [ROLE_BUTTON] = "speech.button", [ROLE_CHOICE] = "speech.choice", [ROLE_OPTION] = "speech.option",
        [ROLE_SWITCH] = "speech.switch", [ROLE_LINK] = "speech.link",
        [ROLE_FIELD] = "speech.field",
    };
    static_assert(COUNT(roles) == ROLE_COUNT, "roles");
    int of;
    int at = run_of(items, count, i, &of);
    tell_name(n, &items[i]);
    tell_state(n, &items[i]);
    if (of > 1) {
        tell_position(n, at, of);
    }
    if (roles[items[i].role]) {
        tell_key(n, roles[items[i].role]);
    }
    tell_hint(n, &items[i]);
}

/* A word is offered once. */
static bool is_term_to_tell(const struct narrator *n, const struct item *term)
{
    return !has_seen(&n->once, hash_text(term_key, term->name));
}

void tell_terms(struct narrator *n, const struct item *items, int count, int at)
{
    struct str joined = {0};
    int left = 0;
    for (int i = at + 1; i < count && items[i].part == PART_TERM; i++) {
        left += is_term_to_tell(n, &items[i]);
    }
    for (int i = at + 1; i < count && items[i].part == PART_TERM; i++) {
        struct str word = items[i].name;
        if (!is_term_to_tell(n, &items[i])) {
            continue;
        }
        const struct string_value values[] = {{"first", joined}, {"last", word}};
        left--;
        joined = !joined.n ? word
                           : strings_fill(player_strings(n->player), &n->now.arena, left ? "list.more" : "list.last",
                                          values, 2);
    }
    for (int i = at + 1; i < count && items[i].part == PART_TERM; i++) {
        see(&n->once, hash_text(term_key, items[i].name));
    }
    if (joined.n > 0) {
        const struct string_value value = {"words", joined};
        tell_filled(n, "speech.terms", &value, 1);
    }
}

/* --- what can be done --- */

static bool can_pick(const struct player *p)
{
    int count;
    const struct item *items = player_items(p, &count);
    for (int i = 0; i < count; i++) {
        if (item_can_focus(&items[i]) && items[i].part != PART_CLOSE && items[i].part != PART_BAR) {
            return true;
        }
    }
    return false;
}

static const char *panel_prompt(const struct narrator *n)
{
    bool picks = can_pick(n->player);
    if (steps_hold(n)) {
        return picks ? "steps-pick" : "steps";
    }
    return picks ? "pick-close" : "close";
}

static const char *screen_prompt(const struct player *p)
{
    switch (player_screen(p)) {
    case SCREEN_OPENING:
        return "begin";
    case SCREEN_NOTICE:
    case SCREEN_CHAPTER:
    case SCREEN_SCENE:
    case SCREEN_BECAUSE:
        return "on";
    case SCREEN_CHOICES:
        return viewing_offers(player_viewing(p)).count > 0 ? "choose" : "pick";
    case SCREEN_ENDING:
    case SCREEN_COUNT:
        break;
    }
    return "pick";
}

/* What Space, the arrows and Escape are in this hand. */
static void tell_own_prompt(struct narrator *n, const char *kind)
{
    const struct strings *strings = player_strings(n->player);
    const struct hints *h = player_hints(n->player);
    struct str through = h->device == DEVICE_PAD ? strings_get(strings, "pad.directions")
                                                 : hint_words(strings, h->sign[DEED_DOWN]);
    const struct string_value values[] = {
        {"on", hint_words(strings, h->sign[DEED_FORWARD])},
        {"through", through},
        {"close", hint_words(strings, h->sign[DEED_CLOSE])},
    };
    char key[40];
    (void)snprintf(key, sizeof key, "speech.own.%s", kind);
    tell_filled(n, key, values, COUNT(values));
}

/* `kind`: what follows "speech.prompt." in the words' keys. */
static void tell_prompt_of(struct narrator *n, const char *kind)
{
    const struct hints *h = player_hints(n->player);
    if (h->device == DEVICE_PAD || h->is_set[DEED_FORWARD] || h->is_set[DEED_DOWN] || h->is_set[DEED_CLOSE]) {
        tell_own_prompt(n, kind);
        return;
    }
    char key[40];
    (void)snprintf(key, sizeof key, "speech.prompt.%s", kind);
    tell_key(n, key);
}

static const char *prompt_of(const struct narrator *n)
{
    return player_panel(n->player) != PANEL_NONE ? panel_prompt(n) : screen_prompt(n->player);
}

static bool goes_by_itself(const struct narrator *n)
{
    return player_panel(n->player) == PANEL_NONE && player_deadline(n->player) != INT64_MAX;
}

void tell_prompt(struct narrator *n)
{
    n->prompt = prompt_of(n);
    if (!goes_by_itself(n)) { /* else the button has said so */
        tell_stretch(n);
        tell_prompt_of(n, n->prompt);
    }
}

void tell_way_out(struct narrator *n)
{
    tell_prompt_of(n, can_pick(n->player) ? "pick-close" : "close");
}

void tell_new_prompt(struct narrator *n)
{
    bool goes_on = player_panel(n->player) == PANEL_NONE && str_is(STR("on"), prompt_of(n));
    if (!goes_on || !n->prompt || !str_is(STR("on"), n->prompt)) {
        tell_prompt(n);
    }
}
