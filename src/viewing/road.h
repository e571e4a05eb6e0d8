/* The road so far: the places a viewing has come to, how, and how far it was. */
#pragma once

#include "base/arena.h"
#include "viewing/viewing.h"

/* A stay at a place. Scenes that follow one another at the same place are one stay. */
struct station {
    int place;      /* of the story */
    int number;     /* of the place in this road, from 1: coming back keeps it */
    int from;       /* the station a line is drawn from; -1: none is, and no length counted */
    enum travel by; /* BY_NONE where `from` is -1 */
    double km;      /* along the great circle from there; 0 without */
};

struct road {
    const struct station *stations; /* in order */
    int count;
    int place_count; /* different ones: the highest number */
    int leg_count;
    double walked_km; /* all legs */
    double direct_km; /* from the first station to the last, along the great circle */
};

/* From `a`. A story without places has an empty road. */
struct road viewing_road(const struct viewing *v, struct arena *a);
