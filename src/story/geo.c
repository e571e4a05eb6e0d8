#include "story/geo.h"

#include <math.h>

#define PI 3.14159265358979323846

/* So far from the edge a point is still shown with its mark: in parts of the picture. */
#define EDGE 0.025

static double radians(double deg)
{
    return deg * (PI / 180);
}

static double degrees(double rad)
{
    return rad * (180 / PI);
}

struct geo geo_of_place(const struct place *p)
{
    return (struct geo){p->longitude_deg, p->latitude_deg};
}

/* The angle by its tangent, which is exact for near points and for antipodes alike: T. Vincenty, "Direct
 * and Inverse Solutions of Geodesics on the Ellipsoid" (Survey Review 176, 1975), equations 14 to 16 with
 * a flattening of 0. */
static double angle_between(struct geo a, struct geo b)
{
    double from = radians(a.latitude_deg);
    double to = radians(b.latitude_deg);
    double turn = radians(b.longitude_deg - a.longitude_deg);
    double east = cos(to) * sin(turn);
    double north = cos(from) * sin(to) - sin(from) * cos(to) * cos(turn);
    return atan2(hypot(east, north), sin(from) * sin(to) + cos(from) * cos(to) * cos(turn));
}

double geo_distance_km(struct geo a, struct geo b)
{
    return GEO_EARTH_KM * angle_between(a, b);
}

struct vector {
    double x, y, z;
};

static struct vector vector_of(struct geo g)
{
    double latitude = radians(g.latitude_deg);
    double longitude = radians(g.longitude_deg);
    return (struct vector){cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)};
}

/* K. Shoemake's slerp (SIGGRAPH 1985) on two unit vectors. */
struct geo geo_between(struct geo a, struct geo b, double t)
{
    double angle = angle_between(a, b);
    double whole = sin(angle);
    if (whole < 1e-12) {
        return a;
    }
    struct vector u = vector_of(a);
    struct vector v = vector_of(b);
    double p = sin((1 - t) * angle) / whole;
    double q = sin(t * angle) / whole;
    double x = p * u.x + q * v.x;
    double y = p * u.y + q * v.y;
    return (struct geo){degrees(atan2(y, x)), degrees(atan2(p * u.z + q * v.z, hypot(x, y)))};
}

/* --- projections: J. P. Snyder, "Map Projections: A Working Manual", USGS Professional Paper 1395 (1987),
 * on the sphere. --- */

/* Snyder 7-2, without the radius. Web Mercator (EPSG:3857) is this on the sphere, whatever the datum. */
static double mercator_y(double latitude_deg)
{
    return log(tan(PI / 4 + radians(latitude_deg) / 2));
}

static bool mercator_project(const struct story_map *m, struct geo at, struct map_point *out)
{
    if (fabs(at.latitude_deg) > 89.9) {
        return false;
    }
    double south = mercator_y(m->bounds[1]);
    double north = mercator_y(m->bounds[3]);
    out->x = (at.longitude_deg - m->bounds[0]) / (m->bounds[2] - m->bounds[0]);
    out->y = (north - mercator_y(at.latitude_deg)) / (north - south);
    return true;
}

/* Snyder 22-4, 22-5 and 24-2: Lambert's azimuthal equal-area, oblique. */
static bool laea_project(const struct story_map *m, struct geo at, struct map_point *out)
{
    double middle = radians(m->centre[1]);
    double latitude = radians(at.latitude_deg);
    double turn = radians(at.longitude_deg - m->centre[0]);
    double toward = 1 + sin(middle) * sin(latitude) + cos(middle) * cos(latitude) * cos(turn);
    if (toward < 1e-9) {
        return false;
    }
    double k = sqrt(2 / toward);
    double x_km = GEO_EARTH_KM * k * cos(latitude) * sin(turn);
    double y_km = GEO_EARTH_KM * k * (cos(middle) * sin(latitude) - sin(middle) * cos(latitude) * cos(turn));
    out->x = 0.5 + x_km / m->width_km;
    out->y = 0.5 - y_km / m->height_km;
    return true;
}

bool map_is_usable(const struct story_map *m)
{
    return m->is_laea ? m->width_km > 0 && m->height_km > 0
                      : m->bounds[0] < m->bounds[2] && m->bounds[1] < m->bounds[3];
}

bool map_project(const struct story_map *m, struct geo at, struct map_point *out)
{
    return m->is_laea ? laea_project(m, at, out) : mercator_project(m, at, out);
}

double map_width_km(const struct story_map *m)
{
    if (m->is_laea) {
        return m->width_km;
    }
    double middle = (m->bounds[1] + m->bounds[3]) / 2;
    return GEO_EARTH_KM * radians(m->bounds[2] - m->bounds[0]) * cos(radians(middle));
}

double map_shape(const struct story_map *m)
{
    if (m->is_laea) {
        return m->height_km / m->width_km;
    }
    return (mercator_y(m->bounds[3]) - mercator_y(m->bounds[1])) / radians(m->bounds[2] - m->bounds[0]);
}

static bool is_inside(double part)
{
    return part >= EDGE && part <= 1 - EDGE;
}

static bool holds(const struct story_map *m, const struct geo *points, int count)
{
    for (int i = 0; i < count; i++) {
        struct map_point p;
        if (!map_project(m, points[i], &p) || !is_inside(p.x) || !is_inside(p.y)) {
            return false;
        }
    }
    return count > 0;
}

const struct story_map *map_for_points(const struct story *s, const struct geo *points, int count)
{
    const struct story_map *closest = NULL;
    for (int i = 0; i < s->map_count; i++) {
        const struct story_map *m = &s->maps[i];
        bool fits = map_is_usable(m) && holds(m, points, count);
        if (fits && (!closest || map_width_km(m) < map_width_km(closest))) {
            closest = m;
        }
    }
    return closest;
}
