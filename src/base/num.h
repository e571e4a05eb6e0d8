/* Numbers as ECMAScript writes and reads them. */
#pragma once

#include "base/str.h"

/* ECMA-262, Number::toString(10); -0 is "0", "NaN", "Infinity". Returns the length. */
size_t num_write(double value, char out[32]);
/* ECMA-262, StringToNumber: white space trimmed, "" is 0, 0x/0o/0b, Infinity; else NaN. */
double num_parse(struct str s);
/* A JSON string literal with its quotes, escaped as ECMAScript's JSON.stringify does. */
void json_write_string(struct strbuf *out, struct str s);
