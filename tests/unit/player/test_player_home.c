/* Who is watching, and what is kept: which panels there are when, and what is asked of whom. */
#include "player/home.h"

#include "base/compiler.h"
#include "player/narrator.h"
#include "support.h"

static const struct str names[] = {STR_INIT("Ana"), STR_INIT("Ben")};

static void keep(struct bench *b, bool can_keep, bool is_shared)
{
    const struct keeping k = {.can_keep = can_keep, .is_shared = is_shared, .viewers = names, .viewer_count = 2};
    player_set_keeping(b->player, &k);
}

static void start(struct bench *b)
{
    bench_start(b, true);
    keep(b, true, false);
}

static void type(struct bench *b, const char *ascii)
{
    for (; *ascii; ascii++) {
        (void)bench_act(b, ACTION_TYPE, *ascii);
    }
}

static void expect_viewer(const struct bench *b, const char *name)
{
    assert_string_equal(player_viewer(b->player).s, name);
}

/* One's own computer, with something to keep, at the title page. */
static void test_when(void **state)
{
    (void)state;
    static const struct {
        bool can_keep, is_shared, at_title;
        const char *viewer;
        bool opens[5]; /* viewers, name, forget-viewer, share, forget-all */
        bool has_switch;
    } rows[] = {
        {false, false, true, "", {0, 0, 0, 0, 0}, false},
        {true, false, true, "", {1, 1, 0, 1, 1}, true},
        {true, false, true, "Ana", {1, 1, 1, 1, 1}, true},
        {true, false, false, "Ana", {0, 0, 0, 1, 1}, true},
        {true, true, true, "", {0, 0, 0, 0, 0}, true},
        {true, true, false, "", {0, 0, 0, 0, 0}, true},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bench b;
        bench_start(&b, true);
        keep(&b, rows[i].can_keep, rows[i].is_shared);
        player_set_viewer(b.player, str_from(rows[i].viewer), (struct str){0});
        if (!rows[i].at_title) {
            bench_press(&b, "opening.begin");
        }
        for (int panel = 0; panel < 5; panel++) {
            if (bench_act(&b, ACTION_PANEL, PANEL_VIEWERS + panel) != rows[i].opens[panel]) {
                fail_msg("row %zu, panel %s", i, panel_name(PANEL_VIEWERS + panel));
            }
            bench_check_items(&b);
            (void)bench_act(&b, ACTION_CLOSE, 0);
        }
        (void)bench_act(&b, ACTION_PANEL, PANEL_SETTINGS);
        assert_int_equal(bench_item(&b, "settings.shared") != NULL, rows[i].has_switch);
        bench_finish(&b);
    }
}

static void test_choosing(void **state)
{
    (void)state;
    struct bench b;
    start(&b);
    bench_press(&b, "bar.viewers");
    assert_true(bench_item(&b, "viewer.nobody")->on);
    assert_null(bench_item(&b, "viewers.delete"));
    assert_false(bench_act(&b, ACTION_VIEWER, 2));
    assert_false(bench_act(&b, ACTION_VIEWER, -2));
    bench_press(&b, "viewer.2");
    assert_int_equal(player_take_effects(b.player), EFFECT_LOOK | EFFECT_VIEWER);
    expect_viewer(&b, "Ben");
    assert_int_equal(player_panel(b.player), PANEL_NONE);
    assert_null(bench_item(&b, "opening.continue"));
    assert_true(bench_says(&b, "Watching: Ben"));
    assert_false(bench_act(&b, ACTION_VIEWER, 0)); /* where nobody was asked */
    bench_finish(&b);
}

/* What one viewer did is not the next one's: neither the place nor what was seen. */
static void test_places(void **state)
{
    (void)state;
    struct arena a = {0};
    struct bench b;
    start(&b);
    bench_press(&b, "opening.begin");
    while (player_screen(b.player) != SCREEN_CHOICES && bench_act(&b, ACTION_FORWARD, 0)) {
    }
    (void)bench_act(&b, ACTION_CHOOSE, 0);
    int steps = viewing_step_count(player_viewing(b.player));
    assert_true(steps > 0);
    (void)bench_act(&b, ACTION_HOME, 0);
    struct str place = player_bookmark(b.player, &a);
    assert_true(place.n > 0);
    assert_non_null(bench_item(&b, "opening.continue"));
    (void)player_take_effects(b.player);
    bench_press(&b, "bar.viewers");
    bench_press(&b, "viewer.1");
    assert_int_equal(player_take_effects(b.player), EFFECT_LOOK | EFFECT_VIEWER); /* and nothing to keep */
    player_set_viewer(b.player, player_viewer(b.player), (struct str){0});
    expect_viewer(&b, "Ana");
    assert_null(bench_item(&b, "opening.continue"));
    assert_null(player_viewing(b.player));
    assert_int_equal(player_bookmark(b.player, &a).n, 0);
    player_set_viewer(b.player, STR("Ben"), place);
    bench_press(&b, "opening.continue");
    assert_int_equal(player_screen(b.player), SCREEN_SCENE);
    assert_int_equal(viewing_step_count(player_viewing(b.player)), steps);
    bench_finish(&b);
    arena_finish(&a);
}

static void test_field(void **state)
{
    (void)state;
    struct bench b;
    start(&b);
    assert_false(bench_act(&b, ACTION_TYPE, 'x'));
    bench_press(&b, "bar.viewers");
    bench_press(&b, "viewers.new");
    assert_true(player_types(b.player));
    assert_ptr_equal(&player_items(b.player, &(int){0})[player_focus(b.player)], bench_item(&b, "name.field"));
    bench_press(&b, "letter.67"); /* C */
    bench_press(&b, "letter.72"); /* H, within the word */
    assert_string_equal(bench_item(&b, "name.field")->value.s, "Ch");
    assert_false(bench_act(&b, ACTION_TYPE, 0x202E));
    assert_false(bench_act(&b, ACTION_TYPE, '\n'));
    assert_false(bench_act(&b, ACTION_TYPE, -1));
    assert_false(bench_act(&b, ACTION_LETTER, -1));
    assert_true(bench_act(&b, ACTION_TYPE, 0x301)); /* a mark on the last letter */
    assert_true(bench_act(&b, ACTION_ERASE, 0));    /* goes with it */
    assert_string_equal(bench_item(&b, "name.field")->value.s, "C");
    player_set_composing(b.player, STR("ㅎ"));
    assert_string_equal(bench_item(&b, "name.field")->value.s, "Cㅎ");
    (void)bench_act(&b, ACTION_TYPE, 0xD558);
    assert_string_equal(bench_item(&b, "name.field")->value.s, "C하");
    (void)bench_act(&b, ACTION_ERASE, 0);
    (void)bench_act(&b, ACTION_ERASE, 0);
    assert_false(bench_act(&b, ACTION_ERASE, 0));
    type(&b, "   ");
    (void)bench_act(&b, ACTION_NAME, 0);
    assert_true(player_types(b.player)); /* it is none */
    assert_true(bench_says(&b, "at least one letter"));
    type(&b, " Cleo  Ray ");
    (void)player_take_effects(b.player);
    bench_press(&b, "name.done");
    expect_viewer(&b, "Cleo Ray");
    assert_int_equal(player_take_effects(b.player), EFFECT_VIEWER);
    assert_int_equal(player_panel(b.player), PANEL_NONE);
    bench_press(&b, "bar.viewers"); /* no place yet, but it is the one */
    assert_true(bench_item(&b, "viewer.present")->on);
    bench_press(&b, "viewers.new");
    assert_string_equal(player_typed(b.player).s, "");
    bench_finish(&b);
}

static void test_full(void **state)
{
    (void)state;
    struct bench b;
    start(&b);
    bench_press(&b, "bar.viewers");
    bench_press(&b, "viewers.new");
    for (int i = 0; i < 45; i++) {
        assert_true(bench_act(&b, ACTION_TYPE, 'a'));
    }
    assert_int_equal(player_typed(b.player).n, 40);
    assert_true(bench_says(&b, "at most 40"));
    bench_finish(&b);
}

/* Nothing is deleted but from the panel that asks; Escape leads back to where it was asked for. */
static void test_questions(void **state)
{
    (void)state;
    static const struct {
        enum panel from, asks;
        const char *opens, *does;
        enum action action;
        unsigned effect;
    } rows[] = {
        {PANEL_VIEWERS, PANEL_FORGET_VIEWER, "viewers.delete", "forget-viewer.do", ACTION_FORGET_VIEWER,
         EFFECT_FORGET_VIEWER},
        {PANEL_SETTINGS, PANEL_FORGET_ALL, "settings.delete-all", "forget-all.do", ACTION_FORGET_ALL,
         EFFECT_FORGET_ALL},
        {PANEL_SETTINGS, PANEL_SHARE, "settings.shared", "share.do", ACTION_SHARE, EFFECT_SHARE},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bench b;
        start(&b);
        player_set_viewer(b.player, names[0], (struct str){0});
        assert_false(bench_act(&b, rows[i].action, 1));
        (void)bench_act(&b, ACTION_PANEL, (int)rows[i].from);
        assert_false(bench_act(&b, rows[i].action, 1));
        bench_press(&b, rows[i].opens);
        assert_int_equal(player_panel(b.player), rows[i].asks);
        assert_int_equal(player_focus(b.player), -1);
        (void)bench_act(&b, ACTION_CLOSE, 0);
        assert_int_equal(player_panel(b.player), rows[i].from);
        int count;
        assert_string_equal(player_items(b.player, &count)[player_focus(b.player)].id.s, rows[i].opens);
        assert_int_equal(player_take_effects(b.player) & ~(unsigned)EFFECT_LOOK, 0);
        bench_press(&b, rows[i].opens);
        bench_press(&b, rows[i].does);
        assert_int_equal(player_take_effects(b.player) & ~(unsigned)EFFECT_LOOK, rows[i].effect);
        assert_int_equal(player_panel(b.player), rows[i].from);
        expect_viewer(&b, "Ana"); /* until it is done */
        bench_finish(&b);
    }
}

static void test_what_goes(void **state)
{
    (void)state;
    struct bench b;
    start(&b);
    (void)bench_act(&b, ACTION_PANEL, PANEL_FORGET_ALL);
    assert_true(bench_says(&b, "2 names, with every place"));
    assert_false(bench_says(&b, "for nobody in particular"));
    const struct keeping k = {.can_keep = true, .nobody_has = true};
    player_set_keeping(b.player, &k);
    assert_null(bench_item(&b, "kept.names"));
    assert_true(bench_says(&b, "for nobody in particular"));
    assert_true(bench_says(&b, "the settings"));
    bench_finish(&b);
}

static void test_sharing(void **state)
{
    (void)state;
    struct bench b;
    start(&b);
    keep(&b, true, true);
    assert_null(bench_item(&b, "bar.viewers"));
    (void)bench_act(&b, ACTION_PANEL, PANEL_SETTINGS);
    assert_true(bench_item(&b, "settings.shared")->on);
    assert_null(bench_item(&b, "settings.delete"));
    assert_null(bench_item(&b, "settings.delete-all"));
    assert_true(bench_says(&b, "This computer is shared: nothing is kept"));
    bench_press(&b, "settings.shared"); /* off: nothing to ask */
    assert_int_equal(player_take_effects(b.player), EFFECT_UNSHARE);
    keep(&b, true, false);
    assert_false(bench_item(&b, "settings.shared")->on);
    assert_false(bench_act(&b, ACTION_UNSHARE, 0));
    bench_finish(&b);
}

/* --- by ear --- */

static void hears(struct bench *b, struct narrator *n, enum action action, int value, const char *words)
{
    struct strbuf said = {0};
    (void)bench_act(b, action, value);
    struct narration told = narrator_tell(n, action);
    for (int i = 0; i < told.count; i++) {
        strbuf_add_c(&said, i ? " | " : "");
        strbuf_add(&said, told.parts[i].text);
    }
    assert_string_equal(said.s ? said.s : "", words);
    strbuf_finish(&said);
}

static void test_by_ear(void **state)
{
    (void)state;
    struct bench b;
    start(&b);
    struct narrator *n = narrator_create(b.player);
    (void)bench_act(&b, ACTION_PANEL, PANEL_VIEWERS);
    (void)bench_act(&b, ACTION_SPEECH, 1);
    (void)narrator_tell(n, ACTION_SPEECH);
    hears(&b, n, ACTION_PANEL, PANEL_NAME,
          "A new name | 2 parts | Go back | key Escape | Space reads on; Down moves from item to item, and Enter "
          "chooses. Escape closes this. | Name | empty | text field");
    hears(&b, n, ACTION_TYPE, 'A', "A");
    hears(&b, n, ACTION_LETTER, 'N', "n");
    hears(&b, n, ACTION_TYPE, ' ', "Space");
    hears(&b, n, ACTION_ERASE, 0, "Space erased");
    hears(&b, n, ACTION_ERASE, 0, "n erased");
    hears(&b, n, ACTION_TYPE, 'l', "l");
    hears(&b, n, ACTION_ACTIVATE, 0, "Name | Al | text field");
    hears(&b, n, ACTION_FOCUS_NEXT, 0, "Use this name | button");
    hears(&b, n, ACTION_FOCUS_PREVIOUS, 0, "Name | Al | text field");
    narrator_destroy(n);
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_when),      cmocka_unit_test(test_choosing),  cmocka_unit_test(test_places),
        cmocka_unit_test(test_field),     cmocka_unit_test(test_full),      cmocka_unit_test(test_questions),
        cmocka_unit_test(test_what_goes), cmocka_unit_test(test_sharing),   cmocka_unit_test(test_by_ear),
    };
    return cmocka_run_group_tests_name("player-home", tests, NULL, NULL);
}
