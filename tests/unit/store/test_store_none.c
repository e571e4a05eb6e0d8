#include "support.h"

static void test_table(void **state)
{
    (void)state;
    struct store *s = store_open_none();
    store_try(s);
    store_close(s);
    s = store_open_none(); /* another run knows nothing */
    store_expect(s, STORE_BOOKMARK, "tume", NULL);
    store_close(s);
    store_close(NULL);
}

static void test_viewers(void **state)
{
    (void)state;
    struct store *s = store_open_none();
    store_try_viewers(s);
    store_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_table), cmocka_unit_test(test_viewers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
