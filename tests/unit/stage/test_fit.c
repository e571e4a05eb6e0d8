#include "stage/fit.h"

#include "../player/support.h"

static struct frame frame;

/* Every item of the list in a place of its own, 60 px high. */
static void place_all(const struct bench *b)
{
    int count;
    const struct item *items = player_items(b->player, &count);
    frame = (struct frame){0};
    for (int i = 0; i < count; i++) {
        struct rect r = {10 + 400 * (i % 4), 10 + 70 * (i / 4), 390, 60};
        frame.placed[frame.placed_count++] = (struct placed){
            .item = i,
            .rect = r,
            .seen = r,
            .hit = item_can_focus(&items[i]) ? r : (struct rect){0},
            .px = items[i].role == ROLE_PICTURE ? 0 : 30,
        };
    }
}

static struct placed *place_of(const struct bench *b, const char *id)
{
    int count;
    const struct item *items = player_items(b->player, &count);
    for (int i = 0; i < count; i++) {
        if (str_is(items[i].id, id)) {
            return &frame.placed[i];
        }
    }
    fail_msg("no item %s", id);
    return NULL;
}

static void expect(const struct bench *b, int wanted, enum fit fit, const char *id)
{
    struct fit_fault faults[FIT_FAULTS_MOST];
    struct look look = look_make((struct size){1920, 1080}, 100, THEME_DARK);
    int count;
    const struct item *items = player_items(b->player, &count);
    assert_int_equal(fit_find(&frame, b->player, &look, faults), wanted);
    for (int i = 0; i < wanted; i++) {
        assert_int_equal(faults[i].fit, fit);
        assert_true(id ? str_is(items[faults[i].item].id, id) : faults[i].item == -1);
    }
}

static void test_rules(void **state)
{
    (void)state;
    struct bench b;
    bench_start(&b, true);
    place_all(&b);
    expect(&b, 0, FIT_COUNT, "");

    struct placed *begin = place_of(&b, "opening.begin");
    begin->rect.x = begin->seen.x = begin->hit.x = 1600; /* 70 px past the page */
    expect(&b, 1, FIT_OUTSIDE, "opening.begin");
    frame.scroll_area = (struct rect){1500, 0, 420, 400};
    begin->rect = begin->hit = (struct rect){1500, 390, 400, 60};
    begin->seen = (struct rect){1500, 390, 400, 10};
    frame.scroll_most = 50;
    expect(&b, 0, FIT_COUNT, ""); /* can be scrolled to */

    place_all(&b);
    begin->hit.h = 43;
    expect(&b, 1, FIT_SMALL, "opening.begin");
    begin->hit.h = 44;
    expect(&b, 0, FIT_COUNT, "");
    begin->hit = (struct rect){0}; /* out of sight */
    expect(&b, 0, FIT_COUNT, "");

    struct placed *title = place_of(&b, "title");
    begin->seen = (struct rect){title->seen.x + 389, title->seen.y + 59, 1, 1}; /* one pixel of it */
    expect(&b, 1, FIT_OVER, "opening.begin");
    begin->px = 0; /* not text */
    expect(&b, 0, FIT_COUNT, "");

    place_all(&b);
    frame.scroll_most = 1;
    frame.scroll_area = (struct rect){0, 0, 1920, 107}; /* a line is 54 px */
    expect(&b, 1, FIT_LITTLE_ROOM, NULL);

    place_all(&b);
    begin->item = title->item; /* drawn twice, and the button not at all */
    begin->px = 0;
    expect(&b, 1, FIT_NOT_DRAWN, "opening.begin");
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rules)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
