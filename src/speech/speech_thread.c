#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/thread.h"
#include "speech/engine.h"

enum { JOIN_S = 1, LANGS_MOST = 16, DEVICE_DELAY_MS = 120 /* what is played leaves the device a little later */ };

/* An utterance, copied for the thread. */
struct request {
    struct arena arena;
    struct speech_part *parts;
    int count, rate;
};

struct talk {
    struct voice *voice;
    struct request *request;
    unsigned generation;
    bool was_paused;
};

struct voice {
    struct speech speech;
    struct speech_options options;
    pthread_t thread;
    bool has_thread;
    int wake_fd; /* an eventfd: something behind the lock changed */

    pthread_mutex_t lock;
    /* Behind the lock: */
    struct request *next; /* not taken yet */
    unsigned generation;  /* of what is to be said, or of the silence after it */
    bool is_busy; /* the thread says something */
    int begun;    /* parts, of what was said last */
    bool is_paused, is_leaving;
    bool is_abandoned; /* sink and wake may be gone */
    enum speech_trouble trouble;
    char trouble_lang[SPEECH_LANG_BYTES];

    /* The thread's alone: */
    struct engine *engine;
    bool has_looked, had_no_device;
    char told[LANGS_MOST][SPEECH_LANG_BYTES]; /* languages without a voice */
    int told_count;
};

static void request_destroy(struct request *r)
{
    if (r) {
        arena_finish(&r->arena);
        free(r);
    }
}

/* --- the talk, for engines --- */

static bool is_over_locked(const struct talk *t)
{
    return t->voice->generation != t->generation || t->voice->is_leaving;
}

bool talk_is_over(struct talk *t)
{
    pthread_mutex_lock(&t->voice->lock);
    bool is_over = is_over_locked(t);
    pthread_mutex_unlock(&t->voice->lock);
    return is_over;
}

bool talk_is_paused(struct talk *t)
{
    return t->was_paused;
}

int talk_rate(const struct talk *t)
{
    return t->request->rate;
}

const struct speech_sink *talk_sink(const struct talk *t)
{
    return &t->voice->options.sink;
}

static void drain(int fd)
{
    uint64_t ignored;
    ssize_t got = read(fd, &ignored, sizeof ignored);
    (void)got; /* it is non-blocking: nothing there is no news */
}

/* Did the main thread say something that matters to this talk? */
static bool has_news(struct talk *t, enum talk_news *news_out)
{
    pthread_mutex_lock(&t->voice->lock);
    bool is_over = is_over_locked(t);
    bool turned = t->voice->is_paused != t->was_paused;
    t->was_paused = t->voice->is_paused;
    pthread_mutex_unlock(&t->voice->lock);
    *news_out = is_over ? TALK_OVER : TALK_PAUSED;
    return is_over || turned;
}

enum talk_news talk_wait(struct talk *t, int fd, int wait_ms)
{
    struct clock clock = clock_system();
    int64_t end_ms = wait_ms < 0 ? INT64_MAX : clock_now(clock) + wait_ms;
    enum talk_news news;
    while (!has_news(t, &news)) {
        struct pollfd fds[] = {{.fd = t->voice->wake_fd, .events = POLLIN}, {.fd = fd, .events = POLLIN}};
        int64_t left = wait_ms < 0 ? -1 : end_ms - clock_now(clock);
        if (wait_ms >= 0 && left <= 0) {
            return TALK_TIME;
        }
        int got = poll(fds, 2, (int)left);
        if (got > 0 && fds[0].revents) {
            drain(t->voice->wake_fd);
        } else if (got > 0 && fds[1].revents) {
            return TALK_READY;
        }
    }
    return news;
}

void talk_hear(struct talk *t, int lasts_ms)
{
    const struct speech_sink *sink = talk_sink(t);
    struct clock clock = clock_system();
    int64_t left = lasts_ms + DEVICE_DELAY_MS;
    if (t->was_paused) { /* while it was made */
        sink->pause(sink->self, true);
    }
    for (;;) {
        int64_t began = clock_now(clock);
        switch (talk_wait(t, -1, t->was_paused ? -1 : (int)left)) {
        case TALK_PAUSED:
            left -= t->was_paused ? clock_now(clock) - began : 0;
            left = left < 0 ? 0 : left;
            sink->pause(sink->self, t->was_paused);
            break;
        case TALK_READY:
            break;
        case TALK_TIME:
            return;
        case TALK_OVER:
            sink->stop(sink->self);
            return;
        }
    }
}

/* --- the thread --- */

static void tell_trouble(struct voice *v, enum speech_trouble trouble, struct str lang)
{
    pthread_mutex_lock(&v->lock);
    v->trouble = trouble;
    size_t n = lang.n < SPEECH_LANG_BYTES ? lang.n : SPEECH_LANG_BYTES - 1;
    memcpy(v->trouble_lang, n ? lang.s : "", n);
    v->trouble_lang[n] = '\0';
    bool is_abandoned = v->is_abandoned;
    pthread_mutex_unlock(&v->lock);
    if (v->options.wake && !is_abandoned) {
        v->options.wake(v->options.self);
    }
}

static void tell_no_voice(struct voice *v, struct str lang)
{
    for (int i = 0; i < v->told_count; i++) {
        if (str_is(lang, v->told[i])) {
            return;
        }
    }
    if (v->told_count < LANGS_MOST && lang.n < SPEECH_LANG_BYTES) {
        memcpy(v->told[v->told_count], lang.n ? lang.s : "", lang.n);
        v->told[v->told_count++][lang.n] = '\0';
        tell_trouble(v, SPEECH_NO_VOICE, lang);
    }
}

/* Looks once. */
static void open_engine(struct voice *v)
{
    if (v->engine || v->has_looked) {
        return;
    }
    if (v->options.choice != SPEECH_ESPEAK) {
        v->engine = engine_dispatcher_create();
    }
    if (!v->engine && v->options.choice != SPEECH_DISPATCHER) {
        v->engine = engine_espeak_create();
    }
    v->has_looked = true;
    if (!v->engine) {
        tell_trouble(v, SPEECH_NO_ENGINE, STR(""));
    }
}

/* A desktop's engine that went away is followed by the other one, or by the word that there is none. */
static void lose_engine(struct voice *v)
{
    v->engine->ops->destroy(v->engine);
    v->engine = v->options.choice == SPEECH_DISPATCHER ? NULL : engine_espeak_create();
    if (!v->engine) {
        tell_trouble(v, SPEECH_NO_ENGINE, STR(""));
    }
}

static void say_by_engine(struct voice *v, const struct speech_part *part, struct talk *t)
{
    open_engine(v);
    enum engine_result result = v->engine ? v->engine->ops->say(v->engine, part, t) : ENGINE_SAID;
    if (result == ENGINE_GONE) {
        lose_engine(v);
        result = v->engine && !talk_is_over(t) ? v->engine->ops->say(v->engine, part, t) : ENGINE_SAID;
    }
    if (result == ENGINE_NO_VOICE) {
        tell_no_voice(v, part->lang);
    } else if (result == ENGINE_NO_DEVICE && !v->had_no_device) {
        v->had_no_device = true;
        tell_trouble(v, SPEECH_NO_DEVICE, STR(""));
    }
}

static void say_part(struct voice *v, const struct speech_part *part, struct talk *t)
{
    const struct speech_sink *sink = &v->options.sink;
    int lasts_ms = part->file.n ? sink->play_file(sink->self, part->file) : 0;
    if (lasts_ms > 0) {
        talk_hear(t, lasts_ms);
    } else {
        say_by_engine(v, part, t);
    }
}

/* False where something else is to be said by now. */
static bool begin_part(struct voice *v, const struct talk *t, int i)
{
    pthread_mutex_lock(&v->lock);
    bool begins = !is_over_locked(t);
    v->begun = begins ? i + 1 : v->begun;
    pthread_mutex_unlock(&v->lock);
    return begins;
}

static void say_request(struct voice *v, struct talk *t)
{
    const struct speech_sink *sink = &v->options.sink;
    sink->duck(sink->self, true);
    for (int i = 0; i < t->request->count && begin_part(v, t, i); i++) {
        say_part(v, &t->request->parts[i], t);
    }
    pthread_mutex_lock(&v->lock);
    bool goes_on = v->next != NULL;
    v->is_busy = goes_on;
    bool is_abandoned = v->is_abandoned;
    pthread_mutex_unlock(&v->lock);
    if (!goes_on && !is_abandoned) {
        sink->stop(sink->self);
        sink->duck(sink->self, false);
        if (v->options.wake) {
            v->options.wake(v->options.self);
        }
    }
}

/* Waits for something to say. False when the program leaves. */
static bool take_request(struct voice *v, struct talk *t)
{
    for (;;) {
        pthread_mutex_lock(&v->lock);
        bool is_leaving = v->is_leaving;
        *t = (struct talk){v, v->next, v->generation, false};
        v->next = NULL;
        v->is_busy = t->request != NULL;
        pthread_mutex_unlock(&v->lock);
        if (is_leaving || t->request) {
            return !is_leaving;
        }
        struct pollfd fd = {.fd = v->wake_fd, .events = POLLIN};
        if (poll(&fd, 1, -1) > 0) {
            drain(v->wake_fd);
        }
    }
}

static void *run(void *self)
{
    struct voice *v = self;
    struct talk talk;
    while (take_request(v, &talk)) {
        say_request(v, &talk);
        request_destroy(talk.request);
    }
    request_destroy(talk.request);
    if (v->engine) {
        v->engine->ops->destroy(v->engine);
    }
    return NULL;
}

/* --- the main thread --- */

static void wake_thread(struct voice *v)
{
    uint64_t one = 1;
    ssize_t put = write(v->wake_fd, &one, sizeof one);
    (void)put; /* it is full only where the thread is awake already */
}

static bool start_thread(struct voice *v)
{
    if (!v->has_thread && v->wake_fd >= 0) {
        v->has_thread = thread_start(&v->thread, run, v) == 0;
    }
    return v->has_thread;
}

static struct request *request_create(const struct utterance *u)
{
    struct request *r = memory_zeroed(sizeof *r);
    r->parts = arena_new(&r->arena, struct speech_part, (size_t)u->count);
    r->count = u->count;
    r->rate = u->rate;
    for (int i = 0; i < u->count; i++) {
        const struct speech_part *p = &u->parts[i];
        r->parts[i] = (struct speech_part){
            arena_str(&r->arena, p->text), arena_str(&r->arena, p->respelling),
            arena_str(&r->arena, p->lang), arena_str(&r->arena, p->file)};
    }
    return r;
}

/* `r` in place of what was to be said; NULL: silence. */
static void replace(struct voice *v, struct request *r)
{
    pthread_mutex_lock(&v->lock);
    struct request *dropped = v->next;
    v->next = r;
    v->begun = r ? 0 : v->begun;
    v->generation++;
    v->is_paused = false;
    pthread_mutex_unlock(&v->lock);
    wake_thread(v);
    request_destroy(dropped);
}

static void voice_say(struct speech *s, const struct utterance *u)
{
    struct voice *v = (struct voice *)s;
    if (start_thread(v)) {
        replace(v, request_create(u));
    }
}

static void voice_stop(struct speech *s)
{
    struct voice *v = (struct voice *)s;
    if (v->has_thread) {
        replace(v, NULL);
    }
}

static void voice_pause(struct speech *s, bool pauses)
{
    struct voice *v = (struct voice *)s;
    pthread_mutex_lock(&v->lock);
    v->is_paused = pauses && v->is_busy;
    pthread_mutex_unlock(&v->lock);
    if (v->has_thread) {
        wake_thread(v);
    }
}

static bool voice_speaks(struct speech *s)
{
    struct voice *v = (struct voice *)s;
    pthread_mutex_lock(&v->lock);
    bool speaks = v->next || v->is_busy;
    pthread_mutex_unlock(&v->lock);
    return speaks;
}

static int voice_begun(struct speech *s)
{
    struct voice *v = (struct voice *)s;
    pthread_mutex_lock(&v->lock);
    int begun = v->begun;
    pthread_mutex_unlock(&v->lock);
    return begun;
}

static enum speech_trouble voice_take_trouble(struct speech *s, char lang_out[SPEECH_LANG_BYTES])
{
    struct voice *v = (struct voice *)s;
    pthread_mutex_lock(&v->lock);
    enum speech_trouble trouble = v->trouble;
    memcpy(lang_out, v->trouble_lang, SPEECH_LANG_BYTES);
    v->trouble = SPEECH_WELL;
    pthread_mutex_unlock(&v->lock);
    return trouble;
}

static bool joins_soon(const struct voice *v)
{
    struct timespec until;
    (void)clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += JOIN_S;
    return pthread_clockjoin_np(v->thread, NULL, CLOCK_MONOTONIC, &until) == 0;
}

/* Whatever the desktop's engine does, the program ends: a thread that waits for it in vain is left behind
 * with what it uses. */
static bool end_thread(struct voice *v)
{
    pthread_mutex_lock(&v->lock);
    v->is_leaving = true;
    pthread_mutex_unlock(&v->lock);
    wake_thread(v);
    if (joins_soon(v)) {
        return true;
    }
    engine_dispatcher_hang_up();
    pthread_mutex_lock(&v->lock);
    v->is_abandoned = true;
    pthread_mutex_unlock(&v->lock);
    return joins_soon(v);
}

static void voice_destroy(struct speech *s)
{
    struct voice *v = (struct voice *)s;
    if (v->has_thread && !end_thread(v)) {
        return;
    }
    request_destroy(v->next);
    pthread_mutex_destroy(&v->lock);
    if (v->wake_fd >= 0) {
        (void)close(v->wake_fd);
    }
    free(v);
}

struct speech *speech_create(const struct speech_options *o)
{
    static const struct speech_ops ops = {voice_say,   voice_stop,         voice_pause,  voice_speaks,
                                          voice_begun, voice_take_trouble, voice_destroy};
    struct voice *v = memory_zeroed(sizeof *v);
    v->speech.ops = &ops;
    v->options = *o;
    v->wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    pthread_mutex_init(&v->lock, NULL);
    return &v->speech;
}
