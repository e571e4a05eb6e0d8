/* Values: cJSON's tree of the piece that was entered, and its texts. */
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <cJSON.h>

#include "base/memory.h"
#include "base/num.h"
#include "story/json_doc.h"

/* Nodes are numbered in document order, so a value and all within it are a range of them. */
struct json_piece {
    struct arena arena;   /* cJSON's tree, and texts that are not from it: emptied for the next piece */
    struct cJSON **items; /* of the nodes from `first` on */
    uint32_t first, end;
};

/* cJSON asks for memory through two global functions; during a parse they lead to the piece that
 * this thread is reading. */
static _Thread_local struct arena *tree_arena;

/* cJSON asks only for its own items, which it clears itself, and for text. */
static void *tree_alloc(size_t size)
{
    return tree_arena ? arena_take(tree_arena, size, alignof(cJSON), false) : malloc(size);
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

struct json_piece *json_piece_create(struct arena *a)
{
    return arena_new(a, struct json_piece, 1);
}

void json_piece_finish(struct json_piece *p)
{
    if (p) {
        arena_finish(&p->arena);
    }
}

/* Gives every item of cJSON's tree the number that the scan gave its value: both go in document
 * order. */
static void items_number(struct json_piece *p, cJSON *root)
{
    cJSON *path[JSON_MAX_DEPTH];
    size_t depth = 0, n = 0, count = p->end - p->first;
    p->items = arena_new(&p->arena, struct cJSON *, count);
    for (cJSON *item = root; item;) {
        assert(n < count);
        p->items[n++] = item;
        if (item->child) {
            assert(depth < JSON_MAX_DEPTH);
            path[depth++] = item;
            item = item->child;
            continue;
        }
        while (item != root && !item->next) {
            item = path[--depth];
        }
        item = item == root ? NULL : item->next;
    }
    assert(n == count);
}

/* cJSON reads 63 bytes of a number and stumbles over the rest: the piece's text again, with such numbers
 * written shorter and spaces behind them. */
static struct str numbers_shortened(const struct json_doc *doc, struct str piece)
{
    struct json_piece *p = doc->piece;
    char *text = arena_take(&p->arena, piece.n, 1, false);
    memcpy(text, piece.s, piece.n);
    for (uint32_t i = p->first; i < p->end; i++) {
        struct str raw =
            doc->nodes[i].kind == JSON_NUMBER ? json_raw_number(doc, i) : (struct str){0};
        if (raw.n > 32) {
            char digits[32], *at = text + (raw.s - piece.s);
            size_t n = num_write(num_parse(raw), digits);
            memset(at, ' ', raw.n);
            memcpy(at, digits, n);
        }
    }
    return (struct str){text, piece.n};
}

/* From the first byte of a piece to where the next value begins: what stands between, cJSON leaves. */
static struct str piece_text(const struct json_doc *doc)
{
    const struct json_piece *p = doc->piece;
    size_t from = doc->nodes[p->first].offset;
    size_t to = p->end < doc->node_count ? doc->nodes[p->end].offset : doc->text.n;
    struct str text = str_sub(doc->text, from, to - from);
    return doc->has_long_number ? numbers_shortened(doc, text) : text;
}

/* The first node behind `node` that is not within it. */
static uint32_t node_end(const struct json_doc *doc, uint32_t node)
{
    while (node != JSON_NONE && doc->nodes[node].next == JSON_NONE) {
        node = doc->nodes[node].parent;
    }
    return node == JSON_NONE ? (uint32_t)doc->node_count : doc->nodes[node].next;
}

void json_enter(struct json_doc *doc, uint32_t node)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct json_piece *p = doc->piece;
    assert(node < doc->node_count);
    (void)pthread_once(&once, hooks_set);
    arena_clear(&p->arena);
    p->first = node;
    p->end = node_end(doc, node);
    struct str text = piece_text(doc);
    tree_arena = &p->arena;
    cJSON *root = cJSON_ParseWithLengthOpts(text.s, text.n, NULL, false);
    tree_arena = NULL;
    assert(root); /* what the scan lets pass, cJSON takes */
    items_number(p, root);
}

void json_leave(struct json_doc *doc)
{
    arena_finish(&doc->piece->arena);
    doc->piece->first = doc->piece->end = 0;
}

/* cJSON's item of a node, or NULL where that lies outside the piece. */
static const cJSON *item_of(const struct json_doc *doc, uint32_t node)
{
    const struct json_piece *p = doc->piece;
    assert(node < doc->node_count);
    return node >= p->first && node < p->end ? p->items[node - p->first] : NULL;
}

/* The piece itself was read without the name before it. */
struct str json_name(const struct json_doc *doc, uint32_t node)
{
    const cJSON *item = item_of(doc, node);
    return item && node != doc->piece->first ? str_from(item->string)
                                             : json_unescape(json_raw_name(doc, node), &doc->piece->arena);
}

struct str json_string(const struct json_doc *doc, uint32_t node)
{
    assert(json_kind(doc, node) == JSON_STRING);
    const cJSON *item = item_of(doc, node);
    return item ? str_from(item->valuestring)
                : json_unescape(json_raw_string(doc->text, doc->nodes[node].offset), &doc->piece->arena);
}

double json_number(const struct json_doc *doc, uint32_t node)
{
    const cJSON *item = item_of(doc, node);
    assert(item && json_kind(doc, node) == JSON_NUMBER);
    return item->valuedouble;
}

bool json_bool(const struct json_doc *doc, uint32_t node)
{
    assert(json_kind(doc, node) == JSON_BOOL);
    const cJSON *item = item_of(doc, node);
    return item ? cJSON_IsTrue(item) : doc->text.s[doc->nodes[node].offset] == 't';
}

/* Without keeping anything: `check` asks long after the piece was left, and as often as there are faults. */
static bool is_called(const struct json_doc *doc, uint32_t member, struct str name)
{
    struct str raw = json_raw_name(doc, member);
    struct arena scratch = {0};
    if (raw.n < name.n || raw.n > JSON_LONGEST_ESCAPE * name.n) {
        return false;
    }
    bool is = str_eq(json_unescape(raw, &scratch), name);
    arena_finish(&scratch);
    return is;
}

uint32_t json_member(const struct json_doc *doc, uint32_t object, struct str name)
{
    if (json_kind(doc, object) != JSON_OBJECT) {
        return JSON_NONE;
    }
    for (uint32_t m = json_first(doc, object); m != JSON_NONE; m = json_next(doc, m)) {
        if (is_called(doc, m, name)) {
            return m;
        }
    }
    return JSON_NONE;
}
