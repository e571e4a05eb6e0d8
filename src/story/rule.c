#include "story/rule.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/compiler.h"
#include "base/limits.h"

static const struct {
    struct str name;
    struct rule_arity arity;
} operators[] = {
    [RULE_LITERAL] = {{NULL, 0}, {0, 0}},       [RULE_VARIABLE] = {STR_INIT("var"), {1, 2}},
    [RULE_VISITED] = {STR_INIT("var"), {1, 2}}, [RULE_STEPS] = {STR_INIT("var"), {1, 2}},
    [RULE_LEVEL] = {STR_INIT("var"), {1, 2}},   [RULE_EQ] = {STR_INIT("=="), {2, 2}},
    [RULE_SEQ] = {STR_INIT("==="), {2, 2}},     [RULE_NE] = {STR_INIT("!="), {2, 2}},
    [RULE_SNE] = {STR_INIT("!=="), {2, 2}},     [RULE_NOT] = {STR_INIT("!"), {1, 1}},
    [RULE_TRUTHY] = {STR_INIT("!!"), {1, 1}},   [RULE_AND] = {STR_INIT("and"), {1, -1}},
    [RULE_OR] = {STR_INIT("or"), {1, -1}},      [RULE_IF] = {STR_INIT("if"), {1, -1}},
    [RULE_LT] = {STR_INIT("<"), {2, 3}},        [RULE_LE] = {STR_INIT("<="), {2, 3}},
    [RULE_GT] = {STR_INIT(">"), {2, 2}},        [RULE_GE] = {STR_INIT(">="), {2, 2}},
    [RULE_MAX] = {STR_INIT("max"), {1, -1}},    [RULE_MIN] = {STR_INIT("min"), {1, -1}},
    [RULE_ADD] = {STR_INIT("+"), {1, -1}},      [RULE_SUB] = {STR_INIT("-"), {1, 2}},
    [RULE_MUL] = {STR_INIT("*"), {1, -1}},      [RULE_DIV] = {STR_INIT("/"), {2, 2}},
    [RULE_MOD] = {STR_INIT("%"), {2, 2}},       [RULE_IN] = {STR_INIT("in"), {2, 2}},
    [RULE_CAT] = {STR_INIT("cat"), {1, -1}},
};
static_assert(COUNT(operators) == RULE_OP_COUNT, "operators");

int rule_op_by_name(struct str name)
{
    for (int op = RULE_VARIABLE; op < RULE_OP_COUNT; op++) {
        if (str_eq(operators[op].name, name)) {
            return op;
        }
    }
    return -1;
}

struct str rule_op_name(enum rule_op op)
{
    assert((int)op >= 0 && op < RULE_OP_COUNT);
    return operators[op].name;
}

struct rule_arity rule_op_arity(enum rule_op op)
{
    assert((int)op >= 0 && op < RULE_OP_COUNT);
    return operators[op].arity;
}

struct evaluation {
    const struct rule_env *env;
    struct arena *arena;
    size_t cat_left_bytes;
};

static struct value eval(struct evaluation *e, const struct rule *r);

static struct value of_bool(bool truth)
{
    return (struct value){.kind = VALUE_BOOL, .truth = truth};
}

static struct value of_number(double number)
{
    return (struct value){.kind = VALUE_NUMBER, .number = number};
}

static struct value of_string(struct str string)
{
    return (struct value){.kind = VALUE_STRING, .string = string};
}

static struct value arg(struct evaluation *e, const struct rule *r, int n)
{
    assert(n < r->arg_count);
    return eval(e, &r->args[n]);
}

static double arg_number(struct evaluation *e, const struct rule *r, int n)
{
    return value_to_number(arg(e, r, n));
}

static struct value eval_variable(struct evaluation *e, const struct rule *r)
{
    struct value v = e->env->variables[r->index];
    return v.kind == VALUE_NULL && r->arg_count > 0 ? arg(e, r, 0) : v;
}

/* The first value that is as `decides` says, or the last one. */
static struct value eval_until(struct evaluation *e, const struct rule *r, bool decides)
{
    struct value v = {0};
    for (int i = 0; i < r->arg_count; i++) {
        v = arg(e, r, i);
        if (value_is_true(v) == decides) {
            return v;
        }
    }
    return v;
}

static struct value eval_if(struct evaluation *e, const struct rule *r)
{
    int i = 0;
    for (; i + 1 < r->arg_count; i += 2) {
        if (value_is_true(arg(e, r, i))) {
            return arg(e, r, i + 1);
        }
    }
    return i < r->arg_count ? arg(e, r, i) : (struct value){0};
}

/* ECMAScript compares UTF-16 units, so U+10000 and up, as surrogates, come before U+E000 to U+FFFF.
 */
static int utf16_rank(char lead)
{
    unsigned char byte = (unsigned char)lead;
    return byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte;
}

static int string_order(struct str a, struct str b)
{
    size_t least = a.n < b.n ? a.n : b.n;
    for (size_t i = 0; i < least; i++) {
        if (a.s[i] != b.s[i]) {
            return utf16_rank(a.s[i]) - utf16_rank(b.s[i]);
        }
    }
    return (a.n > b.n) - (a.n < b.n);
}

/* ECMA-262, IsLessThan; with `or_equal` the other way round, so that NaN is false in both. */
static bool is_less(struct value a, struct value b, bool or_equal)
{
    if (a.kind == VALUE_STRING && b.kind == VALUE_STRING) {
        int order = string_order(a.string, b.string);
        return or_equal ? order <= 0 : order < 0;
    }
    double x = value_to_number(a);
    double y = value_to_number(b);
    return or_equal ? x <= y : x < y;
}

/* a < b, or the between form a < b < c. */
static struct value ascends(struct evaluation *e, const struct rule *r, bool or_equal)
{
    struct value middle = arg(e, r, 1);
    bool holds = is_less(arg(e, r, 0), middle, or_equal);
    if (holds && r->arg_count > 2) {
        holds = is_less(middle, arg(e, r, 2), or_equal);
    }
    return of_bool(holds);
}

/* Math.max, or of the negatives Math.min: NaN wins, and 0 is more than -0. */
static double larger(double a, double b)
{
    if (isnan(a) || isnan(b)) {
        return NAN;
    }
    if (a == b) {
        return signbit(a) ? b : a;
    }
    return a > b ? a : b;
}

static struct value eval_extreme(struct evaluation *e, const struct rule *r, double sign)
{
    double most = -(double)INFINITY;
    for (int i = 0; i < r->arg_count; i++) {
        most = larger(most, sign * arg_number(e, r, i));
    }
    return of_number(sign * most);
}

static struct value eval_sum(struct evaluation *e, const struct rule *r)
{
    double sum = 0;
    for (int i = 0; i < r->arg_count; i++) {
        sum += value_parse_float(arg(e, r, i), e->arena);
    }
    return of_number(sum);
}

/* A reduction without a first value: one argument comes back unread. */
static struct value eval_product(struct evaluation *e, const struct rule *r)
{
    struct value product = arg(e, r, 0);
    for (int i = 1; i < r->arg_count; i++) {
        double left = value_parse_float(product, e->arena);
        product = of_number(left * value_parse_float(arg(e, r, i), e->arena));
    }
    return product;
}

static struct value eval_difference(struct evaluation *e, const struct rule *r)
{
    double first = arg_number(e, r, 0);
    return of_number(r->arg_count > 1 ? first - arg_number(e, r, 1) : -first);
}

static struct value eval_in(struct evaluation *e, const struct rule *r)
{
    struct value where = arg(e, r, 1);
    if (where.kind != VALUE_STRING || where.string.n == 0) {
        return of_bool(false);
    }
    struct str what = value_to_string(arg(e, r, 0), e->arena);
    return of_bool(what.n == 0 || memmem(where.string.s, where.string.n, what.s, what.n));
}

static struct value join(struct evaluation *e, const struct str *parts, int count, size_t length)
{
    char *text = arena_new(e->arena, char, length + 1);
    size_t at = 0;
    for (int i = 0; i < count; i++) {
        if (parts[i].n > 0) {
            memcpy(text + at, parts[i].s, parts[i].n);
            at += parts[i].n;
        }
    }
    return of_string((struct str){text, length});
}

static struct value eval_cat(struct evaluation *e, const struct rule *r)
{
    struct str *parts = arena_new(e->arena, struct str, (size_t)r->arg_count);
    size_t length = 0;
    bool fits = true;
    for (int i = 0; i < r->arg_count; i++) {
        struct value v = arg(e, r, i);
        if (v.kind != VALUE_NULL) { /* Array.prototype.join writes null as nothing */
            parts[i] = value_to_string(v, e->arena);
        }
        fits = fits && parts[i].n <= e->cat_left_bytes && length <= e->cat_left_bytes - parts[i].n;
        length = fits ? length + parts[i].n : length;
    }
    if (!fits) {
        return (struct value){0};
    }
    e->cat_left_bytes -= length;
    return join(e, parts, r->arg_count, length);
}

static struct value eval(struct evaluation *e, const struct rule *r)
{
    switch (r->op) {
    case RULE_LITERAL:
        return r->literal;
    case RULE_VARIABLE:
        return eval_variable(e, r);
    case RULE_VISITED:
        return of_number(e->env->visited[r->index]);
    case RULE_STEPS:
        return of_number(e->env->steps);
    case RULE_LEVEL:
        return of_string(e->env->gentle ? STR("gentle") : STR("full"));
    case RULE_EQ:
        return of_bool(value_equal(arg(e, r, 0), arg(e, r, 1)));
    case RULE_SEQ:
        return of_bool(value_same(arg(e, r, 0), arg(e, r, 1)));
    case RULE_NE:
        return of_bool(!value_equal(arg(e, r, 0), arg(e, r, 1)));
    case RULE_SNE:
        return of_bool(!value_same(arg(e, r, 0), arg(e, r, 1)));
    case RULE_NOT:
        return of_bool(!value_is_true(arg(e, r, 0)));
    case RULE_TRUTHY:
        return of_bool(value_is_true(arg(e, r, 0)));
    case RULE_AND:
        return eval_until(e, r, false);
    case RULE_OR:
        return eval_until(e, r, true);
    case RULE_IF:
        return eval_if(e, r);
    case RULE_LT:
        return ascends(e, r, false);
    case RULE_LE:
        return ascends(e, r, true);
    case RULE_GT:
        return of_bool(is_less(arg(e, r, 1), arg(e, r, 0), false));
    case RULE_GE:
        return of_bool(is_less(arg(e, r, 1), arg(e, r, 0), true));
    case RULE_MAX:
        return eval_extreme(e, r, 1);
    case RULE_MIN:
        return eval_extreme(e, r, -1);
    case RULE_ADD:
        return eval_sum(e, r);
    case RULE_SUB:
        return eval_difference(e, r);
    case RULE_MUL:
        return eval_product(e, r);
    case RULE_DIV:
        return of_number(arg_number(e, r, 0) / arg_number(e, r, 1));
    case RULE_MOD:
        return of_number(fmod(arg_number(e, r, 0), arg_number(e, r, 1)));
    case RULE_IN:
        return eval_in(e, r);
    case RULE_CAT:
        return eval_cat(e, r);
    case RULE_OP_COUNT:
        break;
    }
    assert(!"a rule has an operator");
    return (struct value){0};
}

struct value rule_eval(const struct rule *r, const struct rule_env *env, struct arena *a)
{
    struct evaluation e = {env, a, CAT_BYTES};
    return eval(&e, r);
}
