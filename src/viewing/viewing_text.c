#include <inttypes.h>

#include "base/limits.h"
#include "viewing/viewing.h"

static const struct str level_names[] = {
    [LEVEL_FULL] = STR_INIT("full"),
    [LEVEL_GENTLE] = STR_INIT("gentle"),
};

static bool level_by_name(struct str name, enum level *level_out)
{
    for (size_t i = 0; i < COUNT(level_names); i++) {
        if (str_eq(name, level_names[i])) {
            *level_out = (enum level)i;
            return true;
        }
    }
    return false;
}

struct str viewing_to_text(const struct viewing *v, int caption, struct arena *a)
{
    const struct story *s = viewing_story(v);
    struct strbuf b = {0};
    strbuf_printf(&b, "lantern 1\nstory %.*s\nstart %.*s\nlevel %s\ncaption %d\n",
                  STR_ARG(s->id), STR_ARG(s->scenes[viewing_start(v)].id),
                  level_names[viewing_level(v)].s, caption);
    for (int i = 0; i < viewing_step_count(v); i++) {
        struct step step = viewing_step(v, i);
        strbuf_printf(&b, "%.*s %s %.*s\n", STR_ARG(step.scene), level_names[step.level].s,
                      STR_ARG(step.exit));
    }
    struct str text = arena_str(a, strbuf_str(&b));
    strbuf_finish(&b);
    return text;
}

/* Goes through a text line by line; `line` is the number of the one read last. */
struct reader {
    struct str text;
    size_t at;
    int line;
};

/* False at the end and at a last line without its newline, which was cut off. */
static bool read_line(struct reader *r, struct str *line_out)
{
    size_t end = str_find(r->text, '\n', r->at);
    r->line++;
    if (end >= r->text.n) {
        return false;
    }
    *line_out = str_sub(r->text, r->at, end - r->at);
    r->at = end + 1;
    return true;
}

static bool is_at_end(const struct reader *r)
{
    return r->at >= r->text.n;
}

/* A line "NAME VALUE". */
static bool read_field(struct reader *r, const char *name, struct str *value_out)
{
    struct str line = {0};
    if (!read_line(r, &line)) {
        return false;
    }
    size_t space = str_find(line, ' ', 0);
    *value_out = str_after(line, space + 1);
    return space < line.n && str_is(str_sub(line, 0, space), name);
}

struct head {
    struct str start;
    enum level level;
    int64_t caption;
};

static bool read_version(struct reader *r, struct error *err)
{
    struct str version = {0};
    if (!read_field(r, "lantern", &version)) {
        return error_set(err, "the bookmark is not one of lantern's");
    }
    if (!str_is(version, "1")) {
        return error_set(err, "the bookmark is of version \"%.*s\"; this program reads version 1",
                         STR_ARG(str_sub(version, 0, 20)));
    }
    return true;
}

static bool read_head(struct reader *r, const struct story *s, struct head *head_out,
                      struct error *err)
{
    struct str story = {0}, level = {0}, caption = {0};
    if (!read_version(r, err)) {
        return false;
    }
    if (!read_field(r, "story", &story)) {
        return error_set(err, "the bookmark does not say which story it belongs to");
    }
    if (!str_eq(story, s->id)) {
        return error_set(err, "the bookmark belongs to the story \"%.*s\", not to \"%.*s\"",
                         STR_ARG(str_sub(story, 0, 64)), STR_ARG(s->id));
    }
    if (!read_field(r, "start", &head_out->start) || !read_field(r, "level", &level) ||
        !level_by_name(level, &head_out->level) || !read_field(r, "caption", &caption) ||
        !str_to_int(caption, 0, INT32_MAX, &head_out->caption)) {
        return error_set(err, "the bookmark is damaged at its line %d", r->line);
    }
    return true;
}

/* "SCENE LEVEL EXIT" */
static bool step_parse(struct str line, struct step *step_out)
{
    size_t first = str_find(line, ' ', 0);
    size_t second = first < line.n ? str_find(line, ' ', first + 1) : line.n;
    if (second >= line.n) {
        return false;
    }
    step_out->scene = str_sub(line, 0, first);
    step_out->exit = str_after(line, second + 1);
    return level_by_name(str_sub(line, first + 1, second - first - 1), &step_out->level);
}

static bool choose_by_id(struct viewing *v, struct str id)
{
    struct offers offers = viewing_offers(v);
    for (int i = 0; i < offers.count; i++) {
        if (str_eq(viewing_scene(v)->choices[offers.choices[i]].id, id)) {
            return viewing_choose(v, i);
        }
    }
    return false;
}

static bool replay_step(struct viewing *v, const struct step *step, struct error *err)
{
    viewing_set_level(v, step->level);
    const struct scene *scene = viewing_scene(v);
    int number = viewing_step_count(v) + 1;
    if (!str_eq(scene->id, step->scene)) {
        return error_set(err,
                         "the story has changed: step %d was made in scene \"%.*s\", "
                         "now \"%.*s\" stands there",
                         number, STR_ARG(str_sub(step->scene, 0, 64)), STR_ARG(scene->id));
    }
    if (str_is(step->exit, ">") ? !viewing_next(v) : !choose_by_id(v, step->exit)) {
        return error_set(err,
                         "the story has changed: step %d left scene \"%.*s\" by \"%.*s\", "
                         "which it does not offer",
                         number, STR_ARG(scene->id), STR_ARG(str_sub(step->exit, 0, 64)));
    }
    return true;
}

static bool replay_steps(struct viewing *v, struct reader *r, struct error *err)
{
    while (!is_at_end(r)) {
        struct str line = {0};
        struct step step = {0};
        if (!read_line(r, &line)) {
            return error_set(err, "the bookmark breaks off within its line %d", r->line);
        }
        if (!step_parse(line, &step)) {
            return error_set(err, "the bookmark is damaged at its line %d", r->line);
        }
        if (!replay_step(v, &step, err)) {
            return false;
        }
    }
    return true;
}

static bool replay_from_start(struct viewing *v, struct reader *r, const struct head *head,
                              struct error *err)
{
    if (story_find_scene(viewing_story(v), head->start) < 0) {
        return error_set(err,
                         "the story has changed: scene \"%.*s\", where the viewing began, "
                         "is not in it",
                         STR_ARG(str_sub(head->start, 0, 64)));
    }
    return replay_steps(v, r, err);
}

enum replay viewing_from_text(const struct story *s, struct str text, struct viewing **v_out,
                              int *caption_out, struct error *err)
{
    struct reader reader = {.text = text};
    struct head head = {0};
    *v_out = NULL;
    *caption_out = 0;
    if (text.n > BOOKMARK_MOST_BYTES) {
        (void)error_set(err, "the bookmark is larger than 16 MiB");
        return REPLAY_NOTHING;
    }
    if (!read_head(&reader, s, &head, err)) {
        return REPLAY_NOTHING;
    }
    struct viewing *v = viewing_create(s, story_find_scene(s, head.start), head.level);
    bool whole = replay_from_start(v, &reader, &head, err);
    viewing_set_level(v, head.level);
    int captions = scene_caption_count(viewing_scene(v), head.level);
    if (whole) {
        *caption_out = head.caption < captions ? (int)head.caption : captions;
    }
    *v_out = v;
    return whole ? REPLAY_WHOLE : REPLAY_PART;
}
