#include "base/log.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"

/* Standard error is the whole program's, and so is this; workers complain too. */
static atomic_int errors;

int log_errors(void)
{
    return atomic_load(&errors);
}

/* By systemd.exec(5): JOURNAL_STREAM names the journal's end by device and inode, for those who have turned
 * standard error elsewhere since. */
static bool is_journal(void)
{
    const char *stream = getenv("JOURNAL_STREAM");
    struct stat st;
    char own[64];
    if (!stream || fstat(STDERR_FILENO, &st) != 0) {
        return false;
    }
    (void)snprintf(own, sizeof own, "%llu:%llu", (unsigned long long)st.st_dev, (unsigned long long)st.st_ino);
    return str_is(str_from(stream), own);
}

const char *log_prefix(enum log_level level)
{
    return !is_journal() ? "" : level == LOG_AS_ERROR ? "<3>" : "<4>";
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

void log_line(enum log_level level, struct str line)
{
    struct strbuf clean = {0};
    add_clean(&clean, line);
    (void)fprintf(stderr, "%slantern: %.*s\n", log_prefix(level), STR_ARG(strbuf_str(&clean)));
    strbuf_finish(&clean);
    if (level == LOG_AS_ERROR) {
        (void)atomic_fetch_add(&errors, 1);
    }
}

void log_say(enum log_level level, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct strbuf line = {0};
    strbuf_vprintf(&line, format, args);
    va_end(args);
    log_line(level, strbuf_str(&line));
    strbuf_finish(&line);
}
