#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/paths.h"
#include "app/source.h"
#include "app/stats.h"
#include "base/compiler.h"
#include "base/path.h"
#include "store/store.h"
#include "term/term_stdio.h"

struct stats_arguments {
    struct str story, from, to, folder;
    int by; /* enum stats_by */
    bool csv, json, exact;
};

/* A story and its words, to call scenes by their titles. */
struct named {
    struct story *story;
    struct words *words;
};

static void named_finish(struct named *n)
{
    words_destroy(n->words);
    story_destroy(n->story);
}

static void load_words(struct named *n)
{
    struct diag_list diags = {0};
    n->words = words_load(n->story, n->story->language, &diags);
    diag_list_finish(&diags);
}

/* The documentary that comes with the program, where it can be had; else ids do. */
static void load_default(struct named *n)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct str data = {0};
    struct diag_list diags = {0};
    if (paths_data(&scratch, &data, &err)) {
        n->story = story_load(paths_documentary(data, &scratch).s, &diags, &err);
    }
    diag_list_finish(&diags);
    arena_finish(&scratch);
}

/* A path, as an id has neither "/" nor "."? */
static bool is_path(struct str name, struct arena *a)
{
    return str_find(name, '/', 0) < name.n || str_find(name, '.', 0) < name.n ||
           (name.n > 0 && file_is_there(arena_str(a, name).s));
}

/* What is no path is a story's id: its folder may be elsewhere. */
static bool find_story(const struct stats_arguments *args, struct named *n, struct str *id_out, int *status_out)
{
    struct arena scratch = {0};
    *id_out = args->story;
    bool is_file = is_path(args->story, &scratch);
    if (is_file) {
        n->story = source_open(args->story, status_out);
    } else {
        load_default(n);
    }
    if (n->story) {
        load_words(n);
        *id_out = is_file ? n->story->id : args->story;
    }
    arena_finish(&scratch);
    return n->story || !is_file;
}

static int columns(void)
{
    struct term_stdio ends = {.in = stdin, .out = stdout};
    struct term_io io = term_stdio_io(&ends);
    return io.columns(io.self);
}

/* What the reader should know of the table. */
static void complain_of(const struct count_table *t)
{
    if (t->refused) {
        complain("%d row%s of the store cannot be this program's and %s left out", t->refused,
                 t->refused == 1 ? "" : "s", t->refused == 1 ? "is" : "are");
    }
    if (t->is_cut_off) {
        complain("there are more than %d rows: ask for fewer days with \"--from\" and \"--to\"", COUNT_ROWS_MOST);
    }
}

static void write_table(const struct stats_arguments *args, const struct count_range *range,
                        const struct count_table *t, const struct named *n, struct strbuf *out)
{
    struct arena scratch = {0};
    struct count_table summed = stats_by(t, (enum stats_by)args->by, &scratch);
    const bool *hidden = args->exact ? NULL : stats_hidden(&summed, &scratch);
    if (args->csv) {
        stats_csv(&summed, hidden, (enum stats_by)args->by, out);
    } else if (args->json) {
        stats_json(&summed, hidden, range, out);
    } else if (t->count == 0) {
        strbuf_add_c(out, "Nothing was counted.\n");
    } else {
        stats_text(t, &(struct stats_names){n->story, n->words}, columns(), out);
    }
    arena_finish(&scratch);
}

static int print_counts(const struct stats_arguments *args, struct store *store, const struct named *n, struct str id)
{
    struct arena a = {0};
    struct error err = {0};
    struct strbuf out = {0};
    struct count_table table;
    const struct count_range range = {id, args->from, args->to};
    int status = EXIT_USAGE;
    if (store_counts(store, &range, &a, &table, &err)) {
        write_table(args, &range, &table, n, &out);
        (void)output_add(strbuf_str(&out));
        complain_of(&table);
        status = output_finish(EXIT_DONE);
    } else {
        complain("%s", err.text);
    }
    strbuf_finish(&out);
    arena_finish(&a);
    return status;
}

static struct store *open_counts(const struct stats_arguments *args)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct str folder = args->folder.n ? arena_str(&scratch, args->folder) : path_xdg(XDG_STATE, &scratch);
    struct store *store = NULL;
    if (folder.n) {
        store = store_open_to_read(folder.s, &err);
    } else {
        (void)error_set(&err, "neither XDG_STATE_HOME nor HOME is set: name the folder with \"--store\"");
    }
    if (!store) {
        complain("%s", err.text);
    }
    arena_finish(&scratch);
    return store;
}

static bool are_days(const struct stats_arguments *args)
{
    const struct {
        const char *option;
        struct str day;
    } days[] = {{"from", args->from}, {"to", args->to}};
    for (size_t i = 0; i < COUNT(days); i++) {
        if (days[i].day.n && !day_is_sound(days[i].day)) {
            complain("\"--%s\" takes a day such as 2026-11-23, not \"%.*s\"", days[i].option, STR_ARG(days[i].day));
            return false;
        }
    }
    if (args->from.n && args->to.n && str_cmp(args->from, args->to) > 0) {
        complain("\"--from\" is later than \"--to\"");
        return false;
    }
    if (args->csv && args->json) {
        complain("\"--csv\" and \"--json\" exclude each other");
    }
    return !(args->csv && args->json);
}

static int stats(const struct stats_arguments *args)
{
    struct named named = {0};
    struct str id = {0};
    int status = EXIT_DONE;
    if (!are_days(args)) {
        output_try_help("stats");
        return EXIT_USAGE;
    }
    struct store *store = NULL;
    if (find_story(args, &named, &id, &status) && (store = open_counts(args))) {
        status = print_counts(args, store, &named, id);
    } else if (status == EXIT_DONE) {
        status = EXIT_USAGE;
    }
    store_close(store);
    named_finish(&named);
    return status;
}

int cmd_stats(int argc, char **argv)
{
    struct stats_arguments args = {0};
    const struct option_row rows[] = {
        {.name = "from", .value = "DAY", .help = "from this day on, such as 2026-11-23",
         .kind = OPTION_TEXT, .sets.text = &args.from},
        {.name = "to", .value = "DAY", .help = "up to this day, with it",
         .kind = OPTION_TEXT, .sets.text = &args.to},
        {.name = "csv", .help = "a line for each number of each day",
         .kind = OPTION_FLAG, .sets.flag = &args.csv},
        {.name = "json", .help = "the same as JSON",
         .kind = OPTION_FLAG, .sets.flag = &args.json},
        {.name = "by", .value = "day|month|all", .help = "with --csv or --json: what is summed up (day)",
         .kind = OPTION_WORD, .sets.word = &args.by, .words = stats_by_words},
        {.name = "exact", .help = "with --csv or --json: numbers under 5 too",
         .kind = OPTION_FLAG, .sets.flag = &args.exact},
        {.name = "store", .value = "FOLDER", .help = "where it was counted",
         .kind = OPTION_TEXT, .sets.text = &args.folder},
    };
    const struct usage usage = {
        .command = "stats",
        .names = "[STORY]",
        .does = "Tells what a kiosk counted, as totals of days: nothing in it is about one\n"
                "visitor. STORY is a story or its id; where it is left out, every story there.\n"
                "Numbers under 5 are not handed on by --csv and --json.",
        .rows = rows,
        .row_count = (int)COUNT(rows),
        .names_most = 1,
    };
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        args.story = names.items[0];
        status = stats(&args);
    }
    arena_finish(&a);
    return status;
}
