#include "story/json.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "story/json_doc.h"

struct json_doc *json_open(struct str text, struct str file_name, struct diag_list *diags)
{
    struct json_doc *doc = memory_zeroed(sizeof *doc);
    doc->text = text;
    doc->file_name = arena_str(&doc->arena, file_name);
    doc->marks = json_marks_create(&doc->arena);
    doc->piece = json_piece_create(&doc->arena);
    if (!json_scan(doc, diags)) {
        json_destroy(doc);
        return NULL;
    }
    return doc;
}

struct json_doc *json_parse(struct str text, struct str file_name, struct diag_list *diags)
{
    struct json_doc *doc = json_open(text, file_name, diags);
    if (doc) {
        json_enter(doc, 0);
    }
    return doc;
}

void json_destroy(struct json_doc *doc)
{
    if (!doc) {
        return;
    }
    free(doc->nodes);
    json_marks_finish(doc->marks);
    json_piece_finish(doc->piece);
    arena_finish(&doc->arena);
    free(doc);
}

static const struct json_node *node_at(const struct json_doc *doc, uint32_t node)
{
    assert(node < doc->node_count);
    return &doc->nodes[node];
}

enum json_kind json_kind(const struct json_doc *doc, uint32_t node)
{
    return (enum json_kind)node_at(doc, node)->kind;
}

const char *json_kind_name(enum json_kind kind)
{
    switch (kind) {
    case JSON_NULL:
        return "null";
    case JSON_BOOL:
        return "true or false";
    case JSON_NUMBER:
        return "a number";
    case JSON_STRING:
        return "a string";
    case JSON_ARRAY:
        return "an array";
    case JSON_OBJECT:
        return "an object";
    }
    return "";
}

uint32_t json_count(const struct json_doc *doc, uint32_t node)
{
    return node_at(doc, node)->count;
}

uint32_t json_first(const struct json_doc *doc, uint32_t node)
{
    return node_at(doc, node)->count > 0 ? node + 1 : JSON_NONE;
}

uint32_t json_next(const struct json_doc *doc, uint32_t node)
{
    return node_at(doc, node)->next;
}

uint32_t json_parent(const struct json_doc *doc, uint32_t node)
{
    return node_at(doc, node)->parent;
}

uint32_t json_ordinal(const struct json_doc *doc, uint32_t node)
{
    return node_at(doc, node)->ordinal;
}

struct str json_raw_number(const struct json_doc *doc, uint32_t node)
{
    assert(json_kind(doc, node) == JSON_NUMBER);
    size_t at = node_at(doc, node)->offset;
    return str_sub(doc->text, at, json_number_length(doc->text, at));
}

uint32_t json_string_count(const struct json_doc *doc)
{
    return doc->string_count;
}
