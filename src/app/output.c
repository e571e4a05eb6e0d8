#include "app/output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "app/command.h"
#include "base/error.h"
#include "base/log.h"
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

void complain(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct strbuf line = {0};
    strbuf_vprintf(&line, format, args);
    va_end(args);
    (void)fflush(stdout);
    log_line(LOG_AS_ERROR, strbuf_str(&line));
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

void complain_of_faults(struct diag_list *faults)
{
    diag_list_sort(faults);
    for (size_t i = 0; i < faults->count; i++) {
        struct strbuf line = {0};
        diag_print(&faults->items[i], &line);
        complain("%s", line.s);
        strbuf_finish(&line);
    }
}
