/* Sizes and colours: what the screens are made of. */
#pragma once

#include "stage/bitmap.h"
#include "stage/font.h"
#include "stage/geometry.h"
#include "stage/palette.h"

/* Sizes in pixels for one page and one text size, and the theme's colours. One unit u is a twentieth of the
 * page's shorter side. */
struct look {
    struct size page;
    double u;      /* px */
    double text;   /* 1 … 3: the telling grows by all of it */
    double around; /* titles and controls grow by half of it, so that the telling keeps its room */
    int margin;    /* between the page's edge and anything that matters */
    int target;    /* least height of a thing to press: 44 px at 1,080 lines, and 1.15 u */
    const struct palette *colours;
};

struct look look_make(struct size page, int text_percent, enum theme theme);

/* The nominal size of type of `u` units: for the telling, for what stands around it, and for large
 * titles, which do not grow until 1.5 u of title, grown, would be larger than they are. Never under 22 px
 * at 1,080 lines. */
int look_telling_px(const struct look *l, double u);
int look_around_px(const struct look *l, double u);
int look_title_px(const struct look *l, double u);
int look_px(const struct look *l, double u); /* a distance */

/* The distance of baselines in parts of the size: what was wanted, but never so little that a script's marks
 * above one line meet those below another. */
double look_leading(double wanted, const char script[5]);

/* Width of a line of at most 66 characters (WCAG 2.2, 1.4.8 asks for 80 at most). */
int look_measure(const struct look *l, int px);

/* WCAG 2.2, 1.4.6: 7:1 for text. */
#define LOOK_CONTRAST 7.0
