#include "stage/drawlist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size page = {100, 80};
static const struct colour red = {200, 0, 0, 255};
static const struct colour blue = {0, 0, 200, 255};

static struct picture_shot flat(struct colour c)
{
    return (struct picture_shot){.flat = c};
}

static struct glyph_run words(const char *text)
{
    return (struct glyph_run){.face = FACE_BODY,
                              .px = 20,
                              .script = "Latn",
                              .text = str_from(text),
                              .x = 5,
                              .baseline = 40,
                              .colour = red};
}

static void leaves_out_what_paints_nothing(void **state)
{
    (void)state;
    struct drawlist l = {0};
    struct glyph_run none = words("");
    drawlist_start(&l, page);
    drawlist_rect(&l, (struct rect){0, 0, 0, 5}, red);
    drawlist_rect(&l, (struct rect){200, 0, 5, 5}, red);
    drawlist_rect(&l, (struct rect){0, 0, 5, 5}, (struct colour){1, 2, 3, 0});
    drawlist_blend(&l, (struct rect){0, 0, 5, 5}, flat(red));
    drawlist_glyphs(&l, (struct rect){0, 0, 5, 5}, &none);
    drawlist_clip(&l, (struct rect){50, 50, 10, 10});
    drawlist_rect(&l, (struct rect){0, 0, 50, 50}, red);
    assert_int_equal(l.count, 0);
    drawlist_rect(&l, (struct rect){0, 0, 51, 51}, red);
    assert_int_equal(l.count, 1);
    drawlist_finish(&l);
}

static void a_fade_at_its_ends_is_a_picture(void **state)
{
    (void)state;
    static const struct {
        double amount;
        enum draw_op op;
        int whole;
    } rows[] = {{-1, DRAW_PICTURE, 0},   {0, DRAW_PICTURE, 0}, {0.5, DRAW_FADE, 128},
                {0.25, DRAW_FADE, 64}, {1, DRAW_PICTURE, 0}, {7, DRAW_PICTURE, 0}};
    struct drawlist l = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        drawlist_start(&l, page);
        drawlist_fade(&l, rect_of_size(page), flat(red), flat(blue), rows[i].amount);
        assert_int_equal(l.items[0].op, rows[i].op);
        assert_int_equal(l.items[0].amount, rows[i].whole);
    }
    assert_int_equal(l.items[0].shot.flat.b, 200);
    drawlist_finish(&l);
}

static void copies_text_and_keeps_bitmaps(void **state)
{
    (void)state;
    struct drawlist l = {0};
    char text[] = "words";
    struct glyph_run run = words(text);
    struct bitmap *b = bitmap_create((struct size){4, 4}, true);
    drawlist_start(&l, page);
    drawlist_glyphs(&l, rect_of_size(page), &run);
    drawlist_picture(&l, rect_of_size(page), (struct picture_shot){b, {0, 0, 4, 4}, red});
    bitmap_release(b);
    text[0] = 'x';
    assert_true(str_is(l.items[0].run.text, "words"));
    assert_int_equal(bitmap_size(l.items[1].shot.bitmap).w, 4);
    drawlist_finish(&l);
    drawlist_finish(&l);
}

static struct rect box_of(const struct drawlist *before, const struct drawlist *after)
{
    struct damage d = drawlist_damage(before, after);
    return damage_box(&d);
}

/* A list of blue squares at these places. */
static void squares(struct drawlist *l, struct size size, const struct rect *at, int count)
{
    drawlist_start(l, size);
    for (int i = 0; i < count; i++) {
        drawlist_rect(l, at[i], blue);
    }
}

/* Far apart they stay apart, close together they are one; and however many there are, all are covered. */
static void damage_is_not_all_that_lies_between(void **state)
{
    (void)state;
    static const struct size large = {1000, 1000};
    static const struct rect apart[] = {{10, 10, 50, 50}, {900, 900, 50, 50}, {62, 10, 50, 50}};
    struct drawlist none = {0};
    struct drawlist l = {0};
    squares(&none, large, NULL, 0);
    squares(&l, large, apart, 3);
    struct damage d = drawlist_damage(&none, &l);
    assert_int_equal(d.count, 2);
    assert_true(rect_same(damage_box(&d), (struct rect){10, 10, 940, 940}));
    for (int i = 0; i < d.count; i++) {
        assert_true(rect_same(d.rects[i], (struct rect){10, 10, 102, 50}) || rect_same(d.rects[i], apart[1]));
    }
    struct rect many[60];
    for (int i = 0; i < 60; i++) {
        many[i] = (struct rect){i * 397 % 950, i * 211 % 950, 30, 30};
    }
    squares(&l, large, many, 60);
    d = drawlist_damage(&l, &none);
    assert_in_range(d.count, 1, DAMAGE_MOST);
    for (int i = 0; i < 60; i++) {
        bool is_in = false;
        for (int k = 0; k < d.count; k++) {
            is_in = is_in || rect_same(rect_intersect(d.rects[k], many[i]), many[i]);
        }
        assert_true(is_in);
    }
    drawlist_finish(&none);
    drawlist_finish(&l);
}

static void finds_the_damage(void **state)
{
    (void)state;
    struct drawlist a = {0};
    struct drawlist b = {0};
    struct glyph_run one = words("one");
    struct glyph_run two = words("two");
    struct drawlist *lists[] = {&a, &b};
    for (int i = 0; i < 2; i++) {
        drawlist_start(lists[i], page);
        drawlist_picture(lists[i], rect_of_size(page), flat(red));
        drawlist_glyphs(lists[i], (struct rect){5, 20, 30, 20}, i ? &two : &one);
        drawlist_rect(lists[i], (struct rect){60, 60, 10, 10}, blue);
    }
    struct rect d = box_of(&a, &b);
    assert_true(rect_same(d, (struct rect){5, 20, 30, 20}));
    assert_false(drawlist_same(&a, &b));
    assert_true(rect_is_empty(box_of(&a, &a)));
    assert_true(drawlist_same(&a, &a));
    /* One more, one less */
    drawlist_start(&b, page);
    drawlist_picture(&b, rect_of_size(page), flat(red));
    drawlist_rect(&b, (struct rect){60, 60, 10, 10}, blue);
    assert_true(rect_same(box_of(&a, &b), (struct rect){5, 20, 30, 20}));
    assert_true(rect_same(box_of(&b, &a), (struct rect){5, 20, 30, 20}));
    /* Another order */
    struct drawlist c = {0};
    drawlist_start(&c, page);
    drawlist_rect(&c, (struct rect){60, 60, 10, 10}, blue);
    drawlist_picture(&c, rect_of_size(page), flat(red));
    d = box_of(&b, &c);
    assert_true(rect_same(rect_intersect(d, (struct rect){60, 60, 10, 10}), (struct rect){60, 60, 10, 10}));
    drawlist_start(&c, (struct size){50, 50});
    assert_true(rect_same(box_of(&b, &c), (struct rect){0, 0, 50, 50}));
    drawlist_finish(&a);
    drawlist_finish(&b);
    drawlist_finish(&c);
}

static void mirrors_rectangles_and_nothing_in_them(void **state)
{
    (void)state;
    struct drawlist l = {0};
    struct glyph_run run = words("one");
    drawlist_start(&l, page);
    drawlist_clip(&l, (struct rect){10, 10, 60, 60});
    assert_false(drawlist_mirror(&l, true));
    assert_true(rect_same(l.clip, (struct rect){30, 10, 60, 60})); /* the same place, said from the other edge */
    drawlist_clip(&l, (struct rect){0, 0, 40, 40});
    drawlist_rect(&l, (struct rect){5, 6, 7, 8}, red);
    drawlist_picture(&l, (struct rect){5, 6, 7, 8}, flat(blue));
    drawlist_glyphs(&l, (struct rect){61, 6, 7, 8}, &run);
    for (int i = 0; i < 2; i++) {
        assert_true(rect_same(l.items[i].dest, (struct rect){88, 6, 7, 8}));
        assert_true(rect_same(l.items[i].clip, (struct rect){60, 0, 40, 40}));
    }
    assert_true(rect_same(l.items[2].dest, (struct rect){61, 6, 7, 8}));
    assert_int_equal(l.items[2].run.x, 5);
    assert_true(rect_same(drawlist_place(&l, (struct rect){5, 6, 7, 8}), (struct rect){88, 6, 7, 8}));
    assert_true(drawlist_mirror(&l, false));
    assert_true(rect_same(l.clip, (struct rect){60, 0, 40, 40}));
    drawlist_rect(&l, (struct rect){65, 6, 7, 8}, red);
    assert_true(rect_same(l.items[3].dest, (struct rect){65, 6, 7, 8}));
    (void)drawlist_mirror(&l, true);
    drawlist_start(&l, page);
    assert_false(l.mirrors);
    drawlist_finish(&l);
}

static void lowers_what_follows(void **state)
{
    (void)state;
    struct drawlist l = {0};
    drawlist_start(&l, page);
    (void)drawlist_mirror(&l, true);
    assert_int_equal(drawlist_lower(&l, 40), 0);
    assert_true(rect_same(drawlist_place(&l, (struct rect){5, 6, 7, 8}), (struct rect){88, 46, 7, 8}));
    drawlist_clip(&l, (struct rect){0, 0, 100, 1000}); /* as far as the page goes */
    assert_true(rect_same(l.clip, (struct rect){0, 0, 100, page.h - 40}));
    drawlist_rect(&l, (struct rect){5, 6, 7, 8}, red);
    drawlist_rect(&l, (struct rect){5, -10, 7, 20}, red); /* above it is nothing of its own */
    assert_true(rect_same(l.items[0].dest, (struct rect){88, 46, 7, 8}));
    assert_true(rect_same(l.items[1].clip, (struct rect){0, 40, 100, page.h - 40}));
    struct drawlist_way way = drawlist_as_seen(&l);
    assert_true(rect_same(l.clip, (struct rect){0, 40, 100, page.h - 40})); /* the same place */
    drawlist_rect(&l, (struct rect){5, 46, 7, 8}, red);
    assert_true(rect_same(l.items[2].dest, (struct rect){5, 46, 7, 8}));
    drawlist_resume(&l, way);
    assert_true(l.mirrors);
    assert_true(rect_same(l.clip, (struct rect){0, 0, 100, page.h - 40}));
    drawlist_clip(&l, (struct rect){0, -40, 100, page.h});
    drawlist_rect(&l, (struct rect){0, -40, 100, page.h}, red); /* the whole screen */
    assert_true(rect_same(l.items[3].dest, rect_of_size(page)));
    assert_true(rect_same(l.items[3].clip, rect_of_size(page)));
    drawlist_start(&l, page);
    assert_int_equal(l.top, 0);
    drawlist_finish(&l);
}

static void appends_within_the_clip(void **state)
{
    (void)state;
    struct drawlist from = {0};
    struct drawlist to = {0};
    drawlist_start(&from, page);
    drawlist_rect(&from, (struct rect){0, 0, 30, 30}, red);
    drawlist_clip(&from, (struct rect){0, 0, 10, 10});
    drawlist_rect(&from, (struct rect){5, 5, 30, 30}, blue);
    drawlist_start(&to, page);
    drawlist_append(&to, &from);
    assert_true(drawlist_same(&to, &from));
    assert_true(rect_same(to.clip, rect_of_size(page)));
    drawlist_clip(&to, (struct rect){20, 20, 20, 20});
    drawlist_append(&to, &from);
    assert_int_equal(to.count, 3); /* the second lies outside */
    assert_true(rect_same(to.items[2].clip, (struct rect){20, 20, 20, 20}));
    drawlist_finish(&to);
    drawlist_finish(&from);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_out_what_paints_nothing),
        cmocka_unit_test(a_fade_at_its_ends_is_a_picture),
        cmocka_unit_test(copies_text_and_keeps_bitmaps),
        cmocka_unit_test(damage_is_not_all_that_lies_between),
        cmocka_unit_test(finds_the_damage),
        cmocka_unit_test(mirrors_rectangles_and_nothing_in_them),
        cmocka_unit_test(lowers_what_follows),
        cmocka_unit_test(appends_within_the_clip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
