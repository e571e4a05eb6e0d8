/* `check --fit`: every page of a story, laid out. */
#pragma once

#include "base/diag.h"
#include "story/story.h"

/* Lays out every caption, choice, card and panel of `s` in `language`, or in all where it is empty, at every
 * text size on every screen of the design, in both tellings, and adds what does not fit, each with its first
 * place. `path` is the story's, as session_create takes it; `s` still has its positions. Returns how many
 * pages were looked at, or -1 with `err`: no font, or no words. */
int check_fit(const struct story *s, struct str path, struct str language, struct diag_list *diags, struct error *err);
