#include "app/check_fit.h"

#include <stdlib.h>

#include "app/progress.h"
#include "app/session.h"
#include "base/memory.h"
#include "player/home.h"
#include "stage/canvas.h"
#include "stage/fit.h"
#include "story/diag_tags.h"

static const struct size screens[] = {{1024, 768}, {1280, 800}, {1366, 768}, {1920, 1080}, {3840, 2160}, {1080, 1920}};
static const int text_sizes[] = {100, 125, 150, 200, 250, 300};

/* The same fault of the same thing, however often it was seen. */
struct tally {
    uint32_t node;
    enum fit fit;
    struct str id;    /* of the item; empty: the page */
    struct str first; /* where it was seen first: "1024x768 at 300 %, ko, choices" */
    int pages;
};

struct fit_check {
    const struct story *story;
    struct session *session;
    struct player *player;
    struct canvas *canvas;
    struct str language;
    enum level level;
    int text_size;
    struct size page;
    struct arena arena; /* of the tallies */
    struct tally *tallies;
    int tally_count, tally_capacity;
    int pages;
};

/* --- faults --- */

static uint32_t node_of(const struct fit_check *c, const struct item *item)
{
    const struct viewing *v = player_viewing(c->player);
    if (!v || player_screen(c->player) == SCREEN_OPENING) {
        return 0;
    }
    const struct scene *scene = &c->story->scenes[viewing_scene_index(v)];
    if (item && item->part == PART_CHOICE) {
        struct offers offers = viewing_offers(v);
        if (item->action_value < offers.count) {
            return scene->choices[offers.choices[item->action_value]].node;
        }
    }
    return scene->node;
}

static struct str where(struct fit_check *c)
{
    enum panel panel = player_panel(c->player);
    const char *shown = panel != PANEL_NONE ? panel_name(panel) : screen_name(player_screen(c->player));
    return arena_printf(&c->arena, "%dx%d at %d %%, %.*s, %s", c->page.w, c->page.h, c->text_size,
                        STR_ARG(c->language), shown);
}

static void tally(struct fit_check *c, const struct fit_fault *fault)
{
    int count;
    const struct item *items = player_items(c->player, &count);
    const struct item *item = fault->item >= 0 ? &items[fault->item] : NULL;
    struct str id = item ? item->id : (struct str){0};
    uint32_t node = node_of(c, item);
    for (int i = 0; i < c->tally_count; i++) {
        struct tally *t = &c->tallies[i];
        if (t->node == node && t->fit == fault->fit && str_eq(t->id, id)) {
            t->pages++;
            return;
        }
    }
    if (c->tally_count == c->tally_capacity) {
        c->tally_capacity = c->tally_capacity ? 2 * c->tally_capacity : 64;
        c->tallies = memory_resize(c->tallies, (size_t)c->tally_capacity * sizeof *c->tallies);
    }
    c->tallies[c->tally_count++] = (struct tally){node, fault->fit, arena_str(&c->arena, id), where(c), 1};
}

static void report(const struct fit_check *c, struct diag_list *diags)
{
    for (int i = 0; i < c->tally_count; i++) {
        const struct tally *t = &c->tallies[i];
        struct str id = t->id.n ? t->id : STR("the page");
        diag_node(diags, c->story->doc, t->node, TAG_DOES_NOT_FIT, (struct str){0},
                  "\"%.*s\" %s: %.*s; %d such pages", STR_ARG(id), fit_words(t->fit), STR_ARG(t->first),
                  t->pages);
    }
}

/* --- pages --- */

/* The page as it stands; a caption is laid out once to learn its pages and once as it is shown. */
static void look_at_page(struct fit_check *c)
{
    struct fit_fault faults[FIT_FAULTS_MOST];
    const struct frame *frame = canvas_frame(c->canvas, c->page, 0);
    struct look look = canvas_look(c->canvas);
    int count = fit_find(frame, c->player, &look, faults);
    for (int i = 0; i < count; i++) {
        tally(c, &faults[i]);
    }
    c->pages++;
}

static void look_at_panel(struct fit_check *c, enum panel panel)
{
    if (player_act(c->player, ACTION_PANEL, (int)panel, 0)) {
        look_at_page(c);
        (void)player_act(c->player, ACTION_PANEL, (int)panel, 0);
    }
}

static bool forward(struct fit_check *c)
{
    return player_act(c->player, ACTION_FORWARD, 0, 0);
}

static bool stand_at(struct fit_check *c, int scene, struct error *err)
{
    int count;
    const struct str *languages = session_languages(c->session, &count);
    struct player *p = player_create(&(struct player_options){
        .story = session_story(c->session),
        .level = c->level,
        .language = c->language,
        .languages = languages,
        .language_count = count,
        .load_language = session_words,
        .self = c->session,
        .settings = {.text_size = c->text_size, .still = true},
        .start = scene,
        .keeps = true,
    }, err);
    if (p) {
        canvas_show(c->canvas, p);
        player_destroy(c->player);
        c->player = p;
    }
    return p != NULL;
}

/* The cards that follow a choice, as far as the scene it leads to. */
static bool look_behind_choices(struct fit_check *c, int scene, int choices, struct error *err)
{
    for (int n = 0; n < choices; n++) {
        if (!stand_at(c, scene, err)) {
            return false;
        }
        while (player_screen(c->player) == SCREEN_SCENE && forward(c)) {
        }
        if (!player_act(c->player, ACTION_CHOOSE, n, 0)) {
            continue;
        }
        look_at_panel(c, PANEL_CHAPTERS); /* with the roads not taken there */
        while (player_screen(c->player) != SCREEN_SCENE) {
            look_at_page(c);
            if (!forward(c)) {
                break;
            }
        }
    }
    return true;
}

static bool look_at_scene(struct fit_check *c, int scene, struct error *err)
{
    if (scene_is_passed(&c->story->scenes[scene], c->level)) {
        return true;
    }
    if (!stand_at(c, scene, err)) {
        return false;
    }
    look_at_page(c);
    look_at_panel(c, PANEL_SOURCES);
    look_at_panel(c, PANEL_PICTURE);
    look_at_panel(c, PANEL_TIMELINE);
    while (viewing_scene_index(player_viewing(c->player)) == scene && player_screen(c->player) == SCREEN_SCENE &&
           forward(c) && viewing_scene_index(player_viewing(c->player)) == scene) {
        look_at_page(c);
    }
    bool chooses = player_screen(c->player) == SCREEN_CHOICES;
    int choices = chooses ? viewing_offers(player_viewing(c->player)).count : 0;
    return look_behind_choices(c, scene, choices, err);
}

/* At home, with names as long as they may be, and many. */
static void look_at_home(struct fit_check *c)
{
    static const struct str names[] = {
        STR_INIT("Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"), STR_INIT("María del Carmen Fernández-Villaverde y R"),
        STR_INIT("아주 긴 이름을 가진 사람이 이 이야기를 보고 있는 그런 이름"), STR_INIT("Ana"),
    };
    const struct keeping keeping = {.can_keep = true, .viewers = names, .viewer_count = COUNT(names), .nobody_has = true};
    player_set_keeping(c->player, &keeping);
    for (size_t i = 0; i < COUNT(names); i++) {
        player_set_viewer(c->player, names[i], (struct str){0});
        look_at_page(c);
        look_at_panel(c, PANEL_VIEWERS);
        look_at_panel(c, PANEL_FORGET_VIEWER);
        look_at_panel(c, PANEL_SETTINGS);
        (void)player_act(c->player, ACTION_PANEL, PANEL_NAME, 0);
        player_set_composing(c->player, names[i]);
        look_at_page(c);
        (void)player_act(c->player, ACTION_CLOSE, 0, 0);
    }
    look_at_panel(c, PANEL_SHARE);
    look_at_panel(c, PANEL_FORGET_ALL);
    player_set_viewer(c->player, (struct str){0}, (struct str){0});
}

/* What does not depend on the scene. */
static bool look_at_opening(struct fit_check *c, struct error *err)
{
    static const enum panel panels[] = {PANEL_GLOSSARY, PANEL_TIMELINE, PANEL_CHAPTERS, PANEL_SETTINGS,
                                        PANEL_ABOUT,    PANEL_HELP,     PANEL_PAUSE,    PANEL_HISTORY,
                                        PANEL_MORE};
    if (!stand_at(c, -1, err)) {
        return false;
    }
    look_at_page(c);
    for (size_t i = 0; i < COUNT(panels); i++) {
        look_at_panel(c, panels[i]);
    }
    look_at_home(c);
    while (player_screen(c->player) != SCREEN_SCENE && forward(c)) {
        look_at_page(c);
    }
    look_at_panel(c, PANEL_MAP);
    look_at_panel(c, PANEL_HISTORY);
    return true;
}

static bool look_at_all(struct fit_check *c, struct error *err)
{
    bool ok = look_at_opening(c, err);
    for (int i = 0; ok && i < c->story->scene_count; i++) {
        ok = look_at_scene(c, i, err);
    }
    return ok;
}

/* Text size by text size and not screen by screen: fonts are kept by their size. */
static bool look_in_language(struct fit_check *c, struct error *err)
{
    bool ok = true;
    for (size_t screen = 0; ok && screen < COUNT(screens); screen++) {
        c->page = screens[screen];
        for (size_t size = 0; ok && size < COUNT(text_sizes); size++) {
            c->text_size = text_sizes[size];
            for (int level = LEVEL_FULL; ok && level <= LEVEL_GENTLE; level++) {
                c->level = (enum level)level;
                ok = look_at_all(c, err);
            }
        }
        progress_show("fitting screen", (int)screen + 1, COUNT(screens));
    }
    return ok;
}

static bool is_asked_for(struct str tag, struct str language)
{
    return language.n == 0 || str_eq(tag, language);
}

int check_fit(const struct story *s, struct str path, struct str language, struct diag_list *diags, struct error *err)
{
    int status, count;
    struct fit_check c = {.story = s};
    c.session = session_create(&(struct session_options){.story = path, .level = -1, .forgets = true}, &status);
    if (!c.session) {
        (void)error_set(err, "the story cannot be shown, and so nothing of it can be laid out");
        return -1;
    }
    c.canvas = canvas_create(&(struct canvas_options){.folder = &s->folder, .layout_only = true}, err);
    const struct str *languages = session_languages(c.session, &count);
    bool ok = c.canvas != NULL;
    for (int i = 0; ok && i < count; i++) {
        c.language = languages[i];
        ok = !is_asked_for(c.language, language) || look_in_language(&c, err);
    }
    report(&c, diags);
    canvas_destroy(c.canvas);
    player_destroy(c.player);
    session_destroy(c.session);
    arena_finish(&c.arena);
    free(c.tallies);
    return ok ? c.pages : -1;
}
