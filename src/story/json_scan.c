#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "base/limits.h"
#include "base/memory.h"
#include "base/num.h"
#include "base/set.h"
#include "base/utf8.h"
#include "story/diag_tags.h"
#include "story/json_doc.h"

/* An array or object whose end was not seen yet. */
struct opened {
    uint32_t node, last; /* `last`: its newest child */
    struct set names;
    struct arena arena; /* for many names and unescaped ones; empty for most objects */
};

struct scan {
    struct json_doc *doc;
    struct diag_list *diags;
    struct str text;
    size_t at;
    struct opened open[JSON_MAX_DEPTH];
    int depth;
};

static uint32_t container_of(const struct scan *s)
{
    return s->depth > 0 ? s->open[s->depth - 1].node : JSON_NONE;
}

static void report(struct scan *s, struct diag_place place, enum diag_tag tag, struct str message)
{
    const struct diag_tag_row *row = diag_tag_row(tag);
    diag_list_add(s->diags, &(struct diag){.place = place,
                                           .severity = row->severity,
                                           .refused = row->refused,
                                           .tag = row->name,
                                           .message = message});
}

/* Always false, so that callers may return it. */
static bool fault(struct scan *s, size_t at, uint32_t node, enum diag_tag tag, const char *format,
                  ...) PRINTF_LIKE(5, 6);

static bool fault(struct scan *s, size_t at, uint32_t node, enum diag_tag tag, const char *format,
                  ...)
{
    struct arena scratch = {0};
    va_list args;
    va_start(args, format);
    struct str message = arena_vprintf(&scratch, format, args);
    va_end(args);
    report(s, json_place_at(s->doc, at, node, &scratch), tag, message);
    arena_finish(&scratch);
    return false;
}

/* What stands at the scan's place, for a message. */
static struct str found(const struct scan *s, struct arena *a)
{
    if (s->at == s->text.n) {
        return STR("the end of the file");
    }
    size_t end = s->at;
    uint32_t code = utf8_next(s->text, &end);
    if (code == UTF8_BAD) {
        return arena_printf(a, "byte 0x%02X, which is not UTF-8", (unsigned char)s->text.s[s->at]);
    }
    if (code == '"') {
        return STR("a quotation mark");
    }
    if (code < 0x20 || code == 0x7F) {
        return arena_printf(a, "U+%04X", (unsigned)code);
    }
    return arena_printf(a, "\"%.*s\"", (int)(end - s->at), s->text.s + s->at);
}

static bool fault_expected(struct scan *s, const char *expected)
{
    if (s->at < s->text.n && s->text.s[s->at] == '\0') {
        return fault(s, s->at, container_of(s), TAG_NUL_CHARACTER,
                     "a NUL character stands in the file");
    }
    struct arena scratch = {0};
    struct str there = found(s, &scratch);
    fault(s, s->at, container_of(s), TAG_MALFORMED_JSON, "%s is expected here, not %.*s", expected,
          STR_ARG(there));
    arena_finish(&scratch);
    return false;
}

/* The byte at the scan's place, or -1 at the end. */
static int peek(const struct scan *s)
{
    return s->at < s->text.n ? (unsigned char)s->text.s[s->at] : -1;
}

static bool take(struct scan *s, int byte)
{
    if (peek(s) != byte) {
        return false;
    }
    s->at++;
    return true;
}

static void skip_space(struct scan *s)
{
    while (s->at < s->text.n) {
        char c = s->text.s[s->at];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            return;
        }
        s->at++;
    }
}

/* Stories have a value for every 16 bytes or more. What is never written to costs nothing, and what has to grow is
 * moved. */
static void nodes_grow(struct json_doc *doc)
{
    size_t capacity = doc->node_capacity > 0 ? 2 * doc->node_capacity : doc->text.n / 12 + 64;
    doc->nodes = memory_resize(doc->nodes, memory_product(capacity, sizeof *doc->nodes));
    doc->node_capacity = capacity;
}

/* The value at the scan's place, as the newest child of what is open. */
static bool node_add(struct scan *s, enum json_kind kind, uint32_t *node_out)
{
    struct json_doc *doc = s->doc;
    if (doc->node_count == JSON_MAX_VALUES) {
        return fault(s, s->at, container_of(s), TAG_TOO_LARGE, "the file holds more than %d values",
                     JSON_MAX_VALUES);
    }
    if (doc->node_count == doc->node_capacity) {
        nodes_grow(doc);
    }
    uint32_t node = (uint32_t)doc->node_count++;
    doc->nodes[node] = (struct json_node){.offset = (uint32_t)s->at & 0x1FFFFFFF,
                                          .kind = (unsigned)kind & 7,
                                          .parent = container_of(s),
                                          .next = JSON_NONE};
    if (s->depth > 0) {
        struct opened *o = &s->open[s->depth - 1];
        doc->nodes[node].ordinal = doc->nodes[o->node].count++;
        if (o->last != JSON_NONE) {
            doc->nodes[o->last].next = node;
        }
        o->last = node;
    }
    *node_out = node;
    return true;
}

static bool scan_unicode_escape(struct scan *s, uint32_t node)
{
    size_t start = s->at - 2;
    int unit = json_code_unit(s->text, s->at);
    if (unit < 0) {
        return fault(s, start, node, TAG_MALFORMED_JSON, "\"\\u\" needs four hexadecimal digits");
    }
    if (unit == 0) {
        return fault(s, start, node, TAG_NUL_CHARACTER,
                     "\"\\u0000\" is the NUL character, which no text may hold");
    }
    s->at += 4;
    bool is_half = json_is_low_surrogate(unit);
    if (json_is_high_surrogate(unit)) {
        struct str pair = str_sub(s->text, s->at, 6);
        is_half = !str_starts(pair, STR("\\u")) || !json_is_low_surrogate(json_code_unit(pair, 2));
        s->at += 6;
    }
    if (is_half) {
        return fault(s, start, node, TAG_MALFORMED_JSON,
                     "\"\\u%04x\" is half of a surrogate pair, without the other half",
                     (unsigned)unit);
    }
    return true;
}

static bool scan_escape(struct scan *s, uint32_t node)
{
    size_t start = s->at++;
    int kind = peek(s);
    if (kind < 0) {
        return fault(s, s->at, node, TAG_MALFORMED_JSON, "the file ends inside a string");
    }
    s->at++;
    if (kind == 'u') {
        return scan_unicode_escape(s, node);
    }
    if (kind == '\0' || !strchr("\"\\/bfnrt", kind)) {
        return fault(s, start, node, TAG_MALFORMED_JSON,
                     "a backslash stands only before one of \" \\ / b f n r t u");
    }
    return true;
}

static bool scan_control(struct scan *s, uint32_t node, unsigned byte)
{
    if (byte == 0) {
        return fault(s, s->at, node, TAG_NUL_CHARACTER, "a NUL character stands in a string");
    }
    return fault(s, s->at, node, TAG_MALFORMED_JSON,
                 "the control character U+%04X stands in a string; write it as \"\\u%04x\"", byte,
                 byte);
}

/* The highest bit of each of eight bytes that needs a second look: below 0x20, from 0x80 on, '"' or '\\'. Above one
 * that does, others may be marked wrongly, by what the subtractions carry over; the lowest mark is right. */
static uint64_t special_bytes(uint64_t bytes)
{
    uint64_t quote = bytes ^ BYTES_OF('"'), stroke = bytes ^ BYTES_OF('\\');
    uint64_t below = (bytes - BYTES_OF(0x20)) & ~bytes;
    uint64_t zero = ((quote - BYTES_OF(1)) & ~quote) | ((stroke - BYTES_OF(1)) & ~stroke);
    return (bytes | below | zero) & BYTES_OF(0x80);
}

/* Everything up to the closing quotation mark that needs no second look. */
static void skip_plain(struct scan *s)
{
    const unsigned char *text = (const unsigned char *)s->text.s;
    uint64_t special = 0;
    size_t at = s->at;
    while (special == 0 && s->text.n - at >= 8) {
        special = special_bytes(bytes_eight(text + at));
        at += special == 0 ? 8 : 0;
    }
    for (; special != 0 && !(special & 0x80); special >>= 8) {
        at++;
    }
    while (special == 0 && at < s->text.n && text[at] >= 0x20 && text[at] < 0x80 && text[at] != '"' &&
           text[at] != '\\') {
        at++;
    }
    s->at = at;
}

/* A string, its quotation marks included; faults are told of `node`. */
static bool scan_string(struct scan *s, uint32_t node, struct str *raw_out, bool *has_escapes_out)
{
    size_t start = ++s->at;
    *has_escapes_out = false;
    for (;;) {
        skip_plain(s);
        int c = peek(s);
        if (c < 0) {
            return fault(s, s->at, node, TAG_MALFORMED_JSON, "the file ends inside a string");
        }
        if (c == '"') {
            *raw_out = (struct str){s->text.s + start, s->at++ - start};
            return true;
        }
        if (c == '\\') {
            *has_escapes_out = true;
            if (!scan_escape(s, node)) {
                return false;
            }
        } else if (c < 0x20) {
            return scan_control(s, node, (unsigned)c);
        } else if (utf8_next(s->text, &s->at) == UTF8_BAD) {
            return fault(s, s->at - 1, node, TAG_MALFORMED_JSON, "byte 0x%02X is not UTF-8",
                         (unsigned)c);
        }
    }
}

static bool is_digit(int byte)
{
    return byte >= '0' && byte <= '9';
}

static bool scan_digits(struct scan *s)
{
    if (!is_digit(peek(s))) {
        return fault_expected(s, "a digit");
    }
    while (is_digit(peek(s))) {
        s->at++;
    }
    return true;
}

static bool scan_whole_part(struct scan *s)
{
    if (!take(s, '0')) {
        return scan_digits(s);
    }
    if (is_digit(peek(s))) {
        return fault(s, s->at, container_of(s), TAG_MALFORMED_JSON,
                     "a number may not begin with 0 before other digits");
    }
    return true;
}

static bool scan_exponent(struct scan *s, bool *there_out)
{
    *there_out = take(s, 'e') || take(s, 'E');
    if (!*there_out) {
        return true;
    }
    if (!take(s, '+')) {
        (void)take(s, '-');
    }
    return scan_digits(s);
}

static bool scan_number(struct scan *s, uint32_t node)
{
    size_t start = s->at;
    bool has_exponent;
    (void)take(s, '-');
    if (!scan_whole_part(s) || (take(s, '.') && !scan_digits(s)) ||
        !scan_exponent(s, &has_exponent)) {
        return false;
    }
    struct str raw = str_sub(s->text, start, s->at - start);
    bool is_long = raw.n > CJSON_NUMBER_BYTES;
    s->doc->has_long_number = s->doc->has_long_number || is_long;
    /* Without an exponent, only a long number can be beyond 1.8e308. */
    if ((has_exponent || is_long) && isinf(num_parse(raw))) {
        return fault(s, start, node, TAG_NUMBER_RANGE, "%.*s is beyond what a number can hold",
                     STR_ARG(str_sub(raw, 0, 40)));
    }
    return true;
}

static bool scan_word(struct scan *s, const char *word)
{
    struct str expected = str_from(word);
    if (!str_eq(str_sub(s->text, s->at, expected.n), expected)) {
        return fault_expected(s, "a value");
    }
    s->at += expected.n;
    return true;
}

/* The pointer is that of the member, which has no node yet. */
static bool fault_duplicate(struct scan *s, size_t at, struct str name)
{
    struct arena scratch = {0};
    struct strbuf pointer = {0};
    struct diag_place place = json_place_at(s->doc, at, container_of(s), &scratch);
    strbuf_add(&pointer, place.pointer);
    strbuf_add_byte(&pointer, '/');
    for (size_t i = 0; i < name.n; i++) {
        if (name.s[i] == '~' || name.s[i] == '/') {
            strbuf_add_c(&pointer, name.s[i] == '~' ? "~0" : "~1");
        } else {
            strbuf_add_byte(&pointer, name.s[i]);
        }
    }
    place.pointer = strbuf_str(&pointer);
    report(s, place, TAG_DUPLICATE_NAME,
           arena_printf(&scratch, "the name \"%.*s\" stands twice in one object", STR_ARG(name)));
    strbuf_finish(&pointer);
    arena_finish(&scratch);
    return false;
}

static bool scan_name(struct scan *s)
{
    struct opened *o = &s->open[s->depth - 1];
    size_t start = s->at;
    struct str name;
    bool has_escapes;
    if (peek(s) != '"') {
        return fault_expected(s, "a name in quotation marks");
    }
    if (!scan_string(s, o->node, &name, &has_escapes)) {
        return false;
    }
    if (has_escapes) {
        name = json_unescape(name, &o->arena);
    }
    if (!set_add(&o->names, &o->arena, name)) {
        return fault_duplicate(s, start, name);
    }
    skip_space(s);
    if (!take(s, ':')) {
        return fault_expected(s, "a colon after the name");
    }
    skip_space(s);
    return true;
}

static bool scan_value(struct scan *s);

static bool scan_children(struct scan *s, bool is_object)
{
    int close = is_object ? '}' : ']';
    skip_space(s);
    if (take(s, close)) {
        return true;
    }
    for (;;) {
        if ((is_object && !scan_name(s)) || !scan_value(s)) {
            return false;
        }
        skip_space(s);
        if (take(s, close)) {
            return true;
        }
        if (!take(s, ',')) {
            return fault_expected(s, is_object ? "a comma or \"}\"" : "a comma or \"]\"");
        }
        skip_space(s);
    }
}

/* Recursion is at most JSON_MAX_DEPTH deep. */
static bool scan_container(struct scan *s, uint32_t node, bool is_object)
{
    if (s->depth == JSON_MAX_DEPTH) {
        return fault(s, s->at, node, TAG_TOO_DEEP, "arrays and objects nest more than %d deep",
                     JSON_MAX_DEPTH);
    }
    struct opened *o = &s->open[s->depth++];
    o->node = node;
    o->last = JSON_NONE;
    set_clear(&o->names);
    s->at++;
    bool ok = scan_children(s, is_object);
    if (o->arena.block) {
        arena_finish(&o->arena);
    }
    s->depth--;
    return ok;
}

static bool scan_value(struct scan *s)
{
    enum json_kind kind;
    uint32_t node = JSON_NONE;
    struct str raw;
    bool has_escapes;
    if (!json_kind_of(peek(s), &kind)) {
        return fault_expected(s, "a value");
    }
    if (!node_add(s, kind, &node)) {
        return false;
    }
    switch (kind) {
    case JSON_NULL:
        return scan_word(s, "null");
    case JSON_BOOL:
        return scan_word(s, peek(s) == 't' ? "true" : "false");
    case JSON_NUMBER:
        return scan_number(s, node);
    case JSON_STRING:
        s->doc->string_count++;
        return scan_string(s, node, &raw, &has_escapes);
    case JSON_ARRAY:
        return scan_container(s, node, false);
    case JSON_OBJECT:
        return scan_container(s, node, true);
    }
    return false;
}

static bool scan_text(struct scan *s)
{
    if (s->text.n > JSON_MAX_BYTES) {
        return fault(s, 0, JSON_NONE, TAG_TOO_LARGE, "the file is larger than 64 MiB");
    }
    if (str_starts(s->text, STR("\xEF\xBB\xBF"))) {
        return fault(s, 0, JSON_NONE, TAG_BYTE_ORDER_MARK,
                     "the file begins with a byte order mark; save it as UTF-8 without one");
    }
    skip_space(s);
    if (!scan_value(s)) {
        return false;
    }
    skip_space(s);
    return s->at == s->text.n || fault_expected(s, "the end of the file");
}

bool json_scan(struct json_doc *doc, struct diag_list *diags)
{
    struct scan *s = arena_new(&doc->arena, struct scan, 1);
    s->doc = doc;
    s->diags = diags;
    s->text = doc->text;
    return scan_text(s);
}
