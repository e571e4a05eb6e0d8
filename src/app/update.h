/* A kiosk's content, and how another takes its place. In the store's folder:
 *   ID/         a pack, whole and checked; never changed
 *   next        a link to the ID that waits
 *   current     a link to the ID that is shown; none: the documentary that comes with the program
 *   state       what ran and what fell (app/recovery.h)
 * Each step is one rename: at every moment the content is the old or the new. `lantern update`
 * writes `next`, the kiosk all else; both may be at it at once. */
#pragma once

#include <stdbool.h>

#include "app/recovery.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* $XDG_STATE_HOME/lantern/content, else that of the kiosk's user; from `a`. */
struct str update_default_store(struct arena *a);

/* Is the content in this folder fit to be shown? False with `err`. */
struct update_check {
    bool (*is_fit)(void *self, const char *folder, struct error *err);
    void *self;
};

/* Copies the pack at `path` into the store, checks the copy, and lets it wait. `id_out`, from `a`,
 * is what it is called. False leaves all as it was. */
bool update_stage(const char *store, const char *path, const struct update_check *check,
                  struct arena *a, struct str *id_out, struct error *err) NODISCARD;

/* What waits, or is shown: an id from `a`, else "". */
struct str update_waiting(const char *store, struct arena *a);
struct str update_current(const char *store, struct arena *a);

/* What waits takes the place of what is shown. For the kiosk, when nobody watches; it then ends
 * itself, to be started anew. True where something waited. */
bool update_swap(const char *store, struct error *err);

struct update_start {
    struct recovery record;
    enum recovery_shows shows;
    bool rolled_back;
    struct str story; /* the folder to show; "": the program's own. From `a` */
};

/* The kiosk's start, before it opens content: counts it, and turns back from what failed. A disk
 * that takes nothing is told in `err`, and the start stands all the same. */
struct update_start update_begin(const char *store, const struct recovery_now *now, struct arena *a,
                                 struct error *err);
/* Keeps the record, after recovery_shown, _steady or _end. */
bool update_keep(const char *store, const struct recovery *record, struct error *err);
/* CLOCK_BOOTTIME, and which start of the machine it counts from. */
struct recovery_now update_now(void);
