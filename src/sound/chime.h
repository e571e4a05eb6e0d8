/* A soft sign that something is asked: made here, so that it is nobody's recording. */
#pragma once

#include "base/arena.h"
#include "sound/sound.h"

enum { CHIME_MS = 1400 };

/* Two notes, the second lower, dying away; no sample is louder than a third of the most. From `a`. */
struct sound_samples chime_make(struct arena *a);
