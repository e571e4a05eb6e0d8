#include "base/arena.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum {
    FIRST_BLOCK_BYTES = 64 * 1024,
    LARGEST_BLOCK_BYTES = 16 * 1024 * 1024,
};

/* With the address sanitizer each allocation is a block of its own, so that running over the end of
 * one is seen. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEPARATE_BLOCKS 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define SEPARATE_BLOCKS 1
#endif
#ifndef SEPARATE_BLOCKS
#define SEPARATE_BLOCKS 0
#endif

struct arena_block {
    struct arena_block *previous;
    size_t capacity;
    alignas(max_align_t) unsigned char bytes[];
};

static void blocks_free(struct arena_block *block)
{
    while (block) {
        struct arena_block *previous = block->previous;
        free(block);
        block = previous;
    }
}

void arena_finish(struct arena *a)
{
    if (a) {
        blocks_free(a->block);
        *a = (struct arena){0};
    }
}

static struct arena_block *block_create(struct arena *a, size_t capacity, bool zeroed)
{
    if (capacity > PTRDIFF_MAX - sizeof(struct arena_block)) {
        memory_exhausted(capacity);
    }
    size_t bytes = sizeof(struct arena_block) + capacity;
    struct arena_block *block = zeroed ? memory_zeroed(bytes) : memory_resize(NULL, bytes);
    block->previous = NULL;
    block->capacity = capacity;
    a->total_bytes += bytes;
    return block;
}

/* From here on allocations come from `block`. */
static void block_use(struct arena *a, struct arena_block *block, bool is_zeroed)
{
    a->block = block;
    a->at = (uintptr_t)block->bytes;
    a->end = a->at + block->capacity;
    a->is_zeroed = is_zeroed;
}

void arena_clear(struct arena *a)
{
    struct arena_block *kept = a->block;
    if (SEPARATE_BLOCKS || !kept || kept->capacity > LARGEST_BLOCK_BYTES) {
        arena_finish(a);
        return;
    }
    blocks_free(kept->previous);
    kept->previous = NULL;
    block_use(a, kept, false);
    a->total_bytes = sizeof *kept + kept->capacity;
}

/* A block for this allocation only, put behind the current one, which stays in use. */
static void *take_alone(struct arena *a, size_t bytes, size_t align, bool zeroed)
{
    size_t padding = align > alignof(max_align_t) ? align : 0;
    if (bytes > SIZE_MAX - padding) {
        memory_exhausted(SIZE_MAX);
    }
    struct arena_block *block = block_create(a, bytes + padding, zeroed);
    if (a->block) {
        block->previous = a->block->previous;
        a->block->previous = block;
    } else {
        a->block = block; /* and is full */
    }
    return (void *)(((uintptr_t)block->bytes + (align - 1)) & ~(uintptr_t)(align - 1));
}

static size_t next_capacity(const struct arena *a)
{
    size_t capacity = FIRST_BLOCK_BYTES;
    while (capacity < LARGEST_BLOCK_BYTES && capacity <= a->total_bytes) {
        capacity *= 2;
    }
    return capacity - sizeof(struct arena_block);
}

void *arena_take_slowly(struct arena *a, size_t bytes, size_t align, bool zeroed)
{
    assert(align > 0 && (align & (align - 1)) == 0);
    size_t capacity = next_capacity(a);
    if (SEPARATE_BLOCKS || bytes > capacity / 4 || align > capacity / 4) {
        return take_alone(a, bytes, align, zeroed);
    }
    bool is_zeroed = capacity >= 2 * FIRST_BLOCK_BYTES;
    struct arena_block *block = block_create(a, capacity, is_zeroed);
    block->previous = a->block;
    block_use(a, block, is_zeroed);
    return arena_take(a, bytes, align, zeroed);
}

struct str arena_str(struct arena *a, struct str s)
{
    assert(s.n < SIZE_MAX);
    if (!s.s) {
        return s;
    }
    char *copy = arena_take(a, s.n + 1, 1, false);
    memcpy(copy, s.s, s.n);
    copy[s.n] = '\0';
    return (struct str){copy, s.n};
}

struct str arena_vprintf(struct arena *a, const char *format, va_list args)
{
    assert(format);
    char brief[256];
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(brief, sizeof brief, format, args);
    assert(length >= 0);
    char *text = arena_take(a, (size_t)length + 1, 1, false);
    if ((size_t)length < sizeof brief) {
        memcpy(text, brief, (size_t)length + 1);
    } else {
        (void)vsnprintf(text, (size_t)length + 1, format, again);
    }
    va_end(again);
    return (struct str){text, (size_t)length};
}

struct str arena_printf(struct arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str text = arena_vprintf(a, format, args);
    va_end(args);
    return text;
}
