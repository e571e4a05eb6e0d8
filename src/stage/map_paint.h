/* The painting of a map sheet: names, road and marks, on the picture that lies there. */
#pragma once

#include "stage/map_fit.h"
#include "stage/map_sheet.h"
#include "story/geo.h"

/* Where a point of the Earth lies on the sheet, in px; false where the map has no such point. */
bool map_spot(const struct story_map *map, struct map_fit fit, struct geo at, struct spot *out);

/* Adds to `s->base`, which holds the map's picture, the names and the road so far but for its newest leg,
 * and makes `s->leg` of that. */
void map_paint(struct composer *c, struct map_sheet *s, const struct story_map *map, const struct road *road,
               struct map_fit fit);
