/* The database file beneath store_open: SQLite, or nothing where the program is built without. */
#pragma once

#include "store/store.h"

struct disk; /* opaque */

enum opening {
    DISK_OPENED,
    DISK_ONLY_READ, /* it can be read, and `err` says why not written */
    DISK_FAILED,    /* with `err`; another time it may open */
    DISK_NEVER,     /* with `err`: not this program's to open */
};

/* Opens or creates FOLDER/lantern.db. A damaged file is set aside and a new one begun, which `notice`
 * then says. What is looked at is enough for what is kept; all of it when `thorough`. */
enum opening disk_open(const char *folder, bool thorough, struct disk **disk_out, struct error *notice,
                       struct error *err);
/* Neither makes nor changes anything. NULL with `err`. */
struct disk *disk_open_to_read(const char *folder, struct error *err);
void disk_close(struct disk *d); /* accepts NULL */

/* Is the whole file sound? What cannot be read for another reason counts as sound. */
bool disk_is_sound(struct disk *d);

enum change_kind {
    CHANGE_PUT,
    CHANGE_FORGET,
    CHANGE_FORGET_VIEWER, /* of key.viewer */
    CHANGE_RENAME,        /* key.viewer to `value` */
    CHANGE_ADD,
};

struct change {
    enum change_kind kind;
    struct store_key key;
    struct str value;
    struct count_row row;
};

/* All or nothing, on disk when it returns true. `leaves_no_trace`: nor are the bytes of what was there
 * before left in the file, nor in what SQLite keeps beside it. */
bool disk_write(struct disk *d, const struct change *changes, int count, bool leaves_no_trace, struct error *err);
bool disk_get(struct disk *d, struct store_key key, struct arena *a, struct str *value_out, struct error *err);
bool disk_viewers(struct disk *d, struct arena *a, const struct str **names_out, int *count_out, struct error *err);
bool disk_counts(struct disk *d, const struct count_range *range, struct arena *a, struct count_table *table_out,
                 struct error *err);
/* Empties every table, and the file; damaged files set aside beside it are deleted. */
bool disk_empty(struct disk *d, struct error *err);
