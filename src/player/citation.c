#include "player/citation.h"

#include <string.h>

struct str citation_line(const struct source *source, const struct strings *strings, struct arena *a)
{
    struct strbuf line = {0};
    if (source->author.n) {
        strbuf_printf(&line, "%.*s: ", STR_ARG(source->author));
    }
    strbuf_add(&line, source->title);
    bool is_closed = source->title.n > 0 && strchr("!?.", source->title.s[source->title.n - 1]);
    if (source->publisher.n) {
        strbuf_printf(&line, "%s %.*s", is_closed ? "" : ".", STR_ARG(source->publisher));
    }
    if (source->date.n) {
        strbuf_printf(&line, ", %.*s", STR_ARG(strings_date(strings, a, source->date)));
    }
    if (source->url.n) {
        strbuf_printf(&line, ". %.*s", STR_ARG(source->url));
    }
    struct str kept = arena_str(a, strbuf_str(&line));
    strbuf_finish(&line);
    return kept;
}
