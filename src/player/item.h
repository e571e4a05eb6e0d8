/* What is on screen, as a list: drawing, focus and speech all read it, and nothing is drawn that is not
 * on it. */
#pragma once

#include <stdbool.h>

#include "base/str.h"
#include "story/marks.h"
#include "story/story.h"

enum role {
    ROLE_HEADING,
    ROLE_TEXT,
    ROLE_PICTURE, /* name: its alt text */
    ROLE_BUTTON,
    ROLE_CHOICE,
    ROLE_OPTION, /* one of several, `on` for the one in force */
    ROLE_SWITCH, /* on or off */
    ROLE_STATUS, /* "3 of 6" */
    ROLE_LINK,   /* a word within a text, pressed where it stands */
    ROLE_FIELD,  /* text that a person types: `value` */
    ROLE_COUNT,
};
const char *role_name(enum role r); /* "heading" … */

/* Where in the screen's plan an item belongs; the views place by it. */
enum part {
    PART_PICTURE,
    PART_TITLE,
    PART_SUBTITLE,
    PART_OVERLINE, /* the chapter above a scene's title */
    PART_CAPTION,
    PART_SPEAKER,
    PART_SOUND,   /* what is heard: "(wind over ice)" */
    PART_BODY,    /* paragraphs of a card or a panel, in order */
    PART_SECTION, /* the heading of one of a panel's parts */
    PART_LABEL,   /* a small heading inside a panel or a group of options */
    PART_NOTE,    /* smaller: confidence, sources, credits */
    PART_SECOND,  /* the item before it, in the second language: smaller, below */
    PART_DOTS,    /* how many captions: "2 of 6" */
    PART_CHOICE,
    PART_ACTION,  /* the buttons that go on from here: Begin, Continue, Go on */
    PART_OPTION,  /* an option or switch, following its label */
    PART_BAR,     /* the row of controls at the foot: Back, Sources, … */
    PART_CLOSE,   /* closes the panel */
    PART_FIELD,   /* where a name is typed … */
    PART_KEY,     /* … and a key on screen for it */
    PART_ROW,     /* a row of a list that can be chosen: history */
    PART_TERM,    /* a link in the text of the item before it; `level` is its span there */
    PART_YEAR,    /* these four stand on the line of the timeline: the years that group … */
    PART_MOMENT,  /* … a row's own date, where it says more … */
    PART_EVENT,   /* … its words … */
    PART_HERE,    /* … and the present scene. A view that scrolls begins at it */
    PART_MESSAGE, /* one line about the program: "the place was not kept" */
    PART_MAP,       /* the map that is on show: its alt text */
    PART_MAP_LABEL, /* a name on it; `action_value` is its index in the map's labels */
    PART_STATION,   /* a place of the road so far; `action_value` is its index in the road */
};

enum action {
    ACTION_NONE,
    ACTION_FORWARD, /* what Space does: the next page, caption, card; never chooses */
    ACTION_BACK,
    ACTION_FOCUS_NEXT,
    ACTION_FOCUS_PREVIOUS,
    ACTION_FOCUS,     /* `value` is an item's index in the present list */
    ACTION_ACTIVATE,  /* the focused item; without focus: forward */
    ACTION_PRESS,     /* `value` is an item's index in the present list */
    ACTION_CHOOSE,    /* `value` from 0, of those on offer */
    ACTION_CLOSE,     /* Escape: the panel, then the focus, then nothing */
    ACTION_PANEL,     /* `value` is an enum panel: opens it; closes it where it is open */
    ACTION_MAP_CLOSER, /* the map panel: the whole road, or where it has come to */
    ACTION_SKIP,      /* the sentence in place of the scene */
    ACTION_BEGIN,
    ACTION_CONTINUE,
    ACTION_HOME,      /* the opening */
    ACTION_JUMP,      /* history: `value` steps are left */
    ACTION_ROAD,      /* the same, and stands before that scene's choices */
    ACTION_BEGIN_AT,  /* a new viewing from scene `value` */
    ACTION_TERM,      /* the glossary at entry `value`; -1: all of it */
    ACTION_LEVEL,     /* enum level */
    ACTION_LANGUAGE,  /* index of the story's languages */
    ACTION_SECOND_LANGUAGE, /* likewise; negative: none */
    ACTION_TEXT_SIZE, /* percent; 0: larger, -1: smaller */
    ACTION_PREFER,    /* `value` is prefer(preference, word) */
    ACTION_SPACING,   /* enum spacing for line, paragraph, letter and word at once */
    ACTION_SPACE_EACH, /* the settings show each of the four, off and on */
    ACTION_STILL,     /* no motion, off and on */
    ACTION_REACH,        /* all moved down, and up again; only where the kiosk has it */
    ACTION_SOUND,        /* off and on */
    ACTION_SPEECH,       /* reading aloud: off and on; `value` 1: on, 2: off */
    ACTION_SPEECH_RATE,  /* `value` -1: slower, 1: faster; only where it reads aloud */
    ACTION_SPEECH_PAUSE, /* whoever speaks waits, or goes on */
    ACTION_REPEAT,       /* says the last words again */
    ACTION_SPEECH_NEXT,  /* the next part of what is being said; and the one before */
    ACTION_SPEECH_PREVIOUS,
    ACTION_HUSH,         /* a key without a meaning here: whoever speaks falls silent */
    ACTION_FULL_SCREEN,
    ACTION_SCREENSHOT,
    ACTION_KIOSK,        /* enum kiosk_deed: in its own panels */
    ACTION_DELETE_PLACE, /* forgets the bookmark */
    ACTION_VIEWER,       /* `value` is who is watching, of the known names; -1: nobody in particular */
    ACTION_FIELD,        /* nothing: the field can have the focus, and then says what stands in it */
    ACTION_TYPE,         /* `value` is a character; this and the next three where a name is typed */
    ACTION_LETTER,       /* `value` is a capital: it is one only where a word begins */
    ACTION_ERASE,
    ACTION_NAME,         /* what was typed is who is watching */
    ACTION_FORGET_VIEWER, /* these three in the panels that ask whether it is meant */
    ACTION_FORGET_ALL,
    ACTION_SHARE,
    ACTION_UNSHARE,      /* the computer is not shared any more */
    ACTION_QUIT,
};

struct item {
    enum role role;
    enum part part;
    struct str id;    /* stable between frames: "choice.1", "bar.sources" */
    struct str name;  /* the words shown and said */
    struct str value; /* "on", "2 of 6": said after the name */
    struct str hint;  /* the key that does it: "S"; said last */
    struct str lang;  /* BCP 47 of `name` */
    const struct span *spans; /* of `name` */
    int span_count;
    enum action action; /* what pressing it does; ACTION_NONE: it cannot be pressed */
    int action_value;
    bool on;   /* ROLE_OPTION, ROLE_SWITCH */
    int level; /* of a paragraph in a panel: 1 is indented; of PART_KEY: 1 begins a row; of PART_DOTS: how many there are */
};

static inline bool item_can_focus(const struct item *i)
{
    return i->action != ACTION_NONE;
}
