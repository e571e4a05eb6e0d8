/* Memory that lives and dies together. */
#pragma once

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/compiler.h"
#include "base/memory.h"
#include "base/str.h"

struct arena_block;

/* A zeroed arena is empty and ready for use. Never copied, never shared between threads. */
struct arena {
    struct arena_block *block;
    uintptr_t at, end;  /* what is free of `block` */
    bool is_zeroed;     /* all of that; else each piece is, as it is taken: a short life uses little of its block */
    size_t total_bytes; /* asked of the system so far */
};

/* Frees every allocation; the arena is then empty and may be used again. */
void arena_finish(struct arena *a);
/* The same, but keeps a block for what comes next: for work done many times over. */
void arena_clear(struct arena *a);

/* What arena_take does where the block has no room left. */
void *arena_take_slowly(struct arena *a, size_t bytes, size_t align, bool zeroed);

/* `bytes` aligned to `align`, a power of two, zeroed or as they come. Stories are read in millions of these, so the
 * usual case is in the caller. */
static inline void *arena_take(struct arena *a, size_t bytes, size_t align, bool zeroed)
{
    uintptr_t at = (a->at + (align - 1)) & ~(uintptr_t)(align - 1);
    if (at >= a->end || bytes > a->end - at) {
        return arena_take_slowly(a, bytes, align, zeroed);
    }
    a->at = at + bytes;
    return zeroed && !a->is_zeroed ? memset((void *)at, 0, bytes) : (void *)at;
}

/* `count` zeroed objects of `size` bytes each. Aborts when memory is out or the product overflows;
 * never returns NULL, also for a count of 0. */
static inline void *arena_alloc(struct arena *a, size_t count, size_t size, size_t align)
{
    return arena_take(a, memory_product(count, size), align, true);
}

#define arena_new(a, type, count) ((type *)arena_alloc((a), (count), sizeof(type), alignof(type)))

/* Copies, NUL-terminated. */
struct str arena_str(struct arena *a, struct str s);
struct str arena_printf(struct arena *a, const char *format, ...) PRINTF_LIKE(2, 3);
struct str arena_vprintf(struct arena *a, const char *format, va_list args) PRINTF_LIKE(2, 0);
