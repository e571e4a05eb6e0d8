/* What the files of the viewing share. */
#pragma once

#include "viewing/viewing.h"

struct viewing_yes_no {
    struct str yes, no;
};

struct viewing_yes_no viewing_yes_no(const struct viewing *v);
