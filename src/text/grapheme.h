/* What a reader takes for one letter, and where letters may be set apart. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* The byte behind the extended grapheme cluster (UAX #29) that begins at `from` < text.n. A malformed byte
 * counts as a letter. */
size_t grapheme_end(struct str text, size_t from);

/* May the letters of this script (ISO 15924) be set further apart? Not where they join, hang from one line
 * or build syllables out of several clusters. */
bool script_takes_letter_space(const char *script);
