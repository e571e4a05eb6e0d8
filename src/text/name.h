/* The name of a person, as they type it. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"

/* In letters as a reader counts them, beside STORE_NAME_MOST bytes: marks can be piled on a letter without end. */
enum { NAME_MOST = 40 };

/* Is there room for this, still being typed? */
bool name_has_room(struct str typed);
/* May this character stand in a name? Not what controls, embeds, overrides or cannot be seen. */
bool name_takes(uint32_t code);

/* The name, from `a`: in NFC, with nothing blank at its ends and single blanks within. False where it is none:
 * nothing to be seen in it, a character that no name has, or too long. */
bool name_tidy(struct str typed, struct arena *a, struct str *name_out);

/* The name, or its beginning and an ellipsis where it has more than `most` letters; from `a`. */
struct str name_short(struct str name, int most, struct arena *a);

/* What the key of a capital types behind `before`: capitals begin words. */
uint32_t name_letter(uint32_t capital, struct str before);

/* The name as it may stand within words of that language, from `a`: where it is written the other way it is
 * isolated (UAX #9, 2.4), so that it does not turn what is around it. */
struct str name_within(struct str name, struct str language, struct arena *a);
