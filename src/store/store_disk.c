/* The store on disk, patient with it: what cannot be written waits in memory for its time. */
#include <stdlib.h>

#include "base/memory.h"
#include "store/disk.h"
#include "store/held.h"

/* A failing disk may take seconds over each try, and none of them helps: wait twice as long each time. */
enum { RETRY_FIRST_MS = 1000, RETRY_LAST_MS = 60000 };

struct disk_store {
    struct store store;
    char *folder;
    struct clock clock;
    struct disk *disk; /* NULL: it could not be opened */
    struct held held;
    struct store_trouble trouble;
    int64_t wait_ms; /* until the try after the next */
    bool only_reads; /* for good, as store_open_to_read asked */
};

static struct disk_store *of(struct store *s)
{
    return (struct disk_store *)s;
}

static void note_loss(struct disk_store *d, const struct error *why)
{
    d->wait_ms = !d->trouble.is_lost ? RETRY_FIRST_MS : d->wait_ms < RETRY_LAST_MS / 2 ? d->wait_ms * 2 : RETRY_LAST_MS;
    d->trouble.is_lost = true;
    d->trouble.why = *why;
    d->trouble.retry_ms = clock_now(d->clock) + d->wait_ms;
}

/* A handle that failed knows things about the disk that may no longer hold: each try begins anew. */
static bool reopen(struct disk_store *d, bool thorough)
{
    struct error why = {0};
    disk_close(d->disk);
    enum opening opening = disk_open(d->folder, thorough, &d->disk, &d->trouble.notice, &why);
    if (opening != DISK_OPENED) {
        note_loss(d, &why);
    }
    return opening == DISK_OPENED;
}

static bool is_due(const struct disk_store *d)
{
    return !d->only_reads && clock_now(d->clock) >= d->trouble.retry_ms;
}

static bool write_held(struct disk_store *d, struct error *why)
{
    struct arena scratch = {0};
    int count = d->held.row_count;
    for (const struct held_item *i = d->held.items; i; i = i->next) {
        count++;
    }
    struct change *changes = arena_new(&scratch, struct change, (size_t)count);
    int n = 0;
    for (const struct held_item *i = d->held.items; i; i = i->next) {
        changes[n++] = (struct change){.kind = CHANGE_PUT, .key = held_key(i), .value = strbuf_str(&i->value)};
    }
    for (const struct held_count *c = d->held.counts; c; c = c->next) {
        changes[n++] = (struct change){.kind = CHANGE_ADD, .row = held_row(c)};
    }
    /* The order of the totals' pages in the log would tell one visit from the next. */
    bool ok = disk_write(d->disk, changes, n, d->held.counts != NULL, why);
    arena_finish(&scratch);
    return ok;
}

/* Writes all that is held. False with `err` where it failed, or its time has not come. */
static bool flush(struct disk_store *d, struct error *err)
{
    struct error why = {0};
    if (d->trouble.is_lost && (!is_due(d) || !reopen(d, true))) {
        return error_set(err, "%s", d->trouble.why.text);
    }
    if (!held_is_empty(&d->held) && !write_held(d, &why)) {
        note_loss(d, &why);
        return error_set(err, "%s", why.text);
    }
    held_finish(&d->held);
    d->trouble.is_lost = false;
    d->trouble.why.text[0] = 0;
    d->trouble.retry_ms = 0;
    return true;
}

static bool disk_store_put(struct store *s, struct store_key key, struct str value, struct error *err)
{
    if (!held_fits(key, value, err)) {
        return false;
    }
    held_put(&of(s)->held, key, value);
    return flush(of(s), err);
}

static bool disk_store_add(struct store *s, const struct count_row *rows, int count, struct error *err)
{
    held_add(&of(s)->held, rows, count);
    return flush(of(s), err);
}

static bool is_closed(const struct disk_store *d, struct error *err)
{
    if (!d->disk) {
        (void)error_set(err, "%s", d->trouble.why.text);
    }
    return !d->disk;
}

static bool disk_store_get(struct store *s, struct store_key key, struct arena *a, struct str *value_out,
                           struct error *err)
{
    const struct held_item *i = held_find(&of(s)->held, key);
    if (i) {
        *value_out = arena_str(a, strbuf_str(&i->value));
        return true;
    }
    *value_out = (struct str){0};
    return !is_closed(of(s), err) && disk_get(of(s)->disk, key, a, value_out, err);
}

/* What a person asks for is tried at once, whatever was said before: they wait for the answer. */
static bool is_ready(struct disk_store *d, struct error *err)
{
    if (d->only_reads || (d->trouble.is_lost && !reopen(d, true))) {
        return error_set(err, "%s", d->only_reads ? "this store was opened to be read" : d->trouble.why.text);
    }
    return true;
}

static bool change(struct disk_store *d, const struct change *c, struct error *err)
{
    struct error why = {0};
    if (!is_ready(d, err)) {
        return false;
    }
    if (!disk_write(d->disk, c, 1, true, &why)) {
        return error_set(err, "%s", why.text);
    }
    return true;
}

static bool disk_store_forget(struct store *s, struct store_key key, struct error *err)
{
    if (!change(of(s), &(struct change){.kind = CHANGE_FORGET, .key = key}, err)) {
        return false;
    }
    held_forget(&of(s)->held, key);
    return true;
}

static bool disk_store_viewers(struct store *s, struct arena *a, const struct str **names_out, int *count_out,
                               struct error *err)
{
    *names_out = NULL;
    *count_out = 0;
    return !is_closed(of(s), err) && disk_viewers(of(s)->disk, a, names_out, count_out, err);
}

static bool disk_store_rename(struct store *s, struct str from, struct str to, struct error *err)
{
    struct store_key key = {.viewer = from};
    if (!held_fits((struct store_key){.viewer = to}, (struct str){0}, err) ||
        !change(of(s), &(struct change){.kind = CHANGE_RENAME, .key = key, .value = to}, err)) {
        return false;
    }
    held_rename(&of(s)->held, from, to);
    return true;
}

static bool disk_store_forget_viewer(struct store *s, struct str viewer, struct error *err)
{
    struct store_key key = {.viewer = viewer};
    if (!change(of(s), &(struct change){.kind = CHANGE_FORGET_VIEWER, .key = key}, err)) {
        return false;
    }
    held_forget_viewer(&of(s)->held, viewer);
    return true;
}

static bool disk_store_forget_all(struct store *s, struct error *err)
{
    if (!is_ready(of(s), err) || !disk_empty(of(s)->disk, err)) {
        return false;
    }
    held_finish(&of(s)->held);
    return true;
}

static bool disk_store_counts(struct store *s, const struct count_range *range, struct arena *a,
                              struct count_table *table_out, struct error *err)
{
    *table_out = (struct count_table){0};
    return !is_closed(of(s), err) && disk_counts(of(s)->disk, range, a, table_out, err);
}

static void disk_store_check(struct store *s)
{
    struct disk_store *d = of(s);
    if (d->disk && !d->trouble.is_lost && !disk_is_sound(d->disk)) {
        (void)reopen(d, true);
    }
}

static void disk_store_retry(struct store *s)
{
    struct disk_store *d = of(s);
    if (d->trouble.is_lost && is_due(d)) {
        (void)flush(d, NULL);
    }
}

static const struct store_trouble *disk_store_trouble(const struct store *s)
{
    return &((const struct disk_store *)s)->trouble;
}

static void disk_store_close(struct store *s)
{
    struct disk_store *d = of(s);
    if (!d->only_reads && !held_is_empty(&d->held)) {
        d->trouble.retry_ms = INT64_MIN;
        (void)flush(d, NULL);
    }
    held_finish(&d->held);
    disk_close(d->disk);
    free(d->folder);
    free(d);
}

static struct disk_store *create(const char *folder, struct clock clock)
{
    static const struct store_ops ops = {
        .put = disk_store_put,
        .get = disk_store_get,
        .forget = disk_store_forget,
        .viewers = disk_store_viewers,
        .rename = disk_store_rename,
        .forget_viewer = disk_store_forget_viewer,
        .forget_all = disk_store_forget_all,
        .add = disk_store_add,
        .counts = disk_store_counts,
        .check = disk_store_check,
        .retry = disk_store_retry,
        .trouble = disk_store_trouble,
        .close = disk_store_close,
    };
    struct disk_store *d = memory_zeroed(sizeof *d);
    struct strbuf copy = {0};
    strbuf_add_c(&copy, folder);
    d->store.ops = &ops;
    d->folder = copy.s ? copy.s : memory_zeroed(1);
    d->clock = clock;
    return d;
}

struct store *store_open(const char *folder, struct clock clock, struct error *err)
{
    struct disk_store *d = create(folder, clock);
    struct error why = {0};
    switch (disk_open(folder, false, &d->disk, &d->trouble.notice, &why)) {
    case DISK_OPENED:
        break;
    case DISK_ONLY_READ:
    case DISK_FAILED:
        note_loss(d, &why);
        break;
    case DISK_NEVER:
        (void)error_set(err, "%s", why.text);
        disk_store_close(&d->store);
        return NULL;
    }
    return &d->store;
}

struct store *store_open_to_read(const char *folder, struct error *err)
{
    struct disk_store *d = create(folder, clock_system());
    d->only_reads = true;
    d->disk = disk_open_to_read(folder, err);
    if (!d->disk) {
        disk_store_close(&d->store);
        return NULL;
    }
    return &d->store;
}
