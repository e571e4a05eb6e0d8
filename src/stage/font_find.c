#include "stage/font_find.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <fontconfig/fontconfig.h>

#include "base/limits.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "stage/font_table.h"

enum { UNASKED = -2 };

void finder_init(struct font_finder *f, const char *const *folders, int folder_count,
                 bool asks_system)
{
    *f = (struct font_finder){.folders = folders,
                              .folder_count = folder_count,
                              .asks_system = asks_system};
    size_t count = (size_t)font_table_count * FACE_COUNT;
    f->by_row = memory_zeroed(memory_product(count, sizeof f->by_row[0]));
    for (size_t i = 0; i < count; i++) {
        f->by_row[i] = UNASKED;
    }
}

void finder_finish(struct font_finder *f)
{
    for (int i = 0; i < f->source_count; i++) {
        free(f->sources[i].path);
    }
    free(f->sources);
    free(f->by_row);
    if (f->system) {
        FcConfigDestroy(f->system);
    }
    *f = (struct font_finder){0};
}

static int add_source(struct font_finder *f, const char *path, int index)
{
    for (int i = 0; i < f->source_count; i++) {
        if (f->sources[i].index == index && strcmp(f->sources[i].path, path) == 0) {
            return i;
        }
    }
    if (f->source_count == f->source_capacity) {
        f->source_capacity = f->source_capacity ? f->source_capacity * 2 : 16;
        f->sources = memory_resize(
            f->sources, memory_product((size_t)f->source_capacity, sizeof f->sources[0]));
    }
    size_t bytes = strlen(path) + 1;
    struct font_source *s = &f->sources[f->source_count];
    *s = (struct font_source){.path = memory_zeroed(bytes), .index = index};
    memcpy(s->path, path, bytes);
    return f->source_count++;
}

static bool path_in_folders(const struct font_finder *f, const char *file, char path[PATH_BYTES])
{
    for (int i = 0; i < f->folder_count; i++) {
        int n = snprintf(path, PATH_BYTES, "%s/%s", f->folders[i], file);
        if (n > 0 && n < PATH_BYTES && access(path, R_OK) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- the system's fonts ---- */

struct manner {
    const char *family;
    int weight, slant;
};

static struct manner manner_of(enum face face)
{
    bool is_sans = face == FACE_UI || face == FACE_UI_BOLD || face == FACE_PLAIN || face == FACE_PLAIN_BOLD;
    bool is_bold = face == FACE_BODY_BOLD || face == FACE_UI_BOLD || face == FACE_PLAIN_BOLD;
    return (struct manner){is_sans ? "sans-serif" : "serif",
                           is_bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR,
                           face == FACE_BODY_ITALIC ? FC_SLANT_ITALIC : FC_SLANT_ROMAN};
}

static FcPattern *pattern_of(enum face face, FcCharSet *characters)
{
    struct manner m = manner_of(face);
    FcPattern *p = FcPatternCreate();
    if (!p) {
        return NULL;
    }
    FcPatternAddString(p, FC_FAMILY, (const FcChar8 *)m.family);
    FcPatternAddInteger(p, FC_WEIGHT, m.weight);
    FcPatternAddInteger(p, FC_SLANT, m.slant);
    FcPatternAddBool(p, FC_SCALABLE, FcTrue);
    /* SDL_ttf has no use for coloured glyphs: it would draw them blank. */
    FcPatternAddBool(p, FC_COLOR, FcFalse);
    FcPatternAddCharSet(p, FC_CHARSET, characters);
    return p;
}

static int source_of_match(struct font_finder *f, FcPattern *match, uint32_t code)
{
    FcChar8 *path = NULL;
    FcCharSet *has = NULL;
    int index = 0;
    if (FcPatternGetString(match, FC_FILE, 0, &path) != FcResultMatch ||
        FcPatternGetCharSet(match, FC_CHARSET, 0, &has) != FcResultMatch ||
        !FcCharSetHasChar(has, code)) {
        return NO_SOURCE;
    }
    (void)FcPatternGetInteger(match, FC_INDEX, 0, &index);
    /* Above 16 bits fontconfig numbers the instances of a variable font. */
    return add_source(f, (const char *)path, index & 0xFFFF);
}

static bool load_system(struct font_finder *f)
{
    if (f->asks_system && !f->system) {
        f->system = FcInitLoadConfigAndFonts();
    }
    return f->system != NULL;
}

int finder_source_for(struct font_finder *f, enum face face, uint32_t code)
{
    FcCharSet *characters = load_system(f) ? FcCharSetCreate() : NULL;
    if (!characters) {
        return NO_SOURCE;
    }
    FcCharSetAddChar(characters, code);
    FcPattern *pattern = pattern_of(face, characters);
    int source = NO_SOURCE;
    if (pattern) {
        FcResult result;
        FcConfigSubstitute(f->system, pattern, FcMatchPattern);
        FcDefaultSubstitute(pattern);
        FcPattern *match = FcFontMatch(f->system, pattern, &result);
        if (match) {
            source = source_of_match(f, match, code);
            FcPatternDestroy(match);
        }
        FcPatternDestroy(pattern);
    }
    FcCharSetDestroy(characters);
    return source;
}

/* ---- rows ---- */

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static FcFontSet *list_all(struct font_finder *f)
{
    FcPattern *any = FcPatternCreate();
    FcObjectSet *files = FcObjectSetBuild(FC_FILE, (char *)NULL);
    FcFontSet *fonts = any && files ? FcFontList(f->system, any, files) : NULL;
    if (files) {
        FcObjectSetDestroy(files);
    }
    if (any) {
        FcPatternDestroy(any);
    }
    return fonts;
}

/* The very file, where the system keeps it in another folder. */
static int moved_source(struct font_finder *f, int row, enum face face)
{
    const char *name = last_part(font_table[row].files[face]);
    FcFontSet *fonts = load_system(f) ? list_all(f) : NULL;
    int source = NO_SOURCE;
    for (int i = 0; fonts && i < fonts->nfont && source == NO_SOURCE; i++) {
        FcChar8 *path = NULL;
        if (FcPatternGetString(fonts->fonts[i], FC_FILE, 0, &path) == FcResultMatch &&
            strcmp(last_part((const char *)path), name) == 0) {
            source = add_source(f, (const char *)path, font_table[row].index);
        }
    }
    if (fonts) {
        FcFontSetDestroy(fonts);
    }
    return source;
}

/* Has this file been asked for before, by another row or face? Then it has been named too. */
static bool is_known(const struct font_finder *f, const char *file)
{
    for (int i = 0; i < font_table_count * FACE_COUNT; i++) {
        const char *other = font_table[i / FACE_COUNT].files[i % FACE_COUNT];
        if (f->by_row[i] != UNASKED && strcmp(other, file) == 0) {
            return true;
        }
    }
    return false;
}

static void name_missing(const struct font_finder *f, const char *file, const char *package,
                         int source)
{
    const char *name = source == NO_SOURCE ? "nothing stands" : last_part(f->sources[source].path);
    log_say(LOG_AS_WARNING, "font \"%s\" is not installed (Debian: %s); %s%s", last_part(file), package, name,
            source == NO_SOURCE ? " in for it" : " stands in for it");
}

static const char *package_of(const char *name)
{
    for (int i = 0; i < font_table_count * FACE_COUNT; i++) {
        const struct font_row *row = &font_table[i / FACE_COUNT];
        if (strcmp(last_part(row->files[i % FACE_COUNT]), name) == 0) {
            return row->packages[i % FACE_COUNT];
        }
    }
    return NULL;
}

void finder_name_broken(struct font_finder *f, int source, const char *why)
{
    const char *path = f->sources[source].path;
    const char *package = package_of(last_part(path));
    bool is_named = false;
    for (int i = 0; i < f->source_count; i++) {
        is_named |= f->sources[i].is_broken && strcmp(f->sources[i].path, path) == 0;
    }
    f->sources[source].is_broken = true;
    if (!is_named) {
        log_say(LOG_AS_WARNING, "font \"%s\" cannot be used: %s; reinstall it%s%s%s", path, why,
                package ? " (Debian: " : "", package ? package : "", package ? ")" : "");
    }
}

void finder_name_character(uint32_t code)
{
    char bytes[5] = "";
    bytes[utf8_put(bytes, code)] = '\0';
    log_say(LOG_AS_WARNING, "no font has \"%s\" (U+%04X), so a box stands in for it; Debian's fonts-noto-core and "
                            "fonts-noto-cjk hold most characters", bytes, (unsigned)code);
}

int finder_source(struct font_finder *f, int row, enum face face, uint32_t code)
{
    int at = row * FACE_COUNT + (int)face;
    if (f->by_row[at] != UNASKED) {
        return f->by_row[at];
    }
    const char *file = font_table[row].files[face];
    char path[PATH_BYTES];
    int source = path_in_folders(f, file, path) ? add_source(f, path, font_table[row].index)
                                                : moved_source(f, row, face);
    if (source == NO_SOURCE) {
        source = finder_source_for(f, face, code);
        /* Where there is not one font, whoever asked says so in one line of its own. */
        if (f->source_count > 0 && !is_known(f, file)) {
            name_missing(f, file, font_table[row].packages[face], source);
        }
    }
    f->by_row[at] = source;
    return source;
}
