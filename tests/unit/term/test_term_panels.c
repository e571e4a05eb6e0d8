#include "support.h"

#define OFFERS                                                                                     \
    "What do we follow?\n 1  The one who wades\n 2  The one who walks round\n> "
#define SOFT "   A. Writer: A book, November 2014\n"

static const struct {
    const char *answer; /* at the first question */
    enum level level;
    const char *told; /* up to the question again */
} rows[] = {
    {"s", LEVEL_FULL,
     "s\n\nHow do we know?\n\nFerries stop in ice.\n   Documented, as of 2014\n" SOFT
     "   Since then, as of 2020\n   A bridge stands there.\n" SOFT
     "\nSome drown.\n   An estimate, as of 2015\n   A graver book, 2015\n"
     "\nWhat was just told rests on\n" SOFT "\n"},
    {"s", LEVEL_GENTLE,
     "s\n\nHow do we know?\n\nFerries stop in ice.\n   Documented, as of 2014\n" SOFT
     "   Since then, as of 2020\n   A bridge stands there.\n" SOFT
     "\nWhat was just told rests on\n" SOFT "\n"},
    {"g", LEVEL_FULL, /* first the words that stand on the scene */
     "g\n\nWords\n\nferry\n   A boat that crosses.\n\ntoll\n   What it costs.\n\n"},
    {"h", LEVEL_FULL, "h\n\nThe road so far\n\n 1  The bank\n\nh and a number go back to that scene.\n\n"},
    {"H", LEVEL_FULL, "H\n\nThe road so far\n\n 1  The bank\n\nh and a number go back to that scene.\n\n"},
    {"m", LEVEL_FULL, "m\n\nScene 1 of this viewing, in the chapter “The river”.\nPlace: The ford\n"
                      "The road begins here: The ford.\n\n"},
};

static void test_first_scene(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct telling t;
        telling_start(&t);
        t.options.level = rows[i].level;
        struct str out = telling_run(&t, rows[i].answer);
        size_t end = out.n;
        for (size_t at = 0; at + 2 <= out.n && end == out.n; at++) { /* the first question ends with "> " */
            end = str_starts(str_after(out, at), STR("> ")) ? at + 2 : end;
        }
        struct str told = str_after(out, end);
        struct str again = STR(OFFERS "\n");
        assert_true(str_ends(told, again));
        expect_text(rows[i].answer, str_sub(told, 0, told.n - again.n), rows[i].told);
        assert_int_equal(t.keeps, 0); /* looking is no step */
        telling_finish(&t);
    }
}

static const struct {
    int start;
    const char *answers, *told;
} others[] = {
    {2, "s", "\nHow do we know?\n\nNothing on this screen rests on a source of its own.\n"},
    {2, "m", "\nScene 2 of this viewing, in the chapter “The road”.\nNo place has been reached yet.\n\n"}, /* the hill leads on to the road */
    {-1, "1\nh", " 1  The bank\n      The one who wades\n 2  The far side\n\n"},
    {-1, "2\nh", " 1  The bank\n      The one who walks round\n 2  The road\n 3  The hill\n\n"},
};

static void test_elsewhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(others); i++) {
        struct telling t;
        telling_start(&t);
        t.options.start = others[i].start;
        expect_holds(others[i].answers, telling_run(&t, others[i].answers), others[i].told);
        telling_finish(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_scene),
        cmocka_unit_test(test_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
