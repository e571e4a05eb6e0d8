/* Tells when something is plugged in that may be a pad: nobody need look until then. */
#pragma once

#include <stdbool.h>

struct pads_watch;

/* `wake` is called from a thread of its own whenever the machine's input devices change; it may only wake the main
 * thread. NULL where the system cannot tell. */
struct pads_watch *pads_watch_create(void (*wake)(void *self), void *self);
/* The same for a folder in which devices appear, which may be made later, inside of one that is there. */
struct pads_watch *pads_watch_create_at(const char *folder, const char *above, void (*wake)(void *self), void *self);
/* Nobody is woken from here on. */
void pads_watch_destroy(struct pads_watch *w);
