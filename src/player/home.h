/* At home: who is watching, and what is kept. The player asks by effects; who carries them out tells it how things
 * stand from then on. */
#pragma once

#include "player/player.h"

/* How things stand. Zeroed: nobody is asked for a name, and there is nothing to be deleted. */
struct keeping {
    bool can_keep;  /* this computer has a place to keep things; a kiosk and --no-keep have none */
    bool is_shared; /* but it keeps nothing after quitting */
    const struct str *viewers; /* names under which places are kept */
    int viewer_count;
    bool nobody_has; /* a place in this story is kept for nobody in particular */
};

/* Copied. */
void player_set_keeping(struct player *p, const struct keeping *k);

/* Whose places are kept; empty: nobody's in particular. After EFFECT_VIEWER it has no place until
 * player_set_viewer. */
struct str player_viewer(const struct player *p);
/* This viewer at the title page, with the place kept for them here, or none; nothing of the one before is left. */
void player_set_viewer(struct player *p, struct str viewer, struct str bookmark);

/* Is a name being typed? All letters are then the field's. */
bool player_types(const struct player *p);
/* What stands in the field, with what an input method is still composing. */
struct str player_typed(const struct player *p);
void player_set_composing(struct player *p, struct str text);
