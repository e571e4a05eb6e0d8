#include "text/layout.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>

#include "base/memory.h"
#include "text/layout_lines.h"
#include "text/layout_passage.h"

enum { BREAKER_COUNT = 4 };

/* An iterator is slow to open and quick to set to another text. */
struct breaker {
    char locale[ULOC_FULLNAME_CAPACITY];
    UBreakIterator *iterator; /* NULL where ICU has none */
    bool is_open;
};

struct layouter {
    struct breaker words[BREAKER_COUNT]; /* used last first */
    struct breaker graphemes;
    UBiDi *para, *line;
};

struct layouter *layouter_create(void)
{
    return memory_zeroed(sizeof(struct layouter));
}

void layouter_destroy(struct layouter *l)
{
    if (!l) {
        return;
    }
    for (int i = 0; i < BREAKER_COUNT; i++) {
        ubrk_close(l->words[i].iterator);
    }
    ubrk_close(l->graphemes.iterator);
    ubidi_close(l->line);
    ubidi_close(l->para);
    free(l);
}

/* ---- iterators ---- */

static void breaker_open(struct breaker *b, UBreakIteratorType type, const char *locale)
{
    UErrorCode status = U_ZERO_ERROR;
    ubrk_close(b->iterator);
    b->iterator = ubrk_open(type, locale, NULL, 0, &status);
    if (U_FAILURE(status)) {
        ubrk_close(b->iterator);
        b->iterator = NULL;
    }
    memcpy(b->locale, locale, strlen(locale) + 1);
    b->is_open = true;
}

static UBreakIterator *breaker_set(struct breaker *b, const struct passage *p)
{
    if (!b->iterator) {
        return NULL;
    }
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(b->iterator, p->units, p->count, &status);
    return U_SUCCESS(status) ? b->iterator : NULL;
}

static struct breaker *words_of(struct layouter *l, struct str language)
{
    char locale[ULOC_FULLNAME_CAPACITY] = "";
    if (language.n < sizeof locale) {
        struct str tag = str_sub(language, 0, str_find(language, '@', 0));
        memcpy(locale, tag.n ? tag.s : "", tag.n);
    }
    int at = 0;
    while (at < BREAKER_COUNT - 1 && l->words[at].is_open &&
           strcmp(l->words[at].locale, locale) != 0) {
        at++;
    }
    struct breaker found = l->words[at];
    if (!found.is_open || strcmp(found.locale, locale) != 0) {
        breaker_open(&found, UBRK_LINE, locale);
    }
    memmove(&l->words[1], &l->words[0], (size_t)at * sizeof l->words[0]);
    l->words[0] = found;
    return &l->words[0];
}

static struct breaker *graphemes_of(struct layouter *l)
{
    if (!l->graphemes.is_open) {
        breaker_open(&l->graphemes, UBRK_CHARACTER, "");
    }
    return &l->graphemes;
}

/* ---- directions ---- */

/* Levels for the whole passage; false where all of it runs in its base direction. */
static bool read_levels(struct layouter *l, struct passage *p)
{
    if (!passage_needs_bidi(p)) {
        return false;
    }
    if (!l->para) {
        l->para = ubidi_open();
        l->line = ubidi_open();
    }
    UErrorCode status = U_ZERO_ERROR;
    if (!l->para || !l->line) {
        return false;
    }
    ubidi_setPara(l->para, p->units, p->count, p->rtl ? 1 : 0, NULL, &status);
    p->levels = ubidi_getLevels(l->para, &status);
    if (U_FAILURE(status)) {
        p->levels = NULL;
    }
    return p->levels != NULL;
}

/* ---- runs ---- */

struct runs {
    const struct passage *p;
    struct layout_run *items; /* room for as many as there can be */
    int count;
    int x_px;
};

static void add_run(struct runs *r, int from, int to)
{
    const struct passage *p = r->p;
    struct layout_run *run = &r->items[r->count++];
    run->from = p->bytes[from];
    run->to = p->bytes[to];
    run->style = passage_style(p, from, to);
    run->link = passage_item(p, from)->link;
    run->width_px = passage_width(p, from, to);
}

/* The runs of units [from, to), all of one direction, in visual order. */
static void add_runs(struct runs *r, int from, int to, bool rtl)
{
    int first = r->count;
    for (int at = from; at < to;) {
        int end = passage_stretch_end(r->p, at, to);
        add_run(r, at, end);
        at = end;
    }
    for (int i = first, k = r->count - 1; rtl && i < k; i++, k--) {
        struct layout_run held = r->items[i];
        r->items[i] = r->items[k];
        r->items[k] = held;
    }
}

static bool add_visual_runs(struct layouter *l, struct runs *r, int from, int to)
{
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setLine(l->para, from, to, l->line, &status);
    int32_t count = U_SUCCESS(status) ? ubidi_countRuns(l->line, &status) : 0;
    if (U_FAILURE(status)) {
        return false;
    }
    for (int32_t i = 0; i < count; i++) {
        int32_t start = 0;
        int32_t length = 0;
        bool rtl = ubidi_getVisualRun(l->line, i, &start, &length) == UBIDI_RTL;
        add_runs(r, from + start, from + start + length, rtl);
    }
    return true;
}

/* How many runs units [from, to) make. */
static int count_runs(const struct passage *p, int from, int to)
{
    int count = 0;
    for (int at = from; at < to; count++) {
        at = passage_stretch_end(p, at, to);
    }
    return count;
}

static void add_hyphen(struct runs *r, size_t at)
{
    const struct layout_measurer *m = &r->p->text->measurer;
    for (int i = 0; i < r->count; i++) {
        struct layout_run *run = &r->items[i];
        if (run->to == at) {
            run->hyphen = true;
            run->width_px += m->measure(m->self, str_from(LAYOUT_HYPHEN), &run->style);
        }
    }
}

static struct layout_line make_line(struct layouter *l, const struct passage *p,
                                    const struct line_range *range, bool has_levels,
                                    struct arena *a)
{
    struct layout_line line = {.from = p->bytes[range->from],
                               .to = p->bytes[range->to],
                               .rtl = p->rtl,
                               .ends_by_newline = range->ends_by_newline};
    if (range->shown == range->from) {
        return line;
    }
    int most = count_runs(p, range->from, range->shown);
    struct runs r = {.p = p, .items = arena_new(a, struct layout_run, (size_t)most)};
    if (!has_levels || !add_visual_runs(l, &r, range->from, range->shown)) {
        r.count = 0;
        add_runs(&r, range->from, range->shown, false);
    }
    assert(r.count <= most);
    if (range->hyphen) {
        add_hyphen(&r, p->bytes[range->shown]);
    }
    for (int i = 0; i < r.count; i++) {
        r.items[i].x_px = r.x_px;
        r.x_px += r.items[i].width_px;
    }
    line.runs = r.items;
    line.run_count = r.count;
    line.width_px = r.x_px;
    return line;
}

struct layout layouter_lay(struct layouter *l, const struct layout_text *text, struct arena *a)
{
    struct layout layout = {0};
    if (text->text.n == 0) {
        return layout;
    }
    struct arena scratch = {0};
    struct passage p = passage_create(text, &scratch);
    bool has_levels = read_levels(l, &p);
    struct line_ranges ranges =
        lines_break(&p, breaker_set(words_of(l, text->language), &p),
                    breaker_set(graphemes_of(l), &p), &scratch);
    struct layout_line *lines = arena_new(a, struct layout_line, (size_t)ranges.count);
    for (int i = 0; i < ranges.count; i++) {
        lines[i] = make_line(l, &p, &ranges.items[i], has_levels, a);
        if (lines[i].width_px > layout.width_px) {
            layout.width_px = lines[i].width_px;
        }
    }
    layout.lines = lines;
    layout.line_count = ranges.count;
    arena_finish(&scratch);
    return layout;
}

/* ---- pages ---- */

static void fill_pages(const struct layout *l, struct layout_page *items, int count)
{
    int each = l->line_count / count;
    int longer = l->line_count % count;
    int line = 0;
    for (int i = 0; i < count; i++) {
        /* Of one line and of two, the one comes first: a last page of one line looks forgotten. */
        bool is_longer = each == 1 ? i >= count - longer : i < longer;
        int lines = each + (is_longer ? 1 : 0);
        items[i] = (struct layout_page){line, lines, l->lines[line].from};
        line += lines;
    }
}

struct layout_pages layout_paginate(const struct layout *l, int max_lines, struct arena *a)
{
    assert(max_lines >= 1);
    struct layout_pages pages = {0};
    if (l->line_count == 0) {
        return pages;
    }
    pages.count = (l->line_count - 1) / max_lines + 1;
    struct layout_page *items = arena_new(a, struct layout_page, (size_t)pages.count);
    fill_pages(l, items, pages.count);
    pages.pages = items;
    return pages;
}

int layout_pages_find(const struct layout_pages *p, size_t offset)
{
    int page = 0;
    while (page + 1 < p->count && p->pages[page + 1].from <= offset) {
        page++;
    }
    return page;
}

static int most_lines(const struct layout_pages *pages)
{
    int most = 0;
    for (int i = 0; i < pages->count; i++) {
        most = pages->pages[i].line_count > most ? pages->pages[i].line_count : most;
    }
    return most;
}

/* Evenly; the first pages have one more. */
static const struct layout_page *share_out(const struct layout *l, int page_count, struct arena *a)
{
    struct layout_page *pages = arena_new(a, struct layout_page, (size_t)page_count);
    for (int i = 0; i < page_count; i++) {
        int first = (int)(((int64_t)l->line_count * i + page_count - 1) / page_count);
        int end = (int)(((int64_t)l->line_count * (i + 1) + page_count - 1) / page_count);
        size_t from = first < end ? l->lines[first].from : 0;
        pages[i] = (struct layout_page){first, end - first, from};
    }
    return pages;
}

/* Where a word begins after byte `at`, or else the next character; not past `end`. */
static size_t next_start(struct str text, size_t at, size_t end)
{
    size_t next = at + 1;
    while (next < end && ((unsigned char)text.s[next] & 0xC0) == 0x80) {
        next++;
    }
    for (size_t i = next; i < end; i++) {
        if (text.s[i - 1] == ' ') {
            return i;
        }
    }
    return next < end ? next : end;
}

/* A line a page, and each on as many as the second needs; as `pages` pages. */
static struct layout_pages repeat_lines(struct layout_set first, int page_count, struct arena *a)
{
    struct layout_page *pages = arena_new(a, struct layout_page, (size_t)page_count);
    for (int i = 0; i < page_count; i++) {
        int line = (int)((int64_t)first.layout->line_count * i / page_count);
        const struct layout_line *l = &first.layout->lines[line];
        bool goes_on = i > 0 && pages[i - 1].first_line == line;
        size_t from = goes_on ? next_start(first.text, pages[i - 1].from, l->to) : l->from;
        pages[i] = (struct layout_page){line, 1, from};
    }
    return (struct layout_pages){pages, page_count};
}

struct layout_pair layout_paginate_pair(struct layout_set first, struct layout_set second, int gap_px, int room_px,
                                        struct arena *a)
{
    int alone = room_px / first.line_px > 1 ? room_px / first.line_px : 1;
    for (int most = alone; most >= 1; most--) {
        struct layout_pages pages = layout_paginate(first.layout, most, a);
        if (pages.count == 0) {
            break;
        }
        int share = (second.layout->line_count + pages.count - 1) / pages.count;
        if (most_lines(&pages) * first.line_px + gap_px + share * second.line_px <= room_px) {
            return (struct layout_pair){pages, share_out(second.layout, pages.count, a)};
        }
    }
    int beneath = (room_px - first.line_px - gap_px) / second.line_px;
    if (beneath < 1 || first.layout->line_count == 0) {
        return (struct layout_pair){layout_paginate(first.layout, alone, a), NULL};
    }
    int count = (second.layout->line_count + beneath - 1) / beneath;
    return (struct layout_pair){repeat_lines(first, count, a), share_out(second.layout, count, a)};
}
