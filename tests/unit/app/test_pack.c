#include "app/pack.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support.h"

#define SUM "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define AGAIN "make the list anew with \"lantern update --seal\""

static const struct {
    const char *list;
    const char *complaint; /* "": sound */
    size_t count;
} lists[] = {
    {SUM "  story.json\n", "", 1},
    {SUM " *pictures/a.webp\n" SUM "  story.json", "", 2},
    {SUM "  ./story.json\n", "", 1},
    {"", "there is no \"story.json\" in SHA256SUMS; " AGAIN " in the story's own folder", 0},
    {SUM "  lang/story.json\n",
     "there is no \"story.json\" in SHA256SUMS; " AGAIN " in the story's own folder", 0},
    {SUM "  story.json\n\n", "line 2 of SHA256SUMS is not a sum and the path of a file; " AGAIN, 0},
    {"x" SUM "  story.json\n", "line 1 of SHA256SUMS is not a sum and the path of a file; " AGAIN,
     0},
    {SUM " story.json\n", "line 1 of SHA256SUMS is not a sum and the path of a file; " AGAIN, 0},
    {SUM "  ../story.json\n", "line 1 of SHA256SUMS is not a sum and the path of a file; " AGAIN,
     0},
    {SUM "  /etc/passwd\n", "line 1 of SHA256SUMS is not a sum and the path of a file; " AGAIN, 0},
    {SUM "  a\\b\n", "line 1 of SHA256SUMS is not a sum and the path of a file; " AGAIN, 0},
    {SUM "  \n", "line 1 of SHA256SUMS is not a sum and the path of a file; " AGAIN, 0},
    {SUM "  story.json\r\n" SUM "  story.json\r\n",
     "\"story.json?\" is in SHA256SUMS twice; " AGAIN, 0},
    {SUM "  story.json\n" SUM "  a\n" SUM "  story.json\n",
     "\"story.json\" is in SHA256SUMS twice; " AGAIN, 0},
};

static void test_lists(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lists); i++) {
        struct arena a = {0};
        struct error err = {0};
        struct pack p = {0};
        bool ok = pack_parse(&p, str_from(lists[i].list), &a, &err);
        expect_text(lists[i].list, "the complaint", str_from(err.text), lists[i].complaint);
        assert_int_equal(ok, lists[i].complaint[0] == '\0');
        if (ok) {
            assert_int_equal(p.count, lists[i].count);
        }
        arena_finish(&a);
    }
}

static const char *const made[] = {"s/story.json", "s/b/p.webp", "s/b/.DS_Store",
                                   "s/SHA256SUMS", "s/b",        "s"};

static void make_story(struct home *h, struct arena *a)
{
    home_make(h);
    assert_int_equal(mkdir(home_path(h, a, "s").s, 0700), 0);
    assert_int_equal(mkdir(home_path(h, a, "s/b").s, 0700), 0);
    home_write(h, "s/story.json", "abc");
    home_write(h, "s/b/p.webp", "");
    home_write(h, "s/b/.DS_Store", "left by a computer");
}

/* Sealed, copied, and then changed by one byte. */
static void test_copy(void **state)
{
    (void)state;
    static const char *const copied[] = {"to/story.json", "to/b/p.webp", "to/b", "to"};
    struct arena a = {0};
    struct error err = {0};
    struct home h;
    struct pack p;
    size_t count = 0;
    make_story(&h, &a);
    assert_true(pack_seal(home_path(&h, &a, "s").s, &count, &err));
    assert_int_equal(count, 2);
    assert_true(pack_seal(home_path(&h, &a, "s").s, &count, &err)); /* not its own list */
    assert_int_equal(count, 2);
    assert_true(pack_open(&p, home_path(&h, &a, "s").s, &a, &err));
    expect_text("sealed", "the first path", p.files[0].path, "b/p.webp");
    expect_text("sealed", "the sum", p.files[1].sum,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_true(pack_copy(&p, home_path(&h, &a, "to").s, &err));
    for (size_t i = 0; i < COUNT(copied); i++) {
        assert_int_equal(remove(home_path(&h, &a, copied[i]).s), 0); /* and nothing besides */
    }
    home_write(&h, "s/story.json", "abd");
    assert_false(pack_copy(&p, home_path(&h, &a, "to").s, &err));
    expect_text("changed", "the complaint", str_from(err.text),
                "\"story.json\" is not as SHA256SUMS says: copy the story again");
    for (size_t i = 0; i < COUNT(copied); i++) {
        assert_int_equal(remove(home_path(&h, &a, copied[i]).s), 0);
    }
    assert_int_equal(unlink(home_path(&h, &a, "s/b/p.webp").s), 0);
    assert_false(pack_copy(&p, home_path(&h, &a, "to").s, &err));
    expect_holds("missing", "the complaint", str_from(err.text), "cannot open \"b/p.webp\"");
    pack_close(&p);
    assert_int_equal(unlink(home_path(&h, &a, "s/SHA256SUMS").s), 0);
    assert_false(pack_open(&p, home_path(&h, &a, "s").s, &a, &err));
    expect_holds("not sealed", "the complaint", str_from(err.text), "there is no SHA256SUMS in ");
    home_clear(&h, made, COUNT(made));
    arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
