/* From SDL's events to intents: the stage's own. */
#pragma once

#include <SDL.h>

#include "stage/input.h"
#include "stage/screen.h"

/* What a pointer's event means; `at` is already in the page's px. */
struct pointing {
    struct input *input;
    const struct player *player;
    const struct frame *frame;
    const struct look *look;
    const struct screen_target *screen;
};

/* A mouse's or finger's event as an intent; nothing for any other. */
struct intent pointer_intent(const struct pointing *p, const SDL_Event *e);
