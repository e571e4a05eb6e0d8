#include "story/story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "load_base.h"

/* All diagnostics, one a line, without the file's name. */
static struct str printed(struct diag_list *diags, struct strbuf *out)
{
    diag_list_sort(diags);
    for (size_t i = 0; i < diags->count; i++) {
        struct strbuf line = {0};
        diag_print(&diags->items[i], &line);
        strbuf_add_c(out, i == 0 ? "" : "\n");
        strbuf_add(out, str_after(strbuf_str(&line), strlen("s:")));
        strbuf_finish(&line);
    }
    return strbuf_str(out);
}

static void tells_each_fault_at_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
        const char *faults;
        bool refused;
    } rows[] = {
        {"\"format\": 1, ",
         "\"format\": 2, ",
         "1:12: error: the story is written in format 2; this program reads format 1 "
         "[wrong-format] (/format)", true},
        {"\"format\": 1, ",
         "\"format\": \"1\", ",
         "1:12: error: \"format\" is a string; this program reads format 1, written as the "
         "number 1 [wrong-format] (/format)", true},
        {"\"format\": 1, ",
         "",
         "1:1: error: the story has no \"format\" [missing-name]", true},
        {"\"id\": \"base\", ",
         "",
         "1:1: error: the story has no \"id\" [missing-name]", true},
        {"\"title\": \"Base\"",
         "\"title\": 7",
         "1:38: error: \"title\" of the story is a number, not a string [wrong-type] (/title)", true},
        {"\"title\": \"Base\"",
         "\"title\": \"Base\", \"titel\": \"x\"",
         "1:46: error: the story has a name that is not known: \"titel\"; did you mean "
         "\"title\"? [unknown-name] (/titel)", false},
        {"\"title\": \"Base\"",
         "\"title\": \"Base\", \"zzzz\": 1",
         "1:46: error: the story has a name that is not known: \"zzzz\" [unknown-name] (/zzzz)", false},
        {"\"title\": \"Base\"",
         "\"title\": \"Base\", \"x-own\": {\"any\": 1}",
         "", false},
        {"\"id\": \"base\"",
         "\"id\": \"Base\"",
         "1:21: error: \"Base\" is no id: at most 64 of a to z, 0 to 9 and \"-\", not \"-\" "
         "first [bad-id] (/id)", false},
        {"\"language\": \"en\"",
         "\"language\": \"q\"",
         "1:58: error: \"language\" of the story is \"q\", which is no language tag such as "
         "\"en\" or \"zh-Hant\" [bad-value] (/language)", false},
        {"\"en\": {\"Tumen\"",
         "\"e n\": {\"Tumen\"",
         "2:16: error: \"e n\" is no language tag such as \"en\" or \"zh-Hant\" [bad-value] "
         "(/pronounce/e n)", false},
        {"\"start\": \"one\"",
         "\"start\": \"onee\"",
         "1:73: error: \"start\" of the story is \"onee\", which no scene is called; did you "
         "mean \"one\"? [unknown-scene] (/start)", true},
        {"\"credit\": \"x\", \"focus\"",
         "\"focus\"",
         "3:11: warning: picture c.png has no \"credit\" [no-credit] (/cover)", false},
        {"\"alt\": \"A bridge\", ",
         "",
         "3:11: error: picture c.png has no \"alt\" [no-alt] (/cover)", false},
        {"\"alt\": \"A bridge\"",
         "\"alt\": 3",
         "3:36: error: \"alt\" of \"cover\" of the story is a number, not a string [wrong-type] "
         "(/cover/alt)", true},
        {"\"file\": \"c.png\"",
         "\"file\": \"../c.png\"",
         "3:20: error: \"file\" of \"cover\" of the story is \"../c.png\"; a path stays within "
         "the folder of the story, with \"/\" and without \"..\", \"\\\" or a \"/\" in front "
         "[forbidden-path] (/cover/file)", false},
        {"[0.5, 0.5]",
         "[0.5, 1.5]",
         "3:78: error: element 2 of \"focus\" of \"cover\" of the story is 1.5; it may be from 0 "
         "to 1 [bad-value] (/cover/focus/1)", false},
        {"[0.5, 0.5]",
         "[0.5]",
         "3:72: error: \"focus\" of \"cover\" of the story holds 1 element; it needs 2 numbers "
         "[bad-value] (/cover/focus)", false},
        {"\"debt\": 0",
         "\"Debt\": 1, \"debt\": 0",
         "4:12: error: \"Debt\" is no name for a variable: a to z, 0 to 9 and \"_\", a letter "
         "first, and not \"level\", \"steps\" or \"visited\" [bad-id] (/state/Debt)", false},
        {"\"debt\": 0",
         "\"level\": 1, \"debt\": 0",
         "4:12: error: \"level\" is no name for a variable: a to z, 0 to 9 and \"_\", a letter "
         "first, and not \"level\", \"steps\" or \"visited\" [bad-id] (/state/level)", false},
        {"\"name\": \"x\"",
         "\"name\": null",
         "4:31: error: \"name\" of \"state\" of the story is null, not true or false, a number "
         "or a string [wrong-type] (/state/name)", false},
        {"\"name\": \"x\"",
         "\"name\": \"x\", \"x-note\": []",
         "", false},
        {"[{\"id\": \"ch\", \"title\": \"First\"}]",
         "[]",
         "5:14: error: \"chapters\" of the story is an empty list; it needs at least one element "
         "[bad-value] (/chapters)\n"
         "14:28: error: \"chapter\" of scene \"one\" is \"ch\", which no chapter is called "
         "[unknown-chapter] (/scenes/0/chapter)\n"
         "22:28: error: \"chapter\" of scene \"two\" is \"ch\", which no chapter is called "
         "[unknown-chapter] (/scenes/1/chapter)\n"
         "24:30: error: \"chapter\" of scene \"three\" is \"ch\", which no chapter is called "
         "[unknown-chapter] (/scenes/2/chapter)", true},
        {"{\"id\": \"ch\", \"title\": \"First\"}",
         "{\"id\": \"ch\", \"title\": \"First\"}, {\"id\": \"ch\", \"title\": \"Again\"}",
         "5:54: error: two chapters are called \"ch\" [duplicate-id] (/chapters/1/id)", false},
        {"126.98",
         "226.98",
         "6:47: error: element 1 of \"at\" of place \"seoul\" is 226.98; it may be from -180 to "
         "180 [bad-value] (/places/seoul/at/0)", false},
        {"\"seoul\": {",
         "\"x-y\": {",
         "14:59: error: \"place\" of scene \"one\" is \"seoul\", which no place is called "
         "[unknown-place] (/scenes/0/place)", false},
        {"\"kind\": \"web-mercator\"",
         "\"kind\": \"Laea\"",
         "8:26: error: \"kind\" of \"projection\" of map 1 is \"Laea\"; it may be "
         "\"web-mercator\" or \"laea\"; did you mean \"laea\"? [bad-value] "
         "(/maps/0/projection/kind)", false},
        {"20, 130, 45",
         "20, 99, 45",
         "8:52: error: \"bounds\" of \"projection\" of map 1 are not [west, south, east, north], "
         "west below east and south below north [bad-value] (/maps/0/projection/bounds)", false},
        {"20, 130, 45",
         "20, 130, 86",
         "8:67: error: element 4 of \"bounds\" of \"projection\" of map 1 is 86; it may be from "
         "-85.06 to 85.06 [bad-value] (/maps/0/projection/bounds/3)", false},
        {"\"date\": \"2014-02\"",
         "\"date\": \"2014-02-30\"",
         "9:48: error: \"date\" of source \"un\" is \"2014-02-30\"; a date is like 2014, "
         "2014-02, 2014-02-17 or 1994/1998, in order [bad-value] (/sources/un/date)", false},
        {"\"date\": \"1994/1998\"",
         "\"date\": \"1998/1994\"",
         "11:24: error: \"date\" of timeline row 1 is \"1998/1994\"; a date is like 2014, "
         "2014-02, 2014-02-17 or 1994/1998, in order [bad-value] (/timeline/0/date)", false},
        {"\"date\": \"2014\"",
         "\"date\": \"1990\"",
         "11:65: error: \"date\" of timeline row 2 is \"1990\", which begins before the row "
         "above it [bad-value] (/timeline/1/date)", false},
        {"\"minutes\": 1",
         "\"minutes\": 0",
         "12:56: error: \"minutes\" of cut \"short\" is 0; it may be from 0.1 to 1440 "
         "[bad-value] (/cuts/0/minutes)", false},
        {"[\"one\", \"two\"]",
         "[\"one\", \"tow\"]",
         "12:75: error: element 2 of \"path\" of cut \"short\" is \"tow\", which no scene is "
         "called; did you mean \"two\"? [unknown-scene] (/cuts/0/path/1)", false},
        {"[\"one\", \"two\"]",
         "[]",
         "12:67: error: \"path\" of cut \"short\" is an empty list; it needs at least one "
         "element [bad-value] (/cuts/0/path)", false},
        {"\"chapter\": \"ch\", \"title\": \"One\"",
         "\"chapter\": \"hc\", \"title\": \"One\"",
         "14:28: error: \"chapter\" of scene \"one\" is \"hc\", which no chapter is called; did "
         "you mean \"ch\"? [unknown-chapter] (/scenes/0/chapter)", true},
        {"\"place\": \"seoul\"",
         "\"place\": \"busan\"",
         "14:59: error: \"place\" of scene \"one\" is \"busan\", which no place is called "
         "[unknown-place] (/scenes/0/place)", false},
        {"\"by\": \"foot\"",
         "\"by\": \"fot\"",
         "14:74: error: \"by\" of scene \"one\" is \"fot\"; it may be \"foot\", \"road\", "
         "\"rail\", \"river\" or \"air\"; did you mean \"foot\"? [bad-value] (/scenes/0/by)", false},
        {"{debt}.",
         "{debtt}.",
         "15:26: error: \"text\" of caption 1 of scene \"one\" shows {debtt}, which \"state\" "
         "does not declare; did you mean \"debt\"? [unknown-variable] "
         "(/scenes/0/captions/0/text)", true},
        {"{debt}.",
         "{debt.",
         "15:26: error: \"text\" of caption 1 of scene \"one\": \"{\" without \"}\" at "
         "\"{debt.\" [bad-mark] (/scenes/0/captions/0/text)", false},
        {"[\"un\"], \"gentle\"",
         "[\"u\", 3], \"gentle\"",
         "15:55: error: element 1 of \"cite\" of caption 1 of scene \"one\" is \"u\", which no "
         "source is called; did you mean \"un\"? [unknown-source] (/scenes/0/captions/0/cite/0)\n"
         "15:60: error: element 2 of \"cite\" of caption 1 of scene \"one\" is a number, not a "
         "string [wrong-type] (/scenes/0/captions/0/cite/1)", false},
        {"\"gentle\": null",
         "\"gentle\": 1",
         "15:72: error: \"gentle\" of caption 1 of scene \"one\" is a number, not null or a "
         "string [wrong-type] (/scenes/0/captions/0/gentle)", false},
        {"\"file\": \"s.ogg\"",
         "\"file\": \"/s.ogg\"",
         "16:22: error: \"file\" of \"sound\" of scene \"one\" is \"/s.ogg\"; a path stays "
         "within the folder of the story, with \"/\" and without \"..\", \"\\\" or a \"/\" in "
         "front [forbidden-path] (/scenes/0/sound/file)", false},
        {"\"gain\": 1",
         "\"gain\": 17",
         "16:56: error: \"gain\" of \"sound\" of scene \"one\" is 17; it may be from 0 to 16 "
         "[bad-value] (/scenes/0/sound/gain)", false},
        {"\"confidence\": \"documented\"",
         "\"confidence\": \"sure\"",
         "17:75: error: \"confidence\" of claim 1 of scene \"one\" is \"sure\"; it may be "
         "\"documented\", \"testimony\", \"estimate\", \"disputed\" or \"outdated\" [bad-value] "
         "(/scenes/0/claims/0/confidence)", false},
        {"\"as-of\": \"2014\", ",
         "",
         "17:15: error: claim 1 of scene \"one\" has no \"as-of\" [missing-name] "
         "(/scenes/0/claims/0)", true},
        {"[\"death\"]",
         "[\"deaths\"]",
         "18:17: error: element 1 of \"advisory\" of scene \"one\" is \"deaths\"; it may be "
         "\"violence\", \"imprisonment\", \"sexual-violence\", \"trafficking\", \"death\" or "
         "\"hunger\"; did you mean \"death\"? [bad-value] (/scenes/0/advisory/0)", false},
        {"{\"next\": \"two\"}",
         "{\"next\": \"two\", \"ending\": {\"id\": \"e\", \"title\": \"E\"}}",
         "18:80: error: \"ending\" of \"gentle\" of scene \"one\" stands in place of an ending, "
         "and the scene has none [bad-value] (/scenes/0/gentle/ending)", false},
        {"{\"next\": \"two\"}",
         "{\"next\": \"nowhere\"}",
         "18:63: error: \"next\" of \"gentle\" of scene \"one\" is \"nowhere\", which no scene "
         "is called [unknown-scene] (/scenes/0/gentle/next)", true},
        {"\"right\": true",
         "\"right\": false",
         "19:45: error: \"options\" of question 1 of scene \"one\" hold no option that is right "
         "[bad-value] (/scenes/0/questions/0/options)", false},
        {"\"right\": true",
         "\"right\": 1",
         "19:69: error: \"right\" of option 1 of question 1 of scene \"one\" is a number, not "
         "true or false [wrong-type] (/scenes/0/questions/0/options/0/right)", true},
        {"\"to\": \"two\"",
         "\"to\": \"tow\"",
         "20:37: error: scene \"one\" sends choice 1 to \"tow\", which no scene is called; did "
         "you mean \"two\"? [unknown-scene] (/scenes/0/choices/0/to)", true},
        {"\"to\": \"three\"",
         "\"to\": \"two\"",
         "21:39: error: two choices of scene \"one\" are called \"two\"; give this one an \"id\" "
         "[duplicate-id] (/scenes/0/choices/1/to)", false},
        {"\"text\": \"Stay\"",
         "\"id\": \"two\", \"text\": \"Stay\"",
         "21:23: error: two choices of scene \"one\" are called \"two\" [duplicate-id] "
         "(/scenes/0/choices/1/id)", false},
        {"{\"<\": [{\"var\": \"debt\"}, 3]}",
         "{\"<\": [{\"var\": \"debt\"}]}",
         "20:56: error: \"if\" of choice 1 of scene \"one\" gives \"<\" 1 argument; it takes 2 "
         "or 3 arguments [bad-rule] (/scenes/0/choices/0/if/<)", true},
        {"{\"<\": [{\"var\": \"debt\"}, 3]}",
         "{\"andd\": [1]}",
         "20:51: error: \"if\" of choice 1 of scene \"one\" uses \"andd\", which is no operator "
         "of a rule; did you mean \"and\"? [bad-rule] (/scenes/0/choices/0/if/andd)", true},
        {"{\"<\": [{\"var\": \"debt\"}, 3]}",
         "{}",
         "20:50: error: \"if\" of choice 1 of scene \"one\" holds an object of 0 operators; a "
         "rule has one [bad-rule] (/scenes/0/choices/0/if)", true},
        {"{\"<\": [{\"var\": \"debt\"}, 3]}",
         "{\"!\": [[1]]}",
         "20:57: error: \"if\" of choice 1 of scene \"one\" holds an array where a value "
         "belongs; arrays stand only as lists of arguments [bad-rule] "
         "(/scenes/0/choices/0/if/!/0)", true},
        {"{\"var\": \"debt\"}",
         "{\"var\": \"dept\"}",
         "20:65: error: \"if\" of choice 1 of scene \"one\" reads \"dept\", which \"state\" does "
         "not declare; did you mean \"debt\"? [unknown-variable] "
         "(/scenes/0/choices/0/if/</0/var)", true},
        {"{\"var\": \"debt\"}",
         "{\"var\": \"visited.tow\"}",
         "20:65: error: \"if\" of choice 1 of scene \"one\" asks for visits to \"tow\", which no "
         "scene is called; did you mean \"two\"? [unknown-scene] "
         "(/scenes/0/choices/0/if/</0/var)", true},
        {"{\"var\": \"debt\"}",
         "{\"var\": 1}",
         "20:65: error: \"if\" of choice 1 of scene \"one\" gives \"var\" something else than a "
         "name, or [name, default] [bad-rule] (/scenes/0/choices/0/if/</0/var)", true},
        {"\"set\": {\"debt\": 1}",
         "\"set\": {\"dept\": 1}",
         "20:87: error: \"set\" of choice 1 of scene \"one\" sets \"dept\", which \"state\" does "
         "not declare; did you mean \"debt\"? [unknown-variable] (/scenes/0/choices/0/set/dept)", true},
        {"\"set\": {\"debt\": 1}",
         "\"set\": {\"x-why\": 1, \"debt\": {\"+\": []}}",
         "20:113: error: \"debt\" of \"set\" of choice 1 of scene \"one\" gives \"+\" 0 "
         "arguments; it takes at least 1 argument [bad-rule] (/scenes/0/choices/0/set/debt/+)", true},
        {"(term:songbun)",
         "(term:songban)",
         "22:72: error: \"text\" of caption 1 of scene \"two\" links to \"songban\", which no "
         "glossary entry is called; did you mean \"songbun\"? [unknown-term] "
         "(/scenes/1/captions/0/text)", false},
        {"\"ending\": {\"id\": \"end\", \"title\": \"End\"}",
         "\"x-ending\": 1",
         "22:3: error: scene \"two\" has none of \"choices\", \"next\" and \"ending\" "
         "[missing-name] (/scenes/1)", true},
        {"\"next\": \"two\"}]}",
         "\"next\": \"two\", \"ending\": {\"id\": \"e\", \"title\": \"E\"}}]}",
         "24:109: error: scene \"three\" has both \"next\" and \"ending\"; it takes one of "
         "\"choices\", \"next\" and \"ending\" [bad-value] (/scenes/2/ending)", false},
        {"\"id\": \"three\"",
         "\"id\": \"two\"",
         "21:39: error: scene \"one\" sends choice 2 to \"three\", which no scene is called "
         "[unknown-scene] (/scenes/0/choices/1/to)\n"
         "24:10: error: two scenes are called \"two\" [duplicate-id] (/scenes/2/id)", true},
        {"\"id\": \"three\"",
         "\"id\": 3",
         "21:39: error: scene \"one\" sends choice 2 to \"three\", which no scene is called "
         "[unknown-scene] (/scenes/0/choices/1/to)\n"
         "24:10: error: \"id\" of scene 3 is a number, not a string [wrong-type] (/scenes/2/id)", true},
        {"[{\"text\": \"So\"}]",
         "[]",
         "24:66: error: \"captions\" of scene \"three\" is an empty list; it needs at least one "
         "element [bad-value] (/scenes/2/captions)", false},
        {"[{\"text\": \"So\"}]",
         "[\"So\"]",
         "24:67: error: caption 1 of scene \"three\" is a string, not an object [wrong-type] "
         "(/scenes/2/captions/0)", true},
        {"\"title\": \"Three\"",
         "\"title\": \"Three\", \"title\": \"Drei\"",
         "24:54: error: the name \"title\" stands twice in one object [duplicate-name] "
         "(/scenes/2/title)", true},
        {"\"title\": \"Three\"",
         "\"title\": \"Three\\\\u0000\"",
         "", false},
        {"\"title\": \"Three\"",
         "\"title\": 1e999",
         "24:45: error: 1e999 is beyond what a number can hold [number-range] (/scenes/2/title)", true},
        {"\"title\": \"Three\"",
         "\"title\": \"Three\",",
         "24:53: error: a name in quotation marks is expected here, not \",\" [malformed-json] "
         "(/scenes/2)", true},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct diag_list diags = {0};
        struct strbuf text = {0};
        struct story *s = load_base_read(load_base_changed(rows[i].from, rows[i].to, &a), &diags);
        struct str faults = printed(&diags, &text);
        if (!str_is(faults, rows[i].faults) || !s != rows[i].refused) {
            fail_msg("%s -> %s\n%.*s\n%s", rows[i].from, rows[i].to, STR_ARG(faults),
                     s ? "passed over" : "refused");
        }
        story_destroy(s);
        diag_list_finish(&diags);
        strbuf_finish(&text);
        arena_finish(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_each_fault_at_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
