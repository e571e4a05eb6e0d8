/* Time as an argument: a clock is handed in, so that tests hold it in their hands. */
#pragma once

#include <stdint.h>

/* Monotonic milliseconds since some fixed moment. */
typedef int64_t (*clock_now_fn)(void *self);

struct clock {
    clock_now_fn now_ms;
    void *self;
};

/* CLOCK_MONOTONIC. */
struct clock clock_system(void);

/* A clock that stands still until told. `now_ms` belongs to the caller and must outlive the clock. */
struct clock clock_fake(int64_t *now_ms);

static inline int64_t clock_now(struct clock c)
{
    return c.now_ms(c.self);
}
