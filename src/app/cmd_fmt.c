#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/source.h"
#include "base/compiler.h"
#include "base/file.h"
#include "story/fmt.h"
#include "story/json.h"

struct fmt_arguments {
    bool check, to_stdout;
};

static bool read_stdin(struct arena *a, struct str *text_out, struct error *err)
{
    struct strbuf all = {0};
    char bytes[65536];
    size_t n = 0;
    bool fits = true;
    while (fits && (n = fread(bytes, 1, sizeof bytes, stdin)) > 0) {
        strbuf_add(&all, (struct str){bytes, n});
        fits = all.n <= JSON_MAX_BYTES;
    }
    bool ok = true;
    if (!fits) {
        ok = error_set(err, "standard input is longer than 64 MiB");
    } else if (ferror(stdin)) {
        ok = error_set_errno(err, errno, "cannot read all of standard input");
    }
    *text_out = arena_str(a, strbuf_str(&all));
    strbuf_finish(&all);
    return ok;
}

/* A folder means the story.json in it. */
static struct str file_of(struct str path, struct arena *a)
{
    struct stat info;
    if (stat(path.s, &info) != 0 || !S_ISDIR(info.st_mode)) {
        return path;
    }
    const char *between = str_ends(path, STR("/")) ? "" : "/";
    return arena_printf(a, "%.*s%sstory.json", STR_ARG(path), between);
}

static int put(struct str path, bool is_stdin, struct str text, struct str laid,
               const struct fmt_arguments *args)
{
    bool is_laid = str_eq(text, laid);
    if (args->check) {
        if (!is_laid) {
            complain("\"%.*s\" is not laid out as fmt does it", STR_ARG(path));
        }
        return is_laid ? EXIT_DONE : EXIT_FAULTY;
    }
    if (is_stdin || args->to_stdout) {
        (void)output_add(laid);
        return output_finish(EXIT_DONE);
    }
    struct error err = {0};
    if (!is_laid && !file_save_atomic(path.s, laid, &err)) {
        complain("%s", err.text);
        return EXIT_FAULTY;
    }
    return EXIT_DONE;
}

static int fmt(struct str given, const struct fmt_arguments *args, struct arena *a)
{
    struct str path = {0};
    struct str text = {0};
    struct error err = {0};
    bool is_stdin = str_is(given, "-");
    if (is_stdin) {
        path = STR("standard input");
    } else if (source_path(given, a, &path)) {
        path = file_of(path, a);
    } else {
        return EXIT_USAGE;
    }
    bool is_read =
        is_stdin ? read_stdin(a, &text, &err) : file_read(path.s, JSON_MAX_BYTES, a, &text, &err);
    if (!is_read) {
        complain("%s", err.text);
        return EXIT_USAGE;
    }
    struct diag_list diags = {0};
    struct strbuf laid = {0};
    int status = EXIT_FAULTY;
    if (fmt_json(text, path, &laid, &diags)) {
        status = put(path, is_stdin, text, strbuf_str(&laid), args);
    } else {
        source_print_faults(&diags);
    }
    strbuf_finish(&laid);
    diag_list_finish(&diags);
    return status;
}

int cmd_fmt(int argc, char **argv)
{
    struct fmt_arguments args = {0};
    const struct option_row rows[] = {
        {"check",
         NULL,
         "change nothing; exit status 1 where it would be changed",
         OPTION_FLAG,
         {.flag = &args.check},
         0,
         0,
         NULL},
        {"stdout",
         NULL,
         "print it and leave the file as it is",
         OPTION_FLAG,
         {.flag = &args.to_stdout},
         0,
         0,
         NULL},
    };
    const struct usage usage = {
        "fmt",
        "[STORY]",
        "Writes a story's JSON, or a translation's, in its stable order and layout, in\n"
        "place. \"-\" reads standard input and prints.",
        rows,
        COUNT(rows),
        1};
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        status = fmt(names.items[0], &args, &a);
    }
    arena_finish(&a);
    return status;
}
