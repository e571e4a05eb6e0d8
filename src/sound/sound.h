/* What is heard: one quiet loop for the place, cross-faded with the scenes, and over it one voice. One
 * interface, two implementations: SDL2_mixer, and none. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/str.h"

enum {
    SOUND_FADE_MS = 2000,
};

struct sound_loop {
    struct str file; /* Opus, Vorbis, FLAC or WAV beneath the folder; empty: nothing is to be heard */
    bool loops;
    double gain; /* 1 as recorded */
};

/* 16-bit samples of this machine's byte order, channels interleaved. */
struct sound_samples {
    const int16_t *samples;
    int frames, rate, channels;
};

/* The same as a file became, and whose they are. */
struct sound_decoded {
    struct sound_samples samples;
    void (*release)(struct sound_decoded *d);
    void *owner; /* the two below are whoever made it's */
    size_t owner_bytes;
};

/* Who decodes a file's bytes, which are no longer than `seconds`. False with `err`, which goes on behind the file's
 * name. From any thread, and from several at once. */
struct sound_decoder {
    bool (*decode)(void *self, struct str bytes, double seconds, struct sound_decoded *out, struct error *err);
    void *self;
};

/* What a decoder gives, and what is heard. */
enum { SOUND_RATE = 48000, SOUND_CHANNELS = 2 };

/* Decodes in this process, for one that does nothing else: the first starts a thread, and plays to no device; then
 * the samples go to `out`, `room_bytes` at most. Their bytes, or 0 with `err`. */
bool sound_decode_prepare(struct error *err);
size_t sound_decode_into(struct str bytes, void *out, size_t room_bytes, struct error *err);

struct sound_device;

struct sound_ops {
    void (*play)(struct sound_device *s, const struct sound_loop *wanted);
    void (*duck)(struct sound_device *s, bool ducks);
    void (*set_voice_gain)(struct sound_device *s, double gain);
    void (*expect_voice)(struct sound_device *s);
    int (*speak)(struct sound_device *s, const struct sound_samples *samples);
    int (*speak_file)(struct sound_device *s, struct str file);
    void (*pause_voice)(struct sound_device *s, bool pauses);
    void (*stop_voice)(struct sound_device *s);
    void (*chime)(struct sound_device *s, const struct sound_samples *samples, double gain);
    void (*destroy)(struct sound_device *s);
};

struct sound_device {
    const struct sound_ops *ops;
};

/* With SDL2_mixer, where the program was built with it. A thread of its own opens the device when something
 * is to be heard, decodes, and closes it when nothing is. No device, no file or no sound in it is silence,
 * not an error. The folder must outlive it, and so must `decoder`; NULL: this process decodes. Never NULL. */
struct sound_device *sound_mixer_create(const struct folder *folder, const struct sound_decoder *decoder);
struct sound_device *sound_none_create(void);
/* Silence too, but each chime is written to the file at `path`, as a line of JSON. NULL where it cannot be. */
struct sound_device *sound_log_create(const char *path, struct clock clock);

/* What is to be heard from now on, in place of what was; the same file goes on as it is. Returns at once. */
static inline void sound_play(struct sound_device *s, const struct sound_loop *wanted)
{
    s->ops->play(s, wanted);
}

/* The loop is 20 dB quieter while somebody speaks. From any thread. */
static inline void sound_duck(struct sound_device *s, bool ducks)
{
    s->ops->duck(s, ducks);
}

/* How loud the voice is from its next words on, from 0 to 1; 1 unless said. */
static inline void sound_set_voice_gain(struct sound_device *s, double gain)
{
    s->ops->set_voice_gain(s, gain);
}

/* A voice will be heard: from now on, until it is destroyed, the four below may be called, from one thread
 * at a time, any. They may take as long as opening a device does. */
static inline void sound_expect_voice(struct sound_device *s)
{
    s->ops->expect_voice(s);
}

/* Says the samples over the loop, in place of what the voice was saying. Returns how long that lasts in ms;
 * 0: it cannot be heard. The samples are copied. */
static inline int sound_speak(struct sound_device *s, const struct sound_samples *samples)
{
    return s->ops->speak(s, samples);
}

/* The same with a file beneath the folder. */
static inline int sound_speak_file(struct sound_device *s, struct str file)
{
    return s->ops->speak_file(s, file);
}

static inline void sound_pause_voice(struct sound_device *s, bool pauses)
{
    s->ops->pause_voice(s, pauses);
}

/* The voice is silent at once, and lets go of the device. */
static inline void sound_stop_voice(struct sound_device *s)
{
    s->ops->stop_voice(s);
}

/* A sign of two seconds at most, over all that is heard, from 0 to 1 as loud as it is. The samples are copied. Returns
 * at once. */
static inline void sound_chime(struct sound_device *s, const struct sound_samples *samples, double gain)
{
    s->ops->chime(s, samples, gain);
}

/* Falls silent at once; accepts NULL. */
static inline void sound_destroy(struct sound_device *s)
{
    if (s) {
        s->ops->destroy(s);
    }
}
