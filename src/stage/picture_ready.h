/* What of a picture is shown when. Of pictures alone. */
#pragma once

#include "stage/picture.h"

enum { PAN_STEPS = 64, PAN_MARGIN_PX = 2 };

/* Of the whole picture at `t` of the pan. */
struct picture_view picture_shown_at(const struct ready_picture *r, double t);
/* The whole pixels that a view touches. */
struct rect picture_around(struct picture_view v);
