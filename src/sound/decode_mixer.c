#include <semaphore.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <SDL_mixer.h>

#include "sound/sound.h"

enum { BUFFER = 512 };

static void begin(void *self, Uint8 *stream, int n)
{
    (void)stream;
    (void)n;
    (void)sem_post(self);
}

/* SDL_mixer decodes for an open device alone. That of nobody has a thread as well, which asks for things as it
 * begins that may be forbidden later: it is waited for. */
bool sound_decode_prepare(struct error *err)
{
    static sem_t has_begun;
    (void)setenv("SDL_AUDIODRIVER", "dummy", 1);
    (void)unsetenv("SDL_AUDIO_DEVICE_NAME");
    if (sem_init(&has_begun, 0, 0) != 0 || SDL_InitSubSystem(SDL_INIT_AUDIO) != 0 ||
        Mix_OpenAudioDevice(SOUND_RATE, AUDIO_S16SYS, SOUND_CHANNELS, BUFFER, NULL, 0) != 0) {
        return error_set(err, "cannot be decoded: %s", SDL_GetError());
    }
    (void)Mix_Init(MIX_INIT_OPUS | MIX_INIT_OGG | MIX_INIT_FLAC); /* what is missing is said by a file that needs it */
    Mix_SetPostMix(begin, &has_begun);
    while (sem_wait(&has_begun) != 0) {
    }
    return true;
}

size_t sound_decode_into(struct str bytes, void *out, size_t room_bytes, struct error *err)
{
    Mix_Chunk *chunk = Mix_LoadWAV_RW(SDL_RWFromConstMem(bytes.s, (int)bytes.n), 1);
    size_t n = chunk ? chunk->alen : 0;
    if (!chunk) {
        (void)error_set(err, "cannot be decoded: %s", SDL_GetError());
    } else if (n == 0 || n > room_bytes) {
        (void)error_set(err, "has %zu bytes of samples; %zu were expected at most", n, room_bytes);
        n = 0;
    } else {
        memcpy(out, chunk->abuf, n);
    }
    Mix_FreeChunk(chunk);
    return n;
}
