/* A picture file's bytes as pixels. */
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "base/path.h"
#include "base/str.h"
#include "stage/geometry.h"
#include "stage/picture_scale.h"
#include "story/media.h"

/* Pixels, and whose they are. */
struct decoded {
    struct pixels pixels;
    void (*release)(struct decoded *d);
    struct bitmap *bitmap; /* that they are, where they are one: whoever can use it as it is keeps it; else NULL */
    void *owner; /* the two below are whoever made it's */
    size_t owner_bytes;
};

/* Who decodes: `decode` gives the pixels at `at`, or where that is {0} or the file's format cannot be decoded smaller
 * at the size of the file, turned as its orientation asks. False with `err`, which goes on behind the picture's name.
 * From any thread, and from several at once. */
struct picture_decoder {
    bool (*decode)(void *self, struct str bytes, const struct media_info *info, struct size at, struct decoded *out,
                   struct error *err);
    void *self;
};

/* Decodes in this process; `self` is not looked at. */
bool picture_decode_here(void *self, struct str bytes, const struct media_info *info, struct size at,
                         struct decoded *out, struct error *err);
/* Before the first picture is decoded here; may be called again. */
bool picture_decode_prepare(struct error *err);

/* At what size a picture of `file` pixels will be shown. What can be decoded at a smaller size is; the rest comes
 * in its own. Without a function: its own. */
struct decode_size {
    struct size (*of)(struct size file, const void *self);
    const void *self;
};

/* A story's picture, by `decoder`, or here where that is NULL. The caller's to release; false with `err`. */
bool picture_decode(const struct folder *folder, struct str path, struct decode_size at,
                    const struct picture_decoder *decoder, struct decoded *out, struct error *err);
/* A file's bytes, here. Turned as its EXIF orientation asks. The caller's to release; false with `err`. Any thread. */
bool picture_decode_bytes(struct str bytes, const struct media_info *info, struct decode_size at, struct decoded *out,
                          struct error *err);
