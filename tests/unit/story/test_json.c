#include "story/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct json_doc *parse(struct str text, struct diag_list *diags)
{
    return json_parse(text, STR("f"), diags);
}

static void tells_the_first_fault_alone(void **state)
{
    (void)state;
    static const struct {
        struct str text;
        const char *fault;
    } rows[] = {
        {STR_INIT(""),
         "1:1: error: a value is expected here, not the end of the file [malformed-json]"},
        {STR_INIT(" "),
         "1:2: error: a value is expected here, not the end of the file [malformed-json]"},
        {STR_INIT("{"), "1:2: error: a name in quotation marks is expected here, not the end of "
                        "the file [malformed-json]"},
        {STR_INIT("["),
         "1:2: error: a value is expected here, not the end of the file [malformed-json]"},
        {STR_INIT("[1"),
         "1:3: error: a comma or \"]\" is expected here, not the end of the file [malformed-json]"},
        {STR_INIT("[1 2]"),
         "1:4: error: a comma or \"]\" is expected here, not \"2\" [malformed-json]"},
        {STR_INIT("[1,]"), "1:4: error: a value is expected here, not \"]\" [malformed-json]"},
        {STR_INIT("[,]"), "1:2: error: a value is expected here, not \",\" [malformed-json]"},
        {STR_INIT("{,}"),
         "1:2: error: a name in quotation marks is expected here, not \",\" [malformed-json]"},
        {STR_INIT("{\"a\"}"),
         "1:5: error: a colon after the name is expected here, not \"}\" [malformed-json]"},
        {STR_INIT("{\"a\":}"), "1:6: error: a value is expected here, not \"}\" [malformed-json]"},
        {STR_INIT("{\"a\":1,}"),
         "1:8: error: a name in quotation marks is expected here, not \"}\" [malformed-json]"},
        {STR_INIT("{\"a\":1 \"b\"}"),
         "1:8: error: a comma or \"}\" is expected here, not a quotation mark [malformed-json]"},
        {STR_INIT("{a:1}"),
         "1:2: error: a name in quotation marks is expected here, not \"a\" [malformed-json]"},
        {STR_INIT("{'a':1}"),
         "1:2: error: a name in quotation marks is expected here, not \"'\" [malformed-json]"},
        {STR_INIT("[1] x"),
         "1:5: error: the end of the file is expected here, not \"x\" [malformed-json]"},
        {STR_INIT("[1]\n\n  [2]"),
         "3:3: error: the end of the file is expected here, not \"[\" [malformed-json]"},
        {STR_INIT("{} \"x\""),
         "1:4: error: the end of the file is expected here, not a quotation mark [malformed-json]"},
        {STR_INIT("nul"), "1:1: error: a value is expected here, not \"n\" [malformed-json]"},
        {STR_INIT("nullx"),
         "1:5: error: the end of the file is expected here, not \"x\" [malformed-json]"},
        {STR_INIT("tru"), "1:1: error: a value is expected here, not \"t\" [malformed-json]"},
        {STR_INIT("True"), "1:1: error: a value is expected here, not \"T\" [malformed-json]"},
        {STR_INIT("[tru]"), "1:2: error: a value is expected here, not \"t\" [malformed-json]"},
        {STR_INIT("-"),
         "1:2: error: a digit is expected here, not the end of the file [malformed-json]"},
        {STR_INIT("01"),
         "1:2: error: a number may not begin with 0 before other digits [malformed-json]"},
        {STR_INIT("[-01]"),
         "1:4: error: a number may not begin with 0 before other digits [malformed-json]"},
        {STR_INIT("1."),
         "1:3: error: a digit is expected here, not the end of the file [malformed-json]"},
        {STR_INIT("[1.x]"), "1:4: error: a digit is expected here, not \"x\" [malformed-json]"},
        {STR_INIT(".5"), "1:1: error: a value is expected here, not \".\" [malformed-json]"},
        {STR_INIT("+1"), "1:1: error: a value is expected here, not \"+\" [malformed-json]"},
        {STR_INIT("1e"),
         "1:3: error: a digit is expected here, not the end of the file [malformed-json]"},
        {STR_INIT("[1e+]"), "1:5: error: a digit is expected here, not \"]\" [malformed-json]"},
        {STR_INIT("1e999"), "1:1: error: 1e999 is beyond what a number can hold [number-range]"},
        {STR_INIT("[-1e999]"),
         "1:2: error: -1e999 is beyond what a number can hold [number-range] (/0)"},
        {STR_INIT("\"abc"), "1:5: error: the file ends inside a string [malformed-json]"},
        {STR_INIT("\"a\nb\""), "1:3: error: the control character U+000A stands in a string; write "
                               "it as \"\\u000a\" [malformed-json]"},
        {STR_INIT("\"a\000b\""), "1:3: error: a NUL character stands in a string [nul-character]"},
        {STR_INIT("[\"\001\"]"), "1:3: error: the control character U+0001 stands in a string; "
                                 "write it as \"\\u0001\" [malformed-json] (/0)"},
        {STR_INIT("\"\\u00\""),
         "1:2: error: \"\\u\" needs four hexadecimal digits [malformed-json]"},
        {STR_INIT("\"\\u00zz\""),
         "1:2: error: \"\\u\" needs four hexadecimal digits [malformed-json]"},
        {STR_INIT("\"\\u0000\""),
         "1:2: error: \"\\u0000\" is the NUL character, which no text may hold [nul-character]"},
        {STR_INIT("\"\\ud800\""), "1:2: error: \"\\ud800\" is half of a surrogate pair, without "
                                  "the other half [malformed-json]"},
        {STR_INIT("\"\\udc00\""), "1:2: error: \"\\udc00\" is half of a surrogate pair, without "
                                  "the other half [malformed-json]"},
        {STR_INIT("\"\\ud800\\u0041\""), "1:2: error: \"\\ud800\" is half of a surrogate pair, "
                                         "without the other half [malformed-json]"},
        {STR_INIT("\"\\x\""),
         "1:2: error: a backslash stands only before one of \" \\ / b f n r t u [malformed-json]"},
        {STR_INIT("\"\\"), "1:3: error: the file ends inside a string [malformed-json]"},
        {STR_INIT("\"\\u"), "1:2: error: \"\\u\" needs four hexadecimal digits [malformed-json]"},
        {STR_INIT("\377"), "1:1: error: a value is expected here, not byte 0xFF, which is not "
                           "UTF-8 [malformed-json]"},
        {STR_INIT("\"\377\""), "1:2: error: byte 0xFF is not UTF-8 [malformed-json]"},
        {STR_INIT("[\"\303(\"]"), "1:3: error: byte 0xC3 is not UTF-8 [malformed-json] (/0)"},
        {STR_INIT("\"\355\240\200\""), "1:2: error: byte 0xED is not UTF-8 [malformed-json]"},
        {STR_INIT("[\000]"), "1:2: error: a NUL character stands in the file [nul-character]"},
        {STR_INIT("\357\273\277{}"), "1:1: error: the file begins with a byte order mark; save it "
                                     "as UTF-8 without one [byte-order-mark]"},
        {STR_INIT("{\"a\":1,\"a\":2}"),
         "1:8: error: the name \"a\" stands twice in one object [duplicate-name] (/a)"},
        {STR_INIT("{\"a\":{\"b\":[1,{\"c\":1,\"\\u0063\":2}]}}"),
         "1:21: error: the name \"c\" stands twice in one object [duplicate-name] (/a/b/1/c)"},
        {STR_INIT("{\"a\":{\"b\":[1,{\"c\":1,\"d\":\"\n\"}]}}"),
         "1:26: error: the control character U+000A stands in a string; write it as \"\\u000a\" "
         "[malformed-json] (/a/b/1/d)"},
        {STR_INIT("[1,2,{\"x\":tru}]"),
         "1:11: error: a value is expected here, not \"t\" [malformed-json] (/2)"},
        {STR_INIT("[/*c*/1]"), "1:2: error: a value is expected here, not \"/\" [malformed-json]"},
        {STR_INIT("[1]//x"),
         "1:4: error: the end of the file is expected here, not \"/\" [malformed-json]"},
        {STR_INIT("\303\251"),
         "1:1: error: a value is expected here, not \"\303\251\" [malformed-json]"},
        {STR_INIT("\342\200\257{}"),
         "1:1: error: a value is expected here, not \"\342\200\257\" [malformed-json]"},
        {STR_INIT("[1\342\200\203]"),
         "1:3: error: a comma or \"]\" is expected here, not \"\342\200\203\" [malformed-json]"},
        {STR_INIT("{\"x\":[1,2,3}"),
         "1:12: error: a comma or \"]\" is expected here, not \"}\" [malformed-json] (/x)"},
        {STR_INIT("[1}"),
         "1:3: error: a comma or \"]\" is expected here, not \"}\" [malformed-json]"},
        {STR_INIT("NaN"), "1:1: error: a value is expected here, not \"N\" [malformed-json]"},
        {STR_INIT("[Infinity]"),
         "1:2: error: a value is expected here, not \"I\" [malformed-json]"},
        {STR_INIT("{\"a\":1,\"b\":2,\r\n\r\"a\":3}"),
         "3:1: error: the name \"a\" stands twice in one object [duplicate-name] (/a)"},
        {STR_INIT("{\"\303\251~/\":{\"\303\251~/\":[1,x]}}"),
         "1:18: error: a value is expected here, not \"x\" [malformed-json] "
         "(/\303\251~0~1/\303\251~0~1)"},
        {STR_INIT("[abcdefghijk]"),
         "1:2: error: a value is expected here, not \"a\" [malformed-json]"},
        {STR_INIT("[1,2,\"abc]\n"), "1:11: error: the control character U+000A stands in a string; "
                                    "write it as \"\\u000a\" [malformed-json] (/2)"},
        {STR_INIT("{\"a"), "1:4: error: the file ends inside a string [malformed-json]"},
        {STR_INIT("{\"a\" 1}"),
         "1:6: error: a colon after the name is expected here, not \"1\" [malformed-json]"},
        {STR_INIT("{\"a\":1;\"b\":2}"),
         "1:7: error: a comma or \"}\" is expected here, not \";\" [malformed-json]"},
        {STR_INIT("[-x]"), "1:3: error: a digit is expected here, not \"x\" [malformed-json]"},
        {STR_INIT("[1,\000"), "1:4: error: a NUL character stands in the file [nul-character]"},
        {STR_INIT("\"\\u12"), "1:2: error: \"\\u\" needs four hexadecimal digits [malformed-json]"},
        {STR_INIT("[\033]"), "1:2: error: a value is expected here, not U+001B [malformed-json]"},
        {STR_INIT("[\177]"), "1:2: error: a value is expected here, not U+007F [malformed-json]"},
        {STR_INIT("{1:2}"),
         "1:2: error: a name in quotation marks is expected here, not \"1\" [malformed-json]"},
        {STR_INIT("{\"a\":\"b\" \"c\":1}"),
         "1:10: error: a comma or \"}\" is expected here, not a quotation mark [malformed-json]"},
        {STR_INIT("[1.5.2]"),
         "1:5: error: a comma or \"]\" is expected here, not \".\" [malformed-json]"},
        {STR_INIT("[0x10]"),
         "1:3: error: a comma or \"]\" is expected here, not \"x\" [malformed-json]"},
        {STR_INIT("{\"format\": 1]"),
         "1:13: error: a comma or \"}\" is expected here, not \"]\" [malformed-json]"},
        {STR_INIT("[\"\\ud83d\\x\"]"), "1:3: error: \"\\ud83d\" is half of a surrogate pair, "
                                       "without the other half [malformed-json] (/0)"},
        {STR_INIT("[1]\377"), "1:4: error: the end of the file is expected here, not byte 0xFF, "
                              "which is not UTF-8 [malformed-json]"},
        {STR_INIT("[tr\377]"), "1:2: error: a value is expected here, not \"t\" [malformed-json]"},
        {STR_INIT("[falsee]"),
         "1:7: error: a comma or \"]\" is expected here, not \"e\" [malformed-json]"},
        {STR_INIT("{\"a\":1,\"b\":[1],]"),
         "1:16: error: a name in quotation marks is expected here, not \"]\" [malformed-json]"},
        {STR_INIT("[1e400,x]"),
         "1:2: error: 1e400 is beyond what a number can hold [number-range] (/0)"},
        {STR_INIT("[00]"),
         "1:3: error: a number may not begin with 0 before other digits [malformed-json]"},
        {STR_INIT("[1 "),
         "1:4: error: a comma or \"]\" is expected here, not the end of the file [malformed-json]"},
        {STR_INIT("{\"a\":1 "),
         "1:8: error: a comma or \"}\" is expected here, not the end of the file [malformed-json]"},
        {STR_INIT("{\"a\" "), "1:6: error: a colon after the name is expected here, not the end of "
                              "the file [malformed-json]"},
        {STR_INIT("{ "), "1:3: error: a name in quotation marks is expected here, not the end of "
                         "the file [malformed-json]"},
        {STR_INIT("{\"a\":1, "), "1:9: error: a name in quotation marks is expected here, not the "
                                 "end of the file [malformed-json]"},
        {STR_INIT("['a']"), "1:2: error: a value is expected here, not \"'\" [malformed-json]"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct diag_list diags = {0};
        struct strbuf line = {0};
        assert_null(parse(rows[i].text, &diags));
        assert_int_equal(diags.count, 1);
        assert_int_equal(diags.refusals, 1);
        diag_print(&diags.items[0], &line);
        assert_string_equal(line.s + strlen("f:"), rows[i].fault);
        strbuf_finish(&line);
        diag_list_finish(&diags);
    }
}

static void nests_as_deep_as_it_may(void **state)
{
    (void)state;
    for (int depth = JSON_MAX_DEPTH; depth <= JSON_MAX_DEPTH + 1; depth++) {
        struct strbuf text = {0};
        struct diag_list diags = {0};
        for (int i = 0; i < 2 * depth; i++) {
            strbuf_add_byte(&text, i < depth ? '[' : ']');
        }
        struct json_doc *doc = parse(strbuf_str(&text), &diags);
        assert_int_equal(doc != NULL, depth == JSON_MAX_DEPTH);
        if (!doc) {
            assert_true(str_is(diags.items[0].tag, "too-deep"));
            assert_int_equal(diags.items[0].place.column, depth);
        }
        json_destroy(doc);
        strbuf_finish(&text);
        diag_list_finish(&diags);
    }
}

static void refuses_more_bytes_than_it_may(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag_list diags = {0};
    char *text = arena_new(&a, char, JSON_MAX_BYTES + 2);
    memset(text, ' ', JSON_MAX_BYTES + 1);
    assert_null(parse((struct str){text, JSON_MAX_BYTES + 1}, &diags));
    assert_true(str_is(diags.items[0].tag, "too-large"));
    assert_int_equal(diags.items[0].place.line, 1);
    diag_list_finish(&diags);
    arena_finish(&a);
}

/* The walk of cJSON's tree and the scan number the same values. */
static void walks_the_document(void **state)
{
    (void)state;
    struct diag_list diags = {0};
    struct json_doc *doc = parse(STR("{\"a\": [1, -2.5e1, \"x\\u00e9\\ud83d\\ude00\"], \"b\\n\": "
                                     "{}, \"c\": [[]], \"d\": null, \"\": true}"),
                                 &diags);
    static const struct {
        enum json_kind kind;
        uint32_t parent, ordinal, count, next;
        const char *name;
    } nodes[] = {
        {JSON_OBJECT, JSON_NONE, 0, 5, JSON_NONE, ""},
        {JSON_ARRAY, 0, 0, 3, 5, "a"},
        {JSON_NUMBER, 1, 0, 0, 3, ""},
        {JSON_NUMBER, 1, 1, 0, 4, ""},
        {JSON_STRING, 1, 2, 0, JSON_NONE, ""},
        {JSON_OBJECT, 0, 1, 0, 6, "b\n"},
        {JSON_ARRAY, 0, 2, 1, 8, "c"},
        {JSON_ARRAY, 6, 0, 0, JSON_NONE, ""},
        {JSON_NULL, 0, 3, 0, 9, "d"},
        {JSON_BOOL, 0, 4, 0, JSON_NONE, ""},
    };
    assert_non_null(doc);
    for (uint32_t i = 0; i < COUNT(nodes); i++) {
        assert_int_equal(json_kind(doc, i), nodes[i].kind);
        assert_int_equal(json_parent(doc, i), nodes[i].parent);
        assert_int_equal(json_ordinal(doc, i), nodes[i].ordinal);
        assert_int_equal(json_count(doc, i), nodes[i].count);
        assert_int_equal(json_next(doc, i), nodes[i].next);
        assert_true(str_is(json_name(doc, i), nodes[i].name) || json_name(doc, i).n == 0);
        assert_int_equal(json_first(doc, i), nodes[i].count > 0 ? i + 1 : JSON_NONE);
    }
    assert_true(json_number(doc, 3) == -25);
    assert_true(str_is(json_raw_number(doc, 3), "-2.5e1"));
    assert_true(str_is(json_string(doc, 4), "x\303\251\360\237\230\200"));
    assert_true(json_bool(doc, 9));
    assert_int_equal(json_string_count(doc), 1);
    assert_int_equal(json_member(doc, 0, STR("c")), 6);
    assert_int_equal(json_member(doc, 0, STR("C")), JSON_NONE);
    json_destroy(doc);
    diag_list_finish(&diags);
}

static void reads_numbers_of_any_length(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
    } rows[] = {
        {"0", 0},
        {"-0", 0},
        {"1e-400", 0},
        {"1.7976931348623157e308", 1.7976931348623157e308},
        {"1000000000000000000000000000000000000000000000000000000000000000000000", 1e69},
        {"0.10000000000000000000000000000000000000000000000000000000000000000000000001", 0.1},
        {"-1.5000000000000000000000000000000000000000000000000000000000000000000000e2", -150},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct diag_list diags = {0};
        struct json_doc *doc = parse(str_from(rows[i].text), &diags);
        assert_non_null(doc);
        assert_true(json_number(doc, 0) == rows[i].value);
        assert_true(str_is(json_raw_number(doc, 0), rows[i].text));
        json_destroy(doc);
        diag_list_finish(&diags);
    }
}

static void places_count_code_points_and_lines(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag_list diags = {0};
    struct json_doc *doc = parse(STR("[1,\r\n2,\r3,\n\"\303\251\", 4, {\"a/~\" :\t5}]"), &diags);
    static const struct {
        uint32_t node;
        bool at_name;
        int line, column;
        const char *pointer;
    } rows[] = {
        {0, false, 1, 1, ""},   {1, false, 1, 2, "/0"},       {2, false, 2, 1, "/1"},
        {3, false, 3, 1, "/2"}, {4, false, 4, 1, "/3"},       {5, false, 4, 6, "/4"},
        {6, true, 4, 9, "/5"},  {7, true, 4, 10, "/5/a~1~0"}, {7, false, 4, 18, "/5/a~1~0"},
    };
    assert_non_null(doc);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct diag_place place = json_place(doc, rows[i].node, rows[i].at_name, &a);
        assert_int_equal(place.line, rows[i].line);
        assert_int_equal(place.column, rows[i].column);
        assert_true(str_is(place.pointer, rows[i].pointer));
    }
    json_destroy(doc);
    diag_list_finish(&diags);
    arena_finish(&a);
}

/* A line longer than the table's step, and a fault far out on it. */
static void finds_places_on_long_lines(void **state)
{
    (void)state;
    struct strbuf text = {0};
    struct diag_list diags = {0};
    strbuf_add_c(&text, "[");
    for (int i = 0; i < 3000; i++) {
        strbuf_add_c(&text, "\"\355\225\234\", ");
    }
    strbuf_add_c(&text, "x]");
    assert_null(parse(strbuf_str(&text), &diags));
    assert_int_equal(diags.items[0].place.line, 1);
    assert_int_equal(diags.items[0].place.column, 2 + 5 * 3000);
    strbuf_finish(&text);
    diag_list_finish(&diags);
}

static void compares_names_of_large_objects(void **state)
{
    (void)state;
    for (int repeated = -1; repeated < 40; repeated++) {
        struct strbuf text = {0};
        struct diag_list diags = {0};
        for (int i = 0; i < 40; i++) {
            strbuf_printf(&text, "%s\"n%d\": 0", i == 0 ? "{" : ", ", i);
        }
        if (repeated >= 0) {
            strbuf_printf(&text, ", \"\\u006e%d\": 0", repeated);
        }
        strbuf_add_c(&text, "}");
        struct json_doc *doc = parse(strbuf_str(&text), &diags);
        assert_int_equal(doc != NULL, repeated < 0);
        assert_true(doc || str_is(diags.items[0].tag, "duplicate-name"));
        json_destroy(doc);
        strbuf_finish(&text);
        diag_list_finish(&diags);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_the_first_fault_alone),
        cmocka_unit_test(nests_as_deep_as_it_may),
        cmocka_unit_test(refuses_more_bytes_than_it_may),
        cmocka_unit_test(walks_the_document),
        cmocka_unit_test(reads_numbers_of_any_length),
        cmocka_unit_test(places_count_code_points_and_lines),
        cmocka_unit_test(finds_places_on_long_lines),
        cmocka_unit_test(compares_names_of_large_objects),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
