#include "player/narrator.h"

#include <stdio.h>
#include <string.h>

#include "support.h"

/* A person's action, and all that is then said: parts with " | " between, {respelling} behind what is
 * pronounced otherwise, <lang> before what is not English, and the recording as [file]. */
struct turn {
    enum action action;
    int value;
    enum why why;
    const char *words; /* "" is silence */
};

static struct str written(const struct narration *n, struct strbuf *out)
{
    for (int i = 0; i < n->count; i++) {
        const struct narration_part *p = &n->parts[i];
        strbuf_add_c(out, i ? " | " : "");
        if (!str_is(p->lang, "en")) {
            strbuf_printf(out, "<%.*s>", STR_ARG(p->lang));
        }
        strbuf_add(out, p->text);
        if (p->respelling.n) {
            strbuf_printf(out, "{%.*s}", STR_ARG(p->respelling));
        }
        if (p->file.n) {
            strbuf_printf(out, "[%.*s]", STR_ARG(p->file));
        }
    }
    return strbuf_str(out);
}

/* To skip, `value` is how many parts were begun of what was said last. */
static struct narration tell(struct narrator *n, const struct turn *turn)
{
    bool skips = turn->action == ACTION_SPEECH_NEXT || turn->action == ACTION_SPEECH_PREVIOUS;
    if (skips || turn->action == ACTION_SPEECH_RATE) {
        narrator_heard(n, skips ? turn->value : 2, true);
    }
    return skips ? narrator_skip(n, turn->action == ACTION_SPEECH_NEXT ? 1 : -1) : narrator_tell(n, turn->action);
}

static void take(struct bench *b, struct narrator *n, const struct turn *turns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct strbuf out = {0};
        (void)bench_act(b, turns[i].action, turns[i].value);
        struct narration said = tell(n, &turns[i]);
        struct str words = written(&said, &out);
        if (!str_is(words, turns[i].words) || (said.count > 0 && said.why != turns[i].why)) {
            (void)fprintf(stderr, "turn %zu: %s:\n%.*s\nin place of %s:\n%s\n", i, why_name(said.why), STR_ARG(words),
                          why_name(turns[i].why), turns[i].words); /* cmocka cuts off what is long */
            fail();
        }
        strbuf_finish(&out);
    }
}

static void run(struct bench *b, const struct turn *turns, size_t count)
{
    struct narrator *n = narrator_create(b->player);
    take(b, n, turns, count);
    narrator_destroy(n);
}

/* The first caption, and how it is pronounced. */
#define MIST \
    "Mist lies on the river, and nobody on the bank can say how far it is to the other side. " \
    "The ferry has not come for three days. Those who wait have made a fire of reeds, and a " \
    "child counts the sparks, and loses count, and begins again. An old man says that in his " \
    "time there was a rope, and that one could hold on to it; a woman says that the rope was " \
    "cut in the year of the flood, and that nobody has hung another one since." \
    "{Mist lies on the river, and nobody on the bank can say how far it is to the other side. " \
    "The ferr-ee has not come for three days. Those who wait have made a fyre of reeds, and a " \
    "child counts the sparks, and loses count, and begins again. An old man says that in his " \
    "time there was a rope, and that one could hold on to it; a woman says that the rope was " \
    "cut in the year of the flood, and that nobody has hung another one since.}"

static void test_silent_until_asked(void **state)
{
    (void)state;
    struct bench b;
    static const struct turn turns[] = {
        {ACTION_NONE, 0, WHY_SCREEN, ""},
        {ACTION_FORWARD, 0, WHY_SCREEN, ""},
        {ACTION_REPEAT, 0, WHY_REPEAT, ""},
        {ACTION_SPEECH_RATE, 1, WHY_SETTING, ""},
    };
    bench_start(&b, true);
    run(&b, turns, COUNT(turns));
    assert_int_equal(player_settings(b.player)->speech_rate, VOICE_RATE_USUAL);
    bench_finish(&b);
}

static void test_a_telling(void **state)
{
    (void)state;
    struct bench b;
    static const struct turn turns[] = {
        {ACTION_SPEECH, 0, WHY_SWITCH, "Speech on | The small road | A story for tests | Illustration | A bank at morning | "
         "Begin | Chapters | key C | Language | English | chosen | <ko>한국어 | <es>Español | How to tell it | Full, "
         "from 14 years | chosen | Gentle, 11 to 14 years | Settings | key O | About and sources "
         "| Help | key F1"},
        {ACTION_FOCUS_NEXT, 0, WHY_FOCUS, "Begin | 1 of 2 | button"},
        {ACTION_FORWARD, 0, WHY_SCREEN, "Before it begins | This story touches on hunger. | Go on | Back | key Left | How do we "
         "know? | key S | Words | key G | More | key F10 | Space goes on."},
        {ACTION_FORWARD, 0, WHY_SCREEN, "Chapter 1 of 2 | The bank"},
        {ACTION_FORWARD, 0, WHY_SCREEN, "Morning | "
         MIST
         " | Caption 1 of 2 | G explains: river | Forward"},
        {ACTION_FORWARD, 0, WHY_CAPTION, "The ferryman{The ferr-ee-mun} | “Wait,” he says. The debt is 0. | Caption 2 of 2"},
        {ACTION_FORWARD, 0, WHY_SCREEN, "The turn | Illustration | Three ways | There are three ways over. | Caption 1 of 1"},
        {ACTION_FORWARD, 0, WHY_SCREEN, "3 choices | 1 of 3 | Follow the one who wades | 2 of 3 | Follow the one who walks round "
         "by the bridge, although it is far | 3 of 3 | Follow the boat | A number chooses; or "
         "Down, and then Enter."},
        {ACTION_FORWARD, 0, WHY_HINT, "A number chooses; or Down, and then Enter."},
        {ACTION_FOCUS_NEXT, 0, WHY_FOCUS, "Follow the one who wades | 1 of 3 | choice | key 1"},
        {ACTION_ACTIVATE, 0, WHY_SCREEN, "Follow the one who wades | Wading is free, and yet the debt is 7. | Space goes on."},
        {ACTION_REPEAT, 0, WHY_REPEAT, "Follow the one who wades | Wading is free, and yet the debt is 7. | Space goes on."},
        {ACTION_BACK, 0, WHY_SCREEN, "The turn | 3 choices | 1 of 3 | Follow the one who wades | 2 of 3 | Follow the one who "
         "walks round by the bridge, although it is far | 3 of 3 | Follow the boat | A number "
         "chooses; or Down, and then Enter."},
        {ACTION_SPEECH, 0, WHY_SWITCH, "Speech off"},
        {ACTION_FORWARD, 0, WHY_SWITCH, ""},
    };
    bench_start(&b, true);
    run(&b, turns, COUNT(turns));
    bench_finish(&b);
}

/* Never what lies under an open panel; closed, only where one stands. */
static void test_panels(void **state)
{
    (void)state;
    struct bench b;
    static const struct turn turns[] = {
        {ACTION_SPEECH, 0, WHY_SWITCH, "Speech on | Chapter 1 of 2 | The bank | Morning | Illustration | A bank at morning | "
         MIST
         " | Caption 1 of 2 | G explains: river | Back | key Left | How do we know? | key S"
         " | Words | key G | Settings | key O | More | key F10 | Forward | Space goes on."},
        {ACTION_PANEL, PANEL_SOURCES, WHY_SCREEN, "How do we know? | 4 parts | Close | key Escape | Space reads on. Escape closes this."},
        {ACTION_FORWARD, 0, WHY_STEP, "What was just told rests on | B. Writer: A soft report. A press, November 2014 | 1 of 4"},
        {ACTION_PANEL, PANEL_PICTURE, WHY_SCREEN, "The picture | Illustration | A bank at morning | Credit: C. Painter | Licence: "
         "CC-BY-4.0 | Escape closes this."},
        {ACTION_CLOSE, 0, WHY_SCREEN, "Morning | "
         MIST
         " | Caption 1 of 2 | Space goes on."},
        {ACTION_PANEL, PANEL_GLOSSARY, WHY_SCREEN, "Words | 2 parts | Space reads on. Escape closes this."},
        {ACTION_HUSH, 0, WHY_SCREEN, ""},
        {ACTION_REPEAT, 0, WHY_REPEAT, "Words | 2 parts | Space reads on. Escape closes this."},
        {ACTION_PANEL, PANEL_PAUSE, WHY_SCREEN, "Paused | The story waits, as long as it takes. | There is somebody to talk to. | To the "
         "title page | Go on | key Escape | Down moves from item to item, and Enter chooses. "
         "Escape closes this."},
        {ACTION_FOCUS_NEXT, 0, WHY_FOCUS, "To the title page | button"},
        {ACTION_CLOSE, 0, WHY_SCREEN, "Morning | "
         MIST
         " | Caption 1 of 2 | Space goes on."},
        {ACTION_CLOSE, 0, WHY_HINT, "Space goes on."},
        {ACTION_FOCUS_NEXT, 0, WHY_FOCUS, "river | explained word"},
        {ACTION_ACTIVATE, 0, WHY_SCREEN, "ferry{ferr-ee} | A boat that crosses. | B. Writer: A soft report. A press, "
         "November 2014 | All words | Down moves from item to item, and Enter chooses. Escape closes this."},
        {ACTION_FOCUS_NEXT, 0, WHY_FOCUS, "All words | button"},
        {ACTION_BACK, 0, WHY_SCREEN, "Morning | "
         MIST
         " | Caption 1 of 2 | Space goes on. | river | explained word"},
        {ACTION_PANEL, PANEL_CHAPTERS, WHY_SCREEN, "Chapters and other roads | 4 parts | Space reads on; Down moves from item to item, "
         "and Enter chooses. Escape closes this."},
    };
    bench_start(&b, true);
    bench_stand(&b, "a");
    run(&b, turns, COUNT(turns));
    bench_finish(&b);
}

static void test_settings(void **state)
{
    (void)state;
    struct bench b;
    static const struct turn turns[] = {
        {ACTION_SPEECH, 0, WHY_SWITCH, "Speech on | Chapter 2 of 2 | The road | The water | Illustration | Water | It is cold. |"
         " Caption 1 of 2 | Back | key Left | How do we know? | key S | Words | key G | Settings |"
         " key O | More | key F10 | Skip scene | key K | Forward | Space goes on."},
        {ACTION_STILL, 0, WHY_SETTING, "Keep pictures still: on"},
        {ACTION_TEXT_SIZE, 0, WHY_SETTING, "Size of the text: 125 %{Size of the text: 125 percent}"},
        {ACTION_FULL_SCREEN, 0, WHY_SETTING, "Full screen: on"},
        {ACTION_SPEECH_RATE, 1, WHY_SETTING, "200 words a minute | Full screen: on"},
        {ACTION_SPEECH_RATE, -1, WHY_SETTING, "175 words a minute | Full screen: on"},
        {ACTION_PANEL, PANEL_SETTINGS, WHY_SCREEN, "Settings | 12 parts | Close | key Escape | Space reads on; Down moves from item to "
         "item, and Enter chooses. Escape closes this."},
        {ACTION_SPEECH_RATE, -1, WHY_SETTING, "150 words a minute | 12 parts | Close | key Escape | Space reads on; Down moves from "
         "item to item, and Enter chooses. Escape closes this."},
        {ACTION_DELETE_PLACE, 0, WHY_MESSAGE, "The kept place is deleted."},
        {ACTION_CLOSE, 0, WHY_SCREEN, "The water | It is cold. | Caption 1 of 2 | Space goes on."},
        {ACTION_LEVEL, LEVEL_GENTLE, WHY_SETTING, "How to tell it: Gentle, 11 to 14 years"},
    };
    bench_start(&b, true);
    bench_stand(&b, "c");
    run(&b, turns, COUNT(turns));
    bench_finish(&b);
}

/* The story's words are not translated here: each part has the language that it is in. */
static void test_languages(void **state)
{
    (void)state;
    struct bench b;
    static const struct turn turns[] = {
        {ACTION_SPEECH, 0, WHY_SWITCH, "Speech on | Chapter 1 of 2 | The river | Ice and names | Illustration | Hills above a "
         "frozen river at dusk. | The Tumen freezes in most winters, and the ice is never quite "
         "silent. | Caption 1 of 2 | G explains: Tumen | Back | key Left | How do we know? "
         "| key S | Words | key G | Settings | key O | More | key F10 | Forward | Space goes on."},
        {ACTION_FORWARD, 0, WHY_CAPTION, "<ko>두만강,  | <zh-Hans>图们江,  | <th>แม่น้ำ,  | <lo>ແມ່ນ້ຳ | : one word in four scripts. A "
         "debt of 1200 is written beside it. | Caption 2 of 2"},
        {ACTION_LANGUAGE, 1, WHY_SETTING, "<ko>언어: 한국어 | <ko>자막 2개 중 2번째 | <ko>뒤로 | <ko>왼쪽 화살표 키 | <ko>어떻게 아는가 | <ko>S 키 | <ko>낱말 풀이 | <ko>G 키 | "
         "<ko>설정 | <ko>O 키 | <ko>더 보기 | <ko>F10 키 | <ko>다음"},
    };
    bench_start_folder(&b, "golden/story");
    bench_stand(&b, "river");
    run(&b, turns, COUNT(turns));
    bench_finish(&b);
}

static void test_recording(void **state)
{
    (void)state;
    struct bench b;
    static const struct turn turns[] = {
        {ACTION_SPEECH, 0, WHY_SWITCH, "Speech on | Chapter 2 of 2 | The road | Evening | Illustration | A bank at morning | A "
         "fire is lit.{A fyre is lit.}[v/fire.opus] | Caption 1 of 1 | Back | key Left | How do we"
         " know? | key S | Words | key G | Settings | key O | More | key F10 | Forward | Space "
         "goes on."},
        {ACTION_FORWARD, 0, WHY_SCREEN, "2 choices | 1 of 2 | Back to the bank | 2 of 2 | Rest here | A number chooses; or Down, "
         "and then Enter."},
        {ACTION_CHOOSE, 1, WHY_SCREEN, "Night | All is still. | Caption 1 of 1 | Space goes on."},
        {ACTION_FORWARD, 0, WHY_SCREEN, "An ending | Night falls | One of the roads ends here. | There is somebody to talk to. | "
         "Other roads, from any turn | How do we know? | To the title page | Down moves from item "
         "to item, and Enter chooses."},
    };
    bench_start(&b, true);
    bench_stand(&b, "f");
    run(&b, turns, COUNT(turns));
    bench_finish(&b);
}

/* A page turned within a caption is read from where it begins. */
static void test_pages(void **state)
{
    (void)state;
    struct bench b;
    static const struct turn first[] = {{ACTION_SPEECH, 0, WHY_SWITCH, "Speech on | Chapter 1 of 2 | The bank | Morning | Illustration | A bank at morning | "
         MIST
         " | Caption 1 of 2 | G explains: river | Back | key Left | How do we know? | key S"
         " | Words | key G | Settings | key O | More | key F10 | Forward | Space goes on."}};
    static const struct turn turns[] = {
        {ACTION_FORWARD, 0, WHY_CAPTION, "that nobody has hung another one since."},
        {ACTION_BACK, 0, WHY_CAPTION, MIST},
    };
    bench_start(&b, true);
    bench_stand(&b, "a");
    (void)player_set_pages(b.player, (const size_t[]){0, 385}, 2);
    struct narrator *n = narrator_create(b.player);
    take(&b, n, first, COUNT(first));
    take(&b, n, turns, COUNT(turns));
    narrator_destroy(n);
    bench_finish(&b);
}

static void test_steps(void **state)
{
    (void)state;
    struct bench b;
    static const struct turn turns[] = {
        {ACTION_PANEL, PANEL_GLOSSARY, WHY_SWITCH, ""},
        {ACTION_SPEECH, 0, WHY_SWITCH, "Speech on | Words | 2 parts | Close | key Escape | Space reads on. Escape closes this."},
        {ACTION_FORWARD, 0, WHY_STEP, "ferry{ferr-ee} | A boat that crosses. | B. Writer: A soft report. A press, November 2014"
         " | 1 of 2"},
        {ACTION_SPEECH_NEXT, 1, WHY_STEP, "toll | What it costs. | 2 of 2"},
        {ACTION_REPEAT, 0, WHY_REPEAT, "toll | What it costs. | 2 of 2"},
        {ACTION_ACTIVATE, 0, WHY_STEP, "That was all of it. | Escape closes this."},
        {ACTION_SPEECH_PREVIOUS, 1, WHY_STEP, "toll | What it costs. | 2 of 2"},
        {ACTION_SPEECH_PREVIOUS, 1, WHY_STEP, "ferry{ferr-ee} | A boat that crosses. | B. Writer: A soft report. A press, November 2014"
         " | 1 of 2"},
        {ACTION_SPEECH_PREVIOUS, 1, WHY_STEP, "Words | 2 parts | Space reads on. Escape closes this."},
        {ACTION_SPEECH_PREVIOUS, 1, WHY_STEP, "Words | 2 parts | Space reads on. Escape closes this."},
        {ACTION_LANGUAGE, 1, WHY_SETTING, "<ko>언어: 한국어"},
        {ACTION_FORWARD, 0, WHY_STEP, "ferry{ferr-ee} | A boat that crosses. | B. Writer: A soft report. A press, 2014년 11월 | "
         "<ko>2개 중 1번째"},
        {ACTION_FOCUS_NEXT, 0, WHY_FOCUS, "<ko>닫기 | <ko>버튼 | <ko>Esc 키"},
        {ACTION_CLOSE, 0, WHY_SCREEN, "<ko>2개 장 가운데 2장 | The road | Evening | <ko>삽화 | A bank at morning | A fire is lit.{A "
         "fyre is lit.}[v/fire.opus] | <ko>자막 1개 중 1번째 | <ko>뒤로 | <ko>왼쪽 화살표 키 | <ko>어떻게 아는가 | "
         "<ko>S 키 | <ko>낱말 풀이 | <ko>G 키 | <ko>설정 | <ko>O 키 | <ko>더 보기 | <ko>F10 키 | <ko>다음 | "
         "<ko>스페이스를 누르면 다음으로 갑니다."},
    };
    bench_start(&b, true);
    bench_stand(&b, "f");
    run(&b, turns, COUNT(turns));
    bench_finish(&b);
}

/* A row that takes the focus is told with what belongs to it, and its label where it is another. */
static void test_rows(void **state)
{
    (void)state;
    struct bench b;
    static const struct turn turns[] = {
        {ACTION_PANEL, PANEL_SETTINGS, WHY_SWITCH, ""},
        {ACTION_SPEECH, 0, WHY_SWITCH, "Speech on | Settings | 12 parts | Close | key Escape | Space reads on; Down moves from "
         "item to item, and Enter chooses. Escape closes this."},
        {ACTION_FOCUS_NEXT, 0, WHY_FOCUS, "Size of the text | 100 %{100 percent} | chosen | 1 of 6 | option"},
        {ACTION_FOCUS_NEXT, 0, WHY_FOCUS, "125 %{125 percent} | 2 of 6 | option"},
        {ACTION_ACTIVATE, 0, WHY_SETTING, "Size of the text: 125 %{Size of the text: 125 percent}"},
        {ACTION_FOCUS_PREVIOUS, 0, WHY_FOCUS, "Size of the text | 100 %{100 percent} | 1 of 6 | option"},
        {ACTION_FOCUS_PREVIOUS, 0, WHY_FOCUS, "Close | button | key Escape"},
        {ACTION_FOCUS_PREVIOUS, 0, WHY_FOCUS, "The place in the story | The place is kept on this computer, so that one can go on "
         "another day; beside it names that were given, and these settings. Nothing else is kept, and nothing is sent anywhere. | Quit | 3 of 3 | "
         "button"},
        {ACTION_PANEL, PANEL_HISTORY, WHY_SCREEN, "The road so far | 3 parts | Space reads on; Down moves from item to item, and Enter "
         "chooses. Escape closes this."},
        {ACTION_FORWARD, 0, WHY_STEP, "Choose a scene to go back to it. What was chosen after it is given up. | 1 of 3"},
    };
    bench_start(&b, true);
    bench_stand(&b, "f");
    run(&b, turns, COUNT(turns));
    bench_finish(&b);
}

/* By the parts that were begun; the rate goes on where it cut off, and can be skipped behind. */
static void test_skip(void **state)
{
    (void)state;
    struct bench b;
    static const struct turn turns[] = {
        {ACTION_SPEECH_NEXT, 0, WHY_STEP, ""},
        {ACTION_SPEECH, 0, WHY_SWITCH, "Speech on | Chapter 2 of 2 | The road | Evening | Illustration | A bank at morning | A "
         "fire is lit.{A fyre is lit.}[v/fire.opus] | Caption 1 of 1 | Back | key Left | How do we"
         " know? | key S | Words | key G | Settings | key O | More | key F10 | Forward | Space "
         "goes on."},
        {ACTION_FORWARD, 0, WHY_SCREEN, "2 choices | 1 of 2 | Back to the bank | 2 of 2 | Rest here | A number chooses; or Down, "
         "and then Enter."},
        {ACTION_SPEECH_NEXT, 1, WHY_STEP, "2 of 2 | Rest here | A number chooses; or Down, and then Enter."},
        {ACTION_SPEECH_NEXT, 1, WHY_STEP, "A number chooses; or Down, and then Enter."},
        {ACTION_SPEECH_PREVIOUS, 1, WHY_STEP, "2 of 2 | Rest here | A number chooses; or Down, and then Enter."},
        {ACTION_SPEECH_PREVIOUS, 9, WHY_STEP, "2 choices | 1 of 2 | Back to the bank | 2 of 2 | Rest here | A number chooses; or Down, "
         "and then Enter."},
        {ACTION_SPEECH_RATE, 1, WHY_SETTING, "200 words a minute | 1 of 2 | Back to the bank | 2 of 2 | Rest here | A number chooses; "
         "or Down, and then Enter."},
        {ACTION_SPEECH_NEXT, 2, WHY_STEP, "2 of 2 | Rest here | A number chooses; or Down, and then Enter."},
        {ACTION_FORWARD, 0, WHY_HINT, "A number chooses; or Down, and then Enter."},
        {ACTION_REPEAT, 0, WHY_REPEAT, "2 choices | 1 of 2 | Back to the bank | 2 of 2 | Rest here | A number chooses; or Down, "
         "and then Enter."},
    };
    bench_start(&b, true);
    bench_stand(&b, "f");
    run(&b, turns, COUNT(turns));
    bench_finish(&b);
}

/* Thousands, ranges and per cent as engines read them; a year is no range. */
static void test_figures(void **state)
{
    (void)state;
    static const struct {
        const char *shown, *said;
    } rows[] = {
        {"80\u00a0000 people", "80000 people"},
        {"1\u202f200\u202f000", "1200000"},
        {"in 1994\u20131998, 12", "in 1994 to 1998, 12"},
        {"8\ub9cc~12\ub9cc", "8\ub9cc to 12\ub9cc"},
        {"44 % and 44%", "44 percent and 44 percent"},
        {"in 1998 500 came", ""},
        {"80\u00a000", ""},
        {"a\u20131 \u2013 2", ""},
        {"% of all", ""},
    };
    struct bench b;
    bench_start(&b, true);
    struct narrator *n = narrator_create(b.player);
    (void)bench_act(&b, ACTION_SPEECH, 0);
    for (size_t i = 0; i < COUNT(rows); i++) {
        player_say(b.player, str_from(rows[i].shown));
        struct narration said = narrator_tell(n, ACTION_NONE);
        int at = i == 0 ? 1 : 0; /* behind "Speech on" */
        assert_true(said.count > at);
        if (!str_is(said.parts[at].text, rows[i].shown) || !str_is(said.parts[at].respelling, rows[i].said)) {
            fail_msg("%s is said %.*s", rows[i].shown, STR_ARG(said.parts[at].respelling));
        }
    }
    narrator_destroy(n);
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_silent_until_asked),
        cmocka_unit_test(test_a_telling),
        cmocka_unit_test(test_panels),
        cmocka_unit_test(test_settings),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_recording),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_skip),
        cmocka_unit_test(test_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
