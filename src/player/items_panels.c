#include "player/citation.h"
#include "player/player_internal.h"

static void add_title(struct player *p, const char *key)
{
    (void)item_add(p, ROLE_HEADING, PART_TITLE, "panel.title", player_word(p, key));
}

static void add_close(struct player *p)
{
    item_add_button(p, PART_CLOSE, "panel.close", "panel.close", ACTION_CLOSE, 0)->hint = STR("Esc");
}

static void add_label(struct player *p, const char *id, const char *key)
{
    (void)item_add(p, ROLE_HEADING, PART_LABEL, id, player_word(p, key));
}

static struct str numbered(struct player *p, const char *id, int n)
{
    return arena_printf(&p->items_arena, "%s.%d", id, n);
}

static bool is_shown(const struct player *p, bool full_only)
{
    return p->level == LEVEL_FULL || !full_only;
}

static void add_story_text(struct player *p, enum part part, const char *id, struct text t)
{
    if (words_has(t)) {
        (void)item_add_shown(p, ROLE_TEXT, part, id, player_show(p, t));
    }
}

static void add_source(struct player *p, const char *id, int n, int source, int level)
{
    const struct source *s = &p->story->sources[source];
    if (is_shown(p, s->full_only)) {
        struct str line = citation_line(s, p->strings, &p->items_arena);
        struct item *item = item_add(p, ROLE_TEXT, PART_NOTE, numbered(p, id, n).s, line);
        item->level = level;
        item->lang = p->story->language;
    }
}

static void add_cites(struct player *p, const char *id, struct cites cites, int level)
{
    for (int i = 0; i < cites.count; i++) {
        add_source(p, id, i + 1, cites.items[i], level);
    }
}

/* --- sources --- */

static void add_confidence(struct player *p, const char *id, const struct claim *c)
{
    struct str key = arena_printf(&p->items_arena, "confidence.%s", confidence_name(c->confidence));
    const struct string_value values[] = {
        {"confidence", player_word(p, key.s)},
        {"date", strings_date(p->strings, &p->items_arena, c->as_of)},
    };
    struct str line = strings_fill(p->strings, &p->items_arena, "sources.as-of", values, 2);
    item_add(p, ROLE_TEXT, PART_NOTE, id, line)->level = 1;
}

static void add_now(struct player *p, const char *id, const struct claim *c)
{
    const struct string_value date = {"date", strings_date(p->strings, &p->items_arena, c->now_as_of)};
    struct str since = strings_fill(p->strings, &p->items_arena, "sources.now", &date, 1);
    struct str label = arena_printf(&p->items_arena, "%s.since", id);
    struct str text = arena_printf(&p->items_arena, "%s.now", id);
    item_add(p, ROLE_TEXT, PART_LABEL, label.s, since)->level = 1;
    item_add_shown(p, ROLE_TEXT, PART_BODY, text.s, player_show(p, c->now_text))->level = 1;
    add_cites(p, arena_printf(&p->items_arena, "%s.now.source", id).s, c->now_cites, 1);
}

static void add_claim(struct player *p, int n, const struct claim *c)
{
    struct str id = numbered(p, "claim", n);
    (void)item_add_shown(p, ROLE_TEXT, PART_BODY, id.s, player_show(p, c->text));
    add_confidence(p, arena_printf(&p->items_arena, "%s.as-of", id.s).s, c);
    add_cites(p, arena_printf(&p->items_arena, "%s.source", id.s).s, c->cites, 1);
    if (c->has_now) {
        add_now(p, id.s, c);
    }
}

static struct cites present_cites(const struct player *p, const struct scene *scene)
{
    if (p->screen == SCREEN_SCENE && !p->skipped && p->caption < scene_caption_count(scene, p->level)) {
        return scene_caption(scene, p->level, p->caption).cites;
    }
    if (p->screen == SCREEN_BECAUSE && viewing_cause(p->viewing)) {
        return viewing_cause(p->viewing)->cites;
    }
    return (struct cites){0};
}

static bool any_cite_shown(const struct player *p, struct cites cites)
{
    for (int i = 0; i < cites.count; i++) {
        if (is_shown(p, p->story->sources[cites.items[i]].full_only)) {
            return true;
        }
    }
    return false;
}

static bool add_claims(struct player *p, const struct scene *scene)
{
    bool any = false;
    for (int i = 0; i < scene->claim_count; i++) {
        if (!is_shown(p, scene->claims[i].full_only)) {
            continue;
        }
        if (!any) {
            add_label(p, "sources.scene", "sources.scene");
        }
        any = true;
        add_claim(p, i + 1, &scene->claims[i]);
    }
    return any;
}

static void make_sources(struct player *p)
{
    add_title(p, "sources.title");
    bool any = false;
    if (p->viewing) {
        const struct scene *scene = viewing_scene(p->viewing);
        struct cites cites = present_cites(p, scene);
        if (any_cite_shown(p, cites)) {
            add_label(p, "sources.here", "sources.here");
            add_cites(p, "here.source", cites, 0);
            any = true;
        }
        any = add_claims(p, scene) || any;
    }
    if (!any) {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "sources.none", player_word(p, "sources.none"));
    }
    add_close(p);
}

/* --- history --- */

static void add_visit(struct player *p, int n, const struct visit *v)
{
    const struct scene *scene = &p->story->scenes[v->scene];
    struct shown title = player_show(p, scene_title(scene, v->level));
    struct item *row = item_add_shown(p, ROLE_BUTTON, PART_ROW, numbered(p, "visit", n).s, title);
    row->action = ACTION_JUMP;
    row->action_value = v->steps;
    if (v->choice) {
        struct shown choice = player_show(p, v->choice->text);
        item_add_shown(p, ROLE_TEXT, PART_NOTE, numbered(p, "visit.choice", n).s, choice)->level = 1;
    }
}

static void make_history(struct player *p)
{
    add_title(p, "history.title");
    if (p->viewing) {
        const struct visit *visits;
        int count = viewing_history(p->viewing, &p->items_arena, &visits);
        (void)item_add(p, ROLE_TEXT, PART_BODY, "history.hint", player_word(p, "history.hint"));
        for (int i = count - 1; i >= 0; i--) {
            add_visit(p, i + 1, &visits[i]);
        }
    } else {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "history.none", player_word(p, "history.none"));
    }
    add_close(p);
}

/* --- glossary, picture, about --- */

static void make_glossary(struct player *p)
{
    bool any = false;
    add_title(p, "glossary.title");
    for (int i = 0; i < p->story->glossary_count; i++) {
        const struct glossary_entry *e = &p->story->glossary[i];
        if (is_shown(p, e->full_only)) {
            any = true;
            (void)item_add_shown(p, ROLE_HEADING, PART_LABEL, numbered(p, "term", i + 1).s, player_show(p, e->term));
            (void)item_add_shown(p, ROLE_TEXT, PART_BODY, numbered(p, "term.text", i + 1).s, player_show(p, e->text));
            add_cites(p, arena_printf(&p->items_arena, "term.%d.source", i + 1).s, e->cites, 1);
        }
    }
    if (!any) {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "glossary.none", player_word(p, "glossary.none"));
    }
    add_close(p);
}

static void add_literal(struct player *p, const char *id, const char *label_key, struct str words)
{
    if (words.n) {
        const struct string_value value = {"words", words};
        (void)item_add(p, ROLE_TEXT, PART_NOTE, id, strings_fill(p->strings, &p->items_arena, label_key, &value, 1));
    }
}

static void add_picture_facts(struct player *p, const struct picture *picture)
{
    if (picture->kind != KIND_NONE) {
        struct str key = arena_printf(&p->items_arena, "kind.%s", picture_kind_name(picture->kind));
        (void)item_add(p, ROLE_TEXT, PART_LABEL, "picture.kind", player_word(p, key.s));
    }
    add_story_text(p, PART_BODY, "picture.alt", picture->alt);
    add_story_text(p, PART_BODY, "picture.describe", picture->describe);
    add_literal(p, "picture.credit", "picture.credit", picture->credit);
    add_literal(p, "picture.rights", "picture.rights", picture->rights_holder);
    add_literal(p, "picture.licence", "picture.licence", picture->licence);
    add_literal(p, "picture.source", "picture.source", picture->source_url);
}

static void make_picture(struct player *p)
{
    const struct picture *picture = player_picture(p);
    add_title(p, "picture.title");
    if (picture) {
        add_picture_facts(p, picture);
    } else {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "picture.none", player_word(p, "picture.none"));
    }
    add_close(p);
}

static void add_credits(struct player *p)
{
    const struct story *s = p->story;
    if (s->credit_count) {
        add_label(p, "credits", "about.credits");
    }
    for (int i = 0; i < s->credit_count; i++) {
        const struct string_value values[] = {
            {"role", player_show(p, s->credits[i].role).text},
            {"name", s->credits[i].name},
        };
        struct str line = strings_fill(p->strings, &p->items_arena, "about.credit", values, 2);
        (void)item_add(p, ROLE_TEXT, PART_NOTE, numbered(p, "credit", i + 1).s, line);
    }
}

static void make_about(struct player *p)
{
    const struct story *s = p->story;
    bool any = false;
    add_title(p, "about.title");
    add_story_text(p, PART_BODY, "summary", s->summary);
    add_story_text(p, PART_BODY, "advisory", s->advisory);
    add_credits(p);
    add_literal(p, "licence", "picture.licence", s->licence);
    (void)item_add(p, ROLE_TEXT, PART_NOTE, "program", player_word(p, "about.program"));
    for (int i = 0; i < s->source_count; i++) {
        if (!any && is_shown(p, s->sources[i].full_only)) {
            any = true;
            add_label(p, "sources", "about.sources");
        }
        add_source(p, "source", i + 1, i, 0);
    }
    add_close(p);
}

/* --- settings, help, pause --- */

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
    add_label(p, "settings.text", "settings.text");
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct str name = arena_printf(&p->items_arena, "%d %%", sizes[i]);
        struct item *item = item_add(p, ROLE_OPTION, PART_OPTION, numbered(p, "text-size", sizes[i]).s, name);
        item->action = ACTION_TEXT_SIZE;
        item->action_value = sizes[i];
        item->on = p->settings.text_size == sizes[i];
    }
}

static const char *keeps_key(const struct player *p)
{
    if (!p->options.keeps) {
        return "settings.keeps-not";
    }
    return p->place_is_lost ? "settings.keeps-lost" : "settings.keeps";
}

static void add_speech(struct player *p)
{
    add_label(p, "settings.speech", "settings.speech");
    add_switch(p, "settings.aloud", ACTION_SPEECH, p->settings.speech, "F2");
    if (p->settings.speech) {
        const struct string_value rate = {"n", player_number(p, p->settings.speech_rate)};
        (void)item_add(p, ROLE_TEXT, PART_BODY, "speech.rate",
                       strings_fill(p->strings, &p->items_arena, "speech.rate", &rate, 1));
        item_add_button(p, PART_OPTION, "speech.slower", "speech.slower", ACTION_SPEECH_RATE, -1)->hint = STR(",");
        item_add_button(p, PART_OPTION, "speech.faster", "speech.faster", ACTION_SPEECH_RATE, 1)->hint = STR(".");
    }
}

static void make_settings(struct player *p)
{
    add_title(p, "settings.title");
    add_text_sizes(p);
    items_add_languages(p);
    items_add_levels(p);
    add_label(p, "settings.motion", "settings.motion");
    add_switch(p, "settings.still", ACTION_STILL, p->settings.still, "X");
    add_switch(p, "settings.full-screen", ACTION_FULL_SCREEN, p->settings.full_screen, "F11");
    if (story_has_sound(p->story)) {
        add_label(p, "settings.hearing", "settings.hearing");
        add_switch(p, "settings.sound", ACTION_SOUND, !p->settings.silent, "N");
    }
    add_speech(p);
    add_label(p, "settings.place", "settings.place");
    (void)item_add(p, ROLE_TEXT, PART_BODY, "settings.keeps", player_word(p, keeps_key(p)));
    if (p->options.keeps) {
        (void)item_add_button(p, PART_OPTION, "settings.delete", "settings.delete", ACTION_DELETE_PLACE, 0);
    }
    if (p->screen != SCREEN_OPENING) {
        (void)item_add_button(p, PART_OPTION, "home", "home", ACTION_HOME, 0);
    }
    (void)item_add_button(p, PART_OPTION, "quit", "quit", ACTION_QUIT, 0);
    add_close(p);
}

static void make_help(struct player *p)
{
    static const char *const rows[] = {
        "help.forward",  "help.back",  "help.choose", "help.sources", "help.glossary",    "help.map",
        "help.history",  "help.picture",  "help.pause", "help.settings", "help.text",  "help.still",       "help.sound",
        "help.skip", "help.speech", "help.repeat", "help.rate", "help.wait",
        "help.full-screen", "help.screenshot", "help.close", "help.quit", "help.touch", "help.pad",
    };
    add_title(p, "help.title");
    for (size_t i = 0; i < COUNT(rows); i++) {
        (void)item_add(p, ROLE_TEXT, PART_BODY, rows[i], player_word(p, rows[i]));
    }
    add_close(p);
}

static void make_pause(struct player *p)
{
    add_title(p, "pause.title");
    (void)item_add(p, ROLE_TEXT, PART_BODY, "pause.text", player_word(p, "pause.text"));
    add_story_text(p, PART_BODY, "support", p->story->support);
    (void)item_add_button(p, PART_OPTION, "home", "home", ACTION_HOME, 0);
    item_add_button(p, PART_CLOSE, "panel.close", "go-on", ACTION_CLOSE, 0)->hint = STR("Esc");
}

void items_make_panel(struct player *p)
{
    switch (p->panel) {
    case PANEL_NONE:
    case PANEL_COUNT:
        break;
    case PANEL_SOURCES:
        make_sources(p);
        break;
    case PANEL_HISTORY:
        make_history(p);
        break;
    case PANEL_GLOSSARY:
        make_glossary(p);
        break;
    case PANEL_MAP:
        items_make_map(p);
        break;
    case PANEL_PICTURE:
        make_picture(p);
        break;
    case PANEL_SETTINGS:
        make_settings(p);
        break;
    case PANEL_ABOUT:
        make_about(p);
        break;
    case PANEL_HELP:
        make_help(p);
        break;
    case PANEL_PAUSE:
        make_pause(p);
        break;
    }
}
