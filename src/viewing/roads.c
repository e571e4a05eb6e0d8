#include "viewing/roads.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* --- turns --- */

static int find_offer(const struct viewing *v, struct str id)
{
    struct offers offers = viewing_offers(v);
    for (int i = 0; i < offers.count; i++) {
        if (str_eq(viewing_scene(v)->choices[offers.choices[i]].id, id)) {
            return i;
        }
    }
    return -1;
}

/* What the present level offers at this point of the road; nothing where it passes the scene. */
static void take_others(struct viewing *then, enum level now, struct turn *turn, struct arena *a)
{
    viewing_set_level(then, now);
    if (viewing_scene_index(then) == turn->scene) {
        struct offers offers = viewing_offers(then);
        const struct choice **others = arena_new(a, const struct choice *, (size_t)offers.count);
        for (int i = 0; i < offers.count; i++) {
            const struct choice *choice = &viewing_scene(then)->choices[offers.choices[i]];
            if (choice != turn->made) {
                others[turn->other_count++] = choice;
            }
        }
        turn->others = others;
    }
    viewing_set_level(then, turn->level);
}

/* Takes the step that was taken there. */
static bool follow(struct viewing *then, const struct visit *visit)
{
    return visit->choice ? viewing_choose(then, find_offer(then, visit->choice->id)) : viewing_next(then);
}

/* What is offered hangs on the state, so the road is gone once more. */
int roads_turns(const struct viewing *v, struct arena *a, const struct turn **turns_out)
{
    const struct visit *visits;
    int count = viewing_history(v, a, &visits);
    struct turn *turns = arena_new(a, struct turn, (size_t)count);
    struct viewing *then = viewing_create(viewing_story(v), viewing_start(v), visits[0].level);
    int turn_count = 0;
    for (int i = 0; i + 1 < count; i++) {
        viewing_set_level(then, visits[i].level);
        if (visits[i].choice) {
            struct turn *turn = &turns[turn_count++];
            *turn = (struct turn){
                .scene = visits[i].scene,
                .level = visits[i].level,
                .steps = visits[i].steps,
                .made = visits[i].choice,
            };
            take_others(then, viewing_level(v), turn, a);
        }
        if (!follow(then, &visits[i])) {
            break;
        }
    }
    viewing_destroy(then);
    *turns_out = turns;
    return turn_count;
}

int roads_chapter_start(const struct story *s, int chapter, enum level level)
{
    for (int i = 0; i < s->scene_count; i++) {
        const struct scene *scene = &s->scenes[i];
        if (scene->chapter == chapter && !scene_is_passed(scene, level) && !scene_ending(scene, level)) {
            return i;
        }
    }
    return -1;
}

/* --- the trail --- */

struct trail {
    const struct story *story;
    bool *scenes;
    bool *choices;        /* of all scenes, one after the other */
    size_t *first_choice; /* of each scene, among them */
    size_t choice_count;
};

struct trail *trail_create(const struct story *s)
{
    struct trail *t = memory_zeroed(sizeof *t);
    t->story = s;
    t->scenes = memory_zeroed(memory_product((size_t)s->scene_count, sizeof *t->scenes));
    t->first_choice = memory_zeroed(memory_product((size_t)s->scene_count, sizeof *t->first_choice));
    for (int i = 0; i < s->scene_count; i++) {
        t->first_choice[i] = t->choice_count;
        t->choice_count += (size_t)s->scenes[i].choice_count;
    }
    t->choices = memory_zeroed(memory_product(t->choice_count, sizeof *t->choices));
    return t;
}

void trail_destroy(struct trail *t)
{
    if (t) {
        free(t->choices);
        free(t->first_choice);
        free(t->scenes);
        free(t);
    }
}

void trail_forget(struct trail *t)
{
    memset(t->scenes, 0, (size_t)t->story->scene_count * sizeof *t->scenes);
    if (t->choice_count) {
        memset(t->choices, 0, t->choice_count * sizeof *t->choices);
    }
}

static bool *choice_mark(const struct trail *t, int scene, const struct choice *choice)
{
    return &t->choices[t->first_choice[scene] + (size_t)(choice - t->story->scenes[scene].choices)];
}

void trail_note(struct trail *t, const struct viewing *v)
{
    struct arena scratch = {0};
    const struct visit *visits;
    int count = viewing_history(v, &scratch, &visits);
    for (int i = 0; i < count; i++) {
        t->scenes[visits[i].scene] = true;
        if (visits[i].choice) {
            *choice_mark(t, visits[i].scene, visits[i].choice) = true;
        }
    }
    arena_finish(&scratch);
}

bool trail_has_scene(const struct trail *t, int scene)
{
    return t->scenes[scene];
}

bool trail_has_choice(const struct trail *t, int scene, const struct choice *choice)
{
    return *choice_mark(t, scene, choice);
}

enum portion trail_chapter(const struct trail *t, int chapter, enum level level)
{
    int seen = 0;
    int all = 0;
    for (int i = 0; i < t->story->scene_count; i++) {
        const struct scene *scene = &t->story->scenes[i];
        if (scene->chapter == chapter && !scene_is_passed(scene, level)) {
            all++;
            seen += t->scenes[i];
        }
    }
    return seen == 0 ? PORTION_NONE : (seen == all ? PORTION_ALL : PORTION_SOME);
}
