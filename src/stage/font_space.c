/* Letters and words set further apart than their font has them. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "stage/font_internal.h"
#include "text/grapheme.h"

/* What stays together: a letter, or where letters are not parted a word with the space behind it. */
struct part {
    size_t from, to;
    int x; /* from the word's start to the part's */
    int more_px;
};

struct spacing_out {
    const struct glyph_run *run;
    TTF_Font *font;
    struct str text;
    struct strbuf words; /* the piece that is looked at */
    struct part *parts;
    int count;
    int end_px; /* where the last part ends */
};

/* Makes these bytes the piece that is looked at. */
static struct font_extent extent(struct spacing_out *s, size_t from, size_t to)
{
    strbuf_clear(&s->words);
    strbuf_add(&s->words, str_sub(s->text, from, to - from));
    return font_extent(s->font, &s->words, s->run->rtl);
}

static bool ends_with_space(struct str text, size_t end)
{
    bool is_fixed = end >= 2 && (unsigned char)text.s[end - 2] == 0xC2 && (unsigned char)text.s[end - 1] == 0xA0;
    return is_fixed || (end >= 1 && text.s[end - 1] == ' ');
}

static size_t part_end(struct str text, size_t from, bool by_letter)
{
    size_t at = grapheme_end(text, from);
    while (!by_letter && at < text.n && !ends_with_space(text, at)) {
        at = grapheme_end(text, at);
    }
    return at;
}

/* Kerning belongs before the letter that it moves: a letter begins where the word up to its end does,
 * less its own width. Measured by the word, so that rounding does not add up. */
static void find_parts(struct spacing_out *s)
{
    bool by_letter = s->run->letter_px && script_takes_letter_space(s->run->script);
    size_t word = 0; /* where it begins */
    int word_x = 0;
    int so_far = 0;
    for (size_t at = 0; at < s->text.n; s->count++) {
        size_t end = part_end(s->text, at, by_letter);
        bool ends_word = ends_with_space(s->text, end);
        int up_to = extent(s, word, end).advance;
        int alone = at == word ? up_to : extent(s, at, end).advance;
        s->parts[s->count] = (struct part){at, end, word_x + up_to - alone + so_far, 0};
        so_far += (by_letter ? s->run->letter_px : 0) + (ends_word ? s->run->word_px : 0);
        s->end_px = word_x + up_to + so_far;
        if (ends_word) {
            word_x += up_to;
            word = end;
        }
        at = end;
    }
}

void font_visit_spaced(const struct glyph_run *run, TTF_Font *font, struct str text,
                       void (*visit)(void *self, const struct stretch *s), void *self)
{
    struct spacing_out s = {.run = run, .font = font, .text = text};
    s.parts = memory_zeroed(memory_product(text.n, sizeof s.parts[0]));
    find_parts(&s);
    for (int i = 0; i < s.count; i++) {
        int at = run->rtl ? s.count - 1 - i : i;
        const struct part *p = &s.parts[at];
        int end_px = at + 1 < s.count ? s.parts[at + 1].x : s.end_px;
        struct font_extent e = extent(&s, p->from, p->to);
        struct stretch stretch = {font, s.words.s, end_px - p->x, e.overhang};
        visit(self, &stretch);
    }
    free(s.parts);
    strbuf_finish(&s.words);
}
