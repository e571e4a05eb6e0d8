/* What speaks, and the thread it speaks on: speech's own files alone. Everything here is called on that
 * thread, and may block as long as it watches its talk. */
#pragma once

#include "base/arena.h"
#include "speech/speech.h"

/* What is being said just now. */
struct talk;

enum talk_news {
    TALK_READY,  /* the file descriptor can be read */
    TALK_TIME,   /* the time has passed */
    TALK_PAUSED, /* it pauses, or goes on again: talk_is_paused */
    TALK_OVER,   /* something else is to be said, or nothing: fall silent */
};

/* Waits for whichever comes first; a negative `fd` or `wait_ms` is not waited for. */
enum talk_news talk_wait(struct talk *t, int fd, int wait_ms);
bool talk_is_over(struct talk *t);
bool talk_is_paused(struct talk *t);
int talk_rate(const struct talk *t); /* words a minute */
const struct speech_sink *talk_sink(const struct talk *t);
/* Until what the sink plays has been heard, or the talk is over and the sink silent. Pauses the sink. */
void talk_hear(struct talk *t, int lasts_ms);

enum engine_result {
    ENGINE_SAID,      /* or cut off */
    ENGINE_NO_VOICE,  /* for the language */
    ENGINE_NO_DEVICE, /* nothing takes the sound */
    ENGINE_GONE,      /* the engine is lost: another may do */
};

struct engine {
    const struct engine_ops *ops;
};

struct engine_ops {
    enum engine_result (*say)(struct engine *e, const struct speech_part *part, struct talk *t);
    void (*destroy)(struct engine *e);
};

/* NULL where it is not there; the caller's to destroy. */
struct engine *engine_dispatcher_create(void);
struct engine *engine_espeak_create(void);
/* From the main thread: a dispatcher that does not answer is not waited for any longer. */
void engine_dispatcher_hang_up(void);
