/* Setting the player's items on a page: text blocks, boxes, scrims. The views are made of these. */
#pragma once

#include "base/arena.h"
#include "stage/backdrop.h"
#include "stage/font.h"
#include "stage/frame.h"
#include "stage/shade.h"
#include "text/layout.h"
#include "text/writing.h"

struct map_sheet; /* stage/map_sheet.h */

/* Everything a view needs to make one frame. */
struct composer {
    struct fonts *fonts;
    struct layouter *layouter;
    struct backdrop *backdrop;
    struct player *player; /* told its pages, nothing else */
    const struct item *items;
    int item_count, focus;
    int pressed;       /* the item a finger or button holds down, or -1 */
    int scroll;        /* px the scrolling part is moved up by */
    double share;      /* >= 0: scroll to this part of the way instead */
    bool follow_focus; /* scroll so that the focused item is in view */
    bool layout_only;  /* nothing is painted from this frame: places alone are asked for */
    bool arrives;      /* the screen or panel has just come: what scrolls begins at its anchor */
    int follow_from, follow_count; /* these items in its stead, where count is not 0 */
    int64_t now_ms;
    struct look look;
    struct writing writing; /* of the page's language: all its lines keep one distance, whatever they hold */
    struct shades *shades;
    struct map_sheet *map;
    struct arena *arena; /* of this frame */
    struct frame *frame;
};

/* How the text of an item is set. */
struct setting {
    enum face face;
    int px;
    double leading; /* baseline distance in parts of px, before a person has it wider */
    struct colour ink;
};

/* An item's words as lines. */
struct block {
    int item;
    struct setting setting;
    struct str text;
    struct layout layout;
    int line_px;
    int spare_px;          /* more leading than the setting has: of use between lines alone */
    int gap_px;            /* more, behind a paragraph that another follows */
    int letter_px, word_px;
    struct size size; /* of all lines */
};

/* The first item of the list with this part, or -1. */
int compose_find(const struct composer *c, enum part part);

struct block block_lay(struct composer *c, int item, struct setting setting, int width_px);
/* The same for words that stand in for an item's own. */
struct block block_lay_words(struct composer *c, int item, struct str words, struct setting setting,
                             int width_px);
/* And for names on a map, which would find no room with wider spacing. */
struct block block_lay_name(struct composer *c, int item, struct str words, struct setting setting, int width_px);

/* From the top of line `first` to the foot of the last of `count` lines. */
int block_height(const struct block *b, int first, int count);
/* The distance of its lines, as a person has it. */
int setting_line_px(const struct composer *c, struct setting setting);

/* The item that is `item` in the second language, or -1. */
int compose_find_second(const struct composer *c, int item);
/* How the second language is set below words of `setting`: smaller, quieter, never under the least size. */
struct setting compose_second(const struct composer *c, struct setting setting);

/* Draws lines [first, first + count) from box's start, with the top of the first at box.y, and records where
 * the item lies. `contrast` is what is guaranteed against the ground, for the dump. */
void block_draw(struct composer *c, const struct block *b, int first, int count, struct rect box,
                double contrast);

/* The link behind the item `owner` that stands for its span `span`; -1: the words are no link here. */
int compose_link(const struct composer *c, int owner, int span);
/* Where the focused link stands in the block, from its top left: lines first to last of it. False where the
 * focus is not on a link of this block. */
bool block_focused_link(const struct composer *c, const struct block *b, int *first_out, int *last_out);

/* Records an item's place; `hit` may be empty. */
struct placed *compose_place(struct composer *c, int item, struct rect rect, struct rect hit);

/* The whole screen, of which the page may be the lower part. */
struct rect compose_screen(const struct composer *c);

/* The width of the palette's lines. */
int compose_line_px(const struct composer *c);

/* A box for something to press: its ground, its ring where it has focus, its state. */
void compose_box(struct composer *c, int item, struct rect r, struct colour ground);

/* The least alpha of the panel's colour that gives `ink` its contrast everywhere in `region`, at least
 * `least`. */
uint8_t compose_scrim(struct composer *c, struct rect region, struct colour ink, uint8_t least);

/* A scrim of `alpha` over the page's first corner, `core` px wide and high, fading out over `fade` px. */
void compose_scrim_corner(struct composer *c, struct size core, int fade, uint8_t alpha);

/* A scrim of `alpha` over the side of the page where lines begin, `depth` px wide, and one of `foot_alpha` beside
 * it over the page's foot, `foot` px high. */
void compose_scrim_side(struct composer *c, int depth, uint8_t alpha, int foot, uint8_t foot_alpha);

/* A scrim of `alpha` over the page from its foot as far up as `depth` px, then fading out over `fade`. */
void compose_scrim_foot(struct composer *c, int depth, int fade, uint8_t alpha);
