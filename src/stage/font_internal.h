/* What font.c and font_coverage.c share. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <SDL_ttf.h>

#include "base/str.h"
#include "stage/font.h"
#include "stage/font_find.h"

enum { FONT_OPEN_MAX = 24, FONT_STRAYS = 256, FONT_WIDTHS = 8192, FONT_COVERAGES = 512 };

/* One font at one size. */
struct open_font {
    int source, px;
    TTF_Font *ttf; /* NULL: could not be opened */
    uint64_t used_at;
};

/* Where a character was found that its script's fonts lack. */
struct stray {
    uint32_t code; /* 0: free */
    enum face face;
    int source;
};

struct kept_width {
    uint64_t hash; /* 0: free */
    int width;
};

struct kept_coverage {
    uint64_t hash;
    uint64_t used_at;
    struct coverage coverage; /* pixels NULL: nothing to see */
    size_t bytes;
};

struct fonts {
    struct font_finder finder;
    struct open_font open[FONT_OPEN_MAX];
    int open_count;
    struct stray strays[FONT_STRAYS];
    struct kept_width *widths;
    struct kept_coverage *coverages;
    int coverage_count;
    size_t coverage_bytes;
    uint64_t now; /* counts uses */
    uint64_t last_serial;
    struct strbuf piece; /* what is being set now */
    bool has_named_character; /* that no font has: one is enough */
};

/* A part of a run that one font sets. */
struct stretch {
    TTF_Font *font; /* with script and direction set; valid during the visit */
    const char *text; /* sound UTF-8 without controls */
    int width;        /* its advance */
    int overhang;     /* its ink begins so far left of the pen */
};

/* Visits a run's stretches from left to right; false where one had no font. */
bool fonts_visit(struct fonts *f, const struct glyph_run *run,
                 void (*visit)(void *self, const struct stretch *s), void *self);
/* The same for text that is wholly set in `font`, with the run's spacing: a stretch for each letter where
 * its script allows, else for each word. */
void font_visit_spaced(const struct glyph_run *run, TTF_Font *font, struct str text,
                       void (*visit)(void *self, const struct stretch *s), void *self);
/* Of a piece set by itself; it is left as it was. */
struct font_extent {
    int advance, overhang; /* as in struct stretch */
};
struct font_extent font_extent(TTF_Font *font, struct strbuf *piece, bool rtl);
/* Of all that decides how the run looks on its own. Never 0. */
uint64_t glyph_run_hash(const struct glyph_run *run);

/* As fonts_create, from these folders alone and, where `asks_system`, from fontconfig. */
struct fonts *fonts_create_from(const char *const *folders, int folder_count, bool asks_system,
                                struct error *err);
