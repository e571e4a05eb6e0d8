/* Numbers as a viewer reads them. */
#pragma once

#include "base/arena.h"
#include "base/str.h"

/* The story format's rule: the language's separators, Western digits, at most 3 decimals, half to
 * even, grouped from 10,000 up, no sign where it rounds to 0. An unknown language is as English. */
struct str number_show(double value, struct str language, struct arena *a);

/* The same in the digits that the language is printed with: Arabic-Indic in "ar", Western in "ar-MA". For
 * the program's own words; a story's variables keep to the format's rule. */
struct str number_show_own(double value, struct str language, struct arena *a);

/* What stands before the decimals and between the groups, for a page that writes numbers itself. */
void number_separators(struct str language, struct arena *a, struct str *decimal_out,
                       struct str *group_out);
