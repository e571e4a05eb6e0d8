/* What espeak-ng writes to a pipe. */
#pragma once

#include "speech/speech.h"

/* The samples of a WAV of 16-bit PCM whose header was written before its length was known: all that
 * follows the header. They stay where they are in `bytes`, which must be aligned for them. False where
 * it is no such thing. */
bool wav_read(struct str bytes, struct speech_pcm *pcm_out);
