#include "app/check_report.h"

#include "app/output.h"
#include "base/num.h"

static const char *plural(size_t n)
{
    return n == 1 ? "" : "s";
}

static void write_text(const struct diag_list *diags, int scenes, struct strbuf *out)
{
    for (size_t i = 0; i < diags->count; i++) {
        diag_print(&diags->items[i], out);
        strbuf_add_byte(out, '\n');
    }
    strbuf_printf(out, "%zu error%s, %zu warning%s in %d scene%s\n", diags->errors,
                  plural(diags->errors), diags->warnings, plural(diags->warnings), scenes,
                  plural((size_t)scenes));
}

static void write_or_null(struct strbuf *out, const char *name, struct str value)
{
    strbuf_printf(out, ",\"%s\":", name);
    if (value.n) {
        json_write_string(out, value);
    } else {
        strbuf_add_c(out, "null");
    }
}

static void write_diag_json(const struct diag *d, struct strbuf *out)
{
    strbuf_add_c(out, "{\"file\":");
    json_write_string(out, d->place.file);
    strbuf_printf(out, ",\"line\":%d,\"column\":%d,\"pointer\":", d->place.line, d->place.column);
    json_write_string(out, d->place.pointer);
    strbuf_printf(out, ",\"severity\":\"%s\"", severity_name(d->severity));
    write_or_null(out, "tag", d->tag);
    strbuf_add_c(out, ",\"message\":");
    json_write_string(out, d->message);
    write_or_null(out, "suggestion", d->suggestion);
    strbuf_add_byte(out, '}');
}

static void write_json(const struct diag_list *diags, int scenes, struct strbuf *out)
{
    strbuf_add_c(out, "{\"diagnostics\":[");
    for (size_t i = 0; i < diags->count; i++) {
        strbuf_add_c(out, i ? ",\n" : "\n");
        write_diag_json(&diags->items[i], out);
    }
    strbuf_printf(out, "%s],\"errors\":%zu,\"warnings\":%zu,\"scenes\":%d}\n",
                  diags->count ? "\n" : "", diags->errors, diags->warnings, scenes);
}

void check_write(const struct diag_list *diags, int scenes, enum check_format format,
                 struct strbuf *out)
{
    switch (format) {
    case CHECK_TEXT:
        write_text(diags, scenes, out);
        break;
    case CHECK_JSON:
        write_json(diags, scenes, out);
        break;
    }
}

void check_report(const struct diag_list *diags, int scenes, enum check_format format)
{
    struct strbuf out = {0};
    check_write(diags, scenes, format, &out);
    (void)output_add(strbuf_str(&out));
    strbuf_finish(&out);
}

void check_explain(const struct diag_tag_row *row)
{
    output_printf(
        "%.*s: %s in check; in play %s\n\n%.*s\n", STR_ARG(row->name), severity_name(row->severity),
        row->refused ? "the story is not shown" : "it is passed over", STR_ARG(row->explanation));
}
