/* Who is watching, a new name, and the questions before anything kept is deleted. */
#include "base/utf8.h"
#include "player/items_panel.h"
#include "text/name.h"

/* Of a name at the foot: more would take a row of its own. */
enum { BAR_LETTERS = 16 };

/* A name within the program's words: "Continue as {name}". */
static struct str named(struct player *p, const char *key, struct str name)
{
    struct str within = name_within(name, strings_language(p->strings), &p->items_arena);
    const struct string_value value = {"name", within};
    return strings_fill(p->strings, &p->items_arena, key, &value, 1);
}

static void add_body(struct player *p, const char *id, struct str words, int level)
{
    item_add(p, ROLE_TEXT, PART_BODY, id, words)->level = level;
}

static void add_way_back(struct player *p)
{
    item_add_button(p, PART_CLOSE, "panel.close", "panel.back", ACTION_CLOSE, 0)->hint = STR("Esc");
}

/* --- the title page --- */

/* Large text leaves the foot no room for it: there it stands last on the page. */
void items_add_viewers_button(struct player *p, bool in_bar)
{
    bool is_large = p->settings.text_size >= LARGE_TEXT;
    if (!home_keeps(p) || in_bar == is_large) {
        return;
    }
    if (is_large) {
        panel_add_label(p, "viewers", "viewers.title");
    }
    struct item *item = item_add_button(p, in_bar ? PART_BAR : PART_OPTION, "bar.viewers",
                                        in_bar ? "bar.viewers" : "viewers.nobody", ACTION_PANEL, PANEL_VIEWERS);
    item->hint = STR("W");
    if (p->viewer.n) {
        item->name = in_bar ? named(p, "bar.viewer", name_short(strbuf_str(&p->viewer), BAR_LETTERS, &p->items_arena))
                            : name_within(strbuf_str(&p->viewer), strings_language(p->strings), &p->items_arena);
    }
}

/* --- names --- */

static struct item *add_option(struct player *p, const char *id, struct str name, bool on)
{
    struct item *item = item_add(p, ROLE_OPTION, PART_OPTION, id, name);
    item->action = ACTION_VIEWER;
    item->action_value = -1;
    item->on = on;
    return item;
}

/* Known are names under which a place is kept; one that has just been given has none yet. */
static void add_names(struct player *p)
{
    struct str language = strings_language(p->strings);
    struct str present = strbuf_str(&p->viewer);
    bool is_known = present.n == 0;
    for (int i = 0; i < p->keeping.viewer_count; i++) {
        struct str name = p->keeping.viewers[i];
        bool on = str_eq(name, present);
        add_option(p, panel_id(p, "viewer", i + 1).s, name_within(name, language, &p->items_arena), on)->action_value =
            i;
        is_known = is_known || on;
    }
    if (!is_known) {
        add_option(p, "viewer.present", name_within(present, language, &p->items_arena), true)->action = ACTION_CLOSE;
    }
}

static void make_viewers(struct player *p)
{
    panel_add_title(p, "viewers.title");
    add_body(p, "viewers.text", player_word(p, "viewers.text"), 0);
    (void)add_option(p, "viewer.nobody", player_word(p, "viewers.nobody"), p->viewer.n == 0);
    add_names(p);
    (void)item_add(p, ROLE_TEXT, PART_NOTE, "viewers.note", player_word(p, "viewers.note"));
    (void)item_add_button(p, PART_OPTION, "viewers.new", "viewers.new", ACTION_PANEL, PANEL_NAME);
    if (p->viewer.n) {
        item_add_button(p, PART_OPTION, "viewers.delete", "viewers.delete", ACTION_PANEL, PANEL_FORGET_VIEWER)->name =
            named(p, "viewers.delete", strbuf_str(&p->viewer));
    }
    panel_add_close(p);
}

/* `level` 1 begins a row. */
static void add_key(struct player *p, uint32_t code, int level)
{
    char bytes[4];
    struct str letter = {bytes, (size_t)utf8_put(bytes, code)};
    struct item *item = item_add(p, ROLE_BUTTON, PART_KEY, panel_id(p, "letter", (int)code).s, letter);
    item->action = ACTION_LETTER;
    item->action_value = (int)code;
    item->level = level;
}

/* For a finger or a pad: the capitals of the language, digits, and what joins two names. */
static void add_keys(struct player *p)
{
    struct str rows[] = {player_word(p, "name.letters"), STR("0123456789-")};
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (size_t at = 0; at < rows[i].n;) {
            int level = at == 0;
            add_key(p, utf8_next(rows[i], &at), level);
        }
    }
    item_add_button(p, PART_KEY, "letter.space", "name.space", ACTION_LETTER, ' ')->level = 1;
    (void)item_add_button(p, PART_KEY, "name.erase", "name.erase", ACTION_ERASE, 0);
}

static void make_name(struct player *p)
{
    panel_add_title(p, "name.title");
    struct item *field = item_add(p, ROLE_FIELD, PART_FIELD, "name.field", player_word(p, "name.field"));
    field->action = ACTION_FIELD;
    field->value = arena_printf(&p->items_arena, "%.*s%.*s", STR_ARG(strbuf_str(&p->typed)),
                                STR_ARG(strbuf_str(&p->composing)));
    (void)item_add_button(p, PART_OPTION, "name.done", "name.done", ACTION_NAME, 0);
    add_keys(p);
    (void)item_add(p, ROLE_TEXT, PART_NOTE, "name.text", player_word(p, "name.text"));
    add_way_back(p);
}

/* --- questions --- */

/* What there is, and so what goes. */
static void add_kept(struct player *p)
{
    int n = p->keeping.viewer_count;
    if (n) {
        add_body(p, "kept.names", strings_plural(p->strings, &p->items_arena, "kept.names", n), 1);
    }
    if (p->keeping.nobody_has || (p->has_place && p->viewer.n == 0)) {
        add_body(p, "kept.place", player_word(p, "kept.place"), 1);
    }
    add_body(p, "kept.settings", player_word(p, "kept.settings"), 1);
}

static void make_question(struct player *p, const char *title, const char *text, const char *button,
                          enum action action)
{
    panel_add_title(p, title);
    add_body(p, text, player_word(p, text), 0);
    add_kept(p);
    add_body(p, "kept.after", player_word(p, "kept.after"), 0);
    (void)item_add_button(p, PART_OPTION, button, button, action, 0);
    add_way_back(p);
}

static void make_forget_viewer(struct player *p)
{
    panel_add_title(p, "forget-viewer.title");
    add_body(p, "forget-viewer.text", named(p, "forget-viewer.text", strbuf_str(&p->viewer)), 0);
    (void)item_add_button(p, PART_OPTION, "forget-viewer.do", "forget-viewer.do", ACTION_FORGET_VIEWER, 0);
    add_way_back(p);
}

void items_make_home(struct player *p)
{
    switch ((int)p->panel) {
    case PANEL_VIEWERS:
        make_viewers(p);
        break;
    case PANEL_NAME:
        make_name(p);
        break;
    case PANEL_FORGET_VIEWER:
        make_forget_viewer(p);
        break;
    case PANEL_SHARE:
        make_question(p, "share.title", "share.text", "share.do", ACTION_SHARE);
        break;
    case PANEL_FORGET_ALL:
        make_question(p, "forget-all.title", "forget-all.text", "forget-all.do", ACTION_FORGET_ALL);
        break;
    default:
        break;
    }
}
