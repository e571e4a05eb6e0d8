#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/num.h"
#include "support.h"

/* Each test has a folder of its own beneath the one it runs in; what is in it is taken away file by file. */
static char folder[] = "test-store-XXXXXX";

static int enter(void **state)
{
    (void)state;
    memcpy(folder + sizeof folder - 7, "XXXXXX", 6);
    return mkdtemp(folder) ? 0 : -1;
}

static const char *in_folder(const char *name)
{
    static char path[512];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static int leave(void **state)
{
    (void)state;
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));) {
        if (e->d_type == DT_REG) {
            (void)unlink(in_folder(e->d_name));
        }
    }
    (void)closedir(d);
    return rmdir(folder);
}

static struct store *open_sound(const char *path)
{
    struct error notice = {0};
    struct error err = {0};
    struct store *s = store_open(path, &notice, &err);
    if (!s || notice.text[0]) {
        fail_msg("%s%s", err.text, notice.text);
    }
    return s;
}

static bool exists(const char *name)
{
    return access(in_folder(name), F_OK) == 0;
}

static void write_at(const char *name, long at, const char *bytes, size_t n)
{
    int fd = open(in_folder(name), O_RDWR | O_CREAT, 0600);
    assert_true(fd >= 0);
    assert_int_equal(pwrite(fd, bytes, n, at), n);
    assert_int_equal(close(fd), 0);
}

static size_t size_of(const char *name)
{
    struct stat st;
    assert_int_equal(stat(in_folder(name), &st), 0);
    return (size_t)st.st_size;
}

static void test_table(void **state)
{
    (void)state;
    struct store *s = open_sound(folder);
    store_try(s);
    store_set(s, STORE_BOOKMARK, "tumen", "one");
    store_close(s);
    s = open_sound(folder); /* another run */
    store_expect(s, STORE_BOOKMARK, "tumen", "one");
    store_expect(s, STORE_BOOKMARK, "tume", "x");
    store_expect(s, STORE_SETTING, "tumen", NULL);
    store_close(s);
    struct stat st;
    assert_int_equal(stat(in_folder("lantern.db"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
}

static void test_two_at_once(void **state)
{
    (void)state;
    struct store *a = open_sound(folder);
    struct store *b = open_sound(folder);
    store_set(a, STORE_BOOKMARK, "tumen", "a");
    store_set(b, STORE_BOOKMARK, "tumen", "b");
    store_expect(a, STORE_BOOKMARK, "tumen", "b");
    store_close(a);
    store_close(b);
}

static void expect_set_aside(const char *name)
{
    struct error notice = {0};
    struct error err = {0};
    struct store *s = store_open(folder, &notice, &err);
    if (!s) {
        fail_msg("%s: %s", name, err.text);
    }
    assert_non_null(strstr(notice.text, "set aside"));
    assert_true(exists(name));
    store_expect(s, STORE_BOOKMARK, "tumen", NULL);
    store_set(s, STORE_BOOKMARK, "tumen", "anew");
    store_close(s);
    s = open_sound(folder);
    store_expect(s, STORE_BOOKMARK, "tumen", "anew");
    store_close(s);
}

static void test_garbage(void **state)
{
    (void)state;
    char garbage[4096];
    for (size_t i = 0; i < sizeof garbage; i++) {
        garbage[i] = (char)(i * 7 + 3);
    }
    write_at("lantern.db", 0, garbage, sizeof garbage);
    expect_set_aside("lantern.db.damaged-1");
    assert_int_equal(size_of("lantern.db.damaged-1"), sizeof garbage); /* kept as it was */
    write_at("lantern.db", 0, garbage, 100);
    expect_set_aside("lantern.db.damaged-2");
}

static void fill(void)
{
    struct store *s = open_sound(folder);
    char name[16];
    char value[2000];
    memset(value, 'v', sizeof value - 1);
    value[sizeof value - 1] = 0;
    for (int i = 0; i < 20; i++) {
        (void)snprintf(name, sizeof name, "n%d", i);
        store_set(s, STORE_SETTING, name, value);
    }
    store_close(s);
}

static void test_truncated(void **state)
{
    (void)state;
    fill();
    size_t size = size_of("lantern.db");
    assert_int_equal(truncate(in_folder("lantern.db"), (off_t)(size / 2)), 0);
    expect_set_aside("lantern.db.damaged-1");
}

/* A page in the middle overwritten: the header says nothing of it. */
static void test_spoilt_within(void **state)
{
    (void)state;
    char spoilt[4096];
    fill();
    memset(spoilt, 0x5a, sizeof spoilt);
    write_at("lantern.db", 4096, spoilt, sizeof spoilt);
    expect_set_aside("lantern.db.damaged-1");
}

/* PRAGMA user_version is four bytes at 60 of the header (sqlite.org/fileformat2.html, 1.3). */
static void test_later_version(void **state)
{
    (void)state;
    struct store *s = open_sound(folder);
    store_set(s, STORE_BOOKMARK, "tumen", "one");
    store_close(s);
    write_at("lantern.db", 60, "\0\0\0\2", 4);
    size_t size = size_of("lantern.db");
    char before[65536];
    char after[65536];
    FILE *f = fopen(in_folder("lantern.db"), "rb");
    assert_int_equal(fread(before, 1, sizeof before, f), size);
    assert_int_equal(fclose(f), 0);
    struct error notice = {0};
    struct error err = {0};
    assert_null(store_open(folder, &notice, &err));
    assert_non_null(strstr(err.text, "later version"));
    assert_int_equal(notice.text[0], 0);
    f = fopen(in_folder("lantern.db"), "rb");
    assert_int_equal(fread(after, 1, sizeof after, f), size);
    assert_int_equal(fclose(f), 0);
    assert_memory_equal(before, after, size);
    assert_false(exists("lantern.db.damaged-1"));
    write_at("lantern.db", 60, "\0\0\0\1", 4);
    s = open_sound(folder);
    store_expect(s, STORE_BOOKMARK, "tumen", "one");
    store_close(s);
}

static void test_folder_is_a_file(void **state)
{
    (void)state;
    struct error notice = {0};
    struct error err = {0};
    write_at("file", 0, "x", 1);
    assert_null(store_open(in_folder("file"), &notice, &err));
    assert_true(err.text[0] != 0);
    err.text[0] = 0;
    assert_null(store_open(in_folder("file/deeper"), &notice, &err));
    assert_true(err.text[0] != 0);
    assert_int_equal(size_of("file"), 1);
}

/* In a child: keeps 1, 2, 3 … and says each once it is kept. */
static void keep_on_writing(int to)
{
    struct error err = {0};
    struct store *s = store_open(folder, NULL, &err);
    for (int i = 1; s; i++) {
        char digits[32];
        struct str value = {digits, num_write(i, digits)};
        if (!store_put(s, STORE_BOOKMARK, STR("tumen"), value, &err) || write(to, &i, sizeof i) != sizeof i) {
            break;
        }
    }
    _exit(1);
}

static int last_said(int from, pid_t child, int enough)
{
    int said = 0;
    int n;
    while (read(from, &n, sizeof n) == (ssize_t)sizeof n) {
        said = n;
        if (n == enough) {
            (void)kill(child, SIGKILL);
        }
    }
    return said;
}

static void test_killed_while_writing(void **state)
{
    (void)state;
    for (int round = 0; round < 10; round++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            (void)close(ends[0]);
            keep_on_writing(ends[1]);
        }
        (void)close(ends[1]);
        int said = last_said(ends[0], child, 3 + round);
        (void)close(ends[0]);
        assert_int_equal(waitpid(child, NULL, 0), child);
        assert_true(said >= 3 + round);
        struct arena a = {0};
        struct str got = {0};
        int64_t kept = 0;
        struct store *s = open_sound(folder);
        assert_true(store_get(s, STORE_BOOKMARK, STR("tumen"), &a, &got, NULL));
        assert_true(str_to_int(got, 0, INT64_MAX, &kept));
        assert_in_range(kept, said, said + 1); /* one may be kept and not yet said */
        store_close(s);
        arena_finish(&a);
    }
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_table),         IN_FOLDER(test_two_at_once),      IN_FOLDER(test_garbage),
        IN_FOLDER(test_truncated),     IN_FOLDER(test_spoilt_within),    IN_FOLDER(test_later_version),
        IN_FOLDER(test_folder_is_a_file), IN_FOLDER(test_killed_while_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
