#include "story/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct story *load(void)
{
    struct arena a = {0};
    struct diag_list diags = {0};
    struct error err = {0};
    const char *tests = getenv("LANTERN_TESTS");
    assert_non_null(tests);
    struct story *s = story_load(arena_printf(&a, "%s/fixtures/words", tests).s, &diags, &err);
    assert_non_null(s);
    diag_list_finish(&diags);
    arena_finish(&a);
    return s;
}

static void expect(const struct strbuf *json, const char *line, bool is_there)
{
    if (!strstr(json->s, line) == is_there) {
        fail_msg("%s is %s:\n%s", line, is_there ? "missing" : "there", json->s);
    }
}

static void test_all(void **state)
{
    (void)state;
    struct story *s = load();
    struct strbuf json = {0};
    int count = template_of_all(s, &json);
    assert_memory_equal(json.s, "{\n  \"title\": \"The river\",\n", 26);
    assert_memory_equal(json.s + json.n - 4, "\"\n}\n", 4);
    assert_int_equal(count, 14);
    expect(&json, "  \"bank/caption.2.gentle\": \"He greets her.\",\n", true);
    expect(&json, "  \"bank/caption.1\": \"A debt of {debt}. His [class](term:songbun).\",\n", true);
    expect(&json, "voice", false); /* a recording is no text */
    strbuf_finish(&json);
    story_destroy(s);
}

static void test_lacking(void **state)
{
    (void)state;
    struct story *s = load();
    struct strbuf json = {0};
    (void)template_of_lacking(s, STR("ko"), &json);
    expect(&json, "\"bank/title\"", false);       /* told */
    expect(&json, "\"chapter.one\": \"One\"", true);  /* not there */
    expect(&json, "\"shore/title\": \"The shore\"", true); /* empty */
    expect(&json, "\"bank/choice.1\": \"Cross\"", true);   /* no text */
    expect(&json, "\"bank/caption.3\": \"Ice.\"", true);   /* faulty marks */
    expect(&json, "\"title\": \"The river\"", true);       /* stale */
    strbuf_clear(&json);
    assert_int_equal(template_of_lacking(s, STR("fi"), &json), 14); /* no such file: all of them */
    strbuf_finish(&json);
    story_destroy(s);
}

static void test_originals(void **state)
{
    (void)state;
    struct story *s = load();
    struct strbuf json = {0};
    (void)template_of_originals(s, STR("ko"), false, &json);
    expect(&json, "\"title\": \"The river\"", false); /* stale stays stale */
    expect(&json, "\"title\": ", true);
    expect(&json, "\"bank/title\": \"The bank\"", true);
    expect(&json, "\"shore/title\"", false); /* nothing is told yet */
    expect(&json, "nothing-like-it", false);
    strbuf_clear(&json);
    (void)template_of_originals(s, STR("ko"), true, &json);
    expect(&json, "\"title\": \"The river\"", true);
    strbuf_clear(&json);
    assert_int_equal(template_of_originals(s, STR("fi"), false, &json), 0);
    assert_string_equal(json.s, "{}\n");
    strbuf_finish(&json);
    story_destroy(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all),
        cmocka_unit_test(test_lacking),
        cmocka_unit_test(test_originals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
