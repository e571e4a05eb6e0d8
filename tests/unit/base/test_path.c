#include "base/path.h"

#include <fcntl.h>

#include "base/arena.h"
#include "base/path_internal.h"

#include "support.h"

static struct scratch scratch;

static int setup(void **state)
{
    (void)state;
    struct scratch *s = &scratch;
    scratch_enter(s);
    scratch_file(s, "secret", "secret");
    scratch_folder(s, "in");
    scratch_file(s, "in/a", "seven77");
    scratch_folder(s, "in/sub");
    scratch_file(s, "in/sub/b", "b");
    scratch_link(s, "sub/b", "in/link-in");
    scratch_link(s, "sub", "in/link-folder");
    scratch_link(s, "../secret", "in/link-out");
    scratch_link(s, "/etc/passwd", "in/link-absolute");
    scratch_link(s, "nowhere", "in/link-dead");
    scratch_link(s, "circle", "in/circle");
    assert_int_equal(mkfifo(scratch_note(s, "in/fifo"), 0600), 0);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    scratch_leave(&scratch);
    return 0;
}

static void test_tame(void **state)
{
    (void)state;
    static const struct {
        struct str path;
        bool tame;
    } rows[] = {
        {STR_INIT("story.json"), true},
        {STR_INIT("pictures/a/b.jpg"), true},
        {STR_INIT("pictures/..jpg"), true},
        {STR_INIT("..."), true},
        {STR_INIT(""), false},
        {STR_INIT("/a"), false},
        {STR_INIT(".."), false},
        {STR_INIT("a/../b"), false},
        {STR_INIT("a/.."), false},
        {STR_INIT("a\\b"), false},
        {STR_INIT("a//b"), false},
        {STR_INIT("a/"), false},
        {STR_INIT("a\0b"), false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (path_is_tame(rows[i].path) != rows[i].tame) {
            fail_msg("row %zu: \"%.*s\"", i, STR_ARG(rows[i].path));
        }
    }
    char long_path[4097];
    memset(long_path, 'x', sizeof long_path);
    assert_true(path_is_tame((struct str){long_path, 4096}));
    assert_false(path_is_tame((struct str){long_path, 4097}));
}

#define CONFINED "; it must be relative to its folder and stay inside"
#define LINKED                                                                                     \
    " goes through a link that could leave its folder; put a copy of the file in its place"

static const struct opening {
    const char *path;
    enum path_fault by_kernel, by_walking;
    const char *words; /* where both give the same */
} openings[] = {
    {"a", PATH_OK, PATH_OK, ""},
    {"sub/b", PATH_OK, PATH_OK, ""},
    {"./a", PATH_OK, PATH_OK, ""},
    {"link-in", PATH_OK, PATH_FORBIDDEN, NULL},
    {"link-folder/b", PATH_OK, PATH_FORBIDDEN, NULL},
    {"link-dead", PATH_MISSING, PATH_FORBIDDEN, NULL},
    {"circle", PATH_UNREADABLE, PATH_FORBIDDEN, NULL},
    {"link-out", PATH_FORBIDDEN, PATH_FORBIDDEN, "\"link-out\"" LINKED},
    {"link-absolute", PATH_FORBIDDEN, PATH_FORBIDDEN, "\"link-absolute\"" LINKED},
    {"missing", PATH_MISSING, PATH_MISSING, "cannot open \"missing\": No such file or directory"},
    {"none/b", PATH_MISSING, PATH_MISSING, "cannot open \"none/b\": No such file or directory"},
    {"a/b", PATH_MISSING, PATH_MISSING, "cannot open \"a/b\": Not a directory"},
    {"sub", PATH_UNREADABLE, PATH_UNREADABLE, "\"sub\" is a folder, not a file"},
    {"fifo", PATH_UNREADABLE, PATH_UNREADABLE, "\"fifo\" is not a regular file"},
    {"sub/../a", PATH_FORBIDDEN, PATH_FORBIDDEN, "the path \"sub/../a\" holds \"..\"" CONFINED},
    {"/etc/passwd", PATH_FORBIDDEN, PATH_FORBIDDEN,
     "the path \"/etc/passwd\" begins with \"/\"" CONFINED},
    {"sub\\b", PATH_FORBIDDEN, PATH_FORBIDDEN, "the path \"sub\\b\" holds a backslash" CONFINED},
    {"sub/", PATH_FORBIDDEN, PATH_FORBIDDEN,
     "the path \"sub/\" has nothing before or after a \"/\"" CONFINED},
    {"", PATH_FORBIDDEN, PATH_FORBIDDEN, "the path \"\" is empty" CONFINED},
};

static void check_opening(beneath_open_fn way, const struct folder *f, const struct opening *o)
{
    struct error err = {0};
    int fd = -1;
    uint64_t size = 0;
    enum path_fault fault = folder_open_file_by(way, f, str_from(o->path), &fd, &size, &err);
    enum path_fault expected = way == beneath_open_by_walking ? o->by_walking : o->by_kernel;
    if (fault != expected) {
        print_error("\"%s\" gives %d: %s\n", o->path, (int)fault, err.text);
    }
    assert_int_equal(fault, expected);
    assert_int_equal(fd >= 0, fault == PATH_OK);
    if (o->words) {
        assert_string_equal(err.text, o->words);
    }
    if (fd >= 0) {
        assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
        assert_int_equal(size, strcmp(o->path, "a") == 0 || strcmp(o->path, "./a") == 0 ? 7 : 1);
        (void)close(fd);
    }
}

/* The first way falls back on walking where the kernel has no openat2; then links are refused. */
static void test_open(void **state)
{
    (void)state;
    struct folder f;
    assert_true(folder_open(&f, "in", NULL));
    int fd = beneath_open_kernel(f.fd, "a", O_PATH);
    for (size_t i = 0; i < COUNT(openings); i++) {
        if (fd >= 0) {
            check_opening(beneath_open, &f, &openings[i]);
        }
        check_opening(beneath_open_by_walking, &f, &openings[i]);
    }
    if (fd >= 0) {
        (void)close(fd);
    }
    folder_close(&f);
}

static void test_open_long_component(void **state)
{
    (void)state;
    char name[300];
    memset(name, 'x', sizeof name);
    struct folder f;
    assert_true(folder_open(&f, "in", NULL));
    int fd = -1;
    uint64_t size = 0;
    struct str path = {name, sizeof name};
    assert_int_equal(folder_open_file(&f, path, &fd, &size, NULL), PATH_MISSING);
    folder_close(&f);
}

static void test_folder(void **state)
{
    (void)state;
    struct error err = {0};
    struct folder f = {0};
    folder_close(&f);
    folder_close(&f);
    folder_close(NULL);
    assert_false(folder_open(&f, "none", &err));
    assert_string_equal(err.text, "cannot open the folder \"none\": No such file or directory");
    assert_true(f.fd < 0);
    assert_false(folder_open(&f, "in/a", &err));
    assert_string_equal(err.text, "cannot open the folder \"in/a\": Not a directory");
}

static void test_list(void **state)
{
    (void)state;
    static const char *const expected[] = {"a",           "circle",  "link-absolute", "link-dead",
                                           "link-folder", "link-in", "link-out"};
    struct arena a = {0};
    struct str *names = NULL;
    struct folder f;
    assert_true(folder_open(&f, "in", NULL));
    for (int twice = 0; twice < 2; twice++) {
        assert_int_equal(folder_list(&f, STR(""), &a, &names), COUNT(expected));
        for (size_t i = 0; i < COUNT(expected); i++) {
            assert_string_equal(names[i].s, expected[i]);
        }
    }
    assert_int_equal(folder_list(&f, STR("sub"), &a, &names), 1);
    assert_string_equal(names[0].s, "b");
    assert_int_equal(folder_list(&f, STR("none"), &a, &names), 0);
    assert_int_equal(folder_list(&f, STR(".."), &a, &names), 0);
    assert_int_equal(folder_list(&f, STR("a"), &a, &names), 0);
    folder_close(&f);
    arena_finish(&a);
}

static void set_or_clear(const char *name, const char *value)
{
    assert_int_equal(value ? setenv(name, value, 1) : unsetenv(name), 0);
}

static void test_xdg(void **state)
{
    (void)state;
    static const struct {
        enum xdg_kind kind;
        const char *variable, *value, *home, *path;
    } rows[] = {
        {XDG_STATE, "XDG_STATE_HOME", "/s", "/h", "/s/lantern"},
        {XDG_STATE, "XDG_STATE_HOME", NULL, "/h", "/h/.local/state/lantern"},
        {XDG_STATE, "XDG_STATE_HOME", "relative", "/h", "/h/.local/state/lantern"},
        {XDG_STATE, "XDG_STATE_HOME", "", "/h", "/h/.local/state/lantern"},
        {XDG_CONFIG, "XDG_CONFIG_HOME", "/c", NULL, "/c/lantern"},
        {XDG_CONFIG, "XDG_CONFIG_HOME", NULL, "/h", "/h/.config/lantern"},
        {XDG_CACHE, "XDG_CACHE_HOME", NULL, "/h", "/h/.cache/lantern"},
        {XDG_CACHE, "XDG_CACHE_HOME", NULL, NULL, ""},
        {XDG_CACHE, "XDG_CACHE_HOME", NULL, "", ""},
    };
    struct arena a = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        set_or_clear(rows[i].variable, rows[i].value);
        set_or_clear("HOME", rows[i].home);
        assert_string_equal(path_xdg(rows[i].kind, &a).s, rows[i].path);
    }
    arena_finish(&a);
}

static void test_make_folders(void **state)
{
    (void)state;
    struct error err = {0};
    struct stat st;
    scratch_note(&scratch, "x");
    scratch_note(&scratch, "x/y");
    scratch_note(&scratch, "x/y/z");
    assert_true(path_make_folders("x/y//z/", &err));
    assert_true(path_make_folders("x/y/z", &err));
    assert_int_equal(stat("x/y/z", &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    assert_true(path_make_folders("/", &err));
    assert_false(path_make_folders("in/a/b", &err));
    assert_string_equal(err.text, "cannot make the folder \"in/a\": File exists");
    assert_false(path_make_folders("", &err));
    assert_string_equal(err.text, "cannot make the folder \"\": No such file or directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tame),
        cmocka_unit_test(test_open),
        cmocka_unit_test(test_open_long_component),
        cmocka_unit_test(test_folder),
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_xdg),
        cmocka_unit_test(test_make_folders),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
