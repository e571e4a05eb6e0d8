/* A story's dates in words. */
#pragma once

#include "base/arena.h"
#include "base/str.h"

/* One language's forms of dates, opened as they are needed and kept. */
struct date_words;

/* Never NULL. "en" writes as British English does: "17 February 2014". */
struct date_words *date_words_create(struct str language);
void date_words_destroy(struct date_words *w);

/* "2014", "2014-02", "2014-02-17", or two with "/" between, which are joined by an en dash. What is
 * no such date comes back as it is. */
struct str date_words_show(struct date_words *w, struct str date, struct arena *a);
