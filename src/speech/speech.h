/* Words aloud. One interface, four implementations: a desktop's speech-dispatcher, espeak-ng as a child
 * process, a log for tests, and none. No call blocks: what takes time is done on a thread of its own. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/str.h"

enum { SPEECH_RATE_LEAST = 80, SPEECH_RATE_MOST = 450, SPEECH_RATE_USUAL = 175 }; /* words a minute */

enum speech_priority {
    SPEECH_MESSAGE, /* about the program: "Speech on" */
    SPEECH_SCREEN,
    SPEECH_FOCUS,
    SPEECH_PRIORITY_COUNT,
};
const char *speech_priority_name(enum speech_priority p); /* "message" … */

/* A stretch in one language. */
struct speech_part {
    struct str text;       /* as it is shown */
    struct str respelling; /* what the engine is given in its place; empty: `text` */
    struct str lang;       /* BCP 47 */
    struct str file;       /* a recording of it in the story's folder; empty: the engine says it */
};

/* Said in one go; whatever was being said falls silent first. */
struct utterance {
    const struct speech_part *parts;
    int count;
    int rate; /* words a minute */
    enum speech_priority priority;
    const char *why; /* "screen", "caption", "focus" …; a literal */
};

/* What went wrong on the speech thread. */
enum speech_trouble {
    SPEECH_WELL,
    SPEECH_NO_ENGINE,  /* neither speech-dispatcher nor espeak-ng is there */
    SPEECH_NO_VOICE,   /* for the language; said once for each */
    SPEECH_NO_DEVICE,  /* nothing takes the sound */
};
enum { SPEECH_LANG_BYTES = 36 };

struct speech;

struct speech_ops {
    void (*say)(struct speech *s, const struct utterance *u);
    void (*stop)(struct speech *s);
    void (*pause)(struct speech *s, bool pauses);
    bool (*speaks)(struct speech *s);
    int (*begun)(struct speech *s);
    enum speech_trouble (*take_trouble)(struct speech *s, char lang_out[SPEECH_LANG_BYTES]);
    void (*destroy)(struct speech *s);
};

struct speech {
    const struct speech_ops *ops;
};

/* 16-bit samples of this machine's byte order, channels interleaved. */
struct speech_pcm {
    const int16_t *samples;
    int frames, rate, channels;
};

/* Where sound goes; called on the speech thread alone. */
struct speech_sink {
    void *self;
    /* Both begin at once and return how long it lasts in ms; 0: it cannot be heard. */
    int (*play)(void *self, const struct speech_pcm *pcm);
    int (*play_file)(void *self, struct str file);
    void (*pause)(void *self, bool pauses);
    void (*stop)(void *self);
    void (*duck)(void *self, bool ducks); /* the other sounds */
};

enum speech_choice { SPEECH_ANY, SPEECH_DISPATCHER, SPEECH_ESPEAK };

struct speech_options {
    struct speech_sink sink;
    enum speech_choice choice; /* SPEECH_ANY: the desktop's, else espeak-ng */
    void (*wake)(void *self);  /* from the speech thread: something ended, or there is trouble to take */
    void *self;
};

/* Nothing is started before something is to be said. Never NULL. */
struct speech *speech_create(const struct speech_options *o);
/* Says nothing. */
struct speech *speech_none_create(void);
/* Writes a line of JSON for each part that was begun, once it ended or was cut off: `utterance` (a
 * number), `text`, `respelling` where it is another, `lang`, `file` where there is one, `priority`,
 * `start` and `end` in ms, `cut`, `why`. A word takes its time by the rate. NULL where the file cannot
 * be written. */
struct speech *speech_log_create(const char *path, struct clock clock);

static inline void speech_say(struct speech *s, const struct utterance *u)
{
    s->ops->say(s, u);
}

static inline void speech_stop(struct speech *s)
{
    s->ops->stop(s);
}

/* What is being said waits; anything new, or speech_stop, ends the pause. */
static inline void speech_pause(struct speech *s, bool pauses)
{
    s->ops->pause(s, pauses);
}

/* Is anything being said, or about to be? */
static inline bool speech_speaks(struct speech *s)
{
    return s->ops->speaks(s);
}

/* How many parts of what was said last have begun; that of a cut-off one stays. */
static inline int speech_begun(struct speech *s)
{
    return s->ops->begun(s);
}

/* What went wrong since the last call; `lang_out` is the language of SPEECH_NO_VOICE. */
static inline enum speech_trouble speech_take_trouble(struct speech *s, char lang_out[SPEECH_LANG_BYTES])
{
    return s->ops->take_trouble(s, lang_out);
}

/* Falls silent at once; accepts NULL. */
static inline void speech_destroy(struct speech *s)
{
    if (s) {
        s->ops->destroy(s);
    }
}
