#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/source.h"
#include "base/compiler.h"
#include "base/file.h"
#include "export/graph.h"

static int save(struct str dot, struct str path, struct arena *a)
{
    if (path.n == 0) {
        (void)output_add(dot);
        return output_finish(EXIT_DONE);
    }
    struct error err = {0};
    if (!file_save_atomic(arena_str(a, path).s, dot, &err)) {
        complain("%s", err.text);
        return EXIT_FAULTY;
    }
    return EXIT_DONE;
}

static int graph(struct str given, struct str wanted, struct str path, struct arena *a)
{
    int status = EXIT_DONE;
    struct story *s = source_open(given, &status);
    if (!s) {
        return status;
    }
    struct diag_list diags = {0};
    struct words *words = NULL;
    struct strbuf dot = {0};
    struct str language = {0};
    if (!source_language(s, wanted, a, &language)) {
        status = EXIT_USAGE;
        goto out;
    }
    words = words_load(s, language, &diags);
    source_log(&diags);
    graph_dot(s, words, &dot);
    status = save(strbuf_str(&dot), path, a);
out:
    strbuf_finish(&dot);
    words_destroy(words);
    diag_list_finish(&diags);
    story_destroy(s);
    return status;
}

int cmd_graph(int argc, char **argv)
{
    struct str out = {0};
    struct str language = {0};
    const struct option_row rows[] = {
        {"out",
         "FILE",
         "write there instead of to standard output",
         OPTION_TEXT,
         {.text = &out},
         0,
         0,
         NULL},
        {"lang",
         "TAG",
         "the language of the titles (the story's own)",
         OPTION_TEXT,
         {.text = &language},
         0,
         0,
         NULL},
    };
    const struct usage usage = {
        "graph",
        "[STORY]",
        "Prints a story's scenes, and the ways between them, in Graphviz's language DOT:\n"
        "lantern graph | dot -Tsvg >story.svg",
        rows,
        COUNT(rows),
        1};
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        status = graph(names.items[0], language, out, &a);
    }
    arena_finish(&a);
    return status;
}
