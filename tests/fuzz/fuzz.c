#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "story/story.h"

/* Of the processor, so that a busy machine makes no fault. */
static int64_t cpu_ms(void)
{
    struct timespec t;
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t) != 0) {
        abort();
    }
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int64_t began = cpu_ms();
    fuzz_one((struct str){(const char *)data, size});
    int64_t took = cpu_ms() - began;
    if (took > FUZZ_MOST_CPU_MS) {
        fprintf(stderr, "took %d ms; %d are allowed\n", (int)took, FUZZ_MOST_CPU_MS);
        abort();
    }
    return 0;
}

struct story *fuzz_story(const char *text, const char *folder)
{
    struct diag_list faults = {0};
    struct error err = {""};
    struct str copy = {strdup(text), strlen(text)};
    for (char *at = (char *)copy.s; at && *at; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    struct story *s = story_load_text(copy, "story.json", folder, &faults, &err);
    if (!s || faults.errors > 0) {
        fprintf(stderr, "the target's own story: %s%s\n", err.text,
                faults.count ? faults.items[0].message.s : "");
        abort();
    }
    diag_list_finish(&faults);
    free((char *)copy.s);
    return s;
}

void fuzz_expect(bool holds)
{
    if (!holds) {
        abort();
    }
}

void fuzz_touch(struct str s)
{
    static volatile unsigned char seen;
    for (size_t i = 0; i < s.n; i++) {
        seen = (unsigned char)s.s[i];
    }
    (void)seen;
}

void fuzz_check_faults(const struct diag_list *faults)
{
    struct strbuf line = {0};
    for (size_t i = 0; i < faults->count; i++) {
        const struct diag *d = &faults->items[i];
        strbuf_clear(&line);
        diag_print(d, &line);
        if (d->message.n == 0 || memchr(line.s, '\n', line.n) || d->place.line < 0 ||
            (d->place.line > 0 && d->place.column < 1)) {
            fprintf(stderr, "a fault that cannot be printed: %s\n", line.s);
            abort();
        }
    }
    strbuf_finish(&line);
}
