/* A map as it is shown: its picture, the names on it and the road so far, made once off-screen. Only the
 * newest leg is a bitmap of its own, so that it can be uncovered bit by bit. */
#pragma once

#include "stage/compose.h"
#include "stage/mask.h"
#include "stage/picture.h"

/* An item that is drawn on the map, and where. */
struct map_placed {
    enum part part; /* PART_MAP_LABEL or PART_STATION */
    int value;      /* its action_value */
    struct rect rect; /* on the map */
    struct setting setting;
};

enum { MAP_PLACED_MOST = 256, LEG_WAIT_MS = 350, LEG_MS = 1400 };

/* Zeroed is empty. */
struct map_sheet {
    struct picture_want want; /* the whole map at its scale … */
    bool is_wanted;           /* … as long as it has to be decoded */
    uint64_t key;             /* of all that the bitmaps were made from; 0: none are there */
    struct bitmap *base;      /* opaque: everything but the newest leg */
    struct bitmap *leg;       /* NULL: there is none */
    struct rect leg_at;       /* on the map */
    struct spot leg_from, leg_to;
    struct map_placed placed[MAP_PLACED_MOST];
    int placed_count;
    uint64_t leg_key; /* of the leg shown last: it is drawn as if by hand once */
    int64_t leg_since_ms;
};

/* Lets go of the bitmaps; they are made anew when they are needed. */
void map_sheet_finish(struct map_sheet *s);

/* Draws the player's map into the area, or as much of it as keeps the road in sight, and says when the next
 * frame is due while the newest leg is on its way. Until the picture is ready nothing is drawn. */
enum picture_state map_sheet_draw(struct composer *c, struct rect area);
