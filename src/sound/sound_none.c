#include <stdlib.h>

#include "base/memory.h"
#include "sound/sound.h"

static void none_play(struct sound_device *s, const struct sound_loop *wanted)
{
    (void)s;
    (void)wanted;
}

static void none_duck(struct sound_device *s, bool ducks)
{
    (void)s;
    (void)ducks;
}

static void none_set_voice_gain(struct sound_device *s, double gain)
{
    (void)s;
    (void)gain;
}

static void none_expect_voice(struct sound_device *s)
{
    (void)s;
}

static int none_speak(struct sound_device *s, const struct sound_samples *samples)
{
    (void)s;
    (void)samples;
    return 0;
}

static int none_speak_file(struct sound_device *s, struct str file)
{
    (void)s;
    (void)file;
    return 0;
}

static void none_chime(struct sound_device *s, const struct sound_samples *samples, double gain)
{
    (void)s;
    (void)samples;
    (void)gain;
}

static void none_destroy(struct sound_device *s)
{
    free(s);
}

struct sound_device *sound_none_create(void)
{
    static const struct sound_ops ops = {
        .play = none_play,
        .duck = none_duck,
        .set_voice_gain = none_set_voice_gain,
        .expect_voice = none_expect_voice,
        .speak = none_speak,
        .speak_file = none_speak_file,
        .pause_voice = none_duck,
        .stop_voice = none_expect_voice,
        .chime = none_chime,
        .destroy = none_destroy,
    };
    struct sound_device *s = memory_zeroed(sizeof *s);
    s->ops = &ops;
    return s;
}
