/* The road so far in words: what the map panel, the cards and the terminal all say. */
#pragma once

#include "base/arena.h"
#include "player/strings.h"
#include "story/words.h"
#include "viewing/road.h"

struct road_words {
    const struct story *story;
    const struct words *words;
    const struct strings *strings;
};

/* How long it is, beside the direct line; or why there is no length. From `a`. */
struct str road_words_length(const struct road_words *w, const struct road *road, struct arena *a);
/* "2. Tumen: on foot, 59 km". From `a`. */
struct str road_words_station(const struct road_words *w, const struct station *station, struct arena *a);
/* The name of the station's place; valid as long as the words. */
struct str road_words_place(const struct road_words *w, const struct station *station);
