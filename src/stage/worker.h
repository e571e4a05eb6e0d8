/* Threads that do jobs. A job owns all it touches and comes back when it is done. */
#pragma once

#include "base/error.h"

/* The head of a larger struct of the caller's. */
struct job {
    /* On a worker. Touches nothing but the job. */
    void (*run)(struct job *job);
    /* Frees it, run or not; on the main thread, when the pool goes. */
    void (*discard)(struct job *job);
    struct job *next; /* the pool's */
};

struct worker_pool;

/* `wake` is called from a worker whenever a job is done: it may only wake the main thread, as
 * SDL_PushEvent does. It may be NULL. NULL with `err` when no thread can be made. */
struct worker_pool *worker_pool_create(int threads, void (*wake)(void *self), void *self,
                                       struct error *err);

/* Waits for the jobs that run, discards these and all others. */
void worker_pool_destroy(struct worker_pool *pool);

/* Hands a job over; jobs are begun in this order. */
void worker_pool_give(struct worker_pool *pool, struct job *job);

/* A finished job, which is the caller's again, or NULL. Never waits. */
struct job *worker_pool_take(struct worker_pool *pool);

/* The same, but waits for one; NULL only when none is under way. */
struct job *worker_pool_wait(struct worker_pool *pool);
