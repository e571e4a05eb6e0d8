#include "support.h"

#include "viewing/viewing.h"

#define HEAD(start, level, caption) \
    "lantern 1\nstory sea\nstart " start "\nlevel " level "\ncaption " caption "\n"

static const struct {
    const char *text;
    enum replay replay;
    int steps, scene, caption;
    const char *error;
} rows[] = {
    {HEAD("shore", "full", "1"), REPLAY_WHOLE, 0, SHORE, 1, ""},
    {HEAD("shore", "full", "9"), REPLAY_WHOLE, 0, SHORE, 2, ""},
    {HEAD("shore", "gentle", "9"), REPLAY_WHOLE, 0, SHORE, 1, ""},
    {HEAD("shore", "full", "0") "shore full boat\nboat gentle >\nnight full shore\n", REPLAY_WHOLE,
     3, SHORE, 0, ""},
    {HEAD("night", "gentle", "0") "night full home\n", REPLAY_WHOLE, 1, HOME, 0, ""},
    /* What passed gently was no step: the night was left. */
    {HEAD("shore", "full", "0") "shore gentle bridge\nnight gentle home\n", REPLAY_WHOLE, 2, HOME,
     0, ""},
    /* The story has changed. */
    {HEAD("lost", "full", "1"), REPLAY_PART, 0, SHORE, 0,
     "the story has changed: scene \"lost\", where the viewing began, is not in it"},
    {HEAD("shore", "full", "1") "shore full boat\nbridge full >\n", REPLAY_PART, 1, BOAT, 0,
     "the story has changed: step 2 was made in scene \"bridge\", now \"boat\" stands there"},
    {HEAD("shore", "full", "1") "shore gentle swim\n", REPLAY_PART, 0, SHORE, 0,
     "the story has changed: step 1 left scene \"shore\" by \"swim\", which it does not offer"},
    {HEAD("shore", "full", "1") "shore full >\n", REPLAY_PART, 0, SHORE, 0,
     "the story has changed: step 1 left scene \"shore\" by \">\", which it does not offer"},
    /* The file is damaged. */
    {HEAD("shore", "full", "1") "shore full boat\nboat full >", REPLAY_PART, 1, BOAT, 0,
     "the bookmark breaks off within its line 7"},
    {HEAD("shore", "full", "1") "shore half boat\n", REPLAY_PART, 0, SHORE, 0,
     "the bookmark is damaged at its line 6"},
    {HEAD("shore", "half", "1"), REPLAY_NOTHING, 0, 0, 0, "the bookmark is damaged at its line 4"},
    {HEAD("shore", "full", "-1"), REPLAY_NOTHING, 0, 0, 0, "the bookmark is damaged at its line 5"},
    /* Not this story's, not a viewing. */
    {"lantern 1\nstory land\n", REPLAY_NOTHING, 0, 0, 0,
     "the bookmark belongs to the story \"land\", not to \"sea\""},
    {"lantern 1\nstart x\n", REPLAY_NOTHING, 0, 0, 0,
     "the bookmark does not say which story it belongs to"},
    {"lantern 2\n", REPLAY_NOTHING, 0, 0, 0,
     "the bookmark is of version \"2\"; this program reads version 1"},
    {"", REPLAY_NOTHING, 0, 0, 0, "the bookmark is not one of lantern's"},
    {"\n\xFF", REPLAY_NOTHING, 0, 0, 0, "the bookmark is not one of lantern's"},
};

static void test_rows(void **state)
{
    (void)state;
    struct story *s = story_of(SHORE_STORY);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct viewing *v = NULL;
        struct error err = {0};
        int caption = -1;
        enum replay replay = viewing_from_text(s, str_from(rows[i].text), &v, &caption, &err);
        if (replay != rows[i].replay) {
            print_error("%s", rows[i].text);
        }
        assert_int_equal(replay, rows[i].replay);
        assert_string_equal(err.text, rows[i].error);
        assert_int_equal(v == NULL, replay == REPLAY_NOTHING);
        if (v) {
            assert_int_equal(viewing_step_count(v), rows[i].steps);
            assert_int_equal(viewing_scene_index(v), rows[i].scene);
            assert_int_equal(caption, rows[i].caption);
        }
        viewing_destroy(v);
    }
    story_destroy(s);
}

static void test_there_and_back(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct story *s = story_of(SHORE_STORY);
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL), *again = NULL;
    struct error err = {0};
    int caption = 0;
    assert_true(viewing_choose(v, 0) && viewing_next(v));
    viewing_set_level(v, LEVEL_GENTLE);
    struct str text = viewing_to_text(v, 1, &arena);
    assert_string_equal(text.s, HEAD("shore", "gentle", "1") "shore full boat\nboat full >\n");
    assert_int_equal(viewing_from_text(s, text, &again, &caption, &err), REPLAY_WHOLE);
    assert_string_equal(viewing_to_text(again, caption, &arena).s, text.s);
    viewing_destroy(v);
    viewing_destroy(again);
    story_destroy(s);
    arena_finish(&arena);
}

static void test_too_large(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct story *s = story_of(SHORE_STORY);
    struct viewing *v = NULL;
    struct error err = {0};
    int caption = 0;
    size_t bytes = ((size_t)16 << 20) + 1;
    struct str text = {arena_new(&arena, char, bytes), bytes};
    assert_int_equal(viewing_from_text(s, text, &v, &caption, &err), REPLAY_NOTHING);
    assert_string_equal(err.text, "the bookmark is larger than 16 MiB");
    story_destroy(s);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
