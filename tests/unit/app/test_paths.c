#include "app/paths.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"
#include "support.h"

static struct home home;

/* Folders and files that look like the program's own, more or less. */
static int make_folders(void **state)
{
    (void)state;
    static const char *const folders[] = {"whole", "whole/assets", "whole/assets/strings", "bare", "bare/assets"};
    struct arena a = {0};
    (void)data_folder(&a); /* before the variable changes */
    home_make(&home);
    for (size_t i = 0; i < COUNT(folders); i++) {
        assert_int_equal(mkdir(home_path(&home, &a, folders[i]).s, 0700), 0);
    }
    home_write(&home, "whole/assets/strings/en.json", "{}");
    home_write(&home, "file", "x");
    assert_int_equal(symlink("nowhere", home_path(&home, &a, "dead").s), 0);
    assert_int_equal(symlink("whole", home_path(&home, &a, "link").s), 0);
    arena_finish(&a);
    return 0;
}

static int clear_folders(void **state)
{
    (void)state;
    static const char *const names[] = {"whole/assets/strings/en.json", "whole/assets/strings", "whole/assets",
                                        "whole", "bare/assets", "bare", "file", "dead", "link"};
    home_clear(&home, names, COUNT(names));
    return 0;
}

static const struct {
    const char *name;
    bool is_there;
} files[] = {
    {"file", true}, {"whole", true}, {"link", true}, {"dead", false}, {"none", false}, {"file/x", false},
};

static void test_file_is_there(void **state)
{
    (void)state;
    struct arena a = {0};
    for (size_t i = 0; i < COUNT(files); i++) {
        if (file_is_there(home_path(&home, &a, files[i].name).s) != files[i].is_there) {
            fail_msg("\"%s\"", files[i].name);
        }
    }
    assert_false(file_is_there(""));
    arena_finish(&a);
}

/* Where it looks when LANTERN_DATA holds nothing: installed, else the source tree in a build for
 * development; NULL: nowhere. */
static const char *otherwise(void)
{
    if (file_is_there(LANTERN_DATADIR "/assets/strings/en.json")) {
        return LANTERN_DATADIR;
    }
#ifdef LANTERN_SOURCE_ROOT
    return LANTERN_SOURCE_ROOT;
#else
    return NULL;
#endif
}

static const struct {
    const char *folder; /* beneath the home; NULL: unset */
    bool is_used;
} places[] = {
    {"whole", true}, {"whole/", true}, {"link", true},  {"bare", false}, {"whole/assets", false},
    {"file", false}, {"dead", false},  {"none", false}, {NULL, false},
};

static void check_place(const char *row, const char *variable, const char *wanted)
{
    struct arena a = {0};
    struct error err = {0};
    struct str folder = {0};
    set_variable("LANTERN_DATA", variable);
    bool found = paths_data(&a, &folder, &err);
    if (wanted) {
        expect_text(row, "the complaint", str_from(err.text), "");
        expect_text(row, "the folder", folder, wanted);
    } else {
        expect_text(row, "the complaint", str_from(err.text),
                    "the program's own files are not where they should be, in \"" LANTERN_DATADIR
                    "\": reinstall it, or set LANTERN_DATA to where they are");
    }
    assert_int_equal(found, wanted != NULL);
    arena_finish(&a);
}

static void test_data(void **state)
{
    (void)state;
    struct arena a = {0};
    for (size_t i = 0; i < COUNT(places); i++) {
        const char *path = places[i].folder ? home_path(&home, &a, places[i].folder).s : NULL;
        check_place(path ? path : "unset", path, places[i].is_used ? path : otherwise());
    }
    check_place("empty", "", otherwise());
    static char longest[3 * PATH_MAX];
    memset(longest, 'x', sizeof longest - 1);
    longest[0] = '/';
    check_place("too long for any path", longest, otherwise());
    arena_finish(&a);
}

/* A name counts from the folder one stands in. */
static void test_relative(void **state)
{
    (void)state;
    char here[PATH_MAX];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(home.path), 0);
    check_place("whole", "whole", "whole");
    check_place("none", "none", otherwise());
    assert_int_equal(chdir(here), 0);
}

static const struct {
    const char *data, *documentary;
} documentaries[] = {
    {"/usr/share/lantern", "/usr/share/lantern/content/across-the-tumen"},
    {"a b", "a b/content/across-the-tumen"},
};

static void test_documentary(void **state)
{
    (void)state;
    struct arena a = {0};
    for (size_t i = 0; i < COUNT(documentaries); i++) {
        expect_text(documentaries[i].data, "the documentary",
                    paths_documentary(str_from(documentaries[i].data), &a), documentaries[i].documentary);
    }
    struct str path = arena_printf(&a, "%s/story.json", paths_documentary(data_folder(&a), &a).s);
    assert_true(file_is_there(path.s));
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_file_is_there),
        cmocka_unit_test(test_data),
        cmocka_unit_test(test_relative),
        cmocka_unit_test(test_documentary),
    };
    return cmocka_run_group_tests(tests, make_folders, clear_folders);
}
