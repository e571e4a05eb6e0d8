#include "app/notify.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support.h"

static const struct {
    const char *name;
    bool is_one;
    size_t bytes; /* of the name in the address */
} addresses[] = {
    {"/run/systemd/notify", true, 20},
    {"@/org/lantern", true, 13},
    {"", false, 0},
    {"@", false, 0},
    {"/", false, 0},
    {"run/notify", false, 0},
    {"vsock:2:1", false, 0},
};

static void test_address(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(addresses); i++) {
        struct sockaddr_un to;
        socklen_t size = 0;
        bool is_one = notify_address(str_from(addresses[i].name), &to, &size);
        size_t bytes = is_one ? size - offsetof(struct sockaddr_un, sun_path) : 0;
        if (is_one != addresses[i].is_one || bytes != addresses[i].bytes) {
            fail_msg("\"%s\": %d, %zu bytes", addresses[i].name, is_one, bytes);
        }
    }
    char longest[sizeof((struct sockaddr_un *)0)->sun_path + 1] = "/";
    memset(longest + 1, 'x', sizeof longest - 2);
    struct sockaddr_un to;
    socklen_t size = 0;
    assert_false(notify_address((struct str){longest, sizeof longest - 1}, &to, &size));
    assert_true(notify_address((struct str){longest, sizeof longest - 2}, &to, &size));
    assert_int_equal(size, sizeof to);
}

static const struct {
    const char *usec;
    int64_t ms;
} watchdogs[] = {
    {"20000000", 10000},
    {"3000", 1},
    {"1", 1},
    {"0", 0},
    {"-5", 0},
    {"", 0},
    {NULL, 0},
    {"20s", 0},
    {" 20000000", 0},
    {"99999999999999999999", 0},
};

static void test_watchdog(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(watchdogs); i++) {
        int64_t ms = notify_watchdog_ms(str_from(watchdogs[i].usec));
        if (ms != watchdogs[i].ms) {
            fail_msg("\"%s\": %lld", watchdogs[i].usec ? watchdogs[i].usec : "(none)",
                     (long long)ms);
        }
    }
}

/* An ear under this name. */
static int hear(const char *name)
{
    struct sockaddr_un at;
    socklen_t size = 0;
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    assert_true(fd >= 0);
    assert_true(notify_address(str_from(name), &at, &size));
    assert_int_equal(bind(fd, (struct sockaddr *)&at, size), 0);
    return fd;
}

static void expect_heard(int ear, const char *wanted)
{
    char message[1024];
    ssize_t n = recv(ear, message, sizeof message, 0);
    expect_text(wanted ? wanted : "silence", "the message",
                n >= 0 ? (struct str){message, (size_t)n} : STR("(nothing)"),
                wanted ? wanted : "(nothing)");
}

static void say_all(const char *name)
{
    struct notify n;
    int ear = hear(name);
    set_variable("NOTIFY_SOCKET", name);
    set_variable("WATCHDOG_USEC", "20000000");
    set_variable("WATCHDOG_PID", "1");
    notify_open(&n);
    assert_int_equal(n.watchdog_ms, 10000);
    assert_null(getenv("NOTIFY_SOCKET"));
    assert_null(getenv("WATCHDOG_USEC"));
    assert_null(getenv("WATCHDOG_PID"));
    expect_heard(ear, NULL);
    notify_status(&n, STR("Attract loop\nREADY=1"));
    expect_heard(ear, "STATUS=Attract loop");
    notify_status(&n, STR("\xea\xb0\x95 \xff\xff"));
    expect_heard(ear, "STATUS=\xea\xb0\x95 ");
    notify_ready(&n);
    notify_watchdog(&n);
    notify_stopping(&n);
    expect_heard(ear, "READY=1");
    expect_heard(ear, "WATCHDOG=1");
    expect_heard(ear, "STOPPING=1");
    (void)close(ear);
    notify_watchdog(&n); /* nobody there any more */
    notify_close(&n);
    notify_close(&n);
}

static void test_said(void **state)
{
    (void)state;
    struct arena a = {0};
    /* A socket's path is short, and that of the build folder may not be. */
    char path[] = "/tmp/test-notify-XXXXXX";
    assert_non_null(mkdtemp(path));
    say_all(arena_printf(&a, "%s/n", path).s);
    assert_int_equal(unlink(arena_printf(&a, "%s/n", path).s), 0);
    assert_int_equal(rmdir(path), 0);
    say_all(arena_printf(&a, "@lantern-test-%d", (int)getpid()).s);
    arena_finish(&a);
}

/* What nobody takes away fills up, and then is dropped, not waited for. */
static void test_never_waits(void **state)
{
    (void)state;
    struct arena a = {0};
    struct notify n;
    const char *name = arena_printf(&a, "@lantern-test-full-%d", (int)getpid()).s;
    int ear = hear(name);
    set_variable("NOTIFY_SOCKET", name);
    notify_open(&n);
    for (int i = 0; i < 10000; i++) {
        notify_watchdog(&n);
    }
    expect_heard(ear, "WATCHDOG=1");
    notify_close(&n);
    (void)close(ear);
    arena_finish(&a);
}

static void test_nobody(void **state)
{
    (void)state;
    static const char *const names[] = {NULL, "", "nonsense", "/nowhere/at/all"};
    for (size_t i = 0; i < COUNT(names); i++) {
        struct notify n;
        set_variable("NOTIFY_SOCKET", names[i]);
        set_variable("WATCHDOG_USEC", NULL);
        notify_open(&n);
        assert_int_equal(n.watchdog_ms, 0);
        notify_ready(&n);
        notify_status(&n, STR("x"));
        notify_close(&n);
    }
    struct notify none = {0};
    notify_ready(&none);
    notify_close(&none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_address), cmocka_unit_test(test_watchdog),
        cmocka_unit_test(test_said),    cmocka_unit_test(test_never_waits),
        cmocka_unit_test(test_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
