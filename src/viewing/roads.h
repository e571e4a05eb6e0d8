/* The roads of a story beside the one that was taken, and what of it was seen. Nothing is counted as an
 * achievement: it is told so that a person can find a road again, or another one. */
#pragma once

#include "base/arena.h"
#include "viewing/viewing.h"

/* A choice that was made, with what else was offered there. */
struct turn {
    int scene;
    enum level level; /* in force when it was made */
    int steps;        /* what viewing_back_to takes to stand there */
    const struct choice *made;
    const struct choice *const *others; /* offered then, and told at the level now in force; story order */
    int other_count;
};

/* The turns of this road, oldest first, from `a`. */
int roads_turns(const struct viewing *v, struct arena *a, const struct turn **turns_out);

/* Where the chapter can be begun: its first scene that is shown at this level and does not end the story;
 * -1 where there is none. */
int roads_chapter_start(const struct story *s, int chapter, enum level level);

/* What was seen in one sitting, on this road and on those given up again. */
struct trail;

/* The story must outlive it. Never NULL. */
struct trail *trail_create(const struct story *s);
void trail_destroy(struct trail *t); /* accepts NULL */
/* All that this viewing has shown and chosen. */
void trail_note(struct trail *t, const struct viewing *v);
void trail_forget(struct trail *t);

bool trail_has_scene(const struct trail *t, int scene);
bool trail_has_choice(const struct trail *t, int scene, const struct choice *choice);

enum portion { PORTION_NONE, PORTION_SOME, PORTION_ALL };
/* How much of a chapter was seen, of what this level shows. */
enum portion trail_chapter(const struct trail *t, int chapter, enum level level);
