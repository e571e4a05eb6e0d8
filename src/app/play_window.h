/* The documentary in a window. */
#pragma once

#include <stdbool.h>

#include "app/options.h"
#include "app/session.h"
#include "stage/look.h"

struct keymap;
struct kiosk_config; /* app/kiosk_config.h */
struct kiosk_life;   /* app/kiosk_life.h */

struct play_options {
    int scene;                /* to begin at, shown at once; -1: the opening */
    struct option_size size;  /* of the window; 0, 0: one that suits the display */
    size_t picture_bytes;     /* that decoded pictures may take; 0: as the window's size asks for */
    struct screen_mm screen;  /* as the command line says it; {0}: not known */
    struct settings settings; /* with what the command line says in place of what was kept */
    enum level level;
    const struct keymap *keymap;
    bool dumps;        /* --dump-ui: each frame as a line of JSON on standard output */
    struct str script; /* --script: a file of fake input, played without a window on a fake clock */
    int64_t *script_ms; /* that clock, which the session's store may have too; not NULL where there is a script */
    const struct kiosk_config *kiosk; /* NULL: somebody's own computer */
    struct kiosk_life *life;          /* of a kiosk; else NULL */
    int64_t wall_s;                   /* a kiosk's script begins at this local time; negative: now */
    const struct str *languages;      /* those that are offered, its first to begin with; none: all */
    int language_count;
    struct str count_day; /* --count: the session is counted under this day, as a kiosk does; or empty */
};

enum window_result {
    WINDOW_DONE,       /* shown, and closed again */
    WINDOW_NO_DISPLAY, /* nothing was shown, for want of a display or fonts; `err` says so */
    WINDOW_FAILED,     /* said on standard error */
};

/* Shows the story until it is closed. The place and the settings are kept as they change. */
enum window_result play_window(struct session *session, const struct play_options *o, struct error *err);
