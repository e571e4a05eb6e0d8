#include "term/term.h"

#include "support.h"

#define OPENING                                                                                    \
    "The short road\nTold in a terminal\n\nOne scene touches on hunger.\n"                         \
    "“--level gentle” tells it for readers of 11 to 14.\n\n"                                       \
    "A number chooses; b back, s sources, h history, g words, m where\nwe are, q quit.\n\n"
#define OFFERS "What do we follow?\n 1  The one who wades\n 2  The one who walks round\n> "
/* The first scene, up to its question. */
#define FIRST                                                                                      \
    "Chapter 1: The river\n\nThe bank\n\nThis scene touches on death and hunger.\n\n"               \
    "[Illustration: Reeds in mist.]\n\nNo ferry has come. The debt is 0.\n\n"                      \
    "The ferryman: Wait.\n\n" OFFERS
#define FAR                                                                                        \
    "Chapter 2: The road\n\nThe far side\n\nDry ground.\n\n"                                         \
    "An ending\nAcross\n\nOne of the roads ends here.\n\nTalk to someone you trust.\n\n"
#define END "The end of this road. b goes back, h shows the road, q ends.\n> "
/* What the first choice brings, up to the next question. */
#define WADED "1\n\nWading is free.\n\n" FAR END
/* Two scenes that lead to each other. */
#define CIRCLE "The road\n\nIt is long.\n\nThe hill\n\nIt is steep.\n\n 1  Go on\n> "

static void test_whole(void **state)
{
    (void)state;
    struct telling t;
    telling_start(&t);
    expect_text("nothing said", telling_run(&t, ""), OPENING FIRST "\n");
    assert_int_equal(t.keeps, 0); /* the start is no place */
    expect_text("to an ending", telling_run(&t, "1"), OPENING FIRST WADED "\n");
    assert_int_equal(t.keeps, 1);
    telling_finish(&t);
}

/* Behind the opening and the first scene. */
static const struct {
    const char *answers;
    const char *told; /* is told after the first question */
    int keeps;
} rows[] = {
    {"q", "q\n", 0},
    {"Q", "Q\n", 0},
    {"1\nb", WADED "b\n\n" FIRST "\n", 2},
    {"b", "b\n\nThis is the beginning.\n\n" OFFERS "\n", 0},
    {"7", "7\n“7” is not one of these.\n\n" OFFERS "\n", 0},
    {"0", "0\n“0” is not one of these.\n\n" OFFERS "\n", 0},
    {"3", "3\n“3” is not one of these.\n\n" OFFERS "\n", 0},
    {"-1", "-1\n“-1” is not one of these.\n\n" OFFERS "\n", 0},
    {"4294967297", "4294967297\n“4294967297” is not one of these.\n\n" OFFERS "\n", 0},
    {"1x", "1x\n“1x” is not one of these.\n\n" OFFERS "\n", 0},
    {"bb", "bb\n“bb” is not one of these.\n\n" OFFERS "\n", 0},
    {"\n", "\n“” is not one of these.\n\n" OFFERS "\n", 0},
    {"{answer}", "{answer}\n“{answer}” is not one of these.\n\n" OFFERS "\n", 0},
    {"h 2", "h 2\n“h 2” is not one of these.\n\n" OFFERS "\n", 0},
    {"h 0", "h 0\n“h 0” is not one of these.\n\n" OFFERS "\n", 0},
    {"h x", "h x\n“h x” is not one of these.\n\n" OFFERS "\n", 0},
    {"hx", "hx\n“hx” is not one of these.\n\n" OFFERS "\n", 0},
    {"1\n1", WADED "1\n“1” is not one of these.\n\n" END "\n", 1},
    {"1\nh 1\nq", WADED "h 1\n\n" FIRST "q\n", 2},
    /* A circle of `next` stops where it began, and asks. */
    {"2\nq", "2\n\nChapter 2: The road\n\n" CIRCLE "q\n", 1},
    {"2\n2\nq",
     "2\n\nChapter 2: The road\n\n" CIRCLE "2\n“2” is not one of these.\n\n 1  Go on\n> q\n", 1},
    {"2\n1\nq", "2\n\nChapter 2: The road\n\n" CIRCLE "1\n\n" CIRCLE "q\n", 2},
};

static void test_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct telling t;
        telling_start(&t);
        struct str out = telling_run(&t, rows[i].answers);
        struct str before = STR(OPENING FIRST);
        assert_true(str_starts(out, before));
        expect_text(rows[i].answers, str_after(out, before.n), rows[i].told);
        assert_int_equal(t.keeps, rows[i].keeps);
        telling_finish(&t);
    }
}

static void test_gentle(void **state)
{
    (void)state;
    struct telling t;
    telling_start(&t);
    t.options.level = LEVEL_GENTLE;
    struct str out = telling_run(&t, "2");
    expect_holds("gentle", out, "It is a while.\n");
    assert_int_equal(times_in(out, "It is long."), 0);
    assert_int_equal(times_in(out, "--level gentle"), 0);
    telling_finish(&t);
}

static void test_start(void **state)
{
    (void)state;
    struct telling t;
    telling_start(&t);
    t.options.start = 3;
    t.options.notice = STR("Something to know.");
    t.options.bookmark = STR("nonsense"); /* is not looked at */
    expect_text("--scene", telling_run(&t, ""), "Something to know.\n\n" OPENING FAR END "\n");
    t.options.start = 4;
    struct str out = telling_run(&t, "1\nb");
    expect_holds("a dead end", out, "no way on from here");
    expect_holds("a dead end", out, "“1” is not one of these.");
    expect_holds("a dead end", out, "This is the beginning.");
    telling_finish(&t);
}

/* --- the kept place --- */

static void go_to_far(struct telling *t)
{
    telling_start(t);
    (void)telling_run(t, "1");
    assert_true(t->kept.n > 0);
    t->options.bookmark = strbuf_str(&t->kept);
    t->options.keep = NULL; /* the bookmark stays as it is */
}

#define WAYS "A place is kept.\n 1  Go on\n 2  From the start\n> "

static const struct {
    const char *answers, *told; /* behind the opening */
} ways[] = {
    {"", WAYS "\n"},
    {"q", WAYS "q\n"},
    {"1", WAYS "1\n\n" FAR END "\n"},
    {"2", WAYS "2\n\n" FIRST "\n"},
    {"3\nx\nq", WAYS "3\n“3” is not one of these.\n\n" WAYS "x\n“x” is not one of these.\n\n" WAYS "q\n"},
    {"1\nb", WAYS "1\n\n" FAR END "b\n\n" FIRST "\n"},
};

static void test_ways_in(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(ways); i++) {
        struct telling t;
        go_to_far(&t);
        struct str out = telling_run(&t, ways[i].answers);
        assert_true(str_starts(out, STR(OPENING)));
        expect_text(ways[i].answers, str_after(out, STR(OPENING).n), ways[i].told);
        telling_finish(&t);
    }
}

static const char *const strange_places[] = {"x", "1", "lantern 1\n", "\xff\xfe", "bank>far\nbank>far"};

static void test_strange_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(strange_places); i++) {
        struct telling t;
        telling_start(&t);
        t.options.bookmark = str_from(strange_places[i]);
        expect_text(strange_places[i], telling_run(&t, ""),
                    OPENING "The kept place does not fit this story. It begins anew.\n\n"
                            FIRST "\n");
        telling_finish(&t);
    }
}

/* A loss is said once; each later step is tried again, and kept when it can be. */
static void test_lost(void **state)
{
    (void)state;
    struct telling t;
    telling_start(&t);
    t.refuses = 3;
    struct str out = telling_run(&t, "1\nb\n2");
    assert_int_equal(times_in(out, "The place cannot be kept: the disk is full. The story goes on.\n"), 1);
    expect_holds("goes on", out, "It is steep.");
    assert_int_equal(t.keeps, 2); /* back at the start there is nothing that was kept to be set right */
    assert_int_equal(t.kept.n, 0);
    out = telling_run(&t, "1");
    assert_int_equal(times_in(out, "cannot be kept"), 0);
    assert_true(t.kept.n > 0);
    telling_finish(&t);
}

/* What is lost anew after it was kept is said anew. */
static void test_lost_again(void **state)
{
    (void)state;
    static const struct {
        unsigned refuses; /* of three */
        int said;
    } losses[] = {{0, 0}, {1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 2}, {6, 1}, {7, 1}};
    for (size_t i = 0; i < COUNT(losses); i++) {
        struct telling t;
        telling_start(&t);
        t.refuses = losses[i].refuses;
        struct str out = telling_run(&t, "2\n1\n1");
        assert_int_equal(t.keeps, 3);
        assert_int_equal(times_in(out, "cannot be kept"), losses[i].said);
        telling_finish(&t);
    }
}

/* Nobody reads any more: it ends, whatever answers are there. */
static void test_nobody_reads(void **state)
{
    (void)state;
    for (int left = 0; left < 40; left++) {
        struct telling t;
        telling_start(&t);
        t.terminal.writes_left = left;
        (void)telling_run(&t, "1\nb\n2\n1\ns\nh\ng\nm\nb\n1");
        telling_finish(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),          cmocka_unit_test(test_table), cmocka_unit_test(test_gentle),
        cmocka_unit_test(test_start),          cmocka_unit_test(test_ways_in),
        cmocka_unit_test(test_strange_places), cmocka_unit_test(test_lost),  cmocka_unit_test(test_lost_again),
        cmocka_unit_test(test_nobody_reads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
