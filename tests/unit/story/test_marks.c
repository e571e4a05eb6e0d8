#include "story/marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

static bool fill(void *self, struct str name, struct str *words_out)
{
    static const struct {
        const char *name, *words;
    } known[] = {
        {"debt", "0"}, {"name", "Ok-hui"}, {"marked", "*{debt}*"}, {"empty", ""}, {"a1_b", "x"}};
    (void)self;
    for (size_t i = 0; i < COUNT(known); i++) {
        if (str_is(name, known[i].name)) {
            *words_out = str_from(known[i].words);
            return true;
        }
    }
    return false;
}

/* "text|term b 0-1|emphasis 0-1" */
static struct str described(struct shown shown, struct arena *a)
{
    static const char *const names[] = {"emphasis", "term ", "lang "};
    struct str all = shown.text;
    for (int i = 0; i < shown.span_count; i++) {
        const struct span *span = &shown.spans[i];
        all = arena_printf(a, "%.*s|%s%.*s %zu-%zu", STR_ARG(all), names[span->kind],
                           STR_ARG(span->target), span->from, span->to);
    }
    return all;
}

static void shows_marked_text(void **state)
{
    (void)state;
    static const struct {
        const char *raw, *shown;
    } rows[] = {
        {"", ""},
        {"plain, (round) words", "plain, (round) words"},
        {"a *b* c", "a b c|emphasis 2-3"},
        {"*a**b*", "ab|emphasis 0-1|emphasis 1-2"},
        {"2 * 3 * 4", "2  3  4|emphasis 2-5"},
        {"[his class](term:songbun).", "his class.|term songbun 0-9"},
        {"[안녕](lang:ko) he said", "안녕 he said|lang ko 0-6"},
        {"*[a](term:b)*", "a|emphasis 0-1|term b 0-1"},
        {"[*a*](term:b)", "a|term b 0-1|emphasis 0-1"},
        {"[a *b* c](lang:zh-Hant) d", "a b c d|lang zh-Hant 0-5|emphasis 2-3"},
        {"[a](term:b)(c)", "a(c)|term b 0-1"},
        {"she owes {debt} won", "she owes 0 won"},
        {"*{name}*", "Ok-hui|emphasis 0-6"},
        {"{a1_b}{marked}", "x*{debt}*"},
        {"*a{empty}*[{empty}](term:b)*c*", "ac|emphasis 0-1|emphasis 1-2"},
        {"{unknown} stays", "{unknown} stays"},
        {"\\*a\\* \\[b\\] \\{c\\} \\\\", "*a* [b] {c} \\"},
        {"C:\\dir\\n, ends with \\", "C:\\dir\\n, ends with \\"},
        {"*\\**", "*|emphasis 0-1"},
        {"[\\]](term:b)", "]|term b 0-1"},
        {"two\nlines", "two\nlines"},
        {"2 * 3", "2 * 3"},
        {"**bold** {name}", "**bold** {name}"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct str got = described(marks_show(str_from(rows[i].raw), fill, NULL, &a), &a);
        assert_string_equal(got.n > 0 ? got.s : "", rows[i].shown);
        arena_finish(&a);
    }
}

static void names_the_fault_and_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *raw, *message;
    } rows[] = {
        {"2 * 3", "unmatched \"*\" at \"* 3\""},
        {"*a* *b", "unmatched \"*\" at \"*b\""},
        {"a **b** of more than two dozen", "empty emphasis at \"**b** of more than two d…\""},
        {"[a", "\"[\" without \"]\" at \"[a\""},
        {"a ]", "\"]\" without \"[\" at \"]\""},
        {"[](term:b)", "a link without words at \"[](term:b)\""},
        {"[a]", "a link without (term:…) or (lang:…) at \"]\""},
        {"[a](url:b)", "a link without (term:…) or (lang:…) at \"](url:b)\""},
        {"[a](term:b", "a link without \")\" at \"](term:b\""},
        {"[a](term:B)", "a link to what is no id at \"](term:B)\""},
        {"[a](lang:k)", "a link to what is no language tag at \"](lang:k)\""},
        {"[a [b](lang:ko)](term:d)", "a link inside a link at \"[b](lang:ko)](term:d)\""},
        {"*a [b*](term:c)", "emphasis that ends inside a link at \"*](term:c)\""},
        {"[a *b](term:c)*", "emphasis that does not end inside its link at \"*b](term:c)*\""},
        {"{a", "\"{\" without \"}\" at \"{a\""},
        {"}", "\"}\" without \"{\" at \"}\""},
        {"{A}", "no variable's name between \"{\" and \"}\" at \"{A}\""},
        {"{a{b}", "no variable's name between \"{\" and \"}\" at \"{a{b}\""},
        {"가나 *다라마바사아자차카타파하 가나다라마바사아자차카타",
         "unmatched \"*\" at \"*다라마바사아자차카타파하 가나다라마바사아자차…\""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct marks_fault fault = {0};
        assert_false(marks_check(str_from(rows[i].raw), &fault));
        assert_string_equal(fault.message, rows[i].message);
    }
}

static void lists_what_a_text_refers_to(void **state)
{
    (void)state;
    struct arena a = {0};
    const struct mark_ref *refs;
    struct str raw = STR("{a} [b {c}](term:d) *[e](lang:ko)* {a}");
    assert_int_equal(marks_refs(raw, &a, &refs), 5);
    static const struct mark_ref expected[] = {
        {MARK_REF_VARIABLE, STR_INIT("a"), 0},  {MARK_REF_VARIABLE, STR_INIT("c"), 7},
        {MARK_REF_TERM, STR_INIT("d"), 10},     {MARK_REF_LANG, STR_INIT("ko"), 23},
        {MARK_REF_VARIABLE, STR_INIT("a"), 35},
    };
    for (size_t i = 0; i < COUNT(expected); i++) {
        assert_int_equal(refs[i].kind, expected[i].kind);
        assert_true(str_eq(refs[i].name, expected[i].name));
        assert_int_equal(refs[i].at, expected[i].at);
    }
    assert_int_equal(marks_refs(STR("{a} * faulty"), &a, &refs), 0);
    assert_int_equal(marks_refs(STR("\\{a\\}"), &a, &refs), 0);
    arena_finish(&a);
}

/* Every text of up to five of these characters. */
static void is_total_over_short_texts(void **state)
{
    (void)state;
    static const char letters[] = "*[](){}\\a";
    size_t base = sizeof letters - 1;
    for (size_t n = 0, all = base * base * base * base * base; n < all; n++) {
        char raw[8];
        size_t length = 0;
        for (size_t rest = n; length < 5; rest /= base) {
            raw[length++] = letters[rest % base];
        }
        struct arena a = {0};
        struct str text = {raw, length};
        struct marks_fault fault;
        struct shown shown = marks_show(text, fill, NULL, &a);
        if (!marks_check(text, &fault)) {
            assert_true(str_eq(shown.text, text) && shown.span_count == 0 && fault.at < length);
        }
        for (int i = 0; i < shown.span_count; i++) {
            assert_true(shown.spans[i].from < shown.spans[i].to);
            assert_true(shown.spans[i].to <= shown.text.n);
        }
        arena_finish(&a);
    }
}

static bool fill_large(void *self, struct str name, struct str *words_out)
{
    (void)name;
    *words_out = *(const struct str *)self;
    return true;
}

static void fills_in_no_more_than_a_text_can_be(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str large = {arena_new(&a, char, (size_t)512 << 10), (size_t)512 << 10};
    struct shown shown = marks_show(STR("{a}{a}{a}{a}"), fill_large, &large, &a);
    assert_int_equal(shown.text.n, (1 << 20) + 6);
    assert_true(str_ends(shown.text, STR("{a}{a}")));
    assert_true(str_is(marks_show(STR("{a}"), NULL, NULL, &a).text, "{a}"));
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_marked_text),
        cmocka_unit_test(names_the_fault_and_its_place),
        cmocka_unit_test(lists_what_a_text_refers_to),
        cmocka_unit_test(is_total_over_short_texts),
        cmocka_unit_test(fills_in_no_more_than_a_text_can_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
