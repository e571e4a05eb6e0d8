#include "app/command.h"

#include "support.h"

#define TRY "try \"lantern --help\"\n"

enum { ARGUMENTS_MOST = 4 };

/* What ends before any story is opened. */
static const struct {
    const char *arguments[ARGUMENTS_MOST];
    int status;
    const char *out, *err; /* how they begin */
} rows[] = {
    {{"--help"}, EXIT_DONE, "usage: lantern [COMMAND] [STORY] [options]\n", ""},
    {{"--version"}, EXIT_DONE, "lantern ", ""},
    {{"check", "--help"}, EXIT_DONE, "usage: lantern check [STORY] [options]\n", ""},
    {{"play", "--help"}, EXIT_DONE, "usage: lantern play [STORY] [options]\n", ""},
    {{"chekc"}, EXIT_USAGE, "", "lantern: no command and no story is called \"chekc\"; did you mean \"check\"?\n" TRY},
    {{"Read"}, EXIT_USAGE, "", "lantern: no command and no story is called \"Read\"; did you mean \"read\"?\n" TRY},
    {{"zzzz"}, EXIT_USAGE, "", "lantern: no command and no story is called \"zzzz\"\n" TRY},
    {{"zzzz", "--help"}, EXIT_USAGE, "", "lantern: no command and no story is called \"zzzz\"\n" TRY},
    {{"--frob"}, EXIT_USAGE, "", "lantern: unknown option \"--frob\"\ntry \"lantern play --help\"\n"},
    {{""}, EXIT_USAGE, "", "lantern: an empty argument\ntry \"lantern play --help\"\n"},
    {{"./none"}, EXIT_USAGE, "", "lantern: "}, /* with a dot or a slash it is a file's name */
    {{"none.json"}, EXIT_USAGE, "", "lantern: "},
};

static void test_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct heard heard;
        char *argv[ARGUMENTS_MOST + 2] = {(char *)"lantern"};
        int argc = 1;
        while (argc <= ARGUMENTS_MOST && rows[i].arguments[argc - 1]) {
            argv[argc] = (char *)rows[i].arguments[argc - 1];
            argc++;
        }
        hear_begin(&heard);
        int status = command_run(argc, argv);
        hear_end(&heard, &a);
        if (status != rows[i].status || !str_starts(heard.out, str_from(rows[i].out)) ||
            !str_starts(heard.err, str_from(rows[i].err))) {
            fail_msg("\"%s\" gives %d, \"%.*s\", \"%.*s\"", argv[1], status, STR_ARG(heard.out), STR_ARG(heard.err));
        }
        if (rows[i].status != EXIT_DONE) {
            expect_text(argv[1], "standard output", heard.out, "");
        }
        arena_finish(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
