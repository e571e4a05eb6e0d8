#include "support.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

static const struct str tags[BENCH_LANGUAGES] = {STR_INIT("en"), STR_INIT("ko"), STR_INIT("es")};

void bench_open_assets(struct folder *assets)
{
    struct arena scratch = {0};
    struct error err = {0};
    const char *data = getenv("LANTERN_DATA");
    assert_non_null(data);
    if (!folder_open(assets, arena_printf(&scratch, "%s/assets", data).s, &err)) {
        fail_msg("%s", err.text);
    }
    arena_finish(&scratch);
}

static bool load_language(void *self, struct str tag, const struct words **words_out,
                          const struct strings **strings_out)
{
    struct bench *b = self;
    for (int i = 0; i < BENCH_LANGUAGES; i++) {
        if (str_eq(tags[i], tag)) {
            *words_out = b->words[i];
            *strings_out = b->strings[i];
            return true;
        }
    }
    return false;
}

static void replace(char *text, const char *from, const char *to)
{
    for (char *at = text; (at = strstr(at, from)); at++) {
        memcpy(at, to, strlen(to));
    }
}

static struct str read_story(struct bench *b)
{
    struct error err = {0};
    struct str text = {0};
    const char *tests = getenv("LANTERN_TESTS");
    assert_non_null(tests);
    if (!file_read(arena_printf(&b->arena, "%s/unit/player/story.json", tests).s, 1 << 20, &b->arena, &text, &err)) {
        fail_msg("%s", err.text);
    }
    return text;
}

static void start_player(struct bench *b)
{
    struct error err = {0};
    bench_open_assets(&b->assets);
    for (int i = 0; i < BENCH_LANGUAGES; i++) {
        b->strings[i] = strings_load(&b->assets, tags[i], &err);
        assert_non_null(b->strings[i]);
        struct diag_list ignored = {0}; /* a language that the story has no words in shows the original */
        bool has_folder = b->story->folder.fd > 0;
        b->words[i] = has_folder ? words_load(b->story, tags[i], &ignored) : words_original(b->story);
        diag_list_finish(&ignored);
    }
    bench_play(b, (struct str){0}, LEVEL_FULL, -1);
}

void bench_start(struct bench *b, bool with_pictures)
{
    *b = (struct bench){0};
    struct diag_list diags = {0};
    struct error err = {0};
    struct str text = read_story(b);
    if (!with_pictures) {
        char *copy = arena_new(&b->arena, char, text.n + 1);
        memcpy(copy, text.s, text.n);
        replace(copy, "\"picture\"", "\"x-pictu\"");
        text.s = copy;
    }
    b->story = story_load_text(text, "t", NULL, &diags, &err);
    assert_non_null(b->story);
    diag_list_finish(&diags);
    start_player(b);
}

void bench_start_folder(struct bench *b, const char *folder)
{
    struct diag_list diags = {0};
    struct error err = {0};
    const char *tests = getenv("LANTERN_TESTS");
    assert_non_null(tests);
    *b = (struct bench){0};
    b->story = story_load(arena_printf(&b->arena, "%s/%s", tests, folder).s, &diags, &err);
    assert_non_null(b->story);
    diag_list_finish(&diags);
    start_player(b);
}

void bench_play(struct bench *b, struct str bookmark, enum level level, int start)
{
    struct error err = {0};
    player_destroy(b->player);
    b->player = player_create(
        &(struct player_options){
            .story = b->story,
            .level = level,
            .language = tags[0],
            .languages = tags,
            .language_count = BENCH_LANGUAGES,
            .load_language = load_language,
            .self = b,
            .settings = {.text_size = 100},
            .start = start,
            .bookmark = bookmark,
            .keeps = true,
        },
        &err);
    assert_non_null(b->player);
}

void bench_finish(struct bench *b)
{
    player_destroy(b->player);
    for (int i = 0; i < BENCH_LANGUAGES; i++) {
        strings_destroy(b->strings[i]);
        words_destroy(b->words[i]);
    }
    story_destroy(b->story);
    folder_close(&b->assets);
    arena_finish(&b->arena);
}

bool bench_act(struct bench *b, enum action action, int value)
{
    return player_act(b->player, action, value, 0);
}

static int find(const struct bench *b, const char *id)
{
    int count;
    const struct item *items = player_items(b->player, &count);
    for (int i = 0; i < count; i++) {
        if (str_is(items[i].id, id)) {
            return i;
        }
    }
    return -1;
}

const struct item *bench_item(const struct bench *b, const char *id)
{
    int ignored;
    int at = find(b, id);
    return at < 0 ? NULL : &player_items(b->player, &ignored)[at];
}

void bench_press(struct bench *b, const char *id)
{
    int at = find(b, id);
    if (at < 0) {
        fail_msg("no \"%s\" on %s", id, screen_name(player_screen(b->player)));
    }
    (void)bench_act(b, ACTION_PRESS, at);
}

bool bench_says(const struct bench *b, const char *words)
{
    int count;
    const struct item *items = player_items(b->player, &count);
    for (int i = 0; i < count; i++) {
        if (memmem(items[i].name.s, items[i].name.n, words, strlen(words))) {
            return true;
        }
    }
    return false;
}

void bench_stand(struct bench *b, const char *scene)
{
    int at = story_find_scene(b->story, str_from(scene));
    assert_true(at >= 0);
    bench_play(b, (struct str){0}, player_level(b->player), at);
}

/* "settings.keeps", "go-on": what strings_get gives for want of words. */
static bool is_raw_key(struct str name)
{
    bool joins = false;
    for (size_t i = 0; i < name.n; i++) {
        char c = name.s[i];
        bool is_joint = (c == '.' || c == '-') && i > 0 && i + 1 < name.n;
        if (!is_joint && !(c >= 'a' && c <= 'z')) {
            return false;
        }
        joins = joins || is_joint;
    }
    return joins;
}

void bench_check_items(const struct bench *b)
{
    int count;
    const struct item *items = player_items(b->player, &count);
    const char *screen = screen_name(player_screen(b->player));
    const char *panel = panel_name(player_panel(b->player));
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        if (items[i].name.n == 0 || is_raw_key(items[i].name)) {
            fail_msg("%s, %s: \"%.*s\" is named \"%.*s\"", screen, panel, STR_ARG(items[i].id), STR_ARG(items[i].name));
        }
        assert_true(items[i].lang.n > 0);
        for (int j = 0; j < i; j++) {
            if (str_eq(items[i].id, items[j].id)) {
                fail_msg("%s, %s: two are called \"%.*s\"", screen, panel, STR_ARG(items[i].id));
            }
        }
    }
    int focus = player_focus(b->player);
    assert_true(focus >= -1 && focus < count);
    assert_true(focus < 0 || item_can_focus(&items[focus]));
}
