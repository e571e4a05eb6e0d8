#include "support.h"

#include <stdlib.h>
#include <string.h>

static struct store_key key_of(struct str kind, const char *name)
{
    return (struct store_key){kind, {0}, str_from(name)};
}

void store_expect(struct store *s, struct str kind, const char *name, const char *value)
{
    struct arena a = {0};
    struct error err = {0};
    struct str got = {0};
    if (!store_get(s, key_of(kind, name), &a, &got, &err)) {
        fail_msg("%s", err.text);
    }
    if (!str_is(got, value ? value : "")) {
        fail_msg("\"%s\" is \"%.*s\", not \"%s\"", name, STR_ARG(got), value ? value : "");
    }
    arena_finish(&a);
}

void store_set(struct store *s, struct str kind, const char *name, const char *value)
{
    struct error err = {0};
    if (!store_put(s, key_of(kind, name), str_from(value), &err)) {
        fail_msg("%s", err.text);
    }
}

enum step { PUT, FORGET };

static void try_bytes(struct store *s)
{
    static const char bytes[] = "a\0b\xff'; DROP TABLE item; --";
    struct arena a = {0};
    struct error err = {0};
    struct str value = {bytes, sizeof bytes - 1};
    struct str got = {0};
    assert_true(store_put(s, store_setting(value), value, &err));
    assert_true(store_get(s, store_setting(value), &a, &got, &err) && str_eq(got, value));
    assert_true(store_forget(s, store_setting(value), &err));
    arena_finish(&a);
}

static void try_bounds(struct store *s)
{
    struct arena a = {0};
    struct error err = {0};
    struct str got = {0};
    char name[STORE_NAME_MOST + 1];
    char *large = calloc(1, STORE_VALUE_MOST + 1);
    assert_non_null(large);
    memset(name, 'n', sizeof name);
    memset(large, 'v', STORE_VALUE_MOST + 1);
    struct str most = {name, STORE_NAME_MOST};
    assert_true(store_put(s, store_setting(most), (struct str){large, STORE_VALUE_MOST}, &err));
    assert_false(store_put(s, store_setting(most), (struct str){large, STORE_VALUE_MOST + 1}, &err));
    assert_true(err.text[0] != 0);
    assert_true(store_get(s, store_setting(most), &a, &got, &err)); /* nothing changed */
    assert_int_equal(got.n, STORE_VALUE_MOST);
    assert_false(store_put(s, store_setting((struct str){name, sizeof name}), STR("v"), &err));
    assert_true(store_forget(s, store_setting(most), &err));
    free(large);
    arena_finish(&a);
}

void store_try(struct store *s)
{
    static const struct {
        enum step step;
        bool is_setting;
        const char *name, *value;
        const char *bookmark, *setting; /* of this name, afterwards */
    } rows[] = {
        {FORGET, false, "tumen", NULL, NULL, NULL}, {PUT, false, "tumen", "one", "one", NULL},
        {PUT, true, "tumen", "two", "one", "two"},  {PUT, false, "tumen", "three", "three", "two"},
        {PUT, false, "tume", "x", "x", NULL},       {FORGET, false, "tumen", NULL, NULL, "two"},
        {PUT, false, "tumen", "", NULL, "two"},     {FORGET, true, "tumen", NULL, NULL, NULL},
        {PUT, false, "", "empty", "empty", NULL},   {PUT, true, "언어", "ko\n", NULL, "ko\n"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        struct str kind = rows[i].is_setting ? STORE_SETTING : STORE_BOOKMARK;
        if (rows[i].step == PUT) {
            store_set(s, kind, rows[i].name, rows[i].value);
        } else {
            assert_true(store_forget(s, key_of(kind, rows[i].name), &err));
        }
        store_expect(s, STORE_BOOKMARK, rows[i].name, rows[i].bookmark);
        store_expect(s, STORE_SETTING, rows[i].name, rows[i].setting);
    }
    store_expect(s, STORE_BOOKMARK, "tume", "x");
    try_bytes(s);
    try_bounds(s);
}

static void expect_viewers(struct store *s, const char *const *wanted)
{
    struct arena a = {0};
    struct error err = {0};
    const struct str *names = NULL;
    int count = 0;
    assert_true(store_viewers(s, &a, &names, &count, &err));
    for (int i = 0; i < count; i++) {
        if (!wanted[i] || !str_is(names[i], wanted[i])) {
            fail_msg("viewer %d is \"%.*s\", not \"%s\"", i, STR_ARG(names[i]), wanted[i] ? wanted[i] : "");
        }
    }
    assert_null(wanted[count]);
    arena_finish(&a);
}

static void expect_place(struct store *s, const char *viewer, const char *value)
{
    struct arena a = {0};
    struct error err = {0};
    struct str got = {0};
    assert_true(store_get(s, store_bookmark(str_from(viewer), STR("tumen")), &a, &got, &err));
    if (!str_is(got, value)) {
        fail_msg("the place of \"%s\" is \"%.*s\", not \"%s\"", viewer, STR_ARG(got), value);
    }
    arena_finish(&a);
}

static void put_place(struct store *s, const char *viewer, const char *value)
{
    struct error err = {0};
    assert_true(store_put(s, store_bookmark(str_from(viewer), STR("tumen")), str_from(value), &err));
}

void store_try_viewers(struct store *s)
{
    struct error err = {0};
    put_place(s, "", "nobody's");
    store_set(s, STORE_SETTING, "theme", "dark");
    expect_viewers(s, (const char *const[]){NULL});
    put_place(s, "민수", "m");
    put_place(s, "Ana", "a");
    put_place(s, "ana", "b");
    expect_viewers(s, (const char *const[]){"Ana", "ana", "민수", NULL});
    assert_false(store_rename_viewer(s, STR("Ana"), STR("ana"), &err));
    assert_string_equal(err.text, "places are kept under \"ana\" already");
    assert_true(store_rename_viewer(s, STR("Ana"), STR("Ana"), &err));
    assert_true(store_rename_viewer(s, STR("Ana"), STR("Zoe"), &err));
    assert_true(store_rename_viewer(s, STR("not there"), STR("nobody"), &err));
    expect_viewers(s, (const char *const[]){"Zoe", "ana", "민수", NULL});
    expect_place(s, "Zoe", "a");
    expect_place(s, "Ana", "");
    char name[STORE_NAME_MOST + 1];
    memset(name, 'n', sizeof name);
    assert_false(store_rename_viewer(s, STR("Zoe"), (struct str){name, sizeof name}, &err));
    assert_true(store_forget_viewer(s, STR("민수"), &err));
    assert_true(store_forget_viewer(s, STR(""), &err));
    expect_viewers(s, (const char *const[]){"Zoe", "ana", NULL});
    expect_place(s, "", "");
    expect_place(s, "ana", "b");
    store_expect(s, STORE_SETTING, "theme", "dark");
    if (!store_forget_all(s, &err)) {
        fail_msg("%s", err.text);
    }
    expect_viewers(s, (const char *const[]){NULL});
    store_expect(s, STORE_SETTING, "theme", NULL);
}
