#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/source.h"
#include "base/compiler.h"
#include "base/file.h"
#include "story/language.h"
#include "story/template.h"
#include "story/translation.h"

struct strings_arguments {
    struct str language;
    bool notes, notes_all;
};

static int save_originals(const struct story *s, const struct strings_arguments *args, struct arena *a)
{
    struct strbuf json = {0};
    struct error err = {0};
    int status = EXIT_DONE;
    struct str file = arena_printf(a, "lang/%.*s.from.json", STR_ARG(args->language));
    struct str path = translation_file_name(s, file, a);
    if (template_of_originals(s, args->language, args->notes_all, &json) == 0) {
        complain("\"lang/%.*s.json\" translates nothing yet", STR_ARG(args->language));
        status = EXIT_FAULTY;
    } else if (!file_save_atomic(path.s, strbuf_str(&json), &err)) {
        complain("%s", err.text);
        status = EXIT_FAULTY;
    }
    strbuf_finish(&json);
    return status;
}

static int print_template(const struct story *s, struct str language)
{
    struct strbuf json = {0};
    (void)(language.n ? template_of_lacking(s, language, &json) : template_of_all(s, &json));
    (void)output_add(strbuf_str(&json));
    strbuf_finish(&json);
    return output_finish(EXIT_DONE);
}

static bool is_sensible(const struct strings_arguments *args)
{
    if (args->language.n && !language_tag_is_sound(args->language)) {
        complain("\"--lang\" takes a language's tag such as ko or zh-Hant, not \"%.*s\"", STR_ARG(args->language));
        return false;
    }
    if ((args->notes || args->notes_all) && !args->language.n) {
        complain("\"--note\" and \"--note-all\" need \"--lang\"");
        return false;
    }
    return true;
}

static int strings(struct str given, const struct strings_arguments *args, struct arena *a)
{
    int status = EXIT_USAGE;
    if (!is_sensible(args)) {
        output_try_help("strings");
        return status;
    }
    struct story *s = source_open(given, &status);
    if (!s) {
        return status;
    }
    if (args->language.n && str_eq(args->language, s->language)) {
        complain("\"%.*s\" is the language that this story is written in", STR_ARG(args->language));
        status = EXIT_USAGE;
    } else if (args->notes || args->notes_all) {
        status = save_originals(s, args, a);
    } else {
        status = print_template(s, args->language);
    }
    story_destroy(s);
    return status;
}

int cmd_strings(int argc, char **argv)
{
    struct strings_arguments args = {0};
    const struct option_row rows[] = {
        {.name = "lang", .value = "TAG", .help = "only what lang/TAG.json lacks",
         .kind = OPTION_TEXT, .sets.text = &args.language},
        {.name = "note", .help = "write lang/TAG.from.json: the originals of what is new",
         .kind = OPTION_FLAG, .sets.flag = &args.notes},
        {.name = "note-all", .help = "the same, of what was stale too: it fits again",
         .kind = OPTION_FLAG, .sets.flag = &args.notes_all},
    };
    const struct usage usage = {
        .command = "strings",
        .names = "[STORY]",
        .does = "Prints what can be translated of a story, as lang/TAG.json has it:\n"
                "a key, and the original.",
        .rows = rows,
        .row_count = (int)COUNT(rows),
        .names_most = 1,
    };
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        status = strings(names.items[0], &args, &a);
    }
    arena_finish(&a);
    return status;
}
