#include "app/play_script.h"

#include "app/output.h"
#include "base/file.h"
#include "base/limits.h"

/* A finger of a script; how often a held key repeats. */
enum { WORDS_MOST = 5, FRAME_MS = 16, FINGER = 0, HELD_MS = 30 };

struct script {
    struct play *play;
    struct stage *stage;
    int64_t *now_ms;
};

struct line {
    struct str words[WORDS_MOST];
    int count;
};

/* Words are copied, so that each ends where a C string must. */
static struct line split(struct str text, struct arena *a)
{
    struct line line = {0};
    struct str rest = str_trim(text);
    while (rest.n && line.count < WORDS_MOST) {
        size_t end = str_find(rest, ' ', 0);
        line.words[line.count++] = arena_str(a, str_sub(rest, 0, end));
        rest = str_trim(str_after(rest, end));
    }
    return line;
}

/* Everything that was fed is done, and the screen drawn. */
static void settle(struct script *s)
{
    while (play_turn(s->play)) {
    }
    (void)stage_draw_now(s->stage);
}

static bool numbers(const struct line *line, int64_t most, int *out, int count)
{
    if (line->count != count + 1) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        int64_t value;
        if (!str_to_int(line->words[i + 1], 0, most, &value)) {
            return false;
        }
        out[i] = (int)value;
    }
    return true;
}

static bool do_key(struct script *s, const struct line *line)
{
    return line->count == 2 && stage_feed_key(s->stage, line->words[1].s, false);
}

static bool do_hold(struct script *s, const struct line *line)
{
    int64_t times;
    if (line->count != 3 || !str_to_int(line->words[2], 1, 10000, &times) ||
        !stage_feed_key(s->stage, line->words[1].s, false)) {
        return false;
    }
    for (int64_t i = 0; i < times; i++) {
        settle(s);
        *s->now_ms += HELD_MS;
        (void)stage_feed_key(s->stage, line->words[1].s, true);
    }
    return true;
}

/* All behind the first blank, as it stands. */
static bool type(struct script *s, const struct line *line, bool is_composing)
{
    struct strbuf text = {0};
    for (int i = 1; i < line->count; i++) {
        strbuf_add_c(&text, i > 1 ? " " : "");
        strbuf_add(&text, line->words[i]);
    }
    stage_feed_text(s->stage, text.s ? text.s : "", is_composing);
    strbuf_finish(&text);
    return line->count > 1 || is_composing;
}

static bool do_type(struct script *s, const struct line *line)
{
    return type(s, line, false);
}

static bool do_compose(struct script *s, const struct line *line)
{
    return type(s, line, true);
}

static bool do_pad(struct script *s, const struct line *line)
{
    const char *make = line->count == 3 ? line->words[2].s : "";
    return line->count >= 2 && line->count <= 3 && stage_feed_pad(s->stage, line->words[1].s, make);
}

static void tap(struct script *s, struct point at)
{
    stage_feed_down(s->stage, FINGER, at);
    stage_feed_up(s->stage, FINGER, at);
}

static bool do_press(struct script *s, const struct line *line)
{
    struct point at;
    if (line->count != 2 || !stage_find(s->stage, line->words[1], &at)) {
        return false;
    }
    tap(s, at);
    return true;
}

static bool do_tap(struct script *s, const struct line *line)
{
    int at[2];
    if (!numbers(line, 16384, at, 2)) {
        return false;
    }
    tap(s, (struct point){at[0], at[1]});
    return true;
}

static bool do_drag(struct script *s, const struct line *line)
{
    int at[4];
    if (!numbers(line, 16384, at, 4)) {
        return false;
    }
    stage_feed_down(s->stage, FINGER, (struct point){at[0], at[1]});
    stage_feed_move(s->stage, FINGER, (struct point){at[2], at[3]});
    stage_feed_up(s->stage, FINGER, (struct point){at[2], at[3]});
    return true;
}

static bool do_finger(struct script *s, const struct line *line)
{
    static const struct {
        const char *name;
        void (*feed)(struct stage *s, int64_t finger, struct point at);
    } moves[] = {{"down", stage_feed_down}, {"move", stage_feed_move}, {"up", stage_feed_up}};
    int64_t n[3];
    if (line->count != 5 || !str_to_int(line->words[1], 0, 100, &n[0]) ||
        !str_to_int(line->words[3], 0, 16384, &n[1]) || !str_to_int(line->words[4], 0, 16384, &n[2])) {
        return false;
    }
    for (size_t i = 0; i < COUNT(moves); i++) {
        if (str_is(line->words[2], moves[i].name)) {
            moves[i].feed(s->stage, n[0], (struct point){(int)n[1], (int)n[2]});
            return true;
        }
    }
    return false;
}

static bool do_guard(struct script *s, const struct line *line)
{
    int ms[2];
    if (!numbers(line, 10000, ms, 2)) {
        return false;
    }
    stage_feed_guard(s->stage, ms[0], ms[1]);
    return true;
}

static bool do_wait(struct script *s, const struct line *line)
{
    int ms;
    if (!numbers(line, 24 * 3600 * 1000, &ms, 1)) {
        return false;
    }
    for (int64_t end = *s->now_ms + ms; *s->now_ms < end;) {
        *s->now_ms += end - *s->now_ms < FRAME_MS ? end - *s->now_ms : FRAME_MS;
        (void)play_turn(s->play);
    }
    return true;
}

/* The same without what moves: from one deadline to the next. */
static bool do_pass(struct script *s, const struct line *line)
{
    int64_t ms;
    if (line->count != 2 || !str_to_int(line->words[1], 0, INT64_C(30) * 24 * 3600 * 1000, &ms)) {
        return false;
    }
    for (int64_t end = *s->now_ms + ms; *s->now_ms < end;) {
        int64_t due = stage_deadline(s->stage);
        *s->now_ms = due <= *s->now_ms ? *s->now_ms + 1 : due < end ? due : end;
        (void)play_turn(s->play);
    }
    return true;
}

static bool do_size(struct script *s, const struct line *line)
{
    int size[2];
    if (!numbers(line, 16384, size, 2) || size[0] < 1 || size[1] < 1) {
        return false;
    }
    stage_feed_size(s->stage, (struct size){size[0], size[1]});
    return true;
}

typedef bool (*save_fn)(struct stage *s, const char *path, struct error *err);

static bool save_with(struct script *s, const struct line *line, save_fn save)
{
    struct error err = {0};
    if (line->count != 2) {
        return false;
    }
    bool ok = save(s->stage, line->words[1].s, &err);
    if (!ok) {
        complain("%s", err.text);
    }
    return ok;
}

static bool do_shot(struct script *s, const struct line *line)
{
    return save_with(s, line, stage_shot);
}

static bool do_ground(struct script *s, const struct line *line)
{
    return save_with(s, line, stage_ground);
}

static const struct {
    const char *name;
    bool (*run)(struct script *s, const struct line *line);
} deeds[] = {
    {"key", do_key},   {"pad", do_pad},   {"press", do_press}, {"tap", do_tap},
    {"drag", do_drag}, {"wait", do_wait}, {"size", do_size},   {"shot", do_shot},
    {"ground", do_ground}, {"hold", do_hold}, {"finger", do_finger}, {"guard", do_guard},
    {"pass", do_pass}, {"type", do_type}, {"compose", do_compose},
};

static bool do_line(struct script *s, const struct line *line)
{
    for (size_t i = 0; i < COUNT(deeds); i++) {
        if (str_is(line->words[0], deeds[i].name)) {
            bool done = deeds[i].run(s, line);
            settle(s);
            return done;
        }
    }
    return false;
}

static bool do_text(struct script *s, struct str text, struct str path, struct arena *a)
{
    int number = 0;
    for (size_t at = 0; at < text.n;) {
        size_t end = str_find(text, '\n', at);
        struct line line = split(str_sub(text, at, end - at), a);
        at = end + 1;
        number++;
        if (line.count && line.words[0].s[0] != '#' && !do_line(s, &line)) {
            complain("%.*s:%d: \"%.*s\" cannot be done here", STR_ARG(path), number, STR_ARG(line.words[0]));
            return false;
        }
    }
    return true;
}

bool play_script(struct play *p, struct stage *stage, struct str path, int64_t *now_ms)
{
    struct arena arena = {0};
    struct error err = {0};
    struct str text;
    struct script script = {p, stage, now_ms};
    bool ok = file_read(arena_str(&arena, path).s, SCRIPT_MAX_BYTES, &arena, &text, &err);
    if (ok) {
        settle(&script);
        ok = do_text(&script, text, path, &arena);
    } else {
        complain("%s", err.text);
    }
    arena_finish(&arena);
    return ok;
}
