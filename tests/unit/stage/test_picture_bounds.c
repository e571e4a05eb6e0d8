#include "stage/picture_bounds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"

static void add(struct strbuf *b, const char *bytes, size_t n)
{
    strbuf_add(b, (struct str){bytes, n});
}

static void add_chunk(struct strbuf *b, const char *name, size_t length)
{
    const char head[4] = {0, 0, (char)(length >> 8), (char)length};
    add(b, head, 4);
    strbuf_add_c(b, name);
    for (size_t i = 0; i < length + 4; i++) {
        strbuf_add_byte(b, '\0');
    }
}

static bool png_with(const char *name, int count, const char *last)
{
    struct strbuf b = {0};
    add(&b, "\x89PNG\r\n\x1a\n", 8);
    add_chunk(&b, "IHDR", 13);
    for (int i = 0; i < count; i++) {
        add_chunk(&b, name, 300);
    }
    add_chunk(&b, last, 0);
    bool is = png_is_bounded(strbuf_str(&b));
    strbuf_finish(&b);
    return is;
}

static void counts_chunks(void **state)
{
    (void)state;
    assert_true(png_with("IDAT", 1, "IEND"));
    assert_true(png_with("IDAT", PNG_CHUNKS_MOST - 2, "IEND"));
    assert_false(png_with("IDAT", PNG_CHUNKS_MOST - 1, "IEND"));
    assert_true(png_with("iTXt", PNG_TEXTS_MOST, "IEND"));
    assert_false(png_with("iTXt", PNG_TEXTS_MOST + 1, "IEND"));
    assert_false(png_with("zTXt", PNG_TEXTS_MOST + 1, "IEND"));
    assert_false(png_with("IDAT", 1, "tIME"));
}

static void wants_a_whole_png(void **state)
{
    (void)state;
    struct strbuf b = {0};
    add(&b, "\x89PNG\r\n\x1a\n", 8);
    add_chunk(&b, "IHDR", 13);
    add_chunk(&b, "IDAT", 20);
    add_chunk(&b, "IEND", 0);
    for (size_t n = 0; n < b.n; n++) {
        assert_false(png_is_bounded((struct str){b.s, n}));
    }
    assert_true(png_is_bounded(strbuf_str(&b)));
    memcpy(b.s + 33, "\xFF\xFF\xFF\xFF", 4); /* the length of IDAT */
    assert_false(png_is_bounded(strbuf_str(&b)));
    strbuf_finish(&b);
}

static bool jpeg_with(int scans, const char *before, size_t n)
{
    struct strbuf b = {0};
    add(&b, "\xFF\xD8", 2);
    add(&b, before, n);
    for (int i = 0; i < scans; i++) {
        add(&b, "\xFF\xDA\0\x04\1\1 coded \xFF\0 \xFF\xD3 more", 23);
    }
    add(&b, "\xFF\xD9", 2);
    bool is = jpeg_is_bounded(strbuf_str(&b));
    strbuf_finish(&b);
    return is;
}

static void counts_scans(void **state)
{
    (void)state;
    assert_true(jpeg_with(1, "", 0));
    assert_true(jpeg_with(JPEG_SCANS_MOST, "", 0));
    assert_false(jpeg_with(JPEG_SCANS_MOST + 1, "", 0));
    /* One in a segment's data is a thumbnail's; fill bytes before a marker are no other. */
    assert_true(jpeg_with(JPEG_SCANS_MOST, "\xFF\xE1\0\x08\xFF\xDA\xFF\xDA\0\0", 10));
    assert_false(jpeg_with(JPEG_SCANS_MOST, "\xFF\xFF\xFF\xDA\0\x02", 6));
    assert_true(jpeg_is_bounded(STR("\xFF")));
    assert_true(jpeg_is_bounded(STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_chunks),
        cmocka_unit_test(wants_a_whole_png),
        cmocka_unit_test(counts_scans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
