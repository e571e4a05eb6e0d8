#include "speech/speech.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"

struct fixture {
    char path[4096];
    int64_t now_ms;
    struct speech *speech;
};

static struct fixture open_log(void)
{
    struct fixture f = {0};
    const char *folder = getenv("TMPDIR");
    snprintf(f.path, sizeof f.path, "%s/speech-XXXXXX", folder ? folder : "/tmp");
    int fd = mkstemp(f.path);
    assert_true(fd >= 0);
    close(fd);
    return f;
}

static void expect_log(struct fixture *f, const char *wanted)
{
    struct arena a = {0};
    struct error err = {0};
    struct str got = {0};
    speech_destroy(f->speech);
    assert_true(file_read(f->path, 1 << 20, &a, &got, &err));
    assert_string_equal(got.s, wanted);
    unlink(f->path);
    arena_finish(&a);
}

static const struct speech_part two[] = {
    {.text = STR_INIT("The \"Tumen\""), .respelling = STR_INIT("The \"too-men\""), .lang = STR_INIT("en")},
    {.text = STR_INIT("두만강\n"), .lang = STR_INIT("ko"), .file = STR_INIT("v/1.opus")},
};

#define FIRST \
    "{\"utterance\":1,\"text\":\"The \\\"Tumen\\\"\",\"respelling\":\"The \\\"too-men\\\"\",\"lang\":\"en\"," \
    "\"priority\":\"screen\",\"start\":0,\"end\":"
#define SECOND \
    "{\"utterance\":1,\"text\":\"두만강\\u000a\",\"lang\":\"ko\",\"file\":\"v/1.opus\",\"priority\":\"screen\",\"start\":"

/* At 120 words a minute a word of six bytes takes half a second: the parts take 1,000 and 1,000 ms. */
static const struct utterance whole = {two, 2, 120, SPEECH_SCREEN, "screen"};

static void test_whole(void **state)
{
    (void)state;
    struct fixture f = open_log();
    f.speech = speech_log_create(f.path, clock_fake(&f.now_ms));
    speech_say(f.speech, &whole);
    assert_true(speech_speaks(f.speech));
    f.now_ms = 5000;
    assert_false(speech_speaks(f.speech));
    expect_log(&f, FIRST "1000,\"cut\":false,\"why\":\"screen\"}\n" SECOND
                         "1000,\"end\":2000,\"cut\":false,\"why\":\"screen\"}\n");
}

/* What was not begun is not in the log. */
static void test_cut(void **state)
{
    (void)state;
    struct fixture f = open_log();
    f.speech = speech_log_create(f.path, clock_fake(&f.now_ms));
    speech_say(f.speech, &whole);
    f.now_ms = 400;
    speech_say(f.speech, &(struct utterance){&two[1], 1, 60, SPEECH_FOCUS, "focus"});
    f.now_ms = 500;
    speech_stop(f.speech);
    speech_stop(f.speech);
    f.now_ms = 9000;
    expect_log(&f, FIRST "400,\"cut\":true,\"why\":\"screen\"}\n"
                         "{\"utterance\":2,\"text\":\"두만강\\u000a\",\"lang\":\"ko\",\"file\":\"v/1.opus\","
                         "\"priority\":\"focus\",\"start\":400,\"end\":500,\"cut\":true,\"why\":\"focus\"}\n");
}

static void test_pause(void **state)
{
    (void)state;
    struct fixture f = open_log();
    f.speech = speech_log_create(f.path, clock_fake(&f.now_ms));
    speech_say(f.speech, &whole);
    f.now_ms = 600;
    speech_pause(f.speech, true);
    f.now_ms = 60000;
    assert_true(speech_speaks(f.speech));
    speech_pause(f.speech, false);
    f.now_ms = 70000;
    expect_log(&f, FIRST "60400,\"cut\":false,\"why\":\"screen\"}\n" SECOND
                         "60400,\"end\":61400,\"cut\":false,\"why\":\"screen\"}\n");
}

static void test_no_file(void **state)
{
    (void)state;
    int64_t now_ms = 0;
    assert_null(speech_log_create("/nonexistent/log", clock_fake(&now_ms)));
    speech_destroy(NULL);
    struct speech *none = speech_none_create();
    char lang[SPEECH_LANG_BYTES];
    speech_say(none, &whole);
    assert_false(speech_speaks(none));
    assert_int_equal(speech_take_trouble(none, lang), SPEECH_WELL);
    speech_destroy(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_pause),
        cmocka_unit_test(test_no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
