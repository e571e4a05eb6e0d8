#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* All of it is zero, and is written to, so that what comes next is seen not to be. */
static void take(struct arena *a, size_t bytes, size_t align)
{
    unsigned char *p = arena_alloc(a, bytes, 1, align);
    assert_non_null(p);
    assert_int_equal((uintptr_t)p % align, 0);
    for (size_t i = 0; i < bytes; i++) {
        assert_int_equal(p[i], 0);
    }
    memset(p, 0xA5, bytes);
}

static void gives_zeroed_and_aligned_memory(void **state)
{
    (void)state;
    struct arena a = {0};
    for (size_t i = 0; i < 4000; i++) {
        take(&a, i % 97, (size_t)1 << i % 7);
        if (i % 500 == 0) {
            take(&a, i * 50, 64);
        }
    }
    take(&a, 3 << 20, 4096);
    take(&a, 0, 1);
    arena_finish(&a);
    assert_null(a.block);
    take(&a, 1, 1);
    arena_finish(&a);
}

static void cleared_it_is_empty_and_grows_no_more(void **state)
{
    (void)state;
    struct arena a = {0};
    size_t most = 0;
    arena_clear(&a);
    for (int round = 0; round < 50; round++) {
        for (size_t i = 0; i < 300; i++) {
            take(&a, i, 8);
        }
        take(&a, 40000, 1);
        most = round == 1 ? a.total_bytes : most;
        assert_true(round < 2 || a.total_bytes <= most);
        arena_clear(&a);
    }
    arena_finish(&a);
}

/* What was only once needed is not kept for ever. */
static void cleared_it_gives_a_large_block_back(void **state)
{
    (void)state;
    struct arena a = {0};
    take(&a, 20 << 20, 1);
    arena_clear(&a);
    assert_int_equal(a.total_bytes, 0);
    take(&a, 10, 1);
    arena_finish(&a);
}

static void copies_texts(void **state)
{
    (void)state;
    struct arena a = {0};
    static const char long_text[1000] = {[0] = 'x'};
    assert_null(arena_str(&a, (struct str){0}).s);
    assert_string_equal(arena_str(&a, (struct str){"abcd", 3}).s, "abc");
    assert_string_equal(arena_str(&a, STR("")).s, "");
    assert_int_equal(arena_str(&a, (struct str){long_text, sizeof long_text}).n, sizeof long_text);
    assert_string_equal(arena_printf(&a, "%d-%s", 7, "x").s, "7-x");
    struct str padded = arena_printf(&a, "%255d", 7), more = arena_printf(&a, "%256d", 7);
    assert_int_equal(strlen(padded.s), 255);
    assert_int_equal(strlen(more.s), 256);
    assert_int_equal(more.s[255], '7');
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_and_aligned_memory),
        cmocka_unit_test(cleared_it_is_empty_and_grows_no_more),
        cmocka_unit_test(cleared_it_gives_a_large_block_back),
        cmocka_unit_test(copies_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
