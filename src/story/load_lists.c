/* What stands beside the scenes: sources, glossary, timeline, cuts, credits, variables, names. */
#include "story/load.h"

enum {
    SOURCE_TITLE,
    SOURCE_AUTHOR,
    SOURCE_PUBLISHER,
    SOURCE_DATE,
    SOURCE_URL,
    SOURCE_KIND,
    SOURCE_LEVEL,
    SOURCE_COUNT,
};
static const struct field source_fields[] = {
    [SOURCE_TITLE] = {STR_INIT("title"), A_STRING, REQUIRED},
    [SOURCE_AUTHOR] = {STR_INIT("author"), A_STRING, OPTIONAL},
    [SOURCE_PUBLISHER] = {STR_INIT("publisher"), A_STRING, OPTIONAL},
    [SOURCE_DATE] = {STR_INIT("date"), A_STRING, OPTIONAL},
    [SOURCE_URL] = {STR_INIT("url"), A_STRING, OPTIONAL},
    [SOURCE_KIND] = {STR_INIT("kind"), A_STRING, OPTIONAL},
    [SOURCE_LEVEL] = {STR_INIT("level"), A_STRING, OPTIONAL},
};

static void source_read(struct loader *ld, uint32_t member, struct source *out)
{
    uint32_t at[SOURCE_COUNT];
    out->id = arena_str(&ld->s->arena, json_name(ld->doc, member));
    out->node = member;
    if (!kind_check(ld, member, AN_OBJECT, OPTIONAL)) {
        return;
    }
    fields_read(ld, member, source_fields, SOURCE_COUNT, at);
    out->title = string_read(ld, at[SOURCE_TITLE]);
    out->author = string_read(ld, at[SOURCE_AUTHOR]);
    out->publisher = string_read(ld, at[SOURCE_PUBLISHER]);
    out->date = date_read(ld, at[SOURCE_DATE]);
    out->url = string_read(ld, at[SOURCE_URL]);
    out->kind = string_read(ld, at[SOURCE_KIND]);
    out->full_only = full_only_read(ld, at[SOURCE_LEVEL]);
}

void sources_read(struct loader *ld, uint32_t object)
{
    struct story *s = ld->s;
    s->sources = arena_new(&s->arena, struct source, list_count(ld, object));
    if (object == JSON_NONE) {
        return;
    }
    for (uint32_t m = json_first(ld->doc, object); m != JSON_NONE; m = json_next(ld->doc, m)) {
        source_read(ld, m, &s->sources[s->source_count++]);
    }
}

enum { TERM_TERM, TERM_TEXT, TERM_CITE, TERM_LEVEL, TERM_COUNT };
static const struct field term_fields[] = {
    [TERM_TERM] = {STR_INIT("term"), A_STRING, REQUIRED},
    [TERM_TEXT] = {STR_INIT("text"), A_STRING, REQUIRED},
    [TERM_CITE] = {STR_INIT("cite"), AN_ARRAY, OPTIONAL},
    [TERM_LEVEL] = {STR_INIT("level"), A_STRING, OPTIONAL},
};

static void term_read(struct loader *ld, uint32_t member, struct glossary_entry *out)
{
    uint32_t at[TERM_COUNT];
    out->id = arena_str(&ld->s->arena, json_name(ld->doc, member));
    out->node = member;
    if (!kind_check(ld, member, AN_OBJECT, OPTIONAL)) {
        return;
    }
    fields_read(ld, member, term_fields, TERM_COUNT, at);
    out->term = text_read(ld, at[TERM_TERM], "glossary.%.*s.term", STR_ARG(out->id));
    out->text = marked_read(ld, at[TERM_TEXT], "glossary.%.*s.text", STR_ARG(out->id));
    out->cites = cites_read(ld, at[TERM_CITE]);
    out->full_only = full_only_read(ld, at[TERM_LEVEL]);
}

void glossary_read(struct loader *ld, uint32_t object)
{
    struct story *s = ld->s;
    s->glossary = arena_new(&s->arena, struct glossary_entry, list_count(ld, object));
    if (object == JSON_NONE) {
        return;
    }
    for (uint32_t m = json_first(ld->doc, object); m != JSON_NONE; m = json_next(ld->doc, m)) {
        term_read(ld, m, &s->glossary[s->glossary_count++]);
    }
}

enum { ROW_DATE, ROW_TEXT, ROW_CITE, ROW_LEVEL, ROW_COUNT };
static const struct field row_fields[] = {
    [ROW_DATE] = {STR_INIT("date"), A_STRING, REQUIRED},
    [ROW_TEXT] = {STR_INIT("text"), A_STRING, REQUIRED},
    [ROW_CITE] = {STR_INIT("cite"), AN_ARRAY, OPTIONAL},
    [ROW_LEVEL] = {STR_INIT("level"), A_STRING, OPTIONAL},
};

/* `*latest` is the first day of the latest row so far. */
static void order_check(struct loader *ld, uint32_t node, struct str date, int *latest)
{
    int from;
    if (!date.s || !date_is_sound(date, &from)) {
        return;
    }
    if (from >= *latest) {
        *latest = from;
        return;
    }
    struct str label = node_label(ld, node);
    diag_node(ld->diags, ld->doc, node, TAG_BAD_VALUE, (struct str){0},
              "%.*s is \"%.*s\", which begins before the row above it", STR_ARG(label),
              STR_ARG(date));
}

static void row_read(struct loader *ld, uint32_t node, struct timeline_row *out, int *latest)
{
    uint32_t at[ROW_COUNT];
    fields_read(ld, node, row_fields, ROW_COUNT, at);
    out->date = date_read(ld, at[ROW_DATE]);
    order_check(ld, at[ROW_DATE], out->date, latest);
    out->text =
        text_read(ld, at[ROW_TEXT], "timeline.%u", (unsigned)json_ordinal(ld->doc, node) + 1);
    out->cites = cites_read(ld, at[ROW_CITE]);
    out->full_only = full_only_read(ld, at[ROW_LEVEL]);
}

void timeline_read(struct loader *ld, uint32_t list)
{
    struct story *s = ld->s;
    int latest = 0;
    s->timeline = arena_new(&s->arena, struct timeline_row, list_count(ld, list));
    for (uint32_t e = list_first(ld, list, AN_OBJECT, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, OPTIONAL)) {
        row_read(ld, e, &s->timeline[s->timeline_count++], &latest);
    }
}

enum { CUT_ID, CUT_TITLE, CUT_MINUTES, CUT_PATH, CUT_COUNT };
static const struct field cut_fields[] = {
    [CUT_ID] = {STR_INIT("id"), A_STRING, REQUIRED},
    [CUT_TITLE] = {STR_INIT("title"), A_STRING, REQUIRED},
    [CUT_MINUTES] = {STR_INIT("minutes"), A_NUMBER, REQUIRED},
    [CUT_PATH] = {STR_INIT("path"), AN_ARRAY, REQUIRED},
};

/* False where a scene of it is unknown, or none is there. */
static bool path_of_cut_read(struct loader *ld, uint32_t list, struct cut *out)
{
    int *path = arena_new(&ld->s->arena, int, list_count(ld, list));
    (void)list_not_empty(ld, list);
    for (uint32_t e = list_first(ld, list, A_STRING, REQUIRED); e != JSON_NONE;
         e = list_next(ld, e, A_STRING, REQUIRED)) {
        int scene = ref_read(ld, e, REF_SCENE);
        if (scene >= 0) {
            path[out->path_count++] = scene;
        }
    }
    out->path = path;
    return out->path_count > 0 && (uint32_t)out->path_count == list_count(ld, list);
}

static bool cut_read(struct loader *ld, uint32_t node, struct map *ids, struct cut *out)
{
    uint32_t at[CUT_COUNT];
    fields_read(ld, node, cut_fields, CUT_COUNT, at);
    out->node = node;
    out->id = id_read(ld, at[CUT_ID]);
    out->title = text_read(ld, at[CUT_TITLE], "cut.%.*s", STR_ARG(out->id));
    out->minutes = number_read(ld, at[CUT_MINUTES], (struct range){0.1, 1440}, 0);
    bool is_whole = path_of_cut_read(ld, at[CUT_PATH], out);
    if (!out->id.s) {
        return false;
    }
    if (!map_add(ids, &ld->scratch, out->id, 0)) {
        diag_node(ld->diags, ld->doc, at[CUT_ID], TAG_DUPLICATE_ID, (struct str){0},
                  "two cuts are called \"%.*s\"", STR_ARG(out->id));
        return false;
    }
    return is_whole && out->minutes > 0;
}

void cuts_read(struct loader *ld, uint32_t list)
{
    struct story *s = ld->s;
    struct map ids = {0};
    s->cuts = arena_new(&s->arena, struct cut, list_count(ld, list));
    for (uint32_t e = list_first(ld, list, AN_OBJECT, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, OPTIONAL)) {
        struct cut cut = {0};
        uint32_t text_count = s->text_count;
        if (cut_read(ld, e, &ids, &cut)) {
            s->cuts[s->cut_count++] = cut;
        } else {
            s->text_count = text_count;
        }
    }
}

enum { CREDIT_ROLE, CREDIT_NAME, CREDIT_COUNT };
static const struct field credit_fields[] = {
    [CREDIT_ROLE] = {STR_INIT("role"), A_STRING, REQUIRED},
    [CREDIT_NAME] = {STR_INIT("name"), A_STRING, REQUIRED},
};

void credits_read(struct loader *ld, uint32_t list)
{
    struct story *s = ld->s;
    s->credits = arena_new(&s->arena, struct credit, list_count(ld, list));
    for (uint32_t e = list_first(ld, list, AN_OBJECT, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, OPTIONAL)) {
        uint32_t at[CREDIT_COUNT];
        struct credit *credit = &s->credits[s->credit_count++];
        fields_read(ld, e, credit_fields, CREDIT_COUNT, at);
        credit->role = text_read(ld, at[CREDIT_ROLE], "credits.%u.role",
                                 (unsigned)json_ordinal(ld->doc, e) + 1);
        credit->name = string_read(ld, at[CREDIT_NAME]);
    }
}

static struct value first_value(struct loader *ld, uint32_t node)
{
    switch (json_kind(ld->doc, node)) {
    case JSON_BOOL:
        return (struct value){.kind = VALUE_BOOL, .truth = json_bool(ld->doc, node)};
    case JSON_NUMBER:
        return (struct value){.kind = VALUE_NUMBER, .number = json_number(ld->doc, node)};
    case JSON_STRING:
        return (struct value){.kind = VALUE_STRING, .string = string_read(ld, node)};
    case JSON_NULL:
    case JSON_ARRAY:
    case JSON_OBJECT:
        break;
    }
    return (struct value){0};
}

void variables_read(struct loader *ld, uint32_t object)
{
    struct story *s = ld->s;
    s->variables = arena_new(&s->arena, struct variable, list_count(ld, object));
    if (object == JSON_NONE) {
        return;
    }
    for (uint32_t m = json_first(ld->doc, object); m != JSON_NONE; m = json_next(ld->doc, m)) {
        if (is_own_name(json_name(ld->doc, m))) {
            continue;
        }
        struct variable *v = &s->variables[s->variable_count++];
        v->name = arena_str(&s->arena, json_name(ld->doc, m));
        v->node = m;
        if (kind_check(ld, m, A_BOOL | A_NUMBER | A_STRING, OPTIONAL)) {
            v->first = first_value(ld, m);
        }
    }
}

static void words_read(struct loader *ld, uint32_t object)
{
    struct story *s = ld->s;
    struct str language = language_name_read(ld, object);
    for (uint32_t m = list_first(ld, object, A_STRING, OPTIONAL); m != JSON_NONE;
         m = list_next(ld, m, A_STRING, OPTIONAL)) {
        s->pronunciations[s->pronunciation_count++] = (struct pronunciation){
            language, arena_str(&s->arena, json_name(ld->doc, m)), string_read(ld, m)};
    }
}

void pronounce_read(struct loader *ld, uint32_t object)
{
    struct story *s = ld->s;
    size_t capacity = 0;
    if (object == JSON_NONE) {
        return;
    }
    for (uint32_t m = json_first(ld->doc, object); m != JSON_NONE; m = json_next(ld->doc, m)) {
        capacity += json_count(ld->doc, m);
    }
    s->pronunciations = arena_new(&s->arena, struct pronunciation, capacity);
    for (uint32_t m = list_first(ld, object, AN_OBJECT, OPTIONAL); m != JSON_NONE;
         m = list_next(ld, m, AN_OBJECT, OPTIONAL)) {
        words_read(ld, m);
    }
}
