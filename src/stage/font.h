/* Faces and scripts to fonts; how wide text is, and its coverage as pixels. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "stage/bitmap.h"
#include "stage/geometry.h"
#include "text/layout.h"

/* Roles, not files: font_table.c alone knows which file sets which script in which face. */
enum face {
    FACE_DISPLAY, /* titles, maps */
    FACE_BODY,    /* the telling */
    FACE_BODY_ITALIC,
    FACE_BODY_BOLD,
    FACE_UI, /* the program's own words */
    FACE_UI_BOLD,
    FACE_PLAIN, /* letters made to be told apart */
    FACE_PLAIN_BOLD,
    FACE_COUNT,
};

/* The face that emphasis and the like turn `face` into. */
enum face face_with_flags(enum face face, unsigned run_flags);

/* Text to be set in one run, as a layout_run gives it. */
struct glyph_run {
    enum face face;
    int px;         /* nominal em; a face that looks small is enlarged inside */
    char script[5]; /* ISO 15924, as in struct run_style */
    bool rtl, joins_before, joins_after; /* as in struct run_style */
    int letter_px, word_px; /* more room behind each letter, and behind each space besides */
    struct str text;
    int x, baseline; /* pen at the left end, whichever the direction */
    struct colour colour;
};

struct fonts; /* opaque; main thread alone */

/* NULL with `err`, a sentence that names the packages, when not one font is to be found. A single
 * missing one is replaced by the nearest and named once on stderr, when it is first needed. */
struct fonts *fonts_create(struct error *err);
void fonts_destroy(struct fonts *f);

struct font_metrics {
    int ascent, descent; /* px above and below the baseline, both >= 0 */
    int line_px;         /* the font's own distance of baselines, without further leading */
    int x_height, cap_height;
};

/* Of the face's first font; the same for all scripts, so that lines keep their distance. */
struct font_metrics fonts_metrics(struct fonts *f, enum face face, int px);

/* What text/layout measures with: `.measurer = font_measurer_of(&setting)`. The setting must outlive
 * the call of layouter_lay. */
struct font_setting {
    struct fonts *fonts;
    enum face face;
    int px;
    int letter_px, word_px;
};
struct layout_measurer font_measurer_of(struct font_setting *setting);

/* The run's advance in px: its text alone decides, x, baseline and colour do not. Cached. */
int fonts_width(struct fonts *f, const struct glyph_run *run);

/* The exact box of the run's ink; empty for spaces. */
struct rect fonts_box(struct fonts *f, const struct glyph_run *run);

/* How much of each pixel the run covers: 0 none … 255 all. */
struct coverage {
    uint64_t serial; /* no two coverages of one struct fonts share it */
    int w, h;
    int left, top; /* from the pen on the baseline to the first pixel; top is mostly negative */
    const uint8_t *pixels; /* h rows of w bytes */
};

/* For painters. Belongs to `f`, valid until the next call that takes it; NULL where there is nothing
 * to see (spaces) or the system has no memory. */
const struct coverage *fonts_coverage(struct fonts *f, const struct glyph_run *run);
