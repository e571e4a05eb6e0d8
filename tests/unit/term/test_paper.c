#include "term/paper.h"

#include <string.h>

#include "support.h"
#include "term/columns.h"

#define BAD "\357\277\275" /* U+FFFD */

static const struct {
    int columns;
    const char *lead, *text, *language, *out;
} rows[] = {
    {20, "", "One line.", "en", "One line.\n"},
    {20, "", "", "en", ""},
    {20, " 1  ", "", "en", ""},
    {20, "", "Snow lies on the river and on the road.", "en", "Snow lies on the\nriver and on\nthe road.\n"},
    {20, " 1  ", "Snow lies on the river.", "en", " 1  Snow lies on\n    the river.\n"},
    {20, "", "one\ntwo", "en", "one\ntwo\n"},
    {20, "  ", "one\n\ntwo", "en", "  one\n\n  two\n"},
    {20, "", "one\r\ntwo", "en", "one\ntwo\n"},
    {12, "", "두만강은 겨울에 언다.", "ko", "두만강은\n겨울에 언다.\n"},
    {10, "", "图们江在冬天结冰。", "zh", "图们江在冬\n天结冰。\n"},
    {10, "", "abcdefghijklmnop", "en", "abcdefghi-\njklmnop\n"}, /* a word longer than a line */
    {3, "", "narrower than ten is ten", "en", "narrower\nthan ten\nis ten\n"},
    {0, "", "nothing", "en", "nothing\n"},
    {-5, "", "nothing", "en", "nothing\n"},

    {40, "", "a\tb", "en", "a b\n"},
    {40, "", "a\033[2Jb", "en", "a" BAD "[2Jb\n"},
    {40, "", "a\rb", "en", "a" BAD "b\n"},
    {40, "", "bell\a del\177", "en", "bell" BAD " del" BAD "\n"},
    {40, "", "a\302\233b", "en", "a" BAD "b\n"},         /* U+009B */
    {40, "", "a\xff" "b\xe2\x80", "en", "a" BAD "b" BAD BAD "\n"},
    {40, "", "a\342\200\256b", "en", "a" BAD "b\n"},     /* U+202E */
    {40, "", "a\342\200\250b", "en", "a" BAD "b\n"},     /* U+2028 */
    {40, "", "\327\220\342\200\217\327\221", "he", "\327\220\342\200\217\327\221\n"}, /* Hebrew with its mark */
};

static void test_add(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct fake_terminal t = fake_terminal();
        struct term_io io = fake_terminal_io(&t);
        struct paper p;
        t.columns = rows[i].columns;
        paper_init(&p, &io);
        paper_add(&p, str_from(rows[i].lead), str_from(rows[i].text), str_from(rows[i].language));
        expect_text(rows[i].text, strbuf_str(&t.out), rows[i].out);
        paper_finish(&p);
        fake_terminal_finish(&t);
    }
}

static void check_widths(struct str out, int most)
{
    for (size_t at = 0; at < out.n;) {
        size_t end = str_find(out, '\n', at);
        struct str line = str_sub(out, at, end - at);
        if (columns_of(line) > most) {
            fail_msg("\"%.*s\" takes more than %d columns", STR_ARG(line), most);
        }
        at = end + 1;
    }
}

/* No line is wider than the terminal, none wider than what can be read with ease. */
static void test_widths(void **state)
{
    (void)state;
    static const int widths[] = {10, 11, 33, 65, 66, 67, 80, 1000, 1 << 30};
    static const char text[] =
        "The river is 521 km long, 두만강 in Korean, 图们江 in Chinese, แม่น้ำ in Thai; "
        "and Donaudampfschifffahrtsgesellschaftskapitänswitwenrente has nothing to do with it.";
    for (size_t i = 0; i < COUNT(widths); i++) {
        struct fake_terminal t = fake_terminal();
        struct term_io io = fake_terminal_io(&t);
        struct paper p;
        t.columns = widths[i];
        paper_init(&p, &io);
        paper_add(&p, STR("   "), str_from(text), STR("en"));
        check_widths(strbuf_str(&t.out), widths[i] < PAPER_COLUMNS_MOST ? widths[i] : PAPER_COLUMNS_MOST);
        assert_true(str_starts(strbuf_str(&t.out), STR("   The")));
        paper_finish(&p);
        fake_terminal_finish(&t);
    }
}

/* A lead that leaves no room is still followed by its text. */
static void test_lead_without_room(void **state)
{
    (void)state;
    struct fake_terminal t = fake_terminal();
    struct term_io io = fake_terminal_io(&t);
    struct paper p;
    t.columns = 10;
    paper_init(&p, &io);
    paper_add(&p, STR("0123456789012"), STR("ab"), STR("en"));
    assert_true(str_starts(strbuf_str(&t.out), STR("0123456789012a")));
    expect_holds("no room", strbuf_str(&t.out), "b");
    paper_finish(&p);
    fake_terminal_finish(&t);
}

static void test_gap(void **state)
{
    (void)state;
    struct fake_terminal t = fake_terminal();
    struct term_io io = fake_terminal_io(&t);
    struct paper p;
    paper_init(&p, &io);
    paper_gap(&p); /* nothing stands above it */
    paper_add(&p, STR(""), STR("a"), STR("en"));
    paper_gap(&p);
    paper_gap(&p);
    paper_add(&p, STR(""), STR(""), STR("en"));
    paper_gap(&p);
    paper_add(&p, STR(""), STR("b"), STR("en"));
    paper_add(&p, STR(""), STR("c"), STR("en"));
    expect_text("gap", strbuf_str(&t.out), "a\n\nb\nc\n");
    paper_finish(&p);
    fake_terminal_finish(&t);
}

static const struct {
    const char *answers;
    bool echoes, answered;
    const char *answer, *out;
} questions[] = {
    {"1", true, true, "1", "> 1\n"},
    {"1", false, true, "1", "> "}, /* the terminal has shown it */
    {"  h 2\t\r", true, true, "h 2", "> h 2\n"},
    {"\n2", true, true, "", "> \n"}, /* only Enter */
    {"a\033[2J", true, true, "a\033[2J", "> a" BAD "[2J\n"},
    {"\xff", true, true, "\xff", "> " BAD "\n"},
    {"", true, false, "", "> \n"}, /* the end of input leaves a whole line */
    {"", false, false, "", "> \n"},
};

static void test_ask(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(questions); i++) {
        struct fake_terminal t = fake_terminal();
        t.answers = questions[i].answers;
        t.echoes = questions[i].echoes;
        struct term_io io = fake_terminal_io(&t);
        struct paper p;
        struct str answer = STR("before");
        paper_init(&p, &io);
        bool answered = paper_ask(&p, STR("> "), &answer);
        expect_text(questions[i].answers, answer, questions[i].answer);
        expect_text(questions[i].answers, strbuf_str(&t.out), questions[i].out);
        assert_int_equal(answered, questions[i].answered);
        paper_finish(&p);
        fake_terminal_finish(&t);
    }
}

/* Once nobody reads, nothing more is written and nothing asked. */
static void test_nobody_reads(void **state)
{
    (void)state;
    for (int left = 0; left < 3; left++) {
        struct fake_terminal t = fake_terminal();
        struct term_io io = fake_terminal_io(&t);
        struct paper p;
        struct str answer = {0};
        t.writes_left = left;
        t.answers = "1\n2\n";
        paper_init(&p, &io);
        paper_add(&p, STR(""), STR("one"), STR("en"));
        paper_gap(&p);
        paper_add(&p, STR(""), STR("two"), STR("en"));
        assert_true(p.failed);
        assert_false(paper_ask(&p, STR("> "), &answer));
        assert_int_equal(answer.n, 0);
        assert_string_equal(t.answers, "1\n2\n");
        expect_text("nobody", strbuf_str(&t.out), left == 0 ? "" : left == 1 ? "one\n" : "one\n\n");
        paper_finish(&p);
        fake_terminal_finish(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_add), cmocka_unit_test(test_widths), cmocka_unit_test(test_lead_without_room),
        cmocka_unit_test(test_gap), cmocka_unit_test(test_ask),    cmocka_unit_test(test_nobody_reads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
