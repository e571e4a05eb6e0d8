#include "base/compiler.h"
#include "player/citation.h"
#include "player/road_words.h"
#include "term/term_internal.h"

static const struct str indent = STR_INIT("   ");

static bool is_gentle(const struct term *t)
{
    return viewing_level(t->viewing) == LEVEL_GENTLE;
}

/* --- how do we know? --- */

static void show_source(struct term *t, int source)
{
    const struct source *s = &t->o->story->sources[source];
    if (!(s->full_only && is_gentle(t))) {
        term_cite(t, indent, citation_line(s, t->o->strings, &t->scratch));
    }
}

static void show_cites(struct term *t, const struct cites *cites)
{
    for (int i = 0; i < cites->count; i++) {
        show_source(t, cites->items[i]);
    }
}

static void show_claim(struct term *t, const struct claim *claim)
{
    const struct strings *strings = t->o->strings;
    const char *key =
        arena_printf(&t->scratch, "confidence.%s", confidence_name(claim->confidence)).s;
    term_tell(t, STR(""), claim->text);
    struct string_value held[] = {{"confidence", term_word(t, key)},
                                  {"date", strings_date(strings, &t->scratch, claim->as_of)}};
    term_say_filled(t, indent, "sources.as-of", held, COUNT(held));
    show_cites(t, &claim->cites);
    if (claim->has_now) {
        struct string_value since = {"date", strings_date(strings, &t->scratch, claim->now_as_of)};
        term_say_filled(t, indent, "sources.now", &since, 1);
        term_tell(t, indent, claim->now_text);
        show_cites(t, &claim->now_cites);
    }
    paper_gap(&t->paper);
}

static bool show_claims(struct term *t, const struct scene *scene)
{
    bool any = false;
    for (int i = 0; i < scene->claim_count; i++) {
        if (!(scene->claims[i].full_only && is_gentle(t))) {
            show_claim(t, &scene->claims[i]);
            any = true;
        }
    }
    return any;
}

static int mark_cites(bool *cited, const struct cites *cites)
{
    int news = 0;
    for (int i = 0; i < cites->count; i++) {
        news += !cited[cites->items[i]];
        cited[cites->items[i]] = true;
    }
    return news;
}

/* What the captions, and the `because` before them, cite. */
static bool show_told(struct term *t, const struct scene *scene)
{
    enum level level = viewing_level(t->viewing);
    const struct choice *cause = viewing_cause(t->viewing);
    int source_count = t->o->story->source_count;
    bool *cited = arena_new(&t->scratch, bool, (size_t)source_count);
    int count = cause ? mark_cites(cited, &cause->cites) : 0;
    for (int i = 0; i < scene_caption_count(scene, level); i++) {
        struct shown_caption caption = scene_caption(scene, level, i);
        count += mark_cites(cited, &caption.cites);
    }
    if (count == 0) {
        return false;
    }
    term_say(t, "sources.here");
    for (int i = 0; i < source_count; i++) {
        if (cited[i]) {
            show_source(t, i);
        }
    }
    return true;
}

void term_show_sources(struct term *t)
{
    const struct scene *scene = viewing_scene(t->viewing);
    paper_gap(&t->paper);
    term_say(t, "sources.title");
    paper_gap(&t->paper);
    bool claimed = show_claims(t, scene);
    if (!show_told(t, scene) && !claimed) {
        term_say(t, "sources.none");
    }
}

/* --- the road so far --- */

static void show_visit(struct term *t, const struct visit *visit, int n)
{
    const struct scene *scene = &t->o->story->scenes[visit->scene];
    term_tell(t, term_number_lead(t, n), scene_title(scene, visit->level));
    if (visit->choice) {
        term_tell(t, STR("      "), visit->choice->text);
    }
}

void term_show_history(struct term *t)
{
    const struct visit *visits = NULL;
    int count = viewing_history(t->viewing, &t->scratch, &visits);
    paper_gap(&t->paper);
    term_say(t, "history.title");
    paper_gap(&t->paper);
    for (int i = 0; i < count; i++) {
        show_visit(t, &visits[i], i + 1);
    }
    paper_gap(&t->paper);
    term_say(t, "read.jump");
}

/* --- words --- */

static void mark_terms(struct term *t, bool *named, struct text text)
{
    const struct story *s = t->o->story;
    struct shown shown = viewing_show(t->viewing, t->o->words, text, &t->scratch);
    for (int i = 0; i < shown.span_count; i++) {
        if (shown.spans[i].kind == SPAN_TERM) {
            intptr_t entry = map_find(&s->term_by_id, shown.spans[i].target, -1);
            if (entry >= 0) {
                named[entry] = true;
            }
        }
    }
}

/* The words that stand on the scene just told. */
static bool *terms_here(struct term *t)
{
    const struct scene *scene = viewing_scene(t->viewing);
    enum level level = viewing_level(t->viewing);
    const struct ending *ending = scene_ending(scene, level);
    struct offers offers = viewing_offers(t->viewing);
    bool *named = arena_new(&t->scratch, bool, (size_t)t->o->story->glossary_count);
    for (int i = 0; i < scene_caption_count(scene, level); i++) {
        mark_terms(t, named, scene_caption(scene, level, i).text);
    }
    for (int i = 0; i < offers.count; i++) {
        mark_terms(t, named, scene->choices[offers.choices[i]].text);
    }
    if (ending) {
        mark_terms(t, named, ending->text);
    }
    return named;
}

static int show_terms(struct term *t, const bool *named, bool is_named)
{
    const struct story *s = t->o->story;
    int count = 0;
    for (int i = 0; i < s->glossary_count; i++) {
        const struct glossary_entry *entry = &s->glossary[i];
        if (named[i] == is_named && !(entry->full_only && is_gentle(t))) {
            term_tell(t, STR(""), entry->term);
            term_tell(t, indent, entry->text);
            paper_gap(&t->paper);
            count++;
        }
    }
    return count;
}

void term_show_glossary(struct term *t)
{
    paper_gap(&t->paper);
    term_say(t, "glossary.title");
    paper_gap(&t->paper);
    const bool *named = terms_here(t);
    int count = show_terms(t, named, true);
    count += show_terms(t, named, false);
    if (count == 0) {
        term_say(t, "glossary.none");
    }
}

/* --- where we are --- */

/* What the map panel says, but for the map. */
static void show_road(struct term *t)
{
    const struct road_words words = {t->o->story, t->o->words, t->o->strings};
    struct road road = viewing_road(t->viewing, &t->scratch);
    struct str language = strings_language(t->o->strings);
    paper_add(&t->paper, STR(""), road_words_length(&words, &road, &t->scratch), language);
    for (int i = 0; road.count > 1 && i < road.count; i++) { /* one place has just been named */
        paper_add(&t->paper, indent, road_words_station(&words, &road.stations[i], &t->scratch), language);
    }
    if (road.leg_count) {
        term_say(t, "map.schematic");
    }
}

void term_show_where(struct term *t)
{
    const struct story *s = t->o->story;
    const struct scene *scene = viewing_scene(t->viewing);
    const struct visit *visits = NULL;
    int count = viewing_history(t->viewing, &t->scratch, &visits);
    paper_gap(&t->paper);
    if (scene->chapter >= 0) {
        struct string_value where[] = {
            {"n", term_number(t, count)},
            {"chapter", term_shown(t, s->chapters[scene->chapter].title)}};
        term_say_filled(t, STR(""), "read.where", where, COUNT(where));
    }
    if (scene->place >= 0) {
        struct string_value place = {"place", term_shown(t, s->places[scene->place].name)};
        term_say_filled(t, STR(""), "read.place", &place, 1);
    }
    if (s->place_count) {
        show_road(t);
    }
}
