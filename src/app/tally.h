/* One session, taken down in memory from what the player shows, until it is counted. */
#pragma once

#include "player/player.h"
#include "store/count.h"

struct tally;

/* The player must outlive it. Never NULL. */
struct tally *tally_create(const struct player *p, int64_t now_ms);
void tally_destroy(struct tally *t); /* accepts NULL */
/* To be called after each thing the player did. */
void tally_turn(struct tally *t);
/* What is to be counted; valid until the tally or the player changes. */
struct session_count tally_end(struct tally *t, struct str day, enum session_end end, int64_t now_ms);
