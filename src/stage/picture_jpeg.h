/* JPEG decoded as bitmaps have it: SDL_image gives three bytes a pixel, which are a picture's memory once more, and
 * time to copy. */
#pragma once

#include "base/error.h"
#include "base/str.h"
#include "stage/bitmap.h"

/* `bytes` are what jpeg_is_bounded takes, `size` is what the picture says of itself. XRGB8888, not turned; the caller's.
 * NULL with `err`. Any thread. */
struct bitmap *jpeg_decode(struct str bytes, struct size size, struct error *err);
