#include "story/template.h"

#include "base/file.h"
#include "base/num.h"
#include "story/json.h"
#include "story/translation.h"

struct writer {
    struct strbuf *out;
    int count;
};

static void begin(struct writer *w)
{
    strbuf_add_c(w->out, "{");
}

static void put(struct writer *w, struct str key, struct str words)
{
    strbuf_add_c(w->out, w->count ? ",\n  " : "\n  ");
    json_write_string(w->out, key);
    strbuf_add_c(w->out, ": ");
    json_write_string(w->out, words);
    w->count++;
}

static int end(struct writer *w)
{
    strbuf_add_c(w->out, w->count ? "\n}\n" : "}\n");
    return w->count;
}

static bool is_words(const struct text_entry *t)
{
    return !t->is_file && t->original.n > 0;
}

int template_of_all(const struct story *s, struct strbuf *out)
{
    struct writer w = {.out = out};
    begin(&w);
    for (uint32_t i = 1; i < s->text_count; i++) {
        if (is_words(&s->texts[i])) {
            put(&w, s->texts[i].key, s->texts[i].original);
        }
    }
    return end(&w);
}

int template_of_lacking(const struct story *s, struct str tag, struct strbuf *out)
{
    struct writer w = {.out = out};
    struct diag_list ignored = {0}; /* `check` tells them with their places */
    struct translation t = {0};
    translation_read(s, tag, &t, &ignored);
    begin(&w);
    for (uint32_t i = 1; i < s->text_count; i++) {
        if (is_words(&s->texts[i]) && t.texts[i].n == 0) {
            put(&w, s->texts[i].key, s->texts[i].original);
        }
    }
    translation_finish(&t);
    diag_list_finish(&ignored);
    return end(&w);
}

/* lang/TAG.from.json as it is; NULL where it is not there or malformed. */
static struct json_doc *read_originals(const struct story *s, struct str tag, struct arena *a)
{
    struct str text;
    struct error err = {0};
    bool too_large;
    struct str path = arena_printf(a, "lang/%.*s.from.json", STR_ARG(tag));
    if (file_read_beneath(&s->folder, path, JSON_MAX_BYTES, a, &text, &too_large, &err) != PATH_OK) {
        return NULL;
    }
    struct diag_list ignored = {0};
    struct json_doc *doc = json_parse(text, path, &ignored);
    diag_list_finish(&ignored);
    if (doc && json_kind(doc, 0) != JSON_OBJECT) {
        json_destroy(doc);
        return NULL;
    }
    return doc;
}

static void map_originals(const struct json_doc *doc, struct map *by_key, struct arena *a)
{
    for (uint32_t n = json_first(doc, 0); n != JSON_NONE; n = json_next(doc, n)) {
        if (json_kind(doc, n) == JSON_STRING) {
            (void)map_add(by_key, a, json_name(doc, n), (intptr_t)n);
        }
    }
}

static bool is_told(const struct translation *t, uint32_t text)
{
    uint32_t node = t->doc ? t->nodes[text] : JSON_NONE;
    return node != JSON_NONE && json_kind(t->doc, node) == JSON_STRING && json_string(t->doc, node).n > 0;
}

int template_of_originals(const struct story *s, struct str tag, bool all_are_fit, struct strbuf *out)
{
    struct arena scratch = {0};
    struct map noted = {0};
    struct writer w = {.out = out};
    struct diag_list ignored = {0};
    struct translation t = {0};
    translation_read(s, tag, &t, &ignored);
    struct json_doc *before = all_are_fit ? NULL : read_originals(s, tag, &scratch);
    if (before) {
        map_originals(before, &noted, &scratch);
    }
    begin(&w);
    for (uint32_t i = 1; i < s->text_count; i++) {
        if (is_words(&s->texts[i]) && is_told(&t, i)) {
            intptr_t node = map_find(&noted, s->texts[i].key, -1);
            put(&w, s->texts[i].key, node < 0 ? s->texts[i].original : json_string(before, (uint32_t)node));
        }
    }
    json_destroy(before);
    translation_finish(&t);
    diag_list_finish(&ignored);
    arena_finish(&scratch);
    return end(&w);
}
