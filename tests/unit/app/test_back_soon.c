#include "app/back_soon.h"

#include "support.h"
#include "viewing/viewing.h"

/* What each language says; the words are its file's own. */
static const struct {
    const char *tag, *title, *text;
} rows[] = {
    {"en", "Back soon", "This screen will begin again in a few minutes."},
    {"ko", "곧 돌아옵니다", "이 화면은 몇 분 뒤에 다시 시작합니다."},
    {"es", "Volvemos enseguida", "Esta pantalla volverá a empezar en unos minutos."},
};

static void test_card(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct error err = {0};
        struct folder assets = {0};
        assert_true(folder_open(&assets, arena_printf(&a, "%s/assets", data_folder(&a).s).s, &err));
        struct strings *strings = strings_load(&assets, str_from(rows[i].tag), &err);
        assert_non_null(strings);
        struct story *s = back_soon_story(strings);
        struct words *w = words_original(s);
        struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
        const struct scene *scene = viewing_scene(v);
        expect_text(rows[i].tag, "the language", s->language, rows[i].tag);
        expect_text(rows[i].tag, "the title",
                    viewing_show(v, w, scene_title(scene, LEVEL_FULL), &a).text, rows[i].title);
        expect_text(rows[i].tag, "the card",
                    viewing_show(v, w, scene_caption(scene, LEVEL_FULL, 0).text, &a).text,
                    rows[i].text);
        assert_int_equal(scene_caption_count(scene, LEVEL_FULL), 1);
        expect_text(rows[i].tag, "below the title", viewing_show(v, w, s->subtitle, &a).text, rows[i].text);
        viewing_destroy(v);
        words_destroy(w);
        story_destroy(s);
        strings_destroy(strings);
        folder_close(&assets);
        arena_finish(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
