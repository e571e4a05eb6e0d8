#include "story/translation.h"

#include "base/file.h"
#include "story/diag_tags.h"
#include "story/marks.h"

static const struct str no_suggestion = {NULL, 0};

struct str translation_tag(struct str file_name)
{
    if (!str_ends(file_name, STR(".json")) || str_ends(file_name, STR(".from.json"))) {
        return (struct str){0};
    }
    return str_sub(file_name, 0, file_name.n - 5);
}

struct str translation_file_name(const struct story *s, struct str path, struct arena *a)
{
    size_t folder = s->file_name.n;
    while (folder > 0 && s->file_name.s[folder - 1] != '/') {
        folder--;
    }
    return arena_printf(a, "%.*s%.*s", STR_ARG(str_sub(s->file_name, 0, folder)), STR_ARG(path));
}

/* A translation while it is compared with the story. */
struct comparison {
    const struct story *story;
    struct translation *t;
    const struct json_doc *from; /* the originals it was made from; NULL: none */
    struct map from_by_key;
    struct diag_list *diags;
};

static void report_file(struct comparison *r, struct str name, enum diag_tag tag,
                        const char *message)
{
    const struct diag_tag_row *row = diag_tag_row(tag);
    diag_list_add(r->diags, &(struct diag){
                                .place = {.file = name},
                                .severity = row->severity,
                                .tag = row->name,
                                .message = str_from(message),
                            });
}

static enum diag_tag tag_of(enum path_fault fault, bool too_large)
{
    if (fault == PATH_FORBIDDEN) {
        return TAG_FORBIDDEN_PATH;
    }
    if (fault == PATH_MISSING) {
        return TAG_MISSING_FILE;
    }
    return too_large ? TAG_TOO_LARGE : TAG_UNREADABLE_FILE;
}

/* The same faults refuse a story.json, but never a story for the sake of its translation. */
static struct json_doc *parse(struct comparison *r, struct str text, struct str name)
{
    struct diag_list faults = {0};
    struct json_doc *doc = json_parse(text, name, &faults);
    for (size_t i = 0; i < faults.count; i++) {
        struct diag d = faults.items[i];
        d.refused = false;
        diag_list_add(r->diags, &d);
    }
    diag_list_finish(&faults);
    if (doc && json_kind(doc, 0) != JSON_OBJECT) {
        diag_node_as(r->diags, doc, 0, TAG_WRONG_TYPE, false, no_suggestion,
                     "a translation is an object of keys and texts, not %s",
                     json_kind_name(json_kind(doc, 0)));
        json_destroy(doc);
        return NULL;
    }
    return doc;
}

static struct json_doc *read_file(struct comparison *r, struct str path, bool may_be_missing)
{
    struct str text = {0};
    struct error err = {0};
    bool too_large = false;
    struct str name = translation_file_name(r->story, path, &r->t->arena);
    enum path_fault fault = file_read_beneath(&r->story->folder, path, JSON_MAX_BYTES, &r->t->arena,
                                              &text, &too_large, &err);
    if (fault == PATH_MISSING && may_be_missing) {
        return NULL;
    }
    if (fault != PATH_OK) {
        report_file(r, name, tag_of(fault, too_large), err.text);
        return NULL;
    }
    return parse(r, text, name);
}

static bool broken(struct comparison *r, uint32_t node, const char *what, struct str detail)
{
    diag_node_as(r->diags, r->t->doc, node, TAG_BROKEN_TRANSLATION, false, no_suggestion,
                 "the translation of \"%.*s\" %s%.*s", STR_ARG(json_name(r->t->doc, node)), what,
                 STR_ARG(detail));
    return false;
}

static struct str ref_show(const struct mark_ref *ref, struct arena *a)
{
    switch (ref->kind) {
    case MARK_REF_VARIABLE:
        return arena_printf(a, "{%.*s}", STR_ARG(ref->name));
    case MARK_REF_TERM:
        return arena_printf(a, "(term:%.*s)", STR_ARG(ref->name));
    case MARK_REF_LANG:
        return arena_printf(a, "(lang:%.*s)", STR_ARG(ref->name));
    }
    return STR("");
}

struct refs {
    const struct mark_ref *items;
    int count;
};

static struct refs refs_of(struct str raw, struct arena *a)
{
    struct refs refs = {0};
    refs.count = marks_refs(raw, a, &refs.items);
    return refs;
}

/* The first of `some` that is not among `others`; NULL where all are. */
static const struct mark_ref *first_lacking(struct refs some, struct refs others, bool with_lang,
                                            struct arena *a)
{
    struct map known = {0};
    for (int i = 0; i < others.count; i++) {
        (void)map_add(&known, a, ref_show(&others.items[i], a), 1);
    }
    for (int i = 0; i < some.count; i++) {
        const struct mark_ref *ref = &some.items[i];
        if ((with_lang || ref->kind != MARK_REF_LANG) && !map_find(&known, ref_show(ref, a), 0)) {
            return ref;
        }
    }
    return NULL;
}

/* A translation keeps each {variable}, term and language of its original, and adds a language
 * alone. */
static bool marks_are_kept(struct comparison *r, uint32_t node, struct str original,
                           struct str text)
{
    struct marks_fault fault;
    if (!marks_check(text, &fault)) {
        return broken(r, node, "has a fault in its marks: ", str_from(fault.message));
    }
    struct arena scratch = {0};
    struct refs had = refs_of(original, &scratch);
    struct refs has = refs_of(text, &scratch);
    const struct mark_ref *lost = first_lacking(had, has, true, &scratch);
    const struct mark_ref *added = first_lacking(has, had, false, &scratch);
    if (lost) {
        (void)broken(r, node, "leaves out ", ref_show(lost, &scratch));
    } else if (added) {
        (void)broken(r, node, "adds what the original does not have, ", ref_show(added, &scratch));
    }
    arena_finish(&scratch);
    return !lost && !added;
}

static bool file_is_sound(struct comparison *r, uint32_t node, struct str path)
{
    if (path_is_tame(path)) {
        return true;
    }
    diag_node_as(r->diags, r->t->doc, node, TAG_FORBIDDEN_PATH, false, no_suggestion,
                 "the recording \"%.*s\" is not a path inside the story's folder", STR_ARG(path));
    return false;
}

static bool is_stale(const struct comparison *r, const struct text_entry *entry)
{
    intptr_t node = map_find(&r->from_by_key, entry->key, -1);
    if (node < 0) {
        return false;
    }
    bool is_text = json_kind(r->from, (uint32_t)node) == JSON_STRING;
    return !is_text || !str_eq(json_string(r->from, (uint32_t)node), entry->original);
}

/* May its words be shown? What is empty is missing, no fault. */
static bool entry_is_sound(struct comparison *r, uint32_t node, const struct text_entry *entry)
{
    const struct json_doc *doc = r->t->doc;
    if (json_kind(doc, node) != JSON_STRING) {
        return broken(r, node, "is not text but ", str_from(json_kind_name(json_kind(doc, node))));
    }
    struct str text = json_string(doc, node);
    if (text.n == 0) {
        return false;
    }
    if (entry->is_file) {
        return file_is_sound(r, node, text);
    }
    if (is_stale(r, entry)) {
        diag_node_as(r->diags, doc, node, TAG_STALE_TRANSLATION, false, no_suggestion,
                     "the original of \"%.*s\" has changed since it was translated",
                     STR_ARG(entry->key));
        return false;
    }
    return !entry->has_marks || marks_are_kept(r, node, entry->original, text);
}

static void read_entry(struct comparison *r, uint32_t node)
{
    intptr_t id = map_find(&r->story->text_by_key, json_name(r->t->doc, node), 0);
    if (id <= 0) {
        return;
    }
    r->t->nodes[id] = node;
    if (entry_is_sound(r, node, &r->story->texts[id])) {
        r->t->texts[id] = json_string(r->t->doc, node);
    }
}

static void map_originals(struct comparison *r)
{
    struct arena *a = &r->t->arena;
    for (uint32_t n = json_first(r->from, 0); n != JSON_NONE; n = json_next(r->from, n)) {
        (void)map_add(&r->from_by_key, a, json_name(r->from, n), (intptr_t)n);
    }
}

void translation_read(const struct story *s, struct str tag, struct translation *t,
                      struct diag_list *diags)
{
    struct comparison r = {.story = s, .t = t, .diags = diags};
    t->nodes = arena_new(&t->arena, uint32_t, s->text_count);
    t->texts = arena_new(&t->arena, struct str, s->text_count);
    for (uint32_t i = 0; i < s->text_count; i++) {
        t->nodes[i] = JSON_NONE;
    }
    t->doc = read_file(&r, arena_printf(&t->arena, "lang/%.*s.json", STR_ARG(tag)), false);
    if (!t->doc) {
        return;
    }
    struct json_doc *from =
        read_file(&r, arena_printf(&t->arena, "lang/%.*s.from.json", STR_ARG(tag)), true);
    r.from = from;
    if (from) {
        map_originals(&r);
    }
    for (uint32_t n = json_first(t->doc, 0); n != JSON_NONE; n = json_next(t->doc, n)) {
        read_entry(&r, n);
    }
    json_destroy(from);
}

void translation_finish(struct translation *t)
{
    json_destroy(t->doc);
    arena_finish(&t->arena);
    *t = (struct translation){0};
}
