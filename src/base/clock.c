#include "base/clock.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

static int64_t system_now_ms(void *self)
{
    (void)self;
    struct timespec now;
    bool failed = clock_gettime(CLOCK_MONOTONIC, &now) != 0;
    assert(!failed);
    (void)failed;
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct clock clock_system(void)
{
    return (struct clock){system_now_ms, NULL};
}

static int64_t fake_now_ms(void *self)
{
    const int64_t *now_ms = self;
    return *now_ms;
}

struct clock clock_fake(int64_t *now_ms)
{
    return (struct clock){fake_now_ms, now_ms};
}
