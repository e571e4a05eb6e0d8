#include <stdatomic.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <libspeechd.h>

#include "base/memory.h"
#include "speech/engine.h"

enum { FAST = 100, SLOW = -100, GRACE_MS = 20000, BYTE_MS = 300 };

struct dispatcher {
    struct engine engine;
    SPDConnection *connection;
};

/* libspeechd's callbacks bring nothing of ours with them, and come on its own thread: so these are the
 * program's. There is one connection at a time. */
static atomic_int ended;        /* the last message that ended or was cancelled; they count upwards */
static atomic_int ended_fd = -1; /* an eventfd */
static atomic_int line_fd = -1;  /* the connection's socket */

static void on_end(size_t message, size_t client, SPDNotificationType type)
{
    (void)client;
    (void)type;
    uint64_t one = 1;
    if ((int)message > atomic_load(&ended)) {
        atomic_store(&ended, (int)message);
    }
    ssize_t put = write(atomic_load(&ended_fd), &one, sizeof one);
    (void)put; /* full is awake */
}

/* speech-dispatcher's rate goes from -100 to 100. */
static int rate_of(int words_a_minute)
{
    int usual = SPEECH_RATE_USUAL;
    if (words_a_minute < usual) {
        return (usual - words_a_minute) * SLOW / (usual - SPEECH_RATE_LEAST);
    }
    return (words_a_minute - usual) * FAST / (SPEECH_RATE_MOST - usual);
}

static void drain(int fd)
{
    uint64_t ignored;
    ssize_t got = read(fd, &ignored, sizeof ignored);
    (void)got;
}

/* Some modules pause only when they have said what they were at: what is to follow waits for its turn. */
static void rest(struct dispatcher *d, struct talk *t)
{
    while (talk_is_paused(t)) {
        bool is_over = talk_wait(t, -1, -1) == TALK_OVER;
        if (is_over || !talk_is_paused(t)) {
            (void)spd_resume(d->connection);
        }
        if (is_over) {
            return;
        }
    }
}

static void hear(struct dispatcher *d, int message, size_t bytes, struct talk *t)
{
    int most_ms = GRACE_MS + (int)(bytes > 10000 ? 10000 : bytes) * BYTE_MS; /* some modules never tell */
    while (atomic_load(&ended) < message) {
        switch (talk_wait(t, atomic_load(&ended_fd), talk_is_paused(t) ? -1 : most_ms)) {
        case TALK_READY:
            drain(atomic_load(&ended_fd));
            break;
        case TALK_PAUSED:
            (void)(talk_is_paused(t) ? spd_pause(d->connection) : spd_resume(d->connection));
            break;
        case TALK_TIME:
            return;
        case TALK_OVER:
            if (talk_is_paused(t)) {
                (void)spd_resume(d->connection);
            }
            (void)spd_cancel(d->connection);
            return;
        }
    }
    rest(d, t);
}

static enum engine_result dispatcher_say(struct engine *engine, const struct speech_part *part, struct talk *t)
{
    struct dispatcher *d = (struct dispatcher *)engine;
    struct arena a = {0};
    struct str text = arena_str(&a, part->respelling.n ? part->respelling : part->text);
    (void)spd_set_language(d->connection, arena_str(&a, part->lang).s);
    (void)spd_set_voice_rate(d->connection, rate_of(talk_rate(t)));
    int message = spd_say(d->connection, SPD_TEXT, text.s);
    if (message > 0) {
        hear(d, message, text.n, t);
    }
    arena_finish(&a);
    return message > 0 ? ENGINE_SAID : ENGINE_GONE;
}

static void dispatcher_destroy(struct engine *engine)
{
    struct dispatcher *d = (struct dispatcher *)engine;
    atomic_store(&line_fd, -1);
    spd_close(d->connection); /* what it was saying ends with it */
    int fd = atomic_exchange(&ended_fd, -1);
    if (fd >= 0) {
        (void)close(fd);
    }
    free(d);
}

void engine_dispatcher_hang_up(void)
{
    int fd = atomic_load(&line_fd);
    if (fd >= 0) {
        (void)shutdown(fd, SHUT_RDWR);
    }
}

struct engine *engine_dispatcher_create(void)
{
    static const struct engine_ops ops = {dispatcher_say, dispatcher_destroy};
    char *why = NULL;
    SPDConnection *connection = spd_open2("lantern", "main", NULL, SPD_MODE_THREADED, NULL, 1, &why);
    free(why);
    if (!connection) {
        return NULL;
    }
    atomic_store(&line_fd, connection->socket);
    atomic_store(&ended, 0);
    atomic_store(&ended_fd, eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
    connection->callback_end = on_end;
    connection->callback_cancel = on_end;
    (void)spd_set_notification_on(connection, SPD_END);
    (void)spd_set_notification_on(connection, SPD_CANCEL);
    (void)spd_set_data_mode(connection, SPD_DATA_TEXT);
    struct dispatcher *d = memory_zeroed(sizeof *d);
    d->engine.ops = &ops;
    d->connection = connection;
    return &d->engine;
}
