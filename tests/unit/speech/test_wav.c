#include "speech/wav.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define FORMAT(channels, rate_low, rate_high, bits) \
    "fmt \x10\0\0\0\x01\0" channels "\0" rate_low rate_high "\0\0\0\0\x02\0" bits "\0"
#define USUAL FORMAT("\x01", "\x22\x56", "\0\0", "\x10") /* 22,050 Hz */

static const struct {
    const char *name;
    struct str bytes;
    bool is_wav;
    int frames, rate, channels;
} rows[] = {
    {"length not known yet", STR_INIT("RIFF\0\xf0\xff\x7fWAVE" USUAL "data\0\xf0\xff\x7f" "\1\0\2\0\3\0"), true, 3, 22050, 1},
    {"two channels", STR_INIT("RIFF\0\0\0\0WAVE" FORMAT("\x02", "\x80\xbb", "\0\0", "\x10") "data\x08\0\0\0" "\1\0\2\0\3\0\4\0"),
     true, 2, 48000, 2},
    {"another chunk before", STR_INIT("RIFF\0\0\0\0WAVELIST\x03\0\0\0abc\0" USUAL "data\0\0\0\0" "\1\0"), true, 1, 22050, 1},
    {"no samples", STR_INIT("RIFF\0\0\0\0WAVE" USUAL "data\0\0\0\0"), true, 0, 22050, 1},
    {"half a sample", STR_INIT("RIFF\0\0\0\0WAVE" USUAL "data\0\0\0\0" "\1\0\2"), true, 1, 22050, 1},
    {"eight bits", STR_INIT("RIFF\0\0\0\0WAVE" FORMAT("\x01", "\x22\x56", "\0\0", "\x08") "data\0\0\0\0" "\1\0"), false, 0, 0, 0},
    {"three channels", STR_INIT("RIFF\0\0\0\0WAVE" FORMAT("\x03", "\x22\x56", "\0\0", "\x10") "data\0\0\0\0" "\1\0"), false, 0, 0, 0},
    {"no rate", STR_INIT("RIFF\0\0\0\0WAVE" FORMAT("\x01", "\0\0", "\0\0", "\x10") "data\0\0\0\0" "\1\0"), false, 0, 0, 0},
    {"no format", STR_INIT("RIFF\0\0\0\0WAVE" "data\0\0\0\0" "\1\0"), false, 0, 0, 0},
    {"no data", STR_INIT("RIFF\0\0\0\0WAVE" USUAL), false, 0, 0, 0},
    {"a chunk longer than the file", STR_INIT("RIFF\0\0\0\0WAVELIST\xff\xff\xff\xff" USUAL "data\0\0\0\0"), false, 0, 0, 0},
    {"cut in the head", STR_INIT("RIFF\0\0\0\0WA"), false, 0, 0, 0},
    {"words", STR_INIT("espeak-ng: no such voice, no such voice at all"), false, 0, 0, 0},
    {"nothing", STR_INIT(""), false, 0, 0, 0},
};

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        _Alignas(8) char bytes[128] = {0};
        struct speech_pcm pcm = {0};
        assert_true(rows[i].bytes.n < sizeof bytes);
        memcpy(bytes, rows[i].bytes.s, rows[i].bytes.n);
        bool is_wav = wav_read((struct str){bytes, rows[i].bytes.n}, &pcm);
        if (is_wav != rows[i].is_wav || pcm.frames != rows[i].frames || pcm.rate != rows[i].rate ||
            pcm.channels != rows[i].channels) {
            fail_msg("%s: %d, %d frames, %d Hz, %d channels", rows[i].name, is_wav, pcm.frames, pcm.rate, pcm.channels);
        }
        if (pcm.frames > 0) {
            assert_int_equal(pcm.samples[0], 1);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
