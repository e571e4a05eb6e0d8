#include "viewing/when.h"

#include "base/compiler.h"
#include "support.h"

static const struct {
    const char *date;
    int from, to; /* 0: no date */
} dates[] = {
    {"2014", 2014, 2014},      {"2014-02", 2014, 2014},           {"2014-02-17", 2014, 2014},
    {"1994/1998", 1994, 1998}, {"2013-11/2014-02-03", 2013, 2014}, {"", 0, 0},
    {"201", 0, 0},             {"20145", 0, 0},                   {"soon", 0, 0},
    {"2014/", 0, 0},           {"/2014", 0, 0},                   {"-201", 0, 0},
};

static void a_date_has_years(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(dates); i++) {
        struct years y = {0, 0};
        bool is_date = when_years(str_from(dates[i].date), &y);
        if (is_date != (dates[i].from > 0) || (is_date && (y.from != dates[i].from || y.to != dates[i].to))) {
            fail_msg("\"%s\": %d, %d to %d", dates[i].date, (int)is_date, y.from, y.to);
        }
    }
}

#define CLAIM(date, more) "{'text':'t','cite':['s'],'as-of':'" date "','confidence':'documented'" more "}"
#define WHEN_STORY                                                                                     \
    "{'format':1,'id':'when','title':'When','language':'en','start':'a',"                              \
    "'chapters':[{'id':'c','title':'C'}],'sources':{'s':{'title':'S'}},'timeline':["                   \
    "{'date':'1994/1998','text':'r1'},{'date':'2009','text':'r2'},{'date':'2009-03-17','text':'r3'},"  \
    "{'date':'2014-02','text':'r4','level':'full'},{'date':'2020','text':'r5'}],'scenes':["            \
    "{'id':'a','chapter':'c','title':'A','captions':[{'text':'x'}],'next':'b','claims':["              \
    CLAIM("2014-11", "") "," CLAIM("2009-09-03", "") "," CLAIM("2014", "") ","                         \
    CLAIM("2018/2019", "") "," CLAIM("2001", ",'level':'full'") "]},"                                  \
    "{'id':'b','chapter':'c','title':'B','captions':[{'text':'x'}],'ending':{'id':'e','title':'E'}}]}"

/* Rows by number from 1, the present scene as h, a bar before what opens new years, an apostrophe behind
 * what has a date of its own. */
static struct str written(const struct moment *moments, int count, struct arena *a)
{
    struct strbuf out = {0};
    for (int i = 0; i < count; i++) {
        strbuf_add_c(&out, moments[i].opens ? "|" : "");
        if (moments[i].row < 0) {
            strbuf_printf(&out, "h%.*s ", STR_ARG(moments[i].date));
        } else {
            strbuf_printf(&out, "%d%s ", moments[i].row + 1, moments[i].names_its_date ? "'" : "");
        }
    }
    struct str text = arena_str(a, strbuf_str(&out));
    strbuf_finish(&out);
    return text;
}

static const struct {
    const char *scene; /* NULL: none is present */
    enum level level;
    const char *moments;
} rows[] = {
    {NULL, LEVEL_FULL, "|1 |2 3' |4' |5 "},
    {NULL, LEVEL_GENTLE, "|1 |2 3' |5 "},
    {"a", LEVEL_FULL, "|1 |h2001 |h2009 2 3' |h2014 4' |h2018/2019 |5 "},
    {"a", LEVEL_GENTLE, "|1 |h2009 2 3' |h2014 |h2018/2019 |5 "},
    {"b", LEVEL_FULL, "|1 |2 3' |4' |5 "},
};

static void the_scene_stands_among_the_rows(void **state)
{
    (void)state;
    struct story *s = story_of(WHEN_STORY);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena a = {0};
        const struct moment *moments;
        struct viewing *v =
            rows[i].scene ? viewing_create(s, story_find_scene(s, str_from(rows[i].scene)), rows[i].level) : NULL;
        int count = when_timeline(s, v, rows[i].level, &a, &moments);
        struct str got = written(moments, count, &a);
        if (!str_is(got, rows[i].moments)) {
            fail_msg("row %zu: %s", i, got.s);
        }
        viewing_destroy(v);
        arena_finish(&a);
    }
    story_destroy(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_has_years),
        cmocka_unit_test(the_scene_stands_among_the_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
