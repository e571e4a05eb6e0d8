#include "stage/picture_png.h"

#include <stdint.h>
#include <string.h>

#include "base/limits.h"

/* PNG 5.2 and 5.3: eight bytes, then chunks of a length, a name, their data and a sum. */
enum { SIGNATURE = 8, HEAD = 8, SUM = 4 };

static uint32_t big_32(const char *at)
{
    const unsigned char *b = (const unsigned char *)at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

bool png_is_whole(struct str bytes)
{
    size_t at = SIGNATURE;
    for (int chunks = 0; chunks < PNG_CHUNKS_MOST && bytes.n >= at && bytes.n - at >= HEAD + SUM; chunks++) {
        const char *chunk = bytes.s + at;
        size_t length = big_32(chunk);
        if (length > bytes.n - at - HEAD - SUM) {
            return false;
        }
        if (memcmp(chunk + 4, "IEND", 4) == 0) {
            return true;
        }
        at += HEAD + length + SUM;
    }
    return false;
}
