#include "player/road_words.h"

#include <math.h>

#include "text/number.h"

struct str road_words_place(const struct road_words *w, const struct station *station)
{
    return words_of(w->words, w->story->places[station->place].name);
}

/* Whole kilometres: more would claim to know the way. */
static struct str kilometres(const struct road_words *w, double km, struct arena *a)
{
    return number_show_own(round(km), strings_language(w->strings), a);
}

struct str road_words_length(const struct road_words *w, const struct road *road, struct arena *a)
{
    if (road->count == 0) {
        return strings_get(w->strings, "map.none");
    }
    const struct station *first = &road->stations[0];
    const struct station *last = &road->stations[road->count - 1];
    const struct string_value place = {"place", road_words_place(w, first)};
    if (road->count == 1) {
        return strings_fill(w->strings, a, "map.begins", &place, 1);
    }
    if (road->leg_count == 0) {
        return strings_get(w->strings, "map.no-lines");
    }
    const struct string_value values[] = {
        {"walked", kilometres(w, road->walked_km, a)},
        {"from", road_words_place(w, first)},
        {"to", road_words_place(w, last)},
        {"direct", kilometres(w, road->direct_km, a)},
    };
    const char *key = first->place == last->place ? "map.returned" : "map.length";
    return strings_fill(w->strings, a, key, values, COUNT(values));
}

struct str road_words_station(const struct road_words *w, const struct station *station, struct arena *a)
{
    const struct string_value values[] = {
        {"n", number_show_own(station->number, strings_language(w->strings), a)},
        {"place", road_words_place(w, station)},
        {"km", kilometres(w, station->km, a)},
    };
    if (station->from < 0) {
        return strings_fill(w->strings, a, "map.station", values, COUNT(values));
    }
    struct str key = arena_printf(a, "map.leg.%s", travel_name(station->by));
    return strings_fill(w->strings, a, key.s, values, COUNT(values));
}
