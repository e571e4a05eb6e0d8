#include "app/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/command.h"
#include "app/output.h"
#include "app/paths.h"
#include "base/log.h"
#include "story/words.h"

enum { REFUSALS_SHOWN = 5 };

static bool logs(void)
{
    return str_is(str_from(getenv("LANTERN_LOG")), "1");
}

static void print_diag(const struct diag *d)
{
    struct strbuf line = {0};
    diag_print(d, &line);
    fprintf(stderr, "%s%.*s\n", log_prefix(LOG_AS_ERROR), STR_ARG(strbuf_str(&line)));
    strbuf_finish(&line);
}

bool source_path(struct str given, struct arena *a, struct str *path_out)
{
    if (given.n) {
        *path_out = arena_str(a, given);
        return true;
    }
    struct error err = {0};
    struct str data = {0};
    if (!paths_data(a, &data, &err)) {
        complain("%s", err.text);
        return false;
    }
    *path_out = paths_documentary(data, a);
    return true;
}

void source_print_refusals(const struct diag_list *diags)
{
    size_t shown = 0;
    for (size_t i = 0; i < diags->count && shown < REFUSALS_SHOWN; i++) {
        if (diags->items[i].refused) {
            print_diag(&diags->items[i]);
            shown++;
        }
    }
    if (diags->refusals > shown) {
        complain(
            "this story cannot be shown: these faults and %zu more; \"lantern check\" lists all",
            diags->refusals - shown);
    } else {
        complain("this story cannot be shown; \"lantern check\" lists every fault");
    }
}

void source_print_faults(const struct diag_list *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        print_diag(&diags->items[i]);
    }
}

void source_log(const struct diag_list *diags)
{
    if (logs()) {
        source_print_faults(diags);
        return;
    }
    size_t faults = diags->errors + diags->warnings;
    if (faults && isatty(STDERR_FILENO)) {
        complain("%zu fault%s passed over; \"lantern check\" lists %s", faults,
                 faults == 1 ? " was" : "s were", faults == 1 ? "it" : "them");
    }
}

void source_log_line(const char *line)
{
    if (logs()) {
        complain("%s", line);
    }
}

struct story *source_load(struct str given, struct diag_list *diags, int *status_out)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct str path = {0};
    struct story *s = NULL;
    *status_out = EXIT_USAGE;
    if (!source_path(given, &scratch, &path)) {
        goto out;
    }
    s = story_load(path.s, diags, &err);
    if (err.text[0]) {
        complain("%s", err.text);
    } else {
        *status_out = s ? EXIT_DONE : EXIT_FAULTY;
    }
out:
    arena_finish(&scratch);
    return s;
}

struct story *source_open(struct str given, int *status_out)
{
    struct diag_list diags = {0};
    struct story *s = source_load(given, &diags, status_out);
    diag_list_sort(&diags);
    if (s) {
        story_forget_source(s);
        source_log(&diags);
    } else if (*status_out == EXIT_FAULTY) {
        source_print_refusals(&diags);
    }
    diag_list_finish(&diags);
    return s;
}

bool source_language(const struct story *s, struct str wanted, struct arena *a, struct str *tag_out)
{
    const struct str *tags = NULL;
    int count = words_languages(s, a, &tags);
    int at = wanted.n ? language_lookup(wanted, tags, count) : 0;
    if (at >= 0) {
        *tag_out = tags[at];
        return true;
    }
    struct strbuf list = {0};
    for (int i = 0; i < count; i++) {
        strbuf_printf(&list, "%s%.*s", i ? ", " : "", STR_ARG(tags[i]));
    }
    complain("this story is not told in \"%.*s\", but in: %s", STR_ARG(wanted), list.s);
    strbuf_finish(&list);
    return false;
}

struct strings *source_strings(struct str language)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct str data = {0};
    struct folder assets = {0};
    struct strings *strings = NULL;
    if (paths_data(&scratch, &data, &err) &&
        folder_open(&assets, arena_printf(&scratch, "%.*s/assets", STR_ARG(data)).s, &err)) {
        strings = strings_load(&assets, language, &err);
    }
    if (!strings) {
        complain("%s", err.text);
    }
    folder_close(&assets);
    arena_finish(&scratch);
    return strings;
}

struct str source_system_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < COUNT(names); i++) {
        struct str value = str_from(getenv(names[i]));
        if (value.n) {
            return value;
        }
    }
    return (struct str){0};
}
