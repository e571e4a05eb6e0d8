/* What is kept between runs: bookmarks and settings. One interface, two implementations: SQLite, and
 * none. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

struct store {
    const struct store_ops *ops;
};

enum { STORE_NAME_MOST = 256, STORE_VALUE_MOST = 16 << 20 };

/* Each call is one transaction, on disk when it returns true. False with `err`: nothing changed,
 * viewing goes on, and the call may be tried again later. Reading what is not there gives true and an
 * empty text. Names of more than STORE_NAME_MOST bytes and values of more than STORE_VALUE_MOST are
 * refused. */
struct store_ops {
    bool (*put)(struct store *s, struct str kind, struct str name, struct str value, struct error *err);
    bool (*get)(struct store *s, struct str kind, struct str name, struct arena *a,
                struct str *value_out, struct error *err);
    bool (*forget)(struct store *s, struct str kind, struct str name, struct error *err);
    void (*close)(struct store *s);
};

/* Kinds. A bookmark's name is the story's id, its value viewing_to_text's; a setting's name is the
 * setting's. */
#define STORE_BOOKMARK STR("bookmark")
#define STORE_SETTING STR("setting")

/* Opens or creates FOLDER/lantern.db (the folder with its parents, mode 0700). A damaged database is
 * set aside as lantern.db.damaged-N, never deleted, and a new one begun; `notice` then holds one
 * sentence (else it is empty). NULL with `err` where nothing can be kept there: use store_open_none.
 * Without SQLite built in: always NULL. */
struct store *store_open(const char *folder, struct error *notice, struct error *err);

/* Keeps within this run alone, in memory. Never NULL. */
struct store *store_open_none(void);

void store_close(struct store *s); /* accepts NULL */

static inline bool store_put(struct store *s, struct str kind, struct str name, struct str value,
                             struct error *err)
{
    return s->ops->put(s, kind, name, value, err);
}

static inline bool store_get(struct store *s, struct str kind, struct str name, struct arena *a,
                             struct str *value_out, struct error *err)
{
    return s->ops->get(s, kind, name, a, value_out, err);
}

static inline bool store_forget(struct store *s, struct str kind, struct str name, struct error *err)
{
    return s->ops->forget(s, kind, name, err);
}
