/* From keys, mouse, fingers and pads to the player's actions. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

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
    bool is_drag;
};

/* A key by SDL's keycode and modifiers; Left and Right by the direction in which the page is read: forward and back in the telling, through what can be chosen
 * elsewhere. */
struct intent input_key(const struct player *p, const struct frame *f, const struct look *look, int keycode,
                        unsigned modifiers);

/* Acts on release; sliding off cancels; a vertical drag over what scrolls, scrolls; a second finger is
 * ignored. */
struct intent input_down(struct input *in, const struct frame *f, int64_t finger, struct point at);
struct intent input_move(struct input *in, const struct frame *f, const struct look *look, int64_t finger,
                         struct point at);
struct intent input_up(struct input *in, const struct player *p, const struct frame *f, int64_t finger,
                       struct point at);
struct intent input_wheel(const struct frame *f, const struct look *look, double notches);
/* A pad's button by SDL's number. */
struct intent input_button(const struct player *p, const struct frame *f, const struct look *look, int button);
