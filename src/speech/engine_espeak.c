/* espeak-ng as a child process: its licence asks that it be not linked, and its samples go where ours go. */
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "speech/engine.h"
#include "speech/wav.h"

#define PROGRAM "espeak-ng"

enum {
    SAMPLES_MOST = 32 << 20, /* bytes: some minutes */
    TEXT_MOST = 32 << 10,    /* bytes of one argument; the kernel takes 128 KiB */
    CHUNK = 64 << 10,
};

extern char **environ;

struct espeak {
    struct engine engine;
    char *program; /* its path */
};

/* The first file of this name in PATH that may be run; the caller's to free, or NULL. */
static char *find_program(const char *name)
{
    struct str path = str_from(getenv("PATH"));
    char *found = NULL;
    for (size_t at = 0; at < path.n && !found;) {
        size_t end = str_find(path, ':', at);
        struct strbuf file = {0};
        strbuf_printf(&file, "%.*s/%s", (int)(end - at), path.s + at, name);
        if (path.s[at] == '/' && access(file.s, X_OK) == 0) {
            found = file.s;
        } else {
            strbuf_finish(&file);
        }
        at = end + 1;
    }
    return found;
}

static bool spawn(const struct espeak *e, char *const arguments[], int output, pid_t *pid_out)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none); /* this thread's are all blocked, and a child has them from it */
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    int fault = posix_spawn(pid_out, e->program, &files, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return fault == 0;
}

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
    int ends[2];
    pid_t pid;
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return false;
    }
    bool ok = spawn(e, arguments, ends[1], &pid);
    (void)close(ends[1]);
    if (ok) {
        int status = 0;
        read_all(ends[0], t, out);
        (void)kill(pid, SIGKILL); /* it has ended, or is not wanted any more */
        while (waitpid(pid, &status, 0) < 0) {
        }
        ok = out->n > 0;
    }
    (void)close(ends[0]);
    return ok;
}

/* The tag as espeak-ng writes it, cut behind its first `subtags` subtags. */
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
    char *program = find_program(PROGRAM);
    if (!program) {
        return NULL;
    }
    struct espeak *e = memory_zeroed(sizeof *e);
    e->engine.ops = &ops;
    e->program = program;
    return &e->engine;
}
