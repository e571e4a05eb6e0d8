/* All states that viewings of a story can come to. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "story/check_passing.h"
#include "story/story.h"

#define EXPLORE_NONE UINT32_MAX

struct explorer; /* opaque */

/* What the exploration saw of a scene. */
struct scene_fate {
    bool is_shown;
    bool can_end;        /* in some state an ending can be reached from it */
    uint32_t dead_state; /* the first in which all its choices are hidden, or EXPLORE_NONE … */
    enum level dead_level; /* … and at which level */
};

/* Explores breadth first, the level free at every scene, up to `most_states`. Never NULL; the story
 * must outlive it. */
struct explorer *explore(const struct story *s, struct passing passing, uint32_t most_states);
void explorer_destroy(struct explorer *x);

const struct scene_fate *explorer_fates(const struct explorer *x); /* by scene */
uint32_t explorer_state_count(const struct explorer *x);
bool explorer_is_complete(const struct explorer *x);
/* The scenes shown on a shortest way to a state, its own last; from `a`. */
int explorer_way(const struct explorer *x, uint32_t state, enum level level, struct arena *a,
                 const int **scenes_out);
