/* The colours of a theme: plain data, one palette a theme. Pictures and what falls in their air have their own. */
#pragma once

#include "player/settings.h"
#include "stage/bitmap.h"

/* How the ground of words on a picture ends. */
enum scrim {
    SCRIM_SOFT,  /* fades out; as strong as the words need on the pixels that are there */
    SCRIM_SHEET, /* opaque, and ends at an edge: the picture beside it keeps all its light */
};

/* What is drawn round. */
enum outlines {
    OUTLINES_NONE,
    OUTLINES_GROUNDS, /* what has a ground of its own */
    OUTLINES_ALL,     /* whatever can be pressed */
};

/* What a road and names are drawn with on a map, whose picture has its own colours. */
struct map_inks {
    struct colour name, water; /* text */
    struct colour rim;         /* round letters */
    struct colour shade;       /* beneath names where the map would leave them too little contrast */
    uint8_t shade_least;       /* its alpha, however little they need */
    struct colour road, casing;
    struct colour direct;      /* the straight line beside the road */
    struct colour mark;        /* the inside of a numbered ring */
    struct colour here_ink;    /* the number on the last, filled with the road's colour */
};

/* Alpha is 255 unless said. */
struct palette {
    struct colour ink;    /* text */
    struct colour second; /* text that matters less; of all text on scrims the nearest to them */
    struct colour accent; /* text too: numbers, what is in force */
    struct colour panel;  /* ground of panels and scrims */
    struct colour ground; /* where there is no picture */
    struct colour veil;   /* over the picture beside a panel; with alpha */
    struct colour button, pressed;
    struct colour card;   /* of a choice, over a scrim; may have alpha */
    struct colour row;    /* of a list, over the panel; may have alpha */
    struct colour line;   /* round what `outlines` says, and the edge of a sheet */
    struct colour link;   /* beneath a word of the glossary; may have alpha */
    struct colour dot;    /* of a caption that is not shown; may have alpha */
    struct colour rail;   /* a scroll bar runs along; with alpha */
    struct colour strip, strip_ink;       /* of a message */
    struct colour ring_inner, ring_outer; /* of the focus: one is seen where the other is not */
    enum scrim scrim;
    enum outlines outlines;
    struct map_inks map;
};

/* Lives as long as the program. */
const struct palette *palette_of(enum theme theme);
