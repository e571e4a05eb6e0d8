#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <SDL.h>
#include <SDL_mixer.h>

#include "base/file.h"
#include "base/memory.h"
#include "sound/sound.h"
#include "sound/sound_length.h"

enum {
    RATE = 48000,
    BUFFER = 2048, /* 43 ms: a loop need not be prompt, and each buffer wakes the processor */
    CHANNELS = 2,  /* one falls silent while the other is heard more and more */
    FILE_BYTES = 32 << 20,
    NAME_BYTES = 4096,
};

#define DUCKED 0.1 /* -20 dB */

struct wish {
    char file[NAME_BYTES + 1]; /* empty: nothing */
    bool loops, ducks;
    double gain;
};

struct mixer {
    struct sound_device device;
    struct folder folder;
    bool has_audio; /* SDL's, on the main thread */
    pthread_t thread;
    bool has_thread;

    pthread_mutex_t lock;
    pthread_cond_t changed;
    /* Behind the lock: */
    struct wish wish;
    unsigned generation; /* of the wish */
    bool is_leaving;

    /* The thread's alone: */
    bool is_open;
    Mix_Chunk *chunks[CHANNELS];
    int current; /* the channel heard last */
    struct wish heard;
};

/* --- the thread --- */

static bool open_device(struct mixer *m)
{
    if (!m->is_open) {
        m->is_open = Mix_OpenAudioDevice(RATE, AUDIO_S16SYS, 2, BUFFER, NULL, 0) == 0;
        if (m->is_open) {
            (void)Mix_AllocateChannels(CHANNELS);
        }
    }
    return m->is_open;
}

static void drop_chunk(struct mixer *m, int channel)
{
    if (m->chunks[channel]) {
        (void)Mix_HaltChannel(channel);
        Mix_FreeChunk(m->chunks[channel]);
        m->chunks[channel] = NULL;
    }
}

/* An open device wakes the processor again and again, heard or not. */
static void close_device(struct mixer *m)
{
    for (int i = 0; i < CHANNELS; i++) {
        drop_chunk(m, i);
    }
    if (m->is_open) {
        Mix_CloseAudio();
    }
    m->is_open = false;
}

static Mix_Chunk *load(const struct mixer *m, const char *file)
{
    struct arena a = {0};
    struct str bytes;
    struct error err;
    bool too_large = false;
    Mix_Chunk *chunk = NULL;
    enum path_fault fault = file_read_beneath(&m->folder, str_from(file), FILE_BYTES, &a, &bytes, &too_large, &err);
    if (fault == PATH_OK) {
        double seconds = sound_seconds(bytes);
        if (seconds > 0 && seconds <= SOUND_MOST_SECONDS) {
            chunk = Mix_LoadWAV_RW(SDL_RWFromConstMem(bytes.s, (int)bytes.n), 1);
        }
    }
    arena_finish(&a);
    return chunk;
}

static int volume_of(const struct wish *w)
{
    double gain = w->gain < 0 ? 0 : w->gain > 1 ? 1 : w->gain;
    return (int)(gain * (w->ducks ? DUCKED : 1) * MIX_MAX_VOLUME + 0.5);
}

static void set_volume(const struct mixer *m, const struct wish *w)
{
    if (m->chunks[m->current]) {
        (void)Mix_VolumeChunk(m->chunks[m->current], volume_of(w));
    }
}

static void fade_in(struct mixer *m, const struct wish *w)
{
    int next = !m->current;
    drop_chunk(m, next);
    m->chunks[next] = open_device(m) ? load(m, w->file) : NULL;
    m->current = next;
    if (m->chunks[next]) {
        set_volume(m, w);
        (void)Mix_FadeInChannel(next, m->chunks[next], w->loops ? -1 : 0, SOUND_FADE_MS);
    }
}

static void fulfil(struct mixer *m, const struct wish *w)
{
    if (strcmp(w->file, m->heard.file) == 0) {
        set_volume(m, w);
    } else {
        if (m->is_open) {
            (void)Mix_FadeOutChannel(m->current, SOUND_FADE_MS);
        }
        if (w->file[0]) {
            fade_in(m, w);
        }
    }
    m->heard = *w;
}

/* Waits for another wish; with a device open that nobody needs only until all has faded. */
static bool wait_for_wish(struct mixer *m, unsigned seen)
{
    bool may_close = m->is_open && !m->heard.file[0];
    struct timespec until;
    (void)clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += SOUND_FADE_MS / 1000 + 1;
    while (!m->is_leaving && m->generation == seen) {
        if (!may_close) {
            pthread_cond_wait(&m->changed, &m->lock);
        } else if (pthread_cond_timedwait(&m->changed, &m->lock, &until) != 0) {
            close_device(m);
            may_close = false;
        }
    }
    return !m->is_leaving;
}

static void *run(void *self)
{
    struct mixer *m = self;
    unsigned seen = 0;
    pthread_mutex_lock(&m->lock);
    while (wait_for_wish(m, seen)) {
        struct wish wish = m->wish;
        seen = m->generation;
        pthread_mutex_unlock(&m->lock);
        fulfil(m, &wish);
        pthread_mutex_lock(&m->lock);
    }
    pthread_mutex_unlock(&m->lock);
    close_device(m);
    return NULL;
}

/* --- the main thread --- */

/* Signals are the main thread's. */
static bool start_thread(struct mixer *m)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&m->thread, NULL, run, m) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

static bool has_socket(const char *name)
{
    const char *folder = getenv("XDG_RUNTIME_DIR");
    char path[NAME_BYTES];
    int n = snprintf(path, sizeof path, "%s/%s", folder ? folder : "", name);
    return folder && n > 0 && (size_t)n < sizeof path && access(path, F_OK) == 0;
}

/* Where there is neither a card nor a sound server, ALSA would say so in several lines of its own. */
static bool may_sound(void)
{
    return getenv("SDL_AUDIODRIVER") || getenv("PULSE_SERVER") || access("/dev/snd", F_OK) == 0 ||
           has_socket("pulse/native") || has_socket("pipewire-0");
}

/* Nothing is started before something is to be heard. */
static bool is_ready(struct mixer *m)
{
    if (!m->has_audio && may_sound() && SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {
        m->has_audio = true;
    }
    if (m->has_audio && !m->has_thread) {
        m->has_thread = start_thread(m);
    }
    return m->has_thread;
}

static void tell(struct mixer *m)
{
    m->generation++;
    pthread_cond_signal(&m->changed);
}

static void mixer_play(struct sound_device *s, const struct sound_loop *wanted)
{
    struct mixer *m = (struct mixer *)s;
    bool is_something = wanted->file.n > 0 && wanted->file.n <= NAME_BYTES;
    if (!m->has_thread && !(is_something && is_ready(m))) {
        return;
    }
    pthread_mutex_lock(&m->lock);
    size_t n = is_something ? wanted->file.n : 0;
    bool is_same = strlen(m->wish.file) == n && memcmp(m->wish.file, n ? wanted->file.s : "", n) == 0;
    if (!is_same || m->wish.gain < wanted->gain || m->wish.gain > wanted->gain) {
        memcpy(m->wish.file, n ? wanted->file.s : "", n);
        m->wish.file[n] = '\0';
        m->wish.loops = wanted->loops;
        m->wish.gain = wanted->gain;
        tell(m);
    }
    pthread_mutex_unlock(&m->lock);
}

static void mixer_duck(struct sound_device *s, bool ducks)
{
    struct mixer *m = (struct mixer *)s;
    pthread_mutex_lock(&m->lock);
    if (m->wish.ducks != ducks) {
        m->wish.ducks = ducks;
        tell(m);
    }
    pthread_mutex_unlock(&m->lock);
}

static void mixer_destroy(struct sound_device *s)
{
    struct mixer *m = (struct mixer *)s;
    if (m->has_thread) {
        pthread_mutex_lock(&m->lock);
        m->is_leaving = true;
        pthread_cond_signal(&m->changed);
        pthread_mutex_unlock(&m->lock);
        pthread_join(m->thread, NULL);
    }
    if (m->has_audio) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    pthread_cond_destroy(&m->changed);
    pthread_mutex_destroy(&m->lock);
    free(m);
}

struct sound_device *sound_mixer_create(const struct folder *folder)
{
    static const struct sound_ops ops = {mixer_play, mixer_duck, mixer_destroy};
    struct mixer *m = memory_zeroed(sizeof *m);
    pthread_condattr_t monotonic;
    m->device.ops = &ops;
    m->folder = *folder;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_mutex_init(&m->lock, NULL);
    pthread_cond_init(&m->changed, &monotonic);
    pthread_condattr_destroy(&monotonic);
    return &m->device;
}
