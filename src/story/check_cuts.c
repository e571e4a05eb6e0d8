#include <math.h>

#include "story/check_internal.h"
#include "story/marks.h"

/* A cut's time may differ by this part of the computed one. */
#define TOLERANCE 0.15
#define MINUTES_A_SCENE (5.0 / 60)

/* A cut as it is played at one level. */
struct playing {
    const struct story *story;
    struct passing passing;
    struct diag_list *diags;
    const struct cut *cut;
    enum level level;
    struct arena texts; /* of the variables */
    struct value *variables;
    uint32_t *visited;
    uint32_t steps;
    int scene; /* shown; -1: none yet */
};

static struct rule_env env_of(const struct playing *p)
{
    return (struct rule_env){p->variables, p->visited, p->steps, p->level == LEVEL_GENTLE};
}

/* Drops the texts that no variable holds any longer. */
static void keep_texts_small(struct playing *p)
{
    if (p->texts.total_bytes < (size_t)16 << 20) {
        return;
    }
    struct arena kept = {0};
    for (int i = 0; i < p->story->variable_count; i++) {
        if (p->variables[i].kind == VALUE_STRING) {
            p->variables[i].string = arena_str(&kept, p->variables[i].string);
        }
    }
    arena_finish(&p->texts);
    p->texts = kept;
}

static void show(struct playing *p, int scene)
{
    p->scene = scene;
    p->visited[scene]++;
    p->steps++;
}

static void clear_visited(struct playing *p)
{
    for (int i = 0; i < p->cut->path_count; i++) {
        p->visited[p->cut->path[i]] = 0;
    }
}

static void begin(struct playing *p, enum level level)
{
    p->level = level;
    p->steps = 0;
    p->scene = -1;
    clear_visited(p);
    for (int i = 0; i < p->story->variable_count; i++) {
        p->variables[i] = p->story->variables[i].first;
    }
}

static void make_choice(struct playing *p, const struct choice *c)
{
    struct arena scratch = {0};
    struct rule_env env = env_of(p);
    struct value *values = arena_new(&scratch, struct value, (size_t)c->set_count);
    for (int i = 0; i < c->set_count; i++) {
        values[i] = rule_eval(c->set[i].rule, &env, &scratch);
    }
    for (int i = 0; i < c->set_count; i++) {
        if (value_can_be_kept(values[i])) {
            values[i].string = arena_str(&p->texts, values[i].string);
            p->variables[c->set[i].variable] = values[i];
        }
    }
    arena_finish(&scratch);
    keep_texts_small(p);
}

static bool is_offered(const struct playing *p, const struct choice *c)
{
    struct arena scratch = {0};
    struct rule_env env = env_of(p);
    bool is = check_is_told(c, p->level) &&
              (!c->condition || value_is_true(rule_eval(c->condition, &env, &scratch)));
    arena_finish(&scratch);
    return is;
}

/* By `next`, or by the first choice on offer that leads there. */
static bool go_to(struct playing *p, int scene)
{
    const struct scene *from = &p->story->scenes[p->scene];
    int next = scene_next(from, p->level);
    if (next >= 0) {
        return passing_shown(p->passing, next, p->level) == scene;
    }
    if (!scene_has_choices(from, p->level)) {
        return false;
    }
    for (int i = 0; i < from->choice_count; i++) {
        const struct choice *c = &from->choices[i];
        if (passing_shown(p->passing, c->to, p->level) == scene && is_offered(p, c)) {
            make_choice(p, c);
            return true;
        }
    }
    return false;
}

static bool fill(void *self, struct str name, struct str *words_out)
{
    const struct playing *p = self;
    for (int i = 0; i < p->story->variable_count; i++) {
        if (str_eq(p->story->variables[i].name, name)) {
            struct value v = p->variables[i];
            /* A number and a yes are one word each, whatever the language. */
            *words_out = v.kind == VALUE_STRING ? v.string : STR("1");
            return true;
        }
    }
    return false;
}

static int count_words(struct str text)
{
    int count = 0;
    bool in_word = false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.s[i];
        bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        count += !blank && !in_word;
        in_word = !blank;
    }
    return count;
}

static double scene_minutes(struct playing *p)
{
    const struct scene *scene = &p->story->scenes[p->scene];
    int words = 0;
    for (int i = 0; i < scene_caption_count(scene, p->level); i++) {
        struct arena scratch = {0};
        struct text text = scene_caption(scene, p->level, i).text;
        struct str original = p->story->texts[text.id].original;
        words += count_words(marks_show(original, fill, p, &scratch).text);
        arena_finish(&scratch);
    }
    return (double)words / reading_pace(p->story->reading) + MINUTES_A_SCENE;
}

static void check_minutes(const struct playing *p, double minutes)
{
    /* Minutes that cannot be are 0 here, and reported already. */
    if (p->cut->minutes <= 0 || fabs(p->cut->minutes - minutes) <= TOLERANCE * minutes) {
        return;
    }
    diag_node(p->diags, p->story->doc, check_member_or(p->story->doc, p->cut->node, "minutes"),
              TAG_BAD_CUT, check_no_suggestion,
              "cut \"%.*s\" says that it lasts %.4g minutes, but its captions take %.1f",
              STR_ARG(p->cut->id), p->cut->minutes, minutes);
}

static uint32_t path_node(const struct playing *p, int at)
{
    return check_element_or(p->story->doc, p->cut->node, "path", at);
}

static const char *telling(const struct playing *p)
{
    return p->level == LEVEL_GENTLE ? " in a gentle telling" : "";
}

/* Comes to the scene `at` of the path, from where the viewing stands. The first may be any scene: a cut
 * begins where it says. */
static bool arrive(struct playing *p, int at, bool is_first)
{
    const struct scene *scenes = p->story->scenes;
    int scene = p->cut->path[at];
    if (!is_first && !go_to(p, scene)) {
        diag_node(p->diags, p->story->doc, path_node(p, at), TAG_BAD_CUT, check_no_suggestion,
                  "cut \"%.*s\" cannot go from scene \"%.*s\" to \"%.*s\"%s", STR_ARG(p->cut->id),
                  STR_ARG(scenes[p->scene].id), STR_ARG(scenes[scene].id), telling(p));
        return false;
    }
    show(p, scene);
    return true;
}

/* False where the path does not hold at this level. */
static bool play(struct playing *p, enum level level, double *minutes_out)
{
    bool is_first = true;
    begin(p, level);
    *minutes_out = 0;
    for (int i = 0; i < p->cut->path_count; i++) {
        int scene = p->cut->path[i];
        if (passing_shown(p->passing, scene, level) != scene) {
            continue;
        }
        if (!arrive(p, i, is_first)) {
            return false;
        }
        is_first = false;
        *minutes_out += scene_minutes(p);
    }
    if (is_first) {
        diag_node(p->diags, p->story->doc, path_node(p, 0), TAG_BAD_CUT, check_no_suggestion,
                  "cut \"%.*s\" has no scene left%s", STR_ARG(p->cut->id), telling(p));
    }
    return !is_first;
}

static void check_attract(const struct playing *p)
{
    uint32_t node = path_node(p, 0);
    for (int i = 0; i < p->cut->path_count; i++) {
        int scene = p->cut->path[i];
        if (p->story->scenes[scene].advisories) {
            diag_node(p->diags, p->story->doc, node, TAG_BAD_CUT, check_no_suggestion,
                      "cut \"attract\" shows scene \"%.*s\", which carries an advisory",
                      STR_ARG(p->story->scenes[scene].id));
        }
        node = check_element_behind(p->story->doc, p->cut->node, node);
    }
}

static void check_cut(struct playing *p)
{
    double minutes = 0, gentle_minutes = 0;
    if (str_is(p->cut->id, "attract")) {
        check_attract(p);
    }
    if (play(p, LEVEL_FULL, &minutes)) {
        check_minutes(p, minutes);
        (void)play(p, LEVEL_GENTLE, &gentle_minutes);
    }
    clear_visited(p);
}

void check_cuts(const struct story *s, struct passing passing, struct diag_list *diags)
{
    struct arena arena = {0};
    struct playing p = {
        .story = s,
        .passing = passing,
        .diags = diags,
        .variables = arena_new(&arena, struct value, (size_t)s->variable_count),
        .visited = arena_new(&arena, uint32_t, (size_t)s->scene_count),
    };
    for (int i = 0; i < s->cut_count; i++) {
        p.cut = &s->cuts[i];
        check_cut(&p);
    }
    arena_finish(&p.texts);
    arena_finish(&arena);
}
