#include "story/load.h"

/* One rule on its way into the model. */
struct reader {
    struct loader *ld;
    uint32_t root; /* messages speak of it */
    bool is_faulty;
};

static struct str reader_label(struct reader *r, const char *format, va_list args) PRINTF_LIKE(2, 0);

static struct str reader_label(struct reader *r, const char *format, va_list args)
{
    struct str text = arena_vprintf(&r->ld->scratch, format, args);
    struct str label = node_label(r->ld, r->root);
    return arena_printf(&r->ld->scratch, "%.*s %.*s", STR_ARG(label), STR_ARG(text));
}

static void report(struct reader *r, uint32_t node, enum diag_tag tag, struct str suggestion,
                   const char *format, ...) PRINTF_LIKE(5, 6);

static void report(struct reader *r, uint32_t node, enum diag_tag tag, struct str suggestion,
                   const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str message = reader_label(r, format, args);
    va_end(args);
    r->is_faulty = true;
    diag_node(r->ld->diags, r->ld->doc, node, tag, suggestion, "%.*s", STR_ARG(message));
}

static void literal_build(struct reader *r, uint32_t node, struct rule *out)
{
    out->op = RULE_LITERAL;
    switch (json_kind(r->ld->doc, node)) {
    case JSON_BOOL:
        out->literal = (struct value){.kind = VALUE_BOOL, .truth = json_bool(r->ld->doc, node)};
        break;
    case JSON_NUMBER:
        out->literal =
            (struct value){.kind = VALUE_NUMBER, .number = json_number(r->ld->doc, node)};
        break;
    case JSON_STRING:
        out->literal = (struct value){.kind = VALUE_STRING, .string = string_read(r->ld, node)};
        break;
    case JSON_NULL:
    case JSON_ARRAY:
    case JSON_OBJECT:
        out->literal = (struct value){.kind = VALUE_NULL};
        break;
    }
}

static void visited_build(struct reader *r, uint32_t node, struct str scene, struct rule *out)
{
    const struct names *names = &r->ld->names[REF_SCENE];
    out->op = RULE_VISITED;
    out->index = name_find(r->ld, REF_SCENE, scene);
    if (out->index < 0) {
        report(r, node, TAG_UNKNOWN_SCENE, name_nearest(r->ld, scene, names->items, names->count),
               "asks for visits to \"%.*s\", which no scene is called", STR_ARG(scene));
    }
}

/* The nearest of the variables and what is built in. */
static struct str nearest_readable(struct reader *r, struct str name)
{
    static const struct str built_in[] = {STR_INIT("visited."), STR_INIT("steps"),
                                          STR_INIT("level")};
    const struct names *names = &r->ld->names[REF_VARIABLE];
    struct str nearest = name_nearest(r->ld, name, names->items, names->count);
    return nearest.n > 0 ? nearest : name_nearest(r->ld, name, built_in, COUNT(built_in));
}

static void named_build(struct reader *r, uint32_t node, struct rule *out)
{
    struct str name = json_string(r->ld->doc, node);
    struct str prefix = STR("visited.");
    if (str_starts(name, prefix)) {
        visited_build(r, node, str_after(name, prefix.n), out);
    } else if (str_is(name, "steps")) {
        out->op = RULE_STEPS;
    } else if (str_is(name, "level")) {
        out->op = RULE_LEVEL;
    } else {
        out->op = RULE_VARIABLE;
        out->index = name_find(r->ld, REF_VARIABLE, name);
        if (out->index < 0) {
            report(r, node, TAG_UNKNOWN_VARIABLE, nearest_readable(r, name),
                   "reads \"%.*s\", which \"state\" does not declare", STR_ARG(name));
        }
    }
}

static void rule_build(struct reader *r, uint32_t node, struct rule *out);

static const struct rule *args_build(struct reader *r, uint32_t first, int count)
{
    struct rule *args = arena_new(&r->ld->s->arena, struct rule, (size_t)count);
    uint32_t node = first;
    for (int i = 0; i < count; i++) {
        rule_build(r, node, &args[i]);
        node = json_next(r->ld->doc, node);
    }
    return args;
}

/* A name, or [name] or [name, default]. */
static void variable_build(struct reader *r, uint32_t node, struct rule *out)
{
    const struct json_doc *doc = r->ld->doc;
    bool is_list = json_kind(doc, node) == JSON_ARRAY;
    uint32_t name = is_list ? json_first(doc, node) : node;
    if (name == JSON_NONE || json_kind(doc, name) != JSON_STRING || json_count(doc, node) > 2) {
        report(r, node, TAG_BAD_RULE, (struct str){0},
               "gives \"var\" something else than a name, or [name, default]");
        return;
    }
    named_build(r, name, out);
    if (is_list && json_next(doc, name) != JSON_NONE) {
        const struct rule *otherwise = args_build(r, json_next(doc, name), 1);
        /* What is built in is always there and needs no default. */
        if (out->op == RULE_VARIABLE) {
            out->args = otherwise;
            out->arg_count = 1;
        }
    }
}

static struct str nearest_operator(struct reader *r, struct str name)
{
    struct str known[RULE_OP_COUNT];
    int count = 0;
    known[count++] = STR("var");
    for (int op = RULE_EQ; op < RULE_OP_COUNT; op++) {
        known[count++] = rule_op_name((enum rule_op)op);
    }
    return name_nearest(r->ld, name, known, count);
}

static struct str arity_label(struct reader *r, struct rule_arity arity)
{
    const char *plural = arity.least == 1 ? "" : "s";
    if (arity.most < 0) {
        return arena_printf(&r->ld->scratch, "at least %d argument%s", arity.least, plural);
    }
    if (arity.most > arity.least) {
        return arena_printf(&r->ld->scratch, "%d or %d arguments", arity.least, arity.most);
    }
    return arena_printf(&r->ld->scratch, "%d argument%s", arity.least, plural);
}

static void args_check(struct reader *r, uint32_t node, enum rule_op op, int count)
{
    struct rule_arity arity = rule_op_arity(op);
    if (count >= arity.least && (arity.most < 0 || count <= arity.most)) {
        return;
    }
    struct str takes = arity_label(r, arity);
    report(r, node, TAG_BAD_RULE, (struct str){0}, "gives \"%.*s\" %d argument%s; it takes %.*s",
           STR_ARG(rule_op_name(op)), count, count == 1 ? "" : "s", STR_ARG(takes));
}

static void report_operator(struct reader *r, uint32_t member)
{
    struct str name = json_name(r->ld->doc, member);
    struct str label = node_label(r->ld, r->root);
    r->is_faulty = true;
    diag_name(r->ld->diags, r->ld->doc, member, TAG_BAD_RULE, nearest_operator(r, name),
              "%.*s uses \"%.*s\", which is no operator of a rule", STR_ARG(label), STR_ARG(name));
}

static void operator_build(struct reader *r, uint32_t member, struct rule *out)
{
    const struct json_doc *doc = r->ld->doc;
    struct str name = json_name(doc, member);
    if (str_is(name, "var")) {
        variable_build(r, member, out);
        return;
    }
    int op = rule_op_by_name(name);
    if (op < RULE_EQ) {
        report_operator(r, member);
        return;
    }
    bool is_list = json_kind(doc, member) == JSON_ARRAY;
    out->op = (enum rule_op)op;
    out->arg_count = is_list ? (int)json_count(doc, member) : 1;
    out->args = args_build(r, is_list ? json_first(doc, member) : member, out->arg_count);
    args_check(r, member, out->op, out->arg_count);
}

/* The one member that is not the author's own, or JSON_NONE. */
static uint32_t only_operator(struct reader *r, uint32_t object)
{
    const struct json_doc *doc = r->ld->doc;
    uint32_t found = JSON_NONE;
    int count = 0;
    for (uint32_t m = json_first(doc, object); m != JSON_NONE; m = json_next(doc, m)) {
        if (!is_own_name(json_name(doc, m))) {
            found = m;
            count++;
        }
    }
    if (count == 1) {
        return found;
    }
    report(r, object, TAG_BAD_RULE, (struct str){0},
           "holds an object of %d operators; a rule has one", count);
    return JSON_NONE;
}

/* Recursion is as deep as the JSON, at most JSON_MAX_DEPTH. */
static void rule_build(struct reader *r, uint32_t node, struct rule *out)
{
    switch (json_kind(r->ld->doc, node)) {
    case JSON_OBJECT: {
        uint32_t member = only_operator(r, node);
        if (member != JSON_NONE) {
            operator_build(r, member, out);
        }
        return;
    }
    case JSON_ARRAY:
        report(r, node, TAG_BAD_RULE, (struct str){0},
               "holds an array where a value belongs; arrays stand only as lists of arguments");
        return;
    case JSON_NULL:
    case JSON_BOOL:
    case JSON_NUMBER:
    case JSON_STRING:
        literal_build(r, node, out);
        return;
    }
}

const struct rule *rule_read(struct loader *ld, uint32_t node)
{
    if (node == JSON_NONE) {
        return NULL;
    }
    struct reader r = {.ld = ld, .root = node};
    struct rule *rule = arena_new(&ld->s->arena, struct rule, 1);
    rule_build(&r, node, rule);
    return r.is_faulty ? NULL : rule;
}

/* False where it has to be left out. */
static bool assignment_read(struct loader *ld, uint32_t member, struct assignment *out)
{
    const struct names *names = &ld->names[REF_VARIABLE];
    struct str name = json_name(ld->doc, member);
    out->variable = name_find(ld, REF_VARIABLE, name);
    if (out->variable < 0) {
        struct str label = node_label(ld, json_parent(ld->doc, member));
        diag_name(ld->diags, ld->doc, member, TAG_UNKNOWN_VARIABLE,
                  name_nearest(ld, name, names->items, names->count),
                  "%.*s sets \"%.*s\", which \"state\" does not declare", STR_ARG(label),
                  STR_ARG(name));
    }
    out->rule = rule_read(ld, member);
    return out->variable >= 0 && out->rule;
}

const struct assignment *set_read(struct loader *ld, uint32_t node, int *count_out)
{
    struct assignment *set = arena_new(&ld->s->arena, struct assignment, list_count(ld, node));
    *count_out = 0;
    if (node == JSON_NONE) {
        return set;
    }
    for (uint32_t m = json_first(ld->doc, node); m != JSON_NONE; m = json_next(ld->doc, m)) {
        if (!is_own_name(json_name(ld->doc, m)) && assignment_read(ld, m, &set[*count_out])) {
            ++*count_out;
        }
    }
    return set;
}
