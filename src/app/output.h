/* What the program prints: results to standard output, complaints to standard error. */
#pragma once

#include <stdbool.h>

#include "base/compiler.h"
#include "base/diag.h"
#include "base/str.h"

/* False once standard output takes no more; output_finish then says so. */
bool output_add(struct str s);
void output_printf(const char *format, ...) PRINTF_LIKE(1, 2);
/* Flushes. Returns `status`, or EXIT_FAULTY with a complaint where not all could be written. */
int output_finish(int status);

/* "lantern: …" on standard error, one line: what would give the terminal orders, and bytes that are no
 * text, are shown as "?". */
void complain(const char *format, ...) PRINTF_LIKE(1, 2);
/* Each of them, in the order of their places. */
void complain_of_faults(struct diag_list *faults);
/* Where to find the options of `command`; "" for the program's own. */
void output_try_help(const char *command);
void version_print(void);
