/* Word to whatever started the program: systemd's protocol (sd_notify(3)), spoken by ourselves,
 * since under a compositor the program is no service's main process and libsystemd would say that
 * it has nothing to do. */
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "base/str.h"

#define NOTIFY_READY "READY=1"
#define NOTIFY_STOPPING "STOPPING=1"

/* Zeroed it says nothing to anybody. No call ever waits: a word that cannot be taken at once is
 * dropped. */
struct notify {
    int fd; /* 0: nobody listens */
    struct sockaddr_un to;
    socklen_t to_size;
    int64_t watchdog_ms; /* say notify_watchdog this often (half of what is allowed); 0: never asked
                            for */
};

/* By NOTIFY_SOCKET (a path, or "@" and an abstract name) and WATCHDOG_USEC, which are then taken
 * out of the environment: a child of ours speaks for nobody. */
void notify_open(struct notify *n);
void notify_close(struct notify *n);

void notify_ready(const struct notify *n);
void notify_watchdog(const struct notify *n);
/* It ends, and is not to be started again. */
void notify_stopping(const struct notify *n);
/* One line for people, as `systemctl status` shows it; it ends at the first line's end. */
void notify_status(const struct notify *n, struct str text);

/* A message as it stands, from one that speaks for another. */
void notify_message(const struct notify *n, struct str message);

/* The address that NOTIFY_SOCKET names; false where it is none. */
bool notify_address(struct str name, struct sockaddr_un *to, socklen_t *size_out);
/* Half of WATCHDOG_USEC in whole milliseconds, at least 1; 0 where it is not given or no number. */
int64_t notify_watchdog_ms(struct str usec);
