#include "text/layout_passage.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "text/writing.h"

enum { REPLACEMENT = 0xFFFD, HAN_COUNT = 5 };

/* ---- units ---- */

static void read_units(struct passage *p, struct arena *a)
{
    struct str text = p->text->text;
    assert(text.n < INT32_MAX / 2);
    UChar *units = arena_new(a, UChar, text.n + 1);
    size_t *bytes = arena_new(a, size_t, text.n + 1);
    int count = 0;
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        uint32_t code = utf8_next(text, &at);
        if (code == UTF8_BAD) {
            code = REPLACEMENT;
        }
        UBool is_bad = false;
        int before = count;
        U16_APPEND(units, count, (int)text.n + 1, code, is_bad);
        assert(!is_bad);
        for (int i = before; i < count; i++) {
            bytes[i] = from;
        }
    }
    bytes[count] = text.n;
    p->units = units;
    p->bytes = bytes;
    p->count = count;
}

/* ---- scripts ---- */

static bool joins_neighbours(UScriptCode script)
{
    return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

/* One script a unit; what belongs to every script takes that of what stands before it, or else that
 * of what follows. */
static const UScriptCode *read_scripts(const struct passage *p, struct arena *a)
{
    UScriptCode *scripts = arena_new(a, UScriptCode, (size_t)p->count);
    UScriptCode last = USCRIPT_COMMON;
    for (int at = 0; at < p->count;) {
        int from = at;
        UChar32 code;
        U16_NEXT(p->units, at, p->count, code);
        UErrorCode status = U_ZERO_ERROR;
        UScriptCode script = uscript_getScript(code, &status);
        if (U_FAILURE(status) || joins_neighbours(script)) {
            script = last;
        }
        if (last == USCRIPT_COMMON && script != USCRIPT_COMMON) {
            for (int i = 0; i < from; i++) {
                scripts[i] = script;
            }
        }
        last = script;
        for (int i = from; i < at; i++) {
            scripts[i] = script;
        }
    }
    return scripts;
}

/* Which shapes Han characters take: those of the language, else of the text around it. */
static const char *han_of(const char *own, const char *around)
{
    static const char *const names[HAN_COUNT][2] = {
        {"Hans", "Hans"}, {"Hant", "Hant"}, {"Jpan", "Jpan"}, {"Kore", "Hang"}, {"Hang", "Hang"},
    };
    const char *const scripts[2] = {own, around};
    for (int s = 0; s < 2; s++) {
        for (int i = 0; i < HAN_COUNT; i++) {
            if (strcmp(scripts[s], names[i][0]) == 0) {
                return names[i][1];
            }
        }
    }
    return "Hans";
}

static void name_script(UScriptCode script, const char *own, const char *around, char out[5])
{
    const char *name = NULL;
    switch ((int)script) {
    case USCRIPT_HAN:
        name = han_of(own, around);
        break;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_KATAKANA_OR_HIRAGANA:
        name = "Jpan";
        break;
    case USCRIPT_BOPOMOFO:
        name = "Hant";
        break;
    case USCRIPT_COMMON:
        /* Not one letter in the whole text: as its language would be written. */
        name = strcmp(own, "Kore") == 0 ? "Hang" : own;
        break;
    default:
        name = uscript_getShortName(script);
        break;
    }
    if (!name || strlen(name) != 4) {
        name = "Latn";
    }
    memcpy(out, name, 5);
}

/* ---- items ---- */

/* What the spans say of one place, up to `until`. */
struct state {
    size_t until;
    unsigned flags;
    int link;
    struct str language;
    struct writing writing;
};

static struct state state_at(const struct layout_text *t, size_t at)
{
    struct state s = {.until = SIZE_MAX, .link = -1, .language = t->language};
    for (int i = 0; i < t->span_count; i++) {
        const struct layout_span *span = &t->spans[i];
        if (span->from > at && span->from < s.until) {
            s.until = span->from;
        }
        if (span->from > at || span->to <= at) {
            continue;
        }
        if (span->to < s.until) {
            s.until = span->to;
        }
        s.flags |= span->flags;
        if (span->flags & RUN_LINK) {
            s.link = i;
        }
        if (span->language.n > 0) {
            s.language = span->language;
        }
    }
    s.writing = writing_of(s.language);
    return s;
}

static bool begins_item(const struct passage_item *last, const struct passage_item *next)
{
    return strcmp(last->style.script, next->style.script) != 0 ||
           last->style.flags != next->style.flags || last->link != next->link ||
           !str_eq(last->style.language, next->style.language);
}

static void read_items(struct passage *p, const UScriptCode *scripts, const char *around,
                       struct arena *a)
{
    struct passage_item *items = arena_new(a, struct passage_item, (size_t)p->count);
    struct state state = {0};
    int count = 0;
    for (int i = 0; i < p->count; i++) {
        bool is_new_state = i == 0 || p->bytes[i] >= state.until;
        if (is_new_state) {
            state = state_at(p->text, p->bytes[i]);
        }
        if (!is_new_state && scripts[i] == scripts[i - 1]) {
            items[count - 1].to = i + 1;
            continue;
        }
        struct passage_item item = {i, i + 1, {.flags = state.flags, .language = state.language},
                                    state.link};
        name_script(scripts[i], state.writing.script, around, item.style.script);
        if (count > 0 && !begins_item(&items[count - 1], &item)) {
            items[count - 1].to = i + 1;
        } else {
            items[count++] = item;
        }
    }
    p->items = items;
    p->item_count = count;
}

struct passage passage_create(const struct layout_text *text, struct arena *a)
{
    struct passage p = {.text = text};
    struct writing writing = writing_of(text->language);
    p.rtl = writing.rtl;
    read_units(&p, a);
    read_items(&p, read_scripts(&p, a), writing.script, a);
    return p;
}

/* ---- reading it ---- */

bool passage_needs_bidi(const struct passage *p)
{
    if (p->rtl) {
        return true;
    }
    for (int at = 0; at < p->count;) {
        UChar32 code;
        U16_NEXT(p->units, at, p->count, code);
        if (code < 0x590) {
            continue; /* nothing below Hebrew runs right to left */
        }
        switch (u_charDirection(code)) {
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
        case U_ARABIC_NUMBER:
        case U_RIGHT_TO_LEFT_EMBEDDING:
        case U_RIGHT_TO_LEFT_OVERRIDE:
        case U_RIGHT_TO_LEFT_ISOLATE:
            return true;
        default:
            break;
        }
    }
    return false;
}

const struct passage_item *passage_item(const struct passage *p, int at)
{
    assert(at >= 0 && at < p->count);
    int low = 0;
    int high = p->item_count - 1;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (p->items[middle].from <= at) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return &p->items[low];
}

int passage_stretch_end(const struct passage *p, int at, int limit)
{
    int end = passage_item(p, at)->to;
    if (end > limit) {
        end = limit;
    }
    if (p->levels) {
        for (int i = at + 1; i < end; i++) {
            if (p->levels[i] != p->levels[at]) {
                return i;
            }
        }
    }
    return end;
}

/* The joining type (UAX #44) of what is next to `at` on one side, past marks, which do not part letters. */
static int joining_beside(const struct passage *p, int at, bool before)
{
    while (before ? at > 0 : at < p->count) {
        UChar32 code;
        if (before) {
            U16_PREV(p->units, 0, at, code);
        } else {
            U16_NEXT(p->units, at, p->count, code);
        }
        int type = u_getIntPropertyValue(code, UCHAR_JOINING_TYPE);
        if (type != U_JT_TRANSPARENT) {
            return type;
        }
    }
    return U_JT_NON_JOINING;
}

/* Do the letters on both sides of `at` join, though they may be set apart? */
static bool joins_at(const struct passage *p, int at)
{
    int before = joining_beside(p, at, true);
    int after = joining_beside(p, at, false);
    return (before == U_JT_DUAL_JOINING || before == U_JT_LEFT_JOINING || before == U_JT_JOIN_CAUSING) &&
           (after == U_JT_DUAL_JOINING || after == U_JT_RIGHT_JOINING || after == U_JT_JOIN_CAUSING);
}

struct run_style passage_style(const struct passage *p, int from, int to)
{
    struct run_style style = passage_item(p, from)->style;
    style.rtl = p->levels ? (p->levels[from] & 1) != 0 : p->rtl;
    style.joins_before = p->levels && joins_at(p, from);
    style.joins_after = p->levels && joins_at(p, to);
    return style;
}

int passage_width(const struct passage *p, int from, int to)
{
    const struct layout_measurer *m = &p->text->measurer;
    int64_t width = 0;
    for (int at = from; at < to;) {
        int end = passage_stretch_end(p, at, to);
        struct run_style style = passage_style(p, at, end);
        size_t first = p->bytes[at];
        width += m->measure(m->self, str_sub(p->text->text, first, p->bytes[end] - first), &style);
        at = end;
    }
    return width > INT32_MAX / 4 ? INT32_MAX / 4 : (int)width;
}
