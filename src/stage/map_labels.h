/* Names on a map: which of them find room, and their letters as ink. Those placed first have the higher
 * rank; a name that would lie over something placed before stands aside, or gives way. */
#pragma once

#include "stage/compose.h"
#include "stage/mask.h"

/* What is taken on a map, in cells of a few pixels. */
struct map_room {
    struct size size;  /* px */
    struct size cells;
    bool *taken;
};

struct map_room map_room_make(struct size size, struct arena *a);
void map_room_take(struct map_room *r, struct rect what);
/* Free, and nowhere over the map's edge? */
bool map_room_is_free(const struct map_room *r, struct rect what);

/* A name to be set. */
struct map_name {
    int item; /* whose language the words have */
    struct str words;
    struct setting setting;
    struct spot at;   /* what it names */
    double angle_deg; /* clockwise */
    double clear_px;  /* it stands beside that point, so far away; 0: upon it */
    double wander;    /* lines that it may stand higher or lower, where it stands upon it */
};

/* A name that has its place. */
struct map_lettering {
    struct block block;
    struct spot middle;
    double angle_deg;
};

/* Finds room and takes it; false where there is none. */
bool map_name_place(struct composer *c, struct map_room *room, const struct map_name *name,
                    struct map_lettering *out);
/* What the lettering covers. */
struct rect map_lettering_box(const struct map_lettering *l);
/* A soft shade where the map is too light for the name's contrast; all shades come before all names. */
void map_lettering_shade(struct composer *c, struct bitmap *b, const struct map_lettering *l);
/* The name itself, with a dark rim. */
void map_lettering_ink(struct composer *c, struct bitmap *b, const struct map_lettering *l);

/* Letters alone, in the middle of a mark. */
void map_number_ink(struct composer *c, struct bitmap *b, int item, struct str words, struct setting setting,
                    struct spot middle);
