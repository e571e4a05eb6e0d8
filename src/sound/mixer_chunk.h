/* What SDL_mixer plays, from files and from samples, as the open device wants it. */
#pragma once

#include "base/path.h"
#include "sound/sound.h"

struct Mix_Chunk;

/* Both are for an open device; the caller frees what they give with Mix_FreeChunk. */

/* NULL where SDL cannot turn them into the device's. */
struct Mix_Chunk *chunk_of_samples(const struct sound_samples *s);
/* Of a file beneath `folder`; `decoder` as of sound_mixer_create. NULL where it cannot be read, is no sound, or is
 * too long. */
struct Mix_Chunk *chunk_of_file(const struct folder *folder, const struct sound_decoder *decoder, const char *file);
