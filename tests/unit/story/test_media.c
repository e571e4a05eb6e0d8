#include "story/media.h"

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

#include "base/compiler.h"

#define PNG(width, height, rest) "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0" width "\0\0" height rest
#define RGB "\x08\x02\0\0\0CRCC"
#define PALETTE "\x08\x03\0\0\0CRCC"
#define SOF0 "\xFF\xC0\0\x11\x08\0\x14\0\x1E\x03\1\x11\0\2\x11\0\3\x11\0"
#define EXIF(entry)                                                                                \
    "\xFF\xE1\0\x22"                                                                               \
    "Exif\0\0II*\0\x08\0\0\0\1\0" entry "\0\0\0\0"
#define VP8(width, height) "VP8 \x0B\0\0\0\x10\0\0\x9D\x01*" width "\0" height "\0x\0"
#define VP8X(flags) "VP8X\x0A\0\0\0" flags "\0\0\0\x13\0\0\x1D\0\0"
#define FMT(tag, bits) "fmt \x10\0\0\0" tag "\0\2\0\x44\xAC\0\0\x10\xB1\2\0\4\0" bits "\0"
#define OGG(length) "OggS\0\2aaaaaaaabbbbccccdddd\1" length

/* Type, width, height, orientation, alpha; MEDIA_UNKNOWN where it is refused. */
static const struct {
    const char *name;
    struct str head;
    struct media_info info;
} heads[] = {
    {"nothing", STR_INIT(""), {0}},
    {"text", STR_INIT("not a picture at all"), {0}},
    {"GIF", STR_INIT("GIF89a\1\0\1\0\0\0\0"), {0}},
    {"PNG", STR_INIT(PNG("\0\x1E", "\0\x14", RGB)), {MEDIA_PNG, 30, 20, 1, false}},
    {"PNG with tRNS",
     STR_INIT(PNG("\0\x1E", "\0\x14", PALETTE "\0\0\0\1tRNS\0CRCC")),
     {MEDIA_PNG, 30, 20, 1, true}},
    {"PNG with tRNS behind IDAT",
     STR_INIT(PNG("\0\x1E", "\0\x14", PALETTE "\0\0\0\0IDATCRCC\0\0\0\1tRNS\0CRCC")),
     {MEDIA_PNG, 30, 20, 1, false}},
    {"PNG, no width", STR_INIT(PNG("\0\0", "\0\x14", RGB)), {0}},
    {"PNG, colour type 1", STR_INIT(PNG("\0\x1E", "\0\x14", "\x08\1\0\0\0CRCC")), {0}},
    {"PNG, 4 bits of RGB", STR_INIT(PNG("\0\x1E", "\0\x14", "\4\2\0\0\0CRCC")), {0}},
    {"PNG, filter 1", STR_INIT(PNG("\0\x1E", "\0\x14", "\x08\2\0\1\0CRCC")), {0}},
    {"JPEG", STR_INIT("\xFF\xD8" SOF0), {MEDIA_JPEG, 30, 20, 1, false}},
    {"JPEG with fill bytes", STR_INIT("\xFF\xD8\xFF\xFF" SOF0), {MEDIA_JPEG, 30, 20, 1, false}},
    {"JPEG, turned",
     STR_INIT("\xFF\xD8" EXIF("\x12\1\3\0\1\0\0\0\6\0\0\0") SOF0),
     {MEDIA_JPEG, 20, 30, 6, false}},
    {"JPEG, mirrored",
     STR_INIT("\xFF\xD8" EXIF("\x12\1\3\0\1\0\0\0\2\0\0\0") SOF0),
     {MEDIA_JPEG, 30, 20, 2, false}},
    {"JPEG, orientation 9",
     STR_INIT("\xFF\xD8" EXIF("\x12\1\3\0\1\0\0\0\x09\0\0\0") SOF0),
     {MEDIA_JPEG, 30, 20, 1, false}},
    {"JPEG, orientation as a LONG",
     STR_INIT("\xFF\xD8" EXIF("\x12\1\4\0\1\0\0\0\6\0\0\0") SOF0),
     {MEDIA_JPEG, 30, 20, 1, false}},
    {"JPEG without frame", STR_INIT("\xFF\xD8\xFF\xFE\0\4ab\xFF\xD9"), {0}},
    {"JPEG, scan first", STR_INIT("\xFF\xD8\xFF\xDA\0\2" SOF0), {0}},
    {"JPEG, arithmetic", STR_INIT("\xFF\xD8\xFF\xC9\0\x0B\x08\0\x14\0\x1E\1\1\x11\0"), {0}},
    {"JPEG, 12 bits", STR_INIT("\xFF\xD8\xFF\xC1\0\x0B\x0C\0\x14\0\x1E\1\1\x11\0"), {0}},
    {"JPEG, 2 components",
     STR_INIT("\xFF\xD8\xFF\xC0\0\x0E\x08\0\x14\0\x1E\2\1\x11\0\2\x11\0"),
     {0}},
    {"JPEG, no height", STR_INIT("\xFF\xD8\xFF\xC0\0\x0B\x08\0\0\0\x1E\1\1\x11\0"), {0}},
    {"JPEG, length past the end", STR_INIT("\xFF\xD8\xFF\xFE\1\0ab" SOF0), {0}},
    {"JPEG, length 1", STR_INIT("\xFF\xD8\xFF\xFE\0\1" SOF0), {0}},
    {"WebP", STR_INIT("RIFF\x18\0\0\0WEBP" VP8("\x14", "\x1E")), {MEDIA_WEBP, 20, 30, 1, false}},
    {"WebP, lossless",
     STR_INIT("RIFF\x16\0\0\0WEBPVP8L\x0A\0\0\0/\x13\x40\7\x10xxxxx"),
     {MEDIA_WEBP, 20, 30, 1, true}},
    {"WebP, extended",
     STR_INIT("RIFF\x2A\0\0\0WEBP" VP8X("\x10") VP8("\x14", "\x1E")),
     {MEDIA_WEBP, 20, 30, 1, true}},
    {"WebP, animated", STR_INIT("RIFF\x2A\0\0\0WEBP" VP8X("\2") VP8("\x14", "\x1E")), {0}},
    {"WebP, frame unlike canvas",
     STR_INIT("RIFF\x2A\0\0\0WEBP" VP8X("\x10") VP8("\x15", "\x1E")),
     {0}},
    {"WebP, canvas alone", STR_INIT("RIFF\x16\0\0\0WEBP" VP8X("\x10")), {0}},
    {"WebP, frame beyond the head",
     STR_INIT("RIFF\0\1\0\0WEBP" VP8X("\x10")),
     {MEDIA_WEBP, 20, 30, 1, true}},
    {"Opus",
     STR_INIT(OGG("\x13") "OpusHead\1\2\0\0\x80\xBB\0\0\0\0\0"),
     {MEDIA_OPUS, 0, 0, 1, false}},
    {"Vorbis",
     STR_INIT(OGG("\x1E") "\1vorbis\0\0\0\0\2\x44\xAC\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xB8\1"),
     {MEDIA_VORBIS, 0, 0, 1, false}},
    {"Opus, cut off", STR_INIT(OGG("\x13") "OpusHead\1\2\0\0\x80\xBB"), {0}},
    {"other Ogg", STR_INIT(OGG("\x13") "\x80theora\0\0\0\0\0\0\0\0\0\0\0\0"), {0}},
    {"FLAC",
     STR_INIT("fLaC\x80\0\0\"\x10\0\x10\0\0\0\0\0\0\0\x0A\xC4\x42\xF0\0\0\0\0aaaaaaaaaaaaaaaa"),
     {MEDIA_FLAC, 0, 0, 1, false}},
    {"WAV",
     STR_INIT("RIFF\x28\0\0\0WAVELIST\3\0\0\0abc\0" FMT("\1", "\x10")),
     {MEDIA_WAV, 0, 0, 1, false}},
    {"compressed WAV", STR_INIT("RIFF\x28\0\0\0WAVE" FMT("\x11", "\4")), {0}},
    {"AVI", STR_INIT("RIFF\x28\0\0\0AVI LIST\0\0\0\0"), {0}},
};

static void tells_files_by_their_heads(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(heads); i++) {
        struct media_info info;
        bool known = media_identify(heads[i].head, &info);
        struct media_info want = heads[i].info;
        bool same =
            info.type == want.type && info.width == want.width && info.height == want.height &&
            (!known || info.orientation == want.orientation) && info.has_alpha == want.has_alpha;
        if (known != (want.type != MEDIA_UNKNOWN) || !same) {
            fail_msg("%s: type %d, %d by %d, orientation %d, alpha %d", heads[i].name,
                     (int)info.type, info.width, info.height, info.orientation, info.has_alpha);
        }
    }
}

/* Under the sanitizers: no byte past the end is read, whatever the head says. */
static void stands_truncation_and_damage_at_every_byte(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(heads); i++) {
        for (size_t n = 0; n < heads[i].head.n; n++) {
            struct media_info info;
            char *copy = malloc(heads[i].head.n);
            assert_non_null(copy);
            memcpy(copy, heads[i].head.s, heads[i].head.n);
            for (int bit = 0; bit < 8; bit++) {
                copy[n] = (char)(copy[n] ^ (1 << bit));
                (void)media_identify((struct str){copy, heads[i].head.n}, &info);
                assert_true(info.width >= 0 && info.height >= 0);
            }
            free(copy);
            copy = malloc(n + 1);
            assert_non_null(copy);
            memcpy(copy, heads[i].head.s, n);
            (void)media_identify((struct str){copy, n}, &info);
            free(copy);
        }
    }
}

/* What is written here is taken away by name. */
static void write_file(const char *name, struct str bytes, uint64_t size)
{
    FILE *f = fopen(name, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.s, 1, bytes.n, f), bytes.n);
    assert_int_equal(fclose(f), 0);
    if (size > 0) {
        assert_int_equal(truncate(name, (off_t)size), 0);
    }
}

static void opens_pictures_and_sounds(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        struct str bytes;
        uint64_t size; /* filled up with zeros */
        bool sound;
        enum media_fault fault;
        const char *message;
    } rows[] = {
        {"rgb.jpg", STR_INIT(PNG("\0\x1E", "\0\x14", RGB)), 0, false, MEDIA_OK, ""},
        {"limit.png", STR_INIT(PNG("\x40\0", "\x0F\x42", RGB)), MEDIA_MAX_BYTES, false, MEDIA_OK,
         ""},
        {"large.png", STR_INIT(PNG("\0\x1E", "\0\x14", RGB)), MEDIA_MAX_BYTES + 1, false,
         MEDIA_OVERSIZED, "\"large.png\" has 33554433 bytes; at most 33554432 are read"},
        {"wide.png", STR_INIT(PNG("\x40\1", "\0\1", RGB)), 0, false, MEDIA_OVERSIZED,
         "\"wide.png\" is 16385 by 1 pixels; at most 16384 a side and 64 megapixels are shown"},
        {"vast.png", STR_INIT(PNG("\x40\0", "\x0F\x43", RGB)), 0, false, MEDIA_OVERSIZED,
         "\"vast.png\" is 16384 by 3907 pixels; at most 16384 a side and 64 megapixels are shown"},
        {"cut.webp", STR_INIT("RIFF\x1A\0\0\0WEBP" VP8("\x14", "\x1E")), 0, false,
         MEDIA_NOT_PICTURE,
         "\"cut.webp\" is not a picture: neither PNG, JPEG nor still WebP, or damaged"},
        {"text.png", STR_INIT("not a picture at all"), 0, false, MEDIA_NOT_PICTURE,
         "\"text.png\" is not a picture: neither PNG, JPEG nor still WebP, or damaged"},
        {"text.wav", STR_INIT("not a sound at all"), 0, true, MEDIA_NOT_SOUND,
         "\"text.wav\" is not a sound: neither Ogg Opus, Ogg Vorbis, FLAC nor WAV, or damaged"},
        {"a.wav", STR_INIT("RIFF\x28\0\0\0WAVE" FMT("\1", "\x10")), 0, true, MEDIA_OK, ""},
        {"b.wav", STR_INIT("RIFF\x28\0\0\0WAVE" FMT("\1", "\x10")), 0, false, MEDIA_NOT_PICTURE,
         "\"b.wav\" is not a picture: neither PNG, JPEG nor still WebP, or damaged"},
        {"picture.wav", STR_INIT(PNG("\0\x1E", "\0\x14", RGB)), 0, true, MEDIA_NOT_SOUND,
         "\"picture.wav\" is not a sound: neither Ogg Opus, Ogg Vorbis, FLAC nor WAV, or damaged"},
    };
    char name[] = "test-media-XXXXXX";
    struct error err = {0};
    struct folder folder = {0};
    assert_non_null(mkdtemp(name));
    assert_true(folder_open(&folder, name, &err));
    for (size_t i = 0; i < COUNT(rows); i++) {
        char path[128];
        (void)snprintf(path, sizeof path, "%s/%s", name, rows[i].name);
        write_file(path, rows[i].bytes, rows[i].size);
        for (int whole = 0; whole < 2; whole++) {
            struct arena a = {0};
            struct str bytes = {0};
            struct media_info info;
            struct error said = {0};
            enum media_fault (*open)(const struct folder *, struct str, struct arena *,
                                     struct str *, struct media_info *, struct error *) =
                rows[i].sound ? media_open_sound : media_open_picture;
            enum media_fault fault =
                open(&folder, str_from(rows[i].name), &a, whole ? &bytes : NULL, &info, &said);
            assert_string_equal(said.text, rows[i].message);
            assert_int_equal(fault, rows[i].fault);
            if (whole && fault == MEDIA_OK) {
                assert_int_equal(bytes.n, rows[i].size > 0 ? rows[i].size : rows[i].bytes.n);
            }
            arena_finish(&a);
        }
        assert_int_equal(unlink(path), 0);
    }
    folder_close(&folder);
    assert_int_equal(rmdir(name), 0);
}

static void names_what_cannot_be_opened(void **state)
{
    (void)state;
    char name[] = "test-media-XXXXXX";
    char path[64];
    struct folder folder = {0};
    struct error err = {0};
    struct media_info info;
    struct arena a = {0};
    assert_non_null(mkdtemp(name));
    assert_true(folder_open(&folder, name, &err));
    (void)snprintf(path, sizeof path, "%s/fifo.png", name);
    assert_int_equal(mkfifo(path, 0600), 0);
    static const struct {
        struct str path;
        enum media_fault fault;
    } rows[] = {
        {STR_INIT("../x.png"), MEDIA_FORBIDDEN},
        {STR_INIT("/etc/passwd"), MEDIA_FORBIDDEN},
        {STR_INIT("none.png"), MEDIA_MISSING},
        {STR_INIT("fifo.png"), MEDIA_UNREADABLE},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error said = {0};
        assert_int_equal(media_open_picture(&folder, rows[i].path, &a, NULL, &info, &said),
                         rows[i].fault);
        assert_true(said.text[0] != '\0');
    }
    arena_finish(&a);
    folder_close(&folder);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(name), 0);
}

/* A size that stands behind more than the head that is read first. */
static void finds_a_late_size(void **state)
{
    (void)state;
    char name[] = "test-media-XXXXXX";
    char path[64];
    struct folder folder = {0};
    struct error err = {0};
    struct media_info info;
    struct arena a = {0};
    struct strbuf bytes = {0};
    char *comment = arena_new(&a, char, 60000);
    strbuf_add(&bytes, STR("\xFF\xD8"));
    for (int i = 0; i < 3; i++) {
        strbuf_add(&bytes, STR("\xFF\xFE\xEA\x62")); /* 60,002 */
        strbuf_add(&bytes, (struct str){comment, 60000});
    }
    strbuf_add(&bytes, STR(SOF0));
    assert_non_null(mkdtemp(name));
    assert_true(folder_open(&folder, name, &err));
    (void)snprintf(path, sizeof path, "%s/late.jpg", name);
    write_file(path, strbuf_str(&bytes), 0);
    assert_int_equal(media_open_picture(&folder, STR("late.jpg"), &a, NULL, &info, &err), MEDIA_OK);
    assert_int_equal(info.width, 30);
    strbuf_finish(&bytes);
    arena_finish(&a);
    folder_close(&folder);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(name), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_files_by_their_heads),
        cmocka_unit_test(stands_truncation_and_damage_at_every_byte),
        cmocka_unit_test(opens_pictures_and_sounds),
        cmocka_unit_test(names_what_cannot_be_opened),
        cmocka_unit_test(finds_a_late_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
