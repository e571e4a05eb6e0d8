/* The player: turns what a person does into what is on screen. No window, no clock, no disk. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "player/hints.h"
#include "player/item.h"
#include "player/settings.h"
#include "player/strings.h"
#include "viewing/road.h"
#include "viewing/viewing.h"

enum screen {
    SCREEN_OPENING,
    SCREEN_NOTICE,  /* what the story, or the next scene, touches, with a way round */
    SCREEN_CHAPTER, /* the card between chapters */
    SCREEN_SCENE,   /* one caption, or one page of it */
    SCREEN_CHOICES,
    SCREEN_BECAUSE,
    SCREEN_ENDING,
    SCREEN_COUNT,
};
const char *screen_name(enum screen s);

enum panel {
    PANEL_NONE,
    PANEL_SOURCES, /* "How do we know?" */
    PANEL_HISTORY,
    PANEL_GLOSSARY,
    PANEL_TIMELINE, /* what happened when, and where the story stands in it */
    PANEL_CHAPTERS, /* the chapters and the roads not taken */
    PANEL_MAP,     /* the road so far */
    PANEL_PICTURE, /* kind, description, credit */
    PANEL_SETTINGS,
    PANEL_ABOUT,
    PANEL_HELP,
    PANEL_PAUSE, /* a calm screen, with whom to talk to */
    PANEL_MORE,  /* what has no place in the bar */
    PANEL_VIEWERS, /* these are a home's (player/home.h): who is watching? */
    PANEL_NAME,    /* a new name */
    PANEL_FORGET_VIEWER,
    PANEL_SHARE,
    PANEL_FORGET_ALL,
    PANEL_WARNING, /* these are a kiosk's: is somebody still here? */
    PANEL_AGAIN,   /* begin again? */
    PANEL_PIN,     /* the staff's number */
    PANEL_SERVICE, /* and their screen */
    PANEL_CLEAN,   /* nothing can be pressed while the screen is wiped */
    PANEL_TOUCH,   /* where touches are felt */
    PANEL_CLOSED,  /* outside its hours: nothing */
    PANEL_COUNT,
};
/* Those before it are anybody's, and open with ACTION_PANEL; so do a home's, at home. */
enum { PANEL_OPEN_COUNT = PANEL_VIEWERS };
const char *panel_name(enum panel p);

/* What the app is to do; taken with player_take_effects. */
enum effect {
    EFFECT_KEEP = 1 << 0,        /* the place changed: keep the bookmark */
    EFFECT_FORGET = 1 << 1,      /* delete the bookmark */
    EFFECT_SETTINGS = 1 << 2,    /* the settings, level or language changed: keep them */
    EFFECT_FULL_SCREEN = 1 << 3, /* make the window as settings.full_screen says */
    EFFECT_SCREENSHOT = 1 << 4,
    EFFECT_QUIT = 1 << 5,
    EFFECT_VIEWER = 1 << 6,        /* somebody else watches: player_viewer; then player_set_viewer */
    EFFECT_FORGET_VIEWER = 1 << 7, /* delete that name and all places kept under it */
    EFFECT_FORGET_ALL = 1 << 8,    /* delete all that is kept */
    EFFECT_SHARE = 1 << 9,         /* the same, and keep nothing from now on */
    EFFECT_UNSHARE = 1 << 10,      /* keep again */
    EFFECT_LOOK = 1 << 11,          /* what is kept is to be shown: player_set_keeping once more */
};

/* Gives the story's and the program's words for a language; both stay valid as long as the player.
 * False: keep the old ones. */
typedef bool (*language_fn)(void *self, struct str tag, const struct words **words_out,
                            const struct strings **strings_out);

struct player_options {
    const struct story *story;
    enum level level;
    struct str language; /* one of `languages` */
    const struct str *languages;
    int language_count;
    language_fn load_language;
    void *self;
    struct settings settings;
    int start;           /* a scene, shown at once without the opening; negative: the opening */
    struct str viewer;   /* whose place that is; empty: nobody's in particular; copied */
    struct str bookmark; /* viewing_to_text's, or empty; copied */
    bool keeps;          /* false: nothing is kept after quitting, and the settings say so */
};

struct player;

/* Story, languages and words must outlive the player. NULL with `err` where the language cannot be
 * loaded. */
struct player *player_create(const struct player_options *o, struct error *err);
void player_destroy(struct player *p);

/* Does `action`. Returns whether anything on screen changed. */
bool player_act(struct player *p, enum action action, int value, int64_t now_ms);

/* --- going on by itself, where the settings say so --- */

/* What is shown longest stands for so long: 2 s at least (DCMP), or its words by the reading level's pace
 * (reading_pace; a gentle telling has the lower level's), times the setting's factor. INT64_MAX with PACE_OFF. */
enum { PACE_LEAST_MS = 2000, PACE_PICTURE_MS = 5000 };
int64_t pace_ms(int words, int words_a_minute, enum pace pace);

/* When the story goes on by itself, on the caller's clock; INT64_MAX: it waits for a person. It waits at choices,
 * notices, advisories and endings, under a panel, while something has the focus or the Pause key holds it, until
 * a caption has its pages, and before the first player_act or player_stir. Captions, because-cards and chapters'
 * cards have their pace_ms; where a picture is new, PACE_PICTURE_MS more, as cuts are reckoned. */
int64_t player_deadline(const struct player *p);
/* Goes on where that time has come. Returns whether anything changed. */
bool player_tick(struct player *p, int64_t now_ms);
/* Somebody is there: the time begins anew. player_act does the same. */
void player_stir(struct player *p, int64_t now_ms);
/* Somebody is still speaking as the time has come: it waits, and a moment longer. */
void player_wait(struct player *p, int64_t now_ms);
/* How many of `steps` parts of the time have passed; -1 where it waits for a person. `*next_ms_out`: until the next
 * one, 0 after the last. */
int player_pace_step(const struct player *p, int64_t now_ms, int steps, int *next_ms_out);

/* A kiosk's player: does it show itself, with nobody there? And when kiosk_tick is due; INT64_MAX: it is none. */
bool player_is_attract(const struct player *p);
/* Does whatever anybody does mean something now: that they are there? */
bool player_takes_any(const struct player *p);
struct kiosk *player_kiosk(const struct player *p); /* player/kiosk.h; or NULL */
int64_t player_kiosk_deadline(const struct player *p);

/* A number for all that a person can have done to it: the same again once it has forgotten them. */
uint64_t player_hash(const struct player *p);

/* Effects since the last call, and clears them. */
unsigned player_take_effects(struct player *p);

/* The list of what is on screen, in reading order; valid until the next player_act or player_say. With
 * an open panel it holds the panel alone. */
const struct item *player_items(const struct player *p, int *count_out);

/* The focused item's index, or -1: nothing has it. */
int player_focus(const struct player *p);

enum screen player_screen(const struct player *p);
enum panel player_panel(const struct player *p);
const struct settings *player_settings(const struct player *p);
const struct viewing *player_viewing(const struct player *p); /* NULL before Begin */
const struct story *player_story(const struct player *p);
const struct words *player_words(const struct player *p);
const struct strings *player_strings(const struct player *p);
struct str player_language(const struct player *p);
bool player_is_rtl(const struct player *p); /* is that language written from right to left? */
enum level player_level(const struct player *p);

/* The picture behind the screen; NULL: a plain ground. A scene without one keeps the last. */
const struct picture *player_picture(const struct player *p);
/* The present caption's recording in this language, in the story's folder; or empty. */
struct str player_voice(const struct player *p);
/* What should be heard; NULL: nothing. */
const struct sound *player_sound(const struct player *p);
/* The map that stands in place of that picture: in its panel, on a chapter's card and at an ending. Valid
 * until the next player_act. */
struct player_map {
    const struct story_map *map; /* NULL: none is shown, or the story has none that holds the road */
    const struct road *road;     /* what to draw on it; never NULL */
    int first;                   /* this station and those after it are to be in sight */
};
struct player_map player_map(const struct player *p);
/* Pictures that the next action may need, likeliest first. Returns how many. */
enum { PLAYER_PICTURES_MOST = 16 };
int player_next_pictures(const struct player *p, const struct picture *pictures_out[PLAYER_PICTURES_MOST]);

/* The face that lays out tells how the present caption fell into pages: the byte each begins at. The
 * place is kept by character, so that it survives another text size. Returns whether the page changed. */
bool player_set_pages(struct player *p, const size_t *starts, int count);
/* The page shown, from 0, and the byte of the caption it begins at. */
int player_page(const struct player *p);
size_t player_page_start(const struct player *p);
/* Caption shown, from 0, and how many the scene has. */
int player_caption(const struct player *p, int *count_out);

/* What the person has in hand: hints and help name its keys or buttons from here on. Copied. */
void player_set_hints(struct player *p, const struct hints *hints);
const struct hints *player_hints(const struct player *p);

/* A line about the program for the viewer, shown until the next action. */
void player_say(struct player *p, struct str message);
/* The place could not be kept just now, or can be again: the settings say so. */
void player_set_place_lost(struct player *p, bool is_lost);

/* The bookmark's text, from `a`; empty where there is no place to keep. */
struct str player_bookmark(const struct player *p, struct arena *a);
