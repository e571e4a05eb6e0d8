/* Pixels at another size: averaged where they become fewer, bilinear where more. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "stage/bitmap.h"

enum pixel_order {
    PIXELS_NATIVE, /* XRGB8888 or (not premultiplied) ARGB8888, as bitmaps have them */
    PIXELS_RGB,    /* three bytes, as decoders give them */
    PIXELS_RGBA,   /* four */
};

/* Pixels of somebody else's, read where they lie: a copy in our order would take as much memory again. */
struct pixels {
    const void *first;
    struct size size;
    int stride; /* from row to row, in bytes */
    enum pixel_order order;
    bool has_alpha;
};

struct scaler;

/* `view` of `from` at the size `out`; the pixels must outlive the scaler. Never NULL. */
struct scaler *scaler_create(struct pixels from, struct picture_view view, struct size out);
void scaler_destroy(struct scaler *s);
/* Row `y` of the result, ARGB8888 premultiplied; quick from top to bottom. */
void scaler_row(struct scaler *s, int y, uint32_t *out);
