#include "viewing/road.h"

#include "story/geo.h"

static double distance_km(const struct story *s, int from, int to)
{
    return geo_distance_km(geo_of_place(&s->places[from]), geo_of_place(&s->places[to]));
}

/* `numbers` holds the number of each place come to, 0 for the others. */
static void arrive(const struct story *s, struct road *r, struct station *stations, int *numbers,
                   const struct scene *scene)
{
    int from = r->count - 1;
    bool stays = from >= 0 && stations[from].place == scene->place;
    if (scene->place < 0 || stays) {
        return;
    }
    struct station *here = &stations[r->count];
    int *number = &numbers[scene->place];
    *number = *number ? *number : ++r->place_count;
    *here = (struct station){.place = scene->place, .number = *number, .from = -1};
    if (from >= 0 && scene->by != BY_NONE) {
        here->from = from;
        here->by = scene->by;
        here->km = distance_km(s, stations[from].place, scene->place);
        r->walked_km += here->km;
        r->leg_count++;
    }
    r->count++;
}

struct road viewing_road(const struct viewing *v, struct arena *a)
{
    const struct story *s = viewing_story(v);
    const struct visit *visits;
    int count = viewing_history(v, a, &visits);
    struct station *stations = arena_new(a, struct station, (size_t)count);
    int *numbers = arena_new(a, int, (size_t)s->place_count);
    struct road r = {.stations = stations};
    for (int i = 0; i < count; i++) {
        arrive(s, &r, stations, numbers, &s->scenes[visits[i].scene]);
    }
    if (r.count > 0) {
        r.direct_km = distance_km(s, stations[0].place, stations[r.count - 1].place);
    }
    return r;
}
