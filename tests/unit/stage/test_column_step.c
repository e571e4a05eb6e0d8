#include "stage/column.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { LINE = 50, MOST_LINES = 40 };

struct bench {
    struct item items[3];
    struct cell cells[3];
    struct layout_line lines[MOST_LINES];
    struct composer composer;
    struct column column;
};

/* A label of one line, a paragraph of twenty, a button of two lines' height. */
static void start(struct bench *b)
{
    static const enum part parts[] = {PART_LABEL, PART_BODY, PART_ACTION};
    static const int counts[] = {1, 20, 1};
    *b = (struct bench){.column = {.count = 3}};
    int y = 0;
    for (int i = 0; i < 3; i++) {
        bool is_button = parts[i] == PART_ACTION;
        int h = is_button ? 2 * LINE : counts[i] * LINE;
        b->items[i].part = parts[i];
        b->cells[i].block.item = i;
        b->cells[i].block.line_px = LINE;
        b->cells[i].block.layout = (struct layout){b->lines, counts[i], 100};
        b->cells[i].style.box = is_button ? BOX_BUTTON : BOX_NONE;
        b->cells[i].rect = (struct rect){0, y, 400, h};
        y += h + 10;
    }
    b->composer.items = b->items;
    b->composer.item_count = 3;
    b->column.cells = b->cells;
    b->column.size = (struct size){400, y - 10};
}

static bool is_seen(int top, int bottom, int scroll, int view_h)
{
    return top >= scroll && bottom <= scroll + view_h;
}

/* Down to the end and up again: each line and the button is seen whole on some page. */
static void passes_over_nothing(void **state)
{
    (void)state;
    struct bench b;
    for (int view_h = 2 * LINE + 10; view_h < 900; view_h += 13) {
        bool seen[2][22] = {{false}};
        int scroll = 0;
        start(&b);
        int most = b.column.size.h - view_h;
        for (int step = 0; step < 200; step++) {
            for (int line = 0; line < 22; line++) {
                int top = line == 0 ? 0 : (line == 21 ? 2 * 10 + 21 * LINE : 10 + line * LINE);
                bool whole = is_seen(top, top + (line == 21 ? 2 * LINE : LINE), scroll, view_h);
                seen[step >= 100][line] = seen[step >= 100][line] || whole;
            }
            struct column_step s = column_step(&b.composer, &b.column, view_h, scroll);
            assert_true(s.down >= scroll && s.down <= most && s.up <= scroll && s.up >= 0);
            assert_true(step >= 100 || scroll == most || s.down > scroll);
            assert_true(step < 100 || scroll == 0 || s.up < scroll);
            scroll = step < 100 ? s.down : s.up;
        }
        for (int line = 0; line < 22; line++) {
            if (!seen[0][line] || !seen[1][line]) {
                fail_msg("line %d is passed over in a view of %d px", line, view_h);
            }
        }
        assert_int_equal(scroll, 0);
    }
}

static void lands_on_lines(void **state)
{
    (void)state;
    struct bench b;
    start(&b);
    /* Seven lines are seen whole: the last of them comes again. */
    assert_int_equal(column_step(&b.composer, &b.column, 7 * LINE + 30, 0).down, 10 + 6 * LINE);
    /* Three alone: none comes again. */
    assert_int_equal(column_step(&b.composer, &b.column, 3 * LINE + 30, 0).down, 10 + 3 * LINE);
    /* A heading at the foot goes with its first line. */
    b.cells[0].rect.y = 0;
    assert_int_equal(column_step(&b.composer, &b.column, LINE + 5, 0).down, LINE * 9 / 10 + 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passes_over_nothing),
        cmocka_unit_test(lands_on_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
