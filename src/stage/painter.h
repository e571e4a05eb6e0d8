/* Draw lists onto a page: one interface, two painters that give the same picture. */
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "stage/drawlist.h"
#include "stage/font.h"

struct SDL_Renderer;
struct SDL_Surface;
struct SDL_Window;
struct painter;

struct painter_ops {
    const char *name;
    bool (*paint)(struct painter *p, const struct drawlist *list, const struct damage *damage, struct error *err);
    void (*prepare)(struct painter *p, struct bitmap *bitmap);
    void (*reset)(struct painter *p);
    struct SDL_Surface *(*shot)(struct painter *p, struct error *err);
    void (*destroy)(struct painter *p);
};

struct painter {
    const struct painter_ops *ops;
};

/* Paints into the window's surface. Set SDL_HINT_FRAMEBUFFER_ACCELERATION to "0" before the window is
 * made. The window and the fonts must outlive the painter. NULL with `err`. */
struct painter *painter_cpu_for_window(struct SDL_Window *window, struct fonts *fonts, struct error *err);

/* Paints into memory, for `render`, golden pictures and tests. The page is of 32 bits, XRGB8888 or
 * ARGB8888, stays the caller's and must outlive the painter. Needs no SDL_Init. */
struct painter *painter_cpu_for_surface(struct SDL_Surface *page, struct fonts *fonts);

/* Paints with a renderer, whose output size is the page's. The renderer stays the caller's. */
struct painter *painter_sdl_create(struct SDL_Renderer *renderer, struct fonts *fonts);

/* Paints the list and presents it. Only `damage` needs painting anew: drawlist_damage() of the list
 * painted last by this painter and this one; the whole page the first time, after painter_reset, an
 * exposed or resized window. A painter may paint more. False with `err` when the page is lost. */
static inline bool painter_paint_damage(struct painter *p, const struct drawlist *list, const struct damage *damage,
                                        struct error *err)
{
    return p->ops->paint(p, list, damage, err);
}

static inline bool painter_paint(struct painter *p, const struct drawlist *list, struct rect damage,
                                 struct error *err)
{
    struct damage one = damage_of(damage);
    return painter_paint_damage(p, list, &one, err);
}

/* Makes a bitmap ready that will be painted soon, where that costs something (an upload). */
static inline void painter_prepare(struct painter *p, struct bitmap *bitmap)
{
    p->ops->prepare(p, bitmap);
}

/* Forgets what it kept on the device: on a device reset and a window of another size. */
static inline void painter_reset(struct painter *p)
{
    p->ops->reset(p);
}

/* A copy of the page painted last (whose list must still stand), XRGB8888, the caller's; NULL with
 * `err`. */
static inline struct SDL_Surface *painter_shot(struct painter *p, struct error *err)
{
    return p->ops->shot(p, err);
}

static inline void painter_destroy(struct painter *p)
{
    if (p) {
        p->ops->destroy(p);
    }
}
