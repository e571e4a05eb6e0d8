/* A hash map from text to a number or a pointer. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Zeroed is empty. Keys are not copied; they must outlive the map. Lives in an arena, so nothing is
 * freed. Hashing is seeded per process: a story cannot choose keys that collide. */
struct map {
    struct map_slot *slots;
    size_t capacity, count;
};

/* Makes room for `count` keys at once. */
void map_reserve(struct map *m, struct arena *a, size_t count);
/* Sets `key` where it is absent and returns true; where it is there, returns false and changes
 * nothing. */
bool map_add(struct map *m, struct arena *a, struct str key, intptr_t value);
void map_set(struct map *m, struct arena *a, struct str key, intptr_t value);
bool map_get(const struct map *m, struct str key, intptr_t *value_out);
/* The value, or `otherwise`. */
intptr_t map_find(const struct map *m, struct str key, intptr_t otherwise);
