/* Where a passage's lines end. */
#pragma once

#include <stdbool.h>
#include <unicode/ubrk.h>

#include "base/arena.h"
#include "text/layout_passage.h"

/* Units [from, to) with the white space that ends them at `shown`. */
struct line_range {
    int from, shown, to;
    bool hyphen;
    bool ends_by_newline;
};

struct line_ranges {
    const struct line_range *items;
    int count;
};

/* Both iterators are set to the passage's units, or NULL: then words end at spaces, graphemes with
 * each code point. The result is from `a`. */
struct line_ranges lines_break(const struct passage *p, UBreakIterator *words,
                               UBreakIterator *graphemes, struct arena *a);
