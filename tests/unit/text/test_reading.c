#include "text/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/compiler.h"

static void test_words(void **state)
{
    (void)state;
    static const struct {
        const char *text, *language;
        int words;
    } rows[] = {
        {"", "en", 0},
        {"…  — ", "en", 0},
        {"The ice holds, and nobody's awake.", "en", 6},
        {"In 2014 it was 1,200 yuan.", "en", 6},
        {"El río se hiela, y nadie duerme.", "es", 7},
        {"가", "ko", 1},
        {"두만강은 겨울이면 언다. 얼음은 조용하지 않다.", "ko", 10}, /* 19 syllables */
        {"2014년", "ko", 2},                                          /* a number and a syllable */
        {"แม่น้ำกลายเป็นน้ำแข็ง", "th", 5}, /* no spaces between words */
        {"冬天很冷", "zh-Hans", 3},
        {"two 두 words", "en", 3},
        {"\xff\xfe", "en", 0},
        {"word", "qq", 1},
        {"word", "", 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int words = reading_words(str_from(rows[i].text), str_from(rows[i].language));
        if (words != rows[i].words) {
            fail_msg("\"%s\" in %s: %d words, wanted %d", rows[i].text, rows[i].language, words, rows[i].words);
        }
    }
}

#define EN "It is cold. The river lies still, and the ice holds. Nobody speaks."
#define KO "춥다. 강은 고요하고 얼음은 버틴다. 아무도 말하지 않는다."
#define KO_TWO "춥고, 강은 고요하고 얼음은 버틴다. 아무도 말하지 않는다."

static size_t offset(const char *text, const char *word)
{
    return str_from(word).n ? (size_t)(strstr(text, word) - text) : str_from(text).n;
}

static void test_places(void **state)
{
    (void)state;
    static const struct {
        const char *from, *at, *to, *least, *most; /* from the word `least` to before the word `most` */
    } rows[] = {
        {EN, "It", KO, "춥다", "다."},
        {EN, "The", KO, "강은", "고요"},          /* a sentence's start is the same sentence's start */
        {EN, "Nobody", KO, "아무도", "말하지"},
        {EN, "and the", KO, "고요", "버틴다"},     /* as far into it */
        {KO, "아무도", EN, "Nobody", "speaks"},
        {EN, "Nobody", KO_TWO, "아무도", "않는다"}, /* another number of sentences: by the whole */
        {EN, "", KO, "", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct reading_text from = {str_from(rows[i].from), STR("en")};
        struct reading_text to = {str_from(rows[i].to), STR("ko")};
        size_t at = reading_same_place(from, offset(rows[i].from, rows[i].at), to);
        size_t least = offset(rows[i].to, rows[i].least);
        size_t most = offset(rows[i].to, rows[i].most);
        if (at < least || (at >= most && at != to.text.n)) {
            fail_msg("row %zu: %zu, wanted %zu to %zu", i, at, least, most);
        }
    }
}

/* There and back is where one was, and never within a character. */
static void test_there_and_back(void **state)
{
    (void)state;
    struct reading_text en = {STR(EN), STR("en")};
    struct reading_text ko = {STR(KO), STR("ko")};
    for (size_t at = 0; at < en.text.n; at++) {
        size_t there = reading_same_place(en, at, ko);
        size_t back = reading_same_place(ko, there, en);
        assert_true(there <= ko.text.n);
        assert_true(there == ko.text.n || ((unsigned char)ko.text.s[there] & 0xC0) != 0x80);
        assert_true((back > at ? back - at : at - back) <= 3);
    }
    assert_int_equal(reading_same_place(en, 5, (struct reading_text){STR(""), STR("ko")}), 0);
    assert_int_equal(reading_same_place((struct reading_text){STR(""), STR("ko")}, 5, en), 0);
    assert_int_equal(reading_same_place(en, SIZE_MAX, ko), ko.text.n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
