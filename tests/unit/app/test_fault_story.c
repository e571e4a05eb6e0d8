#include "app/fault_story.h"

#include "support.h"
#include "viewing/viewing.h"

static struct strings *english(void)
{
    struct arena a = {0};
    struct error err = {0};
    struct folder assets = {0};
    assert_true(folder_open(&assets, arena_printf(&a, "%s/assets", data_folder(&a).s).s, &err));
    struct strings *s = strings_load(&assets, STR("en"), &err);
    assert_non_null(s);
    folder_close(&assets);
    arena_finish(&a);
    return s;
}

static void add(struct diag_list *list, const char *file, const char *message, bool refused)
{
    struct diag d = {
        .place = {str_from(file), 3, 7, STR("/title")},
        .severity = refused ? SEVERITY_ERROR : SEVERITY_WARNING,
        .refused = refused,
        .tag = STR("a-tag"),
        .message = str_from(message),
    };
    diag_list_add(list, &d);
}

/* What the first caption shows, from `a`. */
static struct str first_caption(const struct story *s, struct arena *a)
{
    struct words *w = words_original(s);
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    struct shown_caption c = scene_caption(viewing_scene(v), LEVEL_FULL, 0);
    struct str text = arena_str(a, viewing_show(v, w, c.text, a).text);
    viewing_destroy(v);
    words_destroy(w);
    return text;
}

static const struct {
    const char *file, *message, *shown;
} rows[] = {
    {"story.json", "there is no scene \"a\"", "story.json:3:7: error: there is no scene \"a\" [a-tag] (/title)"},
    {"s.json", "*one* and **two**", "s.json:3:7: error: *one* and **two** [a-tag] (/title)"},
    {"s.json", "[word](term:x) of {debt} \\", "s.json:3:7: error: [word](term:x) of {debt} \\ [a-tag] (/title)"},
    {"s.json", "강 “quoted”", "s.json:3:7: error: 강 “quoted” [a-tag] (/title)"},
    {"a\nb\033.json", "x", "a\\nb\\u001b.json:3:7: error: x [a-tag] (/title)"},
    {"\xff\xc3.json", "x", "\357\277\275\357\277\275.json:3:7: error: x [a-tag] (/title)"}, /* a name that is no text */
};

static void test_shown(void **state)
{
    (void)state;
    struct strings *strings = english();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct diag_list faults = {0};
        add(&faults, rows[i].file, rows[i].message, true);
        struct story *s = fault_story(&faults, strings);
        if (!s) {
            fail_msg("\"%s\": no story", rows[i].message);
        }
        expect_text(rows[i].message, "the caption", first_caption(s, &a), rows[i].shown);
        story_destroy(s);
        diag_list_finish(&faults);
        arena_finish(&a);
    }
    strings_destroy(strings);
}

static const struct {
    int refused, passed_over;
    int captions; /* 0: no story */
} counts[] = {
    {0, 0, 0}, {0, 3, 0}, {1, 0, 1}, {1, 9, 1}, {5, 2, 5}, {6, 0, 5}, {2000, 0, 5},
};

static void test_counts(void **state)
{
    (void)state;
    struct strings *strings = english();
    for (size_t i = 0; i < COUNT(counts); i++) {
        struct diag_list faults = {0};
        for (int n = 0; n < counts[i].passed_over; n++) {
            add(&faults, "s.json", "passed over", false);
        }
        for (int n = 0; n < counts[i].refused; n++) {
            add(&faults, "s.json", "refused", true);
        }
        struct story *s = fault_story(&faults, strings);
        int captions = s ? scene_caption_count(&s->scenes[s->start], LEVEL_FULL) : 0;
        if (captions != counts[i].captions) {
            fail_msg("%d refused, %d passed over: %d captions", counts[i].refused, counts[i].passed_over, captions);
        }
        story_destroy(s);
        diag_list_finish(&faults);
    }
    strings_destroy(strings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shown),
        cmocka_unit_test(test_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
