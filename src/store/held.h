/* What is kept in memory: all that store_open_none has, and what waits for a disk that fails. */
#pragma once

#include "base/limits.h"
#include "store/store.h"

struct held_item {
    struct held_item *next;
    struct strbuf kind, viewer, name, value;
};

struct held_count {
    struct held_count *next;
    struct strbuf day, story, language, what, item;
    int64_t n;
};

/* Zeroed is empty. Few things are held, so the lists are searched from end to end. */
struct held {
    struct held_item *items;
    struct held_count *counts;
    int row_count;
};

void held_finish(struct held *h);
bool held_is_empty(const struct held *h);
struct store_key held_key(const struct held_item *i);
struct count_row held_row(const struct held_count *c);

/* False with `err` where name or value are too large to be kept anywhere. */
bool held_fits(struct store_key key, struct str value, struct error *err);
void held_put(struct held *h, struct store_key key, struct str value);
const struct held_item *held_find(const struct held *h, struct store_key key); /* NULL: not held */
void held_forget(struct held *h, struct store_key key);
void held_forget_viewer(struct held *h, struct str viewer);
void held_rename(struct held *h, struct str from, struct str to);
/* Past HELD_ROWS_MOST different rows, what is new is left out: months of a dead disk. */
void held_add(struct held *h, const struct count_row *rows, int count);
