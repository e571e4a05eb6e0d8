#include "stage/frame.h"

#include "../player/support.h"
#include "story/json.h"

static struct frame frame;

static void place(int item, struct rect hit)
{
    frame.placed[frame.placed_count++] = (struct placed){.item = item, .rect = hit, .hit = hit};
}

static void test_hit(void **state)
{
    (void)state;
    frame = (struct frame){0};
    place(3, (struct rect){10, 10, 100, 40});
    place(4, (struct rect){50, 10, 100, 40}); /* over it */
    place(5, (struct rect){0});
    static const struct {
        struct point at;
        int item;
    } rows[] = {
        {{10, 10}, 3}, {{49, 49}, 3},   {{50, 10}, 4}, {{109, 20}, 4}, {{149, 49}, 4},
        {{150, 20}, -1}, {{20, 50}, -1}, {{0, 0}, -1},  {{9, 10}, -1},  {{-5, -5}, -1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(frame_hit(&frame, rows[i].at), rows[i].item);
    }
}

static void check_item(const struct json_doc *doc, uint32_t node, const struct item *item)
{
    assert_true(str_is(json_string(doc, json_member(doc, node, STR("role"))), role_name(item->role)));
    assert_true(str_eq(json_string(doc, json_member(doc, node, STR("id"))), item->id));
    assert_true(str_eq(json_string(doc, json_member(doc, node, STR("name"))), item->name));
    assert_int_equal(json_bool(doc, json_member(doc, node, STR("can_focus"))), item_can_focus(item));
}

static void check_dump(const struct bench *b, const struct look *look)
{
    struct strbuf out = {0};
    struct diag_list diags = {0};
    frame_dump(&frame, b->player, look, "cpu", &out);
    struct str text = strbuf_str(&out);
    assert_int_equal(str_find(text, '\n', 0), text.n - 1); /* one line */
    struct json_doc *doc = json_parse(text, STR("dump"), &diags);
    assert_non_null(doc);
    uint32_t list = json_member(doc, 0, STR("items"));
    int count;
    const struct item *items = player_items(b->player, &count);
    assert_int_equal(json_count(doc, list), count);
    int i = 0;
    for (uint32_t n = json_first(doc, list); n != JSON_NONE; n = json_next(doc, n)) {
        check_item(doc, n, &items[i++]);
        assert_int_equal(json_member(doc, n, STR("hit")) != JSON_NONE, i == 1); /* the only one placed */
    }
    assert_true(str_is(json_string(doc, json_member(doc, 0, STR("panel"))), panel_name(player_panel(b->player))));
    assert_true(str_is(json_string(doc, json_member(doc, 0, STR("painter"))), "cpu"));
    json_destroy(doc);
    diag_list_finish(&diags);
    strbuf_finish(&out);
}

static void test_dump(void **state)
{
    (void)state;
    struct bench b;
    struct look look = look_make((struct size){1920, 1080}, 100, THEME_DARK);
    bench_start(&b, true);
    frame = (struct frame){0};
    place(0, (struct rect){1, 2, 3, 4});
    for (int panel = PANEL_NONE; panel < PANEL_OPEN_COUNT; panel++) {
        (void)bench_act(&b, ACTION_PANEL, panel);
        check_dump(&b, &look);
        (void)bench_act(&b, ACTION_CLOSE, 0);
    }
    player_say(b.player, STR("\"quoted\"\n\\ \x01 …"));
    check_dump(&b, &look);
    bench_finish(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_hit), cmocka_unit_test(test_dump)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
