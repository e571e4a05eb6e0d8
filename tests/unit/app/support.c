#include "support.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEARD_MOST = 1 << 16 };

/* A file that no name leads to. */
static int nameless_file(void)
{
    char name[] = "test-app-XXXXXX";
    int fd = mkstemp(name);
    assert_true(fd >= 0);
    assert_int_equal(unlink(name), 0);
    return fd;
}

void hear_begin(struct heard *h)
{
    (void)fflush(NULL);
    *h = (struct heard){.kept_out = dup(1), .kept_err = dup(2)};
    h->file_out = nameless_file();
    h->file_err = nameless_file();
    assert_true(h->kept_out >= 0 && h->kept_err >= 0);
    (void)dup2(h->file_out, 1);
    (void)dup2(h->file_err, 2);
}

static struct str whole(int fd, struct arena *a)
{
    char *bytes = arena_new(a, char, HEARD_MOST);
    ssize_t n = pread(fd, bytes, HEARD_MOST - 1, 0);
    assert_true(n >= 0 && n < HEARD_MOST - 1);
    (void)close(fd);
    return (struct str){bytes, (size_t)n};
}

void hear_end(struct heard *h, struct arena *a)
{
    (void)fflush(stdout);
    (void)fflush(stderr);
    (void)dup2(h->kept_out, 1);
    (void)dup2(h->kept_err, 2);
    (void)close(h->kept_out);
    (void)close(h->kept_err);
    h->out = whole(h->file_out, a);
    h->err = whole(h->file_err, a);
}

int answer_begin(const char *text)
{
    int kept = dup(0);
    int fd = nameless_file();
    size_t n = strlen(text);
    assert_true(kept >= 0);
    assert_int_equal(write(fd, text, n), n);
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    assert_int_equal(dup2(fd, 0), 0);
    (void)close(fd);
    (void)fflush(stdin); /* what was read ahead of another's input */
    clearerr(stdin);
    return kept;
}

void answer_end(int kept)
{
    assert_int_equal(dup2(kept, 0), 0);
    (void)close(kept);
}

void expect_text(const char *row, const char *what, struct str got, const char *wanted)
{
    if (!str_is(got, wanted)) {
        fail_msg("%s: %s is \"%.*s\", not \"%s\"", row, what, STR_ARG(got), wanted);
    }
}

void expect_holds(const char *row, const char *what, struct str got, const char *part)
{
    size_t n = strlen(part);
    for (size_t i = 0; i + n <= got.n; i++) {
        if (memcmp(got.s + i, part, n) == 0) {
            return;
        }
    }
    fail_msg("%s: %s is \"%.*s\", without \"%s\"", row, what, STR_ARG(got), part);
}

void set_variable(const char *name, const char *value)
{
    assert_int_equal(value ? setenv(name, value, 1) : unsetenv(name), 0);
}

struct str data_folder(struct arena *a)
{
    static char folder[512]; /* tests change the variable */
    const char *data = getenv("LANTERN_DATA");
    if (!folder[0]) {
        assert_non_null(data);
        assert_true(strlen(data) < sizeof folder);
        memcpy(folder, data, strlen(data) + 1);
    }
    return arena_str(a, str_from(folder));
}

struct str tests_path(struct arena *a, const char *name)
{
    const char *tests = getenv("LANTERN_TESTS");
    assert_non_null(tests);
    return arena_printf(a, "%s/%s", tests, name);
}

/* --- a folder --- */

void home_make(struct home *h)
{
    char name[] = "test-app-XXXXXX";
    char here[400];
    assert_non_null(getcwd(here, sizeof here));
    assert_non_null(mkdtemp(name));
    (void)snprintf(h->path, sizeof h->path, "%s/%s", here, name);
}

struct str home_path(const struct home *h, struct arena *a, const char *name)
{
    return arena_printf(a, "%s/%s", h->path, name);
}

void home_write(const struct home *h, const char *name, const char *text)
{
    struct arena a = {0};
    FILE *f = fopen(home_path(h, &a, name).s, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
    assert_int_equal(fclose(f), 0);
    arena_finish(&a);
}

void home_clear(const struct home *h, const char *const *names, size_t count)
{
    struct arena a = {0};
    for (size_t i = 0; i < count; i++) {
        (void)remove(home_path(h, &a, names[i]).s);
    }
    (void)remove(home_path(h, &a, "lantern/lantern.db").s);
    (void)rmdir(home_path(h, &a, "lantern").s);
    assert_int_equal(rmdir(h->path), 0);
    arena_finish(&a);
}
