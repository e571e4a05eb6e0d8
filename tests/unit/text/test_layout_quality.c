/* What holds of every text at every width: nothing is lost, nothing is too wide, nothing is left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "text/grapheme.h"
#include "text/layout.h"

enum { EM = 20, WIDTH_MOST = 900, WIDTH_STEP = 7, HANGUL_FIRST = 0xAC00, HANGUL_LAST = 0xD7A3 };

static const struct {
    const char *language, *text;
} samples[] = {
    {"en", "The grown-ups walked on the Russian-Chinese-Korean border; Yun-a did not. It was cold, and it was late: nobody "
           "spoke of what they had left, or of what would come after a night like that. We."},
    {"es", "Cruzaron el río de noche, sin luz; el hielo crujía bajo los pies. Nadie dijo nada hasta que llegaron a la otra "
           "orilla, y allí tampoco. «¿Quién vive?», preguntó una voz. No."},
    {"ko", "얼음 위에 세 사람이 있다. 길을 아는 남자, 빨간 머릿수건을 쓴 윤아, 그 손을 잡은 솔. 발밑에서 얼음이 쿵 하고 운다. 누가 문을 두드리는 것 같다. 다 왔다. 자."},
    {"ar", "عبروا النهر ليلا بلا ضوء، وكان الجليد يئن تحت أقدامهم. لم يقل أحد شيئا حتى بلغوا الضفة الأخرى في عام 2014. لا."},
    {"th", "พวกเขาข้ามแม่น้ำในเวลากลางคืนโดยไม่มีแสงไฟ น้ำแข็งส่งเสียงดังอยู่ใต้เท้า ไม่มีใครพูดอะไรจนกระทั่งถึงอีกฝั่งหนึ่ง"},
    {"zh", "他们在夜里过河，没有灯光；冰在脚下作响。没有人说话，直到他们到了对岸，到了那里也没有人说话。2014年，铁丝网已经建成。"},
    {"en", "One.\n\nTwo words.\r\nA third paragraph, which is longer than both of those together; see {1}.\n"},
};

/* About as wide as real letters are: thin ones, wide ones, marks without any width. */
static int widths(void *self, struct str piece, const struct run_style *style)
{
    (void)self;
    int px = 0;
    for (size_t at = 0; at < piece.n;) {
        size_t end = grapheme_end(piece, at);
        size_t from = at;
        uint32_t code = utf8_next(piece, &from);
        bool is_wide = code >= 0x2E80 && code != UTF8_BAD;
        bool is_thin = code == 'i' || code == 'l' || code == '.' || code == ',' || code == ' ';
        px += is_wide ? EM : (is_thin ? EM / 4 : EM / 2);
        at = end;
    }
    return px + (style->flags & RUN_EMPHASIS ? 1 : 0);
}

struct bench {
    struct layouter *layouter;
    struct arena arena;
    struct str text;
    struct layout_text set;
};

static struct layout lay(struct bench *b, int sample, int width_px)
{
    static const struct layout_span spans[] = {{10, 31, RUN_LINK, {0}}, {40, 52, RUN_EMPHASIS, {0}}};
    b->text = str_from(samples[sample].text);
    b->set = (struct layout_text){.text = b->text,
                                  .spans = spans,
                                  .span_count = 2,
                                  .language = str_from(samples[sample].language),
                                  .width_px = width_px,
                                  .measurer = {widths, NULL}};
    return layouter_lay(b->layouter, &b->set, &b->arena);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r';
}

/* What of the line is seen, as bytes. */
static struct str shown(const struct bench *b, const struct layout_line *line)
{
    size_t to = line->to;
    while (to > line->from && is_space(b->text.s[to - 1])) {
        to--;
    }
    return str_sub(b->text, line->from, to - line->from);
}

static int words_of(struct str s)
{
    int count = s.n > 0;
    for (size_t i = 0; i < s.n; i++) {
        count += s.s[i] == ' ' && i + 1 < s.n && s.s[i + 1] != ' ';
    }
    return count;
}

static int width_of(struct str s)
{
    static const struct run_style plain = {.script = "Latn"};
    return widths(NULL, s, &plain);
}

static size_t last_word(struct str s)
{
    size_t at = s.n;
    while (at > 0 && s.s[at - 1] != ' ') {
        at--;
    }
    return at;
}

/* Could the line above give its last word to this one? */
static bool could_be_mended(const struct bench *b, const struct layout_line *above, const struct layout_line *last)
{
    struct str up = shown(b, above);
    struct str alone = shown(b, last);
    size_t at = last_word(up);
    int least = width_of(alone) <= b->set.width_px / 5 ? 2 : 3;
    return words_of(up) >= least && width_of(str_after(up, at)) + EM / 4 + width_of(alone) + 4 <= b->set.width_px;
}

static void check_lines(const struct bench *b, const struct layout *l)
{
    size_t at = 0;
    for (int i = 0; i < l->line_count; i++) {
        const struct layout_line *line = &l->lines[i];
        int letters = 0;
        assert_int_equal(line->from, at);
        assert_true(line->to > line->from);
        at = line->to;
        for (size_t k = line->from; k < line->to; letters++) {
            k = grapheme_end(b->text, k);
            assert_true(k <= line->to); /* no letter is parted */
        }
        bool fits = line->width_px <= b->set.width_px;
        assert_true(fits || letters == 1 || (letters == 2 && is_space(b->text.s[line->to - 1])) ||
                    line->runs[line->run_count - 1].hyphen);
        assert_true(line->width_px <= l->width_px);
    }
    assert_int_equal(at, b->text.n);
}

/* Of scripts that part words by spaces. */
static int check_orphans(const struct bench *b, const struct layout *l)
{
    int seen = 0;
    for (int i = 1; i < l->line_count; i++) {
        const struct layout_line *line = &l->lines[i];
        bool is_last = i + 1 == l->line_count || line->ends_by_newline;
        bool starts = l->lines[i - 1].ends_by_newline;
        if (is_last && !starts && words_of(shown(b, line)) == 1) {
            seen++;
            if (could_be_mended(b, &l->lines[i - 1], line)) {
                fail_msg("at %d px \"%.*s\" is left alone", b->set.width_px, STR_ARG(shown(b, line)));
            }
        }
    }
    return seen;
}

static bool is_hangul(uint32_t code)
{
    return code >= HANGUL_FIRST && code <= HANGUL_LAST;
}

/* No line of one syllable, but where the line is too narrow for any two words. */
static void check_syllables(const struct bench *b, const struct layout *l)
{
    for (int i = 0; i < l->line_count; i++) {
        struct str s = shown(b, &l->lines[i]);
        size_t at = 0;
        uint32_t code = s.n ? utf8_next(s, &at) : 0;
        if (is_hangul(code) && (at == s.n || (at + 1 == s.n && s.s[at] == '.')) && b->set.width_px > 12 * EM) {
            fail_msg("at %d px a line of \"%.*s\"", b->set.width_px, STR_ARG(s));
        }
    }
}

static void check_hyphens(const struct bench *b, const struct layout *l)
{
    for (int i = 0; i < l->line_count; i++) {
        struct str s = shown(b, &l->lines[i]);
        bool bad = s.n > 6 && (str_is(str_after(s, s.n - 6), "grown-") || str_is(str_after(s, s.n - 4), "Yun-"));
        assert_false(bad && b->set.width_px >= 9 * EM);
    }
}

static void lays_every_text_well(void **state)
{
    (void)state;
    struct bench b = {.layouter = layouter_create()};
    int orphans = 0;
    for (int i = 0; i < (int)COUNT(samples); i++) {
        for (int width = 1; width < WIDTH_MOST; width += WIDTH_STEP) {
            struct layout l = lay(&b, i, width);
            check_lines(&b, &l);
            check_hyphens(&b, &l);
            check_syllables(&b, &l);
            if (i < 4 || i == 6) {
                orphans += check_orphans(&b, &l);
            }
        }
        arena_finish(&b.arena);
    }
    assert_true(orphans > 20); /* where nothing could be done: so they were looked for */
    layouter_destroy(b.layouter);
}

static void keeps_links_and_emphasis(void **state)
{
    (void)state;
    struct bench b = {.layouter = layouter_create()};
    for (int width = 30; width < WIDTH_MOST; width += WIDTH_STEP) {
        struct layout l = lay(&b, 0, width);
        size_t linked = 0;
        size_t stressed = 0;
        for (int i = 0; i < l.line_count; i++) {
            for (int k = 0; k < l.lines[i].run_count; k++) {
                const struct layout_run *r = &l.lines[i].runs[k];
                linked += r->link == 0 ? r->to - r->from : 0;
                stressed += r->style.flags & RUN_EMPHASIS ? r->to - r->from : 0;
                assert_int_equal(r->link == 0, (r->style.flags & RUN_LINK) != 0);
            }
        }
        assert_true(linked <= 21 && linked >= 21 - 5); /* less the spaces at line ends */
        assert_true(stressed <= 12 && stressed >= 12 - 4);
    }
    arena_finish(&b.arena);
    layouter_destroy(b.layouter);
}

static void fills_pages(void **state)
{
    (void)state;
    struct bench b = {.layouter = layouter_create()};
    for (int width = 60; width < WIDTH_MOST; width += WIDTH_STEP) {
        struct layout l = lay(&b, 0, width);
        for (int most = 1; most < 9; most++) {
            struct layout_pages p = layout_paginate(&l, most, &b.arena);
            int line = 0;
            for (int i = 0; i < p.count; i++) {
                assert_int_equal(p.pages[i].first_line, line);
                assert_true(p.pages[i].line_count >= 1 && p.pages[i].line_count <= most);
                line += p.pages[i].line_count;
            }
            assert_int_equal(line, l.line_count);
            assert_true(most == 1 || l.line_count == 1 || p.pages[p.count - 1].line_count > 1 ||
                        l.line_count == p.count);
        }
    }
    arena_finish(&b.arena);
    layouter_destroy(b.layouter);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lays_every_text_well),
        cmocka_unit_test(keeps_links_and_emphasis),
        cmocka_unit_test(fills_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
