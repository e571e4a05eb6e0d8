/* The program's own words, from assets/strings/TAG.json: flat {"key": "words"}; {name} stands for a
 * value. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/path.h"
#include "base/str.h"

struct strings;

/* The words for `language` (RFC 4647 Lookup among the files in "strings/" beneath `assets`), English
 * behind it. NULL with `err` where not even English can be read. */
struct strings *strings_load(const struct folder *assets, struct str language, struct error *err);
/* The same from JSON text: `own` may be empty. For tests. */
struct strings *strings_from_text(struct str language, struct str own, struct str english,
                                  struct error *err);
void strings_destroy(struct strings *s);

struct str strings_language(const struct strings *s); /* of the file found */

/* The words for `key`; the key itself where there are none. Valid as long as `s`. */
struct str strings_get(const struct strings *s, const char *key);

struct string_value {
    const char *name;
    struct str value;
};
/* The words with each {name} filled in, from `a`. */
struct str strings_fill(const struct strings *s, struct arena *a, const char *key,
                        const struct string_value *values, int count);
/* The form for a number: KEY.one, KEY.other … by the language's plural rule (CLDR); {n} is the number. */
struct str strings_plural(const struct strings *s, struct arena *a, const char *key, int n);
/* A date of the story format in this language's words, from `a` (text/date.h). */
struct str strings_date(const struct strings *s, struct arena *a, struct str date);
