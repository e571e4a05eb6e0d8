#include "support.h"

#include "viewing/walk.h"

#define LINE_1                                                                                   \
    "{\"step\":1,\"scene\":\"shore\",\"chapter\":\"c\",\"title\":\"Shore\",\"because\":null,"     \
    "\"captions\":[\"Ann has 3.\",\"Wet: no\"],\"choices\":[\"Take the boat\",\"Bridge\","        \
    "\"Swim\"],\"state\":{\"coins\":3,\"name\":\"Ann\",\"wet\":false},\"ending\":null}\n"
#define LINES_2_3                                                                                \
    "{\"step\":2,\"scene\":\"boat\",\"chapter\":\"c\",\"title\":\"Boat\",\"because\":\"It cost "  \
    "2.\",\"captions\":[\"b\"],\"choices\":[],\"state\":{\"coins\":2,\"name\":\"Ann\",\"wet\":"   \
    "true},\"ending\":null}\n"                                                                   \
    "{\"step\":3,\"scene\":\"night\",\"chapter\":\"c\",\"title\":\"Night\",\"because\":null,"     \
    "\"captions\":[\"d\"],\"choices\":[\"Back\",\"Home\"],\"state\":{\"coins\":2,\"name\":"       \
    "\"Ann\",\"wet\":true},\"ending\":null}\n"
#define LINE_4                                                                                   \
    "{\"step\":4,\"scene\":\"home\",\"chapter\":\"c\",\"title\":\"Home\",\"because\":null,"       \
    "\"captions\":[\"e\"],\"choices\":[],\"state\":{\"coins\":2,\"name\":\"Ann\",\"wet\":true},"  \
    "\"ending\":\"end\"}\n"

static bool write_line(void *self, struct str line)
{
    strbuf_add(self, line);
    return true;
}

static const struct {
    int choose[4], count, most;
    const char *written, *error;
} rows[] = {
    {{0}, 0, 1000, LINE_1, ""},
    {{1}, 1, 1000, LINE_1 LINES_2_3, ""},
    {{1, 2}, 2, 1000, LINE_1 LINES_2_3 LINE_4, ""},
    {{1, 2}, 2, 1, LINE_1, ""},
    {{4}, 1, 1000, LINE_1,
     "step 1: scene \"shore\" offers 3 choices, and number 4 was asked for"},
    {{0}, 1, 1000, LINE_1,
     "step 1: scene \"shore\" offers 3 choices, and number 0 was asked for"},
    {{1, 2, 1}, 3, 1000, LINE_1 LINES_2_3 LINE_4,
     "step 4: scene \"home\" is an ending, and 1 more choice was asked for"},
    {{1, 2, 1, 1}, 4, 1000, LINE_1 LINES_2_3 LINE_4,
     "step 4: scene \"home\" is an ending, and 2 more choices were asked for"},
};

static void test_rows(void **state)
{
    (void)state;
    struct story *s = story_of(SHORE_STORY);
    struct words *w = words_original(s);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct strbuf out = {0};
        struct error err = {0};
        struct walk_options options = {
            .words = w,
            .choose = rows[i].choose,
            .choose_count = rows[i].count,
            .most_steps = rows[i].most,
            .start = -1,
            .write = write_line,
            .self = &out,
        };
        assert_int_equal(walk(s, &options, &err), rows[i].error[0] == '\0');
        assert_string_equal(err.text, rows[i].error);
        assert_string_equal(out.s, rows[i].written);
        strbuf_finish(&out);
    }
    words_destroy(w);
    story_destroy(s);
}

/* The first numbers of the reference implementation (prng.di.unimi.it/splitmix64.c). */
static void test_splitmix64(void **state)
{
    (void)state;
    uint64_t zero = 0, some = 1234567;
    assert_true(splitmix64_next(&zero) == UINT64_C(0xE220A8397B1DCDAF));
    assert_true(splitmix64_next(&zero) == UINT64_C(0x6E789E6AA1B965F4));
    assert_true(splitmix64_next(&some) == UINT64_C(6457827717110365317));
    assert_true(splitmix64_next(&some) == UINT64_C(3203168211198807973));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_splitmix64),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
