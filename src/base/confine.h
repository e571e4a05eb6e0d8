/* A process that handles what a stranger gave, and can do nothing else. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* What it may take beyond what it has. */
struct confine_room {
    size_t memory_bytes;
    int cpu_s;
};

/* From here on this process, with every thread it has, computes, and no more: it opens, writes, starts and asks for
 * nothing, makes no code, and ends when it has used up its room or when whoever started it does. For good. False
 * with `err`: it is not to go on. Closes all descriptors from `first_closed` on. */
bool confine_self(const struct confine_room *room, int first_closed, struct error *err) NODISCARD;
