#include "base/num.h"

#include <assert.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* 17 digits tell every double from its neighbours. */
enum { DIGITS = 17 };

/* The decimal point of printf and strtod is the locale's: takes the C locale for this thread. */
static locale_t enter_c_locale(locale_t *before_out)
{
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    *before_out = c ? uselocale(c) : (locale_t)0;
    return c;
}

static void leave_c_locale(locale_t c, locale_t before)
{
    if (c) {
        (void)uselocale(before);
        freelocale(c);
    }
}

/* ECMA-262's s, k and n: `count` digits, and where the point stands among them. */
struct decimal {
    char digits[DIGITS + 1];
    int count, point;
};

/* Raises the last digit by one; false where all are nines. */
static bool raise_last_digit(char *text)
{
    for (char *p = strchr(text, 'e'); p-- > text;) {
        if (*p == '.') {
            continue;
        }
        if (*p < '9') {
            (*p)++;
            return true;
        }
        *p = '0';
    }
    return false;
}

/* The fewest digits that read back as `value`, which is finite and above 0. */
static struct decimal decimal_nearest(double value)
{
    char text[32] = "";
    locale_t before;
    locale_t c = enter_c_locale(&before);
    for (int behind = 0; behind < DIGITS; behind++) {
        (void)snprintf(text, sizeof text, "%.*e", behind, value);
        if (strtod(text, NULL) == value) {
            break;
        }
        /* Above a power of two the doubles lie twice as far apart as below: what is rounded down
         * may miss it where the next decimal up, though farther, does not. */
        int binary_exponent;
        bool is_power_of_two = frexp(value, &binary_exponent) == 0.5;
        if (is_power_of_two && raise_last_digit(text) && strtod(text, NULL) == value) {
            break;
        }
    }
    leave_c_locale(c, before);
    const char *exponent = strchr(text, 'e');
    assert(exponent);
    struct decimal d = {.point = (int)strtol(exponent + 1, NULL, 10) + 1};
    for (const char *p = text; p < exponent; p++) {
        if (*p >= '0' && *p <= '9') {
            d.digits[d.count++] = *p;
        }
    }
    return d;
}

static size_t put(char *out, size_t at, const char *bytes, int count)
{
    memcpy(out + at, bytes, (size_t)count);
    return at + (size_t)count;
}

static size_t put_zeros(char *out, size_t at, int count)
{
    memset(out + at, '0', (size_t)count);
    return at + (size_t)count;
}

static size_t put_exponent(char *out, size_t at, const struct decimal *d)
{
    at = put(out, at, d->digits, 1);
    if (d->count > 1) {
        at = put(out, at, ".", 1);
        at = put(out, at, d->digits + 1, d->count - 1);
    }
    char exponent[16];
    int length = snprintf(exponent, sizeof exponent, "e%+d", d->point - 1);
    return put(out, at, exponent, length);
}

static size_t put_decimal(char *out, size_t at, const struct decimal *d)
{
    if (d->point > 21 || d->point <= -6) {
        return put_exponent(out, at, d);
    }
    if (d->point <= 0) {
        at = put(out, at, "0.", 2);
        at = put_zeros(out, at, -d->point);
        return put(out, at, d->digits, d->count);
    }
    if (d->count <= d->point) {
        at = put(out, at, d->digits, d->count);
        return put_zeros(out, at, d->point - d->count);
    }
    at = put(out, at, d->digits, d->point);
    at = put(out, at, ".", 1);
    return put(out, at, d->digits + d->point, d->count - d->point);
}

size_t num_write(double value, char out[32])
{
    size_t at = 0;
    if (isnan(value)) {
        at = put(out, at, "NaN", 3);
    } else if (value == 0) {
        at = put(out, at, "0", 1);
    } else {
        if (value < 0) {
            at = put(out, at, "-", 1);
        }
        if (isinf(value)) {
            at = put(out, at, "Infinity", 8);
        } else {
            struct decimal d = decimal_nearest(fabs(value));
            at = put_decimal(out, at, &d);
        }
    }
    out[at] = '\0';
    return at;
}

/* ECMA-262, WhiteSpace and LineTerminator. */
static bool is_space(uint32_t code)
{
    return (code >= 0x09 && code <= 0x0D) || code == 0x20 || code == 0xA0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

static struct str trim(struct str s)
{
    size_t from = 0;
    for (size_t at = 0; at < s.n && is_space(utf8_next(s, &at));) {
        from = at;
    }
    s = str_after(s, from);
    while (s.n > 0) {
        size_t start = utf8_back(s, s.n);
        size_t at = start;
        if (!is_space(utf8_next(s, &at))) {
            break;
        }
        s.n = start;
    }
    return s;
}

static int digit_of(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

/* Digits of 2 to the `bits`. Keeps the leading 60 bits or so, and in the last one whether anything
 * behind them was set, so that the one rounding at the end is the right one. */
static double parse_power_of_two(struct str digits, int bits)
{
    uint64_t leading = 0;
    uint64_t rest = 0;
    int exponent = 0;
    if (digits.n == 0) {
        return NAN;
    }
    for (size_t i = 0; i < digits.n; i++) {
        int digit = digit_of(digits.s[i]);
        if (digit >= 1 << bits) {
            return NAN;
        }
        if (leading < UINT64_C(1) << 58) {
            leading = leading << bits | (uint64_t)digit;
        } else {
            rest |= (uint64_t)digit;
            exponent += exponent < 5000 ? bits : 0;
        }
    }
    return ldexp((double)(leading << 1 | (rest != 0)), exponent - 1);
}

static size_t skip_digits(struct str s, size_t at)
{
    while (at < s.n && s.s[at] >= '0' && s.s[at] <= '9') {
        at++;
    }
    return at;
}

/* ECMA-262, StrUnsignedDecimalLiteral but for Infinity: strtod takes more than that. */
static bool is_decimal(struct str s)
{
    size_t whole = skip_digits(s, 0);
    size_t at = whole;
    size_t digits = whole;
    if (at < s.n && s.s[at] == '.') {
        at = skip_digits(s, at + 1);
        digits += at - whole - 1;
    }
    if (digits == 0) {
        return false;
    }
    if (at < s.n && (s.s[at] == 'e' || s.s[at] == 'E')) {
        at++;
        at += at < s.n && (s.s[at] == '+' || s.s[at] == '-');
        size_t from = at;
        at = skip_digits(s, at);
        if (at == from) {
            return false;
        }
    }
    return at == s.n;
}

static double parse_decimal(struct str s)
{
    bool negative = s.s[0] == '-';
    struct str unsigned_part = str_after(s, negative || s.s[0] == '+');
    if (str_is(unsigned_part, "Infinity")) {
        return negative ? -INFINITY : INFINITY;
    }
    if (!is_decimal(unsigned_part)) {
        return NAN;
    }
    struct strbuf copy = {0};
    strbuf_add(&copy, unsigned_part);
    locale_t before;
    locale_t c = enter_c_locale(&before);
    double value = strtod(copy.s, NULL);
    leave_c_locale(c, before);
    strbuf_finish(&copy);
    return negative ? -value : value;
}

double num_parse(struct str s)
{
    s = trim(s);
    if (s.n == 0) {
        return 0;
    }
    if (s.n >= 2 && s.s[0] == '0') {
        switch (s.s[1]) {
        case 'x':
        case 'X':
            return parse_power_of_two(str_after(s, 2), 4);
        case 'o':
        case 'O':
            return parse_power_of_two(str_after(s, 2), 3);
        case 'b':
        case 'B':
            return parse_power_of_two(str_after(s, 2), 1);
        default:
            break;
        }
    }
    return parse_decimal(s);
}

static void write_code(struct strbuf *out, uint32_t code, struct str bytes)
{
    static const char named[] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f',
                                 ['\r'] = 'r', ['"'] = '"',  ['\\'] = '\\'};
    if (code == UTF8_BAD) {
        strbuf_add_c(out, "\xEF\xBF\xBD");
    } else if (code < COUNT(named) && named[code]) {
        strbuf_add_byte(out, '\\');
        strbuf_add_byte(out, named[code]);
    } else if (code < 0x20) {
        strbuf_printf(out, "\\u%04x", (unsigned)code);
    } else {
        strbuf_add(out, bytes);
    }
}

void json_write_string(struct strbuf *out, struct str s)
{
    strbuf_add_byte(out, '"');
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        uint32_t code = utf8_next(s, &at);
        write_code(out, code, str_sub(s, from, at - from));
    }
    strbuf_add_byte(out, '"');
}
