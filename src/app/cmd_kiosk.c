#include <stdlib.h>

#include "app/command.h"
#include "app/kiosk_config.h"
#include "app/kiosk_life.h"
#include "app/options.h"
#include "app/output.h"
#include "app/pin_make.h"
#include "app/play_window.h"
#include "base/compiler.h"
#include "story/language.h"

enum { SIZE_LEAST_PX = 256, SIZE_MOST_PX = 16384 };

struct kiosk_arguments {
    struct str config, script, day, story;
    struct option_size size;
    bool checks, makes_pin, dumps;
    int64_t *script_ms; /* a script's clock */
};

static int print_config(const struct kiosk_config *config, const struct diag_list *faults)
{
    struct strbuf all = {0};
    kiosk_config_print(config, &all);
    (void)output_add(strbuf_str(&all));
    strbuf_finish(&all);
    return output_finish(faults->errors ? EXIT_FAULTY : EXIT_DONE);
}

/* Noon of a day, for scripts: the calendar is the store's, so that a day is one in both. */
static bool wall_of(struct str day, int64_t *wall_out)
{
    int64_t part[3];
    if (!day_is_sound(day)) {
        return false;
    }
    (void)str_to_int(str_sub(day, 0, 4), 1, 9999, &part[0]);
    (void)str_to_int(str_sub(day, 5, 2), 1, 12, &part[1]);
    (void)str_to_int(str_sub(day, 8, 2), 1, 31, &part[2]);
    *wall_out = 12 * 3600;
    /* Days before this one since 1970, by years of March to February (Hinnant, "chrono-Compatible Low-Level Date
     * Algorithms"). */
    int64_t y = part[1] <= 2 ? part[0] - 1 : part[0];
    int64_t of_year = (153 * (part[1] + (part[1] > 2 ? -3 : 9)) + 2) / 5 + part[2] - 1;
    int64_t of_era = (y % 400) * 365 + (y % 400) / 4 - (y % 400) / 100 + of_year;
    *wall_out += (y / 400 * 146097 + of_era - 719468) * 86400;
    return true;
}

/* The story's languages that are offered here, in the museum's order; all of them where it names none. A card has
 * one. */
static int choose_languages(struct session *s, const struct kiosk_config *c, bool is_card, struct str *offered)
{
    int total;
    int count = 0;
    const struct str *all = session_languages(s, &total);
    for (int i = 0; i < c->language_count; i++) {
        int n = language_lookup(c->languages[i], all, total);
        if (n >= 0) {
            offered[count++] = all[n];
        } else if (!is_card) {
            complain("the story is not told in \"%.*s\"", STR_ARG(c->languages[i]));
        }
    }
    return count;
}

static int run_session(struct session *s, const struct kiosk_arguments *args, const struct kiosk_config *config,
                       struct kiosk_life *life, int64_t wall_s)
{
    struct str offered[KIOSK_LANGUAGES_MOST];
    struct error err = {0};
    if (config->speech_device.n) { /* SDL's own way to be told, where a program leaves the choice to it */
        (void)setenv("SDL_AUDIO_DEVICE_NAME", config->speech_device.s, 1);
    }
    /* No daemon that outlives the session, and none of whose voices asks a server on this machine. */
    (void)setenv("LANTERN_SPEECH", "espeak-ng", 0);
    struct play_options options = {
        .scene = -1,
        .size = args->size,
        .screen = config->screen,
        .settings = {.text_size = TEXT_SIZE_LEAST, .full_screen = true, .speech_chosen = true},
        .level = config->level >= 0 ? (enum level)config->level : LEVEL_FULL,
        .keymap = &config->keymap,
        .dumps = args->dumps,
        .script = args->script,
        .script_ms = args->script_ms,
        .kiosk = config,
        .life = life,
        .wall_s = wall_s,
        .languages = offered,
        .language_count = choose_languages(s, config, kiosk_life_shows_card(life), offered),
    };
    options.screen.beyond = kiosk_config_beyond_reach_mm(config);
    switch (play_window(s, &options, &err)) {
    case WINDOW_DONE:
        kiosk_life_end(life);
        return output_finish(EXIT_DONE);
    case WINDOW_NO_DISPLAY:
        complain("%s", err.text);
        break;
    case WINDOW_FAILED:
        break;
    }
    return EXIT_FAULTY;
}

static int run(const struct kiosk_arguments *args, const struct kiosk_config *config, int64_t wall_s)
{
    int status = EXIT_DONE;
    struct arena a = {0};
    struct kiosk_life life;
    kiosk_life_begin(&life, args->story.n ? NULL : update_default_store(&a).s, &a);
    struct session *session = session_create(
        &(struct session_options){
            .story = args->story.n ? args->story : life.start.story.n ? life.start.story : config->story,
            .language = config->language_count ? config->languages[0] : (struct str){0},
            .level = config->level >= 0 ? config->level : LEVEL_FULL,
            .clock = args->script.n > 0 ? clock_fake(args->script_ms) : clock_system(),
            .shows_card = kiosk_life_shows_card(&life),
        },
        &status);
    if (session) {
        status = run_session(session, args, config, &life, wall_s);
    }
    session_destroy(session);
    arena_finish(&a);
    return status;
}

static int kiosk(const struct kiosk_arguments *args)
{
    struct arena a = {0};
    struct diag_list faults = {0};
    struct error err = {0};
    struct kiosk_config config;
    int64_t wall_s = -1;
    int status = EXIT_USAGE;
    struct str path = args->config.n ? args->config : STR(KIOSK_CONFIG_PATH);
    if (args->day.n && !wall_of(args->day, &wall_s)) {
        complain("\"--day\" takes a day such as 2026-11-23, not \"%.*s\"", STR_ARG(args->day));
        output_try_help("kiosk");
    } else if (!kiosk_config_read(path, args->config.n > 0, &config, &a, &faults, &err)) {
        complain("%s", err.text);
    } else {
        complain_of_faults(&faults);
        status = args->checks ? print_config(&config, &faults) : run(args, &config, wall_s);
    }
    diag_list_finish(&faults);
    arena_finish(&a);
    return status;
}

int cmd_kiosk(int argc, char **argv)
{
    int64_t script_ms = 0;
    struct kiosk_arguments args = {.script_ms = &script_ms};
    const struct option_row rows[] = {
        {.name = "config", .value = "FILE", .help = "the settings, in place of " KIOSK_CONFIG_PATH,
         .kind = OPTION_TEXT, .sets.text = &args.config},
        {.name = "check-config", .help = "print every setting, its default and what it does, and every fault",
         .kind = OPTION_FLAG, .sets.flag = &args.checks},
        {.name = "make-pin", .help = "ask for the staff's number, and print the line of the settings for it",
         .kind = OPTION_FLAG, .sets.flag = &args.makes_pin},
        {.name = "size", .value = "WxH", .help = "the window's size in pixels, for tests",
         .kind = OPTION_SIZE, .sets.size = &args.size, .low = SIZE_LEAST_PX, .high = SIZE_MOST_PX},
        {.name = "dump-ui", .help = "print what is on screen, for tests",
         .kind = OPTION_FLAG, .sets.flag = &args.dumps},
        {.name = "script", .value = "FILE", .help = "play without a window what FILE says, for tests",
         .kind = OPTION_TEXT, .sets.text = &args.script},
        {.name = "day", .value = "DAY", .help = "a script begins at noon of this day, for tests",
         .kind = OPTION_TEXT, .sets.text = &args.day},
    };
    const struct usage usage = {
        .command = "kiosk",
        .names = "[STORY]",
        .does = "Shows a story to one visitor after another, with nobody there to look after it.",
        .rows = rows,
        .row_count = (int)COUNT(rows),
        .names_most = 1,
    };
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        args.story = names.items[0];
        status = args.makes_pin ? pin_make() : kiosk(&args);
    }
    arena_finish(&a);
    return status;
}
