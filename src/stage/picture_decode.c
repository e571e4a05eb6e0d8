#include "stage/picture_decode.h"

#include <assert.h>

#include <SDL.h>
#include <SDL_image.h>

#include "stage/picture.h"
#include "stage/picture_bounds.h"
#include "stage/picture_jpeg.h"
#include "stage/picture_webp.h"

typedef SDL_Surface *loader_fn(SDL_RWops *bytes);

/* By kind, never by looking: SDL_image asks the decoder of SVG too, which takes any file with its tag in it. */
static loader_fn *loader_of(enum media_type type)
{
    switch (type) {
    case MEDIA_PNG:
        return IMG_LoadPNG_RW;
    case MEDIA_WEBP:
        return IMG_LoadWEBP_RW;
    case MEDIA_JPEG: /* ours */
    case MEDIA_UNKNOWN:
    case MEDIA_OPUS:
    case MEDIA_VORBIS:
    case MEDIA_FLAC:
    case MEDIA_WAV:
        break;
    }
    return NULL;
}

/* ---- orientation ---- */

static bool swaps_sides(int orientation)
{
    return orientation >= 5 && orientation <= 8;
}

/* Where the pixel shown at (x, y) of a picture of w by h pixels, as shown, is stored (EXIF 2.3,
 * tag 0x0112). */
static SDL_Point stored_at(int orientation, int x, int y, int w, int h)
{
    switch (orientation) {
    case 2:
        return (SDL_Point){w - 1 - x, y};
    case 3:
        return (SDL_Point){w - 1 - x, h - 1 - y};
    case 4:
        return (SDL_Point){x, h - 1 - y};
    case 5:
        return (SDL_Point){y, x};
    case 6:
        return (SDL_Point){y, w - 1 - x};
    case 7:
        return (SDL_Point){h - 1 - y, w - 1 - x};
    case 8:
        return (SDL_Point){h - 1 - y, x};
    default:
        return (SDL_Point){x, y};
    }
}

static uint32_t *pixel_at(const SDL_Surface *s, int x, int y)
{
    unsigned char *pixels = s->pixels;
    return (uint32_t *)(void *)(pixels + (size_t)y * (size_t)s->pitch) + x;
}

static SDL_Surface *turned(const SDL_Surface *s, int orientation)
{
    int w = swaps_sides(orientation) ? s->h : s->w;
    int h = swaps_sides(orientation) ? s->w : s->h;
    SDL_Surface *out = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, s->format->format);
    for (int y = 0; out && y < h; y++) {
        uint32_t *row = pixel_at(out, 0, y);
        for (int x = 0; x < w; x++) {
            SDL_Point from = stored_at(orientation, x, y, w, h);
            row[x] = *pixel_at(s, from.x, from.y);
        }
    }
    return out;
}

/* ---- decoding ---- */

static bool surface_has_alpha(SDL_Surface *s)
{
    if (s->format->Amask != 0 || SDL_HasColorKey(s)) {
        return true;
    }
    const SDL_Palette *palette = s->format->palette;
    for (int i = 0; palette && i < palette->ncolors; i++) {
        if (palette->colors[i].a != 255) {
            return true;
        }
    }
    return false;
}

static SDL_Surface *load(struct str bytes, const struct media_info *info, struct error *err)
{
    loader_fn *loader = loader_of(info->type);
    if (!loader || bytes.n > INT32_MAX) {
        error_set(err, "not a picture");
        return NULL;
    }
    SDL_RWops *rw = SDL_RWFromConstMem(bytes.s, (int)bytes.n);
    SDL_Surface *s = rw ? loader(rw) : NULL;
    if (rw) {
        (void)SDL_RWclose(rw);
    }
    if (!s) {
        error_set(err, "cannot be decoded: %s", SDL_GetError());
        return NULL;
    }
    int w = swaps_sides(info->orientation) ? s->h : s->w;
    int h = swaps_sides(info->orientation) ? s->w : s->h;
    if (w != info->width || h != info->height) {
        error_set(err, "is %d by %d pixels, but says %d by %d", w, h, info->width, info->height);
        SDL_FreeSurface(s);
        return NULL;
    }
    return s;
}

/* In these orders whoever scales it reads it as it is. */
static bool may_stay(const SDL_Surface *s, bool has_alpha)
{
    Uint32 format = s->format->format;
    if (has_alpha) {
        return format == SDL_PIXELFORMAT_RGBA32 || format == SDL_PIXELFORMAT_ARGB8888;
    }
    return format == SDL_PIXELFORMAT_RGB24 || format == SDL_PIXELFORMAT_RGB888;
}

/* The size to decode at, or {0}: the file's own. */
static struct size smaller_size(const struct media_info *info, struct decode_size at)
{
    struct size file = {info->width, info->height};
    if (info->type != MEDIA_WEBP || info->orientation > 1 || !at.of) {
        return (struct size){0};
    }
    struct size size = at.of(file, at.self);
    bool is_smaller = size.w > 0 && size.h > 0 && size.w <= file.w && size.h <= file.h && !size_same(size, file);
    return is_smaller ? size : (struct size){0};
}

static enum pixel_order order_of(const SDL_Surface *s)
{
    return s->format->format == SDL_PIXELFORMAT_RGB24    ? PIXELS_RGB
           : s->format->format == SDL_PIXELFORMAT_RGBA32 ? PIXELS_RGBA
                                                         : PIXELS_NATIVE;
}

static void free_surface(struct decoded *d)
{
    SDL_FreeSurface(d->owner);
}

/* Takes the surface, or says why there is none. */
static bool give_surface(SDL_Surface *s, bool has_alpha, struct decoded *out, struct error *err)
{
    if (!s) {
        return error_set(err, "cannot be converted: %s", SDL_GetError());
    }
    struct pixels pixels = {s->pixels, {s->w, s->h}, s->pitch, order_of(s), has_alpha};
    *out = (struct decoded){.pixels = pixels, .release = free_surface, .owner = s};
    return true;
}

static void free_bitmap(struct decoded *d)
{
    bitmap_release(d->bitmap);
}

/* Takes the bitmap, if there is one. */
static bool give_bitmap(struct bitmap *b, struct decoded *out)
{
    if (b) {
        const SDL_Surface *s = bitmap_surface(b);
        struct pixels pixels = {s->pixels, {s->w, s->h}, s->pitch, PIXELS_NATIVE, !bitmap_is_opaque(b)};
        *out = (struct decoded){.pixels = pixels, .release = free_bitmap, .bitmap = b};
    }
    return b != NULL;
}

static bool decode_jpeg(struct str bytes, const struct media_info *info, struct decoded *out, struct error *err)
{
    bool swaps = swaps_sides(info->orientation);
    struct size size = {swaps ? info->height : info->width, swaps ? info->width : info->height};
    struct bitmap *b = jpeg_decode(bytes, size, err);
    if (!b || info->orientation <= 1) {
        return give_bitmap(b, out);
    }
    SDL_Surface *s = turned(bitmap_surface(b), info->orientation);
    bitmap_release(b);
    return give_surface(s, false, out, err);
}

static bool decode_by_sdl(struct str bytes, const struct media_info *info, struct decoded *out, struct error *err)
{
    SDL_Surface *s = load(bytes, info, err);
    if (!s) {
        return false;
    }
    bool has_alpha = info->has_alpha && surface_has_alpha(s);
    bool turns = info->orientation > 1;
    SDL_Surface *before = s;
    if (turns || !may_stay(s, has_alpha)) {
        s = SDL_ConvertSurfaceFormat(before, has_alpha ? SDL_PIXELFORMAT_ARGB8888 : SDL_PIXELFORMAT_RGB888, 0);
        SDL_FreeSurface(before);
    }
    if (s && turns) {
        before = s;
        s = turned(before, info->orientation);
        SDL_FreeSurface(before);
    }
    return give_surface(s, has_alpha, out, err);
}

bool picture_decode_bytes(struct str bytes, const struct media_info *info, struct decode_size at, struct decoded *out,
                          struct error *err)
{
    if ((info->type == MEDIA_PNG && !png_is_bounded(bytes)) ||
        (info->type == MEDIA_JPEG && !jpeg_is_bounded(bytes))) {
        return error_set(err, "cannot be decoded: it breaks off, or has too many parts");
    }
    if (info->type == MEDIA_WEBP && info->orientation <= 1) {
        struct size smaller = smaller_size(info, at);
        struct size size = smaller.w > 0 ? smaller : (struct size){info->width, info->height};
        return give_bitmap(webp_decode(bytes, size, info->has_alpha, err), out);
    }
    return info->type == MEDIA_JPEG ? decode_jpeg(bytes, info, out, err) : decode_by_sdl(bytes, info, out, err);
}

/* ---- who decodes ---- */

bool picture_decode_prepare(struct error *err)
{
    int formats = IMG_INIT_PNG | IMG_INIT_WEBP;
    return (IMG_Init(formats) & formats) == formats || error_set(err, "cannot read pictures: %s", SDL_GetError());
}

static struct size as_asked(struct size file, const void *self)
{
    (void)file;
    return *(const struct size *)self;
}

bool picture_decode_here(void *self, struct str bytes, const struct media_info *info, struct size at,
                         struct decoded *out, struct error *err)
{
    (void)self;
    return picture_decode_bytes(bytes, info, (struct decode_size){as_asked, &at}, out, err);
}

bool picture_decode(const struct folder *folder, struct str path, struct decode_size at,
                    const struct picture_decoder *decoder, struct decoded *out, struct error *err)
{
    static const struct picture_decoder here = {picture_decode_here, NULL};
    struct arena arena = {0};
    struct media_info info;
    struct str bytes;
    struct error why = {""};
    bool ok = false;
    decoder = decoder ? decoder : &here;
    if (media_open_picture(folder, path, &arena, &bytes, &info, err) == MEDIA_OK) {
        ok = decoder->decode(decoder->self, bytes, &info, smaller_size(&info, at), out, &why);
        if (!ok) {
            error_set(err, "picture \"%.*s\" %s", STR_ARG(path), why.text);
        }
    }
    arena_finish(&arena);
    return ok;
}

bool picture_decodes(void *self, struct str bytes, struct error *err)
{
    (void)self;
    struct media_info info;
    if (!media_identify(bytes, &info)) {
        return error_set(err, "not a picture");
    }
    struct decoded pixels;
    bool ok = picture_decode_bytes(bytes, &info, (struct decode_size){0}, &pixels, err);
    if (ok) {
        pixels.release(&pixels);
    }
    return ok;
}
