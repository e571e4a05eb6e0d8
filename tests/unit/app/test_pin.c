#include "app/pin.h"

#include <string.h>

#include "base/compiler.h"
#include "support.h"

static void test_sound(void **state)
{
    (void)state;
    static const struct {
        const char *pin;
        bool sound;
    } rows[] = {
        {"2468", true},   {"0000", true},  {"123456789012", true}, {"", false},     {"246", false},
        {"1234567890123", false}, {"24a8", false}, {" 2468", false},       {"24-68", false}, {"\xd9\xa2\xd9\xa4", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (pin_is_sound(str_from(rows[i].pin)) != rows[i].sound) {
            fail_msg("\"%s\" is taken for %s", rows[i].pin, rows[i].sound ? "none" : "a number");
        }
    }
}

static void test_made(void **state)
{
    (void)state;
    struct strbuf one = {0};
    struct strbuf other = {0};
    assert_true(pin_hash_make("2468", &one));
    assert_true(pin_hash_make("2468", &other));
    assert_true(pin_hash_is_sound(one.s));
    assert_true(pin_matches("2468", one.s));
    assert_true(pin_matches("2468", other.s));
    assert_false(pin_matches("2469", one.s));
    assert_false(pin_matches("", one.s));
    assert_null(strstr(one.s, "2468"));
    assert_string_not_equal(one.s, other.s); /* the salt is its own */
    strbuf_finish(&one);
    strbuf_finish(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sound),
        cmocka_unit_test(test_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
