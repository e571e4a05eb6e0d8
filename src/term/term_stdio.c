#include "term/term_stdio.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { COLUMNS_UNLESS_KNOWN = 80, COLUMNS_MOST = 10000 };

static bool write_out(void *self, struct str text)
{
    struct term_stdio *t = self;
    return fwrite(text.s, 1, text.n, t->out) == text.n && fflush(t->out) == 0;
}

static bool read_line(void *self, struct str *line_out)
{
    struct term_stdio *t = self;
    size_t n = 0;
    bool any = false;
    int c = 0;
    while ((c = getc(t->in)) != EOF) {
        any = true;
        if (c == '\n') {
            break;
        }
        if (n < sizeof t->line) {
            t->line[n++] = (char)c;
        }
    }
    *line_out = (struct str){t->line, n};
    return any;
}

static int columns(void *self)
{
    struct term_stdio *t = self;
    struct winsize size = {0};
    if (ioctl(fileno(t->out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    int64_t n = 0;
    if (str_to_int(str_from(getenv("COLUMNS")), 1, COLUMNS_MOST, &n)) {
        return (int)n;
    }
    return COLUMNS_UNLESS_KNOWN;
}

struct term_io term_stdio_io(struct term_stdio *t)
{
    return (struct term_io){write_out, read_line, columns, t, !isatty(fileno(t->in))};
}
