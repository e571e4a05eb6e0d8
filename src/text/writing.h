/* What a language is written with. */
#pragma once

#include <stdbool.h>

#include "base/str.h"

struct writing {
    char script[5]; /* ISO 15924, as CLDR's likely subtags have it: "Latn" where nothing is known */
    bool rtl;       /* its lines begin at the right, and so do its pages */
};

/* For a BCP 47 tag, or an empty one. */
struct writing writing_of(struct str language);
