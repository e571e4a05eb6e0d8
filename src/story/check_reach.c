#include <stdlib.h>

#include "base/memory.h"
#include "story/check_explore.h"
#include "story/check_internal.h"

/* Where choices and `next` lead if no condition is asked: what this does not come to, no state
 * does. */
struct flood {
    const struct story *story;
    struct passing passing;
    bool *is_entered;
    int *queue;
    int queued;
};

static void enter(struct flood *f, int scene)
{
    if (!f->is_entered[scene]) {
        f->is_entered[scene] = true;
        f->queue[f->queued++] = scene;
    }
}

static void flood_from(struct flood *f, int entered, enum level level)
{
    const struct scene *scene = &f->story->scenes[passing_shown(f->passing, entered, level)];
    int next = scene_next(scene, level);
    if (next >= 0) {
        enter(f, next);
    } else if (scene_has_choices(scene, level)) {
        for (int i = 0; i < scene->choice_count; i++) {
            if (check_is_told(&scene->choices[i], level)) {
                enter(f, scene->choices[i].to);
            }
        }
    }
}

/* By scene: may it be shown? To be freed. */
static bool *flood_story(const struct story *s, struct passing passing)
{
    size_t scenes = (size_t)s->scene_count;
    struct flood f = {
        .story = s,
        .passing = passing,
        .is_entered = memory_zeroed(memory_product(scenes, sizeof *f.is_entered)),
        .queue = memory_zeroed(memory_product(scenes, sizeof *f.queue)),
    };
    enter(&f, s->start);
    for (int i = 0; i < f.queued; i++) {
        flood_from(&f, f.queue[i], LEVEL_FULL);
        flood_from(&f, f.queue[i], LEVEL_GENTLE);
    }
    /* All that is entered may be shown in full; what a gentle telling passes to, besides. */
    for (int i = 0; i < f.queued; i++) {
        f.is_entered[passing_shown(passing, f.queue[i], LEVEL_GENTLE)] = true;
    }
    free(f.queue);
    return f.is_entered;
}

struct report {
    const struct story *story;
    const struct explorer *explorer;
    struct diag_list *diags;
};

static void write_way(const struct story *s, const int *scenes, int count, struct strbuf *out)
{
    for (int i = 0; i < count && i < CHECK_MOST_NAMED; i++) {
        strbuf_printf(out, "%s%.*s", i > 0 ? " > " : "", STR_ARG(s->scenes[scenes[i]].id));
    }
    strbuf_add_c(out, count > CHECK_MOST_NAMED ? " > …" : "");
}

static void report_dead_end(const struct report *r, int scene, const struct scene_fate *fate)
{
    struct arena arena = {0};
    struct strbuf way = {0};
    const int *scenes = NULL;
    int count = explorer_way(r->explorer, fate->dead_state, fate->dead_level, &arena, &scenes);
    write_way(r->story, scenes, count, &way);
    diag_node(r->diags, r->story->doc, r->story->scenes[scene].node, TAG_DEAD_END,
              check_no_suggestion, "every choice of scene \"%.*s\" is hidden%s after %.*s",
              STR_ARG(r->story->scenes[scene].id),
              fate->dead_level == LEVEL_GENTLE ? " in a gentle telling" : "",
              STR_ARG(strbuf_str(&way)));
    strbuf_finish(&way);
    arena_finish(&arena);
}

static void report_shown(const struct report *r, int scene, const struct scene_fate *fate)
{
    if (!fate->can_end && explorer_is_complete(r->explorer)) {
        diag_node(r->diags, r->story->doc, r->story->scenes[scene].node, TAG_NO_ENDING,
                  check_no_suggestion, "from scene \"%.*s\" no ending can be reached",
                  STR_ARG(r->story->scenes[scene].id));
    }
    if (fate->dead_state != EXPLORE_NONE) {
        report_dead_end(r, scene, fate);
    }
}

static void report_scenes(const struct report *r, const bool *may_be_shown)
{
    const struct scene_fate *fates = explorer_fates(r->explorer);
    for (int i = 0; i < r->story->scene_count; i++) {
        if (fates[i].is_shown) {
            report_shown(r, i, &fates[i]);
        } else if (!may_be_shown[i] || explorer_is_complete(r->explorer)) {
            diag_node(r->diags, r->story->doc, r->story->scenes[i].node, TAG_UNREACHABLE,
                      check_no_suggestion, "no way from the start leads to scene \"%.*s\"",
                      STR_ARG(r->story->scenes[i].id));
        }
    }
}

void check_reach(const struct story *s, struct passing passing, uint32_t most_states,
                 struct diag_list *diags)
{
    struct explorer *explorer = explore(s, passing, most_states);
    struct report report = {s, explorer, diags};
    bool *may_be_shown = flood_story(s, passing);
    report_scenes(&report, may_be_shown);
    if (!explorer_is_complete(explorer)) {
        diag_node(diags, s->doc, 0, TAG_NOTE, check_no_suggestion,
                  "the story has more states than are explored: %u were seen, and what lies beyond "
                  "them was not checked",
                  explorer_state_count(explorer));
    }
    free(may_be_shown);
    explorer_destroy(explorer);
}
