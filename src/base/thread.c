#include "base/thread.h"

#include <signal.h>
#include <stddef.h>

int thread_start(pthread_t *thread_out, void *(*run)(void *self), void *self)
{
    sigset_t all;
    sigset_t before;
    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    int code = pthread_create(thread_out, NULL, run, self);
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return code;
}
