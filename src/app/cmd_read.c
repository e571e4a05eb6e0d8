#include "app/command.h"
#include "app/keeping.h"
#include "app/options.h"
#include "app/read.h"
#include "base/compiler.h"

int cmd_read(int argc, char **argv)
{
    struct session_options options = {.level = -1, .strict = true};
    struct str scene = {0};
    struct str viewer = {0};
    const struct option_row rows[] = {
        {"level",
         "full|gentle",
         "how to tell it",
         OPTION_WORD,
         {.word = &options.level},
         0,
         0,
         option_levels},
        {"lang",
         "TAG",
         "the language to tell it in",
         OPTION_TEXT,
         {.text = &options.language},
         0,
         0,
         NULL},
        {"scene", "ID", "begin at this scene", OPTION_TEXT, {.text = &scene}, 0, 0, NULL},
        {"viewer", "NAME", "who is watching: each name has a place of its own", OPTION_TEXT, {.text = &viewer}, 0, 0, NULL},
        {"no-keep",
         NULL,
         "keep nothing after quitting",
         OPTION_FLAG,
         {.flag = &options.forgets},
         0,
         0,
         NULL},
    };
    const struct usage usage = {
        "read",
        "[STORY]",
        "Tells a story in the terminal: a number chooses, and the first lines name the\n"
        "other commands.",
        rows,
        COUNT(rows),
        1};
    struct arena a = {0};
    struct names names;
    struct session *session = NULL;
    int status = EXIT_DONE;
    if (!options_take(&usage, argc, argv, &names, &a, &status)) {
        goto out;
    }
    options.story = names.items[0];
    session = session_create(&options, &status);
    if (session && !keeping_name_viewer(session, viewer)) {
        status = EXIT_USAGE;
    } else if (session) {
        status = read_session(session, scene, options.level >= 0);
    }
out:
    session_destroy(session);
    arena_finish(&a);
    return status;
}
