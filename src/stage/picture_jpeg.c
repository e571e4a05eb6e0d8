#include "stage/picture_jpeg.h"

#include <setjmp.h>
#include <stdio.h>

#include <SDL_endian.h>
#include <jpeglib.h>

/* In memory, as in picture_webp.c. */
#if SDL_BYTEORDER == SDL_LIL_ENDIAN
#define NATIVE_ARGB JCS_EXT_BGRA
#else
#define NATIVE_ARGB JCS_EXT_ARGB
#endif

struct reader {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr manager;
    jmp_buf back; /* where a fault leads: the library knows no other way out */
    struct bitmap *bitmap;
    struct error *err;
};

static void give_up(j_common_ptr jpeg)
{
    struct reader *r = jpeg->client_data;
    char why[JMSG_LENGTH_MAX];
    jpeg->err->format_message(jpeg, why);
    (void)error_set(r->err, "cannot be decoded: %s", why);
    longjmp(r->back, 1);
}

/* What can be mended is. */
static void say_nothing(j_common_ptr jpeg)
{
    (void)jpeg;
}

/* Four inks, in place; Adobe's programs write how much of each is missing. */
static void mix_inks(uint32_t *row, int count, bool is_inverse)
{
    uint8_t *inks = (uint8_t *)row;
    for (int i = 0; i < count; i++, inks += 4) {
        int left[4];
        for (int k = 0; k < 4; k++) {
            left[k] = is_inverse ? inks[k] : 255 - inks[k];
        }
        uint32_t rgb = 0;
        for (int k = 0; k < 3; k++) {
            rgb = rgb << 8 | (uint32_t)((left[k] * left[3] + 127) / 255);
        }
        row[i] = UINT32_C(0xFF000000) | rgb;
    }
}

static bool read_rows(struct reader *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    bool has_inks = jpeg->num_components == 4;
    jpeg->out_color_space = has_inks ? JCS_CMYK : NATIVE_ARGB;
    (void)jpeg_start_decompress(jpeg);
    struct size size = {(int)jpeg->output_width, (int)jpeg->output_height};
    r->bitmap = bitmap_create(size, true);
    if (!r->bitmap) {
        return error_set(r->err, "cannot be decoded: no memory for %d by %d pixels", size.w, size.h);
    }
    for (int y = 0; y < size.h; y++) {
        uint32_t *row = bitmap_row(r->bitmap, y);
        JSAMPROW samples = (JSAMPROW)row;
        (void)jpeg_read_scanlines(jpeg, &samples, 1);
        if (has_inks) {
            mix_inks(row, size.w, jpeg->saw_Adobe_marker != 0);
        }
    }
    return jpeg_finish_decompress(jpeg) != 0;
}

/* The library may go back to setjmp from anywhere in here: nothing is kept in variables of this function. */
static bool read_all(struct reader *r, struct str bytes, struct size size)
{
    if (setjmp(r->back)) {
        return false;
    }
    jpeg_create_decompress(&r->jpeg);
    jpeg_mem_src(&r->jpeg, (const unsigned char *)bytes.s, bytes.n);
    (void)jpeg_read_header(&r->jpeg, TRUE);
    struct size says = {(int)r->jpeg.image_width, (int)r->jpeg.image_height};
    if (!size_same(says, size)) {
        return error_set(r->err, "is %d by %d pixels, but says %d by %d", says.w, says.h, size.w, size.h);
    }
    return read_rows(r);
}

struct bitmap *jpeg_decode(struct str bytes, struct size size, struct error *err)
{
    struct reader r = {.err = err};
    r.jpeg.err = jpeg_std_error(&r.manager);
    r.jpeg.client_data = &r; /* stays when the rest is set up */
    r.manager.error_exit = give_up;
    r.manager.output_message = say_nothing;
    bool ok = read_all(&r, bytes, size);
    jpeg_destroy_decompress(&r.jpeg);
    if (!ok) {
        bitmap_release(r.bitmap);
    }
    return ok ? r.bitmap : NULL;
}
