#include "stage/pads_watch.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/thread.h"

struct pads_watch {
    void (*wake)(void *self);
    void *self;
    const char *folder;
    int changes, leave; /* descriptors */
    bool is_running;
    pthread_t thread;
};

/* Rights are given after a device is made: both are told of. Once is enough for a folder that is watched already. */
static bool watch(const struct pads_watch *w, const char *folder)
{
    return inotify_add_watch(w->changes, folder, IN_CREATE | IN_DELETE | IN_ATTRIB | IN_ONLYDIR) >= 0;
}

static bool read_all(const struct pads_watch *w)
{
    _Alignas(struct inotify_event) char events[4096 + NAME_MAX];
    ssize_t n;
    bool any = false;
    while ((n = read(w->changes, events, sizeof events)) > 0 || (n < 0 && errno == EINTR)) {
        any = any || n > 0;
    }
    return any;
}

static void *look(void *self)
{
    struct pads_watch *w = self;
    struct pollfd on[] = {{w->changes, POLLIN, 0}, {w->leave, POLLIN, 0}};
    while (on[1].revents == 0) {
        if (poll(on, 2, -1) < 0 && errno != EINTR) {
            break;
        }
        if (on[1].revents == 0 && read_all(w)) {
            (void)watch(w, w->folder); /* it may have come only now */
            w->wake(w->self);
        }
    }
    return NULL;
}

static bool start(struct pads_watch *w)
{
    w->is_running = thread_start(&w->thread, look, w) == 0;
    return w->is_running;
}

struct pads_watch *pads_watch_create_at(const char *folder, const char *above, void (*wake)(void *self), void *self)
{
    struct pads_watch *w = memory_zeroed(sizeof *w);
    *w = (struct pads_watch){.wake = wake, .self = self, .folder = folder};
    w->changes = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    w->leave = eventfd(0, EFD_CLOEXEC);
    bool ok = w->changes >= 0 && w->leave >= 0 && (watch(w, folder) || watch(w, above)) && start(w);
    if (!ok) {
        pads_watch_destroy(w);
        return NULL;
    }
    return w;
}

struct pads_watch *pads_watch_create(void (*wake)(void *self), void *self)
{
    return pads_watch_create_at("/dev/input", "/dev", wake, self);
}

void pads_watch_destroy(struct pads_watch *w)
{
    if (!w) {
        return;
    }
    if (w->is_running) {
        uint64_t one = 1;
        while (write(w->leave, &one, sizeof one) < 0 && errno == EINTR) {
        }
        pthread_join(w->thread, NULL);
    }
    if (w->changes >= 0) {
        (void)close(w->changes);
    }
    if (w->leave >= 0) {
        (void)close(w->leave);
    }
    free(w);
}
