/* JsonLogic, as far as the story format takes it; exact to json-logic-js 2.0.5. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "story/value.h"

enum rule_op {
    RULE_LITERAL,
    RULE_VARIABLE, /* `index`; one argument or none: the default */
    RULE_VISITED,  /* `index` is a scene */
    RULE_STEPS,
    RULE_LEVEL,
    RULE_EQ, RULE_SEQ, RULE_NE, RULE_SNE, RULE_NOT, RULE_TRUTHY, RULE_AND, RULE_OR, RULE_IF,
    RULE_LT, RULE_LE, RULE_GT, RULE_GE, RULE_MAX, RULE_MIN, RULE_ADD, RULE_SUB, RULE_MUL, RULE_DIV,
    RULE_MOD, RULE_IN, RULE_CAT,
    RULE_OP_COUNT,
};

/* Checked when it was built: names known, counts of arguments right. */
struct rule {
    enum rule_op op;
    struct value literal;
    int index;
    const struct rule *args;
    int arg_count;
};

/* The operator written `name` in JSON, or -1; and the numbers of arguments it takes. */
int rule_op_by_name(struct str name);
struct str rule_op_name(enum rule_op op);
struct rule_arity {
    int least, most; /* most -1: any */
};
struct rule_arity rule_op_arity(enum rule_op op);

/* What a rule may read. */
struct rule_env {
    const struct value *variables; /* by index of the story's variables */
    const uint32_t *visited;       /* times seen, by scene */
    uint32_t steps;
    bool gentle;
};

/* Strings made by `cat` come from `a`. Total: every rule has a value in every environment. */
struct value rule_eval(const struct rule *r, const struct rule_env *env, struct arena *a);
