#include "text/layout_lines.h"

#include <string.h>
#include <unicode/uchar.h>

enum { SOFT_HYPHEN = 0xAD, NEWLINE = '\n', HYPHEN_PART_LEAST = 6 };

/* What a line takes or leaves as a whole: a word with the white space behind it, or a part of a word
 * too long for any line. */
struct piece {
    int from, shown, to;
    int shown_px, px; /* without and with that white space */
    bool ends_line;   /* by force: a newline, or the middle of a word */
    bool newline;
    bool hyphen; /* if the line ends here */
    int hyphen_px;
};

struct breaking {
    const struct passage *p;
    UBreakIterator *words, *graphemes;
    struct arena *arena;
    int width_px;
    struct piece *pieces;
    int count, capacity;
};

/* ---- characters ---- */

static UChar32 unit_at(const struct passage *p, int at)
{
    UChar32 code;
    U16_GET(p->units, 0, at, p->count, code);
    return code;
}

static UChar32 unit_before(const struct passage *p, int at)
{
    return unit_at(p, at - 1);
}

static bool is_space(UChar32 code)
{
    /* A no-break space is seen, a zero-width space is not but White_Space leaves it out. */
    return code == 0x200B ||
           (u_isUWhiteSpace(code) && code != 0xA0 && code != 0x202F && code != 0x2007);
}

/* Alphabets whose words are divided with a hyphen. */
static bool takes_hyphen(const struct passage *p, int at)
{
    static const char *const scripts[] = {"Latn", "Grek", "Cyrl", "Armn", "Geor", "Copt"};
    if (at <= 0 || at >= p->count || !u_isalpha(unit_at(p, at)) || !u_isalpha(unit_before(p, at))) {
        return false;
    }
    const char *script = passage_item(p, at - 1)->style.script;
    for (size_t i = 0; i < COUNT(scripts); i++) {
        if (strcmp(script, scripts[i]) == 0) {
            return true;
        }
    }
    return false;
}

static int hyphen_width(const struct passage *p, int at)
{
    const struct layout_measurer *m = &p->text->measurer;
    struct run_style style = passage_style(p, at - 1, at);
    return m->measure(m->self, str_from(LAYOUT_HYPHEN), &style);
}

/* ---- where a line may end ---- */

/* Korean keeps its words whole, as its readers expect (CSS `word-break: keep-all`). */
static bool splits_korean(const struct passage *p, int at)
{
    if (!u_isalnum(unit_before(p, at)) || !u_isalnum(unit_at(p, at))) {
        return false;
    }
    return strcmp(passage_item(p, at - 1)->style.script, "Hang") == 0 ||
           strcmp(passage_item(p, at)->style.script, "Hang") == 0;
}

static int next_after_space(const struct passage *p, int at)
{
    for (at++; at < p->count; at++) {
        UChar32 before = unit_before(p, at);
        if (before == NEWLINE || (is_space(before) && !is_space(unit_at(p, at)))) {
            return at;
        }
    }
    return p->count;
}

static bool is_hyphen(UChar32 code)
{
    return code == '-' || code == 0x2010;
}

/* "grown-ups" and "Yun-a" stay whole: a line that ends "grown-" has the reader wait for little. A compound is
 * parted where both parts are words one can hold on to. */
static bool splits_compound(const struct passage *p, int at)
{
    int before = 0;
    int after = 0;
    if (!is_hyphen(unit_before(p, at))) {
        return false;
    }
    while (at - 1 - before > 0 && u_isalnum(unit_before(p, at - 1 - before))) {
        before++;
    }
    while (at + after < p->count && u_isalnum(unit_at(p, at + after))) {
        after++;
    }
    return before < HYPHEN_PART_LEAST || after < HYPHEN_PART_LEAST;
}

static int next_break(const struct breaking *b, int at, bool keeps_compounds)
{
    const struct passage *p = b->p;
    if (!b->words) {
        return next_after_space(p, at);
    }
    int end = ubrk_following(b->words, at);
    while (end != UBRK_DONE && end < p->count &&
           (splits_korean(p, end) || (keeps_compounds && splits_compound(p, end)))) {
        end = ubrk_next(b->words);
    }
    return end == UBRK_DONE ? p->count : end;
}

static int next_grapheme(const struct breaking *b, int at)
{
    if (b->graphemes) {
        int end = ubrk_following(b->graphemes, at);
        return end == UBRK_DONE ? b->p->count : end;
    }
    U16_FWD_1(b->p->units, at, b->p->count);
    return at;
}

/* ---- pieces ---- */

static void add_piece(struct breaking *b, struct piece piece)
{
    if (b->count == b->capacity) {
        int capacity = b->capacity ? b->capacity * 2 : 64;
        struct piece *grown = arena_new(b->arena, struct piece, (size_t)capacity);
        if (b->count > 0) {
            memcpy(grown, b->pieces, (size_t)b->count * sizeof *grown);
        }
        b->pieces = grown;
        b->capacity = capacity;
    }
    b->pieces[b->count++] = piece;
}

static int part_width(const struct breaking *b, int from, int to)
{
    return passage_width(b->p, from, to) + (takes_hyphen(b->p, to) ? hyphen_width(b->p, to) : 0);
}

/* The furthest end at which a part of a word, hyphen and all, fits a line: at least one grapheme.
 * Measures longer and longer parts, so that a word of any length costs in proportion to it. */
static int fitting_part(const struct breaking *b, int from, int shown)
{
    int best = next_grapheme(b, from);
    for (int step = 1; best < shown && step > 0;) {
        int end = best;
        for (int i = 0; i < step && end < shown; i++) {
            end = next_grapheme(b, end);
        }
        if (end > shown) {
            end = shown;
        }
        if (part_width(b, from, end) <= b->width_px) {
            best = end;
            step *= 2;
        } else {
            step /= 2;
        }
    }
    return best;
}

static void add_parts(struct breaking *b, struct piece word)
{
    while (word.shown > word.from) {
        int end = fitting_part(b, word.from, word.shown);
        if (end >= word.shown) {
            break;
        }
        struct piece part = {.from = word.from, .shown = end, .to = end, .ends_line = true};
        part.shown_px = part.px = passage_width(b->p, part.from, end);
        part.hyphen = takes_hyphen(b->p, end);
        part.hyphen_px = part.hyphen ? hyphen_width(b->p, end) : 0;
        add_piece(b, part);
        word.from = end;
    }
    word.shown_px = passage_width(b->p, word.from, word.shown);
    add_piece(b, word);
}

static void add_word(struct breaking *b, int from, int to)
{
    const struct passage *p = b->p;
    struct piece word = {.from = from, .shown = to, .to = to};
    int spaces_end = to;
    if (unit_before(p, to) == NEWLINE) {
        word.newline = word.ends_line = true;
        spaces_end--;
        if (spaces_end > from && p->units[spaces_end - 1] == '\r') {
            spaces_end--;
        }
    }
    word.shown = spaces_end;
    while (word.shown > from && is_space(unit_before(p, word.shown))) {
        word.shown--;
    }
    if (word.shown > from && unit_before(p, word.shown) == SOFT_HYPHEN && to < p->count) {
        word.hyphen = true;
        word.hyphen_px = hyphen_width(p, word.shown);
    }
    word.shown_px = passage_width(p, from, word.shown);
    word.px = word.shown_px + passage_width(p, word.shown, spaces_end);
    if (word.shown_px + word.hyphen_px > b->width_px && word.shown > from) {
        add_parts(b, word);
    } else {
        add_piece(b, word);
    }
}

/* A line ends at a newline wherever the iterator would have it. */
static int before_newline(const struct passage *p, int at, int end)
{
    for (int i = at; i < end - 1; i++) {
        if (p->units[i] == NEWLINE) {
            return i + 1;
        }
    }
    return end;
}

static void read_pieces(struct breaking *b)
{
    for (int at = 0; at < b->p->count;) {
        int end = before_newline(b->p, at, next_break(b, at, true));
        int apart = before_newline(b->p, at, next_break(b, at, false));
        if (apart < end && passage_width(b->p, at, end) > b->width_px) {
            end = apart; /* better parted at its hyphen than in the middle of a word */
        }
        add_word(b, at, end);
        at = end;
    }
}

/* ---- lines ---- */

/* Pieces [first, end). */
struct span_of_pieces {
    int first, end;
};

static int pieces_width(const struct breaking *b, int first, int end)
{
    const struct piece *last = &b->pieces[end - 1];
    return passage_width(b->p, b->pieces[first].from, last->shown) + last->hyphen_px;
}

/* As many pieces as fit. Set together they may come out wider than one by one, so the line is
 * measured again as a whole. */
static int line_end(const struct breaking *b, int first)
{
    int64_t px = 0;
    int end = first;
    while (end < b->count) {
        const struct piece *piece = &b->pieces[end];
        if (end > first && px + piece->shown_px + piece->hyphen_px > b->width_px) {
            break;
        }
        px += piece->px;
        end++;
        if (piece->ends_line) {
            break;
        }
    }
    while (end > first + 1 && pieces_width(b, first, end) > b->width_px) {
        end--;
    }
    return end;
}

/* A last line of one word looks forgotten: it takes the word above with it, where that leaves two. A short one,
 * such as a syllable of Hangul, is worse than a line of one word above it. */
static void mend_orphan(const struct breaking *b, struct span_of_pieces *above,
                        struct span_of_pieces *last)
{
    const struct piece *word = &b->pieces[last->first];
    const struct piece *before = &b->pieces[above->end - 1];
    bool is_short = word->shown_px <= b->width_px / 5;
    bool is_word = before->to > before->shown; /* where no spaces part them, a piece may be any part of a sentence */
    bool is_orphan = last->end - last->first == 1 && word->shown > word->from && (is_short || is_word);
    int least = is_short ? 2 : 3;
    if (!is_orphan || above->end - above->first < least || before->ends_line) {
        return;
    }
    if (pieces_width(b, last->first - 1, last->end) <= b->width_px &&
        pieces_width(b, above->first, above->end - 1) <= b->width_px) {
        above->end--;
        last->first--;
    }
}

struct line_ranges lines_break(const struct passage *p, UBreakIterator *words,
                               UBreakIterator *graphemes, struct arena *a)
{
    int width_px = p->text->width_px < 1 ? 1 : p->text->width_px;
    struct breaking b = {p, words, graphemes, a, width_px, NULL, 0, 0};
    read_pieces(&b);
    struct span_of_pieces *spans = arena_new(a, struct span_of_pieces, (size_t)b.count);
    int count = 0;
    for (int at = 0; at < b.count; count++) {
        spans[count] = (struct span_of_pieces){at, line_end(&b, at)};
        at = spans[count].end;
        bool ends_paragraph = at == b.count || b.pieces[at - 1].newline;
        if (ends_paragraph && count > 0) {
            mend_orphan(&b, &spans[count - 1], &spans[count]);
        }
    }
    struct line_range *lines = arena_new(a, struct line_range, (size_t)count);
    for (int i = 0; i < count; i++) {
        const struct piece *last = &b.pieces[spans[i].end - 1];
        lines[i] = (struct line_range){b.pieces[spans[i].first].from, last->shown, last->to,
                                       last->hyphen, last->newline};
        /* White space alone before the line's end, as in "word  \n", is not shown either. */
        while (lines[i].shown > lines[i].from && is_space(unit_before(p, lines[i].shown))) {
            lines[i].shown--;
        }
    }
    return (struct line_ranges){lines, count};
}
