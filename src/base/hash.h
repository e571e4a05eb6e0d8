/* A keyed hash of text, for maps alone. */
#pragma once

#include <stdint.h>

#include "base/str.h"

struct hash_key {
    uint64_t k0, k1;
};

/* SipHash-1-3 (Aumasson and Bernstein). */
uint64_t hash_text(struct hash_key key, struct str s);
