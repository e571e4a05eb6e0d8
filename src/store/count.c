#include "store/count.h"

#include <assert.h>
#include <time.h>

#include "base/compiler.h"

enum { ID_MOST = 64, TAG_MOST = 35, DAY_LENGTH = 10 };

static const char *const names[] = {
    [COUNTED_SESSIONS] = "sessions",  [COUNTED_CHOSE] = "with-choice", [COUNTED_COMPLETED] = "completed",
    [COUNTED_RESTARTS] = "restarts",  [COUNTED_STARTS] = "starts",     [COUNTED_DWELL] = "dwell",
    [COUNTED_END] = "ended",          [COUNTED_ACCESS] = "access",     [COUNTED_CHOICE] = "choice",
    [COUNTED_LAST] = "last-scene",
};
static_assert(COUNT(names) == COUNTED_COUNT, "names");

static const char *const dwells[] = {"under-15s", "under-1min", "under-3min", "under-10min", "longer", NULL};
static const char *const ends[] = {"home", "idle", "quit", NULL};
static_assert(COUNT(ends) == SESSION_END_COUNT + 1, "ends");
static const char *const accesses[] = {"speech", "large-text", "theme", "reach", NULL};

const char *counted_name(enum counted c)
{
    return names[c];
}

enum counted counted_by_name(struct str name)
{
    int c = 0;
    while (c < COUNTED_COUNT && !str_is(name, names[c])) {
        c++;
    }
    return (enum counted)c;
}

const char *const *counted_items(enum counted c)
{
    switch (c) {
    case COUNTED_DWELL:
        return dwells;
    case COUNTED_END:
        return ends;
    case COUNTED_ACCESS:
        return accesses;
    case COUNTED_SESSIONS:
    case COUNTED_CHOSE:
    case COUNTED_COMPLETED:
    case COUNTED_RESTARTS:
    case COUNTED_STARTS:
    case COUNTED_CHOICE:
    case COUNTED_LAST:
    case COUNTED_COUNT:
        break;
    }
    return NULL;
}

bool counted_is_shared_out(enum counted c)
{
    return c == COUNTED_DWELL || c == COUNTED_END || c == COUNTED_LAST;
}

/* --- days --- */

static bool is_leap(int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool day_is_sound(struct str day)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t year;
    int64_t month;
    int64_t date;
    if (day.n != DAY_LENGTH || day.s[4] != '-' || day.s[7] != '-' || !str_to_int(str_sub(day, 0, 4), 1, 9999, &year) ||
        !str_to_int(str_sub(day, 5, 2), 1, 12, &month) || !str_to_int(str_sub(day, 8, 2), 1, 31, &date)) {
        return false;
    }
    return date <= lengths[month - 1] + (month == 2 && is_leap(year));
}

struct str day_of(int64_t seconds, struct arena *a)
{
    time_t t = (time_t)seconds;
    struct tm local;
    if (localtime_r(&t, &local) && local.tm_year >= -1899 && local.tm_year <= 9999 - 1900) {
        return arena_printf(a, "%04d-%02d-%02d", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
    }
    return STR("1970-01-01");
}

/* --- rows --- */

/* An id as story-format.md has it. */
static bool is_id(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && (c != '-' || i == 0)) {
            return false;
        }
    }
    return s.n > 0 && s.n <= ID_MOST;
}

static bool is_tag(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && (c != '-' || i == 0)) {
            return false;
        }
    }
    return s.n > 0 && s.n <= TAG_MOST;
}

static bool is_one_of(struct str s, const char *const *words)
{
    while (*words && !str_is(s, *words)) {
        words++;
    }
    return *words != NULL;
}

static bool item_is_sound(enum counted c, struct str item)
{
    const char *const *words = counted_items(c);
    if (words) {
        return is_one_of(item, words);
    }
    if (c == COUNTED_LAST) {
        return is_id(item);
    }
    if (c == COUNTED_CHOICE) {
        size_t space = str_find(item, ' ', 0);
        return is_id(str_sub(item, 0, space)) && is_id(str_after(item, space + 1));
    }
    return item.n == 0;
}

bool count_row_is_sound(const struct count_row *r)
{
    enum counted c = counted_by_name(r->what);
    bool has_language = c == COUNTED_STARTS ? r->language.n == 0 : is_tag(r->language);
    return c < COUNTED_COUNT && day_is_sound(r->day) && is_id(r->story) && has_language && item_is_sound(c, r->item) &&
           r->n >= 1 && r->n <= COUNT_MOST;
}

struct rows {
    const struct session_count *of;
    struct count_row *items;
    int count;
};

static void add(struct rows *rows, enum counted c, struct str item, int64_t n)
{
    struct count_row row = {rows->of->day, rows->of->story, rows->of->language, str_from(names[c]), item, n};
    if (count_row_is_sound(&row)) {
        rows->items[rows->count++] = row;
    }
}

static const char *dwell_of(int64_t ms)
{
    static const int64_t ends_ms[] = {15000, 60000, 180000, 600000};
    size_t i = 0;
    while (i < COUNT(ends_ms) && ms >= ends_ms[i]) {
        i++;
    }
    return dwells[i];
}

static void add_access(struct rows *rows, unsigned access)
{
    for (int i = 0; accesses[i]; i++) {
        if (access & (1U << i)) {
            add(rows, COUNTED_ACCESS, str_from(accesses[i]), 1);
        }
    }
}

int session_count_rows(const struct session_count *c, struct arena *a, const struct count_row **rows_out)
{
    size_t fixed = COUNTED_COUNT + COUNT(accesses);
    struct rows rows = {c, arena_new(a, struct count_row, fixed + (size_t)c->choice_count), 0};
    add(&rows, COUNTED_SESSIONS, STR(""), 1);
    add(&rows, COUNTED_CHOSE, STR(""), c->choice_count > 0);
    add(&rows, COUNTED_COMPLETED, STR(""), c->is_completed);
    add(&rows, COUNTED_RESTARTS, STR(""), c->restarts);
    add(&rows, COUNTED_DWELL, str_from(dwell_of(c->dwell_ms)), 1);
    add(&rows, COUNTED_END, str_from(ends[c->end]), 1);
    add_access(&rows, c->access);
    add(&rows, COUNTED_LAST, c->last_scene, 1);
    for (int i = 0; i < c->choice_count; i++) {
        const struct session_choice *choice = &c->choices[i];
        struct str item = arena_printf(a, "%.*s %.*s", STR_ARG(choice->scene), STR_ARG(choice->choice));
        add(&rows, COUNTED_CHOICE, item, 1);
    }
    *rows_out = rows.items;
    return rows.count;
}

int64_t count_sum(int64_t a, int64_t b)
{
    return b < COUNT_MOST - a ? a + b : COUNT_MOST;
}

int count_row_order(const void *a, const void *b)
{
    const struct count_row *x = a;
    const struct count_row *y = b;
    const struct str pairs[][2] = {
        {x->day, y->day}, {x->story, y->story}, {x->language, y->language}, {x->what, y->what}, {x->item, y->item},
    };
    int order = 0;
    for (size_t i = 0; order == 0 && i < COUNT(pairs); i++) {
        order = str_cmp(pairs[i][0], pairs[i][1]);
    }
    return order;
}
