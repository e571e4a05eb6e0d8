/* What a person sets once and finds again: kept between runs, and read by all faces. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum { TEXT_SIZE_LEAST = 100, TEXT_SIZE_MOST = 300 };
/* Of the voice, in words a minute. */
enum { VOICE_RATE_LEAST = 100, VOICE_RATE_MOST = 450, VOICE_RATE_USUAL = 175, VOICE_RATE_STEP = 25 };

/* Settings that are one word of a short list. The first word of each list is its default. */
enum preference {
    PREFERENCE_THEME,     /* enum theme */
    PREFERENCE_TYPEFACE,  /* enum typeface: of the telling */
    PREFERENCE_LINE,      /* these four: enum spacing */
    PREFERENCE_PARAGRAPH,
    PREFERENCE_LETTER,
    PREFERENCE_WORD,
    PREFERENCE_PACE, /* enum pace */
    PREFERENCE_COUNT,
};
enum theme { THEME_DARK, THEME_LIGHT, THEME_CREAM, THEME_CONTRAST, THEME_COUNT };
enum typeface { TYPEFACE_SERIF, TYPEFACE_SANS, TYPEFACE_PLAIN, TYPEFACE_COUNT };
enum spacing { SPACING_USUAL, SPACING_WIDER, SPACING_WIDEST, SPACING_COUNT };
/* Of going on by itself, as a factor of the reading level's usual pace: none, 0.5, 0.75, 1, 1.5 and 2. */
enum pace { PACE_OFF, PACE_HALF, PACE_SLOWER, PACE_USUAL, PACE_FASTER, PACE_DOUBLE, PACE_COUNT };

const char *preference_name(enum preference p); /* "theme": as it is kept, and in the keys of words */
/* The words of its list, NULL behind the last: "dark", "light" … */
const char *const *preference_words(enum preference p);
int preference_count(enum preference p);
/* The key of that word among the program's words, from `a`: "theme.dark", "spacing.wider". */
struct str preference_key(enum preference p, int word, struct arena *a);

struct settings {
    int text_size; /* percent: 100, 125, 150, 200, 250 or 300 */
    bool still;
    bool full_screen;
    bool silent;
    bool reach;         /* all stands in the lower part of the screen; a kiosk's visitors alone */
    bool speech;        /* reads aloud */
    bool speech_chosen; /* a person switched it */
    int speech_rate;    /* 0: the usual */
    struct str second_language; /* one of the story's, below the first; empty: none */
    int preferred[PREFERENCE_COUNT];
};

/* ACTION_PREFER's value: this preference, that word of its list. */
static inline int prefer(enum preference p, int word)
{
    return (int)p * 16 + word;
}

/* Line, paragraph, letter and word alike. Returns whether something changed. */
bool settings_space(struct settings *s, enum spacing spacing);
