/* The model of a story: everything that story.json says, read once, never changed. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/error.h"
#include "base/map.h"
#include "base/path.h"
#include "base/str.h"
#include "story/rule.h"

/* A translatable text of the story, by number; id 0 is "not there". Its words come from words_of(). */
struct text {
    uint32_t id;
};

/* A text as written: with marks where `has_marks`. */
struct text_entry {
    struct str key;      /* of translations: "s07/caption.2" */
    struct str original; /* as in story.json */
    uint32_t node;       /* where it stands in story.json */
    bool has_marks;      /* emphasis, links and {variables} work in it */
    bool is_file;        /* a `voice` recording, not words */
};

enum level { LEVEL_FULL, LEVEL_GENTLE };
enum reading { READING_LOWER, READING_MIDDLE, READING_UPPER };
enum travel { BY_NONE, BY_FOOT, BY_ROAD, BY_RAIL, BY_RIVER, BY_AIR };
enum picture_kind { KIND_NONE, KIND_PHOTOGRAPH, KIND_ARCHIVE, KIND_ILLUSTRATION, KIND_MAP, KIND_SATELLITE };
enum air { AIR_NONE, AIR_SNOW, AIR_RAIN, AIR_DUST, AIR_PETALS };
enum confidence {
    CONFIDENCE_DOCUMENTED,
    CONFIDENCE_TESTIMONY,
    CONFIDENCE_ESTIMATE,
    CONFIDENCE_DISPUTED,
    CONFIDENCE_OUTDATED,
};
enum advisory {
    ADVISORY_VIOLENCE = 1 << 0,
    ADVISORY_IMPRISONMENT = 1 << 1,
    ADVISORY_SEXUAL_VIOLENCE = 1 << 2,
    ADVISORY_TRAFFICKING = 1 << 3,
    ADVISORY_DEATH = 1 << 4,
    ADVISORY_HUNGER = 1 << 5,
};
enum { ADVISORY_COUNT = 6 };

/* Indexes into story->sources. */
struct cites {
    const int *items;
    int count;
    bool given; /* "cite" stands there, if only as [] */
};

struct layer {
    struct str file;
    double depth;      /* 0 far and still … 1 near */
    double x, y, w, h; /* parts of the picture, 0..1 */
};

struct pan {
    double from[3], to[3]; /* x, y of the view's middle in parts of the picture; zoom, 1 the cover fit */
    double seconds;
};

struct picture {
    struct str file; /* tame in form; existence unchecked; empty: forbidden, shown as a quiet frame */
    struct text alt, describe;
    enum picture_kind kind;
    struct str credit, licence, rights_holder, source_url;
    double focus[2]; /* 0.5, 0.5 unless given */
    bool has_pan;
    struct pan pan;
    const struct layer *layers;
    int layer_count;
    enum air air;
    uint32_t node;
};

struct sound {
    struct str file;
    struct text alt;
    bool loop;
    double gain; /* 1 unless given */
    uint32_t node;
};

struct caption {
    struct text text, speaker, voice; /* voice: a file of this language */
    struct text gentle;               /* in place of text in a gentle telling */
    bool gentle_omits;                /* "gentle": null */
    struct cites cites;
    uint32_t node;
};

struct assignment {
    int variable; /* index into story->variables */
    const struct rule *rule;
};

struct choice {
    struct str id; /* as written, or the id of `to` */
    struct text text, because, because_gentle;
    int to;                       /* scene */
    const struct rule *condition; /* NULL: always offered */
    const struct assignment *set;
    int set_count;
    struct cites cites;
    bool full_only; /* "level": "full" */
    uint32_t node;
};

struct ending {
    struct str id;
    struct text title, text;
    uint32_t node;
};

/* Dates are kept as written: "2014", "2014-02-17", "1994/1998". */
struct claim {
    struct text text;
    struct cites cites;
    struct str as_of;
    enum confidence confidence;
    bool has_now;
    struct text now_text;
    struct cites now_cites;
    struct str now_as_of;
    bool full_only;
    uint32_t node;
};

struct question_option {
    struct text text, why;
    bool right;
};

struct question {
    struct text ask;
    const struct question_option *options;
    int option_count;
    struct cites cites;
    bool full_only;
};

/* What stands in place of the scene's own in a gentle telling; absent parts are {0}, NULL or -1. */
struct gentle {
    struct text title;
    const struct picture *picture;
    const struct caption *captions;
    int caption_count;
    int next; /* -1: none. Without captions the scene is passed through, unshown and uncounted */
    const struct ending *ending;
};

struct scene {
    struct str id;
    int chapter; /* -1 only in a story loaded to be checked */
    struct text title;
    const struct caption *captions;
    int caption_count;
    const struct choice *choices; /* exactly one of choices, next (>= 0), ending */
    int choice_count;
    int next;
    const struct ending *ending;
    int place; /* -1: none */
    enum travel by;
    const struct picture *picture; /* NULL: the last picture stays */
    const struct sound *sound;
    const struct claim *claims;
    int claim_count;
    unsigned advisories; /* of enum advisory */
    struct text skip;
    const struct gentle *gentle; /* NULL: none */
    const struct question *questions;
    int question_count;
    const struct text *discuss;
    int discuss_count;
    struct text notes;
    uint32_t node;
};

struct credit {
    struct text role;
    struct str name;
};

struct chapter {
    struct str id;
    struct text title;
    const struct picture *picture; /* NULL: none */
};

struct place {
    struct str id;
    struct text name;
    double longitude_deg, latitude_deg; /* WGS 84 */
    uint32_t node;
};

enum label_kind { LABEL_COUNTRY, LABEL_WATER, LABEL_RIVER, LABEL_CITY };

struct map_label {
    struct text text;
    double longitude_deg, latitude_deg;
    enum label_kind kind;
    double angle_deg; /* clockwise */
};

struct story_map {
    struct picture picture; /* file, alt, credit; kind is KIND_MAP */
    bool is_laea;           /* else web-mercator */
    double bounds[4];       /* web-mercator: west, south, east, north */
    double centre[2];       /* laea: longitude, latitude at the picture's middle */
    double width_km;
    double height_km; /* laea: from the picture's header; 0 where that cannot be read */
    const struct map_label *labels;
    int label_count;
};

struct source {
    struct str id, title, author, publisher, date, url, kind;
    bool full_only;
    uint32_t node;
};

struct glossary_entry {
    struct str id;
    struct text term, text;
    struct cites cites;
    bool full_only;
    uint32_t node;
};

struct timeline_row {
    struct str date;
    struct text text;
    struct cites cites;
    bool full_only;
};

struct cut {
    struct str id;
    struct text title;
    double minutes;
    const int *path; /* scenes */
    int path_count;
    uint32_t node;
};

struct variable {
    struct str name;
    struct value first;
    uint32_t node;
};

struct pronunciation {
    struct str language, word, respelling;
};

struct json_doc; /* story/json.h */

/* Arrays are in story order. All memory is the story's own. */
struct story {
    struct arena arena;
    struct folder folder; /* open; everything the story names is opened beneath it */
    struct str file_name; /* as printed in diagnostics: "content/demo/story.json" */
    struct arena source;  /* the text of story.json, and … */
    struct json_doc *doc; /* … its positions, for diagnostics; both gone once forgotten */

    struct str id, language, licence;
    struct text title, subtitle, summary, advisory, support, ages;
    enum reading reading;
    const struct picture *cover; /* never NULL where the start scene has a picture */
    int start;                   /* scene */

    struct scene *scenes;
    struct chapter *chapters;
    struct variable *variables;
    struct place *places;
    struct story_map *maps;
    struct source *sources;
    struct glossary_entry *glossary;
    struct timeline_row *timeline;
    struct cut *cuts;
    struct credit *credits;
    struct pronunciation *pronunciations;
    int scene_count, chapter_count, variable_count, place_count, map_count, source_count, glossary_count,
        timeline_count, cut_count, credit_count, pronunciation_count;

    struct text_entry *texts; /* [0] is unused */
    uint32_t text_count;      /* with [0] */

    struct map scene_by_id, source_by_id, term_by_id; /* values are indexes */
    struct map text_by_key; /* filled only where the folder has files in lang/ */
};

/* Loads a story from a folder or its story.json. Every fault found in the text goes to `diags`, with
 * both severities; the model is the tolerant one, with what was faulty passed over. Returns NULL, with
 * `err`, where the file cannot be read at all (exit 2); NULL, `err` empty, where it is refused
 * (diags->refusals > 0). Faults of the graph and of files are story/check.h's. The caller owns it. */
struct story *story_load(const char *path, struct diag_list *diags, struct error *err);
/* The same, but gives a refused story too, if it has a scene, so that the rest can be checked: choices
 * to unknown scenes are dropped, an unknown start is scene 0. */
struct story *story_load_to_check(const char *path, struct diag_list *diags, struct error *err);
/* The same from bytes; the folder is left closed unless `folder_path` is given. */
struct story *story_load_text(struct str text, const char *file_name, const char *folder_path,
                              struct diag_list *diags, struct error *err);
void story_destroy(struct story *s);

/* Drops the source text and its positions, which only diagnostics need: to be called before playing. */
void story_forget_source(struct story *s);

/* -1 where there is none. */
int story_find_scene(const struct story *s, struct str id);

/* What a scene shows at a level. */
const struct picture *scene_picture(const struct scene *scene, enum level level);
struct text scene_title(const struct scene *scene, enum level level);
const struct ending *scene_ending(const struct scene *scene, enum level level);
int scene_next(const struct scene *scene, enum level level); /* -1: choices or an ending */
bool scene_has_choices(const struct scene *scene, enum level level);
/* Passed through, unshown and uncounted, at this level? */
bool scene_is_passed(const struct scene *scene, enum level level);
/* Whether the scene's advisories are shown at this level: a gentle telling shows none. */
unsigned scene_advisories(const struct scene *scene, enum level level);

/* One caption as it is shown at a level. */
struct shown_caption {
    struct text text, speaker, voice;
    struct cites cites;
};
/* How many captions are shown at this level, and the n-th of them, from 0. */
int scene_caption_count(const struct scene *scene, enum level level);
struct shown_caption scene_caption(const struct scene *scene, enum level level, int n);

/* Words a minute at which an audience of that kind reads captions: DCMP Captioning Key, "Presentation rate", for
 * lower, middle and upper levels. */
int reading_pace(enum reading reading);

/* Words that stand for the closed lists in JSON ("illustration", "sexual-violence"). */
/* Does any scene sound? */
bool story_has_sound(const struct story *s);

const char *picture_kind_name(enum picture_kind kind);
const char *confidence_name(enum confidence c);
const char *advisory_name(enum advisory a);
const char *travel_name(enum travel t);
