#include "app/check_fit.h"
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
    bool strict, decode, fit;
    int format;
    struct str language;
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
    if (s && args->fit && diags.refusals == 0 && check_fit(s, path, args->language, &diags, &err) < 0) {
        complain("%s", err.text);
        goto out;
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
        {.name = "strict", .help = "warnings too make the exit status 1",
         .kind = OPTION_FLAG, .sets.flag = &args.strict},
        {.name = "format", .value = "text|json", .help = "how to print the faults (text)",
         .kind = OPTION_WORD, .sets.word = &args.format, .words = formats},
        {.name = "decode", .help = "decode every picture too, not just its header",
         .kind = OPTION_FLAG, .sets.flag = &args.decode},
        {.name = "fit", .help = "lay out every page, in every language, size and screen",
         .kind = OPTION_FLAG, .sets.flag = &args.fit},
        {.name = "lang", .value = "TAG", .help = "with --fit, in this language alone",
         .kind = OPTION_TEXT, .sets.text = &args.language},
        {.name = "explain", .value = "TAG", .help = "tell what a fault means and how to mend it",
         .kind = OPTION_TEXT, .sets.text = &tag},
    };
    const struct usage usage = {
        .command = "check",
        .names = "[STORY]",
        .does = "Reports every fault of a story, one a line, each with its place and its tag.\n"
                "Exit status: 0 without errors, 1 with errors, 2 where it cannot be read.",
        .rows = rows,
        .row_count = (int)COUNT(rows),
        .names_most = 1,
    };
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        status = tag.n ? explain(tag) : check(names.items[0], &args, &a);
    }
    arena_finish(&a);
    return status;
}
