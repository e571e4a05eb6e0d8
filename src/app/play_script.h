/* Fake input from a file, for tests: a line, a deed. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "stage/stage.h"

struct play;

/* Takes one thing a person did to the player, or lets the story go on by itself, and carries out what follows;
 * false when there was none, or it was the last. */
bool play_turn(struct play *p);

/* Does what the file at `path` says:
 *   key NAME     as SDL calls it: Space, Right, Ctrl+Q
 *   press ID     the middle of the item with this id, down and up
 *   tap X Y      down and up at a point of the page
 *   drag X Y TO_X TO_Y
 *   hold KEY N   the key goes down and repeats N times, 30 ms apart
 *   finger N down X Y, finger N move X Y, finger N up X Y
 *   pad BUTTON [MAKE]   a, b, x, y, start, dpdown …; of an xbox, playstation or nintendo
 *   guard PRESS_MS KEY_MS   what is done twice within that time is not meant, as in the window
 *   wait MS      moves the clock on, drawing every frame that falls due
 *   pass MS      the same for long times: only what the player and a kiosk wait for is drawn
 *   size W H     of the page
 *   shot PATH    saves the page
 * A line that begins with # is left out. False, said on standard error with the line's number, where
 * something cannot be done. */
bool play_script(struct play *p, struct stage *stage, struct str path, int64_t *now_ms);
