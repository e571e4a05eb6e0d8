#include "story/check_explore.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/memory.h"
#include "story/check_internal.h"
#include "story/check_state.h"

struct edge {
    uint32_t from, to;
};

/* How a state was first come to. */
struct origin {
    uint32_t state; /* EXPLORE_NONE: the start */
    enum level level;
};

struct explorer {
    const struct story *story;
    struct passing passing;
    struct state_shape *shape;
    struct scene_fate *fates;
    bool *told_otherwise; /* by scene: does a gentle telling lead on in another way? */
    uint64_t *words;      /* of all states, one behind the other */
    struct origin *origins;
    bool *can_end;
    uint32_t count, capacity, most;
    uint32_t expanded;
    uint64_t *here;  /* the state that is expanded, its scene counted */
    uint32_t *table; /* hash table of states, by number + 1 */
    uint32_t table_size;
    struct edge *edges;
    size_t edge_count, edge_capacity;
    uint64_t work;
    bool is_full;
};

static uint64_t *words_at(const struct explorer *x, uint32_t state)
{
    return x->words + (size_t)state * (size_t)state_words(x->shape);
}

static uint32_t hash_words(const uint64_t *words, int count)
{
    uint64_t h = UINT64_C(0x9E3779B97F4A7C15);
    for (int i = 0; i < count; i++) {
        h = (h ^ words[i]) * UINT64_C(0xFF51AFD7ED558CCD);
        h ^= h >> 32;
    }
    /* The product's upper half depends on all bits, its lower on the lower ones alone. */
    return (uint32_t)(h * UINT64_C(0xC4CEB9FE1A85EC53) >> 32);
}

/* The slot that holds a state's number, or the free one where it belongs. */
static uint32_t slot_of(const struct explorer *x, const uint64_t *words)
{
    int count = state_words(x->shape);
    uint32_t slot = hash_words(words, count) & (x->table_size - 1);
    while (x->table[slot] != 0 &&
           memcmp(words_at(x, x->table[slot] - 1), words, (size_t)count * sizeof *words) != 0) {
        slot = (slot + 1) & (x->table_size - 1);
    }
    return slot;
}

static void grow_table(struct explorer *x)
{
    free(x->table);
    x->table_size = x->table_size ? x->table_size * 2 : 1024;
    x->table = memory_zeroed(memory_product(x->table_size, sizeof *x->table));
    for (uint32_t i = 0; i < x->count; i++) {
        x->table[slot_of(x, words_at(x, i))] = i + 1;
    }
}

/* Room for one state more than there are. */
static void grow(struct explorer *x)
{
    uint32_t capacity = x->capacity ? x->capacity * 2 : 256;
    size_t words = memory_product(capacity, (size_t)state_words(x->shape));
    x->words = memory_resize(x->words, memory_product(words, sizeof *x->words));
    x->origins = memory_resize(x->origins, memory_product(capacity, sizeof *x->origins));
    x->capacity = capacity;
}

/* Where the next state is built before it is known to be new. */
static uint64_t *next_words(struct explorer *x)
{
    if (x->count == x->capacity) {
        grow(x);
    }
    return words_at(x, x->count);
}

/* The number of the state in next_words(), an old one where it was seen before; EXPLORE_NONE where
 * it is new and one too many. */
static uint32_t add_state(struct explorer *x, struct origin origin)
{
    uint32_t slot = slot_of(x, words_at(x, x->count));
    if (x->table[slot] != 0) {
        return x->table[slot] - 1;
    }
    if (x->count >= x->most) {
        x->is_full = true;
        return EXPLORE_NONE;
    }
    x->origins[x->count] = origin;
    x->table[slot] = ++x->count;
    if (x->table_size < x->count * 2) {
        grow_table(x);
    }
    return x->count - 1;
}

static void add_edge(struct explorer *x, uint32_t from, uint32_t to)
{
    const struct edge *last = x->edge_count > 0 ? &x->edges[x->edge_count - 1] : NULL;
    if (last && last->from == from && last->to == to) {
        return;
    }
    if (x->edge_count >= MOST_EDGES) {
        x->is_full = true;
        return;
    }
    if (x->edge_count == x->edge_capacity) {
        x->edge_capacity = x->edge_capacity ? x->edge_capacity * 2 : 256;
        x->edges = memory_resize(x->edges, memory_product(x->edge_capacity, sizeof *x->edges));
    }
    x->edges[x->edge_count++] = (struct edge){from, to};
}

/* One scene as it is shown in one state at one level. */
struct sight {
    uint32_t number;
    const struct state *state;
    const struct scene *scene;
    enum level level;
    struct arena *scratch;
};

static struct rule_env env_of(const struct sight *sight)
{
    return (struct rule_env){
        .variables = sight->state->variables,
        .visited = sight->state->visited,
        .steps = sight->state->steps,
        .gentle = sight->level == LEVEL_GENTLE,
    };
}

static bool assign_all(struct explorer *x, const struct sight *sight, const struct choice *c,
                       uint64_t *words)
{
    struct rule_env env = env_of(sight);
    for (int i = 0; i < c->set_count; i++) {
        if (!state_matters(x->shape, c->set[i].variable)) {
            continue;
        }
        struct value value = rule_eval(c->set[i].rule, &env, sight->scratch);
        if (value_can_be_kept(value) && !state_assign(x->shape, words, c->set[i].variable, value)) {
            return false;
        }
    }
    return true;
}

/* By a choice, or by `next` where it is NULL. */
static void lead_to(struct explorer *x, const struct sight *sight, const struct choice *c,
                    int scene)
{
    uint64_t *words = next_words(x);
    memcpy(words, x->here, (size_t)state_words(x->shape) * sizeof *words);
    if (c && !assign_all(x, sight, c, words)) {
        x->is_full = true;
        return;
    }
    state_enter(x->shape, words, scene);
    uint32_t to = add_state(x, (struct origin){sight->number, sight->level});
    if (to != EXPLORE_NONE) {
        add_edge(x, sight->number, to);
    }
}

static bool is_offered(struct explorer *x, const struct sight *sight, const struct choice *c)
{
    struct rule_env env = env_of(sight);
    x->work += (uint64_t)c->set_count + 1;
    return check_is_told(c, sight->level) &&
           (!c->condition || value_is_true(rule_eval(c->condition, &env, sight->scratch)));
}

static void make_choices(struct explorer *x, const struct sight *sight)
{
    bool is_dead = true;
    struct scene_fate *fate = &x->fates[sight->scene - x->story->scenes];
    for (int i = 0; i < sight->scene->choice_count; i++) {
        const struct choice *c = &sight->scene->choices[i];
        if (is_offered(x, sight, c)) {
            is_dead = false;
            lead_to(x, sight, c, c->to);
        }
    }
    if (is_dead && fate->dead_state == EXPLORE_NONE) {
        fate->dead_state = sight->number;
        fate->dead_level = sight->level;
    }
}

static void leave(struct explorer *x, const struct sight *sight)
{
    int next = scene_next(sight->scene, sight->level);
    if (next >= 0) {
        lead_to(x, sight, NULL, next);
    } else if (scene_has_choices(sight->scene, sight->level)) {
        make_choices(x, sight);
    }
}

static void expand(struct explorer *x, uint32_t number, int entered, enum level level)
{
    struct arena scratch = {0};
    int shown = passing_shown(x->passing, entered, level);
    memcpy(x->here, words_at(x, number), (size_t)state_words(x->shape) * sizeof *x->here);
    state_count(x->shape, x->here, shown);
    x->fates[shown].is_shown = true;
    x->work += (uint64_t)state_fields(x->shape);
    struct sight sight = {
        .number = number,
        .state = state_unpack(x->shape, x->here),
        .scene = &x->story->scenes[shown],
        .level = level,
        .scratch = &scratch,
    };
    leave(x, &sight);
    arena_finish(&scratch);
}

static bool is_told_otherwise(const struct explorer *x, const struct scene *scene)
{
    if (scene->gentle && (scene->gentle->next >= 0 || scene->gentle->ending)) {
        return true;
    }
    for (int i = 0; i < scene->choice_count; i++) {
        if (scene->choices[i].full_only) {
            return true;
        }
    }
    return state_reads_level(x->shape) && scene->choice_count > 0;
}

static void expand_all(struct explorer *x)
{
    while (x->expanded < x->count && x->work < MOST_WORK) {
        int entered = state_scene(x->shape, words_at(x, x->expanded));
        expand(x, x->expanded, entered, LEVEL_FULL);
        if (x->told_otherwise[entered]) {
            expand(x, x->expanded, entered, LEVEL_GENTLE);
        }
        x->expanded++;
    }
    x->is_full = x->is_full || x->expanded < x->count;
}

/* The edges turned round: those that lead to state i come from the states from[first[i]] up to, not
 * with, from[first[i + 1]]. */
struct sources_of {
    size_t *first;
    uint32_t *from;
};

static struct sources_of turn_edges(const struct explorer *x)
{
    struct sources_of s = {
        .first = memory_zeroed(memory_product((size_t)x->count + 2, sizeof *s.first)),
        .from = memory_zeroed(memory_product(x->edge_count, sizeof *s.from)),
    };
    for (size_t i = 0; i < x->edge_count; i++) {
        s.first[x->edges[i].to + 2]++;
    }
    for (uint32_t i = 2; i < x->count + 2; i++) {
        s.first[i] += s.first[i - 1];
    }
    for (size_t i = 0; i < x->edge_count; i++) {
        s.from[s.first[x->edges[i].to + 1]++] = x->edges[i].from;
    }
    return s;
}

static void spread_endings(struct explorer *x)
{
    struct sources_of sources = turn_edges(x);
    uint32_t *queue = memory_zeroed(memory_product(x->count, sizeof *queue));
    uint32_t queued = 0;
    for (uint32_t i = 0; i < x->count; i++) {
        if (x->can_end[i]) {
            queue[queued++] = i;
        }
    }
    for (uint32_t i = 0; i < queued; i++) {
        for (size_t k = sources.first[queue[i]]; k < sources.first[queue[i] + 1]; k++) {
            uint32_t state = sources.from[k];
            if (!x->can_end[state]) {
                x->can_end[state] = true;
                queue[queued++] = state;
            }
        }
    }
    free(queue);
    free(sources.first);
    free(sources.from);
}

static bool is_ending(const struct scene *scene, enum level level)
{
    return scene_next(scene, level) < 0 && !scene_has_choices(scene, level);
}

/* Which states are endings themselves, at the one level or the other. */
static void find_endings(struct explorer *x)
{
    x->can_end = memory_zeroed(memory_product(x->count, sizeof *x->can_end));
    for (uint32_t i = 0; i < x->count; i++) {
        int scene = state_scene(x->shape, words_at(x, i));
        int gentle = passing_shown(x->passing, scene, LEVEL_GENTLE);
        x->can_end[i] = is_ending(&x->story->scenes[scene], LEVEL_FULL) ||
                        is_ending(&x->story->scenes[gentle], LEVEL_GENTLE);
    }
}

static void note_endings(struct explorer *x)
{
    for (uint32_t i = 0; i < x->count; i++) {
        int scene = state_scene(x->shape, words_at(x, i));
        int gentle = passing_shown(x->passing, scene, LEVEL_GENTLE);
        x->fates[scene].can_end |= x->can_end[i];
        x->fates[gentle].can_end |= x->can_end[i];
    }
}

static void prepare(struct explorer *x, uint32_t most_states)
{
    const struct story *s = x->story;
    size_t scenes = (size_t)s->scene_count, words = (size_t)state_words(x->shape);
    size_t fitting = MOST_STATE_BYTES / (words * sizeof *x->words);
    x->most = most_states < fitting ? most_states : (uint32_t)fitting;
    x->fates = memory_zeroed(memory_product(scenes, sizeof *x->fates));
    x->told_otherwise = memory_zeroed(memory_product(scenes, sizeof *x->told_otherwise));
    x->here = memory_zeroed(memory_product(words, sizeof *x->here));
    grow_table(x);
    for (int i = 0; i < s->scene_count; i++) {
        x->fates[i].dead_state = EXPLORE_NONE;
        x->told_otherwise[i] =
            x->passing.gentle[i] != i || is_told_otherwise(x, &s->scenes[i]);
    }
}

struct explorer *explore(const struct story *s, struct passing passing, uint32_t most_states)
{
    struct explorer *x = memory_zeroed(sizeof *x);
    x->story = s;
    x->passing = passing;
    x->shape = state_shape_create(s);
    prepare(x, most_states);
    state_first(x->shape, next_words(x));
    (void)add_state(x, (struct origin){EXPLORE_NONE, LEVEL_FULL});
    expand_all(x);
    find_endings(x);
    spread_endings(x);
    note_endings(x);
    return x;
}

void explorer_destroy(struct explorer *x)
{
    if (!x) {
        return;
    }
    state_shape_destroy(x->shape);
    free(x->fates);
    free(x->told_otherwise);
    free(x->words);
    free(x->origins);
    free(x->can_end);
    free(x->here);
    free(x->table);
    free(x->edges);
    free(x);
}

const struct scene_fate *explorer_fates(const struct explorer *x)
{
    return x->fates;
}

uint32_t explorer_state_count(const struct explorer *x)
{
    return x->count;
}

bool explorer_is_complete(const struct explorer *x)
{
    return !x->is_full;
}

int explorer_way(const struct explorer *x, uint32_t state, enum level level, struct arena *a,
                 const int **scenes_out)
{
    int count = 0;
    for (uint32_t at = state; at != EXPLORE_NONE; at = x->origins[at].state) {
        count++;
    }
    int *scenes = arena_new(a, int, (size_t)count);
    for (int i = count - 1; i >= 0; i--) {
        int entered = state_scene(x->shape, words_at(x, state));
        scenes[i] = passing_shown(x->passing, entered, level);
        level = x->origins[state].level;
        state = x->origins[state].state;
    }
    *scenes_out = scenes;
    return count;
}
