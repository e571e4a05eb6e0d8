#include "stage/picture_webp.h"

#include <SDL.h>
#include <webp/decode.h>

/* Where the words of a pixel lie in memory is what the decoder asks. */
#if SDL_BYTEORDER == SDL_LIL_ENDIAN
#define NATIVE_ARGB MODE_BGRA
#else
#define NATIVE_ARGB MODE_ARGB
#endif

static bool decode_into(SDL_Surface *s, struct str bytes)
{
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) {
        return false;
    }
    config.options.use_scaling = 1;
    config.options.scaled_width = s->w;
    config.options.scaled_height = s->h;
    config.output.colorspace = NATIVE_ARGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = s->pixels;
    config.output.u.RGBA.stride = s->pitch;
    config.output.u.RGBA.size = (size_t)s->pitch * (size_t)s->h;
    return WebPDecode((const uint8_t *)bytes.s, bytes.n, &config) == VP8_STATUS_OK;
}

struct SDL_Surface *webp_decode(struct str bytes, struct size size, bool has_alpha, struct error *err)
{
    Uint32 format = has_alpha ? SDL_PIXELFORMAT_ARGB8888 : SDL_PIXELFORMAT_RGB888;
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, format);
    if (s && decode_into(s, bytes)) {
        return s;
    }
    (void)error_set(err, "cannot be decoded: %s", s ? "its data are broken" : SDL_GetError());
    SDL_FreeSurface(s);
    return NULL;
}
