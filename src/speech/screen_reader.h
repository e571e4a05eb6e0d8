/* Does the desktop report a screen reader? (org.a11y.Status on the session's bus) */
#pragma once

#include <stdbool.h>

struct screen_reader;

/* Asks once, by busctl on a thread of its own, and calls `wake` from there when one is on. NULL where there
 * is no session's bus, or nothing to ask with. */
struct screen_reader *screen_reader_ask(void (*wake)(void *self), void *self);
/* Is one on, as far as is known? Accepts NULL. */
bool screen_reader_is_on(const struct screen_reader *s);
/* Accepts NULL. */
void screen_reader_destroy(struct screen_reader *s);
