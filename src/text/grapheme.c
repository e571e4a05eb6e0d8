#include "text/grapheme.h"

#include <stdint.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/compiler.h"
#include "base/utf8.h"

struct letter {
    UGraphemeClusterBreak kind;
    bool is_pictograph;
};

static struct letter letter_at(struct str text, size_t *at)
{
    uint32_t code = utf8_next(text, at);
    UChar32 c = code == UTF8_BAD ? 0xFFFD : (UChar32)code;
    return (struct letter){(UGraphemeClusterBreak)u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK),
                           u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)};
}

static bool is_control(UGraphemeClusterBreak kind)
{
    return kind == U_GCB_CONTROL || kind == U_GCB_CR || kind == U_GCB_LF;
}

/* UAX #29, GB6 to GB8. */
static bool joins_hangul(UGraphemeClusterBreak before, UGraphemeClusterBreak after)
{
    switch ((int)before) {
    case U_GCB_L:
        return after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT;
    case U_GCB_LV:
    case U_GCB_V:
        return after == U_GCB_V || after == U_GCB_T;
    case U_GCB_LVT:
    case U_GCB_T:
        return after == U_GCB_T;
    default:
        return false;
    }
}

/* What decides beyond the neighbours: a pictograph, then any marks, stands before a joiner; how many
 * regional indicators stand in a row. */
struct before {
    struct letter last;
    bool after_pictograph;
    int indicators;
};

static bool joins(const struct before *b, struct letter next)
{
    UGraphemeClusterBreak last = b->last.kind;
    if (last == U_GCB_CR && next.kind == U_GCB_LF) {
        return true;
    }
    if (is_control(last) || is_control(next.kind)) {
        return false;
    }
    bool extends = next.kind == U_GCB_EXTEND || next.kind == U_GCB_ZWJ || next.kind == U_GCB_SPACING_MARK;
    bool is_flag = next.kind == U_GCB_REGIONAL_INDICATOR && b->indicators % 2 == 1;
    bool is_family = last == U_GCB_ZWJ && b->after_pictograph && next.is_pictograph;
    return extends || last == U_GCB_PREPEND || is_flag || is_family || joins_hangul(last, next.kind);
}

static void go_past(struct before *b, struct letter l)
{
    bool is_mark = l.kind == U_GCB_EXTEND || l.kind == U_GCB_ZWJ;
    b->after_pictograph = l.is_pictograph || (is_mark && b->after_pictograph);
    b->indicators = l.kind == U_GCB_REGIONAL_INDICATOR ? b->indicators + 1 : 0;
    b->last = l;
}

size_t grapheme_end(struct str text, size_t from)
{
    struct before before = {0};
    size_t at = from;
    go_past(&before, letter_at(text, &at));
    while (at < text.n) {
        size_t end = at;
        struct letter next = letter_at(text, &end);
        if (!joins(&before, next)) {
            break;
        }
        go_past(&before, next);
        at = end;
    }
    return at;
}

bool script_takes_letter_space(const char *script)
{
    static const char *const scripts[] = {"Latn", "Grek", "Cyrl", "Armn", "Geor", "Copt", "Hebr", "Ethi", "Thai",
                                          "Laoo", "Hang", "Hans", "Hant", "Hani", "Jpan", "Bopo"};
    for (size_t i = 0; i < COUNT(scripts); i++) {
        if (strcmp(script, scripts[i]) == 0) {
            return true;
        }
    }
    return false;
}
