/* Small stories for the tests of the checks, and what is said of them. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"
#include "story/story.h"

/* A story is written with ' for ". Its scenes stand on lines of their own, from line 4 on. */
#define STORY_WITH(members, scenes)                                                           \
    "{'format':1,'id':'t','title':'T','language':'en','start':'a',\n"                         \
    "'chapters':[{'id':'c','title':'C'}]" members ",\n'scenes':[\n" scenes "\n]}\n"
#define STORY(scenes) STORY_WITH("", scenes)
/* A scene of one caption; `rest` says where it leads. */
#define SCENE(id, rest) \
    "{'id':'" id "','chapter':'c','title':'T','captions':[{'text':'x'}]," rest "}"
#define ENDING(id) SCENE(id, "'ending':{'id':'" id "','title':'E'}")

static inline struct str quoted(const char *text, struct arena *a)
{
    char *copy = arena_new(a, char, strlen(text) + 1);
    for (size_t i = 0; text[i] != '\0'; i++) {
        copy[i] = text[i] == '\'' ? '"' : text[i];
    }
    return (struct str){copy, strlen(text)};
}

/* All of the list as `check` prints it, a line each, sorted. */
static inline struct str printed(struct diag_list *diags, struct arena *a)
{
    struct strbuf b = {0};
    diag_list_sort(diags);
    for (size_t i = 0; i < diags->count; i++) {
        diag_print(&diags->items[i], &b);
        strbuf_add_byte(&b, '\n');
    }
    struct str text = arena_str(a, strbuf_str(&b));
    strbuf_finish(&b);
    return text;
}

/* The story must not be refused; what is passed over in it is not looked at. */
static inline struct story *story_of(const char *text, struct arena *a)
{
    struct diag_list diags = {0};
    struct error err = {0};
    struct story *s = story_load_text(quoted(text, a), "story.json", NULL, &diags, &err);
    if (!s) {
        print_error("%s%s\n", err.text, printed(&diags, a).s);
    }
    assert_non_null(s);
    diag_list_finish(&diags);
    return s;
}

/* What a check says of a story, as printed; a failing row prints itself. */
static inline void assert_said(const char *story, const char *expected,
                               void (*check)(const struct story *, struct diag_list *))
{
    struct arena arena = {0};
    struct diag_list diags = {0};
    struct story *s = story_of(story, &arena);
    check(s, &diags);
    struct str said = printed(&diags, &arena);
    if (!str_is(said, expected)) {
        print_error("%ssaid:\n%sexpected:\n%s", story, said.s, expected);
    }
    assert_string_equal(said.s, expected);
    story_destroy(s);
    diag_list_finish(&diags);
    arena_finish(&arena);
}
