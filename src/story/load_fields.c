#include <assert.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "story/load.h"

/* Longer lists of known names would hide the message. */
#define MOST_KNOWN 12

bool is_own_name(struct str name)
{
    return str_starts(name, STR("x-"));
}

struct str name_nearest(struct loader *ld, struct str word, const struct str *candidates, int count)
{
    if (count <= 0 || ld->compared > MOST_COMPARED) {
        return (struct str){0};
    }
    ld->compared += (size_t)count;
    return str_nearest(word, candidates, (size_t)count);
}

/* What the elements of a list with this name are called. */
static const struct {
    struct str list;
    const char *element;
} elements[] = {
    {STR_INIT("scenes"), "scene"},
    {STR_INIT("chapters"), "chapter"},
    {STR_INIT("captions"), "caption"},
    {STR_INIT("choices"), "choice"},
    {STR_INIT("claims"), "claim"},
    {STR_INIT("questions"), "question"},
    {STR_INIT("options"), "option"},
    {STR_INIT("layers"), "layer"},
    {STR_INIT("labels"), "label"},
    {STR_INIT("maps"), "map"},
    {STR_INIT("cuts"), "cut"},
    {STR_INIT("credits"), "credit"},
    {STR_INIT("discuss"), "prompt"},
    {STR_INIT("timeline"), "timeline row"},
    {STR_INIT("places"), "place"},
    {STR_INIT("sources"), "source"},
    {STR_INIT("glossary"), "glossary entry"},
};

static const char *element_of(struct str list)
{
    for (size_t i = 0; i < COUNT(elements); i++) {
        if (str_eq(elements[i].list, list)) {
            return elements[i].element;
        }
    }
    return NULL;
}

/* The id of a scene, chapter or cut, where it has one among its first members: each fault asks. */
static struct str id_of(const struct json_doc *doc, uint32_t node)
{
    uint32_t at = json_first(doc, node);
    for (int i = 0; at != JSON_NONE && i < MEMBERS_LOOKED_AT; i++, at = json_next(doc, at)) {
        if (str_is(json_name(doc, at), "id")) {
            return json_kind(doc, at) == JSON_STRING ? json_string(doc, at) : (struct str){0};
        }
    }
    return (struct str){0};
}

/* A name as messages speak of it. */
static void add_name(struct strbuf *out, struct str name)
{
    bool is_long = name.n > NAME_SHOWN_BYTES;
    strbuf_add_byte(out, '"');
    strbuf_add(out, str_sub(name, 0, is_long ? utf8_back(name, NAME_SHOWN_BYTES) : name.n));
    strbuf_add_c(out, is_long ? "…\"" : "\"");
}

/* Adds what a node is called within its parent, and returns the node whose label comes next: its
 * parent, or the root where the story need not be told. */
static uint32_t label_step(const struct json_doc *doc, uint32_t node, struct strbuf *out)
{
    uint32_t parent = json_parent(doc, node);
    bool is_element = json_kind(doc, parent) == JSON_ARRAY;
    bool is_near_top = parent != 0 && json_parent(doc, parent) == 0;
    const char *what = element_of(json_name(doc, parent));
    if (!is_element && !(is_near_top && what)) {
        add_name(out, json_name(doc, node));
        return parent;
    }
    if (!is_element) {
        strbuf_printf(out, "%s ", what);
        add_name(out, json_name(doc, node));
        return JSON_NONE;
    }
    struct str id = is_near_top && what ? id_of(doc, node) : (struct str){0};
    if (id.s) {
        strbuf_printf(out, "%s ", what);
        add_name(out, id);
        return JSON_NONE;
    }
    strbuf_printf(out, "%s %u", what ? what : "element", (unsigned)json_ordinal(doc, node) + 1);
    if (!what) {
        return parent;
    }
    return is_near_top ? JSON_NONE : json_parent(doc, parent);
}

struct str node_label(struct loader *ld, uint32_t node)
{
    struct strbuf label = {0};
    while (node != JSON_NONE) {
        if (label.n > 0) {
            strbuf_add_c(&label, " of ");
        }
        if (node == 0) {
            strbuf_add_c(&label, "the story");
            break;
        }
        node = label_step(ld->doc, node, &label);
    }
    struct str copy = arena_str(&ld->scratch, strbuf_str(&label));
    strbuf_finish(&label);
    return copy;
}

static const char *value_label(const struct json_doc *doc, uint32_t node)
{
    enum json_kind kind = json_kind(doc, node);
    if (kind == JSON_BOOL) {
        return json_bool(doc, node) ? "true" : "false";
    }
    return json_kind_name(kind);
}

/* "true or false, a number or a string" */
static struct str kinds_label(struct loader *ld, unsigned kinds)
{
    struct strbuf text = {0};
    for (unsigned kind = JSON_NULL; kind <= JSON_OBJECT; kind++) {
        if (!(kinds & (1U << kind))) {
            continue;
        }
        bool is_last = kinds >> (kind + 1) == 0;
        strbuf_add_c(&text, text.n == 0 ? "" : is_last ? " or " : ", ");
        strbuf_add_c(&text, json_kind_name((enum json_kind)kind));
    }
    struct str label = arena_str(&ld->scratch, strbuf_str(&text));
    strbuf_finish(&text);
    return label;
}

static void report_kind(struct loader *ld, uint32_t node, unsigned kinds, enum need need)
{
    struct str label = node_label(ld, node);
    struct str expected = kinds_label(ld, kinds);
    diag_node_as(ld->diags, ld->doc, node, TAG_WRONG_TYPE, need != OPTIONAL && need != NEEDS_CREDIT,
                 (struct str){0}, "%.*s is %s, not %.*s", STR_ARG(label),
                 value_label(ld->doc, node), STR_ARG(expected));
}

bool kind_check(struct loader *ld, uint32_t node, unsigned kinds, enum need need)
{
    if (kinds & (1U << json_kind(ld->doc, node))) {
        return true;
    }
    report_kind(ld, node, kinds, need);
    return false;
}

/* Pictures, maps and sounds are known by their files. */
static struct str file_label(struct loader *ld, uint32_t node)
{
    struct str name = json_name(ld->doc, node);
    uint32_t parent = json_parent(ld->doc, node);
    bool is_map = parent != JSON_NONE && str_is(json_name(ld->doc, parent), "maps");
    uint32_t file = json_member(ld->doc, node, STR("file"));
    if (file == JSON_NONE || json_kind(ld->doc, file) != JSON_STRING) {
        return node_label(ld, node);
    }
    const char *what = is_map ? "map" : str_is(name, "sound") ? "sound" : "picture";
    return arena_printf(&ld->scratch, "%s %.*s", what, STR_ARG(json_string(ld->doc, file)));
}

static void report_absent(struct loader *ld, uint32_t object, const struct field *f)
{
    bool is_of_file = f->need == NEEDS_ALT || f->need == NEEDS_CREDIT;
    enum diag_tag tag = f->need == NEEDS_ALT      ? TAG_NO_ALT
                        : f->need == NEEDS_CREDIT ? TAG_NO_CREDIT
                                                  : TAG_MISSING_NAME;
    struct str label = is_of_file ? file_label(ld, object) : node_label(ld, object);
    diag_node_as(ld->diags, ld->doc, object, tag, !is_of_file, (struct str){0},
                 "%.*s has no \"%.*s\"", STR_ARG(label), STR_ARG(f->name));
}

static struct str known_label(struct loader *ld, const struct str *known, int count)
{
    struct strbuf text = {0};
    if (count > MOST_KNOWN) {
        return STR("");
    }
    strbuf_add_c(&text, "; known are ");
    for (int i = 0; i < count; i++) {
        strbuf_printf(&text, "%s\"%.*s\"",
                      i == 0           ? ""
                      : i == count - 1 ? " and "
                                       : ", ",
                      STR_ARG(known[i]));
    }
    struct str label = arena_str(&ld->scratch, strbuf_str(&text));
    strbuf_finish(&text);
    return label;
}

static void report_unknown(struct loader *ld, uint32_t member, struct str name,
                           const struct field *fields, int count)
{
    struct str known[32];
    assert(count <= (int)COUNT(known));
    for (int i = 0; i < count; i++) {
        known[i] = fields[i].name;
    }
    struct str nearest = name_nearest(ld, name, known, count);
    struct str others = nearest.n > 0 ? STR("") : known_label(ld, known, count);
    struct str label = node_label(ld, json_parent(ld->doc, member));
    diag_name(ld->diags, ld->doc, member, TAG_UNKNOWN_NAME, nearest,
              "%.*s has a name that is not known: \"%.*s\"%.*s", STR_ARG(label), STR_ARG(name),
              STR_ARG(others));
}

/* From `from` on, and around: most stories have their members in the order of the table. */
static int field_find(const struct field *fields, int count, struct str name, int from)
{
    for (int looked_at = 0, i = from; looked_at < count; looked_at++, i++) {
        i = i < count ? i : 0;
        if (fields[i].name.n == name.n && str_eq(fields[i].name, name)) {
            return i;
        }
    }
    return -1;
}

void fields_read(struct loader *ld, uint32_t object, const struct field *fields, int count,
                 uint32_t *at)
{
    uint32_t seen = 0;
    int next = 0;
    assert(count <= 32);
    for (int i = 0; i < count; i++) {
        at[i] = JSON_NONE;
    }
    for (uint32_t m = json_first(ld->doc, object); m != JSON_NONE; m = json_next(ld->doc, m)) {
        struct str name = json_name(ld->doc, m);
        int i = field_find(fields, count, name, next);
        if (i >= 0) {
            next = i + 1;
            seen |= UINT32_C(1) << i;
            at[i] = kind_check(ld, m, fields[i].kinds, fields[i].need) ? m : JSON_NONE;
        } else if (!is_own_name(name)) {
            report_unknown(ld, m, name, fields, count);
        }
    }
    for (int i = 0; i < count; i++) {
        bool may_lack = fields[i].need == OPTIONAL || fields[i].need == ONE_OF;
        if (!may_lack && !(seen & (UINT32_C(1) << i))) {
            report_absent(ld, object, &fields[i]);
        }
    }
}

static uint32_t list_from(struct loader *ld, uint32_t node, unsigned kinds, enum need need)
{
    while (node != JSON_NONE && !kind_check(ld, node, kinds, need)) {
        node = json_next(ld->doc, node);
    }
    return node;
}

uint32_t list_first(struct loader *ld, uint32_t list, unsigned kinds, enum need need)
{
    return list == JSON_NONE ? JSON_NONE : list_from(ld, json_first(ld->doc, list), kinds, need);
}

uint32_t list_next(struct loader *ld, uint32_t element, unsigned kinds, enum need need)
{
    return list_from(ld, json_next(ld->doc, element), kinds, need);
}

uint32_t list_count(const struct loader *ld, uint32_t list)
{
    return list == JSON_NONE ? 0 : json_count(ld->doc, list);
}

uint32_t list_not_empty(struct loader *ld, uint32_t list)
{
    if (list != JSON_NONE && json_count(ld->doc, list) == 0) {
        struct str label = node_label(ld, list);
        diag_node(ld->diags, ld->doc, list, TAG_BAD_VALUE, (struct str){0},
                  "%.*s is an empty list; it needs at least one element", STR_ARG(label));
    }
    return list;
}
