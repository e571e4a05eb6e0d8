/* Pages of a small story, compared pixel by pixel with ref/NAME.png. A page that differs, or has no
 * reference, is left in TMPDIR as golden-NAME.png. LANTERN_GOLDEN_UPDATE=1 writes the references anew.
 * They hold for the fonts of ref/fonts.txt alone: with others the pages are not compared. */
#include <SDL.h>
#include <SDL_image.h>
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/session.h"
#include "player/kiosk.h"
#include "stage/canvas.h"
#include "stage/font_table.h"
#include "stage/screen.h"
#include "stage/snapshot.h"

enum { SETTLED_MS = 3600 * 1000, FONTS_MOST = 64, EXIT_SKIPPED = 77 };

struct page {
    const char *name;
    const char *scene;  /* to begin at, FOLDER/SCENE where it is not of story/, FOLDER/ for its opening; NULL: the opening */
    const char *deeds;  /* !: in a kiosk, where R moves all down, W waits, P holds two corners; f: forward; 1 to 3: that
                         * choice; L, C, K: light, cream, contrast; then a panel: s, g, m, h, o, p, ?; then @TAG: told
                         * in that language, with the words of fixtures/scripts/strings */
    struct size size;
    int text_size;      /* percent */
    enum level level;
    int tolerance;      /* steps of 255 that a channel may be off */
};

static const struct kiosk_rules kiosk_rules = {.idle_s = 90, .warn_s = 30, .has_pin = true, .has_reach = true};

#define WIDE {683, 384}
#define TALL {384, 683}
#define SCRIPTS "../fixtures/scripts"

static const struct page pages[] = {
    {"opening-wide", NULL, "", WIDE, 100, LEVEL_FULL, 2},
    {"opening-tall", NULL, "", TALL, 100, LEVEL_FULL, 2},
    {"notice-wide", NULL, "f", WIDE, 100, LEVEL_FULL, 2},
    {"chapter-tall", NULL, "ff", TALL, 100, LEVEL_FULL, 2},
    {"river-wide", "river", "", WIDE, 100, LEVEL_FULL, 2},
    {"river-large", "river", "", WIDE, 300, LEVEL_FULL, 2},
    {"scripts-wide", "river", "f", WIDE, 100, LEVEL_FULL, 2},
    {"scripts-tall", "river", "f", TALL, 100, LEVEL_FULL, 2},
    {"scripts-full", "river", "f", {1920, 1080}, 100, LEVEL_FULL, 2},
    {"choices-wide", "river", "ff", WIDE, 100, LEVEL_FULL, 2},
    {"choices-tall", "river", "ff", TALL, 100, LEVEL_FULL, 2},
    {"because-wide", "river", "ff1", WIDE, 100, LEVEL_FULL, 2},
    {"missing-picture", "lamp", "", WIDE, 100, LEVEL_GENTLE, 2},
    {"speaker-tall", "lamp", "", TALL, 100, LEVEL_FULL, 2},
    {"ending-wide", "end", "f", WIDE, 100, LEVEL_FULL, 2},
    {"ending-large", "end", "f", TALL, 300, LEVEL_FULL, 2},
    {"sources-wide", "river", "s", WIDE, 100, LEVEL_FULL, 2},
    {"glossary-tall", "river", "g", TALL, 100, LEVEL_FULL, 2},
    {"word-wide", "river", "n", WIDE, 100, LEVEL_FULL, 2},
    {"more-large", "river", "e", WIDE, 200, LEVEL_FULL, 2},
    {"timeline-tall", "river", "t", TALL, 100, LEVEL_FULL, 2},
    {"roads-wide", "river", "ff1c", WIDE, 100, LEVEL_FULL, 2},
    {"settings-large", "river", "o", WIDE, 300, LEVEL_FULL, 2},
    {"map-wide", "journey/home", "ffffffm", {1366, 768}, 100, LEVEL_FULL, 2},
    {"map-tall", "journey/home", "ffffffm", TALL, 100, LEVEL_FULL, 2},
    {"map-large", "journey/home", "ffffffm", {1366, 768}, 300, LEVEL_FULL, 2},
    {"map-close", "journey/home", "fm", WIDE, 100, LEVEL_FULL, 2},
    {"map-card", "journey/home", "ff", WIDE, 100, LEVEL_FULL, 2},
    {"map-ending", "journey/home", "fffffff", WIDE, 100, LEVEL_FULL, 2},
    {"arabic-opening", SCRIPTS "/", "@ar", WIDE, 100, LEVEL_FULL, 2},
    {"arabic-choices", SCRIPTS "/ford", "ff@ar", TALL, 100, LEVEL_FULL, 2},
    {"thai-scene", SCRIPTS "/ford", "@th", WIDE, 100, LEVEL_FULL, 2},
    {"chinese-words", SCRIPTS "/ford", "g@zh-Hans", WIDE, 100, LEVEL_FULL, 2},
    {"light-opening", NULL, "L", WIDE, 100, LEVEL_FULL, 2},
    {"cream-scripts", "river", "fC", TALL, 100, LEVEL_FULL, 2},
    {"contrast-choices", "river", "ffK", WIDE, 100, LEVEL_FULL, 2},
    {"kiosk-reach", NULL, "!ffR", TALL, 100, LEVEL_FULL, 2},
    {"kiosk-warning", NULL, "!ffW", TALL, 100, LEVEL_FULL, 2},
    {"kiosk-pin", NULL, "!P", WIDE, 100, LEVEL_FULL, 2},
    {"contrast-map", "journey/home", "fKm", WIDE, 100, LEVEL_FULL, 2},
};

static const char *tests_folder(void)
{
    const char *folder = getenv("LANTERN_TESTS");
    return folder ? folder : "tests";
}

static bool updates(void)
{
    const char *value = getenv("LANTERN_GOLDEN_UPDATE");
    return value && strcmp(value, "1") == 0;
}

/* --- the checker --- */

struct difference {
    bool same_size;
    int64_t pixels; /* how many are off by more than the tolerance */
    int most;       /* steps, of any channel */
    int x, y;       /* the first */
};

static struct difference compare(const SDL_Surface *a, const SDL_Surface *b, int tolerance)
{
    struct difference d = {.same_size = a->w == b->w && a->h == b->h};
    for (int y = 0; d.same_size && y < a->h; y++) {
        const uint8_t *row_a = (const uint8_t *)a->pixels + (ptrdiff_t)y * a->pitch;
        const uint8_t *row_b = (const uint8_t *)b->pixels + (ptrdiff_t)y * b->pitch;
        for (int x = 0; x < a->w; x++) {
            int off = 0;
            for (int channel = 0; channel < 3; channel++) { /* the fourth byte is not looked at */
                int steps = abs(row_a[x * 4 + channel] - row_b[x * 4 + channel]);
                off = steps > off ? steps : off;
            }
            if (off > tolerance && d.pixels++ == 0) {
                d.x = x;
                d.y = y;
            }
            d.most = off > d.most ? off : d.most;
        }
    }
    return d;
}

static bool is_same(struct difference d)
{
    return d.same_size && d.pixels == 0;
}

static SDL_Surface *grey_page(int w, int h)
{
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_XRGB8888);
    assert_non_null(s);
    (void)SDL_FillRect(s, NULL, 0x808080);
    return s;
}

static void test_checker(void **state)
{
    (void)state;
    SDL_Surface *a = grey_page(7, 5);
    SDL_Surface *b = grey_page(7, 5);
    SDL_Surface *wider = grey_page(8, 5);
    assert_true(is_same(compare(a, b, 0)));
    assert_false(is_same(compare(a, wider, 255)));
    const SDL_Rect last = {6, 4, 1, 1};
    const uint32_t by_three[] = {0x838080, 0x807D80, 0x808083};
    for (size_t i = 0; i < COUNT(by_three); i++) {
        (void)SDL_FillRect(b, &last, by_three[i]);
        struct difference d = compare(a, b, 2);
        assert_int_equal(d.pixels, 1);
        assert_int_equal(d.most, 3);
        assert_int_equal(d.x, 6);
        assert_int_equal(d.y, 4);
        assert_true(is_same(compare(a, b, 3)));
    }
    SDL_FreeSurface(a);
    SDL_FreeSurface(b);
    SDL_FreeSurface(wider);
}

/* --- fonts --- */

/* FNV-1a of a file; false where it cannot be read. */
static bool sum_file(const char *path, uint64_t *sum_out)
{
    static uint8_t buffer[1 << 16];
    FILE *f = fopen(path, "rb");
    if (!f) {
        return false;
    }
    uint64_t sum = UINT64_C(14695981039346656037);
    for (size_t n; (n = fread(buffer, 1, sizeof buffer, f)) > 0;) {
        for (size_t i = 0; i < n; i++) {
            sum = (sum ^ buffer[i]) * UINT64_C(1099511628211);
        }
    }
    (void)fclose(f);
    *sum_out = sum;
    return true;
}

static void add_font(struct strbuf *out, const char *file)
{
    struct arena scratch = {0};
    uint64_t sum = 0;
    for (int i = 0; i < font_folder_count; i++) {
        if (sum_file(arena_printf(&scratch, "%s/%s", font_folders[i], file).s, &sum)) {
            break;
        }
    }
    strbuf_printf(out, "%016" PRIx64 "  %s\n", sum, file); /* 0: not there */
    arena_finish(&scratch);
}

/* A line for each font that the pages may be set in. */
static void list_fonts(struct strbuf *out)
{
    static const char *const scripts[] = {"Latn", "Hang", "Hans", "Thai", "Laoo", "Arab"};
    const char *seen[FONTS_MOST];
    int count = 0;
    for (int i = 0; i < font_table_count * FACE_COUNT; i++) {
        const struct font_row *row = &font_table[i / FACE_COUNT];
        const char *file = row->files[i % FACE_COUNT];
        bool wanted = false;
        for (size_t j = 0; j < COUNT(scripts); j++) {
            wanted |= strcmp(row->script, scripts[j]) == 0;
        }
        for (int j = 0; j < count; j++) {
            wanted &= strcmp(seen[j], file) != 0;
        }
        if (wanted && count < FONTS_MOST) {
            seen[count++] = file;
            add_font(out, file);
        }
    }
}

static struct str read_text(const char *path, struct arena *a)
{
    enum { MOST = 1 << 16 };
    char *text = arena_new(a, char, MOST);
    FILE *f = fopen(path, "rb");
    struct str s = {text, f ? fread(text, 1, MOST, f) : 0};
    if (f) {
        (void)fclose(f);
    }
    return s;
}

static bool write_text(const char *path, struct str s)
{
    FILE *f = fopen(path, "wb");
    bool ok = f && fwrite(s.s, 1, s.n, f) == s.n;
    return f && fclose(f) == 0 && ok;
}

/* Are the fonts those of the references? Writes them down instead when updating. */
static bool fonts_are_known(void)
{
    struct arena scratch = {0};
    struct strbuf now = {0};
    const char *path = arena_printf(&scratch, "%s/golden/ref/fonts.txt", tests_folder()).s;
    list_fonts(&now);
    bool known = updates() ? write_text(path, strbuf_str(&now))
                           : str_eq(read_text(path, &scratch), strbuf_str(&now));
    strbuf_finish(&now);
    arena_finish(&scratch);
    return known;
}

/* --- pages --- */

struct golden {
    struct session *session;
    struct player *player;
    struct kiosk *kiosk; /* or NULL */
    struct canvas *canvas;
    struct screen_target screen;
    int64_t now_ms;
    const char *data; /* the program's files */
};

static const struct frame *lay(struct golden *g, const struct page *page)
{
    g->now_ms += SETTLED_MS;
    return canvas_frame(g->canvas, page->size, g->now_ms);
}

/* Leaves it alone until it warns; or holds two corners for the staff's pad. */
static void wait_in_kiosk(struct golden *g, bool holds)
{
    kiosk_finger(g->kiosk, 1, 0, 0, holds, g->now_ms);
    kiosk_finger(g->kiosk, 2, KIOSK_WHOLE, KIOSK_WHOLE, holds, g->now_ms);
    g->now_ms += SETTLED_MS;
    assert_true(kiosk_tick(g->kiosk, g->now_ms, 0, false));
}

static void do_deed(struct golden *g, char deed)
{
    if (deed == 'W' || deed == 'P') {
        wait_in_kiosk(g, deed == 'P');
        return;
    }
    const struct {
        char name;
        enum action action;
        int value;
    } deeds[] = {
        {'f', ACTION_FORWARD, 0},          {'1', ACTION_CHOOSE, 0},
        {'2', ACTION_CHOOSE, 1},           {'3', ACTION_CHOOSE, 2},
        {'s', ACTION_PANEL, PANEL_SOURCES}, {'g', ACTION_PANEL, PANEL_GLOSSARY},
        {'m', ACTION_PANEL, PANEL_MAP},     {'t', ACTION_PANEL, PANEL_TIMELINE},
        {'c', ACTION_PANEL, PANEL_CHAPTERS}, {'e', ACTION_PANEL, PANEL_MORE},
        {'n', ACTION_FOCUS_NEXT, 0},        {'j', ACTION_ACTIVATE, 0},
        {'h', ACTION_PANEL, PANEL_HISTORY}, {'o', ACTION_PANEL, PANEL_SETTINGS},
        {'p', ACTION_PANEL, PANEL_PAUSE},   {'?', ACTION_PANEL, PANEL_HELP},
        {'L', ACTION_PREFER, prefer(PREFERENCE_THEME, THEME_LIGHT)},
        {'C', ACTION_PREFER, prefer(PREFERENCE_THEME, THEME_CREAM)},
        {'K', ACTION_PREFER, prefer(PREFERENCE_THEME, THEME_CONTRAST)},
        {'R', ACTION_REACH, 0},
    };
    for (size_t i = 0; i < COUNT(deeds); i++) {
        if (deeds[i].name == deed) {
            assert_true(player_act(g->player, deeds[i].action, deeds[i].value, g->now_ms));
            return;
        }
    }
    fail_msg("no deed is called %c", deed);
}

struct whence {
    struct str folder, scene;
};

static struct whence whence_of(const struct page *page)
{
    struct str all = str_from(page->scene ? page->scene : "");
    size_t stroke = all.n;
    while (stroke > 0 && all.s[stroke - 1] != '/') {
        stroke--;
    }
    if (stroke == 0) {
        return (struct whence){STR("story"), all};
    }
    return (struct whence){str_sub(all, 0, stroke - 1), str_after(all, stroke)};
}

/* The program has words in the languages it ships; those of the fixtures stand beside its English in a
 * folder of their own. */
static void use_words_of(const char *language, struct arena *a)
{
    const char *tmp = getenv("TMPDIR");
    const char *data = arena_printf(a, "%s/golden-data-%d", tmp ? tmp : "/tmp", (int)getpid()).s;
    const char *assets = arena_printf(a, "%s/assets", data).s;
    const char *strings = arena_printf(a, "%s/strings", assets).s;
    const char *const froms[] = {arena_printf(a, "%s/assets/strings/en.json", getenv("LANTERN_DATA")).s,
                                 arena_printf(a, "%s/fixtures/scripts/strings/%s.json", tests_folder(), language).s};
    const char *const names[] = {"en", language};
    (void)mkdir(data, 0700);
    (void)mkdir(assets, 0700);
    (void)mkdir(strings, 0700);
    for (size_t i = 0; i < COUNT(froms); i++) {
        struct str words = read_text(froms[i], a);
        assert_true(words.n > 0);
        assert_true(write_text(arena_printf(a, "%s/%s.json", strings, names[i]).s, words));
    }
    assert_int_equal(setenv("LANTERN_DATA", data, 1), 0);
}

static void open_page(struct golden *g, const struct page *page, struct arena *a)
{
    struct error err = {0};
    struct whence whence = whence_of(page);
    const char *at = strchr(page->deeds, '@');
    const char *language = at ? at + 1 : "en";
    int status = 0;
    if (at) {
        use_words_of(language, a);
    }
    const struct session_options open = {
        .story = arena_printf(a, "%s/golden/%.*s", tests_folder(), STR_ARG(whence.folder)),
        .language = str_from(language),
        .level = (int)page->level,
        .forgets = true,
    };
    g->session = session_create(&open, &status);
    assert_non_null(g->session);
    const struct story *story = session_story(g->session);
    int count;
    const struct str *languages = session_languages(g->session, &count);
    const struct player_options options = {
        .story = story,
        .level = page->level,
        .language = session_language(g->session),
        .languages = languages,
        .language_count = count,
        .load_language = session_words,
        .self = g->session,
        .settings = {.text_size = page->text_size, .still = true},
        .start = whence.scene.n ? story_find_scene(story, whence.scene) : -1,
    };
    assert_true(!whence.scene.n || options.start >= 0);
    g->player = player_create(&options, &err);
    assert_non_null(g->player);
    struct canvas_options canvas = {.player = g->player, .folder = &story->folder};
    if (page->deeds[0] == '!') { /* on a wall, 434 mm of it too high for some */
        g->kiosk = kiosk_create(&(struct kiosk_options){.player = g->player, .rules = kiosk_rules}, 0, 0);
        canvas.screen = (struct screen_mm){398, 708, 600, 434};
    }
    g->canvas = canvas_create(&canvas, &err);
    assert_non_null(g->canvas);
    assert_true(screen_open_memory(&g->screen, page->size, canvas_fonts(g->canvas), &err));
}

static void close_page(struct golden *g)
{
    screen_close(&g->screen);
    canvas_destroy(g->canvas);
    kiosk_destroy(g->kiosk);
    player_destroy(g->player);
    session_destroy(g->session);
    (void)setenv("LANTERN_DATA", g->data, 1);
}

static void paint_page(struct golden *g, const struct page *page)
{
    struct error err = {0};
    const struct rect whole = {0, 0, page->size.w, page->size.h};
    for (const char *deed = page->deeds + (g->kiosk != NULL); *deed && *deed != '@'; deed++) {
        (void)lay(g, page); /* which counts the caption's pages */
        do_deed(g, *deed);
    }
    const struct frame *frame = lay(g, page);
    assert_true(painter_paint(g->screen.painter, &frame->list, whole, &err));
}

static void save(struct golden *g, const char *path)
{
    struct error err = {0};
    if (!snapshot_save(g->screen.memory, path, &err)) {
        fail_msg("%s", err.text);
    }
}

static SDL_Surface *load_reference(const char *path)
{
    SDL_Surface *as_stored = IMG_Load(path);
    SDL_Surface *s = as_stored ? SDL_ConvertSurfaceFormat(as_stored, SDL_PIXELFORMAT_XRGB8888, 0) : NULL;
    SDL_FreeSurface(as_stored);
    return s;
}

static void check_page(struct golden *g, const struct page *page, const char *reference, struct arena *a)
{
    const char *tmp = getenv("TMPDIR");
    const char *shot = arena_printf(a, "%s/golden-%s.png", tmp ? tmp : "/tmp", page->name).s;
    SDL_Surface *wanted = load_reference(reference);
    struct difference d = wanted ? compare(g->screen.memory, wanted, page->tolerance) : (struct difference){0};
    bool there = wanted != NULL;
    SDL_FreeSurface(wanted);
    if (!there) {
        save(g, shot);
        fail_msg("%s is not there or no PNG; the page is %s", reference, shot);
    }
    if (!is_same(d)) {
        save(g, shot);
        fail_msg("%s: %" PRId64 " pixels differ, by up to %d, the first at %d, %d%s; the page is %s", page->name,
                 d.pixels, d.most, d.x, d.y, d.same_size ? "" : "; another size", shot);
    }
}

static void test_page(void **state)
{
    const struct page *page = *state;
    struct arena scratch = {0};
    const char *data = getenv("LANTERN_DATA");
    assert_non_null(data);
    struct golden g = {.data = arena_str(&scratch, str_from(data)).s};
    const char *reference = arena_printf(&scratch, "%s/golden/ref/%s.png", tests_folder(), page->name).s;
    open_page(&g, page, &scratch);
    assert_int_equal(g.screen.memory->format->BytesPerPixel, 4);
    paint_page(&g, page);
    if (updates()) {
        save(&g, reference);
    } else {
        check_page(&g, page, reference, &scratch);
    }
    close_page(&g);
    arena_finish(&scratch);
}

int main(void)
{
    static struct CMUnitTest page_tests[COUNT(pages)];
    const struct CMUnitTest checker_tests[] = {cmocka_unit_test(test_checker)};
    int failures = cmocka_run_group_tests_name("checker", checker_tests, NULL, NULL);
    if (!fonts_are_known()) {
        (void)fprintf(stderr, "\nSKIPPED: THE PAGES WERE NOT COMPARED: other fonts than tests/golden/ref/fonts.txt says\n");
        return failures ? failures : EXIT_SKIPPED;
    }
    for (size_t i = 0; i < COUNT(pages); i++) {
        page_tests[i] = (struct CMUnitTest){
            .name = pages[i].name,
            .test_func = test_page,
            .initial_state = (void *)(uintptr_t)&pages[i],
        };
    }
    return failures + cmocka_run_group_tests_name("pages", page_tests, NULL, NULL);
}
