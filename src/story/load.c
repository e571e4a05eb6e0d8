#include "story/load.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/memory.h"

enum {
    TOP_SCHEMA,
    TOP_FORMAT,
    TOP_ID,
    TOP_TITLE,
    TOP_LANGUAGE,
    TOP_SUBTITLE,
    TOP_SUMMARY,
    TOP_ADVISORY,
    TOP_LICENCE,
    TOP_SUPPORT,
    TOP_AUDIENCE,
    TOP_PRONOUNCE,
    TOP_COVER,
    TOP_CREDITS,
    TOP_START,
    TOP_STATE,
    TOP_CHAPTERS,
    TOP_PLACES,
    TOP_MAPS,
    TOP_SOURCES,
    TOP_GLOSSARY,
    TOP_TIMELINE,
    TOP_CUTS,
    TOP_SCENES,
    TOP_COUNT,
};
static const struct field top_fields[] = {
    [TOP_SCHEMA] = {STR_INIT("$schema"), A_STRING, OPTIONAL},
    /* A value of any other kind is an unknown format, which has a message of its own. */
    [TOP_FORMAT] = {STR_INIT("format"),
                    A_NULL | A_BOOL | A_NUMBER | A_STRING | AN_ARRAY | AN_OBJECT, REQUIRED},
    [TOP_ID] = {STR_INIT("id"), A_STRING, REQUIRED},
    [TOP_TITLE] = {STR_INIT("title"), A_STRING, REQUIRED},
    [TOP_LANGUAGE] = {STR_INIT("language"), A_STRING, REQUIRED},
    [TOP_SUBTITLE] = {STR_INIT("subtitle"), A_STRING, OPTIONAL},
    [TOP_SUMMARY] = {STR_INIT("summary"), A_STRING, OPTIONAL},
    [TOP_ADVISORY] = {STR_INIT("advisory"), A_STRING, OPTIONAL},
    [TOP_LICENCE] = {STR_INIT("licence"), A_STRING, OPTIONAL},
    [TOP_SUPPORT] = {STR_INIT("support"), A_STRING, OPTIONAL},
    [TOP_AUDIENCE] = {STR_INIT("audience"), AN_OBJECT, OPTIONAL},
    [TOP_PRONOUNCE] = {STR_INIT("pronounce"), AN_OBJECT, OPTIONAL},
    [TOP_COVER] = {STR_INIT("cover"), AN_OBJECT, OPTIONAL},
    [TOP_CREDITS] = {STR_INIT("credits"), AN_ARRAY, OPTIONAL},
    [TOP_START] = {STR_INIT("start"), A_STRING, REQUIRED},
    [TOP_STATE] = {STR_INIT("state"), AN_OBJECT, OPTIONAL},
    [TOP_CHAPTERS] = {STR_INIT("chapters"), AN_ARRAY, REQUIRED},
    [TOP_PLACES] = {STR_INIT("places"), AN_OBJECT, OPTIONAL},
    [TOP_MAPS] = {STR_INIT("maps"), AN_ARRAY, OPTIONAL},
    [TOP_SOURCES] = {STR_INIT("sources"), AN_OBJECT, OPTIONAL},
    [TOP_GLOSSARY] = {STR_INIT("glossary"), AN_OBJECT, OPTIONAL},
    [TOP_TIMELINE] = {STR_INIT("timeline"), AN_ARRAY, OPTIONAL},
    [TOP_CUTS] = {STR_INIT("cuts"), AN_ARRAY, OPTIONAL},
    [TOP_SCENES] = {STR_INIT("scenes"), AN_ARRAY, REQUIRED},
};

static void format_check(struct loader *ld, uint32_t node)
{
    if (node == JSON_NONE) {
        return;
    }
    if (json_kind(ld->doc, node) != JSON_NUMBER) {
        diag_node(ld->diags, ld->doc, node, TAG_WRONG_FORMAT, (struct str){0},
                  "\"format\" is %s; this program reads format 1, written as the number 1",
                  json_kind_name(json_kind(ld->doc, node)));
    } else if (json_number(ld->doc, node) != 1) {
        diag_node(ld->diags, ld->doc, node, TAG_WRONG_FORMAT, (struct str){0},
                  "the story is written in format %.15g; this program reads format 1",
                  json_number(ld->doc, node));
    }
}

enum { AUDIENCE_AGES, AUDIENCE_READING, AUDIENCE_COUNT };
static const struct field audience_fields[] = {
    [AUDIENCE_AGES] = {STR_INIT("ages"), A_STRING, OPTIONAL},
    [AUDIENCE_READING] = {STR_INIT("reading"), A_STRING, OPTIONAL},
};

static void audience_read(struct loader *ld, uint32_t node)
{
    static const struct str words[] = {STR_INIT("lower"), STR_INIT("middle"), STR_INIT("upper")};
    uint32_t at[AUDIENCE_COUNT];
    ld->s->reading = READING_MIDDLE;
    if (node == JSON_NONE) {
        return;
    }
    fields_read(ld, node, audience_fields, AUDIENCE_COUNT, at);
    ld->s->ages = text_read(ld, at[AUDIENCE_AGES], "audience.ages");
    ld->s->reading =
        (enum reading)word_read(ld, at[AUDIENCE_READING], words, COUNT(words), READING_MIDDLE);
}

uint32_t piece_enter(struct loader *ld, uint32_t node)
{
    arena_clear(&ld->scratch);
    if (node != JSON_NONE) {
        json_enter(ld->doc, node);
    }
    return node;
}

static void head_read(struct loader *ld, const uint32_t *at)
{
    struct story *s = ld->s;
    format_check(ld, piece_enter(ld, at[TOP_FORMAT]));
    s->id = id_read(ld, piece_enter(ld, at[TOP_ID]));
    s->title = text_read(ld, piece_enter(ld, at[TOP_TITLE]), "title");
    s->language = language_read(ld, piece_enter(ld, at[TOP_LANGUAGE]));
    s->subtitle = text_read(ld, piece_enter(ld, at[TOP_SUBTITLE]), "subtitle");
    s->summary = text_read(ld, piece_enter(ld, at[TOP_SUMMARY]), "summary");
    s->advisory = text_read(ld, piece_enter(ld, at[TOP_ADVISORY]), "advisory");
    s->licence = string_read(ld, piece_enter(ld, at[TOP_LICENCE]));
    s->support = marked_read(ld, piece_enter(ld, at[TOP_SUPPORT]), "support");
    audience_read(ld, piece_enter(ld, at[TOP_AUDIENCE]));
    pronounce_read(ld, piece_enter(ld, at[TOP_PRONOUNCE]));
    s->cover = picture_read(ld, piece_enter(ld, at[TOP_COVER]), STR("cover"), s->title);
    credits_read(ld, piece_enter(ld, at[TOP_CREDITS]));
    s->start = ref_read(ld, piece_enter(ld, at[TOP_START]), REF_SCENE);
}

static void body_read(struct loader *ld, const uint32_t *at)
{
    struct story *s = ld->s;
    variables_read(ld, piece_enter(ld, at[TOP_STATE]));
    chapters_read(ld, piece_enter(ld, at[TOP_CHAPTERS]));
    places_read(ld, piece_enter(ld, at[TOP_PLACES]));
    maps_read(ld, piece_enter(ld, at[TOP_MAPS]));
    sources_read(ld, piece_enter(ld, at[TOP_SOURCES]));
    glossary_read(ld, piece_enter(ld, at[TOP_GLOSSARY]));
    timeline_read(ld, piece_enter(ld, at[TOP_TIMELINE]));
    cuts_read(ld, piece_enter(ld, at[TOP_CUTS]));
    scenes_read(ld, at[TOP_SCENES]); /* each a piece of its own */
    s->scene_by_id = ld->names[REF_SCENE].by_name;
    s->source_by_id = ld->names[REF_SOURCE].by_name;
    s->term_by_id = ld->names[REF_TERM].by_name;
}

static void top_read(struct loader *ld)
{
    struct story *s = ld->s;
    uint32_t at[TOP_COUNT];
    if (!kind_check(ld, 0, AN_OBJECT, REQUIRED)) {
        return;
    }
    if (!names_collect(ld)) {
        return;
    }
    texts_begin(ld);
    fields_read(ld, 0, top_fields, TOP_COUNT, at);
    head_read(ld, at);
    body_read(ld, at);
    texts_finish(ld);
    s->start = s->start < 0 ? 0 : s->start;
    if (!s->cover && s->scene_count > 0) {
        s->cover = s->scenes[s->start].picture;
    }
}

/* False where it is refused: with `keep`, only a story without a single scene is. */
static bool story_parse(struct story *s, struct str text, bool keep, struct diag_list *diags)
{
    size_t refusals = diags->refusals;
    s->doc = json_open(text, s->file_name, diags);
    if (!s->doc) {
        return false;
    }
    struct loader ld = {.s = s, .doc = s->doc, .diags = diags};
    top_read(&ld);
    json_leave(s->doc);
    arena_finish(&ld.scratch);
    arena_finish(&ld.lasting);
    strbuf_finish(&ld.key);
    return keep ? s->scene_count > 0 : diags->refusals == refusals;
}

/* Where a story lies: the folder, and the file in it as it is printed. */
struct whereabouts {
    struct str folder, file;
};

static struct story *story_create(struct whereabouts at)
{
    struct story *s = memory_zeroed(sizeof *s);
    s->file_name = arena_str(&s->arena, at.file);
    return s;
}

/* `text` is in s->source. Where it is refused, `s` is destroyed, and NULL returned. */
static struct story *story_fill(struct story *s, struct str text, struct whereabouts at, bool keep,
                                struct diag_list *diags, struct error *err)
{
    bool has_folder = !at.folder.s || folder_open(&s->folder, at.folder.s, err);
    if (!has_folder || !story_parse(s, text, keep, diags)) {
        story_destroy(s);
        return NULL;
    }
    return s;
}

static void report_too_large(struct str file, struct diag_list *diags)
{
    const struct diag_tag_row *row = diag_tag_row(TAG_TOO_LARGE);
    diag_list_add(diags, &(struct diag){.place = {file, 1, 1, STR("")},
                                        .severity = row->severity,
                                        .refused = row->refused,
                                        .tag = row->name,
                                        .message = STR("the file is larger than 64 MiB")});
}

static struct whereabouts find_story(const char *path, bool is_folder, struct arena *a)
{
    struct whereabouts at = {arena_str(a, str_from(path)), arena_str(a, str_from(path))};
    if (is_folder) {
        const char *stroke = str_ends(at.folder, STR("/")) ? "" : "/";
        at.file = arena_printf(a, "%s%sstory.json", path, stroke);
        return at;
    }
    const char *last = strrchr(path, '/');
    if (!last) {
        at.folder = STR(".");
    } else if (last == path) {
        at.folder = STR("/");
    } else {
        at.folder = arena_str(a, str_sub(at.folder, 0, (size_t)(last - path)));
    }
    return at;
}

/* Is it there? `*is_folder_out` and its size tell what. */
static bool look_up(const char *path, struct stat *found, struct error *err)
{
    if (stat(path, found) != 0) {
        return error_set_errno(
            err, errno,
            "cannot read the story \"%s\"; name a folder that holds story.json, or that file",
            path);
    }
    return true;
}

static struct story *load_found(struct whereabouts at, bool keep, struct diag_list *diags,
                                struct error *err)
{
    struct stat found;
    struct str text;
    if (!look_up(at.file.s, &found, err)) {
        return NULL;
    }
    if (S_ISREG(found.st_mode) && (uint64_t)found.st_size > JSON_MAX_BYTES) {
        report_too_large(at.file, diags);
        return NULL;
    }
    struct story *s = story_create(at);
    if (!file_read(at.file.s, JSON_MAX_BYTES, &s->source, &text, err)) {
        story_destroy(s);
        return NULL;
    }
    return story_fill(s, text, at, keep, diags, err);
}

static struct story *load(const char *path, bool keep, struct diag_list *diags, struct error *err)
{
    struct arena scratch = {0};
    struct stat found;
    struct story *s = NULL;
    if (look_up(path, &found, err)) {
        s = load_found(find_story(path, S_ISDIR(found.st_mode), &scratch), keep, diags, err);
    }
    arena_finish(&scratch);
    return s;
}

struct story *story_load(const char *path, struct diag_list *diags, struct error *err)
{
    return load(path, false, diags, err);
}

struct story *story_load_to_check(const char *path, struct diag_list *diags, struct error *err)
{
    return load(path, true, diags, err);
}

struct story *story_load_text(struct str text, const char *file_name, const char *folder_path,
                              struct diag_list *diags, struct error *err)
{
    struct whereabouts at = {str_from(folder_path), str_from(file_name)};
    struct story *s = story_create(at);
    return story_fill(s, arena_str(&s->source, text.s ? text : STR("")), at, false, diags, err);
}
