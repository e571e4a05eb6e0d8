#include "sound/sound_length.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Files are put together byte by byte, as their formats say. */
struct file {
    unsigned char bytes[4096];
    size_t n;
};

static void add(struct file *f, const void *bytes, size_t n)
{
    assert_true(f->n + n <= sizeof f->bytes);
    memcpy(f->bytes + f->n, bytes, n);
    f->n += n;
}

static void add_page(struct file *f, int flags, const unsigned char *lacing, size_t segments, const void *body,
                     size_t n)
{
    unsigned char head[27] = "OggS";
    head[5] = (unsigned char)flags;
    head[26] = (unsigned char)segments;
    add(f, head, sizeof head);
    add(f, lacing, segments);
    add(f, body, n);
}

static struct str text_of(const struct file *f)
{
    return (struct str){(const char *)f->bytes, f->n};
}

static struct file opus(void)
{
    struct file f = {.n = 0};
    add_page(&f, 2, (const unsigned char[]){19}, 1, "OpusHead\x01\x02\0\0\0\0\0\0\0\0\0", 19);
    add_page(&f, 0, (const unsigned char[]){16}, 1, "OpusTags\0\0\0\0\0\0\0\0", 16);
    return f;
}

static void counts_opus_packets(void **state)
{
    (void)state;
    static const struct {
        unsigned char first, second;
        double seconds;
    } rows[] = {
        {31 << 3, 0, 0.020},      /* CELT, 20 ms, one frame */
        {28 << 3, 0, 0.0025},     /* CELT, 2.5 ms */
        {3 << 3 | 1, 0, 0.120},   /* SILK, 60 ms, two frames */
        {13 << 3 | 2, 0, 0.040},  /* hybrid, 20 ms, two */
        {0 << 3 | 3, 12, 0.120},  /* SILK, 10 ms, twelve */
        {31 << 3 | 3, 63, 1.260}, /* more than the format allows still counts */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct file f = opus();
        add_page(&f, 4, (const unsigned char[]){2, 2, 2}, 3,
                 (const unsigned char[]){rows[i].first, rows[i].second, rows[i].first, rows[i].second, rows[i].first,
                                         rows[i].second},
                 6);
        assert_float_equal(sound_seconds(text_of(&f)), 3 * rows[i].seconds, 1e-9);
    }
}

/* A packet that goes on over a page's end is one. */
static void counts_a_long_packet_once(void **state)
{
    (void)state;
    struct file f = opus();
    unsigned char body[300] = {31 << 3};
    add_page(&f, 0, (const unsigned char[]){255}, 1, body, 255);
    add_page(&f, 1, (const unsigned char[]){45}, 1, body + 255, 45);
    assert_float_equal(sound_seconds(text_of(&f)), 0.020, 1e-9);
}

static void bounds_vorbis_by_its_long_blocks(void **state)
{
    (void)state;
    struct file f = {.n = 0};
    unsigned char head[30] = "\x01vorbis\0\0\0\0\x02\x80\xBB";
    head[28] = 0xB8; /* 256 and 2,048 samples */
    head[29] = 1;
    add_page(&f, 2, (const unsigned char[]){30}, 1, head, sizeof head);
    add_page(&f, 0, (const unsigned char[]){1, 1, 1}, 3, "\x03\x05\x00", 3);
    assert_float_equal(sound_seconds(text_of(&f)), 2048.0 / 48000, 1e-9);
}

static unsigned char crc_8(const unsigned char *s, size_t n)
{
    unsigned crc = 0;
    for (size_t i = 0; i < n * 8; i++) {
        unsigned bit = s[i / 8] >> (7 - i % 8) & 1;
        crc = ((crc << 1) ^ (((crc >> 7 & 1) ^ bit) ? 0x07u : 0)) & 0xFF;
    }
    return (unsigned char)crc;
}

static void sums_flac_frames(void **state)
{
    (void)state;
    struct file f = {.n = 0};
    unsigned char head[42] = "fLaC\x80\0\0\x22";
    head[18] = 0x0B; /* 48,000 Hz: 20 bits, 0x0BB80 */
    head[19] = 0xB8;
    head[20] = 0x00;
    add(&f, head, sizeof head);
    unsigned char fixed[] = {0xFF, 0xF8, 0xC9, 0x18, 0x00, 0};              /* 4,096 samples */
    unsigned char given[] = {0xFF, 0xF8, 0x79, 0x18, 0xC2, 0x80, 0x0F, 0xFF, 0}; /* 16 bits of size: 4,096 */
    unsigned char false_one[] = {0xFF, 0xF8, 0xC9, 0x18, 0x00, 0x00};
    unsigned char reserved[] = {0xFF, 0xF8, 0x09, 0x18, 0x00, 0}; /* a size that stands for none */
    fixed[5] = crc_8(fixed, 5);
    given[8] = crc_8(given, 8);
    false_one[5] = (unsigned char)(crc_8(false_one, 5) ^ 0x55);
    add(&f, fixed, sizeof fixed);
    add(&f, "\x12\x34", 2);
    add(&f, given, sizeof given);
    reserved[5] = crc_8(reserved, 5);
    add(&f, false_one, sizeof false_one);
    add(&f, reserved, sizeof reserved);
    add(&f, "\0\0\0\0", 4);
    assert_float_equal(sound_seconds(text_of(&f)), 2 * 4096.0 / 48000, 1e-9);
}

static void divides_wav_bytes(void **state)
{
    (void)state;
    struct file f = {.n = 0};
    add(&f, "RIFF\0\0\0\0WAVE", 12);
    add(&f, "fmt \x10\0\0\0\x01\0\x02\0\x80\xBB\0\0\0\0\0\0\x04\0\x10\0", 24);
    f.n = 4096;
    double seconds = sound_seconds(text_of(&f));
    assert_float_equal(seconds, 4096 / 96000.0, 1e-9);
    assert_true(seconds >= (4096 - 44) / 192000.0);
}

static void nothing_else_sounds(void **state)
{
    (void)state;
    assert_float_equal(sound_seconds((struct str){0}), 0, 0);
    assert_float_equal(sound_seconds(STR("OggS")), 0, 0);
    assert_float_equal(sound_seconds(STR("RIFF....WAVEfmt ")), 0, 0);
    assert_float_equal(sound_seconds(STR("fLaC")), 0, 0);
    assert_float_equal(sound_seconds(STR("ID3 and more")), 0, 0);
}

/* Every cut of a file is read to its end and no further. */
static void survives_cuts(void **state)
{
    (void)state;
    struct file f = opus();
    add_page(&f, 4, (const unsigned char[]){200, 255, 255}, 3, f.bytes, 60);
    for (size_t n = 0; n <= f.n; n++) {
        char *copy = malloc(n + 1);
        memcpy(copy, f.bytes, n);
        assert_true(sound_seconds((struct str){copy, n}) >= 0);
        free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_opus_packets),
        cmocka_unit_test(counts_a_long_packet_once),
        cmocka_unit_test(bounds_vorbis_by_its_long_blocks),
        cmocka_unit_test(sums_flac_frames),
        cmocka_unit_test(divides_wav_bytes),
        cmocka_unit_test(nothing_else_sounds),
        cmocka_unit_test(survives_cuts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
