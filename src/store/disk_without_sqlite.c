#include "base/compiler.h"
#include "store/disk.h"

/* Stands in for SQLite where the program is built without: nothing is ever opened, so that nothing else
 * is ever called. */
static bool absent(const char *folder, struct error *err)
{
    return error_set(err, "this program was built without a store, so nothing is kept in \"%s\"", folder);
}

enum opening disk_open(const char *folder, bool thorough, struct disk **disk_out, struct error *notice,
                       struct error *err)
{
    (void)thorough;
    (void)notice;
    *disk_out = NULL;
    (void)absent(folder, err);
    return DISK_NEVER;
}

struct disk *disk_open_to_read(const char *folder, struct error *err)
{
    (void)absent(folder, err);
    return NULL;
}

void disk_close(struct disk *d)
{
    (void)d;
}

bool disk_is_sound(struct disk *d)
{
    (void)d;
    return true;
}

bool disk_write(struct disk *d, const struct change *changes, int count, bool leaves_no_trace, struct error *err)
{
    (void)d;
    (void)changes;
    (void)count;
    (void)leaves_no_trace;
    return absent("", err);
}

bool disk_get(struct disk *d, struct store_key key, struct arena *a, struct str *value_out, struct error *err)
{
    (void)d;
    (void)key;
    (void)a;
    *value_out = (struct str){0};
    return absent("", err);
}

bool disk_viewers(struct disk *d, struct arena *a, const struct str **names_out, int *count_out, struct error *err)
{
    (void)d;
    (void)a;
    *names_out = NULL;
    *count_out = 0;
    return absent("", err);
}

bool disk_counts(struct disk *d, const struct count_range *range, struct arena *a, struct count_table *table_out,
                 struct error *err)
{
    (void)d;
    (void)range;
    (void)a;
    *table_out = (struct count_table){0};
    return absent("", err);
}

bool disk_empty(struct disk *d, struct error *err)
{
    (void)d;
    return absent("", err);
}
