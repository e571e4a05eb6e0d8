#include "store/held.h"

#include <stdlib.h>

#include "base/memory.h"

static void item_destroy(struct held_item *i)
{
    strbuf_finish(&i->kind);
    strbuf_finish(&i->viewer);
    strbuf_finish(&i->name);
    strbuf_finish(&i->value);
    free(i);
}

static void count_destroy(struct held_count *c)
{
    strbuf_finish(&c->day);
    strbuf_finish(&c->story);
    strbuf_finish(&c->language);
    strbuf_finish(&c->what);
    strbuf_finish(&c->item);
    free(c);
}

void held_finish(struct held *h)
{
    while (h->items) {
        struct held_item *gone = h->items;
        h->items = gone->next;
        item_destroy(gone);
    }
    while (h->counts) {
        struct held_count *gone = h->counts;
        h->counts = gone->next;
        count_destroy(gone);
    }
    h->row_count = 0;
}

bool held_is_empty(const struct held *h)
{
    return !h->items && !h->counts;
}

struct store_key held_key(const struct held_item *i)
{
    return (struct store_key){strbuf_str(&i->kind), strbuf_str(&i->viewer), strbuf_str(&i->name)};
}

struct count_row held_row(const struct held_count *c)
{
    return (struct count_row){strbuf_str(&c->day),  strbuf_str(&c->story), strbuf_str(&c->language),
                              strbuf_str(&c->what), strbuf_str(&c->item),  c->n};
}

bool held_fits(struct store_key key, struct str value, struct error *err)
{
    if (key.name.n > STORE_NAME_MOST || key.viewer.n > STORE_NAME_MOST || value.n > STORE_VALUE_MOST) {
        struct str named = key.viewer.n > STORE_NAME_MOST ? key.viewer : key.name;
        return error_set(err, "\"%.*s\" is too large to be kept", STR_ARG(str_sub(named, 0, STORE_NAME_MOST)));
    }
    return true;
}

static bool is_same(struct store_key a, struct store_key b)
{
    return str_eq(a.kind, b.kind) && str_eq(a.viewer, b.viewer) && str_eq(a.name, b.name);
}

static struct held_item **find(struct held *h, struct store_key key)
{
    struct held_item **at = &h->items;
    while (*at && !is_same(held_key(*at), key)) {
        at = &(*at)->next;
    }
    return at;
}

const struct held_item *held_find(const struct held *h, struct store_key key)
{
    const struct held_item *i = h->items;
    while (i && !is_same(held_key(i), key)) {
        i = i->next;
    }
    return i;
}

void held_put(struct held *h, struct store_key key, struct str value)
{
    struct held_item **at = find(h, key);
    if (!*at) {
        *at = memory_zeroed(sizeof **at);
        strbuf_add(&(*at)->kind, key.kind);
        strbuf_add(&(*at)->viewer, key.viewer);
        strbuf_add(&(*at)->name, key.name);
    }
    strbuf_clear(&(*at)->value);
    strbuf_add(&(*at)->value, value);
}

static bool is_bookmark_of(const struct held_item *i, struct str viewer)
{
    return str_eq(strbuf_str(&i->viewer), viewer) && str_eq(strbuf_str(&i->kind), STORE_BOOKMARK);
}

static void drop(struct held_item **at)
{
    struct held_item *gone = *at;
    *at = gone->next;
    item_destroy(gone);
}

void held_forget(struct held *h, struct store_key key)
{
    struct held_item **at = find(h, key);
    if (*at) {
        drop(at);
    }
}

void held_forget_viewer(struct held *h, struct str viewer)
{
    for (struct held_item **at = &h->items; *at;) {
        if (is_bookmark_of(*at, viewer)) {
            drop(at);
        } else {
            at = &(*at)->next;
        }
    }
}

void held_rename(struct held *h, struct str from, struct str to)
{
    for (struct held_item *i = h->items; i; i = i->next) {
        if (is_bookmark_of(i, from)) {
            strbuf_clear(&i->viewer);
            strbuf_add(&i->viewer, to);
        }
    }
}

static bool is_same_row(const struct held_count *c, const struct count_row *r)
{
    return str_eq(strbuf_str(&c->what), r->what) && str_eq(strbuf_str(&c->item), r->item) &&
           str_eq(strbuf_str(&c->day), r->day) && str_eq(strbuf_str(&c->story), r->story) &&
           str_eq(strbuf_str(&c->language), r->language);
}

static void add_row(struct held *h, const struct count_row *r)
{
    struct held_count **at = &h->counts;
    while (*at && !is_same_row(*at, r)) {
        at = &(*at)->next;
    }
    if (!*at && h->row_count < HELD_ROWS_MOST) {
        h->row_count++;
        *at = memory_zeroed(sizeof **at);
        strbuf_add(&(*at)->day, r->day);
        strbuf_add(&(*at)->story, r->story);
        strbuf_add(&(*at)->language, r->language);
        strbuf_add(&(*at)->what, r->what);
        strbuf_add(&(*at)->item, r->item);
    }
    if (*at) {
        (*at)->n = count_sum((*at)->n, r->n);
    }
}

void held_add(struct held *h, const struct count_row *rows, int count)
{
    for (int i = 0; i < count; i++) {
        add_row(h, &rows[i]);
    }
}
