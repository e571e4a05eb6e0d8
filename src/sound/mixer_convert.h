/* Samples as the open device wants them. */
#pragma once

#include "sound/sound.h"

struct Mix_Chunk;

/* The caller frees it with Mix_FreeChunk; NULL where SDL cannot turn them into the device's. */
struct Mix_Chunk *mixer_convert(const struct sound_samples *s);
