#include "base/config.h"

#include "support.h"

#include "base/file.h"

/* Each fault as it is printed, one a line. */
static void expect_faults(const struct diag_list *faults, const char *text)
{
    struct strbuf all = {0};
    for (size_t i = 0; i < faults->count; i++) {
        diag_print(&faults->items[i], &all);
        strbuf_add_c(&all, "\n");
    }
    assert_string_equal(all.n ? all.s : "", text);
    strbuf_finish(&all);
}

#define NO_EQUALS "\"=\" is missing: write \"name = value\", or \"#\" before a comment\n"
#define NO_NAME "\" is no name: small letters, digits, \"-\" and dots between words, as in \"keys.forward\"\n"

static const struct {
    const char *text;
    const char *entries; /* "line:column name=value;" each */
    const char *faults;
} rows[] = {
    {"", "", ""},
    {"a = b", "1:5 a=b;", ""},
    {"# nothing\n\n  keys.forward\t=  Space, Right \r\n", "3:19 keys.forward=Space, Right;", ""},
    {"\xEF\xBB\xBFname=한국어 = # x", "1:6 name=한국어 = # x;", ""},
    {"a.b-c_1.d2 =", "1:13 a.b-c_1.d2=;", ""},
    {"alone", "", "f:1:1: error: " NO_EQUALS},
    {"= x", "", "f:1:1: error: \"" NO_NAME},
    {"A = x", "", "f:1:1: error: \"A" NO_NAME},
    {".a = x", "", "f:1:1: error: \".a" NO_NAME},
    {"a..b = x", "", "f:1:1: error: \"a..b" NO_NAME},
    {"a. = x\nb = y", "2:5 b=y;", "f:1:1: error: \"a." NO_NAME},
    {"a = 1\nb = 2\na = 3", "1:5 a=1;2:5 b=2;",
     "f:3:1: error: \"a\" was given in line 1 already: keep one of the two\n"},
    {"a = \xFF\nb = 2", "2:5 b=2;", "f:1:1: error: the line is not plain text in UTF-8: save the file so\n"},
    {"a = \x1b[2J", "", "f:1:1: error: the line is not plain text in UTF-8: save the file so\n"},
};

static void test_parse(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct diag_list faults = {0};
        struct strbuf entries = {0};
        struct config c = config_parse(STR("f"), str_from(rows[i].text), &a, &faults);
        for (size_t k = 0; k < c.count; k++) {
            strbuf_printf(&entries, "%d:%d %.*s=%.*s;", c.entries[k].line, c.entries[k].value_column,
                          STR_ARG(c.entries[k].name), STR_ARG(c.entries[k].value));
        }
        assert_string_equal(entries.n ? entries.s : "", rows[i].entries);
        expect_faults(&faults, rows[i].faults);
        strbuf_finish(&entries);
        diag_list_finish(&faults);
        arena_finish(&a);
    }
}

static void test_bounds(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag_list faults = {0};
    struct strbuf text = {0};
    for (int i = 0; i < CONFIG_LINE_MOST_BYTES; i++) {
        strbuf_add_c(&text, "a");
    }
    strbuf_add_c(&text, "=1\nb = 2\n");
    struct config c = config_parse(STR("f"), strbuf_str(&text), &a, &faults);
    assert_int_equal(c.count, 1);
    expect_faults(&faults, "f:1:1: error: the line is longer than 1024 bytes\n");
    diag_list_finish(&faults);
    faults = (struct diag_list){0};
    strbuf_clear(&text);
    for (int i = 0; i <= CONFIG_ENTRIES_MOST; i++) {
        strbuf_printf(&text, "n%d=\n", i);
    }
    c = config_parse(STR("f"), strbuf_str(&text), &a, &faults);
    assert_int_equal(c.count, CONFIG_ENTRIES_MOST);
    expect_faults(&faults, "f:1025:1: error: more than 1024 settings: this line and those after it do not hold\n");
    diag_list_finish(&faults);
    strbuf_finish(&text);
    arena_finish(&a);
}

static void test_names(void **state)
{
    (void)state;
    static const struct str known[] = {STR_INIT("keys.forward"), STR_INIT("keys.back")};
    struct arena a = {0};
    struct diag_list faults = {0};
    struct config c = config_parse(STR("f"), STR("keys.back = B\nkeys.foward = A\nzzz = 1"), &a, &faults);
    config_check_names(&c, known, COUNT(known), &faults);
    config_fault(&c, config_find(&c, "keys.back"), STR("wrong"), &faults);
    assert_null(config_find(&c, "keys.forward"));
    expect_faults(&faults, "f:2:1: warning: no setting is called \"keys.foward\"; did you mean \"keys.forward\"?\n"
                           "f:3:1: warning: no setting is called \"zzz\"\n"
                           "f:1:13: error: wrong\n");
    diag_list_finish(&faults);
    arena_finish(&a);
}

static void test_files(void **state)
{
    (void)state;
    struct scratch s;
    struct arena a = {0};
    struct diag_list faults = {0};
    struct error err = {0};
    struct config c;
    scratch_enter(&s);
    scratch_file(&s, "a.conf", "x = 1\n");
    assert_true(config_read(STR("a.conf"), &a, &c, &faults, &err));
    assert_int_equal(c.count, 1);
    assert_true(config_read(STR("none.conf"), &a, &c, &faults, &err));
    assert_int_equal(c.count, 0);
    assert_false(config_read(STR("."), &a, &c, &faults, &err));
    assert_int_not_equal(err.text[0], 0);
    scratch_leave(&s);
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
