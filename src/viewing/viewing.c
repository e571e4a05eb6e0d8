#include "viewing/viewing.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/memory.h"
#include "viewing/viewing_internal.h"

enum { EXIT_NEXT = -1 };

/* A step: where it was made, how, and what it found in the log of changes. */
struct made {
    int entered, shown; /* scenes; they differ where a gentle telling passes the first */
    int choice;         /* of the shown scene, or EXIT_NEXT */
    enum level level;
    size_t changes; /* in the log before this step */
};

/* What a step overwrote, so that Back undoes a step without replaying all before it. */
struct change {
    int variable;
    struct value old;
    char *kept; /* the new value's text, or NULL */
    size_t kept_bytes;
};

struct viewing {
    const struct story *story;
    int start;
    enum level level;
    int entered, shown;
    struct value *variables;
    uint32_t *visited;
    struct made *made;
    size_t made_count, made_capacity;
    struct change *changes;
    size_t change_count, change_capacity;
    size_t kept_bytes;
    int *offered;
    int offered_count;
    struct viewing_yes_no words;
    struct strbuf complaint;
};

/* The scene that is shown where `scene` is entered. Where passed scenes lead in a circle, the one
 * entered is shown after all. */
static int pass(const struct story *s, int scene, enum level level)
{
    int at = scene;
    for (int i = 0; i <= s->scene_count; i++) {
        if (!scene_is_passed(&s->scenes[at], level)) {
            return at;
        }
        int next = scene_next(&s->scenes[at], level);
        if (next < 0) {
            return at;
        }
        at = next;
    }
    return scene;
}

static bool is_offered(const struct viewing *v, const struct choice *c, struct arena *a)
{
    if (c->full_only && v->level == LEVEL_GENTLE) {
        return false;
    }
    struct rule_env env = viewing_env(v);
    return !c->condition || value_is_true(rule_eval(c->condition, &env, a));
}

static void offer(struct viewing *v)
{
    const struct scene *scene = viewing_scene(v);
    v->offered_count = 0;
    if (!scene_has_choices(scene, v->level)) {
        return;
    }
    struct arena scratch = {0};
    for (int i = 0; i < scene->choice_count; i++) {
        if (is_offered(v, &scene->choices[i], &scratch)) {
            v->offered[v->offered_count++] = i;
        }
    }
    arena_finish(&scratch);
}

static void show_entered(struct viewing *v)
{
    v->shown = pass(v->story, v->entered, v->level);
    v->visited[v->shown]++;
    offer(v);
}

static int most_choices(const struct story *s)
{
    int most = 0;
    for (int i = 0; i < s->scene_count; i++) {
        most = s->scenes[i].choice_count > most ? s->scenes[i].choice_count : most;
    }
    return most;
}

struct viewing *viewing_create(const struct story *s, int start, enum level level)
{
    assert(s->scene_count > 0 && start < s->scene_count);
    struct viewing *v = memory_zeroed(sizeof *v);
    v->story = s;
    v->start = v->entered = start < 0 ? s->start : start;
    v->level = level;
    v->words = (struct viewing_yes_no){STR("yes"), STR("no")};
    size_t variables = (size_t)s->variable_count, offered = (size_t)most_choices(s);
    v->variables = memory_zeroed(memory_product(variables, sizeof *v->variables));
    for (int i = 0; i < s->variable_count; i++) {
        v->variables[i] = s->variables[i].first;
    }
    v->visited = memory_zeroed(memory_product((size_t)s->scene_count, sizeof *v->visited));
    v->offered = memory_zeroed(memory_product(offered, sizeof *v->offered));
    show_entered(v);
    return v;
}

void viewing_destroy(struct viewing *v)
{
    if (!v) {
        return;
    }
    for (size_t i = 0; i < v->change_count; i++) {
        free(v->changes[i].kept);
    }
    free(v->changes);
    free(v->made);
    free(v->offered);
    free(v->visited);
    free(v->variables);
    strbuf_finish(&v->complaint);
    free(v);
}

const struct story *viewing_story(const struct viewing *v)
{
    return v->story;
}

int viewing_start(const struct viewing *v)
{
    return v->start;
}

int viewing_scene_index(const struct viewing *v)
{
    return v->shown;
}

const struct scene *viewing_scene(const struct viewing *v)
{
    return &v->story->scenes[v->shown];
}

enum level viewing_level(const struct viewing *v)
{
    return v->level;
}

struct rule_env viewing_env(const struct viewing *v)
{
    return (struct rule_env){
        .variables = v->variables,
        .visited = v->visited,
        .steps = (uint32_t)v->made_count + 1,
        .gentle = v->level == LEVEL_GENTLE,
    };
}

struct offers viewing_offers(const struct viewing *v)
{
    return (struct offers){v->offered, v->offered_count};
}

/* The words for a value that cannot be kept. */
static const char *refused_value(struct value value, struct arena *a)
{
    if (value.kind == VALUE_STRING) {
        return value_can_be_kept(value) ? "more text than a viewing keeps" : "a text over 64 KiB";
    }
    return value_to_string(value, a).s;
}

static void complain(struct viewing *v, const struct choice *c, int variable, struct value value)
{
    struct arena scratch = {0};
    strbuf_clear(&v->complaint);
    strbuf_printf(&v->complaint,
                  "scene \"%.*s\", choice \"%.*s\": \"%.*s\" cannot become %s; it stays as it was",
                  STR_ARG(viewing_scene(v)->id), STR_ARG(c->id),
                  STR_ARG(v->story->variables[variable].name), refused_value(value, &scratch));
    arena_finish(&scratch);
}

static struct change *add_change(struct viewing *v)
{
    if (v->change_count == v->change_capacity) {
        v->change_capacity = v->change_capacity ? v->change_capacity * 2 : 16;
        v->changes =
            memory_resize(v->changes, memory_product(v->change_capacity, sizeof *v->changes));
    }
    struct change *change = &v->changes[v->change_count++];
    *change = (struct change){0};
    return change;
}

static bool is_same_string(struct value a, struct value b)
{
    return a.kind == VALUE_STRING && b.kind == VALUE_STRING && str_eq(a.string, b.string);
}

static void assign(struct viewing *v, const struct choice *c, int variable, struct value value)
{
    struct value *now = &v->variables[variable];
    if (is_same_string(*now, value)) {
        return;
    }
    size_t bytes = value.kind == VALUE_STRING ? value.string.n + 1 : 0;
    if (!value_can_be_kept(value) || bytes > VIEWING_MOST_KEPT_BYTES - v->kept_bytes) {
        complain(v, c, variable, value);
        return;
    }
    struct change *change = add_change(v);
    change->variable = variable;
    change->old = *now;
    if (bytes > 0) {
        change->kept = memory_zeroed(bytes);
        change->kept_bytes = bytes;
        if (value.string.n > 0) {
            memcpy(change->kept, value.string.s, value.string.n);
        }
        v->kept_bytes += bytes;
        value.string.s = change->kept;
    }
    *now = value;
}

/* All rules read the values before any of them is assigned. */
static void assign_all(struct viewing *v, const struct choice *c)
{
    struct arena scratch = {0};
    struct rule_env env = viewing_env(v);
    struct value *values = arena_new(&scratch, struct value, (size_t)c->set_count);
    for (int i = 0; i < c->set_count; i++) {
        values[i] = rule_eval(c->set[i].rule, &env, &scratch);
    }
    for (int i = 0; i < c->set_count; i++) {
        assign(v, c, c->set[i].variable, values[i]);
    }
    arena_finish(&scratch);
}

static void record(struct viewing *v, int choice, size_t changes)
{
    if (v->made_count == v->made_capacity) {
        v->made_capacity = v->made_capacity ? v->made_capacity * 2 : 16;
        v->made = memory_resize(v->made, memory_product(v->made_capacity, sizeof *v->made));
    }
    v->made[v->made_count++] = (struct made){v->entered, v->shown, choice, v->level, changes};
}

bool viewing_choose(struct viewing *v, int n)
{
    if (n < 0 || n >= v->offered_count) {
        return false;
    }
    int choice = v->offered[n];
    const struct choice *c = &viewing_scene(v)->choices[choice];
    size_t changes = v->change_count;
    assign_all(v, c);
    record(v, choice, changes);
    v->entered = c->to;
    show_entered(v);
    return true;
}

bool viewing_next(struct viewing *v)
{
    int next = scene_next(viewing_scene(v), v->level);
    if (next < 0) {
        return false;
    }
    record(v, EXIT_NEXT, v->change_count);
    v->entered = next;
    show_entered(v);
    return true;
}

static void undo_changes(struct viewing *v, size_t left)
{
    while (v->change_count > left) {
        struct change *change = &v->changes[--v->change_count];
        v->variables[change->variable] = change->old;
        v->kept_bytes -= change->kept_bytes;
        free(change->kept);
    }
}

/* Leaves the viewing standing in no scene: neither the one it leaves nor the one before counts. */
static void unmake(struct viewing *v)
{
    struct made *last = &v->made[--v->made_count];
    v->visited[v->shown]--;
    undo_changes(v, last->changes);
    v->entered = last->entered;
    v->shown = last->shown;
}

bool viewing_back(struct viewing *v)
{
    return v->made_count > 0 && viewing_back_to(v, (int)v->made_count - 1);
}

bool viewing_back_to(struct viewing *v, int steps)
{
    if (steps < 0 || (size_t)steps > v->made_count) {
        return false;
    }
    while (v->made_count > (size_t)steps) {
        unmake(v);
    }
    v->visited[v->shown]--;
    show_entered(v);
    return true;
}

void viewing_set_level(struct viewing *v, enum level level)
{
    if (level == v->level) {
        return;
    }
    v->level = level;
    v->visited[v->shown]--;
    show_entered(v);
}

static const struct choice *choice_made(const struct viewing *v, const struct made *made)
{
    return made->choice == EXIT_NEXT ? NULL : &v->story->scenes[made->shown].choices[made->choice];
}

const struct choice *viewing_cause(const struct viewing *v)
{
    return v->made_count > 0 ? choice_made(v, &v->made[v->made_count - 1]) : NULL;
}

int viewing_peek_choice(const struct viewing *v, int n)
{
    if (n < 0 || n >= v->offered_count) {
        return -1;
    }
    return pass(v->story, viewing_scene(v)->choices[v->offered[n]].to, v->level);
}

int viewing_peek_next(const struct viewing *v)
{
    int next = scene_next(viewing_scene(v), v->level);
    return next < 0 ? -1 : pass(v->story, next, v->level);
}

int viewing_step_count(const struct viewing *v)
{
    return (int)v->made_count;
}

struct step viewing_step(const struct viewing *v, int n)
{
    assert(n >= 0 && (size_t)n < v->made_count);
    const struct made *made = &v->made[n];
    const struct choice *choice = choice_made(v, made);
    return (struct step){
        .scene = v->story->scenes[made->shown].id,
        .level = made->level,
        .exit = choice ? choice->id : STR(">"),
    };
}

int viewing_history(const struct viewing *v, struct arena *a, const struct visit **visits_out)
{
    int count = (int)v->made_count + 1;
    struct visit *visits = arena_new(a, struct visit, (size_t)count);
    for (int i = 0; i < count - 1; i++) {
        const struct made *made = &v->made[i];
        visits[i] = (struct visit){made->shown, made->level, i, choice_made(v, made)};
    }
    visits[count - 1] = (struct visit){v->shown, v->level, count - 1, NULL};
    *visits_out = visits;
    return count;
}

uint32_t viewing_visited(const struct viewing *v, int scene)
{
    return v->visited[scene];
}

const char *viewing_last_complaint(const struct viewing *v)
{
    return v->complaint.n > 0 ? v->complaint.s : NULL;
}

void viewing_set_yes_no(struct viewing *v, struct str yes, struct str no)
{
    v->words = (struct viewing_yes_no){yes, no};
}

struct viewing_yes_no viewing_yes_no(const struct viewing *v)
{
    return v->words;
}
