/* WebP decoded as bitmaps have it, at the size it is shown: SDL_image decodes at the file's own, which for a picture
 * drawn for a 4K screen is 14 to 19 MB more on a smaller one. */
#pragma once

#include "base/error.h"
#include "base/str.h"
#include "stage/bitmap.h"

/* `size` no larger than the picture's own. Opaque but where `has_alpha`; the caller's. NULL with `err`. Any thread. */
struct bitmap *webp_decode(struct str bytes, struct size size, bool has_alpha, struct error *err);
