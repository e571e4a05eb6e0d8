/* When a kiosk is open: days of the week with hours, and days on which it stays closed. Time is local and
 * handed in as seconds since 1970 by the clock on the wall. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { HOURS_SPANS_MOST = 16, HOURS_CLOSED_MOST = 64 };

struct hours_span {
    unsigned days;    /* bit 0: Monday … bit 6: Sunday */
    int from_min, to_min; /* since midnight; `to` at or before `from`: of the day after */
};

struct hours_date {
    int year; /* 0: every year */
    int month, day;
};

/* Zeroed is always open. */
struct hours {
    struct hours_span spans[HOURS_SPANS_MOST];
    int span_count;
    struct hours_date closed[HOURS_CLOSED_MOST];
    int closed_count;
};

/* "always", or "Tue-Fri 10:00-18:00, Sat-Sun 11:00-20:30". Takes nothing and says in `fault` what is wrong, where
 * something is. */
bool hours_parse(struct hours *h, struct str text, struct strbuf *fault);
/* "12-25, 2027-01-01", or nothing: days that have no hours of their own. */
bool hours_parse_closed(struct hours *h, struct str text, struct strbuf *fault);

/* As hours_parse takes it. */
void hours_print(const struct hours *h, struct strbuf *out);

bool hours_are_open(const struct hours *h, int64_t local_s);
