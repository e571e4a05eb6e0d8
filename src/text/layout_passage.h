/* A text made ready for layout: UTF-16 with its byte offsets, cut where script or style changes. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <unicode/ubidi.h>
#include <unicode/utypes.h>

#include "base/arena.h"
#include "text/layout.h"

/* Units [from, to) of one script and one style. Its style's `rtl` is not yet known. */
struct passage_item {
    int from, to;
    struct run_style style;
    int link; /* as in layout_run */
};

struct passage {
    const struct layout_text *text;
    const UChar *units;
    const size_t *bytes; /* where each unit comes from; bytes[count] is the text's end */
    int count;
    const struct passage_item *items;
    int item_count;
    bool rtl;                 /* base direction */
    const UBiDiLevel *levels; /* one a unit, or NULL: all of the base direction */
};

/* All of it from `a`. */
struct passage passage_create(const struct layout_text *text, struct arena *a);
bool passage_needs_bidi(const struct passage *p);
const struct passage_item *passage_item(const struct passage *p, int at);
/* The end, at most `limit`, of what is set as one run from `at` on. */
int passage_stretch_end(const struct passage *p, int at, int limit);
/* Of units [from, to), which are set as one run. */
struct run_style passage_style(const struct passage *p, int from, int to);
/* In pixels, measured run by run. */
int passage_width(const struct passage *p, int from, int to);
