#include "base/map.h"

#include <pthread.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/memory.h"

/* Free where `hash` is 0, which no key has. */
struct map_slot {
    struct str key;
    uint64_t hash;
    intptr_t value;
};

enum { FIRST_CAPACITY = 16 };

/* Written once, before its first use, and never again. */
static struct hash_key seed;
static pthread_once_t seed_once = PTHREAD_ONCE_INIT;

static void seed_draw(void)
{
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) == (ssize_t)sizeof seed) {
        return;
    }
    /* Early in the boot there is no randomness yet; the time and the process must do. */
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    seed.k0 = (uint64_t)now.tv_sec << 32 ^ (uint64_t)now.tv_nsec;
    seed.k1 = (uint64_t)getpid() << 32 ^ (uintptr_t)&now;
}

static uint64_t hash_of(struct str key)
{
    (void)pthread_once(&seed_once, seed_draw);
    uint64_t hash = hash_text(seed, key);
    return hash != 0 ? hash : 1;
}

/* The slot that holds `key`, or the free one where it belongs. The map has a free one. */
static struct map_slot *slot_of(const struct map *m, struct str key, uint64_t hash)
{
    size_t mask = m->capacity - 1;
    size_t at = (size_t)hash & mask;
    while (m->slots[at].hash != 0 &&
           !(m->slots[at].hash == hash && str_eq(m->slots[at].key, key))) {
        at = (at + 1) & mask;
    }
    return &m->slots[at];
}

void map_reserve(struct map *m, struct arena *a, size_t count)
{
    if (count > SIZE_MAX / 8) {
        memory_exhausted(SIZE_MAX);
    }
    size_t capacity = m->capacity > 0 ? m->capacity : FIRST_CAPACITY;
    while (capacity / 4 * 3 < count) {
        capacity *= 2;
    }
    if (capacity == m->capacity) {
        return;
    }
    struct map grown = {arena_new(a, struct map_slot, capacity), capacity, m->count};
    for (size_t i = 0; i < m->capacity; i++) {
        if (m->slots[i].hash != 0) {
            *slot_of(&grown, m->slots[i].key, m->slots[i].hash) = m->slots[i];
        }
    }
    *m = grown;
}

/* The slot of `key`, made where it is absent. */
static struct map_slot *slot_make(struct map *m, struct arena *a, struct str key, bool *is_new_out)
{
    uint64_t hash = hash_of(key);
    struct map_slot *slot = m->capacity > 0 ? slot_of(m, key, hash) : NULL;
    *is_new_out = !slot || slot->hash == 0;
    if (*is_new_out) {
        map_reserve(m, a, m->count + 1);
        slot = slot_of(m, key, hash);
        *slot = (struct map_slot){.key = key, .hash = hash};
        m->count++;
    }
    return slot;
}

bool map_add(struct map *m, struct arena *a, struct str key, intptr_t value)
{
    bool is_new = false;
    struct map_slot *slot = slot_make(m, a, key, &is_new);
    if (is_new) {
        slot->value = value;
    }
    return is_new;
}

void map_set(struct map *m, struct arena *a, struct str key, intptr_t value)
{
    bool is_new = false;
    slot_make(m, a, key, &is_new)->value = value;
}

bool map_get(const struct map *m, struct str key, intptr_t *value_out)
{
    if (m->count == 0) {
        return false;
    }
    const struct map_slot *slot = slot_of(m, key, hash_of(key));
    if (slot->hash == 0) {
        return false;
    }
    *value_out = slot->value;
    return true;
}

intptr_t map_find(const struct map *m, struct str key, intptr_t otherwise)
{
    intptr_t value = otherwise;
    (void)map_get(m, key, &value);
    return value;
}
