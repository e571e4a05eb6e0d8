/* What stands in the window in place of a story that is refused: its first faults, as a story. */
#pragma once

#include "base/diag.h"
#include "player/strings.h"
#include "story/story.h"

/* A story of one scene with the first faults as captions. NULL where no fault refuses. The caller's. */
struct story *fault_story(const struct diag_list *faults, const struct strings *strings);
