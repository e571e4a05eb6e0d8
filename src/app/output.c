#include "app/output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "app/command.h"
#include "base/error.h"
#include "base/utf8.h"
#include "config.h"

bool output_add(struct str s)
{
    return s.n == 0 || fwrite(s.s, 1, s.n, stdout) == s.n;
}

void output_printf(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct strbuf line = {0};
    strbuf_vprintf(&line, format, args);
    va_end(args);
    (void)output_add(strbuf_str(&line));
    strbuf_finish(&line);
}

int output_finish(int status)
{
    errno = 0;
    bool failed = fflush(stdout) != 0;
    if (!failed && !ferror(stdout)) {
        return status;
    }
    struct error err = {0};
    if (failed && errno != 0) {
        (void)error_set_errno(&err, errno, "cannot write to standard output");
    } else {
        (void)error_set(&err, "cannot write all to standard output");
    }
    complain("%s", err.text);
    return EXIT_FAULTY;
}

/* C0 and C1 controls give orders to terminals, a byte that is no text may be one of them in disguise,
 * U+2028 to U+202E end the line or turn it round. */
static bool is_unfit(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == UTF8_BAD;
}

static void add_clean(struct strbuf *out, struct str text)
{
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        bool unfit = is_unfit(utf8_next(text, &at));
        strbuf_add(out, unfit ? STR("?") : str_sub(text, from, at - from));
    }
}

void complain(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct strbuf line = {0};
    strbuf_vprintf(&line, format, args);
    va_end(args);
    struct strbuf clean = {0};
    add_clean(&clean, strbuf_str(&line));
    (void)fflush(stdout);
    fprintf(stderr, "lantern: %.*s\n", STR_ARG(strbuf_str(&clean)));
    strbuf_finish(&clean);
    strbuf_finish(&line);
}

void output_try_help(const char *command)
{
    fprintf(stderr, "try \"lantern %s%s--help\"\n", command, command[0] ? " " : "");
}

void version_print(void)
{
    (void)output_add(
        STR("lantern " LANTERN_VERSION "\n"
            "The program is under the MIT licence, its documentary under CC BY 4.0.\n"));
}
