#include "term/paper.h"

#include "base/utf8.h"
#include "term/columns.h"
#include "text/layout.h"

enum { PAPER_COLUMNS_LEAST = 10 };

void paper_init(struct paper *p, const struct term_io *io)
{
    *p = (struct paper){.io = io, .layouter = layouter_create(), .is_blank = true};
}

void paper_finish(struct paper *p)
{
    layouter_destroy(p->layouter);
    p->layouter = NULL;
}

static void put(struct paper *p, struct str text)
{
    if (!p->failed && !p->io->write(p->io->self, text)) {
        p->failed = true;
    }
}

/* C0 and C1 controls give orders to terminals, bidi overrides turn words round. */
static bool gives_orders(uint32_t code)
{
    return (code < 0x20 && code != '\n') || (code >= 0x7f && code < 0xa0) || code == UTF8_BAD ||
           code == 0x2028 || code == 0x2029 || code == 0x202d || code == 0x202e;
}

static void add_clean(struct strbuf *out, struct str text)
{
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        uint32_t code = utf8_next(text, &at);
        if (code == '\t') {
            strbuf_add_byte(out, ' ');
        } else if (code == '\r' && at < text.n && text.s[at] == '\n') {
            continue;
        } else if (gives_orders(code)) {
            strbuf_add_c(out, "\xEF\xBF\xBD");
        } else {
            strbuf_add(out, str_sub(text, from, at - from));
        }
    }
}

static int measure_columns(void *self, struct str piece, const struct run_style *style)
{
    (void)self;
    (void)style;
    return columns_of(piece);
}

static int width(const struct paper *p)
{
    int columns = p->io->columns(p->io->self);
    if (columns < PAPER_COLUMNS_LEAST) {
        return PAPER_COLUMNS_LEAST;
    }
    return columns < PAPER_COLUMNS_MOST ? columns : PAPER_COLUMNS_MOST;
}

static void add_line(struct strbuf *out, struct str text, const struct layout_line *l)
{
    struct str line = str_sub(text, l->from, l->to - l->from);
    while (line.n && (line.s[line.n - 1] == ' ' || line.s[line.n - 1] == '\n')) {
        line.n--;
    }
    strbuf_add(out, line);
    for (int i = 0; i < l->run_count; i++) {
        if (l->runs[i].hyphen) {
            strbuf_add_c(out, LAYOUT_HYPHEN);
        }
    }
    strbuf_add_byte(out, '\n');
}

void paper_add(struct paper *p, struct str lead, struct str text, struct str language)
{
    if (text.n == 0 || p->failed) {
        return;
    }
    struct arena scratch = {0};
    struct strbuf clean = {0};
    struct strbuf out = {0};
    add_clean(&clean, text);
    int indent = columns_of(lead);
    struct layout_text set = {.text = strbuf_str(&clean),
                              .language = language,
                              .width_px = width(p) - indent,
                              .measurer = {measure_columns, NULL}};
    struct layout lines = layouter_lay(p->layouter, &set, &scratch);
    for (int i = 0; i < lines.line_count; i++) {
        if (i == 0) {
            strbuf_add(&out, lead);
        } else if (lines.lines[i].run_count) {
            strbuf_printf(&out, "%*s", indent, "");
        }
        add_line(&out, set.text, &lines.lines[i]);
    }
    put(p, strbuf_str(&out));
    p->is_blank = false;
    strbuf_finish(&out);
    strbuf_finish(&clean);
    arena_finish(&scratch);
}

void paper_gap(struct paper *p)
{
    if (!p->is_blank) {
        put(p, STR("\n"));
        p->is_blank = true;
    }
}

bool paper_ask(struct paper *p, struct str prompt, struct str *answer_out)
{
    put(p, prompt);
    p->is_blank = false;
    struct str line = {0};
    bool answered = !p->failed && p->io->read_line(p->io->self, &line);
    *answer_out = str_trim(line);
    if (!answered) {
        put(p, STR("\n"));
    } else if (p->io->echoes) {
        struct strbuf clean = {0};
        add_clean(&clean, *answer_out);
        strbuf_add_byte(&clean, '\n');
        put(p, strbuf_str(&clean));
        strbuf_finish(&clean);
    }
    return answered && !p->failed;
}
