#include "base/str.h"

#include <string.h>

struct str str_from(const char *c_string)
{
    return c_string ? (struct str){c_string, strlen(c_string)} : (struct str){0};
}

bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

bool str_is(struct str a, const char *c_string)
{
    return str_eq(a, str_from(c_string));
}

bool str_starts(struct str s, struct str prefix)
{
    return s.n >= prefix.n && str_eq(str_sub(s, 0, prefix.n), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.n >= suffix.n && str_eq(str_after(s, s.n - suffix.n), suffix);
}

struct str str_sub(struct str s, size_t from, size_t count)
{
    if (!s.s) {
        return s;
    }
    if (from > s.n) {
        from = s.n;
    }
    size_t left = s.n - from;
    return (struct str){s.s + from, count < left ? count : left};
}

struct str str_after(struct str s, size_t from)
{
    return str_sub(s, from, SIZE_MAX);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
    size_t from = 0;
    size_t to = s.n;
    while (from < to && is_space(s.s[from])) {
        from++;
    }
    while (to > from && is_space(s.s[to - 1])) {
        to--;
    }
    return str_sub(s, from, to - from);
}

size_t str_find(struct str s, char byte, size_t from)
{
    if (from >= s.n) {
        return s.n;
    }
    const char *at = memchr(s.s + from, byte, s.n - from);
    return at ? (size_t)(at - s.s) : s.n;
}

int str_cmp(struct str a, struct str b)
{
    size_t common = a.n < b.n ? a.n : b.n;
    int order = common > 0 ? memcmp(a.s, b.s, common) : 0;
    return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

bool str_to_int(struct str s, int64_t low, int64_t high, int64_t *value_out)
{
    bool negative = s.n > 0 && s.s[0] == '-';
    size_t at = negative ? 1 : 0;
    if (at == s.n) {
        return false;
    }
    /* Counted downwards, since INT64_MIN has no positive twin. */
    int64_t value = 0;
    for (; at < s.n; at++) {
        int digit = s.s[at] - '0';
        if (digit < 0 || digit > 9 || value < (INT64_MIN + digit) / 10) {
            return false;
        }
        value = value * 10 - digit;
    }
    if (!negative) {
        if (value == INT64_MIN) {
            return false;
        }
        value = -value;
    }
    if (value < low || value > high) {
        return false;
    }
    *value_out = value;
    return true;
}
