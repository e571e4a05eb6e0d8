/* The first bytes of pictures and sounds: what they are, how large; nothing is decoded. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/str.h"
#include "story/diag_tags.h"

enum media_type {
    MEDIA_UNKNOWN,
    MEDIA_PNG, MEDIA_JPEG, MEDIA_WEBP,
    MEDIA_OPUS, MEDIA_VORBIS, MEDIA_FLAC, MEDIA_WAV,
};

struct media_info {
    enum media_type type;
    int width, height; /* as shown, after EXIF orientation; 0 for sounds */
    int orientation;   /* EXIF 1..8, 1 where there is none */
    bool has_alpha;    /* may hold transparent pixels */
};

/* Told by content alone: `head` is the whole file or its first part. False where it is none of the
 * known kinds or its header contradicts itself. */
bool media_identify(struct str head, struct media_info *info_out);

enum media_fault {
    MEDIA_OK, MEDIA_FORBIDDEN, MEDIA_MISSING, MEDIA_UNREADABLE, MEDIA_OVERSIZED, MEDIA_NOT_PICTURE, MEDIA_NOT_SOUND,
};

/* Opens beneath `f`, checks size and kind. On MEDIA_OK, where `bytes_out` is not NULL the whole file
 * is read into `a`. */
enum media_fault media_open_picture(const struct folder *f, struct str path, struct arena *a,
                                    struct str *bytes_out, struct media_info *info_out,
                                    struct error *err);
enum media_fault media_open_sound(const struct folder *f, struct str path, struct arena *a,
                                  struct str *bytes_out, struct media_info *info_out,
                                  struct error *err);

/* The tag that a fault (not MEDIA_OK) is reported with. */
enum diag_tag media_fault_tag(enum media_fault fault);
