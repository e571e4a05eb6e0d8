#include "app/options.h"

#include <string.h>

#include "app/command.h"
#include "support.h"

#define TRY "try \"lantern try --help\"\n"
#define NUMBERS "takes numbers such as 2,1,3, not "
#define SIZE "lantern: \"--size\" takes a width and a height such as 1280x800, not "

enum { ARGUMENTS_MOST = 6, TAKEN = -1 };

/* One of each kind. */
struct given {
    bool loud;
    struct str title;
    int64_t count, seed;
    int level;
    struct option_size size;
    struct option_numbers choose;
};

static int take(const char *const *arguments, struct given *g, struct names *names, struct arena *a)
{
    const struct option_row rows[] = {
        {.name = "loud", .help = "say it", .kind = OPTION_FLAG, .sets.flag = &g->loud},
        {.name = "title", .value = "TEXT", .help = "a name", .kind = OPTION_TEXT, .sets.text = &g->title},
        {.name = "count", .value = "N", .help = "how many", .kind = OPTION_NUMBER, .sets.number = &g->count,
         .low = -2, .high = 300},
        {.name = "seed", .value = "N", .help = "chance", .kind = OPTION_NUMBER, .sets.number = &g->seed,
         .low = 0, .high = INT64_MAX},
        {.name = "level", .value = "full|gentle", .help = "how", .kind = OPTION_WORD, .sets.word = &g->level,
         .words = option_levels},
        {.name = "size", .value = "WxH", .help = "how large", .kind = OPTION_SIZE, .sets.size = &g->size,
         .low = 1, .high = 9999},
        {.name = "choose", .value = "2,1,...", .help = "a walk", .kind = OPTION_NUMBERS,
         .sets.numbers = &g->choose},
    };
    const struct usage u = {"try", "[STORY] [DIR]", "Tries.", rows, (int)COUNT(rows), 2};
    char *argv[ARGUMENTS_MOST + 2] = {(char *)"try"};
    int argc = 1;
    while (argc <= ARGUMENTS_MOST && arguments[argc - 1]) {
        argv[argc] = (char *)arguments[argc - 1]; /* getopt moves the pointers, never the bytes */
        argc++;
    }
    int status = TAKEN;
    return options_take(&u, argc, argv, names, a, &status) ? TAKEN : status;
}

/* What differs from the values before, in one line. */
static struct str told(const struct given *g, const struct names *names, struct arena *a)
{
    struct strbuf b = {0};
    if (g->loud) {
        strbuf_add_c(&b, " loud");
    }
    if (g->title.n) {
        strbuf_printf(&b, " title=%.*s", STR_ARG(g->title));
    }
    if (g->count != 7) {
        strbuf_printf(&b, " count=%lld", (long long)g->count);
    }
    if (g->seed != 7) {
        strbuf_printf(&b, " seed=%lld", (long long)g->seed);
    }
    if (g->level != 7) {
        strbuf_printf(&b, " level=%d", g->level);
    }
    if (g->size.width_px || g->size.height_px) {
        strbuf_printf(&b, " size=%dx%d", g->size.width_px, g->size.height_px);
    }
    for (int i = 0; i < g->choose.count; i++) {
        strbuf_printf(&b, "%s%d", i ? "," : " choose=", g->choose.items[i]);
    }
    for (int i = 0; i < names->count; i++) {
        strbuf_printf(&b, " [%.*s]", STR_ARG(names->items[i]));
    }
    struct str s = arena_str(a, strbuf_str(&b));
    strbuf_finish(&b);
    return s;
}

static const struct {
    const char *arguments[ARGUMENTS_MOST];
    const char *told; /* or NULL: refused, with */
    const char *complaint;
} rows[] = {
    {{NULL}, "", NULL},
    {{"--loud"}, " loud", NULL},
    {{"--loud", "--loud"}, " loud", NULL},
    {{"--lo"}, " loud", NULL}, /* GNU: as much of a name as tells it from others */
    {{"--title", "x y"}, " title=x y", NULL},
    {{"--title=a=b"}, " title=a=b", NULL},
    {{"--title", "--loud"}, " title=--loud", NULL},
    {{"--title=1", "--title=2"}, " title=2", NULL},
    {{"--count", "300"}, " count=300", NULL},
    {{"--count=-2"}, " count=-2", NULL},
    {{"--count", "-1"}, " count=-1", NULL},
    {{"--seed", "9223372036854775807"}, " seed=9223372036854775807", NULL},
    {{"--level", "full"}, " level=0", NULL},
    {{"--level=gentle"}, " level=1", NULL},
    {{"--size", "1x9999"}, " size=1x9999", NULL},
    {{"--choose", "3"}, " choose=3", NULL},
    {{"--choose=2,1,2147483647"}, " choose=2,1,2147483647", NULL},
    {{"story"}, " [story]", NULL},
    {{"story", "--loud", "dir"}, " loud [story] [dir]", NULL}, /* options stand anywhere */
    {{"--", "--loud"}, " [--loud]", NULL},
    {{"-"}, " [-]", NULL},

    {{"--title="}, NULL, "lantern: \"--title\" takes TEXT, not nothing\n" TRY},
    {{"--title", ""}, NULL, "lantern: \"--title\" takes TEXT, not nothing\n" TRY},
    {{"--title"}, NULL, "lantern: option \"--title\" needs a value\n" TRY},
    {{"--loud=1"}, NULL, "lantern: option \"--loud\" takes no value\n" TRY},
    {{"--count", "301"}, NULL, "lantern: \"--count\" takes a whole number from -2 to 300, not \"301\"\n" TRY},
    {{"--count=-3"}, NULL, "lantern: \"--count\" takes a whole number from -2 to 300, not \"-3\"\n" TRY},
    {{"--count=1e2"}, NULL, "lantern: \"--count\" takes a whole number from -2 to 300, not \"1e2\"\n" TRY},
    {{"--count= 1"}, NULL, "lantern: \"--count\" takes a whole number from -2 to 300, not \" 1\"\n" TRY},
    {{"--count="}, NULL, "lantern: \"--count\" takes a whole number from -2 to 300, not \"\"\n" TRY},
    {{"--count=99999999999999999999"}, NULL,
     "lantern: \"--count\" takes a whole number from -2 to 300, not \"99999999999999999999\"\n" TRY},
    {{"--seed", "-1"}, NULL, "lantern: \"--seed\" takes a whole number from 0 on, not \"-1\"\n" TRY},
    {{"--seed", "9223372036854775808"}, NULL,
     "lantern: \"--seed\" takes a whole number from 0 on, not \"9223372036854775808\"\n" TRY},
    {{"--level", "Full"}, NULL, "lantern: \"--level\" takes full or gentle, not \"Full\"\n" TRY},
    {{"--level="}, NULL, "lantern: \"--level\" takes full or gentle, not \"\"\n" TRY},
    {{"--size=0x9"}, NULL, SIZE "\"0x9\"\n" TRY},
    {{"--size=9x10000"}, NULL, SIZE "\"9x10000\"\n" TRY},
    {{"--size=9"}, NULL, SIZE "\"9\"\n" TRY},
    {{"--size=9x"}, NULL, SIZE "\"9x\"\n" TRY},
    {{"--size=x9"}, NULL, SIZE "\"x9\"\n" TRY},
    {{"--size=9x9x9"}, NULL, SIZE "\"9x9x9\"\n" TRY},
    {{"--size=9X9"}, NULL, SIZE "\"9X9\"\n" TRY},
    {{"--choose="}, NULL, "lantern: \"--choose\" " NUMBERS "\"\"\n" TRY},
    {{"--choose=1,"}, NULL, "lantern: \"--choose\" " NUMBERS "\"1,\"\n" TRY},
    {{"--choose=,1"}, NULL, "lantern: \"--choose\" " NUMBERS "\",1\"\n" TRY},
    {{"--choose=1, 2"}, NULL, "lantern: \"--choose\" " NUMBERS "\"1, 2\"\n" TRY},
    {{"--choose=0"}, NULL, "lantern: \"--choose\" " NUMBERS "\"0\"\n" TRY},
    {{"--choose=2147483648"}, NULL, "lantern: \"--choose\" " NUMBERS "\"2147483648\"\n" TRY},
    {{"--luod"}, NULL, "lantern: unknown option \"--luod\"; did you mean \"--loud\"?\n" TRY},
    {{"--luod=3"}, NULL, "lantern: unknown option \"--luod\"; did you mean \"--loud\"?\n" TRY},
    {{"story", "--hepl"}, NULL, "lantern: unknown option \"--hepl\"; did you mean \"--help\"?\n" TRY},
    {{"--qqqqqq"}, NULL, "lantern: unknown option \"--qqqqqq\"\n" TRY},
    {{"--l"}, NULL, "lantern: unknown option \"--l\"\n" TRY}, /* loud or level */
    {{"-x"}, NULL, "lantern: unknown option \"-x\"\n" TRY},
    {{"-xy"}, NULL, "lantern: unknown option \"-xy\"\n" TRY},
    {{"story", "-xy", "dir"}, NULL, "lantern: unknown option \"-xy\"\n" TRY},
    {{"-é"}, NULL, "lantern: unknown option \"-é\"\n" TRY},
    {{"-:"}, NULL, "lantern: unknown option \"-:\"\n" TRY},
    {{"--a\033[2J"}, NULL, "lantern: unknown option \"--a?[2J\"\n" TRY},
    {{"a", "b", "c"}, NULL, "lantern: one argument too many: \"c\"\n" TRY},
    {{"a", ""}, NULL, "lantern: an empty argument\n" TRY},
    {{"--luod", "--help"}, NULL, "lantern: unknown option \"--luod\"; did you mean \"--loud\"?\n" TRY},
};

static void test_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct given g = {.count = 7, .seed = 7, .level = 7};
        struct names names = {0};
        struct heard heard;
        hear_begin(&heard);
        int status = take(rows[i].arguments, &g, &names, &a);
        hear_end(&heard, &a);
        const char *row = rows[i].arguments[0] ? rows[i].arguments[0] : "nothing";
        expect_text(row, "standard output", heard.out, "");
        expect_text(row, "standard error", heard.err, rows[i].complaint ? rows[i].complaint : "");
        if (rows[i].told) {
            expect_text(row, "what was taken", told(&g, &names, &a), rows[i].told);
        }
        assert_int_equal(status, rows[i].told ? TAKEN : EXIT_USAGE);
        arena_finish(&a);
    }
}

static void test_help(void **state)
{
    (void)state;
    static const char *const arguments[] = {"story", "--help", "--luod", NULL};
    struct arena a = {0};
    struct given g = {0};
    struct names names = {0};
    struct heard heard;
    hear_begin(&heard);
    int status = take(arguments, &g, &names, &a);
    hear_end(&heard, &a);
    assert_int_equal(status, EXIT_DONE);
    expect_text("--help", "standard error", heard.err, "");
    expect_text("--help", "standard output", heard.out,
                "usage: lantern try [STORY] [DIR] [options]\n\nTries.\n\noptions:\n"
                "  --loud                say it\n"
                "  --title TEXT          a name\n"
                "  --count N             how many\n"
                "  --seed N              chance\n"
                "  --level full|gentle   how\n"
                "  --size WxH            how large\n"
                "  --choose 2,1,...      a walk\n"
                "  --help                print this and exit\n"
                "  --version             print the program's version and exit\n");
    arena_finish(&a);
}

static void test_version(void **state)
{
    (void)state;
    static const char *const arguments[] = {"--version", NULL};
    struct arena a = {0};
    struct given g = {0};
    struct names names = {0};
    struct heard heard;
    hear_begin(&heard);
    int status = take(arguments, &g, &names, &a);
    hear_end(&heard, &a);
    assert_int_equal(status, EXIT_DONE);
    assert_true(str_starts(heard.out, STR("lantern ")));
    arena_finish(&a);
}

/* A program may be started without even its own name. */
static void test_no_arguments(void **state)
{
    (void)state;
    const struct usage u = {.command = "try", .names = "", .does = "Tries."};
    struct arena a = {0};
    struct names names = {.count = 5};
    char *argv[] = {NULL};
    int status = 0;
    assert_true(options_take(&u, 0, argv, &names, &a, &status));
    assert_int_equal(names.count, 0);
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_help),
        cmocka_unit_test(test_version),
        cmocka_unit_test(test_no_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
