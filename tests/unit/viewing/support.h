/* A small story for the tests of viewings. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "story/story.h"

/* shore → boat or bridge, boat → night, bridge → night, night → shore or home. The bridge passes
 * gently to the night. */
#define SHORE_STORY                                                                              \
    "{'format':1,'id':'sea','title':'Sea','language':'en','start':'shore',"                      \
    "'state':{'coins':3,'name':'Ann','wet':false},'chapters':[{'id':'c','title':'C'}],"          \
    "'scenes':["                                                                                 \
    "{'id':'shore','chapter':'c','title':'Shore','captions':[{'text':'{name} has {coins}.'},"    \
    "{'text':'Wet: {wet}','gentle':null}],'choices':["                                           \
    "{'text':'Take the *boat*','to':'boat','because':'It cost {coins}.',"                        \
    "'set':{'coins':{'-':[{'var':'coins'},1]},'wet':{'>':[{'var':'coins'},2]}}},"                \
    "{'text':'Bridge','to':'bridge','if':{'<':[{'var':'visited.shore'},2]}},"                    \
    "{'id':'swim','text':'Swim','to':'night','level':'full','set':{'coins':{'/':[1,0]}}}]},"     \
    "{'id':'boat','chapter':'c','title':'Boat','captions':[{'text':'b'}],'next':'night'},"       \
    "{'id':'bridge','chapter':'c','title':'Bridge','captions':[{'text':'c'}],'next':'night',"    \
    "'gentle':{'next':'night'}},"                                                                \
    "{'id':'night','chapter':'c','title':'Night','captions':[{'text':'d'}],'choices':["          \
    "{'text':'Back','to':'shore','set':{'name':{'cat':[{'var':'name'},'!']}}},"                  \
    "{'text':'Home','to':'home'}]},"                                                             \
    "{'id':'home','chapter':'c','title':'Home','captions':[{'text':'e'}],"                       \
    "'ending':{'id':'end','title':'E'}}]}"

enum { SHORE, BOAT, BRIDGE, NIGHT, HOME };

/* A story written with ' for "; it must be without fault. */
static inline struct story *story_of(const char *text)
{
    struct arena arena = {0};
    struct diag_list diags = {0};
    struct error err = {0};
    size_t length = strlen(text);
    char *copy = arena_new(&arena, char, length + 1);
    for (size_t i = 0; i < length; i++) {
        copy[i] = text[i] == '\'' ? '"' : text[i];
    }
    struct story *s =
        story_load_text((struct str){copy, length}, "story.json", NULL, &diags, &err);
    if (diags.count > 0) {
        print_error("%s\n", diags.items[0].message.s);
    }
    assert_non_null(s);
    assert_int_equal(diags.count, 0);
    diag_list_finish(&diags);
    arena_finish(&arena);
    return s;
}
