/* A story's timeline, and where a scene stands in it. */
#pragma once

#include "base/arena.h"
#include "viewing/viewing.h"

/* The years of a date of the story format: "2014-02" is 2014 to 2014. False where it is no date. */
struct years {
    int from, to;
};
bool when_years(struct str date, struct years *years_out);

/* One line of the timeline. */
struct moment {
    int row;             /* of story->timeline; -1: the present scene */
    struct years years;  /* 0 to 0 where the row's date is none */
    struct str date;     /* as written; of the present scene its years alone */
    bool opens;          /* the first of its years */
    bool names_its_date; /* it says more than its years do */
};

/* The rows told at this level, in order of their years; among them, first of their year, the years of
 * which the present scene states something, once each. `v` may be NULL: no scene is present. From `a`. */
int when_timeline(const struct story *s, const struct viewing *v, enum level level, struct arena *a,
                  const struct moment **moments_out);
