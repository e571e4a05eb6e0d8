#include "story/words.h"

#include <assert.h>

#include "base/compiler.h"
#include "story/translation.h"

struct words {
    struct arena arena;
    const struct story *story;
    struct str language;
    struct str *texts; /* by text: the translation, or {NULL, 0}; NULL: the original language */
};

static struct words *create(const struct story *s, struct str language)
{
    struct arena arena = {0};
    struct words *w = arena_new(&arena, struct words, 1);
    w->arena = arena;
    w->story = s;
    w->language = arena_str(&w->arena, language);
    return w;
}

struct words *words_original(const struct story *s)
{
    return create(s, s->language);
}

struct words *words_load(const struct story *s, struct str tag, struct diag_list *diags)
{
    if (str_eq(tag, s->language)) {
        return words_original(s);
    }
    struct words *w = create(s, tag);
    struct translation t = {0};
    struct diag_list unheard = {0};
    translation_read(s, tag, &t, diags ? diags : &unheard);
    w->texts = arena_new(&w->arena, struct str, s->text_count);
    for (uint32_t i = 0; i < s->text_count; i++) {
        if (t.texts[i].s) {
            w->texts[i] = arena_str(&w->arena, t.texts[i]);
        }
    }
    translation_finish(&t);
    diag_list_finish(&unheard);
    return w;
}

void words_destroy(struct words *w)
{
    if (w) {
        struct arena arena = w->arena; /* which holds `w` itself */
        arena_finish(&arena);
    }
}

struct str words_language(const struct words *w)
{
    return w->language;
}

bool words_has(struct text t)
{
    return t.id != 0;
}

bool words_is_translated(const struct words *w, struct text t)
{
    assert(t.id < w->story->text_count || t.id == 0);
    return words_has(t) && (!w->texts || w->texts[t.id].s);
}

struct str words_of(const struct words *w, struct text t)
{
    if (!words_has(t)) {
        return STR("");
    }
    assert(t.id < w->story->text_count);
    if (w->texts && w->texts[t.id].s) {
        return w->texts[t.id];
    }
    const struct text_entry *entry = &w->story->texts[t.id];
    return w->texts && entry->is_file ? STR("") : entry->original;
}

int words_languages(const struct story *s, struct arena *a, const struct str **tags_out)
{
    struct str *names = NULL;
    size_t name_count = s->folder.fd > 0 ? folder_list(&s->folder, STR("lang"), a, &names) : 0;
    struct str *tags = arena_new(a, struct str, name_count + 1);
    int count = 0;
    tags[count++] = s->language;
    for (size_t i = 0; i < name_count; i++) {
        struct str tag = translation_tag(names[i]);
        if (language_tag_is_sound(tag) && !str_eq(tag, s->language)) {
            tags[count++] = arena_str(a, tag);
        }
    }
    *tags_out = tags;
    return count;
}
