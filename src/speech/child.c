#include "speech/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"

extern char **environ;

char *child_find(const char *name)
{
    struct str path = str_from(getenv("PATH"));
    char *found = NULL;
    for (size_t at = 0; at < path.n && !found;) {
        size_t end = str_find(path, ':', at);
        struct strbuf file = {0};
        strbuf_printf(&file, "%.*s/%s", (int)(end - at), path.s + at, name);
        if (path.s[at] == '/' && access(file.s, X_OK) == 0) {
            found = file.s;
        } else {
            strbuf_finish(&file);
        }
        at = end + 1;
    }
    return found;
}

static bool spawn(struct child *c, const char *program, char *const arguments[], int output)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none); /* a thread's may all be blocked, and a child has them from it */
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    int fault = posix_spawn(&c->pid, program, &files, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return fault == 0;
}

bool child_start(struct child *c, const char *program, char *const arguments[])
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return false;
    }
    bool ok = spawn(c, program, arguments, ends[1]);
    (void)close(ends[1]);
    c->output = ends[0];
    if (!ok) {
        (void)close(ends[0]);
    }
    return ok;
}

bool child_end(struct child *c)
{
    int status = 0;
    (void)kill(c->pid, SIGKILL);
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR) {
    }
    (void)close(c->output);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
