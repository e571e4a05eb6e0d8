#include "text/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

/* Ten pixels a code point, white space too. */
static int ten_each(void *self, struct str piece, const struct run_style *style)
{
    (void)self;
    (void)style;
    return 10 * (int)utf8_count(piece);
}

struct fixture {
    struct layouter *layouter;
    struct arena arena;
    struct strbuf shown;
};

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){.layouter = layouter_create()};
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    layouter_destroy(f->layouter);
    arena_finish(&f->arena);
    strbuf_finish(&f->shown);
    return 0;
}

static struct layout lay(struct fixture *f, const char *language, int width_px, struct str text)
{
    struct layout_text t = {.text = text,
                            .language = str_from(language),
                            .width_px = width_px,
                            .measurer = {ten_each, NULL}};
    return layouter_lay(f->layouter, &t, &f->arena);
}

/* Lines parted by "|", runs as they stand, with their hyphens. */
static const char *show(struct fixture *f, struct layout l, struct str text)
{
    strbuf_clear(&f->shown);
    strbuf_add_c(&f->shown, "");
    for (int i = 0; i < l.line_count; i++) {
        strbuf_add_c(&f->shown, i ? "|" : "");
        for (int k = 0; k < l.lines[i].run_count; k++) {
            const struct layout_run *r = &l.lines[i].runs[k];
            strbuf_add(&f->shown, str_sub(text, r->from, r->to - r->from));
            strbuf_add_c(&f->shown, r->hyphen ? "-" : "");
        }
    }
    return f->shown.n ? f->shown.s : "";
}

static void breaks_lines(void **state)
{
    static const struct {
        const char *language;
        int width_px;
        const char *text, *lines;
    } rows[] = {
        {"en", 100, "", ""},
        {"en", 100, "one", "one"},
        {"en", 100, "one two three", "one two|three"},
        {"en", 100, "one   two   ", "one   two"},
        {"en", 100, "one\ntwo", "one|two"},
        {"en", 100, "one\r\n\r\ntwo\n", "one||two"},
        {"en", 100, "\n", ""},
        /* A word too long */
        {"en", 50, "abcdefghij", "abcd-|efgh-|ij"},
        {"en", 50, "0123456789", "01234|56789"},
        {"en", 0, "abc", "a-|b-|c"},
        {"en", 80, "a incomprehensible", "a|incompr-|ehensib-|le"},
        /* An orphan */
        {"en", 150, "aaaa bbbb cccc dd", "aaaa bbbb|cccc dd"},
        {"en", 150, "aaaa bbbb cccc dddd", "aaaa bbbb|cccc dddd"},
        {"en", 150, "aaaaaaaa bbbbb cccc", "aaaaaaaa bbbbb|cccc"}, /* a line of one word for another */
        {"en", 150, "aaaaaaaa bbbbb cc", "aaaaaaaa|bbbbb cc"},     /* is well where that is short */
        {"ko", 90, "강을 건너 갔다 그", "강을 건너|갔다 그"},
        /* Hyphens of its own */
        {"en", 100, "are grown-ups", "are|grown-ups"},
        {"en", 100, "for Yun-a so", "for|Yun-a so"},
        {"en", 160, "the Russian-Chinese road", "the Russian-|Chinese road"},
        {"en", 70, "grown-ups", "grown-|ups"}, /* rather than in the middle of a word */
        /* Soft hyphens */
        {"en", 60, "soft\xC2\xADhyphen", "soft\xC2\xAD-|hyphen"},
        /* East Asian */
        {"zh", 50, "他们渡过图们江，来到", "他们渡过图|们江，来到"},
        {"zh-Hans", 40, "水流过去。", "水流过|去。"}, /* no line begins with a stop */
        {"zh-Hans", 40, "水流过（去）", "水流过|（去）"}, /* nor ends with a bracket that opens */
        {"zh-Hans", 40, "水流过“去”", "水流过|“去”"},
        {"ko", 50, "두만강을 건너", "두만강을|건너"},
        {"ko", 30, "두만강을", "두만강|을"},
        {"en", 50, "나는 북한사람", "나는|북한사람"},
        {"th", 100, "ประเทศไทยเป็นประเทศ", "ประเทศไทย|เป็นประเทศ"},
        {"th", 30, "แม่น้ำ", "แม่|น้ำ"}, /* too long a word: between graphemes, without a hyphen */
        {"ar", 90, "مصباح عند النهر", "مصباح عند|النهر"},
        /* Malformed bytes */
        {"en", 100, "a\xFF"
                    "b \x80",
         "a\xFF"
         "b \x80"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str text = str_from(rows[i].text);
        const char *got = show(f, lay(f, rows[i].language, rows[i].width_px, text), text);
        if (strcmp(got, rows[i].lines) != 0) {
            print_error("row %zu: %s\n", i, got);
        }
        assert_string_equal(got, rows[i].lines);
    }
}

static void keeps_every_byte(void **state)
{
    struct fixture *f = *state;
    struct str text = STR("The river is shallow, 두만강 and שלום עולם.\n\nIn incomprehensibly cold winters\n");
    for (int width_px = 1; width_px < 400; width_px += 7) {
        struct layout l = lay(f, "en", width_px, text);
        size_t at = 0;
        for (int i = 0; i < l.line_count; i++) {
            assert_int_equal(l.lines[i].from, at);
            assert_true(l.lines[i].to > at);
            assert_true(l.lines[i].width_px <= (width_px < 20 ? 20 : width_px));
            at = l.lines[i].to;
        }
        assert_int_equal(at, text.n);
    }
}

static void orders_directions(void **state)
{
    struct fixture *f = *state;
    struct str text = STR("one שלום 12 two");
    struct layout l = lay(f, "en", 1000, text);
    assert_int_equal(l.line_count, 1);
    assert_false(l.lines[0].rtl);
    assert_string_equal(l.lines[0].runs[0].style.script, "Latn");
    int rtl_runs = 0;
    for (int i = 0; i < l.lines[0].run_count; i++) {
        rtl_runs += l.lines[0].runs[i].style.rtl;
    }
    assert_int_equal(rtl_runs, 1); /* the word with the space behind it */
    assert_true(str_is(str_sub(text, l.lines[0].runs[1].from, 2), "12"));
    l = lay(f, "ar", 1000, STR("مرحبا one"));
    assert_true(l.lines[0].rtl);
    assert_int_equal(l.lines[0].run_count, 2);
    assert_string_equal(l.lines[0].runs[0].style.script, "Latn");
    assert_string_equal(l.lines[0].runs[1].style.script, "Arab");
    assert_int_equal(l.lines[0].runs[1].x_px, l.lines[0].runs[0].width_px);
}

static void names_scripts(void **state)
{
    static const struct {
        const char *language, *text, *script;
    } rows[] = {
        {"zh", "江", "Hans"},  {"zh-TW", "江", "Hant"},    {"ja", "江の", "Jpan"}, {"ko", "江", "Hang"},
        {"en", "江", "Hans"},  {"zh-Hant", "（江）", "Hant"}, {"en", "1990", "Latn"}, {"ko", "1990", "Hang"},
        {"ru", "река", "Cyrl"}, {"", "a", "Latn"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct layout l = lay(f, rows[i].language, 1000, str_from(rows[i].text));
        assert_int_equal(l.line_count, 1);
        assert_int_equal(l.lines[0].run_count, 1);
        assert_string_equal(l.lines[0].runs[0].style.script, rows[i].script);
    }
}

/* Letters go on joining where only the style changes. */
static void keeps_arabic_joined(void **state)
{
    static const struct {
        const char *text;
        size_t from; /* of a link that goes to the end */
        bool joins;
    } rows[] = {
        {"بالنهر", 6, true},   /* lam and noon */
        {"والنهر", 2, false},  /* waw joins nothing after it */
        {"عند النهر", 7, false}, /* a space */
        {"بَلَنهر", 8, true},    /* past a vowel's mark */
        {"ab", 1, false},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str text = str_from(rows[i].text);
        const struct layout_span link = {rows[i].from, text.n, RUN_LINK, {0}};
        struct layout_text t = {.text = text,
                                .spans = &link,
                                .span_count = 1,
                                .language = STR("ar"),
                                .width_px = 1000,
                                .measurer = {ten_each, NULL}};
        struct layout l = layouter_lay(f->layouter, &t, &f->arena);
        assert_int_equal(l.lines[0].run_count, 2);
        for (int k = 0; k < 2; k++) {
            const struct layout_run *r = &l.lines[0].runs[k];
            bool is_link = r->link == 0;
            if ((is_link ? r->style.joins_before : r->style.joins_after) != rows[i].joins ||
                (is_link ? r->style.joins_after : r->style.joins_before)) {
                fail_msg("row %zu, run %d", i, k);
            }
        }
    }
}

static void parts_spans(void **state)
{
    struct fixture *f = *state;
    const struct layout_span spans[] = {{4, 13, RUN_LINK, {0}}, {8, 13, RUN_EMPHASIS, STR_INIT("zh")}};
    struct layout_text t = {.text = STR("one two three four"),
                            .spans = spans,
                            .span_count = 2,
                            .language = STR("en"),
                            .width_px = 1000,
                            .measurer = {ten_each, NULL}};
    struct layout l = layouter_lay(f->layouter, &t, &f->arena);
    assert_int_equal(l.lines[0].run_count, 4);
    const struct layout_run *r = l.lines[0].runs;
    assert_int_equal(r[0].link, -1);
    assert_int_equal(r[1].link, 0);
    assert_int_equal(r[1].style.flags, RUN_LINK);
    assert_int_equal(r[2].link, 0);
    assert_int_equal(r[2].style.flags, RUN_LINK | RUN_EMPHASIS);
    assert_true(str_is(r[2].style.language, "zh"));
    assert_int_equal(r[3].link, -1);
    assert_int_equal(r[3].x_px, 130);
}

static void makes_even_pages(void **state)
{
    struct fixture *f = *state;
    struct layout l = lay(f, "en", 50, STR("a\nb\nc\nd\ne\nf\ng\n"));
    assert_int_equal(l.line_count, 7);
    struct layout_pages p = layout_paginate(&l, 4, &f->arena);
    assert_int_equal(p.count, 2);
    assert_int_equal(p.pages[0].line_count, 4);
    assert_int_equal(p.pages[1].line_count, 3);
    p = layout_paginate(&l, 3, &f->arena);
    assert_int_equal(p.count, 3);
    assert_int_equal(p.pages[1].first_line, 3);
    assert_int_equal(layout_pages_find(&p, 0), 0);
    assert_int_equal(layout_pages_find(&p, 6), 1);
    assert_int_equal(layout_pages_find(&p, 9999), 2);
    l = lay(f, "en", 50, STR("a\nb\nc\n"));
    p = layout_paginate(&l, 2, &f->arena);
    assert_int_equal(p.count, 2);
    assert_int_equal(p.pages[0].line_count, 1); /* never last */
    assert_int_equal(p.pages[1].line_count, 2);
    l = lay(f, "en", 50, STR(""));
    p = layout_paginate(&l, 3, &f->arena);
    assert_int_equal(p.count, 0);
    assert_int_equal(layout_pages_find(&p, 3), 0);
}

/* Two texts of ten and four lines, 10 and 7 px high, with 5 between. */
static void cuts_two_in_step(void **state)
{
    struct fixture *f = *state;
    static const struct {
        int room_px, pages;
        const char *lines; /* of the first and the second, page by page */
    } rows[] = {
        {133, 1, "10+4"}, {132, 2, "5+2 5+2"}, {69, 2, "5+2 5+2"}, {68, 3, "4+2 3+1 3+1"},
        {59, 3, "4+2 3+1 3+1"}, {58, 4, "3+1 3+1 2+1 2+1"}, {41, 5, "2+1 2+1 2+1 2+1 2+0"},
        {22, 10, "1+1 1+0 1+1 1+0 1+0 1+1 1+0 1+1 1+0 1+0"},
    };
    struct layout first = lay(f, "en", 50, STR("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj"));
    struct layout second = lay(f, "ko", 50, STR("가나다 라마바 사아자 차카타"));
    assert_int_equal(first.line_count, 10);
    assert_int_equal(second.line_count, 4);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct layout_pair pair = layout_paginate_pair((struct layout_set){STR(""), &first, 10}, (struct layout_set){STR(""), &second, 7},
                                                       5, rows[i].room_px, &f->arena);
        int firsts = 0;
        int seconds = 0;
        strbuf_clear(&f->shown);
        assert_non_null(pair.second);
        for (int k = 0; k < pair.first.count; k++) {
            const struct layout_page *a = &pair.first.pages[k];
            const struct layout_page *b = &pair.second[k];
            assert_int_equal(a->first_line, firsts); /* each line once, in order */
            assert_int_equal(b->first_line, seconds);
            firsts += a->line_count;
            seconds += b->line_count;
            assert_true(a->line_count * 10 + 5 + b->line_count * 7 <= rows[i].room_px);
            strbuf_printf(&f->shown, "%s%d+%d", k ? " " : "", a->line_count, b->line_count);
        }
        assert_int_equal(firsts, 10);
        assert_int_equal(seconds, 4);
        assert_int_equal(pair.first.count, rows[i].pages);
        assert_string_equal(f->shown.s, rows[i].lines);
    }
}

/* Two long lines above seven short ones, of which a page holds two: each page begins further in. */
static void repeats_a_line_that_takes_pages(void **state)
{
    struct fixture *f = *state;
    struct str words = STR("aaa bbb ccc ddd eee fff");
    struct layout first = lay(f, "en", 120, words);
    struct layout second = lay(f, "en", 10, STR("1 2 3 4 5 6 7"));
    static const struct {
        int line;
        size_t from;
        int second;
    } pages[] = {{0, 0, 2}, {0, 4, 2}, {1, 12, 2}, {1, 16, 1}};
    assert_int_equal(first.line_count, 2);
    assert_int_equal(second.line_count, 7);
    struct layout_pair pair = layout_paginate_pair((struct layout_set){words, &first, 10},
                                                   (struct layout_set){words, &second, 7}, 5, 29, &f->arena);
    assert_int_equal(pair.first.count, 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(pair.first.pages[i].first_line, pages[i].line);
        assert_int_equal(pair.first.pages[i].line_count, 1);
        assert_int_equal(pair.first.pages[i].from, pages[i].from);
        assert_int_equal(pair.second[i].line_count, pages[i].second);
    }
}

static void cuts_the_first_alone_where_two_have_no_room(void **state)
{
    struct fixture *f = *state;
    struct layout first = lay(f, "en", 50, STR("aaaa bbbb cccc"));
    struct layout_set set = {STR("aaaa bbbb cccc"), &first, 10};
    struct layout_pair pair = layout_paginate_pair(set, set, 5, 21, &f->arena);
    assert_null(pair.second);
    assert_int_equal(pair.first.count, 2);
    pair = layout_paginate_pair(set, set, 5, 3, &f->arena); /* not even one line: one a page all the same */
    assert_null(pair.second);
    assert_int_equal(pair.first.count, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(breaks_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_every_byte, set_up, tear_down),
        cmocka_unit_test_setup_teardown(orders_directions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_scripts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_arabic_joined, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parts_spans, set_up, tear_down),
        cmocka_unit_test_setup_teardown(makes_even_pages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cuts_two_in_step, set_up, tear_down),
        cmocka_unit_test_setup_teardown(repeats_a_line_that_takes_pages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cuts_the_first_alone_where_two_have_no_room, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
