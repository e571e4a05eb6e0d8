#include "text/writing.h"

#include <string.h>

#include <unicode/uloc.h>

struct writing writing_of(struct str language)
{
    struct writing w = {"Latn", false};
    char tag[ULOC_FULLNAME_CAPACITY] = "";
    if (language.n == 0 || language.n >= sizeof tag) {
        return w;
    }
    memcpy(tag, language.s, language.n);
    tag[language.n] = '\0';
    char full[ULOC_FULLNAME_CAPACITY];
    char script[ULOC_SCRIPT_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    uloc_addLikelySubtags(tag, full, sizeof full, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) {
        return w;
    }
    int32_t n = uloc_getScript(full, script, sizeof script, &status);
    if (U_SUCCESS(status) && n == 4) {
        memcpy(w.script, script, sizeof w.script);
    }
    w.rtl = uloc_isRightToLeft(tag);
    return w;
}
