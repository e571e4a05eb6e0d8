#include "story/load.h"

enum {
    SCENE_ID,
    SCENE_CHAPTER,
    SCENE_TITLE,
    SCENE_CAPTIONS,
    SCENE_CHOICES,
    SCENE_NEXT,
    SCENE_ENDING,
    SCENE_PLACE,
    SCENE_BY,
    SCENE_PICTURE,
    SCENE_SOUND,
    SCENE_CLAIMS,
    SCENE_ADVISORY,
    SCENE_SKIP,
    SCENE_GENTLE,
    SCENE_QUESTIONS,
    SCENE_DISCUSS,
    SCENE_NOTES,
    SCENE_COUNT,
};
static const struct field scene_fields[] = {
    [SCENE_ID] = {STR_INIT("id"), A_STRING, REQUIRED},
    [SCENE_CHAPTER] = {STR_INIT("chapter"), A_STRING, REQUIRED},
    [SCENE_TITLE] = {STR_INIT("title"), A_STRING, REQUIRED},
    [SCENE_CAPTIONS] = {STR_INIT("captions"), AN_ARRAY, REQUIRED},
    [SCENE_CHOICES] = {STR_INIT("choices"), AN_ARRAY, ONE_OF},
    [SCENE_NEXT] = {STR_INIT("next"), A_STRING, ONE_OF},
    [SCENE_ENDING] = {STR_INIT("ending"), AN_OBJECT, ONE_OF},
    [SCENE_PLACE] = {STR_INIT("place"), A_STRING, OPTIONAL},
    [SCENE_BY] = {STR_INIT("by"), A_STRING, OPTIONAL},
    [SCENE_PICTURE] = {STR_INIT("picture"), AN_OBJECT, OPTIONAL},
    [SCENE_SOUND] = {STR_INIT("sound"), AN_OBJECT, OPTIONAL},
    [SCENE_CLAIMS] = {STR_INIT("claims"), AN_ARRAY, OPTIONAL},
    [SCENE_ADVISORY] = {STR_INIT("advisory"), AN_ARRAY, OPTIONAL},
    [SCENE_SKIP] = {STR_INIT("skip"), A_STRING, OPTIONAL},
    [SCENE_GENTLE] = {STR_INIT("gentle"), AN_OBJECT, OPTIONAL},
    [SCENE_QUESTIONS] = {STR_INIT("questions"), AN_ARRAY, OPTIONAL},
    [SCENE_DISCUSS] = {STR_INIT("discuss"), AN_ARRAY, OPTIONAL},
    [SCENE_NOTES] = {STR_INIT("notes"), A_STRING, OPTIONAL},
};

enum { GENTLE_TITLE, GENTLE_PICTURE, GENTLE_CAPTIONS, GENTLE_NEXT, GENTLE_ENDING, GENTLE_COUNT };
static const struct field gentle_fields[] = {
    [GENTLE_TITLE] = {STR_INIT("title"), A_STRING, OPTIONAL},
    [GENTLE_PICTURE] = {STR_INIT("picture"), AN_OBJECT, OPTIONAL},
    [GENTLE_CAPTIONS] = {STR_INIT("captions"), AN_ARRAY, OPTIONAL},
    [GENTLE_NEXT] = {STR_INIT("next"), A_STRING, OPTIONAL},
    [GENTLE_ENDING] = {STR_INIT("ending"), AN_OBJECT, OPTIONAL},
};

static void report_gentle_ending(struct loader *ld, uint32_t node, const char *why)
{
    struct str label = node_label(ld, node);
    diag_node(ld->diags, ld->doc, node, TAG_BAD_VALUE, (struct str){0}, "%.*s %s", STR_ARG(label),
              why);
}

/* Read in any case, for its own faults; kept where it stands for an ending. */
static const struct ending *gentle_ending_read(struct loader *ld, uint32_t node, bool has_next,
                                               const struct scene *scene)
{
    struct str key = key_of(ld, "%.*s/gentle.ending", STR_ARG(scene->id));
    const struct ending *ending = ending_read(ld, node, key);
    if (!ending) {
        return NULL;
    }
    if (!scene->ending) {
        report_gentle_ending(ld, node, "stands in place of an ending, and the scene has none");
        return NULL;
    }
    if (has_next) {
        report_gentle_ending(ld, node, "stands beside \"next\"; a telling either ends or goes on");
        return NULL;
    }
    return ending;
}

static const struct gentle *gentle_read(struct loader *ld, uint32_t node, const struct scene *scene)
{
    uint32_t at[GENTLE_COUNT];
    if (node == JSON_NONE) {
        return NULL;
    }
    fields_read(ld, node, gentle_fields, GENTLE_COUNT, at);
    struct gentle *g = arena_new(&ld->s->arena, struct gentle, 1);
    g->title = text_read(ld, at[GENTLE_TITLE], "%.*s/gentle.title", STR_ARG(scene->id));
    if (at[GENTLE_PICTURE] != JSON_NONE) {
        struct str key = key_of(ld, "%.*s/gentle.picture", STR_ARG(scene->id));
        g->picture = picture_read(ld, at[GENTLE_PICTURE], key, g->title.id ? g->title : scene->title);
    }
    struct str key = key_of(ld, "%.*s/gentle", STR_ARG(scene->id));
    g->captions = captions_read(ld, at[GENTLE_CAPTIONS], key, &g->caption_count);
    g->next = ref_read(ld, at[GENTLE_NEXT], REF_SCENE);
    g->ending = gentle_ending_read(ld, at[GENTLE_ENDING], at[GENTLE_NEXT] != JSON_NONE, scene);
    return g;
}

static unsigned advisories_read(struct loader *ld, uint32_t list)
{
    static const struct str words[ADVISORY_COUNT] = {
        STR_INIT("violence"),    STR_INIT("imprisonment"), STR_INIT("sexual-violence"),
        STR_INIT("trafficking"), STR_INIT("death"),        STR_INIT("hunger"),
    };
    unsigned advisories = 0;
    for (uint32_t e = list_first(ld, list, A_STRING, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, A_STRING, OPTIONAL)) {
        int word = word_read(ld, e, words, ADVISORY_COUNT, -1);
        advisories |= word < 0 ? 0 : 1U << word;
    }
    return advisories;
}

static void discuss_read(struct loader *ld, uint32_t list, struct scene *scene)
{
    struct text *prompts = arena_new(&ld->s->arena, struct text, list_count(ld, list));
    for (uint32_t e = list_first(ld, list, A_STRING, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, A_STRING, OPTIONAL)) {
        prompts[scene->discuss_count++] = marked_read(ld, e, "%.*s/discuss.%u", STR_ARG(scene->id),
                                                      (unsigned)json_ordinal(ld->doc, e) + 1);
    }
    scene->discuss = prompts;
}

static void place_read(struct loader *ld, const uint32_t *at, struct scene *scene)
{
    static const struct str words[] = {STR_INIT("foot"), STR_INIT("road"), STR_INIT("rail"),
                                       STR_INIT("river"), STR_INIT("air")};
    int place = ref_read(ld, at[SCENE_PLACE], REF_PLACE);
    scene->place = place >= 0 && ld->place_is_sound[place] ? place : -1;
    scene->by = (enum travel)(word_read(ld, at[SCENE_BY], words, COUNT(words), -1) + BY_FOOT);
}

static void report_second_way_out(struct loader *ld, uint32_t first, uint32_t second)
{
    struct str label = node_label(ld, json_parent(ld->doc, first));
    diag_node(
        ld->diags, ld->doc, second, TAG_BAD_VALUE, (struct str){0},
        "%.*s has both \"%.*s\" and \"%.*s\"; it takes one of \"choices\", \"next\" and \"ending\"",
        STR_ARG(label), STR_ARG(json_name(ld->doc, first)), STR_ARG(json_name(ld->doc, second)));
}

static void report_no_way_out(struct loader *ld, uint32_t node)
{
    struct str label = node_label(ld, node);
    diag_node_as(ld->diags, ld->doc, node, TAG_MISSING_NAME, true, (struct str){0},
                 "%.*s has none of \"choices\", \"next\" and \"ending\"", STR_ARG(label));
}

/* One of the wrong kind was told of already. */
static bool has_way_out(const struct loader *ld, uint32_t node)
{
    bool has = false;
    for (int way = SCENE_CHOICES; way <= SCENE_ENDING; way++) {
        has = has || json_member(ld->doc, node, scene_fields[way].name) != JSON_NONE;
    }
    return has;
}

/* Leaves one way out, the first of choices, next and ending. */
static void ways_out_check(struct loader *ld, uint32_t node, uint32_t *at)
{
    uint32_t first = JSON_NONE;
    for (int way = SCENE_CHOICES; way <= SCENE_ENDING; way++) {
        if (first == JSON_NONE) {
            first = at[way];
        } else if (at[way] != JSON_NONE) {
            report_second_way_out(ld, first, at[way]);
            at[way] = JSON_NONE;
        }
    }
    if (first == JSON_NONE && !has_way_out(ld, node)) {
        report_no_way_out(ld, node);
    }
}

static void telling_read(struct loader *ld, const uint32_t *at, struct scene *scene)
{
    struct str key = key_of(ld, "%.*s/caption", STR_ARG(scene->id));
    scene->captions = captions_read(ld, at[SCENE_CAPTIONS], key, &scene->caption_count);
    scene->choices = choices_read(ld, at[SCENE_CHOICES], scene->id, &scene->choice_count);
    scene->next = ref_read(ld, at[SCENE_NEXT], REF_SCENE);
    scene->ending = ending_read(ld, at[SCENE_ENDING], key_of(ld, "%.*s/ending", STR_ARG(scene->id)));
}

static void scene_read(struct loader *ld, uint32_t node, struct scene *scene)
{
    uint32_t at[SCENE_COUNT];
    fields_read(ld, node, scene_fields, SCENE_COUNT, at);
    ways_out_check(ld, node, at);
    scene->node = node;
    scene->id = id_read(ld, at[SCENE_ID]);
    scene->chapter = ref_read(ld, at[SCENE_CHAPTER], REF_CHAPTER);
    scene->title = text_read(ld, at[SCENE_TITLE], "%.*s/title", STR_ARG(scene->id));
    telling_read(ld, at, scene);
    place_read(ld, at, scene);
    if (at[SCENE_PICTURE] != JSON_NONE) {
        struct str key = key_of(ld, "%.*s/picture", STR_ARG(scene->id));
        scene->picture = picture_read(ld, at[SCENE_PICTURE], key, scene->title);
    }
    scene->sound = sound_read(ld, at[SCENE_SOUND], scene->id, scene->title);
    scene->claims = claims_read(ld, at[SCENE_CLAIMS], scene->id, &scene->claim_count);
    scene->advisories = advisories_read(ld, at[SCENE_ADVISORY]);
    scene->skip = marked_read(ld, at[SCENE_SKIP], "%.*s/skip", STR_ARG(scene->id));
    scene->gentle = gentle_read(ld, at[SCENE_GENTLE], scene);
    scene->questions = questions_read(ld, at[SCENE_QUESTIONS], scene->id, &scene->question_count);
    discuss_read(ld, at[SCENE_DISCUSS], scene);
    scene->notes = marked_read(ld, at[SCENE_NOTES], "%.*s/notes", STR_ARG(scene->id));
}

/* One without an id, or with that of a scene before it, is read for its faults alone. */
void scenes_read(struct loader *ld, uint32_t list)
{
    struct story *s = ld->s;
    s->scenes = arena_new(&s->arena, struct scene, (size_t)ld->names[REF_SCENE].count);
    for (uint32_t e = list_first(ld, list_not_empty(ld, list), AN_OBJECT, REQUIRED); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, REQUIRED)) {
        struct scene scene = {0};
        uint32_t text_count = s->text_count;
        scene_read(ld, piece_enter(ld, e), &scene);
        if (scene.id.s && name_find(ld, REF_SCENE, scene.id) == s->scene_count) {
            s->scenes[s->scene_count++] = scene;
        } else {
            s->text_count = text_count;
        }
    }
}
