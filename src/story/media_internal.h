/* What the readers of each kind of file share. */
#pragma once

#include <stdint.h>
#include <string.h>

#include "base/compiler.h"
#include "base/str.h"
#include "story/media.h"

/* Each is false where `head` is not of its kinds, or contradicts itself. */
bool png_identify(struct str head, struct media_info *info_out);
bool jpeg_identify(struct str head, struct media_info *info_out);
bool webp_identify(struct str head, struct media_info *info_out);
bool sound_identify(struct str head, struct media_info *info_out);

/* How long a RIFF file of WebP says it is; 0 for any other file. */
uint64_t webp_declared_bytes(struct str head);

/* Past the end of `s` every byte is 0. */
static inline uint32_t byte_at(struct str s, size_t at)
{
    return at < s.n ? (unsigned char)s.s[at] : 0;
}

static inline uint32_t big_16(struct str s, size_t at)
{
    return byte_at(s, at) << 8 | byte_at(s, at + 1);
}

static inline uint32_t big_32(struct str s, size_t at)
{
    return big_16(s, at) << 16 | big_16(s, at + 2);
}

static inline uint32_t little_16(struct str s, size_t at)
{
    return byte_at(s, at) | byte_at(s, at + 1) << 8;
}

static inline uint32_t little_24(struct str s, size_t at)
{
    return little_16(s, at) | byte_at(s, at + 2) << 16;
}

static inline uint32_t little_32(struct str s, size_t at)
{
    return little_16(s, at) | little_16(s, at + 2) << 16;
}

static inline bool has_at(struct str s, size_t at, struct str bytes)
{
    return at <= s.n && str_starts(str_after(s, at), bytes);
}
