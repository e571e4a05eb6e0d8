/* Where a touch panel feels a finger, and where the finger was: what corrects the one into the other. */
#pragma once

#include <stdbool.h>

#include "base/str.h"
#include "stage/targets.h"

enum { CALIBRATION_POINTS = 3 };

/* Where to touch: far apart, and not in a line. */
extern const struct target calibration_targets[CALIBRATION_POINTS];

/* libinput's matrix: x' = m[0] x + m[1] y + m[2], y' = m[3] x + m[4] y + m[5]. */
struct calibration {
    double m[6];
};

/* What brings each felt point to its target; false where the felt ones lie so near a line that no answer holds. */
bool calibration_solve(const struct target felt[CALIBRATION_POINTS], struct calibration *c_out);

/* The line for udev, with its end. `device`: its name as libinput tells it; empty: one to be put in its place. */
void calibration_rule(const struct calibration *c, struct str device, struct strbuf *out);
