/* Where a place lies on a map, and how far it is to another, on a sphere of 6,371 km. */
#pragma once

#include <stdbool.h>

#include "story/story.h"

#define GEO_EARTH_KM 6371.0

struct geo {
    double longitude_deg, latitude_deg;
};

/* In parts of a map's picture: 0, 0 is its top left, 1, 1 its bottom right; others lie outside. */
struct map_point {
    double x, y;
};

struct geo geo_of_place(const struct place *p);

/* Along the great circle. */
double geo_distance_km(struct geo a, struct geo b);
/* The point at `t`, 0..1, of the great circle from `a` to `b`; between antipodes, `a`. */
struct geo geo_between(struct geo a, struct geo b, double t);

/* Is enough known to place anything: the projection, and for laea the picture's shape? */
bool map_is_usable(const struct story_map *m);
/* Where a point of the Earth lies on a usable map. False where the projection has no such point: a pole
 * in web-mercator, the antipode of the centre in laea. */
bool map_project(const struct story_map *m, struct geo at, struct map_point *out);
/* Kilometres on the ground along the picture's width, at its middle. */
double map_width_km(const struct story_map *m);
/* Height of the picture in parts of its width. */
double map_shape(const struct story_map *m);

/* The closest map that holds all the points, none at its very edge; NULL where none does, or without
 * points. */
const struct story_map *map_for_points(const struct story *s, const struct geo *points, int count);
