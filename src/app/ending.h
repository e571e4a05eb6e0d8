/* SIGTERM, SIGINT and SIGHUP as a wish to end, which the main loop carries out in order. */
#pragma once

#include <stdbool.h>

/* From here on no thread of the program is struck by them. To be called before any other thread
 * begins. */
void ending_hold(void);
/* Calls `wake` from a thread of its own when one comes; a second one ends the program at once.
 * False: they are as before ending_hold. */
bool ending_watch(void (*wake)(void *self), void *self);
/* `wake` is called no more. One that comes afterwards waits for the end of the program, or ends it at once where it is
 * the second. */
void ending_unwatch(void);
bool ending_is_wanted(void);
