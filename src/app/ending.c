#include "app/ending.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

static atomic_bool is_wanted;

static struct {
    pthread_t thread;
    bool is_running;
    atomic_bool is_over;
    void (*wake)(void *self);
    void *self;
} watch;

static sigset_t endings(void)
{
    sigset_t set;
    (void)sigemptyset(&set);
    (void)sigaddset(&set, SIGTERM);
    (void)sigaddset(&set, SIGINT);
    (void)sigaddset(&set, SIGHUP);
    return set;
}

void ending_hold(void)
{
    sigset_t set = endings();
    (void)pthread_sigmask(SIG_BLOCK, &set, NULL);
}

static void *wait_for_one(void *unused)
{
    sigset_t set = endings();
    int signal;
    while (sigwait(&set, &signal) == 0 && !atomic_load(&watch.is_over)) {
        if (atomic_exchange(&is_wanted, true)) {
            _exit(128 + signal);
        }
        watch.wake(watch.self);
    }
    return unused;
}

bool ending_watch(void (*wake)(void *self), void *self)
{
    watch.wake = wake;
    watch.self = self;
    atomic_store(&watch.is_over, false);
    watch.is_running = pthread_create(&watch.thread, NULL, wait_for_one, NULL) == 0;
    if (!watch.is_running) {
        sigset_t set = endings();
        (void)pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    }
    return watch.is_running;
}

void ending_unwatch(void)
{
    if (watch.is_running) {
        atomic_store(&watch.is_over, true);
        (void)pthread_kill(watch.thread, SIGHUP);
        (void)pthread_join(watch.thread, NULL);
        watch.is_running = false;
    }
    if (ending_is_wanted()) { /* the disk may take its time with what is left to keep */
        sigset_t set = endings();
        (void)pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    }
}

bool ending_is_wanted(void)
{
    return atomic_load(&is_wanted);
}
