#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
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
    size_t used, capacity;
    bool is_zeroed; /* else each piece is, as it is taken: a short life uses a small part of its block */
    alignas(max_align_t) unsigned char bytes[];
};

void arena_finish(struct arena *a)
{
    if (!a) {
        return;
    }
    for (struct arena_block *block = a->block; block;) {
        struct arena_block *previous = block->previous;
        free(block);
        block = previous;
    }
    *a = (struct arena){0};
}

static struct arena_block *block_create(struct arena *a, size_t capacity)
{
    if (capacity > PTRDIFF_MAX - sizeof(struct arena_block)) {
        memory_exhausted(capacity);
    }
    size_t bytes = sizeof(struct arena_block) + capacity;
    bool is_zeroed = capacity >= 2 * FIRST_BLOCK_BYTES;
    struct arena_block *block = is_zeroed ? memory_zeroed(bytes) : memory_resize(NULL, bytes);
    block->previous = NULL;
    block->used = 0;
    block->capacity = capacity;
    block->is_zeroed = is_zeroed;
    a->total_bytes += bytes;
    return block;
}

/* Takes `bytes` from `block`, or NULL where they do not fit. */
static void *block_take(struct arena_block *block, size_t bytes, size_t align)
{
    uintptr_t free_at = (uintptr_t)(block->bytes + block->used);
    size_t padding = (size_t)(-free_at & (align - 1));
    size_t left = block->capacity - block->used;
    if (padding > left || bytes > left - padding) {
        return NULL;
    }
    void *p = block->bytes + block->used + padding;
    block->used += padding + bytes;
    return block->is_zeroed ? p : memset(p, 0, bytes);
}

/* A block for this allocation only, put behind the current one, which stays in use. */
static void *take_alone(struct arena *a, size_t bytes, size_t align)
{
    size_t padding = align > alignof(max_align_t) ? align : 0;
    if (bytes > SIZE_MAX - padding) {
        memory_exhausted(SIZE_MAX);
    }
    struct arena_block *block = block_create(a, bytes + padding);
    if (a->block) {
        block->previous = a->block->previous;
        a->block->previous = block;
    } else {
        a->block = block;
    }
    return block_take(block, bytes, align);
}

static size_t next_capacity(const struct arena *a)
{
    size_t capacity = FIRST_BLOCK_BYTES;
    while (capacity < LARGEST_BLOCK_BYTES && capacity <= a->total_bytes) {
        capacity *= 2;
    }
    return capacity - sizeof(struct arena_block);
}

void *arena_alloc(struct arena *a, size_t count, size_t size, size_t align)
{
    assert(align > 0 && (align & (align - 1)) == 0);
    size_t bytes = memory_product(count, size);
    if (SEPARATE_BLOCKS) {
        return take_alone(a, bytes, align);
    }
    void *p = a->block ? block_take(a->block, bytes, align) : NULL;
    if (p) {
        return p;
    }
    size_t capacity = next_capacity(a);
    if (bytes > capacity / 4 || align > capacity / 4) {
        return take_alone(a, bytes, align);
    }
    struct arena_block *block = block_create(a, capacity);
    block->previous = a->block;
    a->block = block;
    return block_take(block, bytes, align);
}

struct str arena_str(struct arena *a, struct str s)
{
    assert(s.n < SIZE_MAX);
    if (!s.s) {
        return s;
    }
    char *copy = arena_new(a, char, s.n + 1);
    if (s.n > 0) {
        memcpy(copy, s.s, s.n);
    }
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
    char *text = arena_new(a, char, (size_t)length + 1);
    if ((size_t)length < sizeof brief) {
        memcpy(text, brief, (size_t)length);
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
