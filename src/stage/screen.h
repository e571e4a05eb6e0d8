/* What pages are painted on: a window, or memory. */
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "stage/painter.h"

struct SDL_Window;

struct screen_target {
    struct SDL_Window *window; /* NULL: memory */
    struct SDL_Renderer *renderer;
    struct SDL_Surface *memory;
    struct painter *painter;
    struct size size;     /* in pixels */
    struct size windowed; /* in the window's units, when it does not fill the screen */
};

/* Hints that must be set before SDL's video runs. */
void screen_prepare(void);
/* Starts it. No thread of ours may run yet: the environment is changed meanwhile. */
bool screen_start(struct error *err);

/* The size that screen_open will ask for, so that the first picture can be decoded while the window opens.
 * SDL's video must run. */
struct size screen_foretell(struct size size, bool full_screen);

/* Opens a window of this size ({0}: one that suits the display), with the painter that suits the machine:
 * the CPU's where there is no render node, else SDL's renderer. SDL's video must run. */
bool screen_open(struct screen_target *t, const char *title, struct size size, bool full_screen,
                 struct fonts *fonts, struct error *err);
bool screen_open_memory(struct screen_target *t, struct size size, struct fonts *fonts, struct error *err);
void screen_close(struct screen_target *t);

/* The window's size in pixels may have changed: whether it has. */
bool screen_measure(struct screen_target *t);
/* Pixels of the page for one unit of the window's coordinates. */
double screen_scale(const struct screen_target *t);
/* Fills the screen with the window, or ends that. */
void screen_set_full(struct screen_target *t, bool full);
