#include <stdlib.h>

#include "base/memory.h"
#include "store/store.h"

/* Few things are kept in one run, so a list is searched from end to end. */
struct kept {
    struct kept *next;
    struct strbuf kind, name, value;
};

struct none_store {
    struct store store;
    struct kept *first;
};

static struct kept **find(struct none_store *n, struct str kind, struct str name)
{
    struct kept **at = &n->first;
    while (*at && !(str_eq(strbuf_str(&(*at)->kind), kind) && str_eq(strbuf_str(&(*at)->name), name))) {
        at = &(*at)->next;
    }
    return at;
}

static bool none_put(struct store *s, struct str kind, struct str name, struct str value, struct error *err)
{
    struct kept **at = find((struct none_store *)s, kind, name);
    if (name.n > STORE_NAME_MOST || value.n > STORE_VALUE_MOST) {
        return error_set(err, "\"%.*s\" is too large to be kept", STR_ARG(str_sub(name, 0, STORE_NAME_MOST)));
    }
    if (!*at) {
        *at = memory_zeroed(sizeof **at);
        strbuf_add(&(*at)->kind, kind);
        strbuf_add(&(*at)->name, name);
    }
    strbuf_clear(&(*at)->value);
    strbuf_add(&(*at)->value, value);
    return true;
}

static bool none_get(struct store *s, struct str kind, struct str name, struct arena *a,
                     struct str *value_out, struct error *err)
{
    (void)err;
    struct kept *k = *find((struct none_store *)s, kind, name);
    *value_out = k ? arena_str(a, strbuf_str(&k->value)) : (struct str){0};
    return true;
}

static bool none_forget(struct store *s, struct str kind, struct str name, struct error *err)
{
    (void)err;
    struct kept **at = find((struct none_store *)s, kind, name);
    struct kept *gone = *at;
    if (gone) {
        *at = gone->next;
        strbuf_finish(&gone->kind);
        strbuf_finish(&gone->name);
        strbuf_finish(&gone->value);
        free(gone);
    }
    return true;
}

static void none_close(struct store *s)
{
    struct none_store *n = (struct none_store *)s;
    while (n->first) {
        (void)none_forget(s, strbuf_str(&n->first->kind), strbuf_str(&n->first->name), NULL);
    }
    free(n);
}

struct store *store_open_none(void)
{
    static const struct store_ops ops = {none_put, none_get, none_forget, none_close};
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
