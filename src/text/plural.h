/* Which of a language's plural forms a count takes. */
#pragma once

#include "base/str.h"

/* "zero", "one", "two", "few", "many" or "other", as CLDR names them; static. */
const char *plural_category(struct str language, int n);
