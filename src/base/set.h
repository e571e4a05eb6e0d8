/* A set of names. */
#pragma once

#include <stdbool.h>

#include "base/map.h"

/* Names are compared one by one up to here, and through a map beyond it: most sets are small, and a large one must not
 * cost the square of its size. */
#define SET_FEW 16

/* Zeroed is empty. Names are not copied; they must outlive the set. */
struct set {
    struct str few[SET_FEW];
    size_t count;
    struct map many;
};

/* Makes it empty; what it took from an arena stays there. */
static inline void set_clear(struct set *set)
{
    set->count = set->many.capacity = set->many.count = 0;
}

/* False where the name is there already. A large set takes memory from `a`. */
bool set_add(struct set *set, struct arena *a, struct str name);
