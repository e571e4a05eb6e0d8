#include "viewing/walk.h"

#include "base/num.h"

struct walker {
    const struct walk_options *options;
    struct viewing *viewing;
    uint64_t random; /* SplitMix64's state */
    int taken;       /* of options->choose */
};

uint64_t splitmix64_next(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static void write_name(struct strbuf *out, const char *name)
{
    strbuf_printf(out, ",\"%s\":", name);
}

static void write_text(struct strbuf *out, const struct walker *w, struct text t)
{
    struct arena scratch = {0};
    json_write_string(out, viewing_show(w->viewing, w->options->words, t, &scratch).text);
    arena_finish(&scratch);
}

static void write_because(struct strbuf *out, const struct walker *w)
{
    struct arena scratch = {0};
    struct str because = viewing_because(w->viewing, w->options->words, &scratch).text;
    if (because.n > 0) {
        json_write_string(out, because);
    } else {
        strbuf_add_c(out, "null");
    }
    arena_finish(&scratch);
}

static void write_captions(struct strbuf *out, const struct walker *w)
{
    const struct scene *scene = viewing_scene(w->viewing);
    enum level level = viewing_level(w->viewing);
    strbuf_add_byte(out, '[');
    for (int i = 0; i < scene_caption_count(scene, level); i++) {
        strbuf_add_c(out, i > 0 ? "," : "");
        write_text(out, w, scene_caption(scene, level, i).text);
    }
    strbuf_add_byte(out, ']');
}

static void write_choices(struct strbuf *out, const struct walker *w)
{
    struct offers offers = viewing_offers(w->viewing);
    strbuf_add_byte(out, '[');
    for (int i = 0; i < offers.count; i++) {
        strbuf_add_c(out, i > 0 ? "," : "");
        write_text(out, w, viewing_scene(w->viewing)->choices[offers.choices[i]].text);
    }
    strbuf_add_byte(out, ']');
}

static void write_value(struct strbuf *out, struct value value)
{
    char number[32];
    switch (value.kind) {
    case VALUE_NULL:
        strbuf_add_c(out, "null");
        return;
    case VALUE_BOOL:
        strbuf_add_c(out, value.truth ? "true" : "false");
        return;
    case VALUE_NUMBER:
        strbuf_add(out, (struct str){number, num_write(value.number, number)});
        return;
    case VALUE_STRING:
        json_write_string(out, value.string);
        return;
    }
}

static void write_state(struct strbuf *out, const struct walker *w)
{
    const struct story *s = viewing_story(w->viewing);
    const struct value *values = viewing_env(w->viewing).variables;
    strbuf_add_byte(out, '{');
    for (int i = 0; i < s->variable_count; i++) {
        strbuf_add_c(out, i > 0 ? "," : "");
        json_write_string(out, s->variables[i].name);
        strbuf_add_byte(out, ':');
        write_value(out, values[i]);
    }
    strbuf_add_byte(out, '}');
}

static void write_ending(struct strbuf *out, const struct ending *ending)
{
    if (ending) {
        json_write_string(out, ending->id);
    } else {
        strbuf_add_c(out, "null");
    }
}

static void write_scene(struct strbuf *out, const struct walker *w)
{
    const struct story *s = viewing_story(w->viewing);
    const struct scene *scene = viewing_scene(w->viewing);
    enum level level = viewing_level(w->viewing);
    strbuf_printf(out, "{\"step\":%d", viewing_step_count(w->viewing) + 1);
    write_name(out, "scene");
    json_write_string(out, scene->id);
    write_name(out, "chapter");
    json_write_string(out, scene->chapter < 0 ? STR("") : s->chapters[scene->chapter].id);
    write_name(out, "title");
    write_text(out, w, scene_title(scene, level));
    write_name(out, "because");
    write_because(out, w);
    write_name(out, "captions");
    write_captions(out, w);
    write_name(out, "choices");
    write_choices(out, w);
    write_name(out, "state");
    write_state(out, w);
    write_name(out, "ending");
    write_ending(out, scene_ending(scene, level));
    strbuf_add_c(out, "}\n");
}

static bool print_scene(const struct walker *w)
{
    struct strbuf line = {0};
    write_scene(&line, w);
    bool is_wanted = w->options->write(w->options->self, strbuf_str(&line));
    strbuf_finish(&line);
    return is_wanted;
}

enum onward { ONWARD_MOVED, ONWARD_STOPPED, ONWARD_FAILED };

static bool has_ended(const struct walker *w)
{
    return scene_ending(viewing_scene(w->viewing), viewing_level(w->viewing)) != NULL;
}

static enum onward choose_random(struct walker *w)
{
    int offered = viewing_offers(w->viewing).count;
    uint64_t draw = splitmix64_next(&w->random) >> 33;
    if (offered == 0) {
        return ONWARD_STOPPED;
    }
    (void)viewing_choose(w->viewing, (int)(draw % (uint64_t)offered));
    return ONWARD_MOVED;
}

static enum onward choose_listed(struct walker *w, struct error *err)
{
    if (w->taken >= w->options->choose_count) {
        return ONWARD_STOPPED;
    }
    int offered = viewing_offers(w->viewing).count;
    int n = w->options->choose[w->taken++];
    if (n >= 1 && viewing_choose(w->viewing, n - 1)) {
        return ONWARD_MOVED;
    }
    struct str id = viewing_scene(w->viewing)->id;
    (void)error_set(err, "step %d: scene \"%.*s\" offers %d choice%s, and number %d was asked for",
                    viewing_step_count(w->viewing) + 1, STR_ARG(id), offered,
                    offered == 1 ? "" : "s", n);
    return ONWARD_FAILED;
}

static enum onward end(const struct walker *w, struct error *err)
{
    int left = w->options->choose_count - w->taken;
    if (w->options->random || left <= 0) {
        return ONWARD_STOPPED;
    }
    struct str id = viewing_scene(w->viewing)->id;
    (void)error_set(err, "step %d: scene \"%.*s\" is an ending, and %d more choice%s asked for",
                    viewing_step_count(w->viewing) + 1, STR_ARG(id), left,
                    left == 1 ? " was" : "s were");
    return ONWARD_FAILED;
}

static enum onward go_on(struct walker *w, struct error *err)
{
    const struct scene *scene = viewing_scene(w->viewing);
    if (has_ended(w)) {
        return end(w, err);
    }
    if (!scene_has_choices(scene, viewing_level(w->viewing))) {
        return viewing_next(w->viewing) ? ONWARD_MOVED : ONWARD_STOPPED;
    }
    return w->options->random ? choose_random(w) : choose_listed(w, err);
}

bool walk(const struct story *s, const struct walk_options *o, struct error *err)
{
    struct walker w = {
        .options = o,
        .viewing = viewing_create(s, o->start, o->level),
        .random = o->seed,
    };
    if (o->yes.n > 0 && o->no.n > 0) {
        viewing_set_yes_no(w.viewing, o->yes, o->no);
    }
    enum onward onward = ONWARD_MOVED;
    int lines = 0;
    while (onward == ONWARD_MOVED && lines++ < o->most_steps && print_scene(&w)) {
        onward = go_on(&w, err);
    }
    viewing_destroy(w.viewing);
    return onward != ONWARD_FAILED;
}
