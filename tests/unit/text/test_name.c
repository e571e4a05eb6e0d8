#include "text/name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/compiler.h"

#define TEN "abcdefghij"
#define FORTY TEN TEN TEN TEN
/* "é" of two characters, and "한" of three: how some keyboards make them. */
#define E_ACUTE "e\xcc\x81"
#define HAN "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab"
#define FAMILY "👩\xe2\x80\x8d👧"

static void test_tidies(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *name; /* NULL: it is none */
    } rows[] = {
        {"Ana", "Ana"},
        {"  Ana \t", NULL}, /* a tab controls */
        {"  Ana  María ", "Ana María"},
        {"\xe3\x80\x80김\xe3\x80\x80민지", "김 민지"}, /* the wide blank */
        {E_ACUTE, "é"},
        {HAN, "한"},
        {FORTY, FORTY},
        {" " FORTY " ", FORTY},
        {FORTY "k", NULL},
        {E_ACUTE E_ACUTE TEN TEN TEN "abcdefgh", "éé" TEN TEN TEN "abcdefgh"}, /* letters, not characters */
        {"", NULL},
        {"   ", NULL},
        {"\xe2\x80\x8d", NULL},           /* nothing to be seen */
        {"\xe3\x85\xa4", NULL},           /* the Hangul filler */
        {"a\nb", NULL},
        {"a\x1b[31m", NULL},
        {"a\x7f", NULL},
        {"\xc2\x85", NULL},               /* a control of C1 */
        {"a\xe2\x80\xae" "b", NULL},      /* overrides the direction */
        {"a\xe2\x81\xa6" "b", NULL},      /* isolates */
        {"a\xe2\x80\xa8" "b", NULL},      /* separates lines */
        {"\xee\x80\x80", NULL},           /* means nothing to anybody else */
        {"a\xff", NULL},                  /* no UTF-8 */
        {"\xed\xa0\x80", NULL},           /* a surrogate */
        {FAMILY, FAMILY},
        {"שרה", "שרה"},
        {"7", "7"},
        {"?", "?"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct str name = {0};
        bool is = name_tidy(str_from(rows[i].typed), &a, &name);
        if (is != (rows[i].name != NULL) || (is && !str_is(name, rows[i].name))) {
            fail_msg("row %zu: %d \"%.*s\"", i, is, STR_ARG(name));
        }
        arena_finish(&a);
    }
}

/* Marks without end are one letter, and are refused all the same. */
static void test_piled_marks(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf pile = {0};
    struct str name;
    strbuf_add_c(&pile, "x");
    for (int i = 0; i < 200; i++) {
        strbuf_add_c(&pile, "\xcc\xb4");
    }
    assert_false(name_has_room(strbuf_str(&pile)));
    assert_false(name_tidy(strbuf_str(&pile), &a, &name));
    strbuf_clear(&pile);
    for (int i = 0; i < 100000; i++) {
        strbuf_add_c(&pile, " ");
    }
    assert_false(name_tidy(strbuf_str(&pile), &a, &name));
    strbuf_finish(&pile);
    arena_finish(&a);
}

static void test_letters(void **state)
{
    (void)state;
    static const struct {
        uint32_t key;
        const char *before;
        uint32_t letter;
    } rows[] = {
        {'A', "", 'A'},    {'N', "A", 'n'},       {'M', "Ana ", 'M'}, {'M', "Ana-", 'M'},
        {0xD1, "a", 0xF1}, {0xD1, "", 0xD1},      {'7', "a", '7'},    {'A', "é", 'a'},
        {' ', "a", ' '},   {'A', "김", 'a'},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint32_t letter = name_letter(rows[i].key, str_from(rows[i].before));
        if (letter != rows[i].letter) {
            fail_msg("row %zu: %u", i, letter);
        }
    }
}

static void test_within(void **state)
{
    (void)state;
    static const struct {
        const char *name, *language, *within;
    } rows[] = {
        {"Ana", "en", "Ana"},
        {"שרה", "en", "\xe2\x81\xa8שרה\xe2\x81\xa9"},
        {"Ana", "he", "\xe2\x81\xa8" "Ana\xe2\x81\xa9"},
        {"שרה", "he", "שרה"},
        {"7", "ar", "7"},
    };
    struct arena a = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str within = name_within(str_from(rows[i].name), str_from(rows[i].language), &a);
        if (!str_is(within, rows[i].within)) {
            fail_msg("row %zu: \"%.*s\"", i, STR_ARG(within));
        }
    }
    assert_true(str_is(name_short(STR("Ana"), 3, &a), "Ana"));
    assert_true(str_is(name_short(STR("Anna"), 3, &a), "An…"));
    assert_true(str_is(name_short(STR("Ana Mar"), 5, &a), "Ana…"));
    assert_true(str_is(name_short(STR(E_ACUTE E_ACUTE "c"), 2, &a), E_ACUTE "…"));
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tidies),
        cmocka_unit_test(test_piled_marks),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_within),
    };
    return cmocka_run_group_tests_name("name", tests, NULL, NULL);
}
