/* What a scene says: captions, choices, endings. */
#include "story/load.h"

enum {
    CAPTION_TEXT,
    CAPTION_CITE,
    CAPTION_SPEAKER,
    CAPTION_VOICE,
    CAPTION_GENTLE,
    CAPTION_COUNT,
};
static const struct field caption_fields[] = {
    [CAPTION_TEXT] = {STR_INIT("text"), A_STRING, REQUIRED},
    [CAPTION_CITE] = {STR_INIT("cite"), AN_ARRAY, OPTIONAL},
    [CAPTION_SPEAKER] = {STR_INIT("speaker"), A_STRING, OPTIONAL},
    [CAPTION_VOICE] = {STR_INIT("voice"), A_STRING, OPTIONAL},
    [CAPTION_GENTLE] = {STR_INIT("gentle"), A_STRING | A_NULL, OPTIONAL},
};

/* `key` is "ID/caption" or "ID/gentle". */
static void caption_read(struct loader *ld, uint32_t node, struct str key, struct caption *out)
{
    unsigned n = (unsigned)json_ordinal(ld->doc, node) + 1;
    uint32_t at[CAPTION_COUNT];
    fields_read(ld, node, caption_fields, CAPTION_COUNT, at);
    uint32_t gentle = at[CAPTION_GENTLE];
    out->node = node;
    out->gentle_omits = gentle != JSON_NONE && json_kind(ld->doc, gentle) == JSON_NULL;
    out->text = marked_read(ld, at[CAPTION_TEXT], "%.*s.%u", STR_ARG(key), n);
    out->speaker = text_read(ld, at[CAPTION_SPEAKER], "%.*s.%u.speaker", STR_ARG(key), n);
    out->voice = voice_read(ld, at[CAPTION_VOICE], "%.*s.%u.voice", STR_ARG(key), n);
    out->gentle =
        marked_read(ld, out->gentle_omits ? JSON_NONE : gentle, "%.*s.%u.gentle", STR_ARG(key), n);
    out->cites = cites_read(ld, at[CAPTION_CITE]);
}

const struct caption *captions_read(struct loader *ld, uint32_t list, struct str key,
                                    int *count_out)
{
    struct caption *captions = arena_new(&ld->s->arena, struct caption, list_count(ld, list));
    *count_out = 0;
    (void)list_not_empty(ld, list);
    for (uint32_t e = list_first(ld, list, AN_OBJECT, REQUIRED); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, REQUIRED)) {
        caption_read(ld, e, key, &captions[(*count_out)++]);
    }
    return captions;
}

enum {
    CHOICE_ID,
    CHOICE_TEXT,
    CHOICE_TO,
    CHOICE_IF,
    CHOICE_SET,
    CHOICE_BECAUSE,
    CHOICE_BECAUSE_GENTLE,
    CHOICE_CITE,
    CHOICE_LEVEL,
    CHOICE_COUNT,
};
static const struct field choice_fields[] = {
    [CHOICE_ID] = {STR_INIT("id"), A_STRING, OPTIONAL},
    [CHOICE_TEXT] = {STR_INIT("text"), A_STRING, REQUIRED},
    [CHOICE_TO] = {STR_INIT("to"), A_STRING, REQUIRED},
    [CHOICE_IF] = {STR_INIT("if"), A_NULL | A_BOOL | A_NUMBER | A_STRING | AN_ARRAY | AN_OBJECT,
                   OPTIONAL},
    [CHOICE_SET] = {STR_INIT("set"), AN_OBJECT, OPTIONAL},
    [CHOICE_BECAUSE] = {STR_INIT("because"), A_STRING, OPTIONAL},
    [CHOICE_BECAUSE_GENTLE] = {STR_INIT("because-gentle"), A_STRING, OPTIONAL},
    [CHOICE_CITE] = {STR_INIT("cite"), AN_ARRAY, OPTIONAL},
    [CHOICE_LEVEL] = {STR_INIT("level"), A_STRING, OPTIONAL},
};

/* The choices of one scene on their way into the model. */
struct choices {
    struct choice *items;
    int count;
    struct set ids;
    struct str scene;
};

/* The id as written, or that of the scene it leads to; a second one of the same name is told apart.
 */
static struct str choice_id(struct loader *ld, uint32_t node, const uint32_t *at, struct choices *c)
{
    bool has_id = at[CHOICE_ID] != JSON_NONE;
    uint32_t named = has_id ? at[CHOICE_ID] : at[CHOICE_TO];
    struct str id = has_id ? id_read(ld, at[CHOICE_ID]) : string_read(ld, at[CHOICE_TO]);
    if (!id.s || set_add(&c->ids, &ld->scratch, id)) {
        return id;
    }
    struct str label = node_label(ld, json_parent(ld->doc, json_parent(ld->doc, node)));
    diag_node(ld->diags, ld->doc, named, TAG_DUPLICATE_ID, (struct str){0},
              "two choices of %.*s are called \"%.*s\"%s", STR_ARG(label), STR_ARG(id),
              has_id ? "" : "; give this one an \"id\"");
    return arena_printf(&ld->s->arena, "%.*s.%u", STR_ARG(id),
                        (unsigned)json_ordinal(ld->doc, node) + 1);
}

/* False where it leads nowhere. */
static bool choice_read(struct loader *ld, uint32_t node, struct choices *c, struct choice *out)
{
    unsigned n = (unsigned)json_ordinal(ld->doc, node) + 1;
    uint32_t at[CHOICE_COUNT];
    fields_read(ld, node, choice_fields, CHOICE_COUNT, at);
    out->node = node;
    out->id = choice_id(ld, node, at, c);
    out->text = marked_read(ld, at[CHOICE_TEXT], "%.*s/choice.%u", STR_ARG(c->scene), n);
    out->to = ref_read(ld, at[CHOICE_TO], REF_SCENE);
    out->condition = rule_read(ld, at[CHOICE_IF]);
    out->set = set_read(ld, at[CHOICE_SET], &out->set_count);
    out->because =
        marked_read(ld, at[CHOICE_BECAUSE], "%.*s/choice.%u.because", STR_ARG(c->scene), n);
    out->because_gentle = marked_read(ld, at[CHOICE_BECAUSE_GENTLE],
                                      "%.*s/choice.%u.because-gentle", STR_ARG(c->scene), n);
    out->cites = cites_read(ld, at[CHOICE_CITE]);
    out->full_only = full_only_read(ld, at[CHOICE_LEVEL]);
    return out->to >= 0;
}

const struct choice *choices_read(struct loader *ld, uint32_t list, struct str scene,
                                  int *count_out)
{
    struct choices c = {.scene = scene};
    c.items = arena_new(&ld->s->arena, struct choice, list_count(ld, list));
    (void)list_not_empty(ld, list);
    for (uint32_t e = list_first(ld, list, AN_OBJECT, REQUIRED); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, REQUIRED)) {
        struct choice choice = {0};
        if (choice_read(ld, e, &c, &choice)) {
            c.items[c.count++] = choice;
        }
    }
    *count_out = c.count;
    return c.items;
}

enum { ENDING_ID, ENDING_TITLE, ENDING_TEXT, ENDING_COUNT };
static const struct field ending_fields[] = {
    [ENDING_ID] = {STR_INIT("id"), A_STRING, REQUIRED},
    [ENDING_TITLE] = {STR_INIT("title"), A_STRING, REQUIRED},
    [ENDING_TEXT] = {STR_INIT("text"), A_STRING, OPTIONAL},
};

/* `key` is "ID/ending" or "ID/gentle.ending". */
const struct ending *ending_read(struct loader *ld, uint32_t node, struct str key)
{
    uint32_t at[ENDING_COUNT];
    if (node == JSON_NONE) {
        return NULL;
    }
    fields_read(ld, node, ending_fields, ENDING_COUNT, at);
    struct ending *ending = arena_new(&ld->s->arena, struct ending, 1);
    ending->node = node;
    ending->id = id_read(ld, at[ENDING_ID]);
    ending->title = text_read(ld, at[ENDING_TITLE], "%.*s.title", STR_ARG(key));
    ending->text = marked_read(ld, at[ENDING_TEXT], "%.*s.text", STR_ARG(key));
    return ending;
}
