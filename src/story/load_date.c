#include "story/load.h"

/* Days as numbers that grow: 20140217. What a date leaves open is 0 in its first day and 99 in its
 * last, so that 2014 holds 2014-05. */
struct day_range {
    int first, last;
};

/* Takes `count` digits off the front; -1 where there are none. */
static int digits_take(struct str *s, size_t count)
{
    int value = 0;
    if (s->n < count) {
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        if (s->s[i] < '0' || s->s[i] > '9') {
            return -1;
        }
        value = value * 10 + (s->s[i] - '0');
    }
    *s = str_after(*s, count);
    return value;
}

/* Takes "-NN" off the front; 0 where the date ends, -1 where something else stands there. */
static int part_take(struct str *s, int most)
{
    if (s->n == 0) {
        return 0;
    }
    if (s->s[0] != '-') {
        return -1;
    }
    *s = str_after(*s, 1);
    int value = digits_take(s, 2);
    return value >= 1 && value <= most ? value : -1;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[month - 1];
}

/* One date, without a stroke. */
static bool date_parse(struct str s, struct day_range *out)
{
    int year = digits_take(&s, 4);
    int month = year < 0 ? -1 : part_take(&s, 12);
    int day = month <= 0 ? 0 : part_take(&s, days_in(year, month));
    if (month < 0 || day < 0 || s.n > 0) {
        return false;
    }
    out->first = year * 10000 + month * 100 + day;
    out->last = year * 10000 + (month ? month : 99) * 100 + (day ? day : 99);
    return true;
}

bool date_is_sound(struct str date, int *from_out)
{
    size_t stroke = str_find(date, '/', 0);
    struct day_range from, to;
    if (!date_parse(str_sub(date, 0, stroke), &from)) {
        return false;
    }
    *from_out = from.first;
    if (stroke == date.n) {
        return true;
    }
    return date_parse(str_after(date, stroke + 1), &to) && from.first <= to.last;
}

struct str date_read(struct loader *ld, uint32_t node)
{
    int from;
    if (node == JSON_NONE || date_is_sound(json_string(ld->doc, node), &from)) {
        return string_read(ld, node);
    }
    struct str label = node_label(ld, node);
    diag_node(ld->diags, ld->doc, node, TAG_BAD_VALUE, (struct str){0},
              "%.*s is \"%.*s\"; a date is like 2014, 2014-02, 2014-02-17 or 1994/1998, in order",
              STR_ARG(label), STR_ARG(json_string(ld->doc, node)));
    return (struct str){0};
}
