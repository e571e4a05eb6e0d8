#include "player/hints.h"

#include "player/player_internal.h"

static bool is_pad(const struct player *p)
{
    return p->hints.device == DEVICE_PAD;
}

void items_hint(struct player *p)
{
    for (int i = 0; i < p->item_count; i++) {
        struct item *item = &p->items[i];
        enum deed c = deed_of(item->action, item->action_value);
        bool shows = item->role != ROLE_CHOICE && c != DEED_NONE; /* a card's number is its mark */
        if (shows && (is_pad(p) || (item->hint.n && p->hints.is_set[c]))) {
            item->hint = p->hints.sign[c];
        }
    }
}

struct str hint_words(const struct strings *strings, struct str sign)
{
    static const struct {
        const char *sign, *key;
    } names[] = {
        {"←", "key.left"},    {"→", "key.right"},   {"Esc", "key.escape"},  {",", "key.comma"},    {".", "key.period"},
        {"✕", "pad.cross"},   {"○", "pad.circle"},    {"□", "pad.square"},   {"△", "pad.triangle"},
        {"+", "pad.plus"},    {"−", "pad.minus"},
    };
    for (size_t i = 0; i < COUNT(names); i++) {
        if (str_is(sign, names[i].sign)) {
            return strings_get(strings, names[i].key);
        }
    }
    return sign;
}

/* "cross (✕)": a shape is shown beside its word. */
static struct str button_words(struct player *p, struct str sign)
{
    struct str words = hint_words(p->strings, sign);
    if (str_eq(words, sign)) {
        return sign;
    }
    const struct string_value values[] = {{"name", words}, {"sign", sign}};
    return strings_fill(p->strings, &p->items_arena, "pad.sign", values, 2);
}

static struct str keys_of(struct player *p, enum deed c)
{
    return is_pad(p) && p->hints.sign[c].n ? button_words(p, p->hints.sign[c]) : p->hints.words[c];
}

static struct str both(struct player *p, struct str a, struct str b)
{
    const struct string_value values[] = {{"first", a}, {"last", b}};
    return a.n && b.n ? strings_fill(p->strings, &p->items_arena, "list.more", values, 2) : (a.n ? a : b);
}

static void add_row(struct player *p, const char *id, struct str keys)
{
    const struct string_value value = {"keys", keys};
    if (keys.n) {
        (void)item_add(p, ROLE_TEXT, PART_BODY, id, strings_fill(p->strings, &p->items_arena, id, &value, 1));
    }
}

void items_add_help(struct player *p, const char *id, enum deed c, enum deed other)
{
    const struct hints *h = &p->hints;
    if (is_pad(p) || h->is_set[c] || h->is_set[other]) {
        add_row(p, id, both(p, keys_of(p, c), other ? keys_of(p, other) : STR("")));
        return;
    }
    struct str key = arena_printf(&p->items_arena, "keys.%s", id + sizeof "help." - 1);
    add_row(p, id, player_word(p, key.s));
}

/* How one chooses with this hand. */
void items_add_help_choosing(struct player *p)
{
    if (is_pad(p)) {
        const struct string_value value = {"on", button_words(p, p->hints.sign[DEED_FORWARD])};
        add_row(p, "help.choose", strings_fill(p->strings, &p->items_arena, "keys.choose.pad", &value, 1));
        return;
    }
    items_add_help(p, "help.choose", DEED_NEXT, DEED_FORWARD);
}
