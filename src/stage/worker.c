#include "stage/worker.h"

#include <assert.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "base/memory.h"
#include "base/thread.h"

/* Behind the thread that paints, and the display's server: what is decoded is for the next key. But the first picture
 * is waited for. */
enum { WORKER_NICE = 5 };

struct queue {
    struct job *first, *last;
};

struct worker_pool {
    void (*wake)(void *self);
    void *self;
    pthread_t *threads;
    int thread_count;

    pthread_mutex_t lock;
    /* Behind the lock: */
    pthread_cond_t has_work, has_done;
    struct queue waiting, done;
    int under_way; /* given and not yet taken */
    bool is_leaving;
};

static void queue_add(struct queue *q, struct job *job)
{
    job->next = NULL;
    if (q->last) {
        q->last->next = job;
    } else {
        q->first = job;
    }
    q->last = job;
}

static struct job *queue_take(struct queue *q)
{
    struct job *job = q->first;
    if (job) {
        q->first = job->next;
        if (!q->first) {
            q->last = NULL;
        }
        job->next = NULL;
    }
    return job;
}

static void *work(void *self)
{
    struct worker_pool *pool = self;
    bool is_nice = false;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (!pool->is_leaving && !pool->waiting.first) {
            pthread_cond_wait(&pool->has_work, &pool->lock);
        }
        if (pool->is_leaving) {
            break;
        }
        struct job *job = queue_take(&pool->waiting);
        pthread_mutex_unlock(&pool->lock);
        job->run(job);
        if (!is_nice) {
            is_nice = true;
            (void)setpriority(PRIO_PROCESS, 0, WORKER_NICE); /* on Linux of this thread alone */
        }
        pthread_mutex_lock(&pool->lock);
        queue_add(&pool->done, job);
        pthread_cond_signal(&pool->has_done);
        bool is_heard = !pool->is_leaving; /* whoever is to be woken may be gone when it leaves */
        pthread_mutex_unlock(&pool->lock);
        if (pool->wake && is_heard) {
            pool->wake(pool->self);
        }
        pthread_mutex_lock(&pool->lock);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

static int start_threads(struct worker_pool *pool, int threads)
{
    int code = 0;
    while (pool->thread_count < threads && code == 0) {
        code = thread_start(&pool->threads[pool->thread_count], work, pool);
        pool->thread_count += code == 0 ? 1 : 0;
    }
    return code;
}

struct worker_pool *worker_pool_create(int threads, void (*wake)(void *self), void *self,
                                       struct error *err)
{
    assert(threads > 0);
    struct worker_pool *pool = memory_zeroed(sizeof *pool);
    pool->wake = wake;
    pool->self = self;
    pool->threads = memory_zeroed(memory_product((size_t)threads, sizeof pool->threads[0]));
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->has_work, NULL);
    pthread_cond_init(&pool->has_done, NULL);
    int code = start_threads(pool, threads);
    if (pool->thread_count == 0) {
        error_set_errno(err, code, "cannot start a thread to decode pictures");
        worker_pool_destroy(pool);
        return NULL;
    }
    return pool;
}

static void discard_all(struct queue *q)
{
    struct job *job;
    while ((job = queue_take(q))) {
        job->discard(job);
    }
}

void worker_pool_destroy(struct worker_pool *pool)
{
    if (!pool) {
        return;
    }
    pthread_mutex_lock(&pool->lock);
    pool->is_leaving = true;
    pthread_cond_broadcast(&pool->has_work);
    pthread_mutex_unlock(&pool->lock);
    for (int i = 0; i < pool->thread_count; i++) {
        pthread_join(pool->threads[i], NULL);
    }
    discard_all(&pool->waiting);
    discard_all(&pool->done);
    pthread_cond_destroy(&pool->has_done);
    pthread_cond_destroy(&pool->has_work);
    pthread_mutex_destroy(&pool->lock);
    free(pool->threads);
    free(pool);
}

void worker_pool_give(struct worker_pool *pool, struct job *job)
{
    pthread_mutex_lock(&pool->lock);
    queue_add(&pool->waiting, job);
    pool->under_way++;
    pthread_cond_signal(&pool->has_work);
    pthread_mutex_unlock(&pool->lock);
}

struct job *worker_pool_take(struct worker_pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    struct job *job = queue_take(&pool->done);
    pool->under_way -= job ? 1 : 0;
    pthread_mutex_unlock(&pool->lock);
    return job;
}

struct job *worker_pool_wait(struct worker_pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    while (pool->under_way > 0 && !pool->done.first) {
        pthread_cond_wait(&pool->has_done, &pool->lock);
    }
    struct job *job = queue_take(&pool->done);
    pool->under_way -= job ? 1 : 0;
    pthread_mutex_unlock(&pool->lock);
    return job;
}
