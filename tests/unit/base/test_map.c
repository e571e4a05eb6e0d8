#include "base/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"

static void test_add_set_get(void **state)
{
    (void)state;
    struct arena a = {0};
    struct map m = {0};
    intptr_t value = 7;
    assert_false(map_get(&m, STR("river"), &value));
    assert_int_equal(value, 7);
    assert_int_equal(map_find(&m, STR("river"), -1), -1);
    assert_true(map_add(&m, &a, STR("river"), 1));
    assert_false(map_add(&m, &a, STR("river"), 2));
    assert_true(map_get(&m, STR("river"), &value));
    assert_int_equal(value, 1);
    map_set(&m, &a, STR("river"), 3);
    assert_int_equal(map_find(&m, STR("river"), -1), 3);
    assert_int_equal(m.count, 1);
    assert_int_equal(map_find(&m, STR("rive"), -1), -1);
    assert_int_equal(map_find(&m, STR("river\0"), -1), -1);
    arena_finish(&a);
}

static void test_empty_key(void **state)
{
    (void)state;
    struct arena a = {0};
    struct map m = {0};
    assert_true(map_add(&m, &a, (struct str){0}, 5));
    assert_false(map_add(&m, &a, STR(""), 6));
    assert_int_equal(map_find(&m, STR(""), -1), 5);
    arena_finish(&a);
}

static void test_many(void **state)
{
    (void)state;
    enum { MANY = 100000 };
    struct arena a = {0};
    struct map m = {0};
    for (int i = 0; i < MANY; i++) {
        assert_true(map_add(&m, &a, arena_printf(&a, "scene-%d", i), i));
    }
    assert_int_equal(m.count, MANY);
    for (int i = 0; i < MANY; i++) {
        assert_int_equal(map_find(&m, arena_printf(&a, "scene-%d", i), -1), i);
    }
    assert_int_equal(map_find(&m, STR("scene-100000"), -1), -1);
    arena_finish(&a);
}

static void test_reserve(void **state)
{
    (void)state;
    struct arena a = {0};
    struct map m = {0};
    map_reserve(&m, &a, 1000);
    const struct map_slot *slots = m.slots;
    for (int i = 0; i < 1000; i++) {
        map_set(&m, &a, arena_printf(&a, "%d", i), i);
    }
    assert_ptr_equal(m.slots, slots);
    arena_finish(&a);
}

/* SipHash-1-3 of 0, 1, 2 … under the key 00 01 … 0f, from its reference. */
static void test_hash(void **state)
{
    (void)state;
    static const struct {
        size_t length;
        uint64_t hash;
    } rows[] = {
        {0, UINT64_C(0xabac0158050fc4dc)},
        {1, UINT64_C(0xc9f49bf37d57ca93)},
        {2, UINT64_C(0x82cb9b024dc7d44d)},
        {3, UINT64_C(0x8bf80ab8e7ddf7fb)},
    };
    struct hash_key key = {UINT64_C(0x0706050403020100), UINT64_C(0x0f0e0d0c0b0a0908)};
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint64_t hash = hash_text(key, (struct str){"\0\1\2\3", rows[i].length});
        if (hash != rows[i].hash) {
            print_error("row %zu: %016llx\n", i, (unsigned long long)hash);
        }
        assert_true(hash == rows[i].hash);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_add_set_get), cmocka_unit_test(test_empty_key),
        cmocka_unit_test(test_many),        cmocka_unit_test(test_reserve),
        cmocka_unit_test(test_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
