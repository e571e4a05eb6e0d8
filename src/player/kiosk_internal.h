/* Shared by the kiosk's own files and the items of its panels. */
#pragma once

#include "player/kiosk.h"
#include "player/player_internal.h"

enum { FINGERS_MOST = 10 };

struct kiosk_finger {
    int64_t id;
    int x, y;
    bool is_down;
    int mark; /* its last one in the touch test, or -1 */
};

struct kiosk {
    struct player *player;
    struct kiosk_options options;
    enum kiosk_state state;
    int64_t now_ms, local_s; /* as last told */
    int64_t stirred_ms; /* when somebody was there last; a voice is somebody */
    int64_t input_ms;   /* when anybody last did anything at all; -1: never */
    int64_t warned_ms;  /* KIOSK_WARNS: since when */
    enum panel covered; /* what the warning, or the question whether to begin again, lies over */

    /* the staff */
    char pin[KIOSK_PIN_MOST + 1];
    int64_t tries_ms[KIOSK_TRIES_MOST]; /* of the last wrong ones */
    int try_count;
    bool is_wrong; /* the last one was */
    int64_t held_ms;    /* corners or chord are held since; -1: they are not */
    int hold_needs_ms;
    struct kiosk_finger fingers[FINGERS_MOST];
    bool chord_down[KIOSK_CHORD_MOST];
    int64_t staff_ms; /* what they did last */
    int64_t clean_until_ms;
    int volume;
    bool wants_out;
    int touches; /* of the touch test */
    int touch_x, touch_y;
    struct kiosk_mark marks[KIOSK_MARKS_MOST];
    int mark_count;
};

/* What the person who pressed it means. */
enum kiosk_deed {
    KIOSK_STAY,     /* the warning: I am still here */
    KIOSK_NEXT,     /* begin for somebody new */
    KIOSK_AGAIN,    /* to the title page, with what was set */
    KIOSK_REMAIN,   /* the question is withdrawn */
    KIOSK_ENTER,    /* of the PIN */
    KIOSK_ERASE,
    KIOSK_LEAVE,    /* the staff are done */
    KIOSK_LOUDER,
    KIOSK_QUIETER,
    KIOSK_EXIT,
    KIOSK_CLEAN,
    KIOSK_TOUCH,
    KIOSK_DIGIT,    /* and nine more */
    KIOSK_DEED_COUNT = KIOSK_DIGIT + 10,
};

/* Does the action, or sees to it that it is not done; false: it is the player's own affair. */
bool kiosk_takes(struct kiosk *k, enum action action, int value, bool *changed_out);
/* Is how it is told the museum's affair? */
bool kiosk_locks_level(const struct kiosk *k);
/* Can all be moved down? */
bool kiosk_has_reach(const struct kiosk *k);

/* Over whatever is shown, and back to it. */
void kiosk_cover(struct kiosk *k, enum panel panel);
void kiosk_uncover(struct kiosk *k);
/* The visitor has gone; from the beginning, for the next. */
void kiosk_forget(struct kiosk *k, enum kiosk_end end);

/* --- staff --- */
bool staff_takes(struct kiosk *k, int deed);
/* Whose end was never told is not held down for ever. */
void staff_let_go(struct kiosk *k);
int64_t staff_deadline(const struct kiosk *k);
bool staff_tick(struct kiosk *k);
bool staff_may_try(const struct kiosk *k);

/* --- what their panels show --- */
int kiosk_seconds_left(const struct kiosk *k); /* of the warning, or of cleaning */
void items_make_kiosk_panel(struct player *p);
void items_make_attract(struct player *p);
/* At the two ends of every screen's bar: to begin again; and the other languages by their own names, and all moved
 * down. */
void items_add_kiosk_bar(struct player *p);
void items_add_kiosk_languages(struct player *p);
void items_add_kiosk_reach(struct player *p);
/* These two at the foot of a panel that is the visitor's. */
void items_add_kiosk_foot(struct player *p);

/* --- attract --- */

/* The loop begins anew. Where the story has nothing to show in it, the opening stands. */
void attract_begin(struct player *p);
/* To its next scene. */
bool attract_go_on(struct player *p);
/* Somebody came: the scene shown is theirs, with what is to be said before the story. */
void attract_enter(struct player *p);

/* --- the player, for the kiosk --- */

/* As player_create left it, but for what is in hand. */
void player_reset(struct player *p);
