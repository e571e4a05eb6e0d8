#include "text/reading.h"

#include <stdbool.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/utf8.h"
#include "text/locale.h"

enum { HANGUL_SYLLABLES = 19, FOR_WORDS = 10 };

/* A text cut into words or sentences; offsets are bytes. */
struct pieces {
    UText text;
    UBreakIterator *iterator; /* NULL: ICU has no data, and the text is one piece */
};

static struct pieces pieces_open(UBreakIteratorType type, struct str text, struct str language)
{
    struct pieces p = {.text = UTEXT_INITIALIZER};
    char locale[LOCALE_BYTES];
    UErrorCode status = U_ZERO_ERROR;
    locale_of(language, locale);
    (void)utext_openUTF8(&p.text, text.s, (int64_t)text.n, &status);
    p.iterator = ubrk_open(type, locale, NULL, 0, &status);
    ubrk_setUText(p.iterator, &p.text, &status);
    if (U_FAILURE(status)) {
        ubrk_close(p.iterator);
        p.iterator = NULL;
    }
    return p;
}

static void pieces_close(struct pieces *p)
{
    ubrk_close(p->iterator);
    utext_close(&p->text);
}

/* --- words --- */

static int hangul_in(struct str piece)
{
    int count = 0;
    for (size_t at = 0; at < piece.n;) {
        uint32_t code = utf8_next(piece, &at);
        count += code >= 0xAC00 && code <= 0xD7A3;
    }
    return count;
}

int reading_words(struct str text, struct str language)
{
    if (text.n == 0) {
        return 0;
    }
    struct pieces p = pieces_open(UBRK_WORD, text, language);
    int words = p.iterator ? 0 : 1;
    int syllables = p.iterator ? 0 : hangul_in(text);
    int32_t from = 0;
    for (int32_t to; p.iterator && (to = ubrk_next(p.iterator)) != UBRK_DONE; from = to) {
        int hangul = hangul_in(str_sub(text, (size_t)from, (size_t)(to - from)));
        bool is_word = ubrk_getRuleStatus(p.iterator) >= UBRK_WORD_NONE_LIMIT;
        syllables += hangul;
        words += is_word && hangul == 0;
    }
    pieces_close(&p);
    return words + (syllables * FOR_WORDS + HANGUL_SYLLABLES - 1) / HANGUL_SYLLABLES;
}

/* --- places --- */

struct sentence {
    int n, count;
    size_t from, to;
};

/* The sentence that holds byte `at`; where `at` is SIZE_MAX, the one numbered `n`. */
static struct sentence find_sentence(struct reading_text t, size_t at, int n)
{
    struct sentence found = {.count = 1, .to = t.text.n};
    struct pieces p = pieces_open(UBRK_SENTENCE, t.text, t.language);
    size_t from = 0;
    int count = 0;
    for (int32_t to; p.iterator && (to = ubrk_next(p.iterator)) != UBRK_DONE; from = (size_t)to) {
        bool is_it = at == SIZE_MAX ? count == n : at >= from && at < (size_t)to;
        if (is_it) {
            found = (struct sentence){.n = count, .from = from, .to = (size_t)to};
        }
        count++;
    }
    found.count = count ? count : 1;
    pieces_close(&p);
    return found;
}

static size_t character_at(struct str text, size_t at)
{
    while (at > 0 && at < text.n && ((unsigned char)text.s[at] & 0xC0) == 0x80) {
        at--;
    }
    return at < text.n ? at : text.n;
}

size_t reading_same_place(struct reading_text from, size_t at, struct reading_text to)
{
    if (at == 0 || from.text.n == 0 || to.text.n == 0) {
        return 0;
    }
    if (at >= from.text.n) {
        return to.text.n;
    }
    struct sentence was = find_sentence(from, at, 0);
    struct sentence is = find_sentence(to, SIZE_MAX, was.n);
    if (was.count != is.count) {
        was = (struct sentence){.to = from.text.n};
        is = (struct sentence){.to = to.text.n};
    }
    double share = (double)(at - was.from) / (double)(was.to - was.from);
    return character_at(to.text, is.from + (size_t)(share * (double)(is.to - is.from) + 0.5));
}
