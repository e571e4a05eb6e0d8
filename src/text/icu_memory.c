#include "text/icu_memory.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>

#include <unicode/uclean.h>

#include "base/memory.h"

static void *take(const void *unused, size_t bytes)
{
    (void)unused;
    return memory_resize(NULL, bytes);
}

static void *resize(const void *unused, void *p, size_t bytes)
{
    (void)unused;
    return memory_resize(p, bytes);
}

static void give_back(const void *unused, void *p)
{
    (void)unused;
    free(p);
}

void icu_memory_begin(void)
{
    UErrorCode status = U_ZERO_ERROR;
    u_setMemoryFunctions(NULL, take, resize, give_back, &status);
    bool worked = U_SUCCESS(status); /* else ICU was at work already, or this was called twice */
    assert(worked);
}
