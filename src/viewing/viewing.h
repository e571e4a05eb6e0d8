/* A viewing: a story, where it began, and the steps made since. Scene, state and history follow from
 * these alone. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "story/marks.h"
#include "story/story.h"
#include "story/words.h"

/* How one scene was left. */
struct step {
    struct str scene; /* id */
    enum level level; /* in force when it was left */
    struct str exit;  /* a choice's id, or ">" for `next` */
};

struct viewing; /* opaque */

/* Begins at `start` (a scene's index; story->start where negative). The story must outlive it. Never
 * NULL. */
struct viewing *viewing_create(const struct story *s, int start, enum level level);
void viewing_destroy(struct viewing *v);
/* The program's words for true and false, which must outlive the viewing; "yes" and "no" unless set. */
void viewing_set_yes_no(struct viewing *v, struct str yes, struct str no);

const struct story *viewing_story(const struct viewing *v);
int viewing_start(const struct viewing *v); /* where it began: a scene's index */
int viewing_scene_index(const struct viewing *v);
const struct scene *viewing_scene(const struct viewing *v);
enum level viewing_level(const struct viewing *v);

/* The state now; valid until the viewing changes. */
struct rule_env viewing_env(const struct viewing *v);

/* Choices on offer now, in story order, as indexes into the scene's choices. Where the scene has none,
 * and at a dead end: 0. Valid until the viewing changes. */
struct offers {
    const int *choices;
    int count;
};
struct offers viewing_offers(const struct viewing *v);

/* Makes the choice numbered `n`, from 0, of those on offer. False, and nothing changes, when it is not
 * offered. */
bool viewing_choose(struct viewing *v, int n);
/* Follows `next`. False where the scene has none at this level. */
bool viewing_next(struct viewing *v);
/* Drops the last step; any number of times. False at the start. */
bool viewing_back(struct viewing *v);
/* Back until `steps` steps are left (0: the start). False where there are fewer. */
bool viewing_back_to(struct viewing *v, int steps);

/* The present scene is retold at the new level; steps keep the level they were made at. A scene that
 * passes gently gives way to the one it leads to; full again, it is back. */
void viewing_set_level(struct viewing *v, enum level level);

/* The choice that led here, kept through scenes that pass gently; NULL at the start and after a next. */
const struct choice *viewing_cause(const struct viewing *v);

/* Where a choice (by its number on offer) or next would lead, passing what passes gently: a scene's
 * index, for preparing pictures; -1 where there is none. */
int viewing_peek_choice(const struct viewing *v, int n);
int viewing_peek_next(const struct viewing *v);

int viewing_step_count(const struct viewing *v);
struct step viewing_step(const struct viewing *v, int n); /* n-th step made, from 0 */

/* All scenes entered so far and shown, oldest first, the present one last; `steps` is what
 * viewing_back_to takes to stand there. */
struct visit {
    int scene;
    enum level level;
    int steps;
    const struct choice *choice; /* made there; NULL: next, or the present scene */
};
int viewing_history(const struct viewing *v, struct arena *a, const struct visit **visits_out);
/* Times a scene has been shown in this viewing. */
uint32_t viewing_visited(const struct viewing *v, int scene);

/* What a `set` could not store last: for the log. NULL when there was none. */
const char *viewing_last_complaint(const struct viewing *v);

/* --- texts as this viewing shows them --- */

/* Marks removed, variables filled in by the state now; numbers by the format's rule in `w`'s language. */
struct shown viewing_show(const struct viewing *v, const struct words *w, struct text t, struct arena *a);
/* The `because` that is shown after the last choice, by the values after its `set`; empty where there
 * is none. */
struct shown viewing_because(const struct viewing *v, const struct words *w, struct arena *a);

/* --- keeping --- */

/* The text form: lines "lantern 1", "story ID", "start SCENE", "level full|gentle", "caption N", then
 * one a step: "SCENE LEVEL EXIT". `caption` is a hint for the reader's place. From `a`. */
struct str viewing_to_text(const struct viewing *v, int caption, struct arena *a);

enum replay { REPLAY_WHOLE, REPLAY_PART, REPLAY_NOTHING };
/* Replays a text form as far as it fits this story. REPLAY_PART: stopped early; `err` says where and
 * why. REPLAY_NOTHING: not this story's, or not a viewing; `*v_out` is then NULL. Total for any bytes. */
enum replay viewing_from_text(const struct story *s, struct str text, struct viewing **v_out,
                              int *caption_out, struct error *err);
