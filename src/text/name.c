#include "text/name.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/compiler.h"
#include "base/utf8.h"
#include "text/grapheme.h"
#include "text/writing.h"

enum { NAME_MOST_UNITS = 4 * STORE_NAME_MOST };

/* First strong isolate, and its end. */
#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"

static int letters(struct str text)
{
    int count = 0;
    for (size_t at = 0; at < text.n; count++) {
        at = grapheme_end(text, at);
    }
    return count;
}

bool name_has_room(struct str typed)
{
    return typed.n <= STORE_NAME_MOST && letters(typed) <= NAME_MOST;
}

/* Joiners are part of how Persian and Hindi names are spelt, and of pictures. */
static bool joins(uint32_t code)
{
    return code == 0x200C || code == 0x200D || code == 0xFE0E || code == 0xFE0F;
}

bool name_takes(uint32_t code)
{
    if (code == UTF8_BAD || code > 0x10FFFF) {
        return false;
    }
    switch (u_charType((UChar32)code)) {
    case U_CONTROL_CHAR:
    case U_SURROGATE:
    case U_PRIVATE_USE_CHAR:
    case U_UNASSIGNED:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
        return false;
    default:
        return joins(code) || !u_hasBinaryProperty((UChar32)code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    }
}

static bool is_blank(uint32_t code)
{
    return u_isUWhiteSpace((UChar32)code);
}

/* Blanks run together into one, and none at the ends. */
static bool squeeze(struct str typed, struct strbuf *out, bool *is_seen_out)
{
    bool waits = false;
    for (size_t at = 0; at < typed.n;) {
        char bytes[4];
        uint32_t code = utf8_next(typed, &at);
        if (!name_takes(code)) {
            return false;
        }
        if (is_blank(code)) {
            waits = out->n > 0;
            continue;
        }
        strbuf_add_c(out, waits ? " " : "");
        strbuf_add(out, (struct str){bytes, (size_t)utf8_put(bytes, code)});
        *is_seen_out = *is_seen_out || (u_isgraph((UChar32)code) && !joins(code));
        waits = false;
    }
    return true;
}

/* NFC, so that one name is one however the keyboard makes its letters (UAX #15). */
static bool compose(struct str text, struct arena *a, struct str *out)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[NAME_MOST_UNITS], composed[NAME_MOST_UNITS];
    char bytes[NAME_MOST_UNITS];
    int32_t n;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    u_strFromUTF8(units, NAME_MOST_UNITS, &n, text.s, (int32_t)text.n, &status);
    n = U_SUCCESS(status) ? unorm2_normalize(nfc, units, n, composed, NAME_MOST_UNITS, &status) : 0;
    u_strToUTF8(bytes, NAME_MOST_UNITS, &n, composed, n, &status);
    if (U_FAILURE(status)) {
        return false;
    }
    *out = arena_str(a, (struct str){bytes, (size_t)n});
    return true;
}

bool name_tidy(struct str typed, struct arena *a, struct str *name_out)
{
    struct strbuf squeezed = {0};
    bool is_seen = false;
    bool ok = typed.n <= NAME_MOST_UNITS && squeeze(typed, &squeezed, &is_seen) && is_seen &&
              compose(strbuf_str(&squeezed), a, name_out) && name_has_room(*name_out);
    strbuf_finish(&squeezed);
    return ok;
}

struct str name_short(struct str name, int most, struct arena *a)
{
    size_t end = 0;
    if (letters(name) <= most) {
        return name;
    }
    for (int i = 0; i + 1 < most; i++) {
        end = grapheme_end(name, end);
    }
    return arena_printf(a, "%.*s…", STR_ARG(str_trim(str_sub(name, 0, end))));
}

uint32_t name_letter(uint32_t capital, struct str before)
{
    size_t at = before.n ? utf8_back(before, before.n) : 0;
    bool begins = before.n == 0 || !u_isalnum((UChar32)utf8_next(before, &at));
    return begins ? capital : (uint32_t)u_tolower((UChar32)capital);
}

static bool is_other_way(struct str name, bool rtl)
{
    for (size_t at = 0; at < name.n;) {
        UCharDirection d = u_charDirection((UChar32)utf8_next(name, &at));
        bool is_right = d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC;
        if (rtl ? d == U_LEFT_TO_RIGHT : is_right) {
            return true;
        }
    }
    return false;
}

struct str name_within(struct str name, struct str language, struct arena *a)
{
    bool isolates = is_other_way(name, writing_of(language).rtl);
    return isolates ? arena_printf(a, FSI "%.*s" PDI, STR_ARG(name)) : name;
}
