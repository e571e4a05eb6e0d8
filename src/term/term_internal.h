/* What the parts of the terminal share. */
#pragma once

#include "base/arena.h"
#include "term/paper.h"

struct term {
    const struct term_options *o;
    struct paper paper;
    struct viewing *viewing;
    bool *told;  /* by scene: since the last answer, so that a circle of `next` stops */
    int chapter; /* the heading last shown; -1: none */
    bool keeps;  /* a place of this telling was kept */
    bool keeping_failed; /* said once until it is kept again */
    struct strbuf complaint; /* the last one logged */
    struct str bookmark;     /* the kept place */
    struct arena kept;       /* holds it */
    struct arena scratch;    /* until the next answer */
};

/* The program's words for a key; alone, or filled in, behind `lead`. */
struct str term_word(const struct term *t, const char *key);
void term_say(struct term *t, const char *key);
void term_say_filled(struct term *t, struct str lead, const char *key,
                     const struct string_value *values, int count);
/* The story's words as the viewing shows them; as a paragraph, nothing where they are empty. */
struct str term_shown(struct term *t, struct text text);
void term_tell(struct term *t, struct str lead, struct text text);
/* Words of the world, a citation, in the program's language. */
void term_cite(struct term *t, struct str lead, struct str line);
struct str term_number(struct term *t, int n);
/* " 2  ", before what is to be chosen. */
struct str term_number_lead(struct term *t, int n);

/* The present scene, whole; `is_chosen`: a choice just led here, and what it
 * brought comes first. */
void term_tell_scene(struct term *t, bool is_chosen);

/* False: the end. */
bool term_ask_viewer(struct term *t);

void term_show_sources(struct term *t);
void term_show_history(struct term *t);
void term_show_glossary(struct term *t);
void term_show_where(struct term *t);
