/* The staff's number, which is kept hashed (crypt(5)). */
#pragma once

#include <stdbool.h>

/* One that this system's crypt(3) takes. */
bool pin_hash_is_sound(const char *hash);
bool pin_matches(const char *pin, const char *hash);
