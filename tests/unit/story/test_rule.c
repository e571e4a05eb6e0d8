#include "story/rule.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "story/json.h"

/* What the rows of fixtures/rules.json read; their results were made by json-logic-js 2.0.5. */
struct data {
    struct arena arena;
    struct str names[16];
    struct value variables[16];
    int variable_count;
    struct str scenes[16];
    uint32_t visited[16];
    int scene_count;
    uint32_t steps;
    bool gentle;
};

static struct value value_at(const struct json_doc *doc, uint32_t node)
{
    switch (json_kind(doc, node)) {
    case JSON_BOOL:
        return (struct value){.kind = VALUE_BOOL, .truth = json_bool(doc, node)};
    case JSON_NUMBER:
        return (struct value){.kind = VALUE_NUMBER, .number = json_number(doc, node)};
    case JSON_STRING:
        return (struct value){.kind = VALUE_STRING, .string = json_string(doc, node)};
    default:
        return (struct value){0};
    }
}

static void read_data(struct data *d, const struct json_doc *doc, uint32_t node)
{
    for (uint32_t n = json_first(doc, node); n != JSON_NONE; n = json_next(doc, n)) {
        struct str name = json_name(doc, n);
        if (str_is(name, "level")) {
            d->gentle = str_is(json_string(doc, n), "gentle");
        } else if (str_is(name, "steps")) {
            d->steps = (uint32_t)json_number(doc, n);
        } else if (str_is(name, "visited")) {
            for (uint32_t v = json_first(doc, n); v != JSON_NONE; v = json_next(doc, v)) {
                d->scenes[d->scene_count] = json_name(doc, v);
                d->visited[d->scene_count++] = (uint32_t)json_number(doc, v);
            }
        } else {
            d->names[d->variable_count] = name;
            d->variables[d->variable_count++] = value_at(doc, n);
        }
    }
}

static int index_of(struct str name, const struct str *names, int count)
{
    for (int i = 0; i < count; i++) {
        if (str_eq(names[i], name)) {
            return i;
        }
    }
    fail_msg("no variable \"%.*s\"", STR_ARG(name));
    return -1;
}

static void resolve(const struct data *d, struct str name, struct rule *r)
{
    if (str_is(name, "steps")) {
        r->op = RULE_STEPS;
    } else if (str_is(name, "level")) {
        r->op = RULE_LEVEL;
    } else if (str_starts(name, STR("visited."))) {
        r->op = RULE_VISITED;
        r->index = index_of(str_after(name, 8), d->scenes, d->scene_count);
    } else {
        r->op = RULE_VARIABLE;
        r->index = index_of(name, d->names, d->variable_count);
    }
}

static struct rule build(struct data *d, const struct json_doc *doc, uint32_t node)
{
    if (json_kind(doc, node) != JSON_OBJECT) {
        return (struct rule){.op = RULE_LITERAL, .literal = value_at(doc, node)};
    }
    uint32_t operand = json_first(doc, node);
    int op = rule_op_by_name(json_name(doc, operand));
    assert_true(op >= 0);
    struct rule r = {.op = (enum rule_op)op};
    bool is_list = json_kind(doc, operand) == JSON_ARRAY;
    int count = is_list ? (int)json_count(doc, operand) : 1;
    uint32_t n = is_list ? json_first(doc, operand) : operand;
    struct rule_arity arity = rule_op_arity(r.op);
    assert_true(count >= arity.least && (arity.most < 0 || count <= arity.most));
    if (op == RULE_VARIABLE) {
        resolve(d, json_string(doc, n), &r);
        n = json_next(doc, n);
        count--;
    }
    struct rule *args = arena_new(&d->arena, struct rule, (size_t)count);
    for (int i = 0; i < count; i++) {
        args[i] = build(d, doc, n);
        n = i + 1 < count ? json_next(doc, n) : n;
    }
    r.args = args;
    r.arg_count = count;
    return r;
}

/* JSON has no NaN, infinities or -0: they stand as {"number": "NaN"}. */
static bool is_expected(struct value v, const struct json_doc *doc, uint32_t expect)
{
    if (json_kind(doc, expect) != JSON_OBJECT) {
        struct value w = value_at(doc, expect);
        bool both_zero = v.kind == VALUE_NUMBER && w.kind == VALUE_NUMBER && v.number == 0;
        return value_same(v, w) && !(both_zero && signbit(v.number));
    }
    if (v.kind != VALUE_NUMBER) {
        return false;
    }
    struct str name = json_string(doc, json_member(doc, expect, STR("number")));
    if (str_is(name, "NaN")) {
        return isnan(v.number);
    }
    if (str_is(name, "-0")) {
        return v.number == 0 && signbit(v.number);
    }
    return isinf(v.number) && signbit(v.number) == str_is(name, "-Infinity");
}

static void agrees_with_json_logic_js(void **state)
{
    (void)state;
    struct data d = {0};
    struct str text = {0};
    struct diag_list diags = {0};
    const char *tests = getenv("LANTERN_TESTS");
    assert_non_null(tests);
    struct str path = arena_printf(&d.arena, "%s/fixtures/rules.json", tests);
    assert_true(file_read(path.s, 1 << 20, &d.arena, &text, NULL));
    struct json_doc *doc = json_parse(text, STR("rules.json"), &diags);
    assert_non_null(doc);
    read_data(&d, doc, json_member(doc, 0, STR("data")));
    struct rule_env env = {d.variables, d.visited, d.steps, d.gentle};
    int row = 0;
    int wrong = 0;
    uint32_t rows = json_member(doc, 0, STR("rows"));
    for (uint32_t n = json_first(doc, rows); n != JSON_NONE; n = json_next(doc, n), row++) {
        struct rule r = build(&d, doc, json_member(doc, n, STR("rule")));
        struct value v = rule_eval(&r, &env, &d.arena);
        if (!is_expected(v, doc, json_member(doc, n, STR("expect")))) {
            print_error("row %d: got \"%.*s\" of kind %d\n", row,
                        STR_ARG(value_to_string(v, &d.arena)), (int)v.kind);
            wrong++;
        }
    }
    assert_true(row > 500);
    assert_int_equal(wrong, 0);
    json_destroy(doc);
    diag_list_finish(&diags);
    arena_finish(&d.arena);
}

static void operators_have_names_and_arities(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int op, least, most;
    } rows[] = {
        {"var", RULE_VARIABLE, 1, 2}, {"===", RULE_SEQ, 2, 2}, {"!", RULE_NOT, 1, 1},
        {"if", RULE_IF, 1, -1},       {"<=", RULE_LE, 2, 3},   {">", RULE_GT, 2, 2},
        {"-", RULE_SUB, 1, 2},        {"%", RULE_MOD, 2, 2},   {"cat", RULE_CAT, 1, -1},
    };
    static const char *const unknown[] = {"", "log", "?:", "merge", "Var", "map", "missing", "=<"};
    for (size_t i = 0; i < COUNT(rows); i++) {
        int op = rule_op_by_name(str_from(rows[i].name));
        assert_int_equal(op, rows[i].op);
        assert_true(str_is(rule_op_name((enum rule_op)op), rows[i].name));
        assert_int_equal(rule_op_arity((enum rule_op)op).least, rows[i].least);
        assert_int_equal(rule_op_arity((enum rule_op)op).most, rows[i].most);
    }
    for (size_t i = 0; i < COUNT(unknown); i++) {
        assert_int_equal(rule_op_by_name(str_from(unknown[i])), -1);
    }
    assert_true(str_is(rule_op_name(RULE_VISITED), "var"));
}

static void a_default_stands_for_a_value_that_is_not_there(void **state)
{
    (void)state;
    struct arena a = {0};
    struct value nothing = {0};
    struct value zero = {.kind = VALUE_NUMBER};
    struct rule otherwise = {.op = RULE_LITERAL, .literal = {.kind = VALUE_NUMBER, .number = 5}};
    struct rule bare = {.op = RULE_VARIABLE};
    struct rule with = {.op = RULE_VARIABLE, .args = &otherwise, .arg_count = 1};
    struct rule_env env = {.variables = &nothing};
    assert_int_equal(rule_eval(&bare, &env, &a).kind, VALUE_NULL);
    assert_true(rule_eval(&with, &env, &a).number == 5);
    env.variables = &zero;
    assert_true(rule_eval(&with, &env, &a).number == 0);
    arena_finish(&a);
}

static void a_cat_cannot_take_all_memory(void **state)
{
    (void)state;
    enum { LEVELS = 40 };
    struct arena a = {0};
    struct rule levels[LEVELS][2];
    struct rule word = {.op = RULE_LITERAL,
                        .literal = {.kind = VALUE_STRING, .string = STR("four")}};
    levels[0][0] = levels[0][1] = word;
    for (int i = 1; i < LEVELS; i++) {
        struct rule cat = {.op = RULE_CAT, .args = levels[i - 1], .arg_count = 2};
        levels[i][0] = cat;
        levels[i][1] = word; /* so that the work stays linear */
    }
    struct rule_env env = {0};
    struct value v = rule_eval(&levels[LEVELS - 1][0], &env, &a);
    assert_int_equal(v.string.n, 4 * LEVELS);

    struct arena big = {0};
    char *text = arena_new(&big, char, (size_t)9 << 20);
    memset(text, 'x', (size_t)9 << 20);
    struct rule large = {.op = RULE_LITERAL,
                         .literal = {.kind = VALUE_STRING, .string = {text, (size_t)9 << 20}}};
    struct rule two[] = {large, large};
    struct rule cat = {.op = RULE_CAT, .args = two, .arg_count = 2};
    assert_int_equal(rule_eval(&cat, &env, &big).kind, VALUE_NULL);
    cat.arg_count = 1;
    assert_int_equal(rule_eval(&cat, &env, &big).string.n, 9 << 20);
    arena_finish(&big);
    arena_finish(&a);
}

static void keeps_only_what_a_story_can_hold(void **state)
{
    (void)state;
    assert_false(value_can_be_kept((struct value){0}));
    assert_true(value_can_be_kept((struct value){.kind = VALUE_BOOL}));
    assert_true(value_can_be_kept((struct value){.kind = VALUE_NUMBER, .number = -1e308}));
    assert_false(value_can_be_kept((struct value){.kind = VALUE_NUMBER, .number = (double)NAN}));
    assert_false(
        value_can_be_kept((struct value){.kind = VALUE_NUMBER, .number = (double)INFINITY}));
    assert_true(value_can_be_kept((struct value){.kind = VALUE_STRING, .string = {"", 65536}}));
    assert_false(value_can_be_kept((struct value){.kind = VALUE_STRING, .string = {"", 65537}}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_json_logic_js),
        cmocka_unit_test(operators_have_names_and_arities),
        cmocka_unit_test(a_default_stands_for_a_value_that_is_not_there),
        cmocka_unit_test(a_cat_cannot_take_all_memory),
        cmocka_unit_test(keeps_only_what_a_story_can_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
