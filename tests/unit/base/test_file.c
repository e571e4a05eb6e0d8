#include "base/file.h"

#include "support.h"

static struct scratch scratch;

static int setup(void **state)
{
    (void)state;
    struct scratch *s = &scratch;
    scratch_enter(s);
    scratch_file(s, "ten", "0123456789");
    scratch_file(s, "empty", "");
    scratch_folder(s, "sub");
    scratch_link(s, "../ten", "sub/link-out");
    assert_int_equal(mkfifo(scratch_note(s, "fifo"), 0600), 0);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    scratch_leave(&scratch);
    return 0;
}

static const struct reading {
    const char *path;
    uint64_t limit;
    enum path_fault fault;
    bool too_large;
    const char *words, *text;
} readings[] = {
    {"ten", 10, PATH_OK, false, "", "0123456789"},
    {"ten", UINT64_MAX, PATH_OK, false, "", "0123456789"},
    {"empty", 0, PATH_OK, false, "", ""},
    {"ten", 9, PATH_UNREADABLE, true, "\"ten\" is larger than the 9 bytes allowed", NULL},
    {"ten", 0, PATH_UNREADABLE, true, "\"ten\" is larger than the 0 bytes allowed", NULL},
    {"missing", 9, PATH_MISSING, false, "cannot open \"missing\": No such file or directory", NULL},
    {"sub", 9, PATH_UNREADABLE, false, "\"sub\" is a folder, not a file", NULL},
    {"fifo", 9, PATH_UNREADABLE, false, "\"fifo\" is not a regular file", NULL},
};

static void test_read_beneath(void **state)
{
    (void)state;
    struct arena a = {0};
    struct folder f;
    assert_true(folder_open(&f, ".", NULL));
    for (size_t i = 0; i < COUNT(readings); i++) {
        const struct reading *r = &readings[i];
        struct error err = {0};
        struct str text = {0};
        bool too_large = !r->too_large;
        assert_int_equal(
            file_read_beneath(&f, str_from(r->path), r->limit, &a, &text, &too_large, &err),
            r->fault);
        assert_int_equal(too_large, r->too_large);
        assert_string_equal(err.text, r->words);
        assert_true(!r->text || (str_is(text, r->text) && text.s[text.n] == '\0'));
    }
    folder_close(&f);
    struct str text = {0};
    bool too_large = false;
    assert_true(folder_open(&f, "sub", NULL));
    assert_int_equal(file_read_beneath(&f, STR("link-out"), 99, &a, &text, &too_large, NULL),
                     PATH_FORBIDDEN);
    folder_close(&f);
    arena_finish(&a);
}

static void test_read(void **state)
{
    (void)state;
    struct arena a = {0};
    for (size_t i = 0; i < COUNT(readings); i++) {
        const struct reading *r = &readings[i];
        struct error err = {0};
        struct str text = {0};
        assert_int_equal(file_read(r->path, r->limit, &a, &text, &err), r->fault == PATH_OK);
        assert_string_equal(err.text, r->words);
        assert_true(!r->text || str_is(text, r->text));
    }
    struct error err = {0};
    struct str text = {0};
    assert_true(file_read("sub/link-out", 10, &a, &text, &err));
    assert_false(file_read("/dev/null", 10, &a, &text, &err));
    assert_string_equal(err.text, "\"/dev/null\" is not a regular file");
    arena_finish(&a);
}

/* Files in /proc say that they are empty: one that grows while it is read. */
static void test_read_what_grows(void **state)
{
    (void)state;
    struct arena a = {0};
    struct error err = {0};
    struct str text = {0};
    assert_true(file_read("/proc/self/status", 100000, &a, &text, &err));
    assert_true(text.n > 100);
    assert_false(file_read("/proc/self/status", 50, &a, &text, &err));
    assert_string_equal(err.text, "\"/proc/self/status\" is larger than the 50 bytes allowed");
    arena_finish(&a);
}

static void check_saved(const char *path, struct str expected, mode_t mode)
{
    struct arena a = {0};
    struct str text = {0};
    struct stat st;
    assert_true(file_read(path, 10000000, &a, &text, NULL));
    assert_true(str_eq(text, expected));
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, mode);
    arena_finish(&a);
}

static void test_save(void **state)
{
    (void)state;
    struct error err = {0};
    scratch_note(&scratch, "saved");
    assert_true(file_save_atomic("saved", STR("first"), &err));
    check_saved("saved", STR("first"), 0600);
    assert_int_equal(chmod("saved", 0644), 0);
    assert_true(file_save_atomic("./saved", STR("second"), &err));
    check_saved("saved", STR("second"), 0644);
    assert_true(file_save_atomic("saved", (struct str){0}, &err));
    check_saved("saved", STR(""), 0644);
    static char large[3000000];
    memset(large, 'x', sizeof large);
    assert_true(file_save_atomic("saved", (struct str){large, sizeof large}, &err));
    check_saved("saved", (struct str){large, sizeof large}, 0644);
    assert_string_equal(err.text, "");
}

static void test_save_through_a_link(void **state)
{
    (void)state;
    struct error err = {0};
    struct stat st;
    scratch_file(&scratch, "target", "old");
    scratch_link(&scratch, "../target", "sub/link");
    assert_true(file_save_atomic("sub/link", STR("new"), &err));
    assert_int_equal(lstat("sub/link", &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_int_equal(stat("target", &st), 0);
    check_saved("target", STR("new"), st.st_mode & 0777);
    scratch_link(&scratch, "nowhere", "sub/dead");
    assert_false(file_save_atomic("sub/dead", STR("new"), &err));
    assert_string_equal(err.text, "cannot save \"sub/dead\": No such file or directory");
}

static void test_save_refused(void **state)
{
    (void)state;
    static const struct {
        const char *path, *words;
    } rows[] = {
        {"", "cannot save \"\": No such file or directory"},
        {"sub", "\"sub\" is a folder, not a file"},
        {"sub/", "\"sub/\" is a folder, not a file"},
        {"fifo", "\"fifo\" is not a regular file"},
        {"/dev/null", "\"/dev/null\" is not a regular file"},
        {"none/x", "cannot save \"none/x\": No such file or directory"},
        {"none/", "cannot save \"none/\": No such file or directory"},
        {"ten/x", "cannot save \"ten/x\": Not a directory"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        assert_false(file_save_atomic(rows[i].path, STR("x"), &err));
        assert_string_equal(err.text, rows[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_beneath),        cmocka_unit_test(test_read),
        cmocka_unit_test(test_read_what_grows),     cmocka_unit_test(test_save),
        cmocka_unit_test(test_save_through_a_link), cmocka_unit_test(test_save_refused),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
