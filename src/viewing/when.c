#include "viewing/when.h"

#include <stdlib.h>

enum { YEAR_DIGITS = 4 };

static bool year_of(struct str date, int *year_out)
{
    int64_t year = 0;
    bool ends = date.n == YEAR_DIGITS || (date.n > YEAR_DIGITS && date.s[YEAR_DIGITS] == '-');
    if (!ends || !str_to_int(str_sub(date, 0, YEAR_DIGITS), 0, 9999, &year)) {
        return false;
    }
    *year_out = (int)year;
    return true;
}

bool when_years(struct str date, struct years *years_out)
{
    size_t slash = str_find(date, '/', 0);
    struct str last = slash < date.n ? str_after(date, slash + 1) : date;
    return year_of(str_sub(date, 0, slash), &years_out->from) && year_of(last, &years_out->to);
}

static bool is_same(struct years a, struct years b)
{
    return a.from == b.from && a.to == b.to;
}

/* Years first; in them the present scene, then the story's order. */
static int compare(const void *left, const void *right)
{
    const struct moment *a = left;
    const struct moment *b = right;
    if (a->years.from != b->years.from) {
        return a->years.from < b->years.from ? -1 : 1;
    }
    if (a->years.to != b->years.to) {
        return a->years.to < b->years.to ? -1 : 1;
    }
    return a->row < b->row ? -1 : a->row > b->row;
}

static struct str written(struct years y, struct arena *a)
{
    return y.from == y.to ? arena_printf(a, "%04d", y.from) : arena_printf(a, "%04d/%04d", y.from, y.to);
}

static bool has_years(const struct moment *moments, int count, struct years years)
{
    for (int i = 0; i < count; i++) {
        if (is_same(moments[i].years, years)) {
            return true;
        }
    }
    return false;
}

/* Years that the scene's claims held in. Returns how many were added. */
static int add_scene(struct moment *moments, const struct scene *scene, enum level level, struct arena *a)
{
    int count = 0;
    for (int i = 0; i < scene->claim_count; i++) {
        const struct claim *claim = &scene->claims[i];
        struct years years;
        bool tells = level == LEVEL_FULL || !claim->full_only;
        if (tells && when_years(claim->as_of, &years) && !has_years(moments, count, years)) {
            moments[count++] = (struct moment){.row = -1, .years = years, .date = written(years, a)};
        }
    }
    return count;
}

static int add_rows(struct moment *moments, const struct story *s, enum level level, struct arena *a)
{
    int count = 0;
    for (int i = 0; i < s->timeline_count; i++) {
        const struct timeline_row *row = &s->timeline[i];
        if (level == LEVEL_GENTLE && row->full_only) {
            continue;
        }
        struct moment *m = &moments[count++];
        *m = (struct moment){.row = i, .date = row->date};
        if (!when_years(row->date, &m->years)) {
            m->years = (struct years){0, 0};
        }
        m->names_its_date = !str_eq(row->date, written(m->years, a));
    }
    return count;
}

int when_timeline(const struct story *s, const struct viewing *v, enum level level, struct arena *a,
                  const struct moment **moments_out)
{
    const struct scene *scene = v ? viewing_scene(v) : NULL;
    size_t most = (size_t)s->timeline_count + (size_t)(scene ? scene->claim_count : 0);
    struct moment *moments = arena_new(a, struct moment, most);
    int count = scene ? add_scene(moments, scene, level, a) : 0;
    count += add_rows(moments + count, s, level, a);
    qsort(moments, (size_t)count, sizeof *moments, compare);
    for (int i = 0; i < count; i++) {
        moments[i].opens = i == 0 || !is_same(moments[i - 1].years, moments[i].years);
    }
    *moments_out = moments;
    return count;
}
