/* What is said aloud: what changed on the player's list since the last time, in a fixed order. Position,
 * role and key come last, so that who knows them can cut them off. */
#pragma once

#include "player/player.h"

/* A stretch in one language. */
struct narration_part {
    struct str text;       /* as it is shown */
    struct str respelling; /* by the story's `pronounce`; empty: as it is written */
    struct str lang;       /* BCP 47 */
    struct str file;       /* the caption's recording in the story's folder; or empty */
    int stretch;           /* parts of one number stand and fall together */
};

enum why {
    WHY_SWITCH,  /* "Speech on" */
    WHY_MESSAGE, /* about the program */
    WHY_SETTING, /* one changed */
    WHY_SCREEN,
    WHY_CAPTION, /* another one of the same scene, or another page of it */
    WHY_FOCUS,
    WHY_STEP, /* the next or previous of what is told in parts */
    WHY_HINT, /* nothing changed: what can be done here */
    WHY_REPEAT,
    WHY_COUNT,
};
const char *why_name(enum why w); /* "switch" … */

struct narration {
    const struct narration_part *parts;
    int count; /* 0: nothing is to be said */
    enum why why;
};

struct narrator;

/* The player must outlive it. */
struct narrator *narrator_create(const struct player *p);
void narrator_destroy(struct narrator *n); /* accepts NULL */

/* What to say now that the player did `action`: nothing where speech is off, but for the word that it went
 * off. ACTION_REPEAT gives the last words again, past hints and the rate; ACTION_NONE and ACTION_HUSH give
 * what changed by itself. A long panel gives its title and how many steps it has, and then ACTION_FORWARD one
 * of them after the other. Valid until the next call. */
struct narration narrator_tell(struct narrator *n, enum action action);
/* How far the voice came with what was told last, to be said before anything else is told: that many parts
 * were begun, and the last of them is (not) at its end. */
void narrator_heard(struct narrator *n, int begun, bool is_speaking);
/* The next (1) or the previous (-1): step of a long panel, else stretch of the last words. Nothing where speech
 * is off. Valid until the next call. */
struct narration narrator_skip(struct narrator *n, int direction);
/* The items that a long panel's step is made of: `*from_out` and how many; 0 where there is none. */
int narrator_step(const struct narrator *n, int *from_out);
