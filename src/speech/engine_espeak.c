/* espeak-ng as a child process: its licence asks that it be not linked, and its samples go where ours go. */
#include <stdlib.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/memory.h"
#include "speech/child.h"
#include "speech/engine.h"
#include "speech/wav.h"

#define PROGRAM "espeak-ng"

enum { CHUNK = 64 << 10 };

struct espeak {
    struct engine engine;
    char *program; /* its path */
};

/* All it writes, until it ends or the talk is over. */
static void read_all(int fd, struct talk *t, struct strbuf *out)
{
    char *chunk = memory_zeroed(CHUNK);
    for (;;) {
        enum talk_news news = talk_wait(t, fd, -1);
        if (news == TALK_OVER) {
            break;
        }
        ssize_t got = news == TALK_READY ? read(fd, chunk, CHUNK) : 1;
        if (got <= 0 || out->n > SAMPLES_MOST) {
            break;
        }
        if (news == TALK_READY) {
            strbuf_add(out, (struct str){chunk, (size_t)got});
        }
    }
    free(chunk);
}

/* False where the program cannot be run, or refused: then it has no such voice. */
static bool synthesize(const struct espeak *e, char *const arguments[], struct talk *t, struct strbuf *out)
{
    struct child child;
    if (!child_start(&child, e->program, arguments)) {
        return false;
    }
    read_all(child.output, t, out);
    (void)child_end(&child); /* it has ended, or is not wanted any more */
    return out->n > 0;
}

/* The tag as espeak-ng writes it, whole or its language alone. */
static struct str voice_of(struct str lang, bool is_whole, struct arena *a)
{
    struct strbuf out = {0};
    size_t end = is_whole ? lang.n : str_find(lang, '-', 0);
    for (size_t i = 0; i < end; i++) {
        char c = lang.s[i];
        strbuf_add_byte(&out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
    }
    struct str voice = arena_str(a, strbuf_str(&out));
    strbuf_finish(&out);
    return str_is(voice, "zh") ? STR("cmn") : voice;
}

static bool synthesize_in(const struct espeak *e, const struct speech_part *part, bool is_whole, struct talk *t,
                          struct strbuf *out)
{
    struct arena a = {0};
    struct str text = part->respelling.n ? part->respelling : part->text;
    char *const arguments[] = {
        (char *)PROGRAM,
        (char *)"--stdout",
        (char *)"-v",
        (char *)voice_of(part->lang, is_whole, &a).s,
        (char *)"-s",
        (char *)arena_printf(&a, "%d", talk_rate(t)).s,
        (char *)"--",
        (char *)arena_str(&a, str_sub(text, 0, TEXT_MOST)).s,
        NULL,
    };
    bool ok = synthesize(e, arguments, t, out);
    arena_finish(&a);
    return ok;
}

static enum engine_result play(const struct strbuf *bytes, struct talk *t)
{
    struct speech_pcm pcm;
    const struct speech_sink *sink = talk_sink(t);
    if (!wav_read(strbuf_str(bytes), &pcm)) {
        return ENGINE_NO_VOICE;
    }
    if (pcm.frames == 0) {
        return ENGINE_SAID; /* nothing but signs that are not said */
    }
    int lasts_ms = sink->play(sink->self, &pcm);
    if (lasts_ms <= 0) {
        return ENGINE_NO_DEVICE;
    }
    talk_hear(t, lasts_ms);
    return ENGINE_SAID;
}

static enum engine_result espeak_say(struct engine *engine, const struct speech_part *part, struct talk *t)
{
    const struct espeak *e = (const struct espeak *)engine;
    struct strbuf bytes = {0};
    enum engine_result result = ENGINE_SAID;
    if (access(e->program, X_OK) != 0) {
        return ENGINE_GONE;
    }
    bool ok = synthesize_in(e, part, true, t, &bytes);
    if (!ok && !talk_is_over(t) && str_find(part->lang, '-', 0) < part->lang.n) {
        ok = synthesize_in(e, part, false, t, &bytes);
    }
    if (!talk_is_over(t)) {
        result = ok ? play(&bytes, t) : ENGINE_NO_VOICE;
    }
    strbuf_finish(&bytes);
    return result;
}

static void espeak_destroy(struct engine *engine)
{
    struct espeak *e = (struct espeak *)engine;
    free(e->program);
    free(e);
}

struct engine *engine_espeak_create(void)
{
    static const struct engine_ops ops = {espeak_say, espeak_destroy};
    char *program = child_find(PROGRAM);
    if (!program) {
        return NULL;
    }
    struct espeak *e = memory_zeroed(sizeof *e);
    e->engine.ops = &ops;
    e->program = program;
    return &e->engine;
}
