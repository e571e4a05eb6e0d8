/* Reads the screens aloud: joins the narrator's words, the voice and the mixer. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/clock.h"
#include "player/player.h"
#include "sound/sound.h"

struct aloud;

struct aloud_options {
    const struct player *player;
    struct sound_device *sound;
    struct clock clock;
    bool is_mute;              /* no voice: a script's player; LANTERN_SPEECH_LOG still logs */
    void (*wake)(void *self);  /* from any thread: call aloud_trouble and aloud_should_begin */
    void *self;
};

/* The environment says more: LANTERN_SPEECH_LOG names a file to log to in place of a voice, for tests;
 * LANTERN_SPEECH is "espeak-ng" or "speech-dispatcher", where only that one is to speak. Player and sound
 * must outlive it. */
struct aloud *aloud_create(const struct aloud_options *o);
void aloud_destroy(struct aloud *a); /* accepts NULL; falls silent at once */

/* Says what is new after `action`, and falls silent where nothing is; to be called when it has been drawn. */
void aloud_turn(struct aloud *a, enum action action);

/* Opens the voice now, so that its first word does not wait for it. */
void aloud_prepare(struct aloud *a);

/* Is anything being said, or waiting to be said on? */
bool aloud_speaks(const struct aloud *a);
/* The items of the player's list that are being read as a step of a long panel: the first and how many. */
int aloud_step(const struct aloud *a, int *from_out);

/* Has the desktop been found to have a screen reader, where nobody had said whether to read aloud? True
 * once. */
bool aloud_should_begin(struct aloud *a);

/* What went wrong since the last call, in one line for the viewer, from `arena`; or empty. */
struct str aloud_trouble(struct aloud *a, struct arena *arena);
