#include "stage/keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <SDL.h>

static enum deed find(const struct keymap *k, const char *key, unsigned modifiers)
{
    return keymap_find(k, SDL_GetScancodeFromName(key), SDL_GetKeyFromName(key), modifiers, false);
}

static void expect_list(const struct keymap *k, enum deed deed, const char *text)
{
    struct strbuf list = {0};
    keymap_list(k, deed, &list);
    assert_string_equal(list.n ? list.s : "", text);
    strbuf_finish(&list);
}

static const struct {
    const char *keys, *fault, *list;
} rows[] = {
    {"F13", "", "F13"},
    {"Space, Right, F13", "", "Space, Right, F13"},
    {" f24 ,ctrl+shift+q", "", "F24, Ctrl+Shift+Q"},
    {"#104", "", "F13"},
    {"#511", "", "#511"},
    {"AudioPlay, Comma", "", "AudioPlay, Comma"},
    {"", "", ""},
    {"Rigth", "no key is called \"Rigth\"; did you mean \"Right\"?", "G"},
    {"Rigth, F13", "no key is called \"Rigth\"; did you mean \"Right\"?", "F13"},
    {"Qwertz", "no key is called \"Qwertz\"; \"lantern keys\" shows what each is called", "G"},
    {"F13,,F14", "a key is missing beside a comma; the key \",\" itself is called Comma", "F13, F14"},
    {"#512", "no key has the number \"#512\"; they go from #1 to #511", "G"},
    {"#0", "no key has the number \"#0\"; they go from #1 to #511", "G"},
    {"F20", "\"F20\" does \"map\" already; give it to one of the two", "G"},
};

static void test_bind(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        static struct keymap k;
        struct strbuf fault = {0};
        k = (struct keymap){0};
        assert_true(keymap_bind(&k, DEED_MAP, STR("F20"), &fault));
        bool right = keymap_bind(&k, DEED_GLOSSARY, str_from(rows[i].keys), &fault);
        assert_string_equal(fault.n ? fault.s : "", rows[i].fault);
        assert_int_equal(right, rows[i].fault[0] == 0);
        expect_list(&k, DEED_GLOSSARY, rows[i].list);
        strbuf_finish(&fault);
    }
}

/* Own keys stand in place of the program's, and take them from whatever they did. */
static void test_find(void **state)
{
    (void)state;
    static struct keymap k;
    struct strbuf fault = {0};
    assert_int_equal(find(&k, "G", 0), DEED_GLOSSARY);
    assert_true(keymap_bind(&k, DEED_GLOSSARY, STR("F13, S, Ctrl+G"), &fault));
    assert_int_equal(find(&k, "G", 0), DEED_NONE);
    assert_int_equal(find(&k, "F13", 0), DEED_GLOSSARY);
    assert_int_equal(find(&k, "F13", KMOD_RSHIFT), DEED_GLOSSARY);
    assert_int_equal(find(&k, "F13", KMOD_LCTRL), DEED_NONE);
    assert_int_equal(find(&k, "G", KMOD_LCTRL), DEED_GLOSSARY);
    assert_int_equal(find(&k, "S", 0), DEED_GLOSSARY);
    assert_int_equal(find(&k, "S", KMOD_LCTRL | KMOD_LALT), DEED_SPEECH);
    assert_int_equal(find(&k, "Space", 0), DEED_FORWARD);
    /* By place: another layout's keycode changes nothing. */
    assert_int_equal(keymap_find(&k, SDL_SCANCODE_S, SDLK_o, 0, false), DEED_GLOSSARY);
    assert_true(keymap_bind(&k, DEED_SKIP, STR(""), &fault));
    assert_int_equal(find(&k, "K", 0), DEED_NONE);
    strbuf_finish(&fault);
}

/* What is listed can be written into the file and says the same again. */
static void test_round_trip(void **state)
{
    (void)state;
    static const struct keymap none;
    for (int i = DEED_NONE + 1; i < DEED_COUNT; i++) {
        static struct keymap k;
        struct strbuf list = {0};
        struct strbuf fault = {0};
        k = (struct keymap){0};
        keymap_list(&none, (enum deed)i, &list);
        if (!keymap_bind(&k, (enum deed)i, strbuf_str(&list), &fault)) {
            fail_msg("%s = %s: %s", deed_name((enum deed)i), list.s, fault.s);
        }
        expect_list(&k, (enum deed)i, list.n ? list.s : "");
        strbuf_finish(&list);
        strbuf_finish(&fault);
    }
}

/* Lint: whatever can be done has a key of the program's own, or is told to be a matter of buttons. */
static void test_every_deed_has_a_key(void **state)
{
    (void)state;
    static const struct keymap none;
    for (int i = DEED_NONE + 1; i < DEED_COUNT; i++) {
        struct strbuf list = {0};
        keymap_list(&none, (enum deed)i, &list);
        if (list.n == 0 && i != DEED_ABOUT) {
            fail_msg("no key does \"%s\"", deed_name((enum deed)i));
        }
        assert_int_equal(deed_find(str_from(deed_name((enum deed)i))), i);
        strbuf_finish(&list);
    }
    assert_int_equal(deed_find(STR("")), DEED_NONE);
    assert_int_equal(deed_find(STR("fly")), DEED_NONE);
}

/* Lint: every action has a way to it. Those that are no deed's own come from buttons, which the focus and a finger
 * reach (tests/integration/star-06-keyboard.py), or from the way something was done. */
static void test_every_action_has_a_way(void **state)
{
    (void)state;
    static const enum action of_buttons[] = {
        ACTION_BEGIN,    ACTION_CONTINUE, ACTION_JUMP,    ACTION_LEVEL,      ACTION_LANGUAGE,
        ACTION_PREFER,   ACTION_SPACING,  ACTION_PRESS,   ACTION_MAP_CLOSER, ACTION_DELETE_PLACE,
        ACTION_ACTIVATE, ACTION_FORWARD,  ACTION_FOCUS,   ACTION_HUSH,       ACTION_SECOND_LANGUAGE,
        ACTION_ROAD,     ACTION_BEGIN_AT, ACTION_TERM,    ACTION_SPACE_EACH,  ACTION_KIOSK,
        ACTION_VIEWER,   ACTION_FIELD,    ACTION_TYPE,    ACTION_LETTER,      ACTION_ERASE,
        ACTION_NAME,     ACTION_FORGET_VIEWER, ACTION_FORGET_ALL, ACTION_SHARE, ACTION_UNSHARE,
    };
    bool has_way[ACTION_QUIT + 1] = {[ACTION_NONE] = true};
    for (size_t i = 0; i < COUNT(of_buttons); i++) {
        has_way[of_buttons[i]] = true;
    }
    for (int i = DEED_NONE + 1; i < DEED_COUNT; i++) {
        int value;
        has_way[deed_action((enum deed)i, &value)] = true;
    }
    for (int i = 0; i <= ACTION_QUIT; i++) {
        if (!has_way[i]) {
            fail_msg("nothing leads to action %d", i);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bind),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_every_deed_has_a_key),
        cmocka_unit_test(test_every_action_has_a_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
