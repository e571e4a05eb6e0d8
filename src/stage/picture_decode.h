/* A picture file's bytes as pixels. */
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "base/path.h"
#include "base/str.h"
#include "stage/geometry.h"
#include "story/media.h"

struct SDL_Surface;

/* At what size a picture of `file` pixels will be shown. What can be decoded at a smaller size is; the rest comes
 * in its own. Without a function: its own. */
struct decode_size {
    struct size (*of)(struct size file, const void *self);
    const void *self;
};

/* Turned as its EXIF orientation asks: RGB24 or XRGB8888; where `*has_alpha_out`, RGBA32 or ARGB8888. The
 * caller's; NULL with `err`. Any thread. */
struct SDL_Surface *picture_decode(const struct folder *folder, struct str path,
                                   struct decode_size at, bool *has_alpha_out, struct error *err);
struct SDL_Surface *picture_decode_bytes(struct str bytes, const struct media_info *info,
                                         struct decode_size at, bool *has_alpha_out,
                                         struct error *err);
