#include "text/writing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/compiler.h"

static void knows_script_and_direction(void **state)
{
    (void)state;
    static const struct {
        const char *tag, *script;
        bool rtl;
    } rows[] = {
        {"en", "Latn", false},      {"ko", "Kore", false},    {"th", "Thai", false}, {"zh", "Hans", false},
        {"zh-TW", "Hant", false},   {"ar", "Arab", true},     {"AR-eg", "Arab", true}, {"he", "Hebr", true},
        {"fa", "Arab", true},       {"ur-Latn", "Latn", false}, {"az-Arab", "Arab", true}, {"dv", "Thaa", true},
        {"", "Latn", false},        {"not a tag", "Latn", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct writing got = writing_of(str_from(rows[i].tag));
        if (!str_is(str_from(got.script), rows[i].script) || got.rtl != rows[i].rtl) {
            fail_msg("\"%s\" is written %s%s", rows[i].tag, got.script, got.rtl ? ", from the right" : "");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_script_and_direction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
