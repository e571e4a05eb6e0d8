/* story.json: loaded, laid out anew, viewed at both levels, kept and resumed. */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "story/check.h"
#include "story/fmt.h"
#include "viewing/viewing.h"

enum { STEPS = 40 };

static void show(struct viewing *v, const struct words *w, struct text text, struct arena *a)
{
    fuzz_touch(viewing_show(v, w, text, a).text);
}

static void show_scene(struct viewing *v, const struct words *w)
{
    struct arena a = {0};
    const struct scene *scene = viewing_scene(v);
    enum level level = viewing_level(v);
    const struct ending *ending = scene_ending(scene, level);
    show(v, w, scene_title(scene, level), &a);
    fuzz_touch(viewing_because(v, w, &a).text);
    for (int i = 0; i < scene_caption_count(scene, level); i++) {
        show(v, w, scene_caption(scene, level, i).text, &a);
    }
    for (int i = 0; i < scene->choice_count; i++) {
        show(v, w, scene->choices[i].text, &a);
    }
    if (ending) {
        show(v, w, ending->text, &a);
    }
    const struct visit *visits;
    (void)viewing_history(v, &a, &visits);
    arena_finish(&a);
}

static bool step(struct viewing *v, int n)
{
    int offered = viewing_offers(v).count;
    return offered > 0 ? viewing_choose(v, n % offered) : viewing_next(v);
}

/* What was kept is what comes back. */
static void keep(const struct story *s, const struct viewing *v)
{
    struct arena a = {0};
    struct error err = {""};
    struct viewing *again = NULL;
    int caption;
    struct str text = viewing_to_text(v, 0, &a);
    if (viewing_from_text(s, text, &again, &caption, &err) != REPLAY_WHOLE ||
        !str_eq(viewing_to_text(again, 0, &a), text)) {
        abort();
    }
    viewing_destroy(again);
    arena_finish(&a);
}

static void view(const struct story *s, enum level level)
{
    struct words *w = words_original(s);
    struct viewing *v = viewing_create(s, -1, level);
    show_scene(v, w);
    for (int i = 0; i < STEPS && step(v, i); i++) {
        show_scene(v, w);
    }
    keep(s, v);
    viewing_set_level(v, level == LEVEL_FULL ? LEVEL_GENTLE : LEVEL_FULL);
    show_scene(v, w);
    while (viewing_back(v)) {
    }
    viewing_destroy(v);
    words_destroy(w);
}

static void lay_out(struct str bytes)
{
    struct diag_list faults = {0};
    struct strbuf once = {0}, twice = {0};
    if (fmt_json(bytes, STR("story.json"), &once, &faults) &&
        (!fmt_json(strbuf_str(&once), STR("story.json"), &twice, &faults) ||
         !str_eq(strbuf_str(&once), strbuf_str(&twice)))) {
        abort();
    }
    strbuf_finish(&once);
    strbuf_finish(&twice);
    diag_list_finish(&faults);
}

void fuzz_one(struct str bytes)
{
    struct diag_list faults = {0};
    struct error err = {""};
    struct story *s = story_load_text(bytes, "story.json", NULL, &faults, &err);
    if (s) {
        check_style(s, &faults);
        story_forget_source(s);
        view(s, LEVEL_FULL);
        view(s, LEVEL_GENTLE);
    } else if (faults.refusals == 0) {
        abort();
    }
    story_destroy(s);
    fuzz_check_faults(&faults);
    diag_list_finish(&faults);
    lay_out(bytes);
}
