#include "app/stats.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/num.h"

const char *const stats_by_words[] = {"day", "month", "all", NULL};

int stats_merge(struct count_row *rows, int count, int (*order)(const void *, const void *))
{
    int kept = 0;
    qsort(rows, (size_t)count, sizeof *rows, order);
    for (int i = 0; i < count; i++) {
        if (kept > 0 && order(&rows[kept - 1], &rows[i]) == 0) {
            int64_t *n = &rows[kept - 1].n;
            *n = count_sum(*n, rows[i].n);
        } else {
            rows[kept++] = rows[i];
        }
    }
    return kept;
}

struct count_table stats_by(const struct count_table *t, enum stats_by by, struct arena *a)
{
    static const size_t lengths[] = {
        [STATS_BY_DAY] = sizeof "2026-11-23" - 1, [STATS_BY_MONTH] = sizeof "2026-11" - 1, [STATS_BY_ALL] = 0};
    struct count_row *rows = arena_new(a, struct count_row, (size_t)t->count);
    for (int i = 0; i < t->count; i++) {
        rows[i] = t->rows[i];
        rows[i].day = str_sub(rows[i].day, 0, lengths[by]);
    }
    return (struct count_table){rows, stats_merge(rows, t->count, count_row_order), t->refused, t->is_cut_off};
}

static bool is_one_group(const struct count_row *a, const struct count_row *b)
{
    return str_eq(a->what, b->what) && str_eq(a->day, b->day) && str_eq(a->story, b->story) &&
           str_eq(a->language, b->language);
}

/* One hidden row among shown ones: the smallest of those goes with it. */
static void hide_second(const struct count_row *rows, bool *hidden, int count)
{
    int hidden_count = 0;
    int smallest = -1;
    for (int i = 0; i < count; i++) {
        hidden_count += hidden[i];
        if (!hidden[i] && (smallest < 0 || rows[i].n < rows[smallest].n)) {
            smallest = i;
        }
    }
    if (hidden_count == 1 && smallest >= 0) {
        hidden[smallest] = true;
    }
}

const bool *stats_hidden(const struct count_table *t, struct arena *a)
{
    bool *hidden = arena_new(a, bool, (size_t)t->count);
    for (int i = 0; i < t->count; i++) {
        hidden[i] = t->rows[i].n < STATS_LEAST_SHOWN;
    }
    for (int from = 0, to; from < t->count; from = to) {
        for (to = from + 1; to < t->count && is_one_group(&t->rows[from], &t->rows[to]); to++) {
        }
        if (counted_is_shared_out(counted_by_name(t->rows[from].what))) {
            hide_second(&t->rows[from], &hidden[from], to - from);
        }
    }
    return hidden;
}

/* No value of a sound row needs quotes: days, ids, tags and words have no comma, quote or newline, and
 * none begins as a formula does. */
void stats_csv(const struct count_table *t, const bool *hidden, enum stats_by by, struct strbuf *out)
{
    strbuf_printf(out, "%s,story,language,what,item,count\n", stats_by_words[by]);
    for (int i = 0; i < t->count; i++) {
        const struct count_row *r = &t->rows[i];
        strbuf_printf(out, "%.*s,%.*s,%.*s,%.*s,%.*s,", STR_ARG(r->day), STR_ARG(r->story), STR_ARG(r->language),
                      STR_ARG(r->what), STR_ARG(r->item));
        if (hidden && hidden[i]) {
            strbuf_printf(out, "<%d\n", STATS_LEAST_SHOWN);
        } else {
            strbuf_printf(out, "%" PRId64 "\n", r->n);
        }
    }
}

static void add_member(struct strbuf *out, const char *name, struct str value)
{
    strbuf_printf(out, "\"%s\":", name);
    json_write_string(out, value);
    strbuf_add_byte(out, ',');
}

void stats_json(const struct count_table *t, const bool *hidden, const struct count_range *range, struct strbuf *out)
{
    strbuf_add_byte(out, '{');
    add_member(out, "from", range->from);
    add_member(out, "to", range->to);
    strbuf_printf(out, "\"least\":%d,\"rows\":[", hidden ? STATS_LEAST_SHOWN : 1);
    for (int i = 0; i < t->count; i++) {
        const struct count_row *r = &t->rows[i];
        strbuf_add_c(out, i ? ",\n{" : "\n{");
        add_member(out, "day", r->day);
        add_member(out, "story", r->story);
        add_member(out, "language", r->language);
        add_member(out, "what", r->what);
        add_member(out, "item", r->item);
        if (hidden && hidden[i]) {
            strbuf_add_c(out, "\"count\":null}");
        } else {
            strbuf_printf(out, "\"count\":%" PRId64 "}", r->n);
        }
    }
    strbuf_add_c(out, t->count ? "\n]}\n" : "]}\n");
}
