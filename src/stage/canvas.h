/* Frames of a player without a window: what the window shows, `render` saves and tests compare. */
#pragma once

#include <stdint.h>

#include "base/error.h"
#include "stage/frame.h"
#include "stage/picture.h"

struct canvas; /* opaque */

struct canvas_options {
    struct player *player;
    const struct folder *folder; /* of the story */
    const struct picture_decoder *decoder; /* of its pictures; NULL: this process */
    struct screen_mm screen;     /* {0}: not known */
    size_t picture_bytes;        /* that decoded pictures may take; 0: as the page's size asks for */
    int threads;                 /* 0: every picture is loaded when it is needed */
    bool layout_only;            /* no picture and no map is loaded: for where things come to lie */
    void (*wake)(void *self);    /* from a worker: draw again soon */
    void *self;
};

/* NULL with `err`, where no font is to be found. */
struct canvas *canvas_create(const struct canvas_options *o, struct error *err);
void canvas_destroy(struct canvas *c);
/* Wakes nobody from here on; NULL is fine. Before the window goes: SDL wakes a wait by a message to it, and X ends
 * a program that writes to a window that is no more. */
void canvas_stop(struct canvas *c);

/* Another player of the same story from here on. */
void canvas_show(struct canvas *c, struct player *player);

/* Prepares what the first frame of this size will need, while something else takes its time. */
void canvas_expect(struct canvas *c, struct size page);
/* Sets the words of the first frame, which then are there sooner, while its picture is awaited. */
void canvas_rehearse(struct canvas *c, struct size page, int64_t now_ms);

/* Makes the frame of the player as it is now; it stays until the next but one. */
const struct frame *canvas_frame(struct canvas *c, struct size page, int64_t now_ms);
/* The same in two: the frame, and when that is on the screen what may be shown next. */
const struct frame *canvas_frame_alone(struct canvas *c, struct size page, int64_t now_ms);
void canvas_prepare(struct canvas *c);
/* Does anything in it move slowly by itself? Then tell what a frame begun at `now_ms` took of the processor's time, so
 * that they come as often as the machine can make them with ease: drift.h. */
bool canvas_drifts(const struct canvas *c);
void canvas_took(struct canvas *c, int spent_us, int64_t now_ms);
/* The frame before that one. */
const struct frame *canvas_frame_before(const struct canvas *c);

/* Takes in pictures that have become ready; whether one was waited for. */
bool canvas_collect(struct canvas *c);

struct fonts *canvas_fonts(struct canvas *c);
struct look canvas_look(const struct canvas *c); /* of the frame made last */

/* Moves the scrolling part by px; whether it moved. */
bool canvas_scroll(struct canvas *c, int px);
/* Keeps the focused item in view from here on, until something is scrolled. */
void canvas_follow_focus(struct canvas *c);
/* These items of the list in its stead. */
void canvas_follow(struct canvas *c, int from, int count);
/* The item held down, or -1. */
void canvas_press(struct canvas *c, int item);
/* Lets go of everything that can be made anew, for a minimised window. */
void canvas_rest(struct canvas *c);
