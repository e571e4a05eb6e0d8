#include "text/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/compiler.h"

static void shows_dates_in_words(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"en", "2014", "2014"},
        {"en", "2014-02", "February 2014"},
        {"en", "2014-02-17", "17 February 2014"},
        {"en-US", "2014-02-17", "February 17, 2014"},
        {"ko", "2014-02-17", "2014년 2월 17일"},
        {"ko", "2014", "2014년"},
        {"de", "2014-02-17", "17. Februar 2014"},
        {"en", "1994/1998", "1994–1998"},
        {"en", "2000-02-29/2001-01", "29 February 2000–January 2001"},
        {"th", "2014", "พ.ศ. 2557"},
        {"not a tag", "2014-02", "February 2014"},
        {"en", "", ""},
        {"en", "2014-13", "2014-13"},
        {"en", "2014-02-30", "2014-02-30"},
        {"en", "1900-02-29", "1900-02-29"},
        {"en", "14", "14"},
        {"en", "2014-2", "2014-2"},
        {"en", "2014-02-17T00", "2014-02-17T00"},
        {"en", "+014", "+014"},
        {"en", "0000", "0000"},
        {"en", "1994/", "1994/"},
        {"en", "/1994", "/1994"},
        {"en", "1994/1995/1996", "1994/1995/1996"},
        {"en", "spring", "spring"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct date_words *w = date_words_create(str_from(rows[i][0]));
        for (int again = 0; again < 2; again++) {
            struct str got = date_words_show(w, str_from(rows[i][1]), &a);
            if (!str_is(got, rows[i][2])) {
                fail_msg("\"%s\" in %s is \"%.*s\"", rows[i][1], rows[i][0], STR_ARG(got));
            }
        }
        date_words_destroy(w);
        arena_finish(&a);
    }
    date_words_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shows_dates_in_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
