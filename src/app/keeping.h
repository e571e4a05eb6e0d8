/* Who is watching, and what is kept at home: from the session to the player, and back. */
#pragma once

#include "app/session.h"
#include "player/home.h"

/* The session's viewer by a name that somebody typed, "" for nobody in particular. False, complained about, where it
 * is no name. */
bool keeping_name_viewer(struct session *s, struct str typed);

/* Tells the player how things stand. */
void keeping_show(struct session *s, struct player *p);
enum {
    HOME_EFFECTS =
        EFFECT_LOOK | EFFECT_VIEWER | EFFECT_FORGET_VIEWER | EFFECT_FORGET_ALL | EFFECT_SHARE | EFFECT_UNSHARE
};
/* Carries out what the player asks for of HOME_EFFECTS, and tells it what came of it. */
void keeping_carry_out(struct session *s, struct player *p, unsigned effects);
