/* A text with marks: checked, searched for what it refers to, and shown. */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "story/marks.h"

/* Words that would be marks, were they read for any; names that begin with u are unknown. */
static bool fill(void *self, struct str name, struct str *words_out)
{
    (void)self;
    *words_out = name.s[0] == 'e' ? STR("") : STR("*{n}*[\\");
    return name.s[0] != 'u';
}

static void expect(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check_spans(struct shown shown)
{
    for (int i = 0; i < shown.span_count; i++) {
        const struct span *span = &shown.spans[i];
        expect(span->from < span->to && span->to <= shown.text.n);
        expect(i == 0 || shown.spans[i - 1].from <= span->from);
        expect((span->kind == SPAN_EMPHASIS) == (span->target.n == 0));
        fuzz_touch(span->target);
        for (int j = 0; j < i; j++) {
            expect(shown.spans[j].kind != span->kind || shown.spans[j].to <= span->from);
        }
    }
}

void fuzz_one(struct str bytes)
{
    struct arena a = {0};
    struct marks_fault fault = {0, ""};
    const struct mark_ref *refs;
    bool sound = marks_check(bytes, &fault);
    int count = marks_refs(bytes, &a, &refs);
    expect(sound || (count == 0 && fault.at <= bytes.n && memchr(fault.message, 0, sizeof fault.message)));
    for (int i = 0; i < count; i++) {
        expect(refs[i].at < bytes.n && refs[i].name.n > 0);
        fuzz_touch(refs[i].name);
    }
    struct shown bare = marks_show(bytes, NULL, NULL, &a);
    struct shown filled = marks_show(bytes, fill, NULL, &a);
    expect(sound || (str_eq(bare.text, bytes) && bare.span_count == 0));
    fuzz_touch(filled.text);
    if (bare.span_count < 1000) { /* each is compared with each */
        check_spans(bare);
        check_spans(filled);
    }
    arena_finish(&a);
}
