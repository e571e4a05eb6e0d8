#include "base/utf8.h"

#include <assert.h>

/* Unicode 15, table 3-7: what a lead byte asks of the byte behind it, and how many follow. */
struct lead {
    int following;
    unsigned char low, high;
};

static struct lead lead_of(unsigned char byte)
{
    if (byte >= 0xC2 && byte <= 0xDF) {
        return (struct lead){1, 0x80, 0xBF};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return (struct lead){2, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return (struct lead){3, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
    }
    return (struct lead){0};
}

uint32_t utf8_next(struct str s, size_t *at)
{
    assert(*at < s.n);
    size_t from = (*at)++;
    unsigned char first = (unsigned char)s.s[from];
    if (first < 0x80) {
        return first;
    }
    struct lead lead = lead_of(first);
    if (lead.following == 0 || s.n - from <= (size_t)lead.following) {
        return UTF8_BAD;
    }
    uint32_t code = first & (0x3Fu >> lead.following);
    for (size_t i = 1; i <= (size_t)lead.following; i++) {
        unsigned char byte = (unsigned char)s.s[from + i];
        if (byte < (i == 1 ? lead.low : 0x80) || byte > (i == 1 ? lead.high : 0xBF)) {
            return UTF8_BAD;
        }
        code = code << 6 | (byte & 0x3Fu);
    }
    *at = from + 1 + (size_t)lead.following;
    return code;
}

size_t utf8_back(struct str s, size_t at)
{
    assert(at > 0 && at <= s.n);
    struct str before = {s.s, at};
    for (size_t length = 1; length <= 4 && length <= at; length++) {
        size_t end = at - length;
        if (utf8_next(before, &end) != UTF8_BAD && end == at) {
            return at - length;
        }
    }
    return at - 1;
}

size_t utf8_check(struct str s)
{
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        if (utf8_next(s, &at) == UTF8_BAD) {
            return from;
        }
    }
    return s.n;
}

size_t utf8_count(struct str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.n; count++) {
        (void)utf8_next(s, &at);
    }
    return count;
}

int utf8_put(char out[4], uint32_t code)
{
    assert(code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF));
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    int length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (int i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out[0] = (char)((0xF00u >> length & 0xFF) | code);
    return length;
}
