#include <assert.h>
#include <string.h>

#include "story/load.h"
#include "story/marks.h"

static void add_number(struct strbuf *out, unsigned n)
{
    char digits[16], *first = digits + sizeof digits;
    do {
        *--first = (char)('0' + n % 10);
        n /= 10;
    } while (n > 0);
    strbuf_add(out, (struct str){first, (size_t)(digits + sizeof digits - first)});
}

static struct str key_write(struct loader *ld, struct arena *a, const char *format, va_list args)
    PRINTF_LIKE(3, 0);

/* Every text has a key, and printf would take a fifth of the time to load a story: of its conversions these are the two
 * that keys need, "%.*s" and "%u". */
static struct str key_write(struct loader *ld, struct arena *a, const char *format, va_list args)
{
    struct strbuf *key = &ld->key;
    strbuf_clear(key);
    while (*format != '\0') {
        size_t plain = strcspn(format, "%");
        strbuf_add(key, (struct str){format, plain});
        format += plain;
        if (format[0] == '%' && format[1] == 'u') {
            add_number(key, va_arg(args, unsigned));
            format += 2;
        } else if (*format != '\0') {
            assert(strncmp(format, "%.*s", 4) == 0);
            int length = va_arg(args, int);
            strbuf_add(key, (struct str){va_arg(args, const char *), (size_t)length});
            format += 4;
        }
    }
    return arena_str(a, strbuf_str(key));
}

struct str key_of(struct loader *ld, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str key = key_write(ld, &ld->scratch, format, args);
    va_end(args);
    return key;
}

static struct text text_add(struct loader *ld, struct text_entry entry, const char *key, va_list args)
    PRINTF_LIKE(3, 0);

static struct text text_add(struct loader *ld, struct text_entry entry, const char *key,
                            va_list args)
{
    struct story *s = ld->s;
    assert(s->text_count < ld->text_capacity);
    entry.key = key_write(ld, &s->arena, key, args);
    s->texts[s->text_count] = entry;
    return (struct text){s->text_count++};
}

struct text text_read(struct loader *ld, uint32_t node, const char *key, ...)
{
    if (node == JSON_NONE) {
        return (struct text){0};
    }
    va_list args;
    va_start(args, key);
    struct text_entry entry = {.original = string_read(ld, node), .node = node};
    struct text text = text_add(ld, entry, key, args);
    va_end(args);
    return text;
}

struct text voice_read(struct loader *ld, uint32_t node, const char *key, ...)
{
    struct str path = path_read(ld, node);
    if (path.n == 0) {
        return (struct text){0};
    }
    va_list args;
    va_start(args, key);
    struct text_entry entry = {.original = path, .node = node, .is_file = true};
    struct text text = text_add(ld, entry, key, args);
    va_end(args);
    return text;
}

static void variable_check(struct loader *ld, uint32_t node, struct str name)
{
    const struct names *names = &ld->names[REF_VARIABLE];
    if (name_find(ld, REF_VARIABLE, name) >= 0) {
        return;
    }
    struct str label = node_label(ld, node);
    diag_node(ld->diags, ld->doc, node, TAG_UNKNOWN_VARIABLE,
              name_nearest(ld, name, names->items, names->count),
              "%.*s shows {%.*s}, which \"state\" does not declare", STR_ARG(label), STR_ARG(name));
}

static void term_check(struct loader *ld, uint32_t node, struct str name)
{
    const struct names *names = &ld->names[REF_TERM];
    if (name_find(ld, REF_TERM, name) >= 0) {
        return;
    }
    struct str label = node_label(ld, node);
    diag_node(ld->diags, ld->doc, node, TAG_UNKNOWN_TERM,
              name_nearest(ld, name, names->items, names->count),
              "%.*s links to \"%.*s\", which no glossary entry is called", STR_ARG(label),
              STR_ARG(name));
}

static void marks_refs_check(struct loader *ld, uint32_t node, struct str raw)
{
    const struct mark_ref *refs;
    int count = marks_refs(raw, &ld->scratch, &refs);
    for (int i = 0; i < count; i++) {
        if (refs[i].kind == MARK_REF_VARIABLE) {
            variable_check(ld, node, refs[i].name);
        } else if (refs[i].kind == MARK_REF_TERM) {
            term_check(ld, node, refs[i].name);
        }
    }
}

struct text marked_read(struct loader *ld, uint32_t node, const char *key, ...)
{
    if (node == JSON_NONE) {
        return (struct text){0};
    }
    va_list args;
    va_start(args, key);
    struct text_entry entry = {.original = string_read(ld, node), .node = node, .has_marks = true};
    struct text text = text_add(ld, entry, key, args);
    va_end(args);

    struct marks_fault fault;
    if (!strpbrk(entry.original.s, "*[]{}\\")) {
        return text;
    }
    if (marks_check(entry.original, &fault)) {
        marks_refs_check(ld, node, entry.original);
    } else {
        struct str label = node_label(ld, node);
        diag_node(ld->diags, ld->doc, node, TAG_BAD_MARK, (struct str){0}, "%.*s: %s",
                  STR_ARG(label), fault.message);
    }
    return text;
}

void texts_begin(struct loader *ld)
{
    /* No text without a string of its own; number 0 is "not there". */
    ld->text_capacity = json_string_count(ld->doc) + 1;
    ld->s->texts = arena_new(&ld->s->arena, struct text_entry, ld->text_capacity);
    ld->s->text_count = 1;
}

/* Keys are looked up by translations alone. */
static bool has_translations(struct loader *ld)
{
    struct str *names;
    return ld->s->folder.fd > 0 &&
           folder_list(&ld->s->folder, STR("lang"), &ld->scratch, &names) > 0;
}

void texts_finish(struct loader *ld)
{
    struct story *s = ld->s;
    if (!has_translations(ld)) {
        return;
    }
    map_reserve(&s->text_by_key, &s->arena, s->text_count);
    for (uint32_t i = 1; i < s->text_count; i++) {
        (void)map_add(&s->text_by_key, &s->arena, s->texts[i].key, (intptr_t)i);
    }
}
