/* A sound story, for tests that change one thing in it. */
#pragma once

#include "story/story.h"

extern const char load_base[];

/* From text alone, without a folder; there is no error. */
struct story *load_base_read(struct str text, struct diag_list *diags);
/* `load_base` with the one place that reads `from` reading `to`. */
struct str load_base_changed(const char *from, const char *to, struct arena *a);
