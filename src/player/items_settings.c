#include "player/items_panel.h"

static void add_switch(struct player *p, const char *id, enum action action, bool on, const char *hint)
{
    struct item *item = item_add(p, ROLE_SWITCH, PART_OPTION, id, player_word(p, id));
    item->action = action;
    item->on = on;
    item->value = player_word(p, on ? "on" : "off");
    item->hint = str_from(hint);
}

static void add_text_sizes(struct player *p)
{
    static const int sizes[] = {100, 125, 150, 200, 250, 300};
    panel_add_label(p, "settings.text", "settings.text");
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct str name = arena_printf(&p->items_arena, "%.*s %%", STR_ARG(player_number(p, sizes[i])));
        struct item *item = item_add(p, ROLE_OPTION, PART_OPTION, panel_id(p, "text-size", sizes[i]).s, name);
        item->action = ACTION_TEXT_SIZE;
        item->action_value = sizes[i];
        item->on = p->settings.text_size == sizes[i];
    }
}

/* One of a short list: its words are "theme.dark" … in the program's words. */
static void add_preference(struct player *p, enum preference preference)
{
    const char *name = preference_name(preference);
    struct str label = arena_printf(&p->items_arena, "settings.%s", name);
    panel_add_label(p, label.s, label.s);
    for (int i = 0; i < preference_count(preference); i++) {
        struct str key = preference_key(preference, i, &p->items_arena);
        struct str id = arena_printf(&p->items_arena, "%s.%s", name, preference_words(preference)[i]);
        struct item *item = item_add(p, ROLE_OPTION, PART_OPTION, id.s, player_word(p, key.s));
        item->action = ACTION_PREFER;
        item->action_value = prefer(preference, i);
        item->on = p->settings.preferred[preference] == i;
    }
}

static bool is_spaced(const struct player *p, int spacing)
{
    for (int i = PREFERENCE_LINE; i <= PREFERENCE_WORD; i++) {
        if (p->settings.preferred[i] != spacing) {
            return false;
        }
    }
    return true;
}

/* All four at once: letters set wider alone slow the reader down unless words and lines follow (Zorzi 2012). */
static void add_spacing(struct player *p)
{
    static const char *const keys[] = {"spacing.usual", "spacing.wider", "spacing.widest"};
    panel_add_label(p, "settings.spacing", "settings.spacing");
    for (int i = 0; i < SPACING_COUNT; i++) {
        struct item *item = item_add(p, ROLE_OPTION, PART_OPTION, keys[i], player_word(p, keys[i]));
        item->action = ACTION_SPACING;
        item->action_value = i;
        item->on = is_spaced(p, i);
    }
    add_switch(p, "settings.space-each", ACTION_SPACE_EACH, p->spaces_each, "");
    for (int i = PREFERENCE_LINE; p->spaces_each && i <= PREFERENCE_WORD; i++) {
        add_preference(p, (enum preference)i);
    }
}

static const char *keeps_key(const struct player *p)
{
    if (p->kiosk) {
        return "settings.keeps-visit";
    }
    if (p->keeping.is_shared) {
        return "settings.keeps-shared";
    }
    if (!p->options.keeps) {
        return "settings.keeps-not";
    }
    return p->place_is_lost ? "settings.keeps-lost" : "settings.keeps";
}

static void add_speech(struct player *p)
{
    panel_add_label(p, "settings.speech", "settings.speech");
    add_switch(p, "settings.aloud", ACTION_SPEECH, p->settings.speech, "F2");
    if (p->settings.speech) {
        const struct string_value rate = {"n", player_number(p, p->settings.speech_rate)};
        (void)item_add(p, ROLE_TEXT, PART_BODY, "speech.rate",
                       strings_fill(p->strings, &p->items_arena, "speech.rate", &rate, 1));
        item_add_button(p, PART_OPTION, "speech.slower", "speech.slower", ACTION_SPEECH_RATE, -1)->hint = STR(",");
        item_add_button(p, PART_OPTION, "speech.faster", "speech.faster", ACTION_SPEECH_RATE, 1)->hint = STR(".");
    }
}

/* What is asked for first opens a panel of its own. */
static void add_keeping(struct player *p)
{
    bool is_shared = p->keeping.is_shared;
    if (home_keeps(p) || is_shared) {
        add_switch(p, "settings.shared", is_shared ? ACTION_UNSHARE : ACTION_PANEL, is_shared, "");
        p->items[p->item_count - 1].action_value = PANEL_SHARE;
        (void)item_add(p, ROLE_TEXT, PART_NOTE, "settings.shared-note", player_word(p, "settings.shared-note"));
    }
    if (p->options.keeps && !p->kiosk) {
        (void)item_add_button(p, PART_OPTION, "settings.delete", "settings.delete", ACTION_DELETE_PLACE, 0);
    }
    if (home_keeps(p)) {
        (void)item_add_button(p, PART_OPTION, "settings.delete-all", "settings.delete-all", ACTION_PANEL,
                              PANEL_FORGET_ALL);
    }
}

void items_make_settings(struct player *p)
{
    panel_add_title(p, "settings.title");
    add_text_sizes(p);
    items_add_languages(p);
    items_add_second_languages(p);
    items_add_levels(p);
    add_preference(p, PREFERENCE_THEME);
    add_preference(p, PREFERENCE_TYPEFACE);
    add_spacing(p);
    add_speech(p);
    if (story_has_sound(p->story)) {
        panel_add_label(p, "settings.hearing", "settings.hearing");
        add_switch(p, "settings.sound", ACTION_SOUND, !p->settings.silent, "N");
    }
    panel_add_label(p, "settings.motion", "settings.motion");
    add_switch(p, "settings.still", ACTION_STILL, p->settings.still, "X");
    if (!p->kiosk) {
        add_switch(p, "settings.full-screen", ACTION_FULL_SCREEN, p->settings.full_screen, "F11");
    }
    add_preference(p, PREFERENCE_PACE);
    panel_add_label(p, "settings.place", "settings.place");
    (void)item_add(p, ROLE_TEXT, PART_BODY, "settings.keeps", player_word(p, keeps_key(p)));
    add_keeping(p);
    if (p->screen != SCREEN_OPENING) {
        (void)item_add_button(p, PART_OPTION, "home", "home", ACTION_HOME, 0);
    }
    if (!p->kiosk) {
        (void)item_add_button(p, PART_OPTION, "quit", "quit", ACTION_QUIT, 0);
    }
    panel_add_close(p);
}

