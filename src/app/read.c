#include "app/read.h"

#include "app/command.h"
#include "app/output.h"
#include "app/source.h"
#include "term/term_stdio.h"

static bool keep(void *self, struct str bookmark, struct error *err)
{
    return session_keep_bookmark(self, bookmark, err);
}

static struct str choose_viewer(void *self, struct str viewer, struct arena *a)
{
    session_set_viewer(self, viewer);
    return session_bookmark(self, a);
}

static void log_line(void *self, const char *line)
{
    (void)self;
    source_log_line(line);
}

bool scene_of_option(const struct session *s, struct str id, int *scene_out)
{
    *scene_out = id.n ? story_find_scene(session_story(s), id) : -1;
    if (id.n && *scene_out < 0) {
        complain("no scene is called \"%.*s\"", STR_ARG(id));
        return false;
    }
    return true;
}

int read_session(struct session *s, struct str scene, bool level_given)
{
    int start = -1;
    if (!session_is_faulty(s) && !scene_of_option(s, scene, &start)) {
        return EXIT_USAGE;
    }
    struct arena scratch = {0};
    struct str damage = session_check_store(s);
    const struct str *viewers = NULL;
    int viewer_count = 0;
    struct error err = {0};
    if (session_keeps(s) && session_viewer(s).n == 0 &&
        !store_viewers(session_store(s), &scratch, &viewers, &viewer_count, &err)) {
        source_log_line(err.text);
    }
    struct term_stdio ends = {.in = stdin, .out = stdout};
    struct term_options options = {
        .story = session_story(s),
        .level = session_level(s),
        .level_given = level_given,
        .start = start,
        .bookmark = session_bookmark(s, &scratch),
        .viewers = viewers,
        .viewer_count = viewer_count,
        .choose_viewer = choose_viewer,
        .notice = damage.n ? damage : session_notice(s),
        .io = term_stdio_io(&ends),
        .keep = session_keeps(s) ? keep : NULL,
        .log = log_line,
        .self = s,
    };
    int status = session_is_faulty(s) ? EXIT_FAULTY : EXIT_DONE;
    if (session_words(s, session_language(s), &options.words, &options.strings)) {
        term_run(&options);
    }
    arena_finish(&scratch);
    return output_finish(status);
}
