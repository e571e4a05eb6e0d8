/* WebP decoded at the size it is shown: SDL_image decodes at the file's own, which for a picture drawn for a
 * 4K screen is 14 to 19 MB more on a smaller one. */
#pragma once

#include "base/error.h"
#include "base/str.h"
#include "stage/geometry.h"

struct SDL_Surface;

/* `size` no larger than the picture's own. ARGB8888 where `has_alpha`, else XRGB8888; the caller's. NULL with
 * `err`. Any thread. */
struct SDL_Surface *webp_decode(struct str bytes, struct size size, bool has_alpha, struct error *err);
