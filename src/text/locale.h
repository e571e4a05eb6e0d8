/* Language tags as ICU takes them. Only text/ includes this. */
#pragma once

#include "base/str.h"

/* With room for a keyword. */
#define LOCALE_BYTES 256

/* ICU's locale for a BCP 47 tag, or "en" where ICU has no words in that language. */
void locale_of(struct str language, char locale_out[LOCALE_BYTES]);
