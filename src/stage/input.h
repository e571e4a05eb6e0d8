/* From keys, mouse, fingers and pads to the player's actions. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "player/deed.h"
#include "player/player.h"
#include "stage/frame.h"

/* One thing a person meant. */
struct intent {
    enum action action;
    int value;
    int scroll_px;    /* scroll the scrolling part by this */
    bool moves_focus; /* keep the focus in view */
    bool presses;     /* what is held down changed: draw again */
};

/* What is held down. Zeroed, with item -1, is nothing. */
struct input {
    bool is_down;
    int64_t finger;        /* which finger, or -1 for the mouse's button */
    struct point at, from; /* in the page's px */
    int item;              /* what it went down on; -1: the ground */
    uint64_t thing;        /* that, told from what takes its place */
    bool is_drag;
    int64_t down_ms; /* since when */
};

/* What a deed means on this screen. Left and Right go by the direction in which the page is read: forward and
 * back in the telling, elsewhere through what can be chosen. Where it scrolls, text is read before the focus goes
 * past it, and nothing out of sight is pressed. */
struct intent input_deed(const struct player *p, const struct frame *f, const struct look *look, enum deed c);

/* A pad's deed on this page: left and right on its cross go through things as they are read; while it is read
 * aloud the shoulders go from part to part. */
enum deed input_pad(const struct player *p, const struct frame *f, enum deed c);

/* The thing to press in the row above (-1) or below (1) the key on screen that has the focus; -1: no such key has
 * it, or there is no such row. */
int input_in_grid(const struct player *p, const struct frame *f, int direction);

/* May a key or stick that is held go on doing this by itself? Scrolling and the focus alone. */
bool input_may_repeat(enum deed c, const struct intent *i);

/* What is down for longer is an elbow on the glass, or a finger whose end was never told: it stops nobody else. */
enum { INPUT_HELD_MOST_MS = 20 * 1000 };
/* Until then what is held down comes first; 0: nothing is. */
int64_t input_free_ms(const struct input *in);

/* Acts on release; sliding off cancels; a vertical drag over what scrolls, scrolls; a second finger is
 * ignored until input_free_ms. A thing that is not there any more when the finger comes up is not pressed. */
struct intent input_down(struct input *in, const struct player *p, const struct frame *f, int64_t finger,
                         struct point at, int64_t now_ms);
struct intent input_move(struct input *in, const struct frame *f, const struct look *look, int64_t finger,
                         struct point at);
struct intent input_up(struct input *in, const struct player *p, const struct frame *f, int64_t finger,
                       struct point at);
/* Nothing is meant by what is held down: the window lost it. */
struct intent input_cancel(struct input *in);
struct intent input_wheel(const struct frame *f, const struct look *look, double notches);
