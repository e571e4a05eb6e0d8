/* Which key does what: the program's own keys, and those a person has set in their place. */
#pragma once

#include <stdbool.h>

#include "base/str.h"
#include "player/deed.h"

enum { KEYMAP_OWN_MOST = 256 };

/* A key by its place on the keyboard, with what is held beside it: bits of enum held. */
struct own_key {
    int scancode;
    unsigned held;
    enum deed deed;
};

/* Zeroed is the program's own keys. */
struct keymap {
    struct own_key own[KEYMAP_OWN_MOST];
    int own_count;
    bool is_own[DEED_COUNT]; /* a person set its keys: those of the program no longer do it */
};

/* Gives `deed` these keys in place of the program's: "Space, F13, Ctrl+Q, #104", by SDL's names of scancodes or
 * their numbers; nothing at all gives it none. Returns whether all are keys; else what is wrong is in `fault`, and
 * the keys that are right hold. Where none of several is right, the program's own stay. */
bool keymap_bind(struct keymap *k, enum deed deed, struct str keys, struct strbuf *fault);

/* The scancode of a key by SDL's name of it, or its number ("#104"); 0 where there is none. */
int keymap_scancode(const char *name);

/* What a key means, by SDL's scancode, keycode and modifiers. `speaks`: the program reads aloud, so that the keys of
 * its pace are the voice's. */
enum deed keymap_find(const struct keymap *k, int scancode, int keycode, unsigned modifiers, bool speaks);

/* "Space, Return": all keys of the deed. Adds nothing where it has none. */
void keymap_list(const struct keymap *k, enum deed deed, struct strbuf *out);
/* "F13 (#104)"; a scancode that has no name is its number alone. */
void keymap_name(int scancode, struct strbuf *out);
