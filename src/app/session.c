#include "app/session.h"

#include <stdlib.h>

#include "app/command.h"
#include "app/back_soon.h"
#include "app/fault_story.h"
#include "app/output.h"
#include "app/paths.h"
#include "app/source.h"
#include "base/memory.h"

/* The setting that this computer is shared: nothing but it is then kept after quitting. */
#define SHARED STR("shared")

/* A language's words, once they were asked for. */
struct loaded {
    struct words *words;
    struct strings *strings;
};

struct session {
    struct arena arena;
    struct story *story;
    struct str data;
    struct folder assets;
    const struct str *languages;
    struct loaded *loaded; /* one for each language */
    int language_count;
    int language;
    struct store *store;
    struct clock clock;
    struct str viewer; /* whose places are kept; empty: nobody's in particular */
    bool keeps, is_shared, is_faulty;
    enum level level;
    struct str notice;
};

/* --- words --- */

static bool load_words(struct session *s, int n, struct error *err)
{
    struct loaded *l = &s->loaded[n];
    if (!l->strings) {
        l->strings = strings_load(&s->assets, s->languages[n], err);
    }
    if (l->strings && !l->words) {
        struct diag_list diags = {0};
        l->words = words_load(s->story, s->languages[n], &diags);
        source_log(&diags);
        diag_list_finish(&diags);
    }
    return l->strings != NULL;
}

static const struct strings *program_strings(const struct session *s)
{
    return s->loaded[s->language].strings;
}

bool session_words(void *self, struct str tag, const struct words **words_out,
                   const struct strings **strings_out)
{
    struct session *s = self;
    int n = language_lookup(tag, s->languages, s->language_count);
    struct error err = {0};
    if (n < 0 || !load_words(s, n, &err)) {
        return false;
    }
    *words_out = s->loaded[n].words;
    *strings_out = s->loaded[n].strings;
    return true;
}

/* Two notices at once stand one behind the other. */
static void notify(struct session *s, struct str line)
{
    s->notice = s->notice.n
                    ? arena_printf(&s->arena, "%.*s %.*s", STR_ARG(s->notice), STR_ARG(line))
                    : arena_str(&s->arena, line);
}

/* --- what is kept --- */

static struct str setting(const struct session *s, struct str name, struct arena *a)
{
    struct str value = {0};
    struct error err = {0};
    return store_get(s->store, store_setting(name), a, &value, &err) ? value : (struct str){0};
}

static void keep_nothing(struct session *s)
{
    store_close(s->store);
    s->store = store_open_none();
    s->keeps = false;
}

/* Opens the store; why nothing can be kept in it goes to `lost`. Where the computer is shared, it is
 * looked into for that alone. */
static void open_store(struct session *s, bool forgets, struct error *lost)
{
    struct arena scratch = {0};
    struct str folder = forgets ? (struct str){0} : path_xdg(XDG_STATE, &scratch);
    if (folder.n) {
        s->store = store_open(folder.s, s->clock, lost);
    } else if (!forgets) {
        (void)error_set(lost, "neither XDG_STATE_HOME nor HOME is set");
    }
    s->keeps = s->store != NULL;
    s->is_shared = s->store && str_is(setting(s, SHARED, &scratch), "on");
    if (!s->store || s->is_shared) {
        keep_nothing(s);
    }
    arena_finish(&scratch);
}

/* What became known of a damaged file; said once. */
static struct str damage_notice(const struct session *s)
{
    const char *notice = store_trouble(s->store)->notice.text;
    if (!notice[0]) {
        return (struct str){0};
    }
    source_log_line(notice);
    return strings_get(program_strings(s), "place.damaged");
}

static void notify_store(struct session *s, const struct error *lost)
{
    struct str damage = damage_notice(s);
    if (damage.n) {
        notify(s, damage);
    }
    if (lost->text[0]) {
        struct string_value why = {"why", str_from(lost->text)};
        notify(s, strings_fill(program_strings(s), &s->arena, "place.lost", &why, 1));
    }
}

/* --- opening --- */

/* What is shown in place of a story: its faults, or the card where there are none. */
static struct story *stand_in(struct session *s, const struct diag_list *faults, struct str language, struct error *err)
{
    struct strings *strings = strings_load(&s->assets, language, err);
    if (!strings) {
        return NULL;
    }
    struct story *story = faults ? fault_story(faults, strings) : back_soon_story(strings);
    strings_destroy(strings);
    return story;
}

static bool open_story(struct session *s, const struct session_options *o, int *status_out)
{
    struct diag_list diags = {0};
    struct error err = {0};
    if (o->shows_card) {
        s->story = stand_in(s, NULL, o->language.n ? o->language : source_system_language(), &err);
        *status_out = s->story ? EXIT_DONE : EXIT_USAGE;
    } else {
        s->story = source_load(o->story, &diags, status_out);
    }
    if (s->story && !o->shows_card) {
        story_forget_source(s->story);
        source_log(&diags);
    } else if (*status_out == EXIT_FAULTY) {
        diag_list_sort(&diags);
        source_print_refusals(&diags);
        s->is_faulty = o->shows_faults;
        s->story = o->shows_faults ? stand_in(s, &diags, source_system_language(), &err) : NULL;
    }
    if (err.text[0]) {
        complain("%s", err.text);
    }
    diag_list_finish(&diags);
    return s->story != NULL;
}

static bool open_data(struct session *s, int *status_out)
{
    struct error err = {0};
    if (!paths_data(&s->arena, &s->data, &err) ||
        !folder_open(&s->assets, arena_printf(&s->arena, "%.*s/assets", STR_ARG(s->data)).s,
                     &err)) {
        complain("%s", err.text);
        *status_out = EXIT_USAGE;
        return false;
    }
    return true;
}

/* Which language to begin in. `is_unknown_out`: not the one that was asked for. */
static int find_language(const struct session *s, struct str wanted, struct arena *a,
                         bool *is_unknown_out)
{
    struct str ranges[] = {wanted, setting(s, STR("language"), a), source_system_language()};
    for (size_t i = 0; i < COUNT(ranges); i++) {
        int n = ranges[i].n ? language_lookup(ranges[i], s->languages, s->language_count) : -1;
        if (n >= 0) {
            return n;
        }
        *is_unknown_out |= i == 0 && wanted.n > 0;
    }
    return 0;
}

static bool open_languages(struct session *s, const struct session_options *o, int *status_out)
{
    struct arena scratch = {0};
    struct error err = {0};
    bool is_unknown = false;
    bool ok = false;
    struct str tag = {0};
    s->language_count = words_languages(s->story, &s->arena, &s->languages);
    s->loaded = arena_new(&s->arena, struct loaded, (size_t)s->language_count);
    if (o->strict && !s->is_faulty && !source_language(s->story, o->language, &scratch, &tag)) {
        *status_out = EXIT_USAGE;
        goto out;
    }
    s->language = find_language(s, o->language, &scratch, &is_unknown);
    if (is_unknown) {
        s->language = 0;
    }
    ok = load_words(s, s->language, &err);
    if (!ok) {
        complain("%s", err.text);
        *status_out = EXIT_USAGE;
    } else if (is_unknown && !s->is_faulty) {
        notify(s, strings_get(program_strings(s), "language.unknown"));
    }
out:
    arena_finish(&scratch);
    return ok;
}

static enum level kept_level(const struct session *s)
{
    struct arena scratch = {0};
    bool is_gentle = str_is(setting(s, STR("level"), &scratch), "gentle");
    arena_finish(&scratch);
    return is_gentle ? LEVEL_GENTLE : LEVEL_FULL;
}

struct session *session_create(const struct session_options *o, int *status_out)
{
    struct session *s = memory_zeroed(sizeof *s);
    struct error lost = {0};
    s->clock = o->clock.now_ms ? o->clock : clock_system();
    *status_out = EXIT_DONE;
    if (!open_data(s, status_out) || !open_story(s, o, status_out)) {
        goto fail;
    }
    open_store(s, o->forgets || s->is_faulty || o->shows_card, &lost);
    if (!open_languages(s, o, status_out)) {
        goto fail;
    }
    notify_store(s, &lost);
    s->level = o->level >= 0 ? (enum level)o->level : kept_level(s);
    *status_out = s->is_faulty ? EXIT_FAULTY : EXIT_DONE;
    return s;
fail:
    session_destroy(s);
    return NULL;
}

void session_destroy(struct session *s)
{
    if (!s) {
        return;
    }
    for (int i = 0; i < s->language_count; i++) {
        words_destroy(s->loaded[i].words);
        strings_destroy(s->loaded[i].strings);
    }
    store_close(s->store);
    story_destroy(s->story);
    folder_close(&s->assets);
    arena_finish(&s->arena);
    free(s);
}

/* --- what it holds --- */

bool session_is_faulty(const struct session *s)
{
    return s->is_faulty;
}

const struct story *session_story(const struct session *s)
{
    return s->story;
}

struct str session_data(const struct session *s)
{
    return s->data;
}

const struct str *session_languages(const struct session *s, int *count_out)
{
    *count_out = s->language_count;
    return s->languages;
}

struct str session_language(const struct session *s)
{
    return s->languages[s->language];
}

struct str session_second_language(struct session *s, struct str wanted)
{
    int n = language_lookup(wanted, s->languages, s->language_count);
    if (n < 0 && !str_is(wanted, "off")) {
        notify(s, strings_get(program_strings(s), "language.unknown"));
    }
    return n < 0 ? (struct str){0} : s->languages[n];
}

struct str session_notice(const struct session *s)
{
    return s->notice;
}

bool session_keeps(const struct session *s)
{
    return s->keeps;
}

enum level session_level(const struct session *s)
{
    return s->level;
}

static int kept_preference(const struct session *s, enum preference preference, struct arena *a)
{
    struct str kept = setting(s, str_from(preference_name(preference)), a);
    for (int i = 0; i < preference_count(preference); i++) {
        if (str_is(kept, preference_words(preference)[i])) {
            return i;
        }
    }
    return 0;
}

struct settings session_settings(const struct session *s)
{
    struct arena scratch = {0};
    int64_t text_size = TEXT_SIZE_LEAST;
    (void)str_to_int(setting(s, STR("text-size"), &scratch), TEXT_SIZE_LEAST, TEXT_SIZE_MOST,
                     &text_size);
    int64_t rate = VOICE_RATE_USUAL;
    (void)str_to_int(setting(s, STR("speech-rate"), &scratch), VOICE_RATE_LEAST, VOICE_RATE_MOST, &rate);
    struct settings settings = {
        .text_size = (int)text_size,
        .still = str_is(setting(s, STR("still"), &scratch), "on"),
        .full_screen = str_is(setting(s, STR("full-screen"), &scratch), "on"),
        .silent = str_is(setting(s, STR("sound"), &scratch), "off"),
        .speech = str_is(setting(s, STR("speech"), &scratch), "on"),
        .speech_chosen = setting(s, STR("speech"), &scratch).n > 0,
        .speech_rate = (int)rate,
    };
    int second = language_lookup(setting(s, STR("second-language"), &scratch), s->languages, s->language_count);
    if (second >= 0) {
        settings.second_language = s->languages[second];
    }
    for (int i = 0; i < PREFERENCE_COUNT; i++) {
        settings.preferred[i] = kept_preference(s, (enum preference)i, &scratch);
    }
    arena_finish(&scratch);
    return settings;
}

static bool keep_preferences(struct session *s, const struct settings *settings, struct error *err)
{
    bool ok = true;
    for (int i = 0; ok && i < PREFERENCE_COUNT; i++) {
        const char *word = preference_words((enum preference)i)[settings->preferred[i]];
        ok = store_put(s->store, store_setting(str_from(preference_name((enum preference)i))), str_from(word), err);
    }
    return ok;
}

bool session_keep_settings(struct session *s, const struct settings *settings, enum level level,
                           struct str language, struct error *err)
{
    struct arena scratch = {0};
    const struct {
        struct str name, value;
    } rows[] = {
        {STR("text-size"), arena_printf(&scratch, "%d", settings->text_size)},
        {STR("still"), settings->still ? STR("on") : STR("off")},
        {STR("full-screen"), settings->full_screen ? STR("on") : STR("off")},
        {STR("sound"), settings->silent ? STR("off") : STR("on")},
        {STR("speech-rate"), arena_printf(&scratch, "%d", settings->speech_rate)},
        {STR("level"), level == LEVEL_GENTLE ? STR("gentle") : STR("full")},
        {STR("language"), language},
        {STR("second-language"), settings->second_language.n ? settings->second_language : STR("off")},
    };
    bool ok = true;
    for (size_t i = 0; ok && i < COUNT(rows); i++) {
        ok = store_put(s->store, store_setting(rows[i].name), rows[i].value, err);
    }
    ok = ok && keep_preferences(s, settings, err);
    if (ok && settings->speech_chosen) { /* else the desktop's screen reader decides on another day */
        ok = store_put(s->store, store_setting(STR("speech")), settings->speech ? STR("on") : STR("off"), err);
    }
    arena_finish(&scratch);
    return ok;
}

bool session_is_shared(const struct session *s)
{
    return s->is_shared;
}

/* The store itself is emptied, so that nothing it still holds is written afterwards. */
static bool begin_sharing(struct session *s, struct error *err)
{
    if (s->keeps && (!store_forget_all(s->store, err) || !store_put(s->store, store_setting(SHARED), STR("on"), err))) {
        return false;
    }
    keep_nothing(s);
    s->is_shared = true;
    return true;
}

/* What is kept from now on stays; what this run had so far is gone. */
static bool end_sharing(struct session *s, struct error *err)
{
    struct arena scratch = {0};
    struct str folder = path_xdg(XDG_STATE, &scratch);
    struct store *disk = folder.n ? store_open(folder.s, s->clock, err) : NULL;
    if (!folder.n) {
        (void)error_set(err, "neither XDG_STATE_HOME nor HOME is set");
    }
    bool ok = disk && store_forget(disk, store_setting(SHARED), err);
    if (ok) {
        store_close(s->store);
        s->store = disk;
        s->keeps = true;
        s->is_shared = false;
    } else {
        store_close(disk);
    }
    arena_finish(&scratch);
    return ok;
}

bool session_set_shared(struct session *s, bool is_shared, struct error *err)
{
    if (is_shared == s->is_shared) {
        return true;
    }
    return is_shared ? begin_sharing(s, err) : end_sharing(s, err);
}

void session_set_viewer(struct session *s, struct str viewer)
{
    s->viewer = arena_str(&s->arena, viewer);
}

struct str session_viewer(const struct session *s)
{
    return s->viewer;
}

struct store *session_store(const struct session *s)
{
    return s->store;
}

struct str session_check_store(struct session *s)
{
    bool was_said = store_trouble(s->store)->notice.text[0] != 0;
    store_check(s->store);
    return was_said ? (struct str){0} : damage_notice(s);
}

struct str session_bookmark(const struct session *s, struct arena *a)
{
    struct str text = {0};
    struct error err = {0};
    if (!store_get(s->store, store_bookmark(s->viewer, s->story->id), a, &text, &err)) {
        source_log_line(err.text);
        return (struct str){0};
    }
    return text;
}

bool session_keep_bookmark(struct session *s, struct str text, struct error *err)
{
    return store_put(s->store, store_bookmark(s->viewer, s->story->id), text, err);
}

bool session_forget_bookmark(struct session *s, struct error *err)
{
    return store_forget(s->store, store_bookmark(s->viewer, s->story->id), err);
}
