#include "app/kiosk_config.h"

#include "app/pin.h"
#include "base/compiler.h"
#include "support.h"

/* "2468", by SHA-256-crypt with few rounds, so that the test is quick. */
#define HASH_2468 "$5$rounds=1000$lantern$D2I5aFTUzEPEcfgtKPkbvyGP60FQwCTv6OOWserygnC"

static struct kiosk_config take(const char *text, struct arena *a, struct diag_list *faults)
{
    struct config file = config_parse(STR("kiosk.conf"), str_from(text), a, faults);
    return kiosk_config_take(&file, a, faults);
}

static void test_defaults(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag_list faults = {0};
    struct kiosk_config c = take("", &a, &faults);
    assert_int_equal(faults.count, 0);
    assert_int_equal(c.rules.idle_s, 90);
    assert_int_equal(c.rules.warn_s, 30);
    assert_int_equal(c.rules.volume, 70);
    assert_int_equal(c.level, -1);
    assert_false(c.rules.locks_level);
    assert_false(c.rules.has_pin);
    assert_true(c.counts);
    assert_int_equal(c.language_count, 0);
    assert_int_equal(c.screen.width, 0);
    assert_true(hours_are_open(&c.rules.hours, 0));
    diag_list_finish(&faults);
    arena_finish(&a);
}

static void test_taken(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag_list faults = {0};
    struct kiosk_config c = take("story = /srv/x\nwidth_mm = 476\nheight_mm = 268\ncentre_height_mm = 1300\n"
                                 "distance_mm = 600\nmount = table\nidle = 120\nwarn = 45\nhours = Tue 10:00-18:00\n"
                                 "closed = 12-25\nlanguages = ko, en\nlevel_lock = gentle\n"
                                 "keys.speech-on = F15\nkeys.staff = F9 #67\naudio.default_volume = 0\nstats = off\n"
                                 "audio.speech_device = Headset\n",
                                 &a, &faults);
    assert_int_equal(faults.count, 0);
    assert_true(str_is(c.story, "/srv/x"));
    assert_int_equal(c.screen.width, 476);
    assert_int_equal(c.screen.height, 268);
    assert_int_equal(c.screen.distance, 600);
    assert_int_equal(c.centre_height_mm, 1300);
    assert_int_equal(c.mount, MOUNT_TABLE);
    assert_int_equal(c.rules.idle_s, 120);
    assert_int_equal(c.rules.warn_s, 45);
    assert_int_equal(c.rules.hours.span_count, 1);
    assert_int_equal(c.rules.hours.closed_count, 1);
    assert_int_equal(c.language_count, 2);
    assert_true(str_is(c.languages[0], "ko"));
    assert_int_equal(c.level, LEVEL_GENTLE);
    assert_true(c.rules.locks_level);
    assert_int_equal(c.rules.chord_count, 2);
    assert_int_equal(c.rules.chord[0], 66); /* F9 */
    assert_int_equal(c.rules.chord[1], 67);
    assert_true(c.keymap.is_own[DEED_SPEECH_ON]);
    assert_int_equal(c.rules.volume, 0);
    assert_false(c.counts);
    assert_true(str_is(c.speech_device, "Headset"));
    diag_list_finish(&faults);
    arena_finish(&a);
}

#define MM(name, low, high, given) \
    "\"" name "\" takes a whole number from " low " to " high ", or 0, not \"" given "\"; 0 holds"

/* Each is told with its place, and the default holds. */
static void test_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *text, *fault;
    } rows[] = {
        {"width_mm = 19", "kiosk.conf:1:12: error: " MM("width_mm", "20", "20000", "19")},
        {"height_mm = 20001", "kiosk.conf:1:13: error: " MM("height_mm", "20", "20000", "20001")},
        {"centre_height_mm = -1", "kiosk.conf:1:20: error: " MM("centre_height_mm", "200", "5000", "-1")},
        {"distance_mm = 1m", "kiosk.conf:1:15: error: " MM("distance_mm", "1", "100000", "1m")},
        {"\nidle = 29",
         "kiosk.conf:2:8: error: \"idle\" takes a whole number from 30 to 3600, not \"29\"; 90 holds"},
        {"warn = 19", "kiosk.conf:1:8: error: \"warn\" takes a whole number from 20 to 300, not \"19\"; 30 holds"},
        {"warn =", "kiosk.conf:1:7: error: \"warn\" takes a whole number from 20 to 300, not \"\"; 30 holds"},
        {"mount = floor", "kiosk.conf:1:9: error: \"mount\" takes wall or table, not \"floor\"; wall holds"},
        {"level_lock = on", "kiosk.conf:1:14: error: \"level_lock\" takes off, full or gentle, not \"on\"; off holds"},
        {"stats = yes", "kiosk.conf:1:9: error: \"stats\" takes on or off, not \"yes\"; on holds"},
        {"audio.default_volume = 101",
         "kiosk.conf:1:24: error: \"audio.default_volume\" takes a whole number from 0 to 100, not \"101\"; 70 holds"},
        {"hours = Tue", "kiosk.conf:1:9: error: \"\" are no hours: write them as in 10:00-18:00"},
        {"closed = never", "kiosk.conf:1:10: error: \"never\" is no day: write 2027-01-01, or 12-25 for every year"},
        {"languages = ko, e n",
         "kiosk.conf:1:13: error: \"e n\" is no language's tag: write them as in ko, en, pt-BR"},
        {"pin_hash = 2468", "kiosk.conf:1:12: error: this is no hash of a number: \"lantern kiosk --make-pin\" makes one; "
                            "until then there is no way in"},
        {"pin_hash = $9$x", "kiosk.conf:1:12: error: this is no hash of a number: \"lantern kiosk --make-pin\" makes one; "
                            "until then there is no way in"},
        {"keys.staff = F9 Fx", "kiosk.conf:1:14: error: no key is called \"Fx\"; \"lantern keys\" shows what each is "
                               "called"},
        {"keys.staff = F1 F2 F3 F4 F5", "kiosk.conf:1:14: error: more than 4 keys are held together"},
        {"keys.help = Foo", "kiosk.conf:1:13: error: no key is called \"Foo\"; \"lantern keys\" shows what each is "
                            "called"},
        {"idel = 30", "kiosk.conf:1:1: warning: no setting is called \"idel\"; did you mean \"idle\"?"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        struct diag_list faults = {0};
        struct strbuf line = {0};
        struct kiosk_config c = take(rows[i].text, &a, &faults);
        assert_int_equal(faults.count, 1);
        diag_print(&faults.items[0], &line);
        assert_string_equal(line.s, rows[i].fault);
        assert_int_equal(c.rules.idle_s, 90);
        assert_int_equal(c.rules.warn_s, 30);
        assert_int_equal(c.rules.volume, 70);
        assert_int_equal(c.screen.width, 0);
        assert_int_equal(c.rules.chord_count, 0);
        assert_false(c.rules.has_pin);
        strbuf_finish(&line);
        diag_list_finish(&faults);
        arena_finish(&a);
    }
}

/* What is printed can be saved as the file, and says the same again. */
static void test_printed_is_read(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "idle = 100\nhours = Sat-Mon 10:00-18:30, Wed 18:00-02:00\nclosed = 12-25, 2027-01-01\nlanguages = ko, en\n"
        "level_lock = full\nkeys.staff = F9 F10\nstats = off\nmount = table\nwidth_mm = 1210\n",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct arena a = {0};
        struct diag_list faults = {0};
        struct strbuf first = {0};
        struct strbuf second = {0};
        struct kiosk_config c = take(texts[i], &a, &faults);
        kiosk_config_print(&c, &first);
        c = take(first.s, &a, &faults);
        kiosk_config_print(&c, &second);
        for (size_t k = 0; k < faults.count; k++) {
            struct strbuf line = {0};
            diag_print(&faults.items[k], &line);
            print_message("%s\n", line.s);
            strbuf_finish(&line);
        }
        assert_int_equal(faults.count, 0);
        strbuf_finish(&second);
        strbuf_finish(&first);
        diag_list_finish(&faults);
        arena_finish(&a);
    }
}

static void test_reach(void **state)
{
    (void)state;
    static const struct {
        int centre, height;
        enum kiosk_mount mount;
        int beyond;
    } rows[] = {
        {0, 268, MOUNT_WALL, 0},      {1300, 0, MOUNT_WALL, 0},   {1000, 268, MOUNT_WALL, 0},
        {1300, 400, MOUNT_WALL, 280}, {1300, 399, MOUNT_WALL, 280}, {1300, 400, MOUNT_TABLE, 0},
        {1020, 400, MOUNT_WALL, 0},   {1320, 400, MOUNT_WALL, 300}, /* the least that holds a page is below */
        {1321, 400, MOUNT_WALL, 0},   {3000, 400, MOUNT_WALL, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct kiosk_config c = {.centre_height_mm = rows[i].centre, .mount = rows[i].mount};
        c.screen.height = rows[i].height;
        assert_int_equal(kiosk_config_beyond_reach_mm(&c), rows[i].beyond);
    }
}

static void test_pin(void **state)
{
    (void)state;
    assert_true(pin_hash_is_sound(HASH_2468));
    assert_true(pin_matches("2468", HASH_2468));
    assert_false(pin_matches("2469", HASH_2468));
    assert_false(pin_matches("", HASH_2468));
    assert_false(pin_matches("2468", ""));
    assert_false(pin_matches("2468", "2468"));
    assert_false(pin_hash_is_sound("$5$rounds=1000$lantern$short"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_taken),
        cmocka_unit_test(test_wrong),
        cmocka_unit_test(test_printed_is_read),
        cmocka_unit_test(test_reach),
        cmocka_unit_test(test_pin),
    };
    return cmocka_run_group_tests_name("kiosk_config", tests, NULL, NULL);
}
