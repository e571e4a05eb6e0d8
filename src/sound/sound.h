/* What is heard: one quiet loop for the place, cross-faded with the scenes. One interface, two
 * implementations: SDL2_mixer, and none. */
#pragma once

#include <stdbool.h>

#include "base/path.h"
#include "base/str.h"

enum {
    SOUND_FADE_MS = 2000,
    SOUND_MOST_SECONDS = 180, /* a loop is held decoded: three minutes are 35 MB */
};

struct sound_loop {
    struct str file; /* Opus, Vorbis, FLAC or WAV beneath the folder; empty: nothing is to be heard */
    bool loops;
    double gain; /* 1 as recorded */
};

struct sound_device;

struct sound_ops {
    void (*play)(struct sound_device *s, const struct sound_loop *wanted);
    void (*duck)(struct sound_device *s, bool ducks);
    void (*destroy)(struct sound_device *s);
};

struct sound_device {
    const struct sound_ops *ops;
};

/* With SDL2_mixer, where the program was built with it. A thread of its own opens the device when something
 * is to be heard, decodes, and closes it when nothing is. No device, no file or no sound in it is silence,
 * not an error. The folder must outlive it. Never NULL. */
struct sound_device *sound_mixer_create(const struct folder *folder);
struct sound_device *sound_none_create(void);

/* What is to be heard from now on, in place of what was; the same file goes on as it is. Returns at once. */
static inline void sound_play(struct sound_device *s, const struct sound_loop *wanted)
{
    s->ops->play(s, wanted);
}

/* 20 dB quieter while somebody speaks. */
static inline void sound_duck(struct sound_device *s, bool ducks)
{
    s->ops->duck(s, ducks);
}

/* Falls silent at once; accepts NULL. */
static inline void sound_destroy(struct sound_device *s)
{
    if (s) {
        s->ops->destroy(s);
    }
}
