/* The controls: those that are used most stand at the foot of every screen, the others behind "More". */
#include "player/items_panel.h"

enum standing { PLACE_BAR, PLACE_BAR_UNLESS_LARGE, PLACE_MORE };

static const struct {
    const char *id, *hint;
    enum action action;
    int value;
    enum standing place;
} controls[] = {
    {"bar.sources", "S", ACTION_PANEL, PANEL_SOURCES, PLACE_BAR},
    {"bar.glossary", "G", ACTION_PANEL, PANEL_GLOSSARY, PLACE_BAR_UNLESS_LARGE},
    {"bar.map", "M", ACTION_PANEL, PANEL_MAP, PLACE_BAR_UNLESS_LARGE},
    {"bar.settings", "O", ACTION_PANEL, PANEL_SETTINGS, PLACE_BAR_UNLESS_LARGE},
    {"bar.pause", "P", ACTION_PANEL, PANEL_PAUSE, PLACE_MORE},
    {"bar.chapters", "C", ACTION_PANEL, PANEL_CHAPTERS, PLACE_MORE},
    {"bar.history", "H", ACTION_PANEL, PANEL_HISTORY, PLACE_MORE},
    {"bar.timeline", "T", ACTION_PANEL, PANEL_TIMELINE, PLACE_MORE},
    {"bar.picture", "D", ACTION_PANEL, PANEL_PICTURE, PLACE_MORE},
    {"bar.about", "", ACTION_PANEL, PANEL_ABOUT, PLACE_MORE},
    {"bar.help", "F1", ACTION_PANEL, PANEL_HELP, PLACE_MORE},
};

static bool has_panel(const struct player *p, int panel)
{
    bool lacks = (panel == PANEL_MAP && p->story->place_count == 0) ||
                 (panel == PANEL_TIMELINE && p->story->timeline_count == 0) ||
                 (panel == PANEL_GLOSSARY && p->story->glossary_count == 0) ||
                 (panel == PANEL_CHAPTERS && p->story->chapter_count < 2);
    return !lacks;
}

/* "bar.map" is short and stands in the bar; "more.map" says what it shows. */
static void add_control(struct player *p, size_t i, bool in_bar)
{
    struct str key = str_from(controls[i].id);
    if (!in_bar) {
        key = arena_printf(&p->items_arena, "more.%s", controls[i].id + sizeof "bar." - 1);
    }
    struct item *item = item_add_button(p, in_bar ? PART_BAR : PART_ROW, controls[i].id, key.s, controls[i].action,
                                        controls[i].value);
    item->hint = str_from(controls[i].hint);
}

/* A kiosk's foot holds the languages: what is also a word away in the text, or on the cards, gives way. */
static bool leaves_room(int panel)
{
    return panel == PANEL_GLOSSARY || panel == PANEL_MAP;
}

void items_add_controls(struct player *p, bool in_bar)
{
    bool is_large = p->settings.text_size >= LARGE_TEXT;
    for (size_t i = 0; i < COUNT(controls); i++) {
        bool is_roomy = !is_large && !(p->kiosk && leaves_room(controls[i].value));
        bool belongs = controls[i].place == PLACE_BAR || (controls[i].place == PLACE_BAR_UNLESS_LARGE && is_roomy);
        if (belongs == in_bar && has_panel(p, controls[i].value)) {
            add_control(p, i, in_bar);
        }
    }
}

static void add_switch(struct player *p, const char *id, const char *key, enum action action, const char *hint)
{
    item_add_button(p, PART_ROW, id, key, action, 0)->hint = str_from(hint);
}

void items_make_more(struct player *p)
{
    panel_add_title(p, "more.title");
    items_add_controls(p, false);
    add_switch(p, "more.speech", p->settings.speech ? "more.speech-off" : "more.speech-on", ACTION_SPEECH, "F2");
    if (story_has_sound(p->story)) {
        add_switch(p, "bar.sound", p->settings.silent ? "bar.sound-on" : "bar.sound-off", ACTION_SOUND, "N");
    }
    if (p->screen != SCREEN_OPENING) {
        (void)item_add_button(p, PART_ROW, "home", "home", ACTION_HOME, 0);
    }
    panel_add_close(p);
}
