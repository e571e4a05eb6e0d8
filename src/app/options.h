/* The options of a command, as a table. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum option_kind {
    OPTION_FLAG,
    OPTION_TEXT,
    OPTION_NUMBER,  /* from `low` to `high` */
    OPTION_WORD,    /* one of `words`, NULL behind the last; gives its index */
    OPTION_SIZE,    /* WxH, each from `low` to `high` */
    OPTION_NUMBERS, /* 2,1,3 */
};

struct option_numbers {
    const int *items;
    int count;
};

struct option_size {
    int width_px, height_px;
};

/* What is not given leaves its variable as it is. */
struct option_row {
    const char *name, *value, *help;
    enum option_kind kind;
    union {
        bool *flag;
        struct str *text;
        int64_t *number;
        int *word;
        struct option_size *size;
        struct option_numbers *numbers;
    } sets;
    int64_t low, high;
    const char *const *words;
};

enum { USAGE_NAMES_MOST = 2 };
/* Of --screen-mm and --distance-mm. */
enum { SCREEN_LEAST_MM = 20, SCREEN_MOST_MM = 20000, DISTANCE_MOST_MM = 100000 };

struct usage {
    const char *command, *names, *does;
    const struct option_row *rows;
    int row_count;
    int names_most; /* at most USAGE_NAMES_MOST */
};

/* What stands between the options. */
struct names {
    struct str items[USAGE_NAMES_MOST];
    int count;
};

/* "full", "gentle": for OPTION_WORD, by enum level. */
extern const char *const option_levels[];

/* Reads argv[1…]; lists come from `a`. False where the command is to end with `*status_out`: help
 * or version was printed, or wrong usage complained about. */
bool options_take(const struct usage *u, int argc, char **argv, struct names *names,
                  struct arena *a, int *status_out);
