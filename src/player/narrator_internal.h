/* Shared by the narrator's own files alone. */
#pragma once

#include "player/narrator.h"

enum { SEEN_MOST = 8192 };

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
};

struct narrator {
    const struct player *player;
    struct telling now, last; /* in the making; and what was said, to be repeated */

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
};

/* --- words: from items to parts --- */

/* One part in the program's own words. */
void tell_words(struct narrator *n, struct str words);
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
/* Which keys lead on from here. */
void tell_prompt(struct narrator *n);
