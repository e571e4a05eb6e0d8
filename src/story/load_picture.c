#include "story/load.h"

static const struct range part = {0, 1};

enum { PAN_FROM, PAN_TO, PAN_SECONDS, PAN_COUNT };
static const struct field pan_fields[] = {
    [PAN_FROM] = {STR_INIT("from"), AN_ARRAY, REQUIRED},
    [PAN_TO] = {STR_INIT("to"), AN_ARRAY, REQUIRED},
    [PAN_SECONDS] = {STR_INIT("seconds"), A_NUMBER, REQUIRED},
};

static bool pan_read(struct loader *ld, uint32_t node, struct pan *out)
{
    static const struct range view[] = {{0, 1}, {0, 1}, {0.01, 100}};
    uint32_t at[PAN_COUNT];
    if (node == JSON_NONE) {
        return false;
    }
    fields_read(ld, node, pan_fields, PAN_COUNT, at);
    bool has_from = numbers_read(ld, at[PAN_FROM], view, 3, out->from);
    bool has_to = numbers_read(ld, at[PAN_TO], view, 3, out->to);
    out->seconds = number_read(ld, at[PAN_SECONDS], (struct range){0.1, 3600}, 0);
    return has_from && has_to && out->seconds > 0;
}

enum { LAYER_FILE, LAYER_DEPTH, LAYER_AT, LAYER_COUNT };
static const struct field layer_fields[] = {
    [LAYER_FILE] = {STR_INIT("file"), A_STRING, REQUIRED},
    [LAYER_DEPTH] = {STR_INIT("depth"), A_NUMBER, REQUIRED},
    [LAYER_AT] = {STR_INIT("at"), AN_ARRAY, REQUIRED},
};

static bool layer_read(struct loader *ld, uint32_t node, struct layer *out)
{
    /* Something of it has to be seen. */
    static const struct range parts[] = {{0, 1}, {0, 1}, {0.0001, 1}, {0.0001, 1}};
    uint32_t at[LAYER_COUNT];
    double box[4];
    fields_read(ld, node, layer_fields, LAYER_COUNT, at);
    out->file = path_read(ld, at[LAYER_FILE]);
    out->depth = number_read(ld, at[LAYER_DEPTH], part, -1);
    if (!numbers_read(ld, at[LAYER_AT], parts, 4, box)) {
        return false;
    }
    out->x = box[0];
    out->y = box[1];
    out->w = box[2];
    out->h = box[3];
    return out->file.n > 0 && out->depth >= 0;
}

static void layers_read(struct loader *ld, uint32_t list, struct picture *p)
{
    struct layer *layers = arena_new(&ld->s->arena, struct layer, list_count(ld, list));
    for (uint32_t e = list_first(ld, list, AN_OBJECT, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, OPTIONAL)) {
        if (layer_read(ld, e, &layers[p->layer_count])) {
            p->layer_count++;
        }
    }
    p->layers = layers;
}

static enum picture_kind picture_kind_read(struct loader *ld, uint32_t node)
{
    static const struct str words[] = {STR_INIT("photograph"), STR_INIT("archive"),
                                       STR_INIT("illustration"), STR_INIT("map"),
                                       STR_INIT("satellite")};
    return (enum picture_kind)(word_read(ld, node, words, COUNT(words), -1) + KIND_PHOTOGRAPH);
}

static enum air air_read(struct loader *ld, uint32_t node)
{
    static const struct str words[] = {STR_INIT("snow"), STR_INIT("rain"), STR_INIT("dust"),
                                       STR_INIT("petals")};
    return (enum air)(word_read(ld, node, words, COUNT(words), -1) + AIR_SNOW);
}

enum {
    PICTURE_FILE,
    PICTURE_ALT,
    PICTURE_KIND,
    PICTURE_DESCRIBE,
    PICTURE_CREDIT,
    PICTURE_LICENCE,
    PICTURE_HOLDER,
    PICTURE_URL,
    PICTURE_FOCUS,
    PICTURE_PAN,
    PICTURE_LAYERS,
    PICTURE_AIR,
    PICTURE_COUNT,
};
static const struct field picture_fields[] = {
    [PICTURE_FILE] = {STR_INIT("file"), A_STRING, REQUIRED},
    [PICTURE_ALT] = {STR_INIT("alt"), A_STRING, NEEDS_ALT},
    [PICTURE_KIND] = {STR_INIT("kind"), A_STRING, OPTIONAL},
    [PICTURE_DESCRIBE] = {STR_INIT("describe"), A_STRING, OPTIONAL},
    [PICTURE_CREDIT] = {STR_INIT("credit"), A_STRING, NEEDS_CREDIT},
    [PICTURE_LICENCE] = {STR_INIT("licence"), A_STRING, OPTIONAL},
    [PICTURE_HOLDER] = {STR_INIT("rights-holder"), A_STRING, OPTIONAL},
    [PICTURE_URL] = {STR_INIT("source-url"), A_STRING, OPTIONAL},
    [PICTURE_FOCUS] = {STR_INIT("focus"), AN_ARRAY, OPTIONAL},
    [PICTURE_PAN] = {STR_INIT("pan"), AN_OBJECT, OPTIONAL},
    [PICTURE_LAYERS] = {STR_INIT("layers"), AN_ARRAY, OPTIONAL},
    [PICTURE_AIR] = {STR_INIT("air"), A_STRING, OPTIONAL},
};

static void focus_read(struct loader *ld, uint32_t node, double focus[2])
{
    static const struct range parts[] = {{0, 1}, {0, 1}};
    double given[2];
    bool is_sound = numbers_read(ld, node, parts, 2, given);
    focus[0] = is_sound ? given[0] : 0.5;
    focus[1] = is_sound ? given[1] : 0.5;
}

const struct picture *picture_read(struct loader *ld, uint32_t node, struct str key,
                                   struct text stand_in)
{
    uint32_t at[PICTURE_COUNT];
    if (node == JSON_NONE) {
        return NULL;
    }
    fields_read(ld, node, picture_fields, PICTURE_COUNT, at);
    struct picture *p = arena_new(&ld->s->arena, struct picture, 1);
    p->node = node;
    p->file = path_read(ld, at[PICTURE_FILE]);
    p->alt = text_read(ld, at[PICTURE_ALT], "%.*s.alt", STR_ARG(key));
    if (p->alt.id == 0) {
        p->alt = stand_in;
    }
    p->describe = text_read(ld, at[PICTURE_DESCRIBE], "%.*s.describe", STR_ARG(key));
    p->kind = picture_kind_read(ld, at[PICTURE_KIND]);
    p->credit = string_read(ld, at[PICTURE_CREDIT]);
    p->licence = string_read(ld, at[PICTURE_LICENCE]);
    p->rights_holder = string_read(ld, at[PICTURE_HOLDER]);
    p->source_url = string_read(ld, at[PICTURE_URL]);
    focus_read(ld, at[PICTURE_FOCUS], p->focus);
    p->has_pan = pan_read(ld, at[PICTURE_PAN], &p->pan);
    layers_read(ld, at[PICTURE_LAYERS], p);
    p->air = air_read(ld, at[PICTURE_AIR]);
    return p;
}

enum { SOUND_FILE, SOUND_ALT, SOUND_LOOP, SOUND_GAIN, SOUND_COUNT };
static const struct field sound_fields[] = {
    [SOUND_FILE] = {STR_INIT("file"), A_STRING, REQUIRED},
    [SOUND_ALT] = {STR_INIT("alt"), A_STRING, NEEDS_ALT},
    [SOUND_LOOP] = {STR_INIT("loop"), A_BOOL, OPTIONAL},
    [SOUND_GAIN] = {STR_INIT("gain"), A_NUMBER, OPTIONAL},
};

const struct sound *sound_read(struct loader *ld, uint32_t node, struct str scene,
                               struct text stand_in)
{
    uint32_t at[SOUND_COUNT];
    if (node == JSON_NONE) {
        return NULL;
    }
    fields_read(ld, node, sound_fields, SOUND_COUNT, at);
    struct sound *sound = arena_new(&ld->s->arena, struct sound, 1);
    sound->node = node;
    sound->file = path_read(ld, at[SOUND_FILE]);
    sound->alt = text_read(ld, at[SOUND_ALT], "%.*s/sound.alt", STR_ARG(scene));
    if (sound->alt.id == 0) {
        sound->alt = stand_in;
    }
    sound->loop = bool_read(ld, at[SOUND_LOOP], false);
    sound->gain = number_read(ld, at[SOUND_GAIN], (struct range){0, 16}, 1);
    return sound;
}
