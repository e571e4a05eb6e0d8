#include "story/fmt.h"

#include "base/arena.h"
#include "base/num.h"
#include "base/utf8.h"
#include "story/json.h"

enum { COLUMNS = 120, INDENT = 2 };

/* What a value is by the story format, and so in which order its names stand. */
enum kind {
    KIND_FREE, /* as written */
    KIND_RULE,
    KIND_STORY,
    KIND_AUDIENCE,
    KIND_CREDIT,
    KIND_CHAPTER,
    KIND_PLACES,
    KIND_PLACE,
    KIND_MAP,
    KIND_PROJECTION,
    KIND_LABEL,
    KIND_SOURCES,
    KIND_SOURCE,
    KIND_GLOSSARY,
    KIND_ENTRY,
    KIND_TIMELINE,
    KIND_CUT,
    KIND_SCENE,
    KIND_PICTURE,
    KIND_PAN,
    KIND_LAYER,
    KIND_SOUND,
    KIND_CLAIM,
    KIND_NOW,
    KIND_CAPTION,
    KIND_CHOICE,
    KIND_ENDING,
    KIND_GENTLE,
    KIND_QUESTION,
    KIND_OPTION,
    KIND_COUNT,
};

/* A name, and the kind of its value: of each element where that is an array. */
struct row {
    const char *name; /* NULL ends the rows; "" stands for every name: {id: …} */
    enum kind kind;
};

static const struct row no_rows[] = {{NULL, KIND_FREE}};
static const struct row rule_rows[] = {{"", KIND_RULE}, {NULL, KIND_FREE}};
static const struct row places_rows[] = {{"", KIND_PLACE}, {NULL, KIND_FREE}};
static const struct row sources_rows[] = {{"", KIND_SOURCE}, {NULL, KIND_FREE}};
static const struct row glossary_rows[] = {{"", KIND_ENTRY}, {NULL, KIND_FREE}};

static const struct row story_rows[] = {
    {"$schema", KIND_FREE}, {"format", KIND_FREE}, {"id", KIND_FREE}, {"title", KIND_FREE},
    {"language", KIND_FREE}, {"subtitle", KIND_FREE}, {"summary", KIND_FREE},
    {"advisory", KIND_FREE}, {"licence", KIND_FREE}, {"support", KIND_FREE},
    {"audience", KIND_AUDIENCE}, {"pronounce", KIND_FREE}, {"cover", KIND_PICTURE},
    {"credits", KIND_CREDIT}, {"start", KIND_FREE}, {"state", KIND_FREE},
    {"chapters", KIND_CHAPTER}, {"places", KIND_PLACES}, {"maps", KIND_MAP},
    {"sources", KIND_SOURCES}, {"glossary", KIND_GLOSSARY}, {"timeline", KIND_TIMELINE},
    {"cuts", KIND_CUT}, {"scenes", KIND_SCENE}, {NULL, KIND_FREE},
};

static const struct row audience_rows[] = {
    {"ages", KIND_FREE}, {"reading", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row credit_rows[] = {
    {"role", KIND_FREE}, {"name", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row chapter_rows[] = {
    {"id", KIND_FREE}, {"title", KIND_FREE}, {"picture", KIND_PICTURE}, {NULL, KIND_FREE},
};

static const struct row place_rows[] = {
    {"name", KIND_FREE}, {"at", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row map_rows[] = {
    {"file", KIND_FREE}, {"alt", KIND_FREE}, {"credit", KIND_FREE},
    {"projection", KIND_PROJECTION}, {"labels", KIND_LABEL}, {NULL, KIND_FREE},
};

static const struct row projection_rows[] = {
    {"kind", KIND_FREE}, {"bounds", KIND_FREE}, {"centre", KIND_FREE}, {"width-km", KIND_FREE},
    {NULL, KIND_FREE},
};

static const struct row label_rows[] = {
    {"text", KIND_FREE}, {"at", KIND_FREE}, {"kind", KIND_FREE}, {"angle", KIND_FREE},
    {NULL, KIND_FREE},
};

static const struct row source_rows[] = {
    {"title", KIND_FREE}, {"author", KIND_FREE}, {"publisher", KIND_FREE}, {"date", KIND_FREE},
    {"url", KIND_FREE}, {"kind", KIND_FREE}, {"level", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row entry_rows[] = {
    {"term", KIND_FREE}, {"text", KIND_FREE}, {"cite", KIND_FREE}, {"level", KIND_FREE},
    {NULL, KIND_FREE},
};

static const struct row timeline_rows[] = {
    {"date", KIND_FREE}, {"text", KIND_FREE}, {"cite", KIND_FREE}, {"level", KIND_FREE},
    {NULL, KIND_FREE},
};

static const struct row cut_rows[] = {
    {"id", KIND_FREE}, {"title", KIND_FREE}, {"minutes", KIND_FREE}, {"path", KIND_FREE},
    {NULL, KIND_FREE},
};

static const struct row scene_rows[] = {
    {"id", KIND_FREE}, {"chapter", KIND_FREE}, {"title", KIND_FREE}, {"captions", KIND_CAPTION},
    {"choices", KIND_CHOICE}, {"next", KIND_FREE}, {"ending", KIND_ENDING}, {"place", KIND_FREE},
    {"by", KIND_FREE}, {"picture", KIND_PICTURE}, {"sound", KIND_SOUND}, {"claims", KIND_CLAIM},
    {"advisory", KIND_FREE}, {"skip", KIND_FREE}, {"gentle", KIND_GENTLE},
    {"questions", KIND_QUESTION}, {"discuss", KIND_FREE}, {"notes", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row picture_rows[] = {
    {"file", KIND_FREE}, {"alt", KIND_FREE}, {"kind", KIND_FREE}, {"describe", KIND_FREE},
    {"credit", KIND_FREE}, {"licence", KIND_FREE}, {"rights-holder", KIND_FREE},
    {"source-url", KIND_FREE}, {"focus", KIND_FREE}, {"pan", KIND_PAN}, {"layers", KIND_LAYER},
    {"air", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row pan_rows[] = {
    {"from", KIND_FREE}, {"to", KIND_FREE}, {"seconds", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row layer_rows[] = {
    {"file", KIND_FREE}, {"depth", KIND_FREE}, {"at", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row sound_rows[] = {
    {"file", KIND_FREE}, {"alt", KIND_FREE}, {"loop", KIND_FREE}, {"gain", KIND_FREE},
    {NULL, KIND_FREE},
};

static const struct row claim_rows[] = {
    {"text", KIND_FREE}, {"cite", KIND_FREE}, {"as-of", KIND_FREE}, {"confidence", KIND_FREE},
    {"now", KIND_NOW}, {"level", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row now_rows[] = {
    {"text", KIND_FREE}, {"cite", KIND_FREE}, {"as-of", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row caption_rows[] = {
    {"text", KIND_FREE}, {"cite", KIND_FREE}, {"speaker", KIND_FREE}, {"voice", KIND_FREE},
    {"gentle", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row choice_rows[] = {
    {"id", KIND_FREE}, {"text", KIND_FREE}, {"to", KIND_FREE}, {"if", KIND_RULE},
    {"set", KIND_RULE}, {"because", KIND_FREE}, {"because-gentle", KIND_FREE}, {"cite", KIND_FREE},
    {"level", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row ending_rows[] = {
    {"id", KIND_FREE}, {"title", KIND_FREE}, {"text", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row gentle_rows[] = {
    {"title", KIND_FREE}, {"picture", KIND_PICTURE}, {"captions", KIND_CAPTION},
    {"next", KIND_FREE}, {"ending", KIND_ENDING}, {NULL, KIND_FREE},
};

static const struct row question_rows[] = {
    {"ask", KIND_FREE}, {"options", KIND_OPTION}, {"cite", KIND_FREE}, {"level", KIND_FREE},
    {NULL, KIND_FREE},
};

static const struct row option_rows[] = {
    {"text", KIND_FREE}, {"right", KIND_FREE}, {"why", KIND_FREE}, {NULL, KIND_FREE},
};

static const struct row *const tables[KIND_COUNT] = {
    [KIND_FREE] = no_rows,
    [KIND_RULE] = rule_rows,
    [KIND_STORY] = story_rows,
    [KIND_AUDIENCE] = audience_rows,
    [KIND_CREDIT] = credit_rows,
    [KIND_CHAPTER] = chapter_rows,
    [KIND_PLACES] = places_rows,
    [KIND_PLACE] = place_rows,
    [KIND_MAP] = map_rows,
    [KIND_PROJECTION] = projection_rows,
    [KIND_LABEL] = label_rows,
    [KIND_SOURCES] = sources_rows,
    [KIND_SOURCE] = source_rows,
    [KIND_GLOSSARY] = glossary_rows,
    [KIND_ENTRY] = entry_rows,
    [KIND_TIMELINE] = timeline_rows,
    [KIND_CUT] = cut_rows,
    [KIND_SCENE] = scene_rows,
    [KIND_PICTURE] = picture_rows,
    [KIND_PAN] = pan_rows,
    [KIND_LAYER] = layer_rows,
    [KIND_SOUND] = sound_rows,
    [KIND_CLAIM] = claim_rows,
    [KIND_NOW] = now_rows,
    [KIND_CAPTION] = caption_rows,
    [KIND_CHOICE] = choice_rows,
    [KIND_ENDING] = ending_rows,
    [KIND_GENTLE] = gentle_rows,
    [KIND_QUESTION] = question_rows,
    [KIND_OPTION] = option_rows,
};

struct formatter {
    const struct json_doc *doc;
    struct strbuf *out;
};

/* The place of a name in its table; behind all where it is unknown. */
static int rank_of(enum kind kind, struct str name)
{
    const struct row *rows = tables[kind];
    int rank = 0;
    while (rows[rank].name && rows[rank].name[0] != '\0' && !str_is(name, rows[rank].name)) {
        rank++;
    }
    return rank;
}

static enum kind kind_of_member(enum kind kind, struct str name)
{
    return tables[kind][rank_of(kind, name)].kind;
}

static bool is_map_of_ids(enum kind kind)
{
    return tables[kind][0].name && tables[kind][0].name[0] == '\0';
}

static int rank_count(enum kind kind)
{
    int count = 0;
    if (is_map_of_ids(kind)) {
        return 1;
    }
    while (tables[kind][count].name) {
        count++;
    }
    return count + 1;
}

/* An object's children by rank, those of one rank as written; an array's as they are. From `a`. */
static const uint32_t *ordered(const struct formatter *f, uint32_t node, enum kind kind,
                               struct arena *a)
{
    uint32_t *children = arena_new(a, uint32_t, json_count(f->doc, node));
    bool is_object = json_kind(f->doc, node) == JSON_OBJECT;
    int ranks = is_object ? rank_count(kind) : 1;
    uint32_t count = 0;
    for (int rank = 0; rank < ranks; rank++) {
        for (uint32_t child = json_first(f->doc, node); child != JSON_NONE;
             child = json_next(f->doc, child)) {
            if (ranks == 1 || rank_of(kind, json_name(f->doc, child)) == rank) {
                children[count++] = child;
            }
        }
    }
    return children;
}

static bool is_container(const struct formatter *f, uint32_t node)
{
    enum json_kind kind = json_kind(f->doc, node);
    return kind == JSON_ARRAY || kind == JSON_OBJECT;
}

static void write_scalar(const struct formatter *f, uint32_t node)
{
    switch (json_kind(f->doc, node)) {
    case JSON_NULL:
        strbuf_add_c(f->out, "null");
        return;
    case JSON_BOOL:
        strbuf_add_c(f->out, json_bool(f->doc, node) ? "true" : "false");
        return;
    case JSON_NUMBER:
        strbuf_add(f->out, json_raw_number(f->doc, node));
        return;
    case JSON_STRING:
        json_write_string(f->out, json_string(f->doc, node));
        return;
    case JSON_ARRAY:
    case JSON_OBJECT:
        return;
    }
}

static void write_name(const struct formatter *f, uint32_t parent, uint32_t node)
{
    if (json_kind(f->doc, parent) == JSON_OBJECT) {
        json_write_string(f->out, json_name(f->doc, node));
        strbuf_add_c(f->out, ": ");
    }
}

/* The kind of a child: a member's by its name, an element's that of its array. */
static enum kind kind_of_child(const struct formatter *f, uint32_t node, enum kind kind,
                               uint32_t child)
{
    bool is_object = json_kind(f->doc, node) == JSON_OBJECT;
    return is_object ? kind_of_member(kind, json_name(f->doc, child)) : kind;
}

/* Objects that are one of many stand on lines of their own; within a rule they do not. */
static bool may_stand_inline(const struct formatter *f, uint32_t node, enum kind kind,
                             uint32_t child)
{
    if (kind == KIND_RULE || !is_container(f, child)) {
        return true;
    }
    bool is_one_of_many = json_kind(f->doc, node) == JSON_ARRAY || is_map_of_ids(kind);
    return !is_one_of_many || json_kind(f->doc, child) != JSON_OBJECT;
}

static bool write_inline(const struct formatter *f, uint32_t node, enum kind kind, size_t limit);

static bool write_member_inline(const struct formatter *f, uint32_t node, enum kind kind,
                                uint32_t child, size_t limit)
{
    if (!may_stand_inline(f, node, kind, child)) {
        return false;
    }
    write_name(f, node, child);
    return write_inline(f, child, kind_of_child(f, node, kind, child), limit);
}

/* All on one line. False, with part of it written, where it may not stand so, or comes past `limit`
 * bytes of output. */
static bool write_inline(const struct formatter *f, uint32_t node, enum kind kind, size_t limit)
{
    if (!is_container(f, node)) {
        write_scalar(f, node);
        return f->out->n <= limit;
    }
    struct arena scratch = {0};
    bool is_object = json_kind(f->doc, node) == JSON_OBJECT;
    uint32_t count = json_count(f->doc, node);
    /* Each takes two bytes at least: what cannot fit is not ordered in vain. */
    bool fits = count <= COLUMNS;
    const uint32_t *children = fits ? ordered(f, node, kind, &scratch) : NULL;
    strbuf_add_byte(f->out, is_object ? '{' : '[');
    for (uint32_t i = 0; i < count && fits; i++) {
        strbuf_add_c(f->out, i > 0 ? ", " : "");
        fits = write_member_inline(f, node, kind, children[i], limit) && f->out->n <= limit;
    }
    strbuf_add_byte(f->out, is_object ? '}' : ']');
    arena_finish(&scratch);
    return fits;
}

static void cut_back(struct strbuf *out, size_t length)
{
    out->n = length;
    out->s[length] = '\0';
}

/* Writes on one line what fits there, with a comma behind; else false, and nothing is written. */
static bool fit_inline(const struct formatter *f, uint32_t node, enum kind kind, size_t line_start)
{
    size_t before = f->out->n;
    bool fits = write_inline(f, node, kind, line_start + (size_t)COLUMNS * 4) &&
                utf8_count(str_after(strbuf_str(f->out), line_start)) < COLUMNS;
    if (!fits) {
        cut_back(f->out, before);
    }
    return fits;
}

static void start_line(const struct formatter *f, int depth)
{
    strbuf_printf(f->out, "\n%*s", depth * INDENT, "");
}

static void write_value(const struct formatter *f, uint32_t node, enum kind kind, int depth,
                        size_t line_start);

static void write_lines(const struct formatter *f, uint32_t node, enum kind kind, int depth)
{
    struct arena scratch = {0};
    bool is_object = json_kind(f->doc, node) == JSON_OBJECT;
    uint32_t count = json_count(f->doc, node);
    const uint32_t *children = ordered(f, node, kind, &scratch);
    strbuf_add_byte(f->out, is_object ? '{' : '[');
    for (uint32_t i = 0; i < count; i++) {
        start_line(f, depth + 1);
        size_t line_start = f->out->n - (size_t)(depth + 1) * INDENT;
        write_name(f, node, children[i]);
        write_value(f, children[i], kind_of_child(f, node, kind, children[i]), depth + 1,
                    line_start);
        strbuf_add_c(f->out, i + 1 < count ? "," : "");
    }
    start_line(f, depth);
    strbuf_add_byte(f->out, is_object ? '}' : ']');
    arena_finish(&scratch);
}

static void write_value(const struct formatter *f, uint32_t node, enum kind kind, int depth,
                        size_t line_start)
{
    if (!is_container(f, node)) {
        write_scalar(f, node);
    } else if (json_count(f->doc, node) == 0) {
        strbuf_add_c(f->out, json_kind(f->doc, node) == JSON_OBJECT ? "{}" : "[]");
    } else if (depth == 0 || !fit_inline(f, node, kind, line_start)) {
        write_lines(f, node, kind, depth);
    }
}

bool fmt_json(struct str text, struct str file_name, struct strbuf *out, struct diag_list *diags)
{
    struct json_doc *doc = json_parse(text, file_name, diags);
    if (!doc) {
        return false;
    }
    /* Translations and other files keep their order. */
    bool is_story = json_kind(doc, 0) == JSON_OBJECT &&
                    json_member(doc, 0, STR("scenes")) != JSON_NONE;
    struct formatter f = {doc, out};
    write_value(&f, 0, is_story ? KIND_STORY : KIND_FREE, 0, out->n);
    strbuf_add_byte(out, '\n');
    json_destroy(doc);
    return true;
}
