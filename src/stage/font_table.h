/* Which file sets which script in which face. */
#pragma once

#include "stage/font.h"

/* Of several rows for a script the first that has a character sets it. */
struct font_row {
    char script[5];               /* "Zsym": what belongs to no script */
    const char *files[FACE_COUNT]; /* beneath one of the folders */
    int index;                    /* in a collection */
    int percent[FACE_COUNT];      /* of the nominal size; 0 counts as 100 */
    const char *packages[FACE_COUNT];
};

extern const struct font_row font_table[]; /* the first is Latin */
extern const int font_table_count;
extern const char *const font_folders[];
extern const int font_folder_count;
