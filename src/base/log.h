/* What the program says on standard error: a line each, which begins with "lantern: ". */
#pragma once

#include "base/compiler.h"
#include "base/str.h"

/* As syslog(3) numbers them. */
enum log_level { LOG_AS_ERROR = 3, LOG_AS_WARNING = 4 };

/* What would give a terminal orders, and bytes that are no text, are shown as "?". */
void log_say(enum log_level level, const char *format, ...) PRINTF_LIKE(2, 3);
void log_line(enum log_level level, struct str line);

/* What a line begins with where standard error is the journal, such as "<3>": sd-daemon(3); else "". */
const char *log_prefix(enum log_level level);

/* How many errors were said. */
int log_errors(void);
