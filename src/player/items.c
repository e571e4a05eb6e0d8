#include <assert.h>

#include "base/memory.h"
#include "player/player_internal.h"
#include "text/number.h"

const char *role_name(enum role r)
{
    static const char *const names[] = {"heading", "text",   "picture", "button",
                                        "choice",  "option", "switch",  "status", "link", "field"};
    static_assert(COUNT(names) == ROLE_COUNT, "names");
    return names[r];
}

struct str player_word(const struct player *p, const char *key)
{
    return strings_get(p->strings, key);
}

struct str player_number(struct player *p, int n)
{
    return number_show_own(n, strings_language(p->strings), &p->items_arena);
}

/* Before a viewing began nothing fills the variables in; titles and notices hold none. */
struct shown player_show(struct player *p, struct text t)
{
    if (p->viewing) {
        return viewing_show(p->viewing, p->words, t, &p->items_arena);
    }
    struct shown shown = marks_show(words_of(p->words, t), NULL, NULL, &p->items_arena);
    shown.language = words_is_translated(p->words, t) ? p->language : p->story->language;
    return shown;
}

/* Past the bound a thing is not listed, and so not shown; the way out of a panel always is. */
static struct item *new_item(struct player *p, enum part part)
{
    bool is_needed = part == PART_CLOSE || part == PART_MESSAGE;
    if (p->item_count >= ITEMS_MOST && !is_needed) {
        return &p->spare;
    }
    if (p->item_count == p->item_capacity) {
        p->item_capacity = p->item_capacity ? 2 * p->item_capacity : 64;
        p->items = memory_resize(p->items, (size_t)p->item_capacity * sizeof *p->items);
    }
    return &p->items[p->item_count++];
}

struct item *item_add_shown(struct player *p, enum role role, enum part part, const char *id,
                            struct shown shown)
{
    struct item *item = new_item(p, part);
    *item = (struct item){
        .role = role,
        .part = part,
        .id = arena_str(&p->items_arena, str_from(id)),
        .name = arena_str(&p->items_arena, shown.text),
        .lang = shown.language.n ? shown.language : p->language,
        .spans = shown.spans,
        .span_count = shown.span_count,
    };
    return item;
}

struct item *item_add(struct player *p, enum role role, enum part part, const char *id, struct str name)
{
    struct item *item = item_add_shown(p, role, part, id, (struct shown){.text = name});
    item->lang = strings_language(p->strings);
    return item;
}

struct item *item_add_button(struct player *p, enum part part, const char *id, const char *key,
                             enum action action, int value)
{
    struct item *item = item_add(p, ROLE_BUTTON, part, id, player_word(p, key));
    item->action = action;
    item->action_value = value;
    return item;
}

/* Joined by the language's own words for it: "hunger", "hunger and death", "hunger, death and …". */
struct str player_advisories(struct player *p, unsigned advisories)
{
    struct str joined = {0};
    int left = 0;
    for (int i = 0; i < ADVISORY_COUNT; i++) {
        left += (advisories >> i) & 1;
    }
    for (int i = 0; i < ADVISORY_COUNT; i++) {
        if (!(advisories & (1u << i))) {
            continue;
        }
        struct str key = arena_printf(&p->items_arena, "advisory.%s", advisory_name((enum advisory)(1u << i)));
        struct str word = player_word(p, key.s);
        left--;
        if (!joined.n) {
            joined = word;
            continue;
        }
        const struct string_value values[] = {{"first", joined}, {"last", word}};
        joined = strings_fill(p->strings, &p->items_arena, left ? "list.more" : "list.last", values, 2);
    }
    return joined;
}

void items_make(struct player *p)
{
    arena_finish(&p->items_arena);
    p->item_count = 0;
    p->made_panel = p->panel;
    map_settle(p);
    if (p->panel != PANEL_NONE) {
        items_make_panel(p);
    } else {
        items_make_screen(p);
    }
    terms_settle(p);
    items_hint(p);
    if (p->message.n) {
        (void)item_add(p, ROLE_STATUS, PART_MESSAGE, "message", p->message);
    }
}
