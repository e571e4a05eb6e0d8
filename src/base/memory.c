#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <sys/mman.h>
#include <unistd.h>

#include "base/log.h"

void memory_exhausted(size_t bytes)
{
    (void)fprintf(stderr, "%slantern: out of memory (%zu bytes asked for)\n", log_prefix(LOG_AS_ERROR), bytes);
    abort();
}

/* From here up the kernel is asked for pages of 2 MiB: with those of 4 KiB a third of the time to load
 * a story of 100,000 scenes goes into page faults, and half of the time to paint a page of 4K anew. A block that is
 * to grow is better asked for in one: what realloc copies, it copies before the kernel is asked. */
#define LARGE_BYTES ((size_t)4 << 20)

static void enlarge_pages(void *p, size_t bytes)
{
    if (bytes >= LARGE_BYTES) {
        /* Its first and last page as well: a mapping of two kinds cannot be moved, and realloc would copy it. */
        uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
        uintptr_t from = (uintptr_t)p & ~(page - 1);
        uintptr_t to = ((uintptr_t)p + bytes + page - 1) & ~(page - 1);
        (void)madvise((void *)from, to - from, MADV_HUGEPAGE); /* a kernel without them may refuse */
    }
}

void *memory_try_zeroed(size_t bytes)
{
    void *p = calloc(1, bytes > 0 ? bytes : 1);
    if (p) {
        enlarge_pages(p, bytes);
    }
    return p;
}

void *memory_zeroed(size_t bytes)
{
    void *p = memory_try_zeroed(bytes);
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
    enlarge_pages(resized, bytes);
    return resized;
}
