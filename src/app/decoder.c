#include "app/decoder.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/decode_answer.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/memory.h"

extern char **environ;

enum {
    LOOK_MS = 100,    /* how soon a stop is noticed */
    TRIES = 2,        /* where memory is short, a process may be ended or not begin at all */
    FIRST_ASIDE = 10, /* away from the descriptors the child is given */
};

struct decoder {
    const char *program;
    int most_ms;
    atomic_bool is_stopped;
    struct picture_decoder pictures;
    struct sound_decoder sounds;
};

/* One file, and what became of it. */
struct errand {
    struct arena arena;
    char *words[DECODE_WORDS_MOST + 1]; /* its command, in the arena */
    struct str bytes;
    size_t room; /* for what is decoded */
    /* filled: */
    void *shared; /* NULL, or ANSWER_BYTES and the room, mapped; nobody else has it any more */
    struct answer answer;
};

struct process {
    pid_t pid;
    int pipe; /* ends with it */
};

enum end { END_BY_ITSELF, END_TOO_LATE, END_STOPPED };

/* --- what is shared --- */

static void close_one(int *fd)
{
    if (*fd >= 0) {
        (void)close(*fd);
    }
    *fd = -1;
}

static int aside(int fd)
{
    int other = fd >= 0 ? fcntl(fd, F_DUPFD_CLOEXEC, FIRST_ASIDE) : -1;
    close_one(&fd);
    return other;
}

/* Never shorter again: what is mapped of it would be gone. */
static bool set_length(int fd, size_t n)
{
    return ftruncate(fd, (off_t)n) == 0 && fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
}

/* --- the process --- */

/* Numbers, of which as many stand behind the command as it takes. */
static void set_command(struct errand *e, const char *kind, const size_t *numbers, int count)
{
    const char *words[] = {"lantern", DECODE_COMMAND, kind};
    for (int i = 0; i < 3; i++) {
        e->words[i] = (char *)arena_str(&e->arena, str_from(words[i])).s;
    }
    for (int i = 0; i < count; i++) {
        e->words[3 + i] = (char *)arena_printf(&e->arena, "%zu", numbers[i]).s;
    }
}

static bool spawn(const struct decoder *d, const struct errand *e, int file, int shared, int pipe, pid_t *pid_out)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none); /* a worker's are all blocked, and a child has them from it */
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, file, DECODE_FILE);
    posix_spawn_file_actions_adddup2(&files, pipe, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&files, shared, DECODE_SHARED);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    int fault = posix_spawn(pid_out, d->program, &files, &attributes, e->words, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    errno = fault;
    return fault == 0;
}

static bool start(const struct decoder *d, const struct errand *e, int file, int shared, struct process *p)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return false;
    }
    p->pipe = ends[0];
    int other = aside(ends[1]);
    bool ok = other >= 0 && spawn(d, e, file, shared, other, &p->pid);
    int code = errno;
    close_one(&other);
    if (!ok) {
        close_one(&p->pipe);
    }
    errno = code;
    return ok;
}

static enum end await(const struct decoder *d, const struct process *p)
{
    struct clock clock = clock_system();
    int64_t late_ms = clock_now(clock) + d->most_ms;
    while (!atomic_load(&d->is_stopped)) {
        int64_t left_ms = late_ms - clock_now(clock);
        struct pollfd end = {.fd = p->pipe};
        if (left_ms <= 0) {
            return END_TOO_LATE;
        }
        if (poll(&end, 1, left_ms < LOOK_MS ? (int)left_ms : LOOK_MS) > 0) {
            return END_BY_ITSELF;
        }
    }
    return END_STOPPED;
}

/* It may have closed its pipe and live on; one that ends already does so in its own way. Returns its signal, or 0. */
static int finish(struct process *p)
{
    int status = 0;
    (void)kill(p->pid, SIGKILL);
    while (waitpid(p->pid, &status, 0) < 0 && errno == EINTR) {
    }
    close_one(&p->pipe);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/* --- an errand --- */

/* The words of a stranger, perhaps: letters, and an end to them. */
static void tame(char *why, size_t room)
{
    why[room - 1] = '\0';
    for (char *c = why; *c; c++) {
        *c = *c < ' ' || *c > '~' ? '?' : *c;
    }
}

/* Whatever a process has said last, one that fell gave none. */
static bool take_answer(struct errand *e, int shared, int signal, struct error *err)
{
    void *at = mmap(NULL, ANSWER_BYTES + e->room, PROT_READ, MAP_SHARED, shared, 0);
    if (at == MAP_FAILED) {
        return error_set_errno(err, errno, "cannot be decoded: cannot map memory");
    }
    memcpy(&e->answer, at, sizeof e->answer);
    if (e->answer.state == ANSWER_DONE && !signal) {
        e->shared = at;
        return true;
    }
    (void)munmap(at, ANSWER_BYTES + e->room);
    tame(e->answer.why, sizeof e->answer.why);
    return signal                             ? error_set(err, "cannot be decoded: its process ended with signal %d", signal)
           : e->answer.state == ANSWER_FAILED ? error_set(err, "%s", e->answer.why)
                                              : error_set(err, "cannot be decoded: its process gave no answer");
}

/* False with `err`; `*again_out`: another attempt may do. */
static bool attempt(const struct decoder *d, struct errand *e, int file, int shared, bool *again_out, struct error *err)
{
    struct process p = {.pipe = -1};
    *again_out = false;
    if (!start(d, e, file, shared, &p)) {
        *again_out = true;
        return error_set_errno(err, errno, "cannot be decoded: cannot start a process for it");
    }
    enum end end = await(d, &p);
    int signal = finish(&p);
    switch (end) {
    case END_TOO_LATE:
        return error_set(err, "cannot be decoded: it takes longer than %d ms", d->most_ms);
    case END_STOPPED:
        return error_set(err, "is not decoded any more");
    case END_BY_ITSELF:
        break;
    }
    *again_out = signal == SIGKILL;
    return take_answer(e, shared, signal, err);
}

static bool run(const struct decoder *d, struct errand *e, struct error *err)
{
    bool ok = false;
    bool again = true;
    int file = aside(memfd_create("lantern-file", MFD_CLOEXEC));
    for (int i = 0; i < TRIES && again && !ok; i++) {
        int shared = aside(memfd_create("lantern-decoded", MFD_CLOEXEC | MFD_ALLOW_SEALING));
        if (file < 0 || shared < 0 || (i == 0 && !file_write(file, e->bytes)) ||
            !set_length(shared, ANSWER_BYTES + e->room)) {
            again = error_set_errno(err, errno, "cannot be decoded: no memory for it");
        } else {
            ok = attempt(d, e, file, shared, &again, err);
        }
        close_one(&shared);
    }
    close_one(&file);
    arena_finish(&e->arena);
    return ok;
}

/* --- pictures --- */

static void let_go(void *shared, size_t bytes)
{
    (void)munmap(shared, bytes);
}

static void release_picture(struct decoded *pixels)
{
    let_go(pixels->owner, pixels->owner_bytes);
}

/* Is what it says what was asked for? */
static bool is_sound_picture(const struct answer *a, struct size size, bool may_have_alpha)
{
    return a->width == size.w && a->height == size.h && a->order <= PIXELS_RGBA && a->has_alpha <= 1 &&
           (may_have_alpha || !a->has_alpha);
}

static bool decode_picture(void *self, struct str bytes, const struct media_info *info, struct size at,
                           struct decoded *out, struct error *err)
{
    const struct decoder *d = self;
    struct size size = at.w > 0 ? at : (struct size){info->width, info->height};
    const size_t numbers[] = {(size_t)info->width, (size_t)info->height, (size_t)at.w, (size_t)at.h};
    struct errand e = {
        .bytes = bytes,
        .room = memory_product(memory_product((size_t)size.w, (size_t)size.h), sizeof(uint32_t)),
    };
    set_command(&e, "picture", numbers, (int)COUNT(numbers));
    bool ok = run(d, &e, err);
    if (ok && !is_sound_picture(&e.answer, size, info->has_alpha)) {
        let_go(e.shared, ANSWER_BYTES + e.room);
        return error_set(err, "cannot be decoded: what its process made of it is no such picture");
    }
    if (ok) {
        int step = e.answer.order == PIXELS_RGB ? 3 : 4;
        *out = (struct decoded){
            .pixels = {(const char *)e.shared + ANSWER_BYTES, size, size.w * step, (enum pixel_order)e.answer.order,
                       e.answer.has_alpha},
            .release = release_picture,
            .owner = e.shared,
            .owner_bytes = ANSWER_BYTES + e.room,
        };
    }
    return ok;
}

/* --- sounds --- */

static void release_sound(struct sound_decoded *sound)
{
    let_go(sound->owner, sound->owner_bytes);
}

static bool decode_sound(void *self, struct str bytes, double seconds, struct sound_decoded *out, struct error *err)
{
    const struct decoder *d = self;
    const size_t frame = SOUND_CHANNELS * sizeof(int16_t);
    struct errand e = {.bytes = bytes, .room = ((size_t)(seconds * SOUND_RATE) + SOUND_RATE) * frame};
    set_command(&e, "sound", &e.room, 1);
    bool ok = run(d, &e, err);
    if (ok && (e.answer.bytes > e.room || e.answer.bytes < frame)) {
        let_go(e.shared, ANSWER_BYTES + e.room);
        return error_set(err, "cannot be decoded: what its process made of it is no such sound");
    }
    if (ok) {
        *out = (struct sound_decoded){
            .samples = {(const void *)((const char *)e.shared + ANSWER_BYTES), (int)(e.answer.bytes / frame),
                        SOUND_RATE, SOUND_CHANNELS},
            .release = release_sound,
            .owner = e.shared,
            .owner_bytes = ANSWER_BYTES + e.room,
        };
    }
    return ok;
}

/* --- the decoder --- */

struct decoder *decoder_create(const struct decoder_options *o)
{
    struct decoder *d = memory_zeroed(sizeof *d);
    d->program = o->program ? o->program : "/proc/self/exe";
    d->most_ms = o->most_ms ? o->most_ms : DECODE_MOST_S * 1000;
    atomic_init(&d->is_stopped, false);
    d->pictures = (struct picture_decoder){decode_picture, d};
    d->sounds = (struct sound_decoder){decode_sound, d};
    return d;
}

void decoder_stop(struct decoder *d)
{
    if (d) {
        atomic_store(&d->is_stopped, true);
    }
}

void decoder_destroy(struct decoder *d)
{
    free(d);
}

const struct picture_decoder *decoder_pictures(const struct decoder *d)
{
    return d ? &d->pictures : NULL;
}

const struct sound_decoder *decoder_sounds(const struct decoder *d)
{
    return d ? &d->sounds : NULL;
}
