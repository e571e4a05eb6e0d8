#include "stage/look.h"

#include <math.h>
#include <string.h>

#include "base/compiler.h"

static int rounded(double px)
{
    return (int)lround(px);
}

/* Pixels need not be square: what is enough in the finer direction is enough in the other. */
static double mm_per_px(struct size page, struct screen_mm screen)
{
    if (screen.width <= 0 || screen.height <= 0 || page.w <= 0 || page.h <= 0) {
        return 0;
    }
    return fmin((double)screen.width / page.w, (double)screen.height / page.h);
}

static int px_of_mm(const struct look *l, double mm)
{
    return l->mm_per_px > 0 ? (int)ceil(mm / l->mm_per_px) : 0;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* Not a line of what is out of reach. */
static int top_px(struct size page, struct screen_mm screen, const struct settings *settings)
{
    bool lowers = settings->reach && screen.beyond > 0 && screen.height > screen.beyond;
    return lowers ? (int)ceil((double)page.h * screen.beyond / screen.height) : 0;
}

/* A low part holds fewer lines before its type becomes smaller: 14 u of it are enough, but the largest text needs all
 * 20. */
static int side_px(struct size screen, struct size page, double text)
{
    static const double units = 20;
    double needed = fmin(14 + 3 * (text - 1), units);
    int shorter = screen.w < screen.h ? screen.w : screen.h;
    int low = (int)((page.w < page.h ? page.w : page.h) * units / needed);
    return size_same(screen, page) || low > shorter ? shorter : low;
}

struct look look_make_for(struct size page, struct screen_mm screen, const struct settings *settings)
{
    double text = settings->text_size / 100.0;
    int top = top_px(page, screen, settings);
    struct size low = {page.w, page.h - top};
    struct look l = {
        .page = low,
        .top = top,
        .shorter = side_px(page, low, text),
        .screen = screen,
        .mm_per_px = mm_per_px(page, screen),
        .text = text,
        .around = 1 + (text - 1) / 2,
        .colours = palette_of((enum theme)settings->preferred[PREFERENCE_THEME]),
        .typeface = (enum typeface)settings->preferred[PREFERENCE_TYPEFACE],
    };
    l.u = fmax(l.shorter / 20.0, px_of_mm(&l, LOOK_CAP_MM / LOOK_CAP));
    for (int i = PREFERENCE_LINE; i <= PREFERENCE_WORD; i++) {
        l.spacing[i - PREFERENCE_LINE] = (enum spacing)settings->preferred[i];
    }
    l.margin = rounded(fmin(1.2 * l.u, l.shorter / 10.0));
    double least = 44.0 * l.shorter / 1080;
    l.target = larger(rounded(fmax(fmax(least, 32), 1.15 * l.u * l.around)), px_of_mm(&l, 15));
    l.choice_target = larger(l.target, px_of_mm(&l, 20));
    l.gap = px_of_mm(&l, 3);
    return l;
}

struct look look_make(struct size page, int text_percent, enum theme theme)
{
    const struct settings settings = {.text_size = text_percent, .preferred = {[PREFERENCE_THEME] = theme}};
    return look_make_for(page, (struct screen_mm){0}, &settings);
}

double look_mm(const struct look *l, double px)
{
    return px * l->mm_per_px;
}

/* --- type --- */

/* Nothing is smaller than 22 px at 1,080 lines, or 15 px anywhere; nor than what can be read at arm's
 * length, where the screen's size is known. */
static int legible(const struct look *l, double px)
{
    int least = larger(15, rounded(22.0 * l->shorter / 1080));
    return larger(larger(rounded(px), least), px_of_mm(l, LOOK_CAP_MM / LOOK_CAP));
}

int look_telling_px(const struct look *l, double u)
{
    return legible(l, u * l->u * l->text);
}

int look_around_px(const struct look *l, double u)
{
    return legible(l, u * l->u * l->around);
}

int look_title_px(const struct look *l, double u)
{
    return legible(l, l->u * fmax(u, 1.5 * l->around));
}

/* --- the typeface and its spacing --- */

enum face look_face(const struct look *l, enum face face)
{
    static const enum face instead[TYPEFACE_COUNT][FACE_COUNT] = {
        [TYPEFACE_SANS] = {FACE_UI_BOLD, FACE_UI, FACE_UI, FACE_UI_BOLD},
        [TYPEFACE_PLAIN] = {FACE_PLAIN_BOLD, FACE_PLAIN, FACE_PLAIN, FACE_PLAIN_BOLD},
    };
    return l->typeface != TYPEFACE_SERIF && face <= FACE_BODY_BOLD ? instead[l->typeface][face] : face;
}

static double spacing_of(const struct look *l, enum preference p, const double parts[SPACING_COUNT])
{
    return parts[l->spacing[p - PREFERENCE_LINE]];
}

int look_line_px(const struct look *l, int px, double leading)
{
    static const double more[SPACING_COUNT] = {0, 0.2, 0.4};
    static const double least[SPACING_COUNT] = {0, 0, 1.5};
    double wanted = leading + spacing_of(l, PREFERENCE_LINE, more);
    return rounded(px * fmax(wanted, spacing_of(l, PREFERENCE_LINE, least)));
}

int look_letter_px(const struct look *l, int px)
{
    static const double parts[SPACING_COUNT] = {0, 0.06, 0.12};
    return (int)ceil(px * spacing_of(l, PREFERENCE_LETTER, parts));
}

int look_word_px(const struct look *l, int px)
{
    static const double parts[SPACING_COUNT] = {0, 0.08, 0.16};
    return (int)ceil(px * spacing_of(l, PREFERENCE_WORD, parts));
}

int look_paragraph_px(const struct look *l, int px)
{
    static const double parts[SPACING_COUNT] = {0, 1.2, 2};
    return (int)ceil(px * spacing_of(l, PREFERENCE_PARAGRAPH, parts));
}

int look_px(const struct look *l, double u)
{
    return rounded(u * l->u);
}

double look_leading(double wanted, const char script[5])
{
    /* Thai and Arabic as seen on pages, the others by the extents of Noto's letters with their marks. */
    static const struct {
        char script[5];
        double least;
    } rows[] = {
        {"Thai", 1.3}, {"Laoo", 1.3}, {"Khmr", 1.6}, {"Mymr", 1.6}, {"Tibt", 1.6},
        {"Arab", 1.3}, {"Deva", 1.35}, {"Beng", 1.35}, {"Telu", 1.5}, {"Taml", 1.3},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (strcmp(rows[i].script, script) == 0) {
            return wanted > rows[i].least ? wanted : rows[i].least;
        }
    }
    return wanted;
}

int look_measure(const struct look *l, int px)
{
    int widest = l->page.w - 2 * l->margin;
    /* Noto Serif's mean advance in English is about 0.47 em; every sixth letter is a space. */
    int measure = rounded(66 * (0.47 * px + look_letter_px(l, px) + look_word_px(l, px) / 6.0));
    return measure < widest ? measure : widest;
}
