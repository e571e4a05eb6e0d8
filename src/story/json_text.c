#include <string.h>

#include "base/utf8.h"
#include "story/json_doc.h"

bool json_kind_of(int byte, enum json_kind *kind_out)
{
    switch (byte) {
    case '{':
        *kind_out = JSON_OBJECT;
        return true;
    case '[':
        *kind_out = JSON_ARRAY;
        return true;
    case '"':
        *kind_out = JSON_STRING;
        return true;
    case 't':
    case 'f':
        *kind_out = JSON_BOOL;
        return true;
    case 'n':
        *kind_out = JSON_NULL;
        return true;
    default:
        *kind_out = JSON_NUMBER;
        return byte == '-' || (byte >= '0' && byte <= '9');
    }
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

int json_code_unit(struct str text, size_t at)
{
    if (text.n < 4 || at > text.n - 4) {
        return -1;
    }
    int unit = 0;
    for (size_t i = at; i < at + 4; i++) {
        int digit = hex_digit(text.s[i]);
        if (digit < 0) {
            return -1;
        }
        unit = unit * 16 + digit;
    }
    return unit;
}

bool json_is_high_surrogate(int unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool json_is_low_surrogate(int unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

size_t json_number_length(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.n && text.s[end] != '\0' && strchr("+-.0123456789eE", text.s[end])) {
        end++;
    }
    return end - at;
}

struct str json_raw_string(struct str text, size_t at)
{
    size_t end = ++at;
    while (text.s[end] != '"') {
        end += text.s[end] == '\\' ? 2 : 1;
    }
    return str_sub(text, at, end - at);
}

/* The code point of the \u escape whose digits begin at `*at`, which is moved past it. The scan has
 * seen to it that surrogates come in pairs. */
static uint32_t take_code_point(struct str raw, size_t *at)
{
    uint32_t unit = (uint32_t)json_code_unit(raw, *at);
    *at += 4;
    if (!json_is_high_surrogate((int)unit)) {
        return unit;
    }
    uint32_t low = (uint32_t)json_code_unit(raw, *at + 2);
    *at += 6;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

static char short_escape(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

struct str json_unescape(struct str raw, struct arena *a)
{
    if (str_find(raw, '\\', 0) == raw.n) {
        return raw;
    }
    /* No escape is shorter than what it stands for. */
    char *text = arena_new(a, char, raw.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < raw.n;) {
        if (raw.s[i] != '\\') {
            text[n++] = raw.s[i++];
            continue;
        }
        char kind = raw.s[i + 1];
        i += 2;
        if (kind == 'u') {
            n += (size_t)utf8_put(text + n, take_code_point(raw, &i));
        } else {
            text[n++] = short_escape(kind);
        }
    }
    return (struct str){text, n};
}
