#include <glob.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <SDL.h>
#include <SDL_mixer.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/memory.h"
#include "base/thread.h"
#include "sound/mixer_chunk.h"
#include "sound/sound.h"

enum {
    BUFFER = 2048, /* 43 ms: a loop need not be prompt, and each buffer wakes the processor */
    LOOPS = 2,     /* channels: one falls silent while the other is heard more and more */
    VOICE = LOOPS, /* the voice's channel */
    CHIME,
    CHANNELS,
};

#define DUCKED 0.1 /* -20 dB */

struct wish {
    char file[PATH_BYTES + 1]; /* empty: nothing */
    bool loops, ducks;
    double gain;
};

/* A chime that is to be heard; without samples none is. */
struct ring {
    int16_t *samples;
    int frames, rate, channels;
    double gain;
};

struct mixer {
    struct sound_device device;
    struct folder folder;
    const struct sound_decoder *decoder; /* or NULL */
    bool has_audio; /* SDL's, on the main thread */
    pthread_t thread;
    bool has_thread;

    pthread_mutex_t lock;
    pthread_cond_t changed;
    /* Behind the lock: */
    struct wish wish;
    struct ring ring;
    unsigned generation; /* of both */
    bool is_leaving;

    atomic_int voice_volume; /* of SDL_mixer's; set by the main thread, which waits for no lock of the device */

    pthread_mutex_t device_lock; /* held while the device opens or closes: never by the main thread */
    /* Behind the device's lock: */
    bool is_open;
    bool speaks; /* the voice needs the device */
    Mix_Chunk *voice;

    /* The thread's alone: */
    Mix_Chunk *chunks[LOOPS];
    Mix_Chunk *chime;
    int current; /* the channel heard last */
    struct wish heard;
};

/* --- the thread --- */

static bool open_device_locked(struct mixer *m)
{
    if (!m->is_open) {
        m->is_open = Mix_OpenAudioDevice(SOUND_RATE, AUDIO_S16SYS, SOUND_CHANNELS, BUFFER, NULL, 0) == 0;
        if (m->is_open) {
            (void)Mix_AllocateChannels(CHANNELS);
        }
    }
    return m->is_open;
}

static bool open_device(struct mixer *m)
{
    pthread_mutex_lock(&m->device_lock);
    bool is_open = open_device_locked(m);
    pthread_mutex_unlock(&m->device_lock);
    return is_open;
}

static void drop_voice_locked(struct mixer *m)
{
    if (m->voice) {
        (void)Mix_HaltChannel(VOICE);
        Mix_FreeChunk(m->voice);
        m->voice = NULL;
    }
}

static void drop_chunk(struct mixer *m, int channel)
{
    if (m->chunks[channel]) {
        (void)Mix_HaltChannel(channel);
        Mix_FreeChunk(m->chunks[channel]);
        m->chunks[channel] = NULL;
    }
}

static void drop_chime(struct mixer *m)
{
    if (m->chime) {
        (void)Mix_HaltChannel(CHIME);
        Mix_FreeChunk(m->chime);
        m->chime = NULL;
    }
}

/* An open device wakes the processor again and again, heard or not. */
static void close_device(struct mixer *m, bool even_speaking)
{
    pthread_mutex_lock(&m->device_lock);
    if (!m->speaks || even_speaking) {
        for (int i = 0; i < LOOPS; i++) {
            drop_chunk(m, i);
        }
        drop_chime(m);
        drop_voice_locked(m);
        if (m->is_open) {
            Mix_CloseAudio();
        }
        m->is_open = false;
    }
    pthread_mutex_unlock(&m->device_lock);
}

/* Is the device open without need? */
static bool is_idle(struct mixer *m)
{
    pthread_mutex_lock(&m->device_lock);
    bool is_idle = m->is_open && !m->speaks && !m->heard.file[0];
    pthread_mutex_unlock(&m->device_lock);
    return is_idle;
}

/* From 0 to 1, as SDL_mixer counts it. */
static int volume(double gain)
{
    gain = gain < 0 ? 0 : gain > 1 ? 1 : gain;
    return (int)(gain * MIX_MAX_VOLUME + 0.5);
}

static void set_volume(const struct mixer *m, const struct wish *w)
{
    if (m->chunks[m->current]) {
        double gain = w->gain > 1 ? 1 : w->gain;
        (void)Mix_VolumeChunk(m->chunks[m->current], volume(gain * (w->ducks ? DUCKED : 1)));
    }
}

static void fade_in(struct mixer *m, const struct wish *w)
{
    int next = !m->current;
    drop_chunk(m, next);
    m->chunks[next] = open_device(m) ? chunk_of_file(&m->folder, m->decoder, w->file) : NULL;
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
        if (m->chunks[m->current]) {
            (void)Mix_FadeOutChannel(m->current, SOUND_FADE_MS);
        }
        if (w->file[0]) {
            fade_in(m, w);
        }
    }
    m->heard = *w;
}

static void ring_out(struct mixer *m, const struct ring *r)
{
    const struct sound_samples samples = {r->samples, r->frames, r->rate, r->channels};
    if (!r->samples) {
        return;
    }
    drop_chime(m);
    m->chime = open_device(m) ? chunk_of_samples(&samples) : NULL;
    if (m->chime) {
        (void)Mix_VolumeChunk(m->chime, volume(r->gain));
        (void)Mix_PlayChannel(CHIME, m->chime, 0);
    }
}

/* Waits for another wish. `may_close`: the device is open without need; false once all has faded. */
static bool wait_for_wish(struct mixer *m, unsigned seen, bool may_close)
{
    struct timespec until;
    (void)clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += SOUND_FADE_MS / 1000 + 1;
    while (!m->is_leaving && m->generation == seen) {
        if (!may_close) {
            pthread_cond_wait(&m->changed, &m->lock);
        } else if (pthread_cond_timedwait(&m->changed, &m->lock, &until) != 0) {
            return false;
        }
    }
    return true;
}

static void *run(void *self)
{
    struct mixer *m = self;
    unsigned seen = 0;
    bool may_close = false;
    pthread_mutex_lock(&m->lock);
    while (!m->is_leaving) {
        struct ring ring = {0};
        bool is_wanted = wait_for_wish(m, seen, may_close);
        struct wish wish = m->wish;
        seen = m->generation;
        ring = m->ring;
        m->ring = (struct ring){0};
        bool is_leaving = m->is_leaving;
        pthread_mutex_unlock(&m->lock);
        if (is_wanted && !is_leaving) {
            fulfil(m, &wish);
            ring_out(m, &ring);
        } else if (!is_leaving) {
            close_device(m, false);
        }
        free(ring.samples);
        may_close = is_idle(m);
        pthread_mutex_lock(&m->lock);
    }
    pthread_mutex_unlock(&m->lock);
    close_device(m, true);
    return NULL;
}

/* --- the voice, on whichever thread it is --- */

/* Takes the chunk; the device is open already, since it tells what samples become. */
static int speak_chunk_locked(struct mixer *m, Mix_Chunk *chunk)
{
    int rate;
    int channels;
    Uint16 format;
    drop_voice_locked(m);
    if (!chunk || chunk->alen == 0 || !Mix_QuerySpec(&rate, &format, &channels)) {
        Mix_FreeChunk(chunk);
        return 0;
    }
    m->voice = chunk;
    m->speaks = true;
    (void)Mix_VolumeChunk(chunk, atomic_load(&m->voice_volume));
    Mix_Resume(VOICE); /* a pause ends with what was paused */
    if (Mix_PlayChannel(VOICE, chunk, 0) < 0) {
        drop_voice_locked(m);
        return 0;
    }
    int64_t frame = (int64_t)channels * SDL_AUDIO_BITSIZE(format) / 8;
    return (int)(chunk->alen / frame * 1000 / rate) + 1;
}

static int mixer_speak(struct sound_device *s, const struct sound_samples *samples)
{
    struct mixer *m = (struct mixer *)s;
    if (!m->has_thread) {
        return 0;
    }
    pthread_mutex_lock(&m->device_lock);
    int lasts_ms = open_device_locked(m) ? speak_chunk_locked(m, chunk_of_samples(samples)) : 0;
    pthread_mutex_unlock(&m->device_lock);
    return lasts_ms;
}

static int mixer_speak_file(struct sound_device *s, struct str file)
{
    struct mixer *m = (struct mixer *)s;
    struct arena a = {0};
    int lasts_ms = 0;
    if (m->has_thread && file.n > 0 && file.n <= PATH_BYTES) {
        pthread_mutex_lock(&m->device_lock);
        if (open_device_locked(m)) {
            lasts_ms = speak_chunk_locked(m, chunk_of_file(&m->folder, m->decoder, arena_str(&a, file).s));
        }
        pthread_mutex_unlock(&m->device_lock);
    }
    arena_finish(&a);
    return lasts_ms;
}

static void mixer_pause_voice(struct sound_device *s, bool pauses)
{
    struct mixer *m = (struct mixer *)s;
    pthread_mutex_lock(&m->device_lock);
    if (m->voice) {
        if (pauses) {
            Mix_Pause(VOICE);
        } else {
            Mix_Resume(VOICE);
        }
    }
    pthread_mutex_unlock(&m->device_lock);
}

/* --- the main thread --- */

static bool start_thread(struct mixer *m)
{
    return thread_start(&m->thread, run, m) == 0;
}

static bool has_socket(const char *name)
{
    const char *folder = getenv("XDG_RUNTIME_DIR");
    char path[PATH_BYTES];
    int n = snprintf(path, sizeof path, "%s/%s", folder ? folder : "", name);
    return folder && n > 0 && (size_t)n < sizeof path && access(path, F_OK) == 0;
}

/* The folder itself is there without any, for the sequencer's sake. */
static bool has_card(void)
{
    glob_t outputs;
    bool found = glob("/dev/snd/pcm*p", 0, NULL, &outputs) == 0;
    if (found) {
        globfree(&outputs);
    }
    return found;
}

/* Where there is neither a card nor a sound server, ALSA would say so in several lines of its own. */
static bool may_sound(void)
{
    return getenv("SDL_AUDIODRIVER") || getenv("PULSE_SERVER") || has_card() || has_socket("pulse/native") || has_socket("pipewire-0");
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
    bool is_something = wanted->file.n > 0 && wanted->file.n <= PATH_BYTES;
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

static void mixer_chime(struct sound_device *s, const struct sound_samples *samples, double gain)
{
    struct mixer *m = (struct mixer *)s;
    size_t bytes = memory_product((size_t)samples->frames * (size_t)samples->channels, sizeof *samples->samples);
    if (!is_ready(m)) {
        return;
    }
    struct ring ring = {memory_zeroed(bytes), samples->frames, samples->rate, samples->channels, gain};
    memcpy(ring.samples, samples->samples, bytes);
    pthread_mutex_lock(&m->lock);
    free(m->ring.samples);
    m->ring = ring;
    tell(m);
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

static void mixer_set_voice_gain(struct sound_device *s, double gain)
{
    struct mixer *m = (struct mixer *)s;
    atomic_store(&m->voice_volume, volume(gain));
}

static void mixer_expect_voice(struct sound_device *s)
{
    (void)is_ready((struct mixer *)s);
}

/* The thread looks whether the device is still needed. */
static void mixer_stop_voice(struct sound_device *s)
{
    struct mixer *m = (struct mixer *)s;
    pthread_mutex_lock(&m->device_lock);
    bool spoke = m->speaks;
    drop_voice_locked(m);
    m->speaks = false;
    pthread_mutex_unlock(&m->device_lock);
    if (spoke) {
        pthread_mutex_lock(&m->lock);
        tell(m);
        pthread_mutex_unlock(&m->lock);
    }
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
    free(m->ring.samples);
    pthread_cond_destroy(&m->changed);
    pthread_mutex_destroy(&m->lock);
    pthread_mutex_destroy(&m->device_lock);
    free(m);
}

struct sound_device *sound_mixer_create(const struct folder *folder, const struct sound_decoder *decoder)
{
    static const struct sound_ops ops = {
        .play = mixer_play,
        .duck = mixer_duck,
        .set_voice_gain = mixer_set_voice_gain,
        .expect_voice = mixer_expect_voice,
        .speak = mixer_speak,
        .speak_file = mixer_speak_file,
        .pause_voice = mixer_pause_voice,
        .stop_voice = mixer_stop_voice,
        .chime = mixer_chime,
        .destroy = mixer_destroy,
    };
    struct mixer *m = memory_zeroed(sizeof *m);
    pthread_condattr_t monotonic;
    m->device.ops = &ops;
    atomic_init(&m->voice_volume, MIX_MAX_VOLUME);
    m->folder = *folder;
    m->decoder = decoder;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_mutex_init(&m->lock, NULL);
    pthread_mutex_init(&m->device_lock, NULL);
    pthread_cond_init(&m->changed, &monotonic);
    pthread_condattr_destroy(&monotonic);
    return &m->device;
}
