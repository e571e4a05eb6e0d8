/* Pixels in memory, which part of them is shown, and how bright that part is. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stage/geometry.h"

struct SDL_Surface;

struct colour {
    uint8_t r, g, b, a; /* sRGB; not multiplied by a */
};

/* 32 bits a pixel: XRGB8888 when opaque, else ARGB8888 (not premultiplied). Filled by whoever made it,
 * then never changed: what is kept by reference may be compared by address. */
struct bitmap;

/* Zeroed: black, or clear. NULL when the system has no such memory. One reference, the caller's. */
struct bitmap *bitmap_create(struct size size, bool is_opaque);
/* Another reference to the same pixels; NULL gives NULL. Only a bitmap's owner thread counts. */
struct bitmap *bitmap_keep(struct bitmap *b);
void bitmap_release(struct bitmap *b);

struct size bitmap_size(const struct bitmap *b);
bool bitmap_is_opaque(const struct bitmap *b);
size_t bitmap_bytes(const struct bitmap *b);
uint32_t *bitmap_row(struct bitmap *b, int y);
const uint32_t *bitmap_row_const(const struct bitmap *b, int y);
/* Which of the 64 parts of a row hold anything but clear pixels: bit i stands for the columns from
 * bitmap_part(b, i) up to the next part's. Counted when it is first asked for, by the bitmap's owner thread alone. */
uint64_t bitmap_row_parts(struct bitmap *b, int y);
int bitmap_part(const struct bitmap *b, int i);
/* The pixels as SDL sees them; belongs to the bitmap. */
struct SDL_Surface *bitmap_surface(struct bitmap *b);

/* The part of a bitmap, in its pixels, that fills a destination. */
struct picture_view {
    double x, y, w, h;
};

struct picture_view view_whole(struct size bitmap);
bool view_same(struct picture_view a, struct picture_view b);

/* Cover fit: as much of `whole` as the shape of `dest` takes in, around the focus (parts, 0..1) and
 * inside `whole`: the focus is never cropped away. */
struct picture_view cover_view(struct size whole, struct size dest, const double focus[2]);

/* The same on its way: {x, y, zoom} as in the story's `pan`, from `from` at t = 0 to `to` at t = 1,
 * eased by smoothstep. `t` is clamped. A view that would lose the focus is moved to hold it. */
struct picture_view cover_view_pan(struct size whole, struct size dest, const double focus[2],
                                   const double from[3], const double to[3], double t);

/* How light and dark the pixels of a stretch are. */
struct tones {
    double brightest; /* highest relative luminance of a pixel (WCAG 2.2), 0..1 */
    uint8_t floor[3]; /* least red, green and blue of any pixel */
};

/* Tones that hold for both, and for any fade between them. */
struct tones tones_join(struct tones a, struct tones b);
struct tones tones_of(struct colour c);

/* Of all the pixels that would show inside `region` (same coordinates as `dest`) when `view` of the
 * bitmap fills `dest`. Transparency is not looked at. An empty region gives black. */
struct tones bitmap_tones(const struct bitmap *b, struct picture_view view, struct rect dest,
                          struct rect region);

/* WCAG 2.2: relative luminance, linearised at 0.04045, and (lighter + 0.05) / (darker + 0.05). */
double colour_luminance(struct colour c);
double contrast_ratio(double luminance_a, double luminance_b);

/* The least alpha of a flat scrim of colour `scrim` over pixels of these tones with which text of
 * colour `text` keeps at least `ratio` to 1 on every one of them; 255 where none does. */
uint8_t scrim_alpha(struct tones under, struct colour scrim, struct colour text, double ratio);
