/* SHA-256 (FIPS 180-4), for sums that tell a damaged copy from a whole one. */
#pragma once

#include <stdint.h>

#include "base/str.h"

enum { SHA256_BYTES = 32, SHA256_HEX_BYTES = 64, SHA256_BLOCK_BYTES = 64 };

struct sha256 {
    uint32_t state[8];
    uint64_t length_bytes;
    uint8_t block[SHA256_BLOCK_BYTES];
};

void sha256_begin(struct sha256 *h);
void sha256_add(struct sha256 *h, struct str bytes);
/* The sum in small hexadecimal digits, with a NUL. `h` is then to be begun anew. */
void sha256_end(struct sha256 *h, char hex_out[SHA256_HEX_BYTES + 1]);
