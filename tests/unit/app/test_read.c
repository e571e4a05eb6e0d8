#include "app/read.h"

#include <stdio.h>

#include "app/command.h"
#include "support.h"

static struct home home;

static int enter(void **state)
{
    (void)state;
    home_make(&home);
    set_variable("XDG_STATE_HOME", home.path);
    set_variable("COLUMNS", "66");
    set_variable("LC_ALL", "C");
    return 0;
}

static int leave(void **state)
{
    (void)state;
    home_clear(&home, NULL, 0);
    return 0;
}

static struct session *open_story(struct arena *a, bool forgets)
{
    int status = -1;
    struct session_options o = {
        .story = tests_path(a, "unit/term"), .level = -1, .strict = true, .forgets = forgets};
    struct session *s = session_create(&o, &status);
    assert_non_null(s);
    return s;
}

static const struct {
    const char *id;
    bool is_there;
    int scene;
    const char *said;
} scenes[] = {
    {NULL, true, -1, ""},
    {"", true, -1, ""},
    {"bank", true, 0, ""},
    {"far", true, 3, ""},
    {"Bank", false, -1, "lantern: no scene is called \"Bank\"\n"},
    {"ban", false, -1, "lantern: no scene is called \"ban\"\n"},
    {"\033[2J", false, -1, "lantern: no scene is called \"?[2J\"\n"},
};

static void test_scene_of_option(void **state)
{
    (void)state;
    struct arena a = {0};
    struct session *s = open_story(&a, true);
    for (size_t i = 0; i < COUNT(scenes); i++) {
        struct heard heard;
        int scene = 99;
        hear_begin(&heard);
        bool there = scene_of_option(s, str_from(scenes[i].id), &scene);
        hear_end(&heard, &a);
        expect_text(scenes[i].id ? scenes[i].id : "none", "standard error", heard.err, scenes[i].said);
        assert_int_equal(there, scenes[i].is_there);
        assert_int_equal(scene, scenes[i].scene);
    }
    session_destroy(s);
    arena_finish(&a);
}

static int read_once(struct heard *heard, struct arena *a, const char *answers, const char *scene, bool forgets)
{
    struct session *s = open_story(a, forgets);
    int kept = answer_begin(answers);
    hear_begin(heard);
    int status = read_session(s, str_from(scene), false);
    hear_end(heard, a);
    answer_end(kept);
    session_destroy(s);
    return status;
}

static const struct {
    const char *answers, *scene;
    int status;
    const char *out, *err; /* is in it; the other is empty where this is "" */
} rows[] = {
    {"", NULL, EXIT_DONE, "The bank\n", ""},
    {"q\n", NULL, EXIT_DONE, "The bank\n", ""},
    {"1\n", NULL, EXIT_DONE, "Across\n", ""},
    {"1", NULL, EXIT_DONE, "Across\n", ""}, /* a last line without its end */
    {"", "far", EXIT_DONE, "Across\n", ""},
    {"", "nowhere", EXIT_USAGE, "", "lantern: no scene is called \"nowhere\"\n"},
};

static void test_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct heard heard;
        int status = read_once(&heard, &a, rows[i].answers, rows[i].scene, true);
        expect_holds(rows[i].answers, "standard output", heard.out, rows[i].out);
        expect_text(rows[i].answers, "standard error", heard.err, rows[i].err);
        if (!rows[i].out[0]) {
            expect_text(rows[i].answers, "standard output", heard.out, "");
        }
        assert_int_equal(status, rows[i].status);
        arena_finish(&a);
    }
}

static void test_kept(void **state)
{
    (void)state;
    struct arena a = {0};
    struct heard heard;
    (void)read_once(&heard, &a, "1\n", NULL, false);
    expect_holds("first", "standard output", heard.out, "Across\n");
    (void)read_once(&heard, &a, "1\n", NULL, false);
    expect_holds("again", "standard output", heard.out, "A place is kept.\n");
    expect_holds("again", "standard output", heard.out, "Across\n");
    arena_finish(&a);
}

#define AT_HOME(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(test_scene_of_option),
        AT_HOME(test_table),
        AT_HOME(test_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
