/* Memory that lives and dies together. */
#pragma once

#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>

#include "base/compiler.h"
#include "base/str.h"

struct arena_block;

/* A zeroed arena is empty and ready for use. Never copied, never shared between threads. */
struct arena {
    struct arena_block *block;
    size_t total_bytes; /* asked of the system so far */
};

/* Frees every allocation; the arena is then empty and may be used again. */
void arena_finish(struct arena *a);

/* `count` zeroed objects of `size` bytes each. Aborts when memory is out or the product overflows;
 * never returns NULL, also for a count of 0. */
void *arena_alloc(struct arena *a, size_t count, size_t size, size_t align);

#define arena_new(a, type, count) ((type *)arena_alloc((a), (count), sizeof(type), alignof(type)))

/* Copies, NUL-terminated. */
struct str arena_str(struct arena *a, struct str s);
struct str arena_printf(struct arena *a, const char *format, ...) PRINTF_LIKE(2, 3);
struct str arena_vprintf(struct arena *a, const char *format, va_list args) PRINTF_LIKE(2, 0);
