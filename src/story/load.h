/* Reading story.json into the model; for load*.c alone. Readers take the node of a value that was
 * found to be of the right kind, or JSON_NONE for one that is not there; it lies in the piece that was entered. What
 * they keep is copied into the story. */
#pragma once

#include "base/set.h"
#include "story/diag_tags.h"
#include "story/json.h"
#include "story/story.h"

/* What one part of a story calls another by. */
enum ref { REF_SCENE, REF_CHAPTER, REF_PLACE, REF_SOURCE, REF_TERM, REF_VARIABLE, REF_COUNT };

struct names {
    struct map by_name; /* indexes into `items`, which are those into the story's arrays */
    struct str *items;
    int count;
};

struct loader {
    struct story *s;
    struct json_doc *doc;
    struct diag_list *diags;
    struct arena lasting; /* until all is read */
    struct arena scratch; /* until the next piece is entered */
    struct names names[REF_COUNT];
    bool *place_is_sound; /* by place: it has coordinates */
    size_t compared;      /* names looked at for suggestions so far */
    uint32_t text_capacity;
    struct strbuf key; /* of the text that is read */
};

/* load.c */

/* Makes a value ready to be read, a top-level one or a scene, and returns its node. Every text of the piece before is
 * gone then (json_enter), and all that `scratch` held. */
uint32_t piece_enter(struct loader *ld, uint32_t node);

/* load_fields.c: the names of an object, the elements of a list, and what to call them. */

enum {
    A_NULL = 1 << JSON_NULL,
    A_BOOL = 1 << JSON_BOOL,
    A_NUMBER = 1 << JSON_NUMBER,
    A_STRING = 1 << JSON_STRING,
    AN_ARRAY = 1 << JSON_ARRAY,
    AN_OBJECT = 1 << JSON_OBJECT,
};

enum need {
    OPTIONAL,
    REQUIRED,
    ONE_OF, /* required together with its like; the caller sees to that */
    NEEDS_ALT,
    NEEDS_CREDIT,
};

struct field {
    struct str name;
    unsigned kinds;
    enum need need;
};

/* Fills `at[i]` with the member that is called fields[i].name, where it is there and of its kind,
 * and reports all else. */
void fields_read(struct loader *ld, uint32_t object, const struct field *fields, int count,
                 uint32_t *at);
/* Is the value of one of these kinds? Reports where it is not. */
bool kind_check(struct loader *ld, uint32_t node, unsigned kinds, enum need need);
/* The elements (or members) that are of these kinds; others are reported and passed over. */
uint32_t list_first(struct loader *ld, uint32_t list, unsigned kinds, enum need need);
uint32_t list_next(struct loader *ld, uint32_t element, unsigned kinds, enum need need);
uint32_t list_count(const struct loader *ld, uint32_t list); /* 0 for JSON_NONE */
/* The list itself; an empty one is reported. */
uint32_t list_not_empty(struct loader *ld, uint32_t list);
/* `"text" of caption 2 of scene "s02"`, from the scratch arena. */
struct str node_label(struct loader *ld, uint32_t node);
/* Authors' own: begins with x-. */
bool is_own_name(struct str name);
/* The nearest of the candidates, or empty. Gives up after many looks, so that a story full of
 * faults does not take for ever. */
struct str name_nearest(struct loader *ld, struct str word, const struct str *candidates,
                        int count);

/* load_value.c: single values, checked. */

struct range {
    double low, high;
};

struct str string_read(struct loader *ld, uint32_t node); /* a copy; {0} for JSON_NONE */
bool bool_read(const struct loader *ld, uint32_t node, bool otherwise);
double number_read(struct loader *ld, uint32_t node, struct range range, double otherwise);
/* A list of exactly `count` numbers; false, with the fault reported, where it is none. */
bool numbers_read(struct loader *ld, uint32_t node, const struct range *ranges, int count,
                  double *out);
/* The index of one of these words, or `otherwise`. */
int word_read(struct loader *ld, uint32_t node, const struct str *words, int count, int otherwise);
bool full_only_read(struct loader *ld, uint32_t node);
struct str language_read(struct loader *ld, uint32_t node);
struct str language_name_read(struct loader *ld, uint32_t member); /* the member's name */
struct str path_read(struct loader *ld, uint32_t node);            /* {0} where it is forbidden */
struct str id_read(struct loader *ld, uint32_t node);
bool id_is_sound(struct str id);
bool variable_name_is_sound(struct str name);

/* load_date.c */

struct str date_read(struct loader *ld, uint32_t node);
/* `*from_out`: the day it begins, as a number that grows. */
bool date_is_sound(struct str date, int *from_out);

/* load_refs.c: what parts of a story are called. */

/* False, with the fault reported, where an id is so long that nothing can be read. */
bool names_collect(struct loader *ld);
int name_find(const struct loader *ld, enum ref ref, struct str name); /* -1 */
/* The index of what the string at `node` names, or -1 with the fault reported. */
int ref_read(struct loader *ld, uint32_t node, enum ref ref);
struct cites cites_read(struct loader *ld, uint32_t node);

/* load_text.c: what is translated. Keys are formats, of "%.*s" and "%u" alone. */

void texts_begin(struct loader *ld);
void texts_finish(struct loader *ld);
/* The beginning of a key, in the scratch arena. */
struct str key_of(struct loader *ld, const char *format, ...) PRINTF_LIKE(2, 3);
struct text text_read(struct loader *ld, uint32_t node, const char *key, ...) PRINTF_LIKE(3, 4);
struct text marked_read(struct loader *ld, uint32_t node, const char *key, ...) PRINTF_LIKE(3, 4);
struct text voice_read(struct loader *ld, uint32_t node, const char *key, ...) PRINTF_LIKE(3, 4);

/* load_rule.c */

const struct rule *rule_read(struct loader *ld,
                             uint32_t node); /* NULL for JSON_NONE and faulty ones */
const struct assignment *set_read(struct loader *ld, uint32_t node, int *count_out);

/* The parts of a story; keys begin with `key`, and `stand_in` is for a missing alt. */

const struct picture *picture_read(struct loader *ld, uint32_t node, struct str key,
                                   struct text stand_in);
const struct sound *sound_read(struct loader *ld, uint32_t node, struct str scene,
                               struct text stand_in);
const struct claim *claims_read(struct loader *ld, uint32_t list, struct str scene, int *count_out);
const struct question *questions_read(struct loader *ld, uint32_t list, struct str scene,
                                      int *count_out);
const struct caption *captions_read(struct loader *ld, uint32_t list, struct str key,
                                    int *count_out);
const struct choice *choices_read(struct loader *ld, uint32_t list, struct str scene,
                                  int *count_out);
const struct ending *ending_read(struct loader *ld, uint32_t node, struct str key);
void scenes_read(struct loader *ld, uint32_t list);
void chapters_read(struct loader *ld, uint32_t list);
void places_read(struct loader *ld, uint32_t object);
void maps_read(struct loader *ld, uint32_t list);
void sources_read(struct loader *ld, uint32_t object);
void glossary_read(struct loader *ld, uint32_t object);
void timeline_read(struct loader *ld, uint32_t list);
void cuts_read(struct loader *ld, uint32_t list);
void credits_read(struct loader *ld, uint32_t list);
void variables_read(struct loader *ld, uint32_t object);
void pronounce_read(struct loader *ld, uint32_t object);
