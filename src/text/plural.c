#include "text/plural.h"

#include <string.h>

#include <unicode/uloc.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/compiler.h"

const char *plural_category(struct str language, int n)
{
    static const char *const categories[] = {"zero", "one", "two", "few", "many", "other"};
    UErrorCode status = U_ZERO_ERROR;
    char tag[64] = "";
    char locale[64] = "";
    char keyword[16] = "";
    UChar wide[16];
    if (language.n > 0 && language.n < sizeof tag) {
        memcpy(tag, language.s, language.n);
    }
    int32_t parsed = 0;
    (void)uloc_forLanguageTag(tag, locale, sizeof locale, &parsed, &status);
    /* ICU gives a language it does not know one form, "other"; where there is none, English. */
    UPluralRules *rules = uplrules_open(locale[0] ? locale : "en", &status);
    int32_t length = uplrules_select(rules, n, wide, COUNT(wide), &status);
    if (U_SUCCESS(status) && length < (int32_t)COUNT(keyword)) {
        u_UCharsToChars(wide, keyword, length + 1);
    }
    uplrules_close(rules);
    for (size_t i = 0; i < COUNT(categories); i++) {
        if (str_is(str_from(keyword), categories[i])) {
            return categories[i];
        }
    }
    return "other";
}
