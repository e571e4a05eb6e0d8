/* The attract loop: the cut "attract", scene after scene, until somebody comes. */
#include "player/kiosk_internal.h"
#include "viewing/roads.h"

static const struct cut *attract_cut(const struct story *s)
{
    for (int i = 0; i < s->cut_count; i++) {
        if (str_is(s->cuts[i].id, "attract")) {
            return &s->cuts[i];
        }
    }
    return NULL;
}

static int length_of(const struct player *p)
{
    const struct cut *cut = attract_cut(p->story);
    return cut ? cut->path_count : p->story->chapter_count;
}

/* Nobody who passes by has agreed to see what needs a warning: such a scene is left out, whatever the story says.
 * A story without the cut shows how its chapters begin. */
static int scene_at(const struct player *p, int n)
{
    const struct cut *cut = attract_cut(p->story);
    int scene = cut ? cut->path[n] : roads_chapter_start(p->story, n, p->level);
    if (scene < 0) {
        return -1;
    }
    const struct scene *s = &p->story->scenes[scene];
    bool can = s->advisories == 0 && scene_caption_count(s, p->level) > 0;
    return can ? scene : -1;
}

static bool show_from(struct player *p, int n)
{
    int length = length_of(p);
    for (int i = 0; i < length; i++) {
        int scene = scene_at(p, (n + i) % length);
        if (scene >= 0) {
            p->attract_at = (n + i) % length;
            p->settled = true;
            (void)flow_begin(p, scene);
            flow_stand(p, 0);
            return true;
        }
    }
    return false;
}

void attract_begin(struct player *p)
{
    p->is_attract = show_from(p, 0);
}

bool attract_go_on(struct player *p)
{
    return show_from(p, p->attract_at + 1);
}

void attract_enter(struct player *p)
{
    if (!p->is_attract) {
        return;
    }
    int scene = viewing_scene_index(p->viewing);
    p->is_attract = false;
    p->settled = false;
    trail_forget(p->trail);
    (void)flow_begin(p, scene);
    p->came_from = scene; /* they have seen which chapter it is of */
    if (p->settled) {
        flow_enter(p);
    }
}
