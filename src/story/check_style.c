#include <math.h>

#include "base/utf8.h"
#include "story/check_internal.h"
#include "story/marks.h"

#define MOST_CAPTION_LENGTH 280
#define MOST_CHOICE_LENGTH 90
#define MOST_CHOICES 6

/* What the story refers to, by index. */
struct styling {
    const struct story *story;
    struct diag_list *diags;
    struct arena arena;
    bool *is_cited;    /* sources */
    bool *is_standing; /* places where a scene stands */
    bool *is_linked;   /* glossary entries */
    bool *is_read;     /* variables … */
    bool *is_set;
    struct map variables;
};

static bool fill_first(void *self, struct str name, struct str *words_out)
{
    struct styling *c = self;
    intptr_t i = 0;
    if (!map_get(&c->variables, name, &i)) {
        return false;
    }
    *words_out = value_to_string(c->story->variables[i].first, &c->arena);
    return true;
}

static struct str shown(struct styling *c, struct text t, struct arena *a)
{
    const struct text_entry *entry = &c->story->texts[t.id];
    return entry->has_marks ? marks_show(entry->original, fill_first, c, a).text : entry->original;
}

static void check_length(struct styling *c, struct text t, size_t most, enum diag_tag tag,
                         const char *what)
{
    const struct text_entry *entry = &c->story->texts[t.id];
    if (entry->original.n <= most && !entry->has_marks) {
        return;
    }
    struct arena scratch = {0};
    size_t length = utf8_count(shown(c, t, &scratch));
    if (length > most) {
        diag_node(c->diags, c->story->doc, entry->node, tag, check_no_suggestion,
                  "%s of %zu characters; at most %zu read well", what, length, most);
    }
    arena_finish(&scratch);
}

static bool is_digit(uint32_t code)
{
    /* The zeros of the scripts whose digits captions may hold; the other nine follow in Unicode. */
    static const uint32_t zeros[] = {
        0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0xFF10,
    };
    for (size_t i = 0; i < COUNT(zeros); i++) {
        if (code >= zeros[i] && code <= zeros[i] + 9) {
            return true;
        }
    }
    return false;
}

static bool holds_digit(struct str text)
{
    for (size_t at = 0; at < text.n;) {
        if (is_digit(utf8_next(text, &at))) {
            return true;
        }
    }
    return false;
}

/* English “ ”, German „ “, Swedish ” ”, French « », Danish » «, Japanese 「 」 and so on. */
static bool closes(uint32_t opening, uint32_t code)
{
    static const uint32_t pairs[][2] = {
        {0x22, 0x22},     {0x201C, 0x201D}, {0x201D, 0x201D}, {0x201E, 0x201C}, {0x201E, 0x201D},
        {0x2018, 0x2019}, {0x201A, 0x2018}, {0xAB, 0xBB},     {0xBB, 0xAB},     {0x2039, 0x203A},
        {0x203A, 0x2039}, {0x300C, 0x300D}, {0x300E, 0x300F}, {0x300A, 0x300B}, {0x3008, 0x3009},
    };
    for (size_t i = 0; i < COUNT(pairs); i++) {
        if (pairs[i][0] == opening && pairs[i][1] == code) {
            return true;
        }
    }
    return false;
}

static bool holds_closing(struct str text, size_t at, uint32_t opening)
{
    while (at < text.n) {
        if (closes(opening, utf8_next(text, &at))) {
            return true;
        }
    }
    return false;
}

/* The place among the marks that open a quotation, or -1. */
static int opens(uint32_t code)
{
    static const uint32_t openings[] = {
        0x22, 0x201C, 0x201D, 0x201E, 0x2018, 0x201A, 0xAB,
        0xBB, 0x2039, 0x203A, 0x300C, 0x300E, 0x300A, 0x3008,
    };
    for (size_t i = 0; i < COUNT(openings); i++) {
        if (code == openings[i]) {
            return (int)i;
        }
    }
    return -1;
}

/* An opening mark and behind it one that closes it. Each kind is tried once, from its first on. */
static bool holds_quotation(struct str text)
{
    unsigned tried = 0;
    for (size_t at = 0; at < text.n;) {
        uint32_t code = utf8_next(text, &at);
        int kind = opens(code);
        if (kind < 0 || (tried >> kind & 1) != 0) {
            continue;
        }
        tried |= 1U << kind;
        if (holds_closing(text, at, code)) {
            return true;
        }
    }
    return false;
}

static void cite(struct styling *c, struct cites cites)
{
    for (int i = 0; i < cites.count; i++) {
        c->is_cited[cites.items[i]] = true;
    }
}

/* What in a caption asks for a source; NULL: nothing. */
static const char *to_be_cited(struct styling *c, const struct caption *caption)
{
    const struct text texts[] = {caption->text, caption->gentle};
    struct arena scratch = {0};
    const char *what = NULL;
    for (size_t i = 0; i < COUNT(texts) && !what; i++) {
        struct str text = shown(c, texts[i], &scratch);
        what = holds_digit(text) ? "a number" : holds_quotation(text) ? "a quotation" : NULL;
    }
    arena_finish(&scratch);
    return what;
}

static bool states_number(struct styling *c, struct text t)
{
    struct arena scratch = {0};
    bool states = holds_digit(shown(c, t, &scratch));
    arena_finish(&scratch);
    return states;
}

static void check_captions(struct styling *c, const struct scene *scene,
                           const struct caption *captions, int count)
{
    for (int i = 0; i < count; i++) {
        const char *what = captions[i].cites.given ? NULL : to_be_cited(c, &captions[i]);
        if (what) {
            diag_node(c->diags, c->story->doc, captions[i].node, TAG_UNCITED, check_no_suggestion,
                      "caption %d of scene \"%.*s\" holds %s and has no \"cite\"", i + 1,
                      STR_ARG(scene->id), what);
        }
        check_length(c, captions[i].text, MOST_CAPTION_LENGTH, TAG_LONG_CAPTION, "a caption");
        check_length(c, captions[i].gentle, MOST_CAPTION_LENGTH, TAG_LONG_CAPTION,
                     "a gentle caption");
        cite(c, captions[i].cites);
    }
}

static bool captions_state_number(struct styling *c, const struct caption *captions, int count)
{
    for (int i = 0; i < count; i++) {
        if (states_number(c, captions[i].text) || states_number(c, captions[i].gentle)) {
            return true;
        }
    }
    return false;
}

static void check_claims(struct styling *c, const struct scene *scene)
{
    const struct gentle *gentle = scene->gentle;
    for (int i = 0; i < scene->claim_count; i++) {
        cite(c, scene->claims[i].cites);
        cite(c, scene->claims[i].now_cites);
    }
    if (scene->claim_count > 0) {
        return;
    }
    if (captions_state_number(c, scene->captions, scene->caption_count) ||
        (gentle && captions_state_number(c, gentle->captions, gentle->caption_count))) {
        diag_node(c->diags, c->story->doc, scene->node, TAG_NO_CLAIM, check_no_suggestion,
                  "scene \"%.*s\" states a number in a caption, but has no \"claims\"",
                  STR_ARG(scene->id));
    }
}

static void read_rule(struct styling *c, const struct rule *r)
{
    if (r->op == RULE_VARIABLE) {
        c->is_read[r->index] = true;
    }
    for (int i = 0; i < r->arg_count; i++) {
        read_rule(c, &r->args[i]);
    }
}

static void check_choice(struct styling *c, const struct choice *choice)
{
    check_length(c, choice->text, MOST_CHOICE_LENGTH, TAG_LONG_CHOICE, "a choice");
    cite(c, choice->cites);
    if (choice->condition) {
        read_rule(c, choice->condition);
    }
    for (int i = 0; i < choice->set_count; i++) {
        c->is_set[choice->set[i].variable] = true;
        read_rule(c, choice->set[i].rule);
    }
}

static void check_choices(struct styling *c, const struct scene *scene)
{
    for (int i = 0; i < scene->choice_count; i++) {
        check_choice(c, &scene->choices[i]);
    }
    if (scene->choice_count > MOST_CHOICES) {
        diag_node(c->diags, c->story->doc, check_member_or(c->story->doc, scene->node, "choices"),
                  TAG_MANY_CHOICES, check_no_suggestion,
                  "scene \"%.*s\" has %d choices; more than %d no longer fit a screen together",
                  STR_ARG(scene->id), scene->choice_count, MOST_CHOICES);
    }
}

static void check_scene(struct styling *c, const struct scene *scene)
{
    check_captions(c, scene, scene->captions, scene->caption_count);
    if (scene->gentle) {
        check_captions(c, scene, scene->gentle->captions, scene->gentle->caption_count);
    }
    check_claims(c, scene);
    check_choices(c, scene);
    for (int i = 0; i < scene->question_count; i++) {
        cite(c, scene->questions[i].cites);
    }
    if (scene->place >= 0) {
        c->is_standing[scene->place] = true;
    }
}

static void read_text(struct styling *c, const struct text_entry *entry)
{
    if (!entry->has_marks) {
        return;
    }
    struct arena scratch = {0};
    const struct mark_ref *refs = NULL;
    int count = marks_refs(entry->original, &scratch, &refs);
    for (int i = 0; i < count; i++) {
        intptr_t at = 0;
        if (refs[i].kind == MARK_REF_TERM && map_get(&c->story->term_by_id, refs[i].name, &at)) {
            c->is_linked[at] = true;
        } else if (refs[i].kind == MARK_REF_VARIABLE && map_get(&c->variables, refs[i].name, &at)) {
            c->is_read[at] = true;
        }
    }
    arena_finish(&scratch);
}

static void read_lists(struct styling *c)
{
    const struct story *s = c->story;
    for (int i = 0; i < s->glossary_count; i++) {
        cite(c, s->glossary[i].cites);
    }
    for (int i = 0; i < s->timeline_count; i++) {
        cite(c, s->timeline[i].cites);
    }
    for (uint32_t i = 1; i < s->text_count; i++) {
        read_text(c, &s->texts[i]);
    }
}

static void report_unused(struct styling *c, uint32_t node, enum diag_tag tag, const char *what,
                          struct str name, const char *how)
{
    diag_node(c->diags, c->story->doc, node, tag, check_no_suggestion, "%s \"%.*s\" is %s", what,
              STR_ARG(name), how);
}

static void check_unused(struct styling *c)
{
    const struct story *s = c->story;
    for (int i = 0; i < s->source_count; i++) {
        if (!c->is_cited[i]) {
            report_unused(c, s->sources[i].node, TAG_UNUSED_SOURCE, "source", s->sources[i].id,
                          "cited nowhere");
        }
    }
    for (int i = 0; i < s->place_count; i++) {
        if (!c->is_standing[i]) {
            report_unused(c, s->places[i].node, TAG_UNUSED_PLACE, "place", s->places[i].id,
                          "the place of no scene");
        }
    }
    for (int i = 0; i < s->glossary_count; i++) {
        if (!c->is_linked[i]) {
            report_unused(c, s->glossary[i].node, TAG_UNUSED_TERM, "glossary entry",
                          s->glossary[i].id, "linked from no text");
        }
    }
    for (int i = 0; i < s->variable_count; i++) {
        if (!c->is_read[i]) {
            report_unused(c, s->variables[i].node, TAG_UNUSED_VARIABLE, "variable",
                          s->variables[i].name,
                          c->is_set[i] ? "set but never read" : "never used");
        }
    }
}

/* More than two decimals of a degree, about a kilometre: near enough to find a house. */
static bool is_exact(double degrees)
{
    double hundredths = degrees * 100;
    return fabs(hundredths - round(hundredths)) > 1e-6;
}

static void check_place(struct styling *c, const struct place *place)
{
    const double at[] = {place->longitude_deg, place->latitude_deg};
    for (int i = 0; i < 2; i++) {
        if (is_exact(at[i])) {
            diag_node(c->diags, c->story->doc,
                      check_element_or(c->story->doc, place->node, "at", i), TAG_EXACT_PLACE,
                      check_no_suggestion,
                      "place \"%.*s\" is given to more than two decimals of a degree",
                      STR_ARG(place->id));
            return;
        }
    }
}

static void prepare(struct styling *c)
{
    const struct story *s = c->story;
    c->is_cited = arena_new(&c->arena, bool, (size_t)s->source_count);
    c->is_standing = arena_new(&c->arena, bool, (size_t)s->place_count);
    c->is_linked = arena_new(&c->arena, bool, (size_t)s->glossary_count);
    c->is_read = arena_new(&c->arena, bool, (size_t)s->variable_count);
    c->is_set = arena_new(&c->arena, bool, (size_t)s->variable_count);
    for (int i = 0; i < s->variable_count; i++) {
        (void)map_add(&c->variables, &c->arena, s->variables[i].name, i);
    }
}

void check_style(const struct story *s, struct diag_list *diags)
{
    struct styling c = {.story = s, .diags = diags};
    prepare(&c);
    for (int i = 0; i < s->scene_count; i++) {
        check_scene(&c, &s->scenes[i]);
    }
    read_lists(&c);
    check_unused(&c);
    for (int i = 0; i < s->place_count; i++) {
        check_place(&c, &s->places[i]);
    }
    check_licences(s, diags);
    arena_finish(&c.arena);
}
