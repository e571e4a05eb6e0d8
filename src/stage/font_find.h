/* From the table's files to files that are there. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "stage/font.h"

struct _FcConfig;

struct font_source {
    char *path;
    int index; /* in a collection */
    bool is_broken;
};

enum { NO_SOURCE = -1 };

struct font_finder {
    const char *const *folders;
    int folder_count;
    bool asks_system; /* fontconfig, for what is not in the folders */
    struct _FcConfig *system; /* loaded when first asked */
    struct font_source *sources;
    int source_count, source_capacity;
    int *by_row; /* row * FACE_COUNT + face: a source, NO_SOURCE, or UNASKED */
};

/* The folders must outlive the finder. */
void finder_init(struct font_finder *f, const char *const *folders, int folder_count,
                 bool asks_system);
void finder_finish(struct font_finder *f);

/* The source for a row of the table, or what stands in for it: a font with the character `code`. A
 * missing file is named once on stderr, unless no font at all was found so far. NO_SOURCE where nothing
 * is to be had. */
int finder_source(struct font_finder *f, int row, enum face face, uint32_t code);
/* The source's file holds no font that can be used, for this reason: named once on stderr. */
void finder_name_broken(struct font_finder *f, int source, const char *why);
/* Says on stderr that no font has it. */
void finder_name_character(uint32_t code);
/* Any font of the system with this character. */
int finder_source_for(struct font_finder *f, enum face face, uint32_t code);
