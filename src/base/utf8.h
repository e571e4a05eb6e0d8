/* UTF-8 as Unicode 15, table 3-7 allows it: no surrogates, no overlong forms, nothing past U+10FFFF. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_BAD UINT32_C(0xFFFFFFFF)

/* The code point at byte `*at`, which is moved past it. A malformed sequence gives UTF8_BAD and moves
 * one byte. `*at` must be below s.n. */
uint32_t utf8_next(struct str s, size_t *at);
/* The start of the code point before byte `at` (> 0). */
size_t utf8_back(struct str s, size_t at);
/* The offset of the first malformed byte, or s.n. */
size_t utf8_check(struct str s);
size_t utf8_count(struct str s); /* code points; a malformed byte counts one */
/* Writes 1 to 4 bytes and returns their count; code must be a Unicode scalar value. */
int utf8_put(char out[4], uint32_t code);
