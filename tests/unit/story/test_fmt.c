#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "story/fmt.h"

#define X10 "xxxxxxxxxx"
#define X108 X10 X10 X10 X10 X10 X10 X10 X10 X10 X10 "12345678"
#define X107 X10 X10 X10 X10 X10 X10 X10 X10 X10 X10 "1234567"

/* ' stands for ". */
static const struct {
    const char *text, *laid_out;
} rows[] = {
    {"1", "1\n"},
    {"[]", "[]\n"},
    /* Without scenes it is no story, and its names keep their order. */
    {"{'b':1,'a':{'y':[],'x':{}}}", "{\n  'b': 1,\n  'a': {'y': [], 'x': {}}\n}\n"},
    /* Names in the format's order, then unknown ones, then nothing else moved. */
    {"{'x-b':1,'scenes':[],'odd':2,'title':'T','id':'i'}",
     "{\n  'id': 'i',\n  'title': 'T',\n  'scenes': [],\n  'x-b': 1,\n  'odd': 2\n}\n"},
    {"{'scenes':[{'captions':[{'cite':[],'text':'x'}],'id':'a'}]}",
     "{\n  'scenes': [\n    {\n      'id': 'a',\n      'captions': [\n"
     "        {'text': 'x', 'cite': []}\n      ]\n    }\n  ]\n}\n"},
    {"{'places':{'z':{'at':[1,2],'name':'Z'},'b':{}},'scenes':[]}",
     "{\n  'places': {\n    'z': {'name': 'Z', 'at': [1, 2]},\n    'b': {}\n  },\n"
     "  'scenes': []\n}\n"},
    {"{'state':{'b':1,'a':2},'scenes':[]}",
     "{\n  'state': {'b': 1, 'a': 2},\n  'scenes': []\n}\n"},
    {"[{'choices':1}]", "[\n  {'choices': 1}\n]\n"},
    /* Numbers as they were written, strings with the fewest escapes. */
    {"[1.50,-0,1e+5]", "[\n  1.50,\n  -0,\n  1e+5\n]\n"},
    {"['\\u00e9\\/\\u000a']", "[\n  'é/\\n'\n]\n"},
    /* 120 columns are the most, with a comma behind; in code points. */
    {"{'a':['" X108 "'],'b':0}", "{\n  'a': ['" X108 "'],\n  'b': 0\n}\n"},
    {"{'a':['" X108 "x'],'b':0}", "{\n  'a': [\n    '" X108 "x'\n  ],\n  'b': 0\n}\n"},
    {"{'a':['" X107 "é'],'b':0}", "{\n  'a': ['" X107 "é'],\n  'b': 0\n}\n"},
};

static struct str quoted(const char *text, struct arena *a)
{
    struct str copy = arena_str(a, str_from(text));
    char *bytes = arena_new(a, char, copy.n + 1);
    for (size_t i = 0; i < copy.n; i++) {
        bytes[i] = copy.s[i] == '\'' ? '"' : copy.s[i];
    }
    return (struct str){bytes, copy.n};
}

static void assert_laid_out(struct str text, struct str expected)
{
    struct strbuf out = {0};
    struct diag_list diags = {0};
    assert_true(fmt_json(text, STR("t.json"), &out, &diags));
    assert_string_equal(out.s, expected.s);
    strbuf_finish(&out);
    diag_list_finish(&diags);
}

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        struct str expected = quoted(rows[i].laid_out, &arena);
        assert_laid_out(quoted(rows[i].text, &arena), expected);
        assert_laid_out(expected, expected);
        arena_finish(&arena);
    }
}

static void test_fault(void **state)
{
    (void)state;
    struct strbuf out = {0};
    struct diag_list diags = {0};
    assert_false(fmt_json(STR("[1,]"), STR("t.json"), &out, &diags));
    assert_int_equal(diags.errors, 1);
    assert_int_equal(out.n, 0);
    strbuf_finish(&out);
    diag_list_finish(&diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
