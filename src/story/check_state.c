#include "story/check_state.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/map.h"
#include "base/memory.h"

/* Where a count is not compared with a constant, it saturates here. */
#define OTHERWISE_CAP 100
#define MOST_CAP UINT32_C(1000000000)

/* Values of variables are numbered; so many fit the fields, and so much text is kept of them. */
#define VALUE_BITS 22
#define MOST_VALUES (UINT32_C(1) << VALUE_BITS)

enum field_kind { FIELD_SCENE, FIELD_VARIABLE, FIELD_VISITED, FIELD_STEPS };

/* Some bits of one word. */
struct field {
    enum field_kind kind;
    int index;    /* of the variable or scene */
    uint32_t cap; /* of a count */
    int word, shift, bits;
};

/* A `set` of a variable; those of one variable are chained. */
struct setter {
    const struct rule *rule;
    int next; /* -1: none */
};

struct state_shape {
    const struct story *story;
    struct arena arena;

    /* What conditions depend on; caps of 0: not at all. */
    bool *matters;
    uint32_t *caps; /* by scene, of `visited` */
    uint32_t steps_cap;
    bool reads_level;
    int *worklist; /* variables whose setters are still to be read */
    int work_count;
    struct setter *setters;
    int setter_count;
    int *first_setter; /* by variable */

    struct field *fields; /* the first is the scene's */
    int field_count;
    int words;
    int *variable_field, *visited_field; /* -1: none */
    int steps_field;
    struct state state;

    struct map ids; /* of values, by their keys */
    struct value *values;
    uint32_t value_count, value_capacity;
    size_t value_bytes;
    struct strbuf key;
};

static uint32_t larger(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

static bool is_comparison(enum rule_op op)
{
    return (op >= RULE_EQ && op <= RULE_SNE) || (op >= RULE_LT && op <= RULE_GE);
}

/* One above the largest constant among the other arguments: above it, all counts compare alike. */
static uint32_t comparison_cap(const struct rule *r, int but)
{
    double most = 0;
    for (int i = 0; i < r->arg_count; i++) {
        if (i == but) {
            continue;
        }
        if (r->args[i].op != RULE_LITERAL) {
            return OTHERWISE_CAP;
        }
        double constant = value_to_number(r->args[i].literal);
        most = constant > most ? constant : most;
    }
    return most >= MOST_CAP ? MOST_CAP : (uint32_t)floor(most) + 1;
}

/* Where a count that is argument `i` of `r` may saturate, when the value of `r` may at `cap`. */
static uint32_t argument_cap(const struct rule *r, int i, uint32_t cap)
{
    if (is_comparison(r->op)) {
        return comparison_cap(r, i);
    }
    switch ((int)r->op) {
    case RULE_NOT:
    case RULE_TRUTHY:
        return 1;
    case RULE_AND:
    case RULE_OR:
        return cap;
    case RULE_IF: {
        bool is_condition = i % 2 == 0 && i + 1 < r->arg_count;
        return is_condition ? 1 : cap;
    }
    default:
        return OTHERWISE_CAP;
    }
}

static void need_variable(struct state_shape *shape, int variable)
{
    if (!shape->matters[variable]) {
        shape->matters[variable] = true;
        shape->worklist[shape->work_count++] = variable;
    }
}

/* Rules are as deep as JSON may nest. */
static void read_rule(struct state_shape *shape, const struct rule *r, uint32_t cap)
{
    if (r->op == RULE_VARIABLE) {
        need_variable(shape, r->index);
    } else if (r->op == RULE_VISITED) {
        shape->caps[r->index] = larger(shape->caps[r->index], cap);
    } else if (r->op == RULE_STEPS) {
        shape->steps_cap = larger(shape->steps_cap, cap);
    } else if (r->op == RULE_LEVEL) {
        shape->reads_level = true;
    }
    for (int i = 0; i < r->arg_count; i++) {
        read_rule(shape, &r->args[i], argument_cap(r, i, cap));
    }
}

static int count_setters(const struct story *s)
{
    int count = 0;
    for (int i = 0; i < s->scene_count; i++) {
        for (int k = 0; k < s->scenes[i].choice_count; k++) {
            count += s->scenes[i].choices[k].set_count;
        }
    }
    return count;
}

static void read_choice(struct state_shape *shape, const struct choice *c)
{
    if (c->condition) {
        read_rule(shape, c->condition, 1);
    }
    for (int i = 0; i < c->set_count; i++) {
        int variable = c->set[i].variable;
        shape->setters[shape->setter_count] =
            (struct setter){c->set[i].rule, shape->first_setter[variable]};
        shape->first_setter[variable] = shape->setter_count++;
    }
}

/* From the conditions back, through what sets the variables they read. */
static void read_rules(struct state_shape *shape)
{
    const struct story *s = shape->story;
    for (int i = 0; i < s->variable_count; i++) {
        shape->first_setter[i] = -1;
    }
    for (int i = 0; i < s->scene_count; i++) {
        for (int k = 0; k < s->scenes[i].choice_count; k++) {
            read_choice(shape, &s->scenes[i].choices[k]);
        }
    }
    while (shape->work_count > 0) {
        int variable = shape->worklist[--shape->work_count];
        for (int i = shape->first_setter[variable]; i >= 0; i = shape->setters[i].next) {
            read_rule(shape, shape->setters[i].rule, OTHERWISE_CAP);
        }
    }
}

static int bits_for(uint32_t most)
{
    int bits = 1;
    while (bits < 32 && most >> bits != 0) {
        bits++;
    }
    return bits;
}

static int add_field(struct state_shape *shape, enum field_kind kind, int index, uint32_t cap)
{
    struct field *f = &shape->fields[shape->field_count];
    *f = (struct field){.kind = kind, .index = index, .cap = cap};
    f->bits = kind == FIELD_VARIABLE ? VALUE_BITS : bits_for(cap);
    if (shape->field_count > 0) {
        const struct field *last = f - 1;
        bool fits = last->shift + last->bits + f->bits <= 64;
        f->word = fits ? last->word : last->word + 1;
        f->shift = fits ? last->shift + last->bits : 0;
    }
    shape->words = f->word + 1;
    return shape->field_count++;
}

static void lay_out(struct state_shape *shape)
{
    const struct story *s = shape->story;
    size_t most = (size_t)s->variable_count + (size_t)s->scene_count + 2;
    shape->fields = arena_new(&shape->arena, struct field, most);
    (void)add_field(shape, FIELD_SCENE, 0, (uint32_t)s->scene_count);
    for (int i = 0; i < s->variable_count; i++) {
        shape->variable_field[i] = shape->matters[i] ? add_field(shape, FIELD_VARIABLE, i, 0) : -1;
    }
    for (int i = 0; i < s->scene_count; i++) {
        shape->visited_field[i] =
            shape->caps[i] > 0 ? add_field(shape, FIELD_VISITED, i, shape->caps[i]) : -1;
    }
    shape->steps_field =
        shape->steps_cap > 0 ? add_field(shape, FIELD_STEPS, 0, shape->steps_cap) : -1;
}

struct state_shape *state_shape_create(const struct story *s)
{
    struct state_shape *shape = memory_zeroed(sizeof *shape);
    size_t variables = (size_t)s->variable_count, scenes = (size_t)s->scene_count;
    shape->story = s;
    shape->matters = arena_new(&shape->arena, bool, variables);
    shape->worklist = arena_new(&shape->arena, int, variables);
    shape->first_setter = arena_new(&shape->arena, int, variables);
    shape->variable_field = arena_new(&shape->arena, int, variables);
    shape->caps = arena_new(&shape->arena, uint32_t, scenes);
    shape->visited_field = arena_new(&shape->arena, int, scenes);
    shape->setters = arena_new(&shape->arena, struct setter, (size_t)count_setters(s));
    shape->state.variables = arena_new(&shape->arena, struct value, variables);
    shape->state.visited = arena_new(&shape->arena, uint32_t, scenes);
    for (size_t i = 0; i < variables; i++) {
        shape->state.variables[i] = s->variables[i].first;
    }
    read_rules(shape);
    lay_out(shape);
    return shape;
}

void state_shape_destroy(struct state_shape *shape)
{
    if (!shape) {
        return;
    }
    strbuf_finish(&shape->key);
    free(shape->values);
    arena_finish(&shape->arena);
    free(shape);
}

int state_words(const struct state_shape *shape)
{
    return shape->words;
}

int state_fields(const struct state_shape *shape)
{
    return shape->field_count;
}

bool state_matters(const struct state_shape *shape, int variable)
{
    return shape->matters[variable];
}

bool state_reads_level(const struct state_shape *shape)
{
    return shape->reads_level;
}

/* Bytes that are equal where the values are the same; valid until the next. */
static struct str value_key(struct state_shape *shape, struct value v)
{
    char bytes[sizeof v.number];
    memcpy(bytes, &v.number, sizeof bytes);
    strbuf_clear(&shape->key);
    strbuf_add_byte(&shape->key, (char)('0' + v.kind));
    if (v.kind == VALUE_BOOL) {
        strbuf_add_byte(&shape->key, v.truth ? '1' : '0');
    } else if (v.kind == VALUE_NUMBER) {
        strbuf_add(&shape->key, (struct str){bytes, sizeof bytes});
    } else if (v.kind == VALUE_STRING) {
        strbuf_add(&shape->key, v.string);
    }
    return strbuf_str(&shape->key);
}

static uint32_t add_value(struct state_shape *shape, struct str key, struct value v)
{
    if (shape->value_count == shape->value_capacity) {
        shape->value_capacity = shape->value_capacity ? shape->value_capacity * 2 : 64;
        shape->values = memory_resize(shape->values,
                                      memory_product(shape->value_capacity, sizeof *shape->values));
    }
    struct str kept = arena_str(&shape->arena, key);
    if (v.kind == VALUE_STRING) {
        v.string = str_after(kept, 1);
    }
    shape->value_bytes += kept.n;
    shape->values[shape->value_count] = v;
    (void)map_add(&shape->ids, &shape->arena, kept, (intptr_t)shape->value_count);
    return shape->value_count++;
}

static bool value_id(struct state_shape *shape, struct value v, uint32_t *id_out)
{
    struct str key = value_key(shape, v);
    intptr_t known = map_find(&shape->ids, key, -1);
    if (known >= 0) {
        *id_out = (uint32_t)known;
        return true;
    }
    if (shape->value_count >= MOST_VALUES || key.n > MOST_VALUE_BYTES - shape->value_bytes) {
        return false;
    }
    *id_out = add_value(shape, key, v);
    return true;
}

static uint32_t field_get(const struct field *f, const uint64_t *words)
{
    return (uint32_t)(words[f->word] >> f->shift & ((UINT64_C(1) << f->bits) - 1));
}

static void field_set(const struct field *f, uint64_t *words, uint32_t number)
{
    uint64_t mask = ((UINT64_C(1) << f->bits) - 1) << f->shift;
    words[f->word] = (words[f->word] & ~mask) | (uint64_t)number << f->shift;
}

static void field_count_up(const struct field *f, uint64_t *words)
{
    uint32_t number = field_get(f, words);
    if (number < f->cap) {
        field_set(f, words, number + 1);
    }
}

void state_first(struct state_shape *shape, uint64_t *words)
{
    const struct story *s = shape->story;
    memset(words, 0, (size_t)shape->words * sizeof *words);
    state_enter(shape, words, s->start);
    for (int i = 0; i < s->variable_count; i++) {
        bool is_told_apart = state_assign(shape, words, i, s->variables[i].first);
        assert(is_told_apart);
    }
}

static void unpack_field(struct state_shape *shape, const struct field *f, uint32_t number)
{
    switch (f->kind) {
    case FIELD_SCENE:
        shape->state.scene = (int)number;
        return;
    case FIELD_VARIABLE:
        shape->state.variables[f->index] = shape->values[number];
        return;
    case FIELD_VISITED:
        shape->state.visited[f->index] = number;
        return;
    case FIELD_STEPS:
        shape->state.steps = number;
        return;
    }
}

const struct state *state_unpack(struct state_shape *shape, const uint64_t *words)
{
    for (int i = 0; i < shape->field_count; i++) {
        unpack_field(shape, &shape->fields[i], field_get(&shape->fields[i], words));
    }
    return &shape->state;
}

int state_scene(const struct state_shape *shape, const uint64_t *words)
{
    return (int)field_get(&shape->fields[0], words);
}

void state_enter(const struct state_shape *shape, uint64_t *words, int scene)
{
    field_set(&shape->fields[0], words, (uint32_t)scene);
}

void state_count(const struct state_shape *shape, uint64_t *words, int scene)
{
    if (shape->visited_field[scene] >= 0) {
        field_count_up(&shape->fields[shape->visited_field[scene]], words);
    }
    if (shape->steps_field >= 0) {
        field_count_up(&shape->fields[shape->steps_field], words);
    }
}

bool state_assign(struct state_shape *shape, uint64_t *words, int variable, struct value value)
{
    uint32_t id = 0;
    if (!shape->matters[variable]) {
        return true;
    }
    if (!value_id(shape, value, &id)) {
        return false;
    }
    field_set(&shape->fields[shape->variable_field[variable]], words, id);
    return true;
}
