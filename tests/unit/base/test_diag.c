#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/limits.h"

#define PLACE(file, line, column, pointer)                                                         \
    {                                                                                              \
        STR_INIT(file), line, column, STR_INIT(pointer)                                            \
    }

static void test_print(void **state)
{
    (void)state;
    static const struct {
        struct diag diag;
        const char *text;
    } rows[] = {
        {{.place = PLACE("story.json", 112, 17, "/scenes/3/choices/1/to"),
          .severity = SEVERITY_ERROR,
          .tag = STR_INIT("unknown-scene"),
          .message = STR_INIT("leads to \"sheltr\"; did you mean \"shelter\"?")},
         "story.json:112:17: error: leads to \"sheltr\"; did you mean \"shelter\"? "
         "[unknown-scene] (/scenes/3/choices/1/to)"},
        {{.place = PLACE("story.json", 0, 0, ""),
          .severity = SEVERITY_ERROR,
          .tag = STR_INIT("too-large"),
          .message = STR_INIT("is too large")},
         "story.json: error: is too large [too-large]"},
        {{.place = PLACE("story.json", 3, 0, ""),
          .severity = SEVERITY_WARNING,
          .message = STR_INIT("a line alone")},
         "story.json:3: warning: a line alone"},
        {{.message = STR_INIT("no file")}, "note: no file"},
        {{.place = PLACE("a\nb.json", 1, 1, "/\033"),
          .severity = SEVERITY_ERROR,
          .tag = STR_INIT("bad-id"),
          .message = STR_INIT("id \"\033[2J\n\" is no id, 100%s")},
         "a\\nb.json:1:1: error: id \"\\u001b[2J\\n\" is no id, 100%s [bad-id] (/\\u001b)"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct strbuf out = {0};
        diag_print(&rows[i].diag, &out);
        assert_string_equal(out.s, rows[i].text);
        strbuf_finish(&out);
    }
}

static void test_copies_and_counts(void **state)
{
    (void)state;
    struct diag_list list = {0};
    char message[] = "river";
    struct diag d = {.severity = SEVERITY_ERROR, .refused = true, .message = {message, 5}};
    diag_list_add(&list, &d);
    message[0] = 'R';
    d.severity = SEVERITY_WARNING;
    d.refused = false;
    diag_list_add(&list, &d);
    d.severity = SEVERITY_NOTE;
    diag_list_add(&list, &d);
    assert_true(str_is(list.items[0].message, "river"));
    assert_int_equal(list.count, 3);
    assert_int_equal(list.errors, 1);
    assert_int_equal(list.warnings, 1);
    assert_int_equal(list.refusals, 1);
    diag_list_finish(&list);
    assert_null(list.items);
    diag_list_finish(&list);
}

/* The message is the place in the order of adding. */
static void test_sort_many(void **state)
{
    (void)state;
    enum { MANY = 200000 };
    struct diag_list list = {0};
    uint32_t random = 1;
    for (int i = 0; i < MANY; i++) {
        random = random * 1664525u + 1013904223u;
        char message[16];
        int length = snprintf(message, sizeof message, "%06d", i);
        struct diag d = {
            .place = {random >> 31 ? STR("a.json") : STR("b.json"),
                      (int)(random >> 20 & 63),
                      (int)(random >> 10 & 7),
                      {0}},
            .message = {message, (size_t)length},
        };
        diag_list_add(&list, &d);
    }
    diag_list_sort(&list);
    assert_int_equal(list.count, MANY);
    for (size_t i = 1; i < MANY; i++) {
        const struct diag *a = &list.items[i - 1];
        const struct diag *b = &list.items[i];
        int order = str_cmp(a->place.file, b->place.file);
        order = order != 0 ? order : a->place.line - b->place.line;
        order = order != 0 ? order : a->place.column - b->place.column;
        order = order != 0 ? order : str_cmp(a->message, b->message);
        assert_true(order < 0);
    }
    diag_list_finish(&list);
}

static void test_sort_few(void **state)
{
    (void)state;
    struct diag_list list = {0};
    diag_list_sort(&list);
    diag_list_add(&list, &(struct diag){.place = {STR("b"), 1, 1, {0}}});
    diag_list_sort(&list);
    diag_list_add(&list, &(struct diag){.place = {STR("a"), 9, 9, {0}}});
    diag_list_add(&list, &(struct diag){.place = {STR("b"), 0, 0, {0}}});
    diag_list_sort(&list);
    assert_true(str_is(list.items[0].place.file, "a"));
    assert_int_equal(list.items[1].place.line, 0);
    assert_int_equal(list.items[2].place.line, 1);
    diag_list_finish(&list);
}

/* The words of a fault may be many megabytes; how many there were is told all the same. */
static void test_full(void **state)
{
    (void)state;
    enum { FAULTS = 40, BYTES = 8 << 20 };
    struct diag_list list = {0};
    struct arena a = {0};
    struct diag d = {.severity = SEVERITY_ERROR, .refused = true};
    d.message = (struct str){arena_new(&a, char, BYTES), BYTES};
    for (int i = 0; i < FAULTS; i++) {
        diag_list_add(&list, &d);
    }
    assert_true(diag_list_is_full(&list));
    assert_true(list.count > 0 && list.count <= DIAG_MOST_BYTES / BYTES);
    assert_true(list.arena.total_bytes <= DIAG_MOST_BYTES + 2 * BYTES);
    assert_int_equal(list.errors, FAULTS);
    assert_int_equal(list.refusals, FAULTS);
    diag_list_finish(&list);
    assert_false(diag_list_is_full(&list));
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_print),
        cmocka_unit_test(test_copies_and_counts),
        cmocka_unit_test(test_full),
        cmocka_unit_test(test_sort_many),
        cmocka_unit_test(test_sort_few),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
