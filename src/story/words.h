/* A language's words for a story: its translation over the original. */
#pragma once

#include <stdbool.h>

#include "story/language.h"
#include "story/story.h"

struct words; /* opaque; keeps pointing at the story, which must outlive it */

/* The original alone. */
struct words *words_original(const struct story *s);

/* lang/TAG.json over the original. Faults (malformed file, broken or stale entries) go to `diags`,
 * never refused, and leave the original standing. `tag` is one that words_languages gave. Never NULL. */
struct words *words_load(const struct story *s, struct str tag, struct diag_list *diags);
void words_destroy(struct words *w);

struct str words_language(const struct words *w); /* BCP 47 */

/* The raw text (marks in it) in this language, or the original; empty for a text that is not there,
 * and for a voice that the language has no recording of. Valid as long as `w`. */
struct str words_of(const struct words *w, struct text t);
bool words_has(struct text t);
/* Is this text the language's own (true), or the original shown for want of one? */
bool words_is_translated(const struct words *w, struct text t);

/* Tags of lang/ and the story's own language, the own one first, then sorted; from `a`. */
int words_languages(const struct story *s, struct arena *a, const struct str **tags_out);

/* Every fault of every translation: missing-, extra-, stale-, broken-translation, long captions and
 * choices. */
void words_check(const struct story *s, struct diag_list *diags);
