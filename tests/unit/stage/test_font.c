/* Type set wider: what is measured is what is drawn, and letters that belong together stay together. */
#include "stage/font.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "stage/font_internal.h"
#include "text/grapheme.h"

static struct fonts *fonts;

static int set_up(void **state)
{
    (void)state;
    struct error err = {0};
    fonts = fonts_create(&err);
    return fonts ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    fonts_destroy(fonts);
    return 0;
}

static struct glyph_run run_of(const char *script, const char *text, int letter_px, int word_px)
{
    struct glyph_run run = {.face = FACE_BODY,
                            .px = 40,
                            .rtl = strcmp(script, "Arab") == 0 || strcmp(script, "Hebr") == 0,
                            .letter_px = letter_px,
                            .word_px = word_px,
                            .text = str_from(text)};
    memcpy(run.script, script, sizeof run.script);
    return run;
}

static const struct {
    const char *script, *text;
    int letters, spaces; /* letters: 0 where they are not parted */
} rows[] = {
    {"Latn", "VAT and fi", 10, 2}, {"Latn", "e\u0301a", 2, 0},      {"Hang", "강을 건너", 5, 1},
    {"Thai", "กำแพงที่", 5, 0},       {"Hans", "图们江", 3, 0},        {"Arab", "عبروا النهر", 0, 1},
    {"Deva", "नदी के पार", 0, 2},    {"Hebr", "שלום עולם", 9, 1},    {"Latn", "a\u00A0b", 3, 1},
};

/* Rounding of each word's width alone may make a difference. */
static void adds_room(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct glyph_run usual = run_of(rows[i].script, rows[i].text, 0, 0);
        struct glyph_run wide = run_of(rows[i].script, rows[i].text, 7, 11);
        int more = fonts_width(fonts, &wide) - fonts_width(fonts, &usual);
        int wanted = 7 * rows[i].letters + 11 * rows[i].spaces;
        if (more < wanted - 3 || more > wanted + 3) {
            fail_msg("%s: %d px more, not %d", rows[i].text, more, wanted);
        }
        assert_true(glyph_run_hash(&usual) != glyph_run_hash(&wide));
    }
}

static void draws_what_it_measures(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct glyph_run wide = run_of(rows[i].script, rows[i].text, 7, 11);
        struct rect box = fonts_box(fonts, &wide);
        int width = fonts_width(fonts, &wide);
        assert_true(box.x >= -6 && box.x + box.w <= width + 4);
        assert_true(box.w > width - 7 - 14);
    }
}

/* Joined letters look as before: each word is drawn as one. */
static void keeps_joined_letters(void **state)
{
    (void)state;
    struct glyph_run usual = run_of("Arab", "النهر", 0, 0);
    struct glyph_run wide = run_of("Arab", "النهر", 9, 9);
    assert_int_equal(fonts_width(fonts, &usual), fonts_width(fonts, &wide));
    struct coverage a = *fonts_coverage(fonts, &usual);
    size_t bytes = (size_t)a.w * (size_t)a.h;
    uint8_t *before = test_malloc(bytes);
    memcpy(before, a.pixels, bytes);
    const struct coverage *b = fonts_coverage(fonts, &wide);
    assert_true(a.w == b->w && a.h == b->h && memcmp(before, b->pixels, bytes) == 0);
    test_free(before);
}

/* Letters alone, at their places, are the word: with no room added nothing moves, kerning and all. */
static void keeps_kerning(void **state)
{
    (void)state;
    struct glyph_run usual = run_of("Latn", "VATAVA", 0, 0);
    struct glyph_run spaced = run_of("Latn", "VATAVA", 1, 0);
    int more = fonts_width(fonts, &spaced) - fonts_width(fonts, &usual);
    assert_true(more >= 5 && more <= 7);
    int alone = 0;
    for (const char *p = "VATAVA"; *p; p++) {
        char letter[2] = {*p, '\0'};
        struct glyph_run one = run_of("Latn", letter, 0, 0);
        alone += fonts_width(fonts, &one);
    }
    assert_true(alone > fonts_width(fonts, &usual) + 6); /* or the test says nothing */
}

static void emphasis_of_the_plain_face(void **state)
{
    (void)state;
    assert_int_equal(face_with_flags(FACE_PLAIN, RUN_EMPHASIS), FACE_PLAIN_BOLD);
    assert_int_equal(face_with_flags(FACE_PLAIN_BOLD, RUN_EMPHASIS), FACE_PLAIN_BOLD);
    assert_int_equal(face_with_flags(FACE_PLAIN, 0), FACE_PLAIN);
}

/* Section 508, 402.4 is met by calculation with 0.714: no face may be much smaller. */
static void capitals_are_as_high_as_counted(void **state)
{
    (void)state;
    static const enum face faces[] = {FACE_DISPLAY, FACE_BODY, FACE_UI, FACE_PLAIN};
    for (size_t i = 0; i < COUNT(faces); i++) {
        int cap = fonts_metrics(fonts, faces[i], 1000).cap_height;
        if (cap < 710 || cap > 790) {
            fail_msg("face %d: capitals of %d for 1000", (int)faces[i], cap);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_room),
        cmocka_unit_test(draws_what_it_measures),
        cmocka_unit_test(keeps_joined_letters),
        cmocka_unit_test(keeps_kerning),
        cmocka_unit_test(emphasis_of_the_plain_face),
        cmocka_unit_test(capitals_are_as_high_as_counted),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
