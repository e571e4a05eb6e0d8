/* The rules of a player that nobody watches over: it shows itself until somebody comes, warns before it forgets
 * them, forgets all of them, keeps its hours, and lets the staff in. No window, no disk, no clock. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "player/hours.h"
#include "player/player.h"

enum { KIOSK_PIN_LEAST = 4, KIOSK_PIN_MOST = 12, KIOSK_CHORD_MOST = 4 };
enum { KIOSK_TRIES_MOST = 3, KIOSK_TRIES_MS = 60 * 1000 };
enum { KIOSK_CORNERS_MS = 5000, KIOSK_CHORD_MS = 3000, KIOSK_STAFF_IDLE_MS = 120 * 1000, KIOSK_CLEAN_MS = 60 * 1000 };
enum { KIOSK_ORBIT_MS = 120 * 1000, KIOSK_ORBIT_PX = 4 };
enum { KIOSK_VOLUME_STEP = 10 };

struct kiosk_rules {
    int idle_s, warn_s;   /* without a touch until the warning, and from there until all is forgotten */
    bool locks_level;     /* visitors do not change how it is told */
    struct hours hours;
    int chord[KIOSK_CHORD_MOST]; /* scancodes held together that let the staff in */
    int chord_count;
    bool has_pin;         /* false: nothing lets anybody in */
    int volume;           /* percent */
    bool has_reach;       /* part of the screen is out of reach for some, and visitors can move all below it */
    bool only_shows;      /* a card: nobody is invited, and nobody but the staff is let in */
    int look_ms;          /* kiosk_tick is wanted as often at the least; 0: once a minute */
};

/* How a session came to its end. */
enum kiosk_end { KIOSK_END_HOME, KIOSK_END_IDLE, KIOSK_END_STAFF };

struct kiosk_options {
    struct player *player; /* must outlive it, and have no bookmark */
    struct kiosk_rules rules;
    /* A visitor has come; and has gone: the player still shows what it showed them. Each may be NULL. */
    void (*began)(void *self, int64_t now_ms);
    void (*ended)(void *self, enum kiosk_end end, int64_t now_ms);
    bool (*check_pin)(void *self, const char *pin);
    /* What the service screen says of the machine, in paragraphs, from `a`. */
    struct str (*status)(void *self, int64_t now_ms, struct arena *a);
    void *self;
};

enum kiosk_state { KIOSK_ATTRACTS, KIOSK_IN_SESSION, KIOSK_WARNS, KIOSK_CLOSED, KIOSK_STATE_COUNT };
const char *kiosk_state_name(enum kiosk_state s);

struct kiosk;

/* From here on the player is the kiosk's, and begins with the attract loop. Never NULL. */
struct kiosk *kiosk_create(const struct kiosk_options *o, int64_t now_ms, int64_t local_s);
void kiosk_destroy(struct kiosk *k); /* before the player; accepts NULL */

enum kiosk_state kiosk_state(const struct kiosk *k);
/* When kiosk_tick is to be called at the latest, on the caller's clock. */
int64_t kiosk_deadline(const struct kiosk *k);
/* What time has brought. `local_s`: seconds since 1970 by the clock on the wall; `speaks`: a voice or a recording
 * is being heard. Returns whether what is shown changed. */
bool kiosk_tick(struct kiosk *k, int64_t now_ms, int64_t local_s, bool speaks);

/* Fingers, wherever they are, in parts of the screen, from 0 to KIOSK_WHOLE; and keys by scancode. Beside the actions
 * they give. */
enum { KIOSK_WHOLE = 60000 };
void kiosk_finger(struct kiosk *k, int64_t finger, int x, int y, bool is_down, int64_t now_ms);
void kiosk_key(struct kiosk *k, int scancode, bool is_down, int64_t now_ms);

/* Where the touch test felt a finger, oldest first: as it came down, moved, and where those are that are down now. */
struct kiosk_mark {
    int x, y; /* as kiosk_finger has them */
    bool is_touch; /* it came down here; else it moved through here */
    bool is_down;  /* the finger is here now */
};
enum { KIOSK_MARKS_MOST = 400 };
const struct kiosk_mark *kiosk_marks(const struct kiosk *k, int *count_out);

/* When anybody last touched it or pressed a key; -1: nobody has yet. */
int64_t kiosk_input_ms(const struct kiosk *k);
/* Is it a card that is shown? */
bool kiosk_only_shows(const struct kiosk *k);
/* Nothing but the warning or the staff's screens may be shown over these. */
bool kiosk_is_staff_panel(enum panel p);
int kiosk_volume(const struct kiosk *k); /* percent */
int kiosk_warning_seconds(const struct kiosk *k); /* until all is forgotten; -1: nobody is warned */
bool kiosk_wants_out(const struct kiosk *k); /* the staff end the program */
/* How far what stands still is moved off its place, so that it does not burn in. */
void kiosk_orbit(int64_t now_ms, int *x_px_out, int *y_px_out);
