/* Pixels at another size: averaged where they become fewer, bilinear where more. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "stage/bitmap.h"

/* Pixels of somebody else's, XRGB8888 or (not premultiplied) ARGB8888. */
struct pixels {
    const uint32_t *first;
    struct size size;
    int stride; /* from row to row, in pixels */
    bool has_alpha;
};

struct scaler;

/* `view` of `from` at the size `out`; the pixels must outlive the scaler. Never NULL. */
struct scaler *scaler_create(struct pixels from, struct picture_view view, struct size out);
void scaler_destroy(struct scaler *s);
/* Row `y` of the result, ARGB8888 premultiplied; quick from top to bottom. */
void scaler_row(struct scaler *s, int y, uint32_t *out);
