#include "story/value.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "base/num.h"
#include "base/utf8.h"

bool value_is_true(struct value v)
{
    switch (v.kind) {
    case VALUE_NULL:
        return false;
    case VALUE_BOOL:
        return v.truth;
    case VALUE_NUMBER:
        return v.number != 0 && !isnan(v.number);
    case VALUE_STRING:
        return v.string.n > 0;
    }
    return false;
}

double value_to_number(struct value v)
{
    switch (v.kind) {
    case VALUE_NULL:
        return 0;
    case VALUE_BOOL:
        return v.truth ? 1 : 0;
    case VALUE_NUMBER:
        return v.number;
    case VALUE_STRING:
        return num_parse(v.string);
    }
    return NAN;
}

/* ECMA-262, WhiteSpace and LineTerminator. */
static bool is_space(uint32_t code)
{
    return (code >= 0x09 && code <= 0x0D) || code == 0x20 || code == 0xA0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

static struct str without_leading_space(struct str s)
{
    size_t at = 0;
    while (at < s.n) {
        size_t next = at;
        if (!is_space(utf8_next(s, &next))) {
            break;
        }
        at = next;
    }
    return str_after(s, at);
}

static size_t skip_digits(struct str s, size_t at)
{
    while (at < s.n && s.s[at] >= '0' && s.s[at] <= '9') {
        at++;
    }
    return at;
}

/* How many bytes of `s`, behind its sign, are a StrUnsignedDecimalLiteral of digits; 0 for none. */
static size_t decimal_length(struct str s, size_t from)
{
    size_t whole = skip_digits(s, from);
    size_t end = whole;
    if (whole < s.n && s.s[whole] == '.') {
        size_t fraction = skip_digits(s, whole + 1);
        if (whole > from || fraction > whole + 1) {
            end = fraction;
        }
    }
    if (end == from) {
        return 0;
    }
    if (end < s.n && (s.s[end] == 'e' || s.s[end] == 'E')) {
        size_t digits = end + 1;
        if (digits < s.n && (s.s[digits] == '+' || s.s[digits] == '-')) {
            digits++;
        }
        size_t exponent = skip_digits(s, digits);
        end = exponent > digits ? exponent : end;
    }
    return end - from;
}

/* ECMA-262, parseFloat: the longest beginning that is a number. */
static double string_parse_float(struct str s)
{
    s = without_leading_space(s);
    size_t sign = s.n > 0 && (s.s[0] == '+' || s.s[0] == '-') ? 1 : 0;
    if (str_starts(str_after(s, sign), STR("Infinity"))) {
        return s.s[0] == '-' ? -(double)INFINITY : (double)INFINITY;
    }
    size_t length = decimal_length(s, sign);
    return length > 0 ? num_parse(str_sub(s, 0, sign + length)) : (double)NAN;
}

double value_parse_float(struct value v, struct arena *a)
{
    (void)a;
    switch (v.kind) {
    case VALUE_NULL:
    case VALUE_BOOL:
        return NAN;
    case VALUE_NUMBER:
        return v.number == 0 ? 0 : v.number; /* String(-0) is "0" */
    case VALUE_STRING:
        return string_parse_float(v.string);
    }
    return NAN;
}

struct str value_to_string(struct value v, struct arena *a)
{
    char digits[32];
    switch (v.kind) {
    case VALUE_NULL:
        return STR("null");
    case VALUE_BOOL:
        return v.truth ? STR("true") : STR("false");
    case VALUE_NUMBER:
        return arena_str(a, (struct str){digits, num_write(v.number, digits)});
    case VALUE_STRING:
        return v.string;
    }
    return STR("");
}

bool value_same(struct value a, struct value b)
{
    if (a.kind != b.kind) {
        return false;
    }
    switch (a.kind) {
    case VALUE_NULL:
        return true;
    case VALUE_BOOL:
        return a.truth == b.truth;
    case VALUE_NUMBER:
        return a.number == b.number;
    case VALUE_STRING:
        return str_eq(a.string, b.string);
    }
    return false;
}

bool value_equal(struct value a, struct value b)
{
    if (a.kind == b.kind) {
        return value_same(a, b);
    }
    if (a.kind == VALUE_NULL || b.kind == VALUE_NULL) {
        return false;
    }
    return value_to_number(a) == value_to_number(b);
}

bool value_can_be_kept(struct value v)
{
    switch (v.kind) {
    case VALUE_NULL:
        return false;
    case VALUE_BOOL:
        return true;
    case VALUE_NUMBER:
        return isfinite(v.number);
    case VALUE_STRING:
        return v.string.n <= KEPT_STRING_BYTES;
    }
    return false;
}
