#include "base/set.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Small and large, and empty again after either. */
static void takes_each_name_once(void **state)
{
    (void)state;
    static const int sizes[] = {1, SET_FEW - 1, SET_FEW, SET_FEW + 1, 5, 300, 2};
    struct arena a = {0};
    struct set set = {0};
    for (size_t s = 0; s < COUNT(sizes); s++) {
        for (int i = 0; i < sizes[s]; i++) {
            assert_true(set_add(&set, &a, arena_printf(&a, "name-%d", i)));
        }
        for (int i = 0; i < sizes[s]; i++) {
            assert_false(set_add(&set, &a, arena_printf(&a, "name-%d", i)));
        }
        assert_true(set_add(&set, &a, STR("")));
        assert_false(set_add(&set, &a, (struct str){0}));
        set_clear(&set);
    }
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_each_name_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
