/* The staff's number, which is kept hashed (crypt(5)). */
#pragma once

#include <stdbool.h>

#include "base/str.h"

/* One that this system's crypt(3) takes. */
bool pin_hash_is_sound(const char *hash);
/* So many digits as the pad takes, and nothing else. */
bool pin_is_sound(struct str pin);
/* The hash of a sound one, with a salt of its own: no two are the same. False where the system's crypt(3) makes none. */
bool pin_hash_make(const char *pin, struct strbuf *hash_out);
bool pin_matches(const char *pin, const char *hash);
