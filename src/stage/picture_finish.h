/* What makes an illustration a print: darker towards its corners, and the grain of its paper. */
#pragma once

#include "stage/bitmap.h"

/* Finishes the pixels of `b`, whose first pixel lies at `at` of the whole picture, of which `frame` can be
 * shown. Parts of one picture, finished one by one, fit together. Transparency stays. Any thread. */
void picture_finish(struct bitmap *b, struct point at, struct rect frame);
