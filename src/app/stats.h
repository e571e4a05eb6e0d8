/* The totals of days, made ready to be read. */
#pragma once

#include "story/words.h"
#include "store/count.h"

/* Numbers below this may be about one visitor whom somebody remembers: they are not handed on. */
enum { STATS_LEAST_SHOWN = 5 };

enum stats_by { STATS_BY_DAY, STATS_BY_MONTH, STATS_BY_ALL };
extern const char *const stats_by_words[]; /* "day" …, NULL behind the last */

/* The totals of months ("2026-11" in place of the day), or of all days together (an empty day): fewer
 * numbers are small then. From `a`, which must not outlive the table's texts. */
struct count_table stats_by(const struct count_table *t, enum stats_by by, struct arena *a);

/* Which of the table's rows are not to be exported, from `a`: those below STATS_LEAST_SHOWN, and, where a
 * group adds up to the day's sessions and only one of it is small, the next smallest too, since the one
 * would follow from the rest. */
const bool *stats_hidden(const struct count_table *t, struct arena *a);

/* RFC 4180 with a newline for the line's end: "day,story,language,what,item,count", the first by how it was
 * summed up; "<5" where it is hidden. `hidden` may be NULL: nothing is. */
void stats_csv(const struct count_table *t, const bool *hidden, enum stats_by by, struct strbuf *out);
/* Sorts by `order`; rows that are equal by it become one. Returns how many are left. */
int stats_merge(struct count_row *rows, int count, int (*order)(const void *, const void *));

/* An object with "from", "to", "least" and "rows"; a hidden count is null. */
void stats_json(const struct count_table *t, const bool *hidden, const struct count_range *range, struct strbuf *out);

/* What scenes and choices are called; both may be NULL: by their ids then. */
struct stats_names {
    const struct story *story;
    const struct words *words;
};

/* Tables with bars, a story after the other, in at most `columns` columns: no control characters, no
 * colour, and each number before its bar. */
void stats_text(const struct count_table *t, const struct stats_names *names, int columns, struct strbuf *out);
