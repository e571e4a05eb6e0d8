#include "story/check.h"

#include "story/check_internal.h"
#include "story/words.h"

void story_check(const struct story *s, const struct check_options *options,
                 struct diag_list *diags)
{
    check_graph(s, diags);
    check_style(s, diags);
    words_check(s, diags);
    check_files(s, options, diags);
}

static void visit_scene(const struct scene *scene, check_picture_fn visit, void *self)
{
    if (scene->picture) {
        visit(self, scene->picture);
    }
    if (scene->gentle && scene->gentle->picture) {
        visit(self, scene->gentle->picture);
    }
}

void check_each_picture(const struct story *s, check_picture_fn visit, void *self)
{
    const struct picture *start = s->scene_count > 0 ? s->scenes[s->start].picture : NULL;
    if (s->cover && s->cover != start) {
        visit(self, s->cover);
    }
    for (int i = 0; i < s->chapter_count; i++) {
        if (s->chapters[i].picture) {
            visit(self, s->chapters[i].picture);
        }
    }
    for (int i = 0; i < s->scene_count; i++) {
        visit_scene(&s->scenes[i], visit, self);
    }
}

uint32_t check_member_or(const struct json_doc *doc, uint32_t node, const char *name)
{
    if (json_kind(doc, node) != JSON_OBJECT) {
        return node;
    }
    uint32_t member = json_member(doc, node, str_from(name));
    return member == JSON_NONE ? node : member;
}

uint32_t check_element_or(const struct json_doc *doc, uint32_t node, const char *name, int n)
{
    uint32_t array = check_member_or(doc, node, name);
    if (array == node || json_kind(doc, array) != JSON_ARRAY) {
        return array;
    }
    uint32_t at = json_first(doc, array);
    while (n-- > 0 && at != JSON_NONE) {
        at = json_next(doc, at);
    }
    return at == JSON_NONE ? array : at;
}

uint32_t check_element_behind(const struct json_doc *doc, uint32_t array_owner, uint32_t element)
{
    uint32_t next = element == array_owner ? JSON_NONE : json_next(doc, element);
    return next == JSON_NONE ? element : next;
}
