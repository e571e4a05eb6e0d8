#include "player/player.h"

#include <string.h>

#include "base/compiler.h"
#include "support.h"

enum { WAITS = -1 };

static int64_t deadline(const struct bench *b)
{
    int64_t at = player_deadline(b->player);
    return at == INT64_MAX ? WAITS : at;
}

static void start(struct bench *b, enum pace pace)
{
    bench_start_folder(b, "fixtures/two");
    (void)player_act(b->player, ACTION_PREFER, prefer(PREFERENCE_PACE, (int)pace), 0);
}

/* As a face does once it has laid the caption out. */
static void lay_out(struct bench *b, size_t second_page)
{
    const size_t starts[] = {0, second_page};
    (void)player_set_pages(b->player, starts, second_page ? 2 : 1);
}

static void test_pace_ms(void **state)
{
    (void)state;
    static const struct {
        int words, words_a_minute;
        enum pace pace;
        int64_t ms;
    } rows[] = {
        {0, 140, PACE_USUAL, 2000}, /* DCMP: never shorter */
        {4, 140, PACE_USUAL, 2000},
        {14, 140, PACE_USUAL, 6000},
        {14, 140, PACE_HALF, 12000},
        {14, 140, PACE_SLOWER, 8000},
        {14, 140, PACE_FASTER, 4000},
        {14, 140, PACE_DOUBLE, 3000},
        {8, 160, PACE_DOUBLE, 2000},
        {65, 130, PACE_USUAL, 30000},
        {80, 160, PACE_USUAL, 30000},
        {1 << 30, 130, PACE_HALF, INT64_C(991146299076)},
        {14, 140, PACE_OFF, INT64_MAX},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t ms = pace_ms(rows[i].words, rows[i].words_a_minute, rows[i].pace);
        if (ms != rows[i].ms) {
            fail_msg("row %zu: %lld, wanted %lld", i, (long long)ms, (long long)rows[i].ms);
        }
    }
}

/* What goes on by itself, and what waits for a person. */
static void test_where_it_goes_on(void **state)
{
    (void)state;
    struct bench b;
    start(&b, PACE_USUAL);
    assert_int_equal(deadline(&b), WAITS); /* the opening */
    (void)player_act(b.player, ACTION_FORWARD, 0, 100);
    assert_int_equal(player_screen(b.player), SCREEN_NOTICE);
    assert_int_equal(deadline(&b), WAITS);
    (void)player_act(b.player, ACTION_FORWARD, 0, 1000);
    assert_int_equal(player_screen(b.player), SCREEN_CHAPTER);
    assert_non_null(bench_item(&b, "go-on"));
    assert_true(bench_says(&b, "Go on · by itself"));
    int64_t at = deadline(&b); /* "Chapter 1 of 2", "The bank", and a picture to look at */
    assert_int_equal(at, 1000 + 6 * 60000 / 160 + 5000);
    assert_false(player_tick(b.player, at - 1));
    assert_true(player_tick(b.player, at));
    assert_int_equal(player_screen(b.player), SCREEN_SCENE);
    assert_int_equal(deadline(&b), WAITS); /* not laid out yet: nobody has seen it */
    lay_out(&b, 0);
    assert_int_equal(deadline(&b), at + 18 * 60000 / 160 + 5000);
    assert_true(player_tick(b.player, deadline(&b)));
    lay_out(&b, 0);
    at = deadline(&b); /* the speaker's two words, and four */
    assert_true(player_tick(b.player, at));
    lay_out(&b, 0);
    assert_true(player_tick(b.player, deadline(&b)));
    assert_int_equal(player_screen(b.player), SCREEN_CHOICES);
    assert_int_equal(deadline(&b), WAITS);
    assert_false(player_tick(b.player, INT64_MAX - 1));
    (void)player_act(b.player, ACTION_CHOOSE, 0, 0);
    assert_int_equal(player_screen(b.player), SCREEN_BECAUSE);
    assert_int_equal(deadline(&b), (5 + 9) * 60000 / 160);
    assert_true(player_tick(b.player, deadline(&b)));
    assert_int_equal(player_screen(b.player), SCREEN_CHAPTER);
    assert_int_equal(deadline(&b), WAITS); /* it warns of what the scene touches on */
    assert_false(bench_says(&b, "by itself"));
    (void)player_act(b.player, ACTION_FORWARD, 0, 0);
    lay_out(&b, 0);
    assert_true(player_tick(b.player, deadline(&b)));
    assert_int_equal(player_screen(b.player), SCREEN_ENDING);
    assert_int_equal(deadline(&b), WAITS);
    bench_finish(&b);
}

static void stand(struct bench *b, enum pace pace)
{
    start(b, pace);
    bench_stand(b, "a");
    (void)player_act(b->player, ACTION_PREFER, prefer(PREFERENCE_PACE, (int)pace), 0);
    lay_out(b, 0);
}

/* 18 words, and a new picture. */
enum { FIRST_MS = 18 * 60000 / 160 + 5000 };

static void test_what_holds_it(void **state)
{
    (void)state;
    struct bench b;
    stand(&b, PACE_USUAL);
    assert_int_equal(deadline(&b), FIRST_MS);
    player_stir(b.player, 700); /* any input */
    assert_int_equal(deadline(&b), 700 + FIRST_MS);
    (void)player_act(b.player, ACTION_HUSH, 0, 800);
    assert_int_equal(deadline(&b), 800 + FIRST_MS);
    (void)player_act(b.player, ACTION_PANEL, PANEL_PAUSE, 900);
    assert_int_equal(deadline(&b), WAITS);
    (void)player_act(b.player, ACTION_CLOSE, 0, 1000);
    assert_int_equal(deadline(&b), 1000 + FIRST_MS);
    (void)player_act(b.player, ACTION_FOCUS_NEXT, 0, 1100); /* somebody is about to press something */
    assert_int_equal(deadline(&b), WAITS);
    (void)player_act(b.player, ACTION_CLOSE, 0, 1200);
    assert_int_equal(deadline(&b), 1200 + FIRST_MS);
    assert_true(player_act(b.player, ACTION_SPEECH_PAUSE, 0, 1300));
    assert_int_equal(deadline(&b), WAITS);
    assert_true(bench_says(&b, "Forward · waiting"));
    assert_true(player_act(b.player, ACTION_SPEECH_PAUSE, 0, 1400));
    assert_int_equal(deadline(&b), 1400 + FIRST_MS);
    assert_true(bench_says(&b, "Forward · by itself"));
    (void)player_act(b.player, ACTION_SPEECH_PAUSE, 0, 1500);
    (void)player_act(b.player, ACTION_FORWARD, 0, 1600); /* whoever goes on has let go */
    lay_out(&b, 0);
    assert_int_not_equal(deadline(&b), WAITS);
    (void)player_act(b.player, ACTION_PREFER, prefer(PREFERENCE_PACE, PACE_OFF), 1700);
    assert_int_equal(deadline(&b), WAITS);
    assert_false(player_act(b.player, ACTION_SPEECH_PAUSE, 0, 1800)); /* the voice's alone again */
    bench_finish(&b);
}

/* Never before the voice has finished, and a moment of quiet. */
static void test_voice(void **state)
{
    (void)state;
    struct bench b;
    stand(&b, PACE_DOUBLE);
    int64_t now = deadline(&b);
    for (int i = 0; i < 20; i++) {
        player_wait(b.player, now);
        assert_false(player_tick(b.player, now));
        assert_true(deadline(&b) > now); /* or the loop would not sleep */
        now = deadline(&b);
    }
    int64_t ended = now;
    assert_false(player_tick(b.player, now));
    now = deadline(&b);
    assert_true(now >= ended + 500);
    assert_true(player_tick(b.player, now));
    bench_finish(&b);
}

static void test_pages_and_level(void **state)
{
    (void)state;
    struct bench b;
    stand(&b, PACE_USUAL);
    lay_out(&b, 12); /* "It is cold. ", and the rest */
    assert_int_equal(deadline(&b), 2000 + 5000);
    assert_true(player_tick(b.player, deadline(&b)));
    assert_int_equal(player_page(b.player), 1);
    lay_out(&b, 12);
    assert_int_equal(deadline(&b), 7000 + 15 * 60000 / 160);
    (void)player_act(b.player, ACTION_LEVEL, LEVEL_GENTLE, 0);
    lay_out(&b, 0);
    assert_int_equal(deadline(&b), 18 * 60000 / 130 + 5000);
    bench_finish(&b);
}

/* Four words of English, five syllables of Korean: whoever reads either has the time. */
static void test_languages(void **state)
{
    (void)state;
    struct bench b;
    start(&b, PACE_HALF);
    bench_stand(&b, "b");
    (void)player_act(b.player, ACTION_PREFER, prefer(PREFERENCE_PACE, PACE_HALF), 0);
    lay_out(&b, 0);
    assert_int_equal(deadline(&b), 4 * 60000 / 80 + 5000);
    (void)player_act(b.player, ACTION_LANGUAGE, 1, 0);
    lay_out(&b, 0);
    assert_int_equal(deadline(&b), 3 * 60000 / 80 + 5000);
    (void)player_act(b.player, ACTION_SECOND_LANGUAGE, 0, 0);
    lay_out(&b, 0);
    assert_int_equal(deadline(&b), 4 * 60000 / 80 + 5000);
    bench_finish(&b);
}

/* The line's few steps: each falls due once, and none after the last. */
static void test_steps(void **state)
{
    (void)state;
    struct bench b;
    int next_ms;
    int redraws = 0;
    stand(&b, PACE_USUAL);
    int64_t now = 0;
    for (int step = player_pace_step(b.player, now, 6, &next_ms); next_ms; redraws++) {
        now += next_ms;
        int after = player_pace_step(b.player, now, 6, &next_ms);
        assert_int_equal(after, step + 1);
        step = after;
    }
    assert_int_equal(redraws, 6);
    assert_int_equal(now, FIRST_MS);
    (void)player_act(b.player, ACTION_SPEECH_PAUSE, 0, 0);
    assert_int_equal(player_pace_step(b.player, now, 6, &next_ms), -1);
    assert_int_equal(next_ms, 0);
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pace_ms),
        cmocka_unit_test(test_where_it_goes_on),
        cmocka_unit_test(test_what_holds_it),
        cmocka_unit_test(test_voice),
        cmocka_unit_test(test_pages_and_level),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
