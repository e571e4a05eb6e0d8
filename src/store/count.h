/* What visitors did, as totals of a day. There is nothing about one visitor: a session is taken apart
 * into rows, and the rows are added to the day's. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"

/* The kinds of row; a row's `item` says of what. */
enum counted {
    COUNTED_SESSIONS,  /* no item, as in all four that follow */
    COUNTED_CHOSE,     /* … with one choice at least */
    COUNTED_COMPLETED, /* … in which an ending was reached */
    COUNTED_RESTARTS,  /* times a visitor began again */
    COUNTED_STARTS,    /* times the program started */
    COUNTED_DWELL,     /* sessions by their length: "under-15s" … */
    COUNTED_END,       /* sessions by how they ended: "home", "idle", "quit" */
    COUNTED_ACCESS,    /* sessions in which it was used: "speech" … */
    COUNTED_CHOICE,    /* times it was made: "SCENE CHOICE" */
    COUNTED_LAST,      /* sessions by the scene that was shown last: "SCENE" */
    COUNTED_COUNT,
};
const char *counted_name(enum counted c); /* "sessions" */
/* COUNTED_COUNT for a word that is none. */
enum counted counted_by_name(struct str name);
/* The items of dwell, end and access, in order, NULL behind the last; NULL where the items are a story's. */
const char *const *counted_items(enum counted c);
/* Do the items of a session's rows of this kind always add up to the sessions? */
bool counted_is_shared_out(enum counted c);

enum session_end { SESSION_HOME, SESSION_IDLE, SESSION_QUIT, SESSION_END_COUNT };
enum session_access {
    ACCESS_SPEECH = 1 << 0,
    ACCESS_LARGE_TEXT = 1 << 1,
    ACCESS_THEME = 1 << 2,
    ACCESS_REACH = 1 << 3,
};

struct session_choice {
    struct str scene, choice;
};

/* One visitor's session, in memory until it is over. */
struct session_count {
    struct str day; /* "2026-11-23", by the clock on the wall at its end */
    struct str story, language;
    int64_t dwell_ms;
    const struct session_choice *choices;
    int choice_count;
    struct str last_scene; /* empty: none was shown */
    enum session_end end;
    unsigned access; /* of enum session_access */
    int restarts;
    bool is_completed;
};

/* One number of the store. */
struct count_row {
    struct str day, story, language, what, item;
    int64_t n;
};

struct count_range {
    struct str story, from, to;
};

struct count_table {
    const struct count_row *rows;
    int count;
    int refused;     /* rows of the file that this program cannot have written */
    bool is_cut_off; /* there were more than COUNT_ROWS_MOST */
};

/* "2026-11-23": of the calendar, from year 1 to 9999. */
bool day_is_sound(struct str day);
/* The day on which `seconds` (since 1970, UTC) falls here; from `a`. Total: what no calendar holds gives
 * "1970-01-01". */
struct str day_of(int64_t seconds, struct arena *a);

/* Could this program have written it? Days, ids, tags and words as they should be, n from 1 to
 * COUNT_MOST. */
bool count_row_is_sound(const struct count_row *r);

/* Of both, at most COUNT_MOST. */
int64_t count_sum(int64_t a, int64_t b);

/* For qsort: by day, story, language, what and item. */
int count_row_order(const void *a, const void *b);

/* The rows that a session adds; from `a`. What is not sound (a day, a name) adds no row. */
int session_count_rows(const struct session_count *c, struct arena *a, const struct count_row **rows_out);
