/* Language tags. */
#pragma once

#include <stdbool.h>

#include "base/str.h"

/* RFC 4647 Lookup of `range` ("ko-KR", "zh-Hant-TW", a POSIX locale like "ko_KR.UTF-8" too) among
 * tags; -1 where none fits. */
int language_lookup(struct str range, const struct str *tags, int tag_count);
/* Well-formed as BCP 47 (RFC 5646 §2.1) asks? */
bool language_tag_is_sound(struct str tag);
