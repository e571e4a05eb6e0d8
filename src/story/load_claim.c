#include "story/load.h"

enum { NOW_TEXT, NOW_CITE, NOW_AS_OF, NOW_COUNT };
static const struct field now_fields[] = {
    [NOW_TEXT] = {STR_INIT("text"), A_STRING, REQUIRED},
    [NOW_CITE] = {STR_INIT("cite"), AN_ARRAY, REQUIRED},
    [NOW_AS_OF] = {STR_INIT("as-of"), A_STRING, REQUIRED},
};

enum {
    CLAIM_TEXT,
    CLAIM_CITE,
    CLAIM_AS_OF,
    CLAIM_CONFIDENCE,
    CLAIM_NOW,
    CLAIM_LEVEL,
    CLAIM_COUNT,
};
static const struct field claim_fields[] = {
    [CLAIM_TEXT] = {STR_INIT("text"), A_STRING, REQUIRED},
    [CLAIM_CITE] = {STR_INIT("cite"), AN_ARRAY, REQUIRED},
    [CLAIM_AS_OF] = {STR_INIT("as-of"), A_STRING, REQUIRED},
    [CLAIM_CONFIDENCE] = {STR_INIT("confidence"), A_STRING, REQUIRED},
    [CLAIM_NOW] = {STR_INIT("now"), AN_OBJECT, OPTIONAL},
    [CLAIM_LEVEL] = {STR_INIT("level"), A_STRING, OPTIONAL},
};

static void now_read(struct loader *ld, uint32_t node, struct str scene, unsigned n,
                     struct claim *out)
{
    uint32_t at[NOW_COUNT];
    if (node == JSON_NONE) {
        return;
    }
    fields_read(ld, node, now_fields, NOW_COUNT, at);
    out->has_now = true;
    out->now_text = marked_read(ld, at[NOW_TEXT], "%.*s/claim.%u.now", STR_ARG(scene), n);
    out->now_cites = cites_read(ld, at[NOW_CITE]);
    out->now_as_of = date_read(ld, at[NOW_AS_OF]);
}

static void claim_read(struct loader *ld, uint32_t node, struct str scene, struct claim *out)
{
    static const struct str words[] = {STR_INIT("documented"), STR_INIT("testimony"),
                                       STR_INIT("estimate"), STR_INIT("disputed"),
                                       STR_INIT("outdated")};
    unsigned n = (unsigned)json_ordinal(ld->doc, node) + 1;
    uint32_t at[CLAIM_COUNT];
    fields_read(ld, node, claim_fields, CLAIM_COUNT, at);
    out->node = node;
    out->text = marked_read(ld, at[CLAIM_TEXT], "%.*s/claim.%u", STR_ARG(scene), n);
    out->cites = cites_read(ld, at[CLAIM_CITE]);
    out->as_of = date_read(ld, at[CLAIM_AS_OF]);
    /* What a newer program knows by another word is not shown as more certain than it is. */
    out->confidence = (enum confidence)word_read(ld, at[CLAIM_CONFIDENCE], words, COUNT(words),
                                                 CONFIDENCE_DISPUTED);
    now_read(ld, at[CLAIM_NOW], scene, n, out);
    out->full_only = full_only_read(ld, at[CLAIM_LEVEL]);
}

const struct claim *claims_read(struct loader *ld, uint32_t list, struct str scene, int *count_out)
{
    struct claim *claims = arena_new(&ld->s->arena, struct claim, list_count(ld, list));
    *count_out = 0;
    for (uint32_t e = list_first(ld, list, AN_OBJECT, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, OPTIONAL)) {
        claim_read(ld, e, scene, &claims[(*count_out)++]);
    }
    return claims;
}

enum { OPTION_TEXT, OPTION_RIGHT, OPTION_WHY, OPTION_COUNT };
static const struct field option_fields[] = {
    [OPTION_TEXT] = {STR_INIT("text"), A_STRING, REQUIRED},
    [OPTION_RIGHT] = {STR_INIT("right"), A_BOOL, REQUIRED},
    [OPTION_WHY] = {STR_INIT("why"), A_STRING, REQUIRED},
};

/* Returns whether the option is right, or may be meant to be: its "right" has a fault of its own.
 */
static bool option_read(struct loader *ld, uint32_t node, struct str key,
                        struct question_option *out)
{
    unsigned n = (unsigned)json_ordinal(ld->doc, node) + 1;
    uint32_t at[OPTION_COUNT];
    fields_read(ld, node, option_fields, OPTION_COUNT, at);
    out->text = marked_read(ld, at[OPTION_TEXT], "%.*s.option.%u", STR_ARG(key), n);
    out->why = marked_read(ld, at[OPTION_WHY], "%.*s.option.%u.why", STR_ARG(key), n);
    out->right = bool_read(ld, at[OPTION_RIGHT], false);
    return out->right || at[OPTION_RIGHT] == JSON_NONE;
}

static void options_read(struct loader *ld, uint32_t list, struct str key, struct question *q)
{
    struct question_option *options =
        arena_new(&ld->s->arena, struct question_option, list_count(ld, list));
    bool may_be_right = list == JSON_NONE || json_count(ld->doc, list) == 0;
    (void)list_not_empty(ld, list);
    for (uint32_t e = list_first(ld, list, AN_OBJECT, REQUIRED); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, REQUIRED)) {
        may_be_right = option_read(ld, e, key, &options[q->option_count++]) || may_be_right;
    }
    q->options = options;
    if (!may_be_right) {
        struct str label = node_label(ld, list);
        diag_node(ld->diags, ld->doc, list, TAG_BAD_VALUE, (struct str){0},
                  "%.*s hold no option that is right", STR_ARG(label));
    }
}

enum { QUESTION_ASK, QUESTION_OPTIONS, QUESTION_CITE, QUESTION_LEVEL, QUESTION_COUNT };
static const struct field question_fields[] = {
    [QUESTION_ASK] = {STR_INIT("ask"), A_STRING, REQUIRED},
    [QUESTION_OPTIONS] = {STR_INIT("options"), AN_ARRAY, REQUIRED},
    [QUESTION_CITE] = {STR_INIT("cite"), AN_ARRAY, OPTIONAL},
    [QUESTION_LEVEL] = {STR_INIT("level"), A_STRING, OPTIONAL},
};

static void question_read(struct loader *ld, uint32_t node, struct str scene, struct question *out)
{
    uint32_t at[QUESTION_COUNT];
    fields_read(ld, node, question_fields, QUESTION_COUNT, at);
    struct str key = key_of(ld, "%.*s/question.%u", STR_ARG(scene), (unsigned)json_ordinal(ld->doc, node) + 1);
    out->ask = marked_read(ld, at[QUESTION_ASK], "%.*s", STR_ARG(key));
    options_read(ld, at[QUESTION_OPTIONS], key, out);
    out->cites = cites_read(ld, at[QUESTION_CITE]);
    out->full_only = full_only_read(ld, at[QUESTION_LEVEL]);
}

const struct question *questions_read(struct loader *ld, uint32_t list, struct str scene,
                                      int *count_out)
{
    struct question *questions = arena_new(&ld->s->arena, struct question, list_count(ld, list));
    *count_out = 0;
    for (uint32_t e = list_first(ld, list, AN_OBJECT, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, OPTIONAL)) {
        question_read(ld, e, scene, &questions[(*count_out)++]);
    }
    return questions;
}
