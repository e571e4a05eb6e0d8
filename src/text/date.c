#include "text/date.h"

#include <stdlib.h>

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#include "base/compiler.h"
#include "text/locale.h"

enum precision { YEAR, MONTH, DAY, PRECISION_COUNT };

static const UChar *const utc = u"UTC";

struct date_words {
    struct arena arena;
    char locale[LOCALE_BYTES];
    UDateFormat *formats[PRECISION_COUNT]; /* NULL until first used, or where ICU has none */
    UCalendar *calendar;
};

struct date_words *date_words_create(struct str language)
{
    struct arena arena = {0};
    struct date_words *w = arena_new(&arena, struct date_words, 1);
    w->arena = arena;
    locale_of(str_is(language, "en") ? STR("en-GB") : language, w->locale);
    UErrorCode status = U_ZERO_ERROR;
    w->calendar = ucal_open(utc, -1, w->locale, UCAL_GREGORIAN, &status);
    return w;
}

void date_words_destroy(struct date_words *w)
{
    if (!w) {
        return;
    }
    for (int i = 0; i < PRECISION_COUNT; i++) {
        if (w->formats[i]) {
            udat_close(w->formats[i]);
        }
    }
    if (w->calendar) {
        ucal_close(w->calendar);
    }
    struct arena arena = w->arena; /* which holds `w` itself */
    arena_finish(&arena);
}

static UDateFormat *format_open(const char *locale, enum precision precision)
{
    static const UChar *const skeletons[] = {[YEAR] = u"y", [MONTH] = u"yMMMM", [DAY] = u"yMMMMd"};
    UErrorCode status = U_ZERO_ERROR;
    UChar pattern[64];
    UDateTimePatternGenerator *patterns = udatpg_open(locale, &status);
    int32_t length =
        udatpg_getBestPattern(patterns, skeletons[precision], -1, pattern, COUNT(pattern), &status);
    udatpg_close(patterns);
    UDateFormat *format =
        udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, length, &status);
    return U_SUCCESS(status) ? format : NULL;
}

static UDateFormat *format_of(struct date_words *w, enum precision precision)
{
    if (!w->formats[precision]) {
        w->formats[precision] = format_open(w->locale, precision);
    }
    return w->formats[precision];
}

struct day {
    int64_t year, month, day;
    enum precision precision;
};

static bool is_all_digits(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] < '0' || s.s[i] > '9') {
            return false;
        }
    }
    return s.n > 0;
}

static bool read_part(struct str s, size_t from, size_t digits, int64_t most, int64_t *out)
{
    struct str part = str_sub(s, from, digits);
    return part.n == digits && is_all_digits(part) && str_to_int(part, 1, most, out);
}

static int64_t days_of(int64_t year, int64_t month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

static bool day_read(struct str s, struct day *out)
{
    *out = (struct day){.month = 1, .day = 1, .precision = YEAR};
    if (!read_part(s, 0, 4, 9999, &out->year) || s.n == 4) {
        return s.n == 4 && out->year > 0;
    }
    if (s.s[4] != '-' || !read_part(s, 5, 2, 12, &out->month)) {
        return false;
    }
    out->precision = MONTH;
    if (s.n == 7) {
        return true;
    }
    out->precision = DAY;
    return s.n == 10 && s.s[7] == '-' &&
           read_part(s, 8, 2, days_of(out->year, out->month), &out->day);
}

static struct str to_utf8(const UChar *text, int32_t length, struct arena *a)
{
    UErrorCode status = U_ZERO_ERROR;
    char bytes[512];
    int32_t n = 0;
    u_strToUTF8(bytes, sizeof bytes, &n, text, length, &status);
    return U_SUCCESS(status) ? arena_str(a, (struct str){bytes, (size_t)n}) : (struct str){0};
}

/* {NULL, 0} for what is no date. */
static struct str show_one(struct date_words *w, struct str date, struct arena *a)
{
    struct day day;
    if (!day_read(date, &day)) {
        return (struct str){0};
    }
    UDateFormat *format = format_of(w, day.precision);
    if (!format || !w->calendar) {
        return (struct str){0};
    }
    UErrorCode status = U_ZERO_ERROR;
    UChar text[128];
    ucal_clear(w->calendar);
    ucal_setDateTime(w->calendar, (int32_t)day.year, (int32_t)day.month - 1, (int32_t)day.day, 12,
                     0, 0, &status);
    UDate moment = ucal_getMillis(w->calendar, &status);
    int32_t length = udat_format(format, moment, text, COUNT(text), NULL, &status);
    return U_SUCCESS(status) ? to_utf8(text, length, a) : (struct str){0};
}

struct str date_words_show(struct date_words *w, struct str date, struct arena *a)
{
    size_t slash = str_find(date, '/', 0);
    struct str first = show_one(w, str_sub(date, 0, slash), a);
    if (first.s && slash == date.n) {
        return first;
    }
    struct str last = first.s ? show_one(w, str_after(date, slash + 1), a) : (struct str){0};
    if (!last.s) {
        return arena_str(a, date);
    }
    return arena_printf(a, "%.*s–%.*s", STR_ARG(first), STR_ARG(last));
}
