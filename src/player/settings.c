#include "player/settings.h"

#include <assert.h>

#include "base/compiler.h"

static const char *const themes[] = {"dark", "light", "cream", "contrast", NULL};
static const char *const typefaces[] = {"serif", "sans", "plain", NULL};
static const char *const spacings[] = {"usual", "wider", "widest", NULL};
static const char *const paces[] = {"off", "half", "slower", "usual", "faster", "double", NULL};

static_assert(COUNT(themes) == THEME_COUNT + 1, "themes");
static_assert(COUNT(typefaces) == TYPEFACE_COUNT + 1, "typefaces");
static_assert(COUNT(spacings) == SPACING_COUNT + 1, "spacings");
static_assert(COUNT(paces) == PACE_COUNT + 1, "paces");

static const struct {
    const char *name;
    const char *const *words;
} preferences[] = {
    [PREFERENCE_THEME] = {"theme", themes},
    [PREFERENCE_TYPEFACE] = {"typeface", typefaces},
    [PREFERENCE_LINE] = {"spacing.line", spacings},
    [PREFERENCE_PARAGRAPH] = {"spacing.paragraph", spacings},
    [PREFERENCE_LETTER] = {"spacing.letter", spacings},
    [PREFERENCE_WORD] = {"spacing.word", spacings},
    [PREFERENCE_PACE] = {"pace", paces},
};
static_assert(COUNT(preferences) == PREFERENCE_COUNT, "preferences");

const char *preference_name(enum preference p)
{
    return preferences[p].name;
}

const char *const *preference_words(enum preference p)
{
    return preferences[p].words;
}

int preference_count(enum preference p)
{
    int count = 0;
    while (preferences[p].words[count]) {
        count++;
    }
    return count;
}

struct str preference_key(enum preference p, int word, struct arena *a)
{
    bool is_spacing = p >= PREFERENCE_LINE && p <= PREFERENCE_WORD;
    const char *group = is_spacing ? "spacing" : preferences[p].name;
    return arena_printf(a, "%s.%s", group, preferences[p].words[word]);
}

bool settings_space(struct settings *s, enum spacing spacing)
{
    bool changed = false;
    for (int i = PREFERENCE_LINE; i <= PREFERENCE_WORD; i++) {
        changed = changed || s->preferred[i] != (int)spacing;
        s->preferred[i] = (int)spacing;
    }
    return changed;
}
