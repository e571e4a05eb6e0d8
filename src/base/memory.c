#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

void memory_exhausted(size_t bytes)
{
    (void)fprintf(stderr, "lantern: out of memory (%zu bytes asked for)\n", bytes);
    abort();
}

size_t memory_product(size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size) {
        memory_exhausted(SIZE_MAX);
    }
    return count * size;
}

void *memory_zeroed(size_t bytes)
{
    void *p = calloc(1, bytes > 0 ? bytes : 1);
    if (!p) {
        memory_exhausted(bytes);
    }
    return p;
}

void *memory_resize(void *p, size_t bytes)
{
    void *resized = realloc(p, bytes > 0 ? bytes : 1);
    if (!resized) {
        memory_exhausted(bytes);
    }
    return resized;
}
