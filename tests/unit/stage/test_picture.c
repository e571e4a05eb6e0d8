#include "stage/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <SDL.h>
#include <SDL_image.h>
#include <cmocka.h>

#include "stage/painter.h"

enum { RED = 0xC80000, GREEN = 0x00C800 };

struct fixture {
    char path[1024];
    struct folder folder;
    struct picture_source source;
};

static void save(const struct fixture *f, const char *name, int w, int h, uint32_t left,
                 uint32_t right)
{
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    char path[1100];
    assert_non_null(s);
    SDL_FillRect(s, &(SDL_Rect){0, 0, w / 2, h}, left);
    SDL_FillRect(s, &(SDL_Rect){w / 2, 0, w - w / 2, h}, right);
    snprintf(path, sizeof path, "%s/%s", f->path, name);
    assert_int_equal(IMG_SavePNG(s, path), 0);
    SDL_FreeSurface(s);
}

static int set_up(void **state)
{
    static struct fixture f;
    struct error err = {""};
    const char *scratch = getenv("TMPDIR");
    snprintf(f.path, sizeof f.path, "%s/picture-XXXXXX", scratch ? scratch : "/tmp");
    if (!mkdtemp(f.path) || !folder_open(&f.folder, f.path, &err)) {
        print_error("%s\n", err.text);
        return -1;
    }
    f.source.folder = &f.folder;
    save(&f, "a.png", 400, 200, 0xFF000000 | RED, 0xFF000000 | GREEN);
    save(&f, "b.png", 400, 200, 0xFF000000 | GREEN, 0xFF000000 | RED);
    save(&f, "veil.png", 40, 20, 0xFF0000FF, 0x00000000);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = {"a.png", "b.png", "veil.png"};
    for (size_t i = 0; i < COUNT(names); i++) {
        char path[1100];
        snprintf(path, sizeof path, "%s/%s", f->path, names[i]);
        (void)unlink(path);
    }
    folder_close(&f->folder);
    return rmdir(f->path);
}

static uint32_t pixel(const struct bitmap *b, int x, int y)
{
    return bitmap_row_const(b, y)[x] & 0xFFFFFF;
}

static const struct picture a = {.file = STR_INIT("a.png"), .focus = {0.5, 0.5}};
static const struct picture b = {.file = STR_INIT("b.png"), .focus = {0.5, 0.5}};
static const struct picture missing = {.file = STR_INIT("none.png"), .focus = {0.5, 0.5}};

static void flattens_to_the_size_it_covers(void **state)
{
    struct fixture *f = *state;
    struct error err = {""};
    struct ready_picture r;
    static const struct size dests[] = {{100, 100}, {400, 200}, {801, 77}, {1, 1}, {64, 512}};
    for (size_t i = 0; i < COUNT(dests); i++) {
        assert_true(picture_flatten(&f->source, (struct picture_want){&a, dests[i]}, &r, &err));
        assert_true(size_same(bitmap_size(r.bitmap), dests[i]));
        if (dests[i].w > 1) {
            assert_int_equal(pixel(r.bitmap, 0, 0), RED);
            assert_int_equal(pixel(r.bitmap, dests[i].w - 1, dests[i].h - 1), GREEN);
        }
        struct picture_shot s = ready_picture_shot(&r, 0.7);
        assert_true(s.view.x == 0 && s.view.w == dests[i].w);
        ready_picture_release(&r);
    }
    assert_false(picture_flatten(&f->source, (struct picture_want){&a, {0, 5}}, &r, &err));
    assert_string_equal(err.text, "no picture can be 0 by 5 pixels");
    assert_false(picture_flatten(&f->source, (struct picture_want){&missing, {5, 5}}, &r, &err));
}

static void puts_layers_in_their_place(void **state)
{
    struct fixture *f = *state;
    struct error err = {""};
    struct ready_picture r;
    const struct layer layers[] = {{STR_INIT("veil.png"), 0.5, 0.5, 0.5, 0.5, 0.5},
                                   {STR_INIT("none.png"), 0.5, 0, 0, 1, 1}};
    struct picture p = a;
    p.layers = layers;
    p.layer_count = 2;
    assert_true(picture_flatten(&f->source, (struct picture_want){&p, {200, 100}}, &r, &err));
    assert_non_null(strstr(err.text, "none.png"));
    assert_int_equal(pixel(r.bitmap, 99, 99), RED);
    assert_int_equal(pixel(r.bitmap, 101, 51), 0x0000FF);
    assert_int_equal(pixel(r.bitmap, 101, 49), GREEN);
    assert_int_equal(pixel(r.bitmap, 199, 99), GREEN);
    ready_picture_release(&r);
}

static void keeps_all_that_a_pan_shows(void **state)
{
    struct fixture *f = *state;
    struct error err;
    struct ready_picture r;
    struct picture p = a;
    p.has_pan = true;
    p.pan = (struct pan){{0.1, 0.5, 1}, {0.5, 0.5, 1.4}, 20};
    assert_true(picture_flatten(&f->source, (struct picture_want){&p, {90, 90}}, &r, &err));
    struct size size = bitmap_size(r.bitmap);
    assert_int_equal(r.whole.h, 90);
    assert_true(size.w < r.whole.w);
    for (int i = 0; i <= 10; i++) {
        struct picture_view v = ready_picture_shot(&r, i / 10.0).view;
        assert_true(v.x >= 0 && v.y >= 0 && v.x + v.w <= size.w + 1e-9 && v.y + v.h <= size.h + 1e-9);
    }
    struct tones t = ready_picture_tones(&r, (struct rect){0, 0, 90, 90});
    assert_int_equal(t.floor[2], 0);
    assert_true(t.brightest > 0.3);
    ready_picture_release(&r);
}

/* The page as a painter would make it of both planes, without text. */
static SDL_Surface *page_of(const struct ready_picture *r, double t)
{
    struct size size = r->want.dest;
    struct drawlist list = {0};
    struct picture_shot near;
    struct rect dest;
    struct error err = {""};
    drawlist_start(&list, size);
    drawlist_picture(&list, rect_of_size(size), ready_picture_shot(r, t));
    if (ready_picture_near(r, t, &near, &dest)) {
        drawlist_blend(&list, dest, near);
    }
    SDL_Surface *page = SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_RGB888);
    struct painter *painter = painter_cpu_for_surface(page, NULL);
    assert_true(painter_paint(painter, &list, rect_of_size(size), &err));
    painter_destroy(painter);
    drawlist_finish(&list);
    return page;
}

static uint32_t page_pixel(const SDL_Surface *s, int x, int y)
{
    uint32_t p;
    memcpy(&p, (const unsigned char *)s->pixels + (size_t)y * (size_t)s->pitch + (size_t)x * 4, 4);
    return p & 0xFFFFFF;
}

static int difference(uint32_t one, uint32_t other)
{
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        int d = abs((int)(one >> shift & 255) - (int)(other >> shift & 255));
        most = d > most ? d : most;
    }
    return most;
}

static void near_layers_move_by_themselves(void **state)
{
    struct fixture *f = *state;
    struct error err;
    struct ready_picture moving;
    struct ready_picture flat;
    struct size dest = {200, 100};
    struct layer layers[] = {{STR_INIT("veil.png"), 0.2, 0, 0, 0.5, 0.5},
                             {STR_INIT("veil.png"), 0.9, 0, 0.6, 1, 0.4}};
    struct picture p = a;
    p.focus[0] = 0.4;
    p.layers = layers;
    p.layer_count = 2;
    p.has_pan = true;
    p.pan = (struct pan){{0.5, 0.5, 1}, {0.5, 0.5, 1}, 20};
    assert_true(picture_flatten(&f->source, (struct picture_want){&p, dest}, &moving, &err));
    layers[1].depth = 0.49;
    assert_true(picture_flatten(&f->source, (struct picture_want){&p, dest}, &flat, &err));
    assert_non_null(moving.near.bitmap);
    assert_null(flat.near.bitmap);
    assert_true(moving.near.depth == 0.9);
    /* At the end it is the picture as it was drawn. */
    SDL_Surface *end = page_of(&moving, 1);
    SDL_Surface *drawn = page_of(&flat, 1);
    for (int y = 0; y < dest.h; y++) {
        for (int x = 0; x < dest.w; x++) {
            assert_true(difference(page_pixel(end, x, y), page_pixel(drawn, x, y)) <= 2);
        }
    }
    /* At the start it is larger, and reaches to the page's edges as it did. */
    SDL_Surface *start = page_of(&moving, 0);
    assert_int_equal(page_pixel(start, 0, 99), 0x0000FF);
    assert_int_equal(page_pixel(end, 94, 90), 0x0000FF);
    assert_int_equal(page_pixel(end, 106, 90), GREEN);
    /* The veil's edge was further from the focus. */
    assert_true((page_pixel(start, 101, 90) & 255) > (page_pixel(end, 101, 90) & 255));
    /* Its tones hold for both. */
    struct tones tones = ready_picture_tones(&moving, (struct rect){0, 90, 20, 10});
    assert_true(tones.brightest >= tones_of((struct colour){0, 0, 255, 255}).brightest - 1e-3);
    SDL_FreeSurface(start);
    SDL_FreeSurface(end);
    SDL_FreeSurface(drawn);
    ready_picture_release(&moving);
    ready_picture_release(&flat);
}

static void finishes_illustrations_alone(void **state)
{
    struct fixture *f = *state;
    struct error err;
    struct ready_picture r;
    static const struct {
        enum picture_kind kind;
        bool is_finished;
    } rows[] = {{KIND_NONE, false}, {KIND_PHOTOGRAPH, false}, {KIND_MAP, false}, {KIND_ILLUSTRATION, true}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct picture p = a;
        p.kind = rows[i].kind;
        assert_true(picture_flatten(&f->source, (struct picture_want){&p, {200, 100}}, &r, &err));
        assert_int_equal(pixel(r.bitmap, 0, 0) != RED, rows[i].is_finished);
        ready_picture_release(&r);
    }
}

static struct picture_cache *cache_create(struct fixture *f, int threads, size_t budget)
{
    struct error err = {""};
    struct picture_cache_options o = {.source = f->source, .budget_bytes = budget, .threads = threads};
    struct picture_cache *c = picture_cache_create(&o, &err);
    assert_non_null(c);
    return c;
}

static void loads_ahead(void **state)
{
    struct picture_cache *c = cache_create(*state, 2, 0);
    const struct picture_want wants[] = {{&a, {200, 100}}, {&b, {200, 100}}, {&missing, {200, 100}}};
    struct ready_picture r;
    assert_int_equal(picture_cache_get(c, wants[0], &r), PICTURE_PENDING);
    picture_cache_want(c, wants, 3);
    assert_true(picture_cache_is_busy(c));
    int pieces = 0;
    while (picture_cache_wait(c)) {
        pieces++;
    }
    assert_int_equal(pieces, 3);
    assert_false(picture_cache_is_busy(c));
    assert_true(picture_cache_collect(c));
    assert_false(picture_cache_collect(c));
    assert_int_equal(picture_cache_get(c, wants[0], &r), PICTURE_READY);
    assert_int_equal(pixel(r.bitmap, 0, 0), RED);
    assert_ptr_equal(r.want.picture, &a);
    assert_int_equal(picture_cache_get(c, wants[1], &r), PICTURE_READY);
    assert_int_equal(picture_cache_get(c, wants[2], &r), PICTURE_FAILED);
    /* All goes but the failures. */
    picture_cache_empty(c);
    assert_int_equal(picture_cache_get(c, wants[0], &r), PICTURE_PENDING);
    assert_int_equal(picture_cache_get(c, wants[2], &r), PICTURE_FAILED);
    assert_false(picture_cache_is_busy(c));
    picture_cache_want(c, wants, 3);
    picture_cache_destroy(c);
    picture_cache_destroy(NULL);
}

static void begins_no_more_than_it_may(void **state)
{
    struct picture_cache *c = cache_create(*state, 2, 0);
    const struct picture_want wants[] = {{&a, {200, 100}}, {&b, {200, 100}}};
    struct ready_picture r;
    picture_cache_begin(c, 1);
    picture_cache_want(c, wants, 2);
    while (picture_cache_wait(c)) {
    }
    assert_int_equal(picture_cache_get(c, wants[0], &r), PICTURE_READY);
    assert_int_equal(picture_cache_get(c, wants[1], &r), PICTURE_PENDING);
    picture_cache_begin(c, 2);
    while (picture_cache_wait(c)) {
    }
    assert_int_equal(picture_cache_get(c, wants[1], &r), PICTURE_READY);
    picture_cache_destroy(c);
}

static void loads_now(void **state)
{
    for (int threads = 0; threads < 3; threads++) {
        struct picture_cache *c = cache_create(*state, threads, 0);
        const struct picture_want want = {&a, {200, 100}};
        struct ready_picture r;
        picture_cache_want(c, &want, 1);
        assert_int_equal(picture_cache_load_now(c, want, &r), PICTURE_READY);
        assert_int_equal(pixel(r.bitmap, 199, 0), GREEN);
        assert_false(picture_cache_is_busy(c));
        assert_true(picture_cache_collect(c));
        assert_false(picture_cache_collect(c));
        assert_false(picture_cache_wait(c));
        const struct picture_want none = {&missing, {200, 100}};
        assert_int_equal(picture_cache_load_now(c, none, &r), PICTURE_FAILED);
        assert_int_equal(picture_cache_load_now(c, none, &r), PICTURE_FAILED);
        assert_false(picture_cache_collect(c));
        picture_cache_destroy(c);
    }
}

static void keeps_to_its_budget(void **state)
{
    enum { ONE = 200 * 100 * 4 };
    struct picture_cache *c = cache_create(*state, 1, ONE);
    const struct picture_want wants[] = {{&a, {200, 100}}, {&b, {200, 100}}};
    struct ready_picture r;
    picture_cache_want(c, wants, 2);
    while (picture_cache_wait(c)) {
    }
    assert_int_equal(picture_cache_get(c, wants[0], &r), PICTURE_READY);
    assert_int_equal(picture_cache_get(c, wants[1], &r), PICTURE_PENDING);
    assert_false(picture_cache_is_busy(c));
    /* What is off the list makes room. */
    picture_cache_want(c, &wants[1], 1);
    while (picture_cache_wait(c)) {
    }
    assert_int_equal(picture_cache_get(c, wants[0], &r), PICTURE_PENDING);
    assert_int_equal(picture_cache_get(c, wants[1], &r), PICTURE_READY);
    /* The first is loaded, however large. */
    const struct picture_want large = {&a, {400, 200}};
    picture_cache_want(c, &large, 1);
    while (picture_cache_wait(c)) {
    }
    assert_int_equal(picture_cache_get(c, large, &r), PICTURE_READY);
    picture_cache_destroy(c);
    assert_int_equal(picture_budget((struct size){1920, 1080}), 34000000);
    assert_int_equal(picture_budget((struct size){10, 10}), 16000000);
}

static void says_what_is_no_picture(void **state)
{
    (void)state;
    struct error err = {""};
    assert_false(picture_decodes(NULL, STR("no picture"), &err));
    assert_string_equal(err.text, "not a picture");
    assert_false(picture_decodes(NULL, STR(""), &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(flattens_to_the_size_it_covers),
        cmocka_unit_test(puts_layers_in_their_place),
        cmocka_unit_test(keeps_all_that_a_pan_shows),
        cmocka_unit_test(near_layers_move_by_themselves),
        cmocka_unit_test(finishes_illustrations_alone),
        cmocka_unit_test(loads_ahead),
        cmocka_unit_test(begins_no_more_than_it_may),
        cmocka_unit_test(loads_now),
        cmocka_unit_test(keeps_to_its_budget),
        cmocka_unit_test(says_what_is_no_picture),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
