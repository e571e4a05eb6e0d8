#include <stdlib.h>

#include "base/memory.h"
#include "store/held.h"

struct none_store {
    struct store store;
    struct held held;
};

static struct held *held_of(struct store *s)
{
    return &((struct none_store *)s)->held;
}

static bool none_put(struct store *s, struct store_key key, struct str value, struct error *err)
{
    if (!held_fits(key, value, err)) {
        return false;
    }
    held_put(held_of(s), key, value);
    return true;
}

static bool none_get(struct store *s, struct store_key key, struct arena *a, struct str *value_out, struct error *err)
{
    (void)err;
    const struct held_item *i = held_find(held_of(s), key);
    *value_out = i ? arena_str(a, strbuf_str(&i->value)) : (struct str){0};
    return true;
}

static bool none_forget(struct store *s, struct store_key key, struct error *err)
{
    (void)err;
    held_forget(held_of(s), key);
    return true;
}

static int by_name(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool is_named(const struct str *names, int count, struct str name)
{
    int i = 0;
    while (i < count && !str_eq(names[i], name)) {
        i++;
    }
    return i < count;
}

static bool none_viewers(struct store *s, struct arena *a, const struct str **names_out, int *count_out,
                         struct error *err)
{
    (void)err;
    struct str *names = arena_new(a, struct str, STORE_VIEWERS_MOST);
    int count = 0;
    for (const struct held_item *i = held_of(s)->items; i && count < STORE_VIEWERS_MOST; i = i->next) {
        struct store_key key = held_key(i);
        if (key.viewer.n > 0 && str_eq(key.kind, STORE_BOOKMARK) && !is_named(names, count, key.viewer)) {
            names[count++] = arena_str(a, key.viewer);
        }
    }
    qsort(names, (size_t)count, sizeof *names, by_name);
    *names_out = names;
    *count_out = count;
    return true;
}

static bool none_rename(struct store *s, struct str from, struct str to, struct error *err)
{
    if (!held_fits((struct store_key){.viewer = to}, (struct str){0}, err)) {
        return false;
    }
    for (const struct held_item *i = held_of(s)->items; i; i = i->next) {
        if (!str_eq(from, to) && str_eq(strbuf_str(&i->viewer), to) && str_eq(strbuf_str(&i->kind), STORE_BOOKMARK)) {
            return error_set(err, "places are kept under \"%.*s\" already", STR_ARG(to));
        }
    }
    held_rename(held_of(s), from, to);
    return true;
}

static bool none_forget_viewer(struct store *s, struct str viewer, struct error *err)
{
    (void)err;
    held_forget_viewer(held_of(s), viewer);
    return true;
}

static bool none_forget_all(struct store *s, struct error *err)
{
    (void)err;
    held_finish(held_of(s));
    return true;
}

static bool none_add(struct store *s, const struct count_row *rows, int count, struct error *err)
{
    (void)err;
    held_add(held_of(s), rows, count);
    return true;
}

static bool is_within(const struct count_row *r, const struct count_range *range)
{
    return (range->story.n == 0 || str_eq(r->story, range->story)) && str_cmp(r->day, range->from) >= 0 &&
           (range->to.n == 0 || str_cmp(r->day, range->to) <= 0);
}

static bool none_counts(struct store *s, const struct count_range *range, struct arena *a,
                        struct count_table *table_out, struct error *err)
{
    (void)err;
    struct held *h = held_of(s);
    struct count_row *rows = arena_new(a, struct count_row, (size_t)h->row_count);
    int count = 0;
    for (const struct held_count *c = h->counts; c; c = c->next) {
        struct count_row row = held_row(c);
        if (is_within(&row, range)) {
            rows[count++] = (struct count_row){arena_str(a, row.day),  arena_str(a, row.story),
                                               arena_str(a, row.language), arena_str(a, row.what),
                                               arena_str(a, row.item), row.n};
        }
    }
    qsort(rows, (size_t)count, sizeof *rows, count_row_order);
    *table_out = (struct count_table){rows, count, 0, false};
    return true;
}

static void none_nothing(struct store *s)
{
    (void)s;
}

static const struct store_trouble *none_trouble(const struct store *s)
{
    static const struct store_trouble none = {0};
    (void)s;
    return &none;
}

static void none_close(struct store *s)
{
    held_finish(held_of(s));
    free(s);
}

struct store *store_open_none(void)
{
    static const struct store_ops ops = {
        .put = none_put,
        .get = none_get,
        .forget = none_forget,
        .viewers = none_viewers,
        .rename = none_rename,
        .forget_viewer = none_forget_viewer,
        .forget_all = none_forget_all,
        .add = none_add,
        .counts = none_counts,
        .check = none_nothing,
        .retry = none_nothing,
        .trouble = none_trouble,
        .close = none_close,
    };
    struct none_store *n = memory_zeroed(sizeof *n);
    n->store.ops = &ops;
    return &n->store;
}

void store_close(struct store *s)
{
    if (s) {
        s->ops->close(s);
    }
}

bool store_count_session(struct store *s, const struct session_count *c, struct error *err)
{
    struct arena scratch = {0};
    const struct count_row *rows;
    int count = session_count_rows(c, &scratch, &rows);
    bool ok = s->ops->add(s, rows, count, err);
    arena_finish(&scratch);
    return ok;
}

bool store_count_start(struct store *s, struct str day, struct str story, struct error *err)
{
    const struct count_row row = {day, story, STR(""), str_from(counted_name(COUNTED_STARTS)), STR(""), 1};
    return s->ops->add(s, &row, count_row_is_sound(&row), err);
}
