#include "story/media_internal.h"

static bool set_size(struct media_info *info, enum media_type type, uint32_t width, uint32_t height)
{
    if (width == 0 || height == 0 || width > INT32_MAX || height > INT32_MAX) {
        return false;
    }
    info->type = type;
    info->width = (int)width;
    info->height = (int)height;
    info->orientation = 1;
    return true;
}

/* PNG, third edition, table 12: the depths of each colour type, as bits 1 << depth. */
static bool png_depth_fits(uint32_t colour, uint32_t depth)
{
    static const uint32_t depths[] = {
        [0] = 1 << 1 | 1 << 2 | 1 << 4 | 1 << 8 | 1 << 16,
        [2] = 1 << 8 | 1 << 16,
        [3] = 1 << 1 | 1 << 2 | 1 << 4 | 1 << 8,
        [4] = 1 << 8 | 1 << 16,
        [6] = 1 << 8 | 1 << 16,
    };
    return colour < COUNT(depths) && depth <= 16 && (depths[colour] >> depth & 1) != 0;
}

/* A tRNS chunk stands before the first IDAT. */
static bool png_has_transparency(struct str head, size_t at)
{
    while (at + 8 <= head.n) {
        uint32_t length = big_32(head, at);
        if (has_at(head, at + 4, STR("tRNS"))) {
            return true;
        }
        if (has_at(head, at + 4, STR("IDAT")) || length > head.n - at) {
            return false;
        }
        at += (size_t)length + 12;
    }
    return false;
}

bool png_identify(struct str head, struct media_info *info_out)
{
    static const struct str start = STR_INIT("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR");
    if (!str_starts(head, start) || head.n < 33) {
        return false;
    }
    uint32_t colour = byte_at(head, 25);
    bool known_methods = byte_at(head, 26) == 0 && byte_at(head, 27) == 0 && byte_at(head, 28) <= 1;
    if (!png_depth_fits(colour, byte_at(head, 24)) || !known_methods) {
        return false;
    }
    info_out->has_alpha = colour == 4 || colour == 6 || png_has_transparency(head, 33);
    return set_size(info_out, MEDIA_PNG, big_32(head, 16), big_32(head, 20));
}

/* The orientation in the first directory of EXIF's TIFF; 0 where there is none. */
static int tiff_orientation(struct str tiff)
{
    bool little = has_at(tiff, 0, STR("II*\0"));
    if (!little && !has_at(tiff, 0, STR("MM\0*"))) {
        return 0;
    }
    size_t at = little ? little_32(tiff, 4) : big_32(tiff, 4);
    if (at > tiff.n || tiff.n - at < 2) {
        return 0;
    }
    uint32_t count = little ? little_16(tiff, at) : big_16(tiff, at);
    at += 2;
    for (uint32_t i = 0; i < count && tiff.n - at >= 12; i++, at += 12) {
        uint32_t tag = little ? little_16(tiff, at) : big_16(tiff, at);
        uint32_t type = little ? little_16(tiff, at + 2) : big_16(tiff, at + 2);
        uint32_t value = little ? little_16(tiff, at + 8) : big_16(tiff, at + 8);
        if (tag == 0x0112) {
            return type == 3 && value >= 1 && value <= 8 ? (int)value : 0;
        }
    }
    return 0;
}

/* SOF0, SOF1, SOF2: Huffman coded, not lossless. */
static bool is_frame(uint32_t marker)
{
    return marker >= 0xC0 && marker <= 0xC2;
}

/* Frames that are not decoded, arithmetic coding, a second start, the end, a scan before any frame,
 * and no marker. */
static bool ends_search(uint32_t marker)
{
    bool other_frame = marker >= 0xC3 && marker <= 0xCF && marker != 0xC4;
    return other_frame || (marker >= 0xD8 && marker <= 0xDA) || marker == 0;
}

/* TEM and RST0 to RST7 have no length. */
static bool stands_alone(uint32_t marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

static bool jpeg_frame(struct str segment, struct media_info *info)
{
    uint32_t components = byte_at(segment, 7);
    bool known = components == 1 || components == 3 || components == 4;
    if (!known || segment.n != 8 + 3 * (size_t)components || byte_at(segment, 2) != 8) {
        return false;
    }
    int orientation = info->orientation;
    uint32_t height = big_16(segment, 3);
    uint32_t width = big_16(segment, 5);
    bool turned = orientation >= 5;
    if (!set_size(info, MEDIA_JPEG, turned ? height : width, turned ? width : height)) {
        return false;
    }
    info->orientation = orientation > 0 ? orientation : 1;
    return true;
}

/* The marker at `*at`, past any fill bytes, which is moved behind it; 0 where there is none. */
static uint32_t jpeg_marker(struct str head, size_t *at)
{
    if (byte_at(head, *at) != 0xFF) {
        return 0;
    }
    while (byte_at(head, *at) == 0xFF) {
        ++*at;
    }
    return byte_at(head, (*at)++);
}

bool jpeg_identify(struct str head, struct media_info *info_out)
{
    static const struct str exif = STR_INIT("Exif\0\0");
    if (!str_starts(head, STR("\xFF\xD8\xFF"))) {
        return false;
    }
    for (size_t at = 2; at < head.n;) {
        uint32_t marker = jpeg_marker(head, &at);
        if (ends_search(marker)) {
            return false;
        }
        if (stands_alone(marker)) {
            continue;
        }
        uint32_t length = big_16(head, at);
        if (length < 2 || at > head.n || length > head.n - at) {
            return false;
        }
        struct str segment = str_sub(head, at, length);
        if (is_frame(marker)) {
            return jpeg_frame(segment, info_out);
        }
        if (marker == 0xE1 && info_out->orientation == 0 && has_at(segment, 2, exif)) {
            info_out->orientation = tiff_orientation(str_after(segment, 8));
        }
        at += length;
    }
    return false;
}

static bool is_webp(struct str head)
{
    return has_at(head, 0, STR("RIFF")) && has_at(head, 8, STR("WEBP"));
}

uint64_t webp_declared_bytes(struct str head)
{
    return is_webp(head) ? (uint64_t)little_32(head, 4) + 8 : 0;
}

/* RFC 6386 §9.1, behind the chunk's head at `at`. */
static bool webp_lossy(struct str head, size_t at, struct media_info *info)
{
    if (head.n < at + 18 || (byte_at(head, at + 8) & 1) != 0 ||
        !has_at(head, at + 11, STR("\x9D\x01*"))) {
        return false;
    }
    return set_size(info, MEDIA_WEBP, little_16(head, at + 14) & 0x3FFF,
                    little_16(head, at + 16) & 0x3FFF);
}

/* WebP Lossless Bitstream, §3: 14 bits each of width and height less one, alpha, a version of 0. */
static bool webp_lossless(struct str head, size_t at, struct media_info *info)
{
    uint32_t bits = little_32(head, at + 9);
    if (head.n < at + 13 || byte_at(head, at + 8) != 0x2F || bits >> 29 != 0) {
        return false;
    }
    info->has_alpha = (bits >> 28 & 1) != 0;
    return set_size(info, MEDIA_WEBP, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
}

static bool is_webp_frame(struct str head, size_t at)
{
    return has_at(head, at, STR("VP8 ")) || has_at(head, at, STR("VP8L"));
}

static bool webp_frame(struct str head, size_t at, struct media_info *info)
{
    if (has_at(head, at, STR("VP8 "))) {
        return webp_lossy(head, at, info);
    }
    return has_at(head, at, STR("VP8L")) && webp_lossless(head, at, info);
}

/* The chunk at or behind `at` that holds the picture; head.n where the head ends before it. */
static size_t webp_find_frame(struct str head, size_t at)
{
    while (at + 8 <= head.n && !is_webp_frame(head, at)) {
        uint64_t length = little_32(head, at + 4);
        length += 8 + (length & 1);
        at = length > head.n - at ? head.n : at + (size_t)length;
    }
    return at + 8 <= head.n ? at : head.n;
}

/* VP8X: a canvas, and the frame, which in a still picture fills it. */
static bool webp_extended(struct str head, size_t at, struct media_info *info)
{
    uint32_t flags = byte_at(head, at + 8);
    if (head.n < at + 18 || (flags & 0x02) != 0) {
        return false; /* 0x02: animated */
    }
    struct media_info frame = {0};
    if (!set_size(info, MEDIA_WEBP, little_24(head, at + 12) + 1, little_24(head, at + 15) + 1)) {
        return false;
    }
    info->has_alpha = (flags & 0x10) != 0;
    size_t frame_at = webp_find_frame(head, at);
    if (head.n - frame_at < 18 && head.n < webp_declared_bytes(head)) {
        return true; /* the frame stands beyond the head */
    }
    return webp_frame(head, frame_at, &frame) && frame.width == info->width &&
           frame.height == info->height;
}

bool webp_identify(struct str head, struct media_info *info_out)
{
    if (!is_webp(head)) {
        return false;
    }
    if (has_at(head, 12, STR("VP8X"))) {
        return webp_extended(head, 12, info_out);
    }
    return webp_frame(head, 12, info_out);
}
