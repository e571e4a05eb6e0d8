/* One view for each thing seen. Each writes a frame and nothing else. */
#pragma once

#include "stage/column.h"

/* The whole screen, by the player's screen and panel. The composer's frame must have been started. */
void view_draw(struct composer *c);

/* The row of controls at the foot of every screen. */
void view_bar(struct composer *c);
/* The px it takes from the page's lower edge: grounds are drawn before what stands on them. */
int view_bar_height(struct composer *c);

/* A small line where the story goes on by itself: how much of the time has passed. */
void view_pace(struct composer *c);

void view_opening(struct composer *c);
void view_scene(struct composer *c); /* captions */
void view_choices(struct composer *c);
void view_card(struct composer *c); /* notice, chapter, because, ending */
void view_panel(struct composer *c);
void view_touch(struct composer *c); /* the panel that is all of the screen */
/* The map with the road so far, as a panel or as a card: in place of everything else. False where the
 * player shows no map. */
bool view_map(struct composer *c);

/* A panel's or a card's words within `place`, without a ground of their own. */
void view_panel_in(struct composer *c, struct rect place);
void view_card_in(struct composer *c, struct rect place);

/* Chapter and title at the top of a scene; returns the px taken from the upper edge. `compact`: one
 * line, where the telling needs the room. */
int view_heads(struct composer *c, bool compact);
/* The px it will take, without drawing. */
int view_heads_height(struct composer *c, bool compact);
