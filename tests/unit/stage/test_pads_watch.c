#include "stage/pads_watch.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATIENCE_S = 10 };

/* Behind its lock. */
struct bell {
    pthread_mutex_t lock;
    pthread_cond_t rings;
    int rung;
};

static void ring(void *self)
{
    struct bell *b = self;
    pthread_mutex_lock(&b->lock);
    b->rung++;
    pthread_cond_signal(&b->rings);
    pthread_mutex_unlock(&b->lock);
}

/* Has it rung since? It is silent again then. */
static bool has_rung(struct bell *b)
{
    struct timespec end;
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += PATIENCE_S;
    pthread_mutex_lock(&b->lock);
    while (b->rung == 0 && pthread_cond_timedwait(&b->rings, &b->lock, &end) == 0) {
    }
    bool rang = b->rung > 0;
    b->rung = 0;
    pthread_mutex_unlock(&b->lock);
    return rang;
}

static bool is_silent(struct bell *b)
{
    pthread_mutex_lock(&b->lock);
    bool silent = b->rung == 0;
    pthread_mutex_unlock(&b->lock);
    return silent;
}

static void touch(const char *path)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fclose(f), 0);
}

/* The folder comes while it is watched for, then what is in it. */
static void a_device_wakes(void **state)
{
    (void)state;
    struct bell bell = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0};
    char above[] = "pads-watch-XXXXXX";
    char folder[64], device[64];
    assert_non_null(mkdtemp(above));
    (void)snprintf(folder, sizeof folder, "%s/input", above);
    (void)snprintf(device, sizeof device, "%s/input/event7", above);
    struct pads_watch *w = pads_watch_create_at(folder, above, ring, &bell);
    assert_non_null(w);
    assert_true(is_silent(&bell));
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_true(has_rung(&bell));
    touch(device);
    assert_true(has_rung(&bell));
    assert_int_equal(chmod(device, 0600), 0);
    assert_true(has_rung(&bell));
    assert_int_equal(unlink(device), 0);
    assert_true(has_rung(&bell));
    pads_watch_destroy(w);
    bell.rung = 0;
    touch(device);
    assert_true(is_silent(&bell));
    assert_int_equal(unlink(device), 0);
    assert_int_equal(rmdir(folder), 0);
    assert_int_equal(rmdir(above), 0);
}

static void where_nothing_can_be_watched_there_is_none(void **state)
{
    (void)state;
    assert_null(pads_watch_create_at("/nowhere/at-all", "/nowhere", ring, NULL));
    pads_watch_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_device_wakes),
        cmocka_unit_test(where_nothing_can_be_watched_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
