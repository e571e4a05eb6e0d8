/* From SDL's events to what pointers do, in px of the page. */
#pragma once

#include <SDL.h>

#include "stage/geometry.h"
#include "stage/screen.h"

enum pointer { POINTER_NONE, POINTER_DOWN, POINTER_MOVE, POINTER_UP, POINTER_WHEEL, POINTER_BACK };

/* What a mouse or a finger did, which finger (-1: the mouse) and where; POINTER_NONE for any other event. The mouse's
 * arrow shows when it moves, and goes when the page is touched. */
enum pointer pointer_event(const struct screen_target *screen, const SDL_Event *e, int64_t *finger_out,
                           struct point *at_out);
