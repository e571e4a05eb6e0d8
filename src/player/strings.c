#include "player/strings.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/memory.h"
#include "story/json.h"
#include "story/language.h"
#include "text/date.h"
#include "text/number.h"
#include "text/plural.h"

struct strings {
    struct arena arena;
    struct str language;
    struct map own, english; /* values point to struct str */
    struct date_words *dates;
};

static bool read_flat(struct strings *s, struct map *map, struct str text, struct str name,
                      struct error *err)
{
    struct diag_list diags = {0};
    struct json_doc *doc = json_parse(text, name, &diags);
    bool ok = doc && json_kind(doc, 0) == JSON_OBJECT;
    for (uint32_t i = ok ? json_first(doc, 0) : JSON_NONE; i != JSON_NONE; i = json_next(doc, i)) {
        if (json_kind(doc, i) == JSON_STRING) {
            struct str *words = arena_new(&s->arena, struct str, 1);
            *words = arena_str(&s->arena, json_string(doc, i));
            map_set(map, &s->arena, arena_str(&s->arena, json_name(doc, i)), (intptr_t)words);
        }
    }
    if (!ok) {
        (void)error_set(err,
                        "the program's words in \"%.*s\" are not a JSON object of texts: reinstall the program",
                        STR_ARG(name));
    }
    json_destroy(doc);
    diag_list_finish(&diags);
    return ok;
}

struct strings *strings_from_text(struct str language, struct str own, struct str english,
                                  struct error *err)
{
    struct strings *s = memory_zeroed(sizeof *s);
    s->language = arena_str(&s->arena, language);
    s->dates = date_words_create(s->language);
    if (!read_flat(s, &s->english, english, STR("en.json"), err) ||
        (own.n && !read_flat(s, &s->own, own, language, err))) {
        strings_destroy(s);
        return NULL;
    }
    return s;
}

/* The tags of strings/TAG.json beneath the program's assets. */
static int available_tags(const struct folder *assets, struct arena *a, struct str **tags_out)
{
    struct str *names;
    size_t count = folder_list(assets, STR("strings"), a, &names);
    struct str *tags = arena_new(a, struct str, count);
    int n = 0;
    for (size_t i = 0; i < count; i++) {
        if (str_ends(names[i], STR(".json"))) {
            tags[n++] = str_sub(names[i], 0, names[i].n - strlen(".json"));
        }
    }
    *tags_out = tags;
    return n;
}

static bool read_tag(const struct folder *assets, struct str tag, struct arena *a, struct str *text_out,
                     struct error *err)
{
    bool too_large = false;
    struct str path = arena_printf(a, "strings/%.*s.json", STR_ARG(tag));
    return file_read_beneath(assets, path, STRINGS_MAX_BYTES, a, text_out, &too_large, err) == PATH_OK;
}

struct strings *strings_load(const struct folder *assets, struct str language, struct error *err)
{
    struct arena scratch = {0};
    struct strings *s = NULL;
    struct str *tags;
    struct str english = {0};
    struct str own = {0};
    int count = available_tags(assets, &scratch, &tags);
    int found = language_lookup(language, tags, count);
    struct str tag = found < 0 ? STR("en") : tags[found];
    if (!read_tag(assets, STR("en"), &scratch, &english, err)) {
        goto out;
    }
    if (!str_is(tag, "en") && !read_tag(assets, tag, &scratch, &own, err)) {
        goto out;
    }
    s = strings_from_text(tag, own, english, err);
out:
    arena_finish(&scratch);
    return s;
}

void strings_destroy(struct strings *s)
{
    if (s) {
        date_words_destroy(s->dates);
        arena_finish(&s->arena);
        free(s);
    }
}

struct str strings_language(const struct strings *s)
{
    return s->language;
}

struct str strings_get(const struct strings *s, const char *key)
{
    struct str k = str_from(key);
    intptr_t words = map_find(&s->own, k, map_find(&s->english, k, 0));
    return words ? *(const struct str *)words : k;
}

static bool has_key(const struct strings *s, struct str key)
{
    intptr_t ignored;
    return map_get(&s->own, key, &ignored) || map_get(&s->english, key, &ignored);
}

/* The value named by the `{name}` that begins at `at`, if it is one; `*end_out` is behind it. */
static const struct string_value *value_at(struct str words, size_t at, const struct string_value *values,
                                           int count, size_t *end_out)
{
    size_t close = str_find(words, '}', at);
    if (close == words.n) {
        return NULL;
    }
    struct str name = str_sub(words, at + 1, close - at - 1);
    for (int i = 0; i < count; i++) {
        if (str_is(name, values[i].name)) {
            *end_out = close + 1;
            return &values[i];
        }
    }
    return NULL;
}

struct str strings_fill(const struct strings *s, struct arena *a, const char *key,
                        const struct string_value *values, int count)
{
    struct str words = strings_get(s, key);
    struct strbuf out = {0};
    size_t at = 0;
    while (at < words.n) {
        size_t end = 0;
        const struct string_value *v =
            words.s[at] == '{' ? value_at(words, at, values, count, &end) : NULL;
        if (v) {
            strbuf_add(&out, v->value);
            at = end;
        } else {
            strbuf_add_byte(&out, words.s[at++]);
        }
    }
    struct str filled = arena_str(a, strbuf_str(&out));
    strbuf_finish(&out);
    return filled;
}

struct str strings_plural(const struct strings *s, struct arena *a, const char *key, int n)
{
    struct str number = number_show_own(n, s->language, a);
    struct str form = arena_printf(a, "%s.%s", key, plural_category(s->language, n));
    if (!has_key(s, form)) {
        form = arena_printf(a, "%s.other", key);
    }
    return strings_fill(s, a, form.s, &(struct string_value){"n", number}, 1);
}

struct str strings_date(const struct strings *s, struct arena *a, struct str date)
{
    return date_words_show(s->dates, date, a);
}
