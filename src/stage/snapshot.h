/* Pages as files: PNG, or PPM where the name ends so. */
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"
#include "stage/font.h"

struct SDL_Surface;

/* Saves atomically; the same page gives the same bytes. */
bool snapshot_save(struct SDL_Surface *page, const char *path, struct error *err) NODISCARD;

/* A contact sheet: rows of small pages with captions, in the order they were added. */
struct sheet;

/* `fonts` must outlive it. Never NULL. */
struct sheet *sheet_create(struct fonts *fonts);
void sheet_destroy(struct sheet *s);
/* Makes its small copy at once: the page may go. */
bool sheet_add(struct sheet *s, struct SDL_Surface *page, struct str caption, struct error *err);
/* False with `err` also when nothing was added. */
bool sheet_save(struct sheet *s, const char *path, struct error *err) NODISCARD;
