#include "support.h"

#include <stdlib.h>
#include <string.h>

#include "base/path.h"

/* --- a terminal --- */

struct fake_terminal fake_terminal(void)
{
    return (struct fake_terminal){.answers = "", .columns = 66, .echoes = true, .writes_left = -1};
}

static bool fake_write(void *self, struct str text)
{
    struct fake_terminal *t = self;
    if (t->writes_left == 0) {
        return false;
    }
    t->writes_left -= t->writes_left > 0;
    strbuf_add(&t->out, text);
    return true;
}

static bool fake_read_line(void *self, struct str *line_out)
{
    struct fake_terminal *t = self;
    if (!*t->answers) {
        return false;
    }
    size_t n = strcspn(t->answers, "\n");
    assert_true(n < sizeof t->line);
    memcpy(t->line, t->answers, n);
    *line_out = (struct str){t->line, n};
    t->answers += n + (t->answers[n] == '\n');
    return true;
}

static int fake_columns(void *self)
{
    return ((struct fake_terminal *)self)->columns;
}

struct term_io fake_terminal_io(struct fake_terminal *t)
{
    return (struct term_io){fake_write, fake_read_line, fake_columns, t, t->echoes};
}

void fake_terminal_finish(struct fake_terminal *t)
{
    strbuf_finish(&t->out);
}

/* --- a telling --- */

static bool keep(void *self, struct str bookmark, struct error *err)
{
    struct telling *t = self;
    if (t->refuses >> t->keeps++ & 1) {
        return error_set(err, "the disk is full");
    }
    strbuf_clear(&t->kept);
    strbuf_add(&t->kept, bookmark);
    return true;
}

static void load_story(struct telling *t)
{
    struct arena a = {0};
    struct error err = {0};
    struct diag_list diags = {0};
    const char *tests = getenv("LANTERN_TESTS");
    assert_non_null(tests);
    t->story = story_load(arena_printf(&a, "%s/unit/term", tests).s, &diags, &err);
    if (!t->story) {
        fail_msg("%s%s", err.text, diags.count ? diags.items[0].message.s : "");
    }
    diag_list_finish(&diags);
    arena_finish(&a);
}

static void load_strings(struct telling *t)
{
    struct arena a = {0};
    struct error err = {0};
    struct folder assets = {0};
    const char *data = getenv("LANTERN_DATA");
    assert_non_null(data);
    if (!folder_open(&assets, arena_printf(&a, "%s/assets", data).s, &err) ||
        !(t->strings = strings_load(&assets, STR("en"), &err))) {
        fail_msg("%s", err.text);
    }
    folder_close(&assets);
    arena_finish(&a);
}

void telling_start(struct telling *t)
{
    *t = (struct telling){.terminal = fake_terminal()};
    load_story(t);
    load_strings(t);
    t->words = words_original(t->story);
    t->options = (struct term_options){
        .story = t->story,
        .words = t->words,
        .strings = t->strings,
        .start = -1,
        .keep = keep,
        .self = t,
    };
}

void telling_finish(struct telling *t)
{
    fake_terminal_finish(&t->terminal);
    strbuf_finish(&t->kept);
    strings_destroy(t->strings);
    words_destroy(t->words);
    story_destroy(t->story);
}

struct str telling_run(struct telling *t, const char *answers)
{
    strbuf_clear(&t->terminal.out);
    t->terminal.answers = answers;
    t->options.io = fake_terminal_io(&t->terminal);
    term_run(&t->options);
    return strbuf_str(&t->terminal.out);
}

/* --- what is expected --- */

int times_in(struct str text, const char *part)
{
    size_t n = strlen(part);
    int times = 0;
    for (size_t i = 0; i + n <= text.n; i++) {
        times += memcmp(text.s + i, part, n) == 0;
    }
    return times;
}

void expect_text(const char *row, struct str got, const char *wanted)
{
    if (!str_is(got, wanted)) {
        fail_msg("%s: got \"%.*s\", not \"%s\"", row, STR_ARG(got), wanted);
    }
}

void expect_holds(const char *row, struct str got, const char *part)
{
    if (times_in(got, part) == 0) {
        fail_msg("%s: got \"%.*s\", without \"%s\"", row, STR_ARG(got), part);
    }
}
