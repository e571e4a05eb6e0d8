/* What the world refused: one sentence for a person. */
#pragma once

#include <stdbool.h>

#include "base/compiler.h"

/* Lower case, names the thing in quotes, says what was tried, the system's words and a way out; no
 * full stop. Zeroed is "no error". */
struct error {
    char text[1024];
};

/* Fills `err` where it is not NULL. Always returns false, so that callers may `return error_set(…)`. */
bool error_set(struct error *err, const char *format, ...) PRINTF_LIKE(2, 3);
/* The same with ": " and the words for the errno value `code` behind it. */
bool error_set_errno(struct error *err, int code, const char *format, ...) PRINTF_LIKE(3, 4);
