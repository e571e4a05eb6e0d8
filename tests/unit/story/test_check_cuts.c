#include "check_support.h"

#include "story/check.h"

#define CUT(id, minutes, path) \
    ",\n'cuts':[{'id':'" id "','title':'C','minutes':" minutes ",'path':[" path "]}]"
/* Two ways to an ending, the shorter one open once n is set, and a scene that passes gently. */
#define SCENES                                                                                    \
    SCENE("a", "'choices':[{'id':'1','text':'x','to':'b','set':{'n':1}},"                         \
               "{'id':'2','text':'x','to':'d','level':'full'}]")                                  \
    ",\n" SCENE("b", "'next':'c','gentle':{'next':'c'}") ",\n" SCENE(                             \
        "c", "'choices':[{'text':'x','to':'d','if':{'var':'n'}},{'text':'x','to':'a'}]") ",\n"    \
        "{'id':'d','chapter':'c','title':'T','captions':[{'text':'x'}],'advisory':['death'],"     \
        "'skip':'x','gentle':{'title':'t'},'ending':{'id':'e','title':'E'}}"
#define WITH_CUT(id, minutes, path) STORY_WITH(",'state':{'n':0}" CUT(id, minutes, path), SCENES)

static const struct {
    const char *story, *said;
} rows[] = {
    /* Four scenes of one word each: 4/140 and 20/60 minutes. */
    {WITH_CUT("k", "0.36", "'a','b','c','d'"), ""},
    {WITH_CUT("k", "0.4", "'a','b','c','d'"), ""},
    {WITH_CUT("k", "0.42", "'a','b','c','d'"),
     "story.json:3:41: error: cut \"k\" says that it lasts 0.42 minutes, but its captions take "
     "0.4 [bad-cut] (/cuts/0/minutes)\n"},
    /* No way, and none at the other level. */
    {WITH_CUT("k", "0.2", "'a','c'"),
     "story.json:3:57: error: cut \"k\" cannot go from scene \"a\" to \"c\" [bad-cut] "
     "(/cuts/0/path/1)\n"},
    {WITH_CUT("k", "0.18", "'a','d'"),
     "story.json:3:58: error: cut \"k\" cannot go from scene \"a\" to \"d\" in a gentle telling "
     "[bad-cut] (/cuts/0/path/1)\n"},
    {WITH_CUT("k", "0.1", "'b'"),
     "story.json:3:53: error: cut \"k\" has no scene left in a gentle telling [bad-cut] "
     "(/cuts/0/path/0)\n"},
    /* A cut begins where it says, with the state's first values. */
    {WITH_CUT("k", "0.18", "'c','a'"), ""},
    {WITH_CUT("k", "0.18", "'c','d'"),
     "story.json:3:58: error: cut \"k\" cannot go from scene \"c\" to \"d\" [bad-cut] "
     "(/cuts/0/path/1)\n"},
    {WITH_CUT("attract", "0.36", "'a','b','c','d'"),
     "story.json:3:72: error: cut \"attract\" shows scene \"d\", which carries an advisory "
     "[bad-cut] (/cuts/0/path/3)\n"},
    {WITH_CUT("attract", "0.27", "'a','b','c'"), ""},
};

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_said(rows[i].story, rows[i].said, check_graph);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
