/* Shared by the player's own files alone. */
#pragma once

#include "base/limits.h"
#include "player/home.h"
#include "player/player.h"
#include "viewing/roads.h"

/* The last page of a caption: where Back lands; settled when the face tells its pages. */
#define PAGE_LAST SIZE_MAX

struct player {
    const struct story *story;
    struct player_options options;
    struct viewing *viewing; /* NULL before the first Begin or Continue */
    const struct words *words;
    const struct strings *strings;
    struct str language;
    enum level level;
    struct settings settings;

    enum screen screen;
    enum panel panel, made_panel; /* open; and that the list was made for last */
    int caption;
    size_t page_at; /* byte of the caption's text that must be on the page shown */
    bool page_is_near; /* it came from another language: the page that begins nearest is meant */
    size_t *page_starts;
    int page_count, page_capacity, page;
    int focus;       /* into items; -1: none */
    struct hints hints;
    struct arena hints_arena;
    bool skipped;    /* the sentence stands in place of the present scene */
    bool settled;    /* the story's own advisory has been passed */
    bool has_place;  /* a bookmark is kept */
    bool place_is_lost; /* the last one could not be */
    struct strbuf bookmark; /* viewing_to_text's */
    struct trail *trail; /* what was seen in this sitting */
    int term;            /* PANEL_GLOSSARY: the one entry it shows; -1: all */
    enum panel below;    /* the panel that one entry was opened from; PANEL_NONE: the screen */
    struct strbuf focus_below; /* the id of what had the focus under the open panel */
    struct strbuf focus_link;  /* and of the link in that panel which opened one entry over it */
    bool spaces_each;    /* the settings show each of the four spaces */
    int came_from;   /* the scene shown before this one, for chapter cards; -1: none */
    const struct picture *picture;

    const struct words *second_words; /* NULL: one language */

    int64_t since_ms;      /* what is shown has its time from here on; -1: not yet */
    int64_t needs_ms;      /* that time; INT64_MAX: a person goes on */
    int64_t not_before_ms; /* the voice may take longer */
    bool has_waited;       /* for the voice */
    bool is_held;          /* by the Pause key */

    struct keeping keeping; /* its names in the arena */
    struct arena keeping_arena;
    struct strbuf viewer;           /* who is watching; empty: nobody in particular */
    struct strbuf typed, composing; /* in the field */

    struct kiosk *kiosk; /* NULL: somebody's own computer */
    bool is_attract;     /* it shows itself: nobody is there */
    bool is_by_itself;   /* what is being done, nobody does */
    int attract_at;      /* in the loop's list */

    unsigned effects;
    struct arena message_arena;
    struct str message;

    struct arena items_arena; /* emptied whenever the list is made anew */
    struct road road;            /* from there; empty where none is asked for */
    const struct story_map *map; /* that holds it from station `map_first` on; NULL: none */
    int map_first;
    bool map_can_close; /* another map shows where the road has come to closer than all of it */
    bool map_is_close;  /* and in the panel it is wanted */
    struct item *items;
    int item_count, item_capacity;
    struct item spare; /* takes what is past ITEMS_MOST */
};

/* --- flow: which screen follows which --- */

/* Shows the scene the viewing has come to, with the cards that belong before it. */
void flow_enter(struct player *p);
/* Shows the scene at a caption, without cards: after Continue, Back, a jump, another level. */
void flow_stand(struct player *p, int caption);
/* Each returns whether something changed. */
bool flow_forward(struct player *p);
bool flow_back(struct player *p);
bool flow_choose(struct player *p, int n);
bool flow_begin(struct player *p, int scene);
bool flow_continue(struct player *p);
bool flow_home(struct player *p);
/* Back to an earlier point, or to where it stands; `to_choices`: before what is offered there. From the
 * opening too, where a place is kept. */
bool flow_jump(struct player *p, int steps, bool to_choices);
bool flow_begin_at(struct player *p, int scene);
bool flow_skip(struct player *p);
bool flow_can_skip(const struct player *p);
void flow_set_level(struct player *p, enum level level);

/* --- panels over the screen --- */

bool panel_open(struct player *p, int value);
/* The panel, then the focus, then nothing. Returns whether something changed. */
bool panel_close(struct player *p);
bool panel_open_term(struct player *p, int entry);

/* --- at home --- */

/* Are places kept here, and so names? */
bool home_keeps(const struct player *p);
/* One of a home's panels. */
bool home_open(struct player *p, enum panel panel);
bool home_act(struct player *p, enum action action, int value);
/* After the panel or the screen was changed from outside. */
void player_remake(struct player *p);

/* --- settings --- */

/* What was kept or asked for, brought within its bounds. */
void settings_settle(struct player *p);
/* Returns whether something changed. */
bool settings_change(struct player *p, enum action action, int value);

/* --- languages --- */

/* False where the language cannot be loaded: the old one stays. */
bool language_set(struct player *p, struct str tag);
/* The n-th of the languages, as a person asks for it; as second, negative is none. Each returns whether something
 * changed. */
bool language_change(struct player *p, int n);
bool language_set_second(struct player *p, int n);
/* The kept one, where it can be had. */
void language_settle_second(struct player *p);
/* What was just added, in the second language; nothing where there is none, or it says nothing there. */
void item_add_second(struct player *p, const char *id, struct text t);
void item_add_second_shown(struct player *p, const char *id, struct shown shown);

/* --- pace --- */

/* Does this screen go on by itself, held or not? */
bool pace_goes(const struct player *p);
/* Reckons needs_ms anew. */
void pace_settle(struct player *p);

/* --- items: what is on screen --- */

void items_make(struct player *p);
/* What each item's hint is for the keys or the pad in hand. */
void items_hint(struct player *p);
/* A row of the help: "help.sources" with the keys of a deed, or of two; none where this hand has no key for it. */
void items_add_help(struct player *p, const char *id, enum deed c, enum deed other);
void items_add_help_choosing(struct player *p);
void items_make_screen(struct player *p);
void items_make_panel(struct player *p);
void items_make_map(struct player *p);
void items_make_home(struct player *p);
/* On the title page. */
void items_add_viewers_button(struct player *p, bool in_bar);
/* The road so far and its map, before the items that show them are made. */
void map_settle(struct player *p);
/* Is the map the picture of the screen itself, whatever panel lies over it? */
bool map_is_screen(const struct player *p);
/* On a card: the map, its names, the places of the road; and the road's length, in words. */
void items_add_map(struct player *p);
void items_add_road_length(struct player *p, enum part part);
/* Groups of options that the opening and the settings share. */
void items_add_languages(struct player *p);
/* The controls that stand in the bar, or those that do not and are listed behind "More". */
void items_add_controls(struct player *p, bool in_bar);
/* A language by the name it gives itself, as an option. */
struct item *item_add_language(struct player *p, const char *id, int n);
void items_add_second_languages(struct player *p);
void items_add_levels(struct player *p);

/* Adds the program's own words as one item; `name` need not outlive the call. Valid until the next one
 * is added. */
struct item *item_add(struct player *p, enum role role, enum part part, const char *id, struct str name);
/* Adds the story's words; their spans must live in items_arena. */
struct item *item_add_shown(struct player *p, enum role role, enum part part, const char *id,
                            struct shown shown);
/* The glossary's words in the item added last, as links behind it. */
void item_add_terms(struct player *p);
/* Of a caption in pages, only the links on the page shown can be pressed. */
void terms_settle(struct player *p);
/* A button named by a key of the program's words. */
struct item *item_add_button(struct player *p, enum part part, const char *id, const char *key,
                             enum action action, int value);
/* One line for the viewer until the next action; the list is not made anew. */
void message_set(struct player *p, struct str message);
/* The story's words as the viewing shows them; before a viewing began, without its variables. */
struct shown player_show(struct player *p, struct text t);
struct str player_word(const struct player *p, const char *key);
struct str player_number(struct player *p, int n);
/* "violence, hunger and death", as the language joins a list. */
struct str player_advisories(struct player *p, unsigned advisories);
