#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/memory.h"
#include "speech/speech.h"

enum { BYTES_A_WORD = 6 }; /* with its space */

struct spoken {
    struct speech_part part;
    int64_t start_ms, end_ms;
};

struct log {
    struct speech speech;
    struct clock clock;
    int fd;
    struct arena arena; /* of what is being said */
    struct spoken *queue;
    int count, first;
    int begun; /* parts, of what was said last */
    int64_t number; /* of the utterance */
    enum speech_priority priority;
    const char *why;
    int64_t paused_ms; /* since when; -1: it goes on */
};

static void add_field(struct strbuf *out, const char *name, struct str value)
{
    strbuf_printf(out, ",\"%s\":\"", name);
    for (size_t i = 0; i < value.n; i++) {
        unsigned char c = (unsigned char)value.s[i];
        if (c == '"' || c == '\\') {
            strbuf_add_byte(out, '\\');
        }
        if (c < 0x20) {
            strbuf_printf(out, "\\u%04x", c);
        } else {
            strbuf_add_byte(out, value.s[i]);
        }
    }
    strbuf_add_byte(out, '"');
}

/* One write a line, so that whoever reads along finds whole lines. */
static void write_line(const struct log *l, const struct spoken *s, int64_t end_ms)
{
    struct strbuf out = {0};
    strbuf_printf(&out, "{\"utterance\":%" PRId64, l->number);
    add_field(&out, "text", s->part.text);
    if (s->part.respelling.n) {
        add_field(&out, "respelling", s->part.respelling);
    }
    add_field(&out, "lang", s->part.lang);
    if (s->part.file.n) {
        add_field(&out, "file", s->part.file);
    }
    strbuf_printf(&out, ",\"priority\":\"%s\",\"start\":%" PRId64 ",\"end\":%" PRId64 ",\"cut\":%s",
                  speech_priority_name(l->priority), s->start_ms, end_ms, end_ms < s->end_ms ? "true" : "false");
    add_field(&out, "why", str_from(l->why));
    strbuf_add_c(&out, "}\n");
    ssize_t ignored = write(l->fd, out.s, out.n); /* a log for tests: they see what is missing */
    (void)ignored;
    strbuf_finish(&out);
}

/* Writes down what has ended by now. */
static void catch_up(struct log *l)
{
    int64_t now = l->paused_ms >= 0 ? l->paused_ms : clock_now(l->clock);
    while (l->first < l->count && l->queue[l->first].end_ms <= now) {
        write_line(l, &l->queue[l->first], l->queue[l->first].end_ms);
        l->first++;
    }
    if (l->count > 0) {
        l->begun = l->first < l->count ? l->first + 1 : l->count;
    }
}

static void log_stop(struct speech *s)
{
    struct log *l = (struct log *)s;
    catch_up(l);
    if (l->first < l->count) {
        write_line(l, &l->queue[l->first], l->paused_ms >= 0 ? l->paused_ms : clock_now(l->clock));
    }
    l->count = l->first = 0;
    l->paused_ms = -1;
    arena_finish(&l->arena);
}

static int64_t lasts_ms(struct str text, int rate)
{
    return (int64_t)(text.n / BYTES_A_WORD + 1) * 60000 / rate;
}

static void log_say(struct speech *s, const struct utterance *u)
{
    struct log *l = (struct log *)s;
    log_stop(s);
    l->number++;
    l->begun = 0;
    l->priority = u->priority;
    l->why = u->why;
    l->queue = arena_new(&l->arena, struct spoken, (size_t)u->count);
    l->count = u->count;
    int64_t at = clock_now(l->clock);
    for (int i = 0; i < u->count; i++) {
        const struct speech_part *p = &u->parts[i];
        l->queue[i].part = (struct speech_part){
            arena_str(&l->arena, p->text), arena_str(&l->arena, p->respelling),
            arena_str(&l->arena, p->lang), arena_str(&l->arena, p->file)};
        l->queue[i].start_ms = at;
        at += lasts_ms(p->text, u->rate);
        l->queue[i].end_ms = at;
    }
}

static void log_pause(struct speech *s, bool pauses)
{
    struct log *l = (struct log *)s;
    catch_up(l);
    if (pauses == (l->paused_ms >= 0)) {
        return;
    }
    int64_t now = clock_now(l->clock);
    for (int i = l->first; !pauses && i < l->count; i++) {
        int64_t waited = now - l->paused_ms;
        l->queue[i].start_ms += i > l->first ? waited : 0;
        l->queue[i].end_ms += waited;
    }
    l->paused_ms = pauses ? now : -1;
}

static bool log_speaks(struct speech *s)
{
    struct log *l = (struct log *)s;
    catch_up(l);
    return l->first < l->count;
}

static int log_begun(struct speech *s)
{
    struct log *l = (struct log *)s;
    catch_up(l);
    return l->begun;
}

static enum speech_trouble log_take_trouble(struct speech *s, char lang_out[SPEECH_LANG_BYTES])
{
    (void)s;
    lang_out[0] = '\0';
    return SPEECH_WELL;
}

static void log_destroy(struct speech *s)
{
    struct log *l = (struct log *)s;
    log_stop(s);
    (void)close(l->fd);
    free(l);
}

struct speech *speech_log_create(const char *path, struct clock clock)
{
    static const struct speech_ops ops = {log_say,   log_stop,         log_pause,  log_speaks,
                                          log_begun, log_take_trouble, log_destroy};
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0) {
        return NULL;
    }
    struct log *l = memory_zeroed(sizeof *l);
    l->speech.ops = &ops;
    l->clock = clock;
    l->fd = fd;
    l->paused_ms = -1;
    return &l->speech;
}
