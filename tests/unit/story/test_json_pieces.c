/* A document whose values are read a piece at a time. */
#include "story/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static struct json_doc *opened(const char *text)
{
    struct diag_list diags = {0};
    struct json_doc *doc = json_open(str_from(text), STR("f"), &diags);
    assert_non_null(doc);
    diag_list_finish(&diags);
    return doc;
}

static struct json_doc *parsed(const char *text)
{
    struct diag_list diags = {0};
    struct json_doc *doc = json_parse(str_from(text), STR("f"), &diags);
    assert_non_null(doc);
    diag_list_finish(&diags);
    return doc;
}

/* The first node behind `node` and all within it. */
static uint32_t behind(const struct json_doc *doc, uint32_t node)
{
    uint32_t last = node;
    for (uint32_t n = json_first(doc, node); n != JSON_NONE; n = json_next(doc, n)) {
        last = behind(doc, n) - 1;
    }
    return last + 1;
}

static void assert_same(const struct json_doc *whole, const struct json_doc *doc, uint32_t n)
{
    assert_true(str_eq(json_name(whole, n), json_name(doc, n)));
    if (json_kind(whole, n) == JSON_STRING) {
        assert_true(str_eq(json_string(whole, n), json_string(doc, n)));
    } else if (json_kind(whole, n) == JSON_BOOL) {
        assert_int_equal(json_bool(whole, n), json_bool(doc, n));
    }
}

/* Asked within the piece and outside it, and after it was left, all is as in the whole. */
static void reads_pieces_as_it_reads_the_whole(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{\"a\": [1, -2.5e1, \"x\\u00e9\\ud83d\\ude00\"], \"b\\n\": {}, \"c\": [[]], \"d\": null, \"\": true}",
        "[{\"\\\"\\\\\": \"\\\\\"}, {\"p\" \t:\n {\"q\": [], \"r\": [{}, {\"s\": \"\"}]}}, [ ], { }, \"\\\"\", false]",
        "[0.10000000000000000000000000000000000000000000000000000000000000000000000001,\n"
        " {\"n\": -1.5000000000000000000000000000000000000000000000000000000000000000000000e2, \"m\": \"1\"},\n"
        " [1000000000000000000000000000000000000000000000000000000000000000000000 , 2]]",
        "  \"alone\"  ",
        "-7",
        "[]",
    };
    for (size_t t = 0; t < COUNT(texts); t++) {
        struct json_doc *whole = parsed(texts[t]), *doc = opened(texts[t]);
        uint32_t count = behind(doc, 0);
        for (uint32_t piece = 0; piece < count; piece++) {
            json_enter(doc, piece);
            for (uint32_t n = 0; n < count; n++) {
                assert_same(whole, doc, n);
            }
            for (uint32_t n = piece; n < behind(doc, piece); n++) {
                assert_true(json_kind(doc, n) != JSON_NUMBER || json_number(doc, n) == json_number(whole, n));
            }
        }
        json_leave(doc);
        for (uint32_t n = 0; n < count; n++) {
            assert_same(whole, doc, n);
        }
        json_destroy(doc);
        json_destroy(whole);
    }
}

/* Entered in any order, and before anything was. */
static void enters_back_and_forth(void **state)
{
    (void)state;
    struct json_doc *doc = opened("[{\"n\": 1}, {\"n\": 2, \"s\": \"\\u0041\"}]");
    assert_true(str_is(json_string(doc, 5), "A"));
    for (int round = 0; round < 3; round++) {
        json_enter(doc, 3);
        assert_true(json_number(doc, 4) == 2);
        assert_true(str_is(json_string(doc, 5), "A"));
        assert_true(str_is(json_name(doc, 2), "n"));
        json_enter(doc, 1);
        assert_true(json_number(doc, 2) == 1);
        json_enter(doc, 2);
        assert_true(json_number(doc, 2) == 1);
        assert_true(str_is(json_name(doc, 2), "n"));
    }
    json_destroy(doc);
}

static bool dies_asked_for_number(struct json_doc *doc, uint32_t node)
{
    int status = 0;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)close(STDERR_FILENO);
        (void)json_number(doc, node);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status);
}

static void has_numbers_within_the_piece_alone(void **state)
{
    (void)state;
    struct json_doc *doc = opened("[[1], [2], \"3\"]");
    assert_true(dies_asked_for_number(doc, 2));
    json_enter(doc, 1);
    assert_false(dies_asked_for_number(doc, 2));
    assert_true(dies_asked_for_number(doc, 4));
    json_enter(doc, 3);
    assert_true(dies_asked_for_number(doc, 2));
    assert_false(dies_asked_for_number(doc, 4));
    json_enter(doc, 5);
    assert_true(dies_asked_for_number(doc, 5));
    json_leave(doc);
    assert_true(dies_asked_for_number(doc, 4));
    json_destroy(doc);
}

static void finds_members_however_they_are_written(void **state)
{
    (void)state;
    struct json_doc *doc = opened("{\"x\": {\"aa\": 0, \"\\u0061\": 1, \"\\\\n\": 2, \"\": 3,"
                                  " \"\\ud83d\\ude00b\": 4}, \"y\": 5}");
    static const struct {
        const char *name;
        uint32_t node;
    } rows[] = {
        {"aa", 2},  {"a", 3}, {"\\n", 4}, {"", 5},          {"\360\237\230\200b", 6}, {"\\u0061", JSON_NONE},
        {"\n", JSON_NONE}, {"A", JSON_NONE}, {"aaa", JSON_NONE}, {"\\\\n", JSON_NONE},
    };
    for (uint32_t piece = 0; piece <= 8; piece++) {
        if (piece < 8) {
            json_enter(doc, piece);
        } else {
            json_leave(doc);
        }
        for (size_t i = 0; i < COUNT(rows); i++) {
            assert_int_equal(json_member(doc, 1, str_from(rows[i].name)), rows[i].node);
        }
        assert_int_equal(json_member(doc, 7, STR("")), JSON_NONE);
    }
    json_destroy(doc);
}

static void enters_what_lies_deep(void **state)
{
    (void)state;
    char text[2 * JSON_MAX_DEPTH + 4] = "";
    memset(text, '[', JSON_MAX_DEPTH);
    text[JSON_MAX_DEPTH] = '7';
    memset(text + JSON_MAX_DEPTH + 1, ']', JSON_MAX_DEPTH);
    struct json_doc *doc = opened(text);
    for (uint32_t piece = 0; piece <= JSON_MAX_DEPTH; piece++) {
        json_enter(doc, piece);
        assert_true(json_number(doc, JSON_MAX_DEPTH) == 7);
    }
    json_destroy(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_pieces_as_it_reads_the_whole),
        cmocka_unit_test(enters_back_and_forth),
        cmocka_unit_test(has_numbers_within_the_piece_alone),
        cmocka_unit_test(finds_members_however_they_are_written),
        cmocka_unit_test(enters_what_lies_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
