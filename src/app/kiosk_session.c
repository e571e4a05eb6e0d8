/* lantern-kiosk-session PROGRAM [ARGUMENT]...: what the kiosk's unit runs, with a compositor for
 * PROGRAM. With --bound it becomes PROGRAM, which then ends with whoever started it: the compositor
 * starts the player so. (setpriv(1) can do that too, but asks for capset(2), which the unit denies.)
 *
 * A unit with PAMName= has its main process moved into a login session's scope, and all that this
 * process starts belongs to the scope alone: systemd takes no word from it for the unit, whatever
 * NotifyAccess= says (systemd.exec(5)). So this stays the main process, listens in the service
 * manager's place, and passes on what it hears. For the same reason systemd would not end the
 * others with the unit; they are bound to this process's life.
 *
 * A compositor does not pass on how its program ended. Where the program said that it is not to be
 * started again, this ends with a status of its own, which the unit knows. */
#include <errno.h>
#include <glob.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/notify.h"
#include "app/output.h"

enum { MESSAGE_MOST_BYTES = 4096, FAILED = 1, USAGE = 2, STAYS_ENDED = 79, CANNOT_RUN = 127 };

struct session {
    struct notify above; /* the service manager */
    int ear, signals;
    char **words; /* of the compositor's command */
    pid_t child;
    bool is_ready;    /* something was shown */
    bool is_to_end;   /* by a signal */
    bool stays_ended; /* when the child has */
    struct sockaddr_un name;
    char folder[80];
};

/* A name in a folder of its own: nobody else of this machine can write there. */
static bool listen_below(struct session *s)
{
    const char *run = getenv("XDG_RUNTIME_DIR");
    (void)snprintf(s->folder, sizeof s->folder, "%s/lantern-XXXXXX",
                   run && strlen(run) < 60 ? run : "/tmp");
    struct strbuf path = {0};
    socklen_t size = 0;
    bool ok = mkdtemp(s->folder) != NULL;
    strbuf_printf(&path, "%s/notify", s->folder);
    s->ear = ok && notify_address(strbuf_str(&path), &s->name, &size)
                 ? socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)
                 : -1;
    ok = s->ear >= 0 && bind(s->ear, (struct sockaddr *)&s->name, size) == 0 &&
         setenv("NOTIFY_SOCKET", path.s, 1) == 0;
    strbuf_finish(&path);
    return ok;
}

static void finish(struct session *s)
{
    (void)unlink(s->name.sun_path);
    (void)rmdir(s->folder);
}

/* The compositor paints by itself. SDL 2.26 shows nothing on Wayland but by OpenGL, and takes the X server in
 * the compositor, where the player can paint by itself too. */
static bool do_without_gl(void)
{
    return setenv("WLR_RENDERER", "pixman", 1) == 0 && setenv("SDL_VIDEODRIVER", "x11,wayland", 1) == 0 &&
           setenv("LANTERN_PAINTER", "cpu", 1) == 0;
}

/* Without a graphics processor wlroots would look for OpenGL all the same, and fall. Whoever set
 * WLR_RENDERER knows better. */
static bool choose_renderer(void)
{
    const char *chosen = getenv("WLR_RENDERER");
    glob_t nodes;
    if (chosen) {
        return strcmp(chosen, "pixman") != 0 || do_without_gl();
    }
    if (glob("/dev/dri/renderD*", 0, NULL, &nodes) == 0) {
        globfree(&nodes);
        return true;
    }
    return do_without_gl();
}

/* A driver may promise OpenGL and fall at the first use (that of virtual machines does): a session that
 * ended before anything was shown is tried once more without. True where that is to be tried. */
static bool may_try_again(const struct session *s)
{
    bool may_help = !s->is_ready && !s->is_to_end && !s->stays_ended && !getenv("WLR_RENDERER");
    if (may_help) {
        complain("nothing was shown; trying again without OpenGL");
    }
    return may_help && do_without_gl();
}

/* Never returns. Whatever becomes of the parent, the program ends with it. */
static void become(pid_t parent, char **words)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent) {
        (void)execvp(words[0], words);
    }
    complain("cannot run \"%s\": %s", words[0], strerror(errno));
    _exit(CANNOT_RUN);
}

static bool start(struct session *s)
{
    pid_t self = getpid();
    s->child = fork();
    if (s->child == 0) {
        sigset_t none;
        (void)sigemptyset(&none);
        (void)sigprocmask(SIG_SETMASK, &none, NULL);
        become(self, s->words);
    }
    return s->child > 0;
}

static bool hear_signals(struct session *s)
{
    sigset_t heard;
    (void)sigemptyset(&heard);
    (void)sigaddset(&heard, SIGCHLD);
    (void)sigaddset(&heard, SIGTERM);
    (void)sigaddset(&heard, SIGINT);
    (void)sigaddset(&heard, SIGHUP);
    return sigprocmask(SIG_BLOCK, &heard, NULL) == 0 &&
           (s->signals = signalfd(-1, &heard, SFD_CLOEXEC)) >= 0;
}

static void pass_on(struct session *s)
{
    char message[MESSAGE_MOST_BYTES];
    ssize_t n = 0;
    while ((n = recv(s->ear, message, sizeof message, MSG_TRUNC)) > 0) {
        if ((size_t)n <= sizeof message) {
            struct str said = {message, (size_t)n};
            s->is_ready |= str_is(said, NOTIFY_READY);
            s->stays_ended |= str_is(said, NOTIFY_STOPPING);
            notify_message(&s->above, said);
        }
    }
}

/* True once the child has ended, with its status as a shell would say it. */
static bool attend(struct session *s, int *status_out)
{
    struct signalfd_siginfo info;
    if (read(s->signals, &info, sizeof info) != (ssize_t)sizeof info) {
        return false;
    }
    if (info.ssi_signo != SIGCHLD) {
        s->is_to_end = true;
        (void)kill(s->child, SIGTERM);
        return false;
    }
    int status = 0;
    if (waitpid(s->child, &status, WNOHANG) != s->child) {
        return false;
    }
    *status_out = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return true;
}

static int watch(struct session *s)
{
    struct pollfd ends[] = {{.fd = s->ear, .events = POLLIN}, {.fd = s->signals, .events = POLLIN}};
    for (;;) {
        if (poll(ends, COUNT(ends), -1) < 0 && errno != EINTR) {
            return FAILED;
        }
        if (ends[0].revents & POLLIN) {
            pass_on(s);
        }
        int status = 0;
        if ((ends[1].revents & POLLIN) && attend(s, &status)) {
            pass_on(s); /* its last word may have come with its end */
            if (status == 0 || !may_try_again(s) || !start(s)) {
                return s->stays_ended ? STAYS_ENDED : status;
            }
        }
    }
}

static int serve(char **words)
{
    struct session s = {.words = words};
    char *usec = getenv("WATCHDOG_USEC") ? strdup(getenv("WATCHDOG_USEC")) : NULL;
    notify_open(&s.above);
    /* WATCHDOG_PID would be this process, which has no main loop to vouch for. */
    bool ok = (!usec || setenv("WATCHDOG_USEC", usec, 1) == 0) && choose_renderer() && listen_below(&s) &&
              hear_signals(&s) && start(&s);
    int status = FAILED;
    if (ok) {
        status = watch(&s);
    } else {
        complain("cannot begin the session: %s", strerror(errno));
    }
    finish(&s);
    notify_close(&s.above);
    free(usec);
    return status;
}

int main(int argc, char **argv)
{
    if (argc > 2 && strcmp(argv[1], "--bound") == 0) {
        become(getppid(), argv + 2);
    }
    if (argc < 2 || argv[1][0] == '-') {
        bool is_help = argc == 2 && strcmp(argv[1], "--help") == 0;
        (void)fprintf(is_help ? stdout : stderr,
                      "usage: lantern-kiosk-session [--bound] PROGRAM [ARGUMENT]...\n");
        return is_help ? 0 : USAGE;
    }
    return serve(argv + 1);
}
