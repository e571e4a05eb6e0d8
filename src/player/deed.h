/* What a key or a pad's button can be told to do. The names are what people write in their settings. */
#pragma once

#include <stdbool.h>

#include "player/item.h"

enum deed {
    DEED_NONE,
    DEED_FORWARD, /* on in the telling; takes what has the focus */
    DEED_BACK,
    DEED_UP,
    DEED_DOWN,
    DEED_LEFT,
    DEED_RIGHT,
    DEED_NEXT, /* the focus, in reading order */
    DEED_PREVIOUS,
    DEED_PAGE_DOWN,
    DEED_PAGE_UP,
    DEED_CLOSE,
    DEED_HOME, /* the opening; the place is kept */
    DEED_HELP,
    DEED_SOURCES,
    DEED_GLOSSARY,
    DEED_MAP,
    DEED_TIMELINE,
    DEED_CHAPTERS,
    DEED_HISTORY,
    DEED_PICTURE,
    DEED_PAUSE,
    DEED_SETTINGS,
    DEED_VIEWERS, /* who is watching, at home */
    DEED_MORE, /* what the bar has no room for */
    DEED_ABOUT,
    DEED_BLANK, /* a presenter's: takes what has the focus, else the calm screen */
    DEED_SKIP,
    DEED_STILL,
    DEED_REACH, /* a kiosk's: all moved down */
    DEED_SOUND,
    DEED_SPEECH,
    DEED_SPEECH_ON, /* what a headset does as it is plugged in, and out */
    DEED_SPEECH_OFF,
    DEED_REPEAT,
    DEED_PART_NEXT, /* of what is being read */
    DEED_PART_PREVIOUS,
    DEED_WAIT, /* the voice */
    DEED_SLOWER,
    DEED_FASTER,
    DEED_LARGER,
    DEED_SMALLER,
    DEED_USUAL_SIZE,
    DEED_FULL_SCREEN,
    DEED_SCREENSHOT,
    DEED_QUIT,
    DEED_CHOOSE_1, /* to 9, one after another */
    DEED_CHOOSE_9 = DEED_CHOOSE_1 + 8,
    DEED_COUNT,
};

/* "page-down"; "" for none. */
const char *deed_name(enum deed c);
/* DEED_NONE where there is none of that name. */
enum deed deed_find(struct str name);

/* The action that is the deed's, whatever is on screen; ACTION_NONE where that decides. */
enum action deed_action(enum deed c, int *value_out);
/* The deed that does this, or DEED_NONE. */
enum deed deed_of(enum action action, int value);
