#include "app/recovery.h"

#include <stdio.h>
#include <string.h>

#include "support.h"

/* What happens, one word each, and what the starts among it show. */
static const struct {
    const char *what, *events, *shown; /* shown: "c:ID" the content, "x:ID" after a roll-back, "card" */
} rows[] = {
    {"the first start is of the program's own", "start", "c:"},
    {"what works goes on", "start seen steady start", "c: c:"},
    {"three falls in five minutes", "start seen start seen start seen start", "c: c: c: card"},
    {"falls far apart are lived with", "start seen +200 start seen +200 start seen +200 start seen +200 start", "c: c: c: c: c:"},
    {"the card stays while it falls too", "start start start start start start", "c: c: c: card card card"},
    {"after the card, another attempt", "start start start start +300 start", "c: c: c: card c:"},
    {"being told to end is no fall", "start seen end start seen end start seen end start seen end start", "c: c: c: c: c:"},
    {"the machine's end is no fall", "start seen boot start seen boot start seen boot start", "c: c: c: c:"},
    {"its clock begins anew", "+900 start seen boot =5 start seen start seen start seen start", "c: c: c: c: card"},

    {"new content is shown", "start seen steady install:a start seen steady start", "c: c:a c:a"},
    {"new content that never shows a frame", "start seen steady install:a start start seen start", "c: c:a x: c:"},
    {"new content that falls after it was seen", "install:a start seen start seen start seen start", "c:a c:a c:a x:"},
    {"the plug, once, in its first start", "install:a start boot start seen steady start", "c:a c:a c:a"},
    {"the plug twice", "install:a start boot start boot start", "c:a c:a x:"},
    {"told to end before its first frame", "install:a start end start seen steady start", "c:a c:a c:a"},
    {"after a roll-back falls are counted anew", "install:a start start seen start seen start seen start",
     "c:a x: c: c: card"},
    {"what failed may be tried again", "install:a start start seen install:b start seen steady install:a start seen steady start",
     "c:a x: c:b c:a c:a"},
    {"back to what worked before it", "install:a start seen steady install:b start start seen steady start",
     "c:a c:b x:a c:a"},
    {"what worked and now falls: the card", "install:a start seen steady start seen start seen start seen start",
     "c:a c:a c:a c:a card"},
    {"new content ends the card", "start start start start install:a start", "c: c: c: card c:a"},
};

struct machine {
    struct recovery r;
    struct recovery_now now;
    int boots;
    struct strbuf link, shown;
};

/* Off and on: what is kept goes through its lines. */
static void through_the_disk(struct machine *m)
{
    struct strbuf text = {0};
    struct recovery read;
    recovery_print(&m->r, &text);
    recovery_parse(&read, strbuf_str(&text));
    assert_memory_equal(&read, &m->r, offsetof(struct recovery, starts));
    assert_int_equal(read.start_count, m->r.start_count);
    assert_memory_equal(read.starts, m->r.starts, (size_t)read.start_count * sizeof *read.starts);
    m->r = read;
    strbuf_finish(&text);
}

static void start(struct machine *m)
{
    bool rolled_back = false;
    through_the_disk(m);
    m->now.second += 2;
    (void)snprintf(m->now.boot, sizeof m->now.boot, "boot-%d", m->boots);
    enum recovery_shows shows = recovery_begin(&m->r, strbuf_str(&m->link), &m->now, &rolled_back);
    strbuf_add_c(&m->shown, m->shown.n ? " " : "");
    if (shows == RECOVERY_CARD) {
        strbuf_add_c(&m->shown, "card");
        return;
    }
    strbuf_printf(&m->shown, "%c:%s", rolled_back ? 'x' : 'c', m->r.current);
    strbuf_clear(&m->link);
    strbuf_add_c(&m->link, m->r.current);
}

static void happen(struct machine *m, struct str event)
{
    int64_t seconds = 0;
    if (str_is(event, "start")) {
        start(m);
    } else if (str_is(event, "seen")) {
        recovery_shown(&m->r);
    } else if (str_is(event, "steady")) {
        m->now.second += RECOVERY_STEADY_S;
        (void)recovery_steady(&m->r);
        assert_false(recovery_steady(&m->r));
    } else if (str_is(event, "end")) {
        recovery_end(&m->r);
    } else if (str_is(event, "boot")) {
        m->boots++;
    } else if (str_starts(event, STR("install:"))) {
        strbuf_clear(&m->link);
        strbuf_add(&m->link, str_after(event, 8));
    } else if (str_to_int(str_after(event, 1), 0, 10000, &seconds)) {
        m->now.second = seconds + (event.s[0] == '+' ? m->now.second : 0);
    } else {
        fail_msg("no event is called \"%.*s\"", STR_ARG(event));
    }
}

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct machine m = {.now.second = 40};
        struct str events = str_from(rows[i].events);
        for (size_t from = 0; from < events.n;) {
            size_t to = str_find(events, ' ', from);
            happen(&m, str_sub(events, from, to - from));
            from = to + 1;
        }
        expect_text(rows[i].what, "what is shown", strbuf_str(&m.shown), rows[i].shown);
        strbuf_finish(&m.link);
        strbuf_finish(&m.shown);
    }
}

static const struct {
    const char *text, *printed;
} damaged[] = {
    {"", "current = \nworked = \nfailed = \nshown = no\ntries = 0\nboot = \nstarts =\n"},
    {"\377\n===\ncurrent = a\ntries = 99\nshown = maybe\nstarts = 1 x -3 4  5",
     "current = a\nworked = \nfailed = \nshown = no\ntries = 0\nboot = \nstarts = 1 4 5\n"},
    {"starts = 1 2 3 4 5 6 7 8 9 10\ncurrent = "
     "0123456789012345678901234567890123456789012345678901234567890123456789\nworked = b",
     "current = \nworked = b\nfailed = \nshown = no\ntries = 0\nboot = \nstarts = 1 2 3 4 5 6 7 8\n"},
};

static void test_damaged(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(damaged); i++) {
        struct recovery r;
        struct strbuf out = {0};
        recovery_parse(&r, str_from(damaged[i].text));
        recovery_print(&r, &out);
        expect_text(damaged[i].text, "what is kept", strbuf_str(&out), damaged[i].printed);
        strbuf_finish(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
