#include "speech/screen_reader.h"

#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/str.h"
#include "base/thread.h"
#include "speech/child.h"

enum { ANSWER_BYTES = 64 };

struct screen_reader {
    pthread_t thread;
    char *program;
    int leave_fd; /* an eventfd: the answer is not wanted any more */
    atomic_bool is_on;
    void (*wake)(void *self);
    void *self;
};

/* "b true" where one is on. */
static bool answers_yes(int fd, int leave_fd)
{
    char answer[ANSWER_BYTES];
    size_t n = 0;
    while (n < sizeof answer) {
        struct pollfd fds[] = {{.fd = leave_fd, .events = POLLIN}, {.fd = fd, .events = POLLIN}};
        if (poll(fds, 2, -1) <= 0 || fds[0].revents) {
            return false;
        }
        ssize_t got = read(fd, answer + n, sizeof answer - n);
        if (got <= 0) {
            break;
        }
        n += (size_t)got;
    }
    return str_is(str_trim((struct str){answer, n}), "b true");
}

static void *run(void *self)
{
    struct screen_reader *s = self;
    struct child child;
    char *const arguments[] = {
        (char *)"busctl",        (char *)"--user",          (char *)"get-property",        (char *)"org.a11y.Bus",
        (char *)"/org/a11y/bus", (char *)"org.a11y.Status", (char *)"ScreenReaderEnabled", NULL,
    };
    if (child_start(&child, s->program, arguments)) {
        bool is_on = answers_yes(child.output, s->leave_fd);
        (void)child_end(&child);
        atomic_store(&s->is_on, is_on);
        if (is_on) {
            s->wake(s->self);
        }
    }
    return NULL;
}

static bool start(struct screen_reader *s)
{
    return s->leave_fd >= 0 && thread_start(&s->thread, run, s) == 0;
}

static void release(struct screen_reader *s)
{
    if (s->leave_fd >= 0) {
        (void)close(s->leave_fd);
    }
    free(s->program);
    free(s);
}

struct screen_reader *screen_reader_ask(void (*wake)(void *self), void *self)
{
    if (!getenv("DBUS_SESSION_BUS_ADDRESS")) {
        return NULL;
    }
    char *program = child_find("busctl");
    if (!program) {
        return NULL;
    }
    struct screen_reader *s = memory_zeroed(sizeof *s);
    s->program = program;
    s->leave_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    s->wake = wake;
    s->self = self;
    if (!start(s)) {
        release(s);
        return NULL;
    }
    return s;
}

bool screen_reader_is_on(const struct screen_reader *s)
{
    return s && atomic_load(&s->is_on);
}

void screen_reader_destroy(struct screen_reader *s)
{
    if (s) {
        uint64_t one = 1;
        ssize_t put = write(s->leave_fd, &one, sizeof one);
        (void)put; /* an empty eventfd takes it */
        pthread_join(s->thread, NULL);
        release(s);
    }
}
