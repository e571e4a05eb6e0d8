/* What there is to translate, as the JSON of lang/: {"KEY": "words"}, in the story's order. Recordings are not
 * among it. */
#pragma once

#include "story/story.h"

/* Every text. Returns how many. */
int template_of_all(const struct story *s, struct strbuf *out);

/* The originals of those that lang/TAG.json does not tell: left out, stale, or not fit to be shown; all of them
 * where there is no such file. Returns how many. */
int template_of_lacking(const struct story *s, struct str tag, struct strbuf *out);

/* lang/TAG.from.json as it should be: for each text that lang/TAG.json tells, the original it was made from. One
 * that is noted there already stays, so that what is stale stays known as such; with `all_are_fit` every
 * translation is held to be made from the original as it is now. Returns how many are noted. */
int template_of_originals(const struct story *s, struct str tag, bool all_are_fit, struct strbuf *out);
