#include "base/error.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* For ": " and the system's words, which are kept whole. */
enum { WORDS_BYTES = 128 };

static const char ellipsis[] = "\xE2\x80\xA6";

/* Cuts `text`, full to `limit` bytes, at a character and ends it with an ellipsis. */
static void cut(char *text, size_t limit)
{
    size_t at = limit - (sizeof ellipsis - 1);
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80) {
        at--;
    }
    memcpy(text + at, ellipsis, sizeof ellipsis);
}

/* A terminal obeys control characters, also those of Latin-1 (U+0080 to U+009F). */
static void disarm(char *text)
{
    for (unsigned char *p = (unsigned char *)text; *p; p++) {
        if (p[0] == 0xC2 && p[1] >= 0x80 && p[1] <= 0x9F) {
            p[0] = '?';
            p[1] = '?';
        } else if (*p < 0x20 || *p == 0x7F) {
            *p = '?';
        }
    }
}

/* Writes at most `limit` bytes and the NUL. */
static void PRINTF_LIKE(3, 0) sentence(char *text, size_t limit, const char *format, va_list args)
{
    assert(format);
    int length = vsnprintf(text, limit + 1, format, args);
    if (length < 0) {
        text[0] = '\0';
        return;
    }
    if ((size_t)length > limit) {
        cut(text, limit);
    }
    disarm(text);
}

bool error_set(struct error *err, const char *format, ...)
{
    if (err) {
        va_list args;
        va_start(args, format);
        sentence(err->text, sizeof err->text - 1, format, args);
        va_end(args);
    }
    return false;
}

bool error_set_errno(struct error *err, int code, const char *format, ...)
{
    if (!err) {
        return false;
    }
    char words[WORDS_BYTES];
    (void)snprintf(words, sizeof words, ": %s", strerror(code));
    va_list args;
    va_start(args, format);
    sentence(err->text, sizeof err->text - sizeof words, format, args);
    va_end(args);
    strcat(err->text, words);
    return false;
}
