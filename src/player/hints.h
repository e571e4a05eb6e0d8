/* Which keys or buttons do what, in words for the viewer. */
#pragma once

#include "player/deed.h"

struct strings;

enum device {
    DEVICE_KEYS, /* and the mouse, and fingers: none of them has another name for a thing */
    DEVICE_PAD,
};

/* Zeroed is the program's own keys. */
struct hints {
    enum device device;
    bool is_set[DEED_COUNT];      /* a person set keys of their own for it; of no meaning with a pad */
    struct str sign[DEED_COUNT];  /* beside a button: "F13", "X", "□"; empty: nothing does it */
    struct str words[DEED_COUNT]; /* for a list: "F13, Ctrl+K" */
};

/* A sign as it is said: "Escape", "square"; itself where that says it. */
struct str hint_words(const struct strings *strings, struct str sign);
