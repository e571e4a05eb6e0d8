/* Sizes and colours: what the screens are made of. */
#pragma once

#include "player/settings.h"
#include "stage/bitmap.h"
#include "stage/font.h"
#include "stage/geometry.h"
#include "stage/palette.h"

/* What is known of the screen, in millimetres; 0 where it is not. A screen tells its own size wrongly too
 * often to be asked: whoever puts it up says so. */
struct screen_mm {
    int width, height; /* of what the page fills */
    int distance;      /* from which it is read */
    int beyond;        /* how much of the height, from the top, is out of reach; 0: nothing, or not known */
};

/* Sizes in pixels for one page and one text size, and the theme's colours. One unit u is a twentieth of the
 * page's shorter side. Where the screen's size is known, u and all text are never below what can be read
 * there.
 *
 * Where a person has all moved down (settings.reach), the page is the lower part of the screen, which hands
 * reach from a wheelchair; above it is the picture. Type keeps its size there, unless the part is very low. */
struct look {
    struct size page;
    int top;     /* px of the screen above the page */
    int shorter; /* side of the page that sizes are reckoned from; of a low part as if it were higher */
    struct screen_mm screen;
    double mm_per_px; /* 0: not known */
    double u;         /* px */
    double text;   /* 1 … 3: the telling grows by all of it */
    double around; /* titles and controls grow by half of it, so that the telling keeps its room */
    int orbit;     /* px that what stands still at the head and foot is moved down, so that it does not burn in */
    int margin;    /* between the page's edge and anything that matters */
    int target;    /* least size of a thing to press: 44 px at 1,080 lines, and 1.15 u; where it is known, 15 mm */
    int choice_target; /* of a choice: where it is known, 20 mm */
    int gap;       /* least distance of two such things: where it is known, 3 mm */
    const struct palette *colours;
    enum typeface typeface;
    enum spacing spacing[PREFERENCE_WORD - PREFERENCE_LINE + 1]; /* read through the calls below */
};

struct look look_make(struct size page, int text_percent, enum theme theme);
struct look look_make_for(struct size page, struct screen_mm screen, const struct settings *settings);

/* EN 301 549, 5.1.4 and Section 508, 402.4: capitals of 4.8 mm. A capital is 0.714 of the nominal size. */
#define LOOK_CAP_MM 4.8
#define LOOK_CAP 0.714
/* Of what `mm` measures on that screen; 0 where its size is not known. */
double look_mm(const struct look *l, double px);

/* The face that stands for `face` in the typeface of the telling. The program's own words keep theirs. */
enum face look_face(const struct look *l, enum face face);
/* WCAG 2.2, 1.4.8: lines of a block of text stand 1.5 of its size apart. */
#define LOOK_LEADING 1.5
/* WCAG 2.2, 1.4.12: at their widest lines stand 1.5 of the type's size apart or more, paragraphs 2, letters
 * 0.12 and words 0.16. Letters alone set wider are read more slowly, hence words with them (Zorzi 2012). */
int look_line_px(const struct look *l, int px, double leading);
int look_letter_px(const struct look *l, int px);
int look_word_px(const struct look *l, int px);
/* Between two paragraphs; 0: as the page has it. */
int look_paragraph_px(const struct look *l, int px);

/* The nominal size of type of `u` units: for the telling, for what stands around it, and for large
 * titles, which do not grow until 1.5 u of title, grown, would be larger than they are. Never under 22 px
 * at 1,080 lines, nor capitals under 4.8 mm. */
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
