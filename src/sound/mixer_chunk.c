#include "sound/mixer_chunk.h"

#include <string.h>

#include <SDL.h>
#include <SDL_mixer.h>

#include "base/file.h"
#include "base/limits.h"
#include "sound/sound_length.h"

/* Of samples: a second more than a file's, for what its decoder adds. */
#define MOST_BYTES ((size_t)(SOUND_MOST_SECONDS + 1) * SOUND_RATE * SOUND_CHANNELS * sizeof(int16_t))

struct Mix_Chunk *chunk_of_samples(const struct sound_samples *s)
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

/* A decoder of somebody else's gives samples. */
static Mix_Chunk *decode(const struct sound_decoder *decoder, struct str bytes, double seconds)
{
    struct sound_decoded sound;
    struct error err;
    if (!decoder) {
        return Mix_LoadWAV_RW(SDL_RWFromConstMem(bytes.s, (int)bytes.n), 1);
    }
    if (!decoder->decode(decoder->self, bytes, seconds, &sound, &err)) {
        return NULL;
    }
    Mix_Chunk *chunk = chunk_of_samples(&sound.samples);
    sound.release(&sound);
    return chunk;
}

struct Mix_Chunk *chunk_of_file(const struct folder *folder, const struct sound_decoder *decoder, const char *file)
{
    struct arena a = {0};
    struct str bytes;
    struct error err;
    bool too_large = false;
    Mix_Chunk *chunk = NULL;
    enum path_fault fault = file_read_beneath(folder, str_from(file), MEDIA_MAX_BYTES, &a, &bytes, &too_large, &err);
    if (fault == PATH_OK) {
        double seconds = sound_seconds(bytes);
        if (seconds > 0 && seconds <= SOUND_MOST_SECONDS) {
            chunk = decode(decoder, bytes, seconds);
        }
    }
    arena_finish(&a);
    return chunk;
}
