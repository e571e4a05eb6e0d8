#include "base/str.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static void strip_common_ends(struct str *a, struct str *b)
{
    size_t same = 0;
    while (same < a->n && same < b->n && a->s[same] == b->s[same]) {
        same++;
    }
    *a = str_after(*a, same);
    *b = str_after(*b, same);
    while (a->n > 0 && b->n > 0 && a->s[a->n - 1] == b->s[b->n - 1]) {
        a->n--;
        b->n--;
    }
}

/* Three rows of the table of distances: of this byte of `a`, the one before, and the one before
 * that. */
struct rows {
    size_t *this, *before, *two_before;
};

static size_t cell(const struct rows *r, struct str a, struct str b, size_t i, size_t j)
{
    size_t changed = r->before[j - 1] + (a.s[i - 1] != b.s[j - 1]);
    size_t nearest = least(changed, least(r->before[j], r->this[j - 1]) + 1);
    if (i > 1 && j > 1 && a.s[i - 1] == b.s[j - 2] && a.s[i - 2] == b.s[j - 1]) {
        nearest = least(nearest, r->two_before[j - 2] + 1);
    }
    return nearest;
}

/* Fills row `i` within `limit` of the diagonal, where alone a distance up to it can lie, and gives
 * the least value there. Beside the band stands `limit` + 1. */
static size_t fill_row(const struct rows *r, struct str a, struct str b, size_t i, size_t limit)
{
    size_t from = i > limit ? i - limit : 1;
    size_t to = least(b.n, i + limit);
    r->this[from - 1] = from == 1 ? least(i, limit + 1) : limit + 1;
    size_t lowest = r->this[from - 1];
    for (size_t j = from; j <= to; j++) {
        r->this[j] = least(cell(r, a, b, i, j), limit + 1);
        lowest = least(lowest, r->this[j]);
    }
    if (to < b.n) {
        r->this[to + 1] = limit + 1;
    }
    return lowest;
}

size_t str_distance(struct str a, struct str b, size_t limit)
{
    assert(limit < SIZE_MAX);
    size_t longer = a.n > b.n ? a.n : b.n;
    size_t past = limit + 1;
    limit = least(limit, longer); /* none is farther */
    strip_common_ends(&a, &b);
    size_t gap = a.n > b.n ? a.n - b.n : b.n - a.n;
    if (gap > limit) {
        return past;
    }
    if (a.n == 0 || b.n == 0) {
        return gap;
    }
    size_t width = b.n + 1;
    size_t *cells = memory_zeroed(memory_product(3 * sizeof *cells, width));
    struct rows r = {cells, cells + width, cells + 2 * width};
    for (size_t j = 0; j < width; j++) {
        r.before[j] = least(j, limit + 1);
    }
    /* A swap reaches back two rows: only where two in a row are past the limit is all hope gone. */
    size_t lowest_before = 0;
    bool hopeless = false;
    for (size_t i = 1; i <= a.n && !hopeless; i++) {
        size_t lowest = fill_row(&r, a, b, i, limit);
        hopeless = lowest > limit && lowest_before > limit;
        lowest_before = lowest;
        r = (struct rows){r.two_before, r.this, r.before};
    }
    size_t distance = hopeless ? limit + 1 : r.before[b.n];
    free(cells);
    return distance > limit ? past : distance;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_same_but_for_case(struct str a, struct str b)
{
    if (a.n != b.n) {
        return false;
    }
    for (size_t i = 0; i < a.n; i++) {
        if (lower(a.s[i]) != lower(b.s[i])) {
            return false;
        }
    }
    return true;
}

/* Smaller is nearer: 0 the same, 1 but for case, else one more than the distance; at least
 * `too_far` where it is not below that. */
static size_t rank(struct str word, struct str candidate, size_t too_far)
{
    if (is_same_but_for_case(word, candidate)) {
        return str_eq(word, candidate) ? 0 : 1;
    }
    if (too_far < 3) {
        return too_far;
    }
    size_t distance = str_distance(word, candidate, too_far - 2);
    bool has_something_in_common = distance < word.n || distance < candidate.n;
    return has_something_in_common ? distance + 1 : too_far;
}

struct str str_nearest(struct str word, const struct str *candidates, size_t count)
{
    size_t limit = word.n < 3 ? 1 : least(word.n / 3, 3);
    size_t best = limit + 2;
    struct str nearest = {0};
    for (size_t i = 0; i < count && best > 0; i++) {
        size_t this = rank(word, candidates[i], best);
        if (this < best) {
            best = this;
            nearest = candidates[i];
        }
    }
    return nearest;
}
