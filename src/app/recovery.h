/* What a kiosk shows after it fell: the decision, as values. Nothing here reads a clock or a disk.
 *
 * Content is called by an id; the empty one is the documentary that comes with the program. New
 * content is on trial until it has run for RECOVERY_STEADY_S. A start that ends in any way but
 * recovery_end was a crash. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"

enum {
    RECOVERY_STARTS_MOST = 8,
    RECOVERY_CRASHES = 3,    /* so many … */
    RECOVERY_WITHIN_S = 300, /* … in so many seconds, and something else is shown */
    RECOVERY_STEADY_S = 300, /* what ran so long works; a card that stood so long gives way */
    RECOVERY_ID_BYTES = 64,
};

/* Seconds since the machine started (CLOCK_BOOTTIME: a kiosk often has no clock that survives its
 * plug), and which of its starts that was (/proc/sys/kernel/random/boot_id). */
struct recovery_now {
    char boot[RECOVERY_ID_BYTES];
    int64_t second;
};

/* Zeroed: nothing has run yet. */
struct recovery {
    char current[RECOVERY_ID_BYTES]; /* chosen by the last update, or by what failed */
    char worked[RECOVERY_ID_BYTES];  /* the last that ran for RECOVERY_STEADY_S */
    char failed[RECOVERY_ID_BYTES];  /* the last that was given up; empty: none */
    bool is_shown;                   /* the current one's first frame was seen, once */
    int tries;                       /* starts of the current one without one */
    char boot[RECOVERY_ID_BYTES];    /* of the starts below */
    int64_t starts[RECOVERY_STARTS_MOST];
    int start_count;
};

enum recovery_shows {
    RECOVERY_CURRENT, /* `current`, as it stands afterwards */
    RECOVERY_CARD,    /* "back soon" */
};

/* At the start, before content is opened. `installed` is what the link to the content says now, and
 * where it is not `current` it is new. `*rolled_back_out`: `failed` was given up, and the link is
 * to be turned to `current`. */
enum recovery_shows recovery_begin(struct recovery *r, struct str installed,
                                   const struct recovery_now *now, bool *rolled_back_out);
/* Its first frame is on the screen. */
void recovery_shown(struct recovery *r);
/* It has run for RECOVERY_STEADY_S; not to be said of the card. True where this changed something
 * to be kept. */
bool recovery_steady(struct recovery *r);
/* It ends because it was told to. */
void recovery_end(struct recovery *r);

/* As lines of "name = value", and back; a line that is not understood leaves its
 * field zeroed. */
void recovery_print(const struct recovery *r, struct strbuf *out);
void recovery_parse(struct recovery *r, struct str text);
