#include "app/decoder.h"

#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/decode_answer.h"

enum { WIDTH = 6, HEIGHT = 4, MOST_MS = 400, GREY = 0x77 };

/* --- the child: this program anew; what it is handed for a file says how it misbehaves --- */

static struct answer *map_shared(void)
{
    struct stat shared;
    if (fstat(DECODE_SHARED, &shared) != 0) {
        _exit(9);
    }
    void *at = mmap(NULL, (size_t)shared.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, DECODE_SHARED, 0);
    if (at == MAP_FAILED) {
        _exit(9);
    }
    memset((char *)at + ANSWER_BYTES, GREY, (size_t)shared.st_size - ANSWER_BYTES);
    return at;
}

static void sleep_on(void)
{
    for (;;) {
        (void)pause();
    }
}

/* Returns the state it ends with. */
static uint32_t misbehave(const char *how, struct answer *a)
{
    if (strcmp(how, "a wider picture") == 0) {
        a->width = WIDTH * 1000;
    } else if (strcmp(how, "a smaller picture") == 0) {
        a->height = 1;
    } else if (strcmp(how, "a negative picture") == 0) {
        a->width = a->height = -1;
    } else if (strcmp(how, "an order there is not") == 0) {
        a->order = 77;
    } else if (strcmp(how, "clear pixels of an opaque file") == 0) {
        a->has_alpha = 1;
    } else if (strcmp(how, "half a yes") == 0) {
        a->has_alpha = 2;
    } else if (strcmp(how, "more samples than there is room for") == 0) {
        a->bytes = UINT64_MAX;
    } else if (strcmp(how, "no samples") == 0) {
        a->bytes = 0;
    } else if (strcmp(how, "an answer cut off") == 0) {
        return ftruncate(DECODE_SHARED, 16) == 0 ? ANSWER_NONE : ANSWER_DONE; /* what is mapped stays */
    } else if (strcmp(how, "silence") == 0) {
        return ANSWER_NONE;
    } else if (strcmp(how, "a state there is not") == 0) {
        return 99;
    } else if (strcmp(how, "words without an end") == 0) {
        memset(a->why, '\033', sizeof a->why);
        return ANSWER_FAILED;
    } else if (strcmp(how, "a fall") == 0) {
        (void)raise(SIGABRT);
    } else if (strcmp(how, "killed, for want of memory") == 0) {
        (void)raise(SIGKILL);
    } else if (strcmp(how, "no end") == 0) {
        sleep_on();
    } else if (strcmp(how, "a closed pipe and no end") == 0) {
        (void)close(STDOUT_FILENO);
        sleep_on();
    }
    return ANSWER_DONE;
}

static int be_child(void)
{
    char how[100] = "";
    struct answer *a = map_shared();
    ssize_t n = pread(DECODE_FILE, how, sizeof how - 1, 0);
    *a = (struct answer){
        .width = WIDTH, .height = HEIGHT, .order = PIXELS_RGB, .bytes = 4000};
    bool is_alone = fcntl(DECODE_SHARED + 1, F_GETFD) == -1; /* nothing else is open */
    a->state = n >= 0 && is_alone ? misbehave(how, a) : ANSWER_NONE;
    _exit(0);
}

/* --- the tests --- */

static const struct {
    const char *how, *why; /* NULL: nothing is wrong */
    bool of_sounds;
} rows[] = {
    {"as it should be", NULL, false},
    {"as it should be", NULL, true},
    {"an answer cut off", NULL, false},
    {"a wider picture", "cannot be decoded: what its process made of it is no such picture", false},
    {"a smaller picture", "cannot be decoded: what its process made of it is no such picture", false},
    {"a negative picture", "cannot be decoded: what its process made of it is no such picture", false},
    {"an order there is not", "cannot be decoded: what its process made of it is no such picture", false},
    {"clear pixels of an opaque file", "cannot be decoded: what its process made of it is no such picture", false},
    {"half a yes", "cannot be decoded: what its process made of it is no such picture", false},
    {"more samples than there is room for", "cannot be decoded: what its process made of it is no such sound", true},
    {"no samples", "cannot be decoded: what its process made of it is no such sound", true},
    {"a fall", "cannot be decoded: its process ended with signal 6", false},
    {"a fall", "cannot be decoded: its process ended with signal 6", true},
    {"killed, for want of memory", "cannot be decoded: its process ended with signal 9", false},
    {"no end", "cannot be decoded: it takes longer than 400 ms", false},
    {"a closed pipe and no end", "cannot be decoded: its process ended with signal 9", false},
};

static bool ask(struct decoder *d, const char *how, bool of_sounds, struct error *err)
{
    const struct media_info info = {.type = MEDIA_PNG, .width = WIDTH, .height = HEIGHT, .orientation = 1};
    if (of_sounds) {
        const struct sound_decoder *s = decoder_sounds(d);
        struct sound_decoded sound;
        bool ok = s->decode(s->self, str_from(how), 2, &sound, err);
        if (ok) {
            assert_int_equal(sound.samples.frames, 1000);
            assert_int_equal(sound.samples.samples[1999], GREY << 8 | GREY);
            sound.release(&sound);
        }
        return ok;
    }
    const struct picture_decoder *p = decoder_pictures(d);
    struct decoded picture;
    bool ok = p->decode(p->self, str_from(how), &info, (struct size){0}, &picture, err);
    if (ok) {
        assert_int_equal(picture.pixels.stride, WIDTH * 3);
        assert_int_equal(((const char *)picture.pixels.first)[WIDTH * HEIGHT * 3 - 1], GREY);
        picture.release(&picture);
    }
    return ok;
}

static int open_files(void)
{
    int count = 0;
    for (int fd = 0; fd < 200; fd++) {
        count += fcntl(fd, F_GETFD) != -1;
    }
    return count;
}

static void believes_nothing(void **state)
{
    (void)state;
    struct decoder *d = decoder_create(&(struct decoder_options){.most_ms = MOST_MS});
    int before = open_files();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        bool ok = ask(d, rows[i].how, rows[i].of_sounds, &err);
        if (ok != !rows[i].why || (rows[i].why && strcmp(err.text, rows[i].why) != 0)) {
            print_error("%s: \"%s\"\n", rows[i].how, err.text);
            fail();
        }
    }
    assert_int_equal(open_files(), before);
    decoder_destroy(d);
}

/* What was said of a silent one is its process's end; of one that speaks, its words without orders to a terminal. */
static void tames_words(void **state)
{
    (void)state;
    struct decoder *d = decoder_create(&(struct decoder_options){.most_ms = MOST_MS});
    struct error err = {0};
    assert_false(ask(d, "words without an end", false, &err));
    assert_int_equal(strspn(err.text, "?"), sizeof ((struct answer *)0)->why - 1);
    assert_int_equal(strlen(err.text), sizeof ((struct answer *)0)->why - 1);
    static const char *const silent[] = {"silence", "a state there is not"};
    for (size_t i = 0; i < COUNT(silent); i++) {
        assert_false(ask(d, silent[i], false, &err));
        assert_string_equal(err.text, "cannot be decoded: its process gave no answer");
    }
    decoder_destroy(d);
}

static void *stop_soon(void *self)
{
    (void)usleep(50 * 1000);
    decoder_stop(self);
    return NULL;
}

static void stops(void **state)
{
    (void)state;
    struct decoder *d = decoder_create(&(struct decoder_options){.most_ms = 60 * 1000});
    struct error err = {0};
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, stop_soon, d), 0);
    assert_false(ask(d, "no end", false, &err));
    assert_string_equal(err.text, "is not decoded any more");
    (void)pthread_join(thread, NULL);
    assert_false(ask(d, "as it should be", false, &err));
    decoder_destroy(d);
    decoder_stop(NULL);
    decoder_destroy(NULL);
    assert_null(decoder_pictures(NULL));
    assert_null(decoder_sounds(NULL));
}

static void no_program(void **state)
{
    (void)state;
    struct decoder *d = decoder_create(&(struct decoder_options){.program = "/nowhere/at/all"});
    struct error err = {0};
    assert_false(ask(d, "as it should be", false, &err));
    assert_string_equal(err.text, "cannot be decoded: cannot start a process for it: No such file or directory");
    decoder_destroy(d);
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], DECODE_COMMAND) == 0) {
        return be_child();
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(believes_nothing),
        cmocka_unit_test(tames_words),
        cmocka_unit_test(stops),
        cmocka_unit_test(no_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
