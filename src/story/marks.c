#include "story/marks.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "story/language.h"

#define EXCERPT_CODES 24

enum token_kind {
    TOKEN_END,
    TOKEN_FAULT,
    TOKEN_WORDS,    /* `text` as it is shown */
    TOKEN_VARIABLE, /* `text` is the name */
    TOKEN_OPEN,     /* of `span`, which for a link is known at its end only */
    TOKEN_CLOSE,    /* of `span`; `text` is a link's target */
};

struct token {
    enum token_kind kind;
    size_t at;
    struct str text;
    enum span_kind span;
};

/* What is open: "*" or "[". One of each kind at most, so two. */
struct open_mark {
    char what;
    size_t at;
};

struct scan {
    struct str raw;
    size_t at;
    struct open_mark open[2];
    int open_count;
    struct marks_fault *fault; /* may be NULL */
};

static struct token fault_at(struct scan *s, size_t at, const char *what)
{
    struct token token = {.kind = TOKEN_FAULT, .at = at};
    if (!s->fault) {
        return token;
    }
    size_t end = at;
    for (int i = 0; i < EXCERPT_CODES && end < s->raw.n; i++) {
        (void)utf8_next(s->raw, &end);
    }
    s->fault->at = at;
    (void)snprintf(s->fault->message, sizeof s->fault->message, "%s at \"%.*s%s\"", what,
                   (int)(end - at), s->raw.s + at, end < s->raw.n ? "…" : "");
    return token;
}

static bool is_open(const struct scan *s, char what)
{
    for (int i = 0; i < s->open_count; i++) {
        if (s->open[i].what == what) {
            return true;
        }
    }
    return false;
}

static struct token open_mark(struct scan *s, char what)
{
    struct token token = {.kind = TOKEN_OPEN, .at = s->at};
    token.span = what == '*' ? SPAN_EMPHASIS : SPAN_TERM;
    s->open[s->open_count++] = (struct open_mark){what, s->at++};
    return token;
}

static struct token scan_star(struct scan *s)
{
    if (!is_open(s, '*')) {
        return open_mark(s, '*');
    }
    struct open_mark last = s->open[s->open_count - 1];
    if (last.what != '*') {
        return fault_at(s, s->at, "emphasis that ends inside a link");
    }
    if (last.at + 1 == s->at) {
        return fault_at(s, last.at, "empty emphasis");
    }
    s->open_count--;
    return (struct token){.kind = TOKEN_CLOSE, .at = s->at++, .span = SPAN_EMPHASIS};
}

static bool is_id(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        bool letter = (s.s[i] >= 'a' && s.s[i] <= 'z') || (s.s[i] >= '0' && s.s[i] <= '9');
        if (!letter && (s.s[i] != '-' || i == 0)) {
            return false;
        }
    }
    return s.n > 0 && s.n <= ID_BYTES;
}

/* The link's "](term:…)" or "](lang:…)" at s->at, whose "[" is open. */
static struct token close_link(struct scan *s)
{
    struct open_mark last = s->open[s->open_count - 1];
    size_t at = s->at;
    if (last.at + 1 == at) {
        return fault_at(s, last.at, "a link without words");
    }
    struct str rest = str_after(s->raw, at + 1);
    bool is_term = str_starts(rest, STR("(term:"));
    if (!is_term && !str_starts(rest, STR("(lang:"))) {
        return fault_at(s, at, "a link without (term:…) or (lang:…)");
    }
    size_t end = str_find(rest, ')', 0);
    if (end == rest.n) {
        return fault_at(s, at, "a link without \")\"");
    }
    struct str target = str_sub(rest, 6, end - 6);
    if (is_term && !is_id(target)) {
        return fault_at(s, at, "a link to what is no id");
    }
    if (!is_term && !language_tag_is_sound(target)) {
        return fault_at(s, at, "a link to what is no language tag");
    }
    s->open_count--;
    s->at = at + 1 + end + 1;
    return (struct token){TOKEN_CLOSE, at, target, is_term ? SPAN_TERM : SPAN_LANG};
}

static struct token scan_close(struct scan *s)
{
    if (!is_open(s, '[')) {
        return fault_at(s, s->at, "\"]\" without \"[\"");
    }
    struct open_mark last = s->open[s->open_count - 1];
    if (last.what == '*') {
        return fault_at(s, last.at, "emphasis that does not end inside its link");
    }
    return close_link(s);
}

static bool is_variable_name(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        bool letter = s.s[i] >= 'a' && s.s[i] <= 'z';
        bool other = (s.s[i] >= '0' && s.s[i] <= '9') || s.s[i] == '_';
        if (!letter && (!other || i == 0)) {
            return false;
        }
    }
    return s.n > 0;
}

static struct token scan_variable(struct scan *s)
{
    size_t end = str_find(s->raw, '}', s->at);
    if (end == s->raw.n) {
        return fault_at(s, s->at, "\"{\" without \"}\"");
    }
    struct str name = str_sub(s->raw, s->at + 1, end - s->at - 1);
    if (!is_variable_name(name)) {
        return fault_at(s, s->at, "no variable's name between \"{\" and \"}\"");
    }
    struct token token = {.kind = TOKEN_VARIABLE, .at = s->at, .text = name};
    s->at = end + 1;
    return token;
}

/* Asked of every byte of a story: a switch is several times faster here than strchr(). */
static bool is_special(char c)
{
    switch (c) {
    case '*':
    case '[':
    case ']':
    case '{':
    case '}':
    case '\\':
        return true;
    default:
        return false;
    }
}

static bool escapes(const struct scan *s)
{
    return s->raw.s[s->at] == '\\' && s->at + 1 < s->raw.n && is_special(s->raw.s[s->at + 1]);
}

/* Up to the next mark, or one escaped character, or a backslash that takes nothing away. */
static struct token scan_words(struct scan *s)
{
    size_t from = s->at;
    if (escapes(s)) {
        s->at += 2;
        return (struct token){
            .kind = TOKEN_WORDS, .at = from, .text = str_sub(s->raw, from + 1, 1)};
    }
    do {
        s->at++;
    } while (s->at < s->raw.n && !is_special(s->raw.s[s->at]));
    return (struct token){
        .kind = TOKEN_WORDS, .at = from, .text = str_sub(s->raw, from, s->at - from)};
}

static struct token scan_end(struct scan *s)
{
    if (s->open_count == 0) {
        return (struct token){.kind = TOKEN_END, .at = s->at};
    }
    struct open_mark last = s->open[s->open_count - 1];
    return fault_at(s, last.at, last.what == '*' ? "unmatched \"*\"" : "\"[\" without \"]\"");
}

static struct token scan_next(struct scan *s)
{
    if (s->at >= s->raw.n) {
        return scan_end(s);
    }
    switch (s->raw.s[s->at]) {
    case '*':
        return scan_star(s);
    case '[':
        return is_open(s, '[') ? fault_at(s, s->at, "a link inside a link") : open_mark(s, '[');
    case ']':
        return scan_close(s);
    case '{':
        return scan_variable(s);
    case '}':
        return fault_at(s, s->at, "\"}\" without \"{\"");
    default:
        return scan_words(s);
    }
}

bool marks_check(struct str raw, struct marks_fault *fault_out)
{
    struct scan s = {.raw = raw, .fault = fault_out};
    for (;;) {
        enum token_kind kind = scan_next(&s).kind;
        if (kind == TOKEN_END || kind == TOKEN_FAULT) {
            return kind == TOKEN_END;
        }
    }
}

/* How many bytes of `s` are one of these two. */
static size_t count_bytes(struct str s, char one, char other)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++) {
        count += s.s[i] == one || s.s[i] == other;
    }
    return count;
}

static bool ref_of(struct token token, struct mark_ref *ref_out)
{
    if (token.kind == TOKEN_VARIABLE) {
        *ref_out = (struct mark_ref){MARK_REF_VARIABLE, token.text, token.at};
        return true;
    }
    if (token.kind == TOKEN_CLOSE && token.span != SPAN_EMPHASIS) {
        enum mark_ref_kind kind = token.span == SPAN_TERM ? MARK_REF_TERM : MARK_REF_LANG;
        *ref_out = (struct mark_ref){kind, token.text, token.at};
        return true;
    }
    return false;
}

int marks_refs(struct str raw, struct arena *a, const struct mark_ref **refs_out)
{
    size_t most = count_bytes(raw, '[', '{');
    *refs_out = NULL;
    if (most == 0) {
        return 0;
    }
    struct mark_ref *refs = arena_new(a, struct mark_ref, most);
    *refs_out = refs;
    struct scan s = {.raw = raw};
    for (int count = 0;;) {
        struct token token = scan_next(&s);
        if (token.kind == TOKEN_END || token.kind == TOKEN_FAULT) {
            return token.kind == TOKEN_END ? count : 0;
        }
        count += ref_of(token, &refs[count]) ? 1 : 0;
    }
}

/* A text while it is made ready to be shown. */
struct showing {
    marks_fill_fn fill;
    void *self;
    struct str raw;
    struct strbuf text;
    size_t filled_bytes;
    struct span *spans;
    int span_count;
    int open[2]; /* spans not yet ended, innermost last */
    int open_count;
};

static void show_variable(struct showing *show, struct token token)
{
    struct str words = {0};
    if (show->fill && show->fill(show->self, token.text, &words) &&
        words.n <= FILLED_BYTES - show->filled_bytes) {
        show->filled_bytes += words.n;
        strbuf_add(&show->text, words);
    } else {
        strbuf_add(&show->text, str_sub(show->raw, token.at, token.text.n + 2));
    }
}

static void show_token(struct showing *show, struct token token)
{
    switch (token.kind) {
    case TOKEN_WORDS:
        strbuf_add(&show->text, token.text);
        break;
    case TOKEN_VARIABLE:
        show_variable(show, token);
        break;
    case TOKEN_OPEN:
        show->open[show->open_count++] = show->span_count;
        show->spans[show->span_count++] = (struct span){.from = show->text.n};
        break;
    case TOKEN_CLOSE: {
        struct span *span = &show->spans[show->open[--show->open_count]];
        *span = (struct span){token.span, span->from, show->text.n, token.text};
        break;
    }
    case TOKEN_END:
    case TOKEN_FAULT:
        break;
    }
}

/* A span may hold nothing but variables that are empty now. */
static int drop_empty(struct span *spans, int count)
{
    int kept = 0;
    for (int i = 0; i < count; i++) {
        if (spans[i].from < spans[i].to) {
            spans[kept++] = spans[i];
        }
    }
    return kept;
}

struct shown marks_show(struct str raw, marks_fill_fn fill, void *self, struct arena *a)
{
    struct marks_fault fault;
    if (!marks_check(raw, &fault)) {
        return (struct shown){.text = arena_str(a, raw)};
    }
    struct showing show = {.fill = fill, .self = self, .raw = raw};
    show.spans = arena_new(a, struct span, count_bytes(raw, '*', '['));
    struct scan s = {.raw = raw};
    for (struct token token = scan_next(&s); token.kind != TOKEN_END; token = scan_next(&s)) {
        show_token(&show, token);
    }
    struct shown shown = {.text = arena_str(a, strbuf_str(&show.text)), .spans = show.spans};
    shown.span_count = drop_empty(show.spans, show.span_count);
    for (int i = 0; i < shown.span_count; i++) {
        if (show.spans[i].target.n > 0) {
            show.spans[i].target = arena_str(a, show.spans[i].target);
        }
    }
    strbuf_finish(&show.text);
    return shown;
}
