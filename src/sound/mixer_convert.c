#include "sound/mixer_convert.h"

#include <string.h>

#include <SDL.h>
#include <SDL_mixer.h>

#include "base/limits.h"

/* Of samples: a second more than a file's, for what its decoder adds. */
#define MOST_BYTES ((size_t)(SOUND_MOST_SECONDS + 1) * SOUND_RATE * SOUND_CHANNELS * sizeof(int16_t))

struct Mix_Chunk *mixer_convert(const struct sound_samples *s)
{
    SDL_AudioCVT change;
    int rate;
    int channels;
    Uint16 format;
    size_t bytes = (size_t)s->frames * (size_t)s->channels * sizeof *s->samples;
    if (bytes > MOST_BYTES || !Mix_QuerySpec(&rate, &format, &channels) ||
        SDL_BuildAudioCVT(&change, AUDIO_S16SYS, (Uint8)s->channels, s->rate, format, (Uint8)channels, rate) < 0) {
        return NULL;
    }
    change.len = (int)bytes;
    change.buf = SDL_malloc(bytes * (size_t)change.len_mult + 1);
    if (!change.buf) {
        return NULL;
    }
    memcpy(change.buf, s->samples, bytes);
    change.len_cvt = change.len;
    if (change.needed && SDL_ConvertAudio(&change) != 0) {
        SDL_free(change.buf);
        return NULL;
    }
    Mix_Chunk *chunk = Mix_QuickLoad_RAW(change.buf, (Uint32)change.len_cvt);
    if (chunk) {
        chunk->allocated = 1; /* the buffer goes with it */
    } else {
        SDL_free(change.buf);
    }
    return chunk;
}
