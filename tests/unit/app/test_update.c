#include "app/update.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/pack.h"
#include "support.h"

/* A store, two packs, and what checks them. */
struct place {
    struct home home;
    struct arena a;
    struct error err;
    const char *store;
    struct str one, two;    /* ids */
    struct recovery record; /* of the last start */
    bool is_fit;
    int checked;
};

static bool is_fit(void *self, const char *folder, struct error *err)
{
    struct place *p = self;
    p->checked++;
    assert_int_equal(access(arena_printf(&p->a, "%s/story.json", folder).s, R_OK), 0);
    return p->is_fit || error_set(err, "not fit");
}

static void write_pack(struct place *p, const char *text)
{
    size_t count = 0;
    home_write(&p->home, "pack/story.json", text);
    assert_true(pack_seal(home_path(&p->home, &p->a, "pack").s, &count, &p->err));
}

static bool stage(struct place *p, struct str *id_out)
{
    const struct update_check check = {is_fit, p};
    p->err.text[0] = '\0';
    return update_stage(p->store, home_path(&p->home, &p->a, "pack").s, &check, &p->a, id_out,
                        &p->err);
}

static void begin(struct place *p)
{
    *p = (struct place){.is_fit = true};
    home_make(&p->home);
    p->store = home_path(&p->home, &p->a, "store").s;
    assert_int_equal(mkdir(home_path(&p->home, &p->a, "pack").s, 0700), 0);
    write_pack(p, "one");
}

static void end(struct place *p)
{
    const char *names[16] = {"pack/story.json", "pack/SHA256SUMS", "pack",       "store/next",
                             "store/current",   "store/state",     "store/.lock"};
    size_t count = 7;
    struct str ids[] = {p->one, p->two};
    for (size_t i = 0; i < COUNT(ids); i++) {
        names[count++] = arena_printf(&p->a, "store/%.*s/story.json", STR_ARG(ids[i])).s;
        names[count++] = arena_printf(&p->a, "store/%.*s", STR_ARG(ids[i])).s;
    }
    names[count++] = "store"; /* nothing else is in it */
    home_clear(&p->home, names, count);
    arena_finish(&p->a);
}

static bool has(struct place *p, struct str id)
{
    return access(arena_printf(&p->a, "%s/%.*s", p->store, STR_ARG(id)).s, F_OK) == 0;
}

/* A start of the kiosk, so many seconds after the machine's; returns what it shows. */
static struct str start(struct place *p, int64_t second)
{
    const struct recovery_now now = {"boot", second};
    struct update_start s = update_begin(p->store, &now, &p->a, &p->err);
    p->record = s.record;
    expect_text("a start", "the complaint", str_from(p->err.text), "");
    struct str whole = arena_printf(&p->a, "%s/", p->store);
    assert_true(s.story.n == 0 || str_starts(s.story, whole));
    return s.shows == RECOVERY_CARD ? STR("card")
           : s.story.n              ? str_after(s.story, whole.n)
                                    : s.story;
}

/* What was started goes on for five minutes. */
static void run_well(struct place *p)
{
    recovery_shown(&p->record);
    assert_true(recovery_steady(&p->record));
    assert_true(update_keep(p->store, &p->record, &p->err));
}

static void test_good(void **state)
{
    (void)state;
    struct place p;
    begin(&p);
    expect_text("before", "what is shown", start(&p, 1), "");
    assert_true(stage(&p, &p.one));
    expect_text("staged", "what waits", update_waiting(p.store, &p.a), p.one.s);
    expect_text("staged", "what is shown", update_current(p.store, &p.a), "");
    assert_true(update_swap(p.store, &p.err));
    assert_false(update_swap(p.store, &p.err));
    expect_text("swapped", "what waits", update_waiting(p.store, &p.a), "");
    expect_text("swapped", "what is shown", start(&p, 400), p.one.s);
    run_well(&p);
    assert_true(stage(&p, &p.one)); /* the same once more: it is there */
    assert_int_equal(p.checked, 1);
    write_pack(&p, "two");
    assert_true(stage(&p, &p.two));
    expect_text("two", "what waits", update_waiting(p.store, &p.a), p.two.s);
    assert_true(update_swap(p.store, &p.err));
    expect_text("two", "what is shown", start(&p, 800), p.two.s);
    assert_true(has(&p, p.one)); /* the last that worked */
    expect_text("two fell before its first frame", "what is shown", start(&p, 810), p.one.s);
    expect_text("and stays fallen", "the link", update_current(p.store, &p.a), p.one.s);
    end(&p);
}

static void test_bad(void **state)
{
    (void)state;
    struct place p;
    struct str id = {0};
    begin(&p);
    assert_true(stage(&p, &p.one));
    assert_true(update_swap(p.store, &p.err));
    write_pack(&p, "two");
    p.is_fit = false;
    assert_false(stage(&p, &p.two));
    expect_text("not fit", "the complaint", str_from(p.err.text), "not fit");
    assert_false(has(&p, p.two));
    home_write(&p.home, "pack/story.json", "changed");
    assert_false(stage(&p, &id));
    expect_holds("changed", "the complaint", str_from(p.err.text), "is not as SHA256SUMS says");
    assert_false(has(&p, STR(".part")));
    assert_int_equal(p.checked, 2);
    expect_text("all was refused", "what waits", update_waiting(p.store, &p.a), "");
    expect_text("all was refused", "what is shown", update_current(p.store, &p.a), p.one.s);
    end(&p);
}

/* What nothing leads to goes; a second that waits takes the first's place. */
static void test_old(void **state)
{
    (void)state;
    struct place p;
    struct str third = {0};
    begin(&p);
    assert_true(stage(&p, &p.one));
    write_pack(&p, "two");
    assert_true(stage(&p, &p.two));
    assert_false(has(&p, p.one));
    assert_true(update_swap(p.store, &p.err));
    (void)start(&p, 1);
    run_well(&p);
    write_pack(&p, "three");
    assert_true(stage(&p, &third));
    assert_true(update_swap(p.store, &p.err));
    (void)start(&p, 400);
    assert_true(has(&p, p.two));
    (void)start(&p, 402); /* fell */
    write_pack(&p, "one");
    assert_true(stage(&p, &p.one));
    assert_false(has(&p, third));
    end(&p);
}

/* A link that leads elsewhere is none of ours. */
static void test_strange_link(void **state)
{
    (void)state;
    static const char *const targets[] = {
        "/etc", "..", "0123456789abcdeF", "0123456789abcde", "0123456789abcdef0", "story.json"};
    struct place p;
    begin(&p);
    assert_true(stage(&p, &p.one));
    for (size_t i = 0; i < COUNT(targets); i++) {
        const char *link = home_path(&p.home, &p.a, "store/current").s;
        assert_int_equal(symlink(targets[i], link), 0);
        expect_text(targets[i], "what is shown", update_current(p.store, &p.a), "");
        assert_int_equal(unlink(link), 0);
    }
    end(&p);
}

static void test_default_store(void **state)
{
    (void)state;
    static const char *const rows[][2] = {{"/x", "/x/lantern/content"},
                                          {"x", "/var/lib/lantern/content"},
                                          {NULL, "/var/lib/lantern/content"}};
    struct arena a = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        set_variable("XDG_STATE_HOME", rows[i][0]);
        expect_text("by default", "the store", update_default_store(&a), rows[i][1]);
    }
    arena_finish(&a);
}

static void test_now(void **state)
{
    (void)state;
    struct recovery_now now = update_now();
    assert_true(strlen(now.boot) == 36 || strcmp(now.boot, "unknown") == 0);
    assert_true(now.second > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),         cmocka_unit_test(test_bad),
        cmocka_unit_test(test_old),          cmocka_unit_test(test_now),
        cmocka_unit_test(test_strange_link), cmocka_unit_test(test_default_store),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
