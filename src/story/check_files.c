#include "base/map.h"
#include "story/check_internal.h"
#include "story/media.h"

#define LEAST_WIDTH 1280

/* One place that names a file. */
struct use {
    struct str path;
    uint32_t node;
    bool is_sound;
    bool is_whole_view; /* fills the screen */
};

/* What a file turned out to be. */
struct exam {
    struct str path;
    enum media_fault fault;
    struct str message;
    int width;
};

struct filing {
    const struct story *story;
    const struct check_options *options; /* NULL: none */
    struct diag_list *diags;
    struct arena arena;
    struct use *uses;
    int use_count;
    struct exam *exams;
    int exam_count;
    struct map pictures, sounds; /* path to exam */
};

static void count_layers(void *self, const struct picture *picture)
{
    int *count = self;
    *count += picture->layer_count;
}

/* At most, but for layers. */
static int count_uses(const struct story *s)
{
    int count = 1 + s->chapter_count + 3 * s->scene_count + s->map_count;
    for (uint32_t i = 1; i < s->text_count; i++) {
        count += s->texts[i].is_file;
    }
    return count;
}

static void add_use(struct filing *f, struct use use)
{
    if (use.path.n > 0) {
        f->uses[f->use_count++] = use;
    }
}

static void add_picture(void *self, const struct picture *picture)
{
    struct filing *f = self;
    const struct json_doc *doc = f->story->doc;
    add_use(f, (struct use){picture->file, check_member_or(doc, picture->node, "file"),
                            .is_whole_view = true});
    uint32_t layer = check_element_or(doc, picture->node, "layers", 0);
    for (int i = 0; i < picture->layer_count; i++) {
        uint32_t node = check_member_or(doc, layer, "file");
        add_use(f, (struct use){.path = picture->layers[i].file, .node = node});
        layer = check_element_behind(doc, picture->node, layer);
    }
}

static void add_sounds(struct filing *f)
{
    const struct story *s = f->story;
    for (int i = 0; i < s->scene_count; i++) {
        const struct sound *sound = s->scenes[i].sound;
        if (sound) {
            add_use(f, (struct use){sound->file, check_member_or(s->doc, sound->node, "file"),
                                    .is_sound = true});
        }
    }
    for (uint32_t i = 1; i < s->text_count; i++) {
        if (s->texts[i].is_file) {
            add_use(f, (struct use){s->texts[i].original, s->texts[i].node, .is_sound = true});
        }
    }
}

static void collect(struct filing *f)
{
    int layers = 0;
    check_each_picture(f->story, count_layers, &layers);
    for (int i = 0; i < f->story->map_count; i++) {
        layers += f->story->maps[i].picture.layer_count;
    }
    size_t most = (size_t)count_uses(f->story) + (size_t)layers;
    f->uses = arena_new(&f->arena, struct use, most);
    f->exams = arena_new(&f->arena, struct exam, most);
    check_each_picture(f->story, add_picture, f);
    for (int i = 0; i < f->story->map_count; i++) {
        add_picture(f, &f->story->maps[i].picture);
    }
    add_sounds(f);
}

static bool is_to_decode(const struct filing *f, const struct use *use)
{
    return !use->is_sound && f->options && f->options->decode && f->options->decode_picture;
}

static struct exam examine(struct filing *f, const struct use *use)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct media_info info = {0};
    struct str bytes = {0};
    struct exam exam = {.path = use->path};
    bool decode = is_to_decode(f, use);
    exam.fault = use->is_sound ? media_open_sound(&f->story->folder, use->path, &scratch, NULL,
                                                  &info, &err)
                               : media_open_picture(&f->story->folder, use->path, &scratch,
                                                    decode ? &bytes : NULL, &info, &err);
    exam.width = info.width;
    if (exam.fault != MEDIA_OK) {
        exam.message = arena_str(&f->arena, str_from(err.text));
    } else if (decode && !f->options->decode_picture(f->options->self, bytes, &err)) {
        exam.fault = MEDIA_UNREADABLE;
        exam.message = arena_printf(&f->arena, "cannot decode \"%.*s\": %s", STR_ARG(use->path),
                                    err.text);
    }
    arena_finish(&scratch);
    return exam;
}

/* Each file is examined once, however many places name it. */
static const struct exam *exam_of(struct filing *f, const struct use *use)
{
    struct map *map = use->is_sound ? &f->sounds : &f->pictures;
    intptr_t known = map_find(map, use->path, -1);
    if (known < 0) {
        known = f->exam_count;
        f->exams[f->exam_count++] = examine(f, use);
        (void)map_add(map, &f->arena, use->path, known);
    }
    return &f->exams[known];
}

static void report(struct filing *f, const struct use *use, const struct exam *exam)
{
    const struct json_doc *doc = f->story->doc;
    if (exam->fault != MEDIA_OK) {
        diag_node(f->diags, doc, use->node, media_fault_tag(exam->fault), check_no_suggestion, "%.*s",
                  STR_ARG(exam->message));
    } else if (use->is_whole_view && exam->width < LEAST_WIDTH) {
        diag_node(f->diags, doc, use->node, TAG_SMALL_PICTURE, check_no_suggestion,
                  "picture \"%.*s\" is %d pixels wide; under %d it looks soft on a large screen",
                  STR_ARG(use->path), exam->width, LEAST_WIDTH);
    }
}

static void tell_progress(const struct filing *f, int done)
{
    if (f->options && f->options->progress) {
        f->options->progress(f->options->self, done, f->use_count);
    }
}

void check_files(const struct story *s, const struct check_options *options,
                 struct diag_list *diags)
{
    struct filing f = {.story = s, .options = options, .diags = diags};
    collect(&f);
    for (int i = 0; i < f.use_count; i++) {
        tell_progress(&f, i);
        report(&f, &f.uses[i], exam_of(&f, &f.uses[i]));
    }
    tell_progress(&f, f.use_count);
    arena_finish(&f.arena);
}
