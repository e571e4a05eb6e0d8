/* Pieces of Lantern by themselves, for tests/bench: to count their instructions (tests/bench/instructions.py), each
 * with all warm but what it does:
 *
 *   driver load STORY    load_once: reads the story
 *   driver choice STORY  choice_once: makes one choice and fills in the texts of the scene it leads to
 *   driver caption       caption_once: sets one caption in lines
 *   driver fade          fade_once: paints one frame of a cross-fade at 1920 by 1080
 *
 * and, printing one number:
 *
 *   driver choices STORY COUNT  ms for so many choices, each with the texts of the scene it leads to
 *   driver steps STORY COUNT    random steps a second, walked from the start again after each ending
 *   driver lines STORY COUNT    the same, each written out as `lantern walk` does */
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "stage/painter.h"
#include "viewing/walk.h"

enum { WIDTH = 1920, HEIGHT = 1080, CAPTION_PX = 54, CAPTION_WIDTH_PX = 1600, CHOICES_BEFORE = 20 };

static const char *const captions[] = {
    "Nobody in the office looked up. The letter lay where she had left it, and the stamp beside it was dry by now.",
    "She waits until the guards have walked on, and counts to a hundred before she puts a foot on the ice. It holds.",
};

static struct {
    const char *path;
    struct story *story;
    struct words *words;
    struct viewing *viewing;
    struct fonts *fonts;
    struct layouter *layouter;
    struct painter *painter;
    struct drawlist list;
    struct bitmap *pictures[2];
    uint64_t random;
    size_t sum; /* of what came out, so that all of it is made */
} bench;

static void need(bool good, const char *what)
{
    if (!good) {
        fprintf(stderr, "driver: %s\n", what);
        exit(1);
    }
}

static int64_t now_ms(void)
{
    return clock_now(clock_system());
}

/* --- loading --- */

static void load_once(void)
{
    struct diag_list diags = {0};
    struct error err = {0};
    bench.story = story_load(bench.path, &diags, &err);
    diag_list_finish(&diags);
}

static void open_story(void)
{
    load_once();
    need(bench.story, "the story cannot be loaded");
    bench.words = words_original(bench.story);
    bench.viewing = viewing_create(bench.story, -1, LEVEL_FULL);
}

/* --- choosing --- */

static void take_in(struct text t, struct arena *a)
{
    bench.sum += viewing_show(bench.viewing, bench.words, t, a).text.n;
}

static void take_in_scene(void)
{
    struct arena a = {0};
    const struct scene *scene = viewing_scene(bench.viewing);
    int count = scene_caption_count(scene, LEVEL_FULL);
    for (int i = 0; i < count; i++) {
        take_in(scene_caption(scene, LEVEL_FULL, i).text, &a);
    }
    struct offers offers = viewing_offers(bench.viewing);
    for (int i = 0; i < offers.count; i++) {
        take_in(scene->choices[offers.choices[i]].text, &a);
    }
    arena_finish(&a);
}

/* After an ending the story begins again. */
static void step(void)
{
    int offered = viewing_offers(bench.viewing).count;
    uint64_t draw = splitmix64_next(&bench.random) >> 33;
    bool goes_on = offered ? viewing_choose(bench.viewing, (int)(draw % (uint64_t)offered))
                           : viewing_next(bench.viewing);
    if (!goes_on) {
        viewing_destroy(bench.viewing);
        bench.viewing = viewing_create(bench.story, -1, LEVEL_FULL);
    }
}

static void choice_once(void)
{
    (void)viewing_choose(bench.viewing, 0);
    take_in_scene();
}

static void before_choice(void)
{
    open_story();
    for (int i = 0; i < CHOICES_BEFORE || viewing_offers(bench.viewing).count == 0; i++) {
        step();
        take_in_scene();
    }
}

static void choices(int count)
{
    open_story();
    int64_t began = now_ms();
    for (int i = 0; i < count; i++) {
        step();
        take_in_scene();
    }
    printf("%lld\n", (long long)(now_ms() - began));
}

static void steps(int count)
{
    open_story();
    int64_t began = now_ms();
    for (int i = 0; i < count; i++) {
        step();
    }
    printf("%.0f\n", count * 1e3 / (double)(now_ms() - began));
}

static bool count_line(void *self, struct str line)
{
    (void)line;
    ++*(int *)self;
    return true;
}

static void lines(int count)
{
    open_story();
    int written = 0;
    struct error err = {0};
    int64_t began = now_ms();
    for (uint64_t seed = 0; written < count; seed++) {
        struct walk_options o = {.level = LEVEL_FULL, .words = bench.words, .random = true, .seed = seed,
                                 .most_steps = count, .start = -1, .write = count_line, .self = &written};
        need(walk(bench.story, &o, &err), err.text);
    }
    printf("%.0f\n", written * 1e3 / (double)(now_ms() - began));
}

/* --- a caption --- */

static void lay(const char *words)
{
    struct arena a = {0};
    struct font_setting setting = {.fonts = bench.fonts, .face = FACE_BODY, .px = CAPTION_PX};
    struct layout_text text = {.text = str_from(words),
                               .language = STR("en"),
                               .width_px = CAPTION_WIDTH_PX,
                               .measurer = font_measurer_of(&setting)};
    bench.sum += (size_t)layouter_lay(bench.layouter, &text, &a).line_count;
    arena_finish(&a);
}

static void open_fonts(void)
{
    struct error err = {0};
    bench.fonts = fonts_create(&err);
    need(bench.fonts, err.text);
}

static void before_caption(void)
{
    open_fonts();
    bench.layouter = layouter_create();
    lay(captions[0]);
}

static void caption_once(void)
{
    lay(captions[1]);
}

/* --- a fade --- */

static struct picture_shot shot(int n)
{
    struct size size = bitmap_size(bench.pictures[n]);
    return (struct picture_shot){.bitmap = bench.pictures[n], .view = view_whole(size)};
}

static void paint(double amount)
{
    struct error err = {0};
    struct size page = {WIDTH, HEIGHT};
    drawlist_start(&bench.list, page);
    drawlist_fade(&bench.list, rect_of_size(page), shot(0), shot(1), amount);
    need(painter_paint(bench.painter, &bench.list, rect_of_size(page), &err), err.text);
}

static void before_fade(void)
{
    open_fonts();
    for (int n = 0; n < 2; n++) {
        bench.pictures[n] = bitmap_create((struct size){WIDTH, HEIGHT}, true);
        need(bench.pictures[n], "no memory");
        for (int y = 0; y < HEIGHT; y++) {
            uint32_t *row = bitmap_row(bench.pictures[n], y);
            for (int x = 0; x < WIDTH; x++) {
                row[x] = (uint32_t)splitmix64_next(&bench.random) & 0xFFFFFF;
            }
        }
    }
    SDL_Surface *page = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_RGB888);
    need(page, SDL_GetError());
    bench.painter = painter_cpu_for_surface(page, bench.fonts);
    paint(0.3);
}

static void fade_once(void)
{
    paint(0.6);
}

/* --- */

static void nothing(void)
{
}

static const struct {
    const char *name;
    void (*before)(void), (*once)(void);
    void (*times)(int count);
} deeds[] = {
    {"load", nothing, load_once, NULL},    {"choice", before_choice, choice_once, NULL},
    {"caption", before_caption, caption_once, NULL}, {"fade", before_fade, fade_once, NULL},
    {"choices", NULL, NULL, choices},      {"steps", NULL, NULL, steps},
    {"lines", NULL, NULL, lines},
};

int main(int argc, char **argv)
{
    bench.path = argc > 2 ? argv[2] : "";
    for (size_t i = 0; argc > 1 && i < COUNT(deeds); i++) {
        if (strcmp(argv[1], deeds[i].name) != 0) {
            continue;
        }
        if (deeds[i].times) {
            deeds[i].times(argc > 3 ? atoi(argv[3]) : 1);
        } else {
            deeds[i].before();
            deeds[i].once();
        }
        return bench.sum == SIZE_MAX ? 1 : 0;
    }
    fprintf(stderr, "driver: %s is not known\n", argc > 1 ? argv[1] : "nothing");
    return 2;
}
