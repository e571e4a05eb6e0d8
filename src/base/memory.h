/* The heap, where running out ends the program. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"

/* Zeroed bytes, the caller's to free(); never NULL, also for 0 bytes. Aborts when memory is out. */
void *memory_zeroed(size_t bytes);
/* The same, but NULL when memory is out. */
void *memory_try_zeroed(size_t bytes);
/* As realloc; what is new is not zeroed. Never NULL, also for 0 bytes. */
void *memory_resize(void *p, size_t bytes);
/* Says how much was asked for, and aborts. */
NORETURN void memory_exhausted(size_t bytes);

/* count * size; aborts where that overflows. */
static inline size_t memory_product(size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size) {
        memory_exhausted(SIZE_MAX);
    }
    return count * size;
}
