#include "stage/picture_bounds.h"

#include <stdint.h>
#include <string.h>

#include "base/limits.h"

/* --- PNG, 5.2 and 5.3: eight bytes, then chunks of a length, a name, their data and a sum --- */

enum { SIGNATURE = 8, HEAD = 8, SUM = 4 };

static uint32_t big_32(const char *at)
{
    const unsigned char *b = (const unsigned char *)at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static bool is_named(const char *chunk, const char *name)
{
    return memcmp(chunk + 4, name, 4) == 0;
}

bool png_is_bounded(struct str bytes)
{
    size_t at = SIGNATURE;
    int texts = 0;
    for (int chunks = 0; chunks < PNG_CHUNKS_MOST && bytes.n >= at && bytes.n - at >= HEAD + SUM; chunks++) {
        const char *chunk = bytes.s + at;
        size_t length = big_32(chunk);
        texts += is_named(chunk, "zTXt") || is_named(chunk, "iTXt");
        if (length > bytes.n - at - HEAD - SUM || texts > PNG_TEXTS_MOST) {
            return false;
        }
        if (is_named(chunk, "IEND")) {
            return true;
        }
        at += HEAD + length + SUM;
    }
    return false;
}

/* --- JPEG, ISO/IEC 10918-1 B.1: markers, most with a length and data behind them --- */

enum { FILL = 0xFF, STUFFED = 0x00, FIRST_RESTART = 0xD0, LAST_RESTART = 0xD7, START = 0xD8, END = 0xD9, SCAN = 0xDA };

static unsigned byte_at(struct str s, size_t at)
{
    return at < s.n ? (unsigned char)s.s[at] : 0;
}

/* Where the next marker's code stands, past what is coded in between; s.n where none is. */
static size_t next_marker(struct str s, size_t at)
{
    for (at = str_find(s, (char)FILL, at); at + 1 < s.n; at = str_find(s, (char)FILL, at + 1)) {
        unsigned code = byte_at(s, at + 1);
        if (code != FILL && code != STUFFED && !(code >= FIRST_RESTART && code <= LAST_RESTART)) {
            return at + 1;
        }
    }
    return s.n;
}

bool jpeg_is_bounded(struct str bytes)
{
    int scans = 0;
    for (size_t at = next_marker(bytes, 0); at < bytes.n; at = next_marker(bytes, at)) {
        unsigned code = byte_at(bytes, at);
        if (code == END) {
            break;
        }
        scans += code == SCAN;
        if (scans > JPEG_SCANS_MOST) {
            return false;
        }
        size_t length = code == START ? 0 : byte_at(bytes, at + 1) << 8 | byte_at(bytes, at + 2);
        at += 1 + length;
    }
    return true;
}
