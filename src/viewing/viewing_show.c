#include "text/number.h"
#include "viewing/viewing_internal.h"

/* What a text is filled in with, and for which language. */
struct filling {
    const struct viewing *viewing;
    struct str language;
    struct arena *arena;
};

static struct str in_words(const struct filling *f, struct value value)
{
    struct viewing_yes_no words = viewing_yes_no(f->viewing);
    switch (value.kind) {
    case VALUE_BOOL:
        return value.truth ? words.yes : words.no;
    case VALUE_NUMBER:
        return number_show(value.number, f->language, f->arena);
    case VALUE_STRING:
        return value.string;
    case VALUE_NULL:
        break;
    }
    return STR("");
}

static bool fill(void *self, struct str name, struct str *words_out)
{
    const struct filling *f = self;
    const struct story *s = viewing_story(f->viewing);
    for (int i = 0; i < s->variable_count; i++) {
        if (str_eq(s->variables[i].name, name)) {
            *words_out = in_words(f, viewing_env(f->viewing).variables[i]);
            return true;
        }
    }
    return false;
}

struct shown viewing_show(const struct viewing *v, const struct words *w, struct text t,
                          struct arena *a)
{
    const struct text_entry *entry = &viewing_story(v)->texts[t.id];
    struct str language = words_is_translated(w, t) ? words_language(w) : viewing_story(v)->language;
    if (!words_has(t) || !entry->has_marks) {
        return (struct shown){.text = arena_str(a, words_of(w, t)), .language = language};
    }
    struct filling filling = {v, words_language(w), a};
    struct shown shown = marks_show(words_of(w, t), fill, &filling, a);
    shown.language = language;
    return shown;
}

struct shown viewing_because(const struct viewing *v, const struct words *w, struct arena *a)
{
    const struct choice *cause = viewing_cause(v);
    if (!cause) {
        return (struct shown){.text = STR("")};
    }
    bool is_gentle = viewing_level(v) == LEVEL_GENTLE && words_has(cause->because_gentle);
    return viewing_show(v, w, is_gentle ? cause->because_gentle : cause->because, a);
}
