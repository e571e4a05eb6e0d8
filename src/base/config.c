#include "base/config.h"

#include <errno.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"

/* What is being read, and where. */
struct reading {
    struct config *config;
    struct arena *arena;
    struct diag_list *faults;
    int line;
};

static void add_fault(struct diag_list *faults, struct str file, int line, int column, enum severity severity,
                      struct str message)
{
    diag_list_add(faults, &(struct diag){
                              .place = {.file = file, .line = line, .column = column},
                              .severity = severity,
                              .message = message,
                          });
}

static void fault(struct reading *r, int column, struct str message)
{
    add_fault(r->faults, r->config->file, r->line, column, SEVERITY_ERROR, message);
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* Words of small letters, with a single dot between two. */
static bool is_name(struct str s)
{
    bool was_word = false;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_name_byte(s.s[i]) && !(s.s[i] == '.' && was_word)) {
            return false;
        }
        was_word = s.s[i] != '.';
    }
    return was_word;
}

static bool is_text(struct str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t code = utf8_next(s, &at);
        if (code == UTF8_BAD || code == 0x7F || (code < 0x20 && code != '\t')) {
            return false;
        }
    }
    return true;
}

static struct str visible(struct str s, struct arena *a)
{
    struct strbuf shown = {0};
    strbuf_add_visible(&shown, s);
    struct str copy = arena_str(a, strbuf_str(&shown));
    strbuf_finish(&shown);
    return copy;
}

static const struct config_entry *find(const struct config *c, struct str name)
{
    for (size_t i = 0; i < c->count; i++) {
        if (str_eq(c->entries[i].name, name)) {
            return &c->entries[i];
        }
    }
    return NULL;
}

/* Code points before byte `at`, and one: as editors count columns. */
static int column_of(struct str line, size_t at)
{
    int column = 1;
    for (size_t i = 0; i < at; column++) {
        (void)utf8_next(line, &i);
    }
    return column;
}

static void read_entry(struct reading *r, struct str line, size_t equals)
{
    struct str name = str_trim(str_sub(line, 0, equals));
    struct str value = str_trim(str_after(line, equals + 1));
    if (!is_name(name)) {
        fault(r, 1, arena_printf(r->arena, "\"%.*s\" is no name: small letters, digits, \"-\" and dots between words, "
                                           "as in \"keys.forward\"", STR_ARG(visible(name, r->arena))));
        return;
    }
    const struct config_entry *before = find(r->config, name);
    if (before) {
        fault(r, 1, arena_printf(r->arena, "\"%.*s\" was given in line %d already: keep one of the two",
                                 STR_ARG(name), before->line));
        return;
    }
    if (r->config->count == CONFIG_ENTRIES_MOST) {
        fault(r, 1, arena_printf(r->arena, "more than %d settings: this line and those after it do not hold",
                                 CONFIG_ENTRIES_MOST));
        return;
    }
    size_t value_at = value.n ? (size_t)(value.s - line.s) : equals + 1;
    r->config->entries[r->config->count++] = (struct config_entry){
        .name = arena_str(r->arena, name),
        .value = arena_str(r->arena, value),
        .line = r->line,
        .value_column = column_of(line, value_at),
    };
}

static void read_line(struct reading *r, struct str line)
{
    struct str trimmed = str_trim(line);
    if (line.n > CONFIG_LINE_MOST_BYTES) {
        fault(r, 1, arena_printf(r->arena, "the line is longer than %d bytes", CONFIG_LINE_MOST_BYTES));
        return;
    }
    if (trimmed.n == 0 || trimmed.s[0] == '#') {
        return;
    }
    if (!is_text(trimmed)) {
        fault(r, 1, STR("the line is not plain text in UTF-8: save the file so"));
        return;
    }
    size_t equals = str_find(line, '=', 0);
    if (equals == line.n) {
        fault(r, 1, STR("\"=\" is missing: write \"name = value\", or \"#\" before a comment"));
        return;
    }
    read_entry(r, line, equals);
}

struct config config_parse(struct str file, struct str text, struct arena *a, struct diag_list *faults)
{
    const struct str mark = STR("\xEF\xBB\xBF"); /* some editors put one before UTF-8 */
    struct config config = {.file = arena_str(a, file)};
    size_t lines = 1;
    for (size_t i = 0; i < text.n; i++) {
        lines += text.s[i] == '\n';
    }
    config.entries = arena_new(a, struct config_entry, lines < CONFIG_ENTRIES_MOST ? lines : CONFIG_ENTRIES_MOST);
    struct reading r = {&config, a, faults, 0};
    size_t at = str_starts(text, mark) ? mark.n : 0;
    while (at < text.n) {
        size_t end = str_find(text, '\n', at);
        r.line++;
        read_line(&r, str_sub(text, at, end - at));
        at = end + 1;
    }
    return config;
}

bool config_read(struct str path, struct arena *a, struct config *config_out, struct diag_list *faults,
                 struct error *err)
{
    struct str text = {0};
    const char *name = arena_str(a, path).s;
    bool is_there = access(name, F_OK) == 0 || errno != ENOENT;
    if (is_there && !file_read(name, CONFIG_MOST_BYTES, a, &text, err)) {
        return false;
    }
    *config_out = config_parse(path, text, a, faults);
    return true;
}

const struct config_entry *config_find(const struct config *c, const char *name)
{
    return find(c, str_from(name));
}

static bool is_known(struct str name, const struct str *known, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(name, known[i])) {
            return true;
        }
    }
    return false;
}

void config_check_names(const struct config *c, const struct str *known, size_t count, struct diag_list *faults)
{
    struct arena scratch = {0};
    for (size_t i = 0; i < c->count; i++) {
        const struct config_entry *e = &c->entries[i];
        if (is_known(e->name, known, count)) {
            continue;
        }
        struct str nearest = str_nearest(e->name, known, count);
        struct str message = arena_printf(&scratch, "no setting is called \"%.*s\"", STR_ARG(e->name));
        if (nearest.n) {
            message = arena_printf(&scratch, "%.*s; did you mean \"%.*s\"?", STR_ARG(message), STR_ARG(nearest));
        }
        add_fault(faults, c->file, e->line, 1, SEVERITY_WARNING, message);
    }
    arena_finish(&scratch);
}

void config_fault(const struct config *c, const struct config_entry *e, struct str message, struct diag_list *faults)
{
    add_fault(faults, c->file, e->line, e->value_column, SEVERITY_ERROR, message);
}
