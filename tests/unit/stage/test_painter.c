#include "stage/painter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

#include "stage/painter_rows.h"
#include "stage/painter_sample.h"

enum { W = 320, H = 180 };

static const struct size page_size = {W, H};

static SDL_Surface *page_create(void)
{
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_RGB888);
    assert_non_null(s);
    return s;
}

static uint32_t pixel(const SDL_Surface *s, int x, int y)
{
    uint32_t p;
    memcpy(&p, (const unsigned char *)s->pixels + (size_t)y * (size_t)s->pitch + (size_t)x * 4, 4);
    return p & 0xFFFFFF;
}

/* Smooth, so that neighbours differ by little. */
static struct bitmap *gradient(int w, int h, int turn)
{
    struct bitmap *b = bitmap_create((struct size){w, h}, true);
    for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
            uint32_t r = (uint32_t)(turn ? 255 - x * 255 / w : x * 255 / w);
            uint32_t g = (uint32_t)(y * 255 / h);
            bitmap_row(b, y)[x] = r << 16 | g << 8 | 0x40;
        }
    }
    return b;
}

static struct bitmap *veil(int w, int h)
{
    struct bitmap *b = bitmap_create((struct size){w, h}, false);
    for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
            bitmap_row(b, y)[x] = (uint32_t)(x * 255 / w) << 24 | 0x102030;
        }
    }
    return b;
}

/* All five operations, one picture scaled and one clip. */
static void fill(struct drawlist *l, struct fonts *fonts, const char *text)
{
    struct bitmap *one = gradient(W, H, 0);
    struct bitmap *other = gradient(W + 40, H + 40, 1);
    struct bitmap *over = veil(100, 50);
    struct rect all = rect_of_size(page_size);
    struct picture_shot shot = {one, view_whole(page_size), {0, 0, 0, 255}};
    struct picture_shot scaled = {other, {10.5, 7.25, 180, 101.25}, {0, 0, 0, 255}};
    drawlist_start(l, page_size);
    drawlist_picture(l, all, shot);
    drawlist_fade(l, (struct rect){0, 0, W, H / 2}, shot, scaled, 0.3);
    drawlist_picture(l, (struct rect){200, 100, 100, 70}, scaled);
    drawlist_blend(l, (struct rect){20, 20, 100, 50}, (struct picture_shot){over, {0, 0, 100, 50}, {0}});
    drawlist_clip(l, (struct rect){30, 60, 200, 60});
    drawlist_rect(l, (struct rect){10, 50, 150, 100}, (struct colour){200, 180, 20, 90});
    drawlist_clip(l, all);
    drawlist_rect(l, (struct rect){300, 5, 10, 10}, (struct colour){1, 2, 3, 255});
    struct glyph_run run = {.face = FACE_BODY,
                            .px = 24,
                            .script = "Latn",
                            .text = str_from(text),
                            .x = 40,
                            .baseline = 100,
                            .colour = {240, 236, 228, 220}};
    drawlist_glyphs(l, fonts_box(fonts, &run), &run);
    bitmap_release(one);
    bitmap_release(other);
    bitmap_release(over);
}

static int difference(const SDL_Surface *a, const SDL_Surface *b)
{
    int most = 0;
    for (int y = 0; y < H; y++) {
        for (int x = 0; x < W; x++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int d = (int)(pixel(a, x, y) >> shift & 255) - (int)(pixel(b, x, y) >> shift & 255);
                most = abs(d) > most ? abs(d) : most;
            }
        }
    }
    return most;
}

static void paints_flat_colours(void **state)
{
    SDL_Surface *page = page_create();
    struct painter *p = painter_cpu_for_surface(page, *state);
    struct drawlist l = {0};
    struct error err = {""};
    struct rect all = rect_of_size(page_size);
    memset(page->pixels, 0x77, (size_t)page->pitch * H);
    assert_null(painter_shot(p, &err));
    assert_string_equal(err.text, "cannot copy the page: nothing is on it");
    drawlist_start(&l, page_size);
    drawlist_fade(&l, (struct rect){0, 0, 10, 10}, (struct picture_shot){.flat = {0, 0, 0, 255}},
                  (struct picture_shot){.flat = {200, 100, 0, 255}}, 0.5);
    drawlist_rect(&l, (struct rect){20, 0, 10, 10}, (struct colour){255, 255, 255, 51});
    assert_true(painter_paint(p, &l, all, &err));
    assert_int_equal(pixel(page, 5, 5), 0x643200);
    assert_int_equal(pixel(page, 25, 5), 0x333333);
    assert_int_equal(pixel(page, 100, 100), 0); /* where nothing is painted: black */
    /* Only the damage */
    drawlist_start(&l, page_size);
    drawlist_rect(&l, all, (struct colour){9, 9, 9, 255});
    assert_true(painter_paint(p, &l, (struct rect){0, 0, 50, 50}, &err));
    assert_int_equal(pixel(page, 49, 49), 0x090909);
    assert_int_equal(pixel(page, 50, 49), 0);
    painter_reset(p);
    assert_true(painter_paint(p, &l, (struct rect){0, 0, 1, 1}, &err));
    assert_int_equal(pixel(page, W - 1, H - 1), 0x090909);
    painter_destroy(p);
    painter_destroy(NULL);
    drawlist_finish(&l);
    SDL_FreeSurface(page);
}

static void damage_gives_the_same_page(void **state)
{
    struct fonts *fonts = *state;
    struct error err;
    SDL_Surface *step = page_create();
    SDL_Surface *whole = page_create();
    struct painter *a = painter_cpu_for_surface(step, fonts);
    struct painter *b = painter_cpu_for_surface(whole, fonts);
    struct drawlist before = {0};
    struct drawlist after = {0};
    fill(&before, fonts, "before");
    drawlist_start(&after, page_size);
    for (int i = 0; i < before.count - 1; i++) {
        const struct draw *d = &before.items[i];
        drawlist_clip(&after, d->clip);
        if (d->op == DRAW_PICTURE) {
            drawlist_picture(&after, d->dest, d->shot);
        } else if (d->op == DRAW_FADE) {
            drawlist_fade(&after, d->dest, d->shot, d->to, 0.3);
        } else if (d->op == DRAW_BLEND) {
            drawlist_blend(&after, d->dest, d->shot);
        } else {
            drawlist_rect(&after, d->dest, d->colour);
        }
    }
    struct damage damage = drawlist_damage(&before, &after);
    assert_true(damage.count > 0 && damage_box(&damage).w < W / 2);
    assert_true(painter_paint(a, &before, rect_of_size(page_size), &err));
    assert_true(painter_paint_damage(a, &after, &damage, &err));
    assert_true(painter_paint(b, &after, rect_of_size(page_size), &err));
    assert_int_equal(difference(step, whole), 0);
    painter_destroy(a);
    painter_destroy(b);
    drawlist_finish(&before);
    drawlist_finish(&after);
    SDL_FreeSurface(step);
    SDL_FreeSurface(whole);
}

/* Wide and mostly clear, as what stands near in a picture is. */
static struct bitmap *posts(void)
{
    struct bitmap *b = bitmap_create((struct size){900, 300}, false);
    for (int y = 0; y < 300; y++) {
        for (int x = 0; x < 900; x++) {
            int post = (x + y / 3) % 170;
            if (y > 60 && (post < 9 || (x > 700 && y % 40 == 0))) {
                bitmap_row(b, y)[x] = (uint32_t)(post * 28 & 255) << 24 | 0x80C0E0;
            }
        }
    }
    return b;
}

/* What is passed over as clear is clear: the page is the one on which every pixel is mixed and laid. */
static void clear_stretches_are_passed_over(void **state)
{
    static const struct {
        struct picture_view view;
        double amount;
    } rows[] = {
        {{0, 0, W, H}, 1},
        {{300, 100, W, H}, 0.4},
        {{40.3, 20.7, 0.93 * W, 0.93 * H}, 1},
        {{570.6, 110.1, 1.03 * W, 1.03 * H}, 0.7},
        {{-3.5, -2.25, 2.9 * W, 1.7 * H}, 1},
    };
    struct bitmap *over = posts();
    struct bitmap *under = gradient(W, H, 0);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct error err = {""};
        struct sampler sampler = {0};
        struct drawlist l = {0};
        SDL_Surface *page = page_create();
        SDL_Surface *wanted = page_create();
        struct rect all = rect_of_size(page_size);
        struct picture_shot shot = {over, rows[i].view, {0}};
        struct painter *p = painter_cpu_for_surface(page, *state);
        drawlist_start(&l, page_size);
        drawlist_picture(&l, all, (struct picture_shot){under, view_whole(page_size), {0}});
        drawlist_blend_faint(&l, all, shot, rows[i].amount);
        assert_true(painter_paint(p, &l, all, &err));
        sampler_set(&sampler, &shot, all);
        for (int y = 0; y < H; y++) {
            uint32_t *row = (uint32_t *)(void *)((unsigned char *)wanted->pixels + (size_t)y * (size_t)wanted->pitch);
            memcpy(row, bitmap_row_const(under, y), W * sizeof *row);
            row_blend_faint(row, sampler_row(&sampler, 0, y, W), W, l.items[1].amount);
        }
        if (difference(page, wanted) != 0) {
            fail_msg("row %d: %d apart", (int)i, difference(page, wanted));
        }
        assert_true(difference(page, bitmap_surface(under)) > 20);
        sampler_finish(&sampler);
        painter_destroy(p);
        drawlist_finish(&l);
        SDL_FreeSurface(page);
        SDL_FreeSurface(wanted);
    }
    bitmap_release(over);
    bitmap_release(under);
}

static void both_painters_agree(void **state)
{
    struct fonts *fonts = *state;
    struct error err = {""};
    SDL_Surface *page = page_create();
    SDL_Surface *target = page_create();
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(target);
    assert_non_null(renderer);
    struct painter *cpu = painter_cpu_for_surface(page, fonts);
    struct painter *sdl = painter_sdl_create(renderer, fonts);
    struct drawlist l = {0};
    fill(&l, fonts, "fjord AV");
    painter_prepare(sdl, l.items[0].shot.bitmap);
    for (int i = 0; i < 2; i++) {
        assert_true(painter_paint(cpu, &l, rect_of_size(page_size), &err));
        assert_true(painter_paint(sdl, &l, rect_of_size(page_size), &err));
        SDL_Surface *a = painter_shot(cpu, &err);
        SDL_Surface *b = painter_shot(sdl, &err);
        assert_non_null(a);
        assert_non_null(b);
        assert_in_range(difference(a, b), 0, 4);
        SDL_FreeSurface(a);
        SDL_FreeSurface(b);
        painter_reset(sdl);
    }
    painter_destroy(cpu);
    painter_destroy(sdl);
    drawlist_finish(&l);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(page);
    SDL_FreeSurface(target);
}

static void paints_into_a_window(void **state)
{
    struct error err = {""};
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
    SDL_Window *window = SDL_CreateWindow("test", 0, 0, W, H, SDL_WINDOW_RESIZABLE);
    assert_non_null(window);
    struct painter *p = painter_cpu_for_window(window, *state, &err);
    assert_non_null(p);
    struct drawlist l = {0};
    drawlist_start(&l, page_size);
    drawlist_rect(&l, rect_of_size(page_size), (struct colour){50, 60, 70, 255});
    /* The first time the whole page, whatever the damage. */
    assert_true(painter_paint(p, &l, (struct rect){0, 0, 1, 1}, &err));
    SDL_Surface *shot = painter_shot(p, &err);
    assert_non_null(shot);
    assert_int_equal(pixel(shot, W - 1, H - 1), 0x323C46);
    SDL_FreeSurface(shot);
    /* And with a surface of another size. */
    SDL_SetWindowSize(window, W + 20, H + 10);
    drawlist_start(&l, (struct size){W + 20, H + 10});
    drawlist_rect(&l, rect_of_size(l.size), (struct colour){50, 60, 70, 255});
    assert_true(painter_paint(p, &l, (struct rect){0, 0, 1, 1}, &err));
    shot = painter_shot(p, &err);
    assert_non_null(shot);
    assert_int_equal(shot->w, W + 20);
    assert_int_equal(pixel(shot, W + 19, H + 9), 0x323C46);
    SDL_FreeSurface(shot);
    painter_destroy(p);
    drawlist_finish(&l);
    SDL_DestroyWindow(window);
    SDL_Quit();
}

static int set_up(void **state)
{
    struct error err = {""};
    *state = fonts_create(&err);
    if (!*state) {
        print_error("%s\n", err.text);
    }
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    fonts_destroy(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paints_flat_colours),
        cmocka_unit_test(damage_gives_the_same_page),
        cmocka_unit_test(clear_stretches_are_passed_over),
        cmocka_unit_test(both_painters_agree),
        cmocka_unit_test(paints_into_a_window),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
