#include "story/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void tells_sound_tags(void **state)
{
    (void)state;
    static const char *const sound[] = {
        "de",
        "i-enochian",
        "zh-Hant",
        "sr-Latn-RS",
        "zh-cmn-Hans-CN",
        "zh-yue-HK",
        "sl-rozaj-biske",
        "de-CH-1901",
        "hy-Latn-IT-arevela",
        "es-419",
        "de-CH-x-phonebk",
        "x-whatever",
        "qaa-Qaaa-QM-x-southern",
        "en-US-u-islamcal",
        "en-a-myext-b-another",
        "KO-kr",
        "cherokee",
        "zh-min-nan",
        "art-lojban",
        "EN-gb-OED",
        "sgn-be-fr",
        "x-a-1-b",
        "zh-gan-hak-nan",
    };
    static const char *const unsound[] = {
        "",          "a",
        "de-419-DE", "a-DE",
        "cherokees", "sgn-BE-FR-x",
        "i-nothing", "en-x",
        "x",         "x-toolongsubtag",
        "en-a",      "en-a-b",
        "en-a-bb-x", "de-a996",
        "de-19",     "en-Latnx-Latn",
        "en-",       "-en",
        "en--US",    "en_US",
        "i_ami",     "en US",
        "kö",        "../ko",
        "12",        "zh-gan-hak-nan-wuu",
    };
    for (size_t i = 0; i < COUNT(sound); i++) {
        if (!language_tag_is_sound(str_from(sound[i]))) {
            fail_msg("\"%s\" should be sound", sound[i]);
        }
    }
    for (size_t i = 0; i < COUNT(unsound); i++) {
        if (language_tag_is_sound(str_from(unsound[i]))) {
            fail_msg("\"%s\" should be unsound", unsound[i]);
        }
    }
}

static void looks_up_as_rfc_4647(void **state)
{
    (void)state;
    static const struct str tags[] = {
        STR_INIT("en"), STR_INIT("ko"),    STR_INIT("zh-Hant"),
        STR_INIT("zh"), STR_INIT("pt-BR"), STR_INIT("es-419"),
    };
    static const struct {
        const char *range;
        int found;
    } rows[] = {
        {"ko", 1},
        {"KO-kr", 1},
        {"ko_KR.UTF-8", 1},
        {"ko_KR.UTF-8@x", 1},
        {"ko@euro", 1},
        {"zh-Hant-TW", 2},
        {"zh-TW", 3},
        {"zh_TW", 3},
        {"zh-x-hant", 3},
        {"zh-Hant-a-x-b", 2},
        {"pt", -1},
        {"pt_BR", 4},
        {"es-MX", -1},
        {"es-419", 5},
        {"kor", -1},
        {"*-KR", -1},
        {"C", -1},
        {"C.UTF-8", -1},
        {"POSIX", -1},
        {"", -1},
        {"--ko", -1},
        {"@ko", -1},
        {"zh-hant-cn-x-private1-private2", 2},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int found = language_lookup(str_from(rows[i].range), tags, COUNT(tags));
        if (found != rows[i].found) {
            fail_msg("\"%s\" finds %d", rows[i].range, found);
        }
    }
    assert_int_equal(language_lookup(STR("en"), NULL, 0), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_sound_tags),
        cmocka_unit_test(looks_up_as_rfc_4647),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
