#include "app/tally.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/memory.h"

struct tally {
    const struct player *player;
    int64_t began_ms;
    struct arena arena;
    struct session_choice *choices;
    int choice_count;
    int steps; /* of the viewing, as far as they were looked at */
    struct str last_scene;
    unsigned access;
    int restarts;
    bool is_completed, has_viewed, is_home;
};

struct tally *tally_create(const struct player *p, int64_t now_ms)
{
    struct tally *t = memory_zeroed(sizeof *t);
    t->player = p;
    t->began_ms = now_ms;
    t->choices = arena_new(&t->arena, struct session_choice, CHOICES_MOST);
    t->is_home = true;
    tally_turn(t);
    return t;
}

void tally_destroy(struct tally *t)
{
    if (t) {
        arena_finish(&t->arena);
        free(t);
    }
}

static unsigned access_of(const struct settings *s)
{
    unsigned used = 0;
    used |= s->speech ? (unsigned)ACCESS_SPEECH : 0;
    used |= s->text_size > TEXT_SIZE_LEAST ? (unsigned)ACCESS_LARGE_TEXT : 0;
    used |= s->preferred[PREFERENCE_THEME] != THEME_DARK ? (unsigned)ACCESS_THEME : 0;
    used |= s->reach ? (unsigned)ACCESS_REACH : 0;
    return used;
}

/* A step is a choice where its scene is left by one; a scene that leads on is left by ">". */
static void take_step(struct tally *t, struct step step)
{
    if (!str_is(step.exit, ">") && t->choice_count < CHOICES_MOST) {
        t->choices[t->choice_count++] = (struct session_choice){arena_str(&t->arena, step.scene),
                                                                arena_str(&t->arena, step.exit)};
    }
}

/* Steps that a bookmark brought along were made by somebody else, or on another day. */
static void enter(struct tally *t, const struct viewing *v)
{
    t->steps = viewing_step_count(v);
    t->restarts += t->has_viewed && t->steps == 0;
    t->has_viewed = true;
    t->is_home = false;
}

void tally_turn(struct tally *t)
{
    const struct viewing *v = player_viewing(t->player);
    enum screen screen = player_screen(t->player);
    t->access |= access_of(player_settings(t->player));
    if (!v || screen == SCREEN_OPENING) {
        t->is_home = true;
        return;
    }
    if (t->is_home) {
        enter(t, v);
    }
    int steps = viewing_step_count(v);
    for (int i = t->steps; i < steps; i++) {
        take_step(t, viewing_step(v, i));
    }
    t->steps = steps;
    t->last_scene = viewing_scene(v)->id;
    t->is_completed |= screen == SCREEN_ENDING;
}

struct session_count tally_end(struct tally *t, struct str day, enum session_end end, int64_t now_ms)
{
    return (struct session_count){
        .day = day,
        .story = player_story(t->player)->id,
        .language = player_language(t->player),
        .dwell_ms = now_ms - t->began_ms,
        .choices = t->choices,
        .choice_count = t->choice_count,
        .last_scene = t->last_scene,
        .end = end,
        .access = t->access,
        .restarts = t->restarts,
        .is_completed = t->is_completed,
    };
}
