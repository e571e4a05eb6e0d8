#include "check_support.h"

#include "story/check.h"

#define CHOICE(text) SCENE("a", "'choices':[" text "]")
#define ADVISORY(rest) SCENE("a", rest "'advisory':['death'],'ending':{'id':'e','title':'E'}")

static const struct {
    const char *story, *said;
} rows[] = {
    {STORY(ENDING("a")), ""},
    {STORY(CHOICE("{'text':'x','to':'b'}") ",\n" ENDING("b")), ""},

    /* unreachable: no way at all, or none that a condition leaves open */
    {STORY(ENDING("a") ",\n" ENDING("b")),
     "story.json:5:1: error: no way from the start leads to scene \"b\" [unreachable] "
     "(/scenes/1)\n"},
    {STORY_WITH(",'state':{'n':0}",
                CHOICE("{'text':'x','to':'b','if':{'var':'n'}},{'text':'y','to':'c'}") ",\n" ENDING(
                    "b") ",\n" ENDING("c")),
     "story.json:5:1: error: no way from the start leads to scene \"b\" [unreachable] "
     "(/scenes/1)\n"},
    /* … but one that a count opens, or the other level */
    {STORY(CHOICE("{'text':'x','to':'b','if':{'>':[{'var':'visited.a'},3]}},"
                  "{'text':'y','to':'a'}") ",\n" ENDING("b")),
     ""},
    {STORY(CHOICE("{'text':'x','to':'b','if':{'==':[{'var':'level'},'gentle']}},"
                  "{'text':'y','to':'a'}") ",\n" ENDING("b")),
     ""},
    {STORY(SCENE("a", "'next':'c','gentle':{'next':'b'}") ",\n" ENDING("b") ",\n" ENDING("c")), ""},

    /* no-ending, from every scene of the circle */
    {STORY(CHOICE("{'text':'x','to':'b'},{'text':'y','to':'c'}") ",\n" SCENE(
         "b", "'next':'b'") ",\n" ENDING("c")),
     "story.json:5:1: error: from scene \"b\" no ending can be reached [no-ending] (/scenes/1)\n"},

    /* dead-end, with the shortest way there */
    {STORY_WITH(",'state':{'n':0}",
                CHOICE("{'text':'x','to':'b','set':{'n':1}},{'text':'y','to':'b'}") ",\n" SCENE(
                    "b", "'choices':[{'text':'x','to':'c','if':{'!':{'var':'n'}}}]") ",\n" ENDING(
                    "c")),
     "story.json:5:1: error: every choice of scene \"b\" is hidden after a > b [dead-end] "
     "(/scenes/1)\n"},
    {STORY(CHOICE("{'text':'x','to':'b','level':'full'}") ",\n" ENDING("b")),
     "story.json:4:1: error: every choice of scene \"a\" is hidden in a gentle telling after a "
     "[dead-end] (/scenes/0)\n"},
    {STORY(CHOICE("{'text':'x','to':'b','if':{'<':[{'var':'visited.a'},3]}},"
                  "{'id':'2','text':'y','to':'a','if':{'<':[{'var':'steps'},3]}}") ",\n" ENDING(
         "b")),
     "story.json:4:1: error: every choice of scene \"a\" is hidden after a > a > a [dead-end] "
     "(/scenes/0)\n"},

    /* gentle-loop, from its first scene on and back to it */
    {STORY(SCENE("a", "'next':'b','gentle':{'next':'b'}") ",\n" SCENE(
         "b", "'next':'c','gentle':{'next':'a'}") ",\n" ENDING("c")),
     "story.json:4:1: error: a gentle telling passes these scenes in a circle: a > b > a "
     "[gentle-loop] (/scenes/0)\n"},

    /* ungentle, gentle-empty, no-skip */
    {STORY(ADVISORY("'skip':'x','gentle':{'title':'t'},")), ""},
    {STORY(ADVISORY("'skip':'x',")),
     "story.json:4:1: error: scene \"a\" carries an advisory, but nothing tells it gently "
     "[ungentle] (/scenes/0)\n"},
    {STORY(ADVISORY("'gentle':{'title':'t'},")),
     "story.json:4:1: error: scene \"a\" carries an advisory, but has no \"skip\" [no-skip] "
     "(/scenes/0)\n"},
    {STORY("{'id':'a','chapter':'c','title':'T','captions':[{'text':'x','gentle':null}],"
           "'ending':{'id':'e','title':'E'}}"),
     "story.json:4:1: error: scene \"a\" has no caption left in a gentle telling [gentle-empty] "
     "(/scenes/0)\n"},
    {STORY("{'id':'a','chapter':'c','title':'T','captions':[{'text':'x','gentle':null}],"
           "'next':'b','gentle':{'next':'b'}},\n" ENDING("b")),
     ""},
};

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_said(rows[i].story, rows[i].said, check_graph);
    }
}

/* Two counters without an end are more states than are explored: a note, no error. */
static void test_too_many_states(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diag_list diags = {0};
    struct story *s = story_of(
        STORY_WITH(",'state':{'n':0,'m':0}",
                   CHOICE("{'id':'1','text':'x','to':'a','set':{'n':{'+':[{'var':'n'},1]}}},"
                          "{'id':'2','text':'x','to':'a','set':{'m':{'+':[{'var':'m'},1]}}},"
                          "{'text':'x','to':'b','if':{'==':[{'var':'n'},{'var':'m'}]}}")
                   ",\n" ENDING("b")),
        &arena);
    check_graph(s, &diags);
    assert_int_equal(diags.count, 1);
    assert_int_equal(diags.errors + diags.warnings, 0);
    assert_int_equal(diags.items[0].severity, SEVERITY_NOTE);
    assert_string_equal(diags.items[0].message.s,
                        "the story has more states than are explored: 1000000 were seen, and what "
                        "lies beyond them was not checked");
    story_destroy(s);
    diag_list_finish(&diags);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_too_many_states),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
