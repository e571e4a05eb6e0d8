/* Does a page hold what is on the player's list? The rules of the page, as one place to ask. */
#pragma once

#include "stage/frame.h"

enum fit {
    FIT_NOT_DRAWN,   /* an item of the list that the page leaves out */
    FIT_OUTSIDE,     /* reaches past the page, and nothing scrolls there */
    FIT_OVER,        /* text that lies over other text */
    FIT_SMALL,       /* less to press than 44 px of 1,080 lines (WCAG 2.2, 2.5.5) */
    FIT_LITTLE_ROOM, /* what scrolls is seen through less than two lines */
    FIT_COUNT,
};
const char *fit_words(enum fit f); /* "reaches past the page" */

struct fit_fault {
    enum fit fit;
    int item; /* index into the player's list; -1: the page as a whole */
};

enum { FIT_FAULTS_MOST = 64 };

/* Returns how many faults the page has, at most FIT_FAULTS_MOST. Pictures may pass the page: they fill it. */
int fit_find(const struct frame *f, const struct player *p, const struct look *look,
             struct fit_fault faults_out[FIT_FAULTS_MOST]);
