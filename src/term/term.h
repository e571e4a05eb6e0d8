/* A story told in a plain terminal: lines are only ever added, and anything can be at either end.
 */
#pragma once

#include <stdbool.h>

#include "player/strings.h"
#include "viewing/viewing.h"

/* Where the lines go and the answers come from. */
struct term_io {
    bool (*write)(void *self, struct str text); /* false: nobody reads any more, the telling ends */
    /* One line without its end, valid until the next call; false at the end of input. */
    bool (*read_line)(void *self, struct str *line_out);
    int (*columns)(void *self);
    void *self;
    bool echoes; /* answers are not seen as they are typed (a pipe): the term writes them itself */
};

struct term_options {
    const struct story *story;
    const struct words *words;
    const struct strings *strings;
    enum level level;
    bool level_given;    /* it also stands over the level of a kept place */
    int start;           /* a scene; negative: the story's start, or the kept place */
    struct str bookmark; /* viewing_to_text's, or empty */
    const struct str *viewers; /* known names: it is asked first who is watching; none: it is not asked */
    int viewer_count;
    /* Of those, or empty for nobody in particular; gives the place kept for them, from `a`, in place of `bookmark`. */
    struct str (*choose_viewer)(void *self, struct str viewer, struct arena *a);
    struct str notice;   /* a line to begin with, or empty */
    struct term_io io;
    bool (*keep)(void *self, struct str bookmark, struct error *err); /* NULL: nothing is kept */
    void (*log)(void *self, const char *line);                        /* NULL: nowhere */
    void *self;
};

/* Tells the story until the viewer ends it or the input does. Everything in `o` must stay as it is
 * meanwhile. */
void term_run(const struct term_options *o);
