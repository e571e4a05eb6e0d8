/* Text with a length. */
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"

/* A stretch of bytes, UTF-8 where it is text; does not own them. {NULL, 0} is "not there" and counts
 * as empty. From an arena, a literal or a strbuf it is NUL-terminated besides. */
struct str {
    const char *s;
    size_t n;
};

/* A string literal as a struct str; STR_INIT for static tables. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_INIT(literal) {"" literal, sizeof(literal) - 1}

/* For printf's "%.*s". */
#define STR_ARG(str) (int)(str).n, ((str).s ? (str).s : "")

struct str str_from(const char *c_string); /* NULL gives {NULL, 0} */
bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *c_string);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
struct str str_sub(struct str s, size_t from, size_t count); /* clamped to what is there */
struct str str_after(struct str s, size_t from);             /* all from byte `from` on */
struct str str_trim(struct str s);                           /* ASCII white space off both ends */
/* The offset of the first `byte` at or after `from`; s.n where there is none. */
size_t str_find(struct str s, char byte, size_t from);
/* Bytewise order, as strcmp: <0, 0, >0. */
int str_cmp(struct str a, struct str b);

/* Whole decimal integer with optional '-', nothing around it, within [low, high]; else false. */
bool str_to_int(struct str s, int64_t low, int64_t high, int64_t *value_out);

/* Restricted edit distance (a swap of neighbours counts one) for "did you mean"; limit + 1 past it. */
size_t str_distance(struct str a, struct str b, size_t limit);
/* The candidate nearest to `word` where it is near enough to be meant, else {NULL, 0}. */
struct str str_nearest(struct str word, const struct str *candidates, size_t count);

/* A growing text, on the heap, always NUL-terminated once something was added; zeroed is empty.
 * Aborts when memory is out. */
struct strbuf {
    char *s;
    size_t n, capacity;
};

void strbuf_finish(struct strbuf *b);
void strbuf_clear(struct strbuf *b); /* keeps the memory */
void strbuf_add(struct strbuf *b, struct str s);
void strbuf_add_c(struct strbuf *b, const char *c_string);
void strbuf_add_byte(struct strbuf *b, char byte);
/* Control and bidi characters as escapes, so that one line stays one line. */
void strbuf_add_visible(struct strbuf *b, struct str s);
void strbuf_printf(struct strbuf *b, const char *format, ...) PRINTF_LIKE(2, 3);
void strbuf_vprintf(struct strbuf *b, const char *format, va_list args) PRINTF_LIKE(2, 0);
struct str strbuf_str(const struct strbuf *b); /* valid until b changes; STR("") when empty */
