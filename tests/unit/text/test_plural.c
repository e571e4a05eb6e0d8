#include "text/plural.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/compiler.h"

static void test_categories(void **state)
{
    (void)state;
    static const struct {
        const char *language;
        int n;
        const char *category;
    } rows[] = {
        {"en", 0, "other"}, {"en", 1, "one"},        {"en", 2, "other"}, {"en-GB", 1, "one"},
        {"ko", 1, "other"}, {"zh-Hans", 1, "other"}, {"fr", 0, "one"},   {"ru", 21, "one"},
        {"ru", 3, "few"},   {"ru", 11, "many"},      {"ar", 0, "zero"},  {"ar", 2, "two"},
        {"pl", 22, "few"},  {"xx", 1, "other"},      {"", 1, "one"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *got = plural_category(str_from(rows[i].language), rows[i].n);
        if (strcmp(got, rows[i].category) != 0) {
            fail_msg("\"%s\", %d: %s, not %s", rows[i].language, rows[i].n, got, rows[i].category);
        }
    }
}

static void test_a_tag_of_any_length(void **state)
{
    (void)state;
    char tag[400];
    memset(tag, 'a', sizeof tag);
    for (size_t n = 0; n <= sizeof tag; n++) {
        assert_non_null(plural_category((struct str){tag, n}, 1));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_categories),
        cmocka_unit_test(test_a_tag_of_any_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
