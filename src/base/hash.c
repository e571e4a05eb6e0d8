#include "base/hash.h"

#include "base/bytes.h"

struct state {
    uint64_t v0, v1, v2, v3;
};

static uint64_t rotate(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

static void mix(struct state *s)
{
    s->v0 += s->v1;
    s->v1 = rotate(s->v1, 13) ^ s->v0;
    s->v0 = rotate(s->v0, 32);
    s->v2 += s->v3;
    s->v3 = rotate(s->v3, 16) ^ s->v2;
    s->v0 += s->v3;
    s->v3 = rotate(s->v3, 21) ^ s->v0;
    s->v2 += s->v1;
    s->v1 = rotate(s->v1, 17) ^ s->v2;
    s->v2 = rotate(s->v2, 32);
}

/* What is left of fewer than 8 bytes, little-endian. */
static uint64_t word_at(struct str s, size_t at, size_t count)
{
    uint64_t word = 0;
    for (size_t i = 0; i < count; i++) {
        word |= (uint64_t)(unsigned char)s.s[at + i] << (8 * i);
    }
    return word;
}

static void absorb(struct state *s, uint64_t word)
{
    s->v3 ^= word;
    mix(s);
    s->v0 ^= word;
}

uint64_t hash_text(struct hash_key key, struct str s)
{
    struct state state = {
        key.k0 ^ UINT64_C(0x736f6d6570736575),
        key.k1 ^ UINT64_C(0x646f72616e646f6d),
        key.k0 ^ UINT64_C(0x6c7967656e657261),
        key.k1 ^ UINT64_C(0x7465646279746573),
    };
    size_t at = 0;
    for (; s.n - at >= 8; at += 8) {
        absorb(&state, bytes_eight((const unsigned char *)s.s + at));
    }
    absorb(&state, (uint64_t)s.n << 56 | word_at(s, at, s.n - at));
    state.v2 ^= 0xFF;
    mix(&state);
    mix(&state);
    mix(&state);
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}
