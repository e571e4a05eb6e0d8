/* Lines, columns and pointers. */
#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "story/json_doc.h"

/* Every line has a mark at its start, and a long line one more about every so many bytes, so that
 * no file makes a place dear to find. */
#define MARK_EVERY 512

struct mark {
    uint32_t offset;
    int line, column;
};

struct json_marks {
    struct arena arena;
    struct mark *items; /* NULL until the first place is asked for */
    size_t count;
};

struct json_marks *json_marks_create(struct arena *a)
{
    return arena_new(a, struct json_marks, 1);
}

void json_marks_finish(struct json_marks *m)
{
    if (m) {
        arena_finish(&m->arena);
    }
}

static bool is_line_end(struct str text, size_t at)
{
    return text.s[at] == '\n' ||
           (text.s[at] == '\r' && (at + 1 == text.n || text.s[at + 1] != '\n'));
}

/* Moves over one code point or line end. */
static void step(struct str text, size_t *at, struct mark *m)
{
    if (is_line_end(text, *at)) {
        m->line++;
        m->column = 1;
        ++*at;
    } else {
        m->column++;
        (void)utf8_next(text, at);
    }
    m->offset = (uint32_t)*at;
}

static size_t marks_find_all(struct str text, struct mark *items)
{
    struct mark here = {0, 1, 1}, last = here;
    size_t count = 0;
    for (size_t at = 0;;) {
        if (count == 0 || here.line != last.line || here.offset - last.offset >= MARK_EVERY) {
            if (items) {
                items[count] = here;
            }
            last = here;
            count++;
        }
        if (at == text.n) {
            return count;
        }
        step(text, &at, &here);
    }
}

static struct mark mark_of(const struct json_doc *doc, size_t offset)
{
    struct json_marks *m = doc->marks;
    struct str text = str_sub(doc->text, 0, JSON_MAX_BYTES);
    if (!m->items) {
        m->count = marks_find_all(text, NULL);
        m->items = arena_new(&m->arena, struct mark, m->count);
        (void)marks_find_all(text, m->items);
    }
    size_t low = 0, high = m->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (m->items[middle].offset <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    struct mark found = m->items[low];
    for (size_t at = found.offset; at < offset;) {
        step(text, &at, &found);
    }
    return found;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* Read backwards from the value over the colon: inside the name every quotation mark has a
 * backslash before it, and before the name there is none. */
struct str json_raw_name(const struct json_doc *doc, uint32_t node)
{
    uint32_t parent = doc->nodes[node].parent;
    if (parent == JSON_NONE || doc->nodes[parent].kind != JSON_OBJECT) {
        return (struct str){0};
    }
    const char *s = doc->text.s;
    size_t end = doc->nodes[node].offset - 1;
    while (is_space(s[end]) || s[end] == ':') {
        end--;
    }
    size_t start = end;
    while (s[start - 1] != '"' || s[start - 2] == '\\') {
        start--;
    }
    return (struct str){s + start, end - start};
}

static struct str pointer_step(const struct json_doc *doc, uint32_t node, struct arena *a)
{
    uint32_t parent = doc->nodes[node].parent;
    if (doc->nodes[parent].kind == JSON_ARRAY) {
        return arena_printf(a, "/%u", (unsigned)doc->nodes[node].ordinal);
    }
    struct str name = json_unescape(json_raw_name(doc, node), a);
    char *step_text = arena_new(a, char, 2 * name.n + 2);
    size_t n = 0;
    step_text[n++] = '/';
    for (size_t i = 0; i < name.n; i++) {
        bool is_special = name.s[i] == '~' || name.s[i] == '/';
        step_text[n++] = is_special ? '~' : name.s[i];
        if (is_special) {
            step_text[n++] = name.s[i] == '~' ? '0' : '1';
        }
    }
    return (struct str){step_text, n};
}

static struct str pointer_of(const struct json_doc *doc, uint32_t node, struct arena *a)
{
    struct str steps[JSON_MAX_DEPTH + 1];
    size_t count = 0, length = 0;
    while (node != JSON_NONE && doc->nodes[node].parent != JSON_NONE) {
        assert(count < COUNT(steps));
        steps[count] = pointer_step(doc, node, a);
        length += steps[count++].n;
        node = doc->nodes[node].parent;
    }
    char *pointer = arena_new(a, char, length + 1);
    size_t n = 0;
    while (count-- > 0) {
        memcpy(pointer + n, steps[count].s, steps[count].n);
        n += steps[count].n;
    }
    return (struct str){pointer, length};
}

struct diag_place json_place_at(const struct json_doc *doc, size_t offset, uint32_t node,
                                struct arena *a)
{
    struct mark m = mark_of(doc, offset);
    return (struct diag_place){doc->file_name, m.line, m.column, pointer_of(doc, node, a)};
}

struct diag_place json_place(const struct json_doc *doc, uint32_t node, bool at_name,
                             struct arena *a)
{
    size_t offset = doc->nodes[node].offset;
    struct str name = at_name ? json_raw_name(doc, node) : (struct str){0};
    if (name.s) {
        offset = (size_t)(name.s - doc->text.s) - 1;
    }
    return json_place_at(doc, offset, node, a);
}
