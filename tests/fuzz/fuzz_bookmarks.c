/* A bookmark's text: replayed as far as it fits, and kept again. */
#include <stdlib.h>

#include "fuzz.h"
#include "viewing/viewing.h"

static const char story_text[] =
    "{'format':1,'id':'sea','title':'Sea','language':'en','start':'shore',"
    "'state':{'coins':3,'wet':false},'chapters':[{'id':'c','title':'C'}],'scenes':["
    "{'id':'shore','chapter':'c','title':'Shore','captions':[{'text':'{coins}'},{'text':'Wet: {wet}',"
    "'gentle':null}],'choices':["
    "{'text':'Boat','to':'boat','set':{'coins':{'-':[{'var':'coins'},1]},'wet':true}},"
    "{'text':'Bridge','to':'bridge','if':{'<':[{'var':'visited.shore'},2]}},"
    "{'id':'swim','text':'Swim','to':'night','level':'full'}]},"
    "{'id':'boat','chapter':'c','title':'Boat','captions':[{'text':'b'}],'next':'night'},"
    "{'id':'bridge','chapter':'c','title':'Bridge','captions':[{'text':'c'}],'next':'night',"
    "'gentle':{'next':'night'}},"
    "{'id':'night','chapter':'c','title':'Night','captions':[{'text':'d'}],'choices':["
    "{'text':'Back','to':'shore'},{'text':'Home','to':'home'}]},"
    "{'id':'home','chapter':'c','title':'Home','captions':[{'text':'e'}],'ending':{'id':'end','title':'E'}}]}";

static struct story *sea;

static void destroy_sea(void)
{
    story_destroy(sea);
    sea = NULL;
}

/* What came back, kept and resumed once more, stays as it is. */
static void keep_again(const struct viewing *v, int caption)
{
    struct arena a = {0};
    struct error err = {""};
    struct viewing *again = NULL;
    int caption_again;
    struct str text = viewing_to_text(v, caption, &a);
    if (viewing_from_text(sea, text, &again, &caption_again, &err) != REPLAY_WHOLE ||
        caption_again != caption || !str_eq(viewing_to_text(again, caption_again, &a), text)) {
        abort();
    }
    viewing_destroy(again);
    arena_finish(&a);
}

void fuzz_one(struct str bytes)
{
    struct error err = {""};
    struct viewing *v = NULL;
    int caption = -1;
    if (!sea) {
        sea = fuzz_story(story_text, NULL);
        (void)atexit(destroy_sea);
    }
    enum replay replay = viewing_from_text(sea, bytes, &v, &caption, &err);
    if ((replay == REPLAY_NOTHING) != (v == NULL) || (replay == REPLAY_WHOLE) != (err.text[0] == '\0') ||
        caption < 0) {
        abort();
    }
    if (v) {
        keep_again(v, caption);
    }
    viewing_destroy(v);
}
