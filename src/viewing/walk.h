/* A viewing without a screen: one JSON object for each scene entered. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "viewing/viewing.h"

struct walk_options {
    enum level level;
    const struct words *words;
    struct str yes, no; /* the program's words for true and false; empty: "yes", "no" */
    const int *choose;  /* numbers from 1, of those offered */
    int choose_count;
    bool random;
    uint64_t seed;
    int most_steps; /* lines at most */
    int start;      /* a scene; negative: the story's start */
    bool (*write)(void *self, struct str line); /* with newline; false ends the walk */
    void *self;
};

/* False with `err` where a number was not offered or was left over after an ending. */
bool walk(const struct story *s, const struct walk_options *o, struct error *err);

/* SplitMix64 (Steele, Lea, Flood 2014). */
uint64_t splitmix64_next(uint64_t *state);
