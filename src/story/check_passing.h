/* Where a gentle telling leads that passes scenes through. */
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "story/story.h"

/* By entered scene: the scene that a gentle telling then shows. Where the way leads in a circle,
 * that is the scene entered. */
struct passing {
    const int *gentle;
};

/* From `a`. Circles are reported where `diags` is not NULL. */
struct passing passing_find(const struct story *s, struct arena *a, struct diag_list *diags);

static inline int passing_shown(struct passing p, int scene, enum level level)
{
    return level == LEVEL_GENTLE ? p.gentle[scene] : scene;
}
