#include "app/check_report.h"
#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/progress.h"
#include "app/source.h"
#include "base/compiler.h"
#include "stage/picture.h"
#include "story/check.h"
#include "story/diag_tags.h"

static void show_progress(void *self, int done, int of)
{
    (void)self;
    progress_show("checking file", done, of);
}

static int explain(struct str name)
{
    int tag = diag_tag_by_name(name);
    if (tag >= 0) {
        check_explain(diag_tag_row((enum diag_tag)tag));
        return output_finish(EXIT_DONE);
    }
    struct str names[TAG_COUNT];
    for (int i = 0; i < TAG_COUNT; i++) {
        names[i] = diag_tag_row((enum diag_tag)i)->name;
    }
    struct str nearest = str_nearest(name, names, TAG_COUNT);
    if (nearest.n) {
        complain("no tag is called \"%.*s\"; did you mean \"%.*s\"?", STR_ARG(name),
                 STR_ARG(nearest));
    } else {
        complain("no tag is called \"%.*s\"", STR_ARG(name));
    }
    return EXIT_USAGE;
}

struct check_arguments {
    bool strict, decode;
    int format;
};

static int check(struct str given, const struct check_arguments *args, struct arena *a)
{
    struct str path = {0};
    if (!source_path(given, a, &path)) {
        return EXIT_USAGE;
    }
    struct diag_list diags = {0};
    struct error err = {0};
    struct story *s = story_load_to_check(path.s, &diags, &err);
    int status = EXIT_USAGE;
    if (err.text[0]) {
        complain("%s", err.text);
        goto out;
    }
    if (s) {
        struct check_options options = {
            .decode = args->decode, .decode_picture = picture_decodes, .progress = show_progress};
        story_check(s, &options, &diags);
    }
    diag_list_sort(&diags);
    check_report(&diags, s ? s->scene_count : 0, (enum check_format)args->format);
    bool is_faulty = diags.errors > 0 || (args->strict && diags.warnings > 0);
    status = output_finish(is_faulty ? EXIT_FAULTY : EXIT_DONE);
out:
    story_destroy(s);
    diag_list_finish(&diags);
    return status;
}

int cmd_check(int argc, char **argv)
{
    static const char *const formats[] = {"text", "json", NULL};
    struct check_arguments args = {0};
    struct str tag = {0};
    const struct option_row rows[] = {
        {"strict",
         NULL,
         "warnings too make the exit status 1",
         OPTION_FLAG,
         {.flag = &args.strict},
         0,
         0,
         NULL},
        {"format",
         "text|json",
         "how to print the faults (text)",
         OPTION_WORD,
         {.word = &args.format},
         0,
         0,
         formats},
        {"decode",
         NULL,
         "decode every picture too, not just its header",
         OPTION_FLAG,
         {.flag = &args.decode},
         0,
         0,
         NULL},
        {"explain",
         "TAG",
         "tell what a fault means and how to mend it",
         OPTION_TEXT,
         {.text = &tag},
         0,
         0,
         NULL},
    };
    const struct usage usage = {
        "check",
        "[STORY]",
        "Reports every fault of a story, one a line, each with its place and its tag.\n"
        "Exit status: 0 without errors, 1 with errors, 2 where it cannot be read.",
        rows,
        COUNT(rows),
        1};
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        status = tag.n ? explain(tag) : check(names.items[0], &args, &a);
    }
    arena_finish(&a);
    return status;
}
