/* A picture's file: told by its first bytes, then decoded as the stage does, whole and at half its size. */
#include <stdlib.h>

#include "fuzz.h"
#include "stage/picture_decode.h"

/* Larger ones are only told: here their number counts, not their size. */
enum { MOST_PIXELS = 1 << 20 };

static struct size half(struct size file, const void *self)
{
    (void)self;
    return (struct size){(file.w + 1) / 2, (file.h + 1) / 2};
}

static void decode(struct str bytes, const struct media_info *info, struct decode_size at, struct size smallest)
{
    struct error err = {""};
    struct decoded d;
    bool ok = picture_decode_bytes(bytes, info, at, &d, &err);
    if (ok == (err.text[0] != '\0')) {
        abort();
    }
    if (!ok) {
        return;
    }
    const struct pixels *p = &d.pixels;
    if (p->size.w > info->width || p->size.h > info->height || p->size.w < smallest.w || p->size.h < smallest.h ||
        (p->has_alpha && !info->has_alpha)) {
        abort();
    }
    for (int y = 0; y < p->size.h; y++) {
        fuzz_touch((struct str){(const char *)p->first + (size_t)y * (size_t)p->stride,
                                (size_t)p->size.w * (p->order == PIXELS_RGB ? 3 : 4)});
    }
    d.release(&d);
}

void fuzz_one(struct str bytes)
{
    struct media_info info;
    if (!media_identify(bytes, &info) || info.width == 0) {
        return;
    }
    if (info.width < 0 || info.height <= 0 || info.orientation < 1 || info.orientation > 8) {
        abort();
    }
    if (info.width > MEDIA_MAX_SIDE || info.height > MEDIA_MAX_SIDE ||
        (int64_t)info.width * info.height > MOST_PIXELS) {
        return;
    }
    struct size whole = {info.width, info.height};
    decode(bytes, &info, (struct decode_size){0}, whole);
    decode(bytes, &info, (struct decode_size){half, NULL}, half(whole, NULL));
}
