#include <stdlib.h>

#include "app/command.h"
#include "app/keeping.h"
#include "app/options.h"
#include "app/output.h"
#include "app/paths.h"
#include "app/play_window.h"
#include "app/read.h"
#include "app/user_config.h"
#include "base/compiler.h"
#include "stage/keymap.h"

enum { WINDOW_LEAST_PX = 256, WINDOW_MOST_PX = 16384 };

/* All pictures of a long story at 4K are less. */
enum { PICTURE_MOST_MB = 4096 };

struct play_arguments {
    struct session_options session;
    struct str scene, script, second, count_day, viewer;
    int64_t script_ms; /* a script's clock */
    struct option_size size, screen_mm;
    int64_t distance_mm;
    int64_t picture_mb; /* 0: as the window's size asks for */
    int64_t text_size; /* 0: as kept */
    int theme, typeface, spacing, pace; /* -1: as kept */
    bool full_screen, windowed, still, speech, dumps;
};

/* `why` there is no window; empty where no display was asked for. */
static int read_instead(struct session *s, const struct play_arguments *args, const struct error *why)
{
    struct arena scratch = {0};
    if (session_is_faulty(s)) {
        return EXIT_FAULTY;
    }
    const struct words *words = NULL;
    const struct strings *strings = NULL;
    if (session_words(s, session_language(s), &words, &strings)) {
        const struct string_value values[] = {{"why", str_from(why->text)}};
        const char *key = why->text[0] ? "read.no-window" : "read.no-display";
        complain("%.*s", STR_ARG(strings_fill(strings, &scratch, key, values, COUNT(values))));
    }
    arena_finish(&scratch);
    return read_session(s, args->scene, args->session.level >= 0);
}

static struct settings settings_of(struct session *s, const struct play_arguments *args)
{
    struct settings settings = session_settings(s);
    if (args->text_size) {
        settings.text_size = (int)args->text_size;
    }
    if (args->theme >= 0) {
        settings.preferred[PREFERENCE_THEME] = args->theme;
    }
    if (args->typeface >= 0) {
        settings.preferred[PREFERENCE_TYPEFACE] = args->typeface;
    }
    if (args->spacing >= 0) {
        settings_space(&settings, (enum spacing)args->spacing);
    }
    if (args->pace >= 0) {
        settings.preferred[PREFERENCE_PACE] = args->pace;
    }
    if (args->second.n) {
        settings.second_language = session_second_language(s, args->second);
    }
    settings.still = settings.still || args->still;
    settings.speech = settings.speech || args->speech;
    if (args->full_screen || args->windowed) {
        settings.full_screen = args->full_screen;
    }
    return settings;
}

static int play_session(struct session *s, struct play_arguments *args)
{
    struct keymap keymap = {0};
    user_config_read(&keymap);
    struct play_options options = {
        .keymap = &keymap,
        .size = args->size,
        .screen = {.width = args->screen_mm.width_px, .height = args->screen_mm.height_px,
                   .distance = (int)args->distance_mm},
        .picture_bytes = (size_t)args->picture_mb << 20,
        .settings = settings_of(s, args),
        .level = session_level(s),
        .dumps = args->dumps,
        .script = args->script,
        .count_day = args->count_day,
        .script_ms = &args->script_ms,
    };
    if (session_is_faulty(s)) {
        options.scene = session_story(s)->start;
    } else if (!scene_of_option(s, args->scene, &options.scene)) {
        return EXIT_USAGE;
    }
    struct error err = {0};
    if (args->script.n == 0 && !has_display()) {
        return read_instead(s, args, &err);
    }
    switch (play_window(s, &options, &err)) {
    case WINDOW_DONE:
        return output_finish(session_is_faulty(s) ? EXIT_FAULTY : EXIT_DONE);
    case WINDOW_NO_DISPLAY:
        return read_instead(s, args, &err);
    case WINDOW_FAILED:
        break;
    }
    return EXIT_FAULTY;
}

static int play(struct play_arguments *args)
{
    if (args->full_screen && args->windowed) {
        complain("\"--full-screen\" and \"--windowed\" exclude each other");
        output_try_help("play");
        return EXIT_USAGE;
    }
    if (args->count_day.n && !day_is_sound(args->count_day)) {
        complain("\"--count\" takes a day such as 2026-11-23, not \"%.*s\"", STR_ARG(args->count_day));
        output_try_help("play");
        return EXIT_USAGE;
    }
    int status = EXIT_DONE;
    args->session.clock = args->script.n > 0 ? clock_fake(&args->script_ms) : clock_system();
    struct session *session = session_create(&args->session, &status);
    if (session && !keeping_name_viewer(session, args->viewer)) {
        status = EXIT_USAGE;
    } else if (session) {
        status = play_session(session, args);
    }
    session_destroy(session);
    return status;
}

int cmd_play(int argc, char **argv)
{
    struct play_arguments args = {
        .session = {.level = -1, .shows_faults = true}, .theme = -1, .typeface = -1, .spacing = -1, .pace = -1};
    const struct option_row rows[] = {
        {.name = "full-screen", .help = "fill the screen",
         .kind = OPTION_FLAG, .sets.flag = &args.full_screen},
        {.name = "windowed", .help = "do not fill the screen",
         .kind = OPTION_FLAG, .sets.flag = &args.windowed},
        {.name = "size", .value = "WxH", .help = "the window's size in pixels",
         .kind = OPTION_SIZE, .sets.size = &args.size, .low = WINDOW_LEAST_PX, .high = WINDOW_MOST_PX},
        {.name = "screen-mm", .value = "WxH", .help = "what the window fills of the screen, in millimetres",
         .kind = OPTION_SIZE, .sets.size = &args.screen_mm, .low = SCREEN_LEAST_MM, .high = SCREEN_MOST_MM},
        {.name = "distance-mm", .value = "N", .help = "from which it is read, in millimetres",
         .kind = OPTION_NUMBER, .sets.number = &args.distance_mm, .low = 1, .high = DISTANCE_MOST_MM},
        {.name = "picture-memory", .value = "MB", .help = "that decoded pictures may take, in megabytes",
         .kind = OPTION_NUMBER, .sets.number = &args.picture_mb, .low = 1, .high = PICTURE_MOST_MB},
        {.name = "level", .value = "full|gentle", .help = "how to tell it",
         .kind = OPTION_WORD, .sets.word = &args.session.level, .words = option_levels},
        {.name = "lang", .value = "TAG", .help = "the language to tell it in",
         .kind = OPTION_TEXT, .sets.text = &args.session.language},
        {.name = "second-lang", .value = "TAG|off", .help = "a second language, smaller, below the first",
         .kind = OPTION_TEXT, .sets.text = &args.second},
        {.name = "text-size", .value = "N", .help = "the size of the text in percent, 100 to 300",
         .kind = OPTION_NUMBER, .sets.number = &args.text_size, .low = TEXT_SIZE_LEAST, .high = TEXT_SIZE_MOST},
        {.name = "theme", .value = "dark|light|cream|contrast", .help = "the colours",
         .kind = OPTION_WORD, .sets.word = &args.theme, .words = preference_words(PREFERENCE_THEME)},
        {.name = "typeface", .value = "serif|sans|plain", .help = "of the telling",
         .kind = OPTION_WORD, .sets.word = &args.typeface, .words = preference_words(PREFERENCE_TYPEFACE)},
        {.name = "spacing", .value = "usual|wider|widest", .help = "between lines, paragraphs, words and letters",
         .kind = OPTION_WORD, .sets.word = &args.spacing, .words = preference_words(PREFERENCE_LINE)},
        {.name = "pace", .value = "off|half|slower|usual|faster|double", .help = "go on by itself, how fast",
         .kind = OPTION_WORD, .sets.word = &args.pace, .words = preference_words(PREFERENCE_PACE)},
        {.name = "still", .help = "no motion",
         .kind = OPTION_FLAG, .sets.flag = &args.still},
        {.name = "speech", .help = "read everything aloud",
         .kind = OPTION_FLAG, .sets.flag = &args.speech},
        {.name = "scene", .value = "ID", .help = "begin at this scene",
         .kind = OPTION_TEXT, .sets.text = &args.scene},
        {.name = "viewer", .value = "NAME", .help = "who is watching: each name has a place of its own",
         .kind = OPTION_TEXT, .sets.text = &args.viewer},
        {.name = "no-keep", .help = "keep nothing after quitting",
         .kind = OPTION_FLAG, .sets.flag = &args.session.forgets},
        {.name = "dump-ui", .help = "print what is on screen, for tests",
         .kind = OPTION_FLAG, .sets.flag = &args.dumps},
        {.name = "script", .value = "FILE", .help = "play without a window what FILE says, for tests",
         .kind = OPTION_TEXT, .sets.text = &args.script},
        {.name = "count", .value = "DAY", .help = "count the session as a kiosk does, for tests",
         .kind = OPTION_TEXT, .sets.text = &args.count_day},
    };
    const struct usage usage = {
        .command = "play",
        .names = "[STORY]",
        .does = "Shows a story in a window; without a display, in the terminal.",
        .rows = rows,
        .row_count = (int)COUNT(rows),
        .names_most = 1,
    };
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        args.session.story = names.items[0];
        status = play(&args);
    }
    arena_finish(&a);
    return status;
}
