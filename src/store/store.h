/* What is kept between runs: bookmarks, settings, and totals of what visitors did. One interface, two
 * implementations: a folder on disk (SQLite), and none. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "store/count.h"

struct store {
    const struct store_ops *ops;
};

/* What something is kept under. `viewer` is a name that a person typed; empty: nobody's in particular. */
struct store_key {
    struct str kind, viewer, name;
};

#define STORE_BOOKMARK STR("bookmark")
#define STORE_SETTING STR("setting")

/* A place in a story: its value is viewing_to_text's. */
static inline struct store_key store_bookmark(struct str viewer, struct str story)
{
    return (struct store_key){STORE_BOOKMARK, viewer, story};
}

static inline struct store_key store_setting(struct str name)
{
    return (struct store_key){STORE_SETTING, {0}, name};
}

/* How the disk stands, for whoever wants to show it. */
struct store_trouble {
    bool is_lost;        /* something could not be written, and waits in memory to be tried again */
    struct error why;    /* as long as it is lost */
    int64_t retry_ms;    /* by the store's clock: store_retry then tries again */
    struct error notice; /* a damaged file was set aside since the store was opened; or empty */
};

/* A call that changes something is one transaction, on disk when it returns true. False with `err`:
 * nothing changed on disk. What was put or counted is then held in memory, read back from there, and
 * written at the next call, or store_retry, after the deadline: a failing disk is not tried at each key.
 * What was to be forgotten or renamed is not held: it may be asked again. Names of more than
 * STORE_NAME_MOST bytes and values of more than STORE_VALUE_MOST are refused and not held. Reading what
 * is not there gives true and an empty text. */
struct store_ops {
    bool (*put)(struct store *s, struct store_key key, struct str value, struct error *err);
    bool (*get)(struct store *s, struct store_key key, struct arena *a, struct str *value_out, struct error *err);
    bool (*forget)(struct store *s, struct store_key key, struct error *err);

    /* Names under which a bookmark is kept, bytewise sorted, at most STORE_VIEWERS_MOST; from `a`. */
    bool (*viewers)(struct store *s, struct arena *a, const struct str **names_out, int *count_out, struct error *err);
    /* One viewer's bookmarks get another name; false where some are kept under that already. */
    bool (*rename)(struct store *s, struct str from, struct str to, struct error *err);
    /* One viewer's bookmarks are gone, from the file's bytes too. */
    bool (*forget_viewer)(struct store *s, struct str viewer, struct error *err);
    /* Bookmarks, settings and totals of all, damaged files set aside among them: none of their bytes is
     * left in the folder. */
    bool (*forget_all)(struct store *s, struct error *err);

    /* Adds to the totals, all rows or none. */
    bool (*add)(struct store *s, const struct count_row *rows, int count, struct error *err);
    /* The totals of a story (empty: of all) from one day to another, both included, "" for no end; by day,
     * story, language, what and item, from `a`. */
    bool (*counts)(struct store *s, const struct count_range *range, struct arena *a, struct count_table *table_out,
                   struct error *err);

    /* Reads the whole file. Slower than opening, so after the first frame; a damaged one is set aside. */
    void (*check)(struct store *s);
    void (*retry)(struct store *s);
    const struct store_trouble *(*trouble)(const struct store *s);
    void (*close)(struct store *s);
};

/* Opens or creates FOLDER/lantern.db (the folder with its parents, mode 0700). A damaged database is
 * set aside as lantern.db.damaged-N and a new one begun; the trouble's notice then holds one sentence.
 * What is full or cannot be written is tried again later; what can be read still is. NULL with `err`
 * where nothing can ever be kept: the file is a later version's, which is left as it is, or the program
 * has no SQLite. Use store_open_none then. */
struct store *store_open(const char *folder, struct clock clock, struct error *err);

/* For reading alone, also while another program writes; makes and changes nothing. NULL with `err`. */
struct store *store_open_to_read(const char *folder, struct error *err);

/* Keeps within this run alone, in memory. Never NULL. */
struct store *store_open_none(void);

/* What waits is tried once more. Accepts NULL. */
void store_close(struct store *s);

/* Adds one session to the totals of its day. */
bool store_count_session(struct store *s, const struct session_count *c, struct error *err) NODISCARD;
/* Adds one start of the program. */
bool store_count_start(struct store *s, struct str day, struct str story, struct error *err) NODISCARD;

static inline bool store_put(struct store *s, struct store_key key, struct str value, struct error *err)
{
    return s->ops->put(s, key, value, err);
}

static inline bool store_get(struct store *s, struct store_key key, struct arena *a, struct str *value_out,
                             struct error *err)
{
    return s->ops->get(s, key, a, value_out, err);
}

static inline bool store_forget(struct store *s, struct store_key key, struct error *err)
{
    return s->ops->forget(s, key, err);
}

static inline bool store_viewers(struct store *s, struct arena *a, const struct str **names_out, int *count_out,
                                 struct error *err)
{
    return s->ops->viewers(s, a, names_out, count_out, err);
}

static inline bool store_rename_viewer(struct store *s, struct str from, struct str to, struct error *err)
{
    return s->ops->rename(s, from, to, err);
}

static inline bool store_forget_viewer(struct store *s, struct str viewer, struct error *err)
{
    return s->ops->forget_viewer(s, viewer, err);
}

static inline bool store_forget_all(struct store *s, struct error *err)
{
    return s->ops->forget_all(s, err);
}

static inline bool store_counts(struct store *s, const struct count_range *range, struct arena *a,
                                struct count_table *table_out, struct error *err)
{
    return s->ops->counts(s, range, a, table_out, err);
}

static inline void store_check(struct store *s)
{
    s->ops->check(s);
}

/* Where something waits and its time has come, tries to write it. */
static inline void store_retry(struct store *s)
{
    s->ops->retry(s);
}

static inline const struct store_trouble *store_trouble(const struct store *s)
{
    return s->ops->trouble(s);
}
