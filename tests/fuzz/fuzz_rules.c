/* A rule, as a condition and as what a choice sets: read, and evaluated over many steps. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "viewing/viewing.h"

enum { STEPS = 24 };

static const char before[] =
    "{\"format\":1,\"id\":\"r\",\"title\":\"R\",\"language\":\"en\",\"start\":\"a\",\"state\":{\"n\":3,\"s\":\"12\","
    "\"b\":true},\"chapters\":[{\"id\":\"c\",\"title\":\"C\"}],\"scenes\":[{\"id\":\"a\",\"chapter\":\"c\","
    "\"title\":\"A\",\"captions\":[{\"text\":\"{n} {s} {b}\"}],\"choices\":[{\"id\":\"x\",\"text\":\"x\",\"to\":\"a\","
    "\"if\":";
static const char between[] = "},{\"id\":\"y\",\"text\":\"y\",\"to\":\"a\",\"set\":{\"n\":";
static const char then[] = ",\"s\":";
static const char after[] = "}}]}]}";

static struct story *story_with(struct str rule, struct diag_list *faults)
{
    struct strbuf text = {0};
    struct error err;
    strbuf_add_c(&text, before);
    strbuf_add(&text, rule);
    strbuf_add_c(&text, between);
    strbuf_add(&text, rule);
    strbuf_add_c(&text, then);
    strbuf_add(&text, rule);
    strbuf_add_c(&text, after);
    struct story *s = story_load_text(strbuf_str(&text), "story.json", NULL, faults, &err);
    strbuf_finish(&text);
    return s;
}

static bool is_nan(struct value v)
{
    return v.kind == VALUE_NUMBER && isnan(v.number);
}

/* A rule has one value in one environment. */
static void evaluate(const struct viewing *v)
{
    struct arena a = {0};
    const struct scene *scene = viewing_scene(v);
    struct rule_env env = viewing_env(v);
    for (int i = 0; i < scene->choice_count; i++) {
        if (scene->choices[i].condition) {
            struct value one = rule_eval(scene->choices[i].condition, &env, &a);
            struct value two = rule_eval(scene->choices[i].condition, &env, &a);
            if (!value_same(one, two) && !(is_nan(one) && is_nan(two))) {
                abort();
            }
            fuzz_touch(value_to_string(one, &a));
            (void)value_parse_float(one, &a);
        }
    }
    arena_finish(&a);
}

static void show_caption(const struct viewing *v, const struct words *w)
{
    struct arena a = {0};
    const struct scene *scene = viewing_scene(v);
    for (int i = 0; i < scene_caption_count(scene, viewing_level(v)); i++) {
        fuzz_touch(viewing_show(v, w, scene_caption(scene, viewing_level(v), i).text, &a).text);
    }
    arena_finish(&a);
}

static void view(const struct story *s)
{
    struct words *w = words_original(s);
    struct viewing *v = viewing_create(s, -1, LEVEL_FULL);
    for (int i = 0; i < STEPS; i++) {
        evaluate(v);
        show_caption(v, w);
        int offered = viewing_offers(v).count;
        if (offered == 0 || !viewing_choose(v, offered - 1)) {
            break;
        }
    }
    viewing_destroy(v);
    words_destroy(w);
}

void fuzz_one(struct str bytes)
{
    struct diag_list faults = {0};
    struct story *s = story_with(bytes, &faults);
    if (s) {
        view(s);
    }
    story_destroy(s);
    fuzz_check_faults(&faults);
    diag_list_finish(&faults);
}
