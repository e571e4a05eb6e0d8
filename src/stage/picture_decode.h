/* A picture file's bytes as pixels. */
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "base/path.h"
#include "base/str.h"
#include "story/media.h"

struct SDL_Surface;

/* 32 bits a pixel, turned as its EXIF orientation asks: ARGB8888 where `*has_alpha_out`, else XRGB8888.
 * The caller's; NULL with `err`. Any thread. */
struct SDL_Surface *picture_decode(const struct folder *folder, struct str path,
                                   bool *has_alpha_out, struct error *err);
struct SDL_Surface *picture_decode_bytes(struct str bytes, const struct media_info *info,
                                         bool *has_alpha_out, struct error *err);
