#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/progress.h"
#include "app/session.h"
#include "base/path.h"
#include "stage/canvas.h"
#include "stage/screen.h"
#include "stage/snapshot.h"

struct render_arguments {
    struct str story, out, scene, language;
    struct option_size size, screen_mm;
    int64_t distance_mm;
    struct option_numbers choose;
    int64_t text_size;
    int level, theme, typeface, spacing;
    bool captions, choices, sheet;
};

struct render {
    const struct render_arguments *given;
    struct session *session;
    struct player *player;
    struct canvas *canvas;
    struct screen_target screen;
    struct sheet *contact;
    int64_t now_ms;
    int pages;
};

enum { SETTLED_MS = 3600 * 1000 }; /* long after any fade or pan has ended */

static struct size page_size(const struct render *r)
{
    return (struct size){r->given->size.width_px, r->given->size.height_px};
}

static int scene_now(const struct render *r)
{
    const struct viewing *v = player_viewing(r->player);
    return v ? viewing_scene_index(v) : -1;
}

static struct player *player_at(struct session *s, const struct render_arguments *given, int scene, struct error *err)
{
    int count;
    const struct str *languages = session_languages(s, &count);
    struct settings settings = {.text_size = (int)given->text_size, .still = true};
    settings.preferred[PREFERENCE_THEME] = given->theme;
    settings.preferred[PREFERENCE_TYPEFACE] = given->typeface;
    settings_space(&settings, (enum spacing)given->spacing);
    const struct player_options options = {
        .story = session_story(s),
        .level = (enum level)given->level,
        .language = session_language(s),
        .languages = languages,
        .language_count = count,
        .load_language = session_words,
        .self = s,
        .settings = settings,
        .start = scene,
    };
    return player_create(&options, err);
}

/* One page of what the player shows, saved and put on the contact sheet. */
static bool save_page(struct render *r, struct str name, struct error *err)
{
    struct arena scratch = {0};
    r->now_ms += SETTLED_MS;
    const struct frame *frame = canvas_frame(r->canvas, page_size(r), r->now_ms);
    struct str path = arena_printf(&scratch, "%.*s/%03d-%.*s.png", STR_ARG(r->given->out), ++r->pages, STR_ARG(name));
    bool ok = painter_paint(r->screen.painter, &frame->list, rect_of_size(page_size(r)), err) &&
              snapshot_save(r->screen.memory, path.s, err) &&
              (!r->contact || sheet_add(r->contact, r->screen.memory, name, err));
    arena_finish(&scratch);
    return ok;
}

/* Forward within the scene that stands now; the page is laid out, so that pages are counted. */
static bool forward_in(struct render *r, int scene)
{
    (void)canvas_frame(r->canvas, page_size(r), r->now_ms);
    return player_screen(r->player) == SCREEN_SCENE && player_act(r->player, ACTION_FORWARD, 0, r->now_ms) &&
           scene_now(r) == scene;
}

static bool save_captions(struct render *r, int scene, struct str id, struct error *err)
{
    struct arena scratch = {0};
    bool ok = save_page(r, id, err);
    int number = 1;
    while (ok && r->given->captions && forward_in(r, scene) && player_screen(r->player) == SCREEN_SCENE) {
        ok = save_page(r, arena_printf(&scratch, "%.*s-%d", STR_ARG(id), ++number), err);
    }
    arena_finish(&scratch);
    return ok;
}

/* On to the cards behind the last caption, where there are any. */
static bool save_choices(struct render *r, int scene, struct str id, struct error *err)
{
    struct arena scratch = {0};
    bool ok = true;
    while (player_screen(r->player) == SCREEN_SCENE && forward_in(r, scene)) {
    }
    enum screen screen = player_screen(r->player);
    if (scene_now(r) == scene && (screen == SCREEN_CHOICES || screen == SCREEN_ENDING)) {
        ok = save_page(r, arena_printf(&scratch, "%.*s-%s", STR_ARG(id), screen_name(screen)), err);
    }
    arena_finish(&scratch);
    return ok;
}

static bool render_scene(struct render *r, int scene, struct error *err)
{
    const struct scene *s = &session_story(r->session)->scenes[scene];
    if (scene_is_passed(s, (enum level)r->given->level)) {
        return true;
    }
    struct player *p = player_at(r->session, r->given, scene, err);
    if (!p) {
        return false;
    }
    player_destroy(r->player);
    r->player = p;
    canvas_show(r->canvas, p);
    return save_captions(r, scene, s->id, err) && (!r->given->choices || save_choices(r, scene, s->id, err));
}

static bool render_all(struct render *r, struct error *err)
{
    const struct story *story = session_story(r->session);
    bool ok = save_page(r, STR("opening"), err);
    for (int i = 0; ok && i < story->scene_count; i++) {
        ok = render_scene(r, i, err);
        progress_show("render", i + 1, story->scene_count);
    }
    return ok;
}

/* --- a walk --- */

static struct str page_name(const struct render *r)
{
    enum screen screen = player_screen(r->player);
    bool tells = screen == SCREEN_SCENE;
    return tells ? session_story(r->session)->scenes[scene_now(r)].id : str_from(screen_name(screen));
}

/* Everything from one choice to the next, as it is shown. */
static bool save_until_choice(struct render *r, struct error *err)
{
    int told = -1; /* the scene of which a caption was saved */
    for (;;) {
        enum screen screen = player_screen(r->player);
        bool again = screen == SCREEN_SCENE && scene_now(r) == told && !r->given->captions;
        if (!again && !save_page(r, page_name(r), err)) {
            return false;
        }
        told = screen == SCREEN_SCENE ? scene_now(r) : told;
        (void)canvas_frame(r->canvas, page_size(r), r->now_ms);
        bool waits = screen == SCREEN_CHOICES || screen == SCREEN_ENDING;
        if (waits || !player_act(r->player, ACTION_FORWARD, 0, r->now_ms)) {
            return true;
        }
    }
}

static bool render_walk(struct render *r, struct error *err)
{
    const struct option_numbers *choose = &r->given->choose;
    bool ok = save_until_choice(r, err);
    for (int i = 0; ok && i < choose->count; i++) {
        if (!player_act(r->player, ACTION_CHOOSE, choose->items[i] - 1, r->now_ms)) {
            return error_set(err, "step %d: choice %d is not offered", i + 1, choose->items[i]);
        }
        ok = save_until_choice(r, err);
    }
    return ok;
}

/* --- setting up --- */

static bool render_what(struct render *r, int scene, struct error *err)
{
    if (scene >= 0) {
        return render_scene(r, scene, err);
    }
    return r->given->choose.count > 0 ? render_walk(r, err) : render_all(r, err);
}

static bool render_open(struct render *r, struct error *err)
{
    r->player = player_at(r->session, r->given, -1, err);
    if (!r->player) {
        return false;
    }
    struct canvas_options canvas = {
        .player = r->player,
        .folder = &session_story(r->session)->folder,
        .screen = {.width = r->given->screen_mm.width_px, .height = r->given->screen_mm.height_px,
                   .distance = (int)r->given->distance_mm},
    };
    r->canvas = canvas_create(&canvas, err);
    if (!r->canvas || !screen_open_memory(&r->screen, page_size(r), canvas_fonts(r->canvas), err)) {
        return false;
    }
    r->contact = r->given->sheet ? sheet_create(canvas_fonts(r->canvas)) : NULL;
    return true;
}

static bool render_session(struct render *r, int scene, struct error *err)
{
    struct arena scratch = {0};
    struct str out = arena_str(&scratch, r->given->out);
    bool ok = path_make_folders(out.s, err) && render_open(r, err) && render_what(r, scene, err);
    if (ok && r->contact) {
        ok = sheet_save(r->contact, arena_printf(&scratch, "%s/sheet.png", out.s).s, err);
    }
    sheet_destroy(r->contact);
    screen_close(&r->screen);
    canvas_destroy(r->canvas);
    player_destroy(r->player);
    arena_finish(&scratch);
    return ok;
}

static int render_given(const struct render_arguments *given)
{
    int status;
    struct error err = {0};
    const struct session_options open = {
        .story = given->story,
        .language = given->language,
        .level = given->level,
        .forgets = true,
        .strict = true,
    };
    struct render render = {.given = given, .session = session_create(&open, &status)};
    if (!render.session) {
        return status;
    }
    int scene = given->scene.n ? story_find_scene(session_story(render.session), given->scene) : -1;
    if (given->scene.n && scene < 0) {
        complain("no scene is called \"%.*s\"", STR_ARG(given->scene));
        status = EXIT_USAGE;
    } else if (!render_session(&render, scene, &err)) {
        complain("%s", err.text);
        status = EXIT_FAULTY;
    }
    session_destroy(render.session);
    return output_finish(status);
}

int cmd_render(int argc, char **argv)
{
    static const char *const levels[] = {"full", "gentle", NULL};
    struct render_arguments given = {.out = STR("render"), .size = {1920, 1080}, .text_size = 100};
    const struct option_row rows[] = {
        {.name = "out", .value = "DIR", .help = "where the pictures go (render)",
         .kind = OPTION_TEXT, .sets.text = &given.out},
        {.name = "size", .value = "WxH", .help = "of each, in pixels (1920x1080)",
         .kind = OPTION_SIZE, .sets.size = &given.size, .low = 1, .high = 16384},
        {.name = "text-size", .value = "N", .help = "of the text in percent, 100 to 300 (100)",
         .kind = OPTION_NUMBER, .sets.number = &given.text_size, .low = TEXT_SIZE_LEAST, .high = TEXT_SIZE_MOST},
        {.name = "theme", .value = "dark|light|cream|contrast", .help = "the colours (dark)",
         .kind = OPTION_WORD, .sets.word = &given.theme, .words = preference_words(PREFERENCE_THEME)},
        {.name = "spacing", .value = "usual|wider|widest", .help = "of lines, words and letters (usual)",
         .kind = OPTION_WORD, .sets.word = &given.spacing, .words = preference_words(PREFERENCE_LINE)},
        {.name = "typeface", .value = "serif|sans|plain", .help = "of the telling (serif)",
         .kind = OPTION_WORD, .sets.word = &given.typeface, .words = preference_words(PREFERENCE_TYPEFACE)},
        {.name = "screen-mm", .value = "WxH", .help = "what a page fills of the screen, in millimetres",
         .kind = OPTION_SIZE, .sets.size = &given.screen_mm, .low = SCREEN_LEAST_MM, .high = SCREEN_MOST_MM},
        {.name = "distance-mm", .value = "N", .help = "from which it is read, in millimetres",
         .kind = OPTION_NUMBER, .sets.number = &given.distance_mm, .low = 1, .high = DISTANCE_MOST_MM},
        {.name = "lang", .value = "TAG", .help = "the language (the system's)",
         .kind = OPTION_TEXT, .sets.text = &given.language},
        {.name = "level", .value = "full|gentle", .help = "how to tell it (full)",
         .kind = OPTION_WORD, .sets.word = &given.level, .words = levels},
        {.name = "captions", .help = "every caption, not the first alone",
         .kind = OPTION_FLAG, .sets.flag = &given.captions},
        {.name = "choices", .help = "the choices and endings too",
         .kind = OPTION_FLAG, .sets.flag = &given.choices},
        {.name = "scene", .value = "ID", .help = "this scene alone",
         .kind = OPTION_TEXT, .sets.text = &given.scene},
        {.name = "choose", .value = "2,1,...", .help = "each step of this walk, instead of each scene",
         .kind = OPTION_NUMBERS, .sets.numbers = &given.choose},
        {.name = "sheet", .help = "also DIR/sheet.png, all of them small",
         .kind = OPTION_FLAG, .sets.flag = &given.sheet},
    };
    const struct usage usage = {
        .command = "render",
        .names = "[STORY]",
        .does = "Saves what the window would show as DIR/NNN-SCENE.png, without a display.",
        .rows = rows,
        .row_count = (int)COUNT(rows),
        .names_most = 1,
    };
    struct arena arena = {0};
    struct names names = {0};
    int status;
    if (options_take(&usage, argc, argv, &names, &arena, &status)) {
        given.story = names.items[0];
        status = render_given(&given);
    }
    arena_finish(&arena);
    return status;
}
