#include "base/compiler.h"
#include "base/utf8.h"
#include "story/diag_tags.h"
#include "story/marks.h"
#include "story/media.h"
#include "story/translation.h"
#include "story/words.h"

static const struct str no_suggestion = {NULL, 0};

/* What a text is, for how long it may be. */
enum text_kind { TEXT_ANY, TEXT_CAPTION, TEXT_CHOICE };

static const struct {
    size_t most;
    enum diag_tag tag;
} limits[] = {
    [TEXT_CAPTION] = {280, TAG_LONG_CAPTION},
    [TEXT_CHOICE] = {90, TAG_LONG_CHOICE},
};

struct checking {
    const struct story *story;
    struct diag_list *diags;
    struct arena arena;
    struct map variables; /* by name, an index of … */
    struct str *firsts;   /* … the first values as text */
    unsigned char *kinds; /* by text, of enum text_kind */
    struct str *keys;     /* of all texts, [0] unused */
};

static bool fill_first(void *self, struct str name, struct str *words_out)
{
    const struct checking *c = self;
    intptr_t n = map_find(&c->variables, name, -1);
    if (n < 0) {
        return false;
    }
    *words_out = c->firsts[n];
    return true;
}

static void diag_file(struct checking *c, struct str name, enum diag_tag tag, struct str subject,
                      const char *why)
{
    const struct diag_tag_row *row = diag_tag_row(tag);
    struct str path = arena_printf(&c->arena, "lang/%.*s", STR_ARG(name));
    diag_list_add(c->diags,
                  &(struct diag){
                      .place = {.file = translation_file_name(c->story, path, &c->arena)},
                      .severity = row->severity,
                      .tag = row->name,
                      .message = arena_printf(&c->arena, "\"%.*s\" %s", STR_ARG(subject), why),
                  });
}

static bool is_missing(const struct checking *c, const struct translation *t, uint32_t id)
{
    const struct text_entry *entry = &c->story->texts[id];
    if (entry->is_file || entry->original.n == 0) {
        return false;
    }
    uint32_t node = t->nodes[id];
    return node == JSON_NONE ||
           (json_kind(t->doc, node) == JSON_STRING && json_string(t->doc, node).n == 0);
}

static void check_missing(struct checking *c, const struct translation *t, uint32_t id)
{
    if (is_missing(c, t, id)) {
        uint32_t node = t->nodes[id] == JSON_NONE ? 0 : t->nodes[id];
        diag_node_as(c->diags, t->doc, node, TAG_MISSING_TRANSLATION, false, no_suggestion,
                     "\"%.*s\" is not translated", STR_ARG(c->story->texts[id].key));
    }
}

static void check_length(struct checking *c, const struct translation *t, uint32_t id)
{
    enum text_kind kind = (enum text_kind)c->kinds[id];
    if (kind == TEXT_ANY || !t->texts[id].s) {
        return;
    }
    struct arena scratch = {0};
    size_t length = utf8_count(marks_show(t->texts[id], fill_first, c, &scratch).text);
    arena_finish(&scratch);
    if (length > limits[kind].most) {
        diag_node_as(c->diags, t->doc, t->nodes[id], limits[kind].tag, false, no_suggestion,
                     "the translation of \"%.*s\" is %zu characters long, over %zu",
                     STR_ARG(c->story->texts[id].key), length, limits[kind].most);
    }
}

static void check_recording(struct checking *c, const struct translation *t, uint32_t id)
{
    if (!c->story->texts[id].is_file || !t->texts[id].s) {
        return;
    }
    struct arena scratch = {0};
    struct media_info info;
    struct error err = {0};
    enum media_fault fault =
        media_open_sound(&c->story->folder, t->texts[id], &scratch, NULL, &info, &err);
    if (fault != MEDIA_OK) {
        diag_node_as(c->diags, t->doc, t->nodes[id], media_fault_tag(fault), false, no_suggestion, "%s",
                     err.text);
    }
    arena_finish(&scratch);
}

/* Keys that the story does not have; those that begin with "x-" are the translator's own. */
static void check_extra(struct checking *c, const struct translation *t)
{
    const struct story *s = c->story;
    for (uint32_t n = json_first(t->doc, 0); n != JSON_NONE; n = json_next(t->doc, n)) {
        struct str key = json_name(t->doc, n);
        if (str_starts(key, STR("x-")) || map_find(&s->text_by_key, key, 0) > 0) {
            continue;
        }
        struct str nearest =
            str_nearest(key, c->keys + 1, s->text_count > 0 ? s->text_count - 1 : 0);
        diag_name(c->diags, t->doc, n, TAG_EXTRA_TRANSLATION, nearest,
                  "the story has no text \"%.*s\"", STR_ARG(key));
    }
}

static void check_language(struct checking *c, struct str tag)
{
    struct translation t = {0};
    translation_read(c->story, tag, &t, c->diags);
    if (t.doc) {
        for (uint32_t id = 1; id < c->story->text_count; id++) {
            check_missing(c, &t, id);
            check_length(c, &t, id);
            check_recording(c, &t, id);
        }
        check_extra(c, &t);
    }
    translation_finish(&t);
}

static void mark(struct checking *c, struct text t, enum text_kind kind)
{
    c->kinds[t.id] = (unsigned char)kind;
}

static void mark_captions(struct checking *c, const struct caption *captions, int count)
{
    for (int i = 0; i < count; i++) {
        mark(c, captions[i].text, TEXT_CAPTION);
        mark(c, captions[i].gentle, TEXT_CAPTION);
    }
}

static void mark_scene(struct checking *c, const struct scene *scene)
{
    mark_captions(c, scene->captions, scene->caption_count);
    if (scene->gentle) {
        mark_captions(c, scene->gentle->captions, scene->gentle->caption_count);
    }
    for (int i = 0; i < scene->choice_count; i++) {
        mark(c, scene->choices[i].text, TEXT_CHOICE);
    }
}

static void prepare(struct checking *c)
{
    const struct story *s = c->story;
    c->firsts = arena_new(&c->arena, struct str, (size_t)s->variable_count);
    for (int i = 0; i < s->variable_count; i++) {
        c->firsts[i] = value_to_string(s->variables[i].first, &c->arena);
        (void)map_add(&c->variables, &c->arena, s->variables[i].name, i);
    }
    c->keys = arena_new(&c->arena, struct str, (size_t)s->text_count + 1);
    for (uint32_t id = 1; id < s->text_count; id++) {
        c->keys[id] = s->texts[id].key;
    }
    c->kinds = arena_new(&c->arena, unsigned char, (size_t)s->text_count + 1);
    for (int i = 0; i < s->scene_count; i++) {
        mark_scene(c, &s->scenes[i]);
    }
    c->kinds[0] = TEXT_ANY; /* where an absent text was marked */
}

static void check_name(struct checking *c, struct str name)
{
    struct str tag = translation_tag(name);
    if (tag.n == 0) {
        return;
    }
    if (!language_tag_is_sound(tag)) {
        diag_file(c, name, TAG_BAD_VALUE, tag, "is not a language tag");
    } else if (str_eq(tag, c->story->language)) {
        diag_file(c, name, TAG_EXTRA_TRANSLATION, tag, "is the story's own language");
    } else {
        check_language(c, tag);
    }
}

void words_check(const struct story *s, struct diag_list *diags)
{
    struct checking c = {.story = s, .diags = diags};
    struct str *names = NULL;
    size_t count = s->folder.fd > 0 ? folder_list(&s->folder, STR("lang"), &c.arena, &names) : 0;
    if (count > 0) {
        prepare(&c);
    }
    for (size_t i = 0; i < count; i++) {
        check_name(&c, names[i]);
    }
    arena_finish(&c.arena);
}
