#include "text/grapheme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/compiler.h"

/* Clusters parted by "|". */
static void show(struct str text, struct strbuf *out)
{
    for (size_t at = 0; at < text.n;) {
        size_t end = grapheme_end(text, at);
        assert_true(end > at && end <= text.n);
        strbuf_add_c(out, at ? "|" : "");
        strbuf_add(out, str_sub(text, at, end - at));
        at = end;
    }
}

static void parts_letters(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"abc", "a|b|c"},
        {"e\u0301a\u0323\u0302", "e\u0301|a\u0323\u0302"},
        {"강을", "강|을"},
        {"\u1100\u1161\u11A8\u1102\u1161", "\u1100\u1161\u11A8|\u1102\u1161"}, /* jamo */
        {"강\u11A8x", "강\u11A8|x"},
        {"กำแพงที่", "กำ|แ|พ|ง|ที่"},
        {"שָׁלוֹם", "שָׁ|ל|וֹ|ם"},
        {"\r\na\nb", "\r\n|a|\n|b"},
        {"\U0001F1F0\U0001F1F7\U0001F1E8\U0001F1F3\U0001F1F0", "\U0001F1F0\U0001F1F7|\U0001F1E8\U0001F1F3|\U0001F1F0"},
        {"\U0001F468\u200D\U0001F469\u200D\U0001F467!", "\U0001F468\u200D\U0001F469\u200D\U0001F467|!"},
        {"a\u200D\U0001F469", "a\u200D|\U0001F469"},
        {"a\xFF"
         "b",
         "a|\xFF|b"},
        {"\u0301a", "\u0301|a"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct strbuf got = {0};
        show(str_from(rows[i][0]), &got);
        assert_string_equal(got.s, rows[i][1]);
        strbuf_finish(&got);
    }
}

static void spaces_where_letters_stand_alone(void **state)
{
    (void)state;
    static const char *const apart[] = {"Latn", "Cyrl", "Hang", "Hans", "Jpan", "Thai", "Hebr"};
    static const char *const never[] = {"Arab", "Syrc", "Mong", "Deva", "Beng", "Khmr", "Mymr", "Tibt", "Zsym", ""};
    for (size_t i = 0; i < COUNT(apart); i++) {
        assert_true(script_takes_letter_space(apart[i]));
    }
    for (size_t i = 0; i < COUNT(never); i++) {
        assert_false(script_takes_letter_space(never[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_letters),
        cmocka_unit_test(spaces_where_letters_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
