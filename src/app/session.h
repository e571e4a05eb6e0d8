/* What the faces for viewers, the window and the terminal, share: a story opened, its words, and
 * what is kept between runs. */
#pragma once

#include <stdbool.h>

#include "player/player.h"
#include "store/store.h"

struct session_options {
    struct str story;    /* as named; empty: the documentary that comes with the program */
    struct str language; /* as asked for; empty: as kept, else the system's, else the story's */
    int level;           /* of enum level; -1: as kept, else full */
    struct clock clock;  /* of the store; zeroed: the system's */
    bool forgets;        /* keep nothing, and look at nothing kept */
    bool strict;         /* a language the story is not told in ends it; else it is a notice */
    bool shows_faults;   /* a refused story is opened as a story about its faults */
    bool shows_card;     /* no story is opened: the card "back soon" is (app/back_soon.h) */
};

struct session;

/* NULL with the exit status; all is then said. The caller owns it. */
struct session *session_create(const struct session_options *o, int *status_out);
void session_destroy(struct session *s);

/* Is the story one about the faults of the one asked for? It then keeps nothing. */
bool session_is_faulty(const struct session *s);
const struct story *session_story(const struct session *s);
struct str session_data(const struct session *s); /* the folder of the program's own files */
/* The languages of the story, its own first. */
const struct str *session_languages(const struct session *s, int *count_out);
struct str session_language(const struct session *s);

/* A language_fn of the player; `self` is the session, which owns what it gives. */
bool session_words(void *self, struct str tag, const struct words **words_out,
                   const struct strings **strings_out);

/* The story's language that `wanted` names; empty where there is none: it is then a notice, but for "off". */
struct str session_second_language(struct session *s, struct str wanted);

/* What the viewer should know before it begins, in one line; or empty. */
struct str session_notice(const struct session *s);
bool session_keeps(const struct session *s); /* is anything kept after quitting? */
enum level session_level(const struct session *s);
struct settings session_settings(const struct session *s);
bool session_keep_settings(struct session *s, const struct settings *settings, enum level level,
                           struct str language, struct error *err) NODISCARD;

/* "This computer is shared": nothing is kept after quitting. Switching it on deletes all that was kept,
 * and its traces. False with `err`: as before. */
bool session_is_shared(const struct session *s);
bool session_set_shared(struct session *s, bool is_shared, struct error *err) NODISCARD;
/* Whose places are kept and found from now on; empty (as at first): nobody's in particular. The names
 * that are known are store_viewers'. */
void session_set_viewer(struct session *s, struct str viewer);
struct str session_viewer(const struct session *s);
/* Never NULL; the session's. */
struct store *session_store(const struct session *s);
/* Reads all of what is kept, which is not done before the first frame. What the viewer should know, in
 * one line; or empty. */
struct str session_check_store(struct session *s);

/* The kept place in this story, from `a`; or empty. */
struct str session_bookmark(const struct session *s, struct arena *a);
bool session_keep_bookmark(struct session *s, struct str text, struct error *err) NODISCARD;
bool session_forget_bookmark(struct session *s, struct error *err) NODISCARD;
