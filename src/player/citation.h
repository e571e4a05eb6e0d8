/* A source as one line. */
#pragma once

#include "base/arena.h"
#include "player/strings.h"
#include "story/story.h"

/* "Author: Title. Publisher, 7 July 2022. URL": as written in every language, but for the date. From
 * `a`. */
struct str citation_line(const struct source *source, const struct strings *strings, struct arena *a);
