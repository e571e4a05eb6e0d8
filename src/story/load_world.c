/* Where a story plays: chapters, places, maps. */
#include "story/load.h"
#include "story/media.h"

enum { CHAPTER_ID, CHAPTER_TITLE, CHAPTER_PICTURE, CHAPTER_COUNT };
static const struct field chapter_fields[] = {
    [CHAPTER_ID] = {STR_INIT("id"), A_STRING, REQUIRED},
    [CHAPTER_TITLE] = {STR_INIT("title"), A_STRING, REQUIRED},
    [CHAPTER_PICTURE] = {STR_INIT("picture"), AN_OBJECT, OPTIONAL},
};

static void chapter_read(struct loader *ld, uint32_t node, struct chapter *out)
{
    uint32_t at[CHAPTER_COUNT];
    fields_read(ld, node, chapter_fields, CHAPTER_COUNT, at);
    out->id = id_read(ld, at[CHAPTER_ID]);
    struct str key = key_of(ld, "chapter.%.*s", STR_ARG(out->id));
    out->title = text_read(ld, at[CHAPTER_TITLE], "%.*s", STR_ARG(key));
    out->picture = picture_read(ld, at[CHAPTER_PICTURE], key, out->title);
}

/* One without an id, or with that of a chapter before it, is read for its faults alone. */
void chapters_read(struct loader *ld, uint32_t list)
{
    struct story *s = ld->s;
    s->chapters = arena_new(&s->arena, struct chapter, (size_t)ld->names[REF_CHAPTER].count);
    for (uint32_t e = list_first(ld, list_not_empty(ld, list), AN_OBJECT, REQUIRED); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, REQUIRED)) {
        struct chapter chapter = {0};
        uint32_t text_count = s->text_count;
        chapter_read(ld, e, &chapter);
        if (chapter.id.s && name_find(ld, REF_CHAPTER, chapter.id) == s->chapter_count) {
            s->chapters[s->chapter_count++] = chapter;
        } else {
            s->text_count = text_count;
        }
    }
}

static const struct range degrees[] = {{-180, 180}, {-90, 90}};

enum { PLACE_NAME, PLACE_AT, PLACE_COUNT };
static const struct field place_fields[] = {
    [PLACE_NAME] = {STR_INIT("name"), A_STRING, REQUIRED},
    [PLACE_AT] = {STR_INIT("at"), AN_ARRAY, REQUIRED},
};

/* Returns whether it has coordinates. */
static bool place_read(struct loader *ld, uint32_t member, struct place *out)
{
    uint32_t at[PLACE_COUNT];
    double point[2];
    out->id = arena_str(&ld->s->arena, json_name(ld->doc, member));
    out->node = member;
    if (!kind_check(ld, member, AN_OBJECT, OPTIONAL)) {
        return false;
    }
    fields_read(ld, member, place_fields, PLACE_COUNT, at);
    out->name = text_read(ld, at[PLACE_NAME], "place.%.*s", STR_ARG(out->id));
    if (!numbers_read(ld, at[PLACE_AT], degrees, 2, point)) {
        return false;
    }
    out->longitude_deg = point[0];
    out->latitude_deg = point[1];
    return true;
}

void places_read(struct loader *ld, uint32_t object)
{
    struct story *s = ld->s;
    s->places = arena_new(&s->arena, struct place, list_count(ld, object));
    ld->place_is_sound = arena_new(&ld->lasting, bool, list_count(ld, object));
    if (object == JSON_NONE) {
        return;
    }
    for (uint32_t m = json_first(ld->doc, object); m != JSON_NONE; m = json_next(ld->doc, m)) {
        ld->place_is_sound[s->place_count] = place_read(ld, m, &s->places[s->place_count]);
        s->place_count++;
    }
}

enum { LABEL_TEXT, LABEL_AT, LABEL_KIND, LABEL_ANGLE, LABEL_COUNT };
static const struct field label_fields[] = {
    [LABEL_TEXT] = {STR_INIT("text"), A_STRING, REQUIRED},
    [LABEL_AT] = {STR_INIT("at"), AN_ARRAY, REQUIRED},
    [LABEL_KIND] = {STR_INIT("kind"), A_STRING, REQUIRED},
    [LABEL_ANGLE] = {STR_INIT("angle"), A_NUMBER, OPTIONAL},
};

/* False where it cannot be drawn. */
static bool label_read(struct loader *ld, uint32_t node, unsigned map, struct map_label *out)
{
    static const struct str words[] = {STR_INIT("country"), STR_INIT("water"), STR_INIT("river"),
                                       STR_INIT("city")};
    uint32_t at[LABEL_COUNT];
    double point[2];
    fields_read(ld, node, label_fields, LABEL_COUNT, at);
    out->text = text_read(ld, at[LABEL_TEXT], "map.%u.label.%u", map,
                          (unsigned)json_ordinal(ld->doc, node) + 1);
    int kind = word_read(ld, at[LABEL_KIND], words, COUNT(words), -1);
    out->angle_deg = number_read(ld, at[LABEL_ANGLE], (struct range){-360, 360}, 0);
    if (!numbers_read(ld, at[LABEL_AT], degrees, 2, point) || kind < 0) {
        return false;
    }
    out->kind = (enum label_kind)kind;
    out->longitude_deg = point[0];
    out->latitude_deg = point[1];
    return true;
}

static void labels_read(struct loader *ld, uint32_t list, unsigned map, struct story_map *out)
{
    struct map_label *labels = arena_new(&ld->s->arena, struct map_label, list_count(ld, list));
    for (uint32_t e = list_first(ld, list, AN_OBJECT, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, OPTIONAL)) {
        struct map_label label = {0};
        if (label_read(ld, e, map, &label)) {
            labels[out->label_count++] = label;
        }
    }
    out->labels = labels;
}

enum { MERCATOR_KIND, MERCATOR_BOUNDS, MERCATOR_COUNT };
static const struct field mercator_fields[] = {
    [MERCATOR_KIND] = {STR_INIT("kind"), A_STRING, REQUIRED},
    [MERCATOR_BOUNDS] = {STR_INIT("bounds"), AN_ARRAY, REQUIRED},
};

static bool mercator_read(struct loader *ld, uint32_t node, struct story_map *out)
{
    /* The square of the projection ends at 85.0511 degrees. */
    static const struct range sides[] = {
        {-180, 180}, {-85.06, 85.06}, {-180, 180}, {-85.06, 85.06}};
    uint32_t at[MERCATOR_COUNT];
    fields_read(ld, node, mercator_fields, MERCATOR_COUNT, at);
    double *b = out->bounds;
    if (!numbers_read(ld, at[MERCATOR_BOUNDS], sides, 4, b)) {
        return false;
    }
    if (b[0] < b[2] && b[1] < b[3]) {
        return true;
    }
    struct str label = node_label(ld, at[MERCATOR_BOUNDS]);
    diag_node(ld->diags, ld->doc, at[MERCATOR_BOUNDS], TAG_BAD_VALUE, (struct str){0},
              "%.*s are not [west, south, east, north], west below east and south below north",
              STR_ARG(label));
    return false;
}

enum { LAEA_KIND, LAEA_CENTRE, LAEA_WIDTH, LAEA_COUNT };
static const struct field laea_fields[] = {
    [LAEA_KIND] = {STR_INIT("kind"), A_STRING, REQUIRED},
    [LAEA_CENTRE] = {STR_INIT("centre"), AN_ARRAY, REQUIRED},
    [LAEA_WIDTH] = {STR_INIT("width-km"), A_NUMBER, REQUIRED},
};

static bool laea_read(struct loader *ld, uint32_t node, struct story_map *out)
{
    /* The whole sphere is 4 * 6,371 km wide. */
    static const struct range width = {0.001, 25484};
    uint32_t at[LAEA_COUNT];
    fields_read(ld, node, laea_fields, LAEA_COUNT, at);
    bool has_centre = numbers_read(ld, at[LAEA_CENTRE], degrees, 2, out->centre);
    out->is_laea = true;
    out->width_km = number_read(ld, at[LAEA_WIDTH], width, 0);
    return has_centre && out->width_km > 0;
}

/* The kind decides which other names there are; where it is missing, the older one is meant. */
static bool projection_read(struct loader *ld, uint32_t node, struct story_map *out)
{
    static const struct str words[] = {STR_INIT("web-mercator"), STR_INIT("laea")};
    if (node == JSON_NONE) {
        return false;
    }
    uint32_t kind = json_member(ld->doc, node, STR("kind"));
    bool is_word = kind != JSON_NONE && json_kind(ld->doc, kind) == JSON_STRING;
    int word = is_word ? word_read(ld, kind, words, COUNT(words), -1) : 0;
    if (word < 0) {
        return false;
    }
    return word == 1 ? laea_read(ld, node, out) : mercator_read(ld, node, out);
}

/* The scale is the width's; how high the picture is, its own header alone says. What is wrong with the file
 * is told with all other files. */
static void shape_read(struct loader *ld, struct story_map *out)
{
    struct media_info info;
    struct error err = {0};
    const struct folder *folder = &ld->s->folder;
    if (folder->fd > 0 && out->picture.file.n &&
        media_open_picture(folder, out->picture.file, &ld->scratch, NULL, &info, &err) == MEDIA_OK) {
        out->height_km = out->width_km * info.height / info.width;
    }
}

enum { MAP_FILE, MAP_ALT, MAP_CREDIT, MAP_PROJECTION, MAP_LABELS, MAP_COUNT };
static const struct field map_fields[] = {
    [MAP_FILE] = {STR_INIT("file"), A_STRING, REQUIRED},
    [MAP_ALT] = {STR_INIT("alt"), A_STRING, NEEDS_ALT},
    [MAP_CREDIT] = {STR_INIT("credit"), A_STRING, NEEDS_CREDIT},
    [MAP_PROJECTION] = {STR_INIT("projection"), AN_OBJECT, REQUIRED},
    [MAP_LABELS] = {STR_INIT("labels"), AN_ARRAY, OPTIONAL},
};

/* False where nothing could be placed on it. */
static bool map_read(struct loader *ld, uint32_t node, struct story_map *out)
{
    unsigned n = (unsigned)json_ordinal(ld->doc, node) + 1;
    uint32_t at[MAP_COUNT];
    fields_read(ld, node, map_fields, MAP_COUNT, at);
    struct picture *p = &out->picture;
    p->node = node;
    p->kind = KIND_MAP;
    p->focus[0] = p->focus[1] = 0.5;
    p->file = path_read(ld, at[MAP_FILE]);
    p->alt = text_read(ld, at[MAP_ALT], "map.%u.alt", n);
    p->alt = p->alt.id ? p->alt : ld->s->title;
    p->credit = string_read(ld, at[MAP_CREDIT]);
    bool is_sound = projection_read(ld, at[MAP_PROJECTION], out);
    labels_read(ld, at[MAP_LABELS], n, out);
    if (is_sound && out->is_laea) {
        shape_read(ld, out);
    }
    return is_sound;
}

void maps_read(struct loader *ld, uint32_t list)
{
    struct story *s = ld->s;
    s->maps = arena_new(&s->arena, struct story_map, list_count(ld, list));
    for (uint32_t e = list_first(ld, list, AN_OBJECT, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, AN_OBJECT, OPTIONAL)) {
        struct story_map map = {0};
        if (map_read(ld, e, &map)) {
            s->maps[s->map_count++] = map;
        }
    }
}
