#include <limits.h>

#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/source.h"
#include "base/compiler.h"
#include "viewing/walk.h"

struct walk_arguments {
    int level;
    struct str language;
    struct option_numbers choose;
    int64_t seed, steps;
};

static bool write_line(void *self, struct str line)
{
    (void)self;
    return output_add(line);
}

static int walk_story(const struct story *s, const struct walk_arguments *args, struct arena *a)
{
    struct str language = {0};
    if (!source_language(s, args->language, a, &language)) {
        return EXIT_USAGE;
    }
    struct strings *strings = source_strings(language);
    if (!strings) {
        return EXIT_USAGE;
    }
    struct diag_list diags = {0};
    struct words *words = words_load(s, language, &diags);
    source_log(&diags);
    struct walk_options options = {
        .level = (enum level)args->level,
        .words = words,
        .yes = strings_get(strings, "yes"),
        .no = strings_get(strings, "no"),
        .choose = args->choose.items,
        .choose_count = args->choose.count,
        .random = args->seed >= 0,
        .seed = (uint64_t)args->seed,
        .most_steps = (int)args->steps,
        .start = -1,
        .write = write_line,
    };
    struct error err = {0};
    bool ok = walk(s, &options, &err);
    int status = output_finish(ok ? EXIT_DONE : EXIT_FAULTY);
    if (!ok && err.text[0]) {
        complain("%s", err.text);
    }
    words_destroy(words);
    diag_list_finish(&diags);
    strings_destroy(strings);
    return status;
}

static int run(struct str given, const struct walk_arguments *args, struct arena *a)
{
    if (args->choose.count && args->seed >= 0) {
        complain("\"--choose\" and \"--random\" exclude each other");
        return EXIT_USAGE;
    }
    int status = EXIT_DONE;
    struct story *s = source_open(given, &status);
    if (s) {
        status = walk_story(s, args, a);
    }
    story_destroy(s);
    return status;
}

int cmd_walk(int argc, char **argv)
{
    struct walk_arguments args = {.seed = -1, .steps = 1000};
    const struct option_row rows[] = {
        {"level",
         "full|gentle",
         "how to tell it (full)",
         OPTION_WORD,
         {.word = &args.level},
         0,
         0,
         option_levels},
        {"lang",
         "TAG",
         "the language of the texts (the story's own)",
         OPTION_TEXT,
         {.text = &args.language},
         0,
         0,
         NULL},
        {"choose",
         "2,1,...",
         "the choices to make, of those offered",
         OPTION_NUMBERS,
         {.numbers = &args.choose},
         0,
         0,
         NULL},
        {"random",
         "SEED",
         "choose by chance, the same for the same seed",
         OPTION_NUMBER,
         {.number = &args.seed},
         0,
         INT64_MAX,
         NULL},
        {"steps",
         "N",
         "print at most N lines (1000)",
         OPTION_NUMBER,
         {.number = &args.steps},
         1,
         INT_MAX,
         NULL},
    };
    const struct usage usage = {
        "walk", "[STORY]",   "Prints a viewing, one JSON object a line for each scene entered.",
        rows,   COUNT(rows), 1};
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        status = run(names.items[0], &args, &a);
    }
    arena_finish(&a);
    return status;
}
