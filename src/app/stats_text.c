#include "app/stats.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/compiler.h"
#include "base/utf8.h"
#include "story/marks.h"
#include "term/columns.h"

enum {
    COLUMNS_LEAST = 40,
    COLUMNS_MOST = 100,
    NARROW = 60, /* below it numbers stand closer */
    SHARE_COLUMNS = 6,
    BAR_LEAST = 5,
    DAYS_SHOWN = 31, /* more of them are shown by months */
    INDENT = 2,
};

struct sheet {
    struct strbuf *out;
    const struct stats_names *names;
    const struct count_row *rows; /* one story's, merged by what and item */
    int count;
    int label_columns, number_columns, bar_columns;
};

/* --- lines --- */

/* Cut to so many columns, with "…" where something is missing; what gives terminals orders is not in it. */
static int add_cut(struct strbuf *out, struct str text, int columns)
{
    struct strbuf visible = {0};
    strbuf_add_visible(&visible, text);
    struct str s = strbuf_str(&visible);
    bool fits = columns_of(s) <= columns;
    int used = 0;
    size_t at = 0;
    while (at < s.n) {
        size_t next = at;
        int wide = columns_of_code(utf8_next(s, &next));
        if (!fits && used + wide > columns - 1) {
            break;
        }
        used += wide;
        at = next;
    }
    strbuf_add(out, str_trim(str_sub(s, 0, at)));
    used = columns_of(str_trim(str_sub(s, 0, at)));
    if (!fits) {
        strbuf_add_c(out, "…");
        used++;
    }
    strbuf_finish(&visible);
    return used;
}

static void add_spaces(struct strbuf *out, int count)
{
    strbuf_printf(out, "%*s", count > 0 ? count : 0, "");
}

/* "  label      97   76 %  ###############"; without a share where `of` is 0. */
static void add_line(struct sheet *s, struct str label, int64_t n, int64_t of)
{
    add_spaces(s->out, INDENT);
    int used = INDENT + add_cut(s->out, label, s->label_columns - INDENT);
    add_spaces(s->out, s->label_columns - used);
    strbuf_printf(s->out, "%*" PRId64, s->number_columns, n);
    if (of > 0) {
        double share = (double)n / (double)of;
        strbuf_printf(s->out, "%*.0f %%", SHARE_COLUMNS - 2, share * 100);
        int length = (int)(share * s->bar_columns + 0.5);
        length = length > s->bar_columns ? s->bar_columns : length == 0 && n > 0 ? 1 : length;
        strbuf_add_c(s->out, length ? "  " : "");
        for (int i = 0; i < length; i++) {
            strbuf_add_byte(s->out, '#');
        }
    }
    strbuf_add_byte(s->out, '\n');
}

static int columns_of_sheet(const struct sheet *s)
{
    return s->label_columns + s->number_columns + SHARE_COLUMNS + 2 + s->bar_columns;
}

static void add_heading(struct sheet *s, struct str words)
{
    strbuf_add_byte(s->out, '\n');
    (void)add_cut(s->out, words, columns_of_sheet(s));
    strbuf_add_byte(s->out, '\n');
}

/* --- names --- */

static struct str shown(const struct stats_names *names, struct text t, struct arena *a)
{
    return marks_show(words_of(names->words, t), NULL, NULL, a).text;
}

static int scene_index(const struct stats_names *names, struct str id)
{
    return names->story ? story_find_scene(names->story, id) : -1;
}

static struct str scene_name(const struct stats_names *names, struct str id, struct arena *a)
{
    int scene = scene_index(names, id);
    return scene >= 0 ? shown(names, names->story->scenes[scene].title, a) : id;
}

static int choice_index(const struct scene *scene, struct str id)
{
    int i = 0;
    while (i < scene->choice_count && !str_eq(scene->choices[i].id, id)) {
        i++;
    }
    return i < scene->choice_count ? i : -1;
}

static struct str scene_of_choice(struct str item)
{
    return str_sub(item, 0, str_find(item, ' ', 0));
}

/* Its id before its words: two choices of a scene may say the same, or begin so. */
static struct str choice_name(const struct stats_names *names, struct str item, struct arena *a)
{
    struct str scene_id = scene_of_choice(item);
    struct str id = str_after(item, scene_id.n + 1);
    int scene = scene_index(names, scene_id);
    int choice = scene >= 0 ? choice_index(&names->story->scenes[scene], id) : -1;
    if (choice < 0) {
        return id;
    }
    struct str words = shown(names, names->story->scenes[scene].choices[choice].text, a);
    return arena_printf(a, "%.*s: %.*s", STR_ARG(id), STR_ARG(words));
}

/* --- sums --- */

static int64_t total(const struct sheet *s, enum counted what)
{
    int64_t sum = 0;
    for (int i = 0; i < s->count; i++) {
        if (str_is(s->rows[i].what, counted_name(what))) {
            sum = count_sum(sum, s->rows[i].n);
        }
    }
    return sum;
}

static int64_t number_of(const struct sheet *s, enum counted what, struct str item)
{
    for (int i = 0; i < s->count; i++) {
        if (str_is(s->rows[i].what, counted_name(what)) && str_eq(s->rows[i].item, item)) {
            return s->rows[i].n;
        }
    }
    return 0;
}

static int by_what_and_item(const void *a, const void *b)
{
    const struct count_row *x = a;
    const struct count_row *y = b;
    int order = str_cmp(x->what, y->what);
    return order ? order : str_cmp(x->item, y->item);
}

/* --- parts --- */

static void add_sessions(struct sheet *s)
{
    int64_t sessions = total(s, COUNTED_SESSIONS);
    add_heading(s, STR("Sessions"));
    add_line(s, STR("all"), sessions, 0);
    add_line(s, STR("with a choice made"), total(s, COUNTED_CHOSE), sessions);
    add_line(s, STR("to an ending"), total(s, COUNTED_COMPLETED), sessions);
    add_line(s, STR("begun again"), total(s, COUNTED_RESTARTS), 0);
    add_line(s, STR("program starts"), total(s, COUNTED_STARTS), 0);
}

/* The rows of a kind whose items are known beforehand, those of 0 too. */
static void add_known(struct sheet *s, const char *heading, enum counted what, const char *const *labels)
{
    int64_t sessions = total(s, COUNTED_SESSIONS);
    const char *const *items = counted_items(what);
    add_heading(s, str_from(heading));
    for (int i = 0; items[i]; i++) {
        add_line(s, str_from(labels[i]), number_of(s, what, str_from(items[i])), sessions);
    }
}

struct ordered {
    struct count_row row;
    int64_t order;
};

static int by_order(const void *a, const void *b)
{
    const struct ordered *x = a;
    const struct ordered *y = b;
    return x->order != y->order ? (x->order < y->order ? -1 : 1) : str_cmp(x->row.item, y->row.item);
}

/* As the story has them; those it no longer has come last. */
static int64_t order_of_choice(const struct stats_names *names, struct str item)
{
    struct str scene_id = scene_of_choice(item);
    int scene = scene_index(names, scene_id);
    int choice = scene >= 0 ? choice_index(&names->story->scenes[scene], str_after(item, scene_id.n + 1)) : -1;
    return scene < 0 ? INT64_MAX : ((int64_t)scene << 32) + (choice < 0 ? INT32_MAX : choice);
}

static int rows_of(const struct sheet *s, enum counted what, struct arena *a, struct ordered **rows_out)
{
    int count = 0;
    *rows_out = arena_new(a, struct ordered, (size_t)s->count);
    for (int i = 0; i < s->count; i++) {
        if (str_is(s->rows[i].what, counted_name(what))) {
            struct str item = s->rows[i].item;
            int64_t order = what == COUNTED_CHOICE ? order_of_choice(s->names, item) : -s->rows[i].n;
            (*rows_out)[count++] = (struct ordered){s->rows[i], order};
        }
    }
    qsort(*rows_out, (size_t)count, sizeof **rows_out, by_order);
    return count;
}

static void add_choices(struct sheet *s, struct arena *a)
{
    struct ordered *rows;
    int count = rows_of(s, COUNTED_CHOICE, a, &rows);
    for (int from = 0, to; from < count; from = to) {
        struct str scene = scene_of_choice(rows[from].row.item);
        int64_t all = 0;
        for (to = from; to < count && str_eq(scene_of_choice(rows[to].row.item), scene); to++) {
            all += rows[to].row.n;
        }
        struct str name = scene_name(s->names, scene, a);
        add_heading(s, arena_printf(a, "Choices: %.*s", STR_ARG(name)));
        for (int i = from; i < to; i++) {
            add_line(s, choice_name(s->names, rows[i].row.item, a), rows[i].row.n, all);
        }
    }
}

static void add_last_scenes(struct sheet *s, struct arena *a)
{
    struct ordered *rows;
    int count = rows_of(s, COUNTED_LAST, a, &rows);
    int64_t all = total(s, COUNTED_LAST);
    if (count > 0) {
        add_heading(s, STR("Last scene shown"));
    }
    for (int i = 0; i < count; i++) {
        add_line(s, scene_name(s->names, rows[i].row.item, a), rows[i].row.n, all);
    }
}

static int by_day(const void *a, const void *b)
{
    return str_cmp(((const struct count_row *)a)->day, ((const struct count_row *)b)->day);
}

static int by_language(const void *a, const void *b)
{
    return str_cmp(((const struct count_row *)a)->language, ((const struct count_row *)b)->language);
}

/* The sessions alone, of which `rows` holds so many. */
static void add_days(struct sheet *s, struct count_row *rows, int count, int64_t sessions)
{
    int days = stats_merge(rows, count, by_day);
    bool by_month = days > DAYS_SHOWN;
    for (int i = 0; by_month && i < days; i++) {
        rows[i].day = str_sub(rows[i].day, 0, sizeof "2026-11" - 1);
    }
    days = stats_merge(rows, days, by_day);
    add_heading(s, by_month ? STR("Months") : STR("Days"));
    for (int i = 0; i < days; i++) {
        add_line(s, rows[i].day, rows[i].n, sessions);
    }
}

static void add_languages(struct sheet *s, struct count_row *rows, int count, int64_t sessions)
{
    int languages = stats_merge(rows, count, by_language);
    add_heading(s, STR("Languages"));
    for (int i = 0; i < languages; i++) {
        add_line(s, rows[i].language, rows[i].n, sessions);
    }
}

/* --- one story --- */

static int sessions_of(const struct count_row *rows, int count, struct arena *a, struct count_row **rows_out)
{
    int n = 0;
    *rows_out = arena_new(a, struct count_row, (size_t)count);
    for (int i = 0; i < count; i++) {
        if (str_is(rows[i].what, counted_name(COUNTED_SESSIONS))) {
            (*rows_out)[n++] = rows[i];
        }
    }
    return n;
}

static void add_title(struct sheet *s, struct str id, struct str first, struct str last, struct arena *a)
{
    bool is_named = s->names->story && str_eq(s->names->story->id, id);
    struct str title = is_named ? shown(s->names, s->names->story->title, a) : id;
    (void)add_cut(s->out, title, columns_of_sheet(s));
    strbuf_add_byte(s->out, '\n');
    strbuf_printf(s->out, "%.*s", STR_ARG(first));
    if (!str_eq(first, last)) {
        strbuf_printf(s->out, " to %.*s", STR_ARG(last));
    }
    strbuf_add_byte(s->out, '\n');
}

/* `rows` are the story's, by day; they are put in another order. */
static void add_story(struct sheet *s, struct count_row *rows, int count)
{
    static const char *const dwells[] = {"under 15 s", "15 s to 1 min", "1 to 3 min", "3 to 10 min", "10 min or more"};
    static const char *const ends[] = {"home was pressed", "nobody was there", "the program ended"};
    static const char *const accesses[] = {"read aloud", "larger text", "other colours", "controls in reach"};
    static const struct stats_names nameless = {0};
    struct arena a = {0};
    struct count_row *days;
    struct count_row *languages;
    const struct stats_names *names = s->names;
    if (!names->story || !str_eq(names->story->id, rows[0].story)) {
        s->names = &nameless;
    }
    int day_count = sessions_of(rows, count, &a, &days);
    int language_count = sessions_of(rows, count, &a, &languages);
    add_title(s, rows[0].story, rows[0].day, rows[count - 1].day, &a);
    s->count = stats_merge(rows, count, by_what_and_item);
    s->rows = rows;
    int64_t sessions = total(s, COUNTED_SESSIONS);
    add_sessions(s);
    add_days(s, days, day_count, sessions);
    add_languages(s, languages, language_count, sessions);
    add_known(s, "Length", COUNTED_DWELL, dwells);
    add_known(s, "How they ended", COUNTED_END, ends);
    add_known(s, "Used at least once", COUNTED_ACCESS, accesses);
    add_choices(s, &a);
    add_last_scenes(s, &a);
    s->names = names;
    arena_finish(&a);
}

static int by_story_and_day(const void *a, const void *b)
{
    int order = str_cmp(((const struct count_row *)a)->story, ((const struct count_row *)b)->story);
    return order ? order : by_day(a, b);
}

void stats_text(const struct count_table *t, const struct stats_names *names, int columns, struct strbuf *out)
{
    struct arena a = {0};
    columns = columns < COLUMNS_LEAST ? COLUMNS_LEAST : columns > COLUMNS_MOST ? COLUMNS_MOST : columns;
    struct sheet s = {.out = out, .names = names, .number_columns = columns < NARROW ? 7 : 9};
    int rest = columns - s.number_columns - SHARE_COLUMNS - 2;
    s.bar_columns = rest / 4 < BAR_LEAST ? BAR_LEAST : rest / 4;
    s.label_columns = rest - s.bar_columns;
    struct count_row *rows = arena_new(&a, struct count_row, (size_t)t->count);
    for (int i = 0; i < t->count; i++) {
        rows[i] = t->rows[i];
    }
    qsort(rows, (size_t)t->count, sizeof *rows, by_story_and_day);
    for (int from = 0, to; from < t->count; from = to) {
        for (to = from; to < t->count && str_eq(rows[to].story, rows[from].story); to++) {
        }
        strbuf_add_c(out, from ? "\n\n" : "");
        add_story(&s, &rows[from], to - from);
    }
    arena_finish(&a);
}
