#include "text/locale.h"

#include <string.h>

#include <unicode/uloc.h>
#include <unicode/ures.h>

/* A locale that ICU has nothing for falls back to the system's, which must not show. */
static bool is_known(const char *locale)
{
    UErrorCode status = U_ZERO_ERROR;
    char language[ULOC_LANG_CAPACITY];
    (void)uloc_getLanguage(locale, language, sizeof language, &status);
    if (U_FAILURE(status) || language[0] == '\0') {
        return false;
    }
    UResourceBundle *bundle = ures_open(NULL, language, &status);
    ures_close(bundle);
    return status == U_ZERO_ERROR;
}

void locale_of(struct str language, char locale_out[LOCALE_BYTES])
{
    UErrorCode status = U_ZERO_ERROR;
    char tag[LOCALE_BYTES / 2];
    int32_t parsed = 0;
    locale_out[0] = '\0';
    if (language.n > 0 && language.n < sizeof tag) {
        memcpy(tag, language.s, language.n);
        tag[language.n] = '\0';
        (void)uloc_forLanguageTag(tag, locale_out, LOCALE_BYTES / 2, &parsed, &status);
    }
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING || !is_known(locale_out)) {
        strcpy(locale_out, "en");
    }
}
