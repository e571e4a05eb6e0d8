/* The window: what a person does comes out as actions, and the player's screen is shown. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/path.h"
#include "player/player.h"
#include "stage/look.h"

struct keymap; /* stage/keymap.h */
struct picture_decoder; /* stage/picture_decode.h */
struct stage;  /* opaque; main thread alone */

struct stage_options {
    struct player *player;
    const struct folder *folder; /* of the story */
    const struct picture_decoder *decoder; /* of its pictures; NULL: this process */
    const char *title;
    struct size size; /* of the window; {0} chooses one */
    size_t picture_bytes; /* that decoded pictures may take; 0: as the page's size asks for */
    struct screen_mm screen; /* what the page fills; {0}: not known */
    bool headless;    /* no window: frames are painted into memory, events come from stage_feed_ calls */
    const struct keymap *keymap; /* NULL: the program's own keys; must outlive the stage */
    struct clock clock;
    void (*dump)(void *self, struct str json); /* every frame painted, as one line; or NULL */
    void *self;
};

/* NULL with `err`: no display, or no font. */
struct stage *stage_create(const struct stage_options *o, struct error *err);
void stage_destroy(struct stage *s);

/* One thing for the player to do. */
struct act {
    enum action action;
    int value;
};

/* Draws what needs drawing, waits, and gives the next action; ACTION_NONE as the player's deadline comes, which
 * player_tick or player_wait must then move. Only here does the program block. False when the window is closed,
 * or, without a window, when nothing was fed. */
bool stage_next(struct stage *s, struct act *act_out);

/* Something of the program's own is due then, by the stage's clock: stage_next gives ACTION_NONE. INT64_MAX:
 * nothing is. It stays until it is set anew. */
void stage_set_deadline(struct stage *s, int64_t due_ms);

/* When stage_next gives ACTION_NONE if nobody does anything; INT64_MAX: never. */
int64_t stage_deadline(const struct stage *s);

/* Makes stage_next give ACTION_NONE, so that whoever calls it looks at what came in. From any thread. */
void stage_wake(struct stage *s);

/* Something changed beside the actions it gave: draw again. */
void stage_invalidate(struct stage *s);
/* Scrolls so that these items of the player's list are in view, their first above all; until something else is
 * scrolled or another panel opens. */
void stage_follow(struct stage *s, int from, int count);
/* Draws as things stand now. */
bool stage_draw_now(struct stage *s);
/* How many were painted since the start. */
int64_t stage_frames(const struct stage *s);
void stage_set_full_screen(struct stage *s, bool full_screen);

/* Saves the page painted last as a PNG. */
bool stage_shot(struct stage *s, const char *path, struct error *err);
/* The same without its text: tests of contrast read what the text stands on. */
bool stage_ground(struct stage *s, const char *path, struct error *err);

/* --- fake input, for tests --- */

/* A key by SDL's name ("Space", "Ctrl+Q"); false where there is none of that name. `is_repeat`: it is held. */
bool stage_feed_key(struct stage *s, const char *name, bool is_repeat);
/* Text, as a keyboard or an input method gives it: nothing where no field is. `is_composing`: it is not done yet. */
void stage_feed_text(struct stage *s, const char *text, bool is_composing);
/* A finger (or the mouse's button: -1) goes down, moves and comes up, in px of the page. */
void stage_feed_down(struct stage *s, int64_t finger, struct point at);
void stage_feed_move(struct stage *s, int64_t finger, struct point at);
void stage_feed_up(struct stage *s, int64_t finger, struct point at);
/* "a", "dpdown", of "xbox", "playstation", "nintendo" or of no known make: "". */
bool stage_feed_pad(struct stage *s, const char *button, const char *make);
/* What is done twice within this time is not meant; without a window nothing is guarded until then, since a script's
 * deeds follow at once. */
void stage_feed_guard(struct stage *s, int press_ms, int key_ms);
/* The middle of where the item with this id takes a press; false where it is not in sight. */
bool stage_find(const struct stage *s, struct str id, struct point *at_out);
/* Another size of the page; without a window alone. */
void stage_feed_size(struct stage *s, struct size size);
