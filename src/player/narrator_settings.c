#include "player/narrator_internal.h"

static void tell_setting(struct narrator *n, const char *name_key, struct str value)
{
    const struct string_value values[] = {{"name", strings_get(player_strings(n->player), name_key)}, {"value", value}};
    tell_filled(n, "switch", values, 2);
}

static void tell_switch(struct narrator *n, const char *name_key, bool on)
{
    tell_setting(n, name_key, strings_get(player_strings(n->player), on ? "on" : "off"));
}

static void tell_preferences(struct narrator *n)
{
    const struct settings *now = player_settings(n->player);
    for (int i = 0; i < PREFERENCE_COUNT; i++) {
        if (now->preferred[i] != n->settings.preferred[i]) {
            const char *label = arena_printf(&n->now.arena, "settings.%s", preference_name((enum preference)i)).s;
            struct str key = preference_key((enum preference)i, now->preferred[i], &n->now.arena);
            tell_setting(n, label, strings_get(player_strings(n->player), key.s));
        }
    }
}

/* A language by the name it gives itself; its tag where the program has none. */
static struct str language_name(struct narrator *n, struct str tag)
{
    struct str key = arena_printf(&n->now.arena, "language.%.*s", STR_ARG(tag));
    struct str name = strings_get(player_strings(n->player), key.s);
    return str_eq(name, key) ? tag : name;
}

static void tell_languages(struct narrator *n)
{
    struct str second = player_settings(n->player)->second_language;
    if (!str_eq(player_language(n->player), n->language)) {
        tell_setting(n, "opening.language", language_name(n, player_language(n->player)));
    }
    if (!str_eq(second, n->settings.second_language)) {
        tell_setting(n, "settings.second",
                     second.n ? language_name(n, second) : strings_get(player_strings(n->player), "second.none"));
    }
}

void tell_settings(struct narrator *n)
{
    const struct settings *now = player_settings(n->player);
    const struct settings *was = &n->settings;
    if (now->still != was->still) {
        tell_switch(n, "settings.still", now->still);
    }
    if (now->full_screen != was->full_screen) {
        tell_switch(n, "settings.full-screen", now->full_screen);
    }
    if (now->reach != was->reach) {
        tell_switch(n, "settings.reach", now->reach);
    }
    if (now->silent != was->silent) {
        tell_switch(n, "settings.sound", !now->silent);
    }
    if (now->text_size != was->text_size) {
        tell_setting(n, "settings.text", arena_printf(&n->now.arena, "%d %%", now->text_size));
    }
    if (player_level(n->player) != n->level) {
        bool is_gentle = player_level(n->player) == LEVEL_GENTLE;
        tell_setting(n, "opening.level",
                     strings_get(player_strings(n->player), is_gentle ? "level.gentle" : "level.full"));
    }
    tell_languages(n);
    tell_preferences(n);
    if (now->speech_rate != was->speech_rate) {
        const struct string_value rate = {"n", arena_printf(&n->now.arena, "%d", now->speech_rate)};
        tell_filled(n, "speech.rate", &rate, 1);
    }
}
