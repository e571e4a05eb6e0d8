/* The thread with a stand-in for espeak-ng: a script that writes a WAV of as many frames as its text has
 * bytes, and says what it was asked in a file. */
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "speech/speech.h"

enum { PATIENCE_MS = 20000 };

static const char script[] = "#!/bin/sh\n"
                             "echo \"$*\" >> \"$0.asked\"\n"
                             "[ \"$3\" = xx ] && exit 1\n"
                             "printf 'RIFF\\0\\360\\377\\177WAVEfmt \\020\\0\\0\\0\\001\\0\\001\\0\\042\\126\\0\\0'\n"
                             "printf '\\0\\0\\0\\0\\002\\0\\020\\0data\\0\\360\\377\\177'\n"
                             "printf '%s' \"$7$7\"\n";

struct bench {
    char folder[4096];
    int news[2]; /* a pipe: the thread's wakes */
    struct speech *speech;
    pthread_mutex_t lock;
    /* Behind the lock: */
    struct strbuf heard; /* what the sink was told */
    bool is_deaf;        /* the sink takes nothing */
    int lasts_ms;
    bool tells_play; /* as news */
};

static void hear(struct bench *b, const char *format, ...) PRINTF_LIKE(2, 3);
static void hear(struct bench *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    pthread_mutex_lock(&b->lock);
    strbuf_vprintf(&b->heard, format, args);
    pthread_mutex_unlock(&b->lock);
    va_end(args);
}

static void wake(void *self)
{
    struct bench *b = self;
    ssize_t put = write(b->news[1], "n", 1);
    assert_int_equal(put, 1);
}

static int sink_play(void *self, const struct speech_pcm *pcm)
{
    struct bench *b = self;
    hear(b, "%d at %d;", pcm->frames, pcm->rate);
    if (b->tells_play) {
        wake(b);
    }
    return b->is_deaf ? 0 : b->lasts_ms;
}

static int sink_play_file(void *self, struct str file)
{
    hear(self, "%.*s;", STR_ARG(file));
    return str_is(file, "gone.opus") ? 0 : 1;
}

static void sink_pause(void *self, bool pauses)
{
    hear(self, pauses ? "pause;" : "resume;");
}

static void sink_stop(void *self)
{
    hear(self, "stop;");
}

static void sink_duck(void *self, bool ducks)
{
    hear(self, ducks ? "duck;" : "unduck;");
}

/* Until the thread tells something. */
static void wait_for_news(struct bench *b)
{
    char ignored;
    struct pollfd fd = {.fd = b->news[0], .events = POLLIN};
    assert_int_equal(poll(&fd, 1, PATIENCE_MS), 1);
    assert_int_equal(read(b->news[0], &ignored, 1), 1);
}

static void start(struct bench *b, bool has_program)
{
    *b = (struct bench){.lasts_ms = 1};
    const char *folder = getenv("TMPDIR");
    snprintf(b->folder, sizeof b->folder, "%s/voice-XXXXXX", folder ? folder : "/tmp");
    assert_non_null(mkdtemp(b->folder));
    assert_int_equal(pipe(b->news), 0);
    pthread_mutex_init(&b->lock, NULL);
    if (has_program) {
        struct arena a = {0};
        struct error err = {0};
        struct str path = arena_printf(&a, "%s/espeak-ng", b->folder);
        assert_true(file_save_atomic(path.s, str_from(script), &err));
        assert_int_equal(chmod(path.s, 0700), 0);
        arena_finish(&a);
    }
    struct arena a = {0};
    setenv("PATH", arena_printf(&a, "%s:/usr/bin:/bin", b->folder).s, 1);
    arena_finish(&a);
    b->speech = speech_create(&(struct speech_options){
        .sink = {b, sink_play, sink_play_file, sink_pause, sink_stop, sink_duck},
        .choice = SPEECH_ESPEAK,
        .wake = wake,
        .self = b,
    });
}

static void expect_heard(struct bench *b, const char *wanted)
{
    pthread_mutex_lock(&b->lock);
    struct str got = strbuf_str(&b->heard);
    bool same = str_is(got, wanted);
    if (!same) {
        fail_msg("heard \"%.*s\", not \"%s\"", STR_ARG(got), wanted);
    }
    strbuf_clear(&b->heard);
    pthread_mutex_unlock(&b->lock);
}

static void expect_asked(struct bench *b, const char *wanted)
{
    struct arena a = {0};
    struct error err = {0};
    struct str got = {0};
    assert_true(file_read(arena_printf(&a, "%s/espeak-ng.asked", b->folder).s, 1 << 20, &a, &got, &err));
    assert_string_equal(got.s, wanted);
    arena_finish(&a);
}

static void finish(struct bench *b)
{
    struct arena a = {0};
    speech_destroy(b->speech);
    unlink(arena_printf(&a, "%s/espeak-ng", b->folder).s);
    unlink(arena_printf(&a, "%s/espeak-ng.asked", b->folder).s);
    rmdir(b->folder);
    close(b->news[0]);
    close(b->news[1]);
    strbuf_finish(&b->heard);
    pthread_mutex_destroy(&b->lock);
    arena_finish(&a);
}

static void say(struct bench *b, const struct speech_part *parts, int count)
{
    speech_say(b->speech, &(struct utterance){parts, count, 200, SPEECH_SCREEN, "screen"});
}

static void test_says(void **state)
{
    (void)state;
    struct bench b;
    start(&b, true);
    static const struct speech_part parts[] = {
        {.text = STR_INIT("Tumen"), .respelling = STR_INIT("too-men"), .lang = STR_INIT("en")},
        {.text = STR_INIT("-v; $(id)"), .lang = STR_INIT("es-MX")},
        {.text = STR_INIT("spoken"), .lang = STR_INIT("en"), .file = STR_INIT("a.opus")},
        {.text = STR_INIT("lost"), .lang = STR_INIT("zh"), .file = STR_INIT("gone.opus")},
    };
    say(&b, parts, COUNT(parts));
    wait_for_news(&b);
    assert_false(speech_speaks(b.speech));
    expect_heard(&b, "duck;7 at 22050;9 at 22050;a.opus;gone.opus;4 at 22050;stop;unduck;");
    expect_asked(&b, "--stdout -v en -s 200 -- too-men\n--stdout -v es-mx -s 200 -- -v; $(id)\n"
                     "--stdout -v cmn -s 200 -- lost\n");
    finish(&b);
}

static void test_no_voice_is_told_once(void **state)
{
    (void)state;
    struct bench b;
    char lang[SPEECH_LANG_BYTES];
    start(&b, true);
    static const struct speech_part parts[] = {
        {.text = STR_INIT("a"), .lang = STR_INIT("xx")},
        {.text = STR_INIT("b"), .lang = STR_INIT("xx")},
    };
    say(&b, parts, COUNT(parts));
    wait_for_news(&b); /* of the voice */
    wait_for_news(&b); /* of the end */
    assert_int_equal(speech_take_trouble(b.speech, lang), SPEECH_NO_VOICE);
    assert_string_equal(lang, "xx");
    assert_int_equal(speech_take_trouble(b.speech, lang), SPEECH_WELL);
    expect_heard(&b, "duck;stop;unduck;");
    finish(&b);
}

static void test_no_engine(void **state)
{
    (void)state;
    struct bench b;
    char lang[SPEECH_LANG_BYTES];
    start(&b, false);
    static const struct speech_part part = {.text = STR_INIT("a"), .lang = STR_INIT("en")};
    setenv("PATH", b.folder, 1);
    say(&b, &part, 1);
    wait_for_news(&b);
    wait_for_news(&b);
    assert_int_equal(speech_take_trouble(b.speech, lang), SPEECH_NO_ENGINE);
    finish(&b);
}

static void test_no_device(void **state)
{
    (void)state;
    struct bench b;
    char lang[SPEECH_LANG_BYTES];
    start(&b, true);
    b.is_deaf = true;
    static const struct speech_part part = {.text = STR_INIT("a"), .lang = STR_INIT("en")};
    say(&b, &part, 1);
    wait_for_news(&b);
    wait_for_news(&b);
    assert_int_equal(speech_take_trouble(b.speech, lang), SPEECH_NO_DEVICE);
    finish(&b);
}

/* The first lasts an hour; what comes next, a stop or the end of the program cuts it off. */
static void test_interrupts(void **state)
{
    (void)state;
    struct bench b;
    start(&b, true);
    static const struct speech_part parts[] = {
        {.text = STR_INIT("abc"), .lang = STR_INIT("en")},
        {.text = STR_INIT("never"), .lang = STR_INIT("en")},
    };
    b.lasts_ms = 3600 * 1000;
    b.tells_play = true;
    for (int i = 0; i < 3; i++) {
        say(&b, parts, 2);
        wait_for_news(&b);
        assert_true(speech_speaks(b.speech));
    }
    expect_heard(&b, "duck;3 at 22050;stop;duck;3 at 22050;stop;duck;3 at 22050;");
    speech_pause(b.speech, true);
    speech_stop(b.speech);
    wait_for_news(&b);
    assert_false(speech_speaks(b.speech));
    say(&b, parts, 2);
    finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_says),
        cmocka_unit_test(test_no_voice_is_told_once),
        cmocka_unit_test(test_no_engine),
        cmocka_unit_test(test_no_device),
        cmocka_unit_test(test_interrupts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
