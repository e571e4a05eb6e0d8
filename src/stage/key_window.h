/* A small window that tells which keys arrive: keypads and clickers seldom say what they send. */
#pragma once

#include <stdbool.h>

#include "base/error.h"

struct key_seen {
    int scancode, keycode;
    unsigned modifiers;
    const char *name; /* of the keycode, or "" */
};

/* Calls `seen` for each key, until the window is closed or it returns false. False with `err`: no window. */
bool key_window_show(const char *title, bool (*seen)(void *self, const struct key_seen *key), void *self,
                     struct error *err) NODISCARD;
