/* Bytes from a stranger, one kind a target: fuzz_NOUN.c says what they go through. With libFuzzer's main
 * that is a fuzzer, with replay.c's a test of files that are kept. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"

/* The target: whatever `bytes` are, it comes back, with nothing asserted, leaked or left behind. */
void fuzz_one(struct str bytes);

/* What libFuzzer calls. Aborts where one input takes more than FUZZ_MOST_CPU_MS. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FUZZ_MOST_CPU_MS = 1000 };

/* A story written with ' for ", without fault, in a folder or, with NULL, in none. Aborts where it is not. */
struct story *fuzz_story(const char *text, const char *folder);
/* Each fault has its place and stands on a line of its own. */
void fuzz_check_faults(const struct diag_list *faults);
/* Aborts where it does not hold. */
void fuzz_expect(bool holds);
/* The bytes are `s`'s own: reading past them is seen. */
void fuzz_touch(struct str s);
