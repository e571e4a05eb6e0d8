#include "term/columns.h"

#include "support.h"

static const struct {
    uint32_t code;
    int columns;
} codes[] = {
    {'a', 1},
    {0x2FF, 1},
    {0x300, 0}, /* the first mark */
    {0x36F, 0},
    {0x370, 1},
    {0x0E33, 1}, /* Thai sara am takes a place, the marks beside it none */
    {0x0E34, 0},
    {0x0EB1, 0},
    {0x10FF, 1},
    {0x1100, 2}, /* Hangul's first consonants are wide, what joins them none */
    {0x115F, 2},
    {0x1160, 0},
    {0x11FF, 0},
    {0x1200, 1},
    {0x200B, 0},
    {0x2010, 1},
    {0x2E7F, 1},
    {0x2E80, 2},
    {0x302A, 0}, /* a mark among wide ones */
    {0x303E, 2},
    {0x303F, 1}, /* CJK's half fill space is narrow */
    {0x4E00, 2},
    {0xABFF, 1},
    {0xAC00, 2},
    {0xD7A3, 2},
    {0xD7A4, 1},
    {0xFEFF, 0},
    {0xFF01, 2},
    {0xFF61, 1}, /* halfwidth */
    {0xFFFD, 1},
    {0x1F3FA, 2},
    {0x1F3FB, 0}, /* tones of skin join the one before */
    {0x1F600, 2},
    {0x20000, 2},
    {0x2FFFD, 2},
    {0x3FFFE, 1},
    {0xE0100, 0},
    {0xE01F0, 1},
    {0x10FFFF, 1},
    {UINT32_MAX, 1}, /* a malformed byte */
};

static void test_codes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(codes); i++) {
        int got = columns_of_code(codes[i].code);
        if (got != codes[i].columns) {
            fail_msg("U+%04X takes %d columns, not %d", (unsigned)codes[i].code, got, codes[i].columns);
        }
    }
}

static const struct {
    struct str text;
    int columns;
} texts[] = {
    {{0}, 0},
    {STR_INIT(""), 0},
    {STR_INIT("river"), 5},
    {STR_INIT("é"), 1},
    {STR_INIT("e\314\201"), 1}, /* the same in two */
    {STR_INIT("두만강"), 6},
    {STR_INIT("图们江 Tumen"), 12},
    {STR_INIT("แม่น้ำ"), 4},
    {STR_INIT("ແມ່ນ້ຳ"), 4},
    {STR_INIT("“강”"), 4},
    {STR_INIT("a\xff\xfe"), 3},
    {STR_INIT("\xed\x95"), 2}, /* cut off: byte by byte */
    {STR_INIT("a\0b"), 3},
};

static void test_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        int got = columns_of(texts[i].text);
        if (got != texts[i].columns) {
            fail_msg("\"%.*s\" takes %d columns, not %d", STR_ARG(texts[i].text), got, texts[i].columns);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
