/* What the panels' lists are made of. Shared by the player's own files alone. */
#pragma once

#include "player/player_internal.h"

/* From this size of text on, the foot holds but what no screen can do without. */
enum { LARGE_TEXT = 200 };

/* One file for each panel that is more than a few lines. */
void items_make_sources(struct player *p);
void items_make_timeline(struct player *p);
void items_make_chapters(struct player *p);
void items_make_glossary(struct player *p);
void items_make_history(struct player *p);
void items_make_more(struct player *p);
void items_make_settings(struct player *p);

void panel_add_title(struct player *p, const char *key);
void panel_add_close(struct player *p);
void panel_add_label(struct player *p, const char *id, const char *key);
/* The story's words; nothing where there are none. */
void panel_add_text(struct player *p, enum part part, const char *id, struct text t);
/* A source as a line of its own, ID.N; nothing where this level does not show it. */
void panel_add_source(struct player *p, const char *id, int n, int source, int level);
void panel_add_cites(struct player *p, const char *id, struct cites cites, int level);
/* "Chapter 2: The river", valid as long as the list. */
struct str panel_chapter(struct player *p, int chapter);
/* "ID.N", valid as long as the list. */
struct str panel_id(struct player *p, const char *id, int n);
/* Is what belongs to the full telling alone to be shown? */
bool panel_tells(const struct player *p, bool full_only);
