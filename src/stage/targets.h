/* Crosses to be touched, one after another, on a screen of their own: no story, no words. */
#pragma once

#include <stdbool.h>

#include "base/error.h"

/* Of the screen's width and height, from 0 to 1, from the top left. */
struct target {
    double x, y;
};

/* Fills `felt_out` with where each was felt. False where
 * nothing can be shown, or somebody gave up with Escape; `err` tells which. */
bool targets_ask(const struct target *wanted, int count, struct target *felt_out, struct error *err);
