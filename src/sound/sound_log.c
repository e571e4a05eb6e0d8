/* What would be heard, for tests: a line for each chime. */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/str.h"
#include "sound/sound.h"

struct log {
    struct sound_device device;
    struct clock clock;
    int fd;
};

static void log_play(struct sound_device *s, const struct sound_loop *wanted)
{
    (void)s;
    (void)wanted;
}

static void log_duck(struct sound_device *s, bool ducks)
{
    (void)s;
    (void)ducks;
}

static void log_set_voice_gain(struct sound_device *s, double gain)
{
    (void)s;
    (void)gain;
}

static void log_voice(struct sound_device *s)
{
    (void)s;
}

static int log_speak(struct sound_device *s, const struct sound_samples *samples)
{
    (void)s;
    (void)samples;
    return 0;
}

static int log_speak_file(struct sound_device *s, struct str file)
{
    (void)s;
    (void)file;
    return 0;
}

static void log_chime(struct sound_device *s, const struct sound_samples *samples, double gain)
{
    const struct log *l = (const struct log *)s;
    struct strbuf line = {0};
    strbuf_printf(&line, "{\"chime\":%d,\"gain\":%.2f,\"now\":%lld}\n", samples->frames * 1000 / samples->rate, gain,
                  (long long)clock_now(l->clock));
    ssize_t ignored = write(l->fd, line.s, line.n); /* a log for tests: they see what is missing */
    (void)ignored;
    strbuf_finish(&line);
}

static void log_destroy(struct sound_device *s)
{
    struct log *l = (struct log *)s;
    (void)close(l->fd);
    free(l);
}

struct sound_device *sound_log_create(const char *path, struct clock clock)
{
    static const struct sound_ops ops = {
        .play = log_play,
        .duck = log_duck,
        .set_voice_gain = log_set_voice_gain,
        .expect_voice = log_voice,
        .speak = log_speak,
        .speak_file = log_speak_file,
        .pause_voice = log_duck,
        .stop_voice = log_voice,
        .chime = log_chime,
        .destroy = log_destroy,
    };
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0) {
        return NULL;
    }
    struct log *l = memory_zeroed(sizeof *l);
    *l = (struct log){{&ops}, clock, fd};
    return &l->device;
}
