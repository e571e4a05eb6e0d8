#include "app/output.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/command.h"
#include "base/log.h"
#include "support.h"

static const struct {
    const char *text, *line;
} complaints[] = {
    {"no story in \"a\"", "lantern: no story in \"a\"\n"},
    {"", "lantern: \n"},
    {"%s%n", "lantern: %s%n\n"}, /* a text, never a format */
    {"강 é", "lantern: 강 é\n"},
    {"two\nlines\r\n", "lantern: two?lines??\n"},
    {"a\tb\033[2J\177", "lantern: a?b?[2J?\n"},
    {"c1 \302\2331m", "lantern: c1 ?1m\n"},        /* U+009B begins an order as ESC [ does */
    {"raw \2331m \303", "lantern: raw ?1m ?\n"},   /* bytes that are no text */
    {"a\342\200\256b", "lantern: a?b\n"},          /* U+202E turns round what follows */
    {"a\342\200\250b", "lantern: a?b\n"},          /* U+2028 ends a line */
    {"\327\220\342\200\217", "lantern: \327\220\342\200\217\n"}, /* honest Hebrew with its mark */
};

static void test_complain(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(complaints); i++) {
        struct arena a = {0};
        struct heard heard;
        hear_begin(&heard);
        complain("%s", complaints[i].text);
        hear_end(&heard, &a);
        expect_text(complaints[i].text, "standard error", heard.err, complaints[i].line);
        expect_text(complaints[i].text, "standard output", heard.out, "");
        arena_finish(&a);
    }
}

/* How far JOURNAL_STREAM is from standard error's device and inode, and how a line then begins. */
static const struct {
    unsigned long long device_off, inode_off;
    const char *line;
} journals[] = {
    {0, 0, "<3>lantern: it fell\n"},
    {0, 1, "lantern: it fell\n"}, /* standard error was turned elsewhere since */
    {1, 0, "lantern: it fell\n"},
};

static void test_journal(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(journals); i++) {
        struct arena a = {0};
        struct heard heard;
        struct stat st;
        int errors = log_errors();
        hear_begin(&heard);
        (void)fstat(STDERR_FILENO, &st);
        set_variable("JOURNAL_STREAM", arena_printf(&a, "%llu:%llu", st.st_dev + journals[i].device_off,
                                                    st.st_ino + journals[i].inode_off).s);
        complain("it fell");
        set_variable("JOURNAL_STREAM", NULL);
        hear_end(&heard, &a);
        expect_text("journal", "standard error", heard.err, journals[i].line);
        assert_int_equal(log_errors(), errors + 1);
        arena_finish(&a);
    }
}

static const struct {
    const char *command, *line;
} hints[] = {
    {"", "try \"lantern --help\"\n"},
    {"walk", "try \"lantern walk --help\"\n"},
};

static void test_try_help(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(hints); i++) {
        struct arena a = {0};
        struct heard heard;
        hear_begin(&heard);
        output_try_help(hints[i].command);
        hear_end(&heard, &a);
        expect_text(hints[i].command, "standard error", heard.err, hints[i].line);
        arena_finish(&a);
    }
}

static void test_written(void **state)
{
    (void)state;
    struct arena a = {0};
    struct heard heard;
    hear_begin(&heard);
    bool added = output_add((struct str){0}) && output_add(STR("a\0b"));
    output_printf("%d%s", 3, "!");
    int done = output_finish(EXIT_DONE);
    int usage = output_finish(EXIT_USAGE);
    hear_end(&heard, &a);
    assert_true(added);
    assert_int_equal(done, EXIT_DONE);
    assert_int_equal(usage, EXIT_USAGE);
    assert_true(str_eq(heard.out, STR("a\0b3!")));
    expect_text("written", "standard error", heard.err, "");
    arena_finish(&a);
}

/* What is complained about comes behind what was printed before it. */
static void test_order(void **state)
{
    (void)state;
    struct arena a = {0};
    struct heard heard;
    hear_begin(&heard);
    int both = dup2(heard.file_out, 2);
    output_printf("result\n");
    complain("and a fault");
    output_printf("more\n");
    (void)output_finish(0);
    hear_end(&heard, &a);
    assert_int_equal(both, 2);
    expect_text("order", "both", heard.out, "result\nlantern: and a fault\nmore\n");
    arena_finish(&a);
}

/* The last of this program's tests: standard output keeps the fault. */
static void test_full(void **state)
{
    (void)state;
    struct arena a = {0};
    struct heard heard;
    int full = open("/dev/full", O_WRONLY);
    if (full < 0) {
        skip();
    }
    hear_begin(&heard);
    (void)dup2(full, 1);
    output_printf("a result\n");
    int status = output_finish(EXIT_DONE);
    bool takes_more = output_add(STR("x"));
    int again = output_finish(EXIT_USAGE);
    hear_end(&heard, &a);
    clearerr(stdout);
    (void)close(full);
    assert_int_equal(status, EXIT_FAULTY);
    assert_int_equal(again, EXIT_FAULTY);
    (void)takes_more; /* into the buffer, which is not full */
    assert_true(str_starts(
        heard.err, STR("lantern: cannot write to standard output: No space left on device\n")));
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_complain), cmocka_unit_test(test_try_help), cmocka_unit_test(test_written),
        cmocka_unit_test(test_order),    cmocka_unit_test(test_full),     cmocka_unit_test(test_journal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
