#include "app/options.h"

#include <assert.h>
#include <getopt.h>
#include <limits.h>

#include "app/command.h"
#include "app/output.h"
#include "base/compiler.h"

enum { ROWS_MOST = 32, FIRST_ROW = 256 };

const char *const option_levels[] = {"full", "gentle", NULL};

static void print_row(const char *name, const char *value, const char *help)
{
    struct strbuf left = {0};
    strbuf_printf(&left, "--%s%s%s", name, value ? " " : "", value ? value : "");
    output_printf("  %-20s  %s\n", left.s, help);
    strbuf_finish(&left);
}

static void usage_print(const struct usage *u)
{
    output_printf("usage: lantern %s%s%s [options]\n\n%s\n\noptions:\n", u->command, u->names[0] ? " " : "",
                  u->names, u->does);
    for (int i = 0; i < u->row_count; i++) {
        print_row(u->rows[i].name, u->rows[i].value, u->rows[i].help);
    }
    print_row("help", NULL, "print this and exit");
    print_row("version", NULL, "print the program's version and exit");
}

/* --- values --- */

static bool take_number(const struct option_row *row, struct str value)
{
    if (str_to_int(value, row->low, row->high, row->sets.number)) {
        return true;
    }
    if (row->high == INT64_MAX) {
        complain("\"--%s\" takes a whole number from %lld on, not \"%.*s\"", row->name,
                 (long long)row->low, STR_ARG(value));
    } else {
        complain("\"--%s\" takes a whole number from %lld to %lld, not \"%.*s\"", row->name,
                 (long long)row->low, (long long)row->high, STR_ARG(value));
    }
    return false;
}

static bool take_word(const struct option_row *row, struct str value)
{
    struct strbuf list = {0};
    for (int i = 0; row->words[i]; i++) {
        if (str_is(value, row->words[i])) {
            *row->sets.word = i;
            strbuf_finish(&list);
            return true;
        }
        strbuf_add_c(&list, i == 0 ? "" : row->words[i + 1] ? ", " : " or ");
        strbuf_add_c(&list, row->words[i]);
    }
    complain("\"--%s\" takes %s, not \"%.*s\"", row->name, list.s, STR_ARG(value));
    strbuf_finish(&list);
    return false;
}

static bool take_size(const struct option_row *row, struct str value)
{
    int64_t width = 0;
    int64_t height = 0;
    size_t x = str_find(value, 'x', 0);
    if (x == value.n || !str_to_int(str_sub(value, 0, x), row->low, row->high, &width) ||
        !str_to_int(str_after(value, x + 1), row->low, row->high, &height)) {
        complain("\"--%s\" takes a width and a height such as 1280x800, not "
                 "\"%.*s\"",
                 row->name, STR_ARG(value));
        return false;
    }
    *row->sets.size = (struct option_size){(int)width, (int)height};
    return true;
}

static bool take_numbers(const struct option_row *row, struct str value, struct arena *a)
{
    int *items = arena_new(a, int, value.n / 2 + 1);
    int count = 0;
    for (size_t from = 0; from <= value.n;) {
        size_t comma = str_find(value, ',', from);
        int64_t n = 0;
        if (!str_to_int(str_sub(value, from, comma - from), 1, INT_MAX, &n)) {
            complain("\"--%s\" takes numbers such as 2,1,3, not \"%.*s\"", row->name,
                     STR_ARG(value));
            return false;
        }
        items[count++] = (int)n;
        from = comma + 1;
    }
    *row->sets.numbers = (struct option_numbers){items, count};
    return true;
}

static bool take_value(const struct option_row *row, struct str value, struct arena *a)
{
    switch (row->kind) {
    case OPTION_FLAG:
        *row->sets.flag = true;
        return true;
    case OPTION_TEXT:
        if (value.n == 0) {
            complain("\"--%s\" takes %s, not nothing", row->name, row->value);
            return false;
        }
        *row->sets.text = value;
        return true;
    case OPTION_NUMBER:
        return take_number(row, value);
    case OPTION_WORD:
        return take_word(row, value);
    case OPTION_SIZE:
        return take_size(row, value);
    case OPTION_NUMBERS:
        return take_numbers(row, value, a);
    }
    assert(!"a kind of option that is not read");
    return false;
}

/* --- the line --- */

static void complain_unknown(const struct usage *u, const char *argument)
{
    struct str names[ROWS_MOST];
    size_t count = 0;
    for (int i = 0; i < u->row_count; i++) {
        names[count++] = str_from(u->rows[i].name);
    }
    names[count++] = STR("help");
    names[count++] = STR("version");
    struct str given = str_from(argument);
    given = str_sub(given, 0, str_find(given, '=', 0));
    struct str nearest = str_nearest(str_after(given, 2), names, count);
    if (nearest.n) {
        complain("unknown option \"%.*s\"; did you mean \"--%.*s\"?", STR_ARG(given),
                 STR_ARG(nearest));
    } else {
        complain("unknown option \"%.*s\"", STR_ARG(given));
    }
}

/* The word that getopt stopped at. It leaves one of several letters ("-xy") only with the last of them;
 * `optopt` is the first, as a plain char. */
static const char *refused_word(char **argv)
{
    const char *before = argv[optind - 1];
    bool is_letter = optopt != 0 && optopt < FIRST_ROW;
    bool is_left = before[0] == '-' && before[1] == (char)optopt && before[2] == '\0';
    return is_letter && !is_left ? argv[optind] : before;
}

/* What getopt refused, by its answer `c`. */
static void complain_refused(const struct usage *u, int c, const char *argument)
{
    struct str name = str_from(argument);
    name = str_sub(name, 0, str_find(name, '=', 0));
    if (c == ':') {
        complain("option \"%.*s\" needs a value", STR_ARG(name));
    } else if (optopt >= FIRST_ROW) {
        complain("option \"%.*s\" takes no value", STR_ARG(name));
    } else if (optopt != 0) {
        complain("unknown option \"%s\"", argument);
    } else {
        complain_unknown(u, argument);
    }
}

static bool take_names(const struct usage *u, int argc, char **argv, struct names *names)
{
    *names = (struct names){0};
    for (int i = optind; i < argc; i++) {
        if (names->count == u->names_most) {
            complain("one argument too many: \"%s\"", argv[i]);
            return false;
        }
        if (argv[i][0] == '\0') {
            complain("an empty argument");
            return false;
        }
        names->items[names->count++] = str_from(argv[i]);
    }
    return true;
}

enum taken { TAKEN_ALL, TAKEN_HELP, TAKEN_VERSION, TAKEN_WRONG };

static enum taken take_all(const struct usage *u, int argc, char **argv, struct names *names,
                           struct arena *a)
{
    struct option table[ROWS_MOST + 1] = {0};
    int count = u->row_count;
    for (int i = 0; i < count; i++) {
        int takes = u->rows[i].kind == OPTION_FLAG ? no_argument : required_argument;
        table[i] = (struct option){u->rows[i].name, takes, NULL, FIRST_ROW + i};
    }
    table[count] = (struct option){"help", no_argument, NULL, FIRST_ROW + count};
    table[count + 1] = (struct option){"version", no_argument, NULL, FIRST_ROW + count + 1};
    opterr = 0;
    optind = 0; /* glibc: begin anew */
    for (int c = 0; argc > 0 && (c = getopt_long(argc, argv, ":", table, NULL)) != -1;) {
        int row = c - FIRST_ROW;
        if (row < 0) {
            complain_refused(u, c, refused_word(argv));
            return TAKEN_WRONG;
        }
        if (row >= count) {
            return row == count ? TAKEN_HELP : TAKEN_VERSION;
        }
        if (!take_value(&u->rows[row], str_from(optarg), a)) {
            return TAKEN_WRONG;
        }
    }
    return take_names(u, argc, argv, names) ? TAKEN_ALL : TAKEN_WRONG;
}

bool options_take(const struct usage *u, int argc, char **argv, struct names *names,
                  struct arena *a, int *status_out)
{
    assert(u->row_count <= ROWS_MOST - 2 && u->names_most <= USAGE_NAMES_MOST);
    switch (take_all(u, argc, argv, names, a)) {
    case TAKEN_ALL:
        return true;
    case TAKEN_HELP:
        usage_print(u);
        *status_out = output_finish(EXIT_DONE);
        return false;
    case TAKEN_VERSION:
        version_print();
        *status_out = output_finish(EXIT_DONE);
        return false;
    case TAKEN_WRONG:
        break;
    }
    output_try_help(u->command);
    *status_out = EXIT_USAGE;
    return false;
}
