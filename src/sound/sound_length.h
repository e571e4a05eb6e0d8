/* How long a file of sound plays, before it is decoded: a few bytes can stand for hours of it. */
#pragma once

#include "base/str.h"

/* Seconds, never less than a decoder makes of it; 0 where the bytes are no Opus, Vorbis, FLAC or WAV. */
double sound_seconds(struct str bytes);
