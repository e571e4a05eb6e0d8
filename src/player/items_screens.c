#include "player/kiosk_internal.h"

static void add_text(struct player *p, enum role role, enum part part, const char *id, struct text t)
{
    if (words_has(t)) {
        (void)item_add_shown(p, role, part, id, player_show(p, t));
    }
}

static void add_picture_item(struct player *p)
{
    const struct picture *picture = player_picture(p);
    if (map_is_screen(p)) {
        items_add_map(p);
    }
    if (picture && words_has(picture->alt)) {
        add_text(p, ROLE_PICTURE, PART_PICTURE, "picture", picture->alt);
    }
}

/* The controls at the foot, the same on every screen of a telling, so that each stays in its place. */
static void add_bar(struct player *p)
{
    if (p->kiosk) {
        items_add_kiosk_bar(p);
    }
    item_add_button(p, PART_BAR, "bar.back", "bar.back", ACTION_BACK, 0)->hint =
        player_is_rtl(p) ? STR("→") : STR("←");
    items_add_controls(p, true);
    item_add_button(p, PART_BAR, "bar.more", "bar.more", ACTION_PANEL, PANEL_MORE)->hint = STR("F10");
    if (p->kiosk) {
        items_add_kiosk_languages(p);
        items_add_kiosk_reach(p);
    }
}

/* What goes on from here; where that happens by itself too, it says so. */
static void add_forward(struct player *p, const char *id)
{
    struct arena *a = &p->items_arena;
    struct str key = str_from(id);
    if (pace_goes(p)) {
        key = arena_printf(a, p->is_held ? "%s.held" : "%s.itself", id);
    }
    (void)item_add_button(p, PART_ACTION, id, key.s, ACTION_FORWARD, 0);
}

static void add_scene_heads(struct player *p)
{
    const struct scene *scene = viewing_scene(p->viewing);
    add_text(p, ROLE_TEXT, PART_OVERLINE, "chapter", p->story->chapters[scene->chapter].title);
    add_text(p, ROLE_HEADING, PART_TITLE, "title", scene_title(scene, p->level));
}

/* --- opening --- */

/* A language by the name it gives itself. */
struct item *item_add_language(struct player *p, const char *id, int n)
{
    struct str tag = p->options.languages[n];
    struct str key = arena_printf(&p->items_arena, "language.%.*s", STR_ARG(tag));
    struct str name = player_word(p, key.s);
    struct str own_id = arena_printf(&p->items_arena, "%s.%.*s", id, STR_ARG(tag));
    struct item *item = item_add(p, ROLE_OPTION, PART_OPTION, own_id.s, str_eq(name, key) ? tag : name);
    item->action_value = n;
    item->lang = tag;
    return item;
}

void items_add_languages(struct player *p)
{
    if (p->options.language_count < 2) {
        return;
    }
    (void)item_add(p, ROLE_TEXT, PART_LABEL, "languages", player_word(p, "opening.language"));
    for (int i = 0; i < p->options.language_count; i++) {
        struct item *item = item_add_language(p, "language", i);
        item->action = ACTION_LANGUAGE;
        item->on = str_eq(p->options.languages[i], p->language);
    }
}

void items_add_second_languages(struct player *p)
{
    if (p->options.language_count < 2) {
        return;
    }
    (void)item_add(p, ROLE_TEXT, PART_LABEL, "settings.second", player_word(p, "settings.second"));
    struct item *none = item_add(p, ROLE_OPTION, PART_OPTION, "second.none", player_word(p, "second.none"));
    none->action = ACTION_SECOND_LANGUAGE;
    none->action_value = -1;
    none->on = !p->second_words;
    for (int i = 0; i < p->options.language_count; i++) {
        if (!str_eq(p->options.languages[i], p->language)) {
            struct item *item = item_add_language(p, "second", i);
            item->action = ACTION_SECOND_LANGUAGE;
            item->on = str_eq(p->options.languages[i], p->settings.second_language);
        }
    }
}

void items_add_levels(struct player *p)
{
    static const char *const keys[] = {"level.full", "level.gentle"};
    if (p->kiosk && kiosk_locks_level(p->kiosk)) {
        return;
    }
    (void)item_add(p, ROLE_TEXT, PART_LABEL, "levels", player_word(p, "opening.level"));
    for (int i = 0; i < 2; i++) {
        struct item *item = item_add(p, ROLE_OPTION, PART_OPTION, keys[i], player_word(p, keys[i]));
        item->action = ACTION_LEVEL;
        item->action_value = i;
        item->on = (int)p->level == i;
    }
}

static void make_opening(struct player *p)
{
    add_picture_item(p);
    add_text(p, ROLE_HEADING, PART_TITLE, "title", p->story->title);
    add_text(p, ROLE_TEXT, PART_SUBTITLE, "subtitle", p->story->subtitle);
    if (p->kiosk && kiosk_only_shows(p->kiosk)) {
        return;
    }
    if (p->has_place) {
        (void)item_add_button(p, PART_ACTION, "opening.continue", "opening.continue", ACTION_CONTINUE, 0);
    }
    (void)item_add_button(p, PART_ACTION, "opening.begin", p->has_place ? "opening.again" : "opening.begin",
                          ACTION_BEGIN, 0);
    if (p->story->chapter_count > 1) {
        item_add_button(p, PART_ACTION, "opening.chapters", "bar.chapters", ACTION_PANEL, PANEL_CHAPTERS)->hint =
            STR("C");
    }
    if (!p->kiosk) { /* whose foot holds them, here as everywhere */
        items_add_languages(p);
    }
    items_add_levels(p);
    items_add_viewers_button(p, false);
    item_add_button(p, PART_BAR, "bar.settings", "bar.settings", ACTION_PANEL, PANEL_SETTINGS)->hint = STR("O");
    if (story_has_sound(p->story)) {
        const char *key = p->settings.silent ? "bar.sound-on" : "bar.sound-off";
        item_add_button(p, PART_BAR, "bar.sound", key, ACTION_SOUND, 0)->hint = STR("N");
    }
    (void)item_add_button(p, PART_BAR, "bar.about", "bar.about", ACTION_PANEL, PANEL_ABOUT);
    items_add_viewers_button(p, true);
    item_add_button(p, PART_BAR, "bar.help", "bar.help", ACTION_PANEL, PANEL_HELP)->hint = STR("F1");
    if (p->kiosk) {
        items_add_kiosk_languages(p);
        items_add_kiosk_reach(p);
    }
}

/* --- cards --- */

static void add_skip(struct player *p, enum part part)
{
    if (flow_can_skip(p)) {
        const char *key = part == PART_BAR ? "bar.skip" : "skip"; /* beside other controls it is short */
        item_add_button(p, part, "skip", key, ACTION_SKIP, 0)->hint = STR("K");
    }
}

static void add_go_on(struct player *p)
{
    add_forward(p, "go-on");
    add_skip(p, PART_ACTION);
}

static void add_advisory_line(struct player *p)
{
    unsigned advisories = scene_advisories(viewing_scene(p->viewing), p->level);
    if (advisories) {
        const struct string_value list = {"list", player_advisories(p, advisories)};
        struct str line = strings_fill(p->strings, &p->items_arena, "notice.scene", &list, 1);
        (void)item_add(p, ROLE_TEXT, PART_BODY, "notice", line);
    }
}

static void make_notice(struct player *p)
{
    add_picture_item(p);
    (void)item_add(p, ROLE_HEADING, PART_TITLE, "title",
                   player_word(p, p->settled ? "notice.next" : "notice.title"));
    if (p->settled) {
        add_advisory_line(p);
    } else {
        add_text(p, ROLE_TEXT, PART_BODY, "advisory", p->story->advisory);
        item_add_second(p, "advisory", p->story->advisory);
    }
    add_go_on(p);
    if (p->kiosk && !p->settled) { /* whoever came by the attract loop has not seen the opening */
        items_add_levels(p);
    }
    add_bar(p);
}

static void make_chapter(struct player *p)
{
    int chapter = viewing_scene(p->viewing)->chapter;
    const struct string_value values[] = {
        {"n", player_number(p, chapter + 1)},
        {"of", player_number(p, p->story->chapter_count)},
    };
    add_picture_item(p);
    (void)item_add(p, ROLE_TEXT, PART_OVERLINE, "chapter.number",
                   strings_fill(p->strings, &p->items_arena, "chapter.number", values, 2));
    add_text(p, ROLE_HEADING, PART_TITLE, "chapter", p->story->chapters[chapter].title);
    item_add_second(p, "chapter", p->story->chapters[chapter].title);
    if (map_is_screen(p)) {
        items_add_road_length(p, PART_NOTE);
    }
    add_advisory_line(p);
    add_go_on(p);
    add_bar(p);
}

static void make_because(struct player *p)
{
    add_picture_item(p);
    const struct choice *choice = viewing_cause(p->viewing);
    if (choice) {
        add_text(p, ROLE_TEXT, PART_OVERLINE, "followed", choice->text);
    }
    (void)item_add_shown(p, ROLE_TEXT, PART_BODY, "because",
                         viewing_because(p->viewing, p->words, &p->items_arena));
    item_add_terms(p);
    if (p->second_words) {
        item_add_second_shown(p, "because", viewing_because(p->viewing, p->second_words, &p->items_arena));
    }
    add_forward(p, "go-on");
    add_bar(p);
}

/* --- scene --- */

static void add_dots(struct player *p, int count)
{
    const struct string_value values[] = {{"n", player_number(p, p->caption + 1)}, {"of", player_number(p, count)}};
    struct item *dots = item_add(p, ROLE_STATUS, PART_DOTS, "dots",
                                 strings_fill(p->strings, &p->items_arena, "dots", values, 2));
    dots->action_value = p->caption;
    dots->level = count;
}

/* A sound's words often stand in parentheses already. */
static void add_sound(struct player *p, const struct scene *scene)
{
    if (!scene->sound || p->settings.silent) {
        return;
    }
    struct str words = player_show(p, scene->sound->alt).text;
    if (words.n > 0 && words.s[0] != '(') {
        const struct string_value value = {"words", words};
        words = strings_fill(p->strings, &p->items_arena, "read.heard", &value, 1);
    }
    if (words.n > 0) {
        (void)item_add(p, ROLE_TEXT, PART_SOUND, "sound", words);
    }
}

static void make_scene(struct player *p)
{
    const struct scene *scene = viewing_scene(p->viewing);
    int count = scene_caption_count(scene, p->level);
    add_scene_heads(p);
    add_picture_item(p);
    if (p->skipped) {
        add_text(p, ROLE_TEXT, PART_CAPTION, "caption", scene->skip);
        item_add_terms(p);
        item_add_second(p, "caption", scene->skip);
    } else if (p->caption < count) {
        struct shown_caption caption = scene_caption(scene, p->level, p->caption);
        add_text(p, ROLE_TEXT, PART_SPEAKER, "speaker", caption.speaker);
        add_text(p, ROLE_TEXT, PART_CAPTION, "caption", caption.text);
        item_add_terms(p);
        item_add_second(p, "caption", caption.text);
        if (!p->is_attract) {
            add_dots(p, count);
            add_sound(p, scene);
        }
    }
    if (p->is_attract) {
        items_make_attract(p);
        return;
    }
    add_bar(p);
    add_skip(p, PART_BAR);
    add_forward(p, "forward");
}

static void make_choices(struct player *p)
{
    const struct scene *scene = viewing_scene(p->viewing);
    struct offers offers = viewing_offers(p->viewing);
    add_scene_heads(p);
    add_picture_item(p);
    for (int i = 0; i < offers.count; i++) {
        struct str id = arena_printf(&p->items_arena, "choice.%d", i + 1);
        struct shown text = player_show(p, scene->choices[offers.choices[i]].text);
        struct item *item = item_add_shown(p, ROLE_CHOICE, PART_CHOICE, id.s, text);
        item->action = ACTION_CHOOSE;
        item->action_value = i;
        item->hint = player_number(p, i + 1);
        item_add_second(p, id.s, scene->choices[offers.choices[i]].text);
    }
    if (offers.count == 0) {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "dead-end", player_word(p, "dead-end"));
        (void)item_add_button(p, PART_ACTION, "home", "home", ACTION_HOME, 0);
    }
    add_bar(p);
}

static void make_ending(struct player *p)
{
    const struct ending *ending = scene_ending(viewing_scene(p->viewing), p->level);
    add_picture_item(p);
    (void)item_add(p, ROLE_TEXT, PART_OVERLINE, "ending", player_word(p, "ending"));
    add_text(p, ROLE_HEADING, PART_TITLE, "title", ending->title);
    item_add_second(p, "title", ending->title);
    if (words_has(ending->text)) {
        add_text(p, ROLE_TEXT, PART_BODY, "ending.text", ending->text);
        item_add_terms(p);
        item_add_second(p, "ending.text", ending->text);
    }
    if (map_is_screen(p)) {
        items_add_road_length(p, PART_BODY);
    }
    add_text(p, ROLE_TEXT, PART_NOTE, "support", p->story->support);
    (void)item_add_button(p, PART_ACTION, "ending.roads", "ending.roads", ACTION_PANEL, PANEL_CHAPTERS);
    (void)item_add_button(p, PART_ACTION, "ending.sources", "ending.sources", ACTION_PANEL, PANEL_SOURCES);
    (void)item_add_button(p, PART_ACTION, "home", "home", ACTION_HOME, 0);
    add_bar(p);
}

void items_make_screen(struct player *p)
{
    switch (p->screen) {
    case SCREEN_OPENING:
        make_opening(p);
        break;
    case SCREEN_NOTICE:
        make_notice(p);
        break;
    case SCREEN_CHAPTER:
        make_chapter(p);
        break;
    case SCREEN_SCENE:
        make_scene(p);
        break;
    case SCREEN_CHOICES:
        make_choices(p);
        break;
    case SCREEN_BECAUSE:
        make_because(p);
        break;
    case SCREEN_ENDING:
        make_ending(p);
        break;
    case SCREEN_COUNT:
        break;
    }
}
