#include "check_support.h"

#include "story/check.h"

#define X10 "xxxxxxxxxx"
#define X70 X10 X10 X10 X10 X10 X10 X10
#define X280 X70 X70 X70 X70
#define K10 "가가가가가가가가가가"
#define K70 K10 K10 K10 K10 K10 K10 K10
#define K280 K70 K70 K70 K70

/* A story of one scene, an ending, with these captions; a claim, so that numbers have one. */
#define CAPTIONS(captions)                                                                     \
    STORY_WITH("", "{'id':'a','chapter':'c','title':'T','captions':[" captions "],\n'claims':[{" \
                   "'text':'x','cite':[],'as-of':'2014','confidence':'documented'}],"           \
                   "'ending':{'id':'e','title':'E'}}")
#define UNCITED_AT(column, what)                                                              \
    "story.json:4:" column ": warning: caption 1 of scene \"a\" holds " what                   \
    " and has no \"cite\" [uncited] (/scenes/0/captions/0)\n"

static const struct {
    const char *story, *said;
} rows[] = {
    /* uncited */
    {CAPTIONS("{'text':'No number, no quotation.'}"), ""},
    {CAPTIONS("{'text':'33 per cent'}"), UNCITED_AT("49", "a number")},
    {CAPTIONS("{'text':'33 per cent','cite':[]}"), ""},
    {CAPTIONS("{'text':'in ٣ places'}"), UNCITED_AT("49", "a number")},
    {CAPTIONS("{'text':'x','gentle':'33 per cent'}"), UNCITED_AT("49", "a number")},
    {CAPTIONS("{'text':'he said “no”'}"), UNCITED_AT("49", "a quotation")},
    {CAPTIONS("{'text':'he said \\u0022no\\u0022'}"), UNCITED_AT("49", "a quotation")},
    {CAPTIONS("{'text':'«no»'}"), UNCITED_AT("49", "a quotation")},
    {CAPTIONS("{'text':'„nein“'}"), UNCITED_AT("49", "a quotation")},
    {CAPTIONS("{'text':'「いいえ」'}"), UNCITED_AT("49", "a quotation")},
    {CAPTIONS("{'text':'the ‘snakeheads’'}"), UNCITED_AT("49", "a quotation")},
    {CAPTIONS("{'text':'the family’s five’s'}"), ""},
    {CAPTIONS("{'text':'five \\u0022 high'}"), ""},
    {CAPTIONS("{'text':'”closed before it opens“'}"), ""},
    /* What is not shown is no number. */
    {CAPTIONS("{'text':'[ba](lang:de-1996)'}"), ""},

    /* no-claim, at the scene that lacks them */
    {STORY("{'id':'a','chapter':'c','title':'T','captions':[{'text':'of 33','cite':[]}],"
           "'ending':{'id':'e','title':'E'}}"),
     "story.json:4:1: warning: scene \"a\" states a number in a caption, but has no \"claims\" "
     "[no-claim] (/scenes/0)\n"},
    {STORY("{'id':'a','chapter':'c','title':'T','captions':[{'text':'x'}],'gentle':{'captions':"
           "[{'text':'of 33','cite':[]}]},'ending':{'id':'e','title':'E'}}"),
     "story.json:4:1: warning: scene \"a\" states a number in a caption, but has no \"claims\" "
     "[no-claim] (/scenes/0)\n"},

    /* long-caption, in code points as shown */
    {CAPTIONS("{'text':'" X280 "'}"), ""},
    {CAPTIONS("{'text':'*" X280 "*'}"), ""},
    {CAPTIONS("{'text':'" K280 "'}"), ""},
    {CAPTIONS("{'text':'" X280 "y'}"),
     "story.json:4:57: warning: a caption of 281 characters; at most 280 read well "
     "[long-caption] (/scenes/0/captions/0/text)\n"},
    {CAPTIONS("{'text':'" K280 "각'}"),
     "story.json:4:57: warning: a caption of 281 characters; at most 280 read well "
     "[long-caption] (/scenes/0/captions/0/text)\n"},
    {CAPTIONS("{'text':'x','gentle':'" X280 "yz'}"),
     "story.json:4:70: warning: a gentle caption of 282 characters; at most 280 read well "
     "[long-caption] (/scenes/0/captions/0/gentle)\n"},
    {STORY_WITH(",'state':{'s':'four'}", SCENE("a", "'gentle':{'captions':[{'text':'{s}" X70 X70
                                                    X70 X10 X10 X10 X10 X10 X10 "xxxxxxx'}]},"
                                                    "'ending':{'id':'e','title':'E'}")),
     "story.json:4:93: warning: a caption of 281 characters; at most 280 read well "
     "[long-caption] (/scenes/0/gentle/captions/0/text)\n"},

    /* long-choice, many-choices */
    {STORY(SCENE("a", "'choices':[{'to':'b','text':'" X70 X10 X10 "'}]") ",\n" ENDING("b")), ""},
    {STORY(SCENE("a", "'choices':[{'to':'b','text':'" X70 X10 X10 "y'}]") ",\n" ENDING("b")),
     "story.json:4:91: warning: a choice of 91 characters; at most 90 read well [long-choice] "
     "(/scenes/0/choices/0/text)\n"},
    {STORY(SCENE("a", "'choices':[{'id':'1','to':'b','text':'x'},{'id':'2','to':'b','text':'x'},"
                      "{'id':'3','to':'b','text':'x'},{'id':'4','to':'b','text':'x'},"
                      "{'id':'5','to':'b','text':'x'},{'id':'6','to':'b','text':'x'}]")
           ",\n" ENDING("b")),
     ""},
    {STORY(SCENE("a", "'choices':[{'id':'1','to':'b','text':'x'},{'id':'2','to':'b','text':'x'},"
                      "{'id':'3','to':'b','text':'x'},{'id':'4','to':'b','text':'x'},"
                      "{'id':'5','to':'b','text':'x'},{'id':'6','to':'b','text':'x'},"
                      "{'id':'7','to':'b','text':'x'}]") ",\n" ENDING("b")),
     "story.json:4:73: warning: scene \"a\" has 7 choices; more than 6 no longer fit a screen "
     "together [many-choices] (/scenes/0/choices)\n"},

    /* unused-source: cited by nothing at all */
    {STORY_WITH(",\n'sources':{'s':{'title':'S'},'t':{'title':'T'}}",
                SCENE("a", "'ending':{'id':'e','title':'E'},'questions':[{'ask':'?','options':"
                           "[{'text':'x','right':true,'why':'y'}],'cite':['t']}]")),
     "story.json:3:16: warning: source \"s\" is cited nowhere [unused-source] (/sources/s)\n"},
    {STORY_WITH(",\n'sources':{'s':{'title':'S'}},'timeline':[{'date':'2014','text':'x','cite':"
                "['s']}]",
                ENDING("a")),
     ""},
    {CAPTIONS("{'text':'x'}"), ""},
    {STORY_WITH(",\n'sources':{'s':{'title':'S'}}",
                SCENE("a", "'claims':[{'text':'x','cite':[],'as-of':'2014','confidence':"
                           "'documented','now':{'text':'y','cite':['s'],'as-of':'2015'}}],"
                           "'ending':{'id':'e','title':'E'}")),
     ""},

    /* unused-place, exact-place */
    {STORY_WITH(",\n'places':{'p':{'name':'P','at':[129.35,42.42]}}", ENDING("a")),
     "story.json:3:15: warning: place \"p\" is the place of no scene [unused-place] (/places/p)\n"},
    {STORY_WITH(",\n'places':{'p':{'name':'P','at':[129.35,42.42]}}",
                SCENE("a", "'place':'p','ending':{'id':'e','title':'E'}")),
     ""},
    {STORY_WITH(",\n'places':{'p':{'name':'P','at':[129.35,-42.429]}}",
                SCENE("a", "'place':'p','ending':{'id':'e','title':'E'}")),
     "story.json:3:40: warning: place \"p\" is given to more than two decimals of a degree "
     "[exact-place] (/places/p/at/1)\n"},
    {STORY_WITH(",\n'places':{'p':{'name':'P','at':[0.001,0]}}",
                SCENE("a", "'place':'p','ending':{'id':'e','title':'E'}")),
     "story.json:3:33: warning: place \"p\" is given to more than two decimals of a degree "
     "[exact-place] (/places/p/at/0)\n"},

    /* unused-term */
    {STORY_WITH(",\n'glossary':{'g':{'term':'G','text':'x'}}", ENDING("a")),
     "story.json:3:17: warning: glossary entry \"g\" is linked from no text [unused-term] "
     "(/glossary/g)\n"},
    {STORY_WITH(",\n'glossary':{'g':{'term':'G','text':'x'}}",
                SCENE("a", "'ending':{'id':'e','title':'E'},'notes':'a [g](term:g)'")),
     ""},

    /* unused-variable */
    {STORY_WITH(",\n'state':{'n':0,'m':0,'k':0,'j':0}",
                SCENE("a", "'choices':[{'text':'{k}','to':'b','set':{'n':1,'j':{'var':'j'}}}]")
                ",\n" ENDING("b")),
     "story.json:3:14: warning: variable \"n\" is set but never read [unused-variable] "
     "(/state/n)\n"
     "story.json:3:20: warning: variable \"m\" is never used [unused-variable] (/state/m)\n"},

    /* unknown-licence, with the nearest */
    {STORY_WITH(",\n'licence':'CC-BY-4.0'", ENDING("a")), ""},
    {STORY_WITH(",\n'licence':'CC BY 4.0'", ENDING("a")),
     "story.json:3:11: warning: \"CC BY 4.0\" is no SPDX id and no Creative Commons or "
     "RightsStatements.org address; did you mean \"CC-BY-4.0\"? [unknown-licence] (/licence)\n"},
    {STORY(SCENE("a", "'picture':{'file':'p.png','alt':'x','credit':'y','licence':'free'},"
                      "'ending':{'id':'e','title':'E'}")),
     "story.json:4:122: warning: \"free\" is no SPDX id and no Creative Commons or "
     "RightsStatements.org address [unknown-licence] (/scenes/0/picture/licence)\n"},
    {STORY(SCENE("a", "'gentle':{'picture':{'file':'p.png','alt':'x','credit':'y','licence':'mit'}"
                      "},'ending':{'id':'e','title':'E'}")),
     "story.json:4:132: warning: \"mit\" is no SPDX id and no Creative Commons or "
     "RightsStatements.org address; did you mean \"MIT\"? [unknown-licence] "
     "(/scenes/0/gentle/picture/licence)\n"},
};

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_said(rows[i].story, rows[i].said, check_style);
    }
}

static const struct {
    const char *licence;
    bool known;
} licences[] = {
    {"CC0-1.0", true},
    {"CC-BY-SA-2.5", true},
    {"CC-BY-NC-ND-3.0", true},
    {"CC-BY-NC-ND-3.0-IGO", true},
    {"CC-BY-ND-SA-4.0", false},
    {"CC-BY-4.1", false},
    {"CC-BY", false},
    {"PDDL-1.0", true},
    {"ODbL-1.0", true},
    {"GFDL-1.3-or-later", true},
    {"LAL-1.3", true},
    {"OGL-UK-3.0", true},
    {"LicenseRef-Museum.2", true},
    {"LicenseRef-", false},
    {"LicenseRef-a_b", false},
    {"MIT OR CC0-1.0", false},
    {"https://creativecommons.org/licenses/by/4.0/", true},
    {"https://creativecommons.org/licenses/by/4.0", true},
    {"http://creativecommons.org/licenses/by-nc-sa/3.0/igo/", true},
    {"https://www.creativecommons.org/licenses/by-sa/4.0/deed.ko", true},
    {"https://creativecommons.org/licenses/BY/4.0/", false},
    {"https://creativecommons.org/licenses/by-xx/4.0/", false},
    {"https://creativecommons.org/licenses/by/9.0/", false},
    {"https://creativecommons.org/licenses/", false},
    {"https://creativecommons.org/publicdomain/zero/1.0/", true},
    {"https://creativecommons.org/publicdomain/mark/1.0/", true},
    {"https://creativecommons.org/publicdomain/zero/2.0/", false},
    {"http://rightsstatements.org/vocab/InC/1.0/", true},
    {"http://rightsstatements.org/vocab/NoC-OKLR/1.0/", true},
    {"https://rightsstatements.org/page/UND/1.0/", true},
    {"http://rightsstatements.org/vocab/inc/1.0/", false},
    {"http://rightsstatements.org/vocab/InC/2.0/", false},
    {"https://example.org/licenses/by/4.0/", false},
};

static void test_licences(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(licences); i++) {
        struct arena arena = {0};
        struct diag_list diags = {0};
        struct str text = arena_printf(&arena, STORY_WITH(",'licence':'%s'", ENDING("a")),
                                       licences[i].licence);
        struct story *s = story_of(text.s, &arena);
        check_style(s, &diags);
        if ((diags.count == 0) != licences[i].known) {
            print_error("%s\n", licences[i].licence);
        }
        assert_true((diags.count == 0) == licences[i].known);
        story_destroy(s);
        diag_list_finish(&diags);
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_licences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
