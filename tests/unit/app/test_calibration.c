#include "app/calibration.h"

#include "base/compiler.h"
#include "support.h"

/* What a panel feels at the crosses, for a panel of which the matrix is known (libinput's own manual has the turns). */
static void test_solved(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        struct target felt[CALIBRATION_POINTS];
        const char *rule; /* NULL: none */
    } rows[] = {
        {"true", {{0.1, 0.1}, {0.9, 0.1}, {0.5, 0.9}}, "1 0 0 0 1 0"},
        {"half a turn", {{0.9, 0.9}, {0.1, 0.9}, {0.5, 0.1}}, "-1 0 1 0 -1 1"},
        {"a quarter clockwise", {{0.1, 0.9}, {0.1, 0.1}, {0.9, 0.5}}, "0 -1 1 1 0 0"},
        {"a quarter the other way", {{0.9, 0.1}, {0.9, 0.9}, {0.1, 0.5}}, "0 1 0 -1 0 1"},
        {"mirrored", {{0.9, 0.1}, {0.1, 0.1}, {0.5, 0.9}}, "-1 0 1 0 1 0"},
        {"moved", {{0.15, 0.08}, {0.95, 0.08}, {0.55, 0.88}}, "1 0 -0.05 0 1 0.02"},
        {"twice too large", {{0.3, 0.3}, {0.7, 0.3}, {0.5, 0.7}}, "2 0 -0.5 0 2 -0.5"},
        {"askew", {{0.11, 0.1}, {0.91, 0.1}, {0.59, 0.9}}, "1 -0.1 0 0 1 0"},
        {"in a line", {{0.1, 0.1}, {0.5, 0.5}, {0.9, 0.9}}, NULL},
        {"in one place", {{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}}, NULL},
        {"nearly in one place", {{0.5, 0.5}, {0.6, 0.5}, {0.5, 0.6}}, NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct calibration c;
        struct strbuf rule = {0};
        struct strbuf wanted = {0};
        if (calibration_solve(rows[i].felt, &c) != (rows[i].rule != NULL)) {
            fail_msg("%s: %s", rows[i].name, rows[i].rule ? "no answer" : "an answer");
        }
        if (rows[i].rule) {
            calibration_rule(&c, STR("Panel"), &rule);
            strbuf_printf(&wanted, "ATTRS{name}==\"Panel\", ENV{LIBINPUT_CALIBRATION_MATRIX}=\"%s\"\n", rows[i].rule);
            expect_text(rows[i].name, "the rule", strbuf_str(&rule), wanted.s);
        }
        strbuf_finish(&rule);
        strbuf_finish(&wanted);
    }
}

static void test_without_a_name(void **state)
{
    (void)state;
    const struct calibration c = {{1, 0, 0, 0, 1, 0}};
    struct strbuf rule = {0};
    calibration_rule(&c, (struct str){0}, &rule);
    expect_text("no name", "the rule", strbuf_str(&rule),
                "ATTRS{name}==\"NAME OF THE PANEL\", ENV{LIBINPUT_CALIBRATION_MATRIX}=\"1 0 0 0 1 0\"\n");
    strbuf_finish(&rule);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_solved),
        cmocka_unit_test(test_without_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
