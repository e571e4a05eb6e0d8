#include "app/health.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "config.h"
#include "support.h"

/* Texts as C has them: a struct str is no constant. */
static const struct {
    const char *name;
    struct {
        const char *state, *scene, *story;
        int64_t uptime_ms, input_ms, frames;
        int errors;
    } is;
    const char *line;
} reports[] = {
    {"nobody yet",
     {"attract", "gate", "base", 999, -1, 1, 0},
     "{\"state\":\"attract\",\"scene\":\"gate\",\"uptime_s\":0,\"last_input_s\":null,\"frames\":1,\"errors\":0,"
     "\"version\":\"" LANTERN_VERSION "\",\"story\":\"base\"}\n"},
    {"a month",
     {"session", "", "base", INT64_C(2592000000), 1000, 9000000000, 3},
     "{\"state\":\"session\",\"scene\":null,\"uptime_s\":2592000,\"last_input_s\":1,\"frames\":9000000000,\"errors\":3,"
     "\"version\":\"" LANTERN_VERSION "\",\"story\":\"base\"}\n"},
    {"hostile ids",
     {"closed", "a\"b\\\n", "\t", 0, 0, 0, 0},
     "{\"state\":\"closed\",\"scene\":\"a\\\"b\\\\\\n\",\"uptime_s\":0,\"last_input_s\":0,\"frames\":0,\"errors\":0,"
     "\"version\":\"" LANTERN_VERSION "\",\"story\":\"\\t\"}\n"},
};

static struct health_report report(int n)
{
    return (struct health_report){
        .state = reports[n].is.state,
        .scene = str_from(reports[n].is.scene),
        .story = str_from(reports[n].is.story),
        .uptime_ms = reports[n].is.uptime_ms,
        .input_ms = reports[n].is.input_ms,
        .frames = reports[n].is.frames,
        .errors = reports[n].is.errors,
    };
}

static void test_print(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(reports); i++) {
        struct strbuf line = {0};
        const struct health_report is = report((int)i);
        health_print(&is, &line);
        expect_text(reports[i].name, "JSON", strbuf_str(&line), reports[i].line);
        strbuf_finish(&line);
    }
}

static struct str read_all(const char *path, struct arena *a)
{
    struct str text = {0};
    struct error err = {0};
    return file_read(path, 4096, a, &text, &err) ? text : STR("");
}

static void test_write(void **state)
{
    (void)state;
    struct arena a = {0};
    struct home home;
    struct health h;
    struct stat st;
    const struct health_report first = report(0);
    const struct health_report second = report(1);
    home_make(&home);
    const char *path = home_path(&home, &a, "health.json").s;
    set_variable("RUNTIME_DIRECTORY", arena_printf(&a, "%s:/nowhere", home.path).s);
    health_open(&h);
    assert_true(health_is_due(&h, 50));
    mode_t mask = umask(077);
    health_write(&h, &first, 50);
    expect_text("first", "file", read_all(path, &a), reports[0].line);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0644); /* those who watch are not its user */
    assert_false(health_is_due(&h, 50 + HEALTH_EVERY_MS - 1));
    assert_true(health_is_due(&h, 50 + HEALTH_EVERY_MS));

    /* What fell half way lies there; and the new one takes the old one's place. */
    home_write(&home, "health.json.new", "{\"sta");
    health_write(&h, &second, 50 + HEALTH_EVERY_MS);
    (void)umask(mask);
    expect_text("second", "file", read_all(path, &a), reports[1].line);
    assert_int_not_equal(access(home_path(&home, &a, "health.json.new").s, F_OK), 0);
    assert_false(health_is_due(&h, 60 + HEALTH_EVERY_MS));
    health_finish(&h);
    assert_false(health_is_due(&h, 10 * HEALTH_EVERY_MS));

    static const char *const names[] = {"health.json"};
    home_clear(&home, names, COUNT(names));
    set_variable("RUNTIME_DIRECTORY", NULL);
    arena_finish(&a);
}

/* A folder that is not there is no trouble: nothing is said, and it is tried again. */
static void test_trouble(void **state)
{
    (void)state;
    static const char *const folders[] = {NULL, "", "relative", ":/tmp"};
    struct arena a = {0};
    struct health h;
    for (size_t i = 0; i < COUNT(folders); i++) {
        set_variable("RUNTIME_DIRECTORY", folders[i]);
        health_open(&h);
        if (health_is_due(&h, 0)) {
            fail_msg("\"%s\" is taken for a folder", folders[i] ? folders[i] : "(none)");
        }
        health_finish(&h);
    }
    set_variable("RUNTIME_DIRECTORY", "/nowhere/at/all");
    health_open(&h);
    struct heard heard;
    hear_begin(&heard);
    const struct health_report first = report(0);
    health_write(&h, &first, 0);
    bool is_due_again = health_is_due(&h, HEALTH_EVERY_MS);
    hear_end(&heard, &a);
    expect_text("nowhere", "standard error", heard.err, "");
    assert_true(is_due_again);
    health_finish(&h);
    set_variable("RUNTIME_DIRECTORY", NULL);
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_print),
        cmocka_unit_test(test_write),
        cmocka_unit_test(test_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
