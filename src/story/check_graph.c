#include "story/check_internal.h"

/* Not yet followed; on the way that is being followed. */
enum { UNKNOWN = -1, ON_WAY = -2 };

/* Follows the scenes that a gentle telling passes. */
struct follower {
    const struct story *story;
    struct diag_list *diags;
    int *shown; /* by scene */
    int *way;   /* the passed scenes followed now */
    int way_count;
};

static int position_on_way(const struct follower *f, int scene)
{
    int at = f->way_count - 1;
    while (at > 0 && f->way[at] != scene) {
        at--;
    }
    return at;
}

/* Named from the circle's first scene in story order on, and there again at its end. */
static void report_circle(const struct follower *f, const int *scenes, int count)
{
    int first = 0;
    for (int i = 1; i < count; i++) {
        first = scenes[i] < scenes[first] ? i : first;
    }
    struct strbuf way = {0};
    for (int i = 0; i <= count && i < CHECK_MOST_NAMED; i++) {
        const struct scene *scene = &f->story->scenes[scenes[(first + i) % count]];
        strbuf_printf(&way, "%s%.*s", i > 0 ? " > " : "", STR_ARG(scene->id));
    }
    strbuf_add_c(&way, count >= CHECK_MOST_NAMED ? " > …" : "");
    const struct scene *scene = &f->story->scenes[scenes[first]];
    diag_node(f->diags, f->story->doc, scene->node, TAG_GENTLE_LOOP, check_no_suggestion,
              "a gentle telling passes these scenes in a circle: %.*s", STR_ARG(strbuf_str(&way)));
    strbuf_finish(&way);
}

/* The way has come to `scene`: all on it lead there, or in a circle. */
static void settle_way(struct follower *f, int scene)
{
    bool is_circle = f->shown[scene] == ON_WAY;
    int from = is_circle ? position_on_way(f, scene) : f->way_count;
    if (is_circle && f->diags) {
        report_circle(f, f->way + from, f->way_count - from);
    }
    /* What leads into a circle is shown itself, as the scenes of the circle are. */
    bool leads_nowhere = is_circle || f->shown[scene] == scene;
    for (int i = 0; i < f->way_count; i++) {
        bool is_itself = leads_nowhere && scene_is_passed(&f->story->scenes[scene], LEVEL_GENTLE);
        f->shown[f->way[i]] = is_itself ? f->way[i] : f->shown[scene];
    }
}

static void follow(struct follower *f, int scene)
{
    f->way_count = 0;
    while (f->shown[scene] == UNKNOWN) {
        const struct scene *at = &f->story->scenes[scene];
        int next = scene_next(at, LEVEL_GENTLE);
        if (!scene_is_passed(at, LEVEL_GENTLE) || next < 0) {
            f->shown[scene] = scene;
            break;
        }
        f->shown[scene] = ON_WAY;
        f->way[f->way_count++] = scene;
        scene = next;
    }
    settle_way(f, scene);
}

struct passing passing_find(const struct story *s, struct arena *a, struct diag_list *diags)
{
    struct follower f = {
        .story = s,
        .diags = diags,
        .shown = arena_new(a, int, (size_t)s->scene_count),
        .way = arena_new(a, int, (size_t)s->scene_count),
    };
    for (int i = 0; i < s->scene_count; i++) {
        f.shown[i] = UNKNOWN;
    }
    for (int i = 0; i < s->scene_count; i++) {
        follow(&f, i);
    }
    return (struct passing){f.shown};
}

static bool has_gentle_caption(const struct scene *scene)
{
    for (int i = 0; i < scene->caption_count; i++) {
        if (scene->captions[i].gentle_omits || scene->captions[i].gentle.id != 0) {
            return true;
        }
    }
    return false;
}

static void check_gentle(const struct story *s, const struct scene *scene, struct diag_list *diags)
{
    if (scene->advisories && !scene->gentle && !has_gentle_caption(scene)) {
        diag_node(diags, s->doc, scene->node, TAG_UNGENTLE, check_no_suggestion,
                  "scene \"%.*s\" carries an advisory, but nothing tells it gently",
                  STR_ARG(scene->id));
    }
    if (!scene_is_passed(scene, LEVEL_GENTLE) && scene_caption_count(scene, LEVEL_GENTLE) == 0) {
        diag_node(diags, s->doc, scene->node, TAG_GENTLE_EMPTY, check_no_suggestion,
                  "scene \"%.*s\" has no caption left in a gentle telling", STR_ARG(scene->id));
    }
    if (scene->advisories && scene->skip.id == 0) {
        diag_node(diags, s->doc, scene->node, TAG_NO_SKIP, check_no_suggestion,
                  "scene \"%.*s\" carries an advisory, but has no \"skip\"", STR_ARG(scene->id));
    }
}

void check_graph(const struct story *s, struct diag_list *diags)
{
    struct arena arena = {0};
    struct passing passing = passing_find(s, &arena, diags);
    for (int i = 0; i < s->scene_count; i++) {
        check_gentle(s, &s->scenes[i], diags);
    }
    check_reach(s, passing, CHECK_MOST_STATES, diags);
    check_cuts(s, passing, diags);
    arena_finish(&arena);
}
