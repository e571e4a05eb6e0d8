#include "app/notify.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

enum { STATUS_MOST_BYTES = 400 };

bool notify_address(struct str name, struct sockaddr_un *to, socklen_t *size_out)
{
    *to = (struct sockaddr_un){.sun_family = AF_UNIX};
    bool is_abstract = str_starts(name, STR("@"));
    if (name.n < 2 || name.n >= sizeof to->sun_path || !(is_abstract || name.s[0] == '/')) {
        return false;
    }
    memcpy(to->sun_path, name.s, name.n);
    if (is_abstract) {
        to->sun_path[0] = '\0';
    }
    /* An abstract name is all its bytes; a path has its NUL. */
    *size_out =
        (socklen_t)(offsetof(struct sockaddr_un, sun_path) + name.n + (is_abstract ? 0 : 1));
    return true;
}

int64_t notify_watchdog_ms(struct str usec)
{
    int64_t allowed_us = 0;
    if (!str_to_int(usec, 1, INT64_MAX, &allowed_us)) {
        return 0;
    }
    int64_t half_ms = allowed_us / 2000;
    return half_ms > 0 ? half_ms : 1;
}

void notify_open(struct notify *n)
{
    *n = (struct notify){0};
    if (notify_address(str_from(getenv("NOTIFY_SOCKET")), &n->to, &n->to_size)) {
        int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        n->fd = fd > 0 ? fd : 0;
    }
    if (n->fd) {
        n->watchdog_ms = notify_watchdog_ms(str_from(getenv("WATCHDOG_USEC")));
    }
    static const char *const names[] = {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"};
    for (size_t i = 0; i < COUNT(names); i++) {
        (void)unsetenv(names[i]);
    }
}

void notify_close(struct notify *n)
{
    if (n->fd) {
        (void)close(n->fd);
    }
    *n = (struct notify){0};
}

void notify_message(const struct notify *n, struct str message)
{
    if (n->fd) {
        (void)sendto(n->fd, message.s, message.n, MSG_NOSIGNAL | MSG_DONTWAIT,
                     (const struct sockaddr *)&n->to, n->to_size);
    }
}

void notify_ready(const struct notify *n)
{
    notify_message(n, STR(NOTIFY_READY));
}

void notify_watchdog(const struct notify *n)
{
    notify_message(n, STR("WATCHDOG=1"));
}

void notify_stopping(const struct notify *n)
{
    notify_message(n, STR(NOTIFY_STOPPING));
}

void notify_status(const struct notify *n, struct str text)
{
    struct str first = str_sub(text, 0, str_find(text, '\n', 0));
    first = str_sub(first, 0, STATUS_MOST_BYTES);
    struct strbuf line = {0};
    strbuf_add_c(&line, "STATUS=");
    strbuf_add(&line, str_sub(first, 0,
                              utf8_check(first))); /* a message that is no text is refused whole */
    notify_message(n, strbuf_str(&line));
    strbuf_finish(&line);
}
