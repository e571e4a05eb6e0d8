/* Shared by the narrator's own files alone. */
#pragma once

#include "player/narrator.h"

enum { SEEN_MOST = 8192, ASIDE_NONE = -1 };

/* What was on a list, as hashes, sorted by nothing. */
struct seen {
    uint64_t *hashes;
    int count, capacity;
};

/* What is said in one go. */
struct telling {
    struct arena arena;
    struct narration_part *parts;
    int count, capacity;
    int stretch; /* the one being told */
};

/* A part of a long panel: items [from, to) of the list. */
struct panel_step {
    int from, to;  /* to 0: none was told yet; both behind the list: all were */
    uint64_t hash; /* of the first one's name */
};

struct narrator {
    const struct player *player;
    struct telling now, last; /* in the making; and what was said, to be repeated */
    struct telling aside;     /* a hint; the rate */
    int from;                 /* the part of `last` that was said first the last time */
    int heard;                /* the part of it that was begun last */
    int rest; /* the part that an aside goes on with; `last.count`: none, ASIDE_NONE: nothing was said since */
    bool is_speaking; /* it was not at its end */

    bool is_on; /* speech was, when it spoke last */
    struct settings settings;
    enum level level;
    struct str language;
    enum panel panel;
    enum screen screen;
    int scene, steps, caption, page;
    struct seen on_screen, on_panel; /* the list that was told last */
    struct seen once;                /* controls that were told since speech went on */
    uint64_t chapter, picture;       /* told last; 0: none */
    uint64_t focus;                  /* 0: nothing had it */
    const char *prompt;              /* told last */
    struct panel_step step;          /* of the panel open now */
    struct strbuf typed;             /* told last of the field */
};

/* --- what was told already --- */

bool has_seen(const struct seen *s, uint64_t hash);
void see(struct seen *s, uint64_t hash);
int scene_index(const struct player *p);
int steps_made(const struct player *p);
bool is_chapter(const struct item *item);
bool is_picture(const struct item *item);
/* The controls that stand on every screen, and the names that stand on every map. */
bool is_told_once(const struct item *item);
/* What makes it another thing: its words, and for what a step brings, the step. The chapter and a picture
 * may stay from scene to scene. */
uint64_t identity(const struct narrator *n, const struct item *item);
uint64_t name_hash(const struct item *item);

/* --- long panels --- */

/* Is what lies open told in steps? */
bool steps_hold(const struct narrator *n);
/* Its title and how many there are, where it was opened just now. */
bool steps_begin(struct narrator *n);
/* The next or the previous one. */
void steps_go(struct narrator *n, int direction);
/* The item that took the focus, with what belongs to it. */
void steps_focus(struct narrator *n, int focus);

/* --- what was said last --- */

void telling_finish(struct telling *t);
void remember(struct narrator *n);
/* What is said now can be repeated from now on. */
struct narration told(struct narrator *n, enum why why);
/* A hint, or the rate: the words before it stay to be repeated, and where they were cut off by the rate they
 * go on behind it. */
struct narration told_aside(struct narrator *n, enum why why);

/* --- how it is pronounced --- */

bool is_word_byte(char c);
/* Empty where the voice is given what stands there; else from the telling's arena. */
struct str respell(struct narrator *n, struct str lang, struct str text);

/* --- words: from items to parts --- */

/* What follows can be skipped to. */
void tell_stretch(struct narrator *n);

/* One part in the program's own words. */
void tell_words(struct narrator *n, struct str words);
/* One that was told before. */
void tell_part(struct narrator *n, const struct narration_part *part);
void tell_key(struct narrator *n, const char *key);
void tell_filled(struct narrator *n, const char *key, const struct string_value *values, int count);

/* An item in the reading of a whole screen. */
void tell_item(struct narrator *n, const struct item *items, int count, int i);
/* The glossary's words in the text at `at`, and how to have them explained. */
void tell_terms(struct narrator *n, const struct item *items, int count, int at);
/* The rest of a caption from the page shown. */
void tell_page(struct narrator *n, const struct item *item);
/* The item that has the focus: name, value, position, role, key. */
void tell_focus(struct narrator *n, const struct item *items, int count, int i);
/* What was set otherwise since. */
void tell_settings(struct narrator *n);
/* What was typed since, and what was erased. */
void tell_typed(struct narrator *n);
void remember_typed(struct narrator *n);
/* The field that has the focus, once more; false where none has. */
bool tell_field(struct narrator *n);
/* "2 of 9". */
void tell_position(struct narrator *n, int at, int of);
/* Which keys lead on from here. */
void tell_prompt(struct narrator *n);
/* The same at a long panel's end. */
void tell_way_out(struct narrator *n);
/* The same, but on screen after screen that goes on alike, once. */
void tell_new_prompt(struct narrator *n);
