#include "stage/worker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/memory.h"

struct task {
    struct job job;
    int number, square;
    int *discarded;
};

static void run(struct job *job)
{
    struct task *t = (struct task *)job;
    t->square = t->number * t->number;
}

static void discard(struct job *job)
{
    struct task *t = (struct task *)job;
    ++*t->discarded;
    free(t);
}

static struct job *task_create(int number, int *discarded)
{
    struct task *t = memory_zeroed(sizeof *t);
    *t = (struct task){{run, discard, NULL}, number, 0, discarded};
    return &t->job;
}

static void count(void *self)
{
    atomic_fetch_add((atomic_int *)self, 1);
}

static void does_jobs(void **state)
{
    (void)state;
    atomic_int woken = 0;
    int discarded = 0;
    struct error err;
    struct worker_pool *pool = worker_pool_create(3, count, &woken, &err);
    assert_non_null(pool);
    assert_null(worker_pool_take(pool));
    assert_null(worker_pool_wait(pool));
    int sum = 0;
    for (int i = 1; i <= 20; i++) {
        worker_pool_give(pool, task_create(i, &discarded));
    }
    struct job *job;
    while ((job = worker_pool_wait(pool))) {
        sum += ((struct task *)job)->square;
        discard(job);
    }
    assert_int_equal(sum, 2870);
    assert_int_equal(discarded, 20);
    worker_pool_destroy(pool);
    assert_int_equal(woken, 20);
}

static void discards_what_is_left(void **state)
{
    (void)state;
    int discarded = 0;
    struct error err;
    struct worker_pool *pool = worker_pool_create(1, NULL, NULL, &err);
    for (int i = 0; i < 10; i++) {
        worker_pool_give(pool, task_create(i, &discarded));
    }
    worker_pool_destroy(pool);
    assert_int_equal(discarded, 10);
    worker_pool_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_jobs),
        cmocka_unit_test(discards_what_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
