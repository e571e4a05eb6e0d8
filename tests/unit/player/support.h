/* A player of the small story beside this file, with the program's own words. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/path.h"
#include "player/player.h"

enum { BENCH_LANGUAGES = 3 }; /* en, ko, es */

struct bench {
    struct arena arena;
    struct folder assets;
    struct story *story;
    struct words *words[BENCH_LANGUAGES];
    struct strings *strings[BENCH_LANGUAGES];
    struct player *player;
};

/* The folder of the program's data. */
void bench_open_assets(struct folder *assets);

void bench_start(struct bench *b, bool with_pictures);
/* The same with the story in a folder under tests/. */
void bench_start_folder(struct bench *b, const char *folder);
void bench_finish(struct bench *b);
/* Another player of the same story in place of the one before. */
void bench_play(struct bench *b, struct str bookmark, enum level level, int start);

bool bench_act(struct bench *b, enum action action, int value);
/* The item of this id, or NULL. */
const struct item *bench_item(const struct bench *b, const char *id);
/* Presses it; fails where it is not there. */
void bench_press(struct bench *b, const char *id);
/* Is there an item in whose name these words are? */
bool bench_says(const struct bench *b, const char *words);
/* Stands at a scene's first caption, as after a jump. */
void bench_stand(struct bench *b, const char *scene);

/* Fails where two items have one id, one has no name or a raw key for it, or the focus is astray. */
void bench_check_items(const struct bench *b);
