#include "text/number.h"

#include <assert.h>

#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include "base/compiler.h"
#include "text/locale.h"

static struct str to_utf8(const UChar *text, int32_t length, struct arena *a)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t bytes = length * 3 + 1; /* a UTF-16 unit takes at most three bytes */
    char *out = arena_new(a, char, (size_t)bytes);
    int32_t n = 0;
    u_strToUTF8(out, bytes, &n, text, length, &status);
    assert(U_SUCCESS(status));
    return (struct str){out, (size_t)n};
}

#define STORY_FORM u".### rounding-mode-half-even group-min2 sign-negative"

static struct str show(const UChar *skeleton, double value, struct str language, struct arena *a)
{
    UErrorCode status = U_ZERO_ERROR;
    char locale[LOCALE_BYTES];
    locale_of(language, locale);
    UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(skeleton, -1, locale, &status);
    UFormattedNumber *number = unumf_openResult(&status);
    unumf_formatDouble(formatter, value, number, &status);
    assert(U_SUCCESS(status));
    UErrorCode too_short = U_ZERO_ERROR;
    int32_t length = unumf_resultToString(number, NULL, 0, &too_short);
    UChar *text = arena_new(a, UChar, (size_t)length + 1);
    (void)unumf_resultToString(number, text, length + 1, &status);
    assert(U_SUCCESS(status));
    unumf_closeResult(number);
    unumf_close(formatter);
    return to_utf8(text, length, a);
}

struct str number_show(double value, struct str language, struct arena *a)
{
    return show(STORY_FORM u" numbering-system/latn", value, language, a);
}

struct str number_show_own(double value, struct str language, struct arena *a)
{
    return show(STORY_FORM, value, language, a);
}

static struct str symbol_of(const UNumberFormat *format, UNumberFormatSymbol symbol,
                            struct arena *a)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar text[16];
    int32_t length = unum_getSymbol(format, symbol, text, COUNT(text), &status);
    assert(U_SUCCESS(status));
    return to_utf8(text, length, a);
}

void number_separators(struct str language, struct arena *a, struct str *decimal_out,
                       struct str *group_out)
{
    UErrorCode status = U_ZERO_ERROR;
    char locale[LOCALE_BYTES];
    locale_of(language, locale);
    (void)uloc_setKeywordValue("numbers", "latn", locale, sizeof locale, &status);
    UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
    assert(U_SUCCESS(status));
    *decimal_out = symbol_of(format, UNUM_DECIMAL_SEPARATOR_SYMBOL, a);
    *group_out = symbol_of(format, UNUM_GROUPING_SEPARATOR_SYMBOL, a);
    unum_close(format);
}
