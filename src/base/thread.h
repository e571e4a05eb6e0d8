/* Threads beside the main one, whose all signals are. */
#pragma once

#include <pthread.h>

/* As pthread_create, with every signal blocked in it: 0, or the number of an error. */
int thread_start(pthread_t *thread_out, void *(*run)(void *self), void *self);
