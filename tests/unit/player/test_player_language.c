#include "player/player.h"

#include <string.h>

#include "base/compiler.h"
#include "player/narrator.h"
#include "support.h"

enum { EN, KO, ES };

static void start(struct bench *b, const char *scene)
{
    bench_start_folder(b, "fixtures/two");
    if (scene) {
        bench_stand(b, scene);
    }
}

static struct str name_of(const struct bench *b, const char *id)
{
    const struct item *item = bench_item(b, id);
    return item ? item->name : (struct str){0};
}

static void expect(const struct bench *b, const char *id, const char *name, const char *lang)
{
    const struct item *item = bench_item(b, id);
    if (!item || !str_is(item->name, name) || !str_is(item->lang, lang)) {
        fail_msg("\"%s\" is \"%.*s\", wanted \"%s\"", id, STR_ARG(item ? item->name : STR("not there")), name);
    }
}

/* Pages that begin at the n-th sentence, as if each had one. */
static void lay_out(struct bench *b)
{
    static const char *const starts[] = {"The ferry", "나룻배", "Nobody", "아무도", "All wait", "모두"};
    struct str text = name_of(b, "caption");
    size_t pages[8] = {0};
    int count = 1;
    for (size_t i = 0; i < COUNT(starts); i++) {
        const char *at = memmem(text.s, text.n, starts[i], strlen(starts[i]));
        if (at) {
            pages[count++] = (size_t)(at - text.s);
        }
    }
    assert_true(count == 4 || count == 1);
    (void)player_set_pages(b->player, pages, count);
}

/* Each page stands for the same sentence; there and back is where one was. */
static void test_page_is_kept(void **state)
{
    (void)state;
    struct bench b;
    start(&b, "a");
    for (int page = 0; page < 4; page++) {
        lay_out(&b);
        assert_int_equal(player_page(b.player), page);
        (void)bench_act(&b, ACTION_LANGUAGE, KO);
        lay_out(&b);
        assert_int_equal(player_page(b.player), page);
        (void)bench_act(&b, ACTION_LANGUAGE, EN);
        lay_out(&b);
        assert_int_equal(player_page(b.player), page);
        (void)bench_act(&b, ACTION_FORWARD, 0);
    }
    int total;
    assert_int_equal(player_caption(b.player, &total), 1);
    bench_finish(&b);
}

/* With other numbers of pages: the nearest, and back on the same. */
static void test_nearest_page(void **state)
{
    (void)state;
    struct bench b;
    start(&b, "a");
    (void)player_set_pages(b.player, (const size_t[]){0, 30, 60}, 3);
    (void)bench_act(&b, ACTION_FORWARD, 0); /* "The ferry lies| still …" */
    assert_int_equal(player_page(b.player), 1);
    (void)bench_act(&b, ACTION_LANGUAGE, KO);
    (void)player_set_pages(b.player, (const size_t[]){0, 42}, 2);
    assert_int_equal(player_page(b.player), 1);
    (void)player_set_pages(b.player, (const size_t[]){0, 90}, 2); /* laid out anew, larger */
    assert_int_equal(player_page(b.player), 0);
    (void)bench_act(&b, ACTION_LANGUAGE, EN);
    (void)player_set_pages(b.player, (const size_t[]){0, 30, 60}, 3);
    assert_int_equal(player_page(b.player), 1);
    bench_finish(&b);
}

/* Screen, panel, focus: all where they were. */
static void test_rest_is_kept(void **state)
{
    (void)state;
    struct bench b;
    start(&b, "b");
    lay_out(&b);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    (void)bench_act(&b, ACTION_FOCUS_NEXT, 0);
    expect(&b, "choice.1", "Follow the one who wades", "en");
    struct str focused = player_items(b.player, &(int){0})[player_focus(b.player)].id;
    assert_true(str_is(focused, "choice.1"));
    (void)bench_act(&b, ACTION_LANGUAGE, KO);
    focused = player_items(b.player, &(int){0})[player_focus(b.player)].id;
    assert_true(str_is(focused, "choice.1"));
    expect(&b, "choice.1", "걸어 건너는 이를 따라간다", "ko");
    (void)bench_act(&b, ACTION_ACTIVATE, 0);
    assert_int_equal(player_screen(b.player), SCREEN_BECAUSE);
    expect(&b, "because", "걸어 건너면 돈이 들지 않지만, 빚은 7이다.", "ko");
    (void)bench_act(&b, ACTION_LANGUAGE, EN);
    assert_int_equal(player_screen(b.player), SCREEN_BECAUSE);
    expect(&b, "because", "Wading is free, and yet the debt is 7.", "en");
    (void)bench_act(&b, ACTION_PANEL, PANEL_GLOSSARY);
    (void)bench_act(&b, ACTION_LANGUAGE, KO);
    assert_int_equal(player_panel(b.player), PANEL_GLOSSARY);
    expect(&b, "term.1", "나룻배", "ko");
    (void)bench_act(&b, ACTION_CLOSE, 0);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_int_equal(player_screen(b.player), SCREEN_ENDING);
    (void)bench_act(&b, ACTION_LANGUAGE, EN);
    assert_int_equal(player_screen(b.player), SCREEN_ENDING);
    expect(&b, "title", "Night falls", "en");
    bench_finish(&b);
}

static void test_second(void **state)
{
    (void)state;
    struct bench b;
    start(&b, NULL);
    assert_null(bench_item(&b, "caption.second"));
    assert_true(bench_act(&b, ACTION_SECOND_LANGUAGE, KO));
    assert_false(bench_act(&b, ACTION_SECOND_LANGUAGE, KO)); /* as it is */
    assert_true(player_take_effects(b.player) & EFFECT_SETTINGS);
    assert_true(str_is(player_settings(b.player)->second_language, "ko"));
    (void)bench_act(&b, ACTION_FORWARD, 0);
    expect(&b, "advisory.second", "이 이야기는 굶주림을 다룬다.", "ko");
    (void)bench_act(&b, ACTION_FORWARD, 0);
    expect(&b, "chapter.second", "강가", "ko");
    (void)bench_act(&b, ACTION_FORWARD, 0);
    expect(&b, "caption.second", "춥다. 나룻배는 고요하고 얼음은 버틴다. 아무도 말하지 않는다. 모두 빛을 기다린다.", "ko");
    const struct item *second = bench_item(&b, "caption.second");
    assert_false(item_can_focus(second));
    assert_int_equal(second->part, PART_SECOND);
    assert_int_equal(second[-1].part, PART_TERM); /* behind the caption's links */
    assert_int_equal(second->span_count, 1);         /* the emphasis; a link would be one too many */
    assert_int_equal(second->spans[0].kind, SPAN_EMPHASIS);
    lay_out(&b);
    (void)bench_act(&b, ACTION_JUMP, 0);
    bench_check_items(&b);
    bench_finish(&b);
}

/* Of what is not translated there is nothing below; the story's own language is always there. */
static void test_second_where_it_lacks(void **state)
{
    (void)state;
    struct bench b;
    start(&b, "b");
    (void)bench_act(&b, ACTION_SECOND_LANGUAGE, KO);
    lay_out(&b);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    assert_non_null(bench_item(&b, "choice.1.second"));
    assert_null(bench_item(&b, "choice.2.second"));
    (void)bench_act(&b, ACTION_SECOND_LANGUAGE, ES); /* the program speaks it, the story does not */
    assert_null(bench_item(&b, "choice.1.second"));
    (void)bench_act(&b, ACTION_LANGUAGE, KO);
    (void)bench_act(&b, ACTION_SECOND_LANGUAGE, EN);
    expect(&b, "choice.2.second", "Wait", "en");
    bench_finish(&b);
}

static void test_second_options(void **state)
{
    (void)state;
    struct bench b;
    start(&b, "a");
    (void)bench_act(&b, ACTION_PANEL, PANEL_SETTINGS);
    expect(&b, "second.none", "None", "en");
    expect(&b, "second.ko", "한국어", "ko"); /* in its own words */
    assert_true(bench_item(&b, "second.none")->on);
    assert_null(bench_item(&b, "second.en")); /* the first itself */
    bench_press(&b, "second.ko");
    assert_true(bench_item(&b, "second.ko")->on);
    bench_press(&b, "language.ko"); /* the second becomes the first, and the first the second */
    assert_true(str_is(player_language(b.player), "ko"));
    assert_true(str_is(player_settings(b.player)->second_language, "en"));
    assert_true(bench_item(&b, "second.en")->on);
    bench_press(&b, "second.none");
    assert_true(bench_item(&b, "second.none")->on);
    assert_int_equal(player_settings(b.player)->second_language.n, 0);
    assert_false(bench_act(&b, ACTION_SECOND_LANGUAGE, 99));
    bench_finish(&b);
}

static void tell(struct narrator *n, enum action action, struct strbuf *out)
{
    struct narration told = narrator_tell(n, action);
    strbuf_clear(out);
    strbuf_add_c(out, "");
    for (int i = 0; i < told.count; i++) {
        strbuf_printf(out, "%s<%.*s>%.*s", i ? " | " : "", STR_ARG(told.parts[i].lang), STR_ARG(told.parts[i].text));
    }
}

/* In a panel the setting alone is told; then the voice goes on in the new language, from the page shown. */
static void test_speech(void **state)
{
    (void)state;
    struct bench b;
    struct strbuf said = {0};
    start(&b, "a");
    lay_out(&b);
    struct narrator *n = narrator_create(b.player);
    (void)bench_act(&b, ACTION_SPEECH, 0);
    tell(n, ACTION_SPEECH, &said);
    (void)bench_act(&b, ACTION_FORWARD, 0);
    tell(n, ACTION_FORWARD, &said);
    assert_non_null(strstr(said.s, "<en>The ferry lies still"));
    assert_null(strstr(said.s, "It is cold"));
    (void)bench_act(&b, ACTION_PANEL, PANEL_SETTINGS);
    tell(n, ACTION_PANEL, &said);
    (void)bench_act(&b, ACTION_LANGUAGE, KO);
    tell(n, ACTION_PRESS, &said);
    assert_string_equal(said.s, "<ko>언어: 한국어");
    (void)bench_act(&b, ACTION_SECOND_LANGUAGE, EN);
    tell(n, ACTION_PRESS, &said);
    assert_int_equal(strncmp(said.s, "<ko>둘째 언어, 아래에 작게: English", strlen("<ko>둘째 언어, 아래에 작게: English")), 0);
    (void)bench_act(&b, ACTION_CLOSE, 0);
    lay_out(&b);
    tell(n, ACTION_CLOSE, &said);
    assert_non_null(strstr(said.s, "<ko>나룻배는 고요하고"));
    assert_null(strstr(said.s, "춥다"));
    assert_null(strstr(said.s, "<en>")); /* the second is for the eyes alone */
    (void)bench_act(&b, ACTION_FORWARD, 0);
    tell(n, ACTION_FORWARD, &said);
    assert_non_null(strstr(said.s, "<ko>아무도 말하지 않는다."));
    narrator_destroy(n);
    strbuf_finish(&said);
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page_is_kept),
        cmocka_unit_test(test_nearest_page),
        cmocka_unit_test(test_rest_is_kept),
        cmocka_unit_test(test_second),
        cmocka_unit_test(test_second_where_it_lacks),
        cmocka_unit_test(test_second_options),
        cmocka_unit_test(test_speech),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
