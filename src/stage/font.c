#include "stage/font.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "stage/font_file.h"
#include "stage/font_internal.h"
#include "stage/font_table.h"

enum { REPLACEMENT = 0xFFFD, PX_MAX = 2000, MOST_STRETCHES = 64 };

#define JOINER STR("\u200D")

enum face face_with_flags(enum face face, unsigned run_flags)
{
    if (!(run_flags & RUN_EMPHASIS)) {
        return face;
    }
    switch (face) {
    case FACE_BODY:
        return FACE_BODY_ITALIC;
    case FACE_BODY_ITALIC:
        return FACE_BODY;
    case FACE_UI:
        return FACE_UI_BOLD;
    case FACE_PLAIN: /* slanted letters are the harder ones to tell apart */
        return FACE_PLAIN_BOLD;
    case FACE_DISPLAY:
    case FACE_BODY_BOLD:
    case FACE_UI_BOLD:
    case FACE_PLAIN_BOLD:
    case FACE_COUNT:
        break;
    }
    return face;
}

/* ---- open fonts ---- */

static int clamp_px(int px)
{
    return px < 1 ? 1 : px > PX_MAX ? PX_MAX : px;
}

static TTF_Font *font_at(struct fonts *f, int source, int px)
{
    struct open_font *oldest = &f->open[0];
    for (int i = 0; i < f->open_count; i++) {
        struct open_font *o = &f->open[i];
        if (o->source == source && o->px == px) {
            o->used_at = ++f->now;
            return o->ttf;
        }
        oldest = o->used_at < oldest->used_at ? o : oldest;
    }
    if (f->open_count < FONT_OPEN_MAX) {
        oldest = &f->open[f->open_count++];
    } else if (oldest->ttf) {
        TTF_CloseFont(oldest->ttf);
    }
    const struct font_source *s = &f->finder.sources[source];
    SDL_RWops *file = font_file_open(s->path);
    TTF_Font *opened = file ? TTF_OpenFontIndexRW(file, 1, px, s->index) : NULL;
    *oldest = (struct open_font){source, px, opened, ++f->now};
    if (oldest->ttf) {
        TTF_SetFontHinting(oldest->ttf, TTF_HINTING_LIGHT_SUBPIXEL);
    } else {
        finder_name_broken(&f->finder, source, TTF_GetError());
    }
    return oldest->ttf;
}

static TTF_Font *font_of_row(struct fonts *f, int row, enum face face, int px, uint32_t code)
{
    int source = finder_source(&f->finder, row, face, code);
    int percent = font_table[row].percent[face];
    return source == NO_SOURCE
               ? NULL
               : font_at(f, source, clamp_px(percent ? (px * percent + 50) / 100 : px));
}

static bool has_glyph(TTF_Font *font, uint32_t code)
{
    return font && TTF_GlyphIsProvided32(font, code) != 0;
}

/* ---- which font a character takes ---- */

struct code_range {
    uint32_t first, last;
};

static bool is_within(uint32_t code, const struct code_range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (code >= ranges[i].first && code <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

static bool is_han(uint32_t code)
{
    static const struct code_range han[] = {
        {0x2E80, 0x2FDF}, {0x3005, 0x3007}, {0x3021, 0x3029}, {0x3038, 0x303B},
        {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x323AF},
    };
    return is_within(code, han, COUNT(han));
}

/* NanumSquare maps Hanja to glyphs without a stroke. */
static bool is_blank_there(int row, enum face face, uint32_t code)
{
    return is_han(code) && strstr(font_table[row].files[face], "NanumSquare") != NULL;
}

static TTF_Font *font_in_script(struct fonts *f, const char *script, enum face face, int px,
                                uint32_t code)
{
    for (int row = 0; row < font_table_count; row++) {
        if (strcmp(font_table[row].script, script) == 0 && !is_blank_there(row, face, code)) {
            TTF_Font *font = font_of_row(f, row, face, px, code);
            if (has_glyph(font, code)) {
                return font;
            }
        }
    }
    return NULL;
}

static const char *script_of_code(uint32_t code)
{
    static const struct code_range hangul[] = {
        {0x1100, 0x11FF}, {0x3131, 0x318E}, {0xA960, 0xA97C}, {0xAC00, 0xD7FB},
    };
    static const struct code_range east[] = {
        {0x3000, 0x30FF}, {0x31F0, 0x33FF}, {0xFE30, 0xFE4F}, {0xFF00, 0xFFEF},
    };
    if (is_within(code, hangul, COUNT(hangul))) {
        return "Hang";
    }
    return is_han(code) ? "Hans" : is_within(code, east, COUNT(east)) ? "Jpan" : "Zsym";
}

static TTF_Font *last_resort(struct fonts *f, enum face face, int px, uint32_t code)
{
    struct stray *s = &f->strays[(code * 31 + (uint32_t)face) % FONT_STRAYS];
    if (s->code != code || s->face != face) {
        *s = (struct stray){code, face, finder_source_for(&f->finder, face, code)};
    }
    TTF_Font *font = s->source == NO_SOURCE ? NULL : font_at(f, s->source, px);
    return has_glyph(font, code) ? font : NULL;
}

/* The font of the run's script, or a kindred one that has the character; where none has, the first
 * there is, with its box. */
static TTF_Font *font_for(struct fonts *f, const struct glyph_run *run, uint32_t code)
{
    const char *const scripts[] = {run->script, "Latn", script_of_code(code)};
    int px = clamp_px(run->px);
    for (size_t i = 0; i < COUNT(scripts); i++) {
        TTF_Font *font = font_in_script(f, scripts[i], run->face, px, code);
        if (font) {
            return font;
        }
    }
    TTF_Font *font = last_resort(f, run->face, px, code);
    if (!font && !f->has_named_character) {
        f->has_named_character = true;
        finder_name_character(code);
    }
    for (int face = 0; !font && face < FACE_COUNT; face++) {
        font = font_of_row(f, 0, face == 0 ? run->face : (enum face)face, px, 'a');
    }
    return font;
}

/* ---- runs ---- */

/* Not seen, and in many fonts a box. */
static bool is_unseen(uint32_t code)
{
    static const struct code_range unseen[] = {
        {0xAD, 0xAD},     {0x200B, 0x200B}, {0x200E, 0x200F}, {0x202A, 0x202E},
        {0x2060, 0x2069}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE01EF},
    };
    return is_within(code, unseen, COUNT(unseen));
}

/* Goes with what stands before it, whichever font has it. */
static bool is_attached(uint32_t code)
{
    static const struct code_range attached[] = {
        {0x300, 0x36F},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200C, 0x200D},
        {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}, {' ', ' '},       {0xA0, 0xA0},
    };
    return is_within(code, attached, COUNT(attached));
}

/* ISO 15924 has codes for writing systems that OpenType knows as one script. */
static const char *shaping_script(const char *script)
{
    static const char *const han[] = {"Hans", "Hant", "Jpan", "Hani"};
    for (size_t i = 0; i < COUNT(han); i++) {
        if (strcmp(script, han[i]) == 0) {
            return "Hani";
        }
    }
    return strcmp(script, "Zsym") == 0 || strlen(script) != 4 ? "Zyyy" : script;
}

static int width_of(TTF_Font *font, const char *text)
{
    int w = 0;
    int h = 0;
    return TTF_SizeUTF8(font, text, &w, &h) == 0 ? w : 0;
}

/* By how much the glyph at the left end hangs out: SDL_ttf counts that to the width. */
static int overhang_left(TTF_Font *font, const char *text)
{
    int min_x = 0;
    int max_x;
    int min_y;
    int max_y;
    int advance;
    size_t at = 0;
    struct str s = str_from(text);
    if (s.n == 0 || TTF_GlyphMetrics32(font, utf8_next(s, &at), &min_x, &max_x, &min_y, &max_y,
                                       &advance) != 0) {
        return 0;
    }
    return min_x < 0 ? -min_x : 0;
}

/* At the end of a text from right to left the glyph's shape is not its letter's own, and cannot be asked for:
 * but with a space at that end nothing hangs out. */
static int overhang_right_to_left(TTF_Font *font, struct strbuf *piece)
{
    int bare = width_of(font, piece->s);
    strbuf_add(piece, STR(" "));
    int spaced = width_of(font, piece->s);
    piece->s[--piece->n] = '\0';
    int over = bare + width_of(font, " ") - spaced;
    return over > 0 ? over : 0;
}

struct font_extent font_extent(TTF_Font *font, struct strbuf *piece, bool rtl)
{
    int overhang = rtl ? overhang_right_to_left(font, piece) : overhang_left(font, piece->s);
    int advance = width_of(font, piece->s) - overhang;
    return (struct font_extent){advance > 0 ? advance : 0, overhang};
}

struct cut {
    size_t from, to; /* of the run's text */
    uint32_t code;   /* that chose the font */
};

static uint32_t code_at(struct str text, size_t *at)
{
    uint32_t code = utf8_next(text, at);
    if (code == UTF8_BAD) {
        return REPLACEMENT;
    }
    /* A control is set as a space: it parts words, if it does anything. */
    return code < ' ' || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 ? ' ' : code;
}

/* Finds where the font changes. What is left over at the end of the room goes with the last cut. */
static int find_cuts(struct fonts *f, const struct glyph_run *run, struct cut cuts[MOST_STRETCHES])
{
    TTF_Font *current = NULL;
    int count = 0;
    for (size_t at = 0; at < run->text.n;) {
        size_t from = at;
        uint32_t code = code_at(run->text, &at);
        bool goes_on = current && (is_unseen(code) || is_attached(code));
        if (!goes_on && !is_unseen(code)) {
            TTF_Font *font = font_for(f, run, code);
            goes_on = font == current;
            if (!goes_on && (count == 0 || current) && count < MOST_STRETCHES) {
                cuts[count++] = (struct cut){from, at, code};
            }
            current = font;
        }
        if (count > 0) {
            cuts[count - 1].to = at;
        }
    }
    return count;
}

/* Letters that join those of another run are shown by joiners that they do (Unicode 15, 23.2). */
static void fill_piece(struct fonts *f, const struct glyph_run *run, struct cut cut)
{
    struct str text = run->text;
    strbuf_clear(&f->piece);
    if (run->joins_before && cut.from == 0) {
        strbuf_add(&f->piece, JOINER);
    }
    for (size_t at = cut.from; at < cut.to;) {
        uint32_t code = code_at(text, &at);
        if (!is_unseen(code)) {
            char bytes[4];
            int n = utf8_put(bytes, code);
            strbuf_add(&f->piece, (struct str){bytes, (size_t)n});
        }
    }
    if (run->joins_after && cut.to == text.n) {
        strbuf_add(&f->piece, JOINER);
    }
}

static bool visit_piece(struct fonts *f, const struct glyph_run *run, struct cut cut,
                        void (*visit)(void *self, const struct stretch *s), void *self)
{
    fill_piece(f, run, cut);
    if (f->piece.n == 0) {
        return true;
    }
    TTF_Font *font = font_for(f, run, cut.code);
    if (!font) {
        return false;
    }
    (void)TTF_SetFontDirection(font, run->rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    (void)TTF_SetFontScriptName(font, shaping_script(run->script));
    if (run->letter_px || run->word_px) {
        font_visit_spaced(run, font, strbuf_str(&f->piece), visit, self);
    } else {
        struct font_extent e = font_extent(font, &f->piece, run->rtl);
        struct stretch s = {font, f->piece.s, e.advance, e.overhang};
        visit(self, &s);
    }
    return true;
}

bool fonts_visit(struct fonts *f, const struct glyph_run *run,
                 void (*visit)(void *self, const struct stretch *s), void *self)
{
    struct cut cuts[MOST_STRETCHES];
    int count = find_cuts(f, run, cuts);
    bool ok = true;
    for (int i = 0; i < count; i++) {
        ok = visit_piece(f, run, cuts[run->rtl ? count - 1 - i : i], visit, self) && ok;
    }
    return ok;
}

/* FNV-1a, 64 bits. */
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t count)
{
    const unsigned char *p = bytes;
    for (size_t i = 0; i < count; i++) {
        hash = (hash ^ p[i]) * UINT64_C(0x100000001B3);
    }
    return hash;
}

uint64_t glyph_run_hash(const struct glyph_run *run)
{
    int numbers[5] = {(int)run->face, run->px, run->rtl + 2 * run->joins_before + 4 * run->joins_after,
                      run->letter_px, run->word_px};
    uint64_t hash = hash_bytes(UINT64_C(0xCBF29CE484222325), numbers, sizeof numbers);
    hash = hash_bytes(hash, run->script, strnlen(run->script, sizeof run->script));
    hash = hash_bytes(hash, run->text.s, run->text.n);
    return hash ? hash : 1;
}

/* ---- widths ---- */

static void add_width(void *self, const struct stretch *s)
{
    *(int *)self += s->width;
}

int fonts_width(struct fonts *f, const struct glyph_run *run)
{
    uint64_t hash = glyph_run_hash(run);
    struct kept_width *kept = &f->widths[hash % FONT_WIDTHS];
    if (kept->hash != hash) {
        int width = 0;
        (void)fonts_visit(f, run, add_width, &width);
        *kept = (struct kept_width){hash, width};
    }
    return kept->width;
}

static int measure(void *self, struct str piece, const struct run_style *style)
{
    struct font_setting *setting = self;
    struct glyph_run run = {.face = face_with_flags(setting->face, style->flags),
                            .px = setting->px,
                            .rtl = style->rtl,
                            .joins_before = style->joins_before,
                            .joins_after = style->joins_after,
                            .letter_px = setting->letter_px,
                            .word_px = setting->word_px,
                            .text = piece};
    memcpy(run.script, style->script, sizeof run.script);
    return fonts_width(setting->fonts, &run);
}

struct layout_measurer font_measurer_of(struct font_setting *setting)
{
    return (struct layout_measurer){measure, setting};
}

struct font_metrics fonts_metrics(struct fonts *f, enum face face, int px)
{
    px = clamp_px(px);
    struct font_metrics m = {px, px / 4, px + px / 4, px / 2, px * 7 / 10};
    TTF_Font *font = font_of_row(f, 0, face, px, 'a');
    if (!font) {
        return m;
    }
    m.ascent = TTF_FontAscent(font);
    m.descent = -TTF_FontDescent(font);
    m.line_px = TTF_FontLineSkip(font);
    int min_x;
    int max_x;
    int min_y;
    int advance;
    (void)TTF_GlyphMetrics32(font, 'x', &min_x, &max_x, &min_y, &m.x_height, &advance);
    (void)TTF_GlyphMetrics32(font, 'H', &min_x, &max_x, &min_y, &m.cap_height, &advance);
    m.descent = m.descent < 0 ? 0 : m.descent;
    return m;
}

/* ---- all of them ---- */

static bool finds_any(struct fonts *f)
{
    static const enum face faces[] = {FACE_BODY, FACE_UI, FACE_DISPLAY};
    for (size_t i = 0; i < COUNT(faces); i++) {
        if (finder_source(&f->finder, 0, faces[i], 'a') != NO_SOURCE) {
            return true;
        }
    }
    return false;
}

struct fonts *fonts_create_from(const char *const *folders, int folder_count, bool asks_system,
                                struct error *err)
{
    if (TTF_Init() != 0) {
        error_set(err, "cannot start the fonts: %s", TTF_GetError());
        return NULL;
    }
    struct fonts *f = memory_zeroed(sizeof *f);
    finder_init(&f->finder, folders, folder_count, asks_system);
    f->widths = memory_zeroed(FONT_WIDTHS * sizeof f->widths[0]);
    f->coverages = memory_zeroed(FONT_COVERAGES * sizeof f->coverages[0]);
    if (!finds_any(f)) {
        error_set(err, "no fonts are installed: on Debian, apt install fonts-noto-core "
                       "fonts-ebgaramond fonts-inter fonts-nanum fonts-noto-cjk");
        fonts_destroy(f);
        return NULL;
    }
    return f;
}

struct fonts *fonts_create(struct error *err)
{
    return fonts_create_from(font_folders, font_folder_count, true, err);
}

void fonts_destroy(struct fonts *f)
{
    if (!f) {
        return;
    }
    for (int i = 0; i < f->open_count; i++) {
        if (f->open[i].ttf) {
            TTF_CloseFont(f->open[i].ttf);
        }
    }
    for (int i = 0; i < f->coverage_count; i++) {
        free((void *)f->coverages[i].coverage.pixels);
    }
    finder_finish(&f->finder);
    strbuf_finish(&f->piece);
    free(f->coverages);
    free(f->widths);
    free(f);
    TTF_Quit();
}
