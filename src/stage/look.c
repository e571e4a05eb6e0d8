#include "stage/look.h"

#include <math.h>
#include <string.h>

#include "base/compiler.h"

static int rounded(double px)
{
    return (int)lround(px);
}

struct look look_make(struct size page, int text_percent, enum theme theme)
{
    int shorter = page.w < page.h ? page.w : page.h;
    double text = text_percent / 100.0;
    struct look l = {
        .page = page,
        .u = shorter / 20.0,
        .text = text,
        .around = 1 + (text - 1) / 2,
        .colours = palette_of(theme),
    };
    l.margin = rounded(1.2 * l.u);
    double least = 44.0 * shorter / 1080;
    l.target = rounded(fmax(fmax(least, 32), 1.15 * l.u * l.around));
    return l;
}

/* Nothing is smaller than 22 px at 1,080 lines, or 15 px anywhere. */
static int legible(const struct look *l, double px)
{
    return rounded(fmax(px, fmax(15, 22 * l->u / 54)));
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
    int measure = rounded(66 * 0.47 * px); /* Noto Serif's mean advance in English is about 0.47 em */
    return measure < widest ? measure : widest;
}
