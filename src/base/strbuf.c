#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/str.h"
#include "base/utf8.h"

enum { FIRST_CAPACITY = 64 };

void strbuf_finish(struct strbuf *b)
{
    if (b) {
        free(b->s);
        *b = (struct strbuf){0};
    }
}

void strbuf_clear(struct strbuf *b)
{
    b->n = 0;
    if (b->s) {
        b->s[0] = '\0';
    }
}

/* Room for `more` bytes and the NUL. */
static void reserve(struct strbuf *b, size_t more)
{
    if (more >= SIZE_MAX / 2 - b->n) {
        memory_exhausted(SIZE_MAX);
    }
    size_t needed = b->n + more + 1;
    if (needed <= b->capacity) {
        return;
    }
    size_t capacity = b->capacity > 0 ? b->capacity : FIRST_CAPACITY;
    while (capacity < needed) {
        capacity *= 2;
    }
    b->s = memory_resize(b->s, capacity);
    b->capacity = capacity;
}

void strbuf_add(struct strbuf *b, struct str s)
{
    reserve(b, s.n);
    if (s.n > 0) {
        memcpy(b->s + b->n, s.s, s.n);
    }
    b->n += s.n;
    b->s[b->n] = '\0';
}

void strbuf_add_c(struct strbuf *b, const char *c_string)
{
    strbuf_add(b, str_from(c_string));
}

void strbuf_add_byte(struct strbuf *b, char byte)
{
    strbuf_add(b, (struct str){&byte, 1});
}

static bool is_control(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code <= 0x9F);
}

/* The line and paragraph separators, and what embeds, overrides or isolates (UAX #9, 2.1 to 2.5).
 * The marks of 2.6 reach no farther than their place and stand in honest Arabic and Hebrew. */
static bool is_line_or_bidi(uint32_t code)
{
    return (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

void strbuf_add_visible(struct strbuf *b, struct str s)
{
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        uint32_t code = utf8_next(s, &at);
        if (code == UTF8_BAD) {
            strbuf_add(b, str_sub(s, from, at - from));
        } else if (code == '\n') {
            strbuf_add_c(b, "\\n");
        } else if (code == '\t') {
            strbuf_add_c(b, "\\t");
        } else if (is_control(code) || is_line_or_bidi(code)) {
            strbuf_printf(b, "\\u%04x", (unsigned)code);
        } else {
            strbuf_add(b, str_sub(s, from, at - from));
        }
    }
}

void strbuf_vprintf(struct strbuf *b, const char *format, va_list args)
{
    assert(format);
    reserve(b, FIRST_CAPACITY);
    va_list again;
    va_copy(again, args);
    size_t room = b->capacity - b->n;
    int length = vsnprintf(b->s + b->n, room, format, args);
    assert(length >= 0);
    if ((size_t)length >= room) {
        reserve(b, (size_t)length);
        (void)vsnprintf(b->s + b->n, (size_t)length + 1, format, again);
    }
    va_end(again);
    b->n += (size_t)length;
}

void strbuf_printf(struct strbuf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    strbuf_vprintf(b, format, args);
    va_end(args);
}

struct str strbuf_str(const struct strbuf *b)
{
    return b->n > 0 ? (struct str){b->s, b->n} : STR("");
}
