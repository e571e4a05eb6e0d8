#include "app/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "app/command.h"
#include "store/store.h"
#include "support.h"

#define LOST "The place cannot be kept: "

static struct home home;
static struct arena paths;
static struct str words_story; /* told in en, de, es, fr and ko */

static void forget_language(void)
{
    set_variable("LC_ALL", NULL);
    set_variable("LC_MESSAGES", NULL);
    set_variable("LANG", NULL);
}

static int enter(void **state)
{
    (void)state;
    home_make(&home);
    words_story = tests_path(&paths, "fixtures/words");
    set_variable("XDG_STATE_HOME", home.path);
    set_variable("LANTERN_LOG", NULL);
    forget_language();
    return 0;
}

static int leave(void **state)
{
    (void)state;
    static const char *const names[] = {"story.json", "lantern/lantern.db.damaged-1"};
    home_clear(&home, names, COUNT(names));
    arena_finish(&paths);
    return 0;
}

/* Opened, with what was said meanwhile. */
struct opened {
    struct session *session;
    int status;
    struct heard heard;
    struct arena arena;
};

static struct opened open_session(struct session_options o)
{
    struct opened opened = {.status = -1};
    hear_begin(&opened.heard);
    opened.session = session_create(&o, &opened.status);
    hear_end(&opened.heard, &opened.arena);
    return opened;
}

static void close_session(struct opened *o)
{
    session_destroy(o->session);
    arena_finish(&o->arena);
}

/* The story of the words, opened without a complaint. */
static struct opened open_words(void)
{
    struct opened o = open_session((struct session_options){.story = words_story, .level = -1});
    expect_text("words", "standard error", o.heard.err, "");
    assert_non_null(o.session);
    assert_int_equal(o.status, EXIT_DONE);
    return o;
}

/* --- languages --- */

static const struct {
    const char *asked, *kept, *all, *messages, *lang;
    const char *language;
    bool is_unknown;
} languages[] = {
    {NULL, NULL, NULL, NULL, NULL, "en", false},
    {"ko", NULL, NULL, NULL, NULL, "ko", false},
    {"ko-KR", NULL, NULL, NULL, NULL, "ko", false},
    {"ko_KR.UTF-8", NULL, NULL, NULL, NULL, "ko", false},
    {"KO", NULL, NULL, NULL, NULL, "ko", false},
    {NULL, "es", NULL, NULL, NULL, "es", false},
    {NULL, NULL, "es_MX.UTF-8", NULL, NULL, "es", false},
    {NULL, NULL, NULL, "fr", NULL, "fr", false},
    {NULL, NULL, NULL, NULL, "de_DE@euro", "de", false},
    {NULL, NULL, "es", "fr", "de", "es", false}, /* POSIX: LC_ALL stands over all */
    {NULL, NULL, "", "", "de", "de", false},
    {NULL, NULL, "C.UTF-8", "fr", "de", "en", false},
    {"ko", "es", "de", NULL, NULL, "ko", false},
    {NULL, "es", "de", NULL, NULL, "es", false},
    {NULL, "xx", "de", NULL, NULL, "de", false}, /* kept by a story that is told in it */
    {"xx", "es", "de", NULL, NULL, "en", true},
    {"not_a_tag", NULL, NULL, NULL, NULL, "en", true},
    {"../ko", NULL, NULL, NULL, NULL, "en", true},
    {NULL, NULL, "xx", NULL, NULL, "en", false},
};

static void keep_language(const char *language)
{
    struct arena a = {0};
    struct error err = {0};
    struct store *store = store_open(home_path(&home, &a, "lantern").s, clock_system(), &err);
    assert_non_null(store);
    assert_true(language ? store_put(store, store_setting(STR("language")), str_from(language), &err)
                         : store_forget(store, store_setting(STR("language")), &err));
    store_close(store);
    arena_finish(&a);
}

static void test_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(languages); i++) {
        char row[64];
        (void)snprintf(row, sizeof row, "row %zu", i);
        keep_language(languages[i].kept);
        set_variable("LC_ALL", languages[i].all);
        set_variable("LC_MESSAGES", languages[i].messages);
        set_variable("LANG", languages[i].lang);
        struct opened o = open_session((struct session_options){
            .story = words_story, .language = str_from(languages[i].asked), .level = -1});
        assert_non_null(o.session);
        expect_text(row, "the language", session_language(o.session), languages[i].language);
        expect_text(row, "the notice", session_notice(o.session),
                    languages[i].is_unknown ? "The story is not told in that language." : "");
        close_session(&o);
    }
    forget_language();
}

static void test_strict_language(void **state)
{
    (void)state;
    struct session_options options = {.story = words_story, .language = STR("xx"), .level = -1, .strict = true};
    struct opened o = open_session(options);
    assert_null(o.session);
    assert_int_equal(o.status, EXIT_USAGE);
    expect_text("xx", "standard error", o.heard.err,
                "lantern: this story is not told in \"xx\", but in: en, de, es, fr, ko\n");
    close_session(&o);
    options.language = STR("ko");
    o = open_session(options);
    assert_non_null(o.session);
    expect_text("ko", "the language", session_language(o.session), "ko");
    close_session(&o);
}

static void test_words(void **state)
{
    (void)state;
    static const char *const unknown[] = {"", "xx", "not_a_tag"};
    struct opened o = open_words();
    const struct words *words = NULL;
    const struct strings *strings = NULL;
    assert_true(session_words(o.session, STR("ko"), &words, &strings));
    expect_text("ko", "of the program", strings_language(strings), "ko");
    expect_text("ko", "of the story", words_language(words), "ko");
    const struct words *again = NULL;
    assert_true(session_words(o.session, STR("ko"), &again, &strings));
    assert_ptr_equal(words, again);
    assert_true(session_words(o.session, STR("de"), &words, &strings)); /* the program speaks no German */
    expect_text("de", "of the program", strings_language(strings), "en");
    expect_text("de", "of the story", words_language(words), "de");
    for (size_t i = 0; i < COUNT(unknown); i++) {
        assert_false(session_words(o.session, str_from(unknown[i]), &words, &strings));
    }
    int count = 0;
    assert_non_null(session_languages(o.session, &count));
    assert_int_equal(count, 5);
    close_session(&o);
}

/* --- settings --- */

static void test_settings_kept(void **state)
{
    (void)state;
    static const struct settings rows[] = {
        {.text_size = 100}, {.text_size = 300, .still = true}, {.text_size = 175, .full_screen = true},
        {.text_size = 100, .speech = true, .speech_chosen = true, .speech_rate = 450},
        {.text_size = 100, .speech_chosen = true, .speech_rate = 100},
        {.text_size = 100, .speech_rate = 200}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        struct opened o = open_words();
        enum level level = i % 2 ? LEVEL_GENTLE : LEVEL_FULL;
        assert_true(session_keep_settings(o.session, &rows[i], level, STR("ko"), &err));
        close_session(&o);
        o = open_words();
        struct settings got = session_settings(o.session);
        assert_int_equal(got.text_size, rows[i].text_size);
        assert_int_equal(got.still, rows[i].still);
        assert_int_equal(got.full_screen, rows[i].full_screen);
        assert_int_equal(got.speech, rows[i].speech);
        assert_int_equal(got.speech_rate, rows[i].speech_rate ? rows[i].speech_rate : VOICE_RATE_USUAL);
        assert_int_equal(session_level(o.session), level);
        expect_text("kept", "the language", session_language(o.session), "ko");
        close_session(&o);
    }
}

static const struct {
    const char *name, *value;
} nonsense[] = {
    {"text-size", ""},   {"text-size", "99"},         {"text-size", "301"},  {"text-size", "200%"},
    {"text-size", "-1"}, {"text-size", "1000000000"}, {"speech-rate", "99"}, {"speech-rate", "451"}, {"speech", "yes"}, {"still", "yes"},      {"full-screen", "ON"},
    {"level", "Gentle"}, {"language", "not_a_tag"},   {"language", "../ko"}, {"language", "\xff"},
};

/* What another program, or a hand, left there. */
static void test_settings_of_nonsense(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(nonsense); i++) {
        struct arena a = {0};
        struct error err = {0};
        struct store *store = store_open(home_path(&home, &a, "lantern").s, clock_system(), &err);
        assert_true(store_put(store, store_setting(str_from(nonsense[i].name)), str_from(nonsense[i].value), &err));
        store_close(store);
        struct opened o = open_words();
        struct settings got = session_settings(o.session);
        if (got.text_size != 100 || got.speech || got.speech_rate != VOICE_RATE_USUAL || got.still || got.full_screen || session_level(o.session) != LEVEL_FULL ||
            !str_is(session_language(o.session), "en")) {
            fail_msg("\"%s\" is \"%s\"", nonsense[i].name, nonsense[i].value);
        }
        close_session(&o);
        store = store_open(home_path(&home, &a, "lantern").s, clock_system(), &err);
        assert_true(store_forget(store, store_setting(str_from(nonsense[i].name)), &err));
        store_close(store);
        arena_finish(&a);
    }
}

static void test_level(void **state)
{
    (void)state;
    struct error err = {0};
    struct settings settings = {.text_size = 100};
    struct opened o = open_words();
    assert_true(session_keep_settings(o.session, &settings, LEVEL_GENTLE, STR("en"), &err));
    close_session(&o);
    o = open_session((struct session_options){.story = words_story, .level = LEVEL_FULL});
    assert_int_equal(session_level(o.session), LEVEL_FULL); /* what is asked for stands over what was kept */
    close_session(&o);
    o = open_words();
    assert_int_equal(session_level(o.session), LEVEL_GENTLE);
    close_session(&o);
}

/* --- the place --- */

static void expect_place(const struct session *s, const char *wanted)
{
    struct arena a = {0};
    expect_text("the session", "the place", session_bookmark(s, &a), wanted);
    arena_finish(&a);
}

static void test_place(void **state)
{
    (void)state;
    struct error err = {0};
    struct opened o = open_words();
    assert_true(session_keeps(o.session));
    expect_place(o.session, "");
    assert_true(session_keep_bookmark(o.session, STR("one"), &err));
    assert_true(session_keep_bookmark(o.session, STR("two"), &err));
    close_session(&o);
    o = open_words();
    expect_place(o.session, "two");
    close_session(&o);
    o = open_session((struct session_options){.level = -1}); /* the documentary */
    expect_place(o.session, "");
    close_session(&o);
    o = open_words();
    assert_true(session_forget_bookmark(o.session, &err));
    expect_place(o.session, "");
    assert_true(session_forget_bookmark(o.session, &err)); /* twice is no fault */
    close_session(&o);
    o = open_words();
    expect_place(o.session, "");
    close_session(&o);
}

static void test_forgets(void **state)
{
    (void)state;
    struct error err = {0};
    struct opened o = open_words();
    struct settings settings = {.text_size = 300};
    assert_true(session_keep_bookmark(o.session, STR("kept"), &err));
    assert_true(session_keep_settings(o.session, &settings, LEVEL_GENTLE, STR("ko"), &err));
    close_session(&o);
    o = open_session((struct session_options){.story = words_story, .level = -1, .forgets = true});
    assert_false(session_keeps(o.session));
    expect_text("--no-keep", "the notice", session_notice(o.session), "");
    expect_place(o.session, "");
    assert_int_equal(session_settings(o.session).text_size, 100);
    assert_int_equal(session_level(o.session), LEVEL_FULL);
    expect_text("--no-keep", "the language", session_language(o.session), "en");
    assert_true(session_keep_bookmark(o.session, STR("passing"), &err));
    expect_place(o.session, "passing");
    close_session(&o);
    o = open_words();
    expect_place(o.session, "kept");
    close_session(&o);
}

/* --- where nothing can be kept --- */

static void expect_lost(const char *row, const char *notice)
{
    struct error err = {0};
    struct opened o = open_words();
    expect_text(row, "the notice", session_notice(o.session), notice);
    assert_false(session_keeps(o.session));
    assert_true(session_keep_bookmark(o.session, STR("passing"), &err));
    expect_place(o.session, "passing");
    close_session(&o);
}

static void test_no_home(void **state)
{
    (void)state;
    const char *home_before = getenv("HOME");
    struct str kept = home_before ? arena_str(&paths, str_from(home_before)) : (struct str){0};
    static const char *const nowhere[] = {NULL, "", "relative"};
    for (size_t i = 0; i < COUNT(nowhere); i++) {
        set_variable("HOME", nowhere[i]);
        set_variable("XDG_STATE_HOME", nowhere[i]);
        expect_lost("no home", LOST "neither XDG_STATE_HOME nor HOME is set. The story goes on.");
    }
    set_variable("HOME", kept.s);
}

/* The disk may be mended while the program runs: what is to be kept waits, and the first of it says so. */
static void test_folder_is_a_file(void **state)
{
    (void)state;
    struct arena a = {0};
    home_write(&home, "story.json", "no folder");
    struct str file = home_path(&home, &a, "story.json");
    set_variable("XDG_STATE_HOME", file.s);
    struct opened o = open_words();
    struct error err = {0};
    expect_text("a file", "the notice", session_notice(o.session), "");
    assert_true(session_keeps(o.session));
    assert_true(store_trouble(session_store(o.session))->is_lost);
    assert_false(session_keep_bookmark(o.session, STR("held"), &err));
    expect_holds("a file", "the reason", str_from(err.text), "File exists");
    expect_place(o.session, "held");
    close_session(&o);
    arena_finish(&a);
}

static void test_damaged(void **state)
{
    (void)state;
    struct arena a = {0};
    struct error err = {0};
    assert_int_equal(mkdir(home_path(&home, &a, "lantern").s, 0700), 0);
    home_write(&home, "lantern/lantern.db", "this is a text that is long enough to be looked at: no database");
    struct opened o = open_session((struct session_options){.story = words_story, .language = STR("xx"), .level = -1});
    expect_text("damaged", "the notice", session_notice(o.session),
                "The story is not told in that language. "
                "The kept places could not be read and were set aside. A new store was begun.");
    assert_true(session_keeps(o.session));
    assert_true(session_keep_bookmark(o.session, STR("anew"), &err));
    close_session(&o);
    o = open_words();
    expect_text("the next time", "the notice", session_notice(o.session), "");
    expect_place(o.session, "anew");
    close_session(&o);
    arena_finish(&a);
}

/* A shared computer keeps that it is one, and nothing else, until it is one no more. */
static void test_shared(void **state)
{
    (void)state;
    struct error err = {0};
    struct opened o = open_words();
    assert_false(session_is_shared(o.session));
    assert_true(session_keep_bookmark(o.session, STR("mine"), &err));
    session_set_viewer(o.session, STR("Ana"));
    expect_place(o.session, "");
    assert_true(session_keep_bookmark(o.session, STR("hers"), &err));
    assert_true(session_set_shared(o.session, true, &err));
    assert_true(session_is_shared(o.session) && !session_keeps(o.session));
    assert_true(session_keep_bookmark(o.session, STR("passing"), &err));
    expect_place(o.session, "passing");
    close_session(&o);
    o = open_words();
    assert_true(session_is_shared(o.session) && !session_keeps(o.session));
    expect_place(o.session, "");
    assert_true(session_set_shared(o.session, false, &err));
    assert_true(session_keeps(o.session));
    assert_true(session_keep_bookmark(o.session, STR("again"), &err));
    close_session(&o);
    o = open_words();
    assert_false(session_is_shared(o.session));
    expect_place(o.session, "again");
    session_set_viewer(o.session, STR("Ana"));
    expect_place(o.session, "");
    close_session(&o);
}

/* --- stories --- */

static const struct {
    const char *text; /* of story.json; NULL: there is none */
    bool shows_faults;
    int status;
    bool opens, is_faulty;
    const char *said;
} stories[] = {
    {NULL, false, EXIT_USAGE, false, false, "lantern: "},
    {NULL, true, EXIT_USAGE, false, false, "lantern: "},
    {"{\"format\": 1,", false, EXIT_FAULTY, false, false,
     "lantern: this story cannot be shown; \"lantern check\" lists every fault\n"},
    {"{\"format\": 1,", true, EXIT_FAULTY, true, true,
     "lantern: this story cannot be shown; \"lantern check\" lists every fault\n"},
    {"", true, EXIT_FAULTY, true, true,
     "lantern: this story cannot be shown; \"lantern check\" lists every fault\n"},
    {"{\"format\": 1, \"id\": \"s\", \"title\": \"S\", \"language\": \"en\", \"start\": \"a\", "
     "\"chapters\": [{\"id\": \"c\", \"title\": \"C\"}], "
     "\"scenes\": [{\"id\": \"a\", \"chapter\": \"c\", \"title\": \"A\", \"captions\": [{\"text\": \"T\"}], "
     "\"ending\": {\"id\": \"e\", \"title\": \"E\"}}]}",
     true, EXIT_DONE, true, false, ""},
};

static void test_stories(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(stories); i++) {
        struct arena a = {0};
        char row[32];
        (void)snprintf(row, sizeof row, "row %zu", i);
        if (stories[i].text) {
            home_write(&home, "story.json", stories[i].text);
        }
        struct opened o = open_session((struct session_options){
            .story = home_path(&home, &a, "story.json"), .level = -1, .shows_faults = stories[i].shows_faults});
        assert_int_equal(o.status, stories[i].status);
        assert_int_equal(o.session != NULL, stories[i].opens);
        expect_text(row, "standard output", o.heard.out, "");
        expect_holds(row, "standard error", o.heard.err, stories[i].said);
        if (o.session) {
            assert_int_equal(session_is_faulty(o.session), stories[i].is_faulty);
            assert_int_equal(session_keeps(o.session), !stories[i].is_faulty); /* its faults are no place to keep */
        }
        close_session(&o);
        arena_finish(&a);
    }
}

static void test_nothing(void **state)
{
    (void)state;
    session_destroy(NULL);
}

#define AT_HOME(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(test_languages),        AT_HOME(test_strict_language),      AT_HOME(test_words),
        AT_HOME(test_settings_kept),    AT_HOME(test_settings_of_nonsense), AT_HOME(test_level),
        AT_HOME(test_place),            AT_HOME(test_forgets),              AT_HOME(test_no_home),
        AT_HOME(test_folder_is_a_file), AT_HOME(test_shared), AT_HOME(test_damaged),              AT_HOME(test_stories),
        AT_HOME(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
