#include "base/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { HELD = 0, NOT_CONFINED = 1, ESCAPED = 2, MEGABYTE = 1 << 20, ROOM = 32 * MEGABYTE };

static bool computes(void)
{
    char *p = malloc(4 * MEGABYTE);
    bool ok = p != NULL;
    if (p) {
        memset(p, 1, 4 * MEGABYTE);
    }
    free(p);
    return ok && getpid() > 0;
}

/* Each is true where it is refused. */

static bool opens(void)
{
    return open("/dev/null", O_RDONLY) < 0;
}

static bool writes(void)
{
    return write(STDERR_FILENO, "", 1) < 0;
}

static bool connects(void)
{
    return socket(AF_UNIX, SOCK_STREAM, 0) < 0;
}

static bool starts(void)
{
    return syscall(SYS_fork) < 0;
}

static bool signals(void)
{
    return kill(getppid(), 0) < 0;
}

static bool becomes_another(void)
{
    char *const words[] = {(char *)"true", NULL};
    (void)execv("/bin/true", words);
    return true;
}

static bool makes_code(void)
{
    void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return p != MAP_FAILED && mprotect(p, 4096, PROT_READ | PROT_EXEC) < 0 && errno == EPERM &&
           mmap(NULL, 4096, PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
}

static bool raises_limits(void)
{
    return setrlimit(RLIMIT_CPU, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY}) < 0;
}

static bool eats(void)
{
    return HAS_SHADOW_MEMORY ||
           mmap(NULL, 2 * ROOM, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
}

static const struct {
    const char *what;
    bool (*is_held)(void);
} rows[] = {
    {"it computes", computes},
    {"it opens nothing", opens},
    {"it writes nothing", writes},
    {"it has no sockets", connects},
    {"it starts nothing", starts},
    {"it sends no signals", signals},
    {"it becomes no other program", becomes_another},
    {"it makes no code", makes_code},
    {"it raises no limits", raises_limits},
    {"it eats no memory", eats},
};

static bool confine(void)
{
    struct error err = {0};
    const struct confine_room room = {ROOM, 5};
    return confine_self(&room, STDERR_FILENO + 1, &err);
}

static int status_of(pid_t child)
{
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

static void is_held(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        pid_t child = fork();
        if (child == 0) {
            _exit(!confine() ? NOT_CONFINED : rows[i].is_held() ? HELD : ESCAPED);
        }
        int status = status_of(child);
        if (status != HELD) {
            print_error("%s: %d\n", rows[i].what, status);
            fail();
        }
    }
}

/* The rows would find out. */
static void finds_what_is_free(void **state)
{
    (void)state;
    assert_false(opens() || connects() || signals() || makes_code());
    assert_true(computes());
}

enum { HAS_BEGUN = 1, IS_CONFINED };

static void *look(void *self)
{
    atomic_int *step = self;
    atomic_store(step, HAS_BEGUN);
    while (atomic_load(step) != IS_CONFINED) {
        (void)sched_yield();
    }
    _exit(opens() ? HELD : ESCAPED);
}

/* A thread that was there before. */
static void holds_every_thread(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        atomic_int step = 0;
        pthread_t thread;
        bool ok = pthread_create(&thread, NULL, look, &step) == 0;
        while (ok && atomic_load(&step) != HAS_BEGUN) {
            (void)sched_yield();
        }
        if (!ok || !confine()) {
            _exit(NOT_CONFINED);
        }
        atomic_store(&step, IS_CONFINED);
        (void)pthread_join(thread, NULL);
    }
    assert_int_equal(status_of(child), HELD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_held),
        cmocka_unit_test(finds_what_is_free),
        cmocka_unit_test(holds_every_thread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
