#include "stage/picture_webp.h"

#include <SDL_endian.h>
#include <webp/decode.h>

/* Where the words of a pixel lie in memory is what the decoder asks. */
#if SDL_BYTEORDER == SDL_LIL_ENDIAN
#define NATIVE_ARGB MODE_BGRA
#else
#define NATIVE_ARGB MODE_ARGB
#endif

static bool decode_into(struct bitmap *b, struct str bytes)
{
    WebPDecoderConfig config;
    struct size size = bitmap_size(b);
    if (!WebPInitDecoderConfig(&config) ||
        WebPGetFeatures((const uint8_t *)bytes.s, bytes.n, &config.input) != VP8_STATUS_OK) {
        return false;
    }
    config.options.use_scaling = config.input.width != size.w || config.input.height != size.h;
    config.options.scaled_width = size.w;
    config.options.scaled_height = size.h;
    config.output.colorspace = NATIVE_ARGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = (uint8_t *)bitmap_row(b, 0);
    config.output.u.RGBA.stride = size.w * (int)sizeof(uint32_t);
    config.output.u.RGBA.size = bitmap_bytes(b);
    return WebPDecode((const uint8_t *)bytes.s, bytes.n, &config) == VP8_STATUS_OK;
}

struct bitmap *webp_decode(struct str bytes, struct size size, bool has_alpha, struct error *err)
{
    struct bitmap *b = bitmap_create(size, !has_alpha);
    if (b && decode_into(b, bytes)) {
        return b;
    }
    (void)error_set(err, "cannot be decoded: %s", b ? "its data are broken" : "no memory for its pixels");
    bitmap_release(b);
    return NULL;
}
