/* States of a viewing, packed into as few bits as the story's rules can tell apart. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "story/story.h"

struct state_shape; /* opaque */

/* A state unpacked: only what some condition depends on is exact, counts up to where they
 * saturate. */
struct state {
    int scene; /* entered */
    struct value *variables;
    uint32_t *visited;
    uint32_t steps;
};

/* Never NULL. The story must outlive it. */
struct state_shape *state_shape_create(const struct story *s);
void state_shape_destroy(struct state_shape *shape);

int state_words(const struct state_shape *shape);  /* 64-bit words of a packed state */
int state_fields(const struct state_shape *shape); /* what unpacking one costs */
/* Does a condition depend on it? */
bool state_matters(const struct state_shape *shape, int variable);
bool state_reads_level(const struct state_shape *shape);

/* The state at the story's start, before its first scene is counted. */
void state_first(struct state_shape *shape, uint64_t *words);
/* Valid until the next is unpacked. */
const struct state *state_unpack(struct state_shape *shape, const uint64_t *words);
int state_scene(const struct state_shape *shape, const uint64_t *words);
void state_enter(const struct state_shape *shape, uint64_t *words, int scene);
/* Counts a scene as shown. */
void state_count(const struct state_shape *shape, uint64_t *words, int scene);
/* False where there are more values than can be told apart. */
bool state_assign(struct state_shape *shape, uint64_t *words, int variable, struct value value);
