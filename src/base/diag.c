#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/memory.h"

const char *severity_name(enum severity s)
{
    switch (s) {
    case SEVERITY_NOTE:
        return "note";
    case SEVERITY_WARNING:
        return "warning";
    case SEVERITY_ERROR:
        return "error";
    }
    abort();
}

void diag_list_finish(struct diag_list *list)
{
    if (list) {
        free(list->items);
        arena_finish(&list->arena);
        *list = (struct diag_list){0};
    }
}

bool diag_list_is_full(const struct diag_list *list)
{
    return list->count >= DIAG_MOST || list->arena.total_bytes >= DIAG_MOST_BYTES;
}

static void keep(struct diag_list *list, const struct diag *d)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity > 0 ? list->capacity * 2 : 16;
        list->items =
            memory_resize(list->items, memory_product(list->capacity, sizeof *list->items));
    }
    struct diag *copy = &list->items[list->count++];
    *copy = *d;
    copy->place.file = arena_str(&list->arena, d->place.file);
    copy->place.pointer = arena_str(&list->arena, d->place.pointer);
    copy->tag = arena_str(&list->arena, d->tag);
    copy->message = arena_str(&list->arena, d->message);
    copy->suggestion = arena_str(&list->arena, d->suggestion);
}

void diag_list_add(struct diag_list *list, const struct diag *d)
{
    if (!diag_list_is_full(list)) {
        keep(list, d);
    }
    list->errors += d->severity == SEVERITY_ERROR;
    list->warnings += d->severity == SEVERITY_WARNING;
    list->refusals += d->refused;
}

static int compare(const struct diag *a, const struct diag *b)
{
    int order = str_cmp(a->place.file, b->place.file);
    if (order == 0) {
        order = (a->place.line > b->place.line) - (a->place.line < b->place.line);
    }
    if (order == 0) {
        order = (a->place.column > b->place.column) - (a->place.column < b->place.column);
    }
    return order;
}

/* Merges the sorted [0, middle) and [middle, count) of `from` into `to`; of equals the first wins.
 */
static void merge(const struct diag *from, size_t middle, size_t count, struct diag *to)
{
    size_t left = 0;
    size_t right = middle;
    for (size_t i = 0; i < count; i++) {
        bool takes_left =
            left < middle && (right == count || compare(&from[left], &from[right]) <= 0);
        to[i] = takes_left ? from[left++] : from[right++];
    }
}

void diag_list_sort(struct diag_list *list)
{
    size_t count = list->count;
    if (count < 2) {
        return;
    }
    struct diag *from = list->items;
    struct diag *to = memory_resize(NULL, memory_product(list->capacity, sizeof *to));
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t at = 0; at < count; at += 2 * width) {
            size_t left = count - at;
            merge(from + at, width < left ? width : left, 2 * width < left ? 2 * width : left,
                  to + at);
        }
        struct diag *swap = from;
        from = to;
        to = swap;
    }
    list->items = from;
    free(to);
}

static void print_place(const struct diag_place *place, struct strbuf *out)
{
    if (place->file.n == 0) {
        return;
    }
    strbuf_add_visible(out, place->file);
    if (place->line > 0) {
        strbuf_printf(out, ":%d", place->line);
    }
    if (place->line > 0 && place->column > 0) {
        strbuf_printf(out, ":%d", place->column);
    }
    strbuf_add_c(out, ": ");
}

static void print_part(struct strbuf *out, const char *before, struct str part, const char *after)
{
    if (part.n > 0) {
        strbuf_add_c(out, before);
        strbuf_add_visible(out, part);
        strbuf_add_c(out, after);
    }
}

void diag_print(const struct diag *d, struct strbuf *out)
{
    print_place(&d->place, out);
    strbuf_printf(out, "%s: ", severity_name(d->severity));
    strbuf_add_visible(out, d->message);
    print_part(out, " [", d->tag, "]");
    print_part(out, " (", d->place.pointer, ")");
}
