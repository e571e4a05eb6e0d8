/* How often what moves slowly by itself is drawn anew (pan, near layers, air): as often as the machine does with ease,
 * and not at all where that would be less than 24 times a second. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Zeroed is ready. */
struct drift {
    int faster;      /* than the slowest there is, by so many steps */
    int given_up;    /* of such steps, those that were too much: not tried again */
    int heavy, easy; /* frames of late: how many were too much, how many so little that more would do */
    int failures;    /* pictures in a row that it had to stop for */
    bool is_stopped;
    int64_t last_ms; /* the frame before; 0: none */
};

/* ms from one frame to the next; 0: nothing moves. */
int drift_ms(const struct drift *d);
/* What time it is for what moves: it stands still where that is stopped. */
int64_t drift_time(const struct drift *d, int64_t now_ms);
/* Another picture: it is tried again, unless it was in vain too often. */
void drift_begin(struct drift *d);
/* A frame, begun at `now_ms`, took so much of the processor's time. */
void drift_take(struct drift *d, int spent_us, int64_t now_ms);
