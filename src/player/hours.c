#include "player/hours.h"

#include "base/compiler.h"

enum { DAY_MIN = 24 * 60, DAY_S = 24 * 3600 };

static const char *const day_names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
enum { DAYS = COUNT(day_names) };

/* --- as they are written --- */

static int day_by_name(struct str name)
{
    for (int i = 0; i < DAYS; i++) {
        if (str_is(name, day_names[i])) {
            return i;
        }
    }
    return -1;
}

static void refuse(struct strbuf *fault, struct str part, const char *why)
{
    strbuf_add_c(fault, "\"");
    strbuf_add_visible(fault, part);
    strbuf_printf(fault, "\" %s", why);
}

/* "Mon", "Tue-Sun", "Sat-Mon". */
static bool take_days(struct str text, unsigned *days_out, struct strbuf *fault)
{
    size_t dash = str_find(text, '-', 0);
    int from = day_by_name(str_sub(text, 0, dash));
    int to = dash < text.n ? day_by_name(str_after(text, dash + 1)) : from;
    if (from < 0 || to < 0) {
        refuse(fault, text, "is no day: write Mon, Tue, Wed, Thu, Fri, Sat or Sun, or two of them as in Tue-Sun");
        return false;
    }
    *days_out = 0;
    for (int i = from;; i = (i + 1) % DAYS) {
        *days_out |= 1u << i;
        if (i == to) {
            return true;
        }
    }
}

static bool take_digits(struct str text, size_t digits, int low, int high, int *value_out)
{
    int64_t value;
    bool is_one = text.n == digits && text.s[0] != '-' && str_to_int(text, low, high, &value);
    if (is_one) {
        *value_out = (int)value;
    }
    return is_one;
}

/* "09:30"; "24:00" is the end of the day. */
static bool take_time(struct str text, int *minute_out)
{
    int hour;
    int minute;
    size_t colon = str_find(text, ':', 0);
    if (!take_digits(str_sub(text, 0, colon), 2, 0, 24, &hour) ||
        !take_digits(str_after(text, colon + 1), 2, 0, 59, &minute)) {
        return false;
    }
    *minute_out = hour * 60 + minute;
    return *minute_out <= DAY_MIN;
}

static bool take_span(struct str text, struct hours_span *span_out, struct strbuf *fault)
{
    size_t space = str_find(text, ' ', 0);
    struct str times = str_trim(str_after(text, space));
    size_t dash = str_find(times, '-', 0);
    if (!take_days(str_sub(text, 0, space), &span_out->days, fault)) {
        return false;
    }
    if (!take_time(str_trim(str_sub(times, 0, dash)), &span_out->from_min) ||
        !take_time(str_trim(str_after(times, dash + 1)), &span_out->to_min) || span_out->from_min == DAY_MIN) {
        refuse(fault, times, "are no hours: write them as in 10:00-18:00");
        return false;
    }
    return true;
}

bool hours_parse(struct hours *h, struct str text, struct strbuf *fault)
{
    struct hours_span spans[HOURS_SPANS_MOST];
    int count = 0;
    if (str_is(text, "always")) {
        h->span_count = 0;
        return true;
    }
    for (size_t at = 0; at <= text.n;) {
        size_t end = str_find(text, ',', at);
        if (count == HOURS_SPANS_MOST) {
            strbuf_printf(fault, "more than %d hours are given", HOURS_SPANS_MOST);
            return false;
        }
        if (!take_span(str_trim(str_sub(text, at, end - at)), &spans[count++], fault)) {
            return false;
        }
        at = end + 1;
    }
    for (int i = 0; i < count; i++) {
        h->spans[i] = spans[i];
    }
    h->span_count = count;
    return true;
}

/* One range of days where they stand together, else one after another. */
static void print_span(const struct hours_span *s, struct strbuf *out)
{
    const char *between = "";
    for (int from = 0; from < DAYS; from++) {
        bool begins = (s->days >> from) & 1 && !(from > 0 && (s->days >> (from - 1)) & 1);
        int to = from;
        while (begins && to + 1 < DAYS && (s->days >> (to + 1)) & 1) {
            to++;
        }
        if (begins) {
            strbuf_printf(out, "%s%s%s%s %02d:%02d-%02d:%02d", between, day_names[from], to > from ? "-" : "",
                          to > from ? day_names[to] : "", s->from_min / 60, s->from_min % 60, s->to_min / 60,
                          s->to_min % 60);
            between = ", ";
        }
    }
}

void hours_print(const struct hours *h, struct strbuf *out)
{
    strbuf_add_c(out, h->span_count ? "" : "always");
    for (int i = 0; i < h->span_count; i++) {
        strbuf_add_c(out, i ? ", " : "");
        print_span(&h->spans[i], out);
    }
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* "2027-01-01" or "12-25". 29 February is of every year that has one. */
static bool take_date(struct str text, struct hours_date *d)
{
    static const int lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    *d = (struct hours_date){0};
    if (text.n == 10) {
        if (text.s[4] != '-' || !take_digits(str_sub(text, 0, 4), 4, 1970, 9999, &d->year)) {
            return false;
        }
        text = str_after(text, 5);
    }
    return text.n == 5 && text.s[2] == '-' && take_digits(str_sub(text, 0, 2), 2, 1, 12, &d->month) &&
           take_digits(str_after(text, 3), 2, 1, lengths[d->month - 1], &d->day) &&
           (d->year == 0 || d->month != 2 || d->day < 29 || is_leap(d->year));
}

bool hours_parse_closed(struct hours *h, struct str text, struct strbuf *fault)
{
    struct hours_date dates[HOURS_CLOSED_MOST];
    int count = 0;
    for (size_t at = 0; text.n && at <= text.n;) {
        size_t end = str_find(text, ',', at);
        struct str part = str_trim(str_sub(text, at, end - at));
        if (count == HOURS_CLOSED_MOST) {
            strbuf_printf(fault, "more than %d days are given", HOURS_CLOSED_MOST);
            return false;
        }
        if (!take_date(part, &dates[count++])) {
            refuse(fault, part, "is no day: write 2027-01-01, or 12-25 for every year");
            return false;
        }
        at = end + 1;
    }
    for (int i = 0; i < count; i++) {
        h->closed[i] = dates[i];
    }
    h->closed_count = count;
    return true;
}

/* --- as time passes --- */

/* The proleptic Gregorian calendar, from a day's number since 1970-01-01. */
static struct hours_date date_of(int64_t day)
{
    int year = 1970;
    for (; day < 0; day += is_leap(year) ? 366 : 365) {
        year--;
    }
    for (; day >= (is_leap(year) ? 366 : 365); year++) {
        day -= is_leap(year) ? 366 : 365;
    }
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int month = 0;
    for (int length = 31; day >= length; length = lengths[month] + (month == 1 && is_leap(year))) {
        day -= length;
        month++;
    }
    return (struct hours_date){year, month + 1, (int)day + 1};
}

static bool is_closed_on(const struct hours *h, int64_t day)
{
    struct hours_date d = date_of(day);
    for (int i = 0; i < h->closed_count; i++) {
        const struct hours_date *c = &h->closed[i];
        if ((c->year == 0 || c->year == d.year) && c->month == d.month && c->day == d.day) {
            return true;
        }
    }
    return false;
}

/* Is the span of this day's beginning open `minute` minutes after its midnight? */
static bool holds(const struct hours *h, const struct hours_span *s, int64_t day, int minute)
{
    int weekday = (int)(((day + 3) % DAYS + DAYS) % DAYS); /* 1970-01-01 was a Thursday */
    int to = s->to_min > s->from_min ? s->to_min : s->to_min + DAY_MIN;
    return (s->days >> weekday) & 1 && minute >= s->from_min && minute < to && !is_closed_on(h, day);
}

bool hours_are_open(const struct hours *h, int64_t local_s)
{
    /* No screen runs in such years; a clock that was never set may say so. */
    const int64_t most = INT64_C(253402300799);
    local_s = local_s < 0 ? 0 : local_s > most ? most : local_s;
    int64_t day = local_s / DAY_S;
    int minute = (int)(local_s % DAY_S / 60);
    if (h->span_count == 0) {
        return !is_closed_on(h, day);
    }
    for (int i = 0; i < h->span_count; i++) {
        if (holds(h, &h->spans[i], day, minute) || holds(h, &h->spans[i], day - 1, minute + DAY_MIN)) {
            return true;
        }
    }
    return false;
}
