#include "player/citation.h"
#include "player/items_panel.h"
#include "player/kiosk_internal.h"

void panel_add_title(struct player *p, const char *key)
{
    (void)item_add(p, ROLE_HEADING, PART_TITLE, "panel.title", player_word(p, key));
}

void panel_add_close(struct player *p)
{
    item_add_button(p, PART_CLOSE, "panel.close", "panel.close", ACTION_CLOSE, 0)->hint = STR("Esc");
}

void panel_add_label(struct player *p, const char *id, const char *key)
{
    (void)item_add(p, ROLE_HEADING, PART_LABEL, id, player_word(p, key));
}

struct str panel_id(struct player *p, const char *id, int n)
{
    return arena_printf(&p->items_arena, "%s.%d", id, n);
}

struct str panel_chapter(struct player *p, int chapter)
{
    const struct string_value values[] = {
        {"n", player_number(p, chapter + 1)},
        {"title", player_show(p, p->story->chapters[chapter].title).text},
    };
    return strings_fill(p->strings, &p->items_arena, "read.chapter", values, 2);
}

bool panel_tells(const struct player *p, bool full_only)
{
    return p->level == LEVEL_FULL || !full_only;
}

void panel_add_text(struct player *p, enum part part, const char *id, struct text t)
{
    if (words_has(t)) {
        (void)item_add_shown(p, ROLE_TEXT, part, id, player_show(p, t));
    }
}

void panel_add_source(struct player *p, const char *id, int n, int source, int level)
{
    const struct source *s = &p->story->sources[source];
    if (panel_tells(p, s->full_only)) {
        struct str line = citation_line(s, p->strings, &p->items_arena);
        struct item *item = item_add(p, ROLE_TEXT, PART_NOTE, panel_id(p, id, n).s, line);
        item->level = level;
        item->lang = p->story->language;
    }
}

void panel_add_cites(struct player *p, const char *id, struct cites cites, int level)
{
    for (int i = 0; i < cites.count; i++) {
        panel_add_source(p, id, i + 1, cites.items[i], level);
    }
}

/* --- picture, about --- */

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
    panel_add_text(p, PART_BODY, "picture.alt", picture->alt);
    panel_add_text(p, PART_BODY, "picture.describe", picture->describe);
    add_literal(p, "picture.credit", "picture.credit", picture->credit);
    add_literal(p, "picture.rights", "picture.rights", picture->rights_holder);
    add_literal(p, "picture.licence", "picture.licence", picture->licence);
    add_literal(p, "picture.source", "picture.source", picture->source_url);
}

static void make_picture(struct player *p)
{
    const struct picture *picture = player_picture(p);
    panel_add_title(p, "picture.title");
    if (picture) {
        add_picture_facts(p, picture);
    } else {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "picture.none", player_word(p, "picture.none"));
    }
    panel_add_close(p);
}

static void add_credits(struct player *p)
{
    const struct story *s = p->story;
    if (s->credit_count) {
        panel_add_label(p, "credits", "about.credits");
    }
    for (int i = 0; i < s->credit_count; i++) {
        const struct string_value values[] = {
            {"role", player_show(p, s->credits[i].role).text},
            {"name", s->credits[i].name},
        };
        struct str line = strings_fill(p->strings, &p->items_arena, "about.credit", values, 2);
        (void)item_add(p, ROLE_TEXT, PART_NOTE, panel_id(p, "credit", i + 1).s, line);
    }
}

static void make_about(struct player *p)
{
    const struct story *s = p->story;
    bool any = false;
    panel_add_title(p, "about.title");
    panel_add_text(p, PART_BODY, "summary", s->summary);
    panel_add_text(p, PART_BODY, "advisory", s->advisory);
    add_credits(p);
    add_literal(p, "licence", "picture.licence", s->licence);
    (void)item_add(p, ROLE_TEXT, PART_NOTE, "program", player_word(p, "about.program"));
    for (int i = 0; i < s->source_count; i++) {
        if (!any && panel_tells(p, s->sources[i].full_only)) {
            any = true;
            panel_add_label(p, "sources", "about.sources");
        }
        panel_add_source(p, "source", i + 1, i, 0);
    }
    panel_add_close(p);
}

/* --- help, pause --- */

static void add_help_row(struct player *p, const char *id, enum deed deed, enum deed other)
{
    bool is_elsewhere = deed == DEED_REACH && !(p->kiosk && kiosk_has_reach(p->kiosk));
    bool is_of_keys = str_eq(str_from(id), STR("help.clicker")) || str_eq(str_from(id), STR("help.pad"));
    if (deed != DEED_NONE && !is_elsewhere) {
        items_add_help(p, id, deed, other);
    } else if (is_elsewhere) {
        return;
    } else if (str_eq(str_from(id), STR("help.choose"))) {
        items_add_help_choosing(p);
    } else if (str_starts(str_from(id), STR("help.group."))) {
        (void)item_add(p, ROLE_HEADING, PART_LABEL, id, player_word(p, id));
    } else if (!is_of_keys || p->hints.device == DEVICE_KEYS) {
        (void)item_add(p, ROLE_TEXT, PART_BODY, id, player_word(p, id));
    }
}

/* In groups, each under its name. */
static void make_help(struct player *p)
{
    /* Without a deed: a group's name, or words of their own. */
    static const struct {
        const char *id;
        enum deed deed, other;
    } rows[] = {
        {"help.group.telling", 0, 0},
        {"help.forward", DEED_FORWARD, 0},
        {"help.back", DEED_BACK, 0},
        {"help.choose", 0, 0},
        {"help.terms", 0, 0},
        {"help.skip", DEED_SKIP, 0},
        {"help.pause", DEED_PAUSE, 0},
        {"help.home", DEED_HOME, 0},
        {"help.group.panels", 0, 0},
        {"help.more", DEED_MORE, 0},
        {"help.sources", DEED_SOURCES, 0},
        {"help.glossary", DEED_GLOSSARY, 0},
        {"help.map", DEED_MAP, 0},
        {"help.timeline", DEED_TIMELINE, 0},
        {"help.chapters", DEED_CHAPTERS, 0},
        {"help.history", DEED_HISTORY, 0},
        {"help.picture", DEED_PICTURE, 0},
        {"help.settings", DEED_SETTINGS, 0},
        {"help.viewers", DEED_VIEWERS, 0},
        {"help.help", DEED_HELP, 0},
        {"help.close", DEED_CLOSE, 0},
        {"help.group.reading", 0, 0},
        {"help.text", DEED_LARGER, DEED_SMALLER},
        {"help.still", DEED_STILL, 0},
        {"help.reach", DEED_REACH, 0},
        {"help.full-screen", DEED_FULL_SCREEN, 0},
        {"help.screenshot", DEED_SCREENSHOT, 0},
        {"help.group.hearing", 0, 0},
        {"help.speech", DEED_SPEECH, 0},
        {"help.repeat", DEED_REPEAT, 0},
        {"help.parts", DEED_PART_NEXT, DEED_PART_PREVIOUS},
        {"help.rate", DEED_SLOWER, DEED_FASTER},
        {"help.wait", DEED_WAIT, 0},
        {"help.sound", DEED_SOUND, 0},
        {"help.group.hands", 0, 0},
        {"help.touch", 0, 0},
        {"help.clicker", 0, 0},
        {"help.pad", 0, 0},
        {"help.quit", DEED_QUIT, 0},
    };
    panel_add_title(p, "help.title");
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (rows[i].deed == DEED_VIEWERS && !home_keeps(p)) {
            continue;
        }
        add_help_row(p, rows[i].id, rows[i].deed, rows[i].other);
    }
    panel_add_close(p);
}

static void make_pause(struct player *p)
{
    panel_add_title(p, "pause.title");
    (void)item_add(p, ROLE_TEXT, PART_BODY, "pause.text", player_word(p, "pause.text"));
    panel_add_text(p, PART_BODY, "support", p->story->support);
    (void)item_add_button(p, PART_OPTION, "home", "home", ACTION_HOME, 0);
    item_add_button(p, PART_CLOSE, "panel.close", "go-on", ACTION_CLOSE, 0)->hint = STR("Esc");
}

static void make_panel(struct player *p)
{
    switch (p->panel) {
    case PANEL_NONE:
    case PANEL_COUNT:
        break;
    case PANEL_SOURCES:
        items_make_sources(p);
        break;
    case PANEL_HISTORY:
        items_make_history(p);
        break;
    case PANEL_GLOSSARY:
        items_make_glossary(p);
        break;
    case PANEL_TIMELINE:
        items_make_timeline(p);
        break;
    case PANEL_CHAPTERS:
        items_make_chapters(p);
        break;
    case PANEL_MAP:
        items_make_map(p);
        break;
    case PANEL_PICTURE:
        make_picture(p);
        break;
    case PANEL_SETTINGS:
        items_make_settings(p);
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
    case PANEL_MORE:
        items_make_more(p);
        break;
    case PANEL_VIEWERS:
    case PANEL_NAME:
    case PANEL_FORGET_VIEWER:
    case PANEL_SHARE:
    case PANEL_FORGET_ALL:
        items_make_home(p);
        break;
    case PANEL_WARNING:
    case PANEL_AGAIN:
    case PANEL_PIN:
    case PANEL_SERVICE:
    case PANEL_CLEAN:
    case PANEL_TOUCH:
    case PANEL_CLOSED:
        items_make_kiosk_panel(p);
        break;
    }
}

void items_make_panel(struct player *p)
{
    make_panel(p);
    if (p->kiosk) {
        items_add_kiosk_foot(p);
    }
}
