#include "story/fmt.h"

#include "base/arena.h"
#include "base/num.h"
#include "story/json.h"

enum { WIDTH_MOST = 120, INDENT = 2 };

/* What an object is, so that its names have an order and its members a kind. */
enum kind {
    FMT_ANY, /* names keep their order */
    FMT_STORY,
    FMT_IDS_OF_PLACE,
    FMT_IDS_OF_SOURCE,
    FMT_IDS_OF_TERM,
    FMT_AUDIENCE,
    FMT_CREDIT,
    FMT_CHAPTER,
    FMT_PLACE,
    FMT_MAP,
    FMT_PROJECTION,
    FMT_LABEL,
    FMT_SOURCE,
    FMT_TERM,
    FMT_ROW,
    FMT_CUT,
    FMT_SCENE,
    FMT_PICTURE,
    FMT_PAN,
    FMT_LAYER,
    FMT_SOUND,
    FMT_CLAIM,
    FMT_CAPTION,
    FMT_CHOICE,
    FMT_ENDING,
    FMT_GENTLE,
    FMT_QUESTION,
    FMT_OPTION,
};

/* Names in the order of the format's tables, each with what stands there (or in each of its elements). */
struct member {
    enum kind of;
    const char *name;
    enum kind kind;
};

static const struct member members[] = {
    {FMT_STORY, "$schema", FMT_ANY},
    {FMT_STORY, "format", FMT_ANY},
    {FMT_STORY, "id", FMT_ANY},
    {FMT_STORY, "title", FMT_ANY},
    {FMT_STORY, "subtitle", FMT_ANY},
    {FMT_STORY, "language", FMT_ANY},
    {FMT_STORY, "summary", FMT_ANY},
    {FMT_STORY, "advisory", FMT_ANY},
    {FMT_STORY, "licence", FMT_ANY},
    {FMT_STORY, "support", FMT_ANY},
    {FMT_STORY, "audience", FMT_AUDIENCE},
    {FMT_STORY, "pronounce", FMT_ANY},
    {FMT_STORY, "cover", FMT_PICTURE},
    {FMT_STORY, "credits", FMT_CREDIT},
    {FMT_STORY, "start", FMT_ANY},
    {FMT_STORY, "state", FMT_ANY},
    {FMT_STORY, "chapters", FMT_CHAPTER},
    {FMT_STORY, "places", FMT_IDS_OF_PLACE},
    {FMT_STORY, "maps", FMT_MAP},
    {FMT_STORY, "sources", FMT_IDS_OF_SOURCE},
    {FMT_STORY, "glossary", FMT_IDS_OF_TERM},
    {FMT_STORY, "timeline", FMT_ROW},
    {FMT_STORY, "cuts", FMT_CUT},
    {FMT_STORY, "scenes", FMT_SCENE},
    {FMT_AUDIENCE, "ages", FMT_ANY},
    {FMT_AUDIENCE, "reading", FMT_ANY},
    {FMT_CREDIT, "role", FMT_ANY},
    {FMT_CREDIT, "name", FMT_ANY},
    {FMT_CHAPTER, "id", FMT_ANY},
    {FMT_CHAPTER, "title", FMT_ANY},
    {FMT_CHAPTER, "picture", FMT_PICTURE},
    {FMT_PLACE, "name", FMT_ANY},
    {FMT_PLACE, "at", FMT_ANY},
    {FMT_MAP, "file", FMT_ANY},
    {FMT_MAP, "alt", FMT_ANY},
    {FMT_MAP, "credit", FMT_ANY},
    {FMT_MAP, "projection", FMT_PROJECTION},
    {FMT_MAP, "labels", FMT_LABEL},
    {FMT_PROJECTION, "kind", FMT_ANY},
    {FMT_PROJECTION, "bounds", FMT_ANY},
    {FMT_PROJECTION, "centre", FMT_ANY},
    {FMT_PROJECTION, "width-km", FMT_ANY},
    {FMT_LABEL, "text", FMT_ANY},
    {FMT_LABEL, "at", FMT_ANY},
    {FMT_LABEL, "kind", FMT_ANY},
    {FMT_LABEL, "angle", FMT_ANY},
    {FMT_SOURCE, "title", FMT_ANY},
    {FMT_SOURCE, "author", FMT_ANY},
    {FMT_SOURCE, "publisher", FMT_ANY},
    {FMT_SOURCE, "date", FMT_ANY},
    {FMT_SOURCE, "url", FMT_ANY},
    {FMT_SOURCE, "kind", FMT_ANY},
    {FMT_SOURCE, "level", FMT_ANY},
    {FMT_TERM, "term", FMT_ANY},
    {FMT_TERM, "text", FMT_ANY},
    {FMT_TERM, "cite", FMT_ANY},
    {FMT_TERM, "level", FMT_ANY},
    {FMT_ROW, "date", FMT_ANY},
    {FMT_ROW, "text", FMT_ANY},
    {FMT_ROW, "cite", FMT_ANY},
    {FMT_ROW, "level", FMT_ANY},
    {FMT_CUT, "id", FMT_ANY},
    {FMT_CUT, "title", FMT_ANY},
    {FMT_CUT, "minutes", FMT_ANY},
    {FMT_CUT, "path", FMT_ANY},
    {FMT_SCENE, "id", FMT_ANY},
    {FMT_SCENE, "chapter", FMT_ANY},
    {FMT_SCENE, "title", FMT_ANY},
    {FMT_SCENE, "place", FMT_ANY},
    {FMT_SCENE, "by", FMT_ANY},
    {FMT_SCENE, "picture", FMT_PICTURE},
    {FMT_SCENE, "sound", FMT_SOUND},
    {FMT_SCENE, "captions", FMT_CAPTION},
    {FMT_SCENE, "claims", FMT_CLAIM},
    {FMT_SCENE, "advisory", FMT_ANY},
    {FMT_SCENE, "skip", FMT_ANY},
    {FMT_SCENE, "choices", FMT_CHOICE},
    {FMT_SCENE, "next", FMT_ANY},
    {FMT_SCENE, "ending", FMT_ENDING},
    {FMT_SCENE, "gentle", FMT_GENTLE},
    {FMT_SCENE, "questions", FMT_QUESTION},
    {FMT_SCENE, "discuss", FMT_ANY},
    {FMT_SCENE, "notes", FMT_ANY},
    {FMT_PICTURE, "file", FMT_ANY},
    {FMT_PICTURE, "kind", FMT_ANY},
    {FMT_PICTURE, "alt", FMT_ANY},
    {FMT_PICTURE, "describe", FMT_ANY},
    {FMT_PICTURE, "credit", FMT_ANY},
    {FMT_PICTURE, "licence", FMT_ANY},
    {FMT_PICTURE, "rights-holder", FMT_ANY},
    {FMT_PICTURE, "source-url", FMT_ANY},
    {FMT_PICTURE, "focus", FMT_ANY},
    {FMT_PICTURE, "pan", FMT_PAN},
    {FMT_PICTURE, "layers", FMT_LAYER},
    {FMT_PICTURE, "air", FMT_ANY},
    {FMT_PAN, "from", FMT_ANY},
    {FMT_PAN, "to", FMT_ANY},
    {FMT_PAN, "seconds", FMT_ANY},
    {FMT_LAYER, "file", FMT_ANY},
    {FMT_LAYER, "depth", FMT_ANY},
    {FMT_LAYER, "at", FMT_ANY},
    {FMT_SOUND, "file", FMT_ANY},
    {FMT_SOUND, "alt", FMT_ANY},
    {FMT_SOUND, "loop", FMT_ANY},
    {FMT_SOUND, "gain", FMT_ANY},
    {FMT_CLAIM, "text", FMT_ANY},
    {FMT_CLAIM, "cite", FMT_ANY},
    {FMT_CLAIM, "as-of", FMT_ANY},
    {FMT_CLAIM, "confidence", FMT_ANY},
    {FMT_CLAIM, "now", FMT_CLAIM},
    {FMT_CLAIM, "level", FMT_ANY},
    {FMT_CAPTION, "text", FMT_ANY},
    {FMT_CAPTION, "cite", FMT_ANY},
    {FMT_CAPTION, "speaker", FMT_ANY},
    {FMT_CAPTION, "voice", FMT_ANY},
    {FMT_CAPTION, "gentle", FMT_ANY},
    {FMT_CHOICE, "id", FMT_ANY},
    {FMT_CHOICE, "text", FMT_ANY},
    {FMT_CHOICE, "to", FMT_ANY},
    {FMT_CHOICE, "if", FMT_ANY},
    {FMT_CHOICE, "set", FMT_ANY},
    {FMT_CHOICE, "because", FMT_ANY},
    {FMT_CHOICE, "because-gentle", FMT_ANY},
    {FMT_CHOICE, "cite", FMT_ANY},
    {FMT_CHOICE, "level", FMT_ANY},
    {FMT_ENDING, "id", FMT_ANY},
    {FMT_ENDING, "title", FMT_ANY},
    {FMT_ENDING, "text", FMT_ANY},
    {FMT_GENTLE, "title", FMT_ANY},
    {FMT_GENTLE, "picture", FMT_PICTURE},
    {FMT_GENTLE, "captions", FMT_CAPTION},
    {FMT_GENTLE, "next", FMT_ANY},
    {FMT_GENTLE, "ending", FMT_ENDING},
    {FMT_QUESTION, "ask", FMT_ANY},
    {FMT_QUESTION, "options", FMT_OPTION},
    {FMT_QUESTION, "cite", FMT_ANY},
    {FMT_QUESTION, "level", FMT_ANY},
    {FMT_OPTION, "text", FMT_ANY},
    {FMT_OPTION, "right", FMT_ANY},
    {FMT_OPTION, "why", FMT_ANY},
};

static enum kind kind_of_member(enum kind of, struct str name)
{
    switch (of) {
    case FMT_IDS_OF_PLACE:
        return FMT_PLACE;
    case FMT_IDS_OF_SOURCE:
        return FMT_SOURCE;
    case FMT_IDS_OF_TERM:
        return FMT_TERM;
    default:
        break;
    }
    for (size_t i = 0; i < COUNT(members); i++) {
        if (members[i].of == of && str_is(name, members[i].name)) {
            return members[i].kind;
        }
    }
    return FMT_ANY;
}

/* --- writing --- */

static void write_scalar(struct strbuf *out, const struct json_doc *doc, uint32_t node)
{
    switch (json_kind(doc, node)) {
    case JSON_NUMBER:
        strbuf_add(out, json_raw_number(doc, node));
        break;
    case JSON_STRING:
        json_write_string(out, json_string(doc, node));
        break;
    case JSON_BOOL:
        strbuf_add_c(out, json_bool(doc, node) ? "true" : "false");
        break;
    default:
        strbuf_add_c(out, "null");
        break;
    }
}

static bool is_container(const struct json_doc *doc, uint32_t node)
{
    enum json_kind kind = json_kind(doc, node);
    return kind == JSON_ARRAY || kind == JSON_OBJECT;
}

/* The children in the order they are written; `*count_out` of them, from `a`. */
static const uint32_t *ordered(const struct json_doc *doc, uint32_t node, enum kind kind, struct arena *a,
                               uint32_t *count_out)
{
    uint32_t count = json_count(doc, node);
    uint32_t *order = arena_new(a, uint32_t, count);
    bool *taken = arena_new(a, bool, count);
    uint32_t n = 0;
    for (size_t i = 0; json_kind(doc, node) == JSON_OBJECT && i < COUNT(members); i++) {
        uint32_t m = members[i].of == kind ? json_member(doc, node, str_from(members[i].name)) : JSON_NONE;
        if (m != JSON_NONE) {
            taken[json_ordinal(doc, m)] = true;
            order[n++] = m;
        }
    }
    for (uint32_t c = json_first(doc, node); c != JSON_NONE; c = json_next(doc, c)) {
        if (!taken[json_ordinal(doc, c)]) {
            order[n++] = c;
        }
    }
    *count_out = n;
    return order;
}

struct writer {
    const struct json_doc *doc;
    struct strbuf *out;
};

static void write_name(struct strbuf *out, const struct json_doc *doc, uint32_t node)
{
    json_write_string(out, json_name(doc, node));
    strbuf_add_c(out, ": ");
}

/* On one line, as far as `room` bytes go; false where it is longer. */
static bool write_flat(struct writer *w, uint32_t node, enum kind kind, size_t room)
{
    size_t start = w->out->n;
    if (!is_container(w->doc, node)) {
        write_scalar(w->out, w->doc, node);
        return w->out->n - start <= room;
    }
    struct arena scratch = {0};
    bool object = json_kind(w->doc, node) == JSON_OBJECT;
    uint32_t count;
    const uint32_t *order = ordered(w->doc, node, kind, &scratch, &count);
    bool fits = true;
    strbuf_add_byte(w->out, object ? '{' : '[');
    for (uint32_t i = 0; fits && i < count; i++) {
        strbuf_add_c(w->out, i ? ", " : "");
        if (object) {
            write_name(w->out, w->doc, order[i]);
        }
        enum kind child = object ? kind_of_member(kind, json_name(w->doc, order[i])) : kind;
        size_t used = w->out->n - start;
        fits = used <= room && write_flat(w, order[i], child, room - used);
    }
    strbuf_add_byte(w->out, object ? '}' : ']');
    arena_finish(&scratch);
    return fits && w->out->n - start <= room;
}

static void write_indent(struct strbuf *out, int depth)
{
    strbuf_add_byte(out, '\n');
    for (int i = 0; i < depth * INDENT; i++) {
        strbuf_add_byte(out, ' ');
    }
}

static void write_value(struct writer *w, uint32_t node, enum kind kind, int depth, size_t column);

static void write_tall(struct writer *w, uint32_t node, enum kind kind, int depth)
{
    struct arena scratch = {0};
    bool object = json_kind(w->doc, node) == JSON_OBJECT;
    uint32_t count;
    const uint32_t *order = ordered(w->doc, node, kind, &scratch, &count);
    strbuf_add_byte(w->out, object ? '{' : '[');
    for (uint32_t i = 0; i < count; i++) {
        strbuf_add_c(w->out, i ? "," : "");
        write_indent(w->out, depth + 1);
        size_t line = w->out->n - (size_t)(depth + 1) * INDENT;
        if (object) {
            write_name(w->out, w->doc, order[i]);
        }
        enum kind child = object ? kind_of_member(kind, json_name(w->doc, order[i])) : kind;
        write_value(w, order[i], child, depth + 1, w->out->n - line);
    }
    write_indent(w->out, depth);
    strbuf_add_byte(w->out, object ? '}' : ']');
    arena_finish(&scratch);
}

/* Nested at most 64 deep: the scan saw to that. The root is always written tall. */
static void write_value(struct writer *w, uint32_t node, enum kind kind, int depth, size_t column)
{
    size_t start = w->out->n;
    size_t room = column < WIDTH_MOST ? WIDTH_MOST - column : 0;
    bool empty = !is_container(w->doc, node) || json_count(w->doc, node) == 0;
    if (empty) {
        (void)write_flat(w, node, kind, SIZE_MAX / 2);
        return;
    }
    if (depth > 0 && write_flat(w, node, kind, room)) {
        return;
    }
    w->out->n = start;
    write_tall(w, node, kind, depth);
}

bool fmt_json(struct str text, struct str file_name, struct strbuf *out, struct diag_list *diags)
{
    struct json_doc *doc = json_parse(text, file_name, diags);
    if (!doc) {
        return false;
    }
    struct writer w = {doc, out};
    bool is_story = json_kind(doc, 0) == JSON_OBJECT && json_member(doc, 0, STR("scenes")) != JSON_NONE;
    write_value(&w, 0, is_story ? FMT_STORY : FMT_ANY, 0, 0);
    strbuf_add_byte(out, '\n');
    json_destroy(doc);
    return true;
}
