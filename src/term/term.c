#include "term/term.h"

#include <limits.h>
#include <stdlib.h>

#include "base/compiler.h"
#include "base/memory.h"
#include "term/term_internal.h"

struct str term_word(const struct term *t, const char *key)
{
    return strings_get(t->o->strings, key);
}

void term_say(struct term *t, const char *key)
{
    paper_add(&t->paper, STR(""), term_word(t, key), strings_language(t->o->strings));
}

void term_say_filled(struct term *t, struct str lead, const char *key,
                     const struct string_value *values, int count)
{
    struct str words = strings_fill(t->o->strings, &t->scratch, key, values, count);
    paper_add(&t->paper, lead, words, strings_language(t->o->strings));
}

struct str term_shown(struct term *t, struct text text)
{
    return viewing_show(t->viewing, t->o->words, text, &t->scratch).text;
}

void term_tell(struct term *t, struct str lead, struct text text)
{
    paper_add(&t->paper, lead, term_shown(t, text), words_language(t->o->words));
}

void term_cite(struct term *t, struct str lead, struct str line)
{
    paper_add(&t->paper, lead, line, strings_language(t->o->strings));
}

struct str term_number(struct term *t, int n)
{
    return arena_printf(&t->scratch, "%d", n);
}

struct str term_number_lead(struct term *t, int n)
{
    return arena_printf(&t->scratch, "%2d  ", n);
}

/* --- telling --- */

static void forget_told(struct term *t)
{
    for (int i = 0; i < t->o->story->scene_count; i++) {
        t->told[i] = false;
    }
}

/* A place nobody went on from is not worth asking about; once one was kept, going back counts too.
 */
static void keep(struct term *t)
{
    if (!t->o->keep || (viewing_step_count(t->viewing) == 0 && !t->keeps)) {
        return;
    }
    struct error err = {0};
    if (t->o->keep(t->o->self, viewing_to_text(t->viewing, 0, &t->scratch), &err)) {
        t->keeps = true;
        t->keeping_failed = false;
    } else if (!t->keeping_failed) {
        t->keeping_failed = true;
        struct string_value why = {"why", str_from(err.text)};
        paper_gap(&t->paper);
        term_say_filled(t, STR(""), "place.lost", &why, 1);
    }
}

static void log_complaint(struct term *t)
{
    const char *complaint = viewing_last_complaint(t->viewing);
    if (complaint && t->o->log && !str_is(strbuf_str(&t->complaint), complaint)) {
        strbuf_clear(&t->complaint);
        strbuf_add_c(&t->complaint, complaint);
        t->o->log(t->o->self, complaint);
    }
}

/* This scene, and all that follow without a question. `is_chosen`: a choice just led here. */
static void tell(struct term *t, bool is_chosen)
{
    forget_told(t);
    for (; !t->paper.failed; is_chosen = false) {
        arena_finish(&t->scratch);
        t->told[viewing_scene_index(t->viewing)] = true;
        log_complaint(t);
        term_tell_scene(t, is_chosen);
        int next = viewing_peek_next(t->viewing);
        if (next < 0 || t->told[next]) {
            break;
        }
        (void)viewing_next(t->viewing);
    }
    keep(t);
}

static void show_offers(struct term *t)
{
    struct offers offers = viewing_offers(t->viewing);
    const struct scene *scene = viewing_scene(t->viewing);
    paper_gap(&t->paper);
    if (scene_ending(scene, viewing_level(t->viewing))) {
        term_say(t, "read.end");
    } else if (viewing_peek_next(t->viewing) >= 0) {
        paper_add(&t->paper, term_number_lead(t, 1), term_word(t, "read.go-on"),
                  strings_language(t->o->strings));
    } else if (offers.count == 0) {
        term_say(t, "dead-end");
    } else {
        term_say(t, "choices.title");
        for (int i = 0; i < offers.count; i++) {
            term_tell(t, term_number_lead(t, i + 1), scene->choices[offers.choices[i]].text);
        }
    }
}

/* --- answers --- */

enum outcome {
    OUTCOME_CHOSEN, /* a choice was made: its scene is to be told */
    OUTCOME_STOOD,  /* another scene is to be told again */
    OUTCOME_SHOWN,  /* something else was shown: the choices again */
    OUTCOME_QUIT,
};

static enum outcome complain_unknown(struct term *t, struct str answer)
{
    struct string_value value = {"answer", answer};
    term_say_filled(t, STR(""), "read.unknown", &value, 1);
    return OUTCOME_SHOWN;
}

static enum outcome choose(struct term *t, int64_t n, struct str answer)
{
    bool moved = viewing_peek_next(t->viewing) >= 0 ? n == 1 && viewing_next(t->viewing)
                                                    : viewing_choose(t->viewing, (int)n - 1);
    return moved ? OUTCOME_CHOSEN : complain_unknown(t, answer);
}

/* Back over what was told without a question, to the last place that asked one. */
static enum outcome go_back(struct term *t)
{
    int steps = viewing_step_count(t->viewing);
    while (steps > 0 && str_is(viewing_step(t->viewing, steps - 1).exit, ">")) {
        steps--;
    }
    if (steps == 0) {
        paper_gap(&t->paper);
        term_say(t, "read.back-none");
        return OUTCOME_SHOWN;
    }
    (void)viewing_back_to(t->viewing, steps - 1);
    return OUTCOME_STOOD;
}

static enum outcome show_history(struct term *t, struct str answer)
{
    struct str number = str_trim(str_after(answer, 1));
    if (number.n == 0) {
        term_show_history(t);
        return OUTCOME_SHOWN;
    }
    const struct visit *visits = NULL;
    int count = viewing_history(t->viewing, &t->scratch, &visits);
    int64_t n = 0;
    if (!str_to_int(number, 1, count, &n)) {
        return complain_unknown(t, answer);
    }
    (void)viewing_back_to(t->viewing, visits[n - 1].steps);
    return OUTCOME_STOOD;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static enum outcome obey_letter(struct term *t, struct str answer)
{
    char letter = answer.n ? lower(answer.s[0]) : '\0';
    if (letter == 'h' && (answer.n == 1 || answer.s[1] == ' ')) {
        return show_history(t, answer);
    }
    switch (answer.n == 1 ? letter : '\0') {
    case 'b':
        return go_back(t);
    case 's':
        term_show_sources(t);
        return OUTCOME_SHOWN;
    case 'g':
        term_show_glossary(t);
        return OUTCOME_SHOWN;
    case 'm':
        term_show_where(t);
        return OUTCOME_SHOWN;
    case 'q':
        return OUTCOME_QUIT;
    default:
        return complain_unknown(t, answer);
    }
}

static enum outcome obey(struct term *t, struct str answer)
{
    int64_t n = 0;
    if (str_to_int(answer, 0, INT_MAX, &n)) {
        return choose(t, n, answer);
    }
    return obey_letter(t, answer);
}

/* One question and what comes of it; false: the end. */
static bool follow(struct term *t)
{
    show_offers(t);
    struct str answer = {0};
    if (!paper_ask(&t->paper, term_word(t, "read.prompt"), &answer)) {
        return false;
    }
    arena_finish(&t->scratch);
    enum outcome outcome = obey(t, answer);
    switch (outcome) {
    case OUTCOME_CHOSEN:
    case OUTCOME_STOOD:
        tell(t, outcome == OUTCOME_CHOSEN);
        return true;
    case OUTCOME_SHOWN:
        return true;
    case OUTCOME_QUIT:
        break;
    }
    return false;
}

/* --- the beginning --- */

/* Most scenes need no telling of their own: a caption or two are put otherwise. */
static bool has_gentle_caption(const struct scene *scene)
{
    for (int i = 0; i < scene->caption_count; i++) {
        if (words_has(scene->captions[i].gentle) || scene->captions[i].gentle_omits) {
            return true;
        }
    }
    return false;
}

static bool has_gentle_telling(const struct story *s)
{
    for (int i = 0; i < s->scene_count; i++) {
        if (s->scenes[i].gentle || has_gentle_caption(&s->scenes[i])) {
            return true;
        }
    }
    return false;
}

static void tell_opening(struct term *t)
{
    const struct story *s = t->o->story;
    paper_add(&t->paper, STR(""), t->o->notice, strings_language(t->o->strings));
    paper_gap(&t->paper);
    term_tell(t, STR(""), s->title);
    term_tell(t, STR(""), s->subtitle);
    paper_gap(&t->paper);
    term_tell(t, STR(""), s->advisory);
    if (viewing_level(t->viewing) == LEVEL_FULL && has_gentle_telling(s)) {
        term_say(t, "read.gentle");
    }
    paper_gap(&t->paper);
    term_say(t, "read.commands");
}

static void take_viewing(struct term *t, struct viewing *v)
{
    viewing_destroy(t->viewing);
    t->viewing = v;
    viewing_set_yes_no(v, term_word(t, "yes"), term_word(t, "no"));
}

static void show_ways_in(struct term *t)
{
    struct str language = strings_language(t->o->strings);
    paper_gap(&t->paper);
    term_say(t, "read.kept");
    paper_add(&t->paper, term_number_lead(t, 1), term_word(t, "read.go-on"), language);
    paper_add(&t->paper, term_number_lead(t, 2), term_word(t, "read.again"), language);
}

enum way_in { WAY_ON, WAY_AGAIN, WAY_OUT };

static enum way_in ask_way_in(struct term *t)
{
    for (;;) {
        struct str answer = {0};
        show_ways_in(t);
        if (!paper_ask(&t->paper, term_word(t, "read.prompt"), &answer) || str_is(answer, "q") ||
            str_is(answer, "Q")) {
            return WAY_OUT;
        }
        if (str_is(answer, "1") || str_is(answer, "2")) {
            return str_is(answer, "1") ? WAY_ON : WAY_AGAIN;
        }
        arena_finish(&t->scratch);
        (void)complain_unknown(t, answer);
    }
}

/* Offers the kept place, where there is one; false: the end. */
static bool resume(struct term *t)
{
    if (t->o->start >= 0 || t->bookmark.n == 0) {
        return true;
    }
    struct viewing *kept = NULL;
    struct error why = {0};
    int caption = 0;
    enum replay replay = viewing_from_text(t->o->story, t->bookmark, &kept, &caption, &why);
    if (replay == REPLAY_NOTHING) {
        paper_gap(&t->paper);
        term_say(t, "place.unusable");
        return true;
    }
    enum way_in way = ask_way_in(t);
    if (way != WAY_ON) {
        viewing_destroy(kept);
        return way == WAY_AGAIN;
    }
    t->keeps = true;
    take_viewing(t, kept);
    if (t->o->level_given) {
        viewing_set_level(kept, t->o->level);
    }
    if (replay == REPLAY_PART) {
        paper_gap(&t->paper);
        term_say(t, "place.partly");
    }
    return true;
}

void term_run(const struct term_options *o)
{
    struct term t = {.o = o, .chapter = -1, .bookmark = o->bookmark};
    paper_init(&t.paper, &o->io);
    t.told = memory_zeroed((size_t)o->story->scene_count * sizeof *t.told);
    take_viewing(&t, viewing_create(o->story, o->start, o->level));
    tell_opening(&t);
    if (term_ask_viewer(&t) && resume(&t)) {
        tell(&t, false);
        while (follow(&t)) {
        }
    }
    viewing_destroy(t.viewing);
    strbuf_finish(&t.complaint);
    arena_finish(&t.scratch);
    arena_finish(&t.kept);
    free(t.told);
    paper_finish(&t.paper);
}
