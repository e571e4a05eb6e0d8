#include "term/term_stdio.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support.h"

/* Two files that no name leads to, in place of a terminal's two ends. */
static struct term_stdio open_ends(const char *input, size_t n)
{
    struct term_stdio t = {.in = tmpfile(), .out = tmpfile()};
    assert_true(t.in && t.out);
    assert_int_equal(fwrite(input, 1, n, t.in), n);
    rewind(t.in);
    return t;
}

static void close_ends(struct term_stdio *t)
{
    (void)fclose(t->in);
    (void)fclose(t->out);
}

static const struct {
    struct str input;
    struct str lines[4]; /* up to one without text */
} inputs[] = {
    {STR_INIT(""), {{0}}},
    {STR_INIT("1\n"), {STR_INIT("1")}},
    {STR_INIT("1\n22\n"), {STR_INIT("1"), STR_INIT("22")}},
    {STR_INIT("1\n22"), {STR_INIT("1"), STR_INIT("22")}}, /* a last line without its end */
    {STR_INIT("\n\n3"), {STR_INIT(""), STR_INIT(""), STR_INIT("3")}},
    {STR_INIT("1\r\n"), {STR_INIT("1\r")}}, /* the paper trims */
    {STR_INIT("a\0b\n"), {STR_INIT("a\0b")}},
    {STR_INIT("\xff\n"), {STR_INIT("\xff")}},
};

static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(inputs); i++) {
        struct term_stdio t = open_ends(inputs[i].input.s, inputs[i].input.n);
        struct term_io io = term_stdio_io(&t);
        struct str line = {0};
        for (int n = 0; inputs[i].lines[n].s; n++) {
            if (!io.read_line(io.self, &line) || !str_eq(line, inputs[i].lines[n])) {
                fail_msg("row %zu: line %d is \"%.*s\"", i, n, STR_ARG(line));
            }
        }
        assert_false(io.read_line(io.self, &line));
        assert_false(io.read_line(io.self, &line)); /* and so it stays */
        assert_true(io.echoes);                     /* a file is no terminal */
        close_ends(&t);
    }
}

/* What is longer than the line is cut, and does not spill into the next answer. */
static void test_long_lines(void **state)
{
    (void)state;
    static const size_t over[] = {0, 1, 4096, 1 << 20};
    for (size_t i = 0; i < COUNT(over); i++) {
        size_t n = sizeof((struct term_stdio *)0)->line + over[i];
        char *input = malloc(n + 3);
        assert_non_null(input);
        memset(input, 'x', n);
        memcpy(input + n, "\n2\n", 3);
        struct term_stdio t = open_ends(input, n + 3);
        struct term_io io = term_stdio_io(&t);
        struct str line = {0};
        assert_true(io.read_line(io.self, &line));
        assert_int_equal(line.n, sizeof t.line);
        assert_true(io.read_line(io.self, &line));
        expect_text("after a long line", line, "2");
        close_ends(&t);
        free(input);
    }
}

static const struct {
    const char *variable;
    int columns;
} widths[] = {
    {NULL, 80},  {"", 80},    {"40", 40},  {"1", 1},    {"10000", 10000}, {"10001", 80},
    {"0", 80},   {"-40", 80}, {"40x", 80}, {"4e1", 80}, {" 40", 80},      {"99999999999999999999", 80},
};

static void test_columns(void **state)
{
    (void)state;
    struct term_stdio t = open_ends("", 0);
    struct term_io io = term_stdio_io(&t);
    for (size_t i = 0; i < COUNT(widths); i++) {
        const char *value = widths[i].variable;
        assert_int_equal(value ? setenv("COLUMNS", value, 1) : unsetenv("COLUMNS"), 0);
        if (io.columns(io.self) != widths[i].columns) {
            fail_msg("COLUMNS=\"%s\" gives %d", value ? value : "", io.columns(io.self));
        }
    }
    close_ends(&t);
}

static void test_write(void **state)
{
    (void)state;
    struct term_stdio t = open_ends("", 0);
    struct term_io io = term_stdio_io(&t);
    char got[16] = {0};
    assert_true(io.write(io.self, STR("")));
    assert_true(io.write(io.self, STR("one\n")));
    /* Handed over at once: an answer is waited for next. */
    assert_int_equal(pread(fileno(t.out), got, sizeof got, 0), 4);
    assert_string_equal(got, "one\n");
    close_ends(&t);
}

static void test_write_to_full(void **state)
{
    (void)state;
    struct term_stdio t = {.in = tmpfile(), .out = fopen("/dev/full", "w")};
    if (!t.out) {
        (void)fclose(t.in);
        skip();
    }
    struct term_io io = term_stdio_io(&t);
    assert_false(io.write(io.self, STR("one\n")));
    close_ends(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines), cmocka_unit_test(test_long_lines),    cmocka_unit_test(test_columns),
        cmocka_unit_test(test_write), cmocka_unit_test(test_write_to_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
