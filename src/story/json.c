#include "story/json.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <cJSON.h>

#include "base/memory.h"
#include "base/num.h"
#include "story/json_doc.h"

/* cJSON asks for memory through two global functions; during a parse they lead to the document that
 * this thread is reading. */
static _Thread_local struct arena *tree_arena;

/* cJSON asks only for its own items and for text. */
static void *tree_alloc(size_t size)
{
    return tree_arena ? arena_alloc(tree_arena, size, 1, alignof(cJSON)) : malloc(size);
}

static void tree_free(void *p)
{
    if (!tree_arena) {
        free(p);
    }
}

static void hooks_set(void)
{
    cJSON_InitHooks(&(cJSON_Hooks){tree_alloc, tree_free});
}

/* Gives every item of cJSON's tree the number that the scan gave its value: both go in document
 * order. */
static void items_number(struct json_doc *doc, cJSON *root)
{
    cJSON *path[JSON_MAX_DEPTH];
    size_t depth = 0, n = 0;
    for (cJSON *item = root; item;) {
        assert(n < doc->node_count);
        doc->items[n++] = item;
        if (item->child) {
            assert(depth < JSON_MAX_DEPTH);
            path[depth++] = item;
            item = item->child;
            continue;
        }
        while (!item->next && depth > 0) {
            item = path[--depth];
        }
        item = item == root ? NULL : item->next;
    }
    assert(n == doc->node_count);
}

/* cJSON reads 63 bytes of a number and stumbles over the rest: the same text, with such numbers
 * written shorter and spaces behind them. */
static struct str numbers_shortened(struct json_doc *doc)
{
    char *text = arena_new(&doc->arena, char, doc->text.n + 1);
    memcpy(text, doc->text.s, doc->text.n);
    for (uint32_t i = 0; i < doc->node_count; i++) {
        struct str raw =
            doc->nodes[i].kind == JSON_NUMBER ? json_raw_number(doc, i) : (struct str){0};
        if (raw.n > 32) {
            char digits[32];
            size_t n = num_write(num_parse(raw), digits);
            memset(text + doc->nodes[i].offset, ' ', raw.n);
            memcpy(text + doc->nodes[i].offset, digits, n);
        }
    }
    return (struct str){text, doc->text.n};
}

static void tree_parse(struct json_doc *doc)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    (void)pthread_once(&once, hooks_set);
    struct str text = doc->has_long_number ? numbers_shortened(doc) : doc->text;
    tree_arena = &doc->arena;
    cJSON *root = cJSON_ParseWithLengthOpts(text.s, text.n, NULL, false);
    tree_arena = NULL;
    assert(root); /* what the scan lets pass, cJSON takes */
    doc->items = arena_new(&doc->arena, struct cJSON *, doc->node_count);
    items_number(doc, root);
}

struct json_doc *json_parse(struct str text, struct str file_name, struct diag_list *diags)
{
    struct json_doc *doc = memory_zeroed(sizeof *doc);
    doc->text = text;
    doc->file_name = arena_str(&doc->arena, file_name);
    doc->marks = json_marks_create(&doc->arena);
    if (!json_scan(doc, diags)) {
        json_destroy(doc);
        return NULL;
    }
    tree_parse(doc);
    return doc;
}

void json_destroy(struct json_doc *doc)
{
    if (!doc) {
        return;
    }
    free(doc->nodes);
    json_marks_finish(doc->marks);
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

struct str json_name(const struct json_doc *doc, uint32_t node)
{
    assert(node < doc->node_count);
    return str_from(doc->items[node]->string);
}

struct str json_string(const struct json_doc *doc, uint32_t node)
{
    assert(json_kind(doc, node) == JSON_STRING);
    return str_from(doc->items[node]->valuestring);
}

double json_number(const struct json_doc *doc, uint32_t node)
{
    assert(json_kind(doc, node) == JSON_NUMBER);
    return doc->items[node]->valuedouble;
}

struct str json_raw_number(const struct json_doc *doc, uint32_t node)
{
    assert(json_kind(doc, node) == JSON_NUMBER);
    size_t at = node_at(doc, node)->offset;
    return str_sub(doc->text, at, json_number_length(doc->text, at));
}

bool json_bool(const struct json_doc *doc, uint32_t node)
{
    assert(json_kind(doc, node) == JSON_BOOL);
    return cJSON_IsTrue(doc->items[node]);
}

uint32_t json_string_count(const struct json_doc *doc)
{
    return doc->string_count;
}

uint32_t json_member(const struct json_doc *doc, uint32_t object, struct str name)
{
    if (json_kind(doc, object) != JSON_OBJECT) {
        return JSON_NONE;
    }
    for (uint32_t m = json_first(doc, object); m != JSON_NONE; m = json_next(doc, m)) {
        if (str_eq(json_name(doc, m), name)) {
            return m;
        }
    }
    return JSON_NONE;
}
