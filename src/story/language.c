#include "story/language.h"

#include <string.h>

#include "base/compiler.h"

static char plain(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return (char)(c - 'A' + 'a');
    }
    return c == '_' ? '-' : c;
}

/* Without regard to case, and a POSIX locale's "_" for "-". */
static bool same_tag(struct str a, struct str b)
{
    if (a.n != b.n) {
        return false;
    }
    for (size_t i = 0; i < a.n; i++) {
        if (plain(a.s[i]) != plain(b.s[i])) {
            return false;
        }
    }
    return true;
}

/* "ko_KR.UTF-8@x" is asked for as "ko_KR". */
static struct str without_codeset(struct str locale)
{
    size_t dot = str_find(locale, '.', 0);
    size_t at = str_find(locale, '@', 0);
    return str_sub(locale, 0, dot < at ? dot : at);
}

/* RFC 4647 §3.4: with the last subtag goes a single letter or digit before it. */
static struct str without_last_subtag(struct str range)
{
    size_t n = range.n;
    while (n > 0 && plain(range.s[n - 1]) != '-') {
        n--;
    }
    n = n > 0 ? n - 1 : 0;
    if (n >= 2 && plain(range.s[n - 2]) == '-') {
        n -= 2;
    }
    return str_sub(range, 0, n);
}

int language_lookup(struct str range, const struct str *tags, int tag_count)
{
    range = without_codeset(range);
    if (str_is(range, "C") || str_is(range, "POSIX")) {
        return -1;
    }
    for (; range.n > 0; range = without_last_subtag(range)) {
        for (int i = 0; i < tag_count; i++) {
            if (same_tag(range, tags[i])) {
                return i;
            }
        }
    }
    return -1;
}

/* RFC 5646 §2.1: grandfathered tags that the grammar itself does not hold. */
static const struct str irregular[] = {
    STR_INIT("en-GB-oed"),  STR_INIT("i-ami"),    STR_INIT("i-bnn"),     STR_INIT("i-default"),
    STR_INIT("i-enochian"), STR_INIT("i-hak"),    STR_INIT("i-klingon"), STR_INIT("i-lux"),
    STR_INIT("i-mingo"),    STR_INIT("i-navajo"), STR_INIT("i-pwn"),     STR_INIT("i-tao"),
    STR_INIT("i-tay"),      STR_INIT("i-tsu"),    STR_INIT("sgn-BE-FR"), STR_INIT("sgn-BE-NL"),
    STR_INIT("sgn-CH-DE"),
};

static bool is_irregular(struct str tag)
{
    for (size_t i = 0; i < COUNT(irregular); i++) {
        if (same_tag(tag, irregular[i]) && str_find(tag, '_', 0) == tag.n) {
            return true;
        }
    }
    return false;
}

enum alphabet { LETTERS = 1, DIGITS = 2, BOTH = 3 };

/* Goes through a tag by subtags; [from, to) is the next one. */
struct reader {
    struct str tag;
    size_t from, to;
};

static bool is_of(char c, enum alphabet alphabet)
{
    char p = plain(c);
    return ((alphabet & LETTERS) && p >= 'a' && p <= 'z') ||
           ((alphabet & DIGITS) && p >= '0' && p <= '9');
}

static bool at_end(const struct reader *r)
{
    return r->from > r->tag.n;
}

static void advance(struct reader *r)
{
    r->from = r->to + 1;
    r->to = r->from > r->tag.n ? r->from : str_find(r->tag, '-', r->from);
}

static bool is_next(const struct reader *r, enum alphabet alphabet, size_t least, size_t most)
{
    if (at_end(r) || r->to - r->from < least || r->to - r->from > most) {
        return false;
    }
    for (size_t i = r->from; i < r->to; i++) {
        if (!is_of(r->tag.s[i], alphabet)) {
            return false;
        }
    }
    return true;
}

static bool take(struct reader *r, enum alphabet alphabet, size_t least, size_t most)
{
    if (!is_next(r, alphabet, least, most)) {
        return false;
    }
    advance(r);
    return true;
}

static bool take_language(struct reader *r)
{
    if (take(r, LETTERS, 4, 8)) {
        return true;
    }
    if (!take(r, LETTERS, 2, 3)) {
        return false;
    }
    for (int i = 0; i < 3 && take(r, LETTERS, 3, 3); i++) {
    }
    return true;
}

static bool take_variant(struct reader *r)
{
    bool digit_first = is_next(r, BOTH, 4, 4) && is_of(r->tag.s[r->from], DIGITS);
    return take(r, BOTH, 5, 8) || (digit_first && take(r, BOTH, 4, 4));
}

static bool is_next_private(const struct reader *r)
{
    return is_next(r, LETTERS, 1, 1) && plain(r->tag.s[r->from]) == 'x';
}

/* A singleton and at least one subtag of `least` to 8 behind it. */
static bool take_extension(struct reader *r, size_t least)
{
    advance(r);
    if (!take(r, BOTH, least, 8)) {
        return false;
    }
    while (take(r, BOTH, least, 8)) {
    }
    return true;
}

bool language_tag_is_sound(struct str tag)
{
    if (is_irregular(tag)) {
        return true;
    }
    struct reader r = {tag, 0, str_find(tag, '-', 0)};
    if (!is_next_private(&r)) {
        if (!take_language(&r)) {
            return false;
        }
        (void)take(&r, LETTERS, 4, 4);
        (void)(take(&r, LETTERS, 2, 2) || take(&r, DIGITS, 3, 3));
        while (take_variant(&r)) {
        }
        while (is_next(&r, BOTH, 1, 1) && !is_next_private(&r)) {
            if (!take_extension(&r, 2)) {
                return false;
            }
        }
    }
    if (is_next_private(&r) && !take_extension(&r, 1)) {
        return false;
    }
    return at_end(&r);
}
