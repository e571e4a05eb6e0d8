#include "support.h"

#include <stdlib.h>
#include <string.h>

void store_expect(struct store *s, struct str kind, const char *name, const char *value)
{
    struct arena a = {0};
    struct error err = {0};
    struct str got = {0};
    if (!store_get(s, kind, str_from(name), &a, &got, &err)) {
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
    if (!store_put(s, kind, str_from(name), str_from(value), &err)) {
        fail_msg("%s", err.text);
    }
}

enum step { PUT, FORGET };

static void try_bytes(struct store *s)
{
    static const char bytes[] = "a\0b\xff'; DROP TABLE kept; --";
    struct arena a = {0};
    struct error err = {0};
    struct str value = {bytes, sizeof bytes - 1};
    struct str got = {0};
    assert_true(store_put(s, STORE_SETTING, value, value, &err));
    assert_true(store_get(s, STORE_SETTING, value, &a, &got, &err) && str_eq(got, value));
    assert_true(store_forget(s, STORE_SETTING, value, &err));
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
    assert_true(store_put(s, STORE_SETTING, most, (struct str){large, STORE_VALUE_MOST}, &err));
    assert_false(store_put(s, STORE_SETTING, most, (struct str){large, STORE_VALUE_MOST + 1}, &err));
    assert_true(err.text[0] != 0);
    assert_true(store_get(s, STORE_SETTING, most, &a, &got, &err)); /* nothing changed */
    assert_int_equal(got.n, STORE_VALUE_MOST);
    assert_false(store_put(s, STORE_SETTING, (struct str){name, sizeof name}, STR("v"), &err));
    assert_true(store_forget(s, STORE_SETTING, most, &err));
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
            assert_true(store_forget(s, kind, str_from(rows[i].name), &err));
        }
        store_expect(s, STORE_BOOKMARK, rows[i].name, rows[i].bookmark);
        store_expect(s, STORE_SETTING, rows[i].name, rows[i].setting);
    }
    store_expect(s, STORE_BOOKMARK, "tume", "x");
    try_bytes(s);
    try_bounds(s);
}
